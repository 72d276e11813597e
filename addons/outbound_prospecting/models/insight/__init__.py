"""Insight: what leadership reads and a rep begins the day with; it reads every room.

Owns: reports on `outbound.event`, pilots, the comparison of variants, the health monitor, the simulator and the Today page.
Verbs: `outbound.pilot._apply()` (the only writer of its state, answering to `domain.pilot_flow`), `outbound.pilot._kill()`,
`outbound.health._look()` (the only writer of `outbound.health.problem`), `outbound.today.get_today()`.
A pilot steers other rooms only through what they offer: rules of enrolling, gates of sending, the review policy.
Knows: every room to its left.
"""

from . import pilot
from . import pilot_criterion
from . import pilot_gate
from . import pilot_member
from . import pilot_guard
from . import pilot_launch
from . import pilot_lifecycle
from . import pilot_figures
from . import pilot_words
from . import pilot_alert
from . import pilot_memo
from . import variant_report
from . import variant_promotion
from . import event
from . import scheduled_report
from . import scheduled_report_content
from . import scheduled_report_post
from . import report
from . import report_stage
from . import report_touch
from . import report_prospect
from . import report_accuracy
from . import report_forecast
from . import health
from . import health_measures
from . import health_problem
from . import health_alert
from . import today
from . import today_lines
from . import today_setup
from . import today_team
from . import simulation_profile
from . import simulation
