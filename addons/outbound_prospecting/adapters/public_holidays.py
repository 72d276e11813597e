"""Public holidays of countries and their states, by the library `holidays` (computed, never fetched)."""

from __future__ import annotations

import warnings
from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=4096)
def public_holidays(country: str, state: str, year: int) -> frozenset[date]:
    """Days of `year` on which offices there are closed; empty for countries that the library does not know.

    :param country: ISO code; `state` is the code of its subdivision, "" or one that the library does not know for the
        holidays of the whole country
    """
    try:
        with warnings.catch_warnings():
            # About codes of states that the library is going to drop: the fallback below is ready for that.
            warnings.simplefilter("ignore", DeprecationWarning)
            return frozenset(holidays.country_holidays(country, subdiv=state or None, years=year))
    except NotImplementedError:
        return public_holidays(country, "", year) if state else frozenset()
