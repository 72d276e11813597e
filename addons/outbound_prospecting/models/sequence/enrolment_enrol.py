from dataclasses import dataclass, field

from odoo import _, api, models


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
        if result.enrolments:
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

    def _insert(self, leads, sequence, result: EnrolResult):
        """Insert enrolments; the database lets one through where two workers enrol the same address at once."""
        now = self.env["outbound.clock"]._now()
        mailboxes = self.env["outbound.mailbox"].sudo()._choose(leads, now)
        rows = []
        for lead in leads:
            mailbox = mailboxes[lead.id]
            if not mailbox:
                result.refuse(lead, "no_mailbox", _("No mailbox is ready to write from. Set one up or resume one."))
                continue
            zone, assumed = lead._get_outreach_zone(mailbox.fallback_tz or "UTC")
            rows.append(
                (
                    lead.id, sequence.id, mailbox.id, lead.company_id.id or mailbox.company_id.id,
                    lead.email_normalized, lead.website_domain or None, zone, assumed, "active", now,
                    self.env.uid, now, self.env.uid, now,
                )
            )  # fmt: skip
        if not rows:
            return self.sudo().browse()
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
        tried = leads.browse([row[0] for row in rows])
        for lead in tried - enrolments.lead_id:
            result.refuse(lead, "active_elsewhere", _("%s has just been enrolled elsewhere.", lead.email_normalized))
        return enrolments
