"""Finds its way about a filled form, so that variations can move and rewrite what is on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import Field, FieldType, Layout, Sheet
from eipcheck.workbook.form_words import heading
from eipcheck.workbook.layout import FACT_COLUMNS, HEADER_SEARCH_ROWS

NUMBERS = (FieldType.NUMBER, FieldType.INTEGER)


def sheets(book: Workbook, layout: Layout) -> Iterator[tuple[Worksheet, Sheet]]:
    """Give the sheets of facts or of lists, with what the dictionary says of them."""
    for spec in the_dictionary().sheets:
        if spec.layout is layout:
            yield book[spec.label.vi], spec


def header_of(sheet: Worksheet, spec: Sheet) -> int:
    """Give the row of the headings."""
    if spec.layout is Layout.FACTS:
        words = {c.label.vi for c in FACT_COLUMNS}
    else:
        words = {heading(f, the_dictionary(), "vi") for f in spec.fields}
    return max(
        range(1, min(last_row(sheet), HEADER_SEARCH_ROWS) + 1),
        key=lambda row: sum(cell.value in words for cell in sheet[row] if cell.value),
    )


def last_row(sheet: Worksheet) -> int:
    """Give the last row that holds anything: cells that were only looked at do not count."""
    return max(c.row for row in sheet.iter_rows() for c in row if c.value is not None)


def columns_of(sheet: Worksheet, spec: Sheet) -> dict[str, int]:
    """Give the column of each field of a list, or of each column of a facts sheet, by id."""
    dictionary = the_dictionary()
    if spec.layout is Layout.FACTS:
        names = {c.label.vi: c.id for c in FACT_COLUMNS}
    else:
        names = {heading(f, dictionary, "vi"): f.id for f in spec.fields}
    row = sheet[header_of(sheet, spec)]
    return {names[c.value]: c.column for c in row if c.value in names}


def answers(book: Workbook) -> Iterator[tuple[Cell, Field]]:
    """Give every cell below the headings that answers a field, blank or not."""
    for sheet, spec in sheets(book, Layout.FACTS):
        columns = columns_of(sheet, spec)
        fields = {f.id: f for f in spec.fields}
        for row in range(header_of(sheet, spec) + 1, last_row(sheet) + 1):
            about = fields.get(str(sheet.cell(row=row, column=columns["id"]).value))
            if about is not None:
                yield sheet.cell(row=row, column=columns["value"]), about
    for sheet, spec in sheets(book, Layout.LIST):
        columns = columns_of(sheet, spec)
        for row in range(header_of(sheet, spec) + 1, last_row(sheet) + 1):
            for field in spec.fields:
                yield sheet.cell(row=row, column=columns[field.id]), field


def numbers(book: Workbook) -> Iterator[tuple[Cell, Field, float]]:
    """Give every number that answers a field of numbers."""
    for cell, about in answers(book):
        if about.type in NUMBERS and isinstance(cell.value, int | float):
            yield cell, about, cell.value


def dates(book: Workbook) -> Iterator[tuple[Cell, datetime]]:
    """Give every date on the sheets of the form."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, datetime):
                    yield cell, cell.value


def texts(book: Workbook) -> Iterator[Cell]:
    """Give every cell that holds text."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell.value, str))


def headings(book: Workbook) -> Iterator[tuple[Cell, Field]]:
    """Give the cells of the headings of all lists and facts sheets, with their fields."""
    around = {c.id: c for c in FACT_COLUMNS}
    for layout in Layout:
        for sheet, spec in sheets(book, layout):
            row = header_of(sheet, spec)
            fields = around if layout is Layout.FACTS else {f.id: f for f in spec.fields}
            for field_id, column in columns_of(sheet, spec).items():
                yield sheet.cell(row=row, column=column), fields[field_id]


def move_block(sheet: Worksheet, top: int, order: list[int]) -> None:
    """Rearrange the columns from row ``top`` downwards: the n-th becomes what was at order[n]."""
    for row in range(top, last_row(sheet) + 1):
        old = [(c.value, c.number_format) for c in sheet[row]][: len(order)]
        for column, source in enumerate(order, start=1):
            cell = sheet.cell(row=row, column=column)
            cell.value, cell.number_format = old[source - 1]
