import re

from odoo import _, models
from odoo.exceptions import UserError
from odoo.tools import email_domain_extract, formataddr, is_html_empty, plaintext2html

from ...adapters.message import one_line
from ...domain.lifecycle import EnrolmentEvent
from .matching import LIVE

_KEY = re.compile(r"[A-Za-z0-9-]{16,64}")
LIMIT = 20_000  # characters of an answer


class OutboundReply(models.Model):
    """Answering from the inbox, in the thread of the mail and as the mailbox that wrote first."""

    _inherit = "outbound.reply"

    def action_answer(self, text: str, key: str) -> bool:
        """Send an answer; it leaves with Odoo's outgoing mails in a moment.

        :param text: plain text
        :param key: made by the page for this answer; the same one again sends nothing
        :raises UserError: why it cannot be answered from here
        """
        self.ensure_one()
        self._check_may_decide()
        reply = self.sudo()
        facts = reply._prepare_answer()
        if facts["refused"]:
            raise UserError(facts["refused"])
        if not (text or "").strip() or len(text) > LIMIT:
            raise UserError(_("Write an answer of at most %s characters.", LIMIT))
        if not _KEY.fullmatch(key or ""):
            raise UserError(_("Reload the page and send the answer again."))
        message_id = f"<{key}@{email_domain_extract(reply.mailbox_id.email) or 'localhost'}>"
        if not self.env["mail.message"].sudo().search_count([("message_id", "=", message_id)], limit=1):
            reply._send_answer(text.strip(), message_id)
        return self.action_done()

    def _prepare_answer(self) -> dict:
        """Whom an answer would go to and from where, or why there can be none."""
        mailbox, address = self.mailbox_id, self.email_normalized
        suppressed = self.env["outbound.suppression"]._get_suppressed(emails=[address] if address else [])
        refused = ""
        if self.label in ("bounce", "complaint"):
            refused = _("Nobody reads an answer to this mail.")
        elif not (self.lead_id and address):
            refused = _("It belongs to no prospect, so it cannot be answered from here.")
        elif not (mailbox.active and mailbox.mail_server_id.active):
            refused = _("The mailbox that wrote first has no outgoing server any more. Answer from your mail program.")
        elif suppressed and self.label != "privacy_request":
            refused = _("They asked us not to write again. A request about their data may still be answered.")
        return {
            "refused": refused,
            "sender": formataddr((mailbox.name, mailbox.email), charset="utf-8") if mailbox else "",
            "recipient": self.email_from or "",
            "subject": self._get_answer_subject(),
        }

    def _get_answer_subject(self) -> str:
        subject = one_line(self.subject)
        return subject if re.match(r"(?i)(re|aw|sv|antw|odp)\s*:", subject) else f"Re: {subject}"

    def _send_answer(self, text: str, message_id: str):
        mailbox = self.mailbox_id
        sender = formataddr((one_line(mailbox.name), mailbox.email_normalized))
        thread = [*(self.reference_ids or []), self.message_id, message_id]
        body = plaintext2html(text)
        signed = body if is_html_empty(mailbox.signature) else body + mailbox.signature
        # A personal server sends for its owner alone, so the mail is the user's own.
        mails = self.env["mail.mail"].with_user(self.env.user).sudo()
        mail = mails.create(
            {
                "message_type": "email_outgoing",
                "subtype_id": self.env.ref("mail.mt_comment").id,
                "model": "crm.lead",
                "res_id": self.lead_id.id,
                "subject": self._get_answer_subject(),
                "body": body,
                "body_html": signed,
                "email_to": self.email_from,
                "email_from": sender,
                "reply_to": sender,
                "author_id": self.env.user.partner_id.id,
                "mail_server_id": mailbox.mail_server_id.id,
                "message_id": message_id,
                "references": " ".join(dict.fromkeys(thread)),
                "headers": repr({"In-Reply-To": self.message_id, "Return-Path": mailbox.email_normalized}),
                "is_notification": True,
                "auto_delete": False,
            }
        )
        notifications = [
            {**vals, "mail_email_address": self.email_normalized} for vals in mail._get_notification_values()
        ]
        self.env["mail.notification"].sudo().create(notifications)
        self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()

    def action_take_over(self) -> bool:
        """From here on a person writes: whatever is planned for this prospect is cancelled."""
        self._check_may_decide()
        for reply, enrolments in self.sudo()._get_people().items():
            live = enrolments.filtered(lambda one: one.state in LIVE)
            if live:
                live._apply(EnrolmentEvent.STOP, reason=_("%s took over.", self.env.user.name), cause="taken_over")
            if reply.lead_id and not reply.lead_id.user_id:
                reply.lead_id.user_id = self.env.user
            reply.write({"state": "read", "needs": False, "holds": False})
        return True
