"""Looks at a file before any parser does: is it a workbook, whole, and of an honest size?

Everything here reads bytes only. What a parser would silently pass over (a missing worksheet, a
formula without a result, a dialect it does not know) is found here as well.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from eipcheck.model.place import Cell, FilePlace, Place, SheetPlace
from eipcheck.model.problem import InputError, Problem
from eipcheck.workbook.package import SheetPart, sheet_parts

# a register of 50,000 rows and 60 columns declares 112 MB: honest books stay far below
MAX_FILE = 100 * 2**20
MAX_PART = 256 * 2**20
MAX_TOTAL = 512 * 2**20
MAX_RATIO = 200
RATIO_FROM = 2**20
MAX_PARTS = 2000

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 2**20
_LONGEST_CELL = 8 * 2**20
_OVERLAP = 64
_LAST_ROW = 2**20
_MAIN_NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# beyond column ZZ or row 199,999
_FAR = re.compile(rb"""\br=["']([A-Za-z]{3,}[0-9]*|[A-Za-z]{0,2}(?:[2-9][0-9]{5}|[0-9]{7,}))["']""")
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ADDRESS = re.compile(rb"""\br=["']([A-Za-z]+)([0-9]+)["']""")
_STRING_RESULT = re.compile(rb"""\bt=["']str["']""")

UNREADABLE = (
    BadZipFile,
    zlib.error,
    ParseError,
    ValueError,
    OSError,
    LookupError,
    AttributeError,
    TypeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ArithmeticError,
    AssertionError,
    MemoryError,
)
"""What the zip and xlsx readers are known to raise on broken files."""


_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')


class Package(Struct, frozen=True):
    """What the file holds: its worksheets in order, and what its reader does not tell of them.

    ``uncomputed`` are the formulas without a result, by row and column; ``merged`` the cells
    merged down one column, as column, first row and last row.
    """

    sheets: tuple[SheetPart, ...]
    uncomputed: Mapping[str, frozenset[tuple[int, int]]]
    merged: Mapping[str, tuple[tuple[int, int, int], ...]]


def refuse(code: str, place: Place, **facts: str) -> InputError:
    """Make the error for a file that cannot be used."""
    return InputError((Problem(code, place, tuple(facts.items())),))


@contextmanager
def reading(place: Place) -> Iterator[None]:
    """Turn whatever a reader raises on a damaged file into one coded error."""
    try:
        yield
    except UNREADABLE as error:
        reason = str(error).split("\n")[0].strip() or type(error).__name__
        raise refuse("W110", place, reason=reason[:200]) from error


def read_bytes(path: Path) -> bytes:
    """Read the file, once.

    Raises:
        InputError: the file is missing, a folder, locked, unreadable or larger than ``MAX_FILE``.
    """
    place = FilePlace(str(path))
    try:
        if path.is_dir():
            raise refuse("W102", place)
        size = path.stat().st_size
        if size > MAX_FILE:
            raise refuse("W105", place, size=str(size // 2**20), limit=str(MAX_FILE // 2**20))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse("W101", place) from error
    except PermissionError as error:
        raise refuse("W103", place) from error
    except (OSError, ValueError) as error:
        raise refuse("W104", place, reason=str(error)) from error


def examine(data: bytes, place: FilePlace) -> Package:
    """Check the bytes of a workbook before a parser sees them.

    Raises:
        InputError: it is no xlsx workbook, or one that is damaged or unsafe to open.
    """
    _check_kind(data, place)
    with reading(place), ZipFile(BytesIO(data)) as archive:
        _check_sizes(archive, place)
        for info in archive.infolist():
            _check_xml(archive, info, place)
        sheets = sheet_parts(archive)
        names = set(archive.namelist())
        missing = [s.name for s in sheets if s.part not in names]
        if missing:
            raise refuse("W114", place, sheet="; ".join(missing))
        worksheets = tuple(s for s in sheets if s.is_worksheet)
        probed = {s.name: _check_sheet(archive, s) for s in worksheets}
        uncomputed = {name: found for name, (found, _) in probed.items()}
        merged = {name: tuple(sorted(merges)) for name, (_, merges) in probed.items()}
        return Package(worksheets, uncomputed, merged)


def _check_kind(data: bytes, place: FilePlace) -> None:
    if not data:
        raise refuse("W106", place)
    if data.startswith(_OLE):
        raise refuse("W107" if _ENCRYPTED in data else "W108", place)
    if not data.startswith(_ZIP):
        raise refuse("W109", place)


def _check_sizes(archive: ZipFile, place: FilePlace) -> None:
    """Refuse by the sizes that the file declares; the zip reader never gives more than those."""
    infos = archive.infolist()
    if len(infos) > MAX_PARTS or sum(i.file_size for i in infos) > MAX_TOTAL:
        raise refuse("W111", place, part="*")
    for info in infos:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > MAX_PART or (info.file_size > RATIO_FROM and ratio > MAX_RATIO):
            raise refuse("W111", place, part=info.filename)


def _check_xml(archive: ZipFile, info: ZipInfo, place: FilePlace) -> None:
    """Refuse entity declarations, and encodings in which they could hide."""
    with archive.open(info) as stream:
        piece = stream.read(_CHUNK)
        start = piece[:64]
        is_xml = info.filename.lower().endswith((".xml", ".rels", ".vml"))
        if is_xml and (b"\x00" in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))):
            raise refuse("W113", place, part=info.filename)
        if not is_xml and not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
            return
        while piece:
            if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                raise refuse("W113", place, part=info.filename)
            more = stream.read(_CHUNK)
            piece = piece[-_OVERLAP:] + more if more else b""


def _check_sheet(
    archive: ZipFile, sheet: SheetPart
) -> tuple[frozenset[tuple[int, int]], set[tuple[int, int, int]]]:
    """Refuse a sheet with far cells or in an unknown dialect.

    Returns:
        Its formulas without result, and its cells merged down a column.
    """
    found: set[tuple[int, int]] = set()
    merged: set[tuple[int, int, int]] = set()
    tail = b""
    with archive.open(sheet.part) as stream:
        for number, piece in enumerate(_pieces(stream.read)):
            if number == 0 and _MAIN_NAMESPACE not in piece:
                raise refuse("W116", SheetPlace(sheet.name), sheet=sheet.name)
            address = _far_address(piece)
            if address:
                raise refuse("W112", _far_place(sheet.name, address), cell=address)
            if b"<f" in piece or b":f" in piece:
                found.update(_without_result(piece))
            merged.update(_merged_down(tail + piece))
            tail = piece[-_OVERLAP:]
    return frozenset(found), merged


def _merged_down(piece: bytes) -> Iterator[tuple[int, int, int]]:
    """Give cells merged down one column: the value stands in the first, and is seen in all."""
    if b"mergeCell" in piece:
        for match in _MERGED.finditer(piece):
            first, last = int(match[2]), int(match[4])
            if match[1] == match[3] and first < last <= _LAST_ROW:
                yield _column_number(match[1].decode()), first, last


def _far_address(piece: bytes) -> str | None:
    """Find a cell far away. An empty row may lie at the very end: people hide unused rows."""
    for match in _FAR.finditer(piece):
        address = match[1].decode().upper()
        tag = piece[piece.rfind(b"<", 0, match.start()) : match.start()]
        is_row = tag.split()[0].endswith(b"row") and address.isdecimal()
        is_text = b">" in tag
        if not is_text and not (is_row and int(address) <= _LAST_ROW):
            return address
    return None


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Cut the XML of a sheet into pieces between cells, so that no cell is torn apart."""
    carry = b""
    while chunk := read(_CHUNK):
        text = carry + chunk
        cut = max(text.rfind(b"<c "), text.rfind(b":c "))
        if cut <= 0 or len(text) - cut > _LONGEST_CELL:
            cut = max(len(text) - _OVERLAP, 0)
        carry = text[cut:]
        if cut:
            yield text[:cut]
    if carry:
        yield carry


def _without_result(piece: bytes) -> Iterator[tuple[int, int]]:
    for match in _NO_RESULT.finditer(piece):
        address = _ADDRESS.search(match[1])
        # a formula that gave an empty text has a result, and says so
        if address and not _STRING_RESULT.search(match[1]):
            yield int(address[2]), _column_number(address[1].decode())


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _far_place(sheet: str, address: str) -> Place:
    letters = address.rstrip("0123456789")
    digits = address[len(letters) :]
    if letters and digits and len(letters) <= len("XFD"):
        return Cell(sheet, int(digits), _column_number(letters))
    return SheetPlace(sheet)
