"""Which words of a text rest on which statements, also after a person has changed the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """A piece of a text.

    :ivar statements: ids of the statements that bear it
    :ivar written: it is a sentence as the model wrote it; otherwise it is ours, a person's, or a space between
    """

    text: str
    statements: tuple[int, ...] = ()
    written: bool = False


def find_segments(body: str, sentences: Sequence[tuple[str, Sequence[int]]]) -> list[Segment]:
    """The text cut into the sentences that still stand there, in their order, and what is between them.

    All pieces together are the text. A sentence that a person changed has lost its proof.

    >>> find_segments("Hi. You opened a shop.", [("You opened a shop.", [7])])
    [Segment(text='Hi. ', statements=(), written=False), Segment(text='You opened a shop.', statements=(7,), written=True)]
    """
    segments, end = [], 0
    for text, statements in sentences:
        start = body.find(text, end) if text else -1
        if start < 0:
            continue
        if start > end:
            segments.append(Segment(body[end:start]))
        end = start + len(text)
        segments.append(Segment(text, tuple(statements), True))
    if end < len(body):
        segments.append(Segment(body[end:]))
    return segments
