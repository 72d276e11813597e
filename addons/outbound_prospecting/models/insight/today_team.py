from datetime import datetime

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..routing.handoff import UNANSWERED


class OutboundToday(models.AbstractModel):
    """What waits with whom: the people whose day a manager may look at, each with what is open."""

    _inherit = "outbound.today"

    @api.model
    def _get_team(self, users: list[dict], now: datetime) -> list[dict]:
        """Those with whom something waits, the latest first; four statements whatever the size of the team.

        :param users: whose day the viewer may look at
        :return: `id`, `name`, and how many `hot` prospects, `late` ones of them, `drafts` and `tasks` wait
        """
        others = [user for user in users if user["id"] != self.env.uid]
        if not others:
            return []
        ids = [user["id"] for user in others]
        Handoff = self.env["outbound.handoff"]
        waiting = Domain("user_id", "in", ids) & Domain("state", "in", UNANSWERED)
        review = Domain("state", "=", "in_review") & Domain("wake_date", "!=", False) & Domain("reviewer_id", "in", ids)
        counts = {
            "hot": _count(Handoff._read_group(waiting, ["user_id"], ["__count"])),
            "late": _count(Handoff._read_group(waiting & Domain("deadline", "<", now), ["user_id"], ["__count"])),
            "drafts": _count(self.env["outbound.touch"]._read_group(review, ["reviewer_id"], ["__count"])),
            "tasks": self._count_tasks(ids),
        }
        team = [{**user, **{name: own.get(user["id"], 0) for name, own in counts.items()}} for user in others]
        busy = [one for one in team if one["hot"] or one["drafts"] or one["tasks"]]
        return sorted(busy, key=lambda one: (-one["late"], -one["hot"], -one["drafts"], -one["tasks"], one["name"]))

    @api.model
    def _count_tasks(self, ids: list[int]) -> dict[int, int]:
        """Open tasks of sequences by whose list they are on, in the viewer's companies; a manager may read all of them."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT a.user_id, count(*)
                  FROM outbound_touch t JOIN mail_activity a ON a.id = t.activity_id
                 WHERE t.state = 'open' AND a.active AND a.user_id = ANY(%s)
                   AND (t.company_id IS NULL OR t.company_id = ANY(%s))
                 GROUP BY 1
                """,
                ids,
                self.env.companies.ids,
            )
        )
        return dict(rows)


def _count(groups: list) -> dict[int, int]:
    return {user.id: count for user, count in groups}
