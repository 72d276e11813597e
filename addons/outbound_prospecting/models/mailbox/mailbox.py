from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import email_normalize

from ...domain.schedule import WORKING_DAYS, parse_local_time, parse_weekdays

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]  # in the order of ISO numbers
PAUSES = [
    ("person", "By a person"),
    ("bounces", "Too many bounces"),
    ("complaints", "Too many complaints"),
    ("domain", "The domain's records"),
    ("server", "The mail server"),
    ("copy", "This is a copy of the database"),
]


def _zones(self):
    return self.env["res.partner"]._fields["tz"]._description_selection(self.env)


class OutboundMailbox(models.Model):
    """An identity we write as, with its pace and its health."""

    _name = "outbound.mailbox"
    _description = "Mailbox"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "sequence, name"

    name = fields.Char(string="Sender", required=True, help="The sender's name as prospects see it.")
    email = fields.Char(required=True, tracking=True, help="The sender's address; replies come back to it.")
    email_normalized = fields.Char(compute="_compute_email_normalized", store=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company, index=True)
    user_id = fields.Many2one(
        "res.users",
        string="Owner",
        help="The rep who writes from this mailbox; it is the first choice for their prospects.",
    )
    mail_server_id = fields.Many2one(
        "ir.mail_server",
        string="Outgoing Server",
        ondelete="restrict",
        help="Odoo's outgoing mail server that sends for this address. Its password is kept there and shown nowhere.",
    )
    signature = fields.Html(help="Below the text of every mail, above the legal footer.")
    postal_address = fields.Char(
        compute="_compute_postal_address",
        store=True,
        readonly=False,
        help="Shown in the footer of every mail; the law asks for it.",
    )
    privacy_url = fields.Char(
        string="Privacy Notice",
        help="A page that says where prospects' details come from and how they are used, linked in the footer "
        "(Article 14 of the GDPR asks for it with the first mail).",
    )
    state = fields.Selection(
        [("draft", "Not checked"), ("ready", "Ready"), ("paused", "Paused")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    pause_kind = fields.Selection(PAUSES, string="Paused For", readonly=True, copy=False)
    pause_reason = fields.Char(readonly=True, copy=False, tracking=True)
    # Pace
    daily_cap = fields.Integer(default=30, help="Mails a day at full pace, counted by the days of its time zone.")
    ramp_start = fields.Integer(string="First Week", default=5, help="Mails a day in the first week.")
    ramp_weeks = fields.Integer(
        default=8, help="Weeks until the full pace; 0 for a mailbox that has been sending for long."
    )
    ramp_from = fields.Date(
        string="First Day", copy=False, help="The day the ramp began: that of the first mail, unless you set another."
    )
    gap_min = fields.Integer(string="Pause From (min)", default=2, help="Shortest pause after a mail, in minutes.")
    gap_max = fields.Integer(string="Pause To (min)", default=10, help="Longest pause after a mail, in minutes.")
    tz = fields.Selection(
        _zones,
        string="Time Zone",
        required=True,
        default=lambda self: self.env.company.partner_id.tz or self.env.user.tz or "UTC",
        help="The zone of the mailbox itself: its daily cap counts by the days of this zone.",
    )
    window_start = fields.Char(string="From", required=True, default="08:00", help="In the prospect's local time.")
    window_end = fields.Char(string="Until", required=True, default="17:00", help="In the prospect's local time.")
    weekdays = fields.Char(
        required=True,
        default="1,2,3,4,5",
        help="Days on which it sends, from 1 for Monday to 7 for Sunday, separated by commas.",
    )
    mon = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    tue = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    wed = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    thu = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    fri = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    sat = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    sun = fields.Boolean(compute="_compute_days", inverse="_inverse_days")
    skip_holidays = fields.Boolean(
        default=True, help="Send nothing on public holidays of the prospect's country and state."
    )
    fallback_tz = fields.Selection(
        _zones,
        string="Zone if Unknown",
        required=True,
        default=lambda self: self.env.company.partner_id.tz or self.env.user.tz or "UTC",
        help="Zone used, and shown as assumed, for prospects whose country is not known.",
    )
    next_slot = fields.Datetime(
        string="Next Mail From", readonly=True, copy=False, help="Earliest moment for the next mail, after the pause."
    )

    _email_once = models.UniqueIndex("(email_normalized) WHERE active", "There is a mailbox for this address already.")
    _caps_positive = models.Constraint(
        "CHECK (daily_cap >= 0 AND ramp_start >= 0 AND ramp_weeks >= 0)", "Caps and weeks cannot be negative."
    )
    _gap_ordered = models.Constraint(
        "CHECK (gap_min >= 0 AND gap_min <= gap_max)", "The pause between mails goes from the shorter to the longer."
    )

    @api.depends("email")
    def _compute_email_normalized(self):
        for mailbox in self:
            mailbox.email_normalized = email_normalize(mailbox.email) or False

    @api.depends("company_id")
    def _compute_postal_address(self):
        for mailbox in self:
            partner = mailbox.company_id.partner_id
            place = " ".join(filter(None, [partner.zip, partner.city]))
            lines = [partner.street, partner.street2, place, partner.country_id.name]
            # An address of nothing but a country is none.
            known = ", ".join(filter(None, lines)) if partner.street or partner.city else False
            mailbox.postal_address = mailbox.postal_address or known

    @api.depends("weekdays")
    def _compute_days(self):
        for mailbox in self:
            try:
                chosen = parse_weekdays(mailbox.weekdays or "")
            except ValueError:
                chosen = WORKING_DAYS
            for number, day in enumerate(DAYS, 1):
                mailbox[day] = number in chosen

    def _inverse_days(self):
        for mailbox in self:
            mailbox.weekdays = ",".join(str(number) for number, day in enumerate(DAYS, 1) if mailbox[day])

    @api.constrains("email")
    def _check_email(self):
        for mailbox in self:
            if not mailbox.email_normalized:
                raise ValidationError(_("“%s” is not an e-mail address.", mailbox.email))

    @api.constrains("window_start", "window_end", "weekdays")
    def _check_window(self):
        for mailbox in self:
            try:
                start, end = parse_local_time(mailbox.window_start), parse_local_time(mailbox.window_end)
                parse_weekdays(mailbox.weekdays or "none")
            except ValueError as error:
                raise ValidationError(
                    _(
                        "%(mailbox)s: %(error)s. Expected times as 08:00 and at least one day of the week.",
                        mailbox=mailbox.name,
                        error=error,
                    )
                ) from error
            if start >= end:
                raise ValidationError(_("%(mailbox)s: the sending hours end before they begin.", mailbox=mailbox.name))

    @api.depends("name", "email")
    def _compute_display_name(self):
        for mailbox in self:
            mailbox.display_name = f"{mailbox.name} <{mailbox.email}>" if mailbox.email else mailbox.name

    # ------------------------------------------------------------------ state: written here and nowhere else

    def _pause(self, reason: str, kind: str = "person"):
        """Stop sending from these mailboxes; what is planned waits. Tells the owner, unless a person did it.

        :param reason: a sentence for people
        """
        for mailbox in self.filtered(lambda mailbox: mailbox.state != "paused"):
            mailbox.sudo().write({"state": "paused", "pause_kind": kind, "pause_reason": reason})
            if kind != "person":
                mailbox.sudo().activity_schedule(
                    "mail.mail_activity_data_warning",
                    user_id=(mailbox.user_id or self.env.ref("base.user_admin")).id,
                    summary=_("Mailbox paused: %s", mailbox.name),
                    note=reason,
                )

    def _resume(self):
        """Send again. Bounces and complaints count anew from tomorrow, or the same ones would pause it again."""
        for mailbox in self.filtered(lambda mailbox: mailbox.state != "ready"):
            if mailbox.pause_kind in ("bounces", "complaints"):
                mailbox.sudo().health_since = self.env["outbound.clock"]._now().date()
            mailbox.sudo().write({"state": "ready", "pause_kind": False, "pause_reason": False})

    def action_pause(self):
        """Button."""
        self.check_access("write")
        self._pause(_("Paused by %s", self.env.user.name))

    def action_resume(self):
        """Button: ready again, if it has been checked before."""
        self.check_access("write")
        for mailbox in self:
            if not mailbox.checked_date and not mailbox.accepted_by:
                raise UserError(_("%s has not been checked yet. Use “Check Now” first.", mailbox.name))
        self._resume()

    def _get_footer(self, touch) -> dict:
        """The legal footer of a touch's mail: {"text", "html"}."""
        return touch.lead_id._get_footer(self, touch)
