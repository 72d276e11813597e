from datetime import datetime, timedelta, timezone

from odoo import _, api, fields, models

from ...domain.handoff import Event, answer_by
from ...domain.routing import Decision
from .handoff import OPEN_STATES

LOOK_AGAIN = timedelta(hours=1)  # for somebody, where nobody could be found
ACTIVITY_TYPE = "outbound_prospecting.mail_activity_type_handoff"
LATEST = timedelta(days=3)  # deadline of somebody who does not work within four weeks


class OutboundHandoff(models.Model):
    """How a hand-off begins: a rep is found, told, and given a deadline."""

    _inherit = "outbound.handoff"

    @api.model
    def _begin(self, rows: dict, cause="handoff", tried: dict | None = None):
        """Hand prospects over, all at once.

        :param rows: values by lead: `reason`, `replied`, `context_text`, and what else the record should have;
            `user_id` where a person chose the rep
        :param tried: ids of users who are not asked again, by lead id
        """
        leads = self.env["crm.lead"].sudo().union(*rows)
        chosen = {lead.id: row["user_id"] for lead, row in rows.items() if row.get("user_id")}
        self._find_owners(leads.filtered(lambda lead: lead.id not in chosen), cause, tried or {}, chosen)
        leads._write_owners(chosen)
        managers = {
            lead.id: manager
            for group in leads.grouped(lambda lead: (lead.team_id, lead.company_id)).values()
            for manager in [self._find_manager(group[0])]
            for lead in group
        }
        deadlines = self._get_deadlines({lead: (chosen.get(lead.id), row) for lead, row in rows.items()})
        now = self.env["outbound.clock"]._now()
        handoffs = self.sudo().create(
            [
                {
                    **row,
                    "lead_id": lead.id,
                    "company_id": lead.company_id.id,
                    "team_id": lead.team_id.id,
                    "user_id": chosen.get(lead.id) or False,
                    "manager_id": managers[lead.id].id,
                    "date": now,
                    "deadline": deadlines[lead.id],
                    "wake_date": deadlines[lead.id] if chosen.get(lead.id) else now + LOOK_AGAIN,
                }
                for lead, row in rows.items()
            ]
        )
        owned = handoffs.filtered("user_id")
        owned._apply(Event.ASSIGN)
        owned._open_activities()
        owned._alert("handoff_assigned" if cause == "handoff" else "handoff_passed_on")
        orphans = handoffs - owned
        orphans._tell_managers(_("Nobody can take it"))
        orphans._alert("handoff_unassigned")
        return handoffs

    @api.model
    def _find_owners(self, leads, cause: str, tried: dict, owners: dict):
        """Route `leads` and add to `owners`; whom nobody can take goes to the leader of the team."""
        for (team, company), group in leads.grouped(lambda lead: (lead.team_id, lead.company_id)).items():
            policy = self.env["outbound.routing.policy"]._find_policy(company)
            decisions = policy._route(group, team, urgent=True, tried=tried)
            leader = self._find_leader(group[0])
            for lead in group:
                decision, rule = decisions[lead.id]
                if decision.owner is None and leader and leader.id not in tried.get(lead.id, ()):
                    decision = Decision(leader.id, (), decision.excluded)
                    decisions[lead.id] = decision, rule
                owners[lead.id] = decision.owner
            self.env["outbound.assignment"]._log_decisions(decisions, group, cause)

    @api.model
    def _find_manager(self, lead):
        """Who is told when nobody answers: the leader, else one of the managers, so that there is always somebody."""
        leader = self._find_leader(lead)
        if leader:
            return leader
        managers = self.env.ref("outbound_prospecting.group_outbound_manager").sudo().all_user_ids
        able = managers.filtered(
            lambda user: user.active and (not lead.company_id or lead.company_id in user.company_ids)
        )
        return able.sorted("id")[:1]

    @api.model
    def _find_leader(self, lead):
        """The leader of the team, else whom the policy names."""
        leader = lead.team_id.sudo().user_id
        if leader.active and (not lead.company_id or lead.company_id in leader.company_ids):
            return leader
        manager = self.env["outbound.routing.policy"]._find_policy(lead.company_id).manager_id
        return manager if manager.active else manager.browse()

    @api.model
    def _get_deadlines(self, wanted: dict) -> dict[int, datetime]:
        """Until when each rep has to acknowledge, naive UTC, by lead id.

        :param wanted: by lead (user id or None, values of the hand-off)
        """
        now = self.env["outbound.clock"]._now()
        aware = now.replace(tzinfo=timezone.utc)
        users = self.env["res.users"].sudo().browse({user_id for user_id, _row in wanted.values() if user_id})
        spans = (users | self.env.ref("base.user_root"))._get_work_spans(now)
        policies = {}
        deadlines = {}
        for lead, (user_id, row) in wanted.items():
            company = lead.company_id
            if company not in policies:
                policies[company] = self.env["outbound.routing.policy"]._find_policy(company)
            policy = policies[company]
            days = policy.reply_days if row.get("replied") else policy.other_days
            own = spans[user_id or self.env.ref("base.user_root").id]
            due = answer_by(aware, own, days=days, least=timedelta(hours=policy.least_hours))
            deadlines[lead.id] = due.astimezone(timezone.utc).replace(tzinfo=None) if due else now + LATEST
        return deadlines

    def _open_activities(self):
        """Put these hand-offs on the lists of their reps, each with all one needs to answer."""
        Activity = self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True)
        notes = self._get_notes()
        activities = Activity.create([handoff._prepare_activity_vals(notes[handoff.id]) for handoff in self])
        for handoff, activity in zip(self, activities, strict=True):
            handoff.activity_id = activity

    def _tell_managers(self, why: str):
        """Put these hand-offs on the lists of whoever they escalate to, until they are answered or assigned."""
        notes = self._get_notes()
        told = self.filtered(lambda handoff: handoff.manager_id and handoff.manager_id != handoff.user_id)
        plans = [handoff._prepare_activity_vals(notes[handoff.id], handoff.manager_id) for handoff in told]
        plans = [{**vals, "summary": self.env._("%(why)s: %(what)s", why=why, what=vals["summary"])} for vals in plans]
        activities = self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True).create(plans)
        for handoff, activity in zip(told, activities, strict=True):
            handoff.escalation_activity_id = activity

    def _prepare_activity_vals(self, note, user=None) -> dict:
        user = user or self.user_id
        self = self._for_reader(user)  # noqa: PLW0642 so that `_` finds its language
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        return {
            "res_model_id": self.env["ir.model"]._get_id("crm.lead"),
            "res_id": self.lead_id.id,
            "activity_type_id": self.env["ir.model.data"]._xmlid_to_res_id(ACTIVITY_TYPE),
            "summary": _("%(reason)s: %(who)s", reason=reasons[self.reason], who=self._describe_person()),
            "note": note,
            "date_deadline": fields.Date.context_today(self.with_context(tz=user.tz or "UTC"), self.deadline),
            "user_id": user.id,
            "automated": True,
        }

    def _take_in(self, rows: dict):
        """Prospects wrote again before anybody decided: the rep sees what is new; the deadline stays."""
        news = self.filtered(lambda handoff: rows[handoff.lead_id]["replied"])
        for handoff in news:
            row = rows[handoff.lead_id]
            names = ("reason", "context_text", "replied", "reply_id")
            handoff.write({name: row[name] for name in names if row.get(name)})
        notes = news._get_notes()
        for handoff in news.filtered("activity_id.active"):
            handoff.activity_id.write({"note": notes[handoff.id]})

    def _describe_person(self) -> str:
        lead = self.lead_id
        return ", ".join(filter(None, [lead.contact_name, lead.partner_name])) or lead.display_name


class OutboundLeadRouting(models.AbstractModel):
    _inherit = "outbound.lead.routing"

    handoff_ids = fields.One2many(
        "outbound.handoff", "lead_id", readonly=True, copy=False, groups="outbound_prospecting.group_outbound_user"
    )
    handoff_id = fields.Many2one(
        "outbound.handoff",
        string="Open Hand-Off",
        compute="_compute_handoff_id",
        groups="outbound_prospecting.group_outbound_user",
    )

    @api.depends("team_id", "handoff_ids.state")
    def _compute_handoff_id(self):
        for lead in self:
            lead.handoff_id = (
                lead.is_outbound and lead.handoff_ids.filtered(lambda handoff: handoff.state in OPEN_STATES)[:1]
            )

    def _hand_over(self, reason="other", context_text="", replied=True, **values):
        """Give these warm prospects to reps, with a deadline. Who is handed over already gets the new text instead.

        :param reason: class of the reply, or what else made them warm; a code of `outbound.handoff.reason`
        :param context_text: what they wrote
        :param values: more for the hand-off, such as `user_id` where a person chose the rep
        :return: the open hand-offs of these prospects
        """
        row = {"reason": reason, "context_text": context_text, "replied": replied, **values}
        return self._hand_over_each(dict.fromkeys(self, row))

    @api.model
    def _hand_over_each(self, rows: dict):
        """The same for prospects who wrote different things: values of the hand-off by lead."""
        Handoff = self.env["outbound.handoff"].sudo()
        known = dict(Handoff._fields["reason"].selection)
        rows = {
            lead.sudo(): {
                **row,
                "reason": row["reason"] if row["reason"] in known else "other",
                "context_text": (row.get("context_text") or "").strip() or False,
            }
            for lead, row in rows.items()
        }
        there = self.sudo().union(*rows)._get_open_handoffs()
        there._take_in(rows)
        prospects = self.sudo().union(*rows)._filter_prospects() - there.lead_id
        fresh = {lead: row for lead, row in rows.items() if lead in prospects}
        begun = Handoff._begin(fresh) if fresh else Handoff
        return (there + begun).with_env(self.env)
