from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from .reply import DATED, FAULTS, LABELS

# What concerns law or people's wishes is done whatever the confidence.
ALWAYS = ("opt_out", "bounce", "complaint")


class OutboundReplyRule(models.Model):
    """What follows from a class of replies. One record a class, which an administrator edits.

    Whatever is set here, a mail that a person wrote pauses that person.
    """

    _name = "outbound.reply.rule"
    _description = "What Follows from a Reply"
    _order = "sequence, id"

    label = fields.Selection(LABELS, string="Class", required=True)
    fault = fields.Selection(FAULTS, help="Bounces only: whose fault it is.")
    company_id = fields.Many2one("res.company", help="Empty: for all companies without a rule of their own.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    min_confidence = fields.Float(
        string="From a Confidence of",
        default=0.7,
        digits=(16, 2),
        help="Below it the person is paused and somebody decides. Opt-outs, bounces and complaints always act.",
    )
    person = fields.Selection(
        [
            ("none", "Goes on"),
            ("pause", "Pauses until somebody resumes"),
            ("defer", "Pauses until the date they named"),
            ("reschedule", "The next touch moves behind the date they named"),
            ("stop", "Stops"),
        ],
        string="The Person",
        required=True,
        default="pause",
    )
    wait_days = fields.Integer(
        string="Without a Date", help="Days to wait when no date is named; 0 to let somebody decide."
    )
    colleagues = fields.Selection(
        [("none", "Go on"), ("pause", "Pause"), ("stop", "Stop")],
        string="Colleagues in Outreach",
        required=True,
        default="pause",
    )
    colleague_days = fields.Integer(
        string="Colleagues Resume After", default=7, help="Days; 0 for when somebody resumes them."
    )
    suppress = fields.Selection(
        [("none", "No"), ("person", "The person"), ("domain", "The person and everybody at their domain")],
        string="Never Write Again",
        required=True,
        default="none",
    )
    stage_id = fields.Many2one(
        "crm.stage", string="Move to Stage", ondelete="set null", help="Forward only, never back."
    )
    lost_reason_id = fields.Many2one(
        "crm.lost.reason", string="Close as Lost for", ondelete="set null", help="Empty: the prospect stays open."
    )
    propose_contact = fields.Boolean(
        string="Propose the Named Contact", help="As a new prospect, for somebody to accept."
    )
    mark_source = fields.Boolean(string="Mark the Source", help="Counts as wrong data of where the prospect came from.")
    pause_mailbox = fields.Boolean(help="Our own fault: nothing is sent from the mailbox until somebody looks at it.")
    hand_over = fields.Boolean(help="Goes to whoever follows up warm prospects.")
    alert = fields.Boolean(string="Remind the Rep", help="An activity on the prospect.")
    deadline_days = fields.Integer(string="Deadline by Law", help="Days in which it must be answered; 0 for none.")
    needs_person = fields.Boolean(string="Somebody Decides")
    closes = fields.Boolean(string="Nothing Left to Do", help="It leaves the inbox by itself.")
    summary = fields.Char(compute="_compute_summary", string="What Happens")

    _once = models.UniqueIndex(
        "(label, COALESCE(fault, ''), COALESCE(company_id, 0)) WHERE active", "There is a rule for this class already."
    )

    @api.constrains("label", "fault")
    def _check_fault(self):
        for rule in self:
            if rule.fault and rule.label != "bounce":
                raise ValidationError(_("Only bounces are somebody's fault: clear it, or choose the class “Bounce”."))

    @api.constrains("person", "label")
    def _check_dated(self):
        for rule in self:
            if rule.person in ("defer", "reschedule") and rule.label not in (*DATED, "bounce"):
                raise ValidationError(_("Only “Not now” and “Out of office” name a date to wait for."))

    @api.constrains("min_confidence", "wait_days", "colleague_days", "deadline_days")
    def _check_numbers(self):
        for rule in self:
            if not 0 <= rule.min_confidence <= 1:
                raise ValidationError(_("A confidence is between 0 and 1, such as 0.7."))
            if min(rule.wait_days, rule.colleague_days, rule.deadline_days) < 0:
                raise ValidationError(_("Days cannot be negative."))

    @api.depends("label", "fault")
    def _compute_display_name(self):
        labels = dict(self._fields["label"]._description_selection(self.env))
        faults = dict(self._fields["fault"]._description_selection(self.env))
        for rule in self:
            name = labels.get(rule.label, "")
            rule.display_name = f"{name} ({faults[rule.fault]})" if rule.fault else name

    @api.depends(
        "person", "wait_days", "colleagues", "colleague_days", "suppress", "stage_id", "lost_reason_id",
        "propose_contact", "mark_source", "pause_mailbox", "hand_over", "alert", "needs_person",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_summary(self):
        for rule in self:
            rule.summary = "; ".join(rule._describe())

    def _describe(self) -> list[str]:
        labels = {
            name: dict(self._fields[name]._description_selection(self.env))
            for name in ("person", "colleagues", "suppress")
        }
        said = [] if self.person == "none" else [_("The person: %s", labels["person"][self.person].lower())]
        if self.colleagues != "none":
            said.append(_("Colleagues: %s", labels["colleagues"][self.colleagues].lower()))
        if self.suppress != "none":
            said.append(_("Never written to again: %s", labels["suppress"][self.suppress].lower()))
        if self.lost_reason_id:
            said.append(_("Closed as “%s”", self.lost_reason_id.name))
        if self.stage_id:
            said.append(_("Moves to %s", self.stage_id.name))
        flags = ("propose_contact", "mark_source", "pause_mailbox", "hand_over", "alert", "needs_person")
        said += [self._fields[name]._description_string(self.env) for name in flags if self[name]]
        return said

    @api.model
    def _get_rules(self, company) -> dict:
        """Rules by (class, fault or ""): the company's own, else the shared ones."""
        rules = self.sudo().search([("company_id", "in", [company.id, False])], order="company_id NULLS LAST, id")
        found: dict = {}
        for rule in rules:
            found.setdefault((rule.label, rule.fault or ""), rule)
        return found

    @api.model
    def _pick(self, rules: dict, label: str, fault: str | bool):
        """The rule of a class; one that was deleted is replaced by that of “Other”, else nothing happens."""
        return rules.get((label, fault or "")) or rules.get((label, "")) or rules.get(("other", "")) or self.browse()

    def _is_sure(self, reply) -> bool:
        return (
            reply.labelled_by == "person"
            or reply.label in ALWAYS
            or reply.confidence >= self.min_confidence
        )  # fmt: skip
