"""Odoo 19 itself: an existing checkout, Debian's package unpacked into the cache, or a shallow git clone."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .locks import locked
from .paths import CACHE
from .progress import Failure, step

GIT_URL = "https://github.com/odoo/odoo"
BRANCH = "19.0"

# Debian's package links its web libraries and fonts from these packages.
SID_PACKAGES = [
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-glyphicons-halflings",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
]
# sid's Font Awesome has other paths than the links expect.
STABLE_PACKAGES = ["fonts-font-awesome", "fonts-inconsolata"]
# Debian leaves out this minified file; without it the web client logs an error on every page.
MISSING_FILE = "odoo/addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"


@dataclass(frozen=True)
class OdooSource:
    """Where Odoo's Python package and its addons are, and which state of Odoo that is."""

    python_path: Path
    addons_paths: tuple[Path, ...]
    version: str


@functools.cache
def get_source() -> OdooSource:
    """Find Odoo 19, fetch it where it is missing."""
    existing = os.environ.get("ODOO_DIR")
    if existing:
        return _from_checkout(Path(existing).absolute())
    home = CACHE / f"odoo-{BRANCH}"
    if not home.exists():
        with locked(CACHE / "odoo.lock", "is fetching Odoo"):
            if not home.exists():
                _fetch(home)
    return _from_prefix(home) if (home / "usr").exists() else _from_checkout(home)


def _from_checkout(folder: Path) -> OdooSource:
    release = folder / "odoo" / "release.py"
    if not release.exists():
        raise Failure(f"ODOO_DIR is {folder}, but there is no odoo/release.py in it. Name a checkout of Odoo {BRANCH}.")
    if "version_info = (19, 0," not in release.read_text():
        raise Failure(f"{folder} holds another version of Odoo. Name a checkout of branch {BRANCH} in ODOO_DIR.")
    head = subprocess.run(["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    addons = (folder / "odoo" / "addons", folder / "addons")
    return OdooSource(folder, addons, head.stdout.strip() or f"{folder} at {release.stat().st_mtime}")


def _from_prefix(home: Path) -> OdooSource:
    packages = home / "usr" / "lib" / "python3" / "dist-packages"
    return OdooSource(packages, (packages / "odoo" / "addons",), (home / "version").read_text())


def _fetch(home: Path) -> None:
    """Fetch into a temporary folder and rename, so that an interrupted run leaves nothing half-made."""
    CACHE.mkdir(parents=True, exist_ok=True)
    for stale in CACHE.glob("odoo-new-*"):
        shutil.rmtree(stale, ignore_errors=True)
    reasons = []
    ways = {"Debian's package": _fetch_package} if debian.is_debian() else {}
    ways["a git clone"] = _fetch_clone
    for name, fetch in ways.items():
        temporary = Path(tempfile.mkdtemp(prefix="odoo-new-", dir=CACHE))
        try:
            with step(f"Odoo {BRANCH} from {name}"):
                fetched = fetch(temporary)
            fetched.rename(home)
            return
        except (Failure, OSError, subprocess.CalledProcessError) as error:
            reasons.append(f"{name}: {error}")
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    raise Failure(
        f"Odoo {BRANCH} could not be fetched. Put a checkout of it somewhere and name it in ODOO_DIR.\n    "
        + "\n    ".join(reasons)
    )


def _fetch_package(temporary: Path) -> Path:
    prefix = temporary / "prefix"
    prefix.mkdir()
    files = debian.fetch({"sid": SID_PACKAGES, debian.stable_release(): STABLE_PACKAGES}, temporary)
    for file in files:
        debian.unpack(file, prefix)
    stub = prefix / "usr/lib/python3/dist-packages" / MISSING_FILE
    if not stub.exists():
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.touch()
    dangling = [path for path in prefix.rglob("*") if path.is_symlink() and not path.exists()]
    if dangling:
        raise Failure(f"files that the package links to are missing, for example {dangling[0].relative_to(prefix)}.")
    (odoo,) = (file for file in files if file.name.startswith("odoo-19_"))
    (prefix / "version").write_text(debian.package_version(odoo))
    return prefix


def _fetch_clone(temporary: Path) -> Path:
    clone = temporary / "odoo"
    command = ["git", "clone", "--quiet", "--depth=1", f"--branch={BRANCH}", GIT_URL, str(clone)]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Failure("git is not installed.") from None
    if result.returncode:
        raise Failure(result.stderr.strip()[-600:])
    return clone
