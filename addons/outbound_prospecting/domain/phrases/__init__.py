"""Words and phrases by which answers are understood, one module a language, as `reply_cues` reads them.

`NEGATION` and `STOP_WORDS` are words; `CLASSES` names alternatives that phrases share; `CUES` holds phrases under
headings `label weight`. A phrase is a line of elements, all in one sentence:

    word  stem*  a|b|two_words     one of these words; `_` is a space, an apostrophe or hyphen may be left out
    @name                          one of a class, alone or among alternatives
    a|b?                           may be left out
    ..  ...                        up to 3, up to 7 words of any kind
    !a|b                           not followed by one of these
    ^  $  ??                       begins a sentence; ends one; its sentence asks

Letters are compared without accents; ä ö ü å ø æ œ ß also match ae oe ue aa oe ae oe ss. The label `trap` means nothing
itself: it takes the sense from what it covers. Weights: 5 decides alone, 4 speaks plainly, 3 is usual, 2 hints.
"""

from . import da, de, en, es, fr, it, nl, pl, pt, sv

from ..reply_cues import fold

_MODULES = {"en": en, "de": de, "fr": fr, "es": es, "it": it, "nl": nl, "pt": pt, "pl": pl, "sv": sv, "da": da}
TABLES = {lang: (module.CUES, module.CLASSES) for lang, module in _MODULES.items()}
STOP_WORDS = {lang: module.STOP_WORDS for lang, module in _MODULES.items()}
NEGATIONS = {lang: frozenset(fold(module.NEGATION).split()) for lang, module in _MODULES.items()}
# By these a question is about the asker: "how do I get off your list?"
FIRST_PERSON = {
    "en": frozenset({"me", "my", "us", "myself"}),
    "de": frozenset({"mich", "mir", "uns", "meine", "meinen"}),
    "fr": frozenset({"me", "m'inscrire", "moi", "mon", "mes", "nous", "m"}),
    "es": frozenset({"me", "mi", "darme", "nos"}),
    "it": frozenset({"mi", "cancellarmi", "disiscrivermi", "ci"}),
    "nl": frozenset({"me", "mij", "mijn", "ons"}),
    "pt": frozenset({"me", "meu", "nos"}),
    "pl": frozenset({"mnie", "mojego", "nas"}),
    "sv": frozenset({"mig", "oss", "min"}),
    "da": frozenset({"mig", "os", "min"}),
}
