from odoo import _, models
from odoo.exceptions import UserError


class OutboundReply(models.Model):
    """What a person does with a reply besides correcting its class."""

    _inherit = "outbound.reply"

    def action_done(self) -> bool:
        """Nothing is left to do; whatever waited for this mail goes on as its prospect stands."""
        self._check_may_decide()
        self.sudo().write(
            {
                "state": "done",
                "needs": False,
                "holds": False,
                "done_date": self.env["outbound.clock"]._now(),
                "done_by": self.env.uid,
            }
        )
        return True

    def action_reopen(self) -> bool:
        """Put replies back on the list."""
        self._check_may_decide()
        self.sudo().write({"state": "read", "done_date": False, "done_by": False})
        return True

    def action_accept_contact(self) -> dict:
        """Make a prospect of the person whom the reply names, in the same team and of the same company.

        :raises UserError: nobody is named, or the prospect is there already
        """
        self.ensure_one()
        self._check_may_decide()
        reply, lead = self.sudo(), self.sudo().lead_id
        if reply.contact_lead_id:
            raise UserError(_("%s is a prospect already.", reply.contact_lead_id.display_name))
        if not (lead and (reply.contact_email or reply.contact_name)):
            raise UserError(_("The reply names nobody. Add the prospect by hand."))
        name = reply.contact_name or reply.contact_email
        new = lead.with_context(default_user_id=False).create(
            {
                "name": _("%(name)s, named by %(who)s", name=name, who=lead.contact_name or lead.display_name),
                "type": "opportunity",
                "team_id": lead.team_id.id,
                "user_id": lead.user_id.id,
                "company_id": lead.company_id.id,
                "contact_name": reply.contact_name,
                "email_from": reply.contact_email,
                "phone": reply.contact_phone,
                "partner_name": lead.partner_name,
                "website": lead.website,
                "industry_id": lead.industry_id.id,
                "country_id": lead.country_id.id,
                "lang_id": lead.lang_id.id,
                "source_id": lead.source_id.id,
            }
        )
        reply.contact_lead_id = new
        event = {**reply._prepare_event_vals("referred", name), "user_id": self.env.uid}
        self.env["outbound.event"]._log([event])
        return {"lead_id": new.id, "name": new.display_name}
