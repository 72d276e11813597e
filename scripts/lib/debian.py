"""Fetch Debian packages into a folder without touching the system.

A private apt configuration is derived from the machine's own sources by replacing the suite, so that whatever mirror,
proxy and keys the machine uses are used here too. Works as an ordinary user.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from .progress import Failure

# Releases whose web fonts still lie where Odoo 19 links to; the machine's own is taken when it is one of them.
STABLE_RELEASES = ("bookworm", "trixie")


def is_debian() -> bool:
    return _os_release().get("ID") == "debian" and all(map(shutil.which, ("apt-get", "dpkg-deb")))


def stable_release() -> str:
    own = _os_release().get("VERSION_CODENAME", "")
    return own if own in STABLE_RELEASES else STABLE_RELEASES[-1]


def fetch(packages: dict[str, list[str]], workdir: Path) -> list[Path]:
    """Download packages and return the paths of their files.

    :param packages: names by suite, e.g. ``{"sid": ["odoo-19"]}``
    :raises Failure: when the machine's package sources do not offer them.
    """
    apt = _private_apt(workdir, list(packages))
    _apt(apt, "update", "--error-on=any")
    wanted = [f"{name}/{suite}" for suite, names in packages.items() for name in names]
    downloads = workdir / "debs"
    downloads.mkdir()
    _apt(apt, "download", *wanted, cwd=downloads)
    return sorted(downloads.glob("*.deb"))


def unpack(package: Path, prefix: Path) -> None:
    subprocess.run(["dpkg-deb", "-x", str(package), str(prefix)], check=True)


def package_version(package: Path) -> str:
    found = subprocess.run(["dpkg-deb", "-f", str(package), "Version"], check=True, capture_output=True, text=True)
    return found.stdout.strip()


def _os_release() -> dict[str, str]:
    path = Path("/etc/os-release")
    lines = path.read_text().splitlines() if path.exists() else []
    return {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines)}


def _private_apt(workdir: Path, suites: list[str]) -> Path:
    for folder in ("lists/partial", "cache/archives/partial", "sources"):
        (workdir / folder).mkdir(parents=True)
    for suite in suites:
        name, text = _derive_source(suite)
        (workdir / "sources" / f"{suite}{name}").write_text(text)
    config = workdir / "apt.conf"
    config.write_text(
        f'Dir::State::Lists "{workdir}/lists";\n'
        f'Dir::Cache "{workdir}/cache";\n'
        'Dir::Etc::sourcelist "/dev/null";\n'
        f'Dir::Etc::sourceparts "{workdir}/sources";\n'
        'Acquire::Languages "none";\n'
        # Root's downloads otherwise run as a user who cannot write here.
        'APT::Sandbox::User "root";\n'
    )
    return config


def _apt(config: Path, *arguments: str, cwd: Path | None = None) -> None:
    indexes = [f"Acquire::IndexTargets::deb::{name}::DefaultEnabled=false" for name in ("DEP-11", "Contents-deb")]
    options = [word for index in indexes for word in ("-o", index)]
    result = subprocess.run(
        ["apt-get", "-q", *options, *arguments],
        cwd=cwd,
        env={**os.environ, "APT_CONFIG": str(config), "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise Failure(f"apt-get {arguments[0]} failed: {result.stderr.strip()[-600:]}")


def _derive_source(suite: str) -> tuple[str, str]:
    """The machine's own entry for its release, with the suite replaced: file suffix and text."""
    own = re.escape(_os_release().get("VERSION_CODENAME", "sid"))
    parts = Path("/etc/apt/sources.list.d")
    for path in sorted(parts.glob("*.sources")):
        for stanza in re.split(r"\n\s*\n", path.read_text()):
            fields = _fields(stanza)
            suites = fields.get("Suites", "").split()
            if "deb" in fields.get("Types", "").split() and re.search(
                rf"(?m)^({own}|stable|sid|unstable)$", "\n".join(suites)
            ):
                kept = {key: value for key, value in fields.items() if key in ("URIs", "Signed-By", "Trusted")}
                lines = {"Types": "deb", "Suites": suite, "Components": "main", **kept}
                return ".sources", "".join(f"{key}: {value}\n" for key, value in lines.items())
    for path in [Path("/etc/apt/sources.list"), *sorted(parts.glob("*.list"))]:
        text = path.read_text() if path.exists() else ""
        found = re.search(rf"(?m)^deb\s+(\[.*?\]\s+)?(\S+)\s+({own}|stable|sid|unstable)\s+main\b", text)
        if found:
            return ".list", f"deb {found[1] or ''}{found[2]} {suite} main\n"
    raise Failure("this machine's package sources name no Debian release that could be followed.")


def _fields(stanza: str) -> dict[str, str]:
    """One stanza of the deb822 format; continuation lines (an inline key) stay as they are."""
    fields: dict[str, str] = {}
    key = ""
    for line in stanza.splitlines():
        if line.startswith("#"):
            continue
        if line[:1].isspace() and key:
            fields[key] += "\n" + line
        elif ":" in line:
            key, _, value = line.partition(":")
            fields[key] = value.strip()
    return fields
