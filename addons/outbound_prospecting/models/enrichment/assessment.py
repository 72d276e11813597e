from odoo import api, fields, models
from odoo.tools import SQL, format_date

from ...domain.assessment import Judged
from ...domain.claims import Document

MODEL_TIERS = [("A", "A"), ("B", "B"), ("C", "C"), ("disqualified", "Would not pursue")]
POINT_KINDS = [("red_flag", "Red flag"), ("talking_point", "Talking point")]


class OutboundAssessment(models.Model):
    """What a language model makes of one prospect's fit: one row a prospect, asked again only when the facts change.

    Its score and tier inform people. What it may move is in `outbound.icp.adjustment`, each with its proof.
    """

    _name = "outbound.assessment"
    _description = "Assessment by a Model"
    _order = "next_try, id"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    icp_id = fields.Many2one(
        "outbound.icp", string="Assessed Against", readonly=True, ondelete="set null", index="btree_not_null"
    )
    state = fields.Selection(
        [("waiting", "Waiting"), ("asking", "Being asked"), ("done", "Up to date"), ("failed", "No answer")],
        required=True,
        readonly=True,
        default="waiting",
    )
    requested = fields.Boolean(readonly=True, help="A person wants it, whatever the tier.")
    next_try = fields.Datetime(readonly=True)
    claimed_date = fields.Datetime(readonly=True)
    attempts = fields.Integer(readonly=True, aggregator=None, help="In a row that gave no answer.")
    code = fields.Char(readonly=True, help="Why there is no answer.")
    input_hash = fields.Char(readonly=True, help="Of the facts that the answer is about.")

    score = fields.Integer(readonly=True, aggregator="avg", help="0 to 100, in the opinion of the model.")
    tier = fields.Selection(MODEL_TIERS, readonly=True)
    reasoning = fields.Text(readonly=True)
    model = fields.Char(readonly=True)
    assessed_date = fields.Datetime(readonly=True)
    refused_count = fields.Integer(
        string="Refused", readonly=True, help="Points that the evidence does not bear, and which were dropped."
    )
    point_ids = fields.One2many("outbound.assessment.point", "assessment_id", readonly=True)

    _once = models.UniqueIndex("(lead_id)", "The prospect has an assessment already.")
    _due_idx = models.Index("(next_try, id) WHERE state = 'waiting'")

    def _to_page(self) -> dict:
        """The answer as the form shows it."""
        tiers = dict(self._fields["tier"]._description_selection(self.env))
        return {
            "score": self.score,
            "tier": self.tier,
            "tier_label": tiers.get(self.tier, ""),
            "reasoning": self.reasoning or "",
            "origin": f"{self.model or ''}, {format_date(self.env, self.assessed_date)}",
            "points": self.point_ids._to_page(),
        }

    @api.model
    def _recheck(self, leads):
        """The facts about these prospects may have changed: look again, and ask only if they did."""
        now = self.env["outbound.clock"]._now()
        known = self.sudo().search([("lead_id", "in", leads.ids), ("state", "!=", "waiting")])
        known.filtered(lambda one: one.state != "asking").write({"state": "waiting", "attempts": 0})
        known.next_try = now  # of one that is being asked about: its answer will be out of date

    @api.model
    def _request(self, leads):
        """A person wants these assessed now."""
        self._add(SQL("SELECT unnest(%s)", leads.ids))
        self.sudo().search([("lead_id", "in", leads.ids), ("state", "!=", "asking")]).write(
            {"state": "waiting", "requested": True, "next_try": self.env["outbound.clock"]._now(), "attempts": 0}
        )
        self.env.ref("outbound_prospecting.ir_cron_outbound_assess_leads").sudo()._trigger()

    @api.model
    def _add(self, lead_ids: SQL):
        """Note that these prospects wait; those that are known stay as they are."""
        self.flush_model()
        self.env["crm.lead"].flush_model(["company_id"])
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO outbound_assessment (lead_id, company_id, state, next_try, attempts, create_uid, create_date)
                SELECT id, company_id, 'waiting', %s, 0, %s, %s FROM crm_lead WHERE id IN (%s)
                    ON CONFLICT (lead_id) DO NOTHING
                """,
                self.env["outbound.clock"]._now(),
                self.env.uid,
                self.env.cr.now(),
                lead_ids,
            )
        )
        self.invalidate_model()

    # ------------------------------------------------------------------ what came of it

    def _record(self, answer, judged: Judged, evidence: dict, vals: dict):
        """Keep an answer, of its points and adjustments only what is proven.

        :param evidence: id that the model was given -> `outbound.document`
        :param vals: what is known of the question: hash of its facts, the model
        """
        self.ensure_one()
        self.point_ids.unlink()
        kinds = {"red_flag": judged.red_flags, "talking_point": judged.talking_points}
        points = [
            {"kind": kind, "text": point.text, **self._prepare_proof(point.cites, evidence)}
            for kind, points in kinds.items()
            for point in points
        ]
        self.write(
            {
                **vals,
                "state": "waiting" if self.next_try else "done",
                "code": False,
                "attempts": 0,
                "requested": False,
                "score": answer.score,
                "tier": answer.tier,
                "reasoning": answer.reasoning.strip(),
                "assessed_date": self.env["outbound.clock"]._now(),
                "refused_count": len(judged.refused),
                "point_ids": [(0, 0, point) for point in points],
            }
        )
        self._move(judged, evidence)

    def _move(self, judged: Judged, evidence: dict):
        """Replace the prospect's adjustments; one that stays the same stays."""
        Adjustment = self.env["outbound.icp.adjustment"].sudo()
        known = Adjustment.search([("lead_id", "=", self.lead_id.id)]).grouped("field_name")
        for wish in judged.adjustments:
            proof = self._prepare_proof(wish.cites, evidence)
            vals = {"delta": wish.delta, "reason": wish.reason, **proof}
            if old := known.pop(wish.factor, None):
                old.write(vals)
            else:
                whose = {"lead_id": self.lead_id.id, "company_id": self.company_id.id, "field_name": wish.factor}
                Adjustment.create({**whose, **vals})
        Adjustment.browse(row.id for row in known.values()).unlink()

    def _prepare_proof(self, cites, evidence: dict) -> dict:
        first = cites[0]
        document = evidence.get(first.document)
        return {"quote": first.quote, "document_id": document.id if document else False}

    def _forget(self):
        """Nothing is known any more that the answer could be about."""
        self.env["outbound.icp.adjustment"].sudo().search([("lead_id", "in", self.lead_id.ids)]).unlink()
        self.unlink()


class OutboundAssessmentPoint(models.Model):
    """Something that a salesperson should know, with the words that bear it."""

    _name = "outbound.assessment.point"
    _description = "Point of an Assessment"
    _order = "kind, id"
    _rec_name = "text"

    assessment_id = fields.Many2one("outbound.assessment", required=True, readonly=True, ondelete="cascade", index=True)
    kind = fields.Selection(POINT_KINDS, required=True, readonly=True)
    text = fields.Char(required=True, readonly=True)
    quote = fields.Text(required=True, readonly=True)
    document_id = fields.Many2one(
        "outbound.document",
        readonly=True,
        ondelete="cascade",
        index="btree_not_null",
        help="Empty: fields of the prospect.",
    )
    url = fields.Char(related="document_id.url", string="Source")

    def _to_page(self) -> list[dict]:
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        return [
            {"kind": one.kind, "label": kinds[one.kind], "text": one.text, "quote": one.quote, "url": one.url or ""}
            for one in self
        ]


class OutboundIcpAdjustment(models.Model):
    _inherit = "outbound.icp.adjustment"

    document_id = fields.Many2one("outbound.document", readonly=True, ondelete="cascade", index="btree_not_null")
    url = fields.Char(related="document_id.url", string="Source")

    def _to_page(self) -> list[dict]:
        factors = dict(self._fields["field_name"]._description_selection(self.env))
        return [
            {
                "label": f"{factors[one.field_name]} {one.delta:+d}",
                "text": one.reason,
                "quote": one.quote,
                "url": one.url or "",
            }
            for one in self
        ]


class OutboundDocument(models.Model):
    _inherit = "outbound.document"

    def _end(self, why: str):
        """What it proved moves no rating any more, from the next score on."""
        super()._end(why)
        moved = self.env["outbound.icp.adjustment"].sudo().search([("document_id", "in", self.ids)])
        moved.unlink()
        self.env["outbound.assessment"]._recheck(self._get_leads())

    def _to_claims(self) -> dict:
        """As the checker of claims knows them: id, an address where there is one, -> (text to check, document)."""
        known = {}
        for document in self.sorted("id"):
            name = document.url or f"document {document.id}"
            name = name if name not in known else f"{name}#{document.id}"
            known[name] = (Document(name, document.text), document)
        return known
