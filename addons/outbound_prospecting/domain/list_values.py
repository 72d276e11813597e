"""Values as people write them in lists of companies -> numbers and normalised texts.

Every `parse_*` takes a text that is not blank and raises `Unreadable` when it cannot be understood: guessing would
put wrong facts on a prospect.
"""

from __future__ import annotations

import re

from .identity import host_of


class Unreadable(ValueError):
    """The text is not a value of the expected kind."""


_BLANK = frozenset(
    {"", "-", "--", "–", "—", "?", ".", "n/a", "#n/a", "na", "n.a.", "none", "null", "nil", "unknown", "k.a.", "tbd"}
)
_SPACES = re.compile(r"\s+")
# Spreadsheets run a cell that starts so; text that a person means never does, except for signs before numbers.
_FORMULA = re.compile(r"=|[@+-].*[(|!]")
_NUMBER = re.compile(r"\d[\d.,'’ ]*")
_SCALES = {
    "": 1, "k": 1e3, "thousand": 1e3, "tsd": 1e3, "m": 1e6, "mm": 1e6, "mio": 1e6, "mn": 1e6, "mil": 1e6, "mill": 1e6,
    "million": 1e6, "millions": 1e6, "millionen": 1e6, "b": 1e9, "bn": 1e9, "bil": 1e9, "billion": 1e9, "billions": 1e9,
    "mrd": 1e9, "milliarden": 1e9, "milliard": 1e9, "t": 1e12, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_CURRENCY_BEFORE = re.compile(r"^(us\$|[$€£¥₹]|[a-z]{3}(?=[\s\d]))\s*", re.IGNORECASE)
_CURRENCY_BEHIND = re.compile(r"\s*([$€£¥₹]|(?<=\s)[a-z]{3})$", re.IGNORECASE)
_CURRENCIES = {"us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "chf": "CHF"}
_APPROXIMATE = re.compile(
    r"^(approx(imately)?\.?|about|around|circa|ca\.?|over|more than|up to|~|≈|>=?|<=?|±)\s*", re.IGNORECASE
)
_PEOPLE = re.compile(r"\s*(employees?|people|staff|workers|ftes?|mitarbeiter|headcount)\.?$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\bbis\b)\s*", re.IGNORECASE)
_SCHEME = re.compile(r"h+t+p+s?[:;]*/+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>,;:\"'()\[\]\\]+@(?:(?!-)[\w-]+\.)+(?!-)[^\W\d_][\w-]+")


def clean(text: str) -> str:
    """The text without surrounding and double white space, and without the mark that our downloads put before "="."""
    text = _SPACES.sub(" ", text).strip()
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def is_blank(text: str) -> bool:
    """Whether people write this to say that they do not know."""
    return text.strip().casefold() in _BLANK


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text instead of showing it."""
    return bool(_FORMULA.match(text))


def parse_number(text: str) -> float:
    """A number with either decimal sign and any grouping; three digits after a lone sign are a group.

    >>> [parse_number(text) for text in ("1,234", "1.234.567,89", "1'234.5", "36.9", "0.125", "12,5")]
    [1234.0, 1234567.89, 1234.5, 36.9, 0.125, 12.5]
    """
    digits = re.sub(r"[\s'’]", "", text)
    if not re.fullmatch(r"\d+([.,]\d+)*", digits):
        raise Unreadable(text)
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return float(digits)
    last = signs[-1]
    head, _, tail = digits.rpartition(last)
    cannot_group = len(tail) != 3 or head.strip("0") == "" or len(head) > 3
    # The last of two different signs is the decimal one; a single sign is, where it cannot part thousands.
    decimal = signs.count(last) == 1 and (len(set(signs)) == 2 or cannot_group)
    groups = re.split(r"[.,]", head if decimal else digits)
    if len(groups) > 1 and (any(len(group) != 3 for group in groups[1:]) or not 1 <= len(groups[0]) <= 3):
        raise Unreadable(text)
    return float("".join(groups) + ("." + tail if decimal else ""))


def parse_headcount(text: str) -> int:
    """Number of people: "1,234", "11-50" (the middle), "10,001+", "1.5k", "~200 employees"."""
    text = _PEOPLE.sub("", _APPROXIMATE.sub("", text.strip())).rstrip("+ ")
    low, high = _bounds(text)
    middle = (low + high) / 2
    if low > high or middle > 10_000_000 or (low == high and middle != int(middle)):
        raise Unreadable(text)
    return int(middle)


def parse_amount(text: str) -> tuple[float, str]:
    """Money per year: "36.9 Million", "$1.2B", "1.234.567,89", "EUR 2,5 Mio.", "10-50M" (the middle).

    :return: amount, and the currency it states: an ISO code, "$" for some dollar, "" for none
    """
    rest, currency = _split_currency(_APPROXIMATE.sub("", text.strip()).rstrip("+ "))
    low, high = _bounds(rest)
    if low > high:
        raise Unreadable(text)
    return (low + high) / 2, currency


def _split_currency(text: str) -> tuple[str, str]:
    """Amount without the currency before or behind it, and the currency."""
    for pattern in (_CURRENCY_BEFORE, _CURRENCY_BEHIND):
        if (match := pattern.search(text)) and match[1].casefold() not in _SCALES:
            sign = match[1].casefold()
            return pattern.sub("", text), _CURRENCIES.get(sign, sign.upper())
    return text, ""


def _bounds(text: str) -> tuple[float, float]:
    """Lower and upper end of a number or a range; a scale after the upper end holds for both."""
    parts = [part.strip().lstrip("$€£¥₹") for part in _RANGE.split(text)]
    if len(parts) > 2:
        raise Unreadable(text)
    numbers = []
    scale = 1.0
    for part in reversed(parts):
        match = _NUMBER.match(part)
        unit = part[match.end() :].strip(" .").casefold() if match else None
        if match is None or unit not in _SCALES:
            raise Unreadable(text)
        scale = _SCALES[unit] if unit else scale
        numbers.append(_scaled(match[0].strip(), scale))
    return numbers[-1], numbers[0]


def _scaled(digits: str, scale: float) -> float:
    # "1.234 million" means 1,234,000: before a scale a lone sign is a decimal one.
    if scale > 1 and re.fullmatch(r"\d+[.,]\d+", digits):
        return round(float(digits.replace(",", ".")) * scale, 2)
    return round(parse_number(digits) * scale, 2)


def parse_percent(text: str) -> float:
    """Percent: "12.5 %", "-3", "(4)" for minus four, "+1,200%"."""
    text = text.strip().removesuffix("%").strip().replace("−", "-")
    negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    number = parse_number(text.strip("()").lstrip("+-").strip())
    return -number if negative else number


def headcount_growth(present: int, previous: int) -> float:
    """Change from the previous to the present headcount in percent; 0.0 when either is not known."""
    return round((present - previous) * 100 / previous, 1) if present > 0 and previous > 0 else 0.0


def parse_emails(text: str) -> list[str]:
    """Lower-case addresses in a cell: "Ann <ann@acme.example>", "mailto:ann@acme.example; bob@acme.example"."""
    parts = re.split(r"[;,]" if "<" in text else r"[;,\s]+", text.strip().rstrip(";,"))
    found = [_EMAIL.fullmatch(re.sub(r"^.*<|>$", "", part.strip()).removeprefix("mailto:")) for part in parts]
    if not all(found):
        raise Unreadable(text)
    return [match[0].lower() for match in found if match]


def parse_website(text: str) -> str:
    """A web address that names a host; a misspelt `http://` is put right."""
    text = text.strip()
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    if " " in rest or "@" in rest.split("/")[0] or "://" in rest.split("?")[0] or not host_of(rest):
        raise Unreadable(text)
    return ("https://" if scheme and "s" in scheme[0].lower() else "http://" if scheme else "") + rest


def tidy_place(text: str) -> str:
    """Name of a city without stray punctuation, capitalised when the source shouts or whispers.

    >>> tidy_place(":Livermore"), tidy_place("WINSTON-SALEM"), tidy_place("NYC")
    ('Livermore', 'Winston-Salem', 'NYC')
    """
    text = text.strip(" .,:;")
    shouts = text.isupper() and len(text) > 3
    return text.title() if shouts or text.islower() else text
