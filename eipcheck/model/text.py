"""Words that people read, in every language the outputs speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label in Vietnamese and in English."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the words in ``language``."""
        return self.vi if language == "vi" else self.en


NO_TEXT = Text("", "")
"""Nothing to say in any language."""
