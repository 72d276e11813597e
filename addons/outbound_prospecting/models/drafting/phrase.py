from odoo import api, fields, models

from ...domain.draft_checks import Phrases


class OutboundPhrase(models.Model):
    """A wording that the checks of a draft look for."""

    _name = "outbound.phrase"
    _description = "Phrase"
    _order = "kind, lang, name"

    name = fields.Char(string="Phrase", required=True, help="Whole words; case and spaces do not matter.")
    kind = fields.Selection(
        [
            ("worn_out", "Worn out: must not appear"),
            ("heavy", "Asks too much of a stranger"),
            ("ask", "Asks for something without a question mark"),
        ],
        required=True,
        default="worn_out",
    )
    lang = fields.Selection(
        selection=lambda self: self.env["outbound.template"]._get_languages(),
        string="Language",
        help="Empty: looked for in mails of every language.",
    )
    active = fields.Boolean(default=True)

    _once = models.UniqueIndex("(lower(name), kind, COALESCE(lang, ''))", "This phrase is on the list already.")

    @api.model
    def _get_phrases(self, lang: str) -> Phrases:
        """The phrases that matter for a mail in `lang`; those of other places with the same language count too."""
        words: dict[str, list[str]] = {"worn_out": [], "heavy": [], "ask": []}
        for phrase in self.sudo().search([("active", "=", True)]):
            if not phrase.lang or phrase.lang.split("_")[0] == lang.split("_", maxsplit=1)[0]:
                words[phrase.kind].append(phrase.name)
        words["worn_out"] += self.env["outbound.style.rule"]._get_accepted(lang).mapped("phrase")
        return Phrases(tuple(words["worn_out"]), tuple(words["heavy"]), tuple(words["ask"]))
