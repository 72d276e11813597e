from odoo import _, api, fields, models
from odoo.exceptions import AccessError

from ...domain.today import order
from .pilot import RUNNING_STATES

USER = "outbound_prospecting.group_outbound_user"
MANAGER = "outbound_prospecting.group_outbound_manager"
MODELS = {"task": "mail.activity", "handoff": "outbound.handoff"}


class OutboundToday(models.AbstractModel):
    """What a person does first. It owns nothing: every line is a record of another room, done through its own verbs."""

    _name = "outbound.today"
    _description = "Today"

    @api.model
    def get_today(self, user_id: int | None = None) -> dict:
        """The day of a person as one ordered list, in a number of statements that does not depend on how much there is.

        What is read is what the viewer may read; a manager who looks as somebody else changes nothing there.

        :param user_id: whose day; one's own if None
        :return: `user`, `users` (whose day one may look at), `mine`, `now`, `rows` in order, `totals` by kind where more
            exist than are listed, `steps` until the first mail leaves, `next` (one suggestion), `pilots` that run,
            `team` with what waits with whom (for managers), `upcoming` once nothing is left
        :raises AccessError: when it is not one's own and one is no manager
        """
        user = self._get_user(user_id)
        now = self.env["outbound.clock"]._now()
        found = self._find_lines(user, now)
        rows = dict(pair for _total, pairs in found.values() for pair in pairs)
        ordered = [rows[line] for line in order(rows)]
        steps = self._get_steps()
        users = self._get_users()
        mine = user == self.env.user
        return {
            "user": {"id": user.id, "name": user.name},
            "users": users,
            "mine": mine,
            "now": fields.Datetime.to_string(now),
            "rows": ordered,
            "totals": {kind: total for kind, (total, pairs) in found.items() if total > len(pairs)},
            "steps": steps,
            "next": self._get_next(user) if not steps else False,
            "pilots": self._get_pilots(),
            "team": self._get_team(users, now) if mine else [],
            "upcoming": [] if ordered or steps else self._get_upcoming(user, now),
        }

    @api.model
    def _get_user(self, user_id: int | None):
        if not self.env.user.has_group(USER):
            raise AccessError(_("This page is for people who work with outbound prospects."))
        if not user_id or user_id == self.env.uid:
            return self.env.user
        user = self.env["res.users"].browse(user_id)
        if not self.env.user.has_group(MANAGER) or user not in self._find_users():
            raise AccessError(_("Only a manager can look at the day of somebody else in their companies."))
        return user

    @api.model
    def _find_users(self):
        """Whoever works with prospects in the viewer's companies."""
        domain = [("all_group_ids", "in", self.env.ref(USER).ids), ("share", "=", False)]
        return self.env["res.users"].search([*domain, ("company_ids", "in", self.env.companies.ids)], order="name")

    @api.model
    def _get_users(self) -> list[dict]:
        """Whose day the viewer may look at; nothing where there is no choice."""
        if not self.env.user.has_group(MANAGER):
            return []
        users = self._find_users()
        return [{"id": user.id, "name": user.name} for user in users] if len(users) > 1 else []

    @api.model
    def _get_pilots(self) -> list[dict]:
        """The pilots that run, with the day that they are at."""
        pilots = self.env["outbound.pilot"].search([("state", "in", RUNNING_STATES)], limit=3)
        return [{"id": pilot.id, "name": pilot.name, "text": pilot.progress_text or ""} for pilot in pilots]

    @api.model
    def action_done(self, lines: list[tuple[str, int, str]]) -> bool:
        """Key D: do with one's own records what their lines offer. Doing it twice does it once.

        :param lines: kind (``task`` or ``handoff``), id, and verb of each: ``done`` for tasks, ``acknowledge`` or
            ``accept`` for hand-offs
        :raises AccessError: when one of them is somebody else's; nothing is done then
        """
        for kind, number, verb in lines:
            self._do(kind, number, verb)
        return True

    @api.model
    def _do(self, kind: str, number: int, verb: str):
        record = self.env[MODELS[kind]].browse(number).exists()
        if not record:
            return
        if record.sudo().user_id != self.env.user:
            raise AccessError(_("This is %s's to do.", record.sudo().user_id.name or _("nobody")))
        if kind == "task":
            record.action_done()
        elif verb == "accept":
            record.action_accept()
        else:
            record.action_acknowledge()
