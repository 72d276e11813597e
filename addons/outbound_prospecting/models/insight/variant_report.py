from odoo import _, api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL
from odoo.tools.misc import formatLang

from ...domain.variants import Comparison, Policy, Results, Verdict, compare
from ..replies.reply import WARM
from .pilot_figures import HARSH

VERDICTS = [
    ("control", "Baseline"),
    ("too_early", "Too early"),
    ("open", "No sure difference"),
    ("better", "Better"),
    ("worse", "Worse"),
    ("harmful", "More refusals"),
]


class OutboundVariantReport(models.Model):
    """What each variant of each mail brought: answers of people to that very mail, never opens.

    Templates of a step that carry the same name are one variant in several languages. Mails with an older text of the
    template are another text's, and are not counted.
    """

    _name = "outbound.variant.report"
    _description = "Comparison of Variants"
    _auto = False
    _order = "sequence_id, step_id, name"
    _depends = {
        "outbound.template": ["active", "company_id", "name", "sequence_id", "step_id", "text_date", "weight"],
        "outbound.touch": ["channel", "done_date", "enrolment_id", "lead_id", "state", "template_id"],
        "outbound.reply": ["enrolment_id", "label", "received_date", "touch_id"],
        "outbound.event": ["date", "kind", "lead_id"],
    }

    name = fields.Char(string="Variant", readonly=True)
    sequence_id = fields.Many2one("outbound.sequence", readonly=True)
    step_id = fields.Many2one("outbound.sequence.step", string="Touch", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    in_use = fields.Boolean(readonly=True, help="New mails are written with it.")
    contacted = fields.Integer(string="Written To", readonly=True)
    positive = fields.Integer(string="Interested", readonly=True, help="People who answered this mail with interest.")
    negative = fields.Integer(
        string="Refused", readonly=True, help="People who answered it by opting out, complaining or with anger."
    )
    rate_text = fields.Char(string="Interested (%)", compute="_compute_verdict")
    is_control = fields.Boolean(compute="_compute_verdict")
    better = fields.Float(
        string="Probably Better (%)",
        compute="_compute_verdict",
        aggregator=None,
        help="How probable it is that its true rate of interest is higher than that of the first variant.",
    )
    verdict = fields.Selection(VERDICTS, compute="_compute_verdict")
    explanation = fields.Char(compute="_compute_verdict")

    @property
    def _table_query(self):
        return SQL(
            """
            WITH sent AS (
                SELECT t.id, t.enrolment_id, t.lead_id, t.template_id, t.done_date,
                       LEAD(t.done_date) OVER (PARTITION BY t.enrolment_id ORDER BY t.done_date, t.id) AS until
                  FROM outbound_touch t
                 WHERE t.state = 'sent' AND t.channel = 'email'
            ), gone AS (
                SELECT lead_id, date FROM outbound_event WHERE kind = 'unsubscribed'
            ), answered AS (
                SELECT s.template_id, s.lead_id, bool_or(r.label = ANY(%(warm)s)) AS positive,
                       bool_or(r.label = ANY(%(harsh)s) OR g.lead_id IS NOT NULL) AS negative
                  FROM sent s
                  JOIN outbound_template p ON p.id = s.template_id AND s.done_date >= p.text_date
                  LEFT JOIN outbound_reply r
                    ON r.enrolment_id = s.enrolment_id
                   AND (r.touch_id = s.id OR r.touch_id IS NULL AND r.received_date >= s.done_date
                        AND (s.until IS NULL OR r.received_date < s.until))
                  LEFT JOIN gone g
                    ON g.lead_id = s.lead_id AND g.date >= s.done_date AND (s.until IS NULL OR g.date < s.until)
                 GROUP BY s.template_id, s.lead_id
            ), people AS (
                SELECT p.step_id, p.name, a.lead_id, bool_or(a.positive) AS positive, bool_or(a.negative) AS negative
                  FROM answered a
                  JOIN outbound_template p ON p.id = a.template_id
                 GROUP BY p.step_id, p.name, a.lead_id
            ), counts AS (
                SELECT step_id, name, COUNT(*) AS contacted,
                       COUNT(*) FILTER (WHERE positive AND NOT COALESCE(negative, FALSE)) AS positive,
                       COUNT(*) FILTER (WHERE negative) AS negative
                  FROM people
                 GROUP BY step_id, name
            )
            SELECT MIN(p.id) AS id, p.step_id, p.name, p.sequence_id, p.company_id,
                   bool_or(p.active AND p.weight > 0) AS in_use,
                   COALESCE(MAX(c.contacted), 0)::int AS contacted,
                   COALESCE(MAX(c.positive), 0)::int AS positive,
                   COALESCE(MAX(c.negative), 0)::int AS negative
              FROM outbound_template p
              LEFT JOIN counts c ON c.step_id = p.step_id AND c.name = p.name
             GROUP BY p.step_id, p.name, p.sequence_id, p.company_id
            """,
            warm=list(WARM),
            harsh=list(HARSH),
        )

    def _get_results(self) -> Results:
        return Results(self.contacted, self.positive, self.negative)

    @api.depends("contacted", "positive", "negative", "in_use")
    @api.depends_context("lang")
    def _compute_verdict(self):
        counted = ["step_id", "name", "in_use", "contacted", "positive", "negative"]
        siblings = self.search_fetch([("step_id", "in", self.step_id.ids)], counted).grouped("step_id")
        for row in self:
            rivals = siblings.get(row.step_id, row).filtered("in_use").sorted(lambda one: (one.name, one.id))
            control = rivals[:1] or row
            row.rate_text = row._describe_rate()
            row.is_control = row == control
            if row.is_control:
                row.update({"better": 0.0, "verdict": "control", "explanation": row._describe_alone(rivals)})
                continue
            found = compare(control._get_results(), row._get_results(), rivals=max(len(rivals) - 1, 1))
            row.better = 100 * found.better
            row.verdict = found.verdict.value
            row.explanation = row._explain(found, control)

    def _describe_rate(self) -> str:
        if not self.contacted:
            return ""
        rate = self._get_results().rate
        interval = rate.interval()
        shown = [formatLang(self.env, 100 * value, digits=1) for value in (rate.value, interval.low, interval.high)]
        return _("%(rate)s %% (%(low)s – %(high)s)", rate=shown[0], low=shown[1], high=shown[2])

    def _describe_alone(self, rivals) -> str:
        return _("The others are compared with it.") if len(rivals) > 1 else _("There is no other variant.")

    def _explain(self, found: Comparison, control) -> str:
        """What may be said of this variant, in a sentence."""
        policy = Policy()
        chance = formatLang(self.env, 100 * found.better, digits=0)
        harm = formatLang(self.env, 100 * found.harm, digits=0)
        if found.verdict is Verdict.TOO_EARLY and found.missing:
            return _("Too early: %s more people each are needed.", found.missing)
        if found.verdict is Verdict.TOO_EARLY:
            together = control.positive + self.positive
            return _("Too early: %(count)s interested answers together, of %(needed)s needed.", count=together, needed=policy.positives)  # fmt: skip
        words = {
            Verdict.BETTER: _(
                "Better than %(control)s, with a probability of %(chance)s %%.", control=control.name, chance=chance
            ),
            Verdict.WORSE: _("Worse than %s.", control.name),
            Verdict.OPEN: _(
                "Better than %(control)s with a probability of %(chance)s %%: not sure enough.",
                control=control.name,
                chance=chance,
            ),
            Verdict.HARMFUL: _(
                "It brings more refusals than %(control)s, with a probability of %(harm)s %%.",
                control=control.name,
                harm=harm,
            ),
        }
        return words[found.verdict]

    # ------------------------------------------------------------------ buttons

    def action_propose(self):
        """Button: propose to write with this variant alone; a manager approves.

        :raises UserError: while that cannot be said yet
        """
        self.ensure_one()
        self.check_access("read")
        if self.verdict != "better":
            raise UserError(_("“%(variant)s” cannot be proposed: %(why)s", variant=self.name, why=self.explanation))
        return self.env["outbound.variant.promotion"]._propose(self)

    def action_open_people(self):
        """Button: the prospects who were written to with this variant."""
        self.ensure_one()
        self.check_access("read")
        domain = [("step_id", "=", self.step_id.id), ("template_id.name", "=", self.name), ("state", "=", "sent")]
        return {
            "type": "ir.actions.act_window",
            "name": _("%(touch)s, variant %(variant)s", touch=self.step_id.name, variant=self.name),
            "res_model": "outbound.touch",
            "views": [(False, "list"), (False, "form")],
            "domain": domain,
        }
