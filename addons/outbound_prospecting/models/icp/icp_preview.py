from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

BUCKETS = 10


class OutboundIcp(models.Model):
    """What a version would change, before it is live: nothing is written."""

    _inherit = "outbound.icp"

    def get_preview(self) -> dict:
        """RPC of the page “What would change”: `_preview`, and in each move what of the ratings changed.

        :return: as `_preview`; each of the moves has ``changes`` instead of ``explanation``: ``[{name, old, new,
            reasons}]`` with the ratings before and after, None where not known; ``old`` is False for a factor that the
            prospect was not rated by before
        :raises AccessError: for people who may not write ICPs
        :raises ValidationError: when the version cannot score yet
        """
        self.ensure_one()
        self.check_access("write")
        preview = self._preview()
        leads = self.env["crm.lead"].browse(move["lead_id"] for move in preview["moves"])
        for lead, move in zip(leads, preview["moves"], strict=True):
            move["changes"] = self._changes(lead.icp_explanation or {}, move.pop("explanation"))
        return {**preview, "best": self._best_score()}

    @staticmethod
    def _changes(old: dict, new: dict) -> list[dict]:
        """Factors whose rating differs between two explanations of one lead, the largest difference first."""

        def ratings(explanation):
            return {
                factor["name"]: None if factor["state"] == "not_known" else factor["rating"]
                for factor in explanation.get("factors", [])
            }

        before = ratings(old) if old.get("method") == new["method"] else {}
        after = ratings(new)
        changes = [
            {"name": factor["name"], "old": before.get(name, False), "new": after[name], "reasons": factor["reasons"]}
            for factor in new["factors"]
            if before.get(name := factor["name"], 0) != after[name]
        ]
        changes.sort(key=lambda change: -abs((change["new"] or 0) - (change["old"] or 0)))
        if new["disqualified"] and new["disqualified"] != old.get("disqualified"):
            changes.insert(0, {"name": new["disqualified"], "old": False, "new": None, "reasons": []})
        return changes

    def _preview(self, limit: int = 50) -> dict:
        """Score today's prospects, and those already won or lost, with this version.

        :param limit: how many of the prospects that would move come along
        :return: ``prospects`` and ``moved`` (counts); ``tiers``: ``[{code, name, now, then}]`` where `code` is False for
            prospects without a tier; ``histogram``: ``[{start, now, then}]``; ``moves``: the largest changes,
            ``[{lead_id, name, old_tier, new_tier, old_score, new_score, explanation}]``; ``backtest``:
            ``[{code, name, won, lost}]`` on prospects whose outcome is known
        :raises ValidationError: when the version cannot score yet
        """
        self.ensure_one()
        self._check_complete()
        self.env["crm.lead"].flush_model()
        counts = self._preview_counts()
        names = self._tier_names({code for row in counts for code in row[:2]})
        codes = [*names]
        step = self._histogram_step()
        return {
            "prospects": sum(row[-1] for row in counts),
            "moved": sum(row[-1] for row in counts if row[0] != row[1]),
            "tiers": [
                {
                    "code": code or False,
                    "name": names[code],
                    "now": sum(row[-1] for row in counts if row[0] == code),
                    "then": sum(row[-1] for row in counts if row[1] == code),
                }
                for code in codes
            ],
            "histogram": [
                {
                    "start": round(bucket * step, 2),
                    "now": sum(row[-1] for row in counts if row[2] == bucket),
                    "then": sum(row[-1] for row in counts if row[3] == bucket),
                }
                for bucket in range(BUCKETS)
            ],
            "moves": self._preview_moves(limit),
            "backtest": self._backtest(names),
        }

    def _tier_names(self, found: set[str | None]) -> dict[str | None, str]:
        """Names of this version's tiers, of others that prospects have (`found`), and of no tier (None)."""
        labels = self.env["crm.lead"]._fields["icp_tier"]._description_selection(self.env)
        names: dict[str | None, str] = {tier.code: tier.name for tier in self.tier_ids}
        names |= {code: label for code, label in labels if code in found - names.keys()}
        return names | {None: self.env._("Too little known")}

    def _histogram_step(self) -> float:
        top = 5.0 if self.method == "weighted" else 100.0
        return top / BUCKETS

    def _preview_counts(self) -> list[tuple]:
        """Rows (tier now, tier then, histogram bucket now, bucket then, prospects)."""
        step = str(self._histogram_step())
        bucket = "LEAST(floor(%s / %s::numeric), %s)::int"
        return self.env.execute_query(
            SQL(
                "WITH %s SELECT old->>'icp_tier', icp_tier, %s, %s, count(*) FROM scored GROUP BY 1, 2, 3, 4",
                self._scored_cte(self._open_prospects(), old={"icp_tier", "icp_score"}),
                SQL(bucket, SQL("COALESCE((old->>'icp_score')::numeric, 0)"), step, BUCKETS - 1),
                SQL(bucket, SQL("icp_score"), step, BUCKETS - 1),
            )
        )

    def _preview_moves(self, limit: int) -> list[dict]:
        rows = self.env.execute_query(
            SQL(
                "WITH %s SELECT id, old->>'icp_tier', icp_tier, (old->>'icp_score')::numeric, icp_score, icp_detail "
                "FROM scored WHERE old->>'icp_tier' IS DISTINCT FROM icp_tier "
                "ORDER BY abs(icp_score - COALESCE((old->>'icp_score')::numeric, 0)) DESC, id LIMIT %s",
                self._scored_cte(self._open_prospects(), old={"icp_tier", "icp_score"}),
                limit,
            )
        )
        leads = self.env["crm.lead"].browse(row[0] for row in rows)
        visible = set(leads._filtered_access("read").ids)
        return [
            {
                "lead_id": lead.id,
                "name": lead.display_name,
                "old_tier": old_tier or False,
                "new_tier": new_tier or False,
                "old_score": float(old_score or 0),
                "new_score": float(new_score),
                "explanation": self._explain(lead, detail),
            }
            for lead, (_id, old_tier, new_tier, old_score, new_score, detail) in zip(leads, rows, strict=True)
            if lead.id in visible
        ]

    def _backtest(self, names: dict) -> list[dict]:
        """How prospects that were won and lost would have been tiered."""
        scope = self._scope() & Domain("won_status", "in", ("won", "lost"))
        rows = self.env.execute_query(
            SQL(
                "WITH %s SELECT icp_tier, old->>'won_status', count(*) FROM scored GROUP BY 1, 2",
                self._scored_cte(scope, old={"won_status"}),
            )
        )
        counts = {(tier, status): count for tier, status, count in rows}
        return [
            {
                "code": code or False,
                "name": name,
                "won": counts.get((code, "won"), 0),
                "lost": counts.get((code, "lost"), 0),
            }
            for code, name in names.items()
        ]
