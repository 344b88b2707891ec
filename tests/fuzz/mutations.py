"""Ways to damage a workbook, each decided by a seed: the same seed gives the same file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

Mutate = Callable[[bytes, Random], bytes]

_JUNK = (
    b"\x00",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"<",
    b"&",
    b"]]>",
    b"\xf0\x9f\x8f\xad",
    b"\x1b[31m",
)
_TYPES = ("s", "b", "e", "n", "d", "str", "inlineStr", "x", "")
_VALUES = (
    "0",
    "-1",
    "1e308",
    "1e999",
    "NaN",
    "99999999999999999999",
    "2958466",
    "-700000",
    "0.1e-320",
    "TRUE",
    "#REF!",
    "#N/A",
    "x" * 40_000,
    "",
    " ",
    "&#27;[2J",
    "=1+1",
    "\u202e",
)
_ADDRESSES = ("A1", "XFD1", "A1048576", "ZZZ9", "A0", "a1", "1", "", "A", "AAAA99999999", "$A$1")
_RANGES = ("A1:A1", "A1:XFD1048576", "B2:A1", "A1", "", "A1:B", "1:5", "D5:D40", "A4:J4", "C5:F9")


@dataclass(frozen=True)
class Mutant:
    """A damaged file; ``strict`` says that a changed verdict must come with a named problem."""

    data: bytes
    kinds: tuple[str, ...]
    strict: bool


def flip(data: bytes, random: Random) -> bytes:
    """Change a few bytes."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        out[random.randrange(len(out))] = random.randrange(256)
    return bytes(out)


def insert(data: bytes, random: Random) -> bytes:
    """Put junk somewhere."""
    at = random.randrange(len(data))
    junk = random.choice(_JUNK) * random.choice((1, 1, 3, 500))
    return data[:at] + junk + data[at:]


def delete(data: bytes, random: Random) -> bytes:
    """Take bytes out."""
    at = random.randrange(len(data))
    return data[:at] + data[at + random.choice((1, 2, 7, 100, 5000)) :]


def splice(data: bytes, random: Random) -> bytes:
    """Copy a stretch of the file over another."""
    size = random.choice((4, 30, 300, 4000))
    source, target = (random.randrange(max(1, len(data) - size)) for _ in range(2))
    return data[:target] + data[source : source + size] + data[target + size :]


def truncate(data: bytes, random: Random) -> bytes:
    """Cut the end off."""
    return data[: random.randrange(len(data))]


def directory(data: bytes, random: Random) -> bytes:
    """Change bytes of the directory at the end of the zip: names, sizes, offsets, checksums."""
    start = data.find(b"PK\x01\x02")
    if start < 0:
        return flip(data, random)
    out = bytearray(data)
    for _ in range(random.choice((1, 2, 6))):
        out[random.randrange(start, len(out))] = random.randrange(256)
    return bytes(out)


RAW: dict[str, Mutate] = {
    f.__name__: f for f in (flip, insert, delete, splice, truncate, directory)
}
"""Damage to the bytes of the file."""


def _swap(pattern: str, values: tuple[str, ...]) -> Mutate:
    """Replace what stands in group 1 of one match by one of ``values``."""

    def change(xml: bytes, random: Random) -> bytes:
        found = list(re.finditer(pattern.encode(), xml))
        if not found:
            return xml
        match = random.choice(found)
        value = random.choice(values).encode()
        return xml[: match.start(1)] + value + xml[match.end(1) :]

    return change


def xml_bytes(xml: bytes, random: Random) -> bytes:
    """Damage the XML of a part, whose zip stays whole."""
    return random.choice((flip, insert, delete, splice))(xml, random) if xml else xml


def drop_element(xml: bytes, random: Random) -> bytes:
    """Take one element out."""
    found = list(re.finditer(rb"<(\w+)[^<>]*/>|<(\w+)[^<>]*>[^<]*</\2>", xml))
    if not found:
        return xml
    match = random.choice(found)
    return xml[: match.start()] + xml[match.end() :]


def double_element(xml: bytes, random: Random) -> bytes:
    """Repeat one element."""
    found = list(re.finditer(rb"<(\w+)[^<>]*/>|<(\w+)[^<>]*>[^<]*</\2>", xml))
    if not found:
        return xml
    match = random.choice(found)
    return xml[: match.end()] + match[0] * random.choice((1, 2, 300)) + xml[match.end() :]


def swap_rows(xml: bytes, random: Random) -> bytes:
    """Let two rows change places, their numbers staying with them."""
    found = list(re.finditer(rb"<row .*?</row>", xml, re.DOTALL))
    if len(found) < 2:
        return xml
    one, two = sorted(random.sample(found, 2), key=lambda m: m.start())
    middle = xml[one.end() : two.start()]
    return xml[: one.start()] + two[0] + middle + one[0] + xml[two.end() :]


SHEET: dict[str, Mutate] = {
    "cell type": _swap(r'<c [^>]*t="(\w*)"', _TYPES),
    "cell value": _swap(r"<v>([^<]*)</v>", _VALUES),
    "cell text": _swap(r"<t[^>]*>([^<]*)</t>", _VALUES),
    "cell address": _swap(r'<c r="([^"]*)"', _ADDRESSES),
    "cell style": _swap(r'<c [^>]*s="([0-9]*)"', ("0", "1", "9999", "-1", "x", "")),
    "row number": _swap(r'<row r="([^"]*)"', ("0", "1", "-3", "1048577", "x", "", "5.5")),
    "merged cells": _swap(
        r"(</sheetData>)",
        tuple(
            f'</sheetData><mergeCells count="1"><mergeCell ref="{r}"/></mergeCells>'
            for r in _RANGES
        ),
    ),
    "dimension": _swap(r'<dimension ref="([^"]*)"', _RANGES),
    "formula": _swap(r"(<v>)", ("<f>1+1</f><v>", "<f/><v>", '<f t="shared" si="0"/><v>')),
    "no result": _swap(r"(<v>[^<]*</v>)", ("<f>SUM(A1:A9)</f>", "<f>1/0</f><v></v>")),
    "drop element": drop_element,
    "double element": double_element,
    "swap rows": swap_rows,
    "xml bytes": xml_bytes,
}
"""Damage to the XML of a sheet."""

OTHER: dict[str, Mutate] = {
    "sheet name": _swap(r'<sheet [^>]*name="([^"]*)"', ("KCN", "", "x" * 300, "\u202e", "Đất")),
    "attribute": _swap(r'="([^"]*)"', ("", "0", "-1", "x", "rId1", "../../x", "9" * 40)),
    "drop element": drop_element,
    "double element": double_element,
    "xml bytes": xml_bytes,
}
"""Damage to the other parts."""

HARMLESS = {"dimension", "sheet name"}
"""Damage that changes no answer: another verdict needs a named problem."""


def _packed(data: bytes, random: Random) -> tuple[bytes, str]:
    """Damage one part and zip everything again."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    in_sheet = random.random() < 0.75
    names = [n for n in parts if n.startswith("xl/worksheets/sheet") == in_sheet]
    name = random.choice(names)
    kinds = SHEET if in_sheet else OTHER
    kind = random.choice(list(kinds))
    parts[name] = kinds[kind](parts[name], random)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            # Without a day of its own, a part would bear the second it was written in.
            archive.writestr(ZipInfo(part, (2020, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
    return out.getvalue(), kind


def mutant(data: bytes, seed: int) -> Mutant:
    """Damage a workbook in one to three ways."""
    random = Random(seed)  # noqa: S311 - no secret: the same seed gives the same file
    if random.random() < 0.5:
        kinds = tuple(random.choice(list(RAW)) for _ in range(random.choice((1, 1, 1, 2, 3))))
        for kind in kinds:
            data = RAW[kind](data or b"-", random)
        return Mutant(data, kinds, strict=True)
    said: list[str] = []
    for _ in range(random.choice((1, 1, 2, 4))):
        try:
            data, kind = _packed(data, random)
        except (BadZipFile, IndexError):
            break
        said.append(kind)
    return Mutant(data, tuple(said), strict=set(said) <= HARMLESS)
