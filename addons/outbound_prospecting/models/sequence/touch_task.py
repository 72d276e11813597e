from urllib.parse import urlencode

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.tools import html2plaintext

from ...domain.drafting import first_name, render
from ...domain.lifecycle import TouchEvent

ACTIVITY_TYPES = {
    "internal": "outbound_prospecting.mail_activity_type_research",
    "linkedin": "outbound_prospecting.mail_activity_type_linkedin",
    "phone": "mail.mail_activity_data_call",
}
TASK_CHANNELS = tuple(ACTIVITY_TYPES)


class OutboundTouch(models.Model):
    """Touches that a person does: they become an activity with prepared text."""

    _inherit = "outbound.touch"

    task_text = fields.Text(compute="_compute_task", string="Prepared Text", help="Ready to copy.")
    profile_url = fields.Char(compute="_compute_task", string="Profile")
    is_task = fields.Boolean(compute="_compute_task")

    @api.depends("channel", "step_id.task_note", "lead_id.contact_name", "lead_id.partner_name", "lead_id.linkedin_url")
    def _compute_task(self):
        for touch in self:
            touch.is_task = touch.channel in TASK_CHANNELS
            touch.task_text = touch._get_task_text() if touch.is_task else False
            touch.profile_url = touch.lead_id._get_profile_url() if touch.channel == "linkedin" else False

    def _get_task_text(self) -> str:
        """The step's text for this prospect. What is not known is left out; prospect data is never read as tokens."""
        lead = self.lead_id
        mailbox = self.mailbox_id
        values = {
            "first_name": first_name(lead.contact_name or ""),
            "full_name": lead.contact_name or "",
            "job_title": lead.function or "",
            "company": lead.partner_name or "",
            "sender_name": mailbox.name or "",
            "sender_first_name": first_name(mailbox.name or ""),
            "sender_company": (mailbox.company_id or self.company_id).name or "",
        }
        note = self.step_id.with_context(lang=lead.lang_id.code or self.env.lang).task_note or ""
        return render(html2plaintext(note).strip(), values).text

    def _get_task_user(self):
        """Who does the task: the rep or their stand-in, else the mailbox's owner, else whoever is responsible."""
        user = self.lead_id.user_id or self.mailbox_id.user_id or self.sequence_id.user_id
        policy = self.sequence_id.leave_policy
        return user._get_stand_in() if policy == "reassign" else user

    def _filter_ready(self):
        """Those with nothing unfinished before them that later touches have to wait for."""
        blocked = self._get_waiting_for()
        return self.filtered(lambda touch: touch.id not in blocked)

    def _get_waiting_for(self) -> dict:
        """The unfinished touch that each has to wait for, by touch id; touches that may go on are absent."""
        self.env.cr.execute(
            """
            SELECT DISTINCT ON (t.id) t.id, b.id
              FROM outbound_touch t
              JOIN outbound_touch b ON b.enrolment_id = t.enrolment_id AND b.number < t.number
              JOIN outbound_sequence_step s ON s.id = b.step_id
             WHERE t.id = ANY(%s)
               AND b.state IN ('planned', 'drafted', 'in_review', 'approved', 'sending', 'open', 'unknown')
               AND (s.blocking OR (t.channel = 'email' AND b.channel = 'email'))
             ORDER BY t.id, b.number
            """,
            [self.ids],
        )
        return {touch_id: self.browse(blocker_id) for touch_id, blocker_id in self.env.cr.fetchall()}

    def _open_tasks(self):
        """Put due tasks on people's lists: one activity a touch, with its text, where the work is done."""
        touches = self._filter_ready()
        now = self.env["outbound.clock"]._now()
        Activity = self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True)
        activities = Activity.create([touch._prepare_activity_vals(now) for touch in touches])
        touches._apply(TouchEvent.OPEN_TASK, opened_date=now)
        for touch, activity in zip(touches, activities, strict=True):
            touch.activity_id = activity
        return touches

    def _prepare_activity_vals(self, now) -> dict:
        user = self._get_task_user() or self.env.ref("base.user_admin")
        summary = _("%(number)s. %(step)s", number=self.number, step=self.step_id.name)
        return {
            "res_model_id": self.env["ir.model"]._get_id("crm.lead"),
            "res_id": self.lead_id.id,
            "activity_type_id": self.env.ref(ACTIVITY_TYPES[self.channel]).id,
            "summary": summary,
            "note": self._get_task_note(),
            "date_deadline": fields.Date.context_today(self.with_context(tz=user.tz), max(now, self.due_date)),
            "user_id": user.id,
            "automated": True,
        }

    def _get_task_note(self):
        parts = [Markup("<p>%s</p>") % line for line in (self.task_text or "").splitlines() if line.strip()]
        if self.step_id.purpose:
            parts.insert(0, Markup('<p class="text-muted">%s</p>') % self.step_id.purpose)
        if self.profile_url:
            link = Markup('<p><a href="%s" target="_blank" rel="noreferrer">%s</a></p>')
            label = _("Open the profile") if self.lead_id.linkedin_url else _("Find the profile")
            parts.append(link % (self.profile_url, label))
        return Markup("").join(parts)

    # ------------------------------------------------------------------ people

    def action_done(self):
        """Button: the task is done. Its activity is closed with it."""
        self._check_own()
        for touch in self.filtered(lambda touch: touch.state == "open"):
            if touch.activity_id:
                touch.activity_id.sudo().with_user(self.env.user)._action_done()
            else:
                touch._apply(TouchEvent.COMPLETE_TASK)
        return True

    def _check_own(self):
        """Whoever may change the prospect may act on its touches."""
        self.lead_id.check_access("write")


class OutboundLeadOutreach(models.AbstractModel):
    _inherit = "outbound.lead.outreach"

    linkedin_url = fields.Char(string="LinkedIn", help="Address of the person's profile, for tasks that need it.")

    def _get_profile_url(self) -> str:
        """The person's profile, or a search for it by name and company."""
        self.ensure_one()
        if self.linkedin_url:
            url = self.linkedin_url.strip()
            return url if url.startswith(("https://", "http://")) else f"https://{url}"
        words = " ".join(filter(None, [self.contact_name, self.partner_name]))
        return f"https://www.linkedin.com/search/results/people/?{urlencode({'keywords': words})}"
