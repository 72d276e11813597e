from odoo import _, fields, models
from odoo.exceptions import AccessError, UserError

from ...domain.lifecycle import EnrolmentEvent
from .reply import LABELS, MACHINES

REVIEWER = "outbound_prospecting.group_outbound_reviewer"
# What of the former class stands when the new one does the same.
SAME = {"replied": ("person", "pause"), "colleague": ("colleagues", "pause"), "deferred": ("person", "defer")}


class OutboundReply(models.Model):
    """A person corrects the class: what the wrong one did is taken back where that is possible, the right one acts."""

    _inherit = "outbound.reply"

    def action_relabel(self, label: str, resume_date: str | bool = False):
        """Give replies another class, or the same one with a date.

        :param resume_date: YYYY-MM-DD, for classes that wait for one
        :raises AccessError: when one is another rep's
        :raises UserError: no such class
        """
        self._check_may_decide()
        if label not in dict(LABELS):
            raise UserError(_("There is no class “%s”.", label))
        now = self.env["outbound.clock"]._now()
        for reply in self.sudo():
            self.env["outbound.reply.label"].sudo().create(
                {
                    "reply_id": reply.id,
                    "old_label": reply.label,
                    "new_label": label,
                    "old_confidence": reply.confidence,
                    "old_author": reply.labelled_by,
                    "user_id": self.env.uid,
                    "date": now,
                }
            )
            old = reply.label
            vals = {"label": label, "labelled_by": "person", "labelled_user_id": self.env.uid, "confidence": 1.0}
            # The codes of wishes and topics were the rules' reading; the person has read it now.
            vals |= {"flags": [], "fault": reply.fault if label == "bounce" else False, "deadline": False}
            if resume_date:
                vals["resume_date"] = fields.Date.from_string(resume_date)
            reply.write(vals)
            rules = self.env["outbound.reply.rule"]
            reply._undo(keep=rules._pick(rules._get_rules(reply.company_id), label, reply.fault))
            reply._act()
            if reply.lead_id:
                event = reply._prepare_event_vals("relabelled")
                event |= {"old_value": old, "user_id": self.env.uid}
                self.env["outbound.event"]._log([event])
        return True

    def _check_may_decide(self):
        """Reviewers decide for everybody, reps for their own prospects and those nobody owns.

        :raises AccessError:
        """
        self.check_access("read")
        if self.env.su or self.env.user.has_group(REVIEWER):
            return
        for reply in self.sudo():
            if reply.lead_id.user_id and reply.lead_id.user_id != self.env.user:
                raise AccessError(_("The reply of %s is not yours. Ask its rep or a reviewer.", reply.display_name))

    def _undo(self, keep):
        """Take back what was done because of this reply, unless the rule `keep` does the same."""
        left = []
        for effect in reversed(self.effects or []):
            name, value = SAME.get(effect["do"], ("", ""))
            stands = bool(name) and keep[name] == value and effect["do"] != "deferred"
            if stands or not getattr(self, f"_undo_{effect['do']}", lambda _effect: False)(effect):
                left.insert(0, effect)
        self.effects = left

    def _undo_replied(self, effect: dict) -> bool:
        """Go on with the sequence, unless somebody else paused it since or another answer is there."""
        enrolment = self.env["outbound.enrolment"].sudo().browse(effect["enrolment"]).exists()
        others = self.sudo().search_count(
            [("id", "!=", self.id), ("lead_id", "=", enrolment.lead_id.id), ("label", "not in", [*MACHINES, False])],
            limit=1,
        )
        ours = enrolment.state in ("replied", "paused") and enrolment.state_cause == effect["do"]
        if not ours or others or effect["was"] != "active":
            return False
        try:
            with self.env.cr.savepoint():
                enrolment._apply(EnrolmentEvent.RESUME)
        except UserError:
            return False  # the person is in another sequence by now
        return True

    def _undo_deferred(self, effect: dict) -> bool:
        return self._undo_replied(effect)

    def _undo_colleague(self, effect: dict) -> bool:
        enrolment = self.env["outbound.enrolment"].sudo().browse(effect["enrolment"]).exists()
        if enrolment.state != "paused" or enrolment.state_cause != "colleague":
            return False
        enrolment._apply(EnrolmentEvent.RESUME)
        return True

    def _undo_suppressed(self, effect: dict) -> bool:
        suppression = self.env["outbound.suppression"].sudo().browse(effect["id"]).exists()
        if suppression.active and suppression.reason != "erased":
            suppression._lift(_("The reply was read wrongly; %s corrected it.", self.env.user.name))
        return True

    def _undo_stage(self, effect: dict) -> bool:
        lead = self.env["crm.lead"].sudo().browse(effect["lead"]).exists()
        if lead.stage_id.id == effect["to"]:
            lead.stage_id = effect["was"]
        return True

    def _undo_reminded(self, effect: dict) -> bool:
        self.env["mail.activity"].sudo().browse(effect["activity"]).exists().filtered("active").unlink()
        return True

    def _undo_lost(self, effect: dict) -> bool:
        lead = self.env["crm.lead"].sudo().browse(effect["lead"]).exists()
        if lead.won_status == "lost":
            lead.action_restore()
        return True

    def _undo_moved(self, effect: dict) -> bool:
        touch = self.env["outbound.touch"].sudo().browse(effect["touch"]).exists()
        if touch._filter_waiting() and touch.due_date == fields.Datetime.from_string(effect["to"]):
            touch.due_date = fields.Datetime.from_string(effect["was"])
            touch._set_wake_date()
            touch.lead_id._update_outreach()
        return True
