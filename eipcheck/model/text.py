"""Words that people read, in every language the outputs speak."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

Language: TypeAlias = str
"""A code such as ``vi``."""

LANGUAGES: tuple[Language, ...] = ("vi", "en")
"""The languages of criteria, dictionary and form; reports may speak others."""


class Text(Struct, frozen=True, cache_hash=True):
    """One sentence or label in Vietnamese and in English."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the words in ``language``; in English where it is none of ``LANGUAGES``."""
        return self.vi if language == "vi" else self.en


NO_TEXT = Text("", "")
"""Nothing to say in any language."""
