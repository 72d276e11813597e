from collections import Counter
from dataclasses import dataclass, field

from odoo import _, api, models
from odoo.tools import SQL

LIVE_STATES = ("active", "paused")


@dataclass
class EnrolResult:
    """What came of enrolling: new enrolments, and for each prospect refused its code and a sentence for people."""

    enrolments: models.Model
    refusals: list[tuple] = field(default_factory=list)

    def refuse(self, lead, code: str, message: str):
        self.refusals.append((lead, code, message))


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    @api.model
    def _enrol(self, leads, sequence, *, again=False) -> EnrolResult:
        """Enrol prospects and plan their touches; whoever may not be written to is refused with the reason.

        :param leads: `crm.lead` records
        :param sequence: `outbound.sequence`, live
        :param again: also prospects that have been through a sequence before
        """
        leads = leads.sudo()
        result = EnrolResult(self.sudo().browse())
        left = self._refuse(leads, sequence.sudo(), result, again=again)
        if left:
            result.enrolments = self._insert(left, sequence.sudo(), result)
            result.enrolments._plan_touches()
            self.env["outbound.event"]._log([e._prepare_enrolled_event() for e in result.enrolments])
            result.enrolments.lead_id._update_outreach()
        return result

    def _prepare_enrolled_event(self) -> dict:
        return {
            "lead_id": self.lead_id.id,
            "company_id": self.company_id.id,
            "kind": "enrolled",
            "new_value": self.sequence_id.name,
            "payload": {"enrolment": self.id, "sequence": self.sequence_id.id},
        }

    def _refuse(self, leads, sequence, result: EnrolResult, *, again: bool):
        """Ask every rule in order; the first that objects to a prospect is its reason.

        :return: the prospects that may enrol
        """
        if sequence.state != "active":
            for lead in leads:
                result.refuse(lead, "sequence_not_live", _("The sequence “%s” is not live.", sequence.name))
            return leads.browse()
        for rule in self._get_rules():
            objections = rule(leads, sequence, again)
            for lead in leads:
                if lead.id in objections:
                    result.refuse(lead, *objections[lead.id])
            leads = leads.filtered(lambda lead, objections=objections: lead.id not in objections)
        return leads

    def _get_rules(self) -> list:
        """Rules in order: each takes (leads, sequence, again) and returns {lead id: (code, message)}."""
        return [self._refuse_without_address, self._refuse_active_elsewhere, self._refuse_full_company]

    def _refuse_without_address(self, leads, sequence, again) -> dict:
        return {
            lead.id: ("no_address", _("There is no e-mail address to write to.")) for lead in leads if not lead.email_normalized
        }

    def _refuse_active_elsewhere(self, leads, sequence, again) -> dict:
        emails = leads.mapped("email_normalized")
        live = self.sudo().search([("email_normalized", "in", emails), ("state", "in", LIVE_STATES)])
        taken = {enrolment.email_normalized: enrolment for enrolment in live}
        objections = {}
        seen = set()
        for lead in leads:
            email = lead.email_normalized
            if email in taken:
                other = taken[email]
                objections[lead.id] = (
                    "active_elsewhere",
                    _("%(email)s is already in the sequence “%(sequence)s”.", email=email, sequence=other.sequence_id.name),
                )
            elif email in seen:
                objections[lead.id] = ("active_elsewhere", _("Another prospect of this selection has the same address."))
            seen.add(email)
        return objections

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
            if domain and active[domain] >= limit:
                objections[lead.id] = (
                    "company_limit",
                    _(
                        "%(count)s people of %(company)s are in outreach already, and %(limit)s may be at a time.",
                        count=active[domain],
                        company=domain,
                        limit=limit,
                    ),
                )
            elif domain:
                active[domain] += 1
        return objections

    def _insert(self, leads, sequence, result: EnrolResult):
        """Insert enrolments; the database lets one through where two workers enrol the same address at once."""
        now = self.env["outbound.clock"]._now()
        mailboxes = self._choose_mailboxes(leads, sequence)
        rows = []
        for lead in leads:
            mailbox = mailboxes[lead.id]
            zone, assumed = lead._get_time_zone(mailbox.fallback_tz or "UTC")
            rows.append(
                (
                    lead.id, sequence.id, mailbox.id or None, lead.company_id.id or mailbox.company_id.id or None,
                    lead.email_normalized, lead.website_domain or None, zone, assumed, "active", now,
                    self.env.uid, now, self.env.uid, now,
                )
            )  # fmt: skip
        self.flush_model()
        ids = self.env.cr.execute_values(
            """
            INSERT INTO outbound_enrolment (
                lead_id, sequence_id, mailbox_id, company_id, email_normalized, website_domain, tz, tz_assumed, state,
                start_date, create_uid, create_date, write_uid, write_date
            )
            VALUES %s
            ON CONFLICT (email_normalized) WHERE state IN ('active', 'paused') DO NOTHING
            RETURNING id
            """,
            rows,
            page_size=1000,
            fetch=True,
        )
        enrolments = self.sudo().browse([id_ for (id_,) in ids])
        leads.invalidate_recordset(["enrolment_ids"])
        for lead in leads - enrolments.lead_id:
            result.refuse(lead, "active_elsewhere", _("%s has just been enrolled elsewhere.", lead.email_normalized))
        return enrolments

    def _choose_mailboxes(self, leads, sequence) -> dict:
        """The mailbox of each prospect, by lead id: the rep's own if ready, else the one with the fewest prospects."""
        ready = self.env["outbound.mailbox"].sudo().search([("state", "=", "ready")])
        load = Counter(
            {
                mailbox.id: count
                for mailbox, count in self.sudo()._read_group(
                    [("mailbox_id", "in", ready.ids), ("state", "in", LIVE_STATES)], ["mailbox_id"], ["__count"]
                )
            }
        )
        chosen = {}
        for lead in leads:
            usable = ready.filtered(lambda box, lead=lead: not lead.company_id or box.company_id == lead.company_id)
            own = usable.filtered(lambda box, lead=lead: lead.user_id and box.user_id == lead.user_id)
            mailbox = min(own or usable, key=lambda box: (load[box.id], box.id), default=ready.browse())
            load[mailbox.id] += 1
            chosen[lead.id] = mailbox
        return chosen
