import logging
from dataclasses import dataclass, field

import psycopg2

from odoo import api, models
from odoo.tools import plaintext2html

from ...domain.bounce import Kind, read_report
from ...domain.mail import read_mail
from ...domain.reply import Label, Reading, classify
from ...domain.reply_text import ReplyText, strip_reply
from .matching import is_unsubscribe
from .reply import MACHINES

_logger = logging.getLogger(__name__)
PROOF = ("references", "in_reply_to", "token")  # matches that only an answer to our mail can have
CERTAIN = ("opt_out", "bounce", "complaint", "out_of_office", "auto_reply")  # never a model's business


@dataclass(frozen=True)
class Read:
    """What a mail says, before anything is done about it."""

    label: str
    confidence: float
    text: ReplyText
    reading: Reading | None = None
    fault: str = ""
    diagnosis: str = ""
    bounced: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)


class OutboundReply(models.Model):
    """The working loop of the room: stored mails are read by rules, then what follows from them is done."""

    _inherit = "outbound.reply"

    @api.model
    def _cron_read_replies(self):
        """Scheduled action: read what the gateway stored."""
        replies = self.sudo()
        self.env["outbound.enrolment"]._work_off(replies._find_unread, lambda found: found._read_or_give_up())
        if replies._find_unread([], 1):
            self._wake_reader()  # the sender held what they concern; nothing leaves meanwhile

    def _find_unread(self, exclude: list[int], limit: int):
        return self.search([("state", "=", "received"), ("id", "not in", exclude)], limit=limit, order="id")

    def _read_or_give_up(self):
        """Read a batch. One mail that cannot be read goes to a person with its error; the others are read alone."""
        try:
            with self.env.cr.savepoint():
                self._read()
                self._act()
        except psycopg2.OperationalError:
            raise
        except Exception as error:
            if len(self) > 1:
                raise  # the loop repeats them one by one
            _logger.exception("Reply %s could not be read", self.id)
            self._fail(error)

    def _fail(self, error: Exception):
        """Keep it for a person with its error. Its person stays on hold meanwhile."""
        self.write({"state": "needs_person", "needs": "error", "error": f"{type(error).__name__}: {error}"[:500]})

    # ------------------------------------------------------------------ reading

    def _read(self):
        """Write down what each mail says. A fixed number of queries, whatever the number of mails."""
        self.fetch(["touch_id", "enrolment_id", "received_date", "lead_id", "error"])
        self.filtered(lambda reply: reply.error and not reply.lead_id)._match_again()
        self._settle_touches()
        for reply in self:
            reply.write(reply._prepare_read_vals(reply._read_mail()))
        self._let_model_read()
        self._log_reading()
        self.flush_recordset()

    def _settle_touches(self):
        """An answer proves that the mail arrived, and a bounce that it left."""
        touches = self.filtered(lambda reply: reply.matched_by in PROOF).touch_id
        unsettled = touches.filtered(lambda touch: touch.state in ("unknown", "sending"))
        if unsettled:
            self.env["outbound.touch"]._settle_by_message_ids(unsettled.mapped("message_id"))

    def _read_mail(self) -> Read:
        """What one mail says: a report of a mail server, or what a person or their mail program wrote."""
        mail = read_mail(self._get_raw())
        report = read_report(mail)
        stripped = strip_reply(mail)
        if report and report.kind is Kind.BOUNCE:
            return self._read_bounce(report, ReplyText(mail.text))
        if report and report.kind is Kind.COMPLAINT:
            return Read("complaint", 1.0, stripped)
        if report and report.kind is not Kind.AUTOREPLY:
            return Read("auto_reply", 1.0, stripped, diagnosis=report.kind.value)
        if is_unsubscribe(mail):
            return Read("opt_out", 1.0, stripped)
        now = self.received_date
        reading = classify(stripped.text, subject=mail.subject, headers=dict(reversed(mail.headers)), now=now)
        return Read(reading.label.value, reading.confidence, stripped, reading, flags=reading.flags)

    def _read_bounce(self, report, text: ReplyText) -> Read:
        """Whom a report concerns: of several recipients only ours, by address."""
        ours = self.enrolment_id.email_normalized
        named = [one for one in report.recipients if ours and ours in (one.address, one.original)]
        chosen = named or (report.recipients if len(report.recipients) == 1 else ())
        if not chosen:
            return Read("bounce", 1.0, text, fault="ambiguous")
        one = next((each for each in chosen if each.suppresses), chosen[0])
        fault = one.fault.value
        if one.action and one.action != "failed":
            fault = "none"  # delayed or delivered: nothing has come back yet
        elif fault == "recipient" and not one.suppresses:
            fault = "transient" if not one.permanent else "ambiguous"
        return Read("bounce", 1.0, text, fault=fault, diagnosis=one.diagnostic or one.status, bounced=ours or "")

    def _prepare_read_vals(self, read: Read) -> dict:
        reading = read.reading or Reading(Label.OTHER, 0.0)
        contact = reading.contact
        return {
            "label": read.label,
            "labelled_by": "rules",
            "confidence": read.confidence,
            "text": _clean(read.text.text),
            "rest": _clean("\n\n".join(filter(None, [read.text.signature, read.text.quoted]))),
            "words": [[words.start, words.end] for words in reading.words],
            "flags": sorted(read.flags),
            "resume_date": reading.resume_date,
            "lang": reading.language,
            "fault": read.fault or False,
            "diagnosis": _clean(read.diagnosis)[:500],
            "bounced_email": read.bounced,
            "contact_name": contact.name if contact else False,
            "contact_email": contact.email if contact else False,
            "contact_phone": contact.phone if contact else False,
        }

    def _let_model_read(self):
        """What the rules leave open, if a model is there. It cannot take back what the rules stop."""
        rules = self.env["outbound.reply.rule"]
        open_ones = self.browse()
        for company, replies in self.grouped("company_id").items():
            own = rules._get_rules(company)
            open_ones += replies.filtered(
                lambda reply, own=own: (
                    reply.label not in CERTAIN
                    and "opt_out" not in (reply.flags or ())
                    and not rules._pick(own, reply.label, reply.fault)._is_sure(reply)
                )
            )
        for reply_id, reading in (open_ones._ask_model() if open_ones else {}).items():
            reply = open_ones.browse(reply_id)
            if reply in open_ones and reading.label.value not in MACHINES:
                kept = {"resume_date": reading.resume_date or reply.resume_date}
                label, confidence = reading.label.value, reading.confidence
                reply.write({**kept, "label": label, "confidence": confidence, "labelled_by": "model"})

    def _log_reading(self):
        kinds = {"bounce": "bounced", "complaint": "complained"}
        rows = [reply._prepare_event_vals(kinds.get(reply.label, "reply_read")) for reply in self.filtered("lead_id")]
        self.env["outbound.event"]._log(rows)

    def _post_missing(self):
        """Whatever Odoo could not post, broken mails and reports, still shows on the prospect."""
        messages = self.env["mail.message"].sudo()
        known = set(messages.search([("message_id", "in", self.mapped("message_id"))]).mapped("message_id"))
        for reply in self.filtered(lambda reply: reply.lead_id and reply.message_id not in known):
            reply.lead_id.sudo().message_post(
                body=plaintext2html((reply.text or reply.diagnosis or "")[:20_000]),
                subject=reply.subject,
                email_from=reply.email_from,
                author_id=False,
                message_type="comment" if reply.label not in MACHINES else "notification",
                subtype_xmlid="mail.mt_note",
                message_id=reply.message_id,
            )


def _clean(text: str) -> str:
    """Text that the database can store: no NUL, no half characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
