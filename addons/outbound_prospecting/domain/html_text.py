"""HTML of a mail -> plain text with its lines.

Quotations become lines with ">", as in plain mail, and the places where a mail program puts the mail that it answers
or the signature get the line that plain mail would have, so that one way of reading serves both.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

LIMIT = 200_000  # characters of HTML that are read
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
        "body",
        "blockquote",
    ]
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre"})
_HIDDEN = frozenset({"head", "style", "script", "title", "template", "noscript", "xml", "svg"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "o:p"})
_QUOTE_BELOW = re.compile(
    r"divrplyfwdmsg|appendonsend|stopspelling|zwchr|olk_src_body_section|ms-outlook-mobile-reference-message|yahoo_quoted|"
    r"aolmsgpart|replyforwardmessage|mail-editor-reference-message|isforwardcontent|origbody|reply-intro"
)
_QUOTED_INSIDE = re.compile(
    r"gmail_attr|moz-cite-prefix|cite-prefix|yahoo-quoted-begin|protonmail_quote|tutanota_quote|zmail_extra_hr"
)
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|applemailsignature|ms-outlook-mobile-signature|protonmail_signature|^signature$|"
    r"ymail_android_signature|mobile-signature|email-signature"
)
_OUTLOOK_RULE = re.compile(r"border(?:-top)?: ?(?:none; ?border-top: ?)?solid #(?:b5c4df|e1e1e1) 1\.0pt", re.IGNORECASE)
_NO_DISPLAY = re.compile(r"display: ?none|mso-hide: ?all", re.IGNORECASE)
_DECLARATION = re.compile(r"<!\[[^>]{0,400}>|<\?[^>]{0,400}>")
# A "<" that begins no tag; the parser would look for its end in all that follows, again and again.
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z!][^<>]{0,4000}>)")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
QUOTE_MARK = "-----Original Message-----"
SIGNATURE_MARK = "-- "


class _Reader(HTMLParser):
    """Collects lines; one entry of `open` per open element: name, and what it does to the text in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.open: list[tuple[str, str]] = []
        self.depth = self.hidden = self.kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.end_line(force=True)
            return
        if tag in _BLOCKS:
            self.end_line()
        marker = f"{named.get('id', '')} {named.get('class', '')}".lower().strip()
        if _QUOTE_BELOW.search(marker) or _OUTLOOK_RULE.search(named.get("style", "")):
            self.mark(QUOTE_MARK)
        elif _SIGNATURE.search(marker):
            self.mark(SIGNATURE_MARK)
        if tag in _SPACED and "msonormal" not in marker:
            self.blank()
        if tag == "li":
            self.line = "- "
        if tag in ("td", "th") and self.line.strip():
            self.line += " "
        if tag not in _VOID:
            self.enter(tag, self.effect(tag, marker, named.get("style", "")))

    def effect(self, tag: str, marker: str, style: str) -> str:
        if tag in _HIDDEN or _NO_DISPLAY.search(style):
            return "hidden"
        if tag == "blockquote" or _QUOTED_INSIDE.search(marker):
            return "quote"
        return "keep" if tag in ("pre", "textarea") else ""

    def enter(self, tag: str, effect: str) -> None:
        if effect == "quote":
            self.end_line()
        self.open.append((tag, effect))
        self.count(effect, 1)

    def count(self, effect: str, by: int) -> None:
        self.depth += by * (effect == "quote")
        self.hidden += by * (effect == "hidden")
        self.kept += by * (effect == "keep")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
        # An end without a beginning closes nothing; only near elements are looked at, so that nesting costs nothing.
        near = [name for name, _effect in self.open[-40:]]
        if tag in near:
            while self.open:
                name, effect = self.open.pop()
                if effect == "quote":
                    self.end_line()
                self.count(effect, -1)
                if name == tag:
                    break
        if tag in _SPACED:
            self.blank()

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.kept:
            first, *others = data.split("\n")
            self.line += first
            for other in others:
                self.end_line(force=True)
                self.line = other
            return
        data = _SPACES.sub(" ", data)
        self.line += data.lstrip() if not self.line else data

    def end_line(self, *, force: bool = False) -> None:
        if self.line.strip() or force:
            prefix = "> " * min(self.depth, 20)
            self.lines.append((prefix + self.line.rstrip()).rstrip() if not self.kept else prefix + self.line.rstrip())
        self.line = ""

    def blank(self) -> None:
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * min(self.depth, 20))

    def mark(self, line: str) -> None:
        self.end_line()
        if not self.depth and not self.hidden:
            self.lines.append(line)


def _without_comments(html: str) -> str:
    pieces = []
    at = 0
    while (begin := html.find("<!--", at)) >= 0 and (end := html.find("-->", begin)) >= 0:
        pieces.append(html[at:begin])
        at = end + 3
    return "".join([*pieces, html[at:]])


def html_to_text(html: str) -> str:
    """Text of a mail in HTML, "" when it has none."""
    html = _NO_TAG.sub("&lt;", _DECLARATION.sub("", _without_comments(html[:LIMIT])))
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # the parser's own, for a declaration that is none
        return _SPACES.sub(" ", _TAG.sub(" ", html)).strip()
    reader.end_line()
    text = _BLANK_LINES.sub("\n\n", "\n".join(reader.lines)).strip("\n")
    return text if text.replace(QUOTE_MARK, "").replace("--", "").strip(" \n>") else ""
