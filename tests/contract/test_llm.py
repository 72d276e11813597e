"""The language model's adapter against a server that speaks the real protocol, well and badly."""

import doctest
import gzip
import json
import logging
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from outbound_prospecting.adapters import llm_openai
from outbound_prospecting.adapters.llm_openai import LONGEST_WAIT, MAX_ANSWER, OpenAiLlm
from outbound_prospecting.domain.errors import Permanent, Refused, Retryable, ServiceError
from outbound_prospecting.domain.ports import LlmRequest

from tests.contract.chat_server import ChatServer, Reply, error

KEY = "sk-test-4f1d0c2b9a8e7766554433221100ffee"


@dataclass(frozen=True)
class Point:
    text: str
    weight: int


@dataclass(frozen=True)
class Opinion:
    score: int
    reasons: tuple[Point, ...]

    def __post_init__(self):
        if not 0 <= self.score <= 100:
            raise ValueError("score")


GOOD = {"score": 71, "reasons": [{"text": "hiring", "weight": 2}]}
QUESTION = LlmRequest("Judge this.", "Acme Ltd hires.", Opinion, deadline=5)


def ask(*replies, question=QUESTION, key=KEY, **options):
    with ChatServer(*replies) as server, OpenAiLlm(server.url, "model-1", key, **options) as llm:
        return llm.complete(question), server.requests


def refusal_of(kind, *replies, **options):
    with pytest.raises(kind) as caught:
        ask(*replies, **options)
    assert type(caught.value) is kind
    return caught.value


def test_examples_in_the_docstrings():
    assert doctest.testmod(llm_openai).failed == 0


def test_an_answer_has_the_shape_that_was_asked_for():
    result, _requests = ask(Reply(GOOD))
    assert result.answer == Opinion(71, (Point("hiring", 2),))
    assert (result.usage.tokens_in, result.usage.tokens_out, result.model) == (120, 30, "model-1")
    assert result.usage.latency > 0


def test_the_question_on_the_wire():
    _result, [(path, headers, body)] = ask(Reply(GOOD))
    assert path == "/v1/chat/completions"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert "x-deadline" not in headers
    assert body["messages"] == [
        {"role": "system", "content": "Judge this."},
        {"role": "user", "content": "Acme Ltd hires."},
    ]
    assert (body["temperature"], body["max_tokens"], body["model"]) == (0.1, 2000, "model-1")
    schema = body["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["additionalProperties"] is False
    assert schema["schema"]["required"] == ["score", "reasons"]
    assert schema["schema"]["$defs"]["Point"]["additionalProperties"] is False
    assert "tools" not in body


def test_an_endpoint_without_schemas_finds_them_in_the_instructions():
    _result, [(_path, _headers, body)] = ask(Reply(GOOD), shaped=False)
    assert body["response_format"] == {"type": "json_object"}
    assert '"reasons"' in body["messages"][0]["content"]
    assert '"reasons"' not in body["messages"][1]["content"]


def test_an_answer_in_a_code_fence_is_read():
    result, _requests = ask(Reply(f"```json\n{json.dumps(GOOD)}\n```"))
    assert result.answer.score == 71


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply('{"score": 71, "reasons": [{"text"'), "not_json"),
        (Reply("I would say seventy."), "not_json"),
        (Reply({"score": "71", "reasons": []}), "schema"),
        (Reply({"score": 71}), "schema"),
        (Reply({"score": 101, "reasons": []}), "schema"),
        (Reply([GOOD]), "schema"),
        (Reply(""), "empty"),
        (Reply("  \n"), "empty"),
        (Reply(content=GOOD, refusal="I cannot help with that."), "refusal"),
        (Reply(GOOD, finish="content_filter"), "refusal"),
        (Reply('{"score": 71, "rea', finish="length"), "cut_off"),
        (Reply("x" * (1 << 20)), "too_long"),
        (Reply(body=b"<html>busy</html>"), "protocol"),
        (Reply(body=b""), "protocol"),
        (Reply(body=b'{"choices": []}'), "protocol"),
        (Reply(body=b'{"choices": [{"message": null}]}'), "protocol"),
        (Reply(body=b"[" * 100_000), "protocol"),
        (Reply(body=gzip.compress(b"0" * 10_000_000), headers={"Content-Encoding": "gzip"}), "too_long"),
    ],
)
def test_what_cannot_be_used_is_refused(reply, code):
    assert refusal_of(Refused, reply).code == code


def test_an_unusable_answer_was_paid_for():
    usage = refusal_of(Refused, Reply({"score": 71})).usage
    assert (usage.tokens_in, usage.tokens_out) == (120, 30)


def test_counts_of_tokens_that_are_none_are_zero():
    result, _requests = ask(Reply(GOOD, usage={"prompt_tokens": "many", "completion_tokens": -3}))
    assert (result.usage.tokens_in, result.usage.tokens_out) == (0, 0)


@pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        (error(429, "rate_limit_exceeded"), Retryable, "rate_limit"),
        (error(429, "insufficient_quota"), Permanent, "money"),
        (error(500), Retryable, "fault"),
        (error(503), Retryable, "fault"),
        (Reply(status=502, body=b"<html>bad gateway</html>"), Retryable, "fault"),
        (error(408), Retryable, "timeout"),
        (error(401), Permanent, "key"),
        (error(404, "model_not_found"), Permanent, "not_found"),
        (error(400, "invalid_request"), Permanent, "request"),
        (error(400, "content_filter"), Refused, "refusal"),
        (Reply(status=302, body=b"", headers={"Location": "http://127.0.0.1:1/v1"}), Permanent, "request"),
        (Reply(status=500, body=b"x" * (2 * MAX_ANSWER)), Refused, "too_long"),
    ],
)
def test_what_the_endpoint_says_decides_what_to_do(reply, kind, code):
    assert refusal_of(kind, reply).code == code


def test_one_call_is_one_attempt():
    with ChatServer(error(500)) as server, OpenAiLlm(server.url, "model-1", KEY) as llm, pytest.raises(Retryable):
        llm.complete(QUESTION)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("header", "low", "high"),
    [
        ("17", 17, 17),
        ("0", 0, 0),
        ("86400", LONGEST_WAIT, LONGEST_WAIT),
        (format_datetime(datetime.now(timezone.utc) + timedelta(minutes=30), usegmt=True), 1500, 1800),
    ],
)
def test_the_wait_that_was_asked_for(header, low, high):
    after = refusal_of(Retryable, error(429, headers={"Retry-After": header})).after
    assert low <= after <= high


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "tomorrow"}, {"Retry-After": "nan"}])
def test_no_wait_is_invented(headers):
    assert refusal_of(Retryable, error(429, headers=headers)).after is None


@pytest.mark.parametrize(
    "reply",
    [
        Reply(GOOD, wait=30),
        Reply(GOOD, drip=0.05),  # each byte arrives in time, the answer never would
        Reply(status=500, body=b"x" * 1000, drip=0.05),
    ],
    ids=["silence", "drip", "drip of an error"],
)
def test_the_deadline_is_for_the_whole_call(reply):
    started = time.monotonic()
    question = LlmRequest("Judge this.", "Acme Ltd hires.", Opinion, deadline=0.4)
    failed = refusal_of(Retryable, reply, question=question)
    assert failed.code == "timeout"
    assert failed.usage.latency == pytest.approx(time.monotonic() - started, abs=5)
    assert failed.usage.latency < 10  # the drip would take longer than that


def test_a_connection_lost_in_the_answer():
    assert refusal_of(Retryable, Reply(GOOD, cut=20)).code == "connection"


def test_nobody_listens():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
    with OpenAiLlm(url, "model-1", KEY) as llm, pytest.raises(Retryable) as caught:
        llm.complete(QUESTION)
    assert caught.value.code == "connection"


def chain(failure):
    """An error as any logger might print it, with all that led to it."""
    while failure:
        yield f"{failure!r} {failure} {vars(failure)}"
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)


@pytest.mark.parametrize(
    "reply",
    [
        error(401, "invalid_api_key", f"Incorrect API key provided: {KEY}. See your account."),
        error(401, "invalid_api_key", f"Incorrect API key provided: {KEY[:9]}**********{KEY[-4:]}."),
        error(500, "", f"failed with header Authorization: Bearer {KEY}"),
        Reply(GOOD, refusal=f"Your key is {KEY}"),
        Reply({"score": KEY, "reasons": []}),
        Reply(GOOD),
    ],
)
def test_the_key_is_nowhere(reply, caplog):
    caplog.set_level(logging.DEBUG)
    with ChatServer(reply) as server, OpenAiLlm(server.url, "model-1", KEY) as llm:
        words = [repr(llm), str(llm)]
        try:
            words.append(repr(llm.complete(QUESTION)))
        except ServiceError as failure:
            words += chain(failure)
    text = "\n".join([*words, caplog.text])
    assert KEY not in text
    assert KEY[:9] not in text
    assert KEY[-12:] not in text


def test_the_machine_s_settings_change_nothing(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-machine")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-the-machine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-the-machine")
    _result, [(_path, headers, _body)] = ask(Reply(GOOD), key="")
    assert "of-the-machine" not in str(headers)


def test_calls_in_parallel_share_a_client():
    with ChatServer(Reply(GOOD, wait=0.05)) as server, OpenAiLlm(server.url, "model-1", KEY) as llm:
        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda _number: llm.complete(QUESTION), range(16)))
        assert {result.answer.score for result in results} == {71}
