"""The demo's stand-in for a language model: the real protocol on loopback, and no intelligence at all.

It answers from the material that it is given, by rules: it copies whole sentences as statements and quotes them. Now and
then it invents a figure, always for the same companies, so that the demo shows what becomes of that.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

from .chat_server import ChatServer, Reply

NAME = "Demo model (loopback, not intelligent)"
INVENTED = 4  # one company in so many gets an invented figure
LETTERS = 4  # of a token, about
_SENTENCE = re.compile(r"[^\n.!?]{25,280}[.!?](?=\s|$)")
_KINDS = (
    ("decider", re.compile(r", (?:chief|head|director|vp|vice|owner|founder|manager|president)\b", re.IGNORECASE)),
    ("pain", re.compile(r"\b(?:by hand|on paper|by telephone|costs them)\b")),
    ("event", re.compile(r"\b(?:opens|hires|extends|equips|certified|appointed|raised)\b")),
)


def model_server(latency: float = 0.0) -> ChatServer:
    """The demo model, a context manager; `url` is its address.

    :param latency: seconds that it takes for each answer
    """
    return ChatServer(answer=lambda asked: answer(asked, latency))


def answer(asked: dict, latency: float = 0.0) -> Reply:
    """The reply to one question, whose form says what it is about."""
    wanted = asked["response_format"]["json_schema"]["schema"]["properties"]
    question = asked["messages"][1]["content"]
    if "ok" in wanted:
        content: dict = {"ok": True}
    else:
        material = json.loads(question.partition("\n")[2])
        purpose = next(purpose for key, purpose in PURPOSES.items() if key in wanted)
        content = purpose(material)
    words = sum(len(message["content"]) for message in asked["messages"]), len(json.dumps(content))
    usage = dict(zip(("prompt_tokens", "completion_tokens"), (count // LETTERS for count in words), strict=True))
    return Reply(content, usage=usage, wait=latency)


def _invents(what: str, name: str) -> bool:
    return random.Random(f"{what}:{name}").randrange(INVENTED) == 0  # noqa: S311 - no secret


def _sentences(documents: list[dict]) -> Iterator[tuple[dict, str]]:
    for document in documents:
        for match in _SENTENCE.finditer(document["text"]):
            yield document, match[0].strip()


def _kind_of(sentence: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(sentence)), "business")


def _inflated(sentence: str) -> str:
    """The same with a figure that nobody gave."""
    return f"{sentence[:-1]} with 9,870 people."


def write_brief(material: dict) -> dict:
    """Whole sentences as statements, the latest news as the hook."""
    company = material["company"]["name"]
    statements, seen = [], set()
    for document, sentence in _sentences(material["documents"]):
        kind = _kind_of(sentence)
        if sentence in seen or [one["kind"] for one in statements].count(kind) == 3:
            continue
        seen.add(sentence)
        cites = [{"document": document["id"], "quote": sentence}]
        statements.append({"kind": kind, "text": sentence, "cites": cites})
        if kind == "event" and company in sentence:
            statements.append({"kind": "hook", "text": f"I read that {sentence}", "cites": cites})
    for document in (one for one in material["documents"] if one["kind"] == "team"):
        for line in document["text"].splitlines():
            if _KINDS[0][1].search(line):
                cites = [{"document": document["id"], "quote": line}]
                statements.append({"kind": "decider", "text": line, "cites": cites})
    if statements and _invents("brief", company):
        statements.append({**statements[0], "text": _inflated(statements[0]["text"])})
    return {"statements": statements}


def write_draft(material: dict) -> dict:
    """The plain text with its first sentence replaced by one that rests on a statement."""
    statements = sorted(material["statements"], key=lambda one: one["kind"] != "hook")
    opening = statements[0]
    first = opening["text"] if opening["text"][-1] in ".!?" else f"{opening['text']}."
    if _invents("draft", material["recipient"].get("company", "")) and not material.get("before"):
        first = _inflated(first)
    paragraphs = [{"sentences": [{"text": first, "statements": [opening["id"]]}]}]
    for text in _body(material["plain"]["text"]):
        sentences = [{"text": sentence, "statements": []} for sentence in text]
        paragraphs.append({"sentences": sentences})
    if len(paragraphs) > 1:
        paragraphs[1]["sentences"].pop(0)
    kept = [paragraph for paragraph in paragraphs if paragraph["sentences"]]
    return {"subject": material["plain"]["subject"], "paragraphs": kept}


def _body(text: str) -> list[list[str]]:
    """Sentences of a mail by paragraph, without greeting and signature."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return [
        re.split(r"(?<=[.!?])\s+", part)
        for part in paragraphs
        if part.endswith((".", "?", "!")) and len(part.split()) > 2
    ]


def assess(material: dict) -> dict:
    """More for those who are rated well already; news move the rating of buying signals."""
    name = material["facts"]["text"].partition("Company: ")[2].partition("\n")[0]
    found = {}
    for document, sentence in _sentences(material["documents"]):
        point = {"text": sentence, "cites": [{"document": document["id"], "quote": sentence}]}
        found.setdefault(_kind_of(sentence), []).append(point)
    events, troubles = found.get("event", []), found.get("pain", [])
    rated = [factor["rating"] for factor in material["profile"]["factors"] if factor["rating"]]
    score = round(20 * sum(rated) / len(rated)) if rated else 50
    if events and _invents("assessment", name):
        events[-1] = {**events[-1], "text": _inflated(events[-1]["text"])}
    adjustments = [
        {"factor": "buying_signals", "delta": 1, "reason": one["text"], "cites": one["cites"]} for one in events[:1]
    ]
    return {
        "score": score,
        "tier": "A" if score >= 80 else "B" if score >= 60 else "C",
        "reasoning": "The company is what the profile describes in most of its factors. Its own pages say what it is "
        "planning.",
        "red_flags": [],
        "talking_points": [*events[:2], *troubles[:1]],
        "adjustments": adjustments,
    }


PURPOSES = {"statements": write_brief, "paragraphs": write_draft, "adjustments": assess}
