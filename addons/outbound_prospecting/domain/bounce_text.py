"""Reports in prose, as mail systems wrote them before and beside the standard.

No system is known by name: a report comes from a mail system, is called a failure, says so in its first lines,
quotes an SMTP conversation and returns the mail. Enough of these together make it one.
"""

from __future__ import annotations

import re

from .bounce_fields import ADDRESS, find_reply, find_status
from .mail import Mail, Part

_DAEMON = re.compile(
    r"mailer.?daemon|post.?master|mail.?daemon|mail[ -]?delivery|delivery (?:sub)?system|mdaemon|mail (?:administrator|"
    r"system|router)|system administrator|systemadministrator|administrateur|daemon@|mmdf|internet mail|bounce|"
    r"no-?reply@sns\.|undeliver|message router|mail server"
)
_SUBJECT = re.compile(
    r"undeliver|deliver[^ ]* (?:status|fail|notif|report|problem|error|has failed|unsuccess|delay|incomplete|attempt)|"
    r"return(?:ed|ing)? (?:e-?)?(?:mail|message|to sender)|mail (?:delivery|system|status|could not|failure|error|undeliver)|"
    r"(?:mail|message|delivery|sending) fail|returning|not (?:a )?member|loop alert|failure (?:notice|notification|"
    r"delivery)|fail(?:ed|ure)? (?:to deliver|mail|delivery|message)|could ?n[o']t (?:be )?(?:deliver|send)|"
    r"non-?(?:deliver|remis)|not (?:be )?delivered|rejected (?:mail|message|posting)|\bbounced?\b|unknown (?:user|"
    r"recipient|address)|user unknown|warning: |"
    r"delayed (?:mail|message)|message (?:delayed|undeliver|rejected|status|not delivered)|can ?not (?:send|deliver)|"
    r"unzustellbar|nicht zugestellt|zustell\w*|onbestelbaar|niet (?:afgeleverd|bezorgd)|non (?:remis|distribu)|[ée]chec|impossible de remettre|"
    r"no (?:se )?(?:pudo |ha podido )?entreg|mensaje (?:devuelto|no entregado)|mancata consegna|non recapit|consegna|n[ãa]o entregue|falha|devolvid|"
    r"niedostarcz|nie dostarcz|zwrot|olevererbar|inte levereras|ikke leveres|kan ikke lever|toimittaminen|"
    r"nedoru[čc]|недоставлен|не доставлен|невозможн|"
    r"配信|配達|送信(?:でき|エラー|失敗)|エラー|届きません|退信|无法投递|投递失败|無法傳遞|退回|sorry"
)
_NOBODY = re.compile(r"no.?reply|do.?not.?reply|notification|automat|-admin@|support@")
_ANSWER = re.compile(r"\s*(?:re|aw|sv|vs|antw|fwd?|wg|tr|rv|odp|r|i|res|enc)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_INTRO = re.compile(
    r"(?:could not|couldn't|cannot|can't|unable to|was not|wasn't|were not|not able to|has not been|have not been|"
    r"failed to|not be|failure|didn't) (?:be )?(?:immediately )?(?:deliver|sen[dt]\b|reach|accept|complet|forward|relay|process)|"
    r"did not reach|no valid recipient|(?:unknown|no such) (?:host|user)|not (?:a )?member|loop alert|"
    r"duplicated message|un(?:deliver|successful)|deliver\w* (?:\w+ ){0,6}(?:fail|error|unsuccess|delay|incomplet|"
    r"impossible|problem)|fail\w* (?:\w+ ){0,6}deliver|permanent (?:fatal )?(?:error|failure)|fatal error|"
    r"returned (?:to (?:you|sender)|mail|message)|rejected (?:by|for|your)|"
    r"(?:was|been|being) (?:returned|rejected|bounced|refused|blocked)|(?:following|these|this) (?:address|"
    r"recipient|error|mail|message|destination)\w* (?:\w+ )?(?:had|has|have|fail|were|was|did|not|reject)|"
    r"delivery status notification|transcript of session|non-delivery|bounce|reason for|diagnostic|error message|"
    r"nicht (?:zugestellt|zustell|[üu]bermittelt|erreicht)|zustellung|(?:n'a|n'ont|n’a) (?:pas )?(?:pu|[ée]t[ée])|"
    r"impossible de|[ée]chec|no (?:se )?(?:ha )?(?:pudo|podido|fue)|non (?:[èe] stat|recapit|consegn)|"
    r"niet (?:worden|afgeleverd|bezorgd)|n[ãa]o (?:foi|p[oô]de|entreg)|nie (?:zosta|mo[żz]|uda|dostar)|kunde inte|"
    r"kunne ikke|не (?:удалось|может|было|доставл)|"
    r"配信でき|送信でき|届け|エラー|無効|送達|できません|でした|失败|无法|退回"
)
_SMTP_ERROR = re.compile(
    r"(?<![\d.])[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|(?<![\d.\w])[45][0-7]\d[ -](?!\d)|#[45]\.\d\.\d|\b[45]\.\d\.\d{1,3}\b"
)
# From here on the text is the mail that came back.
_COPY = re.compile(
    r"^[ \t>*=_#|~+.-]{0,80}(?:"
    r"(?:below|here|this|following|enclosed|attached)\b[^:\n]{0,20}\bis (?:a |the )?(?:copy|original|first|returned|header|text)|"
    r"(?:a |the )?(?:copy|text|body|headers?|contents?|start|beginning|first part) of (?:the |your |my |"
    r"this )?(?:original |returned |rejected |undelivered )?(?:message|mail|letter)|"
    r"(?:the |your )?(?:original|returned|undelivered|unsent|rejected|failed|bounced) (?:e-?mail|message|mail|text|"
    r"headers?)(?: (?:text|body|header|headers|information|content|details))?"
    r"(?: (?:is |are )?(?:follows?|below|attached|included|begins|as follows)[^\n]{0,40})?[ \t:*=_|#-]*$|"
    r"(?:message|mail) (?:headers?|text|body|contents?)(?: (?:is |are )?(?:follows?|below))?[ \t:*=_|#-]*$|"
    r"ursprüngliche (?:nachricht|e-?mail)|message d'origine|mensaje original|messaggio originale|mensagem original"
    r")|^(?:received|return-path): ?[^\n]*$|^-{2,} ?(?:received|return-path):",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(r"^from:.*", re.IGNORECASE | re.MULTILINE)
_RETURNED_HEAD = re.compile(r"^[ \t>|]{0,20}(?:received|message-id) ?:", re.IGNORECASE | re.MULTILINE)
_OURS = re.compile(
    r"^\W*(?:from|sender|reply-to|return-path|message-id|x-[\w-]*|subject|date|received|by|errors-to|cc|von|de|"
    r"content-[\w-]*|contact|envelope-sender|mail from|in-reply-to|references|user-agent)\b[\w -]{0,20}[:=]",
    re.IGNORECASE,
)
_MAIL_FROM = re.compile(r"mail from:? ?<[^>]*>|\(was:.*\)|mailto:\S+|https?://\S+", re.IGNORECASE)
_STEP = re.compile(
    r"in reply to (?:the )?(end of data|data|rcpt to|rcpt|mail from|mail|helo|ehlo|starttls)|after (end of data|"
    r"rcpt to|mail from|data|initial connection|ehlo|helo|connect)|"
    r">>> ?(data|rcpt to|mail from|ehlo|helo|\.)|(?:during|response to|sent:?|command:?|at|"
    r"did not like our)\s+(?:the )?(end of data|rcpt to|rcpt|mail from|data)\b|\[(rcpt_to|mail_from|data)\]|"
    r"(?:smtp )?(data|rcpt|mail|rcpt to)\b command|"
    r"does not like (recipient)|failed after i sent the (message)|failed on (data) command|does not like (?:your )?(sender|return)|(rcpt to):"
)
_STEPS = {".": "data", "end": "data", "message": "data", "recipient": "rcpt", "sender": "mail", "return": "mail"}


def weigh(mail: Mail, text: str) -> int:
    """How much speaks for a report, in points."""
    subject = mail.subject.casefold()
    sender = f"{mail.sender_name} {mail.sender} {mail.header('from')}".casefold()
    beginning = re.sub(r"\s+", " ", text[:3000]).casefold()
    points = 3 * bool(mail.header("x-failed-recipients"))
    points += 2 * bool(_DAEMON.search(sender))
    points += _is_daemon_path(mail.header("return-path"))
    points += 2 * bool(mail.header("x-mlserver"))
    points += mail.header("auto-submitted").lower().startswith("auto-")
    points += 2 * bool(_SUBJECT.search(subject))
    points += 2 * bool(_INTRO.search(beginning))
    points += bool(_SMTP_ERROR.search(beginning))
    heads = [part.text for part in mail.parts if part.kind in ("message/rfc822", "text/rfc822-headers")]
    points += bool(heads)
    # What came back was sent by the one who now gets the report.
    points += any(address in line.lower() for head in heads for line in _FROM.findall(head) for address in mail.to)
    points += bool(_RETURNED_HEAD.search(cut_copy(text)[1]))
    points += 2 * any(part.kind == "message/delivery-status" for part in mail.parts)
    points += 3 * (mail.report_type == "delivery-status")
    points -= 4 * bool(_ANSWER.match(subject))
    return points


def is_report(mail: Mail, text: str) -> bool:
    """Whether enough speaks for a report; a sender that is no mail system by name needs more.

    An empty return path does not make one: absence notices have it too, and say that the mail was not forwarded.
    """
    system = (
        _DAEMON.search(f"{mail.sender_name} {mail.header('from')}".casefold())
        or mail.header("x-failed-recipients")
        or mail.header("x-mlserver")
        or mail.report_type == "delivery-status"
        or any(part.kind == "message/delivery-status" for part in mail.parts)
    )
    nobody = _NOBODY.search(mail.sender) or _is_daemon_path(mail.header("return-path"))
    return weigh(mail, text) >= (4 if system else 5 if nobody else 6)


def _is_daemon_path(path: str) -> bool:
    return path == "<>" or "mailer-daemon" in path.casefold()


def report_texts(mail: Mail) -> str:
    """What the mail system itself wrote, without the mail that came back."""
    texts = [part.text for part in mail.parts if _speaks(part)] or [mail.text]
    if any(part.kind == "text/html" for part in mail.parts) and not any(
        part.kind == "text/plain" and part.text.strip() and not part.embedded for part in mail.parts
    ):
        texts.insert(0, mail.text)
    return "\n\n".join(text for text in texts if text.strip())[:40_000]


def _speaks(part: Part) -> bool:
    return not part.embedded and (part.kind == "text/plain" or part.kind.startswith("multipart/"))


def cut_copy(text: str) -> tuple[str, str]:
    """The report, and the mail that it returns in its text."""
    for match in _COPY.finditer(text):
        if text[: match.start()].strip():
            return text[: match.start()], text[match.start() :]
    return text, ""


def find_step(text: str) -> str:
    """The SMTP command that was refused: connect, ehlo, mail, rcpt, data; "" when the text does not say."""
    matches = list(_STEP.finditer(text[:6000].casefold()))
    if not matches:
        return ""
    step = next(group for group in matches[0].groups() if group)
    word = step.replace("_", " ").split()[0]
    return _STEPS.get(word, word)


def find_recipients(text: str, not_these: frozenset[str]) -> list[tuple[str, str]]:
    """Addresses that a report in prose speaks of, each with the lines about it."""
    found: dict[str, list[str]] = {}
    current = ""
    strong: set[str] = set()
    for line in text.split("\n"):
        if not _OURS.match(line):
            bare = _MAIL_FROM.sub("", line)
            for match in ADDRESS.finditer(bare):
                address = match[0].lower().rstrip(".")
                if address in not_these or address.startswith(
                    ("postmaster@", "mailer-daemon@", "abuse@", "support@", "help@")
                ):
                    continue
                if _stands_out(bare, match):
                    strong.add(address)
                current = address
                found.setdefault(address, [])
                break
        if current:
            found[current].append(line)
    persons = {address for address in found if not address.startswith(_OFFICES)}
    kept = (strong & persons) or strong or set(list(found)[:1])
    return [(address, "\n".join(lines)) for address, lines in found.items() if address in kept]


_OFFICES = ("postmaster@", "mailer-daemon@", "abuse@", "support@", "help@", "admin@")
_LABEL = re.compile(
    r"(?:^|[\s,;(])(?:to|recipient|address|rcpt to|for|user|mailbox|e-?mail|an|à|para|[\w ]{0,30}recipients?|failed|"
    r"[\w -]*address(?:es)?)\s*:?\s*[<\"'(]*$",
    re.IGNORECASE,
)


def _stands_out(line: str, match: re.Match[str]) -> bool:
    """Whether the line is about the address: it begins with it, or names it as recipient."""
    before = line[: match.start()]
    return not before.strip(" \t<>\"'([*-.:|=•") or bool(_LABEL.search(before)) or before.rstrip().endswith(("<", ":"))


def codes(text: str) -> tuple[str, str]:
    """Status code and reply code of a text."""
    return find_status(text), find_reply(text)
