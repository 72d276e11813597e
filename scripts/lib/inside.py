"""Entry of the subprocess that `odoo.call` starts: opens a registry, runs one function, writes its result as JSON."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import odoo
import odoo.api
import odoo.modules.registry
from odoo.exceptions import UserError
from odoo.tools import config

from .progress import say


def main(config_file: str, database: str, function: str, answer: str) -> int:
    config.parse_config(["-c", config_file, "-d", database, "--log-level=warn"], setup_logging=True)
    payload = json.load(sys.stdin)
    module, _, name = function.partition(":")
    registry = odoo.modules.registry.Registry(database)
    with registry.cursor() as cr:
        root = odoo.api.Environment(cr, odoo.api.SUPERUSER_ID, {})
        admin = root.ref("base.user_admin")
        env = odoo.api.Environment(cr, admin.id, dict(admin.context_get(), allowed_company_ids=admin.company_ids.ids))
        try:
            result = getattr(importlib.import_module(module), name)(env, payload)
        except UserError as error:
            say(f"\n{error}")
            return 2
        cr.commit()
        registry.signal_changes()  # a server that runs on this database forgets what it has cached
    Path(answer).write_text(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
