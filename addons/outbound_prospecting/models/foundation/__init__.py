"""Foundation: what every room stands on.

Owns: the append-only event log (`outbound.event`), scheduled actions that keep a wall-clock time, and the list of
all automation of the product (`outbound.automation`).
Verbs: `outbound.event.create()` for single facts; bulk writers insert, unless `_has_listeners()`.
Knows: nobody.
"""

from . import event
from . import lead_events
from . import ir_cron
from . import automation
