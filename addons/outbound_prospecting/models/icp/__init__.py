"""ICP: who is worth writing to, as a versioned document of records, and the score it gives.

Owns: `outbound.icp` with factors, criteria, disqualifiers, tiers and adjustments by evidence; verticals; score, tier and
explanation on the lead.
Verbs: `outbound.icp._score_leads()`, `outbound.icp._preview()`, `outbound.icp._to_json()`, `outbound.icp._from_json()`,
`crm.lead.action_score()`.
Knows: foundation, pipeline.
"""

from . import vertical
from . import icp
from . import icp_parts
from . import icp_adjustment
from . import icp_compile
from . import icp_scoring
from . import icp_explain
from . import icp_preview
from . import icp_exchange
from . import lead_icp
from . import lead_stages
from . import event
from . import icp_lifecycle
