"""robots.txt: may a page be read (RFC 9309)?

Our own and not a library's, because rules are other people's patterns: those that turn them into regular expressions
can be kept busy for hours by a file made for it. Here a pattern costs at most its length times the path's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

PARSED = 512_000  # bytes; RFC 9309 §2.5 asks for at least 500 KiB
LONGEST_DELAY = 30.0  # seconds; a site that asks for more is read at this pace
_SAFE = "/%:@!$&'()*+,;=~-._?"
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


@dataclass(frozen=True)
class Rule:
    """One line.

    :param pattern: normalised path with `*` and a final `$`
    """

    allow: bool
    pattern: str


@dataclass(frozen=True)
class Robots:
    """The rules that hold for us.

    :param delay: seconds between requests that the site asks for, 0 if it does not
    """

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be read: the longest rule that fits decides, and "allow" wins a tie."""
        path = _normal(target or "/")
        if path == "/robots.txt":
            return True
        fitting = [(len(rule.pattern), rule.allow) for rule in self.rules if _fits(rule.pattern, path)]
        return max(fitting)[1] if fitting else True


EVERYTHING = Robots()
NOTHING = Robots((Rule(False, "/"),))


def parse_robots(text: str, agent: str) -> Robots:
    """The rules of all groups for our product token, else those of all groups for `*`.

    :param agent: product token, such as "OutboundProspecting"
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    open_group = False
    for key, value in _lines(text):
        if key == "user-agent":
            named = [*named, value.lower()] if open_group else [value.lower()]
            open_group = True
            groups.setdefault(named[-1], [])
        elif key in ("allow", "disallow", "crawl-delay"):
            open_group = False
            for name in named:
                groups[name].append((key, value))
    ours = agent.lower()
    # Some write "Name/1.0": what follows the token is not part of it.
    chosen = [lines for name, lines in groups.items() if re.split(r"[^a-z_-]", name, maxsplit=1)[0] == ours]
    lines = [line for group in chosen or [groups.get("*", [])] for line in group]
    rules = tuple(Rule(key == "allow", _normal(value)) for key, value in lines if key != "crawl-delay" and value)
    delays = [float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value)]
    return Robots(rules, min(max(delays, default=0.0), LONGEST_DELAY))


def _lines(text: str) -> list[tuple[str, str]]:
    pairs = []
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            pairs.append((key.strip().lower(), value.strip()))
    return pairs


def _normal(path: str) -> str:
    """One spelling: what need not be escaped is not, and escapes are in capitals (RFC 9309 §2.2.2)."""

    def escape(match: re.Match[str]) -> str:
        char = unquote_to_bytes(match[0])
        return char.decode("ascii") if (char.isalnum() and char.isascii()) or char in b"-._~" else match[0].upper()

    return _ESCAPE.sub(escape, quote(path, safe=_SAFE))


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins with a pattern, in which `*` stands for anything and a final `$` for the end."""
    ends = pattern.endswith("$")
    first, *others = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return not ends or at == len(path)
    last = others.pop() if ends else ""
    for part in others:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not ends or (path.endswith(last) and len(path) - len(last) >= at)
