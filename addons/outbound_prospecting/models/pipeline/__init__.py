"""Pipeline: the team "Outbound Prospecting", its eight stages and what a stage means for a lead.

Owns: exclusive stages, fixed probabilities, the reversible Closed Lost stage, qualification.
Verbs: those of Odoo's crm (`action_set_lost`, `action_restore`, ...), kept true for this team.
Knows: foundation.
"""

from . import crm_stage
from . import crm_team
from . import lead_pipeline
from . import lead_stages
from . import lead_lost
from . import lead_probability
from . import lead_qualification
