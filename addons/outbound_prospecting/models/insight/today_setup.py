from datetime import datetime

from odoo import _, api, fields, models
from odoo.fields import Domain

from ...domain.today import SAMPLE, Next, Setup, Step, Supply, choose_next, steps

MANY = 1000  # more are not counted
COMING = 3  # touches that are announced when nothing is left to do
ADMIN = "outbound_prospecting.group_outbound_admin"
MANAGER = "outbound_prospecting.group_outbound_manager"
USER = "outbound_prospecting.group_outbound_user"
# Where a step is done, and who may do it.
PLACES = {
    Step.ICP: ("outbound_icp_action", MANAGER),
    Step.MAILBOX: ("outbound_mailbox_action", ADMIN),
    Step.IMPORT: ("outbound_import_action", USER),
    Step.SCORES: ("outbound_prospects_action", USER),
    Step.LAUNCH: ("outbound_sequence_action", MANAGER),
}


class OutboundToday(models.AbstractModel):
    """Before the first mail: the steps until it leaves, read from the records themselves. Afterwards: what is next."""

    _inherit = "outbound.today"

    @api.model
    def _get_setup(self) -> Setup:
        """What there is in the companies that one works in, whoever may read it."""
        own = [("company_id", "in", [*self.env.companies.ids, False])]

        def exists(model: str, *domain) -> bool:
            return bool(self.env[model].sudo().search_count([*domain, *own], limit=1))

        # Prospects belong to companies; one of nobody's says nothing about these.
        enrolled = exists("outbound.enrolment", ("company_id", "!=", False))
        if enrolled or exists("outbound.sequence", ("state", "=", "active")):
            return Setup(launched=True)
        Lead = self.env["crm.lead"].sudo()
        prospects = [*own, ("team_id.is_outbound", "=", True)]
        judged = ("qualification_status", "in", ["in_review", "qualified", "disqualified"])
        scored = ("icp_tier", "not in", [False, "disqualified"])
        return Setup(
            icp=exists("outbound.icp", ("state", "=", "active")),
            mailbox=exists("outbound.mailbox", ("state", "=", "ready")),
            prospects=bool(Lead.search_count(prospects, limit=1)),
            scored=Lead.search_count([*prospects, scored], limit=SAMPLE),
            judged=Lead.search_count([*prospects, scored, judged], limit=SAMPLE),
        )

    @api.model
    def _get_steps(self) -> list[dict]:
        """The checklist; empty once the first sequence is live. Only a step that one may do has a button."""
        setup = self._get_setup()
        return [
            {
                "code": step.value,
                "state": progress.value,
                **self._describe_step(step, setup),
                **self._get_place(step, progress.value),
            }
            for step, progress in steps(setup)
        ]

    @api.model
    def _describe_step(self, step: Step, setup: Setup) -> dict:
        count = min(SAMPLE, setup.scored) or SAMPLE
        words = {
            Step.ICP: (
                _("Say who is worth writing to"),
                _("An Ideal Customer Profile, approved by sales and marketing, scores every prospect."),
                _("Open the profile"),
            ),
            Step.MAILBOX: (
                _("Connect a mailbox"),
                _("The address that prospects see. Its domain is checked, so that mails arrive."),
                _("Set up a mailbox"),
            ),
            Step.IMPORT: (
                _("Import prospects"),
                _("Any CSV or Excel list of companies. Known ones are recognised, each is scored at once."),
                _("Import a list"),
            ),
            Step.SCORES: (
                _("Review the scores"),
                _(
                    "Open the best and set their qualification: %(judged)s of %(count)s judged.",
                    judged=setup.judged,
                    count=count,
                ),
                _("Look at the scores"),
            ),
            Step.LAUNCH: (
                _("Launch a sequence"),
                _("Its checklist tells what is missing. You see every mail before it leaves."),
                _("Open the sequences"),
            ),
        }
        title, text, label = words[step]
        return {"title": title, "text": text, "label": label}

    @api.model
    def _get_place(self, step: Step, progress: str) -> dict:
        action, group = PLACES[step]
        if progress == "done":
            return {"open": False, "who": ""}
        if self.env.user.has_group(group):
            return {"open": {"action": f"outbound_prospecting.{action}"}, "who": ""}
        who = _("An administrator does this.") if group == ADMIN else _("A manager does this.")
        return {"open": False, "who": who}

    # ------------------------------------------------------------------ when it runs

    @api.model
    def _get_next(self, user) -> dict:
        """The one suggestion below the list."""
        Request = self.env["outbound.enrolment.request"]
        mine = Domain("lead_id.user_id", "=", user.id)
        refused = mine & Domain("state", "=", "refused") & Domain("try_date", "=", False)
        ready = Domain("user_id", "=", user.id) & Domain("icp_tier", "in", ["tier_1", "tier_2"])
        ready &= Domain("sequence_stage", "in", [False, "not_started"]) & Domain("won_status", "=", "pending")
        ready &= Domain("team_id.is_outbound", "=", True) & Domain(
            "id", "not in", Request._search([], active_test=False)
        )
        supply = Supply(
            refused=Request.search_count(refused, limit=MANY),
            ready=self.env["crm.lead"].search_count(ready, limit=MANY),
            running=bool(self.env["outbound.enrolment"].search_count([("state", "=", "active")], limit=1)),
        )
        return {"code": choose_next(supply).value, **self._describe_next(choose_next(supply), supply)}

    @api.model
    def _describe_next(self, following: Next, supply: Supply) -> dict:
        if following is Next.REFUSED:
            return {
                "text": _("Prospects that could not be enrolled: %s. The reasons say what to do.", supply.refused),
                "label": _("See why"),
                "open": {"action": "outbound_prospecting.outbound_enrolment_request_action"},
            }
        if following is Next.ENROL:
            context = {"search_default_assigned_to_me": 1, "group_by": ["icp_tier"]}
            return {
                "text": _("Good prospects of yours that are in no sequence: %s.", supply.ready),
                "label": _("Enrol them"),
                "open": {"action": "outbound_prospecting.outbound_prospects_action", "context": context},
            }
        if following is Next.IMPORT:
            return {
                "text": _("No good prospect is left to write to. Import the next list of companies."),
                "label": _("Import a list"),
                "open": {"action": "outbound_prospecting.outbound_import_action"},
            }
        return {"text": _("The sequences run. What needs you appears here."), "label": "", "open": False}

    @api.model
    def _get_upcoming(self, user, now: datetime) -> list[dict]:
        """What comes next by itself, once nothing is left to do."""
        domain = [("user_id", "=", user.id), ("next_touch_date", ">=", now)]
        leads = self.env["crm.lead"].search(domain, order="next_touch_date, id", limit=COMING)
        channels = dict(leads._fields["outreach_channel"]._description_selection(self.env))
        return [
            {
                "id": lead.id,
                "title": lead.contact_name or lead.partner_name or lead.name,
                "company": lead.partner_name or "",
                "channel": channels.get(lead.outreach_channel, ""),
                "due": fields.Datetime.to_string(lead.next_touch_date),
            }
            for lead in leads
        ]
