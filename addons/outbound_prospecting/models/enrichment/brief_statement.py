from odoo import Command, _, api, fields, models
from odoo.tools import format_date
from odoo.tools.translate import LazyTranslate

from ...domain.brief import KINDS

_lt = LazyTranslate(__name__)
KIND_NAMES = [
    ("business", "What they do"),
    ("decider", "Who decides"),
    ("event", "Recent events"),
    ("pain", "Likely pains"),
    ("hook", "Hooks"),
]
# Kind of a fault -> why a statement is refused; what is at fault stands behind it.
WORDS = {
    "citation": _lt("No citation bears it"),
    "quote": _lt("The quotation is not in the document"),
    "number": _lt("The evidence has no such figure"),
    "unit": _lt("The evidence gives the figure for something else"),
    "date": _lt("The evidence has no such date"),
    "name": _lt("The evidence does not name this"),
    "person": _lt("The evidence does not name this person"),
    "company": _lt("The evidence does not name this company"),
    "place": _lt("The evidence does not name this place"),
    "product": _lt("The evidence does not name this product"),
    "role": _lt("The evidence gives this role to nobody, or to somebody else"),
    "overreach": _lt("The evidence does not go so far"),
    "negation": _lt("Only one of statement and quotation is negated"),
    "direction": _lt("The quotation says the opposite"),
    "foreign_link": _lt("It carries an address"),
    "markup": _lt("It carries markup"),
    "hidden": _lt("It carries hidden letters"),
    "leak": _lt("It repeats instructions"),
    "opaque": _lt("It carries what nobody can read"),
    "form": _lt("It is empty or too long"),
    "repeated": _lt("It was said before"),
}


class OutboundBriefStatement(models.Model):
    """One sentence of a brief with the places that bear it. Never changed; a new writing retires it."""

    _name = "outbound.brief.statement"
    _description = "Statement of a Brief"
    _order = "brief_id, sequence, id"
    _rec_name = "text"

    brief_id = fields.Many2one("outbound.brief", required=True, readonly=True, ondelete="cascade", index=True)
    lead_id = fields.Many2one(related="brief_id.lead_id")
    sequence = fields.Integer(readonly=True)
    kind = fields.Selection(KIND_NAMES, required=True, readonly=True)
    text = fields.Text(required=True, readonly=True)
    accepted = fields.Boolean(readonly=True, help="Its citations bear it; others are never used.")
    faults = fields.Json(readonly=True, help="Why it was refused: list of [kind, words].")
    refused_reason = fields.Char(compute="_compute_refused_reason")
    is_current = fields.Boolean(default=True, readonly=True)
    snippet_ids = fields.Many2many(
        "outbound.snippet",
        "outbound_brief_statement_snippet_rel",
        "statement_id",
        "snippet_id",
        string="Proof",
        readonly=True,
    )

    @api.depends("faults")
    @api.depends_context("lang")
    def _compute_refused_reason(self):
        for statement in self:
            told = [
                _("%(what)s: %(words)s", what=self.env._(WORDS[kind]), words=words)
                if words
                else self.env._(WORDS[kind])
                for kind, words in statement.faults or []
            ]
            statement.refused_reason = "; ".join(map(str, told))

    @api.model
    def _write_brief(self, brief, rows: list[dict]):
        """The statements of a brief from now on.

        :param rows: `kind`, `text`, `faults` and `places` as (document, start, end); by which kinds are ordered
        """
        brief.statement_ids.write({"is_current": False})
        places = [place for row in rows for place in row["places"]]
        snippets = self.env["outbound.document"].sudo()._make_snippets(places)
        rows = sorted(rows, key=lambda row: KINDS.index(row["kind"]))
        return self.sudo().create(
            [
                {
                    "brief_id": brief.id,
                    "sequence": number,
                    "kind": row["kind"],
                    "text": row["text"],
                    "faults": row["faults"] or False,
                    "accepted": not row["faults"],
                    "snippet_ids": [Command.link(snippets[place].id) for place in row["places"]],
                }
                for number, row in enumerate(rows, 1)
            ]
        )

    def _to_page(self) -> dict:
        """This statement as plain values; one that is itself a quotation is not quoted again."""
        sources = [snippet._get_source() for snippet in self.snippet_ids]
        return {
            "id": self.id,
            "text": self.text,
            "refused": self.refused_reason or "",
            "sources": [
                {**source, "quote": source["quote"] if source["quote"] != self.text else ""} for source in sources
            ],
        }


class OutboundBrief(models.Model):
    _inherit = "outbound.brief"

    def _to_page(self) -> dict:
        """This brief as plain values: accepted statements by kind, refused ones apart."""
        accepted = self.statement_ids.filtered("accepted").grouped("kind")
        return {
            "state": self.state,
            "state_label": dict(self._fields["state"]._description_selection(self.env))[self.state],
            "reason": self.reason or "",
            "written": self._describe_writing(),
            "disputed": self.is_doubtful or self.state == "wrong",
            "groups": [
                {"kind": kind, "label": label, "statements": [one._to_page() for one in accepted[kind]]}
                for kind, label in self.statement_ids._fields["kind"]._description_selection(self.env)
                if kind in accepted
            ],
            "refused": [one._to_page() for one in self.statement_ids.filtered(lambda one: not one.accepted)],
        }

    def _describe_writing(self) -> str:
        if not self.date:
            return ""
        day = format_date(self.env, fields.Datetime.context_timestamp(self, self.date).date())
        if not self.model:
            return _("Quoted on %s, without a model", day)
        return _("Written on %(day)s by %(model)s", day=day, model=self.model)
