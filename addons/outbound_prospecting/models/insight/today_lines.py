from datetime import datetime, time, timedelta, timezone

from odoo import _, api, fields, models
from odoo.fields import Domain

from ...domain.schedule import at_wall_clock, local_day
from ...domain.today import Kind, Line, excerpt
from ..replies.reply import MACHINES
from ..routing.handoff import OPEN_STATES
from ..sequence.touch_task import TASK_CHANNELS

STANDSTILL = timedelta(hours=2)  # so long nothing has looked at health, which is done every few minutes
LIMIT = 40  # lines of a kind that a page shows
ICONS = {"internal": "fa-search", "linkedin": "fa-linkedin-square", "phone": "fa-phone"}
LEAD_FIELDS = ["contact_name", "partner_name", "name", "icp_score", "icp_tier", "team_id"]


class OutboundToday(models.AbstractModel):
    """The lines of a day: for each kind one or two statements over its room, and the rows as the page shows them."""

    _inherit = "outbound.today"

    @api.model
    def _find_lines(self, user, now: datetime) -> dict[str, tuple[int, list]]:
        """By kind: how many there are, and `(domain.today.Line, row)` of those that are listed."""
        problems = self._find_problems(user, now)
        found = {
            Kind.PROBLEM.value: problems["critical"],
            Kind.HANDOFF.value: self._find_handoffs(user, now),
            Kind.REPLIES.value: self._find_replies(user),
            Kind.REVIEW.value: self._find_review(user, now),
            Kind.TASK.value: self._find_tasks(user, now),
            Kind.WARNING.value: problems["warning"] + self._find_unknown(user),
        }
        return {kind: pairs if isinstance(pairs, tuple) else (len(pairs), pairs) for kind, pairs in found.items()}

    @api.model
    def _to_row(self, line: Line, **values) -> tuple[Line, dict]:
        """A line with what the page shows of it."""
        due = fields.Datetime.to_string(line.due) if line.due else ""
        kind = line.kind.value
        return line, {"key": f"{kind}-{line.number}", "kind": kind, "id": line.number, "due": due, **values}

    @api.model
    def _describe_lead(self, lead) -> dict:
        name = lead.contact_name or lead.partner_name or lead.name or ""
        return {"title": name, "company": lead.partner_name if lead.contact_name else "", "tier": lead.icp_tier or ""}

    # ------------------------------------------------------------------ hand-offs

    @api.model
    def _find_handoffs(self, user, now: datetime):
        """Warm prospects that one has to answer or decide on, and those of one's team that nobody could take."""
        Handoff = self.env["outbound.handoff"]
        orphans = Domain("user_id", "=", False) & Domain("manager_id", "=", user.id)
        domain = Domain("state", "in", OPEN_STATES) & (Domain("user_id", "=", user.id) | orphans)
        handoffs = Handoff.search(domain, order="deadline, id", limit=LIMIT)
        handoffs.sudo().lead_id.fetch(LEAD_FIELDS)
        reasons = dict(Handoff._fields["reason"]._description_selection(self.env))
        pairs = [self._to_handoff_row(handoff, reasons, now) for handoff in handoffs]
        return (len(pairs) if len(pairs) < LIMIT else Handoff.search_count(domain)), pairs

    @api.model
    def _to_handoff_row(self, handoff, reasons: dict, now: datetime):
        lead = handoff.sudo().lead_id
        answered = handoff.state == "acknowledged"
        due = None if answered else handoff.deadline
        done = {"label": _("Acknowledge"), "said": _("Acknowledged"), "verb": "acknowledge"}
        if answered:
            done = {"label": _("Accept"), "said": _("Accepted"), "verb": "accept"}
        return self._to_row(
            Line(Kind.HANDOFF, handoff.id, due, answered, lead.icp_score),
            **self._describe_lead(lead),
            text=f"“{excerpt(handoff.context_text)}”" if handoff.replied and handoff.context_text else "",
            badge=reasons[handoff.reason],
            icon="fa-handshake-o",
            clock=not answered,
            late=bool(due and due < now),
            note=_("Acknowledged: is it a real chance?") if answered else "" if handoff.user_id else _("Nobody has it"),
            done=done if handoff.user_id else False,
            open={"model": "outbound.handoff", "id": handoff.id},
        )

    # ------------------------------------------------------------------ queues: one line each

    @api.model
    def _get_scope(self, user) -> str:
        """What a queue opens with: one's own, or all where one looks as somebody else."""
        return "mine" if user == self.env.user else "all"

    @api.model
    def _find_replies(self, user) -> list:
        waits = Domain("state", "=", "needs_person") & Domain("label", "not in", MACHINES)
        domain = waits & Domain("lead_id.user_id", "in", [user.id, False])
        [(count, oldest)] = self.env["outbound.reply"]._read_group(domain, [], ["__count", "received_date:min"])
        if not count:
            return []
        return [
            self._to_row(
                Line(Kind.REPLIES, 0, oldest),
                title=_("1 reply needs you") if count == 1 else _("%s replies need you", count),
                text=_(
                    "What they mean was not clear enough to act on. Until you decide, nothing more is sent to them."
                ),
                icon="fa-envelope-open-o",
                count=count,
                age=True,
                open_label=_("Read"),
                open={
                    "action": "outbound_prospecting.outbound_reply_inbox_action",
                    "params": {"filter_name": "needs_me", "scope": self._get_scope(user)},
                },
            )
        ]

    @api.model
    def _find_review(self, user, now: datetime) -> list:
        """One's own queue is what the review page lists; that of somebody else, what of it the viewer may read."""
        Touch = self.env["outbound.touch"].sudo(user == self.env.user)
        domain = Domain("state", "=", "in_review") & Domain("wake_date", "!=", False)
        domain &= Domain("lead_id.user_id", "=", user.id) | Domain("reviewer_id", "=", user.id)
        domain &= Domain("company_id", "in", [*self.env.companies.ids, False])
        groups = Touch._read_group(domain, [], ["__count", "review_since:min", "due_date:min"])
        [(count, oldest, due)] = groups
        if not count:
            return []
        return [
            self._to_row(
                Line(Kind.REVIEW, 0, oldest),
                title=_("1 draft to review") if count == 1 else _("%s drafts to review", count),
                text=_(
                    "If nobody decides, they go to the backup reviewer and their mails to later days. None leaves unseen."
                ),
                icon="fa-pencil-square-o",
                count=count,
                age=bool(oldest),
                late=bool(due and due <= now),
                open_label=_("Review"),
                open={
                    "action": "outbound_prospecting.outbound_review_action",
                    "params": {"scope": self._get_scope(user)},
                },
            )
        ]

    @api.model
    def _find_unknown(self, user) -> list:
        """Mails of which nobody knows whether they left: a person decides, the system never does."""
        domain = [("state", "=", "unknown"), ("lead_id.user_id", "=", user.id)]
        count = self.env["outbound.touch"].search_count(domain)
        if not count:
            return []
        return [
            self._to_row(
                Line(Kind.WARNING, 0),
                title=_("Delivery unknown: 1 mail") if count == 1 else _("Delivery unknown: %s mails", count),
                text=_(
                    "The connection broke while they left. They are never sent again by themselves: say what happened."
                ),
                icon="fa-question-circle",
                count=count,
                open_label=_("Decide"),
                open={"action": "outbound_prospecting.outbound_outbox_action", "params": {"view": "unknown"}},
            )
        ]

    # ------------------------------------------------------------------ tasks

    @api.model
    def _find_tasks(self, user, now: datetime):
        """Activities that are due: those of touches with their text, and whatever else one planned on prospects."""
        Activity = self.env["mail.activity"]
        today = local_day(now.replace(tzinfo=timezone.utc), user.tz or "UTC")
        domain = Domain("user_id", "=", user.id) & Domain("date_deadline", "<=", today)
        domain &= Domain("res_model", "=", "crm.lead") | Domain("res_model", "=like", "outbound.%")
        handoff = self.env.ref("outbound_prospecting.mail_activity_type_handoff", raise_if_not_found=False)
        if handoff:  # those are lines of their own
            domain &= Domain("activity_type_id", "!=", handoff.id)
        activities = Activity.search(domain, order="date_deadline, id", limit=LIMIT)
        leads = self.env["crm.lead"].sudo().browse(activities.filtered(_is_on_lead).mapped("res_id")).exists()
        leads.fetch(LEAD_FIELDS)
        ours = {lead.id: lead for lead in leads if lead.team_id.is_outbound}
        touches = (
            self.env["outbound.touch"].sudo().search([("activity_id", "in", activities.ids), ("state", "=", "open")])
        )
        of_activity = touches.grouped("activity_id")
        pairs = [
            self._to_task_row(
                activity, ours.get(activity.res_id), of_activity.get(activity.sudo(), touches.browse()), user, now
            )
            for activity in activities
            if not _is_on_lead(activity) or activity.res_id in ours
        ]
        return (len(pairs) if len(activities) < LIMIT else Activity.search_count(domain)), pairs

    @api.model
    def _to_task_row(self, activity, lead, touch, user, now: datetime):
        zone = user.tz or "UTC"
        end = at_wall_clock(activity.date_deadline, time(23, 59), zone).astimezone(timezone.utc).replace(tzinfo=None)
        known = self._describe_lead(lead) if lead else {"title": activity.res_name or "", "company": "", "tier": ""}
        return self._to_row(
            Line(Kind.TASK, activity.id, end, score=lead.icp_score if lead else 0.0),
            **known,
            text=activity.summary or activity.activity_type_id.name or "",
            icon=ICONS.get(touch.channel) or activity.activity_type_id.icon or "fa-check-square-o",
            late=end < now,
            day=fields.Date.to_string(activity.date_deadline),
            copy=touch.task_text or "" if touch.channel in TASK_CHANNELS else "",
            profile=touch.profile_url or "",
            done={"label": _("Done"), "said": _("Done"), "verb": "done"},
            open={"model": activity.res_model, "id": activity.res_id},
        )

    # ------------------------------------------------------------------ health

    @api.model
    def _find_problems(self, user, now: datetime) -> dict[str, list]:
        """What is wrong and `user` can put right, by severity."""
        found = {"critical": [], "warning": []}
        if not user.has_group("outbound_prospecting.group_outbound_manager"):
            return found
        found["critical"] += self._find_standstill(now)
        for problem in self.env["outbound.health.problem"].search([("closed_date", "=", False)], limit=LIMIT):
            if user.has_group(problem.check_id._get_group()):
                kind = Kind.PROBLEM if problem.severity == "critical" else Kind.WARNING
                found[problem.severity].append(
                    self._to_row(
                        Line(kind, problem.id, problem.since),
                        title=problem.check_id.name,
                        text=problem.text,
                        icon="fa-exclamation-triangle",
                        age=True,
                        open_label=problem.fix_label,
                        open={"verb": ["outbound.health.problem", "action_fix", problem.id]},
                    )
                )
        return found

    @api.model
    def _find_standstill(self, now: datetime) -> list:
        """The one problem that the health monitor cannot find: that nothing runs, itself included."""
        latest = self.env["outbound.health"].search([("checked_date", "!=", False)], order="checked_date desc", limit=1)
        if not latest or now - latest.checked_date < STANDSTILL:
            return []
        return [
            self._to_row(
                Line(Kind.PROBLEM, 0, latest.checked_date),
                title=_("Scheduled actions do not run"),
                text=_("No mail leaves and no reply is read. Ask whoever runs the server whether its scheduler works."),
                icon="fa-exclamation-triangle",
                age=True,
                open_label=_("Open health"),
                open={"action": "outbound_prospecting.outbound_health_action"},
            )
        ]


def _is_on_lead(activity) -> bool:
    return activity.res_model == "crm.lead"
