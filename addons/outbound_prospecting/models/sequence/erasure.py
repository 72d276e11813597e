from odoo import models


class OutboundSuppression(models.Model):
    _inherit = "outbound.suppression"

    def _forget(self, leads, addresses: list[str]):
        """The texts of touches and the address of enrolments; when what was sent stays for the figures."""
        super()._forget(leads, addresses)
        leads.linkedin_url = False
        enrolments = self.env["outbound.enrolment"].search(
            ["|", ("lead_id", "in", leads.ids), ("email_normalized", "in", addresses)]
        )
        for enrolment in enrolments:
            enrolment.email_normalized = f"erased:{self._key('person', enrolment.email_normalized)[:16]}"
        enrolments.touch_ids._forget_texts()


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _forget_texts(self):
        """Blank what was written to people who were erased. Rooms that keep more of a text extend this."""
        self.write({"subject": False, "body_text": False, "body_html": False, "checks": False})
