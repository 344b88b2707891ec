"""Reads a list sheet into a table, column by column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import NOT_YET, Field, FieldType, Sheet
from eipcheck.model.mapping import MappedSheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import SeenColumn
from eipcheck.model.record import Column, Table
from eipcheck.workbook.book import Grid, column_of, joint_rows
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import ColumnReading, month_first_cell, problem, read_column
from eipcheck.workbook.declarations import DeclarationReader
from eipcheck.workbook.folding import clean, fold
from eipcheck.workbook.headings import Header, Heading, HeadingIndex
from eipcheck.workbook.identity import identity_problems, without_doubtful
from eipcheck.workbook.layout import END, FEWEST_HEADINGS, LOST, REGISTER, TAX_CODES, UNNUMBERED
from eipcheck.workbook.lines import LineReader, Lines
from eipcheck.workbook.readings import COVERED, Neighbours, shown
from eipcheck.workbook.states import hidden_problems, result_problems
from eipcheck.workbook.totals import wrong_totals
from eipcheck.workbook.vocabulary import Vocabulary, word_key

_FIGURES = (FieldType.NUMBER, FieldType.INTEGER)
_TELLING = (FieldType.DATE, FieldType.CHOICE)
"""Kinds of which a cell that can be read tells an answer from any other words."""

_CODE = re.compile(r"[0-9][0-9 .\-]{7,}")


class ListReading(Struct, frozen=True):
    """A table, what is wrong with its sheet, and the columns that were seen.

    ``foreign`` are the headings, with their columns, that only other criteria sets have.
    """

    table: Table
    problems: tuple[Problem, ...]
    heading_rows: tuple[int, ...] = ()
    seen: tuple[SeenColumn, ...] = ()
    foreign: Mapping[str, int] = {}


class Asked(Struct, frozen=True):
    """What a run asks of a list.

    ``fields`` are typed. ``missed`` are the ids of the fields and "complete" lines that are told
    where they are not there, None for all. ``added`` are fields that not every form has: where the
    column is not there, nobody was asked, and nothing is blank. ``is_foreign`` says whether an
    unknown heading is one of another criteria set.
    """

    fields: tuple[Field, ...]
    missed: frozenset[str] | None
    added: frozenset[str]
    is_foreign: Callable[[str], bool]


class ListReader:
    """Reads one list sheet."""

    def __init__(
        self,
        grid: Grid,
        name: str,
        spec: Sheet,
        vocabulary: Vocabulary,
        asked: Asked,
        mapped: MappedSheet | None = None,
    ) -> None:
        """Take the cells of the sheet and what is needed to understand them."""
        self._grid = grid
        self._name = name
        self._spec = spec
        self._words = vocabulary
        self._asked = asked
        self._index = HeadingIndex(spec.fields, vocabulary, mapped, is_foreign=asked.is_foreign)
        columns = mapped.columns if mapped else ()
        self._values = {c.field: {_key_of(w): v for w, v in c.values.items()} for c in columns}
        self._month_first = ""
        self._problems: list[Problem] = []
        self._seen: list[SeenColumn] = []

    def read(self) -> ListReading:
        """Read the columns that are asked, the declarations, and who is who."""
        header = self._index.locate(self._grid, self._name)
        above = self._grid.above(header.first) if header else self._grid
        self._month_first = self._written_month_first(header)
        beside = Neighbours(month_first=self._month_first)
        declarations = DeclarationReader(above, self._name, self._spec, self._words, beside)
        table = Table(
            sheet=self._spec.id,
            sheet_name=self._name,
            rows=(),
            columns={},
            declarations=declarations.read(self._asked.missed),
        )
        self._problems.extend(declarations.problems)
        if header is None:
            facts = (("sheet", self._name),)
            self._problems.append(Problem("W205", SheetPlace(self._name), facts))
            # a list that cannot be read is not empty, whatever its declarations say
            return ListReading(opened(table), tuple(self._problems))
        self._problems.extend(header.problems)
        self._seen.extend(header.left)
        lines = LineReader(self._grid, self._name, header, self._index, self._spec.key).read()
        self._problems.extend(lines.problems)
        columns = self._columns(header, lines.rows)
        table = replace(table, rows=lines.rows, columns=columns)
        identity = identity_problems(table, self._spec)
        self._problems.extend(identity)
        table = without_doubtful(table, self._spec, identity)
        if lines.doubtful or self._stands_above(header, declarations.rows):
            table = opened(table)
        self._problems.extend(self._wrong_totals(header, table, lines))
        self._problems.extend(hidden_problems(self._grid, self._name, table))
        seen = tuple(sorted(self._seen, key=lambda c: c.column))
        return ListReading(table, tuple(self._problems), header.rows, seen, header.foreign)

    def _written_month_first(self, header: Header | None) -> str:
        """Find a date on the sheet, in the list or above it, that puts the month in front."""
        if header is None:
            return ""
        dates = [
            h.column
            for f, h in header.columns.items()
            if self._index.fields[f].type is FieldType.DATE
        ]
        rows = self._grid.rows
        above = (
            (Cell(self._name, r, c), value)
            for r in range(1, header.first)
            for c, value in enumerate(rows[r - 1], start=1)
        )
        below = (
            (Cell(self._name, r, c), rows[r - 1][c - 1])
            for c in dates
            for r in range(header.row + 1, len(rows) + 1)
            if c <= len(rows[r - 1])
        )
        return month_first_cell(chain(above, below), CellReader(END, self._words))

    def _wrong_totals(self, header: Header, table: Table, lines: Lines) -> Iterator[Problem]:
        """Check totals also of columns that are not wanted: they tell of rows that are missing."""
        for field in self._spec.fields if lines.totals else ():
            heading = header.columns.get(field.id)
            if heading and heading.usable and field.type in (FieldType.NUMBER, FieldType.INTEGER):
                reader = CellReader(field, self._words, factor=heading.factor)
                column = table.columns.get(field.id) or self._quiet(reader, heading, lines.rows)
                yield from wrong_totals(self._grid, table, column, lines.totals, reader)

    def _quiet(self, reader: CellReader, heading: Heading, rows: Sequence[int]) -> Column:
        """Read a column without a word about its cells."""
        cells = column_of([self._grid.rows[row - 1] for row in rows], heading.column)
        return _read(reader.field, heading, read_column(cells, reader))

    def _columns(self, header: Header, rows: Sequence[int]) -> dict[str, Column]:
        cells = [self._grid.rows[row - 1] for row in rows]
        columns: dict[str, Column] = {}
        missing: list[Field] = []
        for field in self._asked.fields:
            heading = header.columns.get(field.id)
            if heading is None:
                missing.append(field)
                continue
            values = self._covered(column_of(cells, heading.column), rows, heading.column)
            if field.type in _FIGURES:
                values = self._without_joint(values, rows, heading.column)
            if heading.usable:
                columns[field.id] = self._column(field, heading, rows, values)
            else:
                columns[field.id] = _lost(field, heading.column, heading.text, values)
                self._see(field, heading)
        self._missing(missing, header, columns, len(rows))
        return columns

    def _covered(self, values: list[object], rows: Sequence[int], column: int) -> list[object]:
        """Mark the cells of a column that lie under a value of a column further left."""
        if self._grid.covered:
            for index, row in enumerate(rows):
                if (row, column) in self._grid.covered:
                    values[index] = COVERED
        return values

    def _without_joint(
        self, values: list[object], rows: Sequence[int], column: int
    ) -> list[object]:
        """Mark figures that are merged over several rows: they are not those of each."""
        joint = joint_rows(self._grid, column)
        return [
            COVERED if value is not None and row in joint else value
            for value, row in zip(values, rows, strict=True)
        ]

    def _stands_above(self, header: Header, declared: frozenset[int]) -> bool:
        """Tell data above the headings: a row that was put there, or another table."""
        for number in range(1, header.first):
            cells = self._grid.rows[number - 1]
            named = {field for _, field in self._index.named(cells)}
            if number not in declared and (
                len(named) >= FEWEST_HEADINGS or self._is_data(header, cells)
            ):
                place = Cell(self._name, number, 1)
                self._problems.append(Problem("W228", place))
                return True
        return False

    def _is_data(self, header: Header, cells: tuple[object, ...]) -> bool:
        """Say whether a row above the headings answers at least two of their columns."""
        answers = 0
        for name, heading in header.columns.items():
            cell = cells[heading.column - 1] if heading.column <= len(cells) else None
            field = self._index.fields[name]
            if cell is None or cell == "":
                continue
            if field.type in _TELLING:
                said = CellReader(field, self._words).read(cell)
                answers += said.value is not None and not said.faults
            elif name in TAX_CODES or field.type is FieldType.ENTERPRISE:
                answers += 2 * bool(_CODE.fullmatch(shown(cell)))
        return answers > 1

    def _column(
        self, field: Field, heading: Heading, rows: Sequence[int], values: Sequence[object]
    ) -> Column:
        column, words = heading.column, self._values.get(field.id)
        percent = frozenset(i for i, row in enumerate(rows) if (row, column) in self._grid.percent)
        reader = CellReader(field, self._words, factor=heading.factor)
        said = (
            [words.get(_key_of(v), v) if isinstance(v, str) else v for v in values]
            if words
            else values
        )
        reading = read_column(
            said,
            reader,
            percent,
            lambda i: Cell(self._name, rows[i], column).address,
            self._month_first,
        )
        for fault, indices in reading.faults:
            places = (Cell(self._name, rows[i], column) for i in indices)
            self._problems.append(problem(fault, heading.text, places))
        self._problems.extend(result_problems(self._grid, self._name, rows, heading))
        self._see(field, heading, reading.convention)
        return _read(field, heading, reading)

    def _see(self, field: Field, heading: Heading, convention: str = "") -> None:
        self._seen.append(
            SeenColumn(
                column=heading.column,
                heading=heading.text,
                how=heading.how,
                field=field.id,
                unit=heading.unit,
                factor=heading.factor,
                convention=convention,
            )
        )

    def _missing(
        self, missing: Sequence[Field], header: Header, columns: dict[str, Column], rows: int
    ) -> None:
        """Report columns that the sheet lacks.

        Where a blank would mean something and an unknown heading stands on the sheet, that may
        be the column: its cells are unknown then, and not blank. An end that has not come is
        never read from a column that is not there, whatever stands under other headings; nor is
        what only the forms of some criteria sets ask. Headings of other sets are no suspects.
        """
        language = self._words.language
        begins = {f.since for f in self._spec.fields}
        unknown = [t for t in header.unknown if fold(t) not in UNNUMBERED]
        strange = [t for t in unknown if t not in header.foreign]
        never = {f.id for f in missing if f.blank_means == NOT_YET} | self._asked.added
        absent = []
        for field in missing:
            label = field.label.in_(language)
            telling = field.blank_means is not None or field.id in begins
            # A day of an enterprise may end a window: a blank one is to come, a lost one is not.
            is_day = self._spec.id == REGISTER and field.type is FieldType.DATE
            if (telling or is_day) and (unknown or header.nameless or field.id in never):
                columns[field.id] = _lost(field, None, label, (None,) * rows)
            if self._asked.missed is not None and field.id not in self._asked.missed:
                continue
            if telling and strange:
                facts = (("field", label), ("headings", "; ".join(strange)))
                self._problems.append(Problem("W213", SheetPlace(self._name), facts))
            else:
                absent.append(label)
        if absent:
            facts = (("fields", "; ".join(absent)), ("sheet", self._name))
            place = SheetPlace(self._name)
            self._problems.append(Problem("W208", place, facts, Severity.WARNING))


def _key_of(word: str) -> str:
    """Reduce a word of a mapping, or a cell; signs such as ``✗`` stand for themselves."""
    return word_key(word) or clean(word).casefold()


def opened(table: Table) -> Table:
    """Let no declaration close a list of which something may stand elsewhere."""
    lines = tuple(replace(d, complete=None) for d in table.declarations)
    return replace(table, declarations=lines)


def _read(field: Field, heading: Heading, reading: ColumnReading) -> Column:
    return Column(
        field=field.id,
        column=heading.column,
        heading=heading.text,
        values=reading.values,
        raw=reading.raw,
    )


def _lost(field: Field, column: int | None, heading: str, cells: Sequence[object]) -> Column:
    """Make a column of which nothing can be told, not even that it is blank."""
    raw = tuple(LOST if c is None or c == "" else c for c in cells)
    values = (None,) * len(raw)
    return Column(field=field.id, column=column, heading=heading, values=values, raw=raw)
