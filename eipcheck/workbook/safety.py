"""Fetches the bytes of a workbook, and turns every failure to read them into a coded problem."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from itertools import repeat
from lzma import LZMAError
from typing import TypeVar
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from eipcheck.model.limits import Limits
from eipcheck.model.place import Cell, FilePlace, Place
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.source import Address, Source

USUAL = Limits()
LAST_ROW = 2**20
_PADDING = 10
"""Cells that rows may have at most, for each one that is stored."""

Row = TypeVar("Row", bound=tuple[object, ...])

UNREADABLE = (
    BadZipFile,
    zlib.error,
    SyntaxError,  # of XML, whichever parser reads it
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
)
"""What the zip and XML readers are known to raise on broken files."""


def refuse(code: str, place: Place, **facts: str) -> InputError:
    """Make the error for a file that cannot be used."""
    return InputError((Problem(code, place, tuple(facts.items())),))


def raised(name: str, value: int) -> str:
    """Give the limit, as ``--limit`` takes it, that lets the value pass."""
    return f"{name}={value}"


@contextmanager
def reading(place: Place, also: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Turn whatever a reader raises on a damaged file into one coded error.

    Args:
        place: the file.
        also: what a library raises beside ``UNREADABLE``.
    """
    try:
        # openpyxl prints a remark on broken formats, which would spoil a report on stdout
        with redirect_stdout(StringIO()):
            yield
    except UNREADABLE + also as error:
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
        if number > LAST_ROW or room < 0:
            cell = Cell(sheet, number, max(len(row), 1))
            raise refuse("W112", cell, cell=cell.address)
        if not row:
            blank += 1
            continue
        yield from repeat(row[:0], blank)
        blank = 0
        yield row


def read_bytes(path: Source, limits: Limits = USUAL) -> bytes:
    """Read the file, once.

    Raises:
        InputError: the file is missing, a folder, locked, unreadable or too large.
        UsageError: what reads an address is not installed.
    """
    if isinstance(path, Address):
        from eipcheck.workbook.remote import fetch  # noqa: PLC0415 - most inputs are at hand

        return fetch(path, limits)
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
