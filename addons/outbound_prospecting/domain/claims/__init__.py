"""Does the evidence bear a statement? Decided by code alone, so that no model can talk its way through.

A statement cites documents by quotation. It passes if every quotation stands in its document and every figure, date,
name, place, company, product and role of the statement is in the cited documents, belonging to the same thing there.
"""

from .check import Cite, Document, Fault, Verdict, check, check_facts

__all__ = ["Cite", "Document", "Fault", "Verdict", "check", "check_facts"]
