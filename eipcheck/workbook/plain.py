"""Tells sheets that hold nothing but plain cells, which a fast and simple reader reads aright.

A sheet is plain if every byte of its cells follows the few patterns below: blanks, numbers that
any program takes alike, yes or no, and texts without format of their own, in ascending order.
Formulas, errors, dates with times, far addresses and all that is rare are none of these. Nothing
is looked for that could be overlooked: what is not known to be plain is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from msgspec import Struct

from eipcheck.workbook.admission import Package
from eipcheck.workbook.package import SheetPart, relations_of
from eipcheck.workbook.plain_styles import Styles, read_styles
from eipcheck.workbook.probe import Probe, column_number, probe_pieces
from eipcheck.workbook.safety import UNREADABLE

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPACE = f"{{{MAIN.decode()}}}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST = 64 * 2**20
"""Bytes of a sheet; a larger one is better read in pieces."""
_LAST_ROW = 199_999
_ROOM, _SPARSE = 100_000, 10
"""How many cells calamine may set up beside those that are stored, and for each one that is."""

_STYLES = "xl/styles.xml"
_WORKBOOK_TYPE = ".sheet.main+xml"
_COUNTED_FROM_1900 = re.compile(rb"""\bdate1904=["'](?:0|false)["']""")

_DECLARATION = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?:utf|UTF)-8["'])?"""
    rb"""(?: standalone=["']\w+["'])? ?\?>\s*)?+(?=<)"""
)
# a text of at least one character; without xml:space, readers may drop blanks at its ends
_WORDS = (
    rb"(?=[^<])[^<&>\x00-\x08\x0b-\x1f]*+"
    rb"(?:&(?:amp|lt|gt|quot|apos);[^<&>\x00-\x08\x0b-\x1f]*+)*+"
)
_TEXT = (
    rb"<t(?:>(?![ \t\n])" + _WORDS + rb'(?<![ \t\n])| xml:space="preserve">' + _WORDS + rb")</t>"
)
# whole numbers have no more digits, and others no fraction so small, that a float could tell
_NUMBER = (
    rb"-?+(?:[0-9]{1,15}+(?=<)|[0-9]{1,9}+\.(?!0{6}|9{6})[0-9]{0,19}[1-9](?=<)"
    rb"|[0-9]{1,12}+\.(?!000|999)[0-9]{0,19}[1-9](?=<))"
)
_CELL = (
    rb'<c r="[A-Z]{1,2}+\1"(?: s="[0-9]{1,5}+")?+(?:'
    rb'(?: t="n")?+(?: ?+/>|><v>' + _NUMBER + rb"</v></c>|></c>)"
    rb'| t="s"><v>[0-9]{1,8}+</v></c>'
    rb'| t="inlineStr"><is>' + _TEXT + rb"</is></c>"
    rb'| t="b"><v>[01]</v></c>)'
)
_ROW = re.compile(
    rb'<row r="([0-9]{1,6})"(?: (?!r=)(?:x14ac:dyDescent|[a-zA-Z0-9]++)="[^"<>&]*+")*+ ?'
    rb"(?:/>|>(?:" + _CELL + rb")*+</row>)"
)
_STRING = rb"<si>" + _TEXT + rb"</si>"
_STRINGS = re.compile(
    rb'<sst xmlns="'
    + re.escape(MAIN)
    + rb'"(?: (?:c|uniqueC)ount="[0-9]+")*>((?:'
    + _STRING
    + rb")*+)</sst>\s*"
)
_LETTERS = re.compile(rb'<c r="([A-Z]+)')
_STYLE = re.compile(rb' s="([0-9]+)"')
_FORBIDDEN = b"\xef\xbf"
"""How two letters start that XML forbids, and some that hardly anybody writes."""
_SPELT, _SPELT_TWICE = b"_x", b"x005F_"
"""Letters in the spelling _x0041_, which readers understand or not."""
_START, _END, _EMPTY = b"<sheetData>", b"</sheetData>", (b"<sheetData/>", b"<sheetData />")
_PREFIX, _DECLARED = b"x14ac:", b'xmlns:x14ac="'


class Row(NamedTuple):
    """A row that is stored, and its last cell, both 1-based; ``width`` is 0 without cells."""

    number: int
    width: int


class PlainSheet(Struct, frozen=True):
    """The rows of a plain sheet as they stand in the file, and what the sheet hides."""

    xml: bytes
    rows: tuple[Row, ...]
    probe: Probe


class PlainSheets(Struct, frozen=True):
    """The plain sheets of a workbook by name, its table of texts, and its styles."""

    sheets: Mapping[str, PlainSheet] = {}
    strings: bytes = b""
    styles: Styles = Styles({}, frozenset(), frozenset())


_NONE = PlainSheets()


def plain_sheets(archive: ZipFile, package: Package) -> PlainSheets:
    """Find the plain sheets of a workbook; what is damaged is not plain either."""
    try:
        return _plain_sheets(archive, package)
    except UNREADABLE:
        return _NONE


def _plain_sheets(archive: ZipFile, package: Package) -> PlainSheets:
    names = set(archive.namelist())
    types = package.types
    strings = [part for part, kind in types.items() if kind.endswith(".sharedStrings+xml")]
    is_usual = types.get(package.workbook, "").endswith(_WORKBOOK_TYPE)
    if not is_usual or len(strings) > 1 or not names.issuperset([_STYLES, *strings]):
        return _NONE
    if package.has_others or not _is_usual_workbook(archive, package):
        return _NONE
    styles = read_styles(archive.read(_STYLES))
    table = _strings(archive.read(strings[0])) if strings else b""
    if styles is None or table is None:
        return _NONE
    found = {}
    for sheet in package.sheets:
        if archive.getinfo(sheet.part).file_size <= _LARGEST:
            plain = _plain_sheet(archive.read(sheet.part), sheet, styles)
            if plain is not None:
                found[sheet.name] = plain
    return PlainSheets(found, table, styles)


def _is_usual_workbook(archive: ZipFile, package: Package) -> bool:
    """Say whether nobody could take other sheets, or other days, for those of the workbook."""
    xml = archive.read(package.workbook)
    if b"date1904" in _COUNTED_FROM_1900.sub(b"", xml):
        return False
    # S314: entity declarations were refused before, and expat bounds what is left
    sheets = fromstring(xml).findall(f"{_SPACE}sheets/{_SPACE}sheet")  # noqa: S314
    relations = fromstring(archive.read(relations_of(package.workbook)))  # noqa: S314
    ids = Counter(relation.attrib.get("Id") for relation in relations)
    named = [sheet.attrib.get(_RELATION) for sheet in sheets]
    are_sure = all(ids[name] == 1 for name in named) and len(set(named)) == len(named)
    return are_sure and [s.attrib.get("name") for s in sheets] == [s.name for s in package.sheets]


def _strings(xml: bytes) -> bytes | None:
    """Give the texts that sheets share, without what stands around them; None if in doubt."""
    start = _DECLARATION.match(xml)
    match = _STRINGS.fullmatch(xml, start.end() if start else 0)
    if match is None or _SPELT_TWICE in xml or not _is_clean(match[1]):
        return None
    return match[1]


def _plain_sheet(xml: bytes, sheet: SheetPart, styles: Styles) -> PlainSheet | None:
    parts = _cut(xml)
    if parts is None:
        return None
    head, cells, tail = parts
    rows = _rows(cells)
    if rows is None or not _is_clean(cells) or not _is_sheet(head, tail):
        return None
    if _DECLARED not in head and _PREFIX in cells:
        return None
    used = {int(style) for style in set(_STYLE.findall(cells))}
    if not used <= styles.known or _has_odd_dates(cells, used & styles.dates):
        return None
    # hidden rows stand among the cells, the rest around them
    outside = [head, *([cells] if b"hidden=" in cells else []), tail]
    return PlainSheet(cells, rows, probe_pieces(sheet, outside))


def _cut(xml: bytes) -> tuple[bytes, bytes, bytes] | None:
    """Cut a sheet into what stands before, within and behind the rows; None if in doubt."""
    start = xml.find(_START)
    if start < 0:
        empty = next((e for e in _EMPTY if e in xml), None)
        head, _, tail = xml.partition(empty) if empty else (b"", b"", b"")
        return (head, b"", tail) if empty else None
    end = xml.rfind(_END)
    if end < 0:
        return None
    return xml[:start], xml[start + len(_START) : end], xml[end + len(_END) :]


def _rows(xml: bytes) -> tuple[Row, ...] | None:
    """Give the rows, if all bytes are rows of plain cells and each stands where it belongs."""
    rows: list[Row] = []
    at = last = cells = widest = lowest = 0
    layouts: dict[tuple[bytes, ...], int] = {(): 0}
    while match := _ROW.match(xml, at):
        number, end = int(match[1]), match.end()
        letters = tuple(_LETTERS.findall(xml, at, end))
        width = layouts.get(letters)
        if width is None:
            width = layouts[letters] = _width(letters)
        if number <= last or width < 0:
            return None
        rows.append(Row(number, width))
        at, last = end, number
        if width:
            cells, widest, lowest = cells + len(letters), max(widest, width), number
    is_near = last <= _LAST_ROW and widest * lowest <= _ROOM + _SPARSE * cells
    return tuple(rows) if at == len(xml) and is_near else None


def _width(letters: tuple[bytes, ...]) -> int:
    """Give the last of ascending columns, or -1 where they do not ascend."""
    columns = [column_number(text.decode()) for text in letters]
    ascends = all(a < b for a, b in pairwise(columns))
    return columns[-1] if ascends else -1


def _is_clean(xml: bytes) -> bool:
    """Say whether texts hold no more than what every reader gives as it stands."""
    if not xml.isascii():
        xml.decode()  # raises an error where the bytes are no text
        if _FORBIDDEN in xml:
            return False
    return _SPELT not in xml


def _is_sheet(head: bytes, tail: bytes) -> bool:
    """Say whether around the rows stands one sheet of the usual dialect, and no other rows."""
    start = _DECLARATION.match(head)
    if start is None or not head.startswith(b"<worksheet", start.end()) or b"<!" in head + tail:
        return False
    # S314: entity declarations were refused before, and expat bounds what is left
    root = fromstring(head + _EMPTY[0] + tail)  # noqa: S314
    if root.tag != f"{_SPACE}worksheet" or root.find(f"{_SPACE}sheetData") is None:
        return False
    tags = {f"{_SPACE}{name}" for name in ("sheetData", "row", "c")}
    return sum(e.tag in tags for e in root.iter()) == 1


def _has_odd_dates(cells: bytes, dates: set[int]) -> bool:
    """Say whether a date is anything but a whole day of our time."""
    if not dates:
        return False
    ids = b"|".join(str(style).encode() for style in sorted(dates))
    odd = rb'" s="(?:' + ids + rb')"(?: t="n")?>(?!<v>[1-9][0-9]{4}</v></c>|</c>)'
    return re.search(odd, cells) is not None
