"""Roles of people: one canonical name for "Chief Financial Officer", "Finanzvorstand" and "directrice financière"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .text import Passage, Span, fold

# Field of work: folded beginnings or words.
_FIELDS = {
    "finance": r"financ\w*|financieel|finanz\w*|finances|administratif et financier|kaufmannische\w*",
    "technology": r"technolog\w*|technisch|technical|technische\w*|technik|technique|tecnic[oa]|technology",
    "operations": r"operat\w*|operationeel|operaciones|betriebs?",
    "marketing": r"marketing",
    "sales": r"sales|verkoop|commercieel|vertriebs?|verkaufs?|commercial|commerciale|ventes|ventas|comercial|revenue",
    "people": r"hr|personeelszaken|people|human resources|personal|personnel|ressources humaines|rh|recursos humanos|rrhh|talent|"
    r"people and culture",
    "information": r"it|information|information technology|informatique|informatica|edv|sistemas|dsi|digital|data",
    "procurement": r"procurement|inkoop|purchasing|einkaufs?|achats|compras|sourcing",
    "production": r"production|productie|manufacturing|produktions?|fertigungs?|produccion",
    "quality": r"quality|kwaliteit|qualitats?|qualite|calidad",
    "safety": r"safety|hse|ehs|health and safety|sicherheits?|arbeitssicherheits?|arbeitsschutz|securite|hse|"
    r"seguridad|prl|health, safety and environment",
    "product": r"product|produkts?|produit|producto",
    "engineering": r"engineering|ingenieria|ingenierie|konstruktions?",
    "research": r"research|r&d|research and development|forschungs?|entwicklungs?|forschung und entwicklung|recherche|"
    r"recherche et developpement|r&d|i\+d|investigacion|development",
    "legal": r"legal|rechts?|juridique|juridic[oa]",
    "logistics": r"logistics|supply chain|logistik|logistique|logistica",
    "innovation": r"innovations?|innovacion",
    "strategy": r"strategy|strategie|estrategia",
    "sustainability": r"sustainability|nachhaltigkeits?|esg|rse|developpement durable|sostenibilidad",
    "communications": r"communications?|pr|presse|kommunikations?|comunicacion|public relations|media",
    "service": r"customer success|customer service|service|kundenservice|service client|support|atencion al cliente",
    "business": r"business development",
    "security": r"information security|cybersecurity|security|cyber",
    "purchasing": r"category",
    "maintenance": r"maintenance|instandhaltungs?|mantenimiento",
    "facility": r"facilit(?:y|ies)",
    "export": r"export",
}
_ANY = "|".join(sorted(_FIELDS.values(), key=len, reverse=True))
_OF = (
    r"(?:\s(?:of|for|der|des|fur|de la|de l'|de las|de los|de|del|du|des|van|voor|d'|d))?\s?'?(?:the |global |"
    r"group |european |regional )?"
)
_NEW = r"(?:global |group |european |regional |senior |deputy )?"
_HEAD = (
    r"head|vice[- ]president|vp|svp|evp|director[ae]?|directeur|directrice|leiter(?:in)?|responsable|jefe|"
    r"jefa|hoofd|chief|manager|gerente|lead|chef(?:in)?|bereichsleiter(?:in)?|abteilungsleiter(?:in)?|leitung"
)
_PATTERNS: list[tuple[str, str]] = [
    ("finance", r"cfo|daf|finanzvorstand\w*|finanzchef(?:in)?|finance (?:chief|boss)"),
    ("technology", r"cto|technikvorstand|technikchef(?:in)?|technology chief"),
    ("operations", r"coo|betriebsleiter(?:in)?"),
    ("marketing", r"cmo"),
    ("information", r"cio"),
    ("people", r"chro|personalvorstand\w*|drh"),
    ("sales", r"cro"),
    ("product", r"cpo"),
    ("security", r"ciso"),
    ("sustainability", r"cso"),
    ("ceo",
        r"ceo|md|chief executive(?: officer)?|managing director|geschaftsfuhr(?:er|erin|ern|ers|enden?|ende)|"
        r"firmenchef(?:in)?|"
                r"vorstandsvorsitzende\w*|vorsitzende\w* (?:der geschaftsfuhrung|des vorstands)|vorstandschef(?:in)?|"
                r"geschaftsleiter(?:in)?|"
                r"(?:president-)?directeur general|(?:presidente-)?directrice generale|pdg|p\.-?d\.g\.?|"
                r"director general|directora general|consejer[oa] delegad[oa]|"
            r"director[a]? ejecutiv[oa]|gerant[e]?|gerente general|general manager|algemeen directeur|bestuursvoorzitter"),
    ("chair",
        r"chair(?:man|woman|person|s)?(?! of the (?:works|audit))|aufsichtsratsvorsitzende\w*|"
        r"vorsitzende\w* des aufsichtsrat\w*|president[e]? du conseil\w*|president[ea] del consejo"),
    ("president", r"president|presidente|presidenta|prasident(?:in)?"),
    ("founder",
        r"(?:co-?)?founders?|(?:mit)?grunder(?:in|s|n)?|(?:mit)?begrunder(?:in)?|(?:co-?)?fondat(?:eur|"
        r"rice)s?|(?:co-?)?fundador(?:a|es)?|cofundador[a]?"),
    ("owner", r"owner|inhaber(?:in)?|eigentumer(?:in)?|proprietaire|propietari[oa]|duen[oa]"),
    ("plant",
        r"(?:plant|works|factory|site) manager|werk(?:s)?leiter(?:in)?|standortleiter(?:in)?|direct(?:eur|"
        r"rice) d'usine|director[a]? de (?:la )?(?:planta|fabrica)"),
    ("spokesperson", r"spokes(?:man|woman|person)|(?:presse)?sprecher(?:in)?|porte-parole|portavoz"),
    ("board",
        r"board member|member of the board|vorstandsmitglied|membre du (?:directoire|conseil)\w*|vorstand|"
        r"aufsichtsrat"),
    ("procurator", r"prokurist(?:in)?"),
    ("analyst", r"analyst(?:in)?"),
    ("adviser", r"advis[eo]r|berater(?:in)?"),
    ("assistant", r"assistant|assistent(?:in)?"),
    ("controller", r"controller(?:in)?|treasurer"),
    ("counsel", r"general counsel"),
]  # fmt: skip
_FIXED = [(name, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w|-(?!led|elect))")) for name, pattern in _PATTERNS]
_BOARD_LINE = re.compile(
    r"\b(?P<body>vorstand|geschaftsfuhrung|geschaftsleitung|aufsichtsrat|management board|executive board|direction|direccion|directie)"
    r"\s?:[^\n]*"
)
_BRACKET = re.compile(rf"\((?P<field>(?P<chair>vorsitz\w*|chair\w*|ceo|president\w*|sprecher(?:in)?)|{_ANY})\)")
_CHIEF = re.compile(rf"(?<!\w)chief (?P<field>{_ANY}) officer(?!\w)")
_LEADS = [
    re.compile(rf"(?<![\w-])(?P<level>{_HEAD}){_OF}(?P<field>{_ANY})(?!\w)"),
    re.compile(
        rf"(?<![\w-]){_NEW}(?P<field>{_ANY})[- ]?(?P<level>vice[- ]president|director|directeur|manager|lead|head|chief|"
        rf"boss|leiter(?:in)?|chef(?:in)?|vorstand|leitung|direktor(?:in)?|geschaftsfuhrer(?:in)?)(?!\w)"
    ),
]
_FORMER = re.compile(
    r"(?:former(?:ly)?|ex|previously|previous|outgoing|ehemalig\w*|fruher\w*|bisherig\w*|ancien(?:ne)?|"
    r"anterior|antigu[oa]|exdirector)[\s-](?:\w+\s){0,2}$"
)
_BODY = re.compile(r"(?:Board|Committee|Council|Team|Group|Management)$")  # two words with capitals, and nobody
PERSON = re.compile(
    r"(?<![\w.])(?:(?:[Dd]r|[Pp]rof|[Ii]r|drs|Mr|Mrs|Ms|Herr|Frau|Ing)\.? )*[A-ZÀ-Þ][\w'’-]+(?: [A-Z]\.)*(?: (?:van|von|"
    r"de|der|den|del|la|di|da|dos|zu|ten|ter))*(?: [A-ZÀ-Þ][\w'’-]+){1,2}"
)
_LINK = re.compile(
    r"^[\s,:;(|–-]*(?:(?:is|was|has|been|ist|war|est|es|als|as|the|a|an|our|der|die|le|la|l'|el|unser\w*|"
    r"notre|nuestr[oa]|its|their|ihr\w*|new|neue\w*|"
    r"nouve\w+|nuev[oa]|acting|interim|current|ejerce|serves|works|acts|fungiert|remains|de|company|firm|und|and|co-founder|founder|appointed|named|"
    r"who|serves|became|becomes|joined|group)[\s,]+){0,6}$",
    re.IGNORECASE,
)
_TOUCH = re.compile(
    r"^[\s:|–-]*(?:(?:is|was|ist|est|es|bleibt|wird|has been|Mr|Ms|Mrs|Dr|Herr|Frau|Herrn|named|namens|und|and)\.?\s)*$"
)
_PRONOUN = re.compile(r"\s*(?:He|She|They|Er|Sie|Il|Elle|Él|Ella)\b")


@dataclass(frozen=True)
class Role:
    name: str
    text: str
    start: int
    end: int
    former: bool = False


@lru_cache(maxsize=64)  # the same documents are asked about many times
def find_roles(text: str) -> tuple[Role, ...]:
    """Every role of a text; where two overlap, the longer one."""
    folded = _aligned(text)
    found: list[Role] = []
    for match in _CHIEF.finditer(folded):
        found.append(_role(text, folded, match, _field(match["field"])))
    for pattern in _LEADS:
        for match in pattern.finditer(folded):
            field = _field(match["field"])
            level = match["level"]
            if level in ("chief", "boss", "chef", "chefin") and pattern is _LEADS[0]:
                continue
            name = "ceo" if field == "general" else f"{_level(level)}{field}"
            found.append(_role(text, folded, match, name))
    for name, fixed in _FIXED:
        found += [_role(text, folded, match, name) for match in fixed.finditer(folded) if _meant(text, match)]
    found += _in_brackets(text, folded)
    found.sort(key=lambda role: (-(role.end - role.start), role.start))
    kept: list[Role] = []
    for role in found:
        if not any(role.start < other.end and other.start < role.end for other in kept):
            kept.append(role)
    return tuple(sorted(kept, key=lambda role: role.start))


def _in_brackets(text: str, folded: str) -> list[Role]:
    """ "Vorstand: Eva Egger (Vorsitz), Thomas Kofler (Technik)": each one's part of the board."""
    found = []
    for line in _BOARD_LINE.finditer(folded):
        for match in _BRACKET.finditer(folded, line.start(), line.end()):
            start, end = match.span("field")
            name = (
                _field(match["field"])
                if not match["chair"]
                else "chair"
                if line["body"].startswith("aufsicht")
                else "ceo"
            )
            found.append(Role(name, text[start:end], start, end))
    return found


def _aligned(text: str) -> str:
    """Folded letter by letter, so that places stay what they are."""
    return "".join(fold(letter) if len(fold(letter)) == 1 else letter.lower() for letter in text)


def _role(text: str, folded: str, match: re.Match[str], name: str) -> Role:
    start, end = match.span()
    former = bool(_FORMER.search(folded[max(0, start - 40) : start]))
    return Role(name, text[start:end], start, end, former)


def _meant(text: str, match: re.Match[str]) -> bool:
    """Short forms are in capitals; "president" of a country or "owner" of nothing are not looked into."""
    return len(match[0]) > 4 or text[match.start() : match.end()].isupper() or match[0] in ("chair",)


def _field(text: str) -> str:
    return next((name for name, pattern in _FIELDS.items() if re.fullmatch(pattern, text)), text)


def _level(text: str) -> str:
    if text.startswith(("vice", "vp", "svp", "evp")):
        return "vice "
    return "manager " if text in ("manager", "gerente", "lead") else ""


def held_by(person: Sequence[str], role: Role, passages: Sequence[Passage]) -> bool:
    """Does the evidence give this person this role, or at least nobody else near them?

    :param person: the parts of the name; the last one is looked for
    """
    found_person = False
    for passage in passages:
        roles = [one for one in find_roles(passage.text) if one.name == role.name and (role.former or not one.former)]
        surname = re.escape(person[-1])
        for match in re.finditer(rf"(?<!\w){surname}(?!\w)", passage.text, re.IGNORECASE):
            found_person = True
            window = _window(passage, match.start())
            for one in roles:
                if window.start <= one.start < window.end:
                    bound = bound_to(passage.text, one, window)
                    if not bound or any(is_one(person, name) for name in bound):
                        return True
    return not found_person


def is_one(person: Sequence[str], name: str) -> bool:
    """Do a full name and a name of the evidence mean the same person?"""
    parts = [fold(part) for part in re.findall(r"[\w'-]+", name)]
    last = any(part.removesuffix("'s") == fold(person[-1]) for part in parts)
    return last and (
        len(person) < 2 or len(parts) < 2 or fold(person[0]) in parts or parts[0] in ("dr", "herr", "frau", "mr", "ms")
    )


def _window(passage: Passage, position: int) -> Span:
    """The sentence, what follows if it goes on about the same person, and neighbouring lines of a list."""
    sentences = passage.sentences
    index = next((n for n, one in enumerate(sentences) if one.start <= position < one.end), 0)
    first = last = index
    if index + 1 < len(sentences):
        following = sentences[index + 1]
        if _PRONOUN.match(following.text) or (_short(sentences[index]) and _short(following)):
            last += 1
    if index and _short(sentences[index - 1]) and _short(sentences[index]):
        first -= 1
    return Span("", sentences[first].start, sentences[last].end)


def _short(sentence: Span) -> bool:
    return len(sentence.text.split()) <= 8 and not sentence.text.rstrip().endswith((".", "!", "?"))


def bound_to(text: str, role: Role, window: Span) -> list[str]:
    """The people to whom a role is tied by position: "Jane Doe, CFO" or "CFO Jane Doe"."""
    roles = find_roles(text)
    people = [
        match
        for match in PERSON.finditer(text, max(0, window.start - 80), window.end + 80)
        if not any(match.start() < one.end and one.start < match.end() for one in roles) and not _BODY.search(match[0])
    ] or _trimmed(text, window, roles)
    before = [match for match in people if match.end() <= role.start and _LINK.match(text[match.end() : role.start])]
    after = [match for match in people if match.start() >= role.end and _TOUCH.match(text[role.end : match.start()])]
    if before and after and "\n" in text[before[-1].end() : role.start] and "\n" in text[role.end : after[0].start()]:
        first_person = next(iter(PERSON.finditer(text)), None)
        role_first = bool(roles) and first_person is not None and roles[0].start < first_person.start()
        return [after[0][0]] if role_first else [before[-1][0]]
    if after and not text[role.end : after[0].start()].strip(" "):
        return [after[0][0]]
    if before:
        return [before[-1][0]]
    return [after[0][0]] if after else []


def _trimmed(text: str, window: Span, roles: Sequence[Role]) -> list[re.Match[str]]:
    """People whose words run into a role ("Geschäftsführer Peter Müller"): looked for behind the role."""
    found = []
    for role in roles:
        if window.start <= role.start < window.end and (match := PERSON.match(text, min(role.end + 1, len(text)))):
            found.append(match)
    return found
