from datetime import datetime, timezone

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.tools import format_datetime

from ...domain.routing import Decision

SHOWN = 4  # reps whose score is kept and shown


class OutboundAssignment(models.Model):
    """Why a prospect got its rep: one row a decision, kept as it was made."""

    _name = "outbound.assignment"
    _description = "Assignment"
    _order = "date desc, id desc"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", required=True, ondelete="cascade", index=True, string="Prospect")
    company_id = fields.Many2one("res.company", index="btree_not_null")
    user_id = fields.Many2one("res.users", string="Rep", ondelete="set null", index="btree_not_null")
    previous_user_id = fields.Many2one("res.users", string="Before", ondelete="set null")
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    cause = fields.Selection(
        [("new", "New prospect"), ("handoff", "Hand-off"), ("passed_on", "Passed on"), ("asked", "On request")],
        required=True,
        default="new",
    )
    decision = fields.Json(help="Candidates with their scores, who was left out, and the rule that named them.")
    explanation = fields.Html(compute="_compute_explanation", sanitize=False, string="Why This Rep")

    @api.model
    def _log_decisions(self, decisions: dict[int, tuple[Decision, str]], leads, cause: str):
        """Keep what was decided for `leads`; those who stay with nobody are logged too, with the reasons."""
        now = self.env["outbound.clock"]._now()
        return self.sudo().create(
            [
                {
                    "lead_id": lead.id,
                    "company_id": lead.company_id.id,
                    "user_id": decisions[lead.id][0].owner,
                    "previous_user_id": lead.user_id.id,
                    "date": now,
                    "cause": cause,
                    "decision": _to_json(*decisions[lead.id]),
                }
                for lead in leads
            ]
        )

    @api.depends("decision", "user_id")
    @api.depends_context("lang", "tz")
    def _compute_explanation(self):
        names = self._get_names()
        for assignment in self:
            assignment.explanation = assignment._explain(names) if assignment.decision else False

    def _get_names(self) -> dict[int, str]:
        ids = set()
        for decision in filter(None, self.mapped("decision")):
            ids |= {entry["user"] for entry in decision["ranked"] + decision["excluded"]}
        return {user.id: user.name for user in self.env["res.users"].sudo().browse(ids).exists()}

    def _explain(self, names: dict[int, str]) -> Markup:
        """The decision as people read it: the reps with what speaks for each, and who was left out."""
        decision, gone = self.decision, _("somebody who has left")
        lines = [Markup("<p>%s</p>") % self._explain_outcome(names)]
        rows = Markup("").join(
            self._explain_ranked(entry, names.get(entry["user"], gone)) for entry in decision["ranked"]
        )
        if rows:
            lines.append(Markup('<table class="table table-sm align-middle mb-2"><tbody>%s</tbody></table>') % rows)
        for entry in decision["excluded"]:
            text = f"{names.get(entry['user'], gone)}: {self._explain_objection(entry)}"
            lines.append(Markup('<div class="text-muted small">%s</div>') % text)
        return Markup("").join(lines)

    def _explain_outcome(self, names: dict[int, str]) -> str:
        decision, name = self.decision, self.user_id.sudo().name
        rule = decision.get("rule")
        if not self.user_id:
            text = _("Nobody could take this prospect.")
        elif decision.get("kept"):
            text = _("%s works on this prospect already.", name)
        elif len(decision["equals"]) > 1:
            text = _(
                "%(name)s: one of %(count)s equally suited reps, and the one who has waited longest.",
                name=name,
                count=len(decision["equals"]),
            )
        elif decision["ranked"]:
            text = _("%s suits this prospect best.", name)
        else:
            text = _("%s leads the team, and nobody else could take it.", name)
        return f"{text} {_('Rule: %s.', rule)}" if rule else text

    def _explain_ranked(self, entry: dict, name: str) -> Markup:
        criteria, reasons = self._get_criteria(), self._get_reasons()
        parts = sorted(entry["parts"], key=lambda part: -part["points"])
        said = "; ".join(
            f"{criteria[part['criterion']]} {part['points']:.0f}/{part['best']:.0f}"
            + (f" ({reasons[part['why']]})" if part["why"] in reasons else "")
            for part in parts
        )
        return Markup(
            '<tr><td class="fw-bold text-nowrap">%s</td><td class="text-end text-nowrap">%s</td>'
            '<td class="small text-muted w-100">%s</td></tr>'
        ) % (name, _("%s of 100", round(entry["score"])), said)

    def _explain_objection(self, entry: dict) -> str:
        words = {
            "tried": _("had it already"),
            "rule": _("not named by the rule"),
            "paused": _("takes no assignments"),
            "domain": _("takes other prospects"),
            "language": _("speaks none of its languages"),
            "leave": _("on leave"),
            "hours": _("not at work soon enough"),
            "quota": _("has enough new prospects for today"),
        }
        text = words.get(entry["objection"], entry["objection"])
        if not entry.get("until"):
            return text
        until = datetime.fromtimestamp(entry["until"], timezone.utc).replace(tzinfo=None)
        return _("%(why)s, until %(date)s", why=text, date=format_datetime(self.env, until, dt_format="short"))

    @api.model
    def _get_criteria(self) -> dict[str, str]:
        return {
            "expertise": _("expertise"),
            "language": _("language"),
            "geography": _("country and time zone"),
            "workload": _("free capacity"),
            "performance": _("success"),
            "preference": _("preference"),
        }

    @api.model
    def _get_reasons(self) -> dict[str, str]:
        """The codes of `domain.routing` that say more than their points do."""
        return {
            "expert": _("their field and size"),
            "other_field": _("other field or size"),
            "partly": _("field or size fits"),
            "speaks": _("speaks the language"),
            "speaks_other": _("speaks another language of the country"),
            "speaks_not": _("does not speak the language"),
            "country": _("their country"),
            "other_country": _("another country"),
            "similar": _("with similar prospects"),
            "others": _("with other prospects"),
            "no_record": _("no record yet"),
            "unknown": _("not known"),
        }


def _to_json(decision: Decision, rule: str) -> dict:
    owner_first = sorted(decision.ranked, key=lambda rank: rank.id != decision.owner)
    shown = {rank.id for rank in owner_first[:SHOWN]}
    return {
        "ranked": [
            {
                "user": rank.id,
                "score": round(rank.score, 2),
                "parts": [
                    {
                        "criterion": part.criterion.value,
                        "points": round(part.points, 2),
                        "best": round(part.best, 2),
                        "why": part.why,
                    }
                    for part in rank.parts
                ],
            }
            for rank in decision.ranked
            if rank.id in shown
        ],
        "excluded": [
            {"user": one.id, "objection": one.objection.value, "until": one.until.timestamp() if one.until else None}
            for one in decision.excluded
        ],
        "equals": list(decision.equals) if decision.owner in decision.equals else [],
        "kept": decision.kept,
        "rule": rule,
    }
