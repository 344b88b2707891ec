"""The cells of a workbook, read once, forward, and never written."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO

from msgspec import Struct
from openpyxl.reader.excel import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.place import FilePlace
from eipcheck.workbook.cells import UNCOMPUTED
from eipcheck.workbook.safety import Package, reading, refuse


class Grid(Struct, frozen=True):
    """The cells of one sheet.

    ``rows[0]`` is sheet row 1, and so on; rows end at their last cell. ``percent`` holds the
    1-based (row, column) of numbers whose format shows percent, where formats were asked for.
    """

    rows: list[tuple[object, ...]]
    percent: frozenset[tuple[int, int]] = frozenset()

    def value(self, row: int, column: int) -> object:
        """Give the cell at a 1-based row and column; None beyond the last one."""
        if row > len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else None


class Book:
    """A workbook that has passed ``safety.examine``."""

    def __init__(self, data: bytes, package: Package, place: FilePlace) -> None:
        """Open the workbook.

        Raises:
            InputError: it cannot be opened.
        """
        self._package = package
        self._place = place
        self.names = tuple(s.name for s in package.sheets)
        with reading(place), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about decorations that are not read
            self._book = load_workbook(
                BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            lost = set(self.names) - set(self._book.sheetnames)
        if lost:
            raise refuse("W114", place, sheet="; ".join(sorted(lost)))

    def grid(self, name: str, *, formats: bool = False) -> Grid:
        """Read all cells of a sheet; ``formats`` also asks which numbers show percent.

        Raises:
            InputError: the sheet is damaged.
        """
        percent: frozenset[tuple[int, int]] = frozenset()
        with reading(self._place), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = self._book[name]
            sheet.reset_dimensions()
            if formats:
                rows, percent = _with_formats(sheet)
            else:
                rows = list(sheet.iter_rows(values_only=True))
        for row, column in self._package.uncomputed[name]:
            _mark(rows, row, column)
        for column, first, last in self._package.merged[name]:
            percent |= _spread(rows, percent, column, first, last)
        return Grid(rows, percent)


def _with_formats(
    sheet: Worksheet,
) -> tuple[list[tuple[object, ...]], frozenset[tuple[int, int]]]:
    rows: list[tuple[object, ...]] = []
    percent: set[tuple[int, int]] = set()
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        rows.append(tuple(c.value for c in cells))
        percent.update(
            (number, column)
            for column, c in enumerate(cells, start=1)
            if isinstance(c.value, int | float) and "%" in c.number_format
        )
    return rows, frozenset(percent)


def _spread(
    rows: list[tuple[object, ...]],
    percent: frozenset[tuple[int, int]],
    column: int,
    first: int,
    last: int,
) -> frozenset[tuple[int, int]]:
    """Put the value of cells merged down a column into each of them, where people see it."""
    top = rows[first - 1] if first <= len(rows) else ()
    value = top[column - 1] if column <= len(top) else None
    if value is None:
        return frozenset()
    reached = range(first + 1, min(last, len(rows)) + 1)
    for row in reached:
        cells = list(rows[row - 1])
        cells += [None] * (column - len(cells))
        cells[column - 1] = value
        rows[row - 1] = tuple(cells)
    return frozenset((r, column) for r in reached) if (first, column) in percent else frozenset()


def _mark(rows: list[tuple[object, ...]], row: int, column: int) -> None:
    """Put the marker of a formula without result where it would look blank."""
    if row <= len(rows) and column <= len(rows[row - 1]):
        cells = list(rows[row - 1])
        cells[column - 1] = UNCOMPUTED
        rows[row - 1] = tuple(cells)


def column_of(rows: Iterable[tuple[object, ...]], column: int) -> list[object]:
    """Give one column (1-based) of ragged rows."""
    at = column - 1
    return [row[at] if len(row) > at else None for row in rows]
