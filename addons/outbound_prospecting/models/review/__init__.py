"""Review: the gate of a person before anything leaves.

Owns: review policies, the queue, decisions and their reasons.
Verbs: `outbound.touch._submit()`, `_approve()`, `_reject()`, `_edit()`.
Knows: every room to its left.
"""

from . import touch_review
