"""Discovery: where prospects come from.

Owns: company facts on the lead (`website_domain`, industry, headcount, revenue) and the import of lists.
Verbs: `outbound.import._import_file()`, `outbound.import.action_check()`, `action_import()`, `action_undo()`.
Knows: foundation, compliance, pipeline, icp.
"""

from . import base_automation
from . import lead_company
from . import lead_import
from . import import_list
from . import import_parts
from . import import_rejection
from . import import_reading
from . import import_known
from . import import_plan
from . import import_run
from . import import_undo
from . import erasure
