"""Foundation: what every room stands on.

Owns: the append-only event log (`outbound.event`) and scheduled actions that keep a wall-clock time.
Verbs: `outbound.event.create()` for single facts; bulk writers insert, unless `_has_listeners()`.
Knows: nobody.
"""

from . import event
from . import ir_cron
