from odoo import api, fields, models
from odoo.tools import SQL


class OutboundEnrolment(models.Model):
    """From the moment an answer is stored nothing is sent to that person and company until it is read."""

    _inherit = "outbound.enrolment"

    unread_reply = fields.Boolean(compute="_compute_unread_reply", help="An answer has arrived that is not read yet.")

    def _compute_unread_reply(self):
        """One query for all; the cache is emptied with every transaction, and each mail has one of its own."""
        held = self._get_held_ids()
        for enrolment in self:
            enrolment.unread_reply = enrolment.id in held

    def _get_held_ids(self) -> set[int]:
        self.env["outbound.reply"].flush_model()
        self.flush_model(["lead_id", "email_normalized", "website_domain"])
        rows = self.env.execute_query(
            SQL(
                """
                SELECT e.id
                  FROM outbound_enrolment e
                 WHERE e.id = ANY(%s)
                   AND EXISTS (
                       SELECT 1 FROM outbound_reply r
                        WHERE r.holds
                          AND (r.enrolment_id = e.id OR r.lead_id = e.lead_id
                               OR r.email_normalized = e.email_normalized OR r.website_domain = e.website_domain))
                """,
                self.ids,
            )
        )
        return {id_ for (id_,) in rows}

    def _has_unread_reply(self) -> bool:
        return super()._has_unread_reply() or self.unread_reply


class OutboundTouch(models.Model):
    """An answer that came after the claim still stops the mail, up to the dialogue with the mail server."""

    _inherit = "outbound.touch"

    @api.model
    def _lock_claim(self, claim) -> bool:
        if not super()._lock_claim(claim):
            return False
        return not self.env["outbound.enrolment"].browse(claim.enrolment_id)._get_held_ids()
