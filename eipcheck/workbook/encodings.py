"""Reads the cells of sheets, and finds those whose text is in an encoding from before Unicode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.workbook.book import Book, Grid
from eipcheck.workbook.folding import one_line
from eipcheck.workbook.legacy import Encoding, convert, detect

_CODES = {Encoding.TCVN3: "W341", Encoding.VNI: "W342", Encoding.WRONG_D: "W343"}
_CONVERTED = "W344"
_Found = Mapping[tuple[int, int], tuple[Encoding, str]]


class Cells:
    """The cells of a workbook, converted where a person asked for it; tells what it found."""

    def __init__(self, book: Book, *, convert_legacy: bool) -> None:
        """Take the workbook, and whether old encodings are to be converted."""
        self._book = book
        self._convert = convert_legacy
        self._problems: dict[str, tuple[Problem, ...]] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found on the sheets that were read."""
        return tuple(p for of_sheet in self._problems.values() for p in of_sheet)

    def grid(self, name: str, *, formats: bool = False) -> Grid:
        """Read a sheet; see ``Book.grid``.

        Raises:
            InputError: the sheet is damaged.
        """
        grid = self._book.grid(name, formats=formats)
        found = _legacy_cells(grid)
        self._problems[name] = tuple(self._tell(grid, name, found))
        if found and self._convert:
            rows = [list(cells) for cells in grid.rows]
            for (row, column), (_, new) in found.items():
                rows[row - 1][column - 1] = new
            return replace(grid, rows=[tuple(cells) for cells in rows])
        return grid

    def _tell(self, grid: Grid, name: str, found: _Found) -> Iterator[Problem]:
        """Make one problem of all cells of a sheet in one encoding; the first is the example."""
        for encoding in Encoding:
            cells = [place for place, (known, _) in found.items() if known is encoding]
            if cells:
                row, column = cells[0]
                facts = {
                    "encoding": encoding.value,
                    "raw": one_line(str(grid.rows[row - 1][column - 1])),
                    "converted": one_line(found[cells[0]][1]),
                    "n": str(len(cells)),
                }
                code = _CONVERTED if self._convert else _CODES[encoding]
                severity = Severity.WARNING if self._convert else Severity.ERROR
                first, *others = (Cell(name, *place) for place in cells)
                yield Problem(code, first, tuple(facts.items()), severity, tuple(others))


def _legacy_cells(grid: Grid) -> dict[tuple[int, int], tuple[Encoding, str]]:
    texts = {c for cells in grid.rows for c in cells if c.__class__ is str}
    if not grid.fonts and not any(detect(str(t)) for t in texts):
        return {}  # as almost always: no cell need be looked at with its place
    known: dict[tuple[str, str | None], tuple[Encoding, str] | None] = {}
    found = {}
    for row, cells in enumerate(grid.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                key = cell, grid.fonts.get((row, column))
                if key not in known:
                    encoding = detect(*key)
                    known[key] = (encoding, convert(cell, encoding, key[1])) if encoding else None
                old = known[key]
                if old is not None:
                    found[row, column] = old
    return found
