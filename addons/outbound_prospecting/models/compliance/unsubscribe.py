import re

from odoo import api, fields, models

from .keyed_hash import short_token

_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,24}")


class OutboundUnsubscribe(models.Model):
    """An unsubscribe link: an opaque token that stands for one address, whatever becomes of what led to the mail.

    One for a person and sending company, so that the link of the oldest mail still works when lead, sequence and
    touch are gone. The token is derived from the address by a key: making it needs no look-up.
    """

    _name = "outbound.unsubscribe"
    _description = "Unsubscribe Link"
    _log_access = False

    token = fields.Char(required=True, readonly=True)
    email = fields.Char(readonly=True, help="Empty after an erasure.")
    company_id = fields.Many2one("res.company", required=True, readonly=True, ondelete="cascade")
    lang = fields.Char(readonly=True, help="The prospect's language when the latest link was made.")
    unsubscribed_date = fields.Datetime(readonly=True)

    _token_once = models.UniqueIndex("(token)", "Tokens are unique.")
    _email_idx = models.Index("(email) WHERE email IS NOT NULL")

    @api.model
    def _get_tokens(self, people: list[tuple[str, int, str]]) -> dict[tuple[str, int, str], str]:
        """Tokens of people, stored when new, with one statement.

        :param people: (normalised address, id of the sending company, language code or "")
        """
        tokens = {person: short_token(self.env, "unsubscribe", f"{person[0]}:{person[1]}") for person in people}
        rows = {token: (token, *person) for person, token in tokens.items()}
        if rows:
            self.env.cr.execute_values(
                """
                INSERT INTO outbound_unsubscribe AS known (token, email, company_id, lang) VALUES %s
                    ON CONFLICT (token) DO UPDATE SET email = EXCLUDED.email, lang = EXCLUDED.lang
                 WHERE (known.email, known.lang) IS DISTINCT FROM (EXCLUDED.email, EXCLUDED.lang)
                """,
                list(rows.values()),
            )
        return tokens

    @api.model
    def _find(self, token: str):
        return self.sudo().search([("token", "=", token)], limit=1)

    def _unsubscribe(self, *, whole_domain: bool = False, reference: str = ""):
        """Act on a link: suppress the person, or everybody of their domain. Doing it again changes nothing.

        :param reference: the touch whose link it was, as the mail carried it; it names nobody and decides nothing
        """
        self.ensure_one()
        note = f"touch {reference}" if _REFERENCE.fullmatch(reference or "") else ""
        if not self.email:  # erased: refused already
            return
        Suppression = self.env["outbound.suppression"].sudo()
        leads = self.env["crm.lead"].sudo().with_context(active_test=False)
        lead = leads.search([("email_normalized", "=", self.email)], limit=1, order="id desc")
        Suppression._suppress("person", self.email, "unsubscribed", lead=lead, note=note)
        if whole_domain and (domain := self._get_domain()):
            Suppression._suppress("domain", domain, "unsubscribed", lead=lead, note=note)
        if not self.unsubscribed_date:
            self.unsubscribed_date = self.env["outbound.clock"]._now()

    def _is_done(self) -> bool:
        return not self.email or bool(self.env["outbound.suppression"]._get_suppressed(emails=[self.email]))

    def _get_domain(self) -> str:
        """The company domain that the person may stop as a whole; "" at mail providers."""
        return self.env["outbound.suppression"]._get_company_domain(self.email)

    def _get_masked_email(self) -> str:
        """The address as far as its owner needs to recognise it: a forwarded link must not hand it to others."""
        local, at, domain = (self.email or "").rpartition("@")
        return f"{local[:1]}…{at}{domain}" if at else ""

    @api.model
    def _forget(self, emails: list[str]):
        """Erase addresses; their links still answer, and there is nothing left to do for them."""
        self.sudo().search([("email", "in", emails)]).write({"email": False})
