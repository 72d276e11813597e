"""Compliance: who must not be written to, whatever else says they may.

Owns: `outbound.suppression` (person, domain, company; survives re-import as a keyed hash) and
`outbound.country.rule` (may we write cold mail there; strict by default).
Verbs: `outbound.suppression._suppress()`, `outbound.suppression._get_suppressed()`.
Knows: foundation, pipeline.
"""

from . import suppression
from . import country_rule
