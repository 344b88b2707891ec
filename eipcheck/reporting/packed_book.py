"""Saves a workbook so that the same content gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - spreadsheets know no zones


def packed_book(book: Workbook) -> bytes:
    """Save a workbook of our own making: neither in it nor in its zip stands the time of saving."""
    book.properties.creator = "eipcheck"
    book.properties.created = book.properties.modified = _MOMENT
    saved = BytesIO()
    ExcelWriter(book, ZipFile(saved, "w", ZIP_STORED)).save()
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _MOMENT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
