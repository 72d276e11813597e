"""Countries and their states as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .identity import plain_key

# Usual short forms that no list of official names has; values are ISO codes.
_ALIASES = {
    "usa": "US", "u s": "US", "u s a": "US", "united states of america": "US", "america": "US", "uk": "GB", "u k": "GB",
    "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "holland": "NL", "uae": "AE",
    "korea": "KR", "russia": "RU", "czechia": "CZ", "turkey": "TR",
}  # fmt: skip


class Places:
    """Finds countries and states by name or code.

    :param countries: (id, ISO code, names in any languages)
    :param states: (id, id of the country, code, name)
    """

    def __init__(
        self, countries: Iterable[tuple[int, str, Iterable[str]]], states: Iterable[tuple[int, int, str, str]]
    ) -> None:
        self._countries: dict[str, int] = {}
        codes: dict[str, int] = {}
        for country, code, names in countries:
            codes[code] = country
            for name in (code, *names):
                self._countries.setdefault(plain_key(name), country)
        for alias, code in _ALIASES.items():
            if code in codes:
                self._countries.setdefault(alias, codes[code])
        self._default = codes.get("US")
        self._states: dict[tuple[int, str], int] = {}
        self._by_name: dict[str, set[tuple[int, int]]] = {}
        for state, country, code, name in states:
            plain = plain_key(re.sub(r"\(.*\)", "", name))
            self._states.setdefault((country, plain_key(code)), state)
            self._states[country, plain] = state
            self._by_name.setdefault(plain, set()).add((country, state))

    def country(self, text: str) -> int | None:
        """Id of the country, None if there is none of this name."""
        return self._countries.get(plain_key(text))

    def state(self, text: str, country: int | None) -> tuple[int, int] | None:
        """(id of the country, id of the state), None if there is none of this name.

        :param country: where to look; when None, a code or name of the United States, else a name that only one
            country has
        """
        key = plain_key(text)
        within = country or self._default
        if within and (state := self._states.get((within, key))):
            return within, state
        found = self._by_name.get(key, set())
        return next(iter(found)) if not country and len(found) == 1 else None
