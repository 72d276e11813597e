import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import timedelta

from psycopg2.extras import Json

from odoo import api, fields, models
from odoo.tools import SQL, email_normalize

from ...domain.auto_reply import is_automatic
from ...domain.bounce import read_report
from ...domain.mail import Mail, read_mail
from .matching import MAX_REFERENCES, OTHERS, Match

_logger = logging.getLogger(__name__)
SOON = timedelta(seconds=20)


@dataclass(frozen=True)
class Incoming:
    """What became of a mail at the gateway.

    :param reply_id: the stored mail; 0 when it is none of ours
    :param over: nothing is left to do: a copy of our own mail, one that is known already, or a report
    :param automatic: no person wrote it, so nobody is notified
    :param ours: it was sent to an address of ours, so that it may not be lost
    """

    reply_id: int = 0
    lead_id: int = 0
    over: bool = False
    automatic: bool = False
    ours: bool = False


FOREIGN = Incoming()


class OutboundReply(models.Model):
    """Whom a mail is from, and keeping it. Runs inside the gateway, so it writes nothing that others may have locked."""

    _inherit = "outbound.reply"

    @api.model
    def _receive(self, raw: bytes) -> Incoming:
        """Store a mail that answers outreach; leave alone what is meant for others.

        From now on nothing is sent to that person and company until the mail is read (see `gate`).
        """
        try:
            with self.env.cr.savepoint():
                return self._receive_safely(raw)
        except Exception as error:
            # Even when the database is busy: whoever fetched the mail does not fetch it again.
            _logger.exception("A mail could not be looked at, it is kept to be looked at again")
            return self._keep(raw, error)

    @api.model
    def _receive_safely(self, raw: bytes) -> Incoming:
        mail = read_mail(raw)
        named = self._get_named_touches(mail)
        if mail.message_id and self._is_copy(mail, named):
            return Incoming(over=True, ours=True)
        match = self._match_thread(mail, named)
        if match and match is not OTHERS and self._is_from_prospect(mail, match):
            return self._to_incoming(mail, match, self._store(raw, mail, match))
        own = self._get_own_addresses()
        if mail.sender in own:
            return FOREIGN  # what a rep wrote in a mail program of their own goes on its way
        match = match or self._match_fresh(mail, own)
        if match is OTHERS:
            return replace(FOREIGN, ours=bool(self._get_addressed(mail, own, mailboxes_only=True)))
        if self._is_colleague(mail):
            return FOREIGN
        return self._to_incoming(mail, match, self._store(raw, mail, match))

    @api.model
    def _to_incoming(self, mail: Mail, match: Match, reply) -> Incoming:
        if not reply:
            return Incoming(over=True, ours=True)
        report = read_report(mail)
        return Incoming(
            reply_id=reply.id,
            lead_id=match.lead_id,
            over=not match.lead_id or (report is not None and report.kind.value != "autoreply"),
            automatic=report is not None or has_no_author(mail),
            ours=True,
        )

    @api.model
    def _keep(self, raw: bytes, error: Exception) -> Incoming:
        """Whatever happens, the bytes are kept, if they were meant for us: nobody is lost because we did not know them."""
        try:
            with self.env.cr.savepoint():
                mail = read_mail(raw)
                if not (mail.references or mail.in_reply_to or self._get_addressed(mail, self._get_own_addresses())):
                    return FOREIGN
                reply = self._store(raw, mail, Match())
                reply.write({"error": f"{type(error).__name__}: {error}"[:500]})
                return Incoming(reply_id=reply.id, over=not reply, ours=True)
        except Exception:
            _logger.exception("A mail could not be kept and goes on as any other")
            return FOREIGN

    # ------------------------------------------------------------------ keeping it

    @api.model
    def _store(self, raw: bytes, mail: Mail, match: Match):
        """Keep a mail with its bytes; nothing when it is known already, whoever stores it at the same moment."""
        vals = self._prepare_vals(mail, match)
        vals["message_id"] = mail.message_id or f"<{hashlib.sha256(raw).hexdigest()}@no-message-id>"
        names = SQL(", ").join(map(SQL.identifier, vals))
        insert = SQL(
            "INSERT INTO outbound_reply (%s) VALUES %s ON CONFLICT (message_id) DO NOTHING RETURNING id",
            names,
            tuple(vals.values()),
        )
        self.env.flush_all()
        rows = self.env.execute_query(insert)
        reply = self.sudo().browse([id_ for (id_,) in rows])
        if reply:
            kept = {"name": "mail.eml", "raw": raw, "mimetype": "message/rfc822"}
            self.env["ir.attachment"].sudo().create({**kept, "res_model": self._name, "res_id": reply.id})
            self.env["crm.lead"].browse(match.lead_id or []).invalidate_recordset(["reply_ids"], flush=False)
            self._wake_reader()
        return reply

    @api.model
    def _prepare_vals(self, mail: Mail, match: Match) -> dict:
        """Values of the row, as the database takes them."""
        sender = email_normalize(mail.sender) or mail.sender
        now = self.env["outbound.clock"]._now()
        return {
            "create_uid": self.env.uid,
            "create_date": now,
            "write_uid": self.env.uid,
            "write_date": now,
            "state": "received",
            "holds": True,
            "received_date": now,
            "email_from": f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender,
            "email_normalized": sender or None,
            "subject": mail.subject[:500],
            "reference_ids": Json([*mail.references[-MAX_REFERENCES:], *mail.in_reply_to]),
            **{name: value or None for name, value in match.to_vals().items()},
            "website_domain": match.domain or self.env["outbound.suppression"]._get_company_domain(sender) or None,
        }

    def _match_again(self):
        """Whom mails are from that could only be kept when they came."""
        own = self._get_own_addresses()
        for reply in self:
            mail = read_mail(reply._get_raw())
            match = self._match_thread(mail, self._get_named_touches(mail)) or self._match_fresh(mail, own)
            if match is not OTHERS and match.lead_id:
                reply.write({**match.to_vals(), "website_domain": match.domain or reply.website_domain})

    @api.model
    def _wake_reader(self):
        """The scheduled action reads it within a minute, not at its time."""
        xmlid = "outbound_prospecting.ir_cron_outbound_read_replies"
        cron_id = self.env["ir.model.data"]._xmlid_to_res_id(xmlid, raise_if_not_found=False)
        now = fields.Datetime.now()
        # A wake-up that lies far enough ahead for this mail to be committed by then is enough for a whole bunch.
        self.env.cr.execute(
            """
            INSERT INTO ir_cron_trigger (cron_id, call_at)
            SELECT id, %(soon)s FROM ir_cron
             WHERE id = %(cron)s AND NOT EXISTS (
                   SELECT 1 FROM ir_cron_trigger WHERE cron_id = %(cron)s AND call_at > %(least)s)
            """,
            {"cron": cron_id or 0, "soon": now + SOON, "least": now + SOON / 2},
        )


def has_no_author(mail: Mail) -> bool:
    """Whether no person wrote it, so that nobody needs to be called: by RFC 3834, as bulk, or without a sender."""
    bulk = mail.header("precedence").strip().lower() in ("bulk", "junk", "list")
    return is_automatic(mail) or bulk or mail.header("return-path").strip() == "<>"
