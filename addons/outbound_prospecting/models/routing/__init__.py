"""Routing: which rep gets a prospect and why, hand-offs with a deadline in working time, meetings and alerts.

Owns: `outbound.routing.policy` with its rules, the profile of a rep on `crm.team.member`, `outbound.assignment` (why
this rep), `outbound.handoff` with its figures (`outbound.handoff.report`), answers to suggest, `outbound.alert`.
Verbs: `outbound.routing.policy._route()` (decides, writes nothing), `crm.lead._assign_reps()`, `crm.lead._hand_over()`,
`outbound.handoff._apply()` (the only writer of its state, answering to `domain.handoff`), `outbound.alert.rule._raise()`.
Knows: foundation, compliance, pipeline, icp, discovery, mailbox, sequence, drafting, replies.
"""

from . import event
from . import policy
from . import working_time
from . import team_member
from . import policy_decide
from . import assignment
from . import lead_routing
from . import crm_team
from . import handoff
from . import handoff_lifecycle
from . import handoff_create
from . import handoff_actions
from . import handoff_sla
from . import handoff_context
from . import answer
from . import activity
from . import reply
from . import meeting
from . import alert_rule
from . import alert
from . import handoff_report
from . import erasure
