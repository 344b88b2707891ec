"""A mapping: how the sheets of a foreign workbook answer fields of the data dictionary.

Headings are compared folded (without case, marks and punctuation). A heading of several levels is
joined by `` / ``: ``Nước thải / Lượng thực tế``. In ``ignored`` and ``recognised_by``, a heading
of the upper levels alone stands for every heading below it: ``Nước thải`` for all of its columns.
What a mapping does not name is recognised as on any sheet of the form.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf

from msgspec import Struct
from msgspec import field as made

from eipcheck.model.text import NO_TEXT, Text

LEVELS = " / "
"""Joins the levels of a heading, the uppermost first."""


class MappedColumn(Struct, frozen=True, kw_only=True):
    """The headings under which a foreign sheet holds a field: any one of them.

    ``unit`` is the unit of the figures where the heading does not say it. ``values`` gives, for
    words found in the cells, the choice (or ``yes``, ``no``) that they stand for.
    """

    field: str
    headings: tuple[str, ...]
    unit: str | None = None
    values: MappingOf[str, str] = made(default_factory=dict)


class MappedSheet(Struct, frozen=True, kw_only=True):
    """A foreign sheet that holds a list of the dictionary.

    It is recognised by one of ``names``, else by its headings: all those of ``recognised_by``
    must stand on it, each of them or another heading of the same column. ``ignored`` are headings
    that are known and answer nothing; a heading of a column is never ignored.
    """

    sheet: str
    columns: tuple[MappedColumn, ...]
    names: tuple[str, ...] = ()
    recognised_by: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


class Mapping(Struct, frozen=True, kw_only=True):
    """A mapping file: what it is for, and the sheets that it knows.

    ``source`` is the document that prescribes the sheets; ``confidence`` says how well their
    headings are known, in the codes of the legal notes (V seen, P paraphrased, M-high, M-med,
    M-low recalled, I inferred).
    """

    id: str
    title: Text
    source: str
    sheets: tuple[MappedSheet, ...]
    confidence: str = "I"
    note: Text = NO_TEXT
