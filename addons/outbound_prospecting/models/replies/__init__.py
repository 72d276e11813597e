"""Replies: every answer to outreach is kept, stops what must stop at once, and is read for what it is.

Owns: `outbound.reply` (the raw mail, whom it is from, what it was read as), `outbound.reply.rule` (what follows from
each class, as records), `outbound.reply.label` (what people corrected), the hooks of the mail gateway, the reply inbox.
Verbs: `outbound.reply._receive()`, `._cron_read_replies()`, `.action_relabel()`; on leads `action_open_replies()`.
Hooks for rooms to the right: `outbound.reply._hand_over()`, `._ask_model()`.
Knows: every room to its left.
"""

from . import event
from . import reply
from . import matching
from . import incoming
from . import gateway
from . import gate
from . import label
from . import rule
from . import actions
from . import consequences
from . import undo
from . import reading
from . import inbox
from . import inbox_actions
from . import answer
from . import lead_replies
from . import erasure
