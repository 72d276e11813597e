"""Replies without quotation and signature: `trimmed.jsonl` (`email`, `reply`) and `mail.jsonl` (`file`, `reply`).

The labels of `mail.jsonl` keep the signature that the person's mail program wrote, so that both the text alone and the
text with its signature are right there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from outbound_prospecting.domain.mail import read_mail
from outbound_prospecting.domain.reply_text import ReplyText, strip_reply, strip_text

from ..evaluate import Result, read_lines, share

ENDS = (b"\r", b"\r\n")


def run(path: Path) -> Result:
    trimmed = [_text_case(label) for label in read_lines(path / "trimmed.jsonl")]
    mails = [_mail_case(path, label) for label in read_lines(path / "mail.jsonl")]
    cases = trimmed + mails
    figures = {
        "trimmed": len(trimmed),
        "trimmed_exact": share(sum(case["ok"] for case in trimmed), len(trimmed)),
        "mails": len(mails),
        "mails_exact": share(sum(case["ok"] for case in mails), len(mails)),
        "exact": share(sum(case["ok"] for case in cases), len(cases)),
        "lost": sum(case["lost"] for case in cases),
        "same_with_cr_lf_crlf": all(case["same"] for case in cases),
    }
    return Result(figures, cases)


def _text_case(label: dict[str, Any]) -> dict[str, Any]:
    text = label["email"].replace("\r\n", "\n").replace("\r", "\n")
    found = strip_text(text)
    same = all(strip_text(text.replace("\n", end.decode())) == found for end in ENDS)
    return _case(label, [found.text], same)


def _mail_case(path: Path, label: dict[str, Any]) -> dict[str, Any]:
    raw = (path / label["file"]).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = strip_reply(read_mail(raw))
    same = all(strip_reply(read_mail(raw.replace(b"\n", end))) == found for end in ENDS)
    return _case(label, [found.text, _with_signature(found)], same)


def _with_signature(found: ReplyText) -> str:
    return f"{found.text}\n\n{found.signature}"


def _case(label: dict[str, Any], found: list[str], same: bool) -> dict[str, Any]:
    wanted = _tidy(label["reply"])
    return {
        "file": label["file"],
        "ok": same and wanted in map(_tidy, found),
        "lost": bool(wanted) and not found[0].strip(),
        "same": same,
        "wanted": wanted,
        "found": found[0],
    }


def _tidy(text: str) -> str:
    """White space at the ends of lines and of the whole does not count."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))
