"""Words that people read, in every language the outputs speak."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Text(Struct, frozen=True):
    """One sentence or label in Vietnamese and in English."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the words in ``language``."""
        return self.vi if language == "vi" else self.en


NO_TEXT = Text("", "")
"""Nothing to say in any language."""
