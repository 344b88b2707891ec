"""What gives the cells of a sheet: all that is asked of a library that reads workbooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct


class SheetCells(Struct, frozen=True):
    """The cells of one sheet as a source gives them, whichever it is.

    ``rows[0]`` is sheet row 1, and so on; rows end at their last cell. A value is None, a text, a
    bool, an int, a float, or a datetime. ``percent`` holds the 1-based (row, column) of numbers
    whose format shows percent, where formats were asked for, and ``fonts`` the fonts of text cells
    in a workbook that has fonts of the time before Unicode.
    """

    rows: list[tuple[object, ...]]
    percent: frozenset[tuple[int, int]] = frozenset()
    fonts: Mapping[tuple[int, int], str] = {}


class CellSource(Protocol):
    """Gives the cells of sheets by name."""

    def cells(self, name: str, *, formats: bool) -> SheetCells:
        """Read a sheet; ``formats`` also asks how numbers are shown.

        Raises:
            InputError: the sheet grows out of all proportion.
            Exception: whatever a library raises on a damaged file; see ``safety.reading``.
        """
        ...
