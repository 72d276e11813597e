from collections import defaultdict
from datetime import timedelta

from odoo import api, models

from ...domain.style import find_habits

DAYS = 180  # what people changed before that may be a matter of the past
AT_LEAST = 3  # drafts in which the same phrase was changed
MOST = 2000  # drafts that are looked at, the latest first


class OutboundStyleRule(models.Model):
    """What people change again and again is proposed as a rule; an administrator decides."""

    _inherit = "outbound.style.rule"

    @api.model
    def _cron_learn_style(self):
        """Scheduled action: propose what was changed in several drafts; what was decided stays decided."""
        known = {(rule.lang, rule.phrase.casefold()): rule for rule in self.sudo().search([])}
        proposed = []
        for lang, edits in self._find_edits().items():
            for habit in find_habits(edits, AT_LEAST):
                rule = known.get((lang, habit.phrase))
                if rule:
                    rule.count = max(rule.count, habit.count)
                else:
                    vals = {"phrase": habit.phrase, "instead": habit.instead, "count": habit.count, "lang": lang}
                    proposed.append({**vals, "state": "proposed"})
        return self.sudo().create(proposed)

    @api.model
    def _find_edits(self) -> dict[str, list[tuple[str, str]]]:
        """Drafts that people changed and approved: the text as drafted and as they left it, by language."""
        since = self.env["outbound.clock"]._now() - timedelta(days=DAYS)
        touches = (
            self.env["outbound.touch"]
            .sudo()
            .search(
                [("approved_by", "!=", False), ("approved_date", ">=", since), ("edit_share", ">", 0)],
                order="approved_date desc",
                limit=MOST,
            )
        )
        edits = defaultdict(list)
        for touch in touches:
            if touch.template_id.lang and touch.drafted_text and touch.body_text:
                edits[touch.template_id.lang].append((touch.drafted_text, touch.body_text))
        return edits
