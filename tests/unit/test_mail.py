"""Raw mail, well made and broken."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain.mail import read_mail
from outbound_prospecting.domain.mail_text import decode_text, unflow
from outbound_prospecting.domain.reply_text import strip_reply

HEAD = b"From: Ann <Ann@B.example>\nTo: rep@ours.example\nSubject: Re: Hello\n"


def test_headers():
    mail = read_mail(
        b"Message-ID: <a@b.example>\nIn-Reply-To: <t1@ours.example>\nReferences: <t0@ours.example>\n\t<t1@ours.example>\n"
        b"From: =?utf-8?Q?Ann_M=C3=BCller?= <Ann@B.example>\nTo: Rep <rep@ours.example>, x@y.example\nCc: z@y.example\n"
        b"Reply-To: other@b.example\nSubject: =?iso-8859-1?B?R3L832U=?= =?utf-8?q?_ok?=\nDate: Tue, 5 May 2026 10:00:00 +0200\n\nHi\n"
    )
    assert (mail.message_id, mail.in_reply_to) == ("<a@b.example>", ("<t1@ours.example>",))
    assert mail.references == ("<t0@ours.example>", "<t1@ours.example>")
    assert (mail.sender, mail.sender_name) == ("ann@b.example", "Ann Müller")
    assert (mail.to, mail.cc) == (("rep@ours.example", "x@y.example"), ("z@y.example",))
    assert (mail.reply_to, mail.subject) == (("other@b.example",), "Grüße ok")
    assert (mail.header("DATE"), mail.text) == ("Tue, 5 May 2026 10:00:00 +0200", "Hi\n")


def body(kind: str, content: bytes, encoding: str = "8bit") -> str:
    head = HEAD + f"MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    return read_mail(head + content).text.strip()


@pytest.mark.parametrize(
    ("kind", "content", "encoding"),
    [
        ("text/plain; charset=utf-8", "Grüße".encode(), "8bit"),
        ("text/plain; charset=us-ascii", "Grüße".encode(), "8bit"),
        ("text/plain; charset=iso-8859-1", "Grüße".encode(), "8bit"),  # it lies
        ("text/plain; charset=utf-8", "Grüße".encode("cp1252"), "8bit"),  # so does this
        ("text/plain; charset=no-such-set", "Grüße".encode(), "8bit"),
        ('text/plain; charset="utf-8', "Grüße".encode(), "8bit"),
        ("text/plain", "Grüße".encode("cp1252"), "8bit"),
        ("text/plain; charset=utf-8", base64.b64encode("Grüße".encode()), "base64"),
        ("text/plain; charset=utf-8", base64.b64encode("Grüße".encode()).rstrip(b"="), "base64"),
        ("text/plain; charset=iso-8859-1", b"Gr=FC=DFe", "quoted-printable"),
        ("text/plain; charset=utf-8", "Grüße".encode(), "unknown-encoding"),
        ("text/html; charset=utf-8", "<p>Gr&uuml;ße</p>".encode(), "8bit"),
    ],
)
def test_character_sets_that_lie(kind, content, encoding):
    assert body(kind, content, encoding) == "Grüße"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("iso-2022-jp", "こんにちは"),
        ("gb2312", "你好"),
        ("koi8-r", "Привет"),
        ("windows-1251", "Привет"),
        ("shift_jis", "はい"),
    ],
)
def test_other_alphabets(charset, text):
    assert decode_text(text.encode(charset), charset) == text


def test_a_character_at_the_end_is_kept():
    assert decode_text("café".encode("cp1252"), "utf-8") == "café"


def multipart(kind: str, *parts: str, boundary: str = "b", end: bool = True) -> bytes:
    inner = "".join(f"--{boundary}\n{part}\n" for part in parts) + (f"--{boundary}--\n" if end else "")
    return HEAD + f'Content-Type: multipart/{kind}; boundary="b"\n\n{inner}'.encode()


PLAIN = "Content-Type: text/plain\n\nYes, plain.\n"
HTML = "Content-Type: text/html\n\n<p>Yes, <b>rich</b>.</p>\n"
FILE = "Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nnot this\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (multipart("alternative", PLAIN, HTML), "Yes, plain."),
        (multipart("alternative", "Content-Type: text/plain\n\n \n", HTML), "Yes, rich."),
        (multipart("mixed", FILE, PLAIN), "Yes, plain."),
        (multipart("mixed", HTML, "Content-Type: text/plain\n\n-- list footer\n"), "Yes, rich.\n-- list footer"),
        (multipart("mixed", PLAIN, end=False), "Yes, plain."),
        (multipart("mixed", PLAIN, boundary="other"), "Yes, plain."),  # not the boundary that the head announces
        (HEAD + b"Content-Type: multipart/mixed\n\nYes, plain.\n", "Yes, plain."),
        (HEAD + b"Content-Type: nonsense\n\nYes, plain.\n", "Yes, plain."),
        (b"From rep Tue May  5 10:00:00 2026\n" + HEAD + b"\nYes, plain.\n", "Yes, plain."),
        (b"\n\n" + HEAD + b"\nYes, plain.\n", "Yes, plain."),
    ],
)
def test_the_body_is_found(raw, text):
    assert read_mail(raw).text.strip() == text


def test_lines_that_flow():
    assert unflow("one \ntwo\n> quoted \n> on\nthree\n-- \nAnn") == "one two\n> quoted on\nthree\n-- \nAnn"
    assert unflow("日本 \n語", delete_space=True) == "日本語"


def test_a_mail_in_the_mail_is_not_its_text():
    raw = multipart("mixed", PLAIN, "Content-Type: message/rfc822\n\nSubject: inner\nMessage-ID: <i@x>\n\nnot this\n")
    mail = read_mail(raw)
    assert mail.text.strip() == "Yes, plain."
    assert [(part.kind, part.embedded) for part in mail.parts] == [
        ("text/plain", False),
        ("message/rfc822", False),
        ("text/plain", True),
    ]


def test_the_text_behind_a_large_attachment_is_read():
    attachment = base64.encodebytes(bytes(7_500_000)).decode()  # 10 MB on the wire
    large = f"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{attachment}"
    assert strip_reply(read_mail(multipart("mixed", large, PLAIN))).text == "Yes, plain."


@pytest.mark.parametrize("depth", [5, 50, 3000])
def test_parts_in_parts_without_end(depth):
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b0\n\n"
    for level in range(depth):
        raw += b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (level, level + 1)
    assert "hello" in read_mail(raw + b"hello\n").text or depth > 50


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=1500))
def test_any_bytes_are_a_mail(raw):
    for tried in (raw, HEAD + raw, HEAD + b"\n" + raw, HEAD + b"Content-Type: text/html; charset=" + raw):
        strip_reply(read_mail(tried))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=800))
def test_line_endings_change_nothing(raw):
    raw = multipart("mixed", PLAIN, HTML) + raw.replace(b"\r", b"")
    assert read_mail(raw) == read_mail(raw.replace(b"\n", b"\r\n")) == read_mail(raw.replace(b"\n", b"\r"))
