"""The rooms, left to right: a room names only models of rooms to its left (guarded by a test)."""

from . import foundation
from . import pipeline
from . import compliance
from . import icp
from . import discovery
from . import enrichment
from . import mailbox
from . import sequence
from . import drafting
from . import review
from . import sending
from . import replies
from . import routing
from . import insight
from . import crm_lead  # last: composes the facets of all rooms
