"""Tests inside Odoo: ours, and Odoo's own of CRM with and without our addon."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from . import databases, odoo
from .browser import ensure_chromium
from .odoo_source import get_source
from .paths import ADDON_NAME, CACHE, STATE
from .progress import Failure, run_logged, say
from .suites import TESTS, run_pytest


def run_ours(extra: list[str]) -> bool:
    """tests/odoo in a fresh database with the addon installed."""
    if not any((TESTS / "odoo").rglob("test_*.py")):
        say("  tests/odoo has no tests")
        return True
    ensure_chromium()
    template = databases.ensure_addon()
    with databases.temporary_clone(template) as database:
        env = {**odoo.environment(), "ODOO_RC": str(odoo.write_config(database))}
        return run_pytest("odoo", extra, ["--odoo-http"], env)


def run_crm() -> bool:
    """Odoo's own CRM tests: none may fail with our addon that passes without it."""
    ensure_chromium()
    without = _baseline()
    with_addon = _crm_results(databases.ensure_addon(), "Odoo's CRM tests with the addon")
    broken = sorted(name for name, passed in with_addon.items() if not passed and without.get(name, True))
    missing = sorted(set(without) - set(with_addon))
    shared = sorted(name for name, passed in with_addon.items() if not passed and not without.get(name, True))
    for name in shared:
        say(f"  fails without the addon too: {name}")
    for name in missing:
        say(f"  did not run with the addon: {name}")
    for name in broken:
        say(f"  FAILS ONLY WITH THE ADDON: {name}")
    say(f"  {len(with_addon)} of Odoo's CRM tests, {len(shared)} fail either way, {len(broken)} only with the addon")
    if broken or missing:
        say(f"  the whole output is in {STATE / 'log' / 'crm-tests-addon.log'}")
    return not broken and not missing


def _baseline() -> dict[str, bool]:
    """The outcome without the addon, kept in the cache as long as Odoo, its modules and the packages stay the same."""
    path = CACHE / f"crm-tests-{databases.base_key()}.json"
    if not path.exists():
        results = _crm_results(databases.ensure_base(), "Odoo's CRM tests without the addon")
        with tempfile.NamedTemporaryFile("w", dir=CACHE, delete=False) as temporary:
            json.dump(results, temporary)
        os.replace(temporary.name, path)
    return json.loads(path.read_text())


def _crm_results(template: str, label: str) -> dict[str, bool]:
    """Run Odoo's CRM tests on a database; whether each passed, by name. Skipped ones are left out.

    A few of them drive a browser against the clock, which a busy machine loses, so what fails is tried once more.
    """
    kind = "addon" if ADDON_NAME in _installed(template) else "base"
    results = _run_crm_tests(template, label, f"crm-tests-{kind}", [])
    failed = sorted(name for name, passed in results.items() if not passed)
    if failed:
        again = _run_crm_tests(template, f"{label}: {len(failed)} once more", f"crm-tests-{kind}-again", failed)
        for name in failed:
            if again.get(name):
                say(f"  failed once and then passed: {name}")
                results[name] = True
    return results


def _run_crm_tests(template: str, label: str, log: str, names: list[str]) -> dict[str, bool]:
    tests = get_source().addons_paths[-1] / "crm" / "tests"
    with databases.temporary_clone(template) as database, tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-c", os.devnull, f"--rootdir={tests}", "-p", "no:cacheprovider"]
        command += ["--odoo-http", "-q", f"--junitxml={report}", "-o", "junit_family=xunit1"]
        command += [str(tests / name) for name in names] or [str(tests)]
        env = {**odoo.environment(), "ODOO_RC": str(odoo.write_config(database))}
        try:
            run_logged(label, command, log=log, env=env, cwd=Path(folder))
        except Failure:
            if not report.exists():
                raise
        return _outcomes(report)


def _outcomes(report: Path) -> dict[str, bool]:
    """Whether each test of a report passed, by the name that pytest takes to run it."""
    results: dict[str, bool] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        kinds = {child.tag for child in case}
        if "skipped" not in kinds:
            name = f"{case.get('file')}::{case.get('classname', '').rpartition('.')[2]}::{case.get('name')}"
            results[name] = results.get(name, True) and not kinds & {"failure", "error"}
    return results


def _installed(database: str) -> set[str]:
    rows = databases.execute(database, "SELECT name FROM ir_module_module WHERE state = 'installed'")
    return {name for (name,) in rows}
