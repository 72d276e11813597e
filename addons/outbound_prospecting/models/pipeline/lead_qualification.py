from odoo import fields, models


class OutboundLeadQualification(models.AbstractModel):
    """Facet of `crm.lead`: is this prospect worth pursuing, and what may it bring."""

    _name = "outbound.lead.qualification"
    _description = "Lead facet: qualification"

    company_currency = fields.Many2one("res.currency")  # completed by crm.lead
    qualification_status = fields.Selection(
        [
            ("new", "New"),
            ("in_review", "In review"),
            ("qualified", "Qualified"),
            ("disqualified", "Disqualified"),
        ],
        default="new",
        copy=False,
        help="Set by scoring when the ICP disqualifies a prospect; otherwise a person decides and scoring "
        "leaves the decision alone.",
    )
    disqualification_reason = fields.Char(
        copy=False, help="Why the prospect is not pursued: the disqualifier that matched, or a person's reason."
    )
    meeting_booked_date = fields.Datetime(
        copy=False, index="btree_not_null", help="Start of the meeting that was booked with the prospect."
    )
    deal_value_estimate = fields.Monetary(
        currency_field="company_currency",
        help="A person's estimate of what the deal is worth, before there is a quote.",
    )

    # Only the leads that somebody has judged: others would pay for it at every update.
    _qualification_status_idx = models.Index("(qualification_status) WHERE qualification_status <> 'new'")

    def _merge_get_fields_specific(self):
        def status(_name, leads):
            # A decision, in order of confidence, stands against a duplicate nobody has judged yet.
            found = set(leads.mapped("qualification_status"))
            decided = (lead.qualification_status for lead in leads)
            decision = next((value for value in decided if value in ("qualified", "disqualified")), None)
            return decision or ("in_review" if "in_review" in found else "new")

        def reason(name, leads):
            disqualified = leads.filtered(lambda lead: lead.qualification_status == "disqualified")
            return status(name, leads) == "disqualified" and disqualified[:1].disqualification_reason

        def largest(name, leads):
            return max((value for value in leads.mapped(name) if value), default=False)

        return {
            **super()._merge_get_fields_specific(),
            "qualification_status": status,
            "disqualification_reason": reason,
            "meeting_booked_date": largest,
            "deal_value_estimate": largest,
        }
