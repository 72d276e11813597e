"""Compliance: who must not be written to, whatever else says they may.

Owns: `outbound.suppression` (person, domain, company; survives re-import and erasure as a keyed hash, in step with
Odoo's blacklist), `outbound.unsubscribe` (the opaque tokens of unsubscribe links), `outbound.country.rule` (may we
write cold mail there; strict by default), `outbound.mail.domain` (does it take mail), consent and age of a lead's data.
Verbs: `outbound.suppression._suppress()`, `._get_suppressed()`, `._lift()`; hook `._after_suppressed()` for rooms to
the right; `outbound.country.rule._get_policies()`; `outbound.mail.domain._verify()`; on leads
`_get_prospect_facts()`, `_get_unsubscribe_url()`, `_get_unsubscribe_headers()`, `_get_footer()`.
Knows: foundation.
"""

from . import suppression
from . import suppression_effects
from . import suppression_lift
from . import mail_blacklist
from . import unsubscribe
from . import country_rule
from . import mail_domain
from . import lead_compliance
from . import lead_unsubscribe
from . import erasure
