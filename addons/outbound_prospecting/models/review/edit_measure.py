from datetime import timedelta

from odoo import _, api, fields, models

from ...domain.stats import Rate

DAYS = 90


class OutboundTouch(models.Model):
    """What people change in drafts before they approve them."""

    _inherit = "outbound.touch"

    @api.model
    def _describe_edits(self, domain) -> str:
        """How many drafts people approved lately, how many of them unchanged, and how much they changed the others."""
        since = self.env["outbound.clock"]._now() - timedelta(days=DAYS)
        approved = [("approved_by", "!=", False), ("approved_date", ">=", since), *domain]
        [[count, share]] = self.sudo()._read_group(approved, [], ["__count", "edit_share:sum"])
        if not count:
            return _("Nobody has approved a draft in the last %s days.", DAYS)
        unchanged = self.sudo().search_count([*approved, ("edit_share", "=", 0)])
        rate = Rate(unchanged, count)
        interval = rate.interval()
        return _(
            "Of %(count)s drafts that people approved in the last %(days)s days, %(unchanged)s were left as they were: "
            "%(rate).0f %% (%(low).0f to %(high).0f %%). On average %(share).0f %% of a text was changed.",
            count=count,
            days=DAYS,
            unchanged=unchanged,
            rate=100 * rate.value,
            low=100 * interval.low,
            high=100 * interval.high,
            share=100 * (share or 0) / count,
        )


class OutboundSequence(models.Model):
    _inherit = "outbound.sequence"

    edit_measure = fields.Char(compute="_compute_edit_measure", string="Changed by People")

    def _compute_edit_measure(self):
        for sequence in self:
            domain = [("enrolment_id.sequence_id", "=", sequence.id)]
            sequence.edit_measure = self.env["outbound.touch"]._describe_edits(domain)


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    outbound_edit_measure = fields.Char(compute="_compute_outbound_edit_measure")

    @api.depends("company_id")
    def _compute_outbound_edit_measure(self):
        for settings in self:
            domain = [("company_id", "=", settings.company_id.id)]
            settings.outbound_edit_measure = self.env["outbound.touch"]._describe_edits(domain)


class OutboundPromptVersion(models.Model):
    _inherit = "outbound.prompt.version"

    approved_count = fields.Integer(compute="_compute_edits", string="Approved")
    unchanged_count = fields.Integer(compute="_compute_edits", string="Approved Unchanged")
    edit_share = fields.Float(
        compute="_compute_edits", string="Changed", help="How much of an approved text people changed, on average."
    )

    def _compute_edits(self):
        Touch = self.env["outbound.touch"].sudo()
        approved = [("prompt_version_id", "in", self.ids), ("approved_by", "!=", False)]
        groups = Touch._read_group(approved, ["prompt_version_id"], ["__count", "edit_share:sum"])
        shares = {version.id: (count, (share or 0.0) / count) for version, count, share in groups}
        unchanged = Touch._read_group([*approved, ("edit_share", "=", 0)], ["prompt_version_id"], ["__count"])
        left = {version.id: count for version, count in unchanged}
        for version in self:
            version.approved_count, version.edit_share = shares.get(version.id, (0, 0.0))
            version.unchanged_count = left.get(version.id, 0)
