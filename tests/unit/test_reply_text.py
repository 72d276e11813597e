"""What a person wrote, without what the mail program quotes and signs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbound_prospecting.domain.html_text import html_to_text
from outbound_prospecting.domain.mail import read_mail
from outbound_prospecting.domain.reply_text import strip_reply, strip_text

ATTRIBUTIONS = [
    "On Tue, May 5, 2026 at 10:00 AM Rep <rep@ours.example> wrote:",
    'On 5 May 2026 at 10:00, "Rep" <rep@ours.example> wrote:',
    "At 5/5/2026 10:00 AM, you wrote:",
    "Am Di., 5. Mai 2026 um 10:00 Uhr schrieb Rep <rep@ours.example>:",
    "Rep <rep@ours.example> schrieb am Di., 5. Mai 2026, 10:00:",
    "Am 05.05.2026 um 10:00 schrieb Rep:",
    "Le mar. 5 mai 2026 à 10:00, Rep <rep@ours.example> a écrit :",
    "El mar, 5 may 2026 a las 10:00, Rep (<rep@ours.example>) escribió:",
    "El 05/05/2026 a las 10:00, Rep escribió:",
    "Il giorno mar 5 mag 2026 alle ore 10:00 Rep <rep@ours.example> ha scritto:",
    "Op di 5 mei 2026 om 10:00 schreef Rep <rep@ours.example>:",
    "Em ter., 5 de mai. de 2026 às 10:00, Rep <rep@ours.example> escreveu:",
    "wt., 5 maj 2026 o 10:00 Rep <rep@ours.example> napisał(a):",
    "W dniu 05.05.2026 o 10:00, Rep pisze:",
    "Den tis 5 maj 2026 kl 10:00 skrev Rep <rep@ours.example>:",
    "Den tirs. 5. maj 2026 kl. 10.00 skrev Rep <rep@ours.example>:",
    "tir. 5. mai 2026 kl. 10:00 skrev Rep <rep@ours.example>:",
    "ti 5. toukok. 2026 klo 10.00 Rep (rep@ours.example) kirjoitti:",
    "út 5. 5. 2026 v 10:00 odesílatel Rep <rep@ours.example> napsal:",
    "вт, 5 мая 2026 г. в 10:00, Rep <rep@ours.example>:",
    "5 мая 2026 г., 10:00, Rep <rep@ours.example> написал(а):",
    "Rep <rep@ours.example> 于2026年5月5日周二 10:00写道：",
    "在 2026年5月5日,10:00,Rep <rep@ours.example> 写道:",
    "2026年5月5日(火) 10:00 Rep <rep@ours.example>:",
    "2026년 5월 5일 (화) 오전 10:00, Rep <rep@ours.example>님이 작성:",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_the_line_above_a_quotation(attribution):
    for gap in ("\n", "\n\n"):
        found = strip_text(f"Yes, call me.\n\n{attribution}{gap}> Hi Ann\n> how are you?\n")
        assert found.text == "Yes, call me."
        assert attribution in found.quoted


@pytest.mark.parametrize("attribution", [line for line in ATTRIBUTIONS if " <" in line[4:]])
def test_the_line_may_be_wrapped(attribution):
    wrapped = attribution.replace(" <", "\n<")
    assert strip_text(f"Yes, call me.\n\n{wrapped}\n\n> Hi Ann\n").text == "Yes, call me."


@pytest.mark.parametrize(
    "head",
    [
        "From: Rep <rep@ours.example>\nSent: Tuesday, May 5, 2026 10:00 AM\nTo: Ann\nSubject: Hello",
        "*From:* Rep\n*Date:* Tuesday, May 5, 2026\n*To:* Ann\n*Cc:* Bob\n*Subject:* Hello",
        "Von: Rep <rep@ours.example>\nGesendet: Dienstag, 5. Mai 2026 10:00\nAn: Ann\nBetreff: Hello",
        "De : Rep <rep@ours.example>\nEnvoyé : mardi 5 mai 2026 10:00\nÀ : Ann\nObjet : Hello",
        "De: Rep\nEnviado el: martes, 5 de mayo de 2026 10:00\nPara: Ann\nAsunto: Hello",
        "Da: Rep\nInviato: martedì 5 maggio 2026 10:00\nA: Ann\nOggetto: Hello",
        "Van: Rep\nVerzonden: dinsdag 5 mei 2026 10:00\nAan: Ann\nOnderwerp: Hello",
        "De: Rep\nEnviada em: terça-feira, 5 de maio de 2026 10:00\nPara: Ann\nAssunto: Hello",
        "Od: Rep\nWysłano: wtorek, 5 maja 2026 10:00\nDo: Ann\nTemat: Hello",
        "Från: Rep\nSkickat: den 5 maj 2026 10:00\nTill: Ann\nÄmne: Hello",
        "Fra: Rep\nSendt: 5. maj 2026 10:00\nTil: Ann\nEmne: Hello",
        "Lähettäjä: Rep\nLähetetty: tiistai 5. toukokuuta 2026 10.00\nVastaanottaja: Ann\nAihe: Hello",
        "Od: Rep\nOdesláno: úterý 5. května 2026 10:00\nKomu: Ann\nPředmět: Hello",
        "От: Rep\nОтправлено: 5 мая 2026 г. 10:00\nКому: Ann\nТема: Hello",
        "发件人: Rep\n发送时间: 2026年5月5日 10:00\n收件人: Ann\n主题: Hello",
        "差出人: Rep\n送信日時: 2026年5月5日 10:00\n宛先: Ann\n件名: Hello",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "----- Mensaje original -----",
        "---------- Forwarded message ---------\nFrom: Rep",
        "________________________________\nFrom: Rep\nSent: today\nTo: Ann\nSubject: Hello",
        "Begin forwarded message:",
    ],
)
def test_the_head_of_another_mail(head):
    found = strip_text(f"Yes, call me.\n\n{head}\n\nHi Ann,\n\nhow are you?\n")
    assert found.text == "Yes, call me."
    assert "how are you?" in found.quoted


def test_answers_between_the_lines_stay():
    text = "Hi Rep\n\nOn Tue, May 5, 2026 at 10:00 AM Rep wrote:\n> Interested?\nYes.\n> When?\nOn Monday.\n> Bye\n"
    assert strip_text(text).text == "Hi Rep\n\n> Interested?\nYes.\n> When?\nOn Monday."


def test_an_answer_below_the_quotation():
    text = "On Tue, May 5, 2026 at 10:00 AM Rep wrote:\n> Interested?\n> Rep\n\nPlease stop.\n"
    assert strip_text(text).text == "Please stop."


@pytest.mark.parametrize(
    ("text", "wanted", "signature"),
    [
        ("Yes.\n-- \nAnn\nB Inc\n", "Yes.", "-- \nAnn\nB Inc".replace("-- ", "--")),
        ("Yes.\n\nSent from my iPhone\n", "Yes.", "Sent from my iPhone"),
        ("Ja.\n\nVon meinem iPhone gesendet\n", "Ja.", "Von meinem iPhone gesendet"),
        ("Oui.\n\nEnvoyé de mon iPhone\n", "Oui.", "Envoyé de mon iPhone"),
        ("Sí.\n\nEnviado desde mi iPhone\n", "Sí.", "Enviado desde mi iPhone"),
        ("Sì.\n\nInviato da iPhone\n", "Sì.", "Inviato da iPhone"),
        ("Ja.\n\nVerstuurd vanaf mijn iPhone\n", "Ja.", "Verstuurd vanaf mijn iPhone"),
        ("Tak.\n\nWysłane z iPhone'a\n", "Tak.", "Wysłane z iPhone'a"),
        ("Да.\n\nОтправлено с iPhone\n", "Да.", "Отправлено с iPhone"),
        ("はい\n\niPhoneから送信\n", "はい", "iPhoneから送信"),
        ("Yes.\n\nGet Outlook for iOS\n", "Yes.", "Get Outlook for iOS"),
        (
            "Yes.\n\nKind regards\nAnn Doe\nB Inc\nPhone: +1 555 123 4567\nwww.b.example\n",
            "Yes.",
            "Kind regards\nAnn Doe\nB Inc\nPhone: +1 555 123 4567\nwww.b.example",
        ),
        ("Yes.\n\nBest regards\n\nAnn\n", "Yes.\n\nBest regards\n\nAnn", ""),  # a name alone is no block
        (
            "Yes.\n\nThis e-mail and any files are confidential.\n",
            "Yes.",
            "This e-mail and any files are confidential.",
        ),
    ],
)
def test_signatures(text, wanted, signature):
    found = strip_text(text)
    assert (found.text, found.signature) == (wanted, signature)


def test_the_signature_between_reply_and_quotation():
    found = strip_text("Yes.\n\n-- \nAnn\n\nOn Tue, May 5, 2026 at 10:00 AM Rep wrote:\n> Hi\n")
    assert (found.text, found.signature) == ("Yes.", "--\nAnn")


@pytest.mark.parametrize(
    "text",
    [
        "-- \nPlease remove me\n",
        "Sent from my iPhone\n",
        "---------- Forwarded message ---------\nFrom: Rep\nSubject: x\n\nbody\n",
        "From: Rep\nSent: today\nTo: Ann\nSubject: Hello\n\nStop writing to me\n",
        "On Tue, May 5, 2026 at 10:00 AM Rep wrote:\n\nStop writing to me\n",
        "-----Original Message-----\nStop writing to me\n",
    ],
)
def test_no_reply_is_lost(text):
    assert strip_text(text).text


@pytest.mark.parametrize(
    "text",
    [
        "On Monday I wrote to you.\nAnd now?",
        "From: Berlin\nWe take the train.",
        "I have 3 questions:\n- price\n- date\n- place",
        "Two options:\n\nA\n---\nB",
    ],
)
def test_ordinary_words_stay(text):
    assert strip_text(text).text == text


def test_line_endings_change_nothing():
    text = "Yes.\n\n-- \nAnn\n\nOn Tue, May 5, 2026 at 10:00 AM\nRep <rep@ours.example> wrote:\n> Hi\n"
    assert strip_text(text) == strip_text(text.replace("\n", "\r\n")) == strip_text(text.replace("\n", "\r"))


PIECES = st.sampled_from(
    [
        "Yes please",
        "> quoted",
        "",
        "-- ",
        "On Tue, May 5, 2026 at 10:00 AM Rep wrote:",
        "From: Rep",
        "Sent: now",
        "To: Ann",
        "Subject: x",
        "-----Original Message-----",
        "Sent from my iPhone",
        "_______",
        "Best regards",
        "| bar",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_nothing_vanishes(lines):
    found = strip_text("\n".join(lines))
    kept = "\n".join((found.text, found.quoted, found.signature)).split("\n")
    assert sorted(line.strip() for line in kept if line.strip()) == sorted(
        line.strip() for line in lines if line.strip()
    )
    assert found.text.strip() or not any(line.strip() and line[0] not in ">|" for line in lines)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=800))
def test_any_text_can_be_read(text):
    strip_text(text)
    html_to_text(text)


def html_mail(html: str):
    return read_mail(f"From: ann@b.example\nContent-Type: text/html; charset=utf-8\n\n{html}".encode())


@pytest.mark.parametrize(
    "html",
    [
        '<div dir="ltr">Yes, call me.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tuesday <b>Rep</b> said<br></div>'
        '<blockquote class="gmail_quote">Hi Ann</blockquote></div>',
        '<p class="MsoNormal">Yes, call me.<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">'
        '<p class="MsoNormal"><b>From:</b> Rep</p></div><p class="MsoNormal">Hi Ann</p>',
        '<div>Yes, call me.</div><hr tabindex="-1"><div id="divRplyFwdMsg"><b>Från:</b> Rep<br></div><div>Hi Ann</div>',
        '<div>Yes, call me.</div><div class="moz-cite-prefix">Rep, gestern:</div><blockquote type="cite"><p>Hi Ann</p></blockquote>',
        '<div>Yes, call me.</div><div class="yahoo_quoted"><div>whatever, Rep:</div><div>Hi Ann</div></div>',
        "<style>p {color: red}</style><p>Yes, call me.</p><blockquote><p>Hi Ann</p><blockquote>older</blockquote></blockquote>",
    ],
)
def test_html_shows_what_is_quoted(html):
    found = strip_reply(html_mail(html))
    assert found.text == "Yes, call me."
    assert "Hi Ann" in found.quoted


def test_html_as_text():
    html = "<h1>A &amp; B</h1><p>one<br>two</p><ul><li>x</li><li>y</li></ul><pre>a\n  b</pre><script>no()</script>"
    assert html_to_text(html) == "A & B\n\none\ntwo\n\n- x\n- y\n\na\n  b"


def test_html_decides_where_plain_text_shows_no_quotation():
    found = strip_reply(
        read_mail(
            b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYes.\n\nHi Ann, old words\n"
            b"--b\nContent-Type: text/html\n\n<p>Yes.</p><blockquote>Hi Ann, old words</blockquote>\n--b--\n"
        )
    )
    assert found.text == "Yes."
