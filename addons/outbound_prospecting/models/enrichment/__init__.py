"""Enrichment: what outside services and the open web know of a prospect, with proof for all that is said.

Owns: `outbound.provider` with the ledger of its calls.
Verbs: `outbound.provider._ask()` (commits, so only between transactions).
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
