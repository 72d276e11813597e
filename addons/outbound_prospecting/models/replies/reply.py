from odoo import _, api, fields, models
from odoo.exceptions import UserError

LABELS = [
    ("interest", "Interest"),
    ("meeting_request", "Meeting request"),
    ("question", "Question"),
    ("objection", "Objection"),
    ("deferral", "Not now"),
    ("referral", "Referral"),
    ("wrong_person", "Wrong person"),
    ("not_interested", "Not interested"),
    ("hostile", "Hostile"),
    ("opt_out", "Opt-out"),
    ("privacy_request", "Privacy request"),
    ("out_of_office", "Out of office"),
    ("auto_reply", "Automatic answer"),
    ("bounce", "Bounce"),
    ("complaint", "Complaint"),
    ("other", "Other"),
]
# Nobody wrote these: they are no reply, and the sequence goes on.
MACHINES = ("out_of_office", "auto_reply", "bounce", "complaint")
WARM = ("interest", "meeting_request", "question")
DATED = ("deferral", "out_of_office")
FAULTS = [
    ("recipient", "The recipient's"),
    ("sender", "Ours"),
    ("transient", "Passing"),
    ("ambiguous", "Not clear"),
    ("none", "Nobody's"),
]
# Topics that a person decides on, whatever else is in the mail.
TOPICS = [
    ("machine", "Asks whether they talk to a machine"),
    ("legal", "A legal matter"),
    ("security", "A security review"),
    ("press", "The press"),
    ("instructs", "Gives instructions to whoever reads it"),
]
WHY_A_PERSON = [
    *TOPICS,
    ("unsure", "Not sure what it means"),
    ("no_date", "No date to resume at"),
    ("unmatched", "Not clear whom it is from"),
    ("company", "From an address that is not the prospect's"),
    ("rule", "Its class asks for a person"),
    ("error", "It could not be read"),
]


class OutboundReply(models.Model):
    """One mail that came in answer to outreach. Stored by the gateway as it came, read by a scheduled action."""

    _name = "outbound.reply"
    _description = "Reply"
    _order = "received_date desc, id desc"
    _rec_name = "subject"

    # As it came
    message_id = fields.Char(required=True, readonly=True, help="A mail without one gets the hash of its bytes.")
    raw_id = fields.Many2one("ir.attachment", string="Original Mail", compute="_compute_raw_id")
    received_date = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    email_from = fields.Char(string="From", readonly=True)
    email_normalized = fields.Char(string="Address", readonly=True, index="btree_not_null")
    subject = fields.Char(readonly=True)
    reference_ids = fields.Json(readonly=True, help="Message-IDs that it names.")
    # What it belongs to
    lead_id = fields.Many2one("crm.lead", string="Prospect", readonly=True, index="btree_not_null", ondelete="cascade")
    user_id = fields.Many2one(related="lead_id.user_id", string="Rep")
    enrolment_id = fields.Many2one("outbound.enrolment", readonly=True, index="btree_not_null", ondelete="set null")
    touch_id = fields.Many2one("outbound.touch", string="Answers", readonly=True, ondelete="set null")
    mailbox_id = fields.Many2one("outbound.mailbox", readonly=True, ondelete="set null")
    company_id = fields.Many2one("res.company", readonly=True)
    website_domain = fields.Char(readonly=True, help="The company that it comes from.")
    matched_by = fields.Selection(
        [
            ("references", "References"),
            ("in_reply_to", "In-Reply-To"),
            ("token", "A token of ours in its text"),
            ("address", "The sender's address"),
            ("company", "The sender's company"),
            ("unmatched", "Nothing"),
        ],
        required=True,
        readonly=True,
        default="unmatched",
    )
    # Where it stands
    state = fields.Selection(
        [("received", "Received"), ("read", "Read"), ("needs_person", "Needs a person"), ("done", "Done")],
        required=True,
        readonly=True,
        default="received",
    )
    holds = fields.Boolean(
        default=True, readonly=True, help="Nothing is sent to this person and company until it is read."
    )
    needs = fields.Selection(WHY_A_PERSON, string="Why a Person", readonly=True)
    error = fields.Char(readonly=True)
    done_date = fields.Datetime(readonly=True)
    done_by = fields.Many2one("res.users", readonly=True, ondelete="set null")
    # What it was read as
    label = fields.Selection(LABELS, string="Class", readonly=True)
    labelled_by = fields.Selection(
        [("rules", "Rules"), ("model", "Language model"), ("person", "A person")], readonly=True
    )
    labelled_user_id = fields.Many2one("res.users", readonly=True, ondelete="set null")
    confidence = fields.Float(readonly=True, digits=(16, 2), aggregator=None)
    words = fields.Json(readonly=True, help="Passages that decided: [start, end] in the text.")
    flags = fields.Json(readonly=True, help="Whatever else is in it, as codes.")
    text = fields.Text(readonly=True, help="What the person wrote.")
    rest = fields.Text(readonly=True, help="Signature and quoted mails.")
    resume_date = fields.Date(readonly=True, help="The first day on which to write again.")
    lang = fields.Char(readonly=True)
    fault = fields.Selection(FAULTS, readonly=True, help="Whose fault a bounce is.")
    diagnosis = fields.Char(readonly=True, help="The mail server's words.")
    bounced_email = fields.Char(readonly=True)
    contact_name = fields.Char(readonly=True)
    contact_email = fields.Char(readonly=True)
    contact_phone = fields.Char(readonly=True)
    contact_lead_id = fields.Many2one("crm.lead", string="Referred Prospect", readonly=True, ondelete="set null")
    history_ids = fields.One2many("outbound.reply.label", "reply_id", readonly=True)
    effects = fields.Json(readonly=True, help="What was done because of it, so that it can be undone.")
    deadline = fields.Date(readonly=True, help="By law, for privacy requests.")

    _message_id_once = models.UniqueIndex("(message_id)", "This mail is known already.")
    # Few and partial: every mail pays for them in the gateway.
    _unread_idx = models.Index("(id) WHERE state = 'received'")
    _holds_idx = models.Index("(id) WHERE holds")
    _open_idx = models.Index("(received_date) WHERE state IN ('read', 'needs_person')")

    def _compute_raw_id(self):
        """The attachment that the gateway made; it goes with the reply."""
        attachments = self.env["ir.attachment"].sudo()
        found = attachments.search([("res_model", "=", self._name), ("res_id", "in", self.ids)], order="id desc")
        by_reply = {attachment.res_id: attachment for attachment in found}  # the first one made
        for reply in self:
            reply.raw_id = by_reply.get(reply.id, attachments)

    @api.depends("subject", "email_from", "lead_id")
    def _compute_display_name(self):
        for reply in self:
            who = reply.lead_id.contact_name or reply.lead_id.partner_name or reply.email_from or ""
            reply.display_name = f"{who}: {reply.subject or _('no subject')}" if who else reply.subject

    @api.ondelete(at_uninstall=False)
    def _unlink_except_by_system(self):
        if not self.env.su:
            raise UserError(_("Replies are kept: they say why outreach stopped."))

    def _get_raw(self) -> bytes:
        """The mail as it came over the wire."""
        return self.sudo().raw_id.raw or b""

    def _prepare_event_vals(self, kind: str, value: str = "") -> dict:
        return {
            "lead_id": self.lead_id.id,
            "company_id": self.company_id.id,
            "kind": kind,
            "new_value": value or self.label or "",
            "payload": {
                "reply": self.id,
                "touch": self.touch_id.id,
                "enrolment": self.enrolment_id.id,
                "sequence": self.enrolment_id.sequence_id.id,
                "label": self.label,
                "fault": self.fault,
            },
        }

    # ------------------------------------------------------------------ hooks for rooms to the right

    def _hand_over(self):
        """A warm answer goes to whoever follows it up. Rooms that know how to choose a rep extend this."""
        self._remind_owner(_("Answer this reply"))

    def _ask_model(self):
        """What a language model makes of answers that the rules leave open.

        It is never asked about opt-outs, bounces, complaints or automatic mails, and cannot undo what they stopped.

        :return: {reply id: `domain.reply.Reading`}
        """
        return {}

    def _remind_owner(self, summary: str, days: int = 0):
        """Put replies on the list of whoever owns their prospects."""
        today = self.env["outbound.clock"]._now().date()
        for reply in self.filtered("lead_id"):
            owner = reply.lead_id.user_id or reply.mailbox_id.user_id or reply.enrolment_id.sequence_id.user_id
            activity = reply.lead_id.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=fields.Date.add(today, days=days),
                user_id=(owner or self.env.ref("base.user_admin")).id,
                summary=summary,
                note=reply.subject or "",
            )
            reply._note_effect(do="reminded", activity=activity.id)
