import re
from dataclasses import dataclass, replace

from odoo import api, models
from odoo.tools import email_normalize

from ...domain.bounce import read_report
from ...domain.mail import Mail, message_ids

# Newer Message-IDs stand last; a thread of more answers than this is not followed to its beginning.
MAX_REFERENCES = 100
MAX_QUOTED = 200
_UNSUBSCRIBE_LINK = re.compile(r"/o/u/([A-Za-z0-9_-]{16})(?:/(\d{1,18}))?")
_RECIPIENT_HEADERS = ("delivered-to", "x-original-to", "envelope-to", "resent-to")
LIVE = ("active", "paused", "replied")


@dataclass(frozen=True)
class Addressed:
    """Which of our addresses a mail was sent to.

    :param companies: ids of the companies they belong to; None when any may be meant
    """

    mailbox_id: int = 0
    companies: frozenset[int] | None = None


@dataclass(frozen=True)
class Match:
    """Whom a mail is from. Ids are 0 where nothing is known."""

    by: str = "unmatched"
    lead_id: int = 0
    enrolment_id: int = 0
    touch_id: int = 0
    mailbox_id: int = 0
    company_id: int = 0
    domain: str = ""

    def to_vals(self) -> dict:
        names = ("lead_id", "enrolment_id", "touch_id", "mailbox_id", "company_id")
        return {"matched_by": self.by, **{name: getattr(self, name) for name in names}}


OTHERS = Match("others")  # the mail belongs to a thread that is no business of outreach


class OutboundReply(models.Model):
    """Whom a mail is from: by thread, by what it quotes, by address, by company. When in doubt, nobody is chosen."""

    _inherit = "outbound.reply"

    @api.model
    def _get_own_addresses(self) -> dict:
        """Addresses that we write from: {address: mailbox}."""
        mailboxes = self.env["outbound.mailbox"].sudo().with_context(active_test=False)
        found = mailboxes.search_fetch([("email_normalized", "!=", False)], ["email_normalized", "company_id"])
        return {mailbox.email_normalized: mailbox for mailbox in found}

    @api.model
    def _get_named_touches(self, mail: Mail):
        """Touches whose Message-ID a mail has or names in its head."""
        ids = [mail.message_id, *mail.references[-MAX_REFERENCES:], *mail.in_reply_to]
        touches = self.env["outbound.touch"].sudo()
        wanted = ["message_id", "state", "enrolment_id", "mailbox_id"]
        return touches.search_fetch([("message_id", "in", list(filter(None, ids)))], wanted) if any(ids) else touches

    @api.model
    def _is_copy(self, mail: Mail, named) -> bool:
        """A mail of ours that came back as it is, from a Sent folder or a loop: it proves that it left."""
        touch = named.filtered(lambda one: one.message_id == mail.message_id)
        if touch.state == "unknown":
            touch._settle_by_message_ids([mail.message_id])
        return bool(touch)

    @api.model
    def _is_from_prospect(self, mail: Mail, match: Match) -> bool:
        enrolment = self.env["outbound.enrolment"].sudo().browse(match.enrolment_id)
        return bool(mail.sender) and email_normalize(mail.sender) == enrolment.email_normalized

    @api.model
    def _is_colleague(self, mail: Mail) -> bool:
        """Whoever works here answers a prospect, or forwards a mail of theirs; that is no reply."""
        users = self.env["res.users"].sudo()
        sender = email_normalize(mail.sender)
        known = [("email_normalized", "=", sender), ("share", "=", False)]
        return bool(sender) and bool(users.search_count(known, limit=1))

    @api.model
    def _get_addressed(self, mail: Mail, own: dict, mailboxes_only: bool = False) -> Addressed | None:
        """Our address that a mail was sent to: a mailbox, a catch-all, or an alias that makes leads."""
        extra = [value for name in _RECIPIENT_HEADERS for value in [mail.header(name)] if value]
        recipients = {*mail.to, *mail.cc, *filter(None, map(email_normalize, extra))}
        mailbox = next((own[address] for address in sorted(recipients) if address in own), None)
        if mailbox:
            return Addressed(mailbox.id, frozenset(mailbox.company_id.ids))
        if mailboxes_only or not recipients:
            return None
        domains = self.env["mail.alias.domain"].sudo().search([]).filtered(lambda one: one.catchall_email in recipients)
        if domains:
            return Addressed(companies=frozenset(domains.company_ids.ids) or None)
        aliases = self.env["mail.alias"].sudo()
        to_leads = [("alias_full_name", "in", list(recipients)), ("alias_model_id.model", "=", "crm.lead")]
        return Addressed() if aliases.search_count(to_leads, limit=1) else None

    @api.model
    def _match_fresh(self, mail: Mail, own: dict) -> Match:
        """Whom a mail is from that answers no mail we know; `OTHERS` when it is no business of outreach."""
        addressed = self._get_addressed(mail, own)
        if not addressed:
            return OTHERS
        match = self._match_quoted(mail) or self._match_address(mail, addressed) or self._match_company(mail, addressed)
        if match:
            return match
        if addressed.mailbox_id and (read_report(mail) or is_unsubscribe(mail)):
            return Match(mailbox_id=addressed.mailbox_id, company_id=min(addressed.companies, default=0))
        return OTHERS

    @api.model
    def _match_thread(self, mail: Mail, named) -> Match | None:
        """By References, then In-Reply-To; None when they name no mail that we know."""
        for by, ids in (("references", mail.references[::-1][:MAX_REFERENCES]), ("in_reply_to", mail.in_reply_to)):
            if match := self._match_message_ids(list(ids), by, named):
                return match
        return None

    @api.model
    def _match_message_ids(self, ids: list[str], by: str, touches) -> Match | None:
        """The touch among `touches` that stands first in `ids`, else the lead on whose chatter one of them is."""
        if not ids:
            return None
        touches = touches.filtered(lambda touch: touch.message_id in ids)
        if touches:
            return self._to_match(by, touches.sorted(lambda touch: ids.index(touch.message_id))[0])
        message = self.env["mail.message"].sudo().search([("message_id", "in", ids)], limit=1, order="id desc")
        if not message:
            return None
        if message.model != "crm.lead":
            return OTHERS
        lead = self.env["crm.lead"].sudo().browse(message.res_id).exists()
        enrolment = lead.enrolment_ids[:1]
        # A prospect that became a customer talks to its rep, not to outreach.
        return self._to_match(by, enrolment=enrolment) if enrolment and lead.won_status != "won" else OTHERS

    @api.model
    def _match_quoted(self, mail: Mail) -> Match | None:
        """By what a mail quotes of ours: a Message-ID, or the unsubscribe link that nobody can guess."""
        texts = [mail.text, mail.html, *(part.text for part in mail.parts)]
        report = read_report(mail)
        ids = [*(report.original_ids if report else ()), *(one for text in texts for one in message_ids(text))]
        ids = list(dict.fromkeys(ids))[:MAX_QUOTED]
        touches = self.env["outbound.touch"].sudo()
        found = self._match_message_ids(ids, "token", touches.search([("message_id", "in", ids)]) if ids else touches)
        # A person may quote whatever mail; a report speaks of the one it names.
        if found and (found is not OTHERS or report):
            return found
        for token, number in dict.fromkeys(_UNSUBSCRIBE_LINK.findall("\n".join(texts)[:1_000_000])):
            link = self.env["outbound.unsubscribe"].sudo()._find(token)
            enrolments = self.env["outbound.enrolment"].sudo()
            if link.email:
                domain = [("email_normalized", "=", link.email), ("company_id", "in", [link.company_id.id, False])]
                enrolments = enrolments.search(domain)
            touch = enrolments.touch_ids.filtered(lambda one, number=number: str(one.id) == number)
            if enrolments:
                return self._to_match("token", touch, touch.enrolment_id or enrolments[0])
        return None

    @api.model
    def _match_address(self, mail: Mail, addressed: Addressed) -> Match | None:
        """By the address that was written to, or another one of the same person."""
        sender = email_normalize(mail.sender)
        if not sender:
            return None
        Enrolment = self.env["outbound.enrolment"].sudo()
        same = ["|", ("email_normalized", "=", sender), ("lead_id.partner_id.email_normalized", "=", sender)]
        found = self._filter_companies(Enrolment.search(same), addressed)
        if not found:
            known = self.sudo().search(
                [("email_normalized", "=", sender), ("matched_by", "in", ["references", "in_reply_to", "token"])]
            )
            found = self._filter_companies(known.enrolment_id, addressed)
            if len(found.lead_id) > 1:
                return None
        if not found:
            return None
        return self._to_match("address", enrolment=found.sorted(lambda one: (one.state in LIVE, one.id))[-1])

    @api.model
    def _match_company(self, mail: Mail, addressed: Addressed) -> Match | None:
        """By the company's domain: one of several prospects there only when the name says which; a person decides."""
        domain = self.env["outbound.suppression"]._get_company_domain(mail.sender)
        if not domain:
            return None
        there = ["|", ("website_domain", "=", domain), ("lead_id.email_domain_criterion", "=", f"@{domain}")]
        enrolments = self.env["outbound.enrolment"].sudo().search([("state", "in", LIVE), *there])
        enrolments = self._filter_companies(enrolments, addressed)
        if not enrolments:
            return None
        name = mail.sender_name.strip().casefold()
        namesakes = enrolments.filtered(lambda one: name and (one.lead_id.contact_name or "").casefold() == name)
        chosen = namesakes or enrolments
        if len(chosen.lead_id) == 1:
            return replace(self._to_match("company", enrolment=chosen[0]), domain=domain)
        first = enrolments[0]
        return Match(by="company", mailbox_id=first.mailbox_id.id, company_id=first.company_id.id or 0, domain=domain)

    @api.model
    def _filter_companies(self, enrolments, addressed: Addressed):
        """A mail to one company's address is none of another's business."""
        if addressed.companies is None:
            return enrolments
        return enrolments.filtered(lambda one: not one.company_id or one.company_id.id in addressed.companies)

    @api.model
    def _to_match(self, by: str, touch=None, enrolment=None) -> Match:
        enrolment = enrolment or touch.enrolment_id
        if not touch:
            left = enrolment.touch_ids.filtered(
                lambda one: one.message_id and one.state in ("sent", "unknown", "sending")
            )
            touch = left.sorted("number")[-1:]
        return Match(
            by=by,
            lead_id=enrolment.lead_id.id,
            enrolment_id=enrolment.id,
            touch_id=touch.id or 0,
            mailbox_id=(touch.mailbox_id or enrolment.mailbox_id).id or 0,
            company_id=enrolment.company_id.id or enrolment.lead_id.company_id.id or 0,
            domain=enrolment.website_domain or self.env["outbound.suppression"]._get_company_domain(
                enrolment.email_normalized
            ),
        )  # fmt: skip


def is_unsubscribe(mail: Mail) -> bool:
    """A mail that a mail program wrote because somebody pressed its unsubscribe button (RFC 2369)."""
    return mail.subject.strip().lower() in ("unsubscribe", "re: unsubscribe") and len(mail.text.strip()) < 200
