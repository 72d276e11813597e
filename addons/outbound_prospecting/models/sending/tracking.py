import secrets
from datetime import datetime, timedelta

from lxml import html as lxml_html
from markupsafe import Markup

from odoo import api, fields, models

from ...domain.visits import QUIET, looks_automatic


class OutboundLink(models.Model):
    """A link of one touch: a token that leads to the target stored here and nowhere else.

    A visit is counted as a person's only after a quiet while: scanners open all links of a mail, and often.
    """

    _name = "outbound.link"
    _description = "Tracked Link"
    _log_access = False

    touch_id = fields.Many2one("outbound.touch", required=True, ondelete="cascade", index=True)
    url = fields.Char(required=True, readonly=True)
    token = fields.Char(required=True, readonly=True)
    clicks = fields.Integer(readonly=True, help="By people.")
    bot_clicks = fields.Integer(readonly=True, help="By scanners and crawlers, kept apart.")
    pending_date = fields.Datetime(readonly=True, help="A visit that is not known yet to be a person's.")
    last_visit = fields.Datetime(readonly=True)

    _token_once = models.UniqueIndex("(token)", "Tokens are unique.")
    _pending_idx = models.Index("(pending_date) WHERE pending_date IS NOT NULL")

    @api.model
    def _follow(self, token: str, *, method: str, user_agent: str) -> str | None:
        """Count a visit and return the stored target, or None for an unknown token. A click never triggers a step."""
        link = self.sudo().search([("token", "=", token)], limit=1)
        if not link:
            return None
        now = self.env["outbound.clock"]._now()
        # Visits of one mail are counted one after the other; its other links tell whether a scanner is at work.
        siblings = link.search([("touch_id", "=", link.touch_id.id)], order="id")
        self.env.cr.execute("SELECT id FROM outbound_link WHERE id = ANY(%s) ORDER BY id FOR UPDATE", [siblings.ids])
        siblings.invalidate_recordset()
        burst = siblings.filtered(lambda one: one.last_visit and abs(now - one.last_visit) < QUIET)
        touch = link.touch_id
        automatic = bool(burst) or looks_automatic(
            method, user_agent, touch.done_date or touch.claimed_date or None, now
        )
        siblings._take_back_pending() if burst else siblings._confirm_pending(now)
        link.write(
            {"last_visit": now, "bot_clicks": link.bot_clicks + 1}
            if automatic
            else {"last_visit": now, "pending_date": now}
        )
        return link.url

    def _take_back_pending(self):
        """What looked like a person's visit was the first of a scanner's."""
        for link in self.filtered("pending_date"):
            link.write({"pending_date": False, "bot_clicks": link.bot_clicks + 1})

    def _confirm_pending(self, now: datetime):
        """Nothing followed for a while: these visits were a person's."""
        for link in self.filtered(lambda one: one.pending_date and now - one.pending_date >= QUIET):
            visited = link.pending_date
            link.write({"pending_date": False, "clicks": link.clicks + 1})
            self.env["outbound.event"]._log(
                [{**link.touch_id._prepare_event_vals(link.url, visited), "kind": "clicked"}]
            )

    @api.model
    def _count_visits(self):
        """Working loop: visits that stayed alone long enough are counted."""
        now = self.env["outbound.clock"]._now()
        pending = self.search([("pending_date", "<=", now - QUIET)], limit=500)
        pending.try_lock_for_update(allow_referencing=True)._confirm_pending(now)

    @api.autovacuum
    def _gc_links(self):
        """Links of mails that never left lead nowhere."""
        limit = self.env.cr.now() - timedelta(days=30)
        self.search([("touch_id.state", "in", ["cancelled", "skipped"]), ("touch_id.write_date", "<", limit)]).unlink()


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    link_ids = fields.One2many("outbound.link", "touch_id")

    def _get_tracked_html(self) -> Markup:
        """The HTML as it leaves: links lead through us where the sequence tracks clicks. The text part never does."""
        self.ensure_one()
        if not (self.enrolment_id.sequence_id.track_clicks and self.body_html):
            return Markup(self.body_html or "")
        root = lxml_html.fragment_fromstring(self.body_html, create_parent="div")
        base = self.lead_id.get_base_url()
        for anchor in root.iter("a"):
            url = anchor.get("href", "")
            if url.startswith(("http://", "https://")):
                anchor.set("href", f"{base}/o/{self._get_link(url).token}")
        return Markup(lxml_html.tostring(root, encoding="unicode"))

    def _get_link(self, url: str):
        known = self.link_ids.filtered(lambda link: link.url == url)[:1]
        return known or self.link_ids.create({"touch_id": self.id, "url": url, "token": secrets.token_urlsafe(12)})
