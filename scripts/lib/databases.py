"""Ready-made databases, kept on the server and cloned in a second.

base        Odoo 19 with the modules our addon depends on, without the addon and without demo data
base_demo   the same with demo data
addon       base with the addon           addon_demo   base_demo with the addon and its demo data
run_<pid>_<n>   a clone for one run, dropped when the run ends

Each carries as its comment the key of what it was made from and is made anew when that changes.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg2
from psycopg2 import sql

from . import odoo
from .odoo_source import get_source
from .paths import ADDON_NAME, ADDONS, LOCK_FILE, addon_digest, digest, read_manifest
from .postgres import get_server
from .progress import Failure, say, step

PREFIX = "outbound_"
BUILD_LOCK = 7_192_019  # any number of our own, for PostgreSQL's advisory lock
_clones = itertools.count(1)

# Nothing in a development database may call out: Odoo's own news, enrichment and sign-up services included.
STAY_INSIDE = """
INSERT INTO ir_config_parameter (key, value) VALUES
    ('iap.endpoint', 'http://127.0.0.1:9'), ('iap.partner_autocomplete.endpoint', 'http://127.0.0.1:9'),
    ('reveal.endpoint', 'http://127.0.0.1:9'), ('enrich.endpoint', 'http://127.0.0.1:9'),
    ('snailmail.endpoint', 'http://127.0.0.1:9'), ('sms.endpoint', 'http://127.0.0.1:9'),
    ('olg_api_endpoint', 'http://127.0.0.1:9'), ('media_library_endpoint', 'http://127.0.0.1:9')
ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value;
UPDATE ir_cron SET active = FALSE WHERE id IN (
    SELECT res_id FROM ir_model_data WHERE model = 'ir.cron'
       AND (name = 'ir_cron_module_update_notification' OR module LIKE '%iap%')
);
"""


def base_modules() -> list[str]:
    """What the addon depends on, or plain CRM while there is no addon."""
    return sorted(read_manifest().get("depends") or ["crm"])


def base_key() -> str:
    return digest(get_source().version, ",".join(base_modules()), LOCK_FILE.read_bytes(), STAY_INSIDE)


def ensure_base(*, demo: bool = False) -> str:
    """The name of a database with Odoo but without the addon."""
    name = PREFIX + ("base_demo" if demo else "base")

    def build(target: str) -> None:
        modules = base_modules()
        label = f"Database with {', '.join(modules)}{' and demo data' if demo else ''}"
        create(target)
        odoo.install(target, modules, label, demo=demo, config=odoo.write_config(target))
        require_installed(target, modules)
        execute(target, STAY_INSIDE)

    return _ensure(name, f"{base_key()} {demo}", build)


def ensure_addon(*, demo: bool = False) -> str:
    """The name of a database with the addon as it is now in the checkout."""
    base = ensure_base(demo=demo)
    name = PREFIX + ("addon_demo" if demo else "addon")

    def build(target: str) -> None:
        clone(base, target)
        install_addon(target, demo=demo)

    return _ensure(name, addon_key(demo=demo), build)


def addon_key(*, demo: bool) -> str:
    return f"{base_key()} {addon_digest()} {demo}"


def install_addon(database: str, *, demo: bool, update: bool = False, addons: Path = ADDONS) -> Path:
    """Install or update our addon in a database and return Odoo's log."""
    if not (addons / ADDON_NAME / "__manifest__.py").exists():
        raise Failure(f"there is no addon in {addons / ADDON_NAME}.")
    label = f"Addon {'updated' if update else 'installed'} in {database.removesuffix('_new')}"
    config = odoo.write_config(database, addons)
    log = odoo.install(database, [ADDON_NAME], label, demo=demo, config=config, update=update)
    require_installed(database, [ADDON_NAME])
    return log


def require_installed(database: str, modules: list[str]) -> None:
    """Odoo only warns about a module that it cannot find."""
    rows = execute(database, "SELECT name FROM ir_module_module WHERE state = 'installed'")
    missing = sorted(set(modules) - {name for (name,) in rows})
    if missing:
        raise Failure(f"Odoo did not install {', '.join(missing)} in {database}; see its log in .outbound/log.")


@contextlib.contextmanager
def temporary_clone(template: str) -> Iterator[str]:
    """A clone of a database for this run only."""
    _drop_abandoned()
    name = f"{PREFIX}run_{os.getpid()}_{next(_clones)}"
    drop(name)
    with _building():
        clone(template, name)
    try:
        yield name
    finally:
        drop(name)


def exists(name: str) -> bool:
    return bool(_admin("SELECT 1 FROM pg_database WHERE datname = %s", [name]))


def create(name: str) -> None:
    _admin_ddl("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'", name)


def clone(template: str, name: str) -> None:
    """Copy a database and its attachments; these never change once written, so links will do."""
    _admin_ddl("CREATE DATABASE {} TEMPLATE {}", name, template)
    source, target = (odoo.DATA_DIR / "filestore" / database for database in (template, name))
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target, copy_function=os.link)


def drop(name: str) -> None:
    _admin_ddl("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    shutil.rmtree(odoo.DATA_DIR / "filestore" / name, ignore_errors=True)


def rename(name: str, new: str) -> None:
    drop(new)
    _admin_ddl("ALTER DATABASE {} RENAME TO {}", name, new)
    store = odoo.DATA_DIR / "filestore"
    if (store / name).exists():
        (store / name).rename(store / new)


def execute(database: str, statement: str, parameters: list | None = None) -> list[tuple]:
    """Run SQL in a database and return its rows, if it has any."""
    connection = _connect(database)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def get_key(name: str) -> str | None:
    rows = _admin("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name])
    return rows[0][0] if rows else None


def set_key(name: str, key: str) -> None:
    _admin_ddl("COMMENT ON DATABASE {} IS " + sql.Literal(key).as_string(_connect_cached()), name)


def _ensure(name: str, key: str, build) -> str:
    """Have `build` make the database unless there is one of this key already."""
    if get_key(name) != key:
        with _building():
            if get_key(name) != key:
                new = f"{name}_new"
                drop(new)
                build(new)
                set_key(new, key)
                rename(new, name)
    return name


@contextlib.contextmanager
def _building() -> Iterator[None]:
    """One process at a time makes or copies databases, wherever it runs; the lock ends with the connection."""
    connection = _connect(get_server().database)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [BUILD_LOCK])
            if not cursor.fetchone()[0]:
                with step("Waiting for another run that is making databases"):
                    cursor.execute("SELECT pg_advisory_lock(%s)", [BUILD_LOCK])
        yield
    finally:
        connection.close()


def _drop_abandoned() -> None:
    """Drop the clones of runs that were killed (only where the process numbers are this machine's)."""
    if not get_server().embedded:
        return
    for (name,) in _admin("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}run\\_%"]):
        pid = re.fullmatch(rf"{PREFIX}run_(\d+)(?:_\d+)?", name)
        if pid and not Path("/proc", pid[1]).exists():
            say(f"  Dropping {name}, left behind by a run that was killed")
            drop(name)


def _connect(database: str):
    try:
        return psycopg2.connect(**get_server().connect_kwargs(database))
    except psycopg2.OperationalError as error:
        raise Failure(f"the database server cannot be reached: {str(error).strip()}") from None


_kept = None


def _connect_cached():
    global _kept  # noqa: PLW0603
    if _kept is None or _kept.closed:
        _kept = _connect(get_server().database)
        _kept.autocommit = True
    return _kept


def _admin(statement: str, parameters: list) -> list[tuple]:
    with _connect_cached().cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def _admin_ddl(statement: str, *names: str) -> None:
    with _connect_cached().cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


DEMO = PREFIX + "demo"


def ensure_demo(*, reset: bool = False, update: bool = True) -> str:
    """The database that the demo serves and a developer plays in; what a person put into it stays until a reset."""
    if reset:
        drop(DEMO)
    key = addon_key(demo=True)
    if get_key(DEMO) is None:
        template = ensure_addon(demo=True)
        with _building():
            if get_key(DEMO) is None:
                new = f"{DEMO}_new"
                drop(new)
                clone(template, new)
                set_key(new, key)
                rename(new, DEMO)
    elif update and get_key(DEMO) != key:
        with _building():
            if get_key(DEMO) != key:
                install_addon(DEMO, demo=True, update=True)
                set_key(DEMO, key)
    return DEMO
