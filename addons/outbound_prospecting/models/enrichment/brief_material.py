import logging

import psycopg2

from odoo import fields, models

from ...domain.brief import Opening, Source, Subject, build_material, choose_sources, input_hash, plain_brief, shorten
from ...domain.same_company import namesake_in
from .brief_writing import Task

_logger = logging.getLogger(__name__)


class OutboundBrief(models.Model):
    """From records to what a brief is written from."""

    _inherit = "outbound.brief"

    def _prepare_tasks(self, providers: dict) -> dict:
        """What each is written from; read for all at once. One that cannot be read is left out.

        :param providers: by company of ours
        """
        leads = self.lead_id
        sites = self.env["outbound.site"]._of_leads(leads)
        domain = ["&", ("is_current", "=", True), "|", ("lead_id", "in", leads.ids), ("site_id", "in", sites.ids)]
        documents = self.env["outbound.document"].sudo().search(domain)
        tasks = {}
        for brief in self:
            try:
                tasks[brief] = brief._prepare_task(documents, sites, providers[brief.company_id])
            except psycopg2.Error:
                raise  # the database's trouble, not a brief's
            except Exception:
                _logger.exception("The brief of prospect %s could not be prepared", brief.lead_id.id)
        return tasks

    def _prepare_task(self, documents, sites, provider) -> Task:
        lead = self.lead_id
        own = documents.filtered(lambda document: document._is_about(lead))
        sources = choose_sources(document._to_source() for document in own)
        told = shorten(sources)
        material = build_material(self._get_subject(own), told)
        openings = self._get_openings(own)
        method = f"{provider.id} {provider.model}" if provider else f"plain {openings}"
        site = sites.filtered(lambda one: one.website_domain == lead.website_domain)._of_company(lead.company_id)
        return Task(
            sources=sources,
            told=told,
            material=material,
            input_hash=input_hash(material, method),
            plain=tuple(
                {
                    "kind": one.kind,
                    "text": one.text,
                    "faults": [],
                    "places": [(one.place.document, one.place.start, one.place.end)],
                }
                for one in plain_brief(sources, openings, lead.contact_name or "")
            ),
            doubt=site.doubt or _find_namesake(lead.partner_name or "", sources),
            name=lead.partner_name or "",
        )

    def _get_subject(self, documents) -> Subject:
        lead = self.lead_id.with_context(lang="en_US")
        language = lead.lang_id.iso_code or next(filter(None, documents.mapped("language")), "en")
        return Subject(
            name=lead.partner_name or lead.name or "",
            domain=lead.website_domain or "",
            city=lead.city or "",
            country=lead.country_id.name or "",
            industry=lead.industry_id.name or "",
            language=language[:2].lower(),
        )

    def _get_openings(self, documents) -> list[Opening]:
        """What signals give to write about, the strongest first; sensitive ones open no mail."""
        lead = self.lead_id
        signals = lead.signal_ids.filtered(lambda signal: not signal.sensitive and signal.document_id in documents)
        return [
            Opening(
                signal.document_id.id,
                signal.snippet_id.start,
                signal.snippet_id.end,
                signal.rule_id.with_context(lang=lead.lang_id.code or "en_US").opening or "",
            )
            for signal in signals
        ]


class OutboundDocument(models.Model):
    _inherit = "outbound.document"

    def _to_source(self) -> Source:
        day = fields.Date.to_string(self.published or self.fetched_at.date())
        return Source(self.id, self.kind, self.title or "", self.url or "", day, self.text)


def _find_namesake(name: str, sources: tuple[Source, ...]) -> str:
    """A company of a similar name that pasted texts may be about."""
    pasted = [source.text for source in sources if source.kind == "pasted"]
    return namesake_in(name, [source.text for source in sources if source.kind != "pasted"], pasted) if pasted else ""
