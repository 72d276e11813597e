from dataclasses import dataclass
from typing import Any

from odoo import _, api, fields, models
from odoo.fields import Domain
from odoo.tools import html2plaintext

from ...domain.assessment import facts_document, material, shortened
from ...domain.claims import Document
from .lead_research import USER

# What a model is told of the prospect, beside the evidence: of the company, never of the person.
FACT_LABELS = {
    "partner_name": "Company",
    "website_domain": "Site",
    "industry_id": "Industry",
    "employee_count": "Employees",
    "employee_growth": "Headcount growth in percent",
    "annual_revenue": "Annual revenue",
    "city": "City",
    "country_id": "Country",
}
PROFILE_FIELDS = ("value_proposition", "firmographics", "technographics", "behavioural_signals", "intent_indicators")
WATCHED_FIELDS = {*FACT_LABELS, "website"}  # a change of these is a change of the facts


@dataclass(frozen=True)
class Material:
    """What a model is given about one prospect.

    :ivar content: as it is sent
    :ivar documents: what may be cited, the facts among them
    :ivar evidence: id of a document -> `outbound.document`; empty without any
    """

    content: str
    documents: list[Document]
    evidence: dict[str, Any]


class OutboundLeadResearch(models.AbstractModel):
    """What a model makes of the prospect's fit, and what of that moved the score."""

    _inherit = "outbound.lead.research"

    assessment_ids = fields.One2many("outbound.assessment", "lead_id", readonly=True, copy=False, groups=USER)
    assessment_status = fields.Char(compute="_compute_assessment", compute_sudo=True, groups=USER)
    can_assess = fields.Boolean(compute="_compute_assessment", compute_sudo=True, groups=USER)
    assessment_page = fields.Json(
        compute="_compute_assessment_page", compute_sudo=True, groups=USER, help="The opinion as the form shows it."
    )
    icp_adjustment_ids = fields.One2many(
        "outbound.icp.adjustment", "lead_id", string="Moved Ratings", readonly=True, copy=False, groups=USER
    )

    @api.depends(
        *("icp_id.assess", "won_status", "active", "document_ids"),
        *("assessment_ids.state", "assessment_ids.code", "assessment_ids.next_try"),
    )
    @api.depends_context("lang", "tz")
    def _compute_assessment(self):
        for lead in self:
            state = lead.assessment_ids.state
            asks = lead.icp_id.assess and lead.won_status == "pending" and lead.active and bool(lead.document_ids)
            lead.can_assess = asks and state not in ("asking", "done")
            lead.assessment_status = lead._describe_assessment(lead.assessment_ids) if asks else False

    @api.depends("can_assess", "assessment_status", "assessment_ids.point_ids", "icp_adjustment_ids")
    @api.depends_context("lang", "tz")
    def _compute_assessment_page(self):
        for lead in self:
            opinion = lead.assessment_ids
            lead.assessment_page = (opinion.assessed_date or lead.assessment_status) and {
                "can_assess": lead.can_assess,
                "status": lead.assessment_status or "",
                "opinion": bool(opinion.assessed_date) and opinion._to_page(),
                "moved": lead.icp_adjustment_ids._to_page(),
            }

    def _describe_assessment(self, assessment) -> str | bool:
        """Why there is no answer about the present facts; False where there is one."""
        if assessment.state == "done":
            return False
        if not assessment:
            return _("Not assessed yet: prospects of Tier 1 and 2 are assessed by themselves.")
        if assessment.state == "asking":
            return _("The model is being asked.")
        if not assessment.code:
            return (
                _("The facts changed: it is assessed in a moment.")
                if assessment.assessed_date
                else _("Waits for its turn.")
            )
        reason = self._describe_assessment_code(assessment.code)
        if assessment.state == "failed":
            return _("%s It is asked again when the facts change.", reason)
        moment = fields.Datetime.context_timestamp(self, assessment.next_try).strftime("%Y-%m-%d %H:%M")
        return _("%(reason)s It is tried again at %(moment)s.", reason=reason, moment=moment)

    @api.model
    def _describe_assessment_code(self, code: str) -> str:
        words = {
            "no_provider": _("No language model is set up: see Configuration / Providers."),
            "guard": _("The model's answer carried what no text of ours may, and was thrown away."),
            "language": _("The model answered in another language."),
            "cut_short": _("The question was cut short."),
            "broken": _("The answer could not be kept: the server's log says why."),
        }
        return words.get(code) or self.env["outbound.provider"]._describe_code(code)

    @api.model
    def _get_assessed_domain(self, icps) -> Domain:
        """Open prospects of these ICPs."""
        return Domain("icp_id", "in", icps.ids) & Domain("won_status", "=", "pending") & Domain("active", "=", True)

    def action_assess(self):
        """Button: ask the model about these as soon as possible, where the facts are new to it."""
        self.check_access("write")
        self.env["outbound.assessment"]._request(self.filtered("can_assess"))
        return self._notify_research(_("The model is asked in a moment. Reload the page then."))

    # ------------------------------------------------------------------ facts

    def write(self, vals):
        result = super().write(vals)
        if WATCHED_FIELDS & vals.keys():
            self.env["outbound.assessment"]._recheck(self)
        return result

    @api.model
    def _use_evidence(self, leads, documents):
        super()._use_evidence(leads, documents)
        if documents:
            self.env["outbound.assessment"]._recheck(leads)

    def _get_assessment_material(self) -> Material:
        """What a model is told of the prospect: the ICP, the company's facts, and the evidence that still counts."""
        self.ensure_one()
        found = self._get_documents()._to_claims()
        documents = shortened(document for document, _record in found.values())
        read = self.env["outbound.icp"]._readable
        facts = {label: read(self, self._fields[name]) for name, label in FACT_LABELS.items()}
        content = material(self._get_assessment_profile(), facts, documents)
        evidence = {document.id: found[document.id][1] for document in documents}
        return Material(content, [facts_document(facts), *documents], evidence)

    def _get_assessment_profile(self) -> dict:
        """The ICP as a model reads it, with the ratings that the criteria give: not those that it moved itself."""
        icp, detail = self.icp_id.sudo(), self.icp_detail or {}
        adjustable = icp._get_adjustable()
        factors = []
        for factor in icp._get_outline()["factors"]:
            if factor["field_name"] in adjustable and factor["key"] in detail:
                explained = icp._explain_factor(factor, self, detail[factor["key"]], {})
                rating = explained["rating"] if explained["state"] != "not_known" else None
                criteria = [f"{criterion['reason']} ({criterion['rating']})" for criterion in factor["criteria"]]
                factors.append(
                    {"key": factor["field_name"], "name": factor["name"], "rating": rating, "criteria": criteria}
                )
        texts = {name: text for name in PROFILE_FIELDS if (text := html2plaintext(icp[name] or "").strip())}
        return {"name": icp.name, "factors": factors, **texts}
