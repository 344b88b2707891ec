"""Colours cells, and remembers the colour that each had, for the next round to put back.

What the cells had is written as text in a hidden column of the findings sheet, which programs
keep as it is; a line is ``fill|COLOUR|RANGES|SHEET``. What comes back was in the hands of people:
anything but a known colour of a cell that still bears one of ours is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils import column_index_from_string
from openpyxl.workbook.workbook import Workbook

from eipcheck.model.place import Cell

COLOURS = {"error": "FFF2A9A2", "warning": "FFFFD45C", "todo": "FFA9CDED"}
NONE = "none"
_WORD = "fill"
_LONGEST_LINE = 1_500
_MOST_CELLS = 200_000
_COLOUR = re.compile(r"none|rgb:[0-9A-F]{8}|theme:\d{1,2}:-?\d\.\d{1,6}|indexed:\d{1,2}")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


def colour(cell: SheetCell, kind: str) -> str:
    """Colour a cell; gives the colour it had, as text."""
    before = _named(cell)
    cell.fill = PatternFill("solid", fgColor=COLOURS[kind])
    return before


def is_ours(cell: SheetCell) -> bool:
    """Say whether a cell bears one of our colours."""
    fill = cell.fill
    return fill.fill_type == "solid" and fill.fgColor.rgb in COLOURS.values()


def give_back(cell: SheetCell, before: str) -> None:
    """Give a cell of ours the colour that it had."""
    kind, _, rest = before.partition(":")
    value, _, tint = rest.partition(":")
    match kind:
        case "rgb":
            cell.fill = PatternFill("solid", fgColor=Color(rgb=value))
        case "theme":
            cell.fill = PatternFill("solid", fgColor=Color(theme=int(value), tint=float(tint)))
        case "indexed":
            cell.fill = PatternFill("solid", fgColor=Color(indexed=int(value)))
        case _:
            cell.fill = PatternFill()


def _named(cell: SheetCell) -> str:
    """Name the colour of a cell; patterns and gradients cannot be named."""
    own: Color = cell.fill.fgColor
    match own.type if cell.fill.fill_type == "solid" else "":
        case "rgb":
            name = f"rgb:{own.rgb}"
        case "theme":
            name = f"theme:{own.theme}:{own.tint:.6f}"
        case "indexed":
            name = f"indexed:{own.indexed}"
        case _:
            name = NONE
    return name if _COLOUR.fullmatch(name) else NONE


def lines(before: Mapping[Cell, str]) -> Iterator[str]:
    """Write down what cells had, in lines of bounded length."""
    cells = sorted(before, key=lambda c: (c.sheet, before[c], c.column, c.row))
    for (sheet, name), group in groupby(cells, key=lambda c: (c.sheet, before[c])):
        text = ""
        for run in runs(list(group)):
            last = "" if len(run) == 1 else f":{run[-1].address}"
            if len(text) > _LONGEST_LINE:
                yield f"{_WORD}|{name}|{text}|{sheet}"
                text = ""
            text += f"{',' if text else ''}{run[0].address}{last}"
        yield f"{_WORD}|{name}|{text}|{sheet}"


def runs(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Give the cells that follow each other in a column."""
    cells = sorted(set(cells), key=lambda c: (c.sheet, c.column, c.row))
    numbered = enumerate(cells)
    for _, group in groupby(numbered, key=lambda n: (n[1].sheet, n[1].column, n[1].row - n[0])):
        yield [cell for _, cell in group]


def restore(book: Workbook, written: Iterable[object]) -> None:
    """Put the colours of an earlier round back, as its lines tell them."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    left = _MOST_CELLS
    for line in written:
        word, name, ranges, title = (*str(line).split("|", 3), "", "", "")[:4]
        if word != _WORD or not _COLOUR.fullmatch(name) or title not in sheets:
            continue
        cells = sheets[title]._cells  # noqa: SLF001 - looking must not make cells
        for text in ranges.split(","):
            places = _places(text, left)
            left -= len(places)
            for place in places:
                cell = cells.get(place)
                if isinstance(cell, SheetCell) and is_ours(cell):
                    give_back(cell, name)


def _places(text: str, most: int) -> list[tuple[int, int]]:
    """Give rows and columns of a range in one column; none of what is no such, or too long."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return []
    column, first = column_index_from_string(match[1]), int(match[2])
    last = int(match[4] or first) if match[3] in (None, match[1]) else 0
    return [(row, column) for row in range(first, last + 1)] if last - first < most else []
