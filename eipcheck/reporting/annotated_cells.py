"""Puts notes and colours on the cells of a workbook, and takes those of an earlier round away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import column_index_from_string
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.place import Cell
from eipcheck.reporting.annotated_entries import COLOURED, Entry
from eipcheck.reporting.annotated_fills import NONE, colour, give_back, is_ours, restore
from eipcheck.reporting.view_words import clean

MOST_NOTES = 10_000
"""Cells that get a note; each is a shape, and spreadsheets become slow with many of them."""

_BEGIN, _END = "▼ eipcheck", "▲ eipcheck"
_OURS = re.compile(rf"\n*{_BEGIN}\n.*?\n{_END}", re.DOTALL)
_NO_XML = re.compile("[\\ud800-\\udfff\\ufffe\\uffff]")
"""What XML cannot hold at all."""

_OVERLAPS = 10
"""Merged ranges that lie over each other, which no spreadsheet makes but files may hold."""

_LONGEST_NOTE = 1_500
_LONGEST = 30_000
"""Characters of a note with all that the user wrote; Excel holds 32,767."""

_WIDTH, _LETTERS, _LINE = 380, 52, 17
_TALLEST = 420


def text_lines(text: str) -> str:
    """Make any text fit for a cell or a note: no hidden characters, lines kept."""
    lines = (clean(line) for line in text.split("\n"))
    return _NO_XML.sub("", "\n".join(lines))


def bounded(text: str, most: int) -> str:
    """Cut a text that is too long, and show that it is cut."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def take_away(book: Workbook, written: Iterable[object]) -> None:
    """Take away the notes and colours of an earlier round.

    Args:
        book: the workbook.
        written: what that round wrote down of the colours before it.
    """
    restore(book, written)
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # noqa: SLF001 - looking must not make cells
            note = cell.comment
            if note is None or not isinstance(cell, SheetCell):
                continue
            rest = _OURS.sub("", note.text)
            if rest != note.text:
                kept = Comment(rest, note.author or "", note.height, note.width)
                cell.comment = kept if rest.strip() else None
                if is_ours(cell):
                    give_back(cell, NONE)


class Marker:
    """Marks cells of one workbook; what the sheet merges is marked at its first cell."""

    def __init__(self, book: Workbook) -> None:
        """Look up the sheets; ``before`` will tell the colours that marked cells had."""
        self._sheets = {sheet.title: sheet for sheet in book.worksheets}
        self._merged: dict[str, dict[tuple[int, int], tuple[int, int]]] = {}
        self._kinds: dict[Cell, str] = {}
        self.before: dict[Cell, str] = {}
        self._notes: dict[Cell, dict[str, None]] = {}

    def sheet(self, name: str) -> Worksheet | None:
        """Give a sheet of cells by its name; None where there is none."""
        return self._sheets.get(name)

    def mark(self, entries: Iterable[Entry]) -> int:
        """Mark all cells, the gravest kinds first.

        Returns:
            How many cells carry their colour only, since there are too many for notes.
        """
        for entry in entries:
            if entry.kind in COLOURED:
                for cell in entry.cells:
                    self._add(cell, entry.kind, entry.note)
                for cell in entry.others:
                    self._add(cell, entry.kind, entry.aside)
        order = sorted(self._kinds, key=lambda c: COLOURED.index(self._kinds[c]))
        for number, cell in enumerate(order):
            target = self._cell(cell)
            self.before[cell] = colour(target, self._kinds[cell])
            if number < MOST_NOTES:
                _note(target, "\n\n".join(self._notes[cell]))
        return max(len(order) - MOST_NOTES, 0)

    def _add(self, cell: Cell, kind: str, text: str) -> None:
        if cell.sheet not in self._sheets:
            return
        first = self._first(cell)
        if first is None:
            return
        if first != cell:
            text, cell = f"{cell.address}: {text}", first
        self._notes.setdefault(cell, {})[text] = None
        known = self._kinds.get(cell, kind)
        self._kinds[cell] = min(known, kind, key=COLOURED.index)

    def _anchors(self, name: str) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Give the first cell of what is merged for each other cell; made once for each sheet."""
        if name not in self._merged:
            self._merged[name] = {
                (row, column): (area.min_row, area.min_col)
                for area in sorted(self._sheets[name].merged_cells.ranges, key=str)
                for row in range(area.min_row, area.max_row + 1)
                for column in range(area.min_col, area.max_col + 1)
                if (row, column) != (area.min_row, area.min_col)
            }
        return self._merged[name]

    def _first(self, cell: Cell) -> Cell | None:
        """Give the cell that can be marked in place of this one; None where merges run in rings."""
        cells = self._sheets[cell.sheet]._cells  # noqa: SLF001 - looking must not make cells
        for _ in range(_OVERLAPS):
            if not isinstance(cells.get((cell.row, cell.column)), MergedCell):
                return cell
            row, column = self._anchors(cell.sheet).get((cell.row, cell.column), (0, 0))
            if not row:
                return None
            cell = Cell(cell.sheet, row, column)
        return None

    def _cell(self, cell: Cell) -> SheetCell:
        """Give the cell; one that is made new looks like its row or column."""
        sheet = self._sheets[cell.sheet]
        exists = (cell.row, cell.column) in sheet._cells  # noqa: SLF001 - looking must not make it
        found = sheet.cell(cell.row, cell.column)
        assert not isinstance(found, MergedCell)
        if not exists:
            _dress(sheet, found)
        return found


def _dress(sheet: Worksheet, cell: SheetCell) -> None:
    """Let a new cell look like its row, else like its column, as Excel does."""
    row = sheet.row_dimensions.get(cell.row)
    if row is not None and row.has_style:
        _copy_style(row, cell)
        return
    for letters, column in sheet.column_dimensions.items():
        first = column.min or column_index_from_string(letters)
        if first <= cell.column <= (column.max or first) and column.has_style:
            _copy_style(column, cell)


def _copy_style(source: StyleableObject, cell: SheetCell) -> None:
    # the stubs do not know that a style can be copied whole
    cell._style = copy(source._style)  # type: ignore[attr-defined]  # noqa: SLF001


def _note(cell: SheetCell, text: str) -> None:
    """Write a note below whatever the user wrote."""
    body = re.sub("[▼▲]", "", text_lines(text))
    ours = f"{_BEGIN}\n{bounded(body, _LONGEST_NOTE)}\n{_END}"
    theirs = cell.comment.text or "" if cell.comment is not None else ""
    author = cell.comment.author if cell.comment is not None and theirs else "eipcheck"
    theirs = bounded(text_lines(theirs), _LONGEST - len(ours) - 2)
    whole = f"{theirs}\n\n{ours}" if theirs.strip() else ours
    lines = sum(1 + len(line) // _LETTERS for line in whole.split("\n"))
    height = min(24 + _LINE * lines, _TALLEST)
    cell.comment = Comment(whole, author or "eipcheck", height, _WIDTH)
