"""Sending: an approved touch leaves zero or one times.

Owns: the gates at the last moment, the claim committed before SMTP, the outcome, tracking links.
Verbs: `outbound.touch._cron_send_touches()`, `outbound.touch._settle_unknown()`.
Knows: every room to its left.
"""

from . import touch_gates
from . import touch_message
from . import touch_send
from . import tracking
