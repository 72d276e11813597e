from collections import Counter

from odoo import _, models

from ...domain.lifecycle import LIVE

LIVE_STATES = tuple(sorted(state.value for state in LIVE))
OPEN_STATES = (*LIVE_STATES, "replied")  # a mail may still follow, now or when a person resumes


class OutboundEnrolment(models.Model):
    """Who may enrol. Each rule looks at all prospects at once and returns {lead id: (code, sentence)} of its refusals."""

    _inherit = "outbound.enrolment"

    def _get_rules(self) -> list:
        """Rules in order; the first that objects to a prospect is its reason.

        What ends the matter stands first, so that nobody waits for what would be refused anyway.
        """
        return [
            self._refuse_closed,
            self._refuse_unreachable,
            self._refuse_active_elsewhere,
            self._refuse_enrolled_before,
            self._refuse_full_company,
        ]

    def _refuse_closed(self, leads, sequence, again) -> dict:
        objections = {}
        for lead in leads:
            if lead.won_status == "won":
                objections[lead.id] = "closed", _("The deal is won already.")
            elif lead.won_status == "lost" or not lead.active:
                objections[lead.id] = "closed", _("The prospect is closed. Restore it first.")
            elif lead.qualification_status == "disqualified":
                reason = lead.disqualification_reason
                objections[lead.id] = (
                    "disqualified",
                    _("The prospect is disqualified: %s", reason) if reason else _("The prospect is disqualified."),
                )
            elif sequence.company_id and lead.company_id and lead.company_id != sequence.company_id:
                objections[lead.id] = (
                    "other_company",
                    _("The sequence is for prospects of %s.", sequence.company_id.name),
                )
        return objections

    def _refuse_unreachable(self, leads, sequence, again) -> dict:
        """By law, by what people asked for, and by what is known of the address: see the compliance room."""
        facts = leads._get_prospect_facts()
        now = self.env["outbound.clock"]._now()
        found = ((lead.id, self._find_objection(lead, facts[lead.id], now)) for lead in leads)
        return {lead_id: objection for lead_id, objection in found if objection}

    def _find_objection(self, lead, facts, now) -> tuple[str, str] | None:
        email = lead.email_normalized
        country = lead.country_id.name or _("a country we do not know")
        fresh = facts.confirmed and now - facts.confirmed.replace(tzinfo=None) <= facts.usable_for
        scopes = {
            "person": _("%s is suppressed: outreach to this person was ended.", email),
            "domain": _("The domain of %s is suppressed.", email),
            "company": _("The company %s is suppressed.", lead.partner_name or ""),
        }
        if not email:
            return "no_address", _("There is no e-mail address to write to. Add one.")
        if facts.address == "invalid":
            return "address_invalid", _("%s cannot receive mail. Correct the address.", email)
        if facts.suppressed:
            return "suppressed", scopes[facts.suppressed]
        if facts.blacklisted:
            return "suppressed", _("%s is on the blacklist.", email)
        if facts.relation == "customer":
            return "customer", _("This person or company is a customer already.")
        if facts.relation:
            return "open_deal", _("Another team has an open deal with this person or company.")
        if facts.policy == "forbid":
            return "country_forbidden", _("Cold mail to %s is not allowed by its country rule.", country)
        if facts.policy == "consent" and not facts.consent:
            return "consent_missing", _("Mail to %s needs the prospect's consent on record.", country)
        if not fresh:
            return "data_stale", _("What we know of the contact is too old. Check it and set “Data Confirmed”.")
        return None

    def _refuse_active_elsewhere(self, leads, sequence, again) -> dict:
        emails = leads.mapped("email_normalized")
        live = self.sudo().search([("email_normalized", "in", emails), ("state", "in", LIVE_STATES)])
        taken = {enrolment.email_normalized: enrolment for enrolment in live}
        objections = {}
        seen = set()
        for lead in leads:
            email = lead.email_normalized
            if email in taken:
                objections[lead.id] = (
                    "active_elsewhere",
                    _(
                        "%(email)s is in the sequence “%(sequence)s” already (%(lead)s).",
                        email=email,
                        sequence=taken[email].sequence_id.display_name,
                        lead=taken[email].lead_id.name,
                    ),
                )
            elif email in seen:
                objections[lead.id] = (
                    "active_elsewhere",
                    _("Another prospect of this selection has the same address, %s.", email),
                )
            seen.add(email)
        return objections

    def _refuse_enrolled_before(self, leads, sequence, again) -> dict:
        if again:
            return {}
        groups = self.sudo()._read_group(
            [("email_normalized", "in", leads.mapped("email_normalized"))], ["email_normalized"], ["end_date:max"]
        )
        before = dict(groups)
        return {
            lead.id: (
                "enrolled_before",
                self.env._(
                    "%s has been through a sequence before. Use “Restart” to write again.", lead.email_normalized
                ),
            )
            for lead in leads
            if lead.email_normalized in before
        }

    def _refuse_full_company(self, leads, sequence, again) -> dict:
        limit = sequence.max_active_per_company
        domains = {lead.website_domain for lead in leads if lead.website_domain}
        if not limit or not domains:
            return {}
        groups = self.sudo()._read_group(
            [("website_domain", "in", list(domains)), ("state", "in", LIVE_STATES)], ["website_domain"], ["__count"]
        )
        active = Counter(dict(groups))
        objections = {}
        for lead in leads:
            domain = lead.website_domain
            if not domain:
                continue
            if active[domain] >= limit:
                objections[lead.id] = (
                    "company_limit",
                    _(
                        "%(count)s people of %(company)s are in outreach, of at most %(limit)s at a time.",
                        count=active[domain],
                        company=domain,
                        limit=limit,
                    ),
                )
            else:
                active[domain] += 1
        return objections
