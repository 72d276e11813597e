"""Pure business logic: standard library only, no Odoo, no I/O, no clock (`now` is an argument)."""
