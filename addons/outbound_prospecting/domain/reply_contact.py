"""The other person whom an answer names: a colleague to write to instead."""

from __future__ import annotations

import re

from .reply_cues import starts_sentence

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d{1,4}\)?(?:[ ./-]?\(?\d{2,5}\)?){2,5}(?![\w/-])")
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ten|ter|af|el|bin|zu)"
_WORD = r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻ][a-zà-öø-ÿąćęłńóśźż'’]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?"
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Dra|Prof|Herrn?|Frau|M|Mme|Monsieur|Madame|Sr|Sra|Señor|Señora|Sig|Sig\.ra|Dott|Dottoressa"
    r"|Signora?|Pan|Pani|Pana|Panem|Panią|Dhr|Mevrouw|Meneer|Mw)"
)
_NAME = re.compile(rf"\b(?P<title>{_TITLE}\.?\s+)?(?P<name>{_WORD}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_WORD}){{0,3}})")
# Capitalised, but no person: beginnings of sentences in all our languages, roles, products and days.
_NOT_NAMES = """hi hello dear thanks thank best regards kind the you your please our we it its he she they his her this that for
    if in on at and or not head director manager chief officer sales marketing purchasing procurement finance operations
    crm erp it hr sap odoo ceo cto cio cfo hallo guten tag liebe lieber danke vielen dank mit freundlichen grüßen gruß viele
    sie ihre ihr ich wir das der die dafür hierfür bitte mail mails kollege kollegen kollegin kolleginnen einkauf einkaufs leiter
    leiterin geschäftsführer geschäftsführung abteilung vertrieb zentrale anfrage nachricht thema themen bonjour merci
    cordialement je nous vous votre la le les bonne voyez pour ce cette c'est veuillez directeur directrice responsable
    hola buenos buenas gracias saludos el los mejor su yo es este le puede buongiorno ciao grazie saluti cordiali il lo
    gli ho di questo la giro suo sono beste geachte bedankt groet met vriendelijke daarvoor ik je uw olá bom dia obrigado
    obrigada cumprimentos o os a as quem encaminhei seu sua dzień dobry dziękuję proszę pozdrawiam za w hej tack hälsningar
    med vänliga hälsning tak venlig hilsen jag du jeg monday tuesday wednesday thursday friday january february march
    april may june july august september october november december montag dienstag mittwoch donnerstag freitag januar
    februar märz mai juni juli oktober dezember group team board talk speak contact ask try write reach call email
    forwarding cheers sorry unfortunately sprechen sprich wenden ansprechpartner ansprechpartnerin ansprechperson
    personne responsável przekazałem przekazałam no yes ja nein oui non si sí sim tak adresse anliegen"""
_NO_NAMES = frozenset(_NOT_NAMES.split())
_NEAR = 140  # letters between the words that point to somebody and the name


def find_email(text: str) -> str:
    """First address in the text, or ""."""
    found = _EMAIL.search(text)
    return found[0].strip(".'-").lower() if found else ""


def find_phone(text: str) -> str:
    """First number long enough to be called, or ""; dates and amounts are none."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if 8 <= len(digits) <= 15 and not re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}", found[0]):
            return found[0].strip()
    return ""


def find_name(text: str, positions: list[int]) -> str:
    """Name nearest to the passages that point to a person, or "".

    :param positions: where those passages begin
    """
    best: tuple[int, str] | None = None
    for found in _NAME.finditer(text):
        words = _without_common(found["name"].split(" "))
        alone = len(words) == 1 and not found["title"]
        if not words or (alone and starts_sentence(text, found.start("name"))):
            continue  # what begins a sentence is capitalised anyway
        sure = bool(found["title"]) or len([word for word in words if word[0].isupper()]) > 1
        place = found.start("name")
        distance = min((abs(place - position) for position in positions), default=_NEAR)
        distance += 0 if sure else 60
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, " ".join(words))
    return best[1] if best else ""


def _without_common(words: list[str]) -> list[str]:
    """A name without the capitalised words around it that are none."""
    while words and words[0].lower() in _NO_NAMES:
        words = words[1:]
    for position, word in enumerate(words):
        if word[0].isupper() and word.lower() in _NO_NAMES:
            return words[:position]
    return words
