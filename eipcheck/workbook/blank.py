"""The blank form."""

from __future__ import annotations

from collections.abc import Sequence

from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import Language
from eipcheck.workbook.content import Content
from eipcheck.workbook.fill import filled_bytes


def template_bytes(
    dictionary: DataDictionary, language: Language, sets: Sequence[CriteriaSet] = ()
) -> bytes:
    """Give the form without answers as an xlsx file; the same arguments give the same bytes.

    ``sets`` are the criteria sets that it says to be made for; none: for all.
    """
    return filled_bytes(dictionary, language, Content(), sets)
