"""What one workbook says: typed answers, each with the cell it came from.

A value of None is a blank (or an answer that could not be read; its problem says so). What a
blank means is the field's business, not the record's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.recognition import SeenSheet


class EnterpriseRef(Struct, frozen=True):
    """An enterprise named in a detail sheet; ``row`` is its 0-based index in the register's rows.

    ``row`` is None where the name is not found there.
    """

    name: str
    row: int | None


Value = str | bool | Decimal | date | int | EnterpriseRef | tuple[str, ...]


class Quality(StrEnum):
    """How a figure came about; blank is unknown and raises no flag."""

    MEASURED = "measured"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    DECLARED = "declared"


class Scope(StrEnum):
    """Which part of the park a figure speaks of; a blank cell is the whole park."""

    WHOLE = "whole"
    OPERATING_PHASE = "operating_phase"
    DECLARED_PART = "declared_part"
    OTHER = "other"


class Observation(Struct, frozen=True, kw_only=True):
    """One answer of a facts sheet.

    ``year`` is the year the figure speaks of (of ``as_of`` where a full date was given), None
    where neither the row nor the data period of the workbook says it. ``documents`` are ids on
    the evidence sheet.
    """

    field: str
    value: Value | None
    cell: Cell
    raw: str = ""
    unit: str | None = None
    year: int | None = None
    as_of: date | None = None
    scope: Scope = Scope.WHOLE
    source: str = ""
    quality: Quality | None = None
    documents: tuple[str, ...] = ()
    note: str = ""


class Column(Struct, frozen=True, kw_only=True):
    """One field of a list sheet, all rows; ``values`` and ``raw`` run along the table's rows.

    ``column`` is the 1-based column of the sheet, or None where the sheet lacks the column.
    """

    field: str
    column: int | None
    heading: str
    values: tuple[Value | None, ...]
    raw: tuple[object, ...] = ()

    def is_blank(self, index: int) -> bool:
        """Say whether nothing is written in the row: what cannot be read is no blank."""
        written = self.raw[index] if self.raw else self.values[index]
        return written is None or written == ""


class Declaration(Struct, frozen=True, kw_only=True):
    """One "this list is complete" line: blank (None) and "no" both leave the list open.

    ``start`` and ``end`` bound the period it speaks of (``end`` is the "as of" date of a plain
    list); a blank start reaches back to the beginning, a blank end to the assessment date.
    ``cell`` is the cell of the tick.
    """

    id: str
    complete: bool | None
    cell: Cell
    scope: tuple[tuple[str, str], ...] = ()
    start: date | None = None
    end: date | None = None
    declared_by: str = ""
    documents: tuple[str, ...] = ()


class Table(Struct, frozen=True, kw_only=True):
    """One list sheet. ``rows`` are 1-based sheet rows; columns hold the same number of values."""

    sheet: str
    sheet_name: str
    rows: tuple[int, ...]
    columns: Mapping[str, Column]
    declarations: tuple[Declaration, ...]

    def cell(self, field: str, index: int) -> Cell | None:
        """Give the cell of ``field`` in the row at ``index``; None where the column is missing."""
        column = self.columns.get(field)
        if column is None or column.column is None:
            return None
        return Cell(self.sheet_name, self.rows[index], column.column)

    def value(self, field: str, index: int) -> Value | None:
        """Give the value of ``field`` in the row at ``index``; a missing column is a blank."""
        column = self.columns.get(field)
        return column.values[index] if column is not None else None


class DocumentState(StrEnum):
    """Whether the document is in hand."""

    HAVE = "have"
    PENDING = "pending"
    NONE = "none"


class Document(Struct, frozen=True, kw_only=True):
    """A row of the evidence sheet. A blank state is not "have"; a blank end never expires.

    A document is not ``readable`` where its kind or a date is written but could not be read (or
    is a word for "missing"): what cannot be read must not pass for "never expires".
    """

    id: str
    cell: Cell
    kind: str | None = None
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    valid_until: date | None = None
    state: DocumentState | None = None
    file: str = ""
    readable: bool = True


class Judgement(Struct, frozen=True, kw_only=True):
    """A decision of a person on a criterion, as written in the workbook.

    It is not ``readable`` where its result or its date is written but could not be read, and where
    it names no authority, or the developer.
    """

    criterion: str
    met: bool
    by: str
    on: date | None
    documents: tuple[str, ...]
    cell: Cell
    readable: bool = True


class ParkRecord(Struct, frozen=True, kw_only=True):
    """Everything that one workbook says.

    ``blank_cells`` gives, for each facts field without an answer, the cell to fill. ``seen`` tells
    what was recognised of every sheet.
    """

    file: str
    sha256: str
    template_version: str | None
    facts: Mapping[str, tuple[Observation, ...]]
    blank_cells: Mapping[str, Cell]
    tables: Mapping[str, Table]
    documents: Mapping[str, Document]
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    seen: tuple[SeenSheet, ...] = ()
