"""The cells of a workbook, read once, forward, and never written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.workbook.admission import Package
from eipcheck.workbook.calamine_cells import CalamineCells, Refused
from eipcheck.workbook.cell_source import SheetCells
from eipcheck.workbook.formats import tells_more
from eipcheck.workbook.plain import plain_sheets
from eipcheck.workbook.plain_styles import has_old_fonts
from eipcheck.workbook.probe import Probe, Range, probe
from eipcheck.workbook.readings import COVERED, UNCOMPUTED
from eipcheck.workbook.safety import raised, reading, refuse

if TYPE_CHECKING:
    from eipcheck.workbook.openpyxl_cells import OpenpyxlCells

_STYLES = "xl/styles.xml"
_NOTHING = Probe()


class Grid(Struct, frozen=True):
    """The cells of one sheet.

    ``rows[0]`` is sheet row 1, and so on; rows end at their last cell. ``percent`` holds the
    1-based (row, column) of numbers whose format shows percent, where formats were asked for.
    Of cells merged down a column each holds the value. ``covered`` are those that lie under a
    value merged across columns; ``probe`` tells what else was merged, hidden or computed.
    ``fonts`` gives the fonts of text cells where the workbook has fonts of the time before
    Unicode.
    """

    rows: list[tuple[object, ...]]
    percent: frozenset[tuple[int, int]] = frozenset()
    probe: Probe = _NOTHING
    covered: frozenset[tuple[int, int]] = frozenset()
    fonts: Mapping[tuple[int, int], str] = {}

    def value(self, row: int, column: int) -> object:
        """Give the cell at a 1-based row and column; None beyond the last one."""
        if (row, column) in self.covered:
            return COVERED
        if row > len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else None

    def above(self, row: int) -> Grid:
        """Give the part above a 1-based row."""
        return Grid(self.rows[: row - 1], self.percent, self.probe, self.covered, self.fonts)


class Book:
    """A workbook that has passed ``admission.examine``.

    Plain sheets are read by calamine, all others by openpyxl, which is not even loaded for a
    workbook whose sheets are all plain.
    """

    def __init__(self, data: bytes, package: Package, place: FilePlace) -> None:
        """Open the workbook.

        Raises:
            InputError: it cannot be opened.
        """
        self._data = data
        self._place = place
        self._limits = package.limits
        self.names = tuple(s.name for s in package.sheets)
        self.hidden = frozenset(s.name for s in package.sheets if s.hidden)
        with reading(place):
            archive = package.archive
            styles = archive.read(_STYLES) if _STYLES in archive.namelist() else b""
            self._legacy_fonts = has_old_fonts(styles)
            self._telling_formats = tells_more(styles)
            plain = plain_sheets(archive, package)
            self._plain = frozenset(plain.sheets)
            self._calamine = CalamineCells(plain, package.limits)
            self._probes = {
                s.name: plain.sheets[s.name].probe if s.name in self._plain else probe(archive, s)
                for s in package.sheets
            }
        self.epoch_1904 = False
        if self._plain != set(self.names):
            self.epoch_1904 = self._openpyxl.epoch_1904
            lost = set(self.names) - self._openpyxl.names
            if lost:
                raise refuse("W114", place, sheet="; ".join(sorted(lost)))

    def grid(self, name: str, *, formats: bool = False) -> Grid:
        """Read all cells of a sheet; ``formats`` also asks which numbers show percent.

        Raises:
            InputError: the sheet is damaged.
        """
        stored = self._stored(name, formats=formats or self._telling_formats)
        rows, percent = stored.rows, stored.percent
        found = self._probes[name]
        self._check_merged(rows, found.merged)
        _put(rows, dict.fromkeys(found.uncomputed, UNCOMPUTED))
        spread = tuple(_spread(rows, found.merged))
        _put(rows, {cell: value for cell, value, _ in spread})
        percent |= {cell for cell, _, top in spread if top in percent}
        return Grid(rows, percent, found, frozenset(_covered(rows, found.merged)), stored.fonts)

    def _stored(self, name: str, *, formats: bool) -> SheetCells:
        if name in self._plain:
            with reading(self._place), suppress(Refused):
                return self._calamine.cells(name, formats=formats)
        openpyxl = self._openpyxl
        with reading(self._place, openpyxl.errors):
            return openpyxl.cells(name, formats=formats)

    @cached_property
    def _openpyxl(self) -> OpenpyxlCells:
        from eipcheck.workbook import openpyxl_cells  # noqa: PLC0415 - slow to load

        with reading(self._place, openpyxl_cells.ERRORS):
            return openpyxl_cells.OpenpyxlCells(self._data, self._limits, fonts=self._legacy_fonts)

    def _check_merged(self, rows: list[tuple[object, ...]], merged: Iterable[Range]) -> None:
        """Refuse merged ranges that overlap so often that they hold more cells than a sheet may."""
        held = sum(
            (min(m.last_row, len(rows)) - m.first_row + 1) * (m.last_column - m.first_column + 1)
            for m in merged
            if m.first_row <= len(rows)
        )
        most = self._limits.cells
        if held > most:
            facts = {"count": str(held), "allowed": str(most), "option": raised("cells", held)}
            raise refuse("W126", self._place, **facts)


def _spread(
    rows: list[tuple[object, ...]], merged: Iterable[Range]
) -> Iterator[tuple[tuple[int, int], object, tuple[int, int]]]:
    """Give the cells merged down a column, the value that people see in each, and its cell."""
    for cells in merged:
        top = cells.first_row, cells.first_column
        value = _at(rows, *top)
        if value is not None:
            for row in range(cells.first_row + 1, min(cells.last_row, len(rows)) + 1):
                yield (row, cells.first_column), value, top


def _covered(rows: list[tuple[object, ...]], merged: Iterable[Range]) -> Iterator[tuple[int, int]]:
    """Give the cells that lie under a value of a column further left."""
    for cells in merged:
        if _at(rows, cells.first_row, cells.first_column) is not None:
            for row in range(cells.first_row, min(cells.last_row, len(rows)) + 1):
                for column in range(cells.first_column + 1, cells.last_column + 1):
                    yield row, column


def _at(rows: list[tuple[object, ...]], row: int, column: int) -> object:
    cells = rows[row - 1] if row <= len(rows) else ()
    return cells[column - 1] if column <= len(cells) else None


def _put(rows: list[tuple[object, ...]], values: Mapping[tuple[int, int], object]) -> None:
    """Put values into cells, row by row; a row grows where it ends before the cell."""
    by_row: dict[int, dict[int, object]] = {}
    for (row, column), value in values.items():
        by_row.setdefault(row, {})[column] = value
    for row, changes in by_row.items():
        if row <= len(rows):
            cells = list(rows[row - 1])
            cells += [None] * (max(changes) - len(cells))
            for column, value in changes.items():
                cells[column - 1] = value
            rows[row - 1] = tuple(cells)


def column_of(rows: Iterable[tuple[object, ...]], column: int) -> list[object]:
    """Give one column (1-based) of ragged rows."""
    at = column - 1
    return [row[at] if len(row) > at else None for row in rows]


def joint_rows(grid: Grid, column: int) -> frozenset[int]:
    """Give the rows of a column that share one cell with others."""
    return frozenset(
        row
        for merged in grid.probe.merged
        if merged.first_column <= column <= merged.last_column
        and merged.first_row < merged.last_row
        for row in range(merged.first_row, min(merged.last_row, len(grid.rows)) + 1)
    )
