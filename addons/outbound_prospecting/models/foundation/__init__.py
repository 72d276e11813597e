"""Foundation: what every room stands on.

Owns: the append-only event log (`outbound.event`), the clock, scheduled actions that keep a wall-clock time, and the
list of all automation of the product (`outbound.automation`).
Verbs: `outbound.event._log()` (also `create()`, as fast), `outbound.clock._now()`.
Knows: nobody.
"""

from . import clock
from . import event
from . import lead_events
from . import ir_cron
from . import automation
from . import base_automation
