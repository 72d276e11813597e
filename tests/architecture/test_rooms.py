"""A room names only models of rooms to its left; `models/crm_lead.py` composes them all."""

import ast
from pathlib import Path

import pytest

from tests.bare_package import ADDON

ROOMS = [
    "foundation",
    "compliance",
    "pipeline",
    "icp",
    "discovery",
    "enrichment",
    "mailbox",
    "sequence",
    "drafting",
    "review",
    "sending",
    "replies",
    "routing",
    "insight",
]
MODELS = ADDON / "models"


def rooms() -> list[Path]:
    return sorted(path for path in MODELS.iterdir() if path.is_dir() and path.name != "__pycache__")


def strings(tree: ast.AST) -> list[ast.Constant]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def defined_models(tree: ast.AST) -> set[str]:
    """The names that a file's classes give themselves with `_name`."""
    return {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and any(isinstance(target, ast.Name) and target.id == "_name" for target in node.targets)
    }


def sources() -> dict[Path, ast.AST]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for room in rooms() for path in room.rglob("*.py")}


def room_of(path: Path) -> str:
    return path.relative_to(MODELS).parts[0]


def imported_rooms(path: Path, tree: ast.AST) -> set[str]:
    """Rooms that a file imports from by a relative path (`from ..icp import …`)."""
    depth = len(path.relative_to(MODELS).parts)
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    return names & set(ROOMS)


def test_every_room_has_its_place_in_the_order():
    assert {path.name for path in rooms()} <= set(ROOMS)


@pytest.mark.parametrize("room", rooms(), ids=lambda path: path.name)
def test_every_room_has_a_card(room):
    source = (room / "__init__.py").read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), f"{room.name}/__init__.py says nothing about the room"


def test_a_room_names_only_rooms_to_its_left():
    trees = sources()
    owners = {
        name: room_of(path)
        for path, tree in trees.items()
        for name in defined_models(tree)
        if name.startswith("outbound.")
    }
    assert owners
    wrong = []
    for path, tree in trees.items():
        own = ROOMS.index(room_of(path))
        named = [(node.lineno, node.value, owners[node.value]) for node in strings(tree) if node.value in owners]
        named += [(1, f"import of {room}", room) for room in imported_rooms(path, tree)]
        wrong += [
            f"{path.relative_to(MODELS)}:{line} names {name} of {owner}"
            for line, name, owner in named
            if ROOMS.index(owner) > own
        ]
    assert not wrong, "\n".join(wrong)
