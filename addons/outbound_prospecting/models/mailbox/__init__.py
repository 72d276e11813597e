"""Mailbox: who we write as, how much, and when.

Owns: `outbound.mailbox` (identity, caps and ramp, pauses between mails, windows, health, SPF/DKIM/DMARC), its counts
by day (`outbound.mailbox.day`), the prospect's time zone, and the words for what the gates of sending answer.
Verbs: `outbound.mailbox._choose()`, `._get_calendars()`, `._get_pace()`, `._get_capacities()`, `._take_slot()`,
`._count_bounce()`, `._count_complaint()`, `._pause()`, `._resume()`, `._check()`; `crm.lead._get_outreach_zone()`;
`outbound.gate._describe()`. Hooks for rooms to the right: `_get_sticky()`, `_get_loads()`.
Knows: foundation, pipeline, compliance.
"""

from . import mailbox
from . import mailbox_pace
from . import mailbox_calendar
from . import mailbox_choose
from . import mailbox_health
from . import check_words
from . import mailbox_check
from . import gate
from . import lead_zone
