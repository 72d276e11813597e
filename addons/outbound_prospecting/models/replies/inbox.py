from odoo import _, api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date, format_datetime

from .reply import DATED, LABELS, WARM
from .undo import REVIEWER

MAX_ROWS = 200
OPEN = ("read", "needs_person")
QUOTED_LIMIT = 20_000  # characters of folded text that a page shows


class OutboundReply(models.Model):
    """The reply inbox: light rows on the left, one reply with all that is needed to answer it on the right."""

    _inherit = "outbound.reply"

    @api.model
    def get_reply_queue(self, scope: str = "mine", filter_name: str = "", search: str = "", lead_id: int = 0) -> dict:
        """The replies that wait for a person.

        :param scope: ``mine`` (own prospects and those nobody owns) or ``all``
        :param filter_name: ``needs_me``, ``no_date``, ``interest``, ``done`` or empty for all that is open
        :param search: part of a name, a company, an address or a subject
        :param lead_id: only the replies of this prospect, whatever became of them
        :return: ``{rows, total, counts, can_see_all, labels}``; at most 200 rows, `total` says how many there are
        """
        self.check_access("read")
        may_all = self.env.su or self.env.user.has_group(REVIEWER)
        mine = Domain("lead_id.user_id", "in", [self.env.uid, False])
        base = Domain.TRUE if scope == "all" and may_all else mine
        if search.strip():
            names = ("lead_id.contact_name", "lead_id.partner_name", "email_from", "subject")
            base &= Domain.OR(Domain(name, "ilike", search.strip()) for name in names)
        filters = self._get_queue_filters()
        chosen = Domain("lead_id", "=", lead_id) if lead_id else base & filters.get(filter_name, filters[""])
        replies = self.search(chosen, limit=MAX_ROWS)
        return {
            "rows": [reply._prepare_queue_row() for reply in replies],
            "total": len(replies) if len(replies) < MAX_ROWS else self.search_count(chosen),
            "counts": {
                "all": self.search_count(filters[""]),
                "mine": self.search_count(mine & filters[""]),
                **{name: self.search_count(base & domain) for name, domain in filters.items() if name != "done"},
            },
            "can_see_all": may_all,
            "labels": [{"code": code, "name": name} for code, name in self._get_labels().items()],
        }

    @api.model
    def _get_queue_filters(self) -> dict[str, Domain]:
        is_open = Domain("state", "in", OPEN)
        return {
            "": is_open,
            "needs_me": Domain("state", "=", "needs_person"),
            "no_date": is_open & Domain("label", "in", DATED) & Domain("resume_date", "=", False),
            "interest": is_open & Domain("label", "in", WARM),
            "done": Domain("state", "=", "done"),
        }

    @api.model
    def _get_labels(self) -> dict[str, str]:
        return dict(self._fields["label"]._description_selection(self.env))

    def _prepare_queue_row(self) -> dict:
        lead = self.lead_id
        return {
            "id": self.id,
            "name": lead.contact_name or lead.partner_name or lead.name or self.email_from or "",
            "company": lead.partner_name or "",
            "subject": self.subject or "",
            "label": self.label or "",
            "label_name": self._get_labels().get(self.label, ""),
            "confidence": round(self.confidence * 100),
            "state": self.state,
            "needs": self._describe_need(),
            "received": fields.Datetime.to_string(self.received_date),
        }

    # ------------------------------------------------------------------ one reply

    def get_reply_cards(self, ids: list[int] | None = None) -> list[dict]:
        """Replies with what led to them, what was done, and what can be done now.

        :param ids: at most 20; the recordset's own if None
        :raises AccessError: when one of them is not the person's to see
        """
        replies = self.browse(ids[:20]).exists() if ids is not None else self
        replies.check_access("read")
        return [reply._prepare_card() for reply in replies]

    def _prepare_card(self) -> dict:
        authors = dict(self._fields["labelled_by"]._description_selection(self.env))
        matches = dict(self._fields["matched_by"]._description_selection(self.env))
        reply = self.sudo()
        return {
            **self._prepare_queue_row(),
            "from": self.email_from or "",
            "received_label": format_datetime(self.env, self.received_date, dt_format="EEE d MMM y, HH:mm"),
            "author": reply.labelled_user_id.name or authors.get(self.labelled_by, ""),
            "matched": matches[self.matched_by],
            "segments": self._prepare_segments(),
            "rest": (self.rest or "")[:QUOTED_LIMIT],
            "error": self.error or "",
            "diagnosis": self.diagnosis or "",
            "resume_date": fields.Date.to_string(self.resume_date) if self.resume_date else "",
            "wants_date": self.label in DATED,
            "deadline": format_date(self.env, self.deadline) if self.deadline else "",
            "done": self._describe_effects(),
            "history": [record._describe() for record in reply.history_ids],
            "contact": self._prepare_contact(),
            "touch": self._prepare_touch(),
            "lead": reply._prepare_lead_facts(),
            "answer": reply._prepare_answer(),
            "raw_url": f"/web/content/{reply.raw_id.id}?download=true" if reply.raw_id else "",
        }

    def _prepare_segments(self) -> list[dict]:
        """The text cut at the passages that decided: ``[{"text", "decided"}]``."""
        text, end, segments = self.text or "", 0, []
        for start, stop in sorted(self.words or []):
            if end <= start < stop <= len(text):
                segments += [{"text": text[end:start], "decided": False}, {"text": text[start:stop], "decided": True}]
                end = stop
        return [one for one in [*segments, {"text": text[end:], "decided": False}] if one["text"]]

    def _prepare_contact(self) -> dict | None:
        if not (self.contact_name or self.contact_email):
            return None
        return {
            "name": self.contact_name or "",
            "email": self.contact_email or "",
            "phone": self.contact_phone or "",
            "lead_id": self.sudo().contact_lead_id.id,
        }

    def _prepare_touch(self) -> dict | None:
        touch = self.sudo().touch_id
        if not touch:
            return None
        sent = touch.done_date or touch.claimed_date
        return {
            "number": touch.number,
            "of": len(touch.enrolment_id.touch_ids),
            "sequence": touch.enrolment_id.sequence_id.name,
            "subject": touch.subject or "",
            "body": touch.body_text or "",
            "sent": format_datetime(self.env, sent, dt_format="EEE d MMM, HH:mm") if sent else "",
        }

    def _prepare_lead_facts(self) -> dict | None:
        lead = self.lead_id.with_env(self.env)
        if not lead:
            return None
        stages = dict(lead._fields["sequence_stage"]._description_selection(self.env))
        tiers = dict(lead._fields["icp_tier"]._description_selection(self.env))
        facts = [
            (_("Role"), lead.function),
            (_("Place"), ", ".join(filter(None, (lead.city, lead.country_id.name)))),
            (_("E-mail"), lead.email_from),
            (_("Phone"), lead.phone),
            (_("Rep"), lead.user_id.name),
            (_("Stage"), lead.stage_id.name),
            (_("Outreach"), stages.get(lead.sequence_stage)),
            (_("Why"), self.enrolment_id.state_reason),
        ]
        return {
            "id": lead.id,
            "name": lead.contact_name or lead.partner_name or lead.name,
            "company": lead.partner_name or "",
            "facts": [{"label": label, "value": value} for label, value in facts if value],
            "score": lead.icp_score or 0,
            "tier": tiers.get(lead.icp_tier) or "",
            "suppressed": lead.do_not_contact or "",
        }

    # ------------------------------------------------------------------ in words

    def _describe_need(self) -> str:
        needs = dict(self._fields["needs"]._description_selection(self.env))
        return needs.get(self.needs, "") if self.state == "needs_person" else ""

    def _describe_effects(self) -> list[str]:
        """What was done because of this mail, in sentences."""
        effects = self.effects or []
        counts = {name: len([one for one in effects if one["do"] == name]) for name in {one["do"] for one in effects}}
        texts = {
            "replied": _("Outreach to this person rests until somebody resumes it."),
            "deferred": _("Outreach to this person goes on at the date they named."),
            "moved": _("The next touch was moved behind the date they named."),
            "stopped": _("Outreach to this person was stopped."),
            "colleague": _("Colleagues whose outreach rests as well: %s.", counts.get("colleague", 0)),
            "suppressed": _("They are never written to again."),
            "stage": _("The prospect moved forward on the board."),
            "lost": _("The prospect was closed."),
            "counted": _("It counts in the health of the mailbox."),
        }
        return [text for name, text in texts.items() if name in counts]


class OutboundReplyLabel(models.Model):
    _inherit = "outbound.reply.label"

    def _describe(self) -> str:
        labels = dict(LABELS) | dict(self._fields["new_label"]._description_selection(self.env))
        return _(
            "%(user)s: %(old)s → %(new)s, %(date)s",
            user=self.user_id.name or "",
            old=labels.get(self.old_label, _("none")),
            new=labels[self.new_label],
            date=format_date(self.env, self.date),
        )
