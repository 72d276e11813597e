"""What a person sees while something takes long: one line when a step starts, one when it ends, on stderr."""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from .paths import LOGS

HEARTBEAT = 15.0  # seconds of silence before a running step says that it is still alive

# What Odoo, pip and apt write about their progress, and what is shown of it.
PHASES = (
    (r"Loading module (\w+) \((\d+)/(\d+)\)", r"module \1, \2 of \3"),
    (r"(\d+) modules loaded in", r"\1 modules are loaded"),
    (r"^\s*(?:Collecting|Building wheel for) ([\w.-]+)", r"package \1"),
    (r"^Installing collected packages", "installing the packages"),
    (r"^(?:Unpacking|Setting up) ([\w.+-]+)", r"package \1"),
    (r"^Get:\d+ \S+ \S+ \S+ ([\w.+-]+)", r"package \1"),
    (r"Starting (\w+)\.(test_\w+)", r"\2"),
)


class Failure(Exception):
    """Something a person has to know or do, in plain sentences. Shown without a traceback."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def step(label: str, detail: Callable[[], str] = lambda: "", *, quick: bool = False) -> Iterator[None]:
    """Announce a step, say now and then that it is still running, and how long it took.

    :param quick: a step that is done in a blink as a rule: heard of only when it is not
    """
    started = time.monotonic()
    done = threading.Event()

    def beat() -> None:
        while not done.wait(HEARTBEAT):
            say(f"    {label}: {time.monotonic() - started:.0f} s {detail()}".rstrip())

    if not quick:
        say(f"  {label} …")
    pulse = threading.Thread(target=beat, daemon=True)
    pulse.start()
    try:
        yield
    finally:
        done.set()
        pulse.join()
    if not quick:
        say(f"  {label}: done in {time.monotonic() - started:.1f} s")


def run_logged(
    label: str,
    command: Sequence[str | Path],
    *,
    log: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    account: pwd.struct_passwd | None = None,
    quick: bool = False,
    pass_fds: Sequence[int] = (),
) -> Path:
    """Run a command as a step with its output in a log file, and return that file.

    :param account: whom root runs the command as

    :raises Failure: with the last lines of the output when the command fails.
    """
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    as_account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    with path.open("w", encoding="utf-8") as output, step(label, lambda: _phase(path), quick=quick):
        result = subprocess.run(
            [str(word) for word in command],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=env,
            cwd=cwd,
            check=False,
            pass_fds=pass_fds,
            **as_account,
        )
        if result.returncode:
            raise Failure(f"{label} failed. The whole output is in {path}; from it:\n{_excerpt(path)}")
    return path


def run_foreground(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a command on this terminal until it ends, leaving interruption to it, and return its exit code."""
    with subprocess.Popen([str(word) for word in command], env=env) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the terminal has sent it to the command too, which ends in its own time
            except SystemExit:
                process.terminate()
                raise


def _excerpt(path: Path) -> str:
    """What a log says went wrong: the errors it names, else its last lines."""
    lines = path.read_text(errors="replace").splitlines()
    errors = [line for line in lines if re.match(r"[\w.]*(Error|Exception|Violation|Failure|UserError)\b.*:", line)]
    return "\n".join(f"    {line.strip()[:400]}" for line in errors[-6:] or lines[-12:])


def _phase(path: Path) -> str:
    """How far a command has come, in words of its log that a person can read; empty when there are none."""
    with path.open("rb") as handle:
        handle.seek(max(0, path.stat().st_size - 20_000))
        text = handle.read().decode(errors="replace")
    found = None
    for pattern, words in PHASES:
        for match in re.finditer(pattern, text, re.MULTILINE):
            if found is None or match.start() >= found[0]:
                found = match.start(), match.expand(words)
    return f"({found[1]})" if found else ""


def command(main: Callable[[list[str]], int]) -> None:
    """Run a script's main function: failures become one message, interruption leaves quietly."""
    # A terminated script must leave like an interrupted one, or what it started would stay behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        code = main(sys.argv[1:])
    except Failure as failure:
        say(f"\n{os.path.basename(sys.argv[0])}: {failure}")
        code = 1
    except KeyboardInterrupt:
        say("\nStopped.")
        code = 130
    sys.exit(code)
