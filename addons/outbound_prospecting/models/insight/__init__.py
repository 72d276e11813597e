"""Insight: what leadership reads and a rep begins the day with; it reads every room and writes in none.

Owns: reports on `outbound.event`, pilots, the comparison of variants, the health monitor, the simulator and the Today page.
Knows: every room to its left.
"""

from . import report
from . import report_stage
from . import report_touch
from . import report_prospect
from . import report_accuracy
from . import report_forecast
