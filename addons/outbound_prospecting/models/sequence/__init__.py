"""Sequence: the touches of a prospect over time. The enrolment is the spine of the product.

Owns: `outbound.sequence` with its steps, `outbound.enrolment`, `outbound.touch`, outreach tracking on the lead.
Verbs: `outbound.enrolment._enrol()`, `outbound.enrolment._apply()`, `outbound.touch._apply()` (the only writers of
a state, answering to `domain.lifecycle`), `outbound.touch._hold()`.
Knows: foundation, pipeline, compliance, icp, discovery, mailbox.
"""

from . import state
from . import sequence
from . import enrolment
from . import touch
from . import enrolment_lifecycle
from . import touch_lifecycle
from . import enrolment_planning
from . import enrolment_enrol
from . import lead_outreach
from . import lead_tracking
from . import lead_time_zone
