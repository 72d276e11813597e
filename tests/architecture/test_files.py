"""Sizes, purity and what the addon says that it needs."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.bare_package import ADDON, ROOT

LINES = 400
PYTHON = [path for folder in ("addons", "scripts", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
DOMAIN = sorted((ADDON / "domain").rglob("*.py"))
# Standard modules that read the outside world; a clock is one too, so `now` is an argument there.
IMPURE = {
    "asyncio", "ftplib", "glob", "http", "imaplib", "io", "multiprocessing", "os", "pathlib", "poplib", "random",
    "secrets", "select", "shutil", "smtplib", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib.request",
}  # fmt: skip
CLOCKS = {"now", "utcnow", "today"}
ENVIRONMENTS = {"env", "sudo", "cr"}


def parse(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> set[str]:
    """Absolute names that a file imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PYTHON, ids=relative)
def test_no_python_file_grows_too_long(path):
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert count <= LINES, f"{relative(path)} has {count} lines; cut it along its responsibilities"


@pytest.mark.parametrize("path", DOMAIN, ids=relative)
def test_domain_uses_the_standard_library_only_and_reads_nothing(path):
    names = imports(parse(path))
    foreign = {name for name in names if name.split(".")[0] not in sys.stdlib_module_names}
    impure = {name for name in names if name in IMPURE or name.split(".")[0] in IMPURE}
    assert not foreign, f"not in the standard library: {foreign}"
    assert not impure, f"input, output, chance or a clock: {impure}"


@pytest.mark.parametrize("path", DOMAIN, ids=relative)
def test_domain_has_no_clock(path):
    calls = [node for node in ast.walk(parse(path)) if isinstance(node, ast.Call)]
    clocks = [
        f"{relative(path)}:{call.lineno}"
        for call in calls
        if (isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS)
        or (isinstance(call.func, ast.Name) and call.func.id == "open")
    ]
    assert not clocks, f"`now` is an argument of pure code, and files are read elsewhere: {clocks}"


@pytest.mark.parametrize("path", sorted((ADDON / "adapters").rglob("*.py")), ids=relative)
def test_adapters_know_no_environment(path):
    used = [node for node in ast.walk(parse(path)) if isinstance(node, ast.Attribute) and node.attr in ENVIRONMENTS]
    assert not [node.lineno for node in used], "an adapter is given values, never records"


def test_manifest_asks_for_the_packages_that_the_lock_holds():
    manifest = ast.literal_eval((ADDON / "__manifest__.py").read_text(encoding="utf-8"))
    text = (ROOT / "requirements" / "addon.in").read_text(encoding="utf-8")
    listed = {re.split(r"[\s<>=!~;\[]", line)[0] for line in text.splitlines() if line and not line.startswith("#")}
    assert set(manifest["external_dependencies"]["python"]) == listed
