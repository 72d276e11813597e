from babel.languages import get_official_languages

from odoo import _, api, models

from ...domain.drafting import as_sentence, first_name


class OutboundTemplate(models.Model):
    """What the tokens stand for."""

    _inherit = "outbound.template"

    @api.model
    def _get_wanted_languages(self, lead) -> list[str]:
        """Codes of the languages to write to `lead` in, best first: its own, then those of its country."""
        wanted = [lead.lang_id.code] if lead.lang_id else []
        if lead.country_id.code:
            wanted += get_official_languages(lead.country_id.code, de_facto=True)
        return wanted

    @api.model
    def _get_token_values(self, lead, lang: str, mailbox, angles, hook: str = "") -> dict[str, str]:
        """What is known for `lead`, by token name; empty where nothing is known.

        :param lang: language of the text; names of industries and countries are translated where it is installed
        :param angles: all angles (`outbound.angle`), read once for many prospects
        """
        installed = self.env["res.lang"]._get_data(code=lang).code
        lead = lead.with_context(lang=installed or "en_US")
        company = lead.company_id or mailbox.company_id or self.env.company
        vertical = lead.industry_id.outbound_vertical_ids[:1]
        return {
            "first_name": first_name(lead.contact_name or ""),
            "full_name": lead.contact_name or "",
            "job_title": lead.function or "",
            "company": lead.partner_name or "",
            "industry": lead.industry_id.name or "",
            "city": lead.city or "",
            "country": lead.country_id.name or "",
            "hook": as_sentence(hook or ""),
            "sender_name": mailbox.name or "",
            "sender_first_name": first_name(mailbox.name or "") or mailbox.name or "",
            "sender_company": (mailbox.company_id or company).name or "",
            "calendar_link": mailbox.calendar_link or "",
            **angles._get_texts(company, vertical, lang),
        }

    @api.model
    def _get_token_labels(self) -> dict[str, str]:
        """What each token means, for the editor and for messages."""
        return {
            "first_name": _("First name of the contact"),
            "full_name": _("Full name of the contact"),
            "job_title": _("Job title of the contact"),
            "company": _("Name of their company"),
            "industry": _("Their industry"),
            "city": _("Their city"),
            "country": _("Their country"),
            "hook": _("What research found about them"),
            "pain": _("Pain of their vertical"),
            "trend": _("Trend in their vertical"),
            "offer": _("What we offer their vertical, after “we”"),
            "case_study": _("What a similar company did"),
            "content": _("Something useful to read, with its address"),
            "sender_name": _("Name of the sender"),
            "sender_first_name": _("First name of the sender"),
            "sender_company": _("Our company"),
            "calendar_link": _("Booking page of the sender"),
        }

    @api.model
    def _get_token_remedies(self) -> dict[str, str]:
        """Where a missing value is filled in."""
        lead, angle, mailbox = _("on the prospect"), _("in Configuration, Angles"), _("on the mailbox")
        places = dict.fromkeys(("pain", "trend", "offer", "case_study", "content"), angle)
        places.update(dict.fromkeys(("sender_name", "sender_first_name", "sender_company", "calendar_link"), mailbox))
        places["hook"] = _("as the finding of the enrolment")
        return {name: places.get(name, lead) for name in self._get_token_labels()}

    @api.model
    def _explain_missing(self, missing) -> str:
        """Why a text cannot be written and how to go on, in one or two sentences."""
        labels, remedies = self._get_token_labels(), self._get_token_remedies()
        items = ", ".join(f"{{{name}}} ({labels[name]}: {remedies[name]})" for name in missing)
        return _(
            "Not known: %(tokens)s. Fill it in, or give the template words to use instead, such as {%(name)s|…}.",
            tokens=items,
            name=missing[0],
        )
