"""Headings of several rows: words of a group above, words of a column below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eipcheck.workbook.book import Grid
from eipcheck.workbook.dates import parse_year
from eipcheck.workbook.folding import one_line
from eipcheck.workbook.numbers import exact
from eipcheck.workbook.probe import Range
from eipcheck.workbook.qualifying import says_other

_MOST_LEVELS = 4
_FEWEST_NUMBERS = 3
_COLUMN_NUMBER = re.compile(r"[(\[]?([0-9]{1,2})[)\]]?(?:\s*=.*)?")


class Layers:
    """The rows of headings around the row that names most columns.

    Rows above belong to it as far as cells merged across columns head a group of its columns;
    rows below, as far as headings are merged down into them or stand under such a group.

    ``headings`` holds each column that has a heading, with its levels from top to bottom;
    ``first`` and ``last`` are the rows, 1-based, a row of column numbers included.
    """

    def __init__(self, grid: Grid, row: int) -> None:
        """Take the 1-based row in which most headings were known."""
        self._grid = grid
        self.last = self._extend_down(row)
        self.first = self._extend_up(row)
        self.last_of_words = self.last
        if self._is_numbers(self.last + 1):
            self.last += 1
        self.headings = tuple(self._headings())

    def _headings(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        width = max((len(self._grid.rows[r - 1]) for r in self._rows()), default=0)
        for column in range(1, width + 1):
            levels = tuple(self._levels(column))
            if levels:
                yield column, levels

    def beside(self) -> Iterator[dict[int, str]]:
        """Give the words by column of the row above the headings, and of one of words below."""
        rows = self._grid.rows
        if self.first > 1:
            yield _words_of(rows[self.first - 2])
        below = rows[self.last] if self.last < len(rows) else ()
        words = _words_of(below)
        full = sum(c is not None and c != "" for c in below)
        if len(words) == full and all(map(says_other, words.values())):
            yield words

    @property
    def named(self) -> frozenset[int]:
        """The columns that have a heading."""
        return frozenset(column for column, _ in self.headings)

    def _rows(self) -> range:
        return range(self.first, self.last_of_words + 1)

    def _levels(self, column: int) -> Iterator[str]:
        said = ""
        for row in self._rows():
            text = self._text(row, column)
            if text and text != said:
                said = text
                yield text

    def _text(self, row: int, column: int) -> str:
        """Give the words seen at a place: of its own cell, or of cells merged over it."""
        group = next((g for g in self._groups() if g.holds(row, column)), None)
        if group is not None:
            row, column = group.first_row, group.first_column
        cells = self._grid.rows[row - 1]
        value = cells[column - 1] if column <= len(cells) else None
        return one_line(str(value)) if _heads(value) else ""

    def _groups(self) -> Iterator[Range]:
        return (m for m in self._grid.probe.merged if m.first_column < m.last_column)

    def _extend_down(self, row: int) -> int:
        last = row
        for cells in self._grid.probe.merged:
            if cells.first_row <= row < cells.last_row <= row + _MOST_LEVELS:
                last = max(last, cells.last_row)
        while last > row and not all(self._belongs(row, r) for r in range(row + 1, last + 1)):
            last -= 1
        grouped = [g for g in self._groups() if g.first_row == row]
        under = any(self._has_words_under(g) for g in grouped)
        if last == row and under and self._belongs(row, row + 1):
            last = row + 1
        return min(last, len(self._grid.rows))

    def _belongs(self, row: int, below: int) -> bool:
        """Say whether a row below goes on with the headings of another, and is none of data.

        All that it holds stands under groups or merged headings; or most headings are merged down.
        """
        rows = self._grid.rows
        cells = rows[below - 1] if below <= len(rows) else ()
        full = {c for c, cell in enumerate(cells, start=1) if cell is not None and cell != ""}
        heads = {c for c, cell in enumerate(rows[row - 1], start=1) if _is_words(cell)}
        merged = [m for m in self._grid.probe.merged if m.first_row <= row and below <= m.last_row]
        grouped = [g for g in self._groups() if g.first_row <= row <= g.last_row]
        over = {c for m in (*merged, *grouped) for c in range(m.first_column, m.last_column + 1)}
        return full <= over or 2 * len(heads & over) >= len(heads)

    def _has_words_under(self, group: Range) -> bool:
        below = group.last_row + 1
        cells = self._grid.rows[below - 1] if below <= len(self._grid.rows) else ()
        return sum(map(_heads, cells[group.first_column - 1 : group.last_column])) > 1

    def _extend_up(self, row: int) -> int:
        first = row
        for cells in self._grid.probe.merged:
            if cells.first_row < row <= cells.last_row:
                first = min(first, cells.first_row)
        while first > 1 and row - first < _MOST_LEVELS and self._heads_a_part(first - 1):
            first -= 1
        return first

    def _heads_a_part(self, row: int) -> bool:
        """Say whether groups of columns are named in a row; a title over all columns is none."""
        groups = [g for g in self._groups() if g.last_row == row and self._has_words_under(g)]
        said = [c for c, cell in enumerate(self._grid.rows[row - 1], start=1) if _is_words(cell)]
        below = [c for c, cell in enumerate(self._grid.rows[row], start=1) if _is_words(cell)]
        return bool(groups) and (len(said) > 1 or said[0] > below[0])

    def _is_numbers(self, row: int) -> bool:
        """Tell a row that numbers the columns, (1) (2) (3), from a row of data."""
        cells = self._grid.rows[row - 1] if row <= len(self._grid.rows) else ()
        said = [c for c in cells if c is not None and c != ""]
        if len(said) < _FEWEST_NUMBERS:
            return False
        numbers = [_column_number(c) for c in said]
        return numbers == list(range(1, len(said) + 1))


def _column_number(cell: object) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        number = exact(cell)
        # not by a remainder, which a number of 300 digits has none of
        whole = number is not None and number == number.to_integral_value()
        return int(cell) if whole else None
    match = _COLUMN_NUMBER.fullmatch(one_line(cell)) if isinstance(cell, str) else None
    return int(match[1]) if match else None


def fullest_row(grid: Grid, rows: int) -> int:
    """Give the row with most words among the first ``rows``, 0 where none has two."""
    counts = [sum(map(_is_words, cells)) for cells in grid.rows[:rows]]
    most = max(counts, default=0)
    return counts.index(most) + 1 if most > 1 else 0


def _words_of(cells: tuple[object, ...]) -> dict[int, str]:
    return {c: one_line(str(cell)) for c, cell in enumerate(cells, start=1) if _is_words(cell)}


def _is_words(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip())


def _heads(cell: object) -> bool:
    """Say whether a cell may be a heading: words, or a year."""
    return _is_words(cell) or (isinstance(cell, int) and parse_year(cell) is not None)
