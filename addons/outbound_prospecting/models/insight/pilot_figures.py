from dataclasses import asdict

from odoo import _, fields, models
from odoo.tools import SQL

from ...domain import pilot as rules
from ...domain.pilot_figures import Figure, Person, measure
from ..replies.reply import MACHINES, WARM

HARSH = ("opt_out", "hostile", "complaint")


class OutboundPilot(models.Model):
    """What a pilot measures: one statement reads every member, `domain.pilot_figures` counts them."""

    _inherit = "outbound.pilot"

    figures = fields.Json(readonly=True, copy=False, help="The members as they stood when the pilot was finished.")

    def _get_people(self) -> dict[int, list[Person]]:
        """Every member of these pilots as they stand, by pilot; those of finished pilots as they stood."""
        frozen = {pilot.id: [Person(**row) for row in pilot.figures] for pilot in self if pilot.figures}
        live = self.filtered(lambda pilot: pilot.id not in frozen)
        people = {**dict.fromkeys(self.ids, ()), **frozen}
        if live.ids:
            people |= live._read_people()
        return {pilot_id: list(found) for pilot_id, found in people.items()}

    def _read_people(self) -> dict[int, list[Person]]:
        self.env.flush_all()
        rows = self.env.execute_query_dict(
            SQL(
                """
                SELECT m.pilot_id, m.lead_id AS lead, m.holdout, e.id IS NOT NULL AS enrolled,
                       COALESCE(t.contacted, FALSE) AS contacted,
                       COALESCE(e.tracked, FALSE) AS tracked,
                       COALESCE(v.opened, FALSE) AS opened,
                       COALESCE(v.opened_by_machine AND NOT v.opened, FALSE) AS opened_by_machine,
                       COALESCE(r.replied, FALSE) AS replied,
                       COALESCE(r.positive, FALSE) AS positive,
                       COALESCE(r.negative, FALSE) OR COALESCE(v.unsubscribed, FALSE) AS negative,
                       COALESCE(l.meeting_booked_date >= p.launch_date, FALSE) AS meeting,
                       COALESCE(r.bounced, FALSE) OR COALESCE(t.refused, FALSE) AS bounced,
                       COALESCE(r.complained, FALSE) AS complained,
                       COALESCE(e.state IN ('completed', 'replied', 'stopped'), FALSE) AS ended,
                       COALESCE(e.state IN ('completed', 'replied') OR r.replied AND e.state = 'stopped', FALSE)
                           AS completed,
                       COALESCE(l.won_status = 'won', FALSE) AS won,
                       COALESCE(l.won_status = 'lost', FALSE) AS lost,
                       COALESCE(l.deal_value_estimate, 0)::float AS value,
                       c.spent
                  FROM outbound_pilot_member m
                  JOIN outbound_pilot p ON p.id = m.pilot_id
                  JOIN crm_lead l ON l.id = m.lead_id
                  LEFT JOIN LATERAL (
                       SELECT e.id, e.state, s.track_opens AS tracked
                         FROM outbound_enrolment e
                         JOIN outbound_sequence s ON s.id = e.sequence_id
                        WHERE e.pilot_id = m.pilot_id AND e.lead_id = m.lead_id
                        ORDER BY e.id DESC
                        LIMIT 1) e ON TRUE
                  LEFT JOIN LATERAL (
                       SELECT bool_or(t.state <> 'failed') AS contacted, bool_or(t.state = 'failed') AS refused
                         FROM outbound_touch t
                         JOIN outbound_enrolment o ON o.id = t.enrolment_id
                        WHERE o.pilot_id = m.pilot_id AND o.lead_id = m.lead_id
                          AND t.state IN ('sent', 'done', 'failed') AND t.channel <> 'internal') t ON TRUE
                  LEFT JOIN LATERAL (
                       SELECT bool_or(kind = 'opened' AND NOT COALESCE((payload->>'automatic')::bool, FALSE)) AS opened,
                              bool_or(kind = 'opened' AND (payload->>'automatic')::bool) AS opened_by_machine,
                              bool_or(kind = 'unsubscribed') AS unsubscribed
                         FROM outbound_event v
                        WHERE v.lead_id = m.lead_id AND v.date >= p.launch_date
                          AND v.kind IN ('opened', 'unsubscribed')) v ON TRUE
                  LEFT JOIN LATERAL (
                       SELECT bool_or(r.label <> ALL(%(machines)s)) AS replied,
                              bool_or(r.label = ANY(%(warm)s)) AS positive,
                              bool_or(r.label = ANY(%(harsh)s)) AS negative,
                              bool_or(r.label = 'bounce' AND r.fault = 'recipient') AS bounced,
                              bool_or(r.label = 'complaint') AS complained
                         FROM outbound_reply r
                        WHERE r.lead_id = m.lead_id AND r.received_date >= p.launch_date) r ON TRUE
                  LEFT JOIN LATERAL (
                       SELECT jsonb_object_agg(currency_id, cost) AS spent
                         FROM (SELECT s.currency_id, SUM(k.cost) AS cost
                                 FROM outbound_provider_call k
                                 JOIN outbound_provider s ON s.id = k.provider_id
                                WHERE k.lead_id = m.lead_id
                                GROUP BY s.currency_id) k) c ON TRUE
                 WHERE m.pilot_id = ANY(%(pilots)s)
                 ORDER BY m.pilot_id, m.lead_id
                """,
                machines=list(MACHINES),
                warm=list(WARM),
                harsh=list(HARSH),
                pilots=self.ids,
            )
        )
        people = {}
        for row in rows:
            pilot = self.browse(row.pop("pilot_id"))
            row["cost"] = pilot._to_company_currency(row.pop("spent") or {})
            people.setdefault(pilot.id, []).append(Person(**row))
        return people

    def _to_company_currency(self, spent: dict[str, float]) -> float:
        """A sum of costs by the id of their currency, in the company's."""
        Currency = self.env["res.currency"]
        date = self.launch_date or self.env["outbound.clock"]._now()
        return sum(
            Currency.browse(int(currency))._convert(cost, self.currency_id, self.company_id, date, round=False)
            for currency, cost in spent.items()
        )

    def _freeze_figures(self) -> list[dict]:
        return [asdict(person) for person in self._get_people()[self.id]]

    def _measure(self) -> dict[int, dict[str, Figure]]:
        """Every metric of these pilots, by pilot."""
        ended = {pilot.id: pilot.state == "finished" for pilot in self}
        cost = {pilot.id: pilot.other_cost for pilot in self}
        return {
            pilot_id: measure(people, cost[pilot_id], ended=ended[pilot_id])
            for pilot_id, people in self._get_people().items()
        }

    def _judge(self, figures: dict[str, Figure], *, ended: bool) -> list[rules.Judgement]:
        """How each criterion of this pilot stands."""
        ripe = ended or self._get_progress().is_ripe
        return [
            rules.judge(criterion._to_domain(), figures[criterion.metric].finding, ended=ended, ripe=ripe)
            for criterion in self.sudo().criterion_ids
        ]

    def _has_ended(self) -> bool:
        """Whether the figures count as they are: nothing more is to come."""
        return self.state in ("stopped", "finished") or self._get_progress().ended

    def _find_kill_reasons(self) -> list[str]:
        """Sentences for the criteria for which this pilot must stop now."""
        figures = self._measure()[self.id]
        return [
            _("%(metric)s: %(reason)s", metric=row["name"], reason=row["reason"])
            for row in self._describe_criteria(figures)
            if row["code"] == "killed"
        ]
