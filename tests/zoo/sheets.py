"""Does to a workbook what a description says: cells from tables, and steps in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from unicodedata import normalize

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.cell import column_index_from_string, coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import the_dictionary
from zoo.description import SheetPart, Table

from eipcheck.model.dictionary import Layout
from eipcheck.model.text import LANGUAGES
from eipcheck.workbook.form_words import heading
from eipcheck.workbook.layout import FACT_COLUMNS

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORMATTED = re.compile(r"(?P<value>\S+) \[(?P<format>[^\]]+)\]")
_REPEATED = re.compile(r"\((?P<times>[0-9]+) × (?P<text>.+)\)")
_RESULT = " →"


@dataclass
class Made:
    """A workbook, and the results of formulas that openpyxl cannot write, by sheet and cell."""

    book: Workbook
    results: dict[tuple[str, str], str] = field(default_factory=dict)


def apply(part: SheetPart, made: Made) -> None:
    """Do all that a description says of one sheet; a sheet that is not there is made."""
    book = made.book
    sheet = book[part.name] if part.name in book.sheetnames else book.create_sheet(part.name)
    for step in part.steps:
        if isinstance(step, Table):
            _write_table(sheet, step, made)
        else:
            _do(sheet, step)


def _write_table(sheet: Worksheet, table: Table, made: Made) -> None:
    first, *columns = table.head
    for key, *cells in table.rows:
        if first == "Cell":
            (content,) = cells
            put(sheet[key], content, made)
            continue
        if first == "":
            row, numbers = int(key), [column_index_from_string(c) for c in columns]
        elif first == "Field":
            row, numbers = _fact_row(sheet, key), [_fact_column(sheet, c) for c in columns]
        elif first == "Row":
            row = int(key) if key.isdecimal() else sheet.max_row + 1
            numbers = [_list_column(sheet, c) for c in columns]
        else:
            raise AssertionError(table.head)
        for number, content in zip(numbers, cells, strict=True):
            put(sheet.cell(row=row, column=number), content, made)


def put(cell: Cell, content: str, made: Made) -> None:
    """Write what a description shows in a cell.

    A blank leaves the cell alone. ``'1.234`` is text, as in Excel; a bare number is a number;
    ``2019-05-06`` is a date; ``=A1 → 5`` a formula with its result; ``0.85 [0%]`` has a format.
    """
    if not content:
        return
    content = unescape(content).replace("<br>", "\n")
    if content == "(blank)":
        cell.value = None
    elif content.startswith("'"):
        _text(cell, content[1:])
    elif match := _REPEATED.fullmatch(content):
        _text(cell, match["text"] * int(match["times"]))
    elif content.startswith("NFD: "):
        _text(cell, normalize("NFD", content.removeprefix("NFD: ")))
    elif content.startswith("="):
        formula, arrow, result = content.partition(_RESULT)
        cell.value = formula
        if arrow:
            made.results[cell.parent.title, cell.coordinate] = result.strip()
    else:
        shown = _FORMATTED.fullmatch(content)
        cell.value = _typed(shown["value"] if shown else content)
        if shown:
            cell.number_format = shown["format"]


def _text(cell: Cell, text: str) -> None:
    cell.value = text
    cell.data_type = "s"  # also for text that looks like a formula or an error


def _typed(content: str) -> str | float | bool | date:
    if content in ("TRUE", "FALSE"):
        return content == "TRUE"
    if match := _NUMBER.fullmatch(content):
        return float(content) if match[1] or match[2] else int(content)
    return date.fromisoformat(content) if _DAY.fullmatch(content) else content


def _find(sheet: Worksheet, words: set[str]) -> tuple[int, int]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in words:
                return cell.row, cell.column
    message = f"{sheet.title} has none of {words}"
    raise AssertionError(message)


def _fact_row(sheet: Worksheet, field_id: str) -> int:
    """Give the row of a field; ``+ field`` is a new row at the end."""
    if not field_id.startswith("+ "):
        return _find(sheet, {field_id})[0]
    row = sheet.max_row + 1
    sheet.cell(row=row, column=_find(sheet, {"Mã", "Id"})[1], value=field_id[2:])
    return row


def _fact_column(sheet: Worksheet, name: str) -> int:
    column = next(c for c in FACT_COLUMNS if name.casefold() in (c.id, c.label.en.casefold()))
    return _find(sheet, {column.label.vi, column.label.en})[1]


def _list_column(sheet: Worksheet, name: str) -> int:
    """Give the column of a field of a list, by its id."""
    dictionary = the_dictionary()
    titles = [s for s in dictionary.sheets if s.layout is Layout.LIST]
    spec = next(s for s in titles if sheet.title in (s.label.vi, s.label.en))
    about = next(f for f in spec.fields if f.id == name)
    return _find(sheet, {heading(about, dictionary, language) for language in LANGUAGES})[1]


def _do(sheet: Worksheet, step: str) -> None:
    for pattern, action in STEPS.items():
        if match := re.fullmatch(pattern, step):
            action(sheet, *match.groups())
            return
    raise AssertionError(step)


def _hide_rows(sheet: Worksheet, first: str, last: str) -> None:
    for row in range(int(first), int(last or first) + 1):
        sheet.row_dimensions[row].hidden = True


def _font(sheet: Worksheet, name: str, cells: str) -> None:
    for row in sheet[cells]:
        for cell in row:
            cell.font = Font(name=name)


def _clear(sheet: Worksheet, first: str, last: str) -> None:
    (top, left), (bottom, right) = coordinate_to_tuple(first), coordinate_to_tuple(last)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            sheet.cell(row=row, column=column).value = None


def _copy_as(sheet: Worksheet, name: str) -> None:
    sheet.parent.copy_worksheet(sheet).title = name


def _comment(sheet: Worksheet, cell: str, words: str) -> None:
    sheet[cell].comment = Comment(words, "x")


def _set_title(sheet: Worksheet, name: str) -> None:
    sheet.title = name


def _set_state(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


def _filter(sheet: Worksheet, cells: str) -> None:
    sheet.auto_filter.ref = cells


STEPS: dict[str, Callable[..., None]] = {
    r"merge (\S+)": lambda s, cells: s.merge_cells(cells),
    r"hide rows? ([0-9]+)(?: to ([0-9]+))?": _hide_rows,
    r"hide column ([A-Z]+)": lambda s, c: setattr(s.column_dimensions[c], "hidden", True),
    r"hide the sheet": _set_state,
    r"font (\S+) on (\S+:\S+)": _font,
    r"rename to “(.+)”": _set_title,
    r"delete row ([0-9]+)": lambda s, row: s.delete_rows(int(row)),
    r"delete column ([A-Z]+)": lambda s, c: s.delete_cols(column_index_from_string(c)),
    r"insert ([0-9]+) rows? above row ([0-9]+)": lambda s, n, r: s.insert_rows(int(r), int(n)),
    r"insert ([0-9]+) columns? before column A": lambda s, n: s.insert_cols(1, int(n)),
    r"delete the sheet": lambda s: s.parent.remove(s),
    r"copy as “(.+)”": _copy_as,
    r"clear ([A-Z]+[0-9]+):([A-Z]+[0-9]+)": _clear,
    r"comment ([A-Z]+[0-9]+) “(.+)”": _comment,
    r"filter (\S+:\S+)": _filter,
}
"""What a line below a sheet may ask for."""
