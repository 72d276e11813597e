from odoo import _, api, fields, models
from odoo.tools import SQL

from ..icp.icp_parts import TIER_CODES
from ..replies.reply import MACHINES, WARM

# What the rows of a report are joined with: the prospect, and the first of the verticals that its industry belongs to.
LEAD_FIELDS = ("company_id", "team_id", "user_id", "source_id", "industry_id", "won_status", "create_date")


class OutboundReport(models.AbstractModel):
    """What the reports share: whom a row is about, figures that are right in any grouping, the way to the record.

    A share is a quotient of two sums taken anew for each group, never an average of shares; a median is that of the
    group's rows. People are counted once, however often they were written to.
    """

    _name = "outbound.report"
    _description = "Figures of Outreach"
    _order = "date desc, id desc"

    # Figure -> (factor, aggregate above the line, aggregate below it)
    _ratios: dict[str, tuple[float, str, str]] = {}
    _medians: frozenset[str] = frozenset()

    lead_id = fields.Many2one("crm.lead", string="Prospect", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    team_id = fields.Many2one("crm.team", readonly=True)
    user_id = fields.Many2one("res.users", string="Rep", readonly=True)
    source_id = fields.Many2one("utm.source", readonly=True)
    industry_id = fields.Many2one("res.partner.industry", readonly=True)
    vertical_id = fields.Many2one(
        "outbound.vertical", readonly=True, help="The first of the verticals that the prospect's industry belongs to."
    )
    tier = fields.Selection(TIER_CODES, readonly=True)
    won_status = fields.Selection(
        [("won", "Won"), ("lost", "Lost"), ("pending", "Open")], string="Outcome", readonly=True
    )
    pilot_id = fields.Many2one(
        "outbound.pilot", store=False, search="_search_pilot_id", help="Pilots that the prospect takes part in."
    )
    date = fields.Datetime(readonly=True)

    def _read_group_select(self, aggregate_spec, query):
        name, _separator, function = aggregate_spec.partition(":")
        select = super()._read_group_select
        if function == "avg" and name in self._ratios:
            factor, part, whole = self._ratios[name]
            return SQL("%s * %s / NULLIF(%s, 0)", factor, select(part, query), select(whole, query))
        if function == "avg" and name in self._medians:
            return SQL("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY %s)", self._field_to_sql(self._table, name, query))
        return select(aggregate_spec, query)

    @api.model
    def _search_pilot_id(self, operator, value):
        """Prospects may take part in several pilots, so that pilots choose lines and are no column of them."""
        if operator != "in":
            return NotImplemented
        members = self.env["outbound.pilot.member"]._search([("pilot_id", "in", value)])
        return [("lead_id", "in", members.subselect("lead_id"))]

    @api.model
    def _select_lead(self) -> SQL:
        """Columns of the fields above; `l` and `v` come with `_join_lead`."""
        return SQL(
            "l.id AS lead_id, l.company_id, l.team_id, l.user_id, l.source_id, l.industry_id, v.vertical_id, l.won_status"
        )

    @api.model
    def _join_verticals(self) -> SQL:
        links = self.env["outbound.vertical"]._fields["industry_ids"]
        return SQL(
            """
            LEFT JOIN (SELECT DISTINCT ON (link.%(industry)s) link.%(industry)s AS industry_id, known.id AS vertical_id
                         FROM %(links)s link JOIN outbound_vertical known ON known.id = link.%(vertical)s
                        WHERE known.active ORDER BY link.%(industry)s, known.sequence, known.id
                      ) v ON v.industry_id = l.industry_id
            """,
            industry=SQL.identifier(links.column2),
            vertical=SQL.identifier(links.column1),
            links=SQL.identifier(links.relation),
        )

    @api.model
    def _select_answers(self) -> SQL:
        """Answers of people and reports of machines, each as it was last read: a person may have corrected its class."""
        return SQL(
            """
            SELECT DISTINCT ON (payload->>'reply') lead_id, %(touch)s AS touch_id, payload->>'label' AS label,
                   NULLIF(payload->>'fault', 'false') AS fault
              FROM outbound_event
             WHERE kind IN ('reply_read', 'relabelled', 'bounced', 'complained')
             ORDER BY payload->>'reply', id DESC
            """,
            touch=self._number("touch"),
        )

    @api.model
    def _number(self, key: str, alias: str = "outbound_event") -> SQL:
        """A number of an event's details; records that were not there are noted as false."""
        return SQL("NULLIF(%s->>%s, 'false')::int", SQL.identifier(alias, "payload"), key)

    @api.model
    def _is_answer(self) -> SQL:
        return SQL("label <> ALL(%s)", list(MACHINES))

    @api.model
    def _is_positive(self) -> SQL:
        return SQL("label = ANY(%s)", list(WARM))

    def action_open(self):
        """A line of a report opens the prospect it is about."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": _("Prospect"),
            "res_model": "crm.lead",
            "res_id": self.lead_id.id,
            "views": [(False, "form")],
        }
