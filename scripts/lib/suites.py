"""`scripts/test`: the checks, by name. What follows `--` goes to pytest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from .paths import ADDON, ADDONS, ROOT
from .progress import Failure, say

TESTS = ROOT / "tests"
NOTHING_COLLECTED = 5  # pytest's exit code
USAGE = "usage: scripts/test [{names}|all] … [-- pytest options and paths]"


def main(arguments: list[str]) -> int:
    names, _, extra = _split(arguments)
    if {"-h", "--help"} & set(names):
        print(USAGE.format(names="|".join(SUITES)))
        return 0
    unknown = set(names) - set(SUITES) - {"all"}
    if unknown:
        raise Failure(f"there is no suite named {', '.join(sorted(unknown))}; {USAGE.format(names='|'.join(SUITES))}")
    chosen = [name for name in SUITES if name in names or not names or ("all" in names and name not in OPTIONAL)]
    failed = []
    for name in chosen:
        started = time.monotonic()
        say(f"\n{name}")
        try:
            passed = SUITES[name](extra)
        except Failure as failure:
            say(str(failure))
            passed = False
        say(f"{name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - started:.1f} s")
        if not passed:
            failed.append(name)
    say(
        f"\n{len(chosen) - len(failed)} of {len(chosen)} suites passed"
        + (f"; failed: {', '.join(failed)}" if failed else "")
    )
    return bool(failed)


def _split(arguments: list[str]) -> tuple[list[str], str, list[str]]:
    if "--" not in arguments:
        return arguments, "", []
    position = arguments.index("--")
    return arguments[:position], "--", arguments[position + 1 :]


def run_pytest(folder: str, extra: list[str], options: list[str], env: dict[str, str] | None = None) -> bool:
    """Run one folder of tests, or the paths of it that the person named."""
    if not any((TESTS / folder).rglob("test_*.py")):
        say(f"  tests/{folder} has no tests")
        return True
    named = [word for word in extra if not word.startswith("-") and Path(ROOT, word.split("::")[0]).exists()]
    paths = [] if named else [str(TESTS / folder)]
    code = run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, *paths, *extra, env=env)
    if code == NOTHING_COLLECTED and extra:
        say("  no test of this suite was chosen")
        return True
    return code == 0


def run(*command: str, env: dict[str, str] | None = None) -> int:
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def lint(extra: list[str]) -> bool:
    """Style, Odoo's conventions, import rules and types: all of them, so that one run names everything."""
    python = (sys.executable, "-m")
    with_addons = {**os.environ, "PYTHONPATH": str(ADDONS)}
    concise = "--output-format=concise"
    codes = [run(*python, "ruff", "check", concise, "."), run(*python, "ruff", "format", "--check", concise, ".")]
    if ADDON.exists():
        codes.append(run(*python, "pylint", f"--rcfile={ROOT / 'pyproject.toml'}", str(ADDON)))
        start = "from importlinter.cli import lint_imports_command; lint_imports_command()"
        codes.append(run(sys.executable, "-c", start, "--no-cache", env=with_addons))
        typed = [str(ADDON / name) for name in ("domain", "adapters") if any((ADDON / name).glob("*.py"))]
        if typed:
            codes.append(run(*python, "mypy", *typed))
    return not any(codes)


def unit(extra: list[str]) -> bool:
    return run_pytest("unit", extra, ["-p", "no:odoo"])


def contract(extra: list[str]) -> bool:
    return run_pytest("contract", extra, ["-p", "no:odoo"])


def architecture(extra: list[str]) -> bool:
    return run_pytest("architecture", extra, ["-p", "no:odoo"])


# The suites below need Odoo and a database, so they import what sets those up only when they run.


def odoo(extra: list[str]) -> bool:
    from . import odoo_tests

    return odoo_tests.run_ours(extra)


def crm(extra: list[str]) -> bool:
    from . import odoo_tests

    return odoo_tests.run_crm()


def browser(extra: list[str]) -> bool:
    from .browser import ensure_chromium

    if not any((TESTS / "browser").rglob("test_*.py")):
        say("  tests/browser has no tests")
        return True
    from . import databases

    databases.ensure_addon(demo=True)
    env = {**os.environ, "OUTBOUND_CHROMIUM": ensure_chromium()}
    return run_pytest("browser", extra, ["-p", "no:odoo"], env)


def sending(extra: list[str]) -> bool:
    """The proofs of the send contract: workers in processes of their own, some of which are killed."""
    from . import databases

    databases.ensure_addon()
    return run_pytest("sending", extra, ["-p", "no:odoo"])


def wheel(extra: list[str]) -> bool:
    from .wheel import check_wheel

    return check_wheel()


def upgrade(extra: list[str]) -> bool:
    from .upgrade import check_upgrade

    return check_upgrade()


SUITES: dict[str, Callable[[list[str]], bool]] = {
    "lint": lint,
    "unit": unit,
    "contract": contract,
    "architecture": architecture,
    "wheel": wheel,
    "odoo": odoo,
    "sending": sending,
    "crm": crm,
    "browser": browser,
    "upgrade": upgrade,
}
OPTIONAL: set[str] = set()
