"""robots.txt: RFC 9309 by its own examples, and files that are made to hurt."""

import time

import pytest
from outbound_prospecting.domain.robots import parse_robots


def allows(text, target, agent="OutboundProspecting"):
    return parse_robots(text, agent).allows(target)


@pytest.mark.parametrize(
    ("rules", "target", "expected"),
    [
        ("Disallow: /", "/", False),
        ("Disallow:", "/x", True),
        ("Disallow: /x", "/xyz", False),
        ("Disallow: /x", "/y", True),
        ("Disallow: /x/", "/x", True),
        ("Disallow: /X", "/x", True),
        ("Disallow: /\nAllow: /x", "/x/y", True),
        ("Allow: /x\nDisallow: /", "/x/y", True),
        ("Disallow: /x\nAllow: /x", "/x", True),  # a tie
        ("Disallow: /a/b/c\nAllow: /a/b", "/a/b/c", False),  # the longest
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /*.pdf$", "/a.pdf/b.pdf", False),
        ("Disallow: /*?", "/a?b", False),
        ("Disallow: /*?", "/a", True),
        ("Disallow: /a*b*c", "/a-c-b-c", False),
        ("Disallow: /a*b*c", "/a-c-b", True),
        ("Disallow: *", "/x", False),
        ("Disallow: /x$", "/x", False),
        ("Disallow: /x$", "/xy", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /ü", "/%C3%BC", False),
        ("Disallow: /%c3%bc", "/ü", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /%61", "/a", False),
        ("Disallow: /", "/robots.txt", True),
        ("disallow : /x # why", "/x", False),
        ("Nonsense\nDisallow: /x", "/x", False),
        ("Disallow: /x\nSitemap: https://a.example/s.xml\nDisallow: /y", "/y", False),
    ],
)
def test_rules(rules, target, expected):
    assert allows(f"User-agent: *\n{rules}", target) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("User-agent: *\nDisallow: /\n\nUser-agent: OutboundProspecting\nAllow: /", True),
        ("User-agent: outboundprospecting/2.0\nDisallow: /", False),
        ("User-agent: OutboundProspectingOther\nDisallow: /", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: other\nUser-agent: OutboundProspecting\nDisallow: /", False),
        ("User-agent: OutboundProspecting\nAllow: /\nUser-agent: x\nDisallow: /\nUser-agent: outboundprospecting\nDisallow: /x", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("Disallow: /", True),
        ("", True),
    ],
)  # fmt: skip
def test_groups(text, expected):
    assert allows(text, "/x") is expected


@pytest.mark.parametrize(("value", "delay"), [("5", 5.0), ("0.5", 0.5), ("99999", 30.0), ("soon", 0.0), ("-1", 0.0)])
def test_delay(value, delay):
    assert parse_robots(f"User-agent: *\nCrawl-delay: {value}", "x").delay == delay


def test_patterns_made_to_keep_us_busy():
    text = "User-agent: *\nDisallow: /" + "a*" * 2000 + "b\n"
    started = time.process_time()
    assert parse_robots(text, "x").allows("/" + "a" * 2000)
    assert time.process_time() - started < 5  # a backtracking matcher takes years
