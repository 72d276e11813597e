"""Sequence: the touches of a prospect over time. The enrolment is the spine of the product.

Owns: `outbound.sequence` with its steps, `outbound.enrolment`, `outbound.touch`, requests to enrol, outreach tracking
on the lead, and what closes silent prospects (`outbound.batch`).
Verbs: `outbound.enrolment._enrol()`, `outbound.enrolment._apply()`, `outbound.touch._apply()` (the only writers of
a state, answering to `domain.lifecycle`), `outbound.touch._hold()`, `outbound.enrolment.request._request()`.
Knows: foundation, pipeline, compliance, icp, discovery, mailbox.
"""

from . import state
from . import sequence
from . import enrolment
from . import touch
from . import lead_outreach
from . import lead_research
from . import sequence_version
from . import sequence_launch
from . import sequence_overview
from . import sequence_move
from . import enrolment_lifecycle
from . import touch_lifecycle
from . import enrolment_planning
from . import enrolment_rules
from . import enrolment_enrol
from . import enrolment_work
from . import mailbox
from . import request
from . import touch_task
from . import activity
from . import leave
from . import suppression
from . import batch
from . import lead_tracking
from . import lead_sync
from . import lead_actions
from . import lead_timeline
from . import stale
from . import nurture
from . import erasure
