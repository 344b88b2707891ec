"""Words beside a heading that make its column speak of something else: a plan, another year."""

from __future__ import annotations

import re
from functools import lru_cache

from eipcheck.workbook.folding import fold
from eipcheck.workbook.layout import QUALIFYING, QUALIFYING_ALONE

_OTHER = re.compile(f" (?:{'|'.join(sorted(QUALIFYING))}) ")
_ANY_YEAR = re.compile(r" (?:19|20)[0-9]{2} ")


def qualifies(words: str) -> bool:
    """Say whether words beside a heading make its column mean something else: a plan, a year."""
    return says_other(words) or bool(_ANY_YEAR.search(f" {fold(words)} "))


@lru_cache(maxsize=1024)
def says_other(words: str) -> bool:
    """Say whether words speak of what is planned, of another time, or of something else."""
    folded = fold(words)
    return folded in QUALIFYING_ALONE or bool(_OTHER.search(f" {folded} "))
