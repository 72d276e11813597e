from odoo import _, api, fields, models
from odoo.tools import SQL
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)
OPENINGS = ("hook", "event")  # kinds of statements that may open a mail, the best first
# Code of an answer -> why no model wrote it; codes of providers are told by `outbound.provider`.
WORDS = {
    "no_provider": _lt("No language model is set up."),
    "unborne": _lt("Nothing that the model said stood up to the check."),
}
STATE_WORDS = {
    "stale": _lt("What it cites is out of date."),
    "failed": _lt("Writing it failed for a reason of our own; the server's log says more."),
    "wrong": _lt("A person said that what was read is about another company."),
}


class OutboundBrief(models.Model):
    """What research says of a prospect, each statement with its proof. One row a prospect, written anew when facts change.

    `state` tells whether its statements may be used; whether it is to be written (again) is in `next_try`.
    """

    _name = "outbound.brief"
    _description = "Research Brief"
    _order = "next_try, id"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("ready", "Ready"),
            ("stale", "Out of date"),
            ("failed", "Not written"),
            ("wrong", "Another company"),
        ],
        required=True,
        readonly=True,
        default="waiting",
    )
    date = fields.Datetime(string="Written On", readonly=True)
    provider_id = fields.Many2one("outbound.provider", readonly=True, ondelete="set null", index="btree_not_null")
    model = fields.Char(readonly=True, help="The language model that wrote it; empty: quotations, without a model.")
    code = fields.Char(readonly=True, help="What kind of trouble there was.")
    reason = fields.Char(compute="_compute_reason", help="Why it waits, or why no model wrote it, and until when.")
    doubt = fields.Char(
        string="Similar Company",
        readonly=True,
        help="A company of a similar name that the evidence may be about; a person decides.",
    )
    doubt_settled = fields.Boolean(readonly=True, help="A person said that it is the right company.")
    is_doubtful = fields.Boolean(compute="_compute_is_doubtful", string="To Be Settled")
    input_hash = fields.Char(readonly=True, help="Of all that its answer depends on: the same facts are asked once.")
    next_try = fields.Datetime(readonly=True, help="When it is written (again); empty: not before facts change.")
    claimed_date = fields.Datetime(readonly=True, help="Since when it is being written.")
    attempts = fields.Integer(readonly=True, aggregator=None, help="In a row that failed.")
    statement_ids = fields.One2many("outbound.brief.statement", "brief_id", domain=[("is_current", "=", True)])

    _once = models.UniqueIndex("(lead_id)", "A prospect has one brief.")
    _due_idx = models.Index("(next_try, id) WHERE next_try IS NOT NULL")

    @api.depends("doubt", "doubt_settled")
    def _compute_is_doubtful(self):
        for brief in self:
            brief.is_doubtful = bool(brief.doubt) and not brief.doubt_settled

    @api.depends("state", "code", "next_try", "claimed_date", "model")
    @api.depends_context("lang", "tz")
    def _compute_reason(self):
        for brief in self:
            brief.reason = " ".join(brief._get_reasons())

    def _get_reasons(self) -> list[str]:
        """What a person should know of it, in sentences."""
        said = [str(self.env._(STATE_WORDS[self.state]))] if self.state in STATE_WORDS else []
        if self.code:
            said.append(self._describe_code())
        if self.claimed_date:
            said.append(_("It is being written."))
        elif self.next_try:
            until = fields.Datetime.context_timestamp(self, self.next_try).strftime("%Y-%m-%d %H:%M")
            again = _("It is written again from %s on.", until) if self.date else _("It is written from %s on.", until)
            said.append(again)
        elif self.state in ("waiting", "stale", "wrong"):
            said.append(_("There is no other evidence: read the right site, or paste what you found."))
        return said

    def _describe_code(self) -> str:
        if self.code in WORDS:
            return str(self.env._(WORDS[self.code]))
        return self.env["outbound.provider"]._describe_code(self.code)

    def _choose_finding(self):
        """The accepted statement that may open a mail, the best first; empty if there is none or a person must decide.

        What sensitive news say opens no mail, whatever a model made of it.
        """
        if self.state != "ready" or self.is_doubtful:
            return self.statement_ids.browse()
        sensitive = self.lead_id.signal_ids.filtered("sensitive").snippet_id
        fit = self.statement_ids.filtered(
            lambda one: one.accepted and one.kind in OPENINGS and not one.snippet_ids._overlap(sensitive)
        )
        return fit.sorted(lambda one: (OPENINGS.index(one.kind), one.sequence))[:1]

    # ------------------------------------------------------------------ when it is to be written

    @api.model
    def _plan(self, leads, again: bool = False):
        """Write the briefs of these prospects as soon as possible.

        :param again: a person asks for it: it is written even if nothing has changed
        """
        now = self.env["outbound.clock"]._now()
        known = self.sudo().search([("lead_id", "in", leads.ids)])
        missing = leads.sudo() - known.lead_id
        vals = {"next_try": now, "attempts": 0}
        known.write({**vals, "input_hash": False} if again else vals)
        due = known | self.sudo().create(
            [{"lead_id": lead.id, "company_id": lead.company_id.id, "next_try": now} for lead in missing]
        )
        if due:
            self.env.ref("outbound_prospecting.ir_cron_outbound_write_briefs").sudo()._trigger()
        return due

    @api.model
    def _expire(self):
        """A brief whose accepted statements cite what is no evidence any more is out of date."""
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                """
                UPDATE outbound_brief b
                   SET state = 'stale'
                 WHERE b.state = 'ready' AND EXISTS (
                       SELECT FROM outbound_brief_statement s
                         JOIN outbound_brief_statement_snippet_rel r ON r.statement_id = s.id
                         JOIN outbound_snippet n ON n.id = r.snippet_id
                         JOIN outbound_document d ON d.id = n.document_id
                        WHERE s.brief_id = b.id AND s.is_current AND s.accepted AND NOT d.is_current)
             RETURNING b.id
                """
            )
        )
        self.invalidate_model()
        return self.browse([id_ for (id_,) in rows])
