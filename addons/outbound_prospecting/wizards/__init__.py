from . import icp_import
from . import suppress
from . import suppression_lift
from . import enrol
from . import enrolment_change
from . import sequence_move
from . import finding
from . import handoff_decision
