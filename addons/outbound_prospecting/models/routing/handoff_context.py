from collections import defaultdict

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.tools import SQL, format_datetime

HISTORY = 8  # newest events that are shown
TEXT = 4000  # characters of a reply that fit on a task


class OutboundHandoff(models.Model):
    """All that one needs to answer: where the prospect comes from, why it is good, what happened, what it wrote."""

    _inherit = "outbound.handoff"

    context_html = fields.Html(compute="_compute_context_html", sanitize=False, string="What We Know")

    @api.depends("lead_id", "context_text")
    @api.depends_context("lang", "tz")
    def _compute_context_html(self):
        histories = self._get_histories()
        for handoff in self:
            handoff.context_html = handoff._get_context(histories[handoff.lead_id.id])

    def _get_notes(self) -> dict[int, Markup]:
        """The note of the activity of each, by id; a few statements for all."""
        histories, answers = self._get_histories(), self._get_suggested_answers()
        return {
            handoff.id: handoff._for_reader(handoff.user_id)._get_note(
                histories[handoff.lead_id.id], answers.get(handoff.id, "")
            )
            for handoff in self
        }

    def _for_reader(self, user):
        """The same in the language and time zone of whoever reads it."""
        return self.with_context(lang=user.lang or self.env.lang, tz=user.tz or self.env.context.get("tz"))

    def _get_note(self, history, answer: str) -> Markup:
        parts = [self._get_reply_html(), self._get_context(history.with_context(**self.env.context))]
        if answer:
            parts.append(_section(_("Suggested answer"), _lines(answer)))
        return Markup("").join(parts)

    def _get_reply_html(self) -> Markup:
        if not self.context_text:
            return Markup("")
        text = self.context_text[:TEXT] + ("…" if len(self.context_text) > TEXT else "")
        title = _("What they wrote") if self.replied else _("Note")
        return _section(title, Markup("<blockquote>%s</blockquote>") % _lines(text))

    def _get_context(self, history) -> Markup:
        lead = self.lead_id.sudo()
        facts = [
            (_("Source"), lead.source_id.name or lead.campaign_id.name or lead.referred or _("not known")),
            (_("Score"), self._describe_score(lead)),
            (_("Last contact"), self._format_date(lead.last_touch_date) or _("none")),
            (_("Links"), self._get_links(lead)),
        ]
        lines = Markup("").join(Markup("<div><b>%s:</b> %s</div>") % fact for fact in facts if fact[1])
        events = Markup("").join(
            Markup("<li>%s – %s</li>") % (self._format_date(event.date), event.summary) for event in history
        )
        happened = _section(_("What happened"), Markup("<ul>%s</ul>") % events) if events else Markup("")
        return _section(_("What we know"), lines) + happened

    def _describe_score(self, lead) -> str:
        """The score with what speaks for it, best first."""
        explanation = lead.icp_explanation
        if not explanation:
            return _("not scored yet")
        tier = explanation["tier"] and explanation["tier"]["name"]
        best = sorted(
            (factor for factor in explanation["factors"] if factor["reasons"]),
            key=lambda factor: -factor["rating"] * factor["weight"],
        )
        why = "; ".join(f"{factor['name']}: {factor['reasons'][0]}" for factor in best[:3])
        score = _("%(score)s of %(best)s", score=f"{lead.icp_score:.2f}", best=explanation["best"])
        return f"{score}{f' ({tier})' if tier else ''}{f' – {why}' if why else ''}"

    def _get_links(self, lead) -> Markup:
        links = [(_("Prospect"), f"/odoo/{lead._name}/{lead.id}"), (_("Hand-off"), f"/odoo/{self._name}/{self.id}")]
        if lead.website and lead.website.startswith(("https://", "http://")):
            links.append((_("Website"), lead.website))
        links.append((_("LinkedIn"), lead._get_profile_url()))
        link = Markup('<a href="%s" target="_blank" rel="noreferrer">%s</a>')
        return Markup(" · ").join(link % (url, name) for name, url in links)

    def _get_histories(self) -> dict:
        """The newest events of each prospect, by lead id, in one statement."""
        self.env["outbound.event"].flush_model()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT lead.id, event.id
                  FROM unnest(%s::int[]) AS lead (id),
               LATERAL (SELECT id FROM outbound_event
                         WHERE lead_id = lead.id ORDER BY date DESC, id DESC LIMIT %s) AS event
                """,
                self.lead_id.ids,
                HISTORY,
            )
        )
        ids = defaultdict(list)
        for lead_id, event_id in rows:
            ids[lead_id].append(event_id)
        events = self.env["outbound.event"].sudo().browse([event_id for _lead_id, event_id in rows])
        # Each history reads its events together with those of all others.
        return {lead.id: events.browse(ids[lead.id]).with_prefetch(events.ids) for lead in self.lead_id}

    def _format_date(self, date) -> str:
        zone = self.env.context.get("tz") or self.env.user.tz or "UTC"
        return format_datetime(self.env, date, tz=zone, dt_format="short") if date else ""


def _section(title: str, content: Markup) -> Markup:
    return Markup('<p class="mb-1 mt-2"><b>%s</b></p>%s') % (title, content)


def _lines(text: str) -> Markup:
    return Markup("<br/>").join(text.splitlines())
