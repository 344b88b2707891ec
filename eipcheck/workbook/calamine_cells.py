"""Reads the cells of plain sheets with calamine, many times faster than anything else.

Calamine sees nothing of the file: it is handed a workbook that holds only the rows that were
found plain, and the texts that they share. It knows no styles, so that a date is a number to it;
dates and formats are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from eipcheck.model.limits import Limits
from eipcheck.workbook.cell_source import SheetCells
from eipcheck.workbook.formats import as_shown
from eipcheck.workbook.plain import MAIN, PlainSheet, PlainSheets
from eipcheck.workbook.probe import column_number
from eipcheck.workbook.safety import bounded

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a day in a cell has no time zone
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = '<Relationship Id="r{id}" Type="{office}/{kind}" Target="{target}"/>'


class Refused(Exception):  # noqa: N818 - it says what calamine did, not that something failed
    """Calamine cannot read a sheet, such as one that names a text which is not there."""


class CalamineCells:
    """The cells of the plain sheets of a workbook."""

    def __init__(self, plain: PlainSheets, limits: Limits) -> None:
        """Take the sheets; nothing is read yet."""
        self._plain = plain
        self._limits = limits
        self._book: CalamineWorkbook | None = None

    def cells(self, name: str, *, formats: bool) -> SheetCells:
        """Read a sheet; see ``CellSource``.

        Raises:
            Refused: another source may tell what is wrong with it.
        """
        sheet = self._plain.sheets[name]
        at = list(self._plain.sheets).index(name)
        values = self._values(at)
        rows = list(bounded(_rows(sheet, values), name, self._limits))
        return SheetCells(rows, frozenset(self._put_shown(sheet, rows, formats=formats)))

    def _values(self, at: int) -> Sequence[Sequence[object]]:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - if it may read

        try:
            if self._book is None:
                self._book = CalamineWorkbook.from_filelike(BytesIO(_packed(self._plain)))
            return self._book.get_sheet_by_index(at).to_python(skip_empty_area=False)
        except CalamineError as error:
            raise Refused(str(error)) from error

    def _put_shown(
        self, sheet: PlainSheet, rows: list[tuple[object, ...]], *, formats: bool
    ) -> Iterator[tuple[int, int]]:
        """Put dates, and numbers as they are shown, for what is stored; give those in percent."""
        styles = self._plain.styles
        told = styles.dates | styles.telling if formats else styles.dates
        changed: dict[int, list[object]] = {}
        for row, column, style in _styled(sheet, told):
            cells = changed.get(row)
            if cells is None:
                cells = changed[row] = list(rows[row - 1])
            value = cells[column - 1]
            if not isinstance(value, int | float) or value is True:
                continue
            if style in styles.dates:
                if value is not False:
                    cells[column - 1] = _DAY_ZERO + timedelta(days=value)
                continue
            cells[column - 1], percent = as_shown(value, styles.formats[style])
            if percent:
                yield row, column
        for row, cells in changed.items():
            rows[row - 1] = tuple(cells)


def _styled(sheet: PlainSheet, styles: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Give row, column and style of the numbers in some styles."""
    ids = b"|".join(str(style).encode() for style in styles)
    if not ids:
        return
    xml = sheet.xml
    for match in re.finditer(rb' s="(' + ids + rb')"(?: t="[nb]")?><v>', xml):
        end = match.start() - 1  # the quote behind the address
        address = xml[xml.rfind(b'"', 0, end) + 1 : end].decode()
        letters = address.rstrip("0123456789")
        yield int(address[len(letters) :]), column_number(letters), int(match[1])


def _rows(sheet: PlainSheet, values: Sequence[Sequence[Any]]) -> Iterator[tuple[object, ...]]:
    """Give the rows as wide as they are stored, which may be wider than their last value.

    Calamine knows neither blanks nor whole numbers.
    """
    reached = 0
    for number, width in sheet.rows:
        yield from repeat((), number - reached - 1)
        reached = number
        row = values[number - 1][:width] if number <= len(values) else ()
        cells = [
            (int(v) if v.is_integer() else v) if v.__class__ is float else None if v == "" else v
            for v in row
        ]
        yield (*cells, *repeat(None, width - len(cells)))


def _packed(plain: PlainSheets) -> bytes:
    """Write the workbook that holds the rows as they are, and nothing else."""
    main = MAIN.decode()
    ids = range(1, len(plain.sheets) + 1)
    targets = {i: ("worksheet", f"worksheets/sheet{i}.xml") for i in ids}
    targets[len(targets) + 1] = ("sharedStrings", "sharedStrings.xml")
    sheets = "".join(f'<sheet name="{i}" sheetId="{i}" r:id="r{i}"/>' for i in ids)
    book = f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("_rels/.rels", _relations({1: ("officeDocument", "xl/workbook.xml")}))
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", _relations(targets))
        archive.writestr(
            "xl/sharedStrings.xml", b"<sst xmlns='%b'>%b</sst>" % (MAIN, plain.strings)
        )
        for number, sheet in enumerate(plain.sheets.values(), start=1):
            xml = b"<worksheet xmlns='%b'><sheetData>%b</sheetData></worksheet>"
            archive.writestr(f"xl/worksheets/sheet{number}.xml", xml % (MAIN, sheet.xml))
    return written.getvalue()


def _relations(targets: dict[int, tuple[str, str]]) -> str:
    inner = "".join(
        _RELATION.format(id=i, office=_OFFICE, kind=kind, target=target)
        for i, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'
