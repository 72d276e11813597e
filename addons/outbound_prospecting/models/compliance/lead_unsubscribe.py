from markupsafe import Markup

from odoo import models
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

WHY = _lt("We write to you about your work at %s.")
WHY_NO_COMPANY = _lt("We write to you about your work.")
UNSUBSCRIBE = _lt("Unsubscribe")
STOP_HERE = _lt("If you would rather not hear from us: %s")
PRIVACY = _lt("Where we have your details from and how we use them: %s")
PRIVACY_LINK = _lt("How we use your details")
STYLE = "margin-top:24px;padding-top:8px;border-top:1px solid #ddd;font-size:12px;line-height:1.5;color:#5f6368"


class OutboundLeadUnsubscribe(models.AbstractModel):
    """Facet of `crm.lead`: what every mail to a prospect must carry by law, in the prospect's language."""

    _name = "outbound.lead.unsubscribe"
    _description = "Lead facet: unsubscribe link and footer"

    def _get_unsubscribe_url(self, touch=None) -> str:
        """The link that stops outreach to this person, short enough for a header line.

        :param touch: the touch that carries the link (a record, or any short text without a slash), so that an
            unsubscribe can be told from which mail it came
        """
        self.ensure_one()
        company = self.company_id or self.env.company
        person = (self.email_normalized or "", company.id, self.lang_id.code or "")
        token = self.env["outbound.unsubscribe"]._get_tokens([person])[person]
        reference = touch if isinstance(touch, str) else str(touch.id) if touch else ""
        return "/".join(filter(None, [self.get_base_url(), "o/u", token, reference]))

    def _get_unsubscribe_headers(self, mailbox, touch=None) -> dict[str, str]:
        """Headers of RFC 2369 and RFC 8058."""
        url = self._get_unsubscribe_url(touch)
        return {
            "List-Unsubscribe": f"<{url}>, <mailto:{mailbox.email}?subject=unsubscribe>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }

    def _get_footer(self, mailbox, touch=None) -> dict[str, str | Markup]:
        """Who writes, from where, why, and how to stop it: {"text", "html"}, in the prospect's language.

        :param mailbox: record with `name`, `email`, `company_id`, `postal_address` and `privacy_url`
        """
        self.ensure_one()
        lang = self.lang_id.code or self.env.lang or "en_US"
        url = self._get_unsubscribe_url(touch)
        sender = ", ".join(dict.fromkeys(filter(None, [mailbox.name, mailbox.company_id.name])))
        address = " ".join((mailbox.postal_address or "").split())
        why = _in(lang, WHY) % self.partner_name if self.partner_name else _in(lang, WHY_NO_COMPANY)
        text = ["-- ", sender, address, why, _in(lang, STOP_HERE) % url]
        links = [Markup('<a href="%s">%s</a>') % (url, _in(lang, UNSUBSCRIBE))]
        if mailbox.privacy_url:
            text.append(_in(lang, PRIVACY) % mailbox.privacy_url)
            links.append(Markup('<a href="%s">%s</a>') % (mailbox.privacy_url, _in(lang, PRIVACY_LINK)))
        lines = [line for line in (sender, address, why) if line]
        html = Markup('<div style="%s">%s<br/>%s</div>') % (
            STYLE,
            Markup("<br/>").join(lines),
            Markup(" · ").join(links),
        )
        return {"text": "\n".join(line for line in text if line), "html": html}


def _in(lang: str, term) -> str:
    """A term in the prospect's language, whether or not Odoo's users have that language installed."""
    return term._translate(lang)
