"""Sequence: the touches of a prospect over time.

Owns: outreach tracking on the lead. The enrolment, its steps and touches join here.
Knows: every room to its left.
"""

from . import lead_outreach
