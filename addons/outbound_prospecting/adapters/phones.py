"""Telephone and fax numbers in the text of a page, by the library `phonenumbers`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import phonenumbers

_GAP = r"[^\S\n]{0,2}[-–—‐‑./()·•]{0,2}[^\S\n]{0,2}[-–—.()]?"
_RUN = re.compile(rf"(?<![\w$€£¥#%@=&])(?:\(?\+\s?|\()?\d(?:{_GAP}\d){{5,40}}(?![\w%@])")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\d+")
_VANITY = re.compile(r"(?<![\w.-])(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]{1,2}(?=[\d.-]{0,6}[A-Z])[A-Z0-9](?:-?[A-Z0-9]){3,11}(?![\w@])"
                     r"|(?<![\w.-])(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]\d{3}[-. ][A-Z]{4}(?![\w@])")  # fmt: skip
_CUE = re.compile(r"\b(?:tel|phone|telephone|telefon|téléphone|teléfono|telefono|telefoon|call|fax|telefax|mobile|mob|cell|"
                  r"handy|portable|móvil|cellulare|free|toll|hotline|office|ph|t|p|m|f|o|d)\b\W{0,6}[\w ]{0,12}\W{0,4}$",
                  re.IGNORECASE)  # fmt: skip
_FAX = re.compile(r"\b(?:fax|telefax|facsimile|fx|f)\b[^\d\n]{0,14}$", re.IGNORECASE)
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d")
ELSEWHERE = ("AU", "IE", "NZ", "DE", "FR", "NL", "ES", "IT", "CH", "AT", "BE", "IN", "ZA", "SG", "SE", "DK", "PL", "PT")
_MOST_TRIES = 1_000  # of reading a row of digits as a number: a page of figures must not keep us
_LEAST_DIGITS, _MOST_DIGITS = 7, 15


@dataclass(frozen=True)
class Phone:
    """:param e164: international form, "+14155550123"
    :param written: as it stands on the page
    :param start: where in the text, -1 for one that only the markup holds
    """

    e164: str
    written: str
    fax: bool = False
    start: int = -1


def find_phones(text: str, regions: Sequence[str], marked: Iterable[str] = ()) -> list[Phone]:
    """Numbers that exist in the numbering plan of one of the regions, each once.

    :param regions: ISO countries for numbers without a country code, likeliest first
    :param marked: numbers from `tel:` links and structured data
    """
    found: dict[str, Phone] = {}
    tries = iter(range(_MOST_TRIES))
    offset = 0
    for line in text.split("\n"):
        if _DIGIT.search(line):  # spares the patterns most lines
            for number, written, start in _in_line(line, regions, tries):
                fax = bool(_FAX.search(line[max(start - 30, 0) : start]))
                found.setdefault(number, Phone(number, written, fax, offset + start))
        offset += len(line) + 1
    for written in marked:
        if number := _parse(written, regions):
            found.setdefault(number, Phone(number, written.strip()))
    return list(found.values())


def _in_line(line: str, regions: Sequence[str], tries: Iterator[int]) -> Iterator[tuple[str, str, int]]:
    for match in sorted([*_RUN.finditer(line), *_VANITY.finditer(line)], key=lambda match: match.start()):
        cued = bool(_CUE.search(line[max(match.start() - 30, 0) : match.start()]))
        numbers = _in_run(match[0], regions, cued, tries)
        if cued and not numbers:  # somebody says that it is one, so the page's country was guessed wrong
            numbers = _in_run(match[0], ELSEWHERE, cued, tries)
        for number, written, start in numbers:
            yield number, written, match.start() + start


def _in_run(run: str, regions: Sequence[str], cued: bool, tries: Iterator[int]) -> list[tuple[str, str, int]]:
    """Numbers in a run of groups of digits, which may hold several: (E.164, as written, offset)."""
    if any(char.isalpha() for char in run):
        number = _parse(phonenumbers.convert_alpha_characters_in_number(run), regions)
        return [(number, run, 0)] if number else []
    if _DATE.match(run) or _YEARS.match(run):
        return []
    groups = list(_GROUP.finditer(run))
    found, first = [], 0
    while first < len(groups):
        last, number = _longest(run, groups, first, regions, cued, tries)
        if not number:
            first += 1
            continue
        start = groups[first].start()
        while start and run[start - 1] in "(+":
            start -= 1
        found.append((number, run[start : groups[last].end()], start))
        first = last + 1
    return found


def _longest(
    run: str, groups: Sequence[re.Match[str]], first: int, regions: Sequence[str], cued: bool, tries: Iterator[int]
) -> tuple[int, str]:
    """The longest number that begins at a group: (its last group, E.164 or "")."""
    digits = 0
    ends = []
    for last in range(first, len(groups)):
        digits += len(groups[last][0])
        if digits > _MOST_DIGITS:
            break
        if digits >= _LEAST_DIGITS:
            ends.append((last, digits))
    plus = "+" if "+" in run[: groups[first].start()][-3:] else ""
    for last, digits in reversed(ends):
        # A bare row of digits is a telephone number only if it has the length of one, or somebody says so.
        if not (plus or cued or last > first or digits >= 10):
            continue
        if next(tries, None) is None:
            break
        if number := _parse(plus + run[groups[first].start() : groups[last].end()], regions):
            return last, number
    return first, ""


def _parse(written: str, regions: Sequence[str]) -> str:
    for region in regions:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""
