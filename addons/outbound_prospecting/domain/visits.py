"""Was a link opened by a person? Mail scanners open links too, often all of them and within seconds."""

from __future__ import annotations

from datetime import datetime, timedelta

AUTOMATIC_AGENTS = (
    "bot", "crawl", "spider", "preview", "scan", "proofpoint", "mimecast", "barracuda", "curl", "wget", "python",
    "go-http-client", "java/", "okhttp", "headless", "facebookexternalhit", "safelinks", "fireeye", "trend micro",
)  # fmt: skip
QUIET = timedelta(seconds=10)  # a person opens one link of a mail at a time


def looks_automatic(method: str, agent: str, delivered: datetime | None, now: datetime) -> bool:
    """Whether one visit, seen alone, was no person's.

    :param agent: the User-Agent header
    :param delivered: when the mail left; nobody reads one within seconds
    """
    agent = (agent or "").lower()
    if method != "GET" or not agent or any(word in agent for word in AUTOMATIC_AGENTS):
        return True
    return delivered is not None and now - delivered < QUIET


def loads_images_unasked(agent: str) -> bool:
    """Whether a mail program loads images before anybody reads the mail.

    Apple's Mail Privacy Protection sends no more than "Mozilla/5.0"; Yahoo's proxy names itself.
    """
    agent = (agent or "").strip().lower()
    return agent == "mozilla/5.0" or "yahoomailproxy" in agent
