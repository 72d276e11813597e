from odoo import _, models, tools
from odoo.tools import format_amount, html2plaintext

from ...domain.fit import adjusted
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
        outline = icp._get_outline()
        detail = detail if detail is not None else (lead.icp_detail or {})
        disqualifying = outline["disqualifiers"].get(detail.get("disqualified"), [])
        return {
            "icp": icp.display_name,
            "method": icp.method,
            "best": outline["best"],
            "factors": [
                self._explain_factor(factor, lead, detail[factor["key"]], detail.get("adjusted", {}))
                for factor in outline["factors"]
                if factor["key"] in detail
            ],
            "disqualified": detail.get("reason") or False,
            "evidence": self._evidence(lead, disqualifying),
        }

    def _explain_factor(self, factor: dict, lead, hit, deltas: dict[str, int]) -> dict:
        hits = hit if isinstance(hit, list) else [hit]
        matched = [criterion for criterion in factor["criteria"] if criterion["id"] in hits]
        if matched:
            state, rating = "matched", sum(criterion["rating"] for criterion in matched)
        elif hit == NOT_KNOWN:
            state, rating = "not_known", 0
        else:
            state, rating = "no_match", factor["default_rating"] if hit == NO_MATCH else 0
        looked_at = [name for criterion in matched or factor["criteria"] for name in criterion["fields"]]
        explained = {
            "name": factor["name"],
            "rating": rating,
            "best": factor["best"],
            "weight": factor["weight"],
            "state": state,
            "reasons": [criterion["reason"] for criterion in matched],
            "evidence": [] if state == "not_known" else self._evidence(lead, looked_at),
            "missing": self._missing(lead, factor["needed"]) if state == "not_known" else [],
        }
        delta = deltas.get(factor["field_name"])
        return self._explain_adjustment(explained, lead, factor["field_name"], delta) if delta else explained

    def _explain_adjustment(self, explained: dict, lead, name: str, delta: int) -> dict:
        """A factor's explanation with what the evidence moved and why."""
        if explained["state"] == "not_known":
            return explained
        known = self.env["outbound.icp.adjustment"].search([("lead_id", "=", lead.id), ("field_name", "=", name)])
        reason = _("model assessment: %(reason)s (%(delta)s)", reason=known.reason or "", delta=f"{delta:+d}")
        quoted = [{"label": _("Quote"), "value": known.quote}] if known else []
        return {
            **explained,
            "rating": adjusted(explained["rating"], delta),
            "reasons": [*explained["reasons"], reason],
            "evidence": [*explained["evidence"], *quoted],
        }

    @tools.ormcache("self.id", "self.env.lang")
    def _get_outline(self) -> dict:
        """The parts of this version as explanations name them; cached, because they hardly ever change."""
        return {
            "best": self._best_score(),
            "factors": [
                {
                    "key": str(factor.id),
                    "name": factor.name,
                    "field_name": factor.field_name,
                    "weight": factor.weight,
                    "best": factor._best_rating(),
                    "default_rating": factor.default_rating,
                    "needed": self._fields_in(factor.unknown_domain),
                    "criteria": [
                        {
                            "id": criterion.id,
                            "rating": criterion.rating,
                            "reason": criterion.reason,
                            "fields": self._fields_in(criterion.domain),
                        }
                        for criterion in factor.with_context(active_test=False).criterion_ids
                    ],
                }
                for factor in self.factor_ids
            ],
            "disqualifiers": {
                disqualifier.id: self._fields_in(disqualifier.domain) for disqualifier in self.disqualifier_ids
            },
            "tiers": {tier.code: {"name": tier.name, "action": tier.action_note or ""} for tier in self.tier_ids},
        }

    def _best_score(self) -> float:
        self.ensure_one()
        return BEST_RATING if self.method == "weighted" else sum(factor._best_rating() for factor in self.factor_ids)

    def _explain_tier(self, lead) -> dict | bool:
        """Name of the lead's tier and what happens to its prospects: ``{code, name, action}``, False without a tier."""
        if not lead.icp_tier:
            return False
        label = dict(lead._fields["icp_tier"]._description_selection(self.env))[lead.icp_tier]
        tier = self.sudo()._get_outline()["tiers"].get(lead.icp_tier, {"name": label, "action": ""})
        return {"code": lead.icp_tier, **tier}

    def _evidence(self, lead, names: list[str]) -> list[dict]:
        """The lead's values in the fields `names`, as labelled texts."""
        evidence = []
        for name in dict.fromkeys(names):
            field = lead._fields.get(name)
            if field and (value := self._readable(lead, field)):
                evidence.append({"label": self._label(field), "value": value})
        return evidence[:MAX_EVIDENCE]

    def _missing(self, lead, names: list[str]) -> list[str]:
        """Labels of the fields that would make a factor known."""
        return [self._label(lead._fields[name]) for name in names if name in lead._fields]

    def _fields_in(self, text: str) -> list[str]:
        """Names of the lead's fields that a filter looks at."""
        domain = self.env["outbound.icp.criterion"]._parse_lead_domain(text or "[]")
        return list(dict.fromkeys(condition.field_expr.split(".")[0] for condition in domain.iter_conditions()))

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
