import secrets

from markupsafe import Markup

from odoo import api, fields, models

from ...domain.visits import loads_images_unasked, looks_automatic


class OutboundPixel(models.Model):
    """An image of one dot in one mail. That it is loaded says little: mail programs and scanners load it unasked.

    Shown with the share of machines; nothing is scored, sent or chosen by it.
    """

    _name = "outbound.pixel"
    _description = "Open Tracking"
    _log_access = False

    touch_id = fields.Many2one("outbound.touch", required=True, readonly=True, ondelete="cascade")
    token = fields.Char(required=True, readonly=True)
    opens = fields.Integer(readonly=True, help="Perhaps by people.")
    bot_opens = fields.Integer(readonly=True, help="By scanners and mail programs that load everything.")

    _token_once = models.UniqueIndex("(token)", "Tokens are unique.")
    _touch_once = models.UniqueIndex("(touch_id)", "A mail has one pixel.")

    @api.model
    def _load(self, token: str, *, method: str, user_agent: str):
        """Count that the image was loaded; the first time of each kind is an event. Unknown tokens change nothing."""
        pixel = self.sudo().search([("token", "=", token)], limit=1)
        if not pixel:
            return
        self.env.cr.execute("SELECT id FROM outbound_pixel WHERE id = %s FOR UPDATE", [pixel.id])
        pixel.invalidate_recordset()
        now, touch = self.env["outbound.clock"]._now(), pixel.touch_id
        delivered = touch.done_date or touch.claimed_date or None
        automatic = loads_images_unasked(user_agent) or looks_automatic(method, user_agent, delivered, now)
        counter = "bot_opens" if automatic else "opens"
        if not pixel[counter]:
            event = touch._prepare_event_vals(None, now)
            payload = {**event["payload"], "automatic": automatic}
            self.env["outbound.event"]._log([{**event, "kind": "opened", "payload": payload}])
        pixel[counter] += 1


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _get_tracked_html(self) -> Markup:
        """Where the sequence tracks opens an image of ours ends the HTML part; the text part has none."""
        html = super()._get_tracked_html()
        if not self.enrolment_id.sequence_id.track_opens:
            return html
        source = f"{self.lead_id.get_base_url()}/o/p/{self._get_pixel().token}.gif"
        return html + Markup('<img src="%s" width="1" height="1" alt=""/>') % source

    def _get_pixel(self):
        Pixel = self.env["outbound.pixel"].sudo()
        known = Pixel.search([("touch_id", "=", self.id)], limit=1)
        return known or Pixel.create({"touch_id": self.id, "token": secrets.token_urlsafe(12)})
