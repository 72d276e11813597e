"""In which language a short text is written, by its commonest words; enough for ten languages that we know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .reply_cues import fold

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
NEAR = 0.55  # of the best score: close enough that the text may be in that language too
SURE = 1.2  # below this a text is too short to tell


class Detector:
    """Scores languages by their stop words; a word that few of them share says more."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """:param words: language -> its stop words, blank-separated"""
        languages: dict[str, set[str]] = {}
        for lang, listed in words.items():
            for word in fold(listed).split():
                languages.setdefault(word, set()).add(lang)
        self._weights = {word: (1 / len(langs) ** 1.5, tuple(sorted(langs))) for word, langs in languages.items()}

    def score(self, text: str) -> dict[str, float]:
        """Language -> score; only those with any.

        :param text: folded
        """
        scores: dict[str, float] = {}
        for token in _TOKEN.findall(text):
            known = self._weights.get(token) or self._weights.get(token.partition("'")[2])
            if known:
                for lang in known[1]:
                    scores[lang] = scores.get(lang, 0.0) + known[0]
        return scores

    def detect(self, text: str) -> tuple[str, frozenset[str]]:
        """The language, or "" if unclear, and all that are likely enough to be read with.

        :param text: folded
        """
        scores = self.score(text)
        if not scores:
            return "", frozenset()
        best = max(scores, key=lambda lang: scores[lang])
        near = NEAR if scores[best] >= SURE else 0.0
        likely = frozenset(lang for lang, score in scores.items() if score >= near * scores[best])
        return best, likely if scores[best] >= SURE else frozenset()
