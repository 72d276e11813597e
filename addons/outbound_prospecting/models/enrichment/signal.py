from odoo import _, api, fields, models
from odoo.tools import SQL

from ...domain.signals import find_signals
from .signal_rule import KINDS

FADED = 0.05  # of strength: what is weaker says nothing any more
BATCH = 100


class OutboundSignal(models.Model):
    """Something that a rule found in the evidence about a prospect, with the sentence that says so."""

    _name = "outbound.signal"
    _description = "Signal"
    _order = "current_strength desc, date desc, id desc"
    _rec_name = "text"

    lead_id = fields.Many2one(
        "crm.lead", string="Prospect", required=True, readonly=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    rule_id = fields.Many2one("outbound.signal.rule", required=True, readonly=True, ondelete="cascade", index=True)
    kind = fields.Selection(KINDS, required=True, readonly=True)
    snippet_id = fields.Many2one("outbound.snippet", required=True, readonly=True, ondelete="cascade", index=True)
    document_id = fields.Many2one(related="snippet_id.document_id")
    text = fields.Text(related="snippet_id.text")
    url = fields.Char(related="snippet_id.document_id.url", string="Address")
    date = fields.Date(readonly=True, help="When it happened or was published; empty if nobody says.")
    strength = fields.Float(readonly=True, help="On its day.")
    half_life = fields.Float(readonly=True)
    current_strength = fields.Float(string="Strength Now", digits=(16, 2), readonly=True, aggregator="max")
    sensitive = fields.Boolean(readonly=True)
    verdict = fields.Selection(
        [("fine", "Looked at: go on"), ("untrue", "Not true")], readonly=True, help="What a person said of it."
    )
    user_id = fields.Many2one("res.users", string="Looked At By", readonly=True)
    is_current = fields.Boolean(default=True, readonly=True, string="Counts")

    _once = models.UniqueIndex("(lead_id, rule_id, snippet_id)", "The signal is known already.")
    # Criteria of the ICP and the gate of sending ask by prospect and kind.
    _lead_kind_idx = models.Index("(lead_id, kind) WHERE is_current")

    @api.model
    def _search_documents(self, documents, leads):
        """Look for signals in `documents`, which are about `leads`; what is known stays as it is."""
        now = self.env["outbound.clock"]._now()
        known = {
            (signal.lead_id.id, signal.rule_id.id, signal.text)
            for signal in self.sudo().search([("lead_id", "in", leads.ids)])
        }
        rows = []
        for company, own in documents.grouped("company_id").items():
            rules = self.env["outbound.signal.rule"]._find_for(company)
            wanted = [rule._read_rule() for rule in rules]
            for document in own:
                about = leads.filtered(lambda lead, document=document: document._is_about(lead))
                for found in find_signals(document.text, wanted, document.published or None):
                    text = document.text[found.start : found.end]
                    new = [lead for lead in about if (lead.id, int(found.kind), text) not in known]
                    known |= {(lead.id, int(found.kind), text) for lead in new}
                    snippet = document._make_snippet(found.start, found.end) if new else None
                    rows += [self._prepare_found(found, lead, rules, snippet, now) for lead in new]
        # The time of the database, which rules and prospects carry too.
        documents.write({"searched_date": self.env.cr.now()})
        return self.sudo().create(rows)

    def _prepare_found(self, found, lead, rules, snippet, now) -> dict:
        rule = rules.browse(int(found.kind))
        return {
            "lead_id": lead.id,
            "company_id": lead.company_id.id,
            "rule_id": rule.id,
            "kind": rule.kind,
            "snippet_id": snippet.id,
            "date": found.day,
            "strength": found.strength,
            "half_life": found.half_life,
            "sensitive": found.sensitive,
            "current_strength": found.strength_on(now.date()),
        }

    @api.model
    def _fade(self, leads=None):
        """Bring strengths up to date: as in `domain.signals.Signal.strength_on`, for all at once."""
        self.flush_model()
        self.env["outbound.document"].flush_model()
        self.env.cr.execute(
            SQL(
                """
                UPDATE outbound_signal s
                   SET current_strength = now.strength,
                       is_current = now.strength >= %(faded)s AND now.is_current AND s.verdict IS DISTINCT FROM 'untrue'
                  FROM (SELECT x.id, d.is_current,
                               CASE WHEN x.date IS NULL THEN x.strength / 2
                                    ELSE x.strength * 0.5 ^ LEAST(GREATEST(%(today)s - x.date, 0) / x.half_life, 500)
                                END AS strength
                          FROM outbound_signal x
                          JOIN outbound_snippet n ON n.id = x.snippet_id
                          JOIN outbound_document d ON d.id = n.document_id
                         WHERE %(all)s OR x.lead_id = ANY(%(leads)s)) now
                 WHERE now.id = s.id
                """,
                faded=FADED,
                today=self.env["outbound.clock"]._now().date(),
                all=leads is None,
                leads=leads.ids if leads is not None else [],
            )
        )
        self.invalidate_model()

    @api.model
    def _cron_find_signals(self):
        """Scheduled action: strengths of today, and signals of new rules and new prospects in known evidence."""
        Cron = self.env["ir.cron"]
        self.sudo()._fade()
        Cron._commit_progress(0)
        seen: list[int] = []
        while documents := self._find_unsearched(seen):
            seen += documents.ids
            leads = documents._get_leads()
            self._search_documents(documents, leads)
            leads._score_again()
            if not Cron._commit_progress(len(documents)):
                return

    @api.model
    def _find_unsearched(self, exclude: list[int]):
        """Current evidence that was searched before the latest rule or the latest prospect of its company came."""
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT d.id
                  FROM outbound_document d
                  LEFT JOIN outbound_site s ON s.id = d.site_id
                 WHERE d.is_current AND NOT d.id = ANY(%s)
                   AND (d.searched_date IS NULL
                        OR d.searched_date < (SELECT max(write_date) FROM outbound_signal_rule)
                        OR EXISTS (SELECT FROM crm_lead l
                                    WHERE l.website_domain = s.website_domain AND l.create_date > d.searched_date))
                 ORDER BY d.id
                 LIMIT %s
                """,
                exclude,
                BATCH,
            )
        )
        return self.env["outbound.document"].sudo().browse([id_ for (id_,) in rows])

    def action_fine(self):
        """Button: a person has looked; outreach may go on."""
        return self._judge("fine")

    def action_untrue(self):
        """Button: it is not so; it counts for nothing."""
        return self._judge("untrue")

    def _judge(self, verdict: str):
        self.lead_id.check_access("write")
        signals = self.sudo()
        signals.write({"verdict": verdict, "user_id": self.env.uid})
        signals._fade(signals.lead_id)
        signals.lead_id._score_again()
        return self.env["crm.lead"]._notify_research(_("Noted. Signals changed: %s", len(self)))


class OutboundDocument(models.Model):
    _inherit = "outbound.document"

    def _is_about(self, lead) -> bool:
        if self.lead_id:
            return self.lead_id == lead
        return self.site_id.website_domain == lead.website_domain and self.site_id.company_id == lead.company_id

    def _get_leads(self):
        """Open prospects that these texts are about."""
        return self.lead_id | self.site_id._get_leads()
