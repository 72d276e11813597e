"""Who a job title belongs to: how high up, and in charge of what. For reports only, never for what is sent.

Titles are what people typed into lists, in several languages: what is not recognised stays "other", nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Level(str, Enum):
    EXECUTIVE = "executive"  # decides alone: owners, chiefs, managing directors
    VP = "vp"
    DIRECTOR = "director"  # directors and heads of
    MANAGER = "manager"
    STAFF = "staff"


class Function(str, Enum):
    GENERAL = "general"  # the whole company
    SAFETY = "safety"
    PEOPLE = "people"
    OPERATIONS = "operations"
    PURCHASING = "purchasing"
    SALES = "sales"  # and marketing
    FINANCE = "finance"
    TECHNOLOGY = "technology"
    OTHER = "other"


@dataclass(frozen=True)
class Persona:
    level: Level
    function: Function


# The first that matches decides: a vice president is no president, an HR director no managing director.
_LEVELS = {
    Level.VP: r"vice[- ]president\w*|[se]?vp|avp|vice[- ]pr[ée]sident\w*|bereichsleiter(?:in)?",
    Level.EXECUTIVE: r"c[efotmir]o|c(?:iso|hro|pro|pto)|chief|president\w*|pr[ée]sident\w*|pdg|owner|co-?owner|co-?founder|founder|"
    r"proprietor|partner|managing director|general manager|gesch[äa]ftsf[üu]hrer(?:in)?|inhaber(?:in)?|vorst[äa]nd\w*|"
    r"gr[üu]nder(?:in)?|gesellschafter(?:in)?|directeur g[ée]n[ée]ral|directrice g[ée]n[ée]rale|g[ée]rante?|fondat\w+|"
    r"fundador\w*|socio|socia|titolare|amministrat\w+ delegat\w+|eigena\w+|oprichter|bestuurder|zaakvoerder|principal",
    Level.DIRECTOR: r"director\w*|direct(?:eur|rice)|direttore|direttrice|diretor(?:a)?|dyrektor|head|\w*leiter(?:in)?|leitung|"
    r"superintendent",
    Level.MANAGER: r"manager\w*|mgr|supervisor|lead|leader|team ?lead|foreman|responsable|responsabile|gerente|jefe|jefa|"
    r"kierownik|chef|coordinator|co-ordinator|referent(?:in)?",
}
_FUNCTIONS = {
    Function.SAFETY: r"safety|ehs|hse|ohs|qhse|hseq|arbeits(?:schutz|sicherheit)\w*|s[ée]curit[ée]|seguridad|sicurezza|veiligheid",
    Function.PEOPLE: r"hr|hrbp|chro|human|people|talent|wellness|well-?being|benefits?|personal|personal\w*leiter(?:in)?|"
    r"ressources humaines|rh|recursos humanos|risorse umane|culture|workplace",
    Function.PURCHASING: r"purchas\w+|procurement|buyer|buying|sourcing|merchandis\w+|category|einkauf\w*|einkaufs\w+|achats?|"
    r"compras|acquisti|inkoop\w*",
    Function.FINANCE: r"financ\w+|finanz\w*|cfo|controller|controlling|account(?:ing|ant)|treasurer|comptab\w+|buchhalt\w+",
    Function.SALES: r"sales|marketing|cmo|cro|commercial\w*|vertrieb\w*|vertriebs\w+|ventas|vendite|ventes|brand|growth|business "
    r"development|e-?commerce",
    Function.TECHNOLOGY: r"it|cto|cio|ciso|technolog\w+|engineer\w*|innovation\w*|r&d|research|digital\w*|product|software|"
    r"data|informati\w+|technik\w*|technisch\w*|technique|entwicklung\w*",
    Function.OPERATIONS: r"operat\w+|coo|plant|production|manufactur\w+|supply|logisti\w+|warehouse|facilit\w+|maintenance|"
    r"site|werk\w*|betrieb\w*|produktion\w*|fabrik\w*|store|stores|retail|superintendent",
}


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&])(?:{words})(?!\w)", re.IGNORECASE)


_LEVEL_PATTERNS = {level: _pattern(words) for level, words in _LEVELS.items()}
_FUNCTION_PATTERNS = {function: _pattern(words) for function, words in _FUNCTIONS.items()}


@lru_cache(maxsize=4096)
def read_persona(title: str) -> Persona | None:
    """The person behind a job title; None where there is none.

    >>> read_persona("VP of Operations")
    Persona(level=<Level.VP: 'vp'>, function=<Function.OPERATIONS: 'operations'>)
    >>> read_persona("Geschäftsführerin").function.value
    'general'
    """
    if not title.strip():
        return None
    level = next((level for level, pattern in _LEVEL_PATTERNS.items() if pattern.search(title)), Level.STAFF)
    function = next((one for one, pattern in _FUNCTION_PATTERNS.items() if pattern.search(title)), None)
    if function is None:
        function = Function.GENERAL if level is Level.EXECUTIVE else Function.OTHER
    return Persona(level, function)
