"""A pilot as people run it: chosen and launched, its gates passed, decided at the end."""

from __future__ import annotations

from collections.abc import Sequence

TIERS = ("tier_1", "tier_2")


def launch_pilot(env, leads, name: str, days: int, tiers: Sequence[str] = TIERS):
    """Launch a pilot with these prospects and review their scores, so that they enrol; nobody else does.

    :param env: at the moment of the launch
    :param tiers: whose sequences it has for its own
    """
    sequences = env["outbound.sequence"]
    for tier in tiers:
        sequences += sequences.search([("tier", "=", tier), ("state", "!=", "archived")], limit=1)
    sequences.filtered(lambda sequence: sequence.state == "draft").write({"state": "active"})
    sequences.filtered(lambda sequence: sequence.review_policy != "all").review_policy = "all"
    pilot = env["outbound.pilot"].create(
        {
            "name": name,
            "days": days,
            "batch_size": len(leads),
            "sequence_ids": [(6, 0, sequences.ids)],
            "member_ids": [(0, 0, {"lead_id": lead.id}) for lead in leads],
        }
    )
    pilot.action_launch()
    pilot.gate_ids.filtered("is_next").action_pass()
    env.cr.commit()
    return pilot


def pass_gates(env) -> None:
    """What the responsible person does about gates: the figures are looked at when the plan says so, or mails wait."""
    waiting = env["outbound.touch"].search([("hold_code", "=", "pilot_gate"), ("wake_date", "!=", False)])
    for pilot in env["outbound.pilot"].search([("state", "=", "launched")]):
        gate = pilot.gate_ids.filtered("is_next")
        if gate and (pilot in waiting.enrolment_id.pilot_id or pilot._get_progress().waiting_for):
            gate.action_pass()


def finish_pilot(pilot) -> None:
    """Decide as the memo proposes. Records at the moment of the decision."""
    decision = pilot._get_memo().decision.value
    pilot.decision = decision if decision != "wait" else "extend"
    pilot.action_finish()


def describe_pilot(pilot) -> dict:
    """How it stands, each criterion with its value and status."""
    return {
        "name": pilot.name,
        "state": pilot.state,
        "day": pilot.day,
        "decision": pilot.decision or "",
        "criteria": {
            row["metric"]: {"value": row["value"], "of": row["of"], "status": row["status"]}
            for row in pilot.criteria_report or ()
        },
    }
