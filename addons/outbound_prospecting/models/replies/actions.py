from collections import defaultdict

from odoo import models

from .reading import PROOF
from .reply import DATED, MACHINES, TOPICS

TOPIC_CODES = [code for code, _name in TOPICS]
# Wishes that count beside whatever else is in the mail: (flag, class whose rule is followed too).
WISHES = [("opt_out", "opt_out"), ("privacy_request", "privacy_request")]


class OutboundReply(models.Model):
    """From what a reply says to what is done: which rules are followed, and whether a person is asked."""

    _inherit = "outbound.reply"

    def _act(self):
        """Follow the rules for replies that were read, and say who goes on with them."""
        rules = self.env["outbound.reply.rule"]
        follow = defaultdict(self.browse)
        main = {}
        for company, replies in self.grouped("company_id").items():
            own = rules._get_rules(company)
            for reply in replies:
                main[reply] = reply._choose_rule(own)
                follow[main[reply]] += reply
                for code in reply._get_wishes():
                    follow[rules._pick(own, code, "")] += reply
        # Whoever must not be written to any more leaves first, so that nothing later finds them active.
        for rule in sorted(follow, key=lambda rule: (rule.suppress == "none", rule.sequence, rule.id)):
            follow[rule]._follow(rule)
        self._post_missing()
        self._close_or_pass_on(main)

    def _choose_rule(self, rules: dict):
        """The rule of its class; that of “Other” where nobody can be sure."""
        Rule = self.env["outbound.reply.rule"]
        rule = Rule._pick(rules, self.label, self.fault)
        return rule if rule._is_sure(self) else Rule._pick(rules, "other", "")

    def _get_wishes(self) -> list[str]:
        """Further classes whose rules are followed: an opt-out hidden in a long friendly mail is one."""
        return [label for flag, label in WISHES if flag in (self.flags or ()) and self.label != label]

    def _is_human(self) -> bool:
        return self.label not in MACHINES

    def _is_proven(self) -> bool:
        """Whether the mail can only be an answer to ours, or comes from the person who was written to."""
        if self.label in ("bounce", "complaint"):
            return self.matched_by in PROOF
        return self.matched_by in (*PROOF, "address")

    def _follow(self, rule):
        """Do what a rule says, for all its replies at once, and note what was done."""
        known = self.filtered("lead_id")
        if not rule:  # somebody deleted them all: who answered waits for a person
            known.filtered(lambda reply: reply._is_human())._pause_for_answer()
            return
        proven = known.filtered(lambda reply: reply._is_proven())
        self._suppress(rule)
        (known.filtered(lambda reply: reply._is_human()) | proven)._move_person(rule)
        self.filtered(lambda reply: reply._is_human() or reply in proven)._move_colleagues(rule)
        proven._move_stage(rule)
        proven._close_leads(rule)
        proven._note_source(rule)
        proven._count_for_mailbox(rule)
        self._set_deadline(rule)
        if rule.alert:
            self._remind_owner(rule.display_name, days=max(rule.deadline_days - 7, 0))
        if rule.hand_over:
            known._hand_over()

    def _close_or_pass_on(self, main: dict):
        now = self.env["outbound.clock"]._now()
        for reply in self:
            rule = main[reply]
            needs = reply._find_need(rule)
            vals = {"needs": needs, "holds": False}
            if needs:
                vals["state"] = "needs_person"
            elif rule.closes or not reply.lead_id:
                vals |= {"state": "done", "done_date": now}
            else:
                vals["state"] = "read"
            reply.write(vals)

    def _find_need(self, rule) -> str | bool:
        """Why a person decides, as a code; False if nobody has to."""
        if not self.lead_id:
            return "unmatched" if self._is_human() or self.label in ("bounce", "complaint") else False
        topic = next((code for code in TOPIC_CODES if code in (self.flags or ())), "")
        if topic:
            return topic
        if not self._is_proven():
            return "company" if self._is_human() else "unmatched"
        if not rule:
            return "rule"
        if rule.label != self.label and self.labelled_by != "person":
            return "unsure"
        if self.label in DATED and not self.resume_date and not rule.wait_days and rule.person != "pause":
            return "no_date"
        if self.labelled_by == "person":
            return False
        return "rule" if rule.needs_person or self._get_wishes() else False
