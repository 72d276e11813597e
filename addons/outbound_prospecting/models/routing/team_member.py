from ast import literal_eval
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytz

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ...domain.handoff import free_from
from ...domain.routing import Candidate, Past

CAPACITY = 300  # prospects in 30 days that a member of an outbound team takes: more than the deals Odoo thinks of
MEMORY = timedelta(days=730)  # what lies further back says little about somebody today


class CrmTeamMember(models.Model):
    """What a member of an outbound team is good at. What is left empty speaks neither for nor against anybody."""

    _inherit = "crm.team.member"

    is_outbound = fields.Boolean(related="crm_team_id.is_outbound")
    outbound_vertical_ids = fields.Many2many("outbound.vertical", string="Verticals")
    outbound_industry_ids = fields.Many2many("res.partner.industry", string="Industries")
    outbound_size_min = fields.Integer(string="Employees From", help="Size of the companies they know best.")
    outbound_size_max = fields.Integer(string="To", help="0: no upper limit.")
    outbound_lang_ids = fields.Many2many(
        "res.lang",
        string="Languages",
        context={"active_test": False},
        help="Languages they write and talk in. Empty: the language of their user.",
    )
    outbound_country_ids = fields.Many2many("res.country", string="Countries")

    @api.constrains("outbound_size_min", "outbound_size_max")
    def _check_outbound_size(self):
        for member in self:
            low, high = member.outbound_size_min, member.outbound_size_max
            if low < 0 or high < 0 or (high and low > high):
                raise ValidationError(_("%s: the smallest size is above the largest.", member.user_id.name))

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        team = self.env["crm.team"].browse(self.env.context.get("default_crm_team_id"))
        if "assignment_max" in values and team.is_outbound:
            values["assignment_max"] = CAPACITY
        return values

    @api.model_create_multi
    def create(self, vals_list):
        outbound = self.env["crm.team"]._get_outbound_boards()
        for vals in vals_list:
            if vals.get("crm_team_id") in outbound:
                vals.setdefault("assignment_max", CAPACITY)
        return super().create(vals_list)

    # ------------------------------------------------------------------ facts

    def _get_candidates(self, now: datetime, force_quota=False) -> dict[int, Candidate]:
        """These members as `domain.routing` knows them, by user id, without what depends on the prospect.

        A handful of statements, whatever the number of members and of their prospects.

        :param now: naive UTC
        """
        members = self.sudo()
        users = members.user_id
        candidates = users._get_bare_candidates(members.crm_team_id, now)
        for member in members:
            user = member.user_id
            quota = member._get_assignment_quota(force_quota=force_quota) if member.assignment_max else 0
            candidates[user.id] = replace(
                candidates[user.id],
                industries=frozenset(member.outbound_industry_ids.ids),
                verticals=frozenset(member.outbound_vertical_ids.ids),
                smallest=member.outbound_size_min,
                largest=member.outbound_size_max,
                languages=frozenset(_short(lang.code) for lang in member.outbound_lang_ids)
                or candidates[user.id].languages,
                countries=frozenset(member.outbound_country_ids.mapped("code")),
                capacity=max(member.assignment_max, 1),
                quota=int(quota),
                paused=member.assignment_optout,
            )
        return candidates

    def _get_wishes(self, leads) -> dict[int, dict[str, frozenset[int]]]:
        """What the filters of each member say of `leads`: ids taken and ids preferred, by user id; absent without."""
        wishes = {}
        for member in self.sudo():
            takes = literal_eval(member.assignment_domain or "[]")
            prefers = literal_eval(member.assignment_domain_preferred or "[]")
            companies = member.user_id.company_ids
            fitting = leads.filtered(lambda lead, known=companies: not lead.company_id or lead.company_id in known)
            wishes[member.user_id.id] = {
                "takes": frozenset((fitting.filtered_domain(takes) if takes else fitting).ids),
                "preferred": frozenset(fitting.filtered_domain(prefers).ids) if prefers else None,
            }
        return wishes


class ResUsers(models.Model):
    _inherit = "res.users"

    def _get_bare_candidates(self, teams, now: datetime) -> dict[int, Candidate]:
        """What is known of people whether or not they are members: presence, language, clock, work and record."""
        spans = self._get_work_spans(now)
        leaves = self._get_leaves(now)
        aware = now.replace(tzinfo=timezone.utc)
        work = self._get_work_figures(teams, now)
        return {
            user.id: Candidate(
                id=user.id,
                languages=frozenset({_short(user.lang)} if user.lang else ()),
                offset=_offset(user.tz, now),
                open_work=work[user.id]["open"],
                past=tuple(work[user.id]["past"]),
                free_from=free_from(aware, spans[user.id]),
                leave_until=leaves[user.id].replace(tzinfo=timezone.utc) if user.id in leaves else None,
                assigned_at=work[user.id]["assigned"],
            )
            for user in self.sudo()
        }

    def _get_work_figures(self, teams, now: datetime) -> dict[int, dict]:
        """Open work, ended prospects by industry and the last assignment of each of these users, in one statement."""
        self.env["crm.lead"].flush_model(["user_id", "team_id", "active", "won_status", "industry_id"])
        self.env["crm.lead"].flush_model(["meeting_booked_date", "date_closed"])
        self.env["outbound.handoff"].flush_model(["user_id", "state"])
        rows = self.env.execute_query(
            SQL(
                """
                SELECT 'lead' AS kind, user_id, industry_id,
                       count(*) FILTER (WHERE active AND won_status = 'pending') AS open,
                       count(*) FILTER (WHERE won_status != 'pending' OR meeting_booked_date IS NOT NULL) AS handled,
                       count(*) FILTER (WHERE won_status = 'won' OR meeting_booked_date IS NOT NULL) AS good,
                       NULL::timestamp AS assigned
                  FROM crm_lead
                 WHERE user_id = ANY(%(users)s) AND team_id = ANY(%(teams)s)
                   AND (active AND won_status = 'pending' OR date_closed >= %(since)s)
                 GROUP BY user_id, industry_id
                UNION ALL
                SELECT 'handoff', user_id, NULL, count(*), 0, 0, NULL
                  FROM outbound_handoff
                 WHERE user_id = ANY(%(users)s) AND state IN ('assigned', 'escalated', 'acknowledged')
                 GROUP BY user_id
                UNION ALL
                SELECT 'assignment', user_id, NULL, 0, 0, 0, max(date)
                  FROM outbound_assignment
                 WHERE user_id = ANY(%(users)s)
                 GROUP BY user_id
                """,
                users=self.ids,
                teams=teams.ids,
                since=now - MEMORY,
            )
        )
        industries = self.env["res.partner.industry"].sudo().browse({row[2] for row in rows if row[2]})
        verticals = {industry.id: frozenset(industry.outbound_vertical_ids.ids) for industry in industries}
        figures = defaultdict(lambda: {"open": 0, "past": [], "assigned": None})
        for _kind, user_id, industry_id, count, handled, good, assigned in rows:
            figures[user_id]["open"] += count
            if handled:
                past = Past(industry_id or 0, handled, good, verticals.get(industry_id, frozenset()))
                figures[user_id]["past"].append(past)
            if assigned:
                figures[user_id]["assigned"] = assigned.replace(tzinfo=timezone.utc)
        return figures


def _short(code: str) -> str:
    return code.split("_", maxsplit=1)[0]


def _offset(zone: str | bool, now: datetime) -> float | None:
    """Hours that a clock of `zone` is ahead of UTC."""
    if not zone:
        return None
    return pytz.utc.localize(now).astimezone(pytz.timezone(zone)).utcoffset() / timedelta(hours=1)
