"""Reads cells with openpyxl, which knows every kind of cell, and is slow to start and to read."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl.reader.excel import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import (
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
    NamedRangeException,
    SheetTitleException,
)

from eipcheck.model.limits import Limits
from eipcheck.workbook.cell_source import SheetCells
from eipcheck.workbook.formats import as_shown
from eipcheck.workbook.safety import bounded

ERRORS = (
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
    NamedRangeException,
    SheetTitleException,
)
"""What openpyxl raises on broken files beside ``safety.UNREADABLE``."""


class OpenpyxlCells:
    """The cells of any workbook."""

    errors: tuple[type[Exception], ...] = ERRORS

    def __init__(self, data: bytes, limits: Limits, *, fonts: bool) -> None:
        """Open the workbook; ``fonts`` asks for those of texts. See ``CellSource`` for errors."""
        self._limits = limits
        self._fonts = fonts
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about decorations that are not read
            self._book = load_workbook(
                BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
        self.epoch_1904 = self._book.epoch == CALENDAR_MAC_1904
        self.names = frozenset(self._book.sheetnames)

    def cells(self, name: str, *, formats: bool) -> SheetCells:
        """Read a sheet; see ``CellSource``."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = self._book[name]
            sheet.reset_dimensions()
            if formats or self._fonts:
                stored = bounded(sheet.iter_rows(), name, self._limits)
                return _with_formats(stored, fonts=self._fonts)
            values = sheet.iter_rows(values_only=True)
            return SheetCells(list(bounded(values, name, self._limits)))


def _with_formats(cells_by_row: Iterable[tuple[Any, ...]], *, fonts: bool) -> SheetCells:
    rows: list[tuple[object, ...]] = []
    percent: set[tuple[int, int]] = set()
    names: dict[tuple[int, int], str] = {}
    for number, cells in enumerate(cells_by_row, start=1):
        values = [c.value for c in cells]
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell.value, int | float) and cell.value is not True:
                values[column - 1], shows_percent = as_shown(cell.value, cell.number_format)
                if shows_percent:
                    percent.add((number, column))
            elif fonts and isinstance(cell.value, str):
                names[number, column] = cell.font.name or ""
        rows.append(tuple(values))
    return SheetCells(rows, frozenset(percent), names)
