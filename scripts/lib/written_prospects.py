"""Prospects who were written to, with answers and costs, for tests of pages that show what came of it."""

from __future__ import annotations

from datetime import timedelta

SEQUENCE = "outbound_prospecting.sequence_tier_1"


def seed(env, payload: dict) -> list[int]:
    """`prospects` of them: each got two mails, every third answered with interest, every tenth mail came back."""
    now = env.cr.now().replace(microsecond=0)
    team = env.ref("outbound_prospecting.crm_team_outbound")
    stages = env["crm.stage"].search([("team_ids", "in", team.ids)], order="sequence")
    source = env["utm.source"].create({"name": "Seeded list"})
    mailbox = env["outbound.mailbox"].create({"name": "Seed", "email": "seed@ours.example.com"})
    provider = env["outbound.provider"].create(
        {"name": "Seed", "endpoint": "https://models.example.com/v1", "model": "seed"}
    )
    steps = env.ref(SEQUENCE).step_ids.filtered(lambda step: step.channel == "email")[:2]
    leads = env["crm.lead"].create(
        [
            {"name": f"Seeded {n}", "team_id": team.id, "source_id": source.id, "expected_revenue": 1000}
            for n in range(payload["prospects"])
        ]
    )
    leads.write({"stage_id": stages[1].id})
    leads[::3].write({"stage_id": stages[2].id})
    rows = []
    for lead in leads:
        base = {"lead_id": lead.id, "company_id": lead.company_id.id, "date": now - timedelta(days=2)}
        for number, step in enumerate(steps, 1):
            sent = {"touch": lead.id * 10 + number, "step": step.id, "number": number, "channel": "email", "hour": 9 + number,
                    "mailbox": mailbox.id, "variant": "A", "level": "director", "tier": "tier_1"}  # fmt: skip
            rows.append({**base, "kind": "touch_sent", "payload": sent})
        answer = {"reply": lead.id, "touch": sent["touch"], "label": "interest", "fault": False}
        if not lead.id % 3:
            rows.append({**base, "kind": "reply_read", "payload": answer})
        elif not lead.id % 10:
            answer |= {"label": "bounce", "fault": "recipient"}
            rows.append({**base, "kind": "bounced", "payload": answer})
    env["outbound.event"]._log(rows)
    calls = [{"provider_id": provider.id, "lead_id": lead.id, "purpose": "seed", "cost": 0.25} for lead in leads]
    env["outbound.provider.call"].sudo().create(calls)
    return leads.ids
