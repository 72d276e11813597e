"""Where things are: the checkout, its state folder and the user's cache folder."""

from __future__ import annotations

import ast
import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
ADDONS = ROOT / "addons"
ADDON_NAME = "outbound_prospecting"
ADDON = ADDONS / ADDON_NAME
LOCK_FILE = ROOT / "requirements" / "dev.lock"

STATE = ROOT / ".outbound"
LOGS = STATE / "log"
CACHE = Path(
    os.environ.get("OUTBOUND_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "outbound-prospecting"
).absolute()


def digest(*parts: str | bytes) -> str:
    """A short key that changes when any of the parts does."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()[:16]


def read_manifest(addon: Path = ADDON) -> dict:
    """The addon's manifest, or an empty one while there is no addon."""
    manifest = addon / "__manifest__.py"
    return ast.literal_eval(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}


def addon_digest(addon: Path = ADDON) -> str:
    """A key of everything in the addon that a database is made from (its static files are read when served)."""
    parts: list[str | bytes] = []
    for path in sorted(addon.rglob("*")):
        relative = path.relative_to(addon)
        if path.is_file() and "__pycache__" not in relative.parts and relative.parts[0] != "static":
            parts += [str(relative), path.read_bytes()]
    return digest(*parts)
