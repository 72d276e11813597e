"""Foundation: what every room stands on.

Owns: the append-only event log (`outbound.event`), the clock and scheduled actions that keep a wall-clock time.
Verbs: `outbound.event._log()` (also `create()`, as fast), `outbound.clock._now()`.
Knows: nobody.
"""

from . import clock
from . import event
from . import ir_cron
from . import base_automation
