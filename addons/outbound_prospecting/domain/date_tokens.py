"""A text as a row of words of time, one letter each: "until 3 May" -> `V`, `N`, `M`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .date_words import LONGEST, WORDS, Entry

_PIECE = re.compile(
    r"(?P<iso>(?<!\d)(?<!\d[-/.])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"|(?P<full>(?<!\d)(?<!\d[/.])\d{1,2}(?P<sep>[-/.])[ ]?\d{1,2}(?P=sep)[ ]?(?:\d{4}|\d{2})(?![\d]))"
    r"|(?P<compact>(?<!\d)(?:19|20)\d{6}(?!\d))"
    r"|(?P<ym>(?<![\d/.-])\d{4}[-/](?:0?[1-9]|1[0-2])(?![\d/-]))"
    r"|(?P<my>(?<![\d/.-])(?:0?[1-9]|1[0-2])[-/.]\d{4}(?!\d))"
    r"|(?P<short>(?<![\d/.,:])\d{1,2}(?:/\d{1,2}|-\d{1,2}|\.[ ]?\d{1,2}\.?)(?![\d/%:]|[.,]\d| ?(?:%|€|\$|uhr|h\b|am\b|pm\b)))"
    r"|(?P<clock>\d{1,2}(?::\d{2}|[h.]\d{2}\b(?!\.)| ?(?:uhr|am|pm|a\.m|p\.m|h)\b))"
    r"|(?P<quarter>\b[qtk]([1-4])\b|\b([1-4])[qt]\b)"
    r"|(?P<half>\b[hs]([12])\b|\b([12])h\b)"
    r"|(?P<ordinal>(?<![\w.,])\d{1,2}(?:st|nd|rd|th|er|ere|eme|e|ro|do|to|mo|vo|no|º|ª|°|\.º|\.ª|\.°|:a|:e)(?!\w)|(?<![\w.,])\d{1,2}\.(?=\s*[a-z]))"
    r"|(?P<year>(?<!\d)(?<!\d[.,])(?:1[89]|20|21)\d{2}(?![\d:]))"
    r"|(?P<number>(?<![\w#$€])(?<!\d[.,:])(?<!\$ )\d{1,3}(?![\d:%€$]|[.,]\d))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<break>[.!?;:\n()])"
    r"|(?P<dash>[-–—~/])"
    r"|(?P<other>[^\s,'])"
)
Words = dict[str, tuple[Entry, ...]]
_JOINER = re.compile(r"[\s'/.-]{1,2}")
_UNITS = "dbwkmqhysf"


@dataclass(frozen=True)
class Token:
    """One word of time.

    :param code: its letter; see `date_words`, and `Y` year, `#` date in figures, `Q` quarter, `Z` half-year, `@` month
        of a year in figures, `o` ordinal in figures, `.` any other word, `|` end of a sentence
    :param value: its number, or for `#` and `@` what was written
    """

    code: str
    value: str
    start: int
    end: int


def tokenize(text: str, lang: str) -> list[Token]:
    """Words of time in a folded text; skipped words are left out."""
    words = WORDS[lang]
    pieces = list(_PIECE.finditer(text))
    tokens: list[Token] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        token, used = (
            _word(text, pieces, position, words) if piece.lastgroup == "word" or piece["word"] else (_figure(piece), 1)
        )
        position += used
        if (
            token.code == "|"
            and tokens
            and tokens[-1].code in "MW"
            and text[token.start] == "."
            and token.start == tokens[-1].end
        ):
            continue  # "Dec. 31"
        if token.code != "c":
            tokens.append(token)
    return _with_ranges(tokens)


def _with_ranges(tokens: list[Token]) -> list[Token]:
    """Two days of one month: "19-20 November"."""
    result: list[Token] = []
    for position, token in enumerate(tokens):
        beside = {other.code for other in tokens[max(0, position - 1) : position + 2]}
        days = re.fullmatch(r"(\d{1,2})-(\d{1,2})", token.value) if token.code == "#" else None
        if days and beside & set("MXT"):
            middle = token.start + days.end(1)
            result.append(Token("N", days[1], token.start, middle))
            result.append(Token("-", "", middle, middle + 1))
            result.append(Token("N", days[2], middle + 1, token.end))
        else:
            result.append(token)
    return result


def _figure(piece: re.Match[str]) -> Token:
    span = piece.start(), piece.end()
    if piece["iso"] or piece["full"] or piece["short"]:
        return Token("#", piece[0], *span)
    if piece["compact"]:
        return Token("#", f"{piece[0][:4]}-{piece[0][4:6]}-{piece[0][6:]}", *span)
    if piece["ym"] or piece["my"]:
        return Token("@", piece[0], *span)
    if piece["quarter"]:
        return Token("Q", re.sub(r"\D", "", piece[0]), *span)
    if piece["half"]:
        return Token("Z", re.sub(r"\D", "", piece[0]), *span)
    if piece["ordinal"]:
        return Token("o", re.sub(r"\D", "", piece[0]), *span)
    if piece["year"]:
        return Token("Y", piece[0], *span)
    if piece["number"]:
        return Token("N", piece[0], *span)
    if piece["dash"]:
        return Token("-", "", *span)
    return Token("|" if piece["break"] else ".", "", *span)


def _word(text: str, pieces: list[re.Match[str]], position: int, words: Words) -> tuple[Token, int]:
    """The longest entry that begins here, and how many pieces it takes."""
    key, best = pieces[position][0], 0
    found = words.get(key)
    entry = found[0] if found else None
    last = position
    for _unused in range(2, LONGEST + 1):
        following = _next_word(text, pieces, last)
        if following is None:
            break
        last = following
        key += "_" + pieces[last][0]
        if key in words:
            entry, best = words[key][0], last - position
    end = pieces[position + best].end()
    if entry is None or (best == 0 and not _certain(text, pieces, position, entry[0], words)):
        return Token(".", "", pieces[position].start(), pieces[position].end()), 1
    return Token(entry[0], entry[1], pieces[position].start(), end), best + 1


def _next_word(text: str, pieces: list[re.Match[str]], position: int) -> int | None:
    for following in (position + 1, position + 2):
        if following < len(pieces) and pieces[following]["word"]:
            between = text[pieces[position].end() : pieces[following].start()]
            return following if _JOINER.fullmatch(between) else None
    return None


# Names of days and months that are other words as well, in one language or another.
_OTHER_WORDS = """may march mar sun sat mon wed mi di do fr so sa mo ma wo za zo vr mer jeu ven lun dom gio sab set out man
ons tors fre ago lut sie lis mag ott mars maj gru cze wrz vie jan"""
_AMBIGUOUS = frozenset(_OTHER_WORDS.split())
_BEFORE_SHORT = re.compile(
    r"(?:\d(?:st|nd|rd|th|\.)?|\b(?:in|of|until|till|by|before|after|early|mid|late|next|this|last|since|from|de|le|en|im|ab|bis|on|through|"
    r"debut|mi|fin|milieu|courant|avant|apres|begin|eind|half|medio|vanaf|inizio|fine|meta|entro|til|efter|primo|ultimo))[\s/.-]*\Z"
)
_AFTER_SHORT = re.compile(r"[.,]?[\s/-]*(?:the )?\d")


def _certain(text: str, pieces: list[re.Match[str]], position: int, code: str, words: Words) -> bool:
    """Short names of months and days are words of their own too; they need a number or a word of time beside them."""
    piece = pieces[position]
    if code not in "MW" or piece[0] not in _AMBIGUOUS:
        return True
    following = _next_word(text, pieces, position)
    if following is not None and any(entry[0] in "NO" for entry in words.get(pieces[following][0], ())):
        return code == "M"
    if _AFTER_SHORT.match(text, piece.end()):
        return True
    before = text[max(0, piece.start() - 12) : piece.start()]
    return bool(_BEFORE_SHORT.search(before)) and (code == "M" or len(piece[0]) == 3)


def read_figures(value: str, day_first: bool, today: date) -> date | None:
    """A date in figures; without a year the next one; None if there is no such day."""
    numbers = [int(number) for number in re.findall(r"\d+", value)]
    try:
        if len(numbers) == 2:
            day, month = numbers if day_first else reversed(numbers)
            for year in range(today.year, today.year + 5):
                if month == 2 and day == 29 and not _leap(year):
                    continue
                found = date(year, month, day)
                if found >= today:
                    return found
            return None
        if numbers[0] > 31:
            return date(*numbers)
        day, month = numbers[:2] if day_first else (numbers[1], numbers[0])
        return date(numbers[2] + (0 if numbers[2] > 99 else 2000 if numbers[2] < 70 else 1900), month, day)
    except ValueError:
        return None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
