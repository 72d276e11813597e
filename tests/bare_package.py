"""Import the addon's pure parts without Odoo.

The addon's own `__init__` imports its models and so Odoo. A bare package whose path is the addon stands in for it, so
that `from outbound_prospecting.domain import fit` finds the module and runs nothing else.
"""

import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "outbound_prospecting"
ADDON = ROOT / "addons" / NAME


def register() -> None:
    if NAME not in sys.modules:
        package = types.ModuleType(NAME)
        package.__path__ = [str(ADDON)]
        sys.modules[NAME] = package
