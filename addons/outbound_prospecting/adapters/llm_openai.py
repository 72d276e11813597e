"""A language model behind any endpoint that speaks the chat-completions protocol: hosted, vLLM, Ollama, ...

One call is one attempt: waiting, counting and asking again are the caller's (`domain.breaker`, `domain.budget`).
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Generic, NoReturn, cast

import openai
import pydantic

from ..domain.errors import Permanent, Refused, Retryable
from ..domain.ports import Answer, LlmRequest, LlmResult, Usage

MAX_ANSWER = 512 * 1024  # bytes; the longest honest answer is a hundredth of it
LONGEST_WAIT = 3600.0  # seconds that a Retry-After is believed
_SECRET = re.compile(r"\b(?:sk|pk|key|api|Bearer)[-_ ][\w.*-]{6,}|[\w-]{32,}", re.IGNORECASE)
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n?```\s*", re.DOTALL | re.IGNORECASE)
_TRY_AGAIN = {408: "timeout", 409: "conflict", 425: "too_early", 429: "rate_limit"}
_NO_USE = {401: "key", 402: "money", 403: "forbidden", 404: "not_found"}


class _TooLong(Exception):
    """An answer of more bytes than anybody needs."""


class _TooSlow(Exception):
    """The deadline has passed while the answer was still arriving."""


class _Client(openai.DefaultHttpxClient):
    """Reads a whole answer, good or bad, itself: never more than `MAX_ANSWER` bytes, never beyond the deadline.

    The library's time-outs are for single reads and would follow a server that sends a byte a minute for ever.
    """

    def send(self, request: Any, **options: Any) -> Any:
        ends = time.monotonic() + float(request.headers.pop("x-deadline", "60"))
        response = super().send(request, **{**options, "stream": True})
        try:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise _TooLong  # it was asked for plain bytes; what it packed may be of any size
            body = bytearray()
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > MAX_ANSWER:
                    raise _TooLong
                if time.monotonic() > ends:
                    raise _TooSlow
        finally:
            response.close()
        return type(response)(response.status_code, headers=response.headers, content=bytes(body), request=request)


class OpenAiLlm:
    """Implements `domain.ports.Llm`; a context manager that gives its connections back.

    :param key: secret of the endpoint, "" where it needs none; it is in no error, log line or representation
    :param shaped: the endpoint understands `response_format` with a JSON schema; otherwise the schema stands in the
        instructions and the endpoint is only asked for JSON
    """

    def __init__(self, base_url: str, model: str, key: str = "", shaped: bool = True) -> None:
        self._model = model
        self._key = key
        self._shaped = shaped
        ours = {"OpenAI-Organization": openai.Omit(), "OpenAI-Project": openai.Omit()}  # not the environment's
        self._client = openai.OpenAI(
            api_key=key or "none",
            base_url=base_url,
            max_retries=0,
            default_headers=cast(Mapping[str, str], {**ours, "Accept-Encoding": "identity"}),
            http_client=_Client(trust_env=False, follow_redirects=False),
        )

    def __enter__(self) -> OpenAiLlm:
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.close()

    def complete(self, request: LlmRequest[Answer]) -> LlmResult[Answer]:
        """See `domain.ports.Llm`."""
        started = time.monotonic()
        shape = _shape_of(request.answer).adapter
        try:
            reply = self._ask(request)
        except (_TooSlow, openai.APITimeoutError):
            raise Retryable("timeout", f"no answer in {request.deadline:g} s", _spent(started)) from None
        except _TooLong:
            raise Refused("too_long", f"an answer of more than {MAX_ANSWER} bytes", _spent(started)) from None
        except openai.APIConnectionError as error:
            raise Retryable("connection", type(error.__cause__ or error).__name__, _spent(started)) from None
        except openai.APIStatusError as error:
            self._raise_for(error, _spent(started))
        except (openai.OpenAIError, ValueError) as error:
            raise Permanent("request", self._redact(str(error)), _spent(started)) from None
        return self._read(reply, shape, started)

    def _ask(self, request: LlmRequest[Answer]) -> str:
        schema = _shape_of(request.answer).schema
        instructions, wanted = request.instructions, {}
        if self._shaped:
            wanted = {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": schema}}
        else:
            instructions += f"\n\nAnswer with one JSON object of this JSON schema:\n{json.dumps(schema)}"
            wanted = {"type": "json_object"}
        reply = self._client.chat.completions.with_raw_response.create(
            model=self._model,
            messages=[{"role": "system", "content": instructions}, {"role": "user", "content": request.material}],
            response_format=cast(Any, wanted),
            temperature=request.temperature,
            max_tokens=request.max_tokens,
            timeout=request.deadline,
            extra_headers={"x-deadline": f"{request.deadline:.3f}"},
        )
        return reply.text

    def _raise_for(self, error: openai.APIStatusError, spent: Usage) -> NoReturn:
        status, code = error.status_code, str(error.code or "")
        words = self._redact(f"HTTP {status} {error.message}")
        if code == "insufficient_quota":
            raise Permanent("money", words, spent) from None
        if status in _TRY_AGAIN or status >= 500:
            asked = _wait(error.response.headers.get("retry-after", ""))
            raise Retryable(_TRY_AGAIN.get(status, "fault"), words, spent, asked) from None
        if code == "content_filter":
            raise Refused("refusal", words, spent) from None
        raise Permanent(_NO_USE.get(status, "request"), words, spent) from None

    def _read(self, text: str, shape: pydantic.TypeAdapter[Answer], started: float) -> LlmResult[Answer]:
        """The answer in a reply; whatever the reply is, nothing but our own errors comes out."""
        usage = _spent(started)
        try:
            reply = json.loads(text)
            choice = reply["choices"][0]
            message = choice["message"]
            content, refusal, finish = message.get("content"), message.get("refusal"), choice.get("finish_reason")
            counted = reply.get("usage") or {}
            usage = _spent(started, counted.get("prompt_tokens"), counted.get("completion_tokens"))
            model = str(reply.get("model") or self._model)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise Refused("protocol", "the reply is no chat completion", usage) from None
        if refusal or finish == "content_filter":
            raise Refused("refusal", self._redact(str(refusal or "")), usage)
        if finish == "length":
            raise Refused("cut_off", "the answer did not fit into its tokens", usage)
        if not isinstance(content, str) or not content.strip():
            raise Refused("empty", "", usage)
        fenced = _FENCE.fullmatch(content)
        try:
            return LlmResult(shape.validate_json(fenced[1] if fenced else content, strict=True), usage, model)
        except pydantic.ValidationError as error:
            first = error.errors(include_url=False, include_input=False, include_context=False)[0]
            code = "not_json" if first["type"] == "json_invalid" else "schema"
            where = ".".join(str(part) for part in first["loc"])
            raise Refused(code, self._redact(f"{where} {first['type']}".strip()), usage) from None

    def _redact(self, text: str) -> str:
        """A short text of somebody else's without our key or what looks like one."""
        if self._key:
            text = text.replace(self._key, "…")
        return _SECRET.sub("…", text)[:300]


@dataclass(frozen=True)
class _Shape(Generic[Answer]):
    """The form of an answer: what reads it, and the JSON schema that asks for it."""

    adapter: pydantic.TypeAdapter[Answer]
    schema: Any


# As many as there are purposes; to build one takes longer than all other work of a call.
_SHAPES: dict[object, _Shape[Any]] = {}


def _shape_of(answer: type[Answer]) -> _Shape[Answer]:
    if answer not in _SHAPES:
        adapter = pydantic.TypeAdapter(answer)
        _SHAPES[answer] = _Shape(adapter, _closed(adapter.json_schema()))
    return _SHAPES[answer]


def restored(shape: type[Answer], data: object) -> Answer:
    """An answer that was kept as plain data (`dataclasses.asdict`)."""
    return _shape_of(shape).adapter.validate_json(json.dumps(data), strict=True)


def _spent(started: float, tokens_in: object = 0, tokens_out: object = 0) -> Usage:
    """What a call that began at `started` consumed; counts that are no counts are 0."""
    counts = [count if isinstance(count, int) and count > 0 else 0 for count in (tokens_in, tokens_out)]
    return Usage(counts[0], counts[1], time.monotonic() - started)


def _wait(header: str) -> float | None:
    """Seconds that a Retry-After asks for, as a number or a date (RFC 9110, 10.2.3), within reason.

    >>> _wait("120"), _wait("999999"), _wait("-5"), _wait("soon"), _wait("Thu, 01 Jan 1970 00:00:00 GMT")
    (120.0, 3600.0, 0.0, None, 0.0)
    """
    seconds = None
    with suppress(ValueError):
        seconds = float(header)
    if seconds is None:
        with suppress(ValueError, TypeError, IndexError):
            moment = parsedate_to_datetime(header)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
            seconds = (moment - datetime.now(timezone.utc)).total_seconds()
    if seconds is None or math.isnan(seconds):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _closed(schema: Any) -> Any:
    """A JSON schema whose objects have exactly the fields that are named, as strict endpoints demand."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(part) for name, part in schema.items() if name != "default"}
    if closed.get("type") == "object" and "properties" in closed:
        closed |= {"additionalProperties": False, "required": list(closed["properties"])}
    return closed
