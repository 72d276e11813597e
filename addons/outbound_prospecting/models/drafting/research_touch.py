from odoo import _, api, fields, models

from ...domain.lifecycle import TouchEvent

UNSENT_TEXTS = ("drafted", "in_review", "approved")


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    hook_statement_id = fields.Many2one(
        "outbound.brief.statement",
        string="Statement",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
        help="The statement of the brief that the finding is; empty where a person noted it.",
    )

    def _note_finding(self, finding: str, source: str = "", statement=None):
        """As before; `statement` of the brief that it comes from, where no person found it."""
        super()._note_finding(finding, source)
        self.hook_statement_id = statement

    def _note_statement(self, statement):
        """Keep a statement of the brief as the finding."""
        sources = [snippet._get_source() for snippet in statement.snippet_ids[:1]]
        source = (
            ", ".join(filter(None, [sources[0]["url"] or sources[0]["title"], sources[0]["day"]])) if sources else ""
        )
        self._note_finding(statement.text, source, statement)


class OutboundTouch(models.Model):
    """The first task of a sequence is research, and does itself where the brief gives something to write about."""

    _inherit = "outbound.touch"

    def _filter_research(self):
        return self.filtered(lambda touch: touch.number == 1 and touch.channel == "internal")

    def _open_tasks(self):
        touches = super()._open_tasks()
        touches._filter_research()._research_by_itself()
        return touches

    def _research_by_itself(self):
        """Finish open research tasks whose brief is ready; the others stay with a person, who reads why.

        :return: those that are finished
        """
        done = self.browse()
        for touch in self.sudo():
            if statement := touch.lead_id.brief_id._choose_finding():
                touch._finish_research(statement)
                done += touch
        return done

    def _finish_research(self, statement):
        if not self.enrolment_id.hook:
            self.enrolment_id._note_statement(statement)
        feedback = _("Researched by itself: “%(finding)s” (%(source)s)",
                     finding=self.enrolment_id.hook, source=self.enrolment_id.hook_source or _("no source"))  # fmt: skip
        if self.activity_id:
            self.activity_id._action_done(feedback=feedback)
        else:
            self._apply(TouchEvent.COMPLETE_TASK)

    def _explain_waiting(self, enrolment, blocker, now):
        """A research task says why it waits for a person."""
        why = super()._explain_waiting(enrolment, blocker, now)
        if self.state == "open" and self._filter_research() and enrolment.state == "active":
            return f"{why} {self._explain_research()}".strip()
        return why

    def _explain_research(self) -> str:
        """Why research was not done by itself, as things stand."""
        lead = self.sudo().lead_id
        brief = lead.brief_id
        if not brief or brief.state != "ready":
            return brief.reason or lead.research_status
        if brief.is_doubtful:
            return _(
                "What was read may be about “%s”: say on the prospect whether it is the right company.", brief.doubt
            )
        return _("The evidence holds nothing to open a mail with. Note what you find. %s", brief.reason or "").strip()


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def _compute_outbound_task(self):
        super()._compute_outbound_task()
        for activity in self.filtered("outbound_task"):
            research = activity.outbound_touch_ids.filtered(lambda touch: touch.state == "open")._filter_research()
            if research:
                activity.outbound_task = {**activity.outbound_task, "why": research[0]._explain_research()}


class OutboundLeadResearch(models.AbstractModel):
    _inherit = "outbound.lead.research"

    @api.model
    def _use_brief(self, briefs):
        """Research tasks that wait for these briefs are done; what they found before gives way to what they say now."""
        super()._use_brief(briefs)
        enrolments = briefs.lead_id._get_open_enrolments()
        for enrolment in enrolments.filtered(lambda one: not one.hook or one.hook_statement_id):
            statement = enrolment.lead_id.brief_id._choose_finding()
            if statement and statement != enrolment.hook_statement_id:
                enrolment._note_statement(statement)
            elif enrolment.hook_statement_id and not statement:
                enrolment._note_finding("")
        enrolments.touch_ids.filtered(lambda touch: touch.state == "open")._filter_research()._research_by_itself()

    @api.model
    def _drop_brief(self, briefs):
        """Nothing that these briefs say is used any more: findings are forgotten, unsent drafts written anew."""
        super()._drop_brief(briefs)
        enrolments = briefs.lead_id._get_open_enrolments()
        enrolments.filtered("hook_statement_id")._note_finding("")
        enrolments.touch_ids.filtered(lambda touch: touch.state in UNSENT_TEXTS)._withdraw_text()
