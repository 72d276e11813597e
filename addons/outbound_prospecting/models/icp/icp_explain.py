from odoo import models
from odoo.tools import format_amount

from .icp_compile import NO_MATCH, NOT_KNOWN

MAX_EVIDENCE = 3


class OutboundIcp(models.Model):
    """The score as people read it."""

    _inherit = "outbound.icp"

    def _explain(self, lead, detail: dict | None = None) -> dict:
        """Why `lead` has its score.

        :param detail: what decided, as stored in `icp_detail`; the lead's own if None
        :return: ``{icp, method, factors, disqualified}``; each factor is ``{name, rating, weight, state, reasons,
            evidence}`` with `state` one of matched, no_match, not_known, and evidence a list of ``{label, value}``
        """
        self.ensure_one()
        icp = self.sudo()
        detail = detail if detail is not None else (lead.icp_detail or {})
        disqualifier = icp.disqualifier_ids.filtered(lambda d: d.id == detail.get("disqualified"))
        return {
            "icp": icp.display_name,
            "method": icp.method,
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
            "weight": factor.weight,
            "state": state,
            "reasons": matched.mapped("reason"),
            "evidence": [] if state == "not_known" else self._evidence(lead, (matched or criteria).mapped("domain")),
        }

    def _evidence(self, lead, domains: list[str]) -> list[dict]:
        """The lead's values that the filters look at, as labelled texts."""
        names: dict[str, None] = {}
        for text in domains:
            for condition in self.env["outbound.icp.criterion"]._parse_lead_domain(text).iter_conditions():
                names.setdefault(condition.field_expr.split(".")[0])
        evidence = []
        for name in names:
            field = lead._fields.get(name)
            if field and (value := self._readable(lead, field)):
                evidence.append({"label": field.get_description(self.env, ["string"])["string"], "value": value})
        return evidence[:MAX_EVIDENCE]

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
            text = " ".join(field.convert_to_export(value, lead).split())
            return text[:120] + ("…" if len(text) > 120 else "")
        if field.type in ("integer", "float"):
            return f"{value:,.10g}"
        return str(value)
