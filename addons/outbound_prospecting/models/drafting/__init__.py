"""Drafting: the final text of a touch.

Owns: `outbound.template` (per step, language and variant) and rendering by tokens; text is final when drafted.
Verbs: `outbound.touch._draft()`.
Knows: every room to its left (sequence owns the touch).
"""

from . import template
from . import touch_draft
