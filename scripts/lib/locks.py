"""Let one run at a time do something."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from .progress import step


@contextlib.contextmanager
def locked(path: Path, doing: str) -> Iterator[int]:
    """Let one process at a time into the block; the kernel frees the lock when a process dies.

    :param doing: what another run may be doing, for the person who waits
    :return: the lock's file descriptor; a child that is given it keeps the lock when its parent is killed
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with step(f"Waiting for another run that {doing}"):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle.fileno()
