from collections.abc import Iterator

from odoo import _, api, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .icp_compile import RATING_COLUMNS

# Leads scored by one statement: bounds memory, locks and the work lost when a worker dies.
WINDOW = 25_000
SCORE_COLUMNS = (*RATING_COLUMNS, "icp_score", "icp_completeness", "icp_tier", "icp_id", "icp_detail")
SCORED_FIELDS = (*SCORE_COLUMNS, "icp_score_date", "qualification_status", "disqualification_reason")


class OutboundIcp(models.Model):
    """The scoring engine: one statement rates, weighs, tiers and writes every prospect that changed."""

    _inherit = "outbound.icp"

    # ------------------------------------------------------------------ verbs

    @api.model
    def _get_active(self, company):
        """The live ICP for prospects of `company` (`res.company`, may be empty), else the one for all companies.

        :raises UserError: when no ICP is live
        """
        if not (icp := self._find_active(company)):
            raise UserError(_("No ICP is live. Open Configuration / ICP and make a version live."))
        return icp

    @api.model
    def _find_active(self, company):
        """As `_get_active`, but an empty recordset when no ICP is live."""
        icps = self.sudo().search([("state", "=", "active"), ("company_id", "in", [company.id, False])])
        return icps.filtered("company_id")[:1] or icps[:1]

    def _score_leads(self, leads=None) -> int:
        """Score the prospects of this live ICP, writing only those whose result changed.

        :param leads: `crm.lead` records to restrict to; all prospects in scope if None
        :return: number of prospects evaluated
        """
        self.ensure_one()
        self._disable_broken()
        return sum(self._score_window(window) for window in self._windows(leads))

    @api.model
    def _score_now(self, leads):
        """Score `leads` with the ICP of their company and say what came of it (client notification)."""
        total = 0
        for company, of_company in leads.grouped("company_id").items():
            total += self._get_active(company)._score_leads(of_company)
        skipped = len(leads) - total
        message = _("%s scored.", total)
        if skipped:
            message += " " + _(
                "%s skipped: not a prospect of the ICP (other team, won, lost or archived).", skipped
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if skipped else "success",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _cron_score_leads(self):
        """Scheduled action: re-score all prospects of all live ICPs, committing by window."""
        Cron = self.env["ir.cron"]
        for icp in self.search([("state", "=", "active")]):
            icp._disable_broken()
            for window in icp._windows():
                Cron._commit_progress(icp._score_window(window))

    # ------------------------------------------------------------------ statement

    def _windows(self, leads=None) -> Iterator[Domain]:
        """Domains on ids that together cover `leads`, or all leads, in portions of WINDOW."""
        if leads is not None:
            for start in range(0, len(leads), WINDOW):
                yield Domain("id", "in", leads.ids[start : start + WINDOW])
            return
        last = 0
        while True:
            rows = self.env.execute_query(
                SQL(
                    "SELECT max(id) FROM (SELECT id FROM crm_lead WHERE id > %s ORDER BY id LIMIT %s) AS w", last, WINDOW
                )
            )
            if not (upper := rows[0][0]):
                return
            yield Domain("id", ">", last) & Domain("id", "<=", upper)
            last = upper

    def _scope(self) -> Domain:
        """Open prospects that this ICP scores: its filter, within its company."""
        self.ensure_one()
        domain = self.env["outbound.icp.criterion"]._parse_lead_domain(self.scope_domain)
        if self.company_id:
            return domain & Domain("company_id", "=", self.company_id.id)
        others = self.sudo().search([("state", "=", "active"), ("company_id", "!=", False)]).company_id
        return domain & Domain("company_id", "not in", others.ids) if others else domain

    def _open_prospects(self) -> Domain:
        """Won, lost and archived prospects keep the score they had."""
        return self._scope() & Domain("won_status", "=", "pending") & Domain("active", "=", True)

    def _score_window(self, window: Domain) -> int:
        Lead = self.env["crm.lead"].sudo()
        # What the criteria read must be in the database before one statement reads it there.
        Lead.flush_model()
        scope = self._open_prospects() & window
        if changes := self._run_update(scope):
            self._after_update(changes)
        return Lead.search_count(scope)

    def _run_update(self, scope: Domain) -> list[dict]:
        """Run the one statement over the prospects in `scope`.

        :return: for each changed prospect `id`, `old` (values before of the fields people watch), `icp_tier`,
            `company_id`, `team_id`
        """
        changed = SQL(
            "(%s) IS DISTINCT FROM (%s)",
            SQL(", ").join(SQL.identifier("l", name) for name in SCORE_COLUMNS),
            SQL(", ").join(SQL.identifier("s", name) for name in SCORE_COLUMNS),
        )
        # The system takes over the qualification of new prospects only, and gives back only what it took.
        taken = SQL("s.icp_tier = 'disqualified' AND COALESCE(l.qualification_status, 'new') = 'new'")
        released = SQL(
            "s.icp_tier IS DISTINCT FROM 'disqualified' AND l.qualification_status = 'disqualified' "
            "AND l.disqualification_reason = l.icp_detail->>'reason'"
        )
        statement = SQL(
            """
            WITH %(scored)s
            UPDATE crm_lead AS l
               SET %(assignments)s,
                   icp_score_date = %(now)s,
                   qualification_status = CASE WHEN %(taken)s THEN 'disqualified' WHEN %(released)s THEN 'new'
                                          ELSE l.qualification_status END,
                   disqualification_reason = CASE WHEN %(taken)s THEN s.icp_detail->>'reason'
                                             WHEN %(released)s THEN NULL ELSE l.disqualification_reason END
              FROM scored AS s
             WHERE s.id = l.id AND %(changed)s
         RETURNING l.id, s.old, l.icp_tier, l.company_id, l.team_id
            """,
            scored=self._scored_cte(scope, old=self._watched_fields()),
            assignments=SQL(", ").join(
                SQL("%s = %s", SQL.identifier(name), SQL.identifier("s", name)) for name in SCORE_COLUMNS
            ),
            now=self.env.cr.now(),
            taken=taken,
            released=released,
            changed=changed,
        )
        self.env.cr.execute(statement)
        return self.env.cr.dictfetchall()

    def _watched_fields(self) -> set[str]:
        """Score fields whose old value somebody needs: the tier for its event, and what an admin tracks in the chatter."""
        return {"icp_tier"} | self.env["crm.lead"]._track_get_fields().intersection(SCORED_FIELDS)

    def _after_update(self, changes: list[dict]):
        """Tell the ORM what the statement wrote (caches, stored dependants, tracking) and log the tier events."""
        Lead = self.env["crm.lead"].sudo()
        leads = Lead.browse(change["id"] for change in changes)
        leads.invalidate_recordset(SCORED_FIELDS, flush=False)
        leads.modified(SCORED_FIELDS)
        if tracked := Lead._track_get_fields().intersection(SCORED_FIELDS):
            self.env.cr.precommit.add(Lead._track_finalize)
            initial = self.env.cr.precommit.data.setdefault(f"mail.tracking.{Lead._name}", {})
            for change in changes:
                values = initial.setdefault(change["id"], {})
                for name in tracked:
                    field = Lead._fields[name]
                    cached = field.convert_to_cache(change["old"][name], Lead, validate=False)
                    values.setdefault(name, field.convert_to_record(cached, Lead))
        self.env["outbound.event"]._log(
            {
                "lead_id": change["id"],
                "company_id": change["company_id"],
                "team_id": change["team_id"],
                "kind": "disqualified" if change["icp_tier"] == "disqualified" else "tier_changed",
                "old_value": change["old"]["icp_tier"],
                "new_value": change["icp_tier"],
            }
            for change in changes
            if change["old"]["icp_tier"] != change["icp_tier"]
        )
