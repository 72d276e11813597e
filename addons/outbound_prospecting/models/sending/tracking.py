import secrets

from lxml import html as lxml_html

from odoo import api, fields, models

BOT_AGENTS = ("bot", "crawl", "spider", "preview", "scan", "proofpoint", "mimecast", "barracuda", "curl", "python")
HUMAN_AFTER_SECONDS = 10


class OutboundLink(models.Model):
    """A link of one touch: a token that leads to the target stored here and nowhere else."""

    _name = "outbound.link"
    _description = "Tracked Link"

    touch_id = fields.Many2one("outbound.touch", required=True, ondelete="cascade", index=True)
    url = fields.Char(required=True, readonly=True)
    token = fields.Char(required=True, readonly=True)
    clicks = fields.Integer(readonly=True, help="By people.")
    bot_clicks = fields.Integer(readonly=True, help="By scanners and crawlers, kept apart.")

    _token_once = models.UniqueIndex("(token)", "Tokens are unique.")

    @api.model
    def _follow(self, token: str, *, method: str, user_agent: str) -> str | None:
        """Count a visit and return the stored target, or None for an unknown token. A click never triggers a step."""
        link = self.sudo().search([("token", "=", token)], limit=1)
        if not link:
            return None
        is_bot = link._looks_like_a_bot(method, user_agent)
        # One statement: two visitors at once must not lose a count.
        column = "bot_clicks" if is_bot else "clicks"
        self.env.cr.execute(
            f"UPDATE outbound_link SET {column} = COALESCE({column}, 0) + 1 WHERE id = %s", [link.id]
        )
        if not is_bot:
            self.env["outbound.event"].sudo().create(
                {"lead_id": link.touch_id.lead_id.id, "company_id": link.touch_id.company_id.id, "kind": "clicked"}
            )
        return link.url

    def _looks_like_a_bot(self, method: str, user_agent: str) -> bool:
        agent = (user_agent or "").lower()
        if method != "GET" or not agent or any(word in agent for word in BOT_AGENTS):
            return True
        sent = self.touch_id.done_date
        return bool(sent) and (self.env.cr.now() - sent).total_seconds() < HUMAN_AFTER_SECONDS


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    link_ids = fields.One2many("outbound.link", "touch_id")

    def _tracked_html(self) -> str:
        """The HTML as it leaves: links lead through us where the sequence tracks clicks. The text part never does."""
        self.ensure_one()
        if not (self.enrolment_id.sequence_id.track_clicks and self.body_html):
            return self.body_html or ""
        root = lxml_html.fragment_fromstring(self.body_html, create_parent="div")
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url")
        for anchor in root.iter("a"):
            url = anchor.get("href", "")
            if url.startswith(("http://", "https://")):
                link = self.link_ids.filtered(lambda known, url=url: known.url == url)[:1] or self.link_ids.create(
                    {"touch_id": self.id, "url": url, "token": secrets.token_urlsafe(12)}
                )
                anchor.set("href", f"{base}/o/{link.token}")
        return lxml_html.tostring(root, encoding="unicode")
