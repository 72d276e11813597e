"""Chromium, for the tests that look at the web client: found, or installed where that needs no question."""

from __future__ import annotations

import os
import shutil

from . import debian
from .progress import Failure, run_logged

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def ensure_chromium() -> str:
    """The path of Chromium. Root on Debian gets it installed, which is the only thing put into the system.

    :raises Failure: where it is missing and cannot be installed; the browser tests are never skipped silently.
    """
    found = find_chromium()
    if not found and debian.is_debian() and os.geteuid() == 0:
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run_logged("Debian's package lists", ["apt-get", "-q", "update"], log="apt-update", env=env)
        install = ["apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium"]
        run_logged("Chromium", install, log="apt-chromium", env=env)
        found = find_chromium()
    if not found:
        raise Failure(
            "the browser tests need Chromium and none was found. Install it with your system's package manager "
            "(on Debian: sudo apt-get install chromium) and run this again."
        )
    return found
