"""What the format of a number shows beside the number itself: percent, a unit, another scale."""

from __future__ import annotations

import re
from functools import lru_cache

from eipcheck.workbook.numbers import exact, number_text
from eipcheck.workbook.readings import SCALED

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_WORDS = re.compile(r"[^\W\d_]")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_TELLING = re.compile(rb"&quot;[^&]*[A-Za-z\x80-\xff][^&]*&quot;|[0#?],+[^0#?,]")


def tells_more(styles: bytes) -> bool:
    """Say whether the styles of a workbook hold a format that shows a unit or another scale."""
    return _TELLING.search(styles) is not None


def as_shown(value: float, number_format: str) -> tuple[object, bool]:
    """Give a number as people see it, and whether it shows percent.

    Words in the format, such as ``0" m2"``, stand behind the number like those of a text; a
    format that drops thousands makes it one that nobody can tell.
    """
    words, percent, scaled = _look(number_format)
    if scaled:
        return SCALED, False
    if words:
        number = exact(value)
        return (value if number is None else f"{number_text(number)} {words}"), percent
    return value, percent


@lru_cache(maxsize=256)
def _look(number_format: str) -> tuple[str, bool, bool]:
    """Give the words, the percent sign and the scale of the first section of a format."""
    section = number_format.partition(";")[0]
    quoted = " ".join(match[1] or "" for match in _QUOTED.finditer(section)).strip()
    plain = _QUOTED.sub("", section)
    return quoted if _WORDS.search(quoted) else "", "%" in plain, bool(_SCALED.search(plain))
