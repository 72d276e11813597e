"""What the product asks of outside services; `adapters` answer. Nothing here knows how a service is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Usage:
    """What one call consumed; `latency` in seconds."""

    tokens_in: int = 0
    tokens_out: int = 0
    latency: float = 0.0


@dataclass(frozen=True)
class LlmRequest(Generic[Answer]):
    """One question to a language model.

    :ivar instructions: our own words; never text of a page, a mail or a list
    :ivar material: what the question is about, facts and foreign text alike: data, whatever it says
    :ivar answer: a frozen dataclass; the model's answer must have its fields, and its `__post_init__` may refuse values
    :ivar deadline: seconds for the whole call
    """

    instructions: str
    material: str
    answer: type[Answer]
    temperature: float = 0.1
    max_tokens: int = 2000
    deadline: float = 60.0


@dataclass(frozen=True)
class LlmResult(Generic[Answer]):
    """An answer that has the shape that was asked for; whether it is true is another matter.

    :ivar model: the model that answered, as the service names it
    """

    answer: Answer
    usage: Usage
    model: str


class Llm(Protocol):
    """A language model."""

    def complete(self, request: LlmRequest[Answer]) -> LlmResult[Answer]:
        """The model's answer to one question, in one attempt.

        :raises errors.Retryable: no answer this time: limits, faults of the service or the network, too slow
        :raises errors.Permanent: wrong key, model or endpoint, or no money left
        :raises errors.Refused: an answer that is empty, cut off, too long or of another shape, or a refusal
        """
        ...
