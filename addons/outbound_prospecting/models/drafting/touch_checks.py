from odoo import _, api, fields, models

from ...domain.draft_checks import Draft, run_checks


class OutboundTouch(models.Model):
    """What the machine checked in a draft, and how it says so."""

    _inherit = "outbound.touch"

    failed_checks = fields.Integer(
        compute="_compute_failed_checks",
        store=True,
        help="How many checks the present text fails. A text that fails one is never passed without a person.",
    )

    @api.depends("checks")
    def _compute_failed_checks(self):
        for touch in self:
            touch.failed_checks = sum(not check["ok"] for check in touch.checks or [])

    @api.model
    def _check_draft(self, draft: Draft) -> list[dict]:
        """Run the checks.

        :return: as stored in `checks`: a list of ``{name, ok, detail, message}``
        """
        return self._prepare_checks(run_checks(draft))

    @api.model
    def _prepare_checks(self, checks) -> list[dict]:
        """Checks (`domain.draft_checks.Check`) as they are stored."""
        found = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
        described = {check["name"]: check["message"] for check in self._describe_checks(found)}
        return [{**check, "message": described[check["name"]]} for check in found]

    @api.model
    def _describe_checks(self, checks) -> list[dict]:
        """Checks in the reader's language: a list of ``{name, ok, label, message}``, the failed ones first."""
        labels, texts = self._get_check_labels(), self._get_check_texts()
        described = [
            {
                "name": check["name"],
                "ok": check["ok"],
                "label": labels.get(check["name"], check["name"]),
                "message": self._describe_check(check, texts),
            }
            for check in checks or []
        ]
        return sorted(described, key=lambda check: check["ok"])

    @api.model
    def _get_check_labels(self) -> dict[str, str]:
        return {
            "subject_length": _("Subject length"),
            "emoji": _("No emoji"),
            "capitals": _("No capitals"),
            "reply_prefix": _("Honest subject"),
            "body_length": _("Length"),
            "specific": _("About them"),
            "ask": _("One easy ask"),
            "worn_out": _("No worn-out phrases"),
            "placeholder": _("Nothing unfilled"),
            "links": _("Known links"),
            "evidence": _("Borne by evidence"),
            "citations": _("Known statements"),
            "language": _("Language"),
            "foreign_link": _("No foreign address"),
            "markup": _("Plain text"),
            "hidden": _("No hidden letters"),
            "leak": _("Nothing of the prompt"),
            "opaque": _("Nothing unreadable"),
            "note_length": _("Length of the note"),
        }

    @api.model
    def _describe_check(self, check: dict, texts: dict[str, tuple[str, str]]) -> str:
        """One sentence on what a check saw.

        :param texts: as `_get_check_texts` answers, read once for many
        """
        name, ok, detail = check["name"], check["ok"], check.get("detail") or {}
        if name == "subject_length":
            if not detail.get("words"):
                return _("The subject is empty.")
            return _("The subject has %(words)s words; at most %(limit)s.", **detail)
        if name == "body_length":
            return _("%(sentences)s sentences; good mails have %(low)s to %(high)s.", **detail)
        if name == "note_length":
            return _("%(length)s characters; a note has room for %(limit)s.", **detail)
        if name == "specific":
            return self._describe_specific(ok, detail)
        if name == "ask":
            return self._describe_ask(ok, detail)
        passed, failed = texts[name]
        return passed if ok else failed % detail.get("found", "")

    @api.model
    def _get_check_texts(self) -> dict[str, tuple[str, str]]:
        """What to say when a check passes and when it fails; %s is what was found."""
        return {
            "emoji": (_("No emoji."), _("Emoji: %s")),
            "capitals": (_("Nothing is shouted."), _("All in capitals: %s")),
            "reply_prefix": (
                _("The subject claims no earlier talk."),
                _("“%s” claims an earlier mail, but there was none."),
            ),
            "worn_out": (_("No worn-out phrase."), _("Worn out: %s")),
            "placeholder": (_("No placeholder is left."), _("A placeholder is left: %s")),
            "links": (
                _("Links are ours."),
                _("A link came in with somebody's data: %s"),
            ),
            "evidence": (_("The evidence bears what is said about them."), _("The evidence does not bear %s")),
            "citations": (_("It rests on statements of the brief."), _("It rests on what is not in the brief: %s")),
            "language": (_("It is in their language."), _("It is in another language: %s")),
            "foreign_link": (_("No address but ours."), _("An address that is not ours: %s")),
            "markup": (_("No markup."), _("Markup: %s")),
            "hidden": (_("All letters can be seen."), _("Letters that nobody sees or that look like others: %s")),
            "leak": (_("It repeats nothing of the prompt."), _("It repeats the prompt: %s")),
            "opaque": (_("Everything can be read."), _("Nobody can read this: %s")),
        }

    @api.model
    def _describe_specific(self, ok: bool, detail: dict) -> str:
        if detail.get("rests"):
            return _("The first sentence rests on evidence.") if ok else _("The first sentence rests on no evidence.")
        if not ok:
            return _("The first sentence could be for anybody: it names nothing of theirs.")
        if detail.get("plain"):
            return _("The first sentence names “%(fact)s”. No research finding is on record, so the mail stays plain.",
                     fact=detail["fact"])  # fmt: skip
        return _("The first sentence names “%(fact)s”.", fact=detail["fact"])

    @api.model
    def _describe_ask(self, ok: bool, detail: dict) -> str:
        if detail.get("heavy"):
            return _("“%(heavy)s” asks too much of a stranger.", heavy=detail["heavy"])
        if ok:
            return _("One question, easy to answer.")
        if not detail.get("count"):
            return _("Nothing is asked: the reader does not know what to answer.")
        return _("%(count)s asks; one is enough.", count=detail["count"])
