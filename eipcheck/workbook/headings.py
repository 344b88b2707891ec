"""Finds the row of headings, and which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import Field
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import closest, fold, one_line, split_bracket
from eipcheck.workbook.layout import HEADER_SEARCH_ROWS, UNNUMBERED
from eipcheck.workbook.vocabulary import Vocabulary

_FEWEST = 2


class Heading(Struct, frozen=True):
    """A field's column: where it is and what its heading says.

    ``usable`` is false where the heading says that the cells mean something else.
    """

    column: int
    text: str
    usable: bool = True


class Header(Struct, frozen=True):
    """The heading row of a sheet.

    ``unknown`` are headings that stand for no field; ``nameless`` says that a column below
    holds something under no heading, or under one that is not text.
    """

    row: int
    columns: Mapping[str, Heading]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    nameless: bool = False


class HeadingIndex:
    """Knows the headings of the columns of one sheet."""

    def __init__(self, fields: Sequence[Field], vocabulary: Vocabulary) -> None:
        """Index ids, labels and aliases; what two fields share stands for neither."""
        self.fields = {f.id: f for f in fields}
        self._words = vocabulary
        self._names: dict[str, str] = {}
        for field in fields:
            for name in {fold(n) for n in _names(field)}:
                self._names[name] = "" if name in self._names else field.id
        for field in fields:
            for name in {fold(split_bracket(n)[0]) for n in _names(field)}:
                self._names.setdefault(name, field.id)
            # an id is unique even where it reads like another label
            self._names[fold(field.id)] = field.id

    def find(self, text: str) -> tuple[str, str]:
        """Give the id of the field a heading names, and the words of a bracket beside it."""
        found = self._names.get(fold(text), "")
        if found:
            return found, ""
        base, bracket = split_bracket(text)
        return (self._names.get(fold(base), ""), bracket) if bracket else ("", "")

    def locate(self, grid: Grid, sheet: str) -> Header | None:
        """Find the heading row: the one with most known headings near the top.

        None where no row has at least two of them.
        """
        best, best_row = 1, 0
        for number, cells in enumerate(grid.rows[:HEADER_SEARCH_ROWS], start=1):
            texts = [one_line(c) for c in cells if isinstance(c, str)]
            known = {self.find(t)[0] for t in texts} - {""}
            if len(known) > best:
                best, best_row = len(known), number
        if not best_row:
            return None
        header = self._header(grid.rows[best_row - 1], best_row, sheet)
        return replace(header, nameless=_has_nameless(grid.rows, best_row))

    def _header(self, cells: Iterable[object], row: int, sheet: str) -> Header:
        columns: dict[str, Heading] = {}
        unknown: dict[str, int] = {}
        problems: list[Problem] = []
        for column, cell in enumerate(cells, start=1):
            text = one_line(cell) if isinstance(cell, str) else ""
            if not text:
                continue
            field_id, bracket = self.find(text)
            place = Cell(sheet, row, column)
            if not field_id:
                unknown[text] = column
            elif field_id in columns:
                first = Cell(sheet, row, columns[field_id].column)
                columns[field_id] = Heading(columns[field_id].column, text, usable=False)
                facts = (("heading", text), ("first", first.address))
                problems.append(Problem("W209", place, facts, other_places=(first,)))
            else:
                wrong = self._unit_problem(field_id, text, bracket, place)
                columns[field_id] = Heading(column, text, usable=wrong is None)
                problems.extend([wrong] if wrong else [])
        problems.extend(self._unknown(unknown, columns, row, sheet))
        return Header(
            row, columns, tuple(t for t in unknown if fold(t) not in UNNUMBERED), tuple(problems)
        )

    def _unit_problem(self, field_id: str, text: str, bracket: str, place: Cell) -> Problem | None:
        """Check a unit in the heading against the field's; other remarks in brackets are fine."""
        expected = self.fields[field_id].unit
        if not bracket or expected is None or self._words.unit_of(bracket) == expected:
            return None
        label = self._words.unit_labels[expected]
        return Problem("W210", place, (("heading", text), ("unit", bracket), ("expected", label)))

    def _unknown(
        self, unknown: Mapping[str, int], columns: Mapping[str, Heading], row: int, sheet: str
    ) -> list[Problem]:
        """Warn of headings that stand for no field; suggest a field whose column is missing."""
        language = self._words.language
        missing = [f.label.in_(language) for f in self.fields.values() if f.id not in columns]
        problems, others = [], []
        for text, column in unknown.items():
            if fold(text) in UNNUMBERED:
                continue
            near = closest(split_bracket(text)[0] or text, missing)
            if near:
                facts = (("heading", text), ("suggestion", near))
                place = Cell(sheet, row, column)
                problems.append(Problem("W206", place, facts, Severity.WARNING))
            else:
                others.append(text)
        if others:
            facts_of_all = (("headings", "; ".join(others)), ("sheet", sheet))
            place_of_all = SheetPlace(sheet)
            problems.append(Problem("W207", place_of_all, facts_of_all, Severity.WARNING))
        return problems


def _names(field: Field) -> Iterable[str]:
    return (field.label.vi, field.label.en, *field.aliases)


def _has_nameless(rows: Sequence[tuple[object, ...]], header: int) -> bool:
    """Say whether a column has cells below the headings but no words above them."""
    named = {c for c, cell in enumerate(rows[header - 1]) if isinstance(cell, str) and cell.strip()}
    return any(
        cell is not None and cell != "" and column not in named
        for cells in rows[header:]
        for column, cell in enumerate(cells)
    )
