from datetime import timedelta
from random import Random

from odoo.tests import tagged

from tests.odoo.sequence.common import MONDAY

from .common import HUMAN, LABELS, PilotCase

OVER = ("completed", "replied", "stopped")


@tagged("post_install", "-at_install")
class TestPilotFigures(PilotCase):
    """Every figure of a pilot equals a count in plain Python over the records, and opens them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.provider = cls.env["outbound.provider"].create(
            {"name": "Paid", "endpoint": "https://models.example.com/v1", "model": "small"}
        )

    # ------------------------------------------------------------------ a world by seed

    def world(self, seed):
        """A pilot of 24 prospects to whom all kinds of things happened, and strangers to whom the same did."""
        random = Random(seed)
        start = 1000 * seed
        leads = self.people(24, start=start)
        strangers = self.people(4, start=start + 500)
        self.reply(leads[0], "interest", received_date=MONDAY - timedelta(days=9))  # of an earlier year
        sequence = self.make_sequence(name=f"World {seed}", track_opens=bool(seed % 2))
        pilot = self.launched(
            leads, gates=1, holdout_share=random.choice([0, 20]), other_cost=random.choice([0, 120]),
            sequence_ids=[(6, 0, sequence.ids)],
        )  # fmt: skip
        self.enrol_all(pilot)
        for lead in leads | strangers:
            self.happen(random, lead)
        return pilot

    def happen(self, random, lead):
        enrolment = lead.enrolment_ids[:1]
        for touch in enrolment.touch_ids:
            state = random.choice(["planned", "planned", "sent" if touch.channel == "email" else "done", "skipped"])
            if touch.channel == "email" and random.random() < 0.1:
                state = "failed"
            touch._write_state({"state": state, "done_date": MONDAY if state != "planned" else False})
        if enrolment and random.random() < 0.6:
            enrolment._write_state({"state": random.choice(["active", "paused", *OVER])})
        for _number in range(random.choice([0, 0, 1, 2])):
            self.reply(lead, random.choice(LABELS))
        for kind in ("opened", "unsubscribed"):
            if random.random() < 0.3:
                self.event(lead, kind, payload={"automatic": random.random() < 0.5} if kind == "opened" else None)
        if random.random() < 0.3:
            lead.meeting_booked_date = MONDAY + timedelta(days=random.randint(1, 20))
        lead.deal_value_estimate = random.choice([0, 1500, 20_000])
        for _number in range(random.choice([0, 1, 3])):
            self.env["outbound.provider.call"].create(
                {
                    "provider_id": self.provider.id,
                    "lead_id": lead.id,
                    "purpose": "test",
                    "cost": random.choice([0.01, 2.5]),
                }
            )
        if random.random() < 0.15:
            lead.action_set_lost()

    # ------------------------------------------------------------------ the count by hand

    def facts(self, pilot, lead):
        enrolment = lead.enrolment_ids.filtered(lambda one: one.pilot_id == pilot)
        labels = {
            reply.label for reply in self.Reply.search([("lead_id", "=", lead.id)]) if reply.received_date >= MONDAY
        }
        events = self.env["outbound.event"].search([("lead_id", "=", lead.id)])
        opens = events.filtered(lambda event: event.kind == "opened")
        answered = bool(labels & HUMAN)
        return {
            "contacted": any(
                touch.channel != "internal" and touch.state in ("sent", "done") for touch in enrolment.touch_ids
            ),
            "tracked": enrolment.sequence_id.track_opens,
            "opened": any(not (event.payload or {}).get("automatic") for event in opens),
            "replied": answered,
            "positive": bool(labels & {"interest", "meeting_request", "question"}),
            "meeting": bool(lead.meeting_booked_date),
            "bounced": "bounce" in labels or "failed" in enrolment.touch_ids.mapped("state"),
            "complained": "complaint" in labels,
            "over": enrolment.state in OVER,
            "completed": enrolment.state in ("completed", "replied") or (enrolment.state == "stopped" and answered),
            "lost": lead.won_status == "lost",
            "value": lead.deal_value_estimate,
            "cost": sum(self.env["outbound.provider.call"].search([("lead_id", "=", lead.id)]).mapped("cost")),
        }

    def recount(self, pilot):
        """Metric -> (value, ids of those who make it), by hand."""
        members = pilot.member_ids.filtered(lambda member: not member.holdout)
        facts = {lead: self.facts(pilot, lead) for lead in members.lead_id.with_context(active_test=False)}
        for known in facts.values():
            known["tried"] = known["contacted"] or known["bounced"]

        def rate(flag, among="contacted"):
            base = [lead for lead, known in facts.items() if known[among]]
            hits = [lead.id for lead in base if facts[lead][flag]]
            return (len(hits) / len(base) if base else None), hits

        contacted = [lead for lead, known in facts.items() if known["contacted"]]
        deals = [lead for lead in contacted if (facts[lead]["positive"] or facts[lead]["meeting"]) and not facts[lead]["lost"]]  # fmt: skip
        _share, meetings = rate("meeting")
        spent = pilot.other_cost + sum(known["cost"] for known in facts.values())
        opened = [lead for lead in contacted if facts[lead]["tracked"]]
        return {
            "open_rate": (
                (sum(facts[lead]["opened"] for lead in opened) / len(opened) if opened else None),
                [lead.id for lead in opened if facts[lead]["opened"]],
            ),
            "reply_rate": rate("replied"),
            "positive_rate": rate("positive"),
            "meeting_rate": rate("meeting"),
            "bounce_rate": rate("bounced", among="tried"),
            "complaint_rate": rate("complained"),
            "completion_rate": rate("completed", among="over"),
            "pipeline_value": (sum(facts[lead]["value"] for lead in deals), [lead.id for lead in deals]),
            "cost_per_meeting": (spent / len(meetings) if meetings else None, meetings),
        }

    # ------------------------------------------------------------------ proofs

    def test_every_figure_equals_a_count_by_hand_over_seeds(self):
        for seed in range(1, 7):
            with self.subTest(seed=seed):
                pilot = self.world(seed)
                by_hand = self.recount(pilot)
                figures = pilot._measure()[pilot.id]
                for metric, (value, ids) in by_hand.items():
                    found = figures[metric]
                    self.assertEqual(sorted(found.hits), sorted(ids), metric)
                    if value is None:
                        self.assertIn(found.finding.value, (None, float("inf")), metric)
                    else:
                        self.assertAlmostEqual(found.finding.value, value, msg=metric)
                    opened = pilot.action_open_figure(metric)
                    leads = self.env["crm.lead"].with_context(opened["context"]).search(opened["domain"])
                    self.assertEqual(sorted(leads.ids), sorted(ids), metric)

    def test_the_workbook_and_the_memo_say_the_same(self):
        pilot = self.world(7)
        by_hand = self.recount(pilot)
        header, *rows = pilot._get_criteria_rows()
        self.assertEqual(len(rows), len(by_hand))
        for criterion, row in zip(pilot.criterion_ids, rows, strict=True):
            value, ids = by_hand[criterion.metric]
            self.assertEqual(row[header.index("Cases")], len(ids))
            if value is not None:
                scale = 1 if criterion.unit == pilot.currency_id.symbol else 100
                self.assertAlmostEqual(row[header.index("Value")], value * scale, places=1)
        self.assertTrue(pilot._build_workbook().startswith(b"PK"))
        report = self.env.ref("outbound_prospecting.outbound_pilot_memo_report")
        page = self.env["ir.actions.report"]._render_qweb_html(report, pilot.ids)[0].decode()
        for row in pilot.criteria_report:
            self.assertIn(row["name"], page)
            self.assertIn(row["status_name"], page)

    def test_opens_stand_with_the_share_of_machines(self):
        lead, other = self.people(2)
        sequence = self.make_sequence(name="Tracked", track_opens=True)
        pilot = self.launched(lead, other, gates=1, sequence_ids=[(6, 0, sequence.ids)])
        for enrolment in self.enrol_all(pilot):
            self.mark_sent(enrolment, 2)
        self.event(lead, "opened", payload={"automatic": True})
        self.event(other, "opened")
        row = next(row for row in pilot.criteria_report if row["metric"] == "open_rate")
        self.assertEqual((row["of"], row["note"][:6]), ("1 of 2", "1 more"))

    def test_a_finished_pilot_keeps_its_figures(self):
        pilot = self.world(8)
        before = self.recount(pilot)
        pilot.decision = "adjust"
        pilot.action_finish()
        for member in pilot.member_ids:
            self.reply(member.lead_id, "interest")
        self.assertEqual(sorted(pilot._measure()[pilot.id]["positive_rate"].hits), sorted(before["positive_rate"][1]))

    def test_those_held_out_are_compared_and_never_counted(self):
        leads = self.people(10)
        pilot = self.launched(leads, gates=1, holdout_share=30)
        for enrolment in self.enrol_all(pilot):
            self.mark_sent(enrolment, 2)
        held = pilot.member_ids.filtered("holdout").lead_id
        held[0].meeting_booked_date = MONDAY + timedelta(days=3)
        figures = pilot._measure()[pilot.id]
        self.assertEqual((len(figures["meeting_rate"].hits), len(figures["meeting_rate"].base)), (0, 7))
        written_to, held_out = pilot._get_comparison()
        self.assertEqual((written_to.people, written_to.meetings.hits), (7, 0))
        self.assertEqual((held_out.people, held_out.meetings.hits), (3, 1))
