"""Reads the "this list is complete" lines above a list."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from eipcheck.model.dictionary import DeclarationSpec, Sheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Declaration
from eipcheck.workbook.book import Grid
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import problem
from eipcheck.workbook.folding import fold, one_line
from eipcheck.workbook.headings import HeadingIndex
from eipcheck.workbook.layout import (
    COMPLETE,
    DECLARATION,
    DECLARED_BY,
    DOCUMENTS,
    END,
    START,
    declaration_columns,
)
from eipcheck.workbook.readings import ALONE, Neighbours, Reading
from eipcheck.workbook.vocabulary import Vocabulary


class DeclarationReader:
    """Reads the declarations of one list sheet; collects what is wrong with them."""

    def __init__(
        self,
        grid: Grid,
        name: str,
        spec: Sheet,
        vocabulary: Vocabulary,
        beside: Neighbours = ALONE,
    ) -> None:
        """Take the rows above the headings of the list, and what other cells tell of dates."""
        self._beside = beside
        self._grid = grid
        self._name = name
        self._spec = spec
        self._columns = declaration_columns(spec)
        header = HeadingIndex(self._columns, vocabulary).locate(grid, name)
        self._headings = header.columns if header else {}
        self._unusable = any(not h.usable for h in self._headings.values())
        self._readers = {c.id: CellReader(c, vocabulary) for c in self._columns}
        self._language = vocabulary.language
        self.problems: list[Problem] = []
        self._rows: set[int] = set(header.rows) if header else set()

    @property
    def rows(self) -> frozenset[int]:
        """The rows that hold declarations and their headings, once they were read."""
        return frozenset(self._rows)

    def read(self, expected: Container[str] | None = None) -> tuple[Declaration, ...]:
        """Give the declarations found; one whose line was deleted leaves its list open.

        That is told of those ``expected``, by id; None expects all.
        """
        lines = self._lines()
        found = []
        for spec in self._spec.declarations:
            if spec.id in lines:
                found.append(self._one(spec, lines[spec.id]))
            elif expected is None or spec.id in expected:
                label = spec.label.in_(self._language)
                place = SheetPlace(self._name)
                facts = (("declaration", label), ("sheet", self._name))
                self.problems.append(Problem("W211", place, facts, Severity.WARNING))
        return tuple(found)

    def _one(self, spec: DeclarationSpec, places: Sequence[tuple[int, int]]) -> Declaration:
        """Read a declaration; lines that say different things close nothing."""
        first, *others = (self._declaration(spec, *place) for place in places)
        said = {(d.complete, d.start, d.end, d.documents) for d in (first, *others)}
        if len(said) == 1:
            return first
        facts = (("declaration", spec.label.in_(self._language)),)
        cells = tuple(d.cell for d in others)
        self.problems.append(Problem("W219", first.cell, facts, other_places=cells))
        return replace(first, complete=None)

    def _lines(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Give row and column of the label of each declaration, wherever it stands."""
        index = {
            fold(name): d.id
            for d in self._spec.declarations
            for name in (d.id, d.label.vi, d.label.en)
        }
        found: dict[str, list[tuple[int, int]]] = {}
        for row, cells in enumerate(self._grid.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, str) and (known := index.get(fold(one_line(cell)))):
                    found.setdefault(known, []).append((row, column))
                    self._rows.add(row)
        return found

    def _declaration(self, spec: DeclarationSpec, row: int, label_column: int) -> Declaration:
        places = {
            c.id: Cell(
                self._name,
                row,
                self._headings[c.id].column if c.id in self._headings else label_column + offset,
            )
            for offset, c in enumerate(self._columns)
            if c is not DECLARATION
        }
        said = {c: self._read(c, place) for c, place in places.items()}
        start, end = said.get(START.id, Reading(blank=True)), said[END.id]
        documents = said[DOCUMENTS.id].value
        complete = said[COMPLETE.id].value
        declaration = Declaration(
            id=spec.id,
            complete=complete if isinstance(complete, bool) else None,
            cell=places[COMPLETE.id],
            scope=spec.scope,
            start=start.value if isinstance(start.value, date) else None,
            end=end.value if isinstance(end.value, date) else None,
            declared_by=str(said[DECLARED_BY.id].value or ""),
            documents=documents if isinstance(documents, tuple) else (),
        )
        if self._unusable or any(r.value is None and not r.blank for r in (start, end)):
            # a date that cannot be read must not pass for "since ever" or "until today"
            return replace(declaration, complete=None)
        return declaration

    def _read(self, column: str, place: Cell) -> Reading:
        reader = self._readers[column]
        reading = reader.read(self._grid.value(place.row, place.column), beside=self._beside)
        heading = reader.field.label.in_(self._language)
        self.problems.extend(problem(f, heading, (place,)) for f in reading.faults)
        return reading
