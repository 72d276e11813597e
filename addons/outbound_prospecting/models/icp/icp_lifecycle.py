from dateutil.relativedelta import relativedelta

from odoo import _, api, fields, models
from odoo.exceptions import UserError

REVIEW_EVERY = relativedelta(months=3)


class OutboundIcp(models.Model):
    """The life of a version: draft, approved by a sales lead and a marketing lead, live, replaced."""

    _inherit = "outbound.icp"

    sales_lead_id = fields.Many2one(
        "res.users",
        domain="[('share', '=', False)]",
        tracking=True,
        help="Approves the version for sales.",
    )
    marketing_lead_id = fields.Many2one(
        "res.users",
        domain="[('share', '=', False)]",
        tracking=True,
        help="Approves the version for marketing.",
    )
    sales_approval_date = fields.Datetime(readonly=True, copy=False)
    marketing_approval_date = fields.Datetime(readonly=True, copy=False)
    is_approved = fields.Boolean(compute="_compute_is_approved")
    can_approve = fields.Boolean(compute="_compute_can_approve")
    live_since = fields.Datetime(readonly=True, copy=False)
    review_date = fields.Date(
        string="Next Review",
        copy=False,
        help="An ICP falls due for review every quarter; its sales lead gets an activity then.",
    )

    @api.depends("sales_approval_date", "marketing_approval_date")
    def _compute_is_approved(self):
        for icp in self:
            icp.is_approved = bool(icp.sales_approval_date and icp.marketing_approval_date)

    @api.depends("state", "sales_lead_id", "marketing_lead_id", "sales_approval_date", "marketing_approval_date")
    @api.depends_context("uid")
    def _compute_can_approve(self):
        for icp in self:
            icp.can_approve = icp.state == "review" and bool(icp._open_approvals(self.env.user))

    def _open_approvals(self, user) -> list[str]:
        """The approval dates that `user` may still set on this version."""
        self.ensure_one()
        return [
            date
            for lead, date in (
                (self.sales_lead_id, "sales_approval_date"),
                (self.marketing_lead_id, "marketing_approval_date"),
            )
            if lead == user and not self[date]
        ]

    def action_new_version(self):
        """Button: draft the next version of this ICP and open it."""
        self.ensure_one()
        family = self.search([("name", "=", self.name), ("company_id", "=", self.company_id.id)])
        draft = self.copy({"name": self.name, "previous_id": self.id})
        draft.version = max(family.mapped("version")) + 1
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draft.id,
            "view_mode": "form",
        }

    def action_submit(self):
        """Button: ask the two leads for approval.

        :raises UserError: when the version cannot score or the two leads are not named
        """
        for icp in self:
            if icp.state != "draft":
                raise UserError(_("%s is not a draft.", icp.display_name))
            icp._check_complete()
            if not (icp.sales_lead_id and icp.marketing_lead_id) or icp.sales_lead_id == icp.marketing_lead_id:
                raise UserError(
                    _(
                        "A version is approved by two people: choose a sales lead and a marketing lead of %s.",
                        icp.display_name,
                    )
                )
            icp.state = "review"
            for user in icp.sales_lead_id | icp.marketing_lead_id:
                icp.activity_schedule(
                    "mail.mail_activity_data_todo", user_id=user.id, summary=_("Approve this ICP version")
                )

    def action_approve(self):
        """Button of the two leads.

        :raises UserError: when the user has nothing to approve here
        """
        for icp in self:
            dates = icp._open_approvals(self.env.user) if icp.state == "review" else []
            if not dates:
                raise UserError(_("There is nothing for you to approve on %s.", icp.display_name))
            icp.write(dict.fromkeys(dates, fields.Datetime.now()))
            icp.activity_feedback(["mail.mail_activity_data_todo"], user_id=self.env.uid, feedback=_("Approved"))

    def action_back_to_draft(self):
        """Button: withdraw the request for approval; approvals given so far are void."""
        self.filtered(lambda icp: icp.state == "review")._void_approvals(state="draft")

    def action_activate(self):
        """Button: make an approved version live and re-score everybody with it.

        :raises UserError: when an approval is missing
        """
        self.ensure_one()
        if self.state != "review" or not self.is_approved:
            raise UserError(
                _("%s needs the approval of its sales lead and its marketing lead first.", self.display_name)
            )
        self._activate()

    def _activate(self):
        self._check_complete()
        live = self.search([("state", "=", "active"), ("company_id", "=", self.company_id.id)])
        live.state = "archived"
        live.flush_recordset()
        now = fields.Datetime.now()
        self.write({"state": "active", "live_since": now, "review_date": now.date() + REVIEW_EVERY})
        self.env.ref("outbound_prospecting.ir_cron_outbound_score_leads")._trigger()

    def _activate_installed(self):
        """Make the ICP that comes with the addon live, unless the company has one already (called by its data file)."""
        for icp in self.filtered(lambda icp: icp.state == "draft"):
            if not self._find_active(icp.company_id):
                icp._check_complete()
                now = fields.Datetime.now()
                icp.write({"state": "active", "live_since": now, "review_date": now.date() + REVIEW_EVERY})

    def _void_approvals(self, **values):
        self.write({"sales_approval_date": False, "marketing_approval_date": False, **values})
        self.activity_unlink(["mail.mail_activity_data_todo"])

    @api.model
    def _cron_remind_reviews(self):
        """Scheduled action: an activity for the sales lead of each live ICP whose quarterly review is due."""
        due = self.search([("state", "=", "active"), ("review_date", "<=", fields.Date.context_today(self))])
        for icp in due:
            icp.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=(icp.sales_lead_id or icp.create_uid).id,
                summary=_("Quarterly review of the ICP"),
                note=_("Check scores against what was won and lost, then create a new version or confirm this one."),
            )
            icp.review_date += REVIEW_EVERY
