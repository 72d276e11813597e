from dataclasses import replace

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.pilot_flow import State, withheld
from .pilot import RUNNING_STATES


class OutboundEnrolment(models.Model):
    """While a pilot runs, its sequences take its prospects only, and only after the scores were reviewed."""

    _inherit = "outbound.enrolment"

    pilot_id = fields.Many2one("outbound.pilot", readonly=True, index="btree_not_null", ondelete="set null")

    def _get_rules(self) -> list:
        return [*super()._get_rules(), self._refuse_by_pilot]

    def _refuse_by_pilot(self, leads, sequence, again) -> dict:
        members = self._find_pilot_members(leads)
        pilot = self.env["outbound.pilot"].sudo()._find_running(sequence)
        ready = pilot and "scores_reviewed" in pilot._get_passed()
        objections = {}
        for lead in leads:
            member = members.get(lead.id)
            if member and member.holdout:
                objections[lead.id] = (
                    "pilot_holdout",
                    _("Kept apart as a comparison until the pilot “%s” ends.", member.pilot_id.name),
                )
            elif member and member.pilot_id != pilot:
                objections[lead.id] = (
                    "pilot_elsewhere",
                    _("Takes part in the pilot “%s”, whose sequences it enrols in.", member.pilot_id.name),
                )
            elif pilot.state == State.STOPPED.value:
                objections[lead.id] = "pilot_stopped", _("The pilot “%s” was stopped.", pilot.name)
            elif pilot and not member:
                objections[lead.id] = (
                    "pilot_only",
                    _("The pilot “%s” has the sequence for its own prospects until it ends.", pilot.name),
                )
            elif pilot and not ready:
                objections[lead.id] = (
                    "pilot_gate",
                    _("The pilot “%s” waits until its scores are reviewed.", pilot.name),
                )
        return objections

    @api.model
    def _find_pilot_members(self, leads) -> dict:
        """The place of each of these prospects in a running pilot, by lead id."""
        members = self.env["outbound.pilot.member"].sudo()
        found = members.search([("lead_id", "in", leads.ids), ("pilot_id.state", "in", RUNNING_STATES)])
        return {member.lead_id.id: member for member in found}

    @api.model
    def _enrol(self, leads, sequence, *, again=False):
        result = super()._enrol(leads, sequence, again=again)
        pilot = self.env["outbound.pilot"].sudo()._find_running(sequence) if result.enrolments else None
        if pilot:
            result.enrolments.pilot_id = pilot
        return result


class OutboundTouch(models.Model):
    """What a pilot holds back does not leave, and tasks of it do not open."""

    _inherit = "outbound.touch"

    def _find_withheld(self) -> dict:
        """Reason why a pilot holds each of these touches back, by touch; absent where it does not."""
        passed = {pilot: pilot._get_passed() for pilot in self.sudo().enrolment_id.pilot_id}
        reasons = {}
        for touch in self:
            pilot = touch.sudo().enrolment_id.pilot_id
            if pilot and (reason := withheld(State(pilot.state), passed[pilot], touch.number)):
                reasons[touch] = reason
        return reasons

    def _get_plans(self) -> dict:
        plans = super()._get_plans()
        reasons = self._find_withheld()
        return plans | {touch: replace(plans[touch], withheld=reason) for touch, reason in reasons.items()}

    def _open_or_hold(self, now):
        reasons = self._find_withheld()
        gate = self.env["outbound.gate"]
        for touch, reason in reasons.items():
            touch._hold(gate._describe(reason), fields.Datetime.add(now, days=1), code=reason)
        return super(OutboundTouch, self - self.browse().union(*reasons))._open_or_hold(now)


class OutboundSequence(models.Model):
    """During a pilot a person sees every mail, as the sequence's own policy says."""

    _inherit = "outbound.sequence"

    @api.constrains("review_policy")
    def _check_review_during_pilot(self):
        for sequence in self.filtered(lambda sequence: sequence.review_policy != "all"):
            pilot = self.env["outbound.pilot"].sudo()._find_running(sequence)
            if pilot:
                raise ValidationError(
                    _(
                        "“%(sequence)s” belongs to the pilot “%(pilot)s”, during which a person sees every mail.",
                        sequence=sequence.display_name,
                        pilot=pilot.name,
                    )
                )


class OutboundPilot(models.Model):
    _inherit = "outbound.pilot"

    @api.model
    def _find_running(self, sequence):
        """The pilot that has this sequence for its own; empty where none has."""
        return self.search([("sequence_ids", "in", sequence.ids), ("state", "in", RUNNING_STATES)], limit=1)


class OutboundLeadPilot(models.AbstractModel):
    """Facet of `crm.lead`: its place in pilots."""

    _name = "outbound.lead.pilot"
    _description = "Lead facet: pilots"

    def _merge_dependences(self, opportunities):
        """The prospect that stays takes the place of those that go, unless it has one itself."""
        super()._merge_dependences(opportunities)
        members = self.env["outbound.pilot.member"].sudo().search([("lead_id", "in", (self + opportunities).ids)])
        for own in members.grouped("pilot_id").values():
            if self not in own.lead_id:
                own[0].lead_id = self
