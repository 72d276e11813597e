from dataclasses import replace
from datetime import datetime, timedelta, timezone

from odoo import models

from ...domain.routing import Decision, Prospect, after, choose
from .team_member import _offset, _short


class OutboundRoutingPolicy(models.Model):
    """Deciding: records become facts once for all prospects, then each decision is pure."""

    _inherit = "outbound.routing.policy"

    def _route(
        self, leads, team, *, urgent=False, force_quota=False, tried: dict[int, frozenset[int]] | None = None
    ) -> dict[int, tuple[Decision, str]]:
        """Who of `team` gets each of `leads`, in their order; writes nothing.

        :param urgent: they answered: whoever owns one keeps it while present, and quotas do not count
        :param tried: ids of users who are not asked again, by lead id
        :return: by lead id the decision, and the name of the rule that named the reps
        """
        now = self.env["outbound.clock"]._now()
        members = team.sudo().crm_team_member_ids.filtered(lambda member: member.user_id.active)
        people = members._get_candidates(now, force_quota=force_quota)
        outsiders = (leads.user_id if urgent else leads.user_id.browse()) - members.user_id
        extra = outsiders.filtered("active")._get_bare_candidates(team, now)
        wishes = members._get_wishes(leads)
        rules = self._find_rules(leads)
        prospects = leads._get_routing_facts(now)
        policy = self._to_domain()
        decisions = {}
        for turn, lead in enumerate(leads):
            holder = lead.user_id.id if urgent else None
            known = [*people.values(), *([extra[holder]] if holder in extra else [])]
            candidates = [_for_lead(one, wishes.get(one.id), lead.id, holder) for one in known]
            rule = rules.get(lead.id, self.env["outbound.routing.rule"])
            options = {"tried": (tried or {}).get(lead.id, frozenset()), "holder": holder, "urgent": urgent}
            aware = now.replace(tzinfo=timezone.utc)
            only = frozenset({*rule.user_ids.ids, *([holder] if holder else [])}) if rule else None
            decision = choose(prospects[lead.id], candidates, policy, now=aware, only=only, **options)
            if rule and decision.owner is None and not rule.strict:
                rule = rule.browse()
                decision = choose(prospects[lead.id], candidates, policy, now=aware, **options)
            if decision.owner in people:
                # A moment later for each, so that the next turn knows who was last.
                people[decision.owner] = after(people[decision.owner], aware + timedelta(microseconds=turn))
            decisions[lead.id] = decision, rule.name or ""
        return decisions

    def _find_rules(self, leads) -> dict:
        """The first rule that fits, by lead id; absent where none does."""
        parse = self.env["outbound.icp.criterion"]._parse_lead_domain
        found = {}
        for rule in self.rule_ids.filtered("active").sorted(reverse=True):  # the first one writes last
            found |= dict.fromkeys(leads.filtered_domain(parse(rule.domain or "[]")).ids, rule)
        return found


def _for_lead(one, wish: dict | None, lead_id: int, holder: int | None):
    """A candidate with what their filters say of one prospect; whoever holds it has taken it already."""
    if not wish or one.id == holder:
        return one
    preferred = wish["preferred"]
    return replace(
        one, takes=lead_id in wish["takes"], preferred=lead_id in preferred if preferred is not None else None
    )


class OutboundLeadRouting(models.AbstractModel):
    """Facet of `crm.lead`: its rep, why it is this one, and its hand-offs."""

    _name = "outbound.lead.routing"
    _description = "Lead facet: routing"

    def _get_routing_facts(self, now: datetime) -> dict[int, Prospect]:
        """What routing knows of these prospects, by id."""
        Template = self.env["outbound.template"]
        facts = {}
        for lead in self.sudo():
            zone, assumed = lead._get_outreach_zone()
            languages = (_short(code) for code in Template._get_wanted_languages(lead))
            facts[lead.id] = Prospect(
                industry=lead.industry_id.id or 0,
                verticals=frozenset(lead.industry_id.outbound_vertical_ids.ids),
                size=lead.employee_count or 0,
                languages=tuple(dict.fromkeys(languages)),
                country=lead.country_id.code or "",
                offset=None if assumed and not lead.country_id else _offset(zone, now),
            )
        return facts
