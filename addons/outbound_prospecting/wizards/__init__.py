from . import suppress
from . import suppression_lift
