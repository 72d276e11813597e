from odoo import fields, models
from odoo.tools import SQL

from ..replies.reply import FAULTS
from ..sequence.touch import CHANNELS
from .report import LEAD_FIELDS

LEVELS = [
    ("executive", "Executive"),
    ("vp", "Vice president"),
    ("director", "Director"),
    ("manager", "Manager"),
    ("staff", "Staff"),
]
FUNCTIONS = [
    ("general", "General management"),
    ("safety", "Safety"),
    ("people", "People and wellness"),
    ("operations", "Operations"),
    ("purchasing", "Purchasing"),
    ("sales", "Sales and marketing"),
    ("finance", "Finance"),
    ("technology", "Technology"),
    ("other", "Other"),
]
NEGATIVE = ("not_interested", "hostile", "opt_out", "complaint")


class OutboundReportTouch(models.Model):
    """Touches that left and what came back: one line for each mail, message or call.

    Tier, persona, variant and local hour are those of the moment it left.
    """

    _name = "outbound.report.touch"
    _description = "Touches and Replies"
    _inherit = ["outbound.report"]
    _auto = False
    _depends = {
        "outbound.event": ["lead_id", "kind", "date", "payload"],
        "crm.lead": LEAD_FIELDS,
        "outbound.vertical": ["industry_ids", "sequence", "active"],
    }
    _ratios = {
        "reply_rate": (100.0, "answered:count_distinct", "contacted:count_distinct"),
        "positive_rate": (100.0, "positive:count_distinct", "contacted:count_distinct"),
        "negative_rate": (100.0, "negative:count_distinct", "contacted:count_distinct"),
        "click_rate": (100.0, "clicked:count_distinct", "contacted:count_distinct"),
        "bounce_rate": (100.0, "bounced:sum", "mails:sum"),
        "complaint_rate": (100.0, "complained:sum", "mails:sum"),
    }

    date = fields.Datetime(string="Sent On")
    sequence_id = fields.Many2one("outbound.sequence", readonly=True)
    step_id = fields.Many2one("outbound.sequence.step", readonly=True)
    number = fields.Integer(string="Touch", readonly=True, aggregator=None, help="Place in the sequence, from 1.")
    variant = fields.Char(readonly=True, help="Name of the template that the text was written from.")
    channel = fields.Selection(CHANNELS, readonly=True)
    mailbox_id = fields.Many2one("outbound.mailbox", readonly=True)
    hour = fields.Integer(readonly=True, aggregator=None, help="On the prospect's clock, 0 to 23.")
    level = fields.Selection(LEVELS, readonly=True, help="How high up they are, by their job title.")
    function = fields.Selection(FUNCTIONS, readonly=True, help="What they are in charge of, by their job title.")
    fault = fields.Selection(FAULTS, string="Bounce Is", readonly=True, help="Whose fault a bounce is.")

    touches = fields.Integer(readonly=True, help="Mails, messages and calls that left.")
    mails = fields.Integer(readonly=True, help="Mails that a mail server took.")
    failed = fields.Integer(string="Refused", readonly=True, help="Mails that a mail server refused at once.")
    bounced = fields.Integer(readonly=True, help="Mails that came back.")
    complained = fields.Integer(string="Complaints", readonly=True, help="Mails reported as unwanted.")
    contacted = fields.Integer(
        string="People Contacted", readonly=True, aggregator="count_distinct", help="Each counted once."
    )
    answered = fields.Integer(
        string="People Who Replied",
        readonly=True,
        aggregator="count_distinct",
        help="Each counted once; out-of-office and other automatic answers are no replies.",
    )
    positive = fields.Integer(
        string="Positive Replies",
        readonly=True,
        aggregator="count_distinct",
        help="People who showed interest, asked to meet or asked a question; each counted once.",
    )
    negative = fields.Integer(
        string="Negative Replies",
        readonly=True,
        aggregator="count_distinct",
        help="People who declined, asked to be left alone or complained; each counted once.",
    )
    clicked = fields.Integer(
        string="People Who Clicked", readonly=True, aggregator="count_distinct", help="Scanners are not counted."
    )
    reply_rate = fields.Float(
        string="Replied (%)", readonly=True, aggregator="avg", help="Of the people contacted by these touches."
    )
    positive_rate = fields.Float(
        string="Replied Positively (%)",
        readonly=True,
        aggregator="avg",
        help="Of the people contacted by these touches.",
    )
    negative_rate = fields.Float(
        string="Replied Negatively (%)",
        readonly=True,
        aggregator="avg",
        help="Of the people contacted by these touches.",
    )
    click_rate = fields.Float(
        string="Clicked (%)", readonly=True, aggregator="avg", help="Of the people contacted by these touches."
    )
    bounce_rate = fields.Float(
        string="Bounced (%)", readonly=True, aggregator="avg", help="Of the mails that a mail server took."
    )
    complaint_rate = fields.Float(
        string="Complaints (%)",
        readonly=True,
        aggregator="avg",
        digits=(16, 2),
        help="Of the mails that a mail server took.",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            WITH came_back AS (
                SELECT touch_id, bool_or(%(is_answer)s) AS answered, bool_or(%(is_positive)s) AS positive,
                       bool_or(label = ANY(%(negative)s)) AS negative, bool_or(label = 'bounce') AS bounced,
                       bool_or(label = 'complaint') AS complained, max(fault) FILTER (WHERE label = 'bounce') AS fault
                  FROM (%(answers)s) answer WHERE touch_id IS NOT NULL GROUP BY touch_id
            ), visited AS (
                SELECT DISTINCT %(touch)s AS touch_id FROM outbound_event WHERE kind = 'clicked'
            ), gone AS (
                SELECT e.id, e.lead_id, e.date, e.kind, %(gone_touch)s AS touch_id, %(step)s AS step_id,
                       %(mailbox)s AS mailbox_id, (e.payload->>'number')::int AS number,
                       (e.payload->>'hour')::int AS hour, e.payload->>'variant' AS variant,
                       e.payload->>'channel' AS channel, e.payload->>'tier' AS tier, e.payload->>'level' AS level,
                       e.payload->>'function' AS function
                  FROM outbound_event e
                 WHERE e.kind IN ('touch_sent', 'touch_done', 'touch_failed') AND e.payload->>'channel' <> 'internal'
            ), line AS (
                SELECT gone.*, kind <> 'touch_failed' AS reached, kind <> 'touch_failed' AND channel = 'email' AS is_mail
                  FROM gone
            )
            SELECT g.id, %(lead)s, g.date, s.sequence_id, s.id AS step_id, g.number, g.variant, g.channel,
                   m.id AS mailbox_id, g.hour, g.tier, g.level, g.function, b.fault,
                   g.reached::int AS touches, g.is_mail::int AS mails, (NOT g.reached)::int AS failed,
                   COALESCE(b.bounced AND g.is_mail, FALSE)::int AS bounced,
                   COALESCE(b.complained AND g.is_mail, FALSE)::int AS complained,
                   CASE WHEN g.reached THEN l.id END AS contacted,
                   CASE WHEN g.reached AND b.answered THEN l.id END AS answered,
                   CASE WHEN g.reached AND b.positive THEN l.id END AS positive,
                   CASE WHEN g.reached AND b.negative THEN l.id END AS negative,
                   CASE WHEN g.reached AND c.touch_id IS NOT NULL THEN l.id END AS clicked,
                   %(reply_rate)s, %(positive_rate)s, %(negative_rate)s, %(click_rate)s, %(bounce_rate)s,
                   %(complaint_rate)s
              FROM line g
              JOIN crm_lead l ON l.id = g.lead_id
              LEFT JOIN outbound_sequence_step s ON s.id = g.step_id
              LEFT JOIN outbound_mailbox m ON m.id = g.mailbox_id
              LEFT JOIN came_back b ON b.touch_id = g.touch_id
              LEFT JOIN visited c ON c.touch_id = g.touch_id
              %(verticals)s
            """,
            answers=self._select_answers(),
            is_answer=self._is_answer(),
            is_positive=self._is_positive(),
            negative=list(NEGATIVE),
            touch=self._number("touch"),
            gone_touch=self._number("touch", "e"),
            step=self._number("step", "e"),
            mailbox=self._number("mailbox", "e"),
            lead=self._select_lead(),
            verticals=self._join_verticals(),
            reply_rate=_share("b.answered", "g.reached", "reply_rate"),
            positive_rate=_share("b.positive", "g.reached", "positive_rate"),
            negative_rate=_share("b.negative", "g.reached", "negative_rate"),
            click_rate=_share("c.touch_id IS NOT NULL", "g.reached", "click_rate"),
            bounce_rate=_share("b.bounced", "g.is_mail", "bounce_rate"),
            complaint_rate=_share("b.complained", "g.is_mail", "complaint_rate"),
        )


def _share(part: str, whole: str, name: str) -> SQL:
    """The share of a single line: all, nothing, or not counted."""
    return SQL(f"CASE WHEN {whole} THEN 100.0 * COALESCE({part}, FALSE)::int END AS {name}")
