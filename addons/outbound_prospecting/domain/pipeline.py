"""What a stage of an outbound team means for the prospects in it: chance, lost or not, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Stage:
    """A column of the board. `probability` is the fixed chance in percent, None where it is predicted."""

    id: int
    is_won: bool = False
    is_lost: bool = False
    fold: bool = False
    probability: float | None = None

    @property
    def is_open(self) -> bool:
        return not (self.is_won or self.is_lost)


class Board:
    """The stages of one team, in order."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = tuple(stages)
        self._by_id = {stage.id: stage for stage in self.stages}

    def __bool__(self) -> bool:
        return bool(self.stages)

    def __contains__(self, stage_id: object) -> bool:
        return stage_id in self._by_id

    def get(self, stage_id: int | None) -> Stage | None:
        return self._by_id.get(stage_id) if stage_id else None

    @property
    def first(self) -> Stage | None:
        """Where prospects enter: the first open stage, folded ones only when there is no other."""
        entries = [stage for stage in self.stages if stage.is_open]
        return next((stage for stage in entries if not stage.fold), entries[0] if entries else None)

    @property
    def won(self) -> Stage | None:
        return next((stage for stage in self.stages if stage.is_won), None)

    @property
    def lost(self) -> Stage | None:
        return next((stage for stage in self.stages if stage.is_lost), None)

    def fixed_probability(self, stage_id: int | None, *, active: bool) -> float | None:
        """The chance in percent that a prospect of this stage has, None where Odoo decides.

        Won, lost and archived prospects follow Odoo's own rules.
        """
        stage = self.get(stage_id)
        return stage.probability if stage and active and stage.is_open else None


@dataclass(frozen=True)
class Standing:
    """Where a prospect stands before a change. Lost is archived with a probability of 0, as in Odoo."""

    stage_id: int | None
    active: bool
    probability: float
    lost_from_stage_id: int | None = None

    @property
    def is_lost(self) -> bool:
        return not self.active and self.probability == 0


def settle(board: Board, before: Standing, vals: Mapping[str, Any]) -> dict[str, Any]:
    """Values that must go with `vals` so that stage, archiving and probability tell the same story.

    A prospect is lost exactly while it is in the lost stage: entering the stage by any way loses it, losing it
    by any way moves it there, and leaving it by any way brings it back.

    :param vals: the values about to be written; of interest are `stage_id`, `active` and `probability`
    :return: further values that replace those of `vals`; empty when nothing else follows. A board without a
        lost stage leaves losing to Odoo.
    """
    target = board.get(vals["stage_id"]) if "stage_id" in vals else None
    if "stage_id" in vals and target is None:
        return {}  # not a stage of this board: refused by whoever writes it
    if _will_be_lost(target, before, vals):
        return _lost(board, before, target) if board.lost else {}
    if before.is_lost and (target or vals.get("active")):
        return _restored(board, before, target, vals)
    stage_id = target.id if target else before.stage_id
    fixed = board.fixed_probability(stage_id, active=vals.get("active", before.active))
    return {"probability": fixed} if fixed is not None and "probability" in vals else {}


def _will_be_lost(target: Stage | None, before: Standing, vals: Mapping[str, Any]) -> bool:
    if target and target.is_lost:
        return True
    if before.is_lost:
        marked = vals.get("active") is False and vals.get("probability") == 0
        return marked or not (target or vals.get("active"))
    active = vals.get("active", before.active)
    return not active and vals.get("probability", before.probability) == 0


def _lost(board: Board, before: Standing, target: Stage | None) -> dict[str, Any]:
    assert board.lost is not None
    settled = {"stage_id": board.lost.id, "active": False, "probability": 0, "automated_probability": 0}
    if before.is_lost and before.stage_id == board.lost.id:
        return settled
    came_from = target if target and not target.is_lost else board.get(before.stage_id)
    if came_from is None or came_from.is_lost:
        came_from = board.get(before.lost_from_stage_id) or board.first
    return {**settled, "lost_from_stage_id": came_from.id if came_from else False}


def _restored(board: Board, before: Standing, target: Stage | None, vals: Mapping[str, Any]) -> dict[str, Any]:
    current = board.get(before.stage_id)
    stayed = current if current and not current.is_lost else None  # lost while the board had no lost stage
    stage = target or board.get(before.lost_from_stage_id) or stayed or board.first
    settled: dict[str, Any] = {"active": True, "lost_reason_id": False}
    if stage:
        settled["stage_id"] = stage.id
        fixed = board.fixed_probability(stage.id, active=True)
        if fixed is not None and "probability" in vals:
            settled["probability"] = fixed
    return settled
