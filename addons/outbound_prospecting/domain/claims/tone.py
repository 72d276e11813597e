"""What is in no single word: claims that reach further than their evidence, and "not" lost or added on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .text import Passage, Span, fold, stems

_NOT = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|unable|lacks?|lacking|fails?|"
    r"failed|refus\w+|declin\w+ to|denie[sd]|den(?:y|ying)|rule[sd]? out|"
    r"stopped|ceased|excludes?|schlie(?:ß|ss)t .*?\baus|ausgeschlossen|verzichtet|exclut|excluye|"
    r"rejects?|rejected|turned down|nicht|keine?[nmrs]?|nie|niemals|ohne|weder|kaum|ne|n'\w+|pas|"
    r"aucune?|jamais|sans|ni|"
    r"niet|geen|nooit|zonder|tampoco|ningun[oa]?|ningún|nunca|jamás|sin)\b"
    r"|\b\w+n't\b",
    re.IGNORECASE,
)
_NO_NOT = re.compile(
    r"\bnot only\b|\bnot just\b|\bno (?:\w+er|less|more) than\b|\bno later than\b|\bnicht nur\b|"
    r"\bnon seulement\b|\bpas seulement\b|\bno s[oó]lo\b|"
    r"\bno\. ?\d|\bnot-for-profit\b|\bnon-profit\b|\bwithout (?:doubt|question)\b|\bnot least\b|"
    r"\bsin embargo\b|\bn'est-ce\b|\bNo \d",
    re.IGNORECASE,
)
_OPPOSITE = re.compile(
    r"\b(?:un(?:happy|satisfied|able|willing|aware|clear|listed|paid|changed|available|profitable|"
    r"likely|certain|resolved)|dis(?:satis|contin|agree)\w+|non-?\w{4,}|\w{3,}less|mécontent\w*|"
    r"insatis\w+|\w+-free|no longer|private company|privately)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:stepp(?:ed|ing) down|left|leaves|resign\w*|end(?:s|ed)|expire\w*|clos(?:e|es|ed|ing)|former|until|retire\w*|withdr[ae]w\w*|cancel\w*|"
    r"sold|läuft .*?\baus|ausgeschieden|eingestellt|beendet|quitt\w+|cess\w+|termin\w+|dej[óa]\w*|undisclosed|opened none)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:whether|undecided|still open|remains open|unclear|ob|offen|unklar|indécis|si|indeciso)\b", re.IGNORECASE
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|considering|considers?|exploring|explores?|rumou?r\w*|reportedly|allegedly|"
    r"possibl[ey]|potential(?:ly)?|perhaps|undecided|"
    r"in talks|weighing|evaluating|hopes?|hoping|könnten?|erwäg\w+|prüf(?:t|en)|möglicherweise|eventuell|"
    r"angeblich|pourrait|pourraient|envisage\w*|étudie|"
    r"podría[n]?|estudia|considera|valora|baraja|planteándose)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:plans?|planned|planning|intends?|intended|aims?|aiming|expects?|expected|proposed?|scheduled|"
    r"will|due to|going to|target\w*|wants? to|seeks? to|is to|are to|"
    r"plant|planen|will|wollen|soll|sollen|beabsichtig\w+|vorgesehen|geplant\w*|werden|wird|strebt|rechnet|hofft|"
    r"prévoit|prévoient|prévu\w*|compte|va|vont|souhaite|vise\w*|"
    r"planea|prevé|prevén|quiere|espera|tiene previsto|va a|pretende|by 20\d\d|bis 20\d\d|d'ici)\b|"
    r"\bab (?:dem|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"20\d\d)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have|had) (?:already )?\w+(?:ed|en|un|ought|ilt|ut|oved)\b|\b(?:opened|launched|acquired|"
    r"built|completed|hired|bought|closed|moved|signed|raised|introduced|"
    r"eröffnete|hat \w+ .*?(?:eröffnet|gebaut|gekauft|übernommen)|a (?:ouvert|acquis|lancé|construit|"
    r"racheté)|abrió|(?:a|ont) \w+é|ha \w+[ai]do|adquirió|compró)\b",
    re.IGNORECASE,
)
_REACH = {
    "superlative": (
        r"\b(?:largest|biggest|best|leading|leader|fastest|fastest-growing|top|most (?:trusted|popular|"
        r"advanced|successful|innovative|important)|number one|no\. 1|"
        r"world-class|market leader|foremost|oldest|highest|strongest|cheapest|unrivalled|unmatched|"
        r"größte[nrsm]?|führende[nrsm]?|beste[nrsm]?|"
        r"marktführer\w*|weltmarktführer\w*|schnellste[nrsm]?|älteste[nrsm]?|(?:la|le|les) plus (?:grande?|"
        r"important)\w*|leaders?|meilleure?s?|numéro un|"
        r"(?:el|la) (?:mayor|más grande|mejor)|líder\w*|el más \w+)\b"
    ),
    "only": (
        r"\b(?:the only|the sole|exclusively|exclusive|solely|uniquely|unique|einzige[nrsm]?|ausschließlich|"
        r"exklusiv\w*|le seul|la seule|seule?ment|"
        r"exclusivement|el único|la única|únicamente|en exclusiva)\b"
    ),
    "all": (
        r"\b(?:all (?:of )?(?:its|the|their|employees|customers|workers|sites|plants|staff|european|german|"
        r"production|products|companies)|every(?! (?:day|week|month|year|quarter|hour|morning))|always|"
        r"entire(?:ly)?|everyone|"
        r"100 ?%|sämtliche\w*|alle (?:ihre\w*|seine\w*|mitarbeit\w*|standorte\w*|"
        r"kunden|werke)|jede[rnms]? |immer|"
        r"tou(?:s|tes) (?:les|ses|leurs)|toujours|chaque(?! (?:jour|mois|année|semaine|an))|"
        r"tod[oa]s (?:los|las|sus)|siempre|cada(?! (?:día|año|mes|semana|hora)))\b"
    ),
    "cause": (
        r"\b(?:because(?: of)?|due to|thanks to|as a result|resulting in|led to|leads to|caused|driven by|"
        r"owing to|therefore|which is why|so that|wegen|aufgrund|dank|weil|"
        r"dadurch|deshalb|führte zu|grâce à|à cause d\w+|en raison d\w+|parce que|gracias a|debido a|porque|"
        r"a causa de|por lo que)\b"
    ),
    "certain": r"\b(?:guarantee[sd]?|garantiert|garanti[et]?|garantiza\w*|garandeert)\b",
    "urgent": r"\b(?:urgently|desperately|struggling|struggles|in crisis|dringend|verzweifelt|en crise|urgentemente|"
    r"revolutionary|dramatic(?:ally)?|massive(?:ly)?|skyrocket\w*|certainly|definitely|undoubtedly)\b",
}
_SAME_REACH = {
    "superlative": r"|\b(?:\w+est|first|erste\w*|most|number 1|#1|am \w+sten|world's|premier|mayor|primer\w*|spitzen\w*|"
    r"principal|major|haupt\w*|leads?)\b",
    "only": r"|\b(?:only|sole|alone|nur|allein|lediglich|seul\w*|solo|sólo|únic\w+|no other|kein ander\w+|"
    r"aucun autre)\b",
    "all": r"|\b(?:all|every|each|whole|any|both|throughout|across|without exception|full|fully|alle\w*|jede\w*|"
    r"ganz\w*|gesamt\w*|tou[ts]\w*|toutes|chaque|todo\w*|toda\w*|cada|never|no|none)\b",
    "cause": r"|\b(?:after|since|as|following|means|so|da|nach|durch|suite à|après|tras|por|puisque|car|result\w*|"
    r"cause\w*|helped|boosted|enabled|allowed|secur\w*|safeguard\w*|thereby|by|driv\w+|contribut\w+|reason)\b",
    "certain": r"|\b(?:guarant\w*|garant\w*|warrant\w*|assur\w*|secure[sd]?)\b",
    "urgent": r"|\b(?:urgent\w*|critical\w*|crisis|shortage|acute|sharp\w*|strong\w*)\b",
}
_REACHES = {
    name: (re.compile(pattern, re.IGNORECASE), re.compile(pattern + _SAME_REACH[name], re.IGNORECASE))
    for name, pattern in _REACH.items()
}
_UP = re.compile(
    r"\b(?:grew|grow(?:s|n|ing)?|increas\w+|rose|risen|rising|expand\w*|up|climb\w*|jumped|gained|doubled|"
    r"wuchs\w*|gewachsen|wächst|stieg\w*|gestiegen|erhöh\w+|zugelegt|"
    r"augment\w+|progress\w+|croiss\w+|hausse|creci\w+|aument\w+|subi\w+|crece)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|decreas\w+|declin\w+|drop\w*|shr[aiu]nk\w*|down|lower|reduc\w+|sank|"
    r"gesunken|sink\w*|fiel|gefallen|rückgang|verringer\w+|zurückgegangen|"
    r"baiss\w+|recul\w+|dimin\w+|chut\w+|cay\w+|baj[óoa]\w*|descend\w+|disminu\w+)\b",
    re.IGNORECASE,
)


def overreach(claim: Passage, evidence: Sequence[Passage], quotes: Sequence[Passage]) -> list[str]:
    """Words of the statement that claim more than anything in the evidence does."""
    found = []
    everything = "\n".join(passage.text for passage in evidence)
    for strong, any_of_it in _REACHES.values():
        for match in strong.finditer(claim.text):
            if not any_of_it.search(everything):
                found.append(match[0])
    source = "\n".join(quote.text for quote in quotes) or everything
    open_ended = bool(_PLAN.search(claim.text) or _HEDGE.search(claim.text))
    hedge, done = _HEDGE.search(source), _DONE.search(claim.text)
    if hedge and not open_ended and _closest(claim, quotes, _HEDGE):
        found.append(hedge[0])
    elif done and not open_ended and not found and _closest(claim, quotes, _PLAN) and not _DONE.search(source):
        found.append(done[0])
    return list(dict.fromkeys(found))


def reversed_direction(claim: Passage, quotes: Sequence[Passage]) -> str:
    """Growth told as decline or the other way round: the word of the statement, "" if none."""
    source = "\n".join(quote.text for quote in quotes)
    for mine, theirs in ((_UP, _DOWN), (_DOWN, _UP)):
        said = mine.search(claim.text)
        if said and not theirs.search(claim.text) and theirs.search(source) and not mine.search(source):
            return said[0]
    return ""


def lost_negation(claim: Passage, quotes: Sequence[Passage]) -> str:
    """The "not" that only one side has, in the clause of the quote that is nearest to the statement; "" if none."""
    mine = _negation(claim.text, claim.language)
    best = _nearest_clauses(claim, quotes)
    if not mine and (denied := _denied(claim, quotes)):
        return denied
    if not best or _OPEN.search(claim.text):
        return ""
    theirs = [_negation(text, language) for text, language in best]
    if all(theirs) and not mine and not _OPPOSITE.search(claim.text):
        return theirs[0]
    whole = any(_negation(quote.text, quote.language) for quote in quotes)
    ended = any(_ENDED.search(quote.text) for quote in quotes)
    return mine if mine and not whole and not ended and quotes else ""


_VERB_DENIED = re.compile(
    r"(?:(?:\b(?:not|never|cannot)|n't)\s(?:\w+ly\s|yet\s|any\s)?|\bwithout\s(?:an?\s|any\s|the\s)?(?:single\s)?)([a-z]{4,})"
)
_MUST = re.compile(
    r"\b(?:must|requires?|required|mandatory|has to|have to|muss|müssen|pflicht|doit|doivent|exige\w*|debe[n]?|moet\w*)\b",
    re.IGNORECASE,
)
_NEED_NOT = re.compile(
    r"\b(?:not (?:required|necessary|mandatory|a must|essential)|optional|nicht (?:erforderlich|nötig|zwingend|notwendig)|kein muss|"
    r"pas (?:obligatoire|nécessaire|exigé\w*|requis\w*)|no (?:es )?(?:necesari[oa]|obligatori[oa]|imprescindible)|niet (?:nodig|verplicht|vereist))\b",
    re.IGNORECASE,
)


def _denied(claim: Passage, quotes: Sequence[Passage]) -> str:
    """A verb that the quotation only has with "not": "we do not lease them"; or "must" of what is not required."""
    said = {word[:4] for word in re.findall(r"[a-z]{4,}", claim.text.lower())}
    for quote in quotes:
        if _MUST.search(claim.text) and (match := _NEED_NOT.search(quote.text)):
            return match[0]
        for match in _VERB_DENIED.finditer(quote.text):
            others = quote.text[: match.start()] + quote.text[match.end() :]
            if match[1][:4] in said and match[1][:4] not in others.lower():
                return match[0]
    return ""


def _negation(text: str, language: str) -> str:
    plain = _NO_NOT.sub(" ", text)
    for match in _NOT.finditer(plain):
        word = match[0].lower()
        if language in ("en", "es") and word in ("ne", "pas", "ni", "sans", "nie", "sin") and language == "en":
            continue
        if language == "fr" and word in ("plus",):
            continue
        return match[0]
    return ""


def _nearest_clauses(claim: Passage, quotes: Sequence[Passage]) -> list[tuple[str, str]]:
    """The clauses that share most words with the statement; none if they share nothing."""
    mine = _content(claim.text, claim.language)
    scored = [
        (len(mine & _content(clause.text, quote.language)), clause.text, quote.language)
        for quote in quotes
        for clause in _negatable(quote)
    ]
    top = max((score for score, _text, _language in scored), default=0)
    return [(text, language) for score, text, language in scored if score == top and top > 0]


def _negatable(quote: Passage) -> list[Span]:
    return [
        Span(part.strip(), 0, 0)
        for sentence in quote.sentences
        for part in re.split(
            r"[;:]\s|,?\s(?=(?:without|ohne|sans|sin|zonder) )|,\s(?=but|however|instead|though|although|while|whereas|aber|sondern|doch|mais|pero|sino|maar|"
            r"and |und |et |y |it |they |sie |er |elle |il )|\s(?:but|aber|sondern|mais|pero|sino|although|while|"
            r"whereas)\s", sentence.text)
        if part.strip()
    ]  # fmt: skip


def _content(text: str, language: str) -> set[str]:
    return stems(text, language) | {fold(part) for part in re.findall(r"\d[\d.,]*\d|\d", text)}


def _closest(claim: Passage, quotes: Sequence[Passage], pattern: re.Pattern[str]) -> bool:
    """Does every clause that is nearest to the statement have the pattern?"""
    best = _nearest_clauses(claim, quotes) or [(one.text, "") for quote in quotes for one in _negatable(quote)]
    return bool(best) and all(pattern.search(text) for text, _language in best)
