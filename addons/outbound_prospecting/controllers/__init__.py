from . import tracking
from . import unsubscribe
from . import pilot_memo
