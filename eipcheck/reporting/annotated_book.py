"""Opens a workbook so that it can be written again, and packs it with what it had computed.

The Excel library writes formulas without their results, takes numbers that are no date for errors
where a cell is formatted as a date, and leaves formulas that name other workbooks dangling. All
three are mended here from the XML of the original.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from xml.etree.ElementTree import Element, iterparse
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from msgspec import Struct
from openpyxl.cell.cell import Cell
from openpyxl.packaging.relationship import Relationship
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.views import BookView
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
_UNIX = 3
_PROPERTIES = "docProps/core.xml"
_NO_DATE = "#VALUE!"
_BROKEN = "#REF!"
# [1]Sheet!A1 names another workbook; Table[2019] does not
_FOREIGN = re.compile(r"(?:^|[^\w\[\]:.])\[\d+\][^\[\]]*!")
_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f\b[^>]*?(?:/>|>[^<]*</f>))<v ?(?:/>|></v>)</c>'
)


_NUMBER = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]* t="n"[^>]*><v>)[^<]*(</v></c>)')
_SHAPE = re.compile(rb"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape>", re.DOTALL)
_FIRST_SHAPE, _BLOCK = 1026, 1024
_PLACE = re.compile(rb"<(?:\w+:)?(Row|Column)>\s*(\d{1,7})\s*<")
_SIZE = re.compile(rb"\b(width|height):\s*([\d.]{1,9})(pt|px)")
_SIZES = (b"width", b"height")
_PIXELS = {b"pt": 4 / 3, b"px": 1.0}


class Result(Struct, frozen=True):
    """What a cell of the original holds: the type and the text of its value, as its XML has it."""

    type: str
    text: str


Results = Mapping[str, Mapping[str, Result]]
"""Results of cells, by sheet and address."""


class Opened(Struct, frozen=True):
    """A workbook to write into, with the results of its formulas, and dates as they are stored."""

    book: Workbook
    results: Results
    dates: Results


def open_book(data: bytes) -> Opened:
    """Read a workbook with formulas, lettering inside cells, and the results of its formulas.

    Raises:
        Exception: whatever the library raises on parts that it cannot make sense of.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is lost is told by annotated_losses
        reader = ExcelReader(BytesIO(data), keep_vba=False, keep_links=False, rich_text=True)
        reader.read()
        parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    book: Workbook = reader.wb
    with ZipFile(BytesIO(data)) as archive:
        stored = {
            sheet.title: _stored(archive, parts[sheet.title], sheet)
            for sheet in book.worksheets
            if sheet.title in parts
        }
        results = {name: found["f"] for name, found in stored.items()}
        dates = {name: found["d"] for name, found in stored.items()}
        if any(n.startswith("xl/externalLinks/") for n in archive.namelist()):
            _settle_foreign(book, results)
        for sheet in book.worksheets:
            _keep_note_sizes(sheet, archive)
        _keep_authorship(book, archive)
    book.template = False
    return Opened(book, results, dates)


def _stored(archive: ZipFile, part: str, sheet: Worksheet) -> dict[str, dict[str, Result]]:
    """Give what the XML stores of formulas (``f``) and dates (``d``).

    Numbers that are no dates, though formatted so, are put back where the library put an error;
    of dates it rounds the time of day, so they are kept as they were written.
    """
    found: dict[str, dict[str, Result]] = {"f": {}, "d": {}}
    wanted = {c.coordinate: c.data_type for c in _cells(sheet) if c.data_type in found}
    undated = {c.coordinate: c for c in _cells(sheet) if _is_undated(c)}
    if not wanted and not undated:
        return found
    with archive.open(part) as stream:
        # S314: entity declarations were refused before, and expat bounds what is left
        events = iterparse(stream, ("start", "end"))  # noqa: S314
        for address, element in _addressed(events):
            kind = wanted.get(address)
            result = _result(element) if kind or address in undated else None
            if result is None:
                continue
            if kind == "f" or (kind == "d" and result.type == "n"):
                found[kind][address] = result
            elif address in undated and result.type == "n":
                put_result(undated[address], result)
    return found


def _is_undated(cell: Cell) -> bool:
    return cell.data_type == "e" and cell.value == _NO_DATE


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """Give the cells that exist, none of which is made by looking for it."""
    return (c for c in sheet._cells.values() if isinstance(c, Cell))  # noqa: SLF001 - as above


def _addressed(events: Iterator[tuple[str, Element]]) -> Iterator[tuple[str, Element]]:
    """Give each cell of a sheet with its address, which its XML may leave out."""
    row = column = 0
    for event, element in events:
        name = element.tag.rpartition("}")[2]
        if name == "row":
            if event == "start":
                row, column = int(element.get("r", row + 1)), 0
            else:
                element.clear()
        elif name == "c" and event == "end":
            address = element.get("r")
            if address:
                letters, row = coordinate_from_string(address)
                column = column_index_from_string(letters)
            else:
                column += 1
            yield f"{get_column_letter(column)}{row}", element
            element.clear()


def _result(element: Element) -> Result | None:
    text = next((e.text for e in element if e.tag.rpartition("}")[2] == "v"), None)
    kind = element.get("t", "n")
    if kind == "str":
        return Result(kind, text or "")
    return Result(kind, text) if text and kind in {"n", "b", "e", "d"} else None


def put_result(cell: Cell, result: Result | None) -> None:
    """Let a cell hold a result instead of its formula; an error where there is no result."""
    kind, text = (result.type, result.text) if result is not None else ("e", _BROKEN)
    cell.value = None
    match kind:
        case "n":
            cell.value = float(text) if re.search(r"[.eE]", text) else int(text)
            cell.data_type = "n"
        case "b":
            cell.value = text == "1"
        case _:
            cell.value = text
            cell.data_type = "e" if kind == "e" else "s"


def _settle_foreign(book: Workbook, results: Results) -> None:
    """Fix what formulas took from other workbooks; without the links they would be broken."""
    for sheet in book.worksheets:
        for cell in list(_cells(sheet)):
            if cell.data_type == "f" and _is_foreign(cell.value):
                put_result(cell, results[sheet.title].get(cell.coordinate))
        validations = sheet.data_validations.dataValidation
        kept = [
            v for v in validations if not _is_foreign(v.formula1) and not _is_foreign(v.formula2)
        ]
        sheet.data_validations.dataValidation = kept
    for names in (book.defined_names, *(sheet.defined_names for sheet in book.worksheets)):
        for name in [n for n, defined in names.items() if _is_foreign(defined.value)]:
            del names[name]


def _is_foreign(formula: object) -> bool:
    text = formula.text if isinstance(formula, ArrayFormula) else formula
    return isinstance(text, str) and _FOREIGN.search(text) is not None


def _keep_note_sizes(sheet: Worksheet, archive: ZipFile) -> None:
    """Give the notes of a sheet the sizes that they had, which the library does not read."""
    relations: Iterable[Relationship] = getattr(sheet, "_rels", ())  # the stubs lack it
    for relation in [r for r in relations if r.Type.endswith("/vmlDrawing")]:
        drawing = archive.read(relation.target) if relation.target in archive.namelist() else b""
        for shape in _SHAPE.findall(drawing):
            place = {name: int(digits) + 1 for name, digits in _PLACE.findall(shape)}
            size = {n: float(figure) * _PIXELS[unit] for n, figure, unit in _SIZE.findall(shape)}
            cell = sheet._cells.get((place.get(b"Row", 0), place.get(b"Column", 0)))  # noqa: SLF001
            if cell is not None and cell.comment is not None and len(size) == len(_SIZES):
                cell.comment.width, cell.comment.height = (round(size[n]) for n in _SIZES)


def _keep_authorship(book: Workbook, archive: ZipFile) -> None:
    """Leave no time and no name that the original lacks: the library would put its own."""
    said = archive.read(_PROPERTIES) if _PROPERTIES in archive.namelist() else b""
    if b"creator" not in said:
        book.properties.creator = "eipcheck"
    if b"created" not in said:
        book.properties.created = _MOMENT.replace(tzinfo=None)


def pack(opened: Opened, front: Worksheet, made: datetime) -> bytes:
    """Save the workbook: open at ``front``, formulas with their results, computed anew in Excel.

    The same workbook and the same ``made`` give the same bytes.
    """
    book = opened.book
    _show(book, front)
    book.calculation = book.calculation or CalcProperties()
    book.calculation.fullCalcOnLoad = True
    book.properties.modified = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    saved = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ExcelWriter(book, ZipFile(saved, "w", ZIP_STORED, allowZip64=True)).save()
    stored = {
        sheet.path[1:]: (opened.results.get(sheet.title, {}), opened.dates.get(sheet.title, {}))
        for sheet in book.worksheets
    }
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = _as_stored(old.read(name), *stored.get(name, ({}, {})))
            content = numbered_shapes(content) if name.endswith(".vml") else content
            entry = ZipInfo(name, _MOMENT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return packed.getvalue()


def _show(book: Workbook, front: Worksheet) -> None:
    """Open at one sheet; several that are selected together would all take what is typed."""
    for sheet in (*book.worksheets, *book.chartsheets):
        views = sheet.views if isinstance(sheet, Worksheet) else getattr(sheet, "sheetViews", None)
        for view in views.sheetView if views is not None else ():
            view.tabSelected = sheet is front
    book.active = front
    book.views = book.views or [BookView()]
    for view in book.views:
        view.activeTab = view.firstSheet = 0


def numbered_shapes(drawing: bytes) -> bytes:
    """Name the blocks of numbers that the shapes of notes take; the library names the first."""
    last = _FIRST_SHAPE + len(_SHAPE.findall(drawing)) - 1
    blocks = ",".join(str(n) for n in range(1, last // _BLOCK + 1))
    return re.sub(rb'(idmap\b[^>]*\bdata=)"1"', rb'\1"%s"' % blocks.encode(), drawing)


def _as_stored(content: bytes, results: Mapping[str, Result], dates: Mapping[str, Result]) -> bytes:
    """Put results beside formulas, and dates back to the last digit, in the XML of a sheet."""

    def computed(match: re.Match[bytes]) -> bytes:
        result = results.get(match[1].decode())
        if result is None:
            return match[0]
        kind = b"" if result.type == "n" else f' t="{result.type}"'.encode()
        value = escape(result.text).encode()
        return b'<c r="%s"%s%s>%s<v>%s</v></c>' % (match[1], match[2], kind, match[3], value)

    def dated(match: re.Match[bytes]) -> bytes:
        result = dates.get(match[2].decode())
        return match[0] if result is None else match[1] + escape(result.text).encode() + match[3]

    content = _FORMULA.sub(computed, content) if results else content
    return _NUMBER.sub(dated, content) if dates else content
