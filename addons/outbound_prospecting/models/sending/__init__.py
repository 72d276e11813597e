"""Sending: an approved touch leaves zero or one times.

Owns: the gates at the last moment, the claim committed before SMTP, every attempt (`outbound.delivery`), its outcome,
tracked links (`outbound.link`), the outbox.
Verbs: `outbound.touch._cron_send_touches()`, `outbound.touch._settle_by_message_ids()`.
Hooks for rooms to the right: `outbound.enrolment._has_unread_reply()`.
Knows: every room to its left.
"""

from . import mailbox
from . import delivery
from . import touch_gates
from . import touch_message
from . import touch_claim
from . import touch_deliver
from . import touch_outcome
from . import touch_unknown
from . import tracking
from . import opens
from . import outbox
from . import erasure
