"""The words of a problem code by itself, without a problem at hand."""

from __future__ import annotations

from eipcheck.model.text import Language
from eipcheck.reporting.say import AREAS_OF_CODES, catalogue

_CODE_LENGTH = 4


class _Blanks(dict[str, str]):
    """Stands for every fact that a message may name."""

    def __missing__(self, key: str) -> str:
        return "…"


def code_words(code: str, language: Language) -> tuple[str, str, str] | None:
    """Say what a problem code means, why it matters, and how to mend it; None for no such code.

    Facts that only a problem at hand has are shown as ``…``.
    """
    area = AREAS_OF_CODES.get(code[:1])
    if area is None or len(code) != _CODE_LENGTH or not code[1:].isdecimal():
        return None
    messages = catalogue(language, area)
    texts = [messages.get(f"problem.{code}.{part}") for part in ("what", "why", "fix")]
    what, why, fix = (
        None if text is None else text.rpartition("|")[2].format_map(_Blanks()) for text in texts
    )
    return None if what is None else (what, why or "", fix or "")
