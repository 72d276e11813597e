from odoo import _, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

NOT_KNOWN = -1
NO_MATCH = 0
RATING_COLUMNS = ("industry_fit", "company_size_fit", "tech_readiness", "geo_proximity", "buying_signals")


class OutboundIcp(models.Model):
    """Compiles an ICP to SQL: every criterion becomes a condition on one shared query.

    The arithmetic is that of `domain.fit`, which the tests hold against it.
    """

    _inherit = "outbound.icp"

    def _scored_cte(self, scope: Domain, old: set[str]) -> SQL:
        """Common table expressions that end in `scored`: one row a prospect, columns named as on `crm_lead`.

        :param scope: which prospects
        :param old: lead fields whose present values come along, as one JSON object `old` (`old_tier` always does)
        :return: `hit AS (…), rated AS (…), …, scored AS (…)`; `place` is where the row lies, for the same statement only
        """
        self.ensure_one()
        factors = [factor for factor in self.factor_ids if factor.criterion_ids.filtered("active")]
        moved = (
            {n: factor.field_name for n, factor in enumerate(factors) if factor.field_name} if self._adjusts() else {}
        )
        # MATERIALIZED, OFFSET 0: otherwise the planner folds the steps into one and evaluates each filter many times.
        return SQL(
            "hit AS MATERIALIZED (%s), rated AS (SELECT *, %s FROM hit OFFSET 0), %s"
            "summed AS (SELECT *, %s FROM %s OFFSET 0), "
            "tiered AS (SELECT *, %s AS icp_tier FROM summed OFFSET 0), "
            "scored AS (SELECT id, place, old_tier, old, %s FROM tiered)",
            self._hit_select(scope, old, factors),
            self._rating_columns(factors, moved),
            self._adjusted_cte(moved) if moved else SQL(),
            self._sum_columns(factors),
            SQL("adjusted" if moved else "rated"),
            self._tier_case(),
            self._result_columns(factors, SQL("|| COALESCE(moves, '{}')") if moved else SQL()),
        )

    # Each factor has two columns: h<n>, the id (or ids) of what matched, and r<n>, the rating, NULL if not known; where
    # evidence may move ratings, b<n> is the rating before.

    def _hit_select(self, scope: Domain, old: set[str], factors) -> SQL:
        Lead = self.env["crm.lead"].sudo().with_context(active_test=False)
        query = Lead._search(scope, bypass_access=True)

        def condition(text: str) -> SQL:
            domain = self.env["outbound.icp.criterion"]._parse_lead_domain(text)
            return domain.optimize_full(Lead)._to_sql(Lead, query.table, query)

        columns = [
            SQL("%s AS id", SQL.identifier(query.table, "id")),
            SQL("%s AS place", SQL.identifier(query.table, "ctid")),
            SQL("%s AS old_tier", SQL.identifier(query.table, "icp_tier")),
            SQL(
                "%s AS old",
                SQL(
                    "jsonb_build_object(%s)",
                    SQL(", ").join(SQL("%s, %s", name, SQL.identifier(query.table, name)) for name in sorted(old)),
                )
                if old
                else SQL("NULL::jsonb"),
            ),
        ]
        for number, factor in enumerate(factors):
            criteria = factor.criterion_ids.filtered("active")
            unknown = (
                SQL("WHEN %s THEN %s", condition(factor.unknown_domain), NOT_KNOWN)
                if (factor.unknown_domain or "[]").strip() != "[]"
                else SQL()
            )
            if factor.match == "all":
                hits = SQL(", ").join(SQL("CASE WHEN %s THEN %s END", condition(c.domain), c.id) for c in criteria)
                hit = SQL("array_remove(ARRAY[%s]::int[], NULL)", hits)
            else:
                whens = SQL(" ").join(SQL("WHEN %s THEN %s", condition(c.domain), c.id) for c in criteria)
                hit = SQL("CASE %s %s ELSE %s END", whens, unknown, NO_MATCH)
            columns.append(SQL("%s AS %s", hit, SQL.identifier(f"h{number}")))
        disqualifiers = self.disqualifier_ids.filtered("active")
        whens = SQL(" ").join(SQL("WHEN %s THEN %s", condition(d.domain), d.id) for d in disqualifiers)
        columns.append(SQL("CASE %s ELSE 0 END AS dq", whens) if disqualifiers else SQL("0 AS dq"))
        return query.select(*columns)

    def _rating_columns(self, factors, moved: dict[int, str]) -> SQL:
        ratings = []
        for number, factor in enumerate(factors):
            hit = SQL.identifier(f"h{number}")
            criteria = factor.criterion_ids.filtered("active")
            if factor.match == "all":
                rating = SQL(" + ").join(
                    SQL("CASE WHEN %s = ANY(%s) THEN %s ELSE 0 END", c.id, hit, c.rating) for c in criteria
                )
            else:
                whens = SQL(" ").join(SQL("WHEN %s THEN %s", c.id, c.rating) for c in criteria)
                rating = SQL("CASE %s %s WHEN %s THEN %s END", hit, whens, NO_MATCH, factor.default_rating)
            ratings.append(SQL("%s AS %s", rating, SQL.identifier(f"{'b' if number in moved else 'r'}{number}")))
        return SQL(", ").join(ratings)

    def _sum_columns(self, factors) -> SQL:
        """Score and completeness. A factor that is not known takes no part in the weighted mean."""
        ratings = [SQL.identifier(f"r{number}") for number in range(len(factors))]
        if self.method == "points":
            points = SQL(" + ").join(SQL("COALESCE(%s, 0)", rating) for rating in ratings)
            known = SQL(" + ").join(SQL("(%s IS NOT NULL)::int", rating) for rating in ratings)
            return SQL(
                "(%s)::numeric(8, 2) AS icp_score, round(100.0 * (%s) / %s)::int AS icp_completeness",
                points,
                known,
                len(factors),
            )
        # Weights as whole hundredths of a percent: integer sums, and one exact division.
        weights = [round(factor.weight * 100) for factor in factors]
        total = SQL(" + ").join(
            SQL("COALESCE(%s * %s, 0)", rating, weight) for rating, weight in zip(ratings, weights, strict=True)
        )
        known = SQL(" + ").join(
            SQL("CASE WHEN %s IS NULL THEN 0 ELSE %s END", rating, weight)
            for rating, weight in zip(ratings, weights, strict=True)
        )
        return SQL(
            "round(COALESCE((%s)::numeric / NULLIF(%s, 0), 0), 2) AS icp_score, "
            "round((%s) / 100.0)::int AS icp_completeness",
            total,
            known,
            known,
        )

    def _tier_case(self) -> SQL:
        """The tier; NULL while too little is known. A disqualifier beats every score."""
        tiers = SQL(" ").join(
            SQL("WHEN icp_score >= %s::numeric THEN %s", str(tier.min_score), tier.code)
            for tier in self.tier_ids.sorted("min_score", reverse=True)
        )
        return SQL(
            "CASE WHEN dq > 0 THEN 'disqualified' WHEN icp_completeness < %s THEN NULL %s END",
            self.min_completeness,
            tiers,
        )

    def _result_columns(self, factors, more_detail: SQL) -> SQL:
        by_field = {factor.field_name: number for number, factor in enumerate(factors)}
        columns = [
            SQL("COALESCE(%s, 0) AS %s", SQL.identifier(f"r{by_field[name]}"), SQL.identifier(name))
            if name in by_field
            else SQL("0 AS %s", SQL.identifier(name))
            for name in RATING_COLUMNS
        ]
        hits = [SQL("%s, %s", str(factor.id), SQL.identifier(f"h{number}")) for number, factor in enumerate(factors)]
        reason = SQL("%s", _("Score below the lowest tier"))
        if self.disqualifier_ids:
            whens = SQL(" ").join(SQL("WHEN %s THEN %s", d.id, d.reason) for d in self.disqualifier_ids)
            reason = SQL("CASE dq %s ELSE %s END", whens, reason)
        detail = SQL(
            "jsonb_build_object(%s, 'disqualified', NULLIF(dq, 0), "
            "'reason', CASE WHEN icp_tier = 'disqualified' THEN %s END) %s",
            SQL(", ").join(hits),
            reason,
            more_detail,
        )
        return SQL(
            "%s, icp_score, icp_completeness, icp_tier, %s AS icp_id, %s AS icp_detail",
            SQL(", ").join(columns),
            self.id,
            detail,
        )

    # ------------------------------------------------------------------ broken filters

    def _disable_broken(self) -> bool:
        """Switch off filters that no longer work (a field was removed) and tell the administrators why.

        :return: whether there were any
        """
        self.ensure_one()
        broken = []
        for part in [*self.factor_ids.criterion_ids, *self.disqualifier_ids]:
            if not part.active:
                continue
            try:
                part._validate_lead_domain(part.domain, part.reason)
            except ValidationError as error:
                part.with_context(outbound_disable_broken=True).write({"active": False, "broken_reason": str(error)})
                broken.append(part)
        if broken:
            self._warn_broken(broken)
        return bool(broken)

    def _warn_broken(self, parts):
        admins = self.env.ref("outbound_prospecting.group_outbound_admin").sudo().all_user_ids.filtered("active")
        note = _(
            "Scoring goes on without: %s. Their filters no longer work; create a new version and repair them there.",
            ", ".join(part.reason for part in parts),
        )
        self.message_post(body=note)
        for admin in admins.filtered(lambda user: not user.share)[:1]:
            self.activity_schedule(
                "mail.mail_activity_data_warning", user_id=admin.id, summary=_("ICP filter switched off"), note=note
            )
