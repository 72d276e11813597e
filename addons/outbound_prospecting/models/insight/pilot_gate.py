from odoo import _, api, fields, models
from odoo.exceptions import AccessError, UserError

from ...domain.pilot import week_plan

GATES = [
    ("scores_reviewed", "The scores of the prospects were reviewed"),
    ("first_answers_read", "The first answers were read"),
    ("criteria_checked", "The criteria were looked at"),
    ("decision_made", "The decision was made"),
]


class OutboundPilotGate(models.Model):
    """A part of the week plan, and the gate that a person passes at its end."""

    _name = "outbound.pilot.gate"
    _description = "Week of a Pilot"
    _order = "number, id"
    _rec_name = "code"

    pilot_id = fields.Many2one("outbound.pilot", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="pilot_id.company_id", store=True, index="btree_not_null")
    number = fields.Integer(string="Week", required=True, aggregator=None)
    code = fields.Selection(GATES, string="Gate", required=True)
    days = fields.Char(compute="_compute_plan")
    work = fields.Char(compute="_compute_plan")
    is_next = fields.Boolean(compute="_compute_is_next")
    hint = fields.Char(compute="_compute_plan")
    passed_date = fields.Datetime(readonly=True)
    passed_by = fields.Many2one("res.users", readonly=True, ondelete="set null")

    _once = models.UniqueIndex("(pilot_id, code)", "A gate stands once in a pilot.")

    @api.depends("number", "code", "pilot_id.days")
    @api.depends_context("lang")
    def _compute_plan(self):
        for gate in self:
            week = week_plan(gate.pilot_id.days)[gate.number - 1]
            gate.days = f"{week.first_day}–{week.last_day}"
            gate.work = (
                _("Touches %(first)s to %(last)s", first=week.touches[0], last=week.touches[1])
                if week.touches
                else _("Research and scores")
            )
            gate.hint = gate._describe_hint()

    def _describe_hint(self) -> str:
        return {
            "scores_reviewed": _("Look at the prospects with their scores. Passing it enrols them."),
            "first_answers_read": _("Read what came back so far. Passing it lets touches 4 to 6 leave."),
            "criteria_checked": _("Look at the criteria. Passing it lets touches 7 and 8 leave."),
            "decision_made": _("Passed by finishing the pilot."),
        }[self.code]

    @api.depends("pilot_id.state", "pilot_id.gate_ids.passed_date")
    def _compute_is_next(self):
        for gate in self:
            ahead = gate.pilot_id.gate_ids.filtered(lambda one: not one.passed_date).sorted("number")[:1]
            gate.is_next = gate.pilot_id.state == "launched" and gate == ahead and gate.code != "decision_made"

    def action_pass(self):
        """Button: a person has done what the gate asks for; the work behind it may begin.

        :raises UserError: when it is not this gate's turn
        """
        self.ensure_one()
        if not self.env.user.has_group("outbound_prospecting.group_outbound_manager"):
            raise AccessError(_("Only a sales manager passes the gates of a pilot."))
        if self.passed_date:
            return True
        if not self.is_next:
            raise UserError(_("It is not this gate's turn: the pilot runs, and the gates before it are passed first."))
        self.sudo().write({"passed_date": self.env["outbound.clock"]._now(), "passed_by": self.env.uid})
        names = dict(self._fields["code"]._description_selection(self.env))
        self.pilot_id.message_post(body=_("Gate passed: %s", names[self.code]))
        self.pilot_id._go_on(self.code)
        return True
