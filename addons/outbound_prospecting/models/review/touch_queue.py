from odoo import api, fields, models
from odoo.fields import Domain

from .touch_review import REVIEWER

MAX_ROWS = 500


class OutboundTouch(models.Model):
    """The review queue as the page lists it: one light row a person, the most urgent first."""

    _inherit = "outbound.touch"

    @api.model
    def get_review_queue(self, scope: str = "mine", filter_name: str = "", search: str = "") -> dict:
        """The drafts that wait for a person.

        :param scope: ``mine`` (own prospects, and drafts given to me) or ``all``
        :param filter_name: ``overdue``, ``failing``, ``passing`` or empty
        :param search: part of the name of a prospect, a company or a subject
        :return: ``{rows, total, counts, can_see_all, waiting_siblings}``; a row is ``{id, seen, name, company, subject,
            number, due, overdue, failed, tier}``; at most 500 rows, `total` says how many there are
        """
        self.check_access("read")
        now = self.env["outbound.clock"]._now()
        may_all = self.env.su or self.env.user.has_group(REVIEWER)
        reachable = self._get_queue_domain(may_all)
        mine = reachable & self._get_mine_domain()
        base = reachable if scope == "all" else mine
        if search.strip():
            base &= Domain.OR(
                Domain(name, "ilike", search.strip())
                for name in ("lead_id.contact_name", "lead_id.partner_name", "lead_id.name", "subject")
            )
        filters = self._get_queue_filters(now)
        chosen = base & filters.get(filter_name, Domain.TRUE)
        touches = self.sudo().search(chosen, order="due_date, id", limit=MAX_ROWS)
        return {
            "rows": [touch._prepare_queue_row(now) for touch in touches],
            "total": len(touches) if len(touches) < MAX_ROWS else self.sudo().search_count(chosen),
            "counts": {
                "all": self.sudo().search_count(reachable),
                "mine": self.sudo().search_count(mine),
                **{name: self.sudo().search_count(base & domain) for name, domain in filters.items()},
            },
            "can_see_all": may_all,
            "waiting_siblings": self.sudo().search_count(self._get_sibling_domain(may_all)),
        }

    def _get_queue_domain(self, may_all: bool) -> Domain:
        """Drafts in review that the person may decide on, in the companies they work in."""
        domain = Domain("state", "=", "in_review") & Domain("enrolment_id.state", "=", "active")
        domain &= Domain("company_id", "in", [*self.env.companies.ids, False])
        return domain if may_all else domain & self._get_mine_domain()

    def _get_mine_domain(self) -> Domain:
        return Domain("lead_id.user_id", "=", self.env.uid) | Domain("reviewer_id", "=", self.env.uid)

    def _get_sibling_domain(self, may_all: bool) -> Domain:
        domain = Domain("state", "=", "drafted") & Domain("enrolment_id.state", "=", "active")
        domain &= Domain("company_id", "in", [*self.env.companies.ids, False])
        return domain if may_all else domain & Domain("lead_id.user_id", "=", self.env.uid)

    def _get_queue_filters(self, now) -> dict[str, Domain]:
        return {
            "overdue": Domain("due_date", "<=", now) | Domain("review_due", "<=", now)
            | Domain("review_escalated", "=", True),
            "failing": Domain("failed_checks", ">", 0),
            "passing": Domain("failed_checks", "=", 0),
        }  # fmt: skip

    def _prepare_queue_row(self, now) -> dict:
        lead = self.lead_id
        return {
            "id": self.id,
            "seen": self._get_text_hash(),
            "name": lead.contact_name or lead.partner_name or lead.name,
            "company": lead.partner_name or "",
            "subject": self.subject or "",
            "number": self.number,
            "due": fields.Datetime.to_string(self.due_date),
            "overdue": self.due_date <= now
            or self.review_escalated
            or bool(self.review_due and self.review_due <= now),
            "failed": self.failed_checks,
            "tier": lead.icp_tier or "",
        }
