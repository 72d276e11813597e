"""Units, currencies and what stands around a number."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """:ivar kind: units of one kind can be converted; a currency, "%" and the like are kinds of their own
    :ivar factor: how many basic units one is
    """

    kind: str
    factor: float = 1.0


_UNITS: list[tuple[str, Unit]] = [
    (r"(?:basis points?\b|basispunkten?\b|points? de base\b|puntos básicos\b|bps\b)", Unit("points", 0.01)),
    (
        r"(?:percentage points?|prozentpunkten?|procentpunten?|points? de pourcentage|puntos porcentuales|pp\b)",
        Unit("points"),
    ),
    (r"(?:%|percent\b|per cent\b|procent\b|prozent\b|pour cent\b|por ciento\b|pct\b)", Unit("%")),
    (r"(?:au?\$|aud\b|australian dollars?\b)", Unit("AUD")),
    (r"(?:ca?\$|cad\b|canadian dollars?\b)", Unit("CAD")),
    (r"(?:nz\$|nzd\b|new zealand dollars?\b)", Unit("NZD")),
    (r"(?:us\$|us-?dollars?\b|american dollars?\b|usd\b|\$|dollars?\b|dolares\b|dólares\b)", Unit("USD")),
    (r"(?:€|euros?\b|eur\b|m€)", Unit("EUR")),
    (r"(?:£|gbp\b|pounds? sterling\b|pfund\b|livres? sterling\b|libras?\b|pounds?\b|quid\b)", Unit("GBP")),
    (r"(?:chf\b|francs? suisses?\b|swiss francs?\b|schweizer franken\b|franken\b|francos suizos\b)", Unit("CHF")),
    (r"(?:¥|jpy\b|yen\b)", Unit("JPY")),
    (r"(?:sek\b|swedish kron\w+|schwedische kronen)", Unit("SEK")),
    (r"(?:nok\b|norwegian kron\w+)", Unit("NOK")),
    (r"(?:dkk\b|danish kron\w+)", Unit("DKK")),
    (r"(?:pln\b|zł\b|zlot\w+)", Unit("PLN")),
    (r"(?:inr\b|₹|rupees?\b)", Unit("INR")),
    (r"(?:km2|km²|square kilomet\w+|quadratkilomet\w+)", Unit("km2")),
    (r"(?:square miles?\b|sq\.? mi\b)", Unit("sqmi")),
    (
        r"(?:m2\b|m²|sqm\b|sq\.? ?m\b|square met\w+|quadratmetern?\b|vierkante meter\b|qm\b|mètres carrés\b|metros cuadrados\b)",
        Unit("m2"),
    ),
    (
        r"(?:ft2\b|sq\.? ?ft\b\.?|sqft\b|square f(?:ee|oo)t\b|quadratfuß\b|pieds carrés\b|pies cuadrados\b)",
        Unit("sqft"),
    ),
    (r"(?:hectares?\b|hektar\b|hectaren?\b|hectáreas?\b|ha\b)", Unit("hectare")),
    (r"(?:acres?\b)", Unit("acre")),
    (r"(?:m3\b|m³|cubic met\w+|kubikmetern?\b|kubieke meter\b|mètres cubes\b|metros cúbicos\b)", Unit("litre", 1000)),
    (r"(?:hectolit\w+|hl\b)", Unit("litre", 100)),
    (r"(?:lit(?:re|er)s?\b|litern?\b|litros?\b|l\b)", Unit("litre")),
    (r"(?:gallons?\b|gal\b|gallonen\b)", Unit("gallon")),
    (r"(?:barrels?\b|barriles\b|barils?\b)", Unit("barrel")),
    (r"(?:kilomet(?:re|er)s?\b|kilometern?\b|kilomètres?\b|kilómetros?\b|kilometros?\b|km\b)", Unit("metre", 1000)),
    (
        r"(?:nautical miles?\b|seemeilen?\b|zeemijlen?\b|nmi\b|milles? (?:marins?|nautiques?)\b|millas? náuticas?\b)",
        Unit("metre", 1852),
    ),
    (r"(?:knots?\b|knoten\b|nœuds?\b|nudos?\b|knopen\b)", Unit("knot")),
    (r"(?:miles?\b|meilen?\b|millas?\b|milles\b|mi\b)", Unit("mile")),
    (r"(?:millimet\w+|mm\b)", Unit("metre", 0.001)),
    (r"(?:centimet\w+|zentimet\w+|centímetros?\b|cm\b)", Unit("metre", 0.01)),
    (r"(?:met(?:re|er)s?\b|metern?\b|mètres?\b|metros?\b|m\b)", Unit("metre")),
    (r"(?:f(?:ee|oo)t\b|ft\b|fuß\b|pieds?\b|pies\b)", Unit("foot")),
    (r"(?:inch(?:es)?\b|zoll\b|pouces?\b|pulgadas?\b)", Unit("inch")),
    (r"(?:yards?\b|yd\b)", Unit("yard")),
    (r"(?:kilograms?\b|kilos?\b|kilogramm\b|kilogrammes?\b|kilogramos?\b|kg\b)", Unit("gram", 1000)),
    (r"(?:tonnes?\b|tons?\b|tonnen\b|ton\b|toneladas?\b|t\b(?!\.))", Unit("gram", 1e6)),
    (r"(?:lbs?\b)", Unit("pound")),
    (r"(?:ounces?\b|oz\b)", Unit("ounce")),
    (r"(?:ft3\b|cubic f(?:ee|oo)t\b)", Unit("cubicfoot")),
    (r"(?:grams?\b|gramm\b|grammes?\b|gramos?\b|g\b)", Unit("gram")),
    (r"(?:twh\b|terawatt-?hours?\b|terawattstunden\b)", Unit("watthour", 1e12)),
    (r"(?:gwh\b|gigawatt-?hours?\b|gigawattstunden\b)", Unit("watthour", 1e9)),
    (r"(?:mwh\b|megawatt-?hours?\b|megawattstunden\b)", Unit("watthour", 1e6)),
    (r"(?:kwh\b|kilowatt-?hours?\b|kilowattstunden\b)", Unit("watthour", 1e3)),
    (r"(?:gwp?\b|gigawatts?\b)", Unit("watt", 1e9)),
    (r"(?:mwp?\b|megawatts?\b|mégawatts?\b)", Unit("watt", 1e6)),
    (r"(?:kwp?\b|kilowatts?\b)", Unit("watt", 1e3)),
    (r"(?:pb\b|petabytes?\b)", Unit("byte", 1e15)),
    (r"(?:tb\b|terabytes?\b)", Unit("byte", 1e12)),
    (r"(?:gb\b|gigabytes?\b)", Unit("byte", 1e9)),
    (r"(?:mb\b|megabytes?\b)", Unit("byte", 1e6)),
    (r"(?:°\s?c\b|degrees celsius\b|grad celsius\b|celsius\b)", Unit("celsius")),
    (r"(?:°\s?f\b|degrees fahrenheit\b|fahrenheit\b)", Unit("fahrenheit")),
    (r"(?:decibels?\b|db\b|dezibel\b)", Unit("decibel")),
    (r"(?:milliseconds?\b|millisekunden\b|ms\b)", Unit("second", 0.001)),
    (r"(?:seconds?\b|sekunden?\b|seconden?\b|secondes?\b|segundos?\b)", Unit("second")),
    (r"(?:minutes?\b|minuten?\b|minutos?\b|minuten\b|minuut\b|mins?\b)", Unit("second", 60)),
    (r"(?:hours?\b|stunden?\b|uur\b|uren\b|heures?\b|horas?\b|hrs?\b|h\b)", Unit("second", 3600)),
    (r"(?:working days?\b|days?\b|tagen?\b|tage\b|dagen?\b|dag\b|jours?\b|días?\b|dias?\b)", Unit("second", 86400)),
    (r"(?:weeks?\b|wochen?\b|weken\b|semaines?\b|semanas?\b)", Unit("second", 604800)),
    (r"(?:months?\b|monaten?\b|monate\b|maand(?:en)?\b|mois\b|mes(?:es)?\b)", Unit("month")),
    (r"(?:years?\b|yrs?\b|jahren?\b|jahre\b|jaar\b|jaren\b|jährig\w*|ans\b|années?\b|años?\b)", Unit("month", 12)),
    (r"(?:decades?\b|jahrzehnten?\b|decennia\b|décennies?\b|décadas?\b)", Unit("month", 120)),
    (r"(?:x\b|times\b|-?fold\b|fach\w*\b|fois\b|veces\b|keer\b|maal\b)", Unit("times")),
]
_AFTER = [(re.compile(r"[\s-]?(?:of |de |d')?(?:a )?" + pattern, re.IGNORECASE), unit) for pattern, unit in _UNITS]
_SYMBOLS = {"€": "EUR", "EUR": "EUR", "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD",
            "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "USD": "USD", "£": "GBP", "GBP": "GBP", "CHF": "CHF", "¥": "JPY",
            "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "INR": "INR", "₹": "INR", "JPY": "JPY"}  # fmt: skip
_BEFORE = re.compile(r"((?:US|AU?|CA?|NZ)\$|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|INR|JPY|[€$£¥₹])\s?$")
CURRENCIES = frozenset(_SYMBOLS.values())

_PER = [
    (re.compile(r"(?<!\w)(?:" + pattern + ")", re.IGNORECASE), name)
    for name, pattern in {
        "hour": r"(?:per|an|a|each|every|cada|chaque|jede[snr]?|/|pro|par|por|je|à l'|a la) ?(?:hour|stunde|heure|hora|uur|h)\b|hourly\b|"
        r"stündlich",
        "day": r"(?:per|a|each|every|cada|chaque|jede[snr]?|/|pro|am|par|por|al|je|elke) ?(?:day|tag|jour|día|dia|dag)\b|dagelijks|daily\b|täglich|quotidien|"
        r"diari",
        "week": r"(?:per|a|each|every|cada|chaque|jede[snr]?|"
        r"/|pro|par|por|a la|je|elke|in der) ?(?:week|woche|semaine|semana)\b|wekelijks|weekly\b|wöchentlich|"
        r"semanal",
        "month": r"(?:per|a|each|every|cada|chaque|jede[snr]?|"
        r"/|pro|im|par|por|al|je|elke) ?(?:month|monat|mois|mes|maand)\b|maandelijks|monthly\b|monatlich|mensuel|"
        r"mensual",
        "year": r"in (?:the|their) (?:first|second|third|final) year|im (?:ersten|zweiten|dritten) (?:Jahr|Lehrjahr)|"
        r"(?:per|a|each|every|cada|chaque|jede[snr]?|/|pro|im|par|por|al|je) ?(?:year|jahr|an|année|año|annum|jaar)\b|jaarlijks|yearly\b|annual|"
        r"p\.? ?a\.|jährlich|"
        r"annuel|anual",
    }.items()
]


def unit_at(text: str, start: int, end: int) -> tuple[Unit | None, int]:
    """The unit of the number at [start, end), and where the expression ends."""
    if before := _BEFORE.search(text, max(0, start - 5), start):
        return Unit(_SYMBOLS[before[1]]), end
    for pattern, unit in _AFTER:
        if match := pattern.match(text, end):
            return unit, match.end()
    return None, end


def period_near(text: str) -> str:
    """ "hour", "day", "week", "month" or "year" if the text names exactly one as a rate, else ""."""
    found = {name for pattern, name in _PER if pattern.search(text)}
    return found.pop() if len(found) == 1 else ""
