"""Insight: what leadership reads and a rep begins the day with; it reads every room and writes in none.

Owns: reports on `outbound.event`, pilots, the comparison of variants, the health monitor, the simulator and the Today page.
Verbs: `outbound.health._look()` (the only writer of `outbound.health.problem`), `outbound.today.get_today()`.
Knows: every room to its left.
"""

from . import health
from . import health_measures
from . import health_problem
from . import today
from . import today_lines
from . import today_setup
