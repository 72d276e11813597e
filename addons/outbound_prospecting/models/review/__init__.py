"""Review: the gate of a person before anything leaves.

Owns: review policies with their floor, the queue, decisions and their reasons, ageing; what people change in drafts, and the
rules of style that follow from it.
Verbs: `outbound.touch._submit()`, `action_approve()`, `action_reject()`, `action_skip()`, `action_save_text()`,
`action_undo_approval()`, `action_rewrite()`, `action_wrong_company()`; `get_review_queue()` and `get_review_cards()` for the page.
Knows: every room to its left.
"""

from . import reject_reason
from . import settings
from . import touch_review
from . import touch_decisions
from . import touch_ageing
from . import touch_rewrite
from . import touch_queue
from . import touch_card
from . import touch_card_proof
from . import edit_measure
from . import style_learning
from . import erasure
