"""Drafting: the final text of a touch.

Owns: `outbound.template` (per step, language and variant), `outbound.angle` (what we say to a vertical),
`outbound.phrase` (wordings the checks know), and rendering by tokens; text is final when drafted.
Verbs: `outbound.touch._draft()`, `outbound.template._render_preview()`.
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
from . import touch_checks
from . import touch_draft
