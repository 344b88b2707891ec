"""Turns a workbook into bytes: the same answers give the same bytes, on any day and system."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook.workbook import Workbook

_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
_PROPERTIES = "docProps/core.xml"
_UNIX = 3


def packed(book: Workbook) -> bytes:
    """Save the workbook without any trace of the time or the system it was made on."""
    book.properties.creator = "eipcheck"
    book.properties.created = _MOMENT
    saved = BytesIO()
    book.save(saved)
    stamp = book.properties.modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    fixed = _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = BytesIO()
    with ZipFile(saved) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _PROPERTIES:
                content = content.replace(stamp, fixed)
            entry = ZipInfo(name, _MOMENT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return result.getvalue()
