"""Tables of many assessments for other programs: CSV, Excel and Parquet.

A text is never a formula: in CSV one that a spreadsheet would run gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from eipcheck.reporting.packed_book import packed_book
from eipcheck.reporting.unseen import CLEAN

Value = str | int | float | None
_RUNS = ("=", "+", "-", "@")


class Table(Struct, frozen=True):
    """A table: its name, the columns with their types, and rows; None is a blank.

    The types are those of SQLite: ``TEXT``, ``INTEGER``, ``REAL``.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def csv_bytes(table: Table) -> bytes:
    """Write a table as CSV in UTF-8, marked so that Excel reads its letters."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig", errors="replace")


def _harmless(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    text = value.translate(CLEAN)
    return f"'{text}" if text.lstrip().startswith(_RUNS) else text


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """Write a workbook with a sheet for each table."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        sheet.append([_cell(sheet, name, bold=True) for name in table.columns])
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
    return packed_book(book)


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:  # noqa: ANN401 - no types
    cell = WriteOnlyCell(sheet, value.translate(CLEAN) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def parquet_bytes(table: Table) -> bytes:
    """Write a table as Parquet: texts, whole numbers and numbers as they are.

    Raises:
        ImportError: pyarrow is not installed.
    """
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    kinds = {"TEXT": arrow.string(), "INTEGER": arrow.int64(), "REAL": arrow.float64()}
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        arrow.array(column, kinds[kind]) for column, kind in zip(columns, table.types, strict=True)
    ]
    stream = BytesIO()
    parquet.write_table(arrow.table(arrays, names=list(table.columns)), stream)
    return stream.getvalue()
