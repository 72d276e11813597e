from collections.abc import Iterable

import psycopg2

from odoo import _, api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import email_normalize, mute_logger

from odoo.addons.iap.tools.iap_tools import _MAIL_PROVIDERS

from ...adapters.public_suffix import registered_domain
from ...domain.identity import company_key, host_of
from .keyed_hash import ensure_key, keyed_hash

REASONS = [
    ("unsubscribed", "Unsubscribed"),
    ("opt_out", "Asked us to stop"),
    ("bounced", "Address does not exist"),
    ("complained", "Complained"),
    ("erased", "Asked for erasure"),
    ("blacklisted", "On Odoo's blacklist"),
    ("manual", "Added by a person"),
]
# A stronger reason takes the place of a weaker one, because it is harder to lift.
STRENGTH = ["blacklisted", "manual", "bounced", "unsubscribed", "opt_out", "complained", "erased"]
FIXED_FIELDS = {"scope", "value", "key", "reason", "active"}


class OutboundSuppression(models.Model):
    """Somebody outreach must never write to again: a person, a whole domain or a company.

    Global across sequences and companies. After an erasure only the keyed hash remains, which still refuses the
    same address when it is imported again. Invoices and other transactional mail do not ask here.
    """

    _name = "outbound.suppression"
    _description = "Suppression"
    _order = "date desc, id desc"
    _rec_name = "value"
    _rec_names_search = ["value", "note"]

    scope = fields.Selection(
        [("person", "Person"), ("domain", "Domain"), ("company", "Company")],
        required=True,
        default="person",
        help="Person: one e-mail address. Domain: everybody whose address is in it. Company: everybody at companies "
        "of this name.",
    )
    value = fields.Char(
        string="Who",
        help="E-mail address, domain or company name. Empty after an erasure: what is left still refuses the "
        "address, but nobody can read it any more.",
    )
    key = fields.Char(required=True, readonly=True, copy=False, help="Keyed hash of the value.")
    reason = fields.Selection(REASONS, required=True, default="manual")
    note = fields.Char(help="Anything worth knowing, such as how they asked.")
    lead_id = fields.Many2one("crm.lead", string="Prospect", ondelete="set null", index="btree_not_null")
    date = fields.Datetime(required=True, default=fields.Datetime.now, readonly=True)
    active = fields.Boolean(default=True, readonly=True)
    lifted_date = fields.Datetime(readonly=True, copy=False)
    lifted_by = fields.Many2one("res.users", readonly=True, copy=False)
    lift_reason = fields.Char(readonly=True, copy=False)

    _key_once = models.UniqueIndex("(scope, key) WHERE active", "This is suppressed already.")

    @api.depends("value", "scope")
    def _compute_display_name(self):
        for suppression in self:
            erased = _("Erased %s", suppression.key[:8]) if suppression.key else _("New")
            suppression.display_name = suppression.value or erased

    @api.onchange("value")
    def _onchange_value(self):
        if self.value:
            self.scope = self._guess_scope(self.value)

    # ------------------------------------------------------------------ keys

    @api.model
    def _normalise(self, scope: str, value: str | None) -> str:
        """The spelling under which a value is kept and compared; "" if it is none of its scope.

        A tag in an address (`jane+crm@`) is no other person, and an international domain has one spelling.
        """
        text = (value or "").strip()
        if scope == "company":
            return company_key(text)
        if scope == "domain":
            return registered_domain(host_of(text.rpartition("@")[2]))
        local, _at, domain = (email_normalize(text) or "").rpartition("@")
        local = local.partition("+")[0] or local
        return f"{local}@{host_of(domain) or domain}" if local else ""

    @api.model
    def _get_company_domain(self, email: str | None) -> str:
        """The domain of an address when it is a company's own, "" for mail providers."""
        domain = self._normalise("domain", email)
        return "" if domain in _MAIL_PROVIDERS else domain

    @api.model
    def _key(self, scope: str, normalised: str) -> str:
        return keyed_hash(self.env, f"suppression:{scope}", normalised)

    @api.model
    def _guess_scope(self, value: str | None) -> str:
        text = (value or "").strip()
        if "@" in text.strip("@"):
            return "person"
        return "domain" if text.startswith("@") or self._normalise("domain", text) else "company"

    @api.model
    def _prepare_keyed_vals(self, vals: dict) -> dict:
        """Complete the values of a new suppression.

        :raises ValidationError: naming the value and what was expected instead
        """
        value = vals.get("value")
        scope = vals.get("scope") or self._guess_scope(value)
        normalised = self._normalise(scope, value)
        if not normalised:
            expected = {
                "person": _("an e-mail address such as jane@example.com"),
                "domain": _("a domain such as example.com"),
                "company": _("the name of a company"),
            }
            raise ValidationError(
                _(
                    "“%(value)s” cannot be suppressed: expected %(expected)s.",
                    value=value or "",
                    expected=expected[scope],
                )
            )
        if scope == "domain" and normalised in _MAIL_PROVIDERS:
            raise ValidationError(
                _(
                    "%s is a mail provider that many companies use. Suppress the person's address instead.",
                    normalised,
                )
            )
        erased = vals.get("reason") == "erased"
        shown = value.strip() if scope == "company" else normalised
        kept = {"value": False, "lead_id": False, "note": False} if erased else {"value": shown}
        return {**vals, "scope": scope, "key": self._key(scope, normalised), **kept}

    # ------------------------------------------------------------------ records

    @api.model_create_multi
    def create(self, vals_list):
        """Create what is not suppressed yet; for the rest the present records are returned, so that a list may be
        imported twice.
        """
        wanted = [self._prepare_keyed_vals(vals) for vals in vals_list]
        found = self._find((vals["scope"], vals["key"]) for vals in wanted)
        new = {}
        for vals in wanted:
            pair = vals["scope"], vals["key"]
            if pair in found:
                found[pair]._strengthen(vals)
            elif pair in new and STRENGTH.index(vals.get("reason", "manual")) <= STRENGTH.index(
                new[pair].get("reason", "manual")
            ):
                continue
            else:
                new[pair] = vals
        created = super().create(list(new.values()))
        found |= dict(zip(new, created, strict=True))
        addresses = [self._normalise("person", vals["value"]) for vals in vals_list if vals.get("reason") == "erased"]
        created._after_suppressed(addresses)
        return self.browse([found[vals["scope"], vals["key"]].id for vals in wanted])

    def _find(self, pairs: Iterable[tuple[str, str]]) -> dict:
        """Active suppressions by (scope, key)."""
        pairs = set(pairs)
        # Said outright: callers may look at archived records of their own (`active_test`).
        domain = [("active", "=", True), ("key", "in", [key for _scope, key in pairs])]
        records = self.sudo().search_fetch(domain, ["scope", "key", "reason"])
        return {
            (record.scope, record.key): record.with_env(self.env)
            for record in records
            if (record.scope, record.key) in pairs
        }

    def _strengthen(self, vals: dict):
        """A suppression that is asked for again keeps the reason that is harder to lift."""
        reason = vals.get("reason", "manual")
        if STRENGTH.index(reason) <= STRENGTH.index(self.reason):
            return
        changes = {"reason": reason, "date": self.env["outbound.clock"]._now()}
        if reason == "erased":
            changes |= {"value": False, "note": False, "lead_id": False}
        elif vals.get("note"):
            changes["note"] = vals["note"]
        # Past `write`, which refuses the fields that say what somebody asked for.
        models.Model.write(self.sudo(), changes)

    def write(self, vals):
        if FIXED_FIELDS & vals.keys():
            raise UserError(
                _("A suppression is a record of what somebody asked for. To end it, use “Lift” and say why.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(_("Suppressions are kept for good. To end one, use “Lift” and say why."))

    # ------------------------------------------------------------------ verbs

    @api.model
    def _suppress(self, scope: str, value: str, reason: str, lead=None, note: str = ""):
        """Suppress a person, domain or company; does nothing when that is so already.

        :return: the suppression, new or not
        :raises ValidationError: the value is none of its scope, or a domain of a mail provider
        """
        vals = {"scope": scope, "value": value, "reason": reason, "note": note, "lead_id": lead.id if lead else False}
        vals["date"] = self.env["outbound.clock"]._now()
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                return self.sudo().create(vals)
        except psycopg2.errors.UniqueViolation:
            # Somebody else committed the same since our snapshot: what was asked for is so.
            return self.sudo().browse()

    @api.model
    def _explain(
        self, emails: Iterable[str] = (), domains: Iterable[str] = (), company_keys: Iterable[str] = ()
    ) -> dict:
        """Which of the given strings are suppressed, and by what record. One query, whatever the number.

        :param emails: addresses in any spelling; the suppression of their domain counts too
        :param domains: domains or host names in any spelling
        :param company_keys: names of companies in any spelling
        """
        wanted: dict[str, list[tuple[str, str]]] = {}
        for email in filter(None, emails):
            wanted.setdefault(email, []).append(("person", self._normalise("person", email)))
            wanted[email].append(("domain", self._normalise("domain", email)))
        for domain in filter(None, domains):
            wanted.setdefault(domain, []).append(("domain", self._normalise("domain", domain)))
        for name in filter(None, company_keys):
            wanted.setdefault(name, []).append(("company", self._normalise("company", name)))
        keys = {pair: self._key(*pair) for pairs in wanted.values() for pair in pairs if pair[1]}
        found = self._find((scope, key) for (scope, _value), key in keys.items())
        explained = {}
        for text, pairs in wanted.items():
            hits = [found[pair[0], keys[pair]] for pair in pairs if pair in keys and (pair[0], keys[pair]) in found]
            if hits:
                explained[text] = hits[0]
        return explained

    @api.model
    def _get_suppressed(
        self, emails: Iterable[str] = (), domains: Iterable[str] = (), company_keys: Iterable[str] = ()
    ) -> set[str]:
        """Those of the given strings that are suppressed; see `_explain`."""
        return set(self._explain(emails, domains, company_keys))

    # ------------------------------------------------------------------ setup and import

    @api.model
    def _setup_compliance(self):
        """At installation and every update: the key of the hashes, and whoever is on Odoo's blacklist already."""
        ensure_key(self.env)
        emails = self.env["mail.blacklist"].sudo().search([("active", "=", True)]).mapped("email")
        valid = [email for email in emails if self._normalise("person", email)]
        self.sudo().create([{"scope": "person", "value": email, "reason": "blacklisted"} for email in valid])

    @api.model
    def get_import_templates(self):
        return [
            {
                "label": _("Import Template for Suppressions"),
                "template": "/outbound_prospecting/static/csv/outbound_suppression.csv",
            }
        ]
