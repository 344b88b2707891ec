"""Fetches the bytes of a workbook, and turns every failure to read them into a coded problem."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from itertools import repeat
from lzma import LZMAError
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from openpyxl.utils.exceptions import (
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
    NamedRangeException,
    SheetTitleException,
)

from eipcheck.model.limits import Limits
from eipcheck.model.place import Cell, FilePlace, Place, SheetPlace
from eipcheck.model.problem import InputError, Problem
from eipcheck.workbook.package import SheetPart

USUAL = Limits()
_PADDING = 10
"""Cells that rows may have at most, for each one that is stored."""
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

Row = TypeVar("Row", bound=tuple[object, ...])

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
    struct.error,
    LZMAError,
    ExpatError,
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
    NamedRangeException,
    SheetTitleException,
)
"""What the zip and xlsx readers are known to raise on broken files."""


_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')


def refuse(code: str, place: Place, **facts: str) -> InputError:
    """Make the error for a file that cannot be used."""
    return InputError((Problem(code, place, tuple(facts.items())),))


def raised(name: str, value: int) -> str:
    """Give the limit, as ``--limit`` takes it, that lets the value pass."""
    return f"{name}={value}"


@contextmanager
def reading(place: Place) -> Iterator[None]:
    """Turn whatever a reader raises on a damaged file into one coded error."""
    try:
        # openpyxl prints a remark on broken formats, which would spoil a report on stdout
        with redirect_stdout(StringIO()):
            yield
    except UNREADABLE as error:
        reason = str(error).split("\n")[0].strip() or type(error).__name__
        raise refuse("W110", place, reason=reason[:200]) from error


def bounded(rows: Iterable[Row], sheet: str, limits: Limits) -> Iterator[Row]:
    """Give the rows of a sheet, padded to their last cell, until they grow out of all proportion.

    The XML can be written so that a far address is seen by its parser alone. Rows without cells
    are left out at the end, where people hide a million of them.

    Raises:
        InputError: a row or a column lies too far away.
    """
    room = limits.cells * _PADDING
    blank = 0
    for number, row in enumerate(rows, start=1):
        room -= len(row)
        if number > _LAST_ROW or room < 0:
            cell = Cell(sheet, number, max(len(row), 1))
            raise refuse("W112", cell, cell=cell.address)
        if not row:
            blank += 1
            continue
        yield from repeat(row[:0], blank)
        blank = 0
        yield row


def read_bytes(path: Path, limits: Limits = USUAL) -> bytes:
    """Read the file, once.

    Raises:
        InputError: the file is missing, a folder, locked, unreadable or too large.
    """
    place = FilePlace(str(path))
    try:
        if path.is_dir():
            raise refuse("W102", place)
        size = path.stat().st_size
        if size > limits.file_mb * 2**20:
            megabytes = -(-size // 2**20)
            option = raised("file-mb", megabytes)
            limit = str(limits.file_mb)
            raise refuse("W105", place, size=str(megabytes), limit=limit, option=option)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse("W101", place) from error
    except PermissionError as error:
        raise refuse("W103", place) from error
    except (OSError, ValueError) as error:
        raise refuse("W104", place, reason=str(error)) from error


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
