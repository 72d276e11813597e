import secrets
from email.message import EmailMessage
from email.utils import formataddr

from odoo import models
from odoo.tools import email_domain_extract

# Headers of RFC 8058 must reach the reader as they are: a folded or encoded URL cannot be used.
MAX_HEADER_LINE = 998


class OutboundTouch(models.Model):
    """The mail of a touch: what leaves, and what the chatter keeps of it."""

    _inherit = "outbound.touch"

    def _new_message_id(self) -> str:
        """Our own Message-ID: random, in the sender's domain, telling nothing of the database."""
        domain = email_domain_extract(self.mailbox_id.email) or "localhost"
        return f"<{secrets.token_urlsafe(18)}@{domain}>"

    def _earlier_message_ids(self) -> list[str]:
        """Message-IDs of the mails of this enrolment that may have arrived, oldest first."""
        earlier = self.enrolment_id.touch_ids.filtered(
            lambda touch: touch.number < self.number and touch.message_id and touch.state in ("sent", "unknown")
        )
        return earlier.sorted("number").mapped("message_id")

    def _thread_headers(self) -> tuple[str, str]:
        """`In-Reply-To` and `References` (itself last: relays may rewrite the Message-ID)."""
        earlier = self._earlier_message_ids() if self.step_id.thread_mode == "reply" else []
        return (earlier[-1] if earlier else ""), " ".join([*earlier, self.message_id])

    def _compose(self) -> EmailMessage:
        """The message as it leaves: final text, legal footer, thread and unsubscribe headers."""
        self.ensure_one()
        lead, mailbox = self.lead_id, self.mailbox_id
        in_reply_to, references = self._thread_headers()
        unsubscribe = lead._get_unsubscribe_url(self)
        footer = mailbox._get_footer(self)
        headers = {
            "List-Unsubscribe": f"<{unsubscribe}>, <mailto:{mailbox.email}?subject=unsubscribe>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        if in_reply_to:
            headers["In-Reply-To"] = in_reply_to
        return self.env["ir.mail_server"]._build_email__(
            email_from=formataddr((mailbox.name, mailbox.email)),
            email_to=[formataddr((lead.contact_name or "", self.enrolment_id.email_normalized))],
            subject=self.subject,
            body=self._tracked_html() + footer["html"],
            subtype="html",
            body_alternative=f"{self.body_text}\n\n{footer['text']}",
            subtype_alternative="plain",
            reply_to=formataddr((mailbox.name, mailbox.email)),
            message_id=self.message_id,
            references=references,
            headers=headers,
        )

    def _serialise(self, message: EmailMessage) -> bytes:
        return message.as_bytes(policy=message.policy.clone(max_line_length=MAX_HEADER_LINE))

    def _log_in_chatter(self):
        """The mail as the chatter shows it: text without footer and tracking, sent by e-mail to the prospect."""
        self.ensure_one()
        author = self.mailbox_id.user_id.partner_id or self.env.user.partner_id
        message = (
            self.env["mail.message"]
            .sudo()
            .create(
                {
                    "message_type": "email_outgoing",
                    "subtype_id": self.env.ref("mail.mt_comment").id,
                    "model": "crm.lead",
                    "res_id": self.lead_id.id,
                    "subject": self.subject,
                    "body": self.body_html,
                    "author_id": author.id,
                    "email_from": formataddr((self.mailbox_id.name, self.mailbox_id.email)),
                    "reply_to": formataddr((self.mailbox_id.name, self.mailbox_id.email)),
                    "message_id": self.message_id,
                    "mail_server_id": self.mailbox_id.mail_server_id.id,
                }
            )
        )
        self.env["mail.notification"].sudo().create(
            {
                "mail_message_id": message.id,
                "notification_type": "email",
                "notification_status": "sent",
                "is_read": True,
                "mail_email_address": self.enrolment_id.email_normalized,
                "author_id": author.id,
            }
        )
        return message
