from datetime import datetime, timedelta

from odoo import _, api, fields, models

from ...domain.lifecycle import EnrolmentEvent

SHORT = timedelta(hours=6)  # a dentist's appointment is no leave


class ResUsers(models.Model):
    _inherit = "res.users"

    outbound_stand_in_id = fields.Many2one(
        "res.users",
        string="Stand-In for Outreach",
        help="Does this person's outreach tasks while they are on leave, in sequences that hand tasks over.",
    )

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "outbound_stand_in_id"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "outbound_stand_in_id"]

    @api.model
    def _get_leaves(self, now: datetime) -> dict[int, datetime]:
        """Who is on leave at `now`, by user id, with the end of the leave (naive UTC)."""
        leaves = (
            self.env["resource.calendar.leaves"]
            .sudo()
            .search(
                [
                    ("date_from", "<=", now),
                    ("date_to", ">", now),
                    ("resource_id.user_id", "!=", False),
                    ("time_type", "=", "leave"),
                ]
            )
        )
        ends = {}
        for leave in leaves.filtered(lambda leave: leave.date_to - leave.date_from >= SHORT):
            user_id = leave.resource_id.user_id.id
            ends[user_id] = max(leave.date_to, ends.get(user_id, leave.date_to))
        return ends

    def _get_stand_in(self):
        """Whoever does this person's tasks now: a stand-in who is present, else themselves."""
        on_leave = self._get_leaves(self.env["outbound.clock"]._now()) if self.outbound_stand_in_id else {}
        stand_in = self.sudo().outbound_stand_in_id
        return stand_in if self.id in on_leave and stand_in.active and stand_in.id not in on_leave else self


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    def _find_on_leave(self, leaves: dict, exclude: list[int], limit: int):
        """Active enrolments of reps on leave, in sequences that pause then."""
        if not leaves:
            return self.browse()
        return self.search(
            [
                ("id", "not in", exclude),
                ("state", "=", "active"),
                ("lead_id.user_id", "in", list(leaves)),
                ("sequence_id.leave_policy", "=", "pause"),
            ],
            limit=limit,
            order="id",
        )

    def _pause_for_leave(self, leaves: dict):
        """Pause until the rep is back; those who come back on one day resume spread over the days after."""
        for user, enrolments in self.grouped(lambda enrolment: enrolment.lead_id.user_id).items():
            enrolments._apply(
                EnrolmentEvent.PAUSE,
                reason=_("%s is on leave.", user.name),
                resume_at=leaves[user.id],
                cause="leave",
            )

    @api.model
    def _hand_over_tasks(self, leaves: dict):
        """Open tasks of reps on leave go to their stand-ins, in sequences that hand over."""
        users = self.env["res.users"].sudo().browse(leaves).filtered("outbound_stand_in_id")
        if not users:
            return
        touches = self.env["outbound.touch"].search(
            [
                ("state", "=", "open"),
                ("activity_id.user_id", "in", users.ids),
                ("enrolment_id.sequence_id.leave_policy", "=", "reassign"),
            ]
        )
        for user, tasks in touches.grouped(lambda touch: touch.activity_id.user_id).items():
            stand_in = user._get_stand_in()
            if stand_in != user:
                tasks.activity_id.write({"user_id": stand_in.id})
