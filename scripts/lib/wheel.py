"""The addon as a wheel: it builds, and everything that Odoo needs is in it."""

from __future__ import annotations

import email
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from .paths import ADDON, ADDON_NAME, read_manifest
from .progress import run_logged, say

DISTRIBUTION = "odoo-addon-outbound-prospecting"
FOLDERS = (
    "domain",
    "adapters",
    "models",
    "controllers",
    "wizards",
    "views",
    "data",
    "demo",
    "security",
    "static",
    "i18n",
)


def check_wheel() -> bool:
    """Build the wheel without the network and compare it with the addon's files and manifest."""
    if not ADDON.exists():
        say("  there is no addon yet")
        return True
    with tempfile.TemporaryDirectory() as folder:
        # No isolation: whool is in the lock file, and nothing else may be fetched for a build.
        options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder]
        run_logged("Wheel of the addon", [sys.executable, "-m", "pip", "wheel", *options, ADDON], log="wheel")
        (wheel,) = Path(folder).glob("*.whl")
        problems = _problems(wheel)
    for problem in problems:
        say(f"  {problem}")
    return not problems


def _tracked_files() -> list[Path]:
    """The addon's files that git knows; whool packs no others."""
    listed = subprocess.run(["git", "-C", str(ADDON), "ls-files"], capture_output=True, text=True, check=True)
    return [Path(line) for line in listed.stdout.splitlines() if (ADDON / line).exists()]


def _problems(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
        (metadata_name,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(wheel.read(metadata_name))
    say(f"  {path.name}: {len(names)} files, {path.stat().st_size / 1024:,.0f} KiB")
    manifest = read_manifest()
    expected = {name for name in _tracked_files() if name.parts[0] in FOLDERS}
    expected |= {Path(name) for name in [*manifest.get("data", []), *manifest.get("demo", [])]}
    inside = Path("odoo", "addons", ADDON_NAME)
    problems = [f"not in the wheel: {name}" for name in sorted(expected) if str(inside / name) not in names]
    required = " ".join(metadata.get_all("Requires-Dist") or [])
    wanted = ["odoo", *manifest.get("external_dependencies", {}).get("python", [])]
    problems += [f"the wheel does not require {name}" for name in wanted if name not in required]
    if metadata["Name"].replace("_", "-") != DISTRIBUTION:
        problems.append(f"the wheel is named {metadata['Name']} instead of {DISTRIBUTION}")
    if not str(metadata["Version"]).startswith(manifest["version"]):
        problems.append(f"the wheel has version {metadata['Version']}, the manifest {manifest['version']}")
    return problems
