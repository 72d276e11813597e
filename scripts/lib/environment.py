"""The virtual environment: made once per lock file and Python from `requirements/dev.lock`, exact versions and hashes.

Standard library only: this runs under whatever Python the machine has.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from . import debian
from .locks import locked
from .paths import CACHE, LOCK_FILE, digest
from .progress import Failure, command, run_logged

OLDEST_PYTHON = (3, 10)


def run(module: str) -> None:
    """Run `main(arguments)` of a module inside the virtual environment; make that first where needed."""
    command(lambda arguments: _continue_inside(module, arguments))


def _continue_inside(module: str, arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        raise Failure(f"Python 3.10 or newer is needed, this is {sys.version.split()[0]} ({sys.executable}).")
    home = venv_path()
    if Path(sys.prefix) == home:
        return importlib.import_module(module).main(arguments)
    python = ensure_venv(home)
    return os.execv(python, [str(python), *sys.argv])  # does not come back


def venv_path() -> Path:
    key = digest(LOCK_FILE.read_bytes(), sys.version, sys.base_prefix)
    return CACHE / f"venv-{key}"


def ensure_venv(home: Path) -> Path:
    """Make the virtual environment unless it is complete, and return its Python."""
    python = home / "bin" / "python"
    complete = home / "complete"
    if not complete.exists():
        with locked(CACHE / "venv.lock", "is installing Python packages") as lock:
            if not complete.exists():
                shutil.rmtree(home, ignore_errors=True)
                pip = _make_venv(home, python)
                run_logged(
                    "Python packages from the lock file",
                    [*pip, "install", "--no-input", "--progress-bar=off", "--require-hashes", "-r", LOCK_FILE],
                    log="python-packages",
                    pass_fds=[lock],  # a killed run's pip may still be writing
                )
                complete.touch()
    return python


def _make_venv(home: Path, python: Path) -> list[str | Path]:
    """Make an empty environment and return the pip command that installs into it."""
    try:
        import ensurepip  # noqa: F401 - Debian ships Python without it
    except ImportError:
        run_logged("Virtual environment", [sys.executable, "-m", "venv", "--without-pip", home], log="venv")
        return [sys.executable, _find_pip(), "--python", python]
    run_logged("Virtual environment", [sys.executable, "-m", "venv", home], log="venv")
    return [python, "-m", "pip"]


def _find_pip() -> Path:
    """A pip that runs from its wheel, for a Python that came without one."""
    wheels = sorted(Path("/usr/share/python-wheels").glob("pip-*.whl"))
    if not wheels and debian.is_debian():
        kept = CACHE / "pip"
        wheels = sorted(kept.rglob("pip-*.whl"))
        if not wheels:
            with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
                (package,) = debian.fetch({debian.stable_release(): ["python3-pip-whl"]}, Path(temporary))
                debian.unpack(package, kept)
            wheels = sorted(kept.rglob("pip-*.whl"))
    if not wheels:
        raise Failure(
            f"{sys.executable} has neither pip nor ensurepip. Install Python's venv package "
            "(on Debian and Ubuntu: apt-get install python3-venv) and run this again."
        )
    return wheels[-1] / "pip"
