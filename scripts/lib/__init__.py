"""What `scripts/demo`, `scripts/test`, `scripts/odoo` and `scripts/bench` do.

Read from the bottom up: `paths`, `progress` and `locks` are small helpers; `environment` makes the virtual environment
from the lock file; `odoo_source` and `postgres` find or fetch Odoo and its database server; `databases` keeps
ready-made databases; `odoo` runs Odoo; `demo`, `suites`, `odoo_command` and `bench` are the commands. Everything that
`environment` imports uses the standard library only, because it runs before the virtual environment exists.
"""
