"""HTML as a `Page`. It reads the whole page, menus and footers too, because that is where contacts are.

`lxml` alone, without a second tree around it: five times as fast, and broken markup is repaired by the same parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree  # type: ignore[import-untyped]

from ..domain.charset import decode
from ..domain.page import Link, Page
from ..domain.structured_data import read_blocks

LARGEST = 3_000_000  # characters
_MOST_LINKS = 2_000
_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas",
                      "select", "datalist", "textarea", "audio", "video", "map"})  # fmt: skip
_INLINE = frozenset({"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
                     "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
                     "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input", "button"})  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.IGNORECASE
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"\s+")
_LINES = re.compile(r" ?\n[ \n]*")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_SHEET = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]+)", re.IGNORECASE)


def read_page(body: bytes | str, url: str = "", content_type: str = "") -> Page:
    """Text and facts of a page; broken markup is read as browsers do, what is no markup as text.

    :param url: for relative links; `base` in the page goes before it
    """
    root = _parse((decode(body, content_type) if isinstance(body, bytes) else body)[:LARGEST])
    if root is None:
        return Page(url, "", "")
    meta = _metadata(root)
    data = read_blocks(root.xpath("//script[@type='application/ld+json']/text()"))
    links = [(node, node.get("href", "").strip()) for node in root.iter("a") if node.get("href")]
    title = next((_one_line(node.itertext()) for node in root.iter("title")), "")
    named = [meta.get("og:site_name", ""), meta.get("application-name", ""), *data.names]
    addresses = _addresses(root, links)  # before the text: it puts hidden ones back
    text, unseen = _texts(root)
    moments = [meta.get("article:published_time", ""), *data.published, meta.get("date", ""), *_times(root)]
    return Page(
        url=url,
        title=title[:300],
        text=text,
        description=(meta.get("description") or meta.get("og:description", ""))[:1000],
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower(),
        published=next(filter(None, map(_day, moments)), None),
        links=tuple(_links(links[:_MOST_LINKS], _base(root, url))),
        names=tuple(dict.fromkeys(filter(None, named))),
        people=tuple(dict.fromkeys(data.people)),
        emails=tuple(dict.fromkeys([*addresses, *data.emails])),
        phones=tuple(dict.fromkeys([*(unquote(href[4:]) for _n, href in links if _is(href, "tel:")), *data.phones])),
        unseen=unseen,
    )


def _parse(text: str) -> Any:
    """The tree's root, None for an empty page."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        return None


def _texts(root: Any) -> tuple[str, str]:
    """Visible text and hidden text."""
    seen: list[str] = []
    unseen: list[str] = []
    hidden = None  # the outermost hidden element that we are in
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        start = event == "start"
        if start and hidden is None and _hidden(node):
            hidden = node
        parts = seen if hidden is None else unseen
        if node.tag not in _INLINE:
            parts.append("\n")
        if not start:
            if node is hidden:
                hidden, parts = None, seen
            if node.tail:
                parts.append(_SPACES.sub(" ", node.tail))
            if node.tag == "a" and not (node.tail or "").strip(" \n\r\t|·•") and _is_link(node.getnext()):
                parts.append("\n")  # a menu in one line
        elif node.tag in _SKIPPED:
            walk.skip_subtree()
        elif node.text:
            parts.append(_SPACES.sub(" ", node.text))
    return _joined(seen), _joined(unseen)


def _is_link(node: Any) -> bool:
    return node is not None and node.tag == "a"


def _joined(parts: list[str]) -> str:
    text = _INVISIBLE.sub("", "".join(parts))
    return _LINES.sub("\n", re.sub(" {2,}", " ", text)).strip()


def _hidden(node: Any) -> bool:
    style = node.get("style")
    return node.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _metadata(root: Any) -> dict[str, str]:
    """Names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        if name and node.get("content"):
            found.setdefault(name, _one_line([node.get("content")]))
    return found


def _base(root: Any, url: str) -> str:
    named = next((node.get("href") for node in root.iter("base") if node.get("href")), "")
    return _join(url, named) or url


def _links(links: Iterable[tuple[Any, str]], base: str) -> list[Link]:
    """Links to web pages, each address once with the first words that it has."""
    found: dict[str, str] = {}
    for node, href in links:
        url = _join(base, href)
        if url.startswith(("http://", "https://")):
            words = _one_line(node.itertext()) or node.get("title") or node.get("aria-label") or ""
            found[url] = found.get(url) or words[:200]
    return [Link(url, words) for url, words in found.items()]


def _join(base: str, href: str) -> str:
    try:
        return urldefrag(urljoin(base, href)).url
    except ValueError:
        return ""


def _addresses(root: Any, links: Iterable[tuple[Any, str]]) -> list[str]:
    """E-mail addresses that the markup holds; those that a content network hid are put back into the text."""
    found = [unquote(href[7:]).partition("?")[0] for _node, href in links if _is(href, "mailto:")]
    found = [address.strip() for several in found for address in re.split("[,;]", several)]
    for node in root.xpath("//*[@data-cfemail]"):
        address = _uncovered(node.get("data-cfemail"))
        found.append(address)
        node.text = address
        for child in list(node):
            node.remove(child)
    found += [_uncovered(match[1]) for _node, href in links if (match := _SHEET.search(href))]
    return [address for address in found if "@" in address]


def _uncovered(hexadecimal: str) -> str:
    """What Cloudflare's e-mail protection hides: bytes in hexadecimal, the first is the key of the others."""
    try:
        key, *covered = bytes.fromhex(hexadecimal)
    except ValueError:
        return ""
    return bytes(char ^ key for char in covered).decode("utf-8", "replace").partition("?")[0]


def _times(root: Any) -> list[str]:
    """Moments in `time` elements, if they all name one day: a list of news has many and none is the page's own."""
    moments = [node.get("datetime") for node in root.iter("time") if node.get("datetime")]
    return moments[:1] if len({moment[:10] for moment in moments}) == 1 else []


def _day(text: str) -> date | None:
    match = _DAY.match(text.strip())
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _is(href: str, scheme: str) -> bool:
    return href[: len(scheme)].lower() == scheme


def _one_line(texts: Iterable[str]) -> str:
    return " ".join(_INVISIBLE.sub("", "".join(texts)).split())
