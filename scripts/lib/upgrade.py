"""The addon as it was before is installed, used, and upgraded to the present one: everything must still be there."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

from . import databases, odoo
from .paths import ADDON, ADDONS, ROOT, STATE
from .progress import Failure, say

TRIES = 5  # earlier states that are tried when one does not install
# What the present version converts on purpose, by table; everything else is compared value by value.
CONVERTED: dict[str, set[str]] = {}
BOOKKEEPING = {"write_date", "write_uid"}


def check_upgrade() -> bool:
    """From far back and from the last state before the present one; each the first of its list that installs."""
    base = databases.ensure_base(demo=True)
    outcomes: dict[str, bool] = {}
    with tempfile.TemporaryDirectory(dir=STATE) as folder:
        for commits in _earlier_states():
            for commit in commits[:TRIES]:
                outcome = outcomes[commit] if commit in outcomes else _try(base, commit, Path(folder, commit))
                if outcome is not None:
                    outcomes[commit] = outcome
                    break
    if not outcomes:
        say("  there is no earlier addon that installs in this clone, so there is nothing to upgrade from")
    return all(outcomes.values())


def _try(base: str, commit: str, folder: Path) -> bool | None:
    """Whether everything survives the upgrade from one commit; None where its addon does not even install."""
    with databases.temporary_clone(base) as database:
        previous = _extract(commit, folder)
        try:
            databases.install_addon(database, demo=True, addons=previous)
        except Failure as failure:
            say(f"  commit {commit[:12]} does not install, so nobody can upgrade from it: {failure}")
            return None
        return _upgrade(database, commit, previous)


def _upgrade(database: str, commit: str, previous: Path) -> bool:
    config = odoo.write_config(database, previous)
    edited = odoo.call(database, "lib.upgrade_edits:make", config=config)
    before = _snapshot(database)
    databases.install_addon(database, demo=True, update=True)
    problems = _compare(before, _snapshot(database))
    rows = sum(map(len, before.values()))
    say(f"  from commit {commit[:12]}: {rows} rows of {len(before)} tables, of which {edited} edited by a user")
    for problem in problems[:30]:
        say(f"  {problem}")
    if not before.get("crm_lead"):
        say("  the earlier state had no lead to keep, so this proves nothing")
        return False
    return not problems


def _earlier_states() -> tuple[list[str], list[str]]:
    """Commits with another addon than the present one.

    :return: from far back (the last release, else the last of an earlier day, else the first of this day), and the
        nearest first
    """
    if not ADDON.exists():
        return [], []
    path = str(ADDON.relative_to(ROOT))
    present = _git("rev-parse", f"HEAD:{path}")
    log = [line.split() for line in _git("log", "--first-parent", "--format=%H %cs", "--", path).splitlines()]
    nearest = [commit for commit, _ in log if _git("rev-parse", f"{commit}:{path}") not in ("", present)]
    release = _git("describe", "--tags", "--abbrev=0", "--match=*.*", "HEAD^")
    if release:
        return [_git("rev-list", "-1", release)], nearest
    earlier_days = [commit for commit, day in log if day < log[0][1]]
    return earlier_days or nearest[::-1], nearest


def _git(*arguments: str) -> str:
    """What git says, or nothing where it has no answer (no such commit, no repository)."""
    command = ["git", "-C", str(ROOT), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() if result.returncode == 0 else ""


def _extract(commit: str, folder: Path) -> Path:
    """The addons folder as it was, unpacked."""
    archive = subprocess.run(
        ["git", "-C", str(ROOT), "archive", commit, str(ADDONS.relative_to(ROOT))], capture_output=True, check=True
    )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(folder)  # noqa: S202 - our own history
    return folder / ADDONS.relative_to(ROOT)


Table = dict[str, dict]


def _snapshot(database: str) -> dict[str, Table]:
    """All rows of the leads and of our own tables, by table and key."""
    tables = databases.execute(
        database,
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        " AND (table_name LIKE '%outbound%' OR table_name IN ('crm_lead', 'crm_stage', 'crm_team')) ORDER BY 1",
    )
    return {
        table: {
            str(row.get("id") or json.dumps(row, sort_keys=True)): row
            for (row,) in databases.execute(database, f'SELECT to_jsonb(t) FROM "{table}" t')
        }
        for (table,) in tables
    }


def _compare(before: dict[str, Table], after: dict[str, Table]) -> list[str]:
    problems = []
    for table, rows in before.items():
        if table not in after:
            problems.append(f"table {table} is gone")
            continue
        for key, row in rows.items():
            if key not in after[table]:
                problems.append(f"{table} {key} is gone")
                continue
            now = after[table][key]
            compared = row.keys() & now.keys() - BOOKKEEPING - CONVERTED.get(table, set())
            problems += [
                f"{table} {key}: {column} was {row[column]!r} and is {now[column]!r}"
                for column in sorted(compared)
                if row[column] != now[column]
            ]
    return problems
