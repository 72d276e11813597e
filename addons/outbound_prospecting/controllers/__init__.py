from . import tracking
from . import unsubscribe
