"""Mailbox: who we write as, how much, and when.

Owns: `outbound.mailbox` (identity, caps and ramp, gaps, windows, health, SPF/DKIM/DMARC).
Verbs: `outbound.mailbox._choose()`, `outbound.mailbox._count_against_cap()`, `outbound.mailbox._pause()`.
Knows: foundation, pipeline, compliance.
"""

from . import mailbox
