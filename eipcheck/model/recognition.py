"""What was recognised in a workbook, how, and what was left: for people who must check it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary, Layout


class How(StrEnum):
    """By what a sheet or a column was recognised."""

    ID = "id"
    LABEL = "label"
    ALIAS = "alias"
    MAPPING = "mapping"
    HEADINGS = "headings"  # a sheet whose headings alone tell
    LEFT = "left"  # not recognised: not read
    IGNORED = "ignored"  # known, and known to answer nothing
    OWN = "own"  # a sheet of the form that holds no answers, such as the guide


class SeenColumn(Struct, frozen=True, kw_only=True):
    """A column with a heading; levels of a heading are joined by `` / ``.

    ``unit`` is the unit as the heading writes it; ``factor`` turns its figures into the unit of
    the field, 1 where they are the same. ``convention`` says how the numbers in text were found
    to be written: ``comma`` or ``point`` is the decimal mark; empty where none decides.
    ``suggestion`` is the id of the field that the heading resembles, None where none is near.
    """

    column: int
    heading: str
    how: How
    field: str | None = None
    unit: str = ""
    factor: Decimal = Decimal(1)
    convention: str = ""
    suggestion: str | None = None


class SeenSheet(Struct, frozen=True, kw_only=True):
    """A sheet of the workbook; ``sheet`` is the id of the list or facts that it holds.

    ``mapping`` is the id of the mapping by which it was recognised. ``heading_rows`` are 1-based;
    empty where none was found. ``rows`` is the number of rows read. ``suggestion`` is the id of
    the sheet that it resembles, None where none is near.
    """

    name: str
    how: How
    sheet: str | None = None
    mapping: str | None = None
    hidden: bool = False
    heading_rows: tuple[int, ...] = ()
    columns: tuple[SeenColumn, ...] = ()
    rows: int = 0
    suggestion: str | None = None

    @property
    def left(self) -> tuple[SeenColumn, ...]:
        """The columns that were not recognised."""
        return tuple(column for column in self.columns if column.how is How.LEFT)


def left_of(seen: Iterable[SeenSheet], dictionary: DataDictionary) -> tuple[SeenSheet, ...]:
    """Give the sheets of which something was left that a mapping could tell: only lists can."""
    lists = {s.id for s in dictionary.sheets if s.layout is Layout.LIST}
    return tuple(s for s in seen if s.how is How.LEFT or (s.sheet in lists and s.left))
