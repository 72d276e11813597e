"""HTML as text and facts; bytes as characters."""

from datetime import date

import pytest
from outbound_prospecting.adapters.page import read_page
from outbound_prospecting.domain.charset import decode
from outbound_prospecting.domain.page import Link, Page, in_short_lines
from outbound_prospecting.domain.structured_data import read_blocks


def text(html):
    return read_page(html).text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>two</b>\n three</p><p>four", "One two three\nfour"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a<td>b</table>", "a\nb"),
        ("a<br>b<hr>c", "a\nb\nc"),
        ("<p>a<!-- b --> c</p>", "a c"),
        ("<script>x</script><style>y</style><noscript>z</noscript><template>t</template>a", "a"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("<div>a <span hidden>b</span> c <span style='Display : NONE'>d</span> e</div>", "a c e"),
        ("<p>a<span style='font-size:0'>b</span><span style='font-size:0.9em'>c</span>", "ac"),
        ("<a href=/1>One</a> <a href=/2>Two</a> | <a href=/3>Three</a>", "One\nTwo |\nThree"),
        ("see <a href=/1>this</a> and <a href=/2>that</a>", "see this and that"),
        ("&lt;b&gt; &amp; &euro;", "<b> & €"),
        ("plain text", "plain text"),
        ("", ""), ("   ", ""), ("<html></html>", ""), ("<!-- only -->", ""),
    ],
)  # fmt: skip
def test_text(html, expected):
    assert text(html) == expected


def test_hidden_text_is_kept_apart():
    page = read_page("<p>a</p><div style='visibility:hidden'>menu <a href=/x>Jane</a><p hidden>deep</p></div><p>b</p>")
    assert (page.text, page.unseen) == ("a\nb", "menu Jane\ndeep")
    assert page.whole == "a\nb\nmenu Jane\ndeep"


def test_depth_and_rubbish_do_not_end_it():
    assert "deep" in text("<div>" * 5000 + "deep")
    assert text("<p>a\x00b</p>") == "ab"
    assert read_page(bytes(range(256)) * 10).text


def test_what_the_markup_says():
    page = read_page(
        """<html lang=en-GB><head><title>Acme &amp; Co\n - Pumps</title><base href="https://acme.example/en/">
        <meta property="og:site_name" content="Acme"><meta name=Description content="We make pumps">
        <meta property="article:published_time" content="2026-02-03T10:00:00Z">
        <script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Acme Ltd", "telephone": "+44 1",
          "employee": [{"@type": "Person", "name": "Jane Doe", "jobTitle": "CEO"}]}]}</script></head>
        <body><a href="about#team">About us</a><a href="about"></a><a href="mailto:Sales%40acme.example?subject=x">m</a>
        <a href="tel:+44%20117%20230%205221">call</a><a href="javascript:x()">j</a><a href="http://[bad">b</a>""",
        "https://other.example/",
    )
    assert (page.title, page.language, page.description) == ("Acme & Co - Pumps", "en-gb", "We make pumps")
    assert page.published == date(2026, 2, 3)
    assert page.names == ("Acme", "Acme Ltd")
    assert page.people == (("Jane Doe", "CEO"),)
    assert page.links == (Link("https://acme.example/en/about", "About us"),)
    assert page.emails == ("Sales@acme.example",)
    assert page.phones == ("+44 117 230 5221", "+44 1")


def test_addresses_that_a_content_network_hides():
    covered = bytes([7, *(ord(char) ^ 7 for char in "jane@acme.example")]).hex()
    page = read_page(f'<p>Write to <a class="__cf_email__" data-cfemail="{covered}">[email&#160;protected]</a> now</p>'
                     f'<a href="/cdn-cgi/l/email-protection#{covered}">us</a><b data-cfemail="zz">x</b>')  # fmt: skip
    assert set(page.emails) == {"jane@acme.example"}
    assert page.text.startswith("Write to jane@acme.example now")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<time datetime=2026-02-03>", date(2026, 2, 3)),
        ("<time datetime=2026-02-03T10:00><time datetime=2026-02-03>", date(2026, 2, 3)),
        ("<time datetime=2026-02-03><time datetime=2026-02-04>", None),
        ("<meta name=date content=2026-02-31>", None),
        (
            '<script type="application/ld+json">{"datePublished": "2026-02-03T08:00:00+01:00"}</script>',
            date(2026, 2, 3),
        ),
        ("<p>3 February 2026", None),
    ],
)
def test_published(html, expected):
    assert read_page(html).published == expected


def test_structured_data_that_is_broken_or_made_to_hurt():
    assert read_blocks(["{", "[" * 100_000, "null", '"x"', '{"@type": 5, "name": {"a": 1}}']).names == []
    assert read_blocks(['{"@type": ["Thing", "LocalBusiness"], "name": ["Acme", 3]}']).names == ["Acme"]


@pytest.mark.parametrize(
    ("body", "header", "expected"),
    [
        ("für".encode(), "", "für"),
        ("für".encode("latin-1"), "text/html; charset=ISO-8859-1", "für"),
        ("für €".encode("cp1252"), "text/html; charset=iso-8859-1", "für €"),
        ("für €".encode("cp1252"), "", "für €"),
        ("für €".encode("cp1252"), "charset=utf-8", "f\ufffdr \ufffd"),
        (b"<meta charset=windows-1251>" + "мы".encode("cp1251"), "", "<meta charset=windows-1251>мы"),
        (b"<meta charset=latin1>" + "für".encode(), "text/html;charset='UTF-8'", "<meta charset=latin1>für"),
        (b"\xef\xbb\xbf" + "für".encode(), "charset=latin1", "für"),
        ("für".encode("utf-16"), "", "für"),
        (b"<p>plain</p>", "charset=utf-16", "<p>plain</p>"),
        ("日本".encode("shift_jis"), "charset=Shift_JIS", "日本"),
        (b"x", "charset=rot13", "x"),
        (b"x", "charset=nonsense", "x"),
        (b"\x81\x8d", "charset=base64", "\ufffd\ufffd"),
    ],
)
def test_charset(body, header, expected):
    assert decode(body, header) == expected


def test_long_lines_are_cut_without_moving_anything():
    given = "word " * 1000 + "x" * 3000 + "\nshort"
    cut = in_short_lines(given)
    assert len(cut) == len(given)
    assert max(map(len, cut.split("\n"))) <= 1200
    assert cut.endswith("\nshort")
    assert Page("", "", "a b").whole == "a b"
