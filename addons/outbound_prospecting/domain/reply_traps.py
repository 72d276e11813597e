"""Words of an opt-out that speak of somebody else's: "can recipients unsubscribe?", "not me but Sam"."""

from __future__ import annotations

import re

from .phrases import FIRST_PERSON
from .reply_cues import Match, sentence_bounds

_WORD = re.compile(r"\w+(?:'\w+)?")
_OTHERS = re.compile(
    r"(?<!\w)(?:recipients?|customers?|subscribers?|contacts?(?= who| that| which)|users?|people|leads|prospects|clients?|somebody|someone|"
    r"what happens|was passiert|que se passe|que (?:pasa|ocurre|sucede)|(?:che )?cosa succede|wat gebeurt|o que acontece|co sie dzieje|"
    r"empfanger\w*|kunden|abonnenten|nutzer\w*|jemand\w*|leute|destinataires?|abonnes?|utilisateurs?|prospects?|quelqu'un|"
    r"destinatari\w*|clientes?|suscriptores|usuarios?|contactos|contatos|alguien|client[ei]|iscritti|utent[ei]|contatti|qualcuno|"
    r"ontvangers?|klant(?:en)?|abonnees?|gebruikers?|contacten|iemand|assinantes?|utilizadores|usuarios|alguem|"
    r"odbiorc\w*|klien[tc]\w*|uzytkowni\w*|ktos|mottagar\w*|kunder\w*|prenumerant\w*|modtager\w*|brugere\w*)(?!\w)"
)
_MYSELF = frozenset(word for words in FIRST_PERSON.values() for word in words) - {
    "nos",
    "us",
    "ons",
    "ci",
    "uns",
    "nas",
    "os",
    "oss",
    "m",
}
_I = re.compile(r"(?<!\w)(?:i|ich|je|j'|yo|io|ik|eu|moge|chce)(?!\w)")
# "Not to me but to ...": not a wish to be left alone.
_INSTEAD = re.compile(
    r"[^!?\n]{0,60}?(?<!\w)(?:instead|sondern|stattdessen|mais plutot|plutot a|sino|bensi|piuttosto a|mas sim|e sim|lecz|tylko do|zamiast)(?!\w)"
    r"|[^!?\n]{0,40}?(?<!\w)(?:but|rather|lieber|mais|plutot|mejor|ma|piuttosto|maar|liever|mas|antes|tylko|raczej)(?!\w)[^!?\n]{0,60}?\w@\w"
    r"|[^!?\n]{0,40}?(?<!\w)but (?:with |to |please )?(?:my|our|mr|ms|mrs)(?!\w)"
)
_EVER = re.compile(
    r"(?<!\w)(?:again|any ?more|further|ever|unsub\w*|mehr|weiter\w*|wieder|plus|jamais|mas|nunca|piu|mai|meer|nooit|mais|wiecej|nigdy)(?!\w)"
)


_FIRM = re.compile(r"unsub|desabonn|desinscri|disiscri|abmeld|uitschr|wypis|baja|remove|delete")
# "Not before March": a time, not an end.
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:before|until|till|vor|bis|avant|jusqu'?(?:au?|en)?|antes|hasta|prima|fino|voor|tot|ate|przed|do|fore|forran)(?!\w)"
    r"(?: (?:the|end|of|dem|ende|le|la|fin|de|del|di|a|al|el|fines|fine|het|einde?|van|o|fim|konca|koncem|early|mid|late|anfang|mitte))* "
    r"(?:\d|q[1-4]|(?:jan|ene|gen|sty|feb|fev|lut|mar|mrz|abr|apr|avr|kwi|mai|may|mag|mei|maj|jun|jui|giu|cze|jul|lug|lip|aug|aou|ago|"
    r"sie|sep|set|wrz|oct|okt|ott|out|paz|nov|lis|dec|dez|dic|gru|easter|ostern|paques|pascua|summer|sommer|verano|estate|next|nachst\w*)\w*)"
)


def not_before(text: str, match: Match) -> bool:
    """Whether its sentence only puts us off: "please don't write before June"."""
    return bool(_NOT_BEFORE.search(text, match.start, sentence_bounds(text, match.start)[1])) and not _FIRM.search(
        text, match.start, match.end
    )


def about_others(text: str, match: Match) -> bool:
    """Whether a question speaks of others and not of the asker: what our product can do."""
    start, end = sentence_bounds(text, match.start)
    sentence = text[start:end]
    if not sentence.endswith("?") or not _OTHERS.search(sentence):
        return False
    return not (_MYSELF & set(_WORD.findall(sentence)) or _I.search(sentence))


def instead_of(text: str, match: Match) -> bool:
    """Whether only another person or way is preferred: "don't write to me but to Sam"."""
    start, _end = sentence_bounds(text, match.start)
    return bool(_INSTEAD.match(text, match.start)) and not _EVER.search(text, start, match.end)
