"""Every proof that docs/proofs.md names exists, and every proof of the crash and worker suites is named there."""

import ast
import re

from tests.bare_package import ROOT

PROOFS = ROOT / "docs" / "proofs.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def defined(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_every_proof_that_the_table_names_exists():
    named = NAMED.findall(PROOFS.read_text(encoding="utf-8"))
    assert named
    missing = [f"{path}::{name}" for path, name in named if not (ROOT / path).exists() or name not in defined(path)]
    assert not missing, "docs/proofs.md names tests that do not exist:\n" + "\n".join(missing)


def test_every_row_of_the_tables_names_a_proof():
    lines = PROOFS.read_text(encoding="utf-8").splitlines()
    below = [*lines[1:], ""]
    rows = [
        line for line, after in zip(lines, below, strict=True) if line.startswith("| ") and not after.startswith("|---")
    ]
    assert rows
    assert [row for row in rows if not NAMED.search(row)] == []


def test_no_crash_or_worker_proof_is_left_out_of_the_table():
    named = set(NAMED.findall(PROOFS.read_text(encoding="utf-8")))
    for path in ("tests/sending/test_crashes.py", "tests/sending/test_workers.py"):
        left_out = {name for name in defined(path) if (path, name) not in named}
        assert not left_out, f"{path} proves what docs/proofs.md does not mention: {left_out}"
