from odoo import _, models
from odoo.tools import format_datetime, html2plaintext

DAY_AND_TIME = "EEE d MMM, HH:mm"
TIME = "HH:mm"


class OutboundTouch(models.Model):
    """One draft with everything a person needs to decide on it."""

    _inherit = "outbound.touch"

    def get_review_cards(self, ids: list[int] | None = None) -> list[dict]:
        """The drafts with their checks, the facts about the prospect and what happens if nobody acts.

        :param ids: touches to read (at most 50); the recordset's own if None
        :raises AccessError: when one of them is not the person's to decide
        """
        touches = self.browse(ids[:50]).exists() if ids is not None else self
        touches._check_may_review()
        return [touch._prepare_card() for touch in touches.sudo()]

    def _prepare_card(self) -> dict:
        return {
            "id": self.id,
            "seen": self._get_text_hash(),
            "state": self.state,
            "subject": self.subject or "",
            "body": self.body_text or "",
            "html": str(self.body_html or ""),
            "signature": str(self.mailbox_id.signature or ""),
            "sender": f"{self.mailbox_id.name} <{self.mailbox_id.email}>" if self.mailbox_id else "",
            "recipient": self.enrolment_id.email_normalized or "",
            "is_reply": bool(self._get_thread()),
            "checks": self._describe_checks(self.checks),
            "failed": self.failed_checks,
            "edited": self.edit_share > 0,
            "lead": self._prepare_lead_facts(),
            "touches": self._prepare_earlier_touches(),
            "step": self._prepare_step_facts(),
            "due": self._describe_due(),
            "waiting": self._describe_age(),
            "otherwise": self._describe_otherwise(),
            "reviewer": self.reviewer_id.name or "",
        }

    def _prepare_lead_facts(self) -> dict:
        lead = self.lead_id.with_env(self.env)
        enrolment = self.enrolment_id
        employees = f"{lead.employee_count:,}" if lead.employee_count else ""
        tiers = dict(lead._fields["icp_tier"]._description_selection(self.env))
        facts = [
            (_("Role"), lead.function),
            (_("Industry"), lead.industry_id.name),
            (_("Place"), ", ".join(filter(None, (lead.city, lead.country_id.name)))),
            (_("Employees"), employees),
            (_("Website"), lead.website),
            (_("E-mail"), lead.email_from),
            (_("Phone"), lead.phone),
            (_("Rep"), lead.user_id.name),
        ]
        return {
            "id": lead.id,
            "name": lead.contact_name or lead.partner_name or lead.name,
            "company": lead.partner_name or "",
            "facts": [{"label": label, "value": value} for label, value in facts if value],
            "score": lead.icp_score or 0,
            "tier": tiers.get(lead.icp_tier) or "",
            "explanation": lead.icp_explanation or False,
            "finding": enrolment.hook or "",
            "finding_source": enrolment.hook_source or "",
            "notes": html2plaintext(lead.description or "")[:600],
        }

    def _prepare_earlier_touches(self) -> list[dict]:
        states = dict(self._fields["state"]._description_selection(self.env))
        channels = dict(self._fields["channel"]._description_selection(self.env))
        earlier = self.enrolment_id.touch_ids.filtered(lambda touch: touch.number < self.number).sorted("number")
        return [
            {
                "number": touch.number,
                "name": touch.step_id.name,
                "channel": channels[touch.channel],
                "state": touch.state,
                "state_label": states[touch.state],
                "date": self._local(touch.done_date) if touch.done_date else "",
                "subject": touch.subject or "",
                "reason": touch.end_reason or touch.hold_reason or "",
            }
            for touch in earlier
        ]

    def _prepare_step_facts(self) -> dict:
        step, sequence = self.step_id, self.enrolment_id.sequence_id
        languages = dict(self.env["outbound.template"]._get_languages())
        depths = dict(step._fields["personalisation"]._description_selection(self.env))
        return {
            "number": self.number,
            "of": len(self.enrolment_id.touch_ids),
            "name": step.name,
            "purpose": step.purpose or "",
            "personalisation": depths.get(step.personalisation) or "",
            "sequence": sequence.name,
            "variant": self.template_id.name or "",
            "lang": languages.get(self.template_id.lang) or "",
            "template_id": self.template_id.id,
        }

    def _local(self, moment, zone: str | None = None, form: str = DAY_AND_TIME) -> str:
        """A moment as a clock in `zone` shows it; on the viewer's own if None."""
        return format_datetime(self.env, moment, tz=zone or self.env.user.tz or "UTC", dt_format=form)

    def _describe_due(self) -> str:
        """When it would leave: the viewer's clock, and the prospect's where that differs."""
        mine = self._local(self.due_date)
        if self.due_date <= self.env["outbound.clock"]._now():
            return _("as soon as it is approved; it was due %s", mine)
        zone = self.enrolment_id.tz or "UTC"
        theirs = self._local(self.due_date, zone)
        if theirs == mine:
            return mine
        if theirs.split(",")[0] == mine.split(",")[0]:
            theirs = self._local(self.due_date, zone, TIME)
        if self.enrolment_id.tz_assumed:
            return _("%(mine)s (%(theirs)s in %(zone)s, assumed)", mine=mine, theirs=theirs, zone=zone)
        return _("%(mine)s (%(theirs)s in %(zone)s)", mine=mine, theirs=theirs, zone=zone)

    def _describe_age(self) -> str:
        since = self.review_since or self.create_date
        hours = int((self.env["outbound.clock"]._now() - since).total_seconds() // 3600)
        if hours < 1:
            return _("waits for less than an hour")
        if hours < 48:
            return _("waits for %s h", hours)
        return _("waits for %s days", hours // 24)

    def _describe_otherwise(self) -> str:
        """What happens if nobody acts, in one sentence."""
        due, deadline = self._local(self.due_date), self._local(self.review_due or self.due_date)
        if self.review_escalated:
            return _(
                "If nobody decides, the mail is moved to a later day on %(date)s and stays here. "
                "It is never sent unseen.",
                date=max((self.review_due or self.due_date, deadline), (self.due_date, due))[1],
            )
        backup = self._get_backup_reviewer()
        if backup and backup != self.reviewer_id:
            return _(
                "If nobody decides by %(deadline)s, it goes to %(backup)s; if nobody decides by %(due)s, the mail is "
                "moved to a later day. It is never sent unseen.",
                deadline=deadline,
                backup=backup.name,
                due=due,
            )
        return _("If nobody decides by %s, the mail is moved to a later day. It is never sent unseen.", due)
