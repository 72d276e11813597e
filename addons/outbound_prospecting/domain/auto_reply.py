"""Answers that a machine gives in a person's place (RFC 3834)."""

from __future__ import annotations

import re

from .mail import Mail

_SUBJECT = re.compile(
    r"^\s*(?:re\s*:\s*)?\W*(?:auto(?:matic|mated)?[ _-]?(?:reply|response|answer|responder|generated)|autorespon|out of (?:the )?office|auto\s*:|"
    r"vacation|on (?:vacation|holiday|leave|annual leave)|away from|i am away|absence\b|abwesen|automatische antwort|abwesenheits|"
    r"r[ée]ponse automatique|absent|absence du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausente|"
    r"risposta automatica|fuori (?:sede|ufficio)|assen[zt]|"
    r"automatisch antwoord|afwezig|resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia|automatyczna odpowied|"
    r"odpowied[źz] automatyczna|nieobecno|poza biurem|autosvar|automatiskt svar|fr[åa]nvar|frav[æa]r|automatisk svar|"
    r"automaattinen vastaus|poissa|automatick[áa] odpov|automatická odpověď|mimo kancel|автоматический ответ|автоответ|"
    r"自动回复|自動回覆|自動応答|自動返信|不在)",
    re.IGNORECASE,
)
_PRECEDENCE = {"auto_reply", "auto-reply", "autoreply"}
_HEADERS = (
    "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply", "x-autoreply-domain", "x-autoreply-from", "x-vacation",
    "x-cron-env", "x-apple-action", "x-ms-exchange-inbox-rules-loop",
)  # fmt: skip


def is_automatic(mail: Mail) -> bool:
    """Whether the headers, or the subject, say that no person wrote the mail."""
    submitted = mail.header("auto-submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if mail.header("precedence").strip().lower() in _PRECEDENCE or any(mail.header(name) for name in _HEADERS):
        return True
    if any(token in mail.header("x-auto-response-suppress").lower() for token in ("all", "autoreply", "oof")):
        return bool(_SUBJECT.match(mail.subject))
    return bool(_SUBJECT.match(mail.subject))
