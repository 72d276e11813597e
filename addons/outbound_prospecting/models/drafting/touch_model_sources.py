from odoo import _, models

from ...domain.claims import Cite, Document
from ...domain.draft_checks import MAX_SUBJECT_WORDS, SENTENCES
from ...domain.draft_judge import NOTE_LENGTH, Ground, Grounds, around
from ...domain.model_draft import Frame, read_frame, usual_tone
from .model_job import Job
from .touch_draft import Plain

EARLIER = 3  # mails before this one that the model reads, so as not to say the same again
OURS = ("pain", "trend", "offer", "case_study", "content")


class OutboundTouch(models.Model):
    """From records to what a model may write from."""

    _inherit = "outbound.touch"

    def _filter_for_model(self):
        """Those whose text a model is to write; why not is noted where a person may wonder."""
        providers = self._get_providers()
        wanting = self.sudo().filtered(lambda touch: touch.step_id._wants_model() and providers[touch.company_id])
        if not wanting:
            return wanting
        statements = wanting._get_statements()
        prompts = wanting._get_prompts()
        proved = wanting.filtered(lambda touch: statements.get(touch.lead_id))
        (wanting - proved).plain_reason = _("Nothing about them is proved by a brief.")
        told = proved.filtered(lambda touch: touch._choose_prompt(prompts))
        (proved - told).plain_reason = _("There is no prompt for mails of this purpose.")
        return told

    def _get_providers(self) -> dict:
        """The language model for each company of these touches; empty where there is none."""
        Provider = self.env["outbound.provider"]
        return {
            company: Provider._find("llm", company or self.env.company) for company in self.mapped("company_id")
        } | {self.env["res.company"]: Provider._find("llm", self.env.company)}

    def _get_prompts(self):
        return self.env["outbound.prompt"]._get_prompts(self.company_id | self.env.company)

    def _choose_prompt(self, prompts, lang: str = ""):
        company = self.company_id or self.env.company
        return prompts._choose(self.step_id.draft_purpose, lang, company)

    def _get_statements(self) -> dict:
        """What briefs prove about the prospects of these touches, by prospect; nothing that a person has to settle first."""
        found = (
            self.env["outbound.brief.statement"]
            .sudo()
            .search(
                [
                    ("brief_id.lead_id", "in", self.lead_id.ids),
                    ("brief_id.state", "=", "ready"),
                    ("accepted", "=", True),
                    ("is_current", "=", True),
                ]
            )
        )
        usable = found.filtered(
            lambda one: not one.brief_id.is_doubtful and all(one.snippet_ids.document_id.mapped("is_current"))
        )
        return dict(usable.grouped("lead_id"))

    def _prepare_jobs(self) -> list[Job]:
        """What is to be asked for each; those for which nothing can be asked any more are left out."""
        sources = self._get_text_sources()
        sources.update(statements=self._get_statements(), prompts=self._get_prompts(), style={})
        providers = self._get_providers()
        jobs = []
        for touch in self.sudo():
            plain, _problem = touch._render_plain(sources)
            version = plain and touch._choose_prompt(sources["prompts"], plain.lang)._get_current()
            statements = sources["statements"].get(touch.lead_id)
            if not plain or not version or not statements:
                continue
            if plain.lang not in sources["style"]:
                sources["style"][plain.lang] = self.env["outbound.style.rule"]._get_instructions(plain.lang)
            keys = {f"s{number}": statement for number, statement in enumerate(statements, 1)}
            job = Job(
                touch=touch,
                version=version,
                provider=providers[touch.company_id],
                grounds=touch._prepare_grounds(plain, version, keys),
                facts={**touch._prepare_facts(plain, version.prompt_id, keys), "style": sources["style"][plain.lang]},
                keys={key: statement.id for key, statement in keys.items()},
                template_id=plain.template.id,
            )
            jobs.append(job)
        return jobs

    def _prepare_grounds(self, plain: Plain, version, keys: dict) -> Grounds:
        """What the text may say, and on what ground."""
        mail = plain.draft
        documents, statements = {}, {}
        for key, statement in keys.items():
            for snippet in statement.snippet_ids:
                document = snippet.document_id
                documents.setdefault(document, []).append(around(document.text, snippet.start, snippet.end))
            cites = tuple(Cite(_name_of(snippet.document_id), snippet.text) for snippet in statement.snippet_ids)
            statements[key] = Ground(cites)
        return Grounds(
            statements=statements,
            documents=tuple(Document(_name_of(one), "\n".join(texts)) for one, texts in documents.items()),
            given="\n".join([mail.body, *filter(None, plain.values.values())]),
            names=mail.names,
            links=mail.links or frozenset(),
            lang=plain.lang,
            instructions=version.text,
            thread=mail.subject if mail.is_reply else "",
            frame=read_frame(mail.body) if self.channel == "email" else Frame(),
            phrases=mail.phrases,
            is_note=self.channel != "email",
        )

    def _prepare_facts(self, plain: Plain, prompt, keys: dict) -> dict:
        """What the model reads: nothing that must not stand in a mail, no score, no address."""
        values, mail = plain.values, plain.draft
        usual = usual_tone(plain.lang, self.lead_id.country_id.code or "")
        if self.channel == "email":
            limits = {"subject_words": MAX_SUBJECT_WORDS, "sentences": [SENTENCES[0], SENTENCES[-1]], "questions": 1}
        else:
            limits = {"characters": NOTE_LENGTH}
        return {
            "purpose": self.step_id.draft_purpose,
            "step": self.step_id.purpose or self.step_id.name,
            "language": plain.lang,
            "tone": usual if prompt.tone == "auto" else prompt.tone,
            "recipient": _known(values, "first_name", "job_title", "company", "industry", "city", "country"),
            "sender": _known(values, "sender_first_name", "sender_company"),
            "ours": _known(values, *OURS),
            "links": sorted(mail.links or ()),
            "limits": limits,
            "statements": [
                {"id": key, "kind": one.kind, "text": one.text, "quotes": one.snippet_ids.mapped("text")}
                for key, one in keys.items()
            ],
            "plain": {"subject": mail.subject, "text": mail.body},
            "earlier": self._get_earlier_texts(),
        }

    def _get_earlier_texts(self) -> list[str]:
        sent = self.enrolment_id.touch_ids.filtered(
            lambda touch: touch.number < self.number and touch.state in ("sent", "done") and touch.body_text
        )
        return sent.sorted("number")[-EARLIER:].mapped("body_text")


def _known(values: dict[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names if values.get(name)}


def _name_of(document) -> str:
    """Its address, which tells whose text it is; unique, as two texts may come from one address."""
    return f"{document.url or 'pasted'}#{document.id}"
