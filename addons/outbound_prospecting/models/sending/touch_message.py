import secrets
from datetime import timezone
from email.message import EmailMessage
from email.utils import format_datetime

from markupsafe import Markup

from odoo import _, api, models
from odoo.exceptions import UserError
from odoo.tools import email_domain_extract, formataddr, html2plaintext, is_html_empty

from ...adapters.message import one_line

PAGE = Markup('<!DOCTYPE html>\n<html lang="%s"><head><meta charset="utf-8"></head><body>\n%s\n</body></html>\n')


class OutboundTouch(models.Model):
    """The mail of a touch: what leaves, and what the chatter keeps of it."""

    _inherit = "outbound.touch"

    def _new_message_id(self) -> str:
        """Our own Message-ID: random, in the sender's domain, telling nothing of the database."""
        domain = email_domain_extract(self.mailbox_id.email) or "localhost"
        return f"<{secrets.token_urlsafe(18)}@{domain}>"

    def _get_thread_ids(self) -> list[str]:
        """Message-IDs of the thread that this mail goes on with, oldest first; those that may have arrived."""
        thread = []
        for touch in self.enrolment_id.touch_ids.sorted("number"):
            if touch.number > self.number or touch.channel != "email":
                continue
            if touch.step_id.thread_mode == "new":
                thread = []
            if touch != self and touch.message_id and touch.state in ("sent", "unknown"):
                thread.append(touch.message_id)
        return thread

    def _get_references(self) -> str:
        """The full thread with the mail itself last: relays may write another Message-ID over ours."""
        return " ".join([*self._get_thread_ids(), self.message_id])

    def _compose(self) -> EmailMessage:
        """The message as it leaves: final text, signature, legal footer, thread and unsubscribe headers.

        :raises UserError: what makes it no mail
        """
        self.ensure_one()
        lead, mailbox = self.lead_id, self.mailbox_id
        if not (self.subject and self.body_text):
            raise UserError(_("It has no subject or no text."))
        footer = mailbox._get_footer(self)
        signature = "" if is_html_empty(mailbox.signature) else mailbox.signature
        text = [self.body_text, html2plaintext(signature).strip() if signature else "", footer["text"]]
        html = Markup().join([self._get_tracked_html(), Markup(signature), footer["html"]])
        thread = self._get_thread_ids()
        sender = self._get_sender()
        message = self.env["ir.mail_server"]._build_email__(
            email_from=sender,
            email_to=[formataddr((one_line(lead.contact_name), self._get_recipient()))],
            subject=one_line(self.subject),
            body=PAGE % ((lead.lang_id.code or "en").partition("_")[0], html),
            subtype="html",
            body_alternative="\n\n".join(part for part in text if part) + "\n",
            subtype_alternative="plain",
            reply_to=sender,
            message_id=self.message_id,
            references=self._get_references(),
            headers={
                # The envelope's sender: bounces come back to the mailbox that wrote.
                "Return-Path": mailbox.email_normalized,
                **({"In-Reply-To": thread[-1]} if thread else {}),
                **lead._get_unsubscribe_headers(mailbox, self),
            },
        )
        # Odoo takes the machine's clock; ours may be moved.
        now = self.env["outbound.clock"]._now().replace(tzinfo=timezone.utc)
        message.replace_header("Date", format_datetime(now))
        return message

    def _get_sender(self) -> str:
        return formataddr((one_line(self.mailbox_id.name), self.mailbox_id.email_normalized))

    def _get_recipient(self) -> str:
        """The address in ASCII, an international domain in its encoded spelling."""
        return formataddr(("", self.enrolment_id.email_normalized), charset="ascii")

    @api.model
    def _address(self, claim, session) -> tuple[str, str, EmailMessage]:
        """Odoo's last changes to a message for a session -> (envelope sender, envelope recipient, message).

        :raises UserError: when not exactly one recipient is left
        """
        # A name may look like an address, and Odoo would send to that one too.
        server = self.env["ir.mail_server"].with_context(send_validated_to=[claim.recipient])
        sender, recipients, message = server._prepare_email_message__(claim.message, session)
        if len(recipients) != 1:
            raise UserError(_("%s is not an address that mail servers take.", claim.recipient))
        del message["Return-Path"]  # the receiving server writes it
        return sender, recipients[0], message

    def _log_in_chatter(self) -> dict:
        """The mails as the chatter shows them: text without footer and tracking, sent by e-mail to the prospect.

        :return: `mail.message` by touch
        """
        note = self.env.ref("mail.mt_comment")
        messages = self.env["mail.message"].sudo().create([touch._prepare_message_vals(note) for touch in self])
        self.env["mail.notification"].sudo().create(
            [
                {
                    "mail_message_id": message.id,
                    "notification_type": "email",
                    "notification_status": "sent",
                    "is_read": True,
                    "mail_email_address": touch._get_recipient(),
                    "author_id": message.author_id.id,
                }
                for touch, message in zip(self, messages, strict=True)
            ]
        )
        return dict(zip(self, messages, strict=True))

    def _prepare_message_vals(self, subtype) -> dict:
        mailbox, sender = self.mailbox_id, self._get_sender()
        return {
            "date": self.env["outbound.clock"]._now(),
            "message_type": "email_outgoing",
            "subtype_id": subtype.id,
            "model": "crm.lead",
            "res_id": self.lead_id.id,
            "subject": one_line(self.subject),
            "body": self.body_html,
            "author_id": (mailbox.user_id.partner_id or self.env.user.partner_id).id,
            "email_from": sender,
            "reply_to": sender,
            "outgoing_email_to": formataddr((one_line(self.lead_id.contact_name), self._get_recipient())),
            "message_id": self.message_id,
            "mail_server_id": mailbox.mail_server_id.id,
        }
