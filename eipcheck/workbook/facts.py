"""Reads a facts sheet: one answer per row, several rows per field where there are several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from eipcheck.model.dictionary import Field, FieldType, Sheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import SeenColumn
from eipcheck.model.record import Observation, Quality, Scope
from eipcheck.workbook.book import Grid, joint_rows
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import month_first_cell, problem
from eipcheck.workbook.folding import clean, closest, one_line, split_bracket
from eipcheck.workbook.headings import Header, Heading, HeadingIndex
from eipcheck.workbook.layout import (
    DOCUMENTS,
    END,
    FACT_COLUMNS,
    QUALITY,
    SCOPE,
    SCOPED_SHEETS,
)
from eipcheck.workbook.numbers import Written, count, split_number
from eipcheck.workbook.qualifying import qualifies
from eipcheck.workbook.quantities import conversion, unit_fault
from eipcheck.workbook.readings import ALONE, COVERED, Fault, Neighbours, Reading, fault, shown
from eipcheck.workbook.signatures import signatures, words_only
from eipcheck.workbook.unanswered import Statement, doubtful, lost, unread
from eipcheck.workbook.units import OWN_UNIT, RowUnit, row_unit
from eipcheck.workbook.value_columns import seen_columns, with_values
from eipcheck.workbook.vocabulary import Vocabulary
from eipcheck.workbook.when import When, read_when

_FEWEST_HEADINGS = 2
_LOSING = ("W212", "W214", "W217", "W228")
"""Problems of rows that do not say which field they answer."""

_NUMBERS = (FieldType.NUMBER, FieldType.INTEGER)

_MEANING = ("id", "value", "unit", "year", "scope")
"""Columns without which a value may mean something else."""


class FactsReading(Struct):
    """What one facts sheet says, and what is wrong with it; for the rest see ``ColumnReading``.

    ``foreign`` are the rows, with their ids, that answer what only other criteria sets ask.
    """

    statements: list[Statement] = field(default_factory=list)
    blank_cells: dict[str, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    convention: str = ""
    heading_rows: tuple[int, ...] = ()
    seen: tuple[SeenColumn, ...] = ()
    foreign: list[tuple[int, str]] = field(default_factory=list)


class FactsReader:
    """Reads the facts sheets of one workbook."""

    def __init__(
        self,
        fields: Mapping[str, Field],
        vocabulary: Vocabulary,
        is_foreign: Callable[[str], bool],
    ) -> None:
        """Take all fields of all facts sheets: a row says itself which one it answers.

        ``is_foreign`` is asked whether an unknown id is one of another criteria set.
        """
        self.is_foreign = is_foreign
        self._fields = fields
        self._words = vocabulary
        self._index = HeadingIndex(tuple(fields.values()), vocabulary)
        self._columns = HeadingIndex(FACT_COLUMNS, vocabulary, years=True)
        self._readers: dict[str, CellReader] = {}
        self._around = {c.id: CellReader(c, vocabulary) for c in (SCOPE, QUALITY, DOCUMENTS)}

    def read(self, grid: Grid, name: str, spec: Sheet) -> FactsReading:
        """Read every row below the headings."""
        result = FactsReading()
        header = self._columns.locate(grid, name)
        headers = with_values(header) if header else ()
        if header is None or not headers:
            result.problems.append(Problem("W205", SheetPlace(name), (("sheet", name),)))
            result.statements.extend(unread(spec, name))
            return result
        result.problems.extend(header.problems)
        result.heading_rows = header.rows
        if not all(h.usable for each in headers for c, h in each.columns.items() if c in _MEANING):
            result.statements.extend(unread(spec, name))
            return result
        missing = [c for c in self._expected(spec) if c.id not in headers[0].columns]
        if missing:
            names = "; ".join(c.label.in_(self._words.language) for c in missing)
            facts = (("sheet", name), ("fields", names))
            result.problems.append(Problem("W220", SheetPlace(name), facts))
            result.statements.extend(unread(spec, name))
            return result
        end = signatures(grid, header.row + 2, lambda n: not self._is_known(grid, headers[0], n))
        if end <= len(grid.rows):
            words = " ".join(words_only(grid, end))
            below = Problem("W227", Cell(name, end, 1), (("raw", words),), Severity.WARNING)
            result.problems.append(below)
        end = self._another(grid, name, header, end, result.problems)
        numbers = range(header.row + 1, end)
        rows = [_Row(self, grid, name, each, number) for number in numbers for each in headers]
        votes = count(vote for row in rows if (vote := row.vote()))
        dates = (date_ for row in rows if (date_ := row.written_date()))
        beside = Neighbours(votes, month_first_cell(dates, self.reader(END)))
        result.convention = votes.convention
        result.seen = seen_columns(headers, votes.convention)
        for row in rows:
            row.read_into(result, beside)
        if any(p.code in _LOSING for p in result.problems):
            said = {s.observation.field for s in result.statements}
            result.statements.extend(doubtful(spec, name, said, result.blank_cells))
        return result

    def _another(
        self, grid: Grid, name: str, header: Header, end: int, problems: list[Problem]
    ) -> int:
        """Give the row where another block with headings of its own begins, else ``end``."""
        for number in range(header.row + 1, end):
            named = {field for _, field in self._columns.named(grid.rows[number - 1])}
            if len(named) >= _FEWEST_HEADINGS:
                problems.append(Problem("W228", Cell(name, number, 1)))
                return number
        return end

    def _is_known(self, grid: Grid, header: Header, number: int) -> bool:
        """Say whether a line names a field."""
        named = (header.columns[c].column for c in ("id", "label") if c in header.columns)
        return any(self.find(shown(grid.value(number, c)))[0] for c in named)

    @staticmethod
    def _expected(spec: Sheet) -> list[Field]:
        """Give the columns that a figure of the sheet cannot do without."""
        wanted = [i for i in _MEANING if i != "id" and (i != "scope" or spec.id in SCOPED_SHEETS)]
        return [c for c in FACT_COLUMNS if c.id in wanted]

    def find(self, text: str) -> tuple[Field | None, str]:
        """Give the field named by an id or a label, and a unit in brackets beside it."""
        found = self._index.find(text)
        return self._fields.get(found.field), found.bracket

    def suggestion(self, text: str) -> str | None:
        """Give the id or label most like ``text``."""
        language = self._words.language
        labels = [f.label.in_(language) for f in self._fields.values()]
        return closest(text, [*self._fields, *labels])

    def nearest(self, text: str) -> Field | None:
        """Give the field that an unknown id or label most likely means."""
        near = self.suggestion(text) if text else None
        return self.find(near)[0] if near else None

    def reader(self, about: Field, factor: Decimal = OWN_UNIT.factor) -> CellReader:
        """Give the reader of a field's values, or of a column around them."""
        if factor != 1:
            return CellReader(about, self._words, factor=factor)
        if about.id in self._around:
            return self._around[about.id]
        if about.id not in self._readers:
            self._readers[about.id] = CellReader(about, self._words)
        return self._readers[about.id]

    def label(self, about: Field) -> str:
        """Give the name of a field in the language of the form."""
        return about.label.in_(self._words.language)

    def when(self, value: object) -> When:
        """Read a year or a full date."""
        return read_when(value, self._words)

    def unit(self, about: Field, value: object, unit: str, bracket: str) -> RowUnit:
        """Tell which unit a row is in."""
        return row_unit(about, self._words, value, unit, bracket)

    def refuted(self, about: Field, raw: str, heading: Heading) -> Fault | None:
        """Say what is wrong where a heading gives all values a unit that refutes the field's.

        One of another kind of quantity speaks of other rows.
        """
        words, own, unit = self._words, about.unit, heading.unit
        if not unit or own is None or words.factor(unit, own) is not None:
            return None
        other = words.unit_id(unit)
        if other is None:
            same = split_bracket(heading.text)[1] == unit
        else:
            same = other.partition("_per_")[0] == own.partition("_per_")[0]
            same |= all(f.unit != other for f in self._fields.values())
        return unit_fault(about, words, raw, unit) if same else None

    def may_be_in(self, about: Field, unit: str) -> bool:
        """Say whether figures of a field may be in a unit: not if it is one of another kind."""
        if not unit or about.unit is None:
            return False
        return self._words.factor(unit, about.unit) is not None or not self._words.is_unit(unit)

    def convert(self, about: Field, unit: RowUnit, raw: str, reading: Reading) -> Reading:
        """Tell the conversion of a number by the unit of its row."""
        if unit.factor == 1 or not isinstance(reading.value, Decimal):
            return reading
        words = self._words
        told = conversion(about, words, raw, unit.text, unit.factor, reading.value)
        return replace(reading, faults=(told, *reading.faults))


class _Row:
    """One row of a facts sheet."""

    def __init__(
        self, reader: FactsReader, grid: Grid, name: str, header: Header, row: int
    ) -> None:
        self._reader = reader
        self._grid = grid
        self._name = name
        self._header = header
        self._row = row
        self._by_id, bracket = reader.find(shown(self._value("id")))
        self._by_label, bracket_of_label = reader.find(shown(self._value("label")))
        self._bracket = bracket_of_label or bracket

    def _cell(self, column: str) -> Cell:
        heading = self._header.columns.get(column) or self._header.columns["value"]
        return Cell(self._name, self._row, heading.column)

    def _value(self, column: str) -> object:
        heading = self._header.columns.get(column)
        if heading is None or not heading.usable:
            return None
        if heading.year is not None and column == "year":
            return heading.year
        if column == "value" and self._row in joint_rows(self._grid, heading.column):
            return COVERED  # one figure of several rows is that of none
        return self._grid.value(self._row, heading.column)

    def _contradicts(self) -> bool:
        """Say whether id and label name different fields."""
        return None not in (self._by_id, self._by_label) and self._by_id is not self._by_label

    def vote(self) -> tuple[str, Written] | None:
        """Say how a number in text is written, with the address of its cell; None without one."""
        value = self._value("value")
        if not isinstance(value, str) or not split_number(clean(value))[0]:
            return None
        about = self._by_id or self._by_label
        if about is None or about.type not in _NUMBERS or self._contradicts():
            return None
        reading, _ = self._read(about, value, ALONE)
        clue = reading.clue
        return (self._cell("value").address, clue) if isinstance(clue, Written) else None

    def written_date(self) -> tuple[Cell, object] | None:
        """Give the cell of a date and what it holds; None for a row that answers something else."""
        about = self._by_id or self._by_label
        dated = about is not None and about.type is FieldType.DATE
        return (self._cell("value"), self._value("value")) if dated else None

    def _read(self, about: Field, value: object, beside: Neighbours) -> tuple[Reading, RowUnit]:
        """Read the value in the unit of the row."""
        cell, raw = self._cell("value"), shown(value)
        bracket = self._bracket or self._unit_of_all(about)
        unit = self._reader.unit(about, value, shown(self._value("unit")), bracket)
        refuted = self._reader.refuted(about, raw, self._header.columns["value"])
        unit = RowUnit(fault=refuted) if refuted else unit
        percent = (cell.row, cell.column) in self._grid.percent
        reader = self._reader.reader(about, unit.factor)
        reading = reader.read(value, percent=percent, beside=beside)
        return self._reader.convert(about, unit, raw, reading), unit

    def _unit_of_all(self, about: Field) -> str:
        """Give the unit that the heading says of all values, unless it is one of another kind."""
        unit = self._header.columns["value"].unit
        return unit if self._reader.may_be_in(about, unit) else ""

    def read_into(self, result: FactsReading, beside: Neighbours) -> None:
        """Add what the row says to ``result``."""
        value = self._value("value")
        id_text, label_text = shown(self._value("id")), shown(self._value("label"))
        by_id, by_label = self._by_id, self._by_label
        about = by_id or by_label
        title = about is None and value is COVERED
        said = value is not None and shown(value) != "" and not title
        cell = self._cell("value")
        foreign = said and by_id is None and self._reader.is_foreign(id_text)
        if about is None:
            if foreign:
                result.foreign.append((self._row, id_text))
            elif said:
                result.problems.append(self._unknown(id_text or label_text, cell))
                self._lose(result, self._reader.nearest(id_text or label_text))
        elif not said:
            result.blank_cells.setdefault(about.id, cell)
        elif foreign or self._contradicts():
            facts = (("id", id_text), ("label", label_text), ("raw", shown(value)))
            result.problems.append(Problem("W214", cell, facts))
            self._lose(result, by_id, by_label)
            result.blank_cells.setdefault(about.id, cell)
        else:
            result.statements.append(self._statement(about, value, beside, result.problems))

    def _lose(self, result: FactsReading, *perhaps: Field | None) -> None:
        """Leave the fields open that an answer of this row and year may have been meant for."""
        when = self._reader.when(self._value("year"))
        for about in perhaps:
            if about is not None:
                statement = lost(about, self._cell("value"))
                gone = replace(statement.observation, year=when.year, as_of=when.as_of)
                result.statements.append(Statement(gone, year_blank=when.blank))

    def _unknown(self, text: str, cell: Cell) -> Problem:
        near = self._reader.suggestion(text) if text else None
        raw = shown(self._value("value"))
        if near:
            return Problem("W212", cell, (("id", text), ("raw", raw), ("suggestion", near)))
        return Problem("W217", cell, (("id", text or "–"), ("raw", raw)))

    def _statement(
        self, about: Field, value: object, beside: Neighbours, problems: list[Problem]
    ) -> Statement:
        cell, raw = self._cell("value"), shown(value)
        reading, unit = self._read(about, value, beside)
        when = self._reader.when(self._value("year"))
        scope = self._around(SCOPE)
        faults = [f for f in reading.faults if unit.fault is None or f.severity is Severity.ERROR]
        if unit.fault:
            faults.append(unit.fault)
        if qualifies(self._bracket):
            faults.append(fault("W224", raw=raw, words=self._bracket))
        if when.quarter:
            faults.append(fault("W336", raw=shown(self._value("year"))))
        elif not when.readable:
            year = shown(self._value("year"))
            faults.append(fault("W317", raw=raw, year=year, cell=self._cell("year").address))
        if scope.faults:
            text = shown(self._value("scope"))
            faults.append(fault("W318", raw=raw, scope=text, cell=self._cell("scope").address))
        problems.extend(problem(f, self._reader.label(about), (cell,)) for f in faults)
        lost = any(f.severity is Severity.ERROR for f in faults)
        observation = Observation(
            field=about.id,
            value=None if lost else reading.value,
            cell=cell,
            raw=raw,
            unit=about.unit,
            year=when.year,
            as_of=when.as_of,
            scope=Scope(str(scope.value)) if scope.value else Scope.WHOLE,
            source=shown(self._value("source")),
            quality=self._quality(problems),
            documents=self._documents(problems),
            note=one_line(str(self._value("note") or "")),
        )
        return Statement(observation, year_blank=when.blank)

    def _around(self, about: Field) -> Reading:
        return self._reader.reader(about).read(self._value(about.id))

    def _quality(self, problems: list[Problem]) -> Quality | None:
        reading = self._around(QUALITY)
        label, place = self._reader.label(QUALITY), (self._cell(QUALITY.id),)
        # the answer itself is not lost
        problems.extend(
            problem(Fault(f.code, f.facts, Severity.WARNING), label, place) for f in reading.faults
        )
        return Quality(str(reading.value)) if reading.value else None

    def _documents(self, problems: list[Problem]) -> tuple[str, ...]:
        reading = self._around(DOCUMENTS)
        label, place = self._reader.label(DOCUMENTS), (self._cell(DOCUMENTS.id),)
        problems.extend(problem(f, label, place) for f in reading.faults)
        return reading.value if isinstance(reading.value, tuple) else ()
