"""The words of a reply, without the mail it answers and without its signature.

Every line is given a mark: text, quoted, an attribution ("On … wrote:"), the head of another mail, signature, rule or
blank. Where the marks stand decides: what follows the head of another mail is quoted; quoted lines between a person's
own lines are an answer point by point, and stay. When nothing is left, the person wrote in an unusual way, and all
that is not quoted stays: no reply is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import reply_marks as marks
from .html_text import html_to_text
from .mail import Mail
from .mail_text import unify_text

LINES = 2000  # that are looked at; what follows is quoted
_LINE_LENGTH = 500  # characters of a line that are compared with marks
_ATTRIBUTION_LINES = 5

TEXT, QUOTED, ATTRIBUTION, HEAD, SIGNED, RULE, BLANK = "tqahsrb"


@dataclass(frozen=True)
class ReplyText:
    """A reply in three pieces.

    :param text: what the person wrote, with quoted lines where it answers point by point; "" only when every line of
        the mail is quoted or blank
    :param quoted: the mails it answers or forwards, with their attributions
    :param signature: from its delimiter on: name block, legal notice, "Sent from my phone"
    """

    text: str
    quoted: str = ""
    signature: str = ""


def strip_reply(mail: Mail) -> ReplyText:
    """Take a reply apart: by its plain text, or by its HTML where only that shows what is quoted."""
    found = strip_text(mail.text)
    if mail.html and not found.quoted:
        marked = strip_text(html_to_text(mail.html))
        if marked.text and marked.quoted:
            return marked
    return found


def strip_text(text: str) -> ReplyText:
    """Take the plain text of a reply apart."""
    lines = unify_text(text).replace("\u00a0", " ").split("\n")
    lines, rest = lines[:LINES], lines[LINES:]
    kinds = _mark(lines)
    keep = _choose(kinds)
    own = [line for line, kind in zip(lines, keep, strict=True) if kind == TEXT]
    if not any(line.strip() for line in own):
        keep = [TEXT if kind not in (QUOTED, BLANK) else QUOTED for kind in kinds]
        own = [line for line, kind in zip(lines, keep, strict=True) if kind == TEXT]
    return ReplyText(
        _join(own),
        _join([line for line, kind in zip(lines, keep, strict=True) if kind == QUOTED] + rest),
        _join([line for line, kind in zip(lines, keep, strict=True) if kind == SIGNED]),
    )


def _join(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _mark(lines: list[str]) -> list[str]:
    """One mark per line."""
    short = [line[:_LINE_LENGTH] for line in lines]
    kinds = [_kind(line) for line in short]
    for index in range(len(short)):
        if kinds[index] == BLANK:
            continue
        if _begins_head(short, index):
            kinds[index] = HEAD
        elif kinds[index] in (TEXT, QUOTED):
            length = _attribution(short, kinds, index)
            # The line before may look like a beginning too: the last one that does is.
            nearer = any(_attribution(short, kinds, at, dated=True) for at in range(index + 1, index + length))
            if length and kinds[index] == TEXT and not nearer:
                kinds[index : index + length] = [ATTRIBUTION] * length
    _mark_signatures(short, kinds)
    return kinds


def _kind(line: str) -> str:
    if not line.strip():
        return BLANK
    if marks.SIGNATURE.match(line) or marks.MOBILE.match(line):
        return SIGNED
    if marks.QUOTE.match(line):
        return QUOTED
    return RULE if marks.RULE.match(line) else TEXT


def _begins_head(lines: list[str], index: int) -> bool:
    """Whether the head of another mail begins here: three fields close together, or words that announce it."""
    line = lines[index]
    if marks.FORWARD.match(line) or marks.ABOVE.match(line):
        return True
    between = marks.BETWEEN_DASHES.match(line)
    if between and marks.ORIGINAL.search(between["words"]):
        return True
    first = marks.FIELD.match(line)
    if between:
        return len(_fields(lines, index + 1)) >= 2
    return bool(first) and "from" in (fields := _fields(lines, index)) and len(fields - {"copy"}) >= 3


def _fields(lines: list[str], index: int) -> set[str]:
    """Different fields in the next lines; a long line between may be one that was wrapped."""
    found: set[str] = set()
    others = 0
    for line in lines[index : index + 14]:
        match = marks.FIELD.match(line)
        if match:
            found.add(match.lastgroup or "")
        elif line.strip():
            others += 1
            if others > 2:
                break
    return found


def _attribution(lines: list[str], kinds: list[str], index: int, *, dated: bool = False) -> int:
    """How many lines the attribution that begins here has; 0 when none does, or when it must be `dated` and is not."""
    if not marks.STARTS.match(lines[index]):
        return 0
    joined = ""
    for length, line in enumerate(lines[index : index + _ATTRIBUTION_LINES], 1):
        if not line.strip() or (length > 1 and kinds[index + length - 1] != TEXT):
            return 0
        joined = f"{joined} {line.strip()}".strip()
        if len(joined) > _LINE_LENGTH:
            return 0
        if marks.ENDS.search(joined) and (marks.HAS_DATE.search(joined) or ("@" in joined and not dated)):
            return length
        terse = marks.DATED_ADDRESS.match(joined)
        if terse and (terse["colon"] or _next_kind(kinds, index + length) == QUOTED):
            return length
    return 0


def _next_kind(kinds: list[str], index: int) -> str:
    """The mark of the next line that is not blank, BLANK at the end."""
    return next((kind for kind in kinds[index:] if kind != BLANK), BLANK)


def _mark_signatures(lines: list[str], kinds: list[str]) -> None:
    """From a delimiter to the next quotation or the end, everything is signature."""
    index = 0
    while index < len(lines):
        end = next((at for at in range(index, len(lines)) if kinds[at] in (QUOTED, ATTRIBUTION, HEAD)), len(lines))
        start = _signature_start(lines, kinds, index, end)
        for at in range(start, end):
            kinds[at] = SIGNED
        index = end + 1


def _signature_start(lines: list[str], kinds: list[str], begin: int, end: int) -> int:
    """Where the signature in a stretch without quotation begins; `end` when it has none."""
    delimiters = [at for at in range(begin, end) if marks.SIGNATURE.match(lines[at])]
    if delimiters and any(kinds[at] == TEXT for at in range(delimiters[0] + 1, end)):
        return delimiters[0]
    texts = sum(kind == TEXT for kind in kinds[begin:end])
    for at in range(begin, end):
        texts -= kinds[at] == TEXT
        line = lines[at]
        # What follows must be short, or it is no signature.
        if kinds[at] == SIGNED and texts <= 6:
            return at
        if 0 < texts <= 8 and marks.UNDERSCORES.match(line):
            return at
        if texts <= 25 and marks.NOTICE.match(line):
            return at
        if 2 <= texts <= 10 and marks.SIGN_OFF.match(line) and _is_name_block(lines[at + 1 : end]):
            return at
    return end


def _is_name_block(lines: list[str]) -> bool:
    """Whether the lines after a closing formula are ways to reach the person, not more of the reply."""
    return sum(bool(marks.CONTACT.search(line)) for line in lines) >= 2 and all(len(line) < 120 for line in lines)


def _choose(kinds: list[str]) -> list[str]:
    """For every line whether it is the person's own text, quoted or signature."""
    start = kinds.index(TEXT) if TEXT in kinds else len(kinds)
    cut = next((at for at in range(start, len(kinds)) if kinds[at] == HEAD), len(kinds))
    cut = min(cut, _cut_by_attribution(kinds, cut))
    texts = [at for at in range(cut) if kinds[at] == TEXT]
    first, last = (texts[0], texts[-1]) if texts else (cut, -1)
    chosen = []
    for at, kind in enumerate(kinds):
        if at >= cut or kind in (ATTRIBUTION, HEAD) or (kind == QUOTED and not first < at < last):
            chosen.append(QUOTED)
        elif kind == SIGNED:
            chosen.append(SIGNED)
        elif kind == RULE and at > last:
            chosen.append(QUOTED)
        else:
            chosen.append(TEXT)
    return chosen


def _cut_by_attribution(kinds: list[str], end: int) -> int:
    """Where quotation begins that is not marked line by line: an attribution after text, followed by text."""
    for at in range(kinds.index(TEXT) if TEXT in kinds else end, end):
        if kinds[at] == ATTRIBUTION and kinds[at - 1] != ATTRIBUTION:
            following = next((kind for kind in kinds[at:end] if kind not in (ATTRIBUTION, BLANK)), BLANK)
            if following != QUOTED:
                return at
    return end
