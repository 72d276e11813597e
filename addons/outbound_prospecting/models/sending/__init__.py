"""Sending: an approved touch leaves zero or one times.

Owns: the gates at the last moment, the claim committed before SMTP, the outcome, tracking links.
Verbs: `outbound.touch._send()`.
Knows: every room to its left.
"""

from . import touch_send
from . import tracking
