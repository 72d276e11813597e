from odoo import models

from ...domain.proof import find_segments
from .touch_rewrite import MOST


class OutboundTouch(models.Model):
    """The proof of a draft beside it: which sentence rests on which statements, with their sources."""

    _inherit = "outbound.touch"

    def _prepare_card(self) -> dict:
        """Also `segments` (the body in pieces that know their statements), `statements`, `origin` and `attempts`."""
        written = [(one["text"], one["statements"]) for one in self.sentences or []]
        segments = find_segments(self.body_text or "", written)
        return {
            **super()._prepare_card(),
            "segments": [
                {"text": one.text, "statements": list(one.statements), "written": one.written} for one in segments
            ],
            "statements": self._prepare_statement_facts({id_ for one in segments for id_ in one.statements}),
            "origin": self._prepare_origin(),
            "attempts": self._prepare_attempts(),
        }

    def _prepare_statement_facts(self, cited: set[int]) -> list[dict]:
        """What the brief proves, and what else the text rests on although it counts no longer."""
        Statement = self.env["outbound.brief.statement"].sudo()
        current = self._get_statements().get(self.lead_id, Statement)
        kinds = dict(Statement._fields["kind"]._description_selection(self.env))
        return [
            {
                "id": one.id,
                "kind": kinds[one.kind],
                "text": one.text,
                "cited": one.id in cited,
                "current": one in current,
                "sources": [snippet._get_source() for snippet in one.snippet_ids],
            }
            for one in (current | Statement.browse(cited).exists()).sorted(lambda one: (one.sequence, one.id))
        ]

    def _prepare_origin(self) -> dict:
        """Who wrote the text and why, and whether a model may write it again."""
        version = self.prompt_version_id
        return {
            "by_model": bool(version),
            "prompt": version.display_name or "",
            "prompt_id": version.prompt_id.id,
            "plain_reason": self.plain_reason or "",
            "can_rewrite": self._can_rewrite(),
            "rewrites_left": max(MOST - self.rewrite_count, 0),
            "writing": bool(self.wish_date),
            "wish": self.wish or "",
            "outcome": self.wish_outcome or "",
        }

    def _prepare_attempts(self) -> list[dict]:
        """Earlier attempts that did not become the text, the latest first."""
        outcomes = dict(self.env["outbound.draft.attempt"]._fields["outcome"]._description_selection(self.env))
        others = self.attempt_ids.filtered(lambda one: one.text != self.drafted_text or one.outcome != "used")
        return [
            {
                "id": one.id,
                "date": self._local(one.date),
                "outcome": outcomes[one.outcome],
                "prompt": one.version_id.display_name,
                "wish": one.wish or "",
                "text": one.text or "",
                "failures": one._get_failures(),
            }
            for one in others
        ]
