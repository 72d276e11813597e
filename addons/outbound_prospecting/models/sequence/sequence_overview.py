from odoo import api, fields, models
from odoo.tools import SQL

from ...domain.planning import real_days
from .touch import WAITING_STATES

PREVIEWED = 3


class OutboundSequence(models.Model):
    """What the editor shows: the days with their touches, who is where now, and real prospects' texts."""

    _inherit = "outbound.sequence"

    day_line = fields.Json(compute="_compute_day_line")

    @api.depends("step_ids.day", "step_ids.channel", "step_ids.minimum_gap_days", "minimum_gap_days")
    @api.depends_context("lang")
    def _compute_day_line(self):
        for sequence in self:
            sequence.day_line = sequence._get_day_line()

    def _get_day_line(self) -> list[dict]:
        """The touches in order, each with the days of waiting before it and the prospects that stand before it now."""
        steps = self.step_ids.filtered("id")
        channels = dict(steps._fields["channel"]._description_selection(self.env))
        depths = dict(steps._fields["personalisation"]._description_selection(self.env))
        here = self._count_here()
        done = self._count_reached()
        days = real_days([step._to_plan() for step in steps])
        line = []
        previous = None
        for number, (step, real) in enumerate(zip(steps, days, strict=True), 1):
            line.append(
                {
                    "id": step.id,
                    "number": number,
                    "name": step.name,
                    "purpose": step.purpose or "",
                    "day": real,
                    "written_day": step.day,
                    "wait": real - previous if previous is not None else 0,
                    "channel": step.channel,
                    "channel_label": channels[step.channel],
                    "personalisation": depths.get(step.personalisation, ""),
                    "new_thread": step.channel == "email" and step.thread_mode == "new",
                    "blocking": step.blocking,
                    "lacks_text": step._lacks_text(),
                    "variants": len(step.template_ids) if "template_ids" in step._fields else 0,
                    "here": here.get(step.id, 0),
                    "reached": done.get(step.id, 0),
                }
            )
            previous = real
        return line

    def _count_here(self) -> dict[int, int]:
        """Prospects by the step that comes next for them."""
        self.env["outbound.touch"].flush_model()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT step_id, count(*)
                  FROM (SELECT DISTINCT ON (t.enrolment_id) t.step_id
                          FROM outbound_touch t
                          JOIN outbound_enrolment e ON e.id = t.enrolment_id
                         WHERE e.sequence_id = ANY(%s) AND e.state IN ('active', 'paused') AND t.state IN %s
                         ORDER BY t.enrolment_id, t.number) AS next
                 GROUP BY step_id
                """,
                self.ids,
                WAITING_STATES,
            )
        )
        return dict(rows)

    def _count_reached(self) -> dict[int, int]:
        """Touches sent or done, by step."""
        groups = self.env["outbound.touch"]._read_group(
            [("step_id", "in", self.step_ids.ids), ("state", "in", ["sent", "done"])], ["step_id"], ["__count"]
        )
        return {step.id: count for step, count in groups}

    def action_preview(self, step_id: int) -> list[dict]:
        """The editor: a touch as three real prospects would get it. Nothing is stored or sent.

        :return: ``{lead, name, subject, text, problem}`` for each
        """
        self.ensure_one()
        self.check_access("read")
        step = self.step_ids.filtered(lambda step: step.id == step_id)
        return [step._preview(lead) for lead in self._find_preview_leads()]

    def _find_preview_leads(self):
        """Prospects that might enrol: of the sequence's tier, the best first, with a name to write to."""
        domain = [
            ("team_id.is_outbound", "=", True),
            ("won_status", "=", "pending"),
            ("email_normalized", "!=", False),
        ]
        tier = [("icp_tier", "=", self.tier)] if self.tier else []
        Lead = self.env["crm.lead"]
        order = "icp_score desc, id"
        leads = Lead.search([*domain, *tier], order=order, limit=PREVIEWED)
        return leads or Lead.search(domain, order=order, limit=PREVIEWED)


class OutboundSequenceStep(models.Model):
    _inherit = "outbound.sequence.step"

    def _preview(self, lead) -> dict:
        """This touch for one prospect, as values. Mails have their text from the room that writes them."""
        entry = {
            "lead": lead.id,
            "name": lead.contact_name or lead.partner_name or lead.name,
            "subject": "",
            "problem": "",
        }
        touch = self.env["outbound.touch"].new({"step_id": self.id, "lead_id": lead.id, "channel": self.channel})
        return {**entry, "text": touch._get_task_text()}
