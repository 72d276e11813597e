"""Discovery: where prospects come from.

Owns: company facts on the lead (`website_domain`, industry, headcount, revenue) and the import of lists.
Verbs: `outbound.import._import_file()`, `outbound.import.action_import()`.
Knows: foundation, pipeline, icp.
"""

from . import lead_company
