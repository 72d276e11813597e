from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone

from odoo import _, fields, models

from ...domain.lifecycle import EnrolmentEvent
from ...domain.planning import opening
from ...domain.schedule import at_wall_clock
from .matching import LIVE

REASONS = {"opt_out": "opt_out", "complaint": "complained", "bounce": "bounced", "privacy_request": "opt_out"}
COUNTED = ("recipient", "sender")


class OutboundReply(models.Model):
    """What a rule may do. Each works on many replies at once and notes what it changed, so that it can be undone."""

    _inherit = "outbound.reply"

    def _note_effect(self, **effect):
        self.effects = [*(self.effects or []), effect]

    def _get_people(self) -> dict:
        """Enrolments of the person who answered, by reply: on whatever lead, sequence and address of theirs."""
        addresses = {reply: reply._get_addresses() for reply in self}
        every = [address for own in addresses.values() for address in own]
        enrolments = self.env["outbound.enrolment"].sudo()
        found = enrolments.search(["|", ("lead_id", "in", self.lead_id.ids), ("email_normalized", "in", every)])
        by_lead, by_address = found.grouped("lead_id"), found.grouped("email_normalized")
        none = enrolments.browse()
        return {
            reply: (by_lead.get(reply.lead_id, none) if reply.lead_id else none).union(
                *(by_address.get(address, none) for address in addresses[reply])
            )
            for reply in self
        }

    def _get_addresses(self) -> set[str]:
        """Addresses of the person: the one written to, and the one they wrote from."""
        ours = {self.enrolment_id.email_normalized} if self._is_proven() else set()
        return (ours | ({self.email_normalized} if self._is_human() else set())) - {False}

    def _apply_to(self, enrolments: dict, event: EnrolmentEvent, code: str, **values):
        """One event for the enrolments of many replies, noted on each.

        :param enrolments: by reply
        :param code: for `state_cause`, by which the pause is found again
        """
        for reply, own in enrolments.items():
            for enrolment in own:
                reply._note_effect(do=code, enrolment=enrolment.id, was=enrolment.state)
        every = self.env["outbound.enrolment"].sudo().union(*enrolments.values())
        if every:
            every._apply(event, cause=code, **values)

    # ------------------------------------------------------------------ the person

    def _move_person(self, rule):
        people = self._get_people()
        if rule.person == "stop":
            live = {reply: own.filtered(lambda one: one.state in LIVE) for reply, own in people.items()}
            self._apply_to(live, EnrolmentEvent.STOP, "stopped", reason=rule.display_name)
        elif rule.person == "defer":
            self._defer(rule, people)
        elif rule.person == "reschedule":
            self._reschedule(rule)
        if rule.person == "pause" or (rule.person == "none" and any(reply._is_human() for reply in self)):
            self._pause_for_answer(people)

    def _pause_for_answer(self, people: dict | None = None):
        """Somebody answered: nothing more is sent until a person resumes, not even what was planned for later."""
        people = self._get_people() if people is None else people
        moved = {
            reply: own.filtered(lambda one: one.state in ("active", "paused", "completed"))
            for reply, own in people.items()
        }
        self._apply_to(moved, EnrolmentEvent.REPLY, "replied", reason=_("The prospect answered."))

    def _get_date(self, rule) -> date | None:
        """The day to write again on: the one they named, else so many days from now."""
        if self.resume_date:
            return self.resume_date
        return (self.received_date + timedelta(days=rule.wait_days)).date() if rule.wait_days else None

    def _defer(self, rule, people: dict):
        """Go on by themselves at the date they named; who answered before and waits for a person goes on waiting."""
        by_moment = defaultdict(dict)
        undated = {}
        for reply, own in people.items():
            day = reply._get_date(rule)
            if not day:
                undated[reply] = own
                continue
            for enrolment in own.filtered(lambda one: one.state in ("active", "paused")):
                moment = _start_of(day, enrolment.tz)
                # A pause without an end, or with a later one, stands.
                stands = enrolment.state == "paused" and (not enrolment.resume_date or enrolment.resume_date >= moment)
                if not stands:
                    by_moment[moment].setdefault(reply, enrolment.browse())
                    by_moment[moment][reply] += enrolment
            undated[reply] = own.filtered(lambda one: one.state == "completed")
        for moment, moved in by_moment.items():
            self._apply_to(moved, EnrolmentEvent.PAUSE, "deferred", reason=_("They asked to wait."), resume_at=moment)
        self._pause_for_answer(undated)

    def _reschedule(self, rule):
        """Out of office is no answer: the next touch moves behind the return, those after it keep their distance."""
        now = self.env["outbound.clock"]._now().replace(tzinfo=timezone.utc)
        for reply in self:
            enrolment, day = reply.enrolment_id.sudo(), reply._get_date(rule)
            touch = enrolment.touch_ids._filter_waiting().sorted("number")[:1]
            if not (day and touch and enrolment.state in ("active", "paused")):
                continue
            due = opening(day, None, 0, now, enrolment._get_calendars()[enrolment.id])
            due = due.astimezone(timezone.utc).replace(tzinfo=None)
            if due > touch.due_date:
                before = fields.Datetime.to_string(touch.due_date)
                touch.write({"due_date": due, "hold_reason": False, "hold_code": False, "hold_until": False})
                touch._set_wake_date()
                reply._note_effect(do="moved", touch=touch.id, was=before, to=fields.Datetime.to_string(due))
                enrolment._push_touches()
                touch.lead_id._update_outreach()

    # ------------------------------------------------------------------ colleagues

    def _move_colleagues(self, rule):
        """Whoever else is in outreach at the same company waits, or stops."""
        replies = self.filtered("website_domain")
        if rule.colleagues == "none" or not replies:
            return
        people = replies._get_people()
        domains = replies.mapped("website_domain")
        # Said for those who are active: any other pause has its own end.
        found = (
            self.env["outbound.enrolment"]
            .sudo()
            .search(
                [("website_domain", "in", domains), ("state", "in", ["active"] if rule.colleagues == "pause" else LIVE)]
            )
        )
        by_domain = found.grouped("website_domain")
        taken = found.browse()
        moved = {}
        for reply in replies:
            there = by_domain.get(reply.website_domain, found.browse()) - people[reply] - taken
            there = there.filtered(lambda one, reply=reply: not reply.company_id or one.company_id == reply.company_id)
            moved[reply] = there
            taken += there
        if rule.colleagues == "stop":
            self._apply_to(moved, EnrolmentEvent.STOP, "colleague", reason=_("A colleague asked us to stop."))
            return
        days = rule.colleague_days
        resume_at = self.env["outbound.clock"]._now() + timedelta(days=days) if days else None
        self._apply_to(moved, EnrolmentEvent.PAUSE, "colleague", reason=_("A colleague answered."), resume_at=resume_at)

    # ------------------------------------------------------------------ never again

    def _suppress(self, rule):
        if rule.suppress == "none":
            return
        wanted = {reply: reply._get_suppressed_addresses() for reply in self}
        Suppression = self.env["outbound.suppression"].sudo()
        known = Suppression._get_suppressed(emails={one for own in wanted.values() for one in own})
        for reply, addresses in wanted.items():
            reason, note = REASONS.get(rule.label, "manual"), reply.diagnosis or reply.subject or ""
            for address in sorted(addresses):
                suppression = Suppression._suppress("person", address, reason, lead=reply.lead_id, note=note)
                if address not in known and suppression:
                    reply._note_effect(do="suppressed", id=suppression.id)
            domain = Suppression._get_company_domain(reply.enrolment_id.email_normalized)
            if rule.suppress == "domain" and domain and reply._is_proven():
                suppression = Suppression._suppress("domain", domain, reason, lead=reply.lead_id, note=note)
                reply._note_effect(do="suppressed", id=suppression.id)

    def _get_suppressed_addresses(self) -> set[str]:
        """Whose wish it is: the sender's and, when it answers a mail of ours, the one it was sent to.

        A report concerns the address it names, and nobody unless it names a mail of ours.
        """
        addresses = self._get_addresses()
        own = self._get_own_addresses()
        return {
            one for one in addresses if one not in own and self.env["outbound.suppression"]._normalise("person", one)
        }

    # ------------------------------------------------------------------ the prospect

    def _move_stage(self, rule):
        """Forward on its board; whatever stands further stays."""
        if not rule.stage_id:
            return
        leads = self.lead_id.sudo()
        boards = leads._get_boards()
        for reply in self:
            lead = reply.lead_id.sudo()
            board = boards.get(lead.team_id.id)
            order = [stage.id for stage in board.stages if stage.is_open] if board else []
            if {lead.stage_id.id, rule.stage_id.id} <= set(order) and order.index(lead.stage_id.id) < order.index(
                rule.stage_id.id
            ):
                reply._note_effect(do="stage", lead=lead.id, was=lead.stage_id.id, to=rule.stage_id.id)
                lead.stage_id = rule.stage_id

    def _close_leads(self, rule):
        if not rule.lost_reason_id:
            return
        for reply in self:
            lead = reply.lead_id.sudo()
            if lead.won_status == "pending" and lead.active:
                reply._note_effect(do="lost", lead=lead.id)
                lead.action_set_lost(lost_reason_id=rule.lost_reason_id.id)

    def _note_source(self, rule):
        """The source that the data came from was wrong about this prospect."""
        if not rule.mark_source:
            return
        rows = []
        for reply in self:
            lead = reply.lead_id.sudo()
            vals = reply._prepare_event_vals("bad_contact")
            source = {
                "source": lead.source_id.id,
                "source_name": lead.source_id.name or "",
                "email": lead.email_from or "",
            }
            rows.append({**vals, "payload": {**vals["payload"], **source}})
        self.env["outbound.event"]._log(rows)

    def _count_for_mailbox(self, rule):
        """Bounces and complaints count against the mailbox; a fault of ours pauses it, and suppresses nobody."""
        now = self.env["outbound.clock"]._now()
        for reply in self.filtered("mailbox_id"):
            if any(effect["do"] == "counted" for effect in reply.effects or []):
                continue
            mailbox = reply.mailbox_id.sudo()
            if reply.label == "complaint":
                mailbox._count_complaint(now)
            elif reply.label == "bounce" and reply.fault in COUNTED:
                mailbox._count_bounce(now)
                reply._note_bounce()
            else:
                continue
            reply._note_effect(do="counted")
        if rule.pause_mailbox:
            for mailbox, replies in self.grouped("mailbox_id").items():
                words = replies[0].diagnosis or replies[0].subject or ""
                mailbox._pause(_("A mail server does not take mail of this sender: %s", words), kind="server")

    def _note_bounce(self):
        """What Odoo itself keeps of a bounce: the counter of the prospect and the state of the mail."""
        if self.fault == "recipient":
            self.lead_id.sudo()._message_receive_bounce(self.bounced_email, self.env["res.partner"])
        message = self.touch_id.mail_message_id
        notifications = self.env["mail.notification"].sudo().search([("mail_message_id", "in", message.ids)])
        notifications.write(
            {"notification_status": "bounce", "failure_type": "mail_bounce", "failure_reason": self.diagnosis or ""}
        )

    def _set_deadline(self, rule):
        if rule.deadline_days:
            for reply in self:
                reply.deadline = fields.Date.add(reply.received_date.date(), days=rule.deadline_days)


def _start_of(day: date, zone: str) -> datetime:
    """The beginning of a day on the wall of `zone`, naive UTC."""
    return at_wall_clock(day, time(0), zone or "UTC").astimezone(timezone.utc).replace(tzinfo=None)
