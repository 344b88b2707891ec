"""What a workbook answers for criteria sets that the run does not use: known, and left aside.

The other sets are asked for only where something unknown stands. What is theirs is never read: it
closes no list, answers no question, and the form's own names always come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from eipcheck.model.dictionary import DataDictionary, Layout, Sheet
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import fold
from eipcheck.workbook.headings import Header, HeadingIndex
from eipcheck.workbook.layout import FACT_COLUMNS, VALUE
from eipcheck.workbook.signatures import is_full
from eipcheck.workbook.vocabulary import Vocabulary, make_vocabulary

Others = Callable[[], Mapping[str, DataDictionary]]
"""Gives, by id of the set, the dictionaries of other sets: all that their forms ask."""


class Foreign:
    """Recognises sheets, columns and lines of other sets, and counts those with answers."""

    def __init__(self, dictionary: DataDictionary, others: Others) -> None:
        """Take the dictionary of the run, and how to come by those of other sets."""
        self._own = dictionary
        self._ask = others
        self._answered: dict[tuple[str, object], tuple[str, ...]] = {}

    @cached_property
    def _words(self) -> Vocabulary:
        return make_vocabulary(self._own, "vi")  # headings are known in either language

    @cached_property
    def _others(self) -> Mapping[str, DataDictionary]:
        return self._ask()

    @cached_property
    def _sheets(self) -> Mapping[str, tuple[Sheet, tuple[str, ...]]]:
        """The sheets that only other sets have, by folded name, and whose they are."""
        found: dict[str, tuple[Sheet, tuple[str, ...]]] = {}
        for name, dictionary in self._others.items():
            for sheet in dictionary.sheets:
                if not self._own.has_sheet(sheet.id):
                    for title in (sheet.id, sheet.label.vi, sheet.label.en, *sheet.aliases):
                        first, sets = found.get(fold(title), (sheet, ()))
                        found[fold(title)] = (first, tuple(dict.fromkeys((*sets, name))))
        return found

    @cached_property
    def _lines(self) -> Mapping[str, tuple[str, ...]]:
        """The sets whose forms ask a line of a facts sheet, by the folded id of the line."""
        found: dict[str, tuple[str, ...]] = {}
        for name, dictionary in self._others.items():
            for sheet in dictionary.sheets:
                for field in sheet.fields if sheet.layout is Layout.FACTS else ():
                    if not self._own.has_field(field.id):
                        found[fold(field.id)] = (*found.get(fold(field.id), ()), name)
        return found

    @cached_property
    def _columns(self) -> Mapping[str, Mapping[str, HeadingIndex]]:
        """What heads the columns that sets add to the lists of the run, by list and set."""
        found: dict[str, dict[str, HeadingIndex]] = {}
        for name, dictionary in self._others.items():
            for sheet in dictionary.sheets:
                added = [f for f in sheet.fields if not self._own.has_field(f.id)]
                if added and self._own.has_sheet(sheet.id):
                    found.setdefault(sheet.id, {})[name] = HeadingIndex(added, self._words)
        return found

    def sheet(self, name: str) -> Sheet | None:
        """Give the sheet that other sets call so; None where none does."""
        found = self._sheets.get(fold(name))
        return found[0] if found else None

    def header(self, sheet: Sheet, grid: Grid, name: str) -> Header | None:
        """Find the headings of a sheet of another set; None where they are not there."""
        fields = FACT_COLUMNS if sheet.layout is Layout.FACTS else sheet.fields
        return HeadingIndex(fields, self._words).locate(grid, name)

    def is_line(self, text: str) -> bool:
        """Say whether the id of a line of a facts sheet is asked by another set only."""
        return bool(text) and fold(text) in self._lines

    def is_column(self, sheet: str, heading: str) -> bool:
        """Say whether another set adds a column under this heading to a list."""
        return bool(self._adding(sheet, heading))

    def _adding(self, sheet: str, heading: str) -> tuple[str, ...]:
        indexes = self._columns.get(sheet, {})
        return tuple(name for name, index in indexes.items() if index.find(heading).field)

    def note_sheet(self, name: str, grid: Grid) -> None:
        """Remember a sheet of another set if anything is filled in there."""
        sheet, sets = self._sheets[fold(name)]
        header = self.header(sheet, grid, name)
        if header is None:
            return
        below = range(header.row + 1, len(grid.rows) + 1)
        if sheet.layout is Layout.LIST:
            answered = any(is_full(grid, row) for row in below if not _printed(sheet, grid, row))
        else:
            value = header.columns.get(VALUE.id)
            column = value.column if value else 0
            answered = any(grid.value(row, column) not in (None, "") for row in below if column)
        if answered:
            self._answered["", name] = sets

    def note_lines(self, sheet: str, lines: Iterable[tuple[int, str]]) -> None:
        """Remember lines with a value, by their row and their id."""
        for row, text in lines:
            self._answered[sheet, row] = self._lines[fold(text)]

    def note_columns(
        self, sheet: str, name: str, grid: Grid, headings: Mapping[str, int], header: int
    ) -> None:
        """Remember columns, by heading, of a list if anything stands below its last heading row."""
        for heading, column in headings.items():
            rows = range(header + 1, len(grid.rows) + 1)
            if any(grid.value(row, column) not in (None, "") for row in rows):
                self._answered[name, heading] = self._adding(sheet, heading)

    def problems(self, place: FilePlace) -> tuple[Problem, ...]:
        """Tell in one line that there are answers which only other sets ask."""
        if not self._answered:
            return ()
        sets = sorted({name for names in self._answered.values() for name in names})
        facts = (("sets", ", ".join(sets)), ("n", str(len(self._answered))))
        return (Problem("W250", place, facts, Severity.WARNING),)


def _printed(sheet: Sheet, grid: Grid, row: int) -> bool:
    """Say whether a row holds nothing but a word that the form prints."""
    cells = [str(c) for c in grid.rows[row - 1] if c not in (None, "")]
    if len(cells) != 1:
        return False
    key = next((f for f in sheet.fields if f.id == sheet.key), None)
    choices = key.choices if key else ()
    return any(cells[0] in (c.id, c.label.vi, c.label.en) for c in choices)
