"""Drafting: the final text of a touch.

Owns: `outbound.template` (per step, language and variant), `outbound.angle` (what we say to a vertical),
`outbound.phrase` (wordings the checks know), and rendering by tokens; `outbound.prompt` with its versions,
`outbound.draft.attempt` and `outbound.style.rule` for texts that a model writes; the finding of an enrolment, and
research tasks that do themselves from a brief. Text is final when drafted.
Verbs: `outbound.touch._draft()`, `_write_by_model()` (commits), `outbound.template._render_preview()`.
Knows: every room to its left (sequence owns the touch).
"""

from . import angle
from . import phrase
from . import mailbox_booking
from . import enrolment_finding
from . import research_touch
from . import settings
from . import template
from . import template_values
from . import template_preview
from . import step_templates
from . import prompt
from . import draft_attempt
from . import style_rule
from . import step_model
from . import touch_checks
from . import touch_draft
from . import touch_model_sources
from . import touch_model_text
from . import touch_note
from . import erasure
