"""Reads a facts sheet: one answer per row, several rows per field where there are several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import Field, Sheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Observation, Quality, Scope
from eipcheck.workbook.book import Grid
from eipcheck.workbook.cells import CellReader, Fault, Reading, fault, shown
from eipcheck.workbook.columns import problem
from eipcheck.workbook.dates import NoDate, parse_date, parse_year
from eipcheck.workbook.folding import clean, closest, one_line
from eipcheck.workbook.headings import Header, HeadingIndex
from eipcheck.workbook.layout import DOCUMENTS, FACT_COLUMNS, QUALITY, SCOPE, SCOPED_SHEETS
from eipcheck.workbook.vocabulary import Vocabulary, means

_LOSING = ("W212", "W214", "W217")
"""Problems of rows that do not say which field they answer."""

_MEANING = ("id", "value", "unit", "year", "scope")
"""Columns without which a value may mean something else."""

LOST = "?"
"""Raw text of an answer that nobody can tell: it is no blank."""


class When(Struct, frozen=True):
    """What the cell for year or date says; ``readable`` is false where it cannot be told."""

    year: int | None = None
    as_of: date | None = None
    blank: bool = False
    readable: bool = True


class Statement(Struct, frozen=True):
    """An observation, and whether its row leaves the year to the data period."""

    observation: Observation
    year_blank: bool


@dataclass(slots=True)
class FactsReading:
    """What one facts sheet says, and what is wrong with it."""

    statements: list[Statement] = field(default_factory=list)
    blank_cells: dict[str, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class FactsReader:
    """Reads the facts sheets of one workbook."""

    def __init__(self, fields: Mapping[str, Field], vocabulary: Vocabulary) -> None:
        """Take all fields of all facts sheets: a row says itself which one it answers."""
        self._fields = fields
        self._words = vocabulary
        self._index = HeadingIndex(tuple(fields.values()), vocabulary)
        self._columns = HeadingIndex(FACT_COLUMNS, vocabulary)
        self._readers: dict[str, CellReader] = {}
        self._around = {c.id: CellReader(c, vocabulary) for c in (SCOPE, QUALITY, DOCUMENTS)}

    def read(self, grid: Grid, name: str, spec: Sheet) -> FactsReading:
        """Read every row below the headings."""
        result = FactsReading()
        header = self._columns.locate(grid, name)
        if header is None or "value" not in header.columns:
            result.problems.append(Problem("W205", SheetPlace(name), (("sheet", name),)))
            result.statements.extend(unread(spec, name))
            return result
        result.problems.extend(header.problems)
        if not all(h.usable for c, h in header.columns.items() if c in _MEANING):
            result.statements.extend(unread(spec, name))
            return result
        missing = [c for c in self._expected(spec) if c.id not in header.columns]
        if missing:
            names = "; ".join(c.label.in_(self._words.language) for c in missing)
            facts = (("sheet", name), ("fields", names))
            result.problems.append(Problem("W220", SheetPlace(name), facts))
            result.statements.extend(unread(spec, name))
            return result
        for row in range(header.row + 1, len(grid.rows) + 1):
            _Row(self, grid, name, header, row).read_into(result)
        if any(p.code in _LOSING for p in result.problems):
            result.statements.extend(_doubtful(spec, name, result))
        return result

    @staticmethod
    def _expected(spec: Sheet) -> list[Field]:
        """Give the columns that a figure of the sheet cannot do without."""
        wanted = [i for i in _MEANING if i != "id" and (i != "scope" or spec.id in SCOPED_SHEETS)]
        return [c for c in FACT_COLUMNS if c.id in wanted]

    def find(self, text: str) -> tuple[Field | None, str]:
        """Give the field named by an id or a label, and a unit in brackets beside it."""
        found, bracket = self._index.find(text) if text else ("", "")
        return self._fields.get(found), bracket

    def suggestion(self, text: str) -> str | None:
        """Give the id or label most like ``text``."""
        language = self._words.language
        labels = [f.label.in_(language) for f in self._fields.values()]
        return closest(text, [*self._fields, *labels])

    def nearest(self, text: str) -> Field | None:
        """Give the field that an unknown id or label most likely means."""
        near = self.suggestion(text) if text else None
        return self.find(near)[0] if near else None

    def reader(self, about: Field) -> CellReader:
        """Give the reader of a field's values, or of a column around them."""
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
        if isinstance(value, str):
            value = clean(value)
        if value is None or value == "":
            return When(blank=True)
        if isinstance(value, str) and means(value, self._words.missing):
            return When()
        year = parse_year(value)
        if year is not None:
            return When(year)
        day = parse_date(value)
        if isinstance(day, NoDate):
            return When(readable=False)
        return When(day.year, day)

    def instead_of(self, unit: str, about: Field) -> str | None:
        """Give the field's unit where a row writes another ``unit``, None where all is well."""
        if not unit or about.unit is None or self._words.unit_of(unit) == about.unit:
            return None
        return self._words.unit_labels[about.unit]

    def is_unit(self, text: str) -> bool:
        """Say whether a text names a unit."""
        return self._words.unit_of(text) is not None


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

    def _cell(self, column: str) -> Cell:
        heading = self._header.columns.get(column) or self._header.columns["value"]
        return Cell(self._name, self._row, heading.column)

    def _value(self, column: str) -> object:
        heading = self._header.columns.get(column)
        if heading is None or not heading.usable:
            return None
        return self._grid.value(self._row, heading.column)

    def read_into(self, result: FactsReading) -> None:
        """Add what the row says to ``result``."""
        value = self._value("value")
        said = value is not None and shown(value) != ""
        id_text, label_text = shown(self._value("id")), shown(self._value("label"))
        by_id, bracket = self._reader.find(id_text)
        by_label, bracket_of_label = self._reader.find(label_text)
        about = by_id or by_label
        cell = self._cell("value")
        if about is None:
            if said:
                result.problems.append(self._unknown(id_text or label_text, cell))
                self._lose(result, self._reader.nearest(id_text or label_text))
        elif not said:
            result.blank_cells.setdefault(about.id, cell)
        elif by_id and by_label and by_id is not by_label:
            facts = (("id", id_text), ("label", label_text), ("raw", shown(value)))
            result.problems.append(Problem("W214", cell, facts))
            self._lose(result, by_id, by_label)
            result.blank_cells.setdefault(by_id.id, cell)
        else:
            unit = shown(self._value("unit"))
            bracket = bracket_of_label or bracket
            if not unit and self._reader.is_unit(bracket):
                unit = bracket
            result.statements.append(self._statement(about, value, unit, result.problems))

    def _lose(self, result: FactsReading, *perhaps: Field | None) -> None:
        """Leave the fields open that an answer of this row and year may have been meant for."""
        when = self._reader.when(self._value("year"))
        for about in perhaps:
            if about is not None:
                statement = _unread(about, self._cell("value"))
                lost = replace(statement.observation, year=when.year, as_of=when.as_of)
                result.statements.append(Statement(lost, year_blank=when.blank))

    def _unknown(self, text: str, cell: Cell) -> Problem:
        near = self._reader.suggestion(text) if text else None
        raw = shown(self._value("value"))
        if near:
            return Problem("W212", cell, (("id", text), ("raw", raw), ("suggestion", near)))
        return Problem("W217", cell, (("id", text or "–"), ("raw", raw)))

    def _statement(
        self, about: Field, value: object, unit: str, problems: list[Problem]
    ) -> Statement:
        cell, raw = self._cell("value"), shown(value)
        percent = (cell.row, cell.column) in self._grid.percent
        reading = self._reader.reader(about).read(value, percent=percent)
        when = self._reader.when(self._value("year"))
        scope = self._around(SCOPE)
        faults = list(reading.faults)
        expected = self._reader.instead_of(unit, about)
        if expected:
            faults.append(fault("W307", raw=raw, unit=unit, expected=expected))
        if not when.readable:
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


def unread(spec: Sheet, name: str) -> list[Statement]:
    """Make the fields of a sheet that cannot be read unknown where a blank would mean something."""
    blank = (f for f in spec.fields if f.blank_means is not None)
    return [_unread(f, Cell(name, 1, 1)) for f in blank]


def _doubtful(spec: Sheet, name: str, result: FactsReading) -> list[Statement]:
    """Where an answer was lost, make fields without one unknown where a blank would mean something.

    The lost answer may be theirs.
    """
    said = {s.observation.field for s in result.statements}
    return [
        _unread(f, result.blank_cells.get(f.id, Cell(name, 1, 1)))
        for f in spec.fields
        if f.blank_means is not None and f.id not in said
    ]


def _unread(about: Field, cell: Cell) -> Statement:
    return Statement(Observation(field=about.id, value=None, cell=cell, raw=LOST), year_blank=False)
