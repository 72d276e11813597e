from odoo import _, fields, models


class OutboundLeadReplies(models.AbstractModel):
    """Facet of `crm.lead`: what the prospect answered."""

    _name = "outbound.lead.replies"
    _description = "Lead facet: replies"

    reply_ids = fields.One2many(
        "outbound.reply",
        "lead_id",
        string="Replies",
        readonly=True,
        copy=False,
        groups="outbound_prospecting.group_outbound_user",
    )
    reply_count = fields.Integer(
        compute="_compute_reply_count", groups="outbound_prospecting.group_outbound_user", string="Number of Replies"
    )
    reply_label = fields.Selection(
        selection=lambda self: self.env["outbound.reply"]._fields["label"]._description_selection(self.env),
        compute="_compute_reply_count",
        string="Latest Reply",
        groups="outbound_prospecting.group_outbound_user",
    )

    def _compute_reply_count(self):
        replies = self.env["outbound.reply"]
        if leads := self._filter_known_to_outreach():
            replies = replies.search_fetch([("lead_id", "in", leads.ids)], ["lead_id", "label"])
        by_lead = replies.grouped("lead_id")
        for lead in self:
            own = by_lead.get(lead._origin, replies.browse())
            lead.reply_count = len(own)
            lead.reply_label = own[:1].label  # the latest stands first

    def action_open_replies(self):
        """Smart button: the answers of this prospect, in the inbox."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "name": _("Replies"),
            "tag": "outbound_reply_inbox",
            "params": {"lead_id": self.id},
        }

    def _merge_dependences(self, opportunities):
        """Answers of the merged prospects belong to the one that stays."""
        super()._merge_dependences(opportunities)
        opportunities.sudo().reply_ids.write({"lead_id": self.id})

    def unlink(self):
        """The original mails go with the prospect; the database alone would leave their files."""
        self.sudo().reply_ids.unlink()
        return super().unlink()
