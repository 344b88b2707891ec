"""One streaming look at the XML of a sheet: what the forward reader does not tell of its cells.

Reading forward knows no merged ranges, hidden rows, or which values are results of formulas. All
of it stands in the XML, so that one pass of regular expressions gives it, without a second read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from zipfile import ZipFile

from msgspec import Struct

from eipcheck.model.place import Cell, Place, SheetPlace
from eipcheck.workbook.package import SheetPart
from eipcheck.workbook.safety import LAST_ROW, refuse

_CHUNK = 2**20
_LONGEST_CELL = 8 * 2**20
_OVERLAP = 64
_HEAD = 2**10
_MAIN_NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LAST_COLUMN = "XFD"

# beyond column ZZ or row 199,999
_FAR = re.compile(rb"""\br=["']([A-Za-z]{3,}[0-9]*|[A-Za-z]{0,2}(?:[2-9][0-9]{5}|[0-9]{7,}))["']""")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"((?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>)?"
)
_ADDRESS = re.compile(rb"""\br=["']([A-Za-z]+)([0-9]+)["']""")
_STRING_RESULT = re.compile(rb"""\bt=["']str["']""")
_OTHER_BOOK = re.compile(rb"\[[0-9]+\]|\[[^\]]*\.xl\w+\]")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)["']"""
)
_HIDDEN = rb"""\bhidden=["'](?:1|true)["']"""
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*" + _HIDDEN + rb"[^>]*)>")
_ROW_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]*" + _HIDDEN + rb"[^>]*)>")
_SPAN = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")


class Range(Struct, frozen=True, order=True):
    """Merged cells, by 1-based rows and columns, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Say whether a cell lies within."""
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )


class Probe(Struct, frozen=True):
    """What one sheet hides; cells are 1-based (row, column).

    ``uncomputed`` are formulas without a result, ``computed`` those with one, ``linked`` those
    of them that refer to another workbook.
    """

    uncomputed: frozenset[tuple[int, int]] = frozenset()
    computed: frozenset[tuple[int, int]] = frozenset()
    linked: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def probe(archive: ZipFile, sheet: SheetPart) -> Probe:
    """Look through a sheet.

    Raises:
        InputError: it has cells far away from all others, or is in a dialect that cannot be read.
    """
    with archive.open(sheet.part) as stream:
        return probe_pieces(sheet, _pieces(stream.read))


def probe_pieces(sheet: SheetPart, pieces: Iterable[bytes]) -> Probe:
    """Look through the pieces of a sheet, none of which tears a cell apart; see ``probe``."""
    found = _Found()
    tail = b""
    for number, piece in enumerate(pieces):
        if number == 0 and _MAIN_NAMESPACE not in piece:
            raise refuse("W116", SheetPlace(sheet.name), sheet=sheet.name)
        address = _far_address(piece)
        if address:
            raise refuse("W112", _far_place(sheet.name, address), cell=address)
        found.look(tail, piece)
        tail = piece[-_OVERLAP:]
    return found.probe()


class _Found:
    """Collects what the pieces of a sheet tell."""

    def __init__(self) -> None:
        self._uncomputed: set[tuple[int, int]] = set()
        self._computed: set[tuple[int, int]] = set()
        self._linked: set[tuple[int, int]] = set()
        self._merged: set[Range] = set()
        self._rows: set[int] = set()
        self._spans: set[tuple[int, int]] = set()

    def look(self, tail: bytes, piece: bytes) -> None:
        if b"<f" in piece or b":f" in piece:
            self._formulas(piece)
        if b"hidden=" in piece:
            self._hidden(piece)
        # merged ranges stand behind the cells, where pieces may tear an element
        if b"mergeCell" in piece or b"mergeCell" in tail:
            self._merges(tail + piece)

    def _formulas(self, piece: bytes) -> None:
        for match in _FORMULA.finditer(piece):
            address = _ADDRESS.search(match[1])
            if address is None:
                continue
            cell = int(address[2]), column_number(address[1].decode())
            # a formula that gave an empty text has a result, and says so
            if match[3] is not None and not _STRING_RESULT.search(match[1]):
                self._uncomputed.add(cell)
                continue
            self._computed.add(cell)
            if match[2] and _OTHER_BOOK.search(match[2]):
                self._linked.add(cell)

    def _hidden(self, piece: bytes) -> None:
        for row in _HIDDEN_ROW.finditer(piece):
            number = _ROW_NUMBER.search(row[1])
            if number:
                self._rows.add(int(number[1]))
        for columns in _COLUMNS.finditer(piece):
            span = {name: int(value) for name, value in _SPAN.findall(columns[1])}
            first, last = span.get(b"min", 0), span.get(b"max", 0)
            self._spans.add((first, min(last, column_number(_LAST_COLUMN))))

    def _merges(self, text: bytes) -> None:
        for match in _MERGED.finditer(text):
            rows = int(match[2]), int(match[4])
            columns = column_number(match[1].decode()), column_number(match[3].decode())
            if rows[0] <= rows[1] <= LAST_ROW and columns[0] <= columns[1]:
                self._merged.add(Range(rows[0], columns[0], rows[1], columns[1]))

    def probe(self) -> Probe:
        return Probe(
            frozenset(self._uncomputed),
            frozenset(self._computed),
            frozenset(self._linked),
            tuple(sorted(self._merged)),
            frozenset(self._rows),
            frozenset(_union(self._spans)),
        )


def _union(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Give the numbers within spans, each once, however often spans overlap."""
    reached = 0
    for first, last in sorted(spans):
        yield from range(max(first, reached + 1), last + 1)
        reached = max(reached, last)


def _far_address(piece: bytes) -> str | None:
    """Find a cell far away. An empty row may lie at the very end: people hide unused rows."""
    match = _FAR.search(piece)
    while match:
        address = match[1].decode().upper()
        tag = piece[piece.rfind(b"<", 0, match.start()) : match.start()]
        is_row = tag.split()[0].endswith(b"row") and address.isdecimal()
        is_text = b">" in tag
        if not is_text and not (is_row and int(address) <= LAST_ROW):
            return address
        # a text may be full of what reads like addresses: go on behind it
        behind = piece.find(b"<", match.end())
        match = _FAR.search(piece, behind) if behind >= 0 else None
    return None


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Cut the XML of a sheet into pieces between cells, so that no cell is torn apart."""
    carry = b""
    while chunk := read(_CHUNK):
        text = carry + chunk
        cut = max(text.rfind(b"<c "), text.rfind(b":c "))
        if cut <= 0 or len(text) - cut > _LONGEST_CELL:
            cut = len(text) - _OVERLAP
        if cut < _HEAD:  # the first piece holds the root
            carry = text
            continue
        carry = text[cut:]
        yield text[:cut]
    if carry:
        yield carry


def column_number(letters: str) -> int:
    """Turn spreadsheet letters into a 1-based column number: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _far_place(sheet: str, address: str) -> Place:
    letters = address.rstrip("0123456789")
    digits = address[len(letters) :]
    if letters and digits and len(letters) <= len(_LAST_COLUMN):
        return Cell(sheet, int(digits), column_number(letters))
    return SheetPlace(sheet)
