import hashlib
from datetime import timedelta

from odoo import _, api, fields, models

from ...domain.page import in_short_lines
from ...domain.site_pages import KINDS

LONGEST = 200_000  # characters of a text
KIND_NAMES = [("home", "Home page"), ("article", "Article"), ("pasted", "Pasted")] + [
    (kind, kind.title()) for kind in KINDS
]


class OutboundDocument(models.Model):
    """A text that statements may cite: a page as it was on a day, or what a person pasted. Its text never changes."""

    _name = "outbound.document"
    _description = "Evidence"
    _order = "is_current desc, fetched_at desc, id desc"
    _rec_name = "title"

    title = fields.Char(readonly=True)
    kind = fields.Selection(KIND_NAMES, required=True, readonly=True, default="pasted")
    site_id = fields.Many2one("outbound.site", readonly=True, ondelete="cascade", index="btree_not_null")
    lead_id = fields.Many2one(
        "crm.lead", string="Prospect", readonly=True, ondelete="cascade", index="btree_not_null",
        help="For whom it was pasted; pages of a site are evidence for all prospects of the company.",
    )  # fmt: skip
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    url = fields.Char(string="Address", readonly=True)
    text = fields.Text(required=True, readonly=True)
    language = fields.Char(readonly=True)
    published = fields.Date(readonly=True)
    fetched_at = fields.Datetime(required=True, readonly=True)
    stale_after = fields.Datetime(required=True, readonly=True)
    digest = fields.Char(string="Hash", required=True, readonly=True, help="SHA-256 of the text.")
    is_current = fields.Boolean(string="Current", default=True, readonly=True)
    ended = fields.Selection(
        [("replaced", "Changed since"), ("stale", "Too old"), ("wrong", "Another company")], readonly=True
    )
    searched_date = fields.Datetime(readonly=True, help="When signals were last looked for.")
    snippet_ids = fields.One2many("outbound.snippet", "document_id")

    _current_idx = models.Index("(site_id, url) WHERE is_current")
    _stale_idx = models.Index("(stale_after) WHERE is_current")

    @api.model
    def _keep(self, site, pages):
        """Keep what was read on a site: what did not change stays fresh, what did becomes a new document."""
        now = self.env["outbound.clock"]._now()
        stale_after = now + timedelta(days=site._get_evidence_days())
        known = {document.url: document for document in site.document_ids if document.is_current}
        added = []
        for page in pages:
            vals = self._prepare_page(page, site, stale_after)
            old = known.get(vals["url"])
            if old and old.digest == vals["digest"]:
                old.write({"fetched_at": vals["fetched_at"], "stale_after": stale_after})
            elif vals["text"].strip():
                if old:
                    old._end("replaced")
                added.append(vals)
        documents = self.create(added)
        self.env["crm.lead"]._use_evidence(site._get_leads(), documents)
        return documents

    def _prepare_page(self, read, site, stale_after) -> dict:
        page = read.page
        text = in_short_lines(page.text[:LONGEST])
        return {
            "site_id": site.id,
            "company_id": site.company_id.id,
            "kind": read.kind,
            "url": page.url,
            "title": page.title or page.url,
            "text": text,
            "language": page.language or False,
            "published": page.published or False,
            "fetched_at": read.fetched_at,
            "stale_after": stale_after,
            "digest": hashlib.sha256(text.encode()).hexdigest(),
        }

    @api.model
    def _paste(self, lead, text: str, title: str = "", url: str = "", published=False):
        """Keep a text that a person found, as evidence for one prospect."""
        now = self.env["outbound.clock"]._now()
        text = in_short_lines(text.strip()[:LONGEST])
        document = self.sudo().create(
            {
                "lead_id": lead.id,
                "company_id": lead.company_id.id,
                "title": title or url or _("Pasted by %s", self.env.user.name),
                "url": url or False,
                "text": text,
                "published": published,
                "fetched_at": now,
                "stale_after": now + timedelta(days=self.env["outbound.site"]._get_evidence_days()),
                "digest": hashlib.sha256(text.encode()).hexdigest(),
            }
        )
        self.env["crm.lead"]._use_evidence(lead.sudo(), document)
        return document

    def _end(self, why: str):
        """These are no evidence any more; what was found in them does not count."""
        self.write({"is_current": False, "ended": why})

    @api.model
    def _own_again(self, leads):
        """What was said to be about another company than that of `leads` is evidence again, if it is not too old."""
        sites = self.env["outbound.site"]._of_leads(leads)
        about = ["|", ("lead_id", "in", leads.ids), ("site_id", "in", sites.ids)]
        newest = {}
        for document in self.search([*about, "|", ("ended", "=", "wrong"), ("is_current", "=", True)]):
            newest.setdefault((document.site_id, document.lead_id, document.url or document.id), document)
        now = self.env["outbound.clock"]._now()
        back = self.union(*newest.values()).filtered(lambda one: not one.is_current and one.stale_after > now)
        back.write({"is_current": True, "ended": False})
        sites.filtered(lambda site: site.state == "wrong").write({"state": "read", "code": False, "next_try": now})
        return back

    def _make_snippet(self, start: int, end: int):
        """The snippet of a place in the text."""
        self.ensure_one()
        place = (self.id, start, end)
        return self._make_snippets([place])[place]

    @api.model
    def _make_snippets(self, places) -> dict:
        """The snippets of places, each (id of a document, start, end), by place."""
        Snippet = self.env["outbound.snippet"].sudo()
        known = Snippet.search([("document_id", "in", [document for document, _start, _end in places])])
        found = {(snippet.document_id.id, snippet.start, snippet.end): snippet for snippet in known}
        missing = [place for place in dict.fromkeys(places) if place not in found]
        created = Snippet.create(
            [
                {"document_id": document, "start": start, "end": end, "text": self.browse(document).text[start:end]}
                for document, start, end in missing
            ]
        )
        return found | dict(zip(missing, created, strict=True))


class OutboundSnippet(models.Model):
    """A place in a document, with its words."""

    _name = "outbound.snippet"
    _description = "Snippet of Evidence"
    _order = "document_id, start"
    _rec_name = "text"

    document_id = fields.Many2one("outbound.document", required=True, readonly=True, ondelete="cascade")
    start = fields.Integer(required=True, readonly=True)
    end = fields.Integer(required=True, readonly=True)
    text = fields.Text(required=True, readonly=True)

    _once = models.UniqueIndex('(document_id, start, "end")', "The snippet is there already.")

    def _overlap(self, others) -> bool:
        """Whether one of these has words in common with one of `others`."""
        return any(
            one.document_id == other.document_id and one.start < other.end and other.start < one.end
            for one in self
            for other in others
        )

    def _get_source(self) -> dict:
        """Quote, title, address and day, for whoever shows it."""
        document = self.document_id
        return {
            "quote": self.text,
            "title": document.title or "",
            "url": document.url or "",
            "day": fields.Date.to_string(document.published or document.fetched_at.date()),
            "current": document.is_current,
        }
