"""What the Excel library cannot carry over into the annotated copy, and what it must not try.

openpyxl drops silently what it does not know. So the parts of the original are looked through,
and all that it is known not to write again is named; charts, pictures and pivot tables, which it
writes in part, are counted against what it has read. ``tests/output`` holds this to the truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from zipfile import ZipFile

from msgspec import Struct
from openpyxl.workbook.workbook import Workbook

MOST_SPREAD = 500_000
"""Cells that merged ranges and linked ranges may span: the library makes an object of each."""


class Loss(Struct, frozen=True):
    """A kind of thing that the copy lacks; ``parts`` names them where no word does."""

    kind: str
    parts: tuple[str, ...] = ()


_BY_PART = (
    ("chart_looks", r"xl/charts/(style|colors)[^/]*\.xml"),
    ("charts", r"xl/charts/chart(ex|userShapes)[^/]*\.xml"),
    ("slicers", r"xl/(slicers|slicerCaches|timelines|timelineCaches)/.*\.xml"),
    ("macros", r"xl/vba.*|xl/macrosheets/.*\.xml|xl/dialogsheets/.*\.xml|customUI/.*"),
    ("controls", r"xl/(ctrlProps|activeX)/.*"),
    ("objects", r"xl/embeddings/.*"),
    ("links", r"xl/externalLinks/.*\.xml"),
    ("connections", r"xl/connections\.xml|xl/(queryTables|model)/.*"),
    ("threads", r"xl/threadedComments/.*|xl/persons/.*"),
    ("labels", r"(customXml|docMetadata)/.*"),
    ("printer", r"xl/printerSettings/.*"),
    ("signatures", r"_xmlsignatures/.*"),
    ("types", r"xl/richData/.*|xl/metadata\.xml"),
)
"""Parts that are never written again, by kind."""

_NOTES = re.compile(r"xl/(worksheets/)?comments[^/]*(/[^/]*)?\.xml", re.IGNORECASE)
_DRAWING = re.compile(r"xl/drawings/drawing[^/]*\.xml", re.IGNORECASE)
_CHART = re.compile(r"xl/charts/chart\d*\.xml", re.IGNORECASE)
_PIVOT = re.compile(r"xl/pivotTables/[^/]*\.xml", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_BOOK = re.compile(r"xl/workbook[^/]*\.xml", re.IGNORECASE)
_WRITTEN = re.compile(
    r".*\.rels|.*/|\[Content_Types\]\.xml|docProps/.*"
    r"|xl/(workbook|styles|sharedStrings|calcChain)[^/]*\.xml"
    r"|xl/(worksheets|chartsheets|theme|tables|drawings|media|charts|pivotTables|pivotCache)/.*",
    re.IGNORECASE,
)
_IN_SHEETS = (
    ("dropdowns", rb"<x14:dataValidation[ >]"),
    ("formats", rb"<x14:cfRule[ >]"),
    ("sparklines", rb"<x14:sparkline[ >]"),
    ("controls", rb"<(?:\w+:)?control "),
    ("objects", rb"<(?:\w+:)?oleObject "),
    ("backgrounds", rb"<(?:\w+:)?(?:picture|legacyDrawingHF) "),
    ("protection", rb"<(?:\w+:)?protectedRange "),
    ("views", rb"<(?:\w+:)?customSheetView "),
)
_SHAPE = rb"<(?:\w+:)?(?:sp|cxnSp)[ >]"
_PICTURE = rb"<(?:\w+:)?pic[ >]"
_LETTERING = rb"<(?:\w+:)?(?:b|i|u|strike)(?: [^>]*)?/>"
_FILE_SHARING = rb"<(?:\w+:)?fileSharing[ /]"
_SPREADS = re.compile(
    rb"<(?:[^\s<>/:]+:)?(?:mergeCell|hyperlink|comment)\s"
    rb"""((?:[^>"']|"[^"]*"|'[^']*')*)>"""
)
_REFERENCE = re.compile(rb"""\bref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RANGE = re.compile(rb"\$?([A-Za-z]+)\$?([0-9]+):\$?([A-Za-z]+)\$?([0-9]+)")
_ADDRESSED = re.compile(
    rb"""<(?:[^\s<>/:]+:)?(row|c)\s(?:[^>]*?\s)?r=["']([A-Za-z]*)([0-9]{1,9})["']"""
)
_RANGED = re.compile(rb"mergeCell\s|hyperlink\s|comment\s")
_END_OF_CELLS = b"sheetData>"


def losses(archive: ZipFile, book: Workbook) -> tuple[Loss, ...]:
    """Name what a copy of ``book``, read from ``archive``, will lack; in a fixed order."""
    names = archive.namelist()
    found: dict[str, tuple[str, ...]] = {}
    other = []
    for name in names:
        kind = _kind_of(name)
        if kind is not None:
            found.setdefault(kind, ())
        elif not _WRITTEN.fullmatch(name) and not _NOTES.fullmatch(name):
            other.append(name)
    notes = (archive.read(name) for name in names if _NOTES.fullmatch(name))
    if any(re.search(_LETTERING, content) for content in notes):
        found["notes"] = ()
    found.update(dict.fromkeys(_half_known(archive, book), ()))
    if other:
        found["other"] = tuple(sorted(other))
    return tuple(Loss(kind, parts) for kind, parts in sorted(found.items()))


def _kind_of(name: str) -> str | None:
    for kind, pattern in _BY_PART:
        if re.fullmatch(pattern, name, re.IGNORECASE):
            return kind
    return None


def _half_known(archive: ZipFile, book: Workbook) -> Iterator[str]:
    """Give what lies inside parts that are written again, and what was read only in part."""
    sheets = list(_tails(archive))
    for kind, pattern in _IN_SHEETS:
        if any(re.search(pattern, tail) for tail in sheets):
            yield kind
    drawings = [archive.read(name) for name in archive.namelist() if _DRAWING.fullmatch(name)]
    if any(re.search(_SHAPE, drawing) for drawing in drawings):
        yield "shapes"
    pictures = sum(len(re.findall(_PICTURE, drawing)) for drawing in drawings)
    if pictures > _read(book.worksheets, "_images"):
        yield "pictures"
    if _parts(archive, _CHART) > _read((*book.worksheets, *book.chartsheets), "_charts"):
        yield "charts"
    if _parts(archive, _PIVOT) > _read(book.worksheets, "_pivots"):
        yield "pivots"
    books = (archive.read(name) for name in archive.namelist() if _BOOK.fullmatch(name))
    if any(re.search(_FILE_SHARING, content) for content in books):
        yield "protection"


def _parts(archive: ZipFile, pattern: re.Pattern[str]) -> int:
    return sum(1 for name in archive.namelist() if pattern.fullmatch(name))


def _read(sheets: Iterable[object], things: str) -> int:
    """Count what the library has read; it keeps these lists to itself."""
    return sum(len(getattr(sheet, things, ())) for sheet in sheets)


def _tails(archive: ZipFile) -> Iterator[bytes]:
    """Give what stands behind the cells of each sheet."""
    for name in archive.namelist():
        if _SHEET.fullmatch(name):
            content = archive.read(name)
            yield content[max(content.rfind(_END_OF_CELLS), 0) :]


def spread(archive: ZipFile) -> int:
    """Count the cells that merged, linked and noted ranges span, before anything opens them."""
    total = 0
    for name in archive.namelist():
        content = archive.read(name) if name.lower().endswith(".xml") else b""
        for match in _SPREADS.finditer(content) if _RANGED.search(content) else ():
            total += sum(_spanned(a or b) for a, b in _REFERENCE.findall(match[1]))
    return total


def muddle(archive: ZipFile) -> str:
    """Name a cell that does not stand where it says; empty where all do.

    Programs put such cells in different places, so a copy could hold other answers.
    """
    for name in archive.namelist():
        row = column = 0
        for kind, letters, digits in (
            _ADDRESSED.findall(archive.read(name)) if _SHEET.fullmatch(name) else ()
        ):
            number = int(digits)
            if kind == b"row":
                astray, row, column = number <= row, number, 0
            else:
                here = _number(letters.decode())
                astray, column = number != row or here <= column, here
            if astray:
                return f"{name}: {letters.decode()}{number}"
    return ""


def _spanned(reference: bytes) -> int:
    """Count the cells of a reference; whole rows and columns, and riddles, are too many."""
    if b":" not in reference and b"&" not in reference:
        return 1
    corners = _RANGE.fullmatch(reference.strip())
    if corners is None:
        return MOST_SPREAD + 1
    left, top, right, bottom = (corner.decode() for corner in corners.groups())
    wide = abs(_number(right) - _number(left)) + 1
    return wide * (abs(int(bottom) - int(top)) + 1)


def _number(letters: str) -> int:
    """Turn letters into the number of a column, however many there are."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
