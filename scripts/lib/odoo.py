"""Run Odoo: its own command line, or a function of ours inside it, each in a process of its own."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .odoo_source import get_source
from .paths import ADDONS, SCRIPTS, STATE
from .postgres import get_server
from .progress import Failure, run_logged

DATA_DIR = STATE / "odoo"
LOGIN = "admin"
PASSWORD = "admin"


def environment() -> dict[str, str]:
    """The process environment in which `import odoo` works."""
    inherited = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    search = [str(get_source().python_path), *inherited]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG") and key != "ODOO_RC"}
    return {**kept, "PYTHONPATH": os.pathsep.join(search), "PYTHONUNBUFFERED": "1"}


def write_config(database: str, addons: Path = ADDONS) -> Path:
    """Write the configuration file for one database and return its path."""
    server = get_server()
    options = {
        "addons_path": ",".join(str(path) for path in (*get_source().addons_paths, addons) if path.exists()),
        "data_dir": DATA_DIR,
        "db_host": server.host,
        "db_port": server.port,
        "db_user": server.user,
        "db_password": server.password,
        "db_sslmode": server.sslmode or "prefer",
        "db_name": database,
        "dbfilter": f"^{database}$",
        "list_db": False,
        "http_interface": "127.0.0.1",
        # Where a mail catcher of the developer's own would listen; nothing is ever sent beyond this machine.
        "smtp_server": "127.0.0.1",
        "smtp_port": 1025,
    }
    folder = STATE / "config"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{database}.conf"
    descriptor, temporary = tempfile.mkstemp(dir=folder)  # readable by its owner only: it may hold a password
    with os.fdopen(descriptor, "w") as handle:
        lines = [f"{key} = {value}\n" for key, value in options.items() if value != ""]
        handle.write("[options]\n" + "".join(lines))
    os.replace(temporary, path)
    return path


def command_line(config: Path, *arguments: str) -> list[str]:
    """Odoo's command line; commands and their names (`i18n export MODULE`) come first in the arguments."""
    head = list(itertools.takewhile(lambda word: not word.startswith("-"), arguments))
    return [sys.executable, "-m", "odoo", *head, "-c", str(config), *arguments[len(head) :]]


def install(database: str, modules: list[str], label: str, *, demo: bool, config: Path, update: bool = False) -> Path:
    """Install (or update) modules and return Odoo's log."""
    arguments = ["-u" if update else "-i", ",".join(modules), "--stop-after-init", "--no-http", "--max-cron-threads=0"]
    if demo:
        arguments.append("--with-demo")
    return run_logged(
        label,
        command_line(config, *arguments),
        log=f"{database}-{'update' if update else 'install'}",
        env=environment(),
    )


def call(database: str, function: str, payload: dict | None = None, *, config: Path | None = None) -> Any:
    """Run `package.module:function(env, payload)` inside Odoo in a subprocess; its result comes back as JSON.

    :raises Failure: when the function fails; the subprocess has then shown why.
    """
    config = config or write_config(database)
    environ = environment()
    environ["PYTHONPATH"] = os.pathsep.join([str(SCRIPTS), environ["PYTHONPATH"]])
    with tempfile.NamedTemporaryFile("r+", suffix=".json") as answer:
        result = subprocess.run(
            [sys.executable, "-m", "lib.inside", str(config), database, function, answer.name],
            input=json.dumps(payload or {}),
            text=True,
            env=environ,
            stdout=sys.stderr,
            check=False,
        )
        if result.returncode == 2:
            raise Failure(f"{function} stopped; see above.")
        if result.returncode:
            raise Failure(f"{function} failed in database {database}; the traceback is above.")
        return json.loads(answer.read())
