"""The chat-completions server that the demo's model is made of too."""

import sys

from tests.bare_package import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from lib.chat_server import ChatServer, Reply, error

__all__ = ["ChatServer", "Reply", "error"]
