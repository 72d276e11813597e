from odoo import models
from odoo.tools import format_amount, html2plaintext

from .icp_compile import NO_MATCH, NOT_KNOWN

MAX_EVIDENCE = 3
BEST_RATING = 5


class OutboundIcp(models.Model):
    """The score as people read it."""

    _inherit = "outbound.icp"

    def _explain(self, lead, detail: dict | None = None) -> dict:
        """Why `lead` has its score.

        :param detail: what decided, as stored in `icp_detail`; the lead's own if None
        :return: ``{icp, method, best, factors, disqualified, evidence}`` with `best` the highest score possible; each
            factor is ``{name, rating, best, weight, state, reasons, evidence, missing}`` with `state` one of matched,
            no_match, not_known, evidence a list of ``{label, value}``, and missing the labels of what to fill in
        """
        self.ensure_one()
        icp = self.sudo()
        detail = detail if detail is not None else (lead.icp_detail or {})
        disqualifier = icp.disqualifier_ids.filtered(lambda d: d.id == detail.get("disqualified"))
        return {
            "icp": icp.display_name,
            "method": icp.method,
            "best": icp._best_score(),
            "factors": [
                icp._explain_factor(factor, lead, detail[str(factor.id)])
                for factor in icp.factor_ids
                if str(factor.id) in detail
            ],
            "disqualified": detail.get("reason") or False,
            "evidence": self._evidence(lead, disqualifier.mapped("domain")) if disqualifier else [],
        }

    def _explain_factor(self, factor, lead, hit) -> dict:
        hits = hit if isinstance(hit, list) else [hit]
        criteria = factor.with_context(active_test=False).criterion_ids
        matched = criteria.filtered(lambda criterion: criterion.id in hits)
        if matched:
            state, rating = "matched", sum(matched.mapped("rating"))
        elif hit == NOT_KNOWN:
            state, rating = "not_known", 0
        else:
            state, rating = "no_match", factor.default_rating if hit == NO_MATCH else 0
        return {
            "name": factor.name,
            "rating": rating,
            "best": factor._best_rating(),
            "weight": factor.weight,
            "state": state,
            "reasons": matched.mapped("reason"),
            "evidence": [] if state == "not_known" else self._evidence(lead, (matched or criteria).mapped("domain")),
            "missing": self._missing(lead, factor.unknown_domain) if state == "not_known" else [],
        }

    def _best_score(self) -> float:
        self.ensure_one()
        return BEST_RATING if self.method == "weighted" else sum(factor._best_rating() for factor in self.factor_ids)

    def _explain_tier(self, lead) -> dict | bool:
        """Name of the lead's tier and what happens to its prospects: ``{code, name, action}``, False without a tier."""
        tier = self.sudo().tier_ids.filtered(lambda tier: tier.code == lead.icp_tier)[:1]
        if not (tier or lead.icp_tier):
            return False
        name = tier.name or dict(lead._fields["icp_tier"]._description_selection(self.env))[lead.icp_tier]
        return {"code": lead.icp_tier, "name": name, "action": tier.action_note or ""}

    def _evidence(self, lead, domains: list[str]) -> list[dict]:
        """The lead's values that the filters look at, as labelled texts."""
        evidence = []
        for field in self._fields_in(lead, domains):
            if value := self._readable(lead, field):
                evidence.append({"label": self._label(field), "value": value})
        return evidence[:MAX_EVIDENCE]

    def _missing(self, lead, unknown_domain: str) -> list[str]:
        """Labels of the fields that would make a factor known."""
        return [self._label(field) for field in self._fields_in(lead, [unknown_domain])]

    def _fields_in(self, lead, domains: list[str]) -> list:
        names: dict[str, None] = {}
        for text in domains:
            for condition in self.env["outbound.icp.criterion"]._parse_lead_domain(text or "[]").iter_conditions():
                names.setdefault(condition.field_expr.split(".")[0])
        return [lead._fields[name] for name in names if name in lead._fields]

    def _label(self, field) -> str:
        return field.get_description(self.env, ["string"])["string"]

    def _readable(self, lead, field) -> str:
        value = lead[field.name]
        if not value:
            return ""
        if field.relational:
            return ", ".join(value.mapped("display_name"))
        if field.type == "monetary":
            return format_amount(self.env, value, lead.company_currency)
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, value)
        if field.type == "html":
            text = " ".join(html2plaintext(value).split())
            return text[:120] + ("…" if len(text) > 120 else "")
        if field.type in ("integer", "float"):
            return f"{value:,.10g}"
        return str(value)


class OutboundIcpFactor(models.Model):
    _inherit = "outbound.icp.factor"

    def _best_rating(self) -> int:
        """The highest rating a prospect can get: 5 in a weighted ICP, else the points of the best criteria."""
        self.ensure_one()
        if self.icp_id.method == "weighted":
            return BEST_RATING
        points = self.criterion_ids.mapped("rating") or [0]
        return sum(points) if self.match == "all" else max(points)
