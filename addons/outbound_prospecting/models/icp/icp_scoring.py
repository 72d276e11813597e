from collections.abc import Iterator

from odoo import _, api, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL, Query

from .icp_compile import RATING_COLUMNS
from .icp_parts import FILTER_ERRORS

# Leads scored by one statement: bounds memory, locks and the work lost when a worker dies.
WINDOW = 100_000
SCORE_COLUMNS = (*RATING_COLUMNS, "icp_score", "icp_completeness", "icp_tier", "icp_id", "icp_detail")
SCORED_FIELDS = (*SCORE_COLUMNS, "icp_score_date", "qualification_status", "disqualification_reason")
# Not from the tier: Odoo would predict every changed lead anew, in Python, and its money with it. Odoo's own pass over
# all leads, or the lead's next change of stage, takes the new tier in. What else shows the tier depends on the detail too.
RECOMPUTED_FROM = tuple(name for name in SCORED_FIELDS if name != "icp_tier")


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
            message += " " + _("%s skipped: not a prospect of the ICP (other team, won, lost or archived).", skipped)
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
            for window in icp._windows():
                Cron._commit_progress(icp._score_window(window))

    # ------------------------------------------------------------------ statement

    def _windows(self, leads=None) -> Iterator[Domain]:
        """Domains on ids that together cover `leads`, or all leads, in portions of at most WINDOW."""
        if leads is not None:
            for start in range(0, len(leads), WINDOW):
                yield Domain("id", "in", leads.ids[start : start + WINDOW])
            return
        [(first, last)] = self.env.execute_query(SQL("SELECT min(id), max(id) FROM crm_lead"))
        for start in range(first, last + 1, WINDOW) if first else ():
            yield Domain("id", ">=", start) & Domain("id", "<", start + WINDOW)

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
        """Score the prospects in `window` by one statement, then tell the ORM.

        :return: prospects evaluated
        """
        # What the criteria read must be in the database before one statement reads it there.
        self.env["crm.lead"].flush_model()
        self.env["outbound.event"].flush_model()
        tracked = self.env["crm.lead"]._track_get_fields().intersection(SCORED_FIELDS)

        def write_scores():
            statement = self._update_statement(window, tracked)
            return self.env.execute_query(statement)[0]

        try:
            with self.env.cr.savepoint(flush=False):
                evaluated, ids, old_values, events = write_scores()
        except FILTER_ERRORS:
            if not self._disable_broken():
                raise
            evaluated, ids, old_values, events = write_scores()
        if ids:
            leads = self.env["crm.lead"].sudo().browse(ids)
            leads.invalidate_recordset((*SCORED_FIELDS, "outbound_event_ids"), flush=False)
            leads.modified(RECOMPUTED_FROM)
            self._track_changes(tracked, old_values)
        if events:
            self.env["outbound.event"].sudo()._announce(events)
        return evaluated

    def _update_statement(self, window: Domain, tracked: set[str]) -> SQL:
        """Rate, weigh, tier, compare, write and log the changes of tier in one statement.

        :param tracked: lead fields whose old values the chatter wants
        :return: a statement with one row: prospects evaluated, ids changed, old tracked values by id, ids of the events
        """
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
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
        return SQL(
            """
            WITH %(scored)s, changed AS (
                UPDATE crm_lead AS l
                   SET %(assignments)s,
                       icp_score_date = %(now)s,
                       qualification_status = CASE WHEN %(taken)s THEN 'disqualified' WHEN %(released)s THEN 'new'
                                              ELSE l.qualification_status END,
                       disqualification_reason = CASE WHEN %(taken)s THEN s.icp_detail->>'reason'
                                                 WHEN %(released)s THEN NULL ELSE l.disqualification_reason END
                  FROM scored AS s
                 WHERE l.ctid = s.place AND %(window)s AND %(changed)s
             RETURNING l.id, l.company_id, s.old_tier, l.icp_tier, s.old
            ), logged AS (
                INSERT INTO outbound_event (lead_id, company_id, old_value, new_value, date, kind)
                SELECT id, company_id, old_tier, icp_tier, %(now)s,
                       CASE icp_tier WHEN 'disqualified' THEN 'disqualified' ELSE 'tier_changed' END
                  FROM changed WHERE old_tier IS DISTINCT FROM icp_tier
             RETURNING id
            )
            SELECT (SELECT count(*) FROM hit),
                   (SELECT array_agg(id) FROM changed),
                   %(old_values)s,
                   (SELECT array_agg(id) FROM logged)
            """,
            scored=self._scored_cte(self._open_prospects() & window, old=tracked),
            assignments=SQL(", ").join(
                SQL("%s = %s", SQL.identifier(name), SQL.identifier("s", name)) for name in SCORE_COLUMNS
            ),
            now=self.env.cr.now(),
            taken=taken,
            released=released,
            # Said again of the table itself, so that the planner reads only this portion of it.
            window=window.optimize_full(Lead)._to_sql(Lead, "l", Query(self.env, "l", SQL("crm_lead"))),
            changed=changed,
            old_values=SQL("(SELECT jsonb_object_agg(id, old) FROM changed)") if tracked else SQL("NULL"),
        )

    def _track_changes(self, tracked: set[str], old_values: dict | None):
        """Hand the old values to Odoo's tracking, which compares and posts when the transaction ends."""
        if not tracked or not old_values:
            return
        Lead = self.env["crm.lead"].sudo()
        self.env.cr.precommit.add(Lead._track_finalize)
        initial = self.env.cr.precommit.data.setdefault(f"mail.tracking.{Lead._name}", {})
        for lead_id, old in old_values.items():
            values = initial.setdefault(int(lead_id), {})
            for name in tracked if values is not None else ():  # None: created in this transaction
                field = Lead._fields[name]
                cached = field.convert_to_cache(old[name], Lead, validate=False)
                values.setdefault(name, field.convert_to_record(cached, Lead))
