"""Reads a list sheet into a table, column by column."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import NOT_YET, Field, FieldType, Sheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Column, Table
from eipcheck.workbook.book import Grid, column_of
from eipcheck.workbook.cells import CellReader, shown
from eipcheck.workbook.columns import problem, read_column
from eipcheck.workbook.declarations import DeclarationReader
from eipcheck.workbook.folding import fold
from eipcheck.workbook.headings import Header, HeadingIndex
from eipcheck.workbook.identity import identity_problems
from eipcheck.workbook.layout import EVIDENCE, JUDGEMENTS, REGISTER, REGISTER_NAME, TOTALS
from eipcheck.workbook.vocabulary import Vocabulary

_LOST = "?"
"""Raw text of a cell that says something nobody can tell: it is no blank."""

_REPEATED_HEADINGS = 3


class ListReading(Struct, frozen=True):
    """A table and what is wrong with its sheet."""

    table: Table
    problems: tuple[Problem, ...]


def needed(spec: Sheet, wanted: frozenset[str] | None) -> tuple[Field, ...]:
    """Give the fields of a list to type, with the dates and documents that go with them."""
    if wanted is None or spec.id in (EVIDENCE, JUDGEMENTS):
        return spec.fields
    ids = set(wanted) | {spec.key, spec.covers}
    ids |= {REGISTER_NAME} if spec.id == REGISTER else set()
    ids |= {field for d in spec.declarations for field, _ in d.scope}
    for field in spec.fields:
        if field.id in ids or field.type is FieldType.ENTERPRISE:
            ids |= {field.id, field.since, field.not_before, field.evidence}
    return tuple(f for f in spec.fields if f.id in ids)


class ListReader:
    """Reads one list sheet."""

    def __init__(self, grid: Grid, name: str, spec: Sheet, vocabulary: Vocabulary) -> None:
        """Take the cells of the sheet and what is needed to understand them."""
        self._grid = grid
        self._name = name
        self._spec = spec
        self._words = vocabulary
        self._problems: list[Problem] = []

    def read(self, fields: Sequence[Field]) -> ListReading:
        """Read the columns of ``fields``, the declarations, and who is who."""
        header = HeadingIndex(self._spec.fields, self._words).locate(self._grid, self._name)
        above = Grid(self._grid.rows[: header.row - 1]) if header else self._grid
        declarations = DeclarationReader(above, self._name, self._spec, self._words)
        table = Table(
            sheet=self._spec.id,
            sheet_name=self._name,
            rows=(),
            columns={},
            declarations=declarations.read(),
        )
        self._problems.extend(declarations.problems)
        if header is None:
            facts = (("sheet", self._name),)
            self._problems.append(Problem("W205", SheetPlace(self._name), facts))
            # a list that cannot be read is not empty, whatever its declarations say
            open_ = tuple(replace(d, complete=None) for d in table.declarations)
            return ListReading(replace(table, declarations=open_), tuple(self._problems))
        self._problems.extend(header.problems)
        rows = self._rows(header)
        columns = self._columns(header, fields, rows)
        table = replace(table, rows=tuple(rows), columns=columns)
        self._problems.extend(identity_problems(table, self._spec))
        return ListReading(table, tuple(self._problems))

    def _rows(self, header: Header) -> list[int]:
        """Give the sheet rows that say something in a known column."""
        known = sorted(h.column - 1 for h in header.columns.values())
        rows = []
        for number, cells in enumerate(self._grid.rows[header.row :], start=header.row + 1):
            end = len(cells)
            said = next(
                (
                    cells[c]
                    for c in known
                    if c < end and cells[c] is not None and (cells[c] != "" and shown(cells[c]))
                ),
                None,
            )
            if said is None:
                continue
            if isinstance(said, str) and self._is_no_row(said, cells, number, header):
                continue
            rows.append(number)
        return rows

    def _is_no_row(self, said: str, cells: tuple[object, ...], number: int, header: Header) -> bool:
        """Tell repeated headings and lines of totals from rows."""
        if number <= header.row + _REPEATED_HEADINGS and self._repeats(cells, header):
            return True
        if fold(said) not in TOTALS or not self._only_sums(cells, header):
            return False
        place = Cell(self._name, number, cells.index(said) + 1)
        facts = (("raw", said),)
        self._problems.append(Problem("W216", place, facts, Severity.WARNING))
        return True

    def _only_sums(self, cells: tuple[object, ...], header: Header) -> bool:
        """Say whether a line holds numbers only: what also gives a day or a name is a row."""
        said = [cells[h.column - 1] for h in header.columns.values() if h.column <= len(cells)]
        others = (c for c in said if c is not None and shown(c))
        return all(
            isinstance(c, int | float) or (isinstance(c, str) and fold(c) in TOTALS) for c in others
        )

    def _repeats(self, cells: tuple[object, ...], header: Header) -> bool:
        index = HeadingIndex(self._spec.fields, self._words)
        texts = [c for c in cells if isinstance(c, str)]
        known = sum(1 for t in texts if index.find(t)[0])
        return known > 1 and 2 * known >= len(header.columns)

    def _columns(
        self, header: Header, fields: Sequence[Field], rows: Sequence[int]
    ) -> dict[str, Column]:
        cells = [self._grid.rows[row - 1] for row in rows]
        columns: dict[str, Column] = {}
        missing: list[Field] = []
        for field in fields:
            heading = header.columns.get(field.id)
            if heading is None:
                missing.append(field)
                continue
            values = column_of(cells, heading.column)
            if heading.usable:
                columns[field.id] = self._column(field, heading.column, heading.text, rows, values)
            else:
                columns[field.id] = _lost(field, heading.column, heading.text, values)
        self._missing(missing, header, columns, len(rows))
        return columns

    def _column(
        self,
        field: Field,
        column: int,
        heading: str,
        rows: Sequence[int],
        values: Sequence[object],
    ) -> Column:
        percent = frozenset(i for i, row in enumerate(rows) if (row, column) in self._grid.percent)
        reading = read_column(values, CellReader(field, self._words), percent)
        for fault, indices in reading.faults:
            places = (Cell(self._name, rows[i], column) for i in indices)
            self._problems.append(problem(fault, heading, places))
        return Column(
            field=field.id,
            column=column,
            heading=heading,
            values=reading.values,
            raw=reading.raw,
        )

    def _missing(
        self, missing: Sequence[Field], header: Header, columns: dict[str, Column], rows: int
    ) -> None:
        """Report columns that the sheet lacks.

        Where a blank would mean something and an unknown heading stands on the sheet, that may
        be the column: its cells are unknown then, and not blank. An end that has not come is
        never read from a column that is not there, whatever stands under other headings.
        """
        language = self._words.language
        begins = {f.since for f in self._spec.fields}
        telling = [f for f in missing if f.blank_means is not None or f.id in begins]
        lost = [f for f in telling if header.unknown]
        for field in lost:
            label = field.label.in_(language)
            columns[field.id] = _lost(field, None, label, (None,) * rows)
            facts = (("field", label), ("headings", "; ".join(header.unknown)))
            self._problems.append(Problem("W213", SheetPlace(self._name), facts))
        absent = [f.label.in_(language) for f in missing if f not in lost]
        for field in telling:
            nameless = header.nameless and (field.id in begins or field.blank_means is not None)
            if field not in lost and (nameless or field.blank_means == NOT_YET):
                label = field.label.in_(language)
                columns[field.id] = _lost(field, None, label, (None,) * rows)
        if absent:
            facts = (("fields", "; ".join(absent)), ("sheet", self._name))
            place = SheetPlace(self._name)
            self._problems.append(Problem("W208", place, facts, Severity.WARNING))


def _lost(field: Field, column: int | None, heading: str, cells: Sequence[object]) -> Column:
    """Make a column of which nothing can be told, not even that it is blank."""
    raw = tuple(_LOST if c is None or c == "" else c for c in cells)
    values = (None,) * len(raw)
    return Column(field=field.id, column=column, heading=heading, values=values, raw=raw)
