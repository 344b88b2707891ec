"""The blank form."""

from __future__ import annotations

from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import Language
from eipcheck.workbook.content import Content
from eipcheck.workbook.fill import filled_bytes


def template_bytes(dictionary: DataDictionary, language: Language) -> bytes:
    """Give the form without answers as an xlsx file; the same dictionary gives the same bytes."""
    return filled_bytes(dictionary, language, Content())
