from collections import defaultdict
from datetime import timedelta

from odoo import _, api, fields, models

from ...domain import review
from ...domain.lifecycle import EnrolmentEvent, TouchEvent

REVIEWER = "outbound_prospecting.group_outbound_reviewer"
USER = "outbound_prospecting.group_outbound_user"
TEXT_FIELDS = {"subject", "body_text", "body_html"}
APPROVAL_MISSING = "approval_missing"  # code of a wait that a reviewer ends
WAIT = timedelta(hours=1)  # the decision on a variant wakes its siblings; this is the safety net


class OutboundTouch(models.Model):
    """A draft passes the gate of a person as its sequence's policy says."""

    _inherit = "outbound.touch"

    reviewer_id = fields.Many2one("res.users", index="btree_not_null", help="Who decides on the draft.")
    review_due = fields.Datetime(help="When the draft goes to the backup reviewer if nobody decided.")
    review_since = fields.Datetime(readonly=True, copy=False, help="Since when the draft waits for a person.")
    review_escalated = fields.Boolean(readonly=True, copy=False, help="It waited too long and went to the backup.")
    reject_reason_id = fields.Many2one("outbound.reject.reason", readonly=True, ondelete="restrict", copy=False)
    edit_share = fields.Float(
        readonly=True,
        copy=False,
        default=0.0,
        aggregator="avg",
        digits=(4, 3),
        help="How much of the draft a person changed before it was approved: 0 nothing, 1 everything.",
    )

    _review_idx = models.Index("(due_date, id) WHERE state = 'in_review'")
    _variant_idx = models.Index("(template_id, state) WHERE template_id IS NOT NULL")

    def write(self, vals):
        """A changed text voids its approval, whoever changes it."""
        if TEXT_FIELDS & vals.keys():
            approved = self.filtered(lambda touch: touch.state == "approved")
            before = {touch: touch._get_text_hash() for touch in approved}
            result = super().write(vals)
            # Text that is thrown away with its state is no longer approved anyway.
            kept = approved.filtered(lambda touch: touch.state == "approved")
            changed = kept.filtered(lambda touch: touch._get_text_hash() != before[touch])
            if changed:
                changed._back_to_review()
            return result
        return super().write(vals)

    def _get_text_hash(self) -> str:
        """Hash of the present text; sending compares it with the one that was approved."""
        self.ensure_one()
        return review.text_hash(self.subject, self.body_text, str(self.body_html or ""))

    def _prepare_text_vals(self, subject, body, links) -> dict:
        """Nobody has changed or approved a text that was drafted just now."""
        fresh = {"edit_share": 0, "text_hash": False, "approved_by": False, "approved_date": False}
        return {**super()._prepare_text_vals(subject, body, links), **fresh}

    def _submit(self):
        """Let drafts pass or put them before a person, as the policy of their sequence says.

        Siblings of a variant's first mail stay drafted until that one is decided.
        """
        now = self.env["outbound.clock"]._now()
        verdicts = defaultdict(self.browse)
        waiting = set(self._get_waiting_templates())
        approved = self._get_approved_templates()
        for touch in self.sudo().sorted(lambda touch: (touch.due_date, touch.id)):
            verdict = touch._decide(approved, waiting)
            verdicts[verdict] += touch
            if verdict is review.Verdict.REVIEW:
                waiting.add(touch.template_id.id)
        for touch in verdicts[review.Verdict.PASS]:
            touch.text_hash = touch._get_text_hash()
        verdicts[review.Verdict.PASS]._apply(TouchEvent.PASS)
        verdicts[review.Verdict.REVIEW]._put_before_reviewer(now)
        if verdicts[review.Verdict.WAIT]:
            reason = _("Waits until the first mail of its variant is approved.")
            verdicts[review.Verdict.WAIT]._hold(reason, now + WAIT, APPROVAL_MISSING)

    def _decide(self, approved: set[int], waiting: set[int]) -> review.Verdict:
        sequence = self.enrolment_id.sequence_id
        company = (self.company_id or self.env.company).sudo()
        return review.decide(
            policy=sequence.review_policy,
            percent=sequence.review_share,
            floor=company.outbound_review_floor,
            key=f"{self.enrolment_id.id}:{self.step_id.id}",
            checks_ok=not self.failed_checks,
            variant_approved=self.template_id.id in approved,
            variant_waiting=self.template_id.id in waiting,
        )

    def _get_approved_templates(self) -> set[int]:
        """Templates of these touches of whose present text a person approved a mail without changing it."""
        groups = self.sudo()._read_group(
            [("template_id", "in", self.template_id.ids), ("approved_by", "!=", False), ("edit_share", "=", 0)],
            ["template_id"],
            ["approved_date:max"],
        )
        return {template.id for template, latest in groups if latest >= (template.text_date or latest)}

    def _get_waiting_templates(self) -> list[int]:
        """Templates of these touches of which a mail waits for a person now."""
        groups = self.sudo()._read_group(
            [
                ("template_id", "in", self.template_id.ids),
                ("state", "=", "in_review"),
                ("enrolment_id.state", "=", "active"),
            ],
            ["template_id"],
        )
        return [template.id for (template,) in groups]

    def _put_before_reviewer(self, now):
        self.write({"reviewer_id": False})
        self._plan_review(now)
        self._apply(TouchEvent.SUBMIT)

    def _back_to_review(self):
        """Void the approval of these touches: a person decides again."""
        self._apply(TouchEvent.EDIT, text_hash=False, approved_by=False, approved_date=False)

    def _apply(self, event, **values):
        """What comes back to a person is theirs to decide anew, with as much time as a new draft."""
        result = super()._apply(event, **values)
        if event in (TouchEvent.EDIT, TouchEvent.PROVE_UNSENT):
            back = self.sudo().filtered(lambda touch: touch.state == "in_review")
            back.filtered(lambda touch: touch.text_hash or touch.approved_by).write(
                {"text_hash": False, "approved_by": False, "approved_date": False}
            )
            back._plan_review(self.env["outbound.clock"]._now())
        return result

    def _plan_review(self, now):
        """Who decides on these drafts, and until when they have time before the backup takes over."""
        for touch in self.sudo():
            touch.write(
                {
                    "reviewer_id": (touch.reviewer_id or touch._get_reviewer()).id,
                    "review_since": now,
                    "review_due": review.escalation_time(now, touch.due_date, touch._get_patience()),
                    "review_escalated": False,
                }
            )

    def _get_patience(self) -> timedelta:
        return timedelta(hours=(self.company_id or self.env.company).sudo().outbound_review_hours)

    def _get_reviewer(self):
        """Who decides first: the prospect's rep, else the backup."""
        self.ensure_one()
        return self._if_member(self.lead_id.user_id, USER) or self._get_backup_reviewer()

    def _get_backup_reviewer(self):
        """Who decides when the first did not: as configured, else the team's leader; nobody where neither may."""
        self.ensure_one()
        company = (self.company_id or self.env.company).sudo()
        return self._if_member(company.outbound_review_backup_id, REVIEWER) or self._if_member(
            self.lead_id.team_id.user_id, REVIEWER
        )

    @api.model
    def _if_member(self, user, group: str):
        """`user` if they are active and of `group`, else nobody."""
        return user if user and user.active and user.has_group(group) else user.browse()


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _apply(self, event, *args, **kwargs):
        """Drafts of a prospect who was paused do not count as late when the prospect is back."""
        result = super()._apply(event, *args, **kwargs)
        if event is EnrolmentEvent.RESUME:
            drafts = self.sudo().touch_ids.filtered(lambda touch: touch.state == "in_review")
            drafts._plan_review(self.env["outbound.clock"]._now())
        return result
