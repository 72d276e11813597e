"""Enrichment: what outside services and the open web know of a prospect, with proof for all that is said.

Owns: `outbound.provider` with the ledger of its calls; evidence: `outbound.site`, `outbound.document`,
`outbound.snippet`; `outbound.signal` with its rules; `outbound.brief` with its statements; `outbound.assessment`, a
model's opinion.
Verbs: `outbound.provider._ask()`, `_ask_many()` (they commit, so only between transactions),
`outbound.document._paste()`, `outbound.signal._search_documents()`, `crm.lead._use_evidence()` and
`_use_brief()`, `_drop_brief()` (rooms extend them), `outbound.brief._plan()`.
Knows: foundation, compliance, pipeline, icp, discovery.
"""

from . import provider
from . import provider_ask
from . import provider_call
from . import site
from . import site_reading
from . import document
from . import signal_rule
from . import signal
from . import lead_research
from . import lead_signals
from . import lead_assessment
from . import assessment
from . import assessment_ask
from . import brief
from . import brief_writing
from . import brief_material
from . import brief_statement
from . import lead_brief
from . import erasure
