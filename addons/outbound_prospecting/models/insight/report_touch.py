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
        # Plain joins instead of WITH: PostgreSQL then leaves out what a report does not ask for.
        return SQL(
            """
            SELECT e.id, %(lead)s, e.date, s.sequence_id, s.id AS step_id, (e.payload->>'number')::int AS number,
                   e.payload->>'variant' AS variant, e.payload->>'channel' AS channel, m.id AS mailbox_id,
                   (e.payload->>'hour')::int AS hour, e.payload->>'tier' AS tier, e.payload->>'level' AS level,
                   e.payload->>'function' AS function, b.fault,
                   (%(reached)s)::int AS touches, (%(is_mail)s)::int AS mails, (NOT %(reached)s)::int AS failed,
                   COALESCE(b.bounced AND %(is_mail)s, FALSE)::int AS bounced,
                   COALESCE(b.complained AND %(is_mail)s, FALSE)::int AS complained,
                   CASE WHEN %(reached)s THEN l.id END AS contacted,
                   CASE WHEN %(reached)s AND b.answered THEN l.id END AS answered,
                   CASE WHEN %(reached)s AND b.positive THEN l.id END AS positive,
                   CASE WHEN %(reached)s AND b.negative THEN l.id END AS negative,
                   CASE WHEN %(reached)s AND c.touch_id IS NOT NULL THEN l.id END AS clicked,
                   CASE WHEN %(reached)s THEN 100.0 * COALESCE(b.answered, FALSE)::int END AS reply_rate,
                   CASE WHEN %(reached)s THEN 100.0 * COALESCE(b.positive, FALSE)::int END AS positive_rate,
                   CASE WHEN %(reached)s THEN 100.0 * COALESCE(b.negative, FALSE)::int END AS negative_rate,
                   CASE WHEN %(reached)s THEN 100.0 * (c.touch_id IS NOT NULL)::int END AS click_rate,
                   CASE WHEN %(is_mail)s THEN 100.0 * COALESCE(b.bounced, FALSE)::int END AS bounce_rate,
                   CASE WHEN %(is_mail)s THEN 100.0 * COALESCE(b.complained, FALSE)::int END AS complaint_rate
              FROM outbound_event e
              JOIN crm_lead l ON l.id = e.lead_id
              LEFT JOIN outbound_sequence_step s ON s.id = %(step)s
              LEFT JOIN outbound_mailbox m ON m.id = %(mailbox)s
              LEFT JOIN (%(came_back)s) b ON b.touch_id = %(touch)s
              LEFT JOIN (%(visited)s) c ON c.touch_id = %(touch)s
              %(verticals)s
             WHERE e.kind IN ('touch_sent', 'touch_done', 'touch_failed') AND e.payload->>'channel' <> 'internal'
            """,
            lead=self._select_lead(),
            verticals=self._join_verticals(),
            reached=SQL("e.kind <> 'touch_failed'"),
            is_mail=SQL("(e.kind <> 'touch_failed' AND e.payload->>'channel' = 'email')"),
            touch=self._number("touch", "e"),
            step=self._number("step", "e"),
            mailbox=self._number("mailbox", "e"),
            came_back=self._select_came_back(),
            visited=SQL(
                "SELECT DISTINCT %s AS touch_id FROM outbound_event WHERE kind = 'clicked'", self._number("touch")
            ),
        )

    def _select_came_back(self) -> SQL:
        """What came of each touch that anything came of."""
        return SQL(
            """
            SELECT touch_id, bool_or(%(is_answer)s) AS answered, bool_or(%(is_positive)s) AS positive,
                   bool_or(label = ANY(%(negative)s)) AS negative, bool_or(label = 'bounce') AS bounced,
                   bool_or(label = 'complaint') AS complained, max(fault) FILTER (WHERE label = 'bounce') AS fault
              FROM (%(answers)s) answer WHERE touch_id IS NOT NULL GROUP BY touch_id
            """,
            answers=self._select_answers(),
            is_answer=self._is_answer(),
            is_positive=self._is_positive(),
            negative=list(NEGATIVE),
        )
