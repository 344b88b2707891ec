"""Variations of how programs write the same cells into the parts of a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from metamorphic.books import numbers
from openpyxl import load_workbook
from workbook_helper import part, with_parts

_SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
_INLINE = re.compile(rb'<c ([^>]*?)t="inlineStr"([^>]*)><is><t[^>]*>([^<]*)</t></is></c>')
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_TAG = re.compile(rb"<(/?)([A-Za-z])")


def _names(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as archive:
        return [name for name in archive.namelist() if _SHEET.fullmatch(name)]


def shared_strings(data: bytes) -> bytes:
    """Keep every text once, in a part of its own, as Excel does."""
    return _shared(data, lambda text: b"<t>%s</t>" % text)


def rich_text(data: bytes) -> bytes:
    """Keep every text in two runs, the second in bold, as Excel does after formatting a word."""

    def runs(text: bytes) -> bytes:
        words = text.decode()
        at = 0 if "&" in words else len(words) // 2
        one, two = words[:at].encode(), words[at:].encode()
        return (
            b'<r><t xml:space="preserve">%s</t></r>'
            b'<r><rPr><b/></rPr><t xml:space="preserve">%s</t></r>' % (one, two)
        )

    return _shared(data, runs)


def _shared(data: bytes, item: Callable[[bytes], bytes]) -> bytes:
    table: dict[bytes, int] = {}

    def share(match: re.Match[bytes]) -> bytes:
        number = table.setdefault(match[3], len(table))
        return b'<c %st="s"%s><v>%d</v></c>' % (match[1], match[2], number)

    changes: dict[str, bytes | None] = {n: _INLINE.sub(share, part(data, n)) for n in _names(data)}
    items = b"".join(b"<si>%s</si>" % item(text) for text in table)
    changes["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (_MAIN, items)
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    link = b'<Relationship Id="rIdS" Type="%s" Target="sharedStrings.xml"/></Relationships>'
    changes[types] = part(data, types).replace(b"</Types>", override)
    changes[relations] = part(data, relations).replace(b"</Relationships>", link % _STRINGS)
    return with_parts(data, changes)


def prefixed(data: bytes) -> bytes:
    """Write the elements of the sheets with a prefix, as some programs do."""
    changes: dict[str, bytes | None] = {}
    for name in _names(data):
        content = _TAG.sub(rb"<\1x:\2", part(data, name))
        changes[name] = content.replace(b" xmlns=", b" xmlns:x=", 1)
    return with_parts(data, changes)


def without_dimension(data: bytes) -> bytes:
    """Leave out the dimension of every sheet."""
    return with_parts(
        data, {n: re.sub(rb"<dimension [^>]*>", b"", part(data, n)) for n in _names(data)}
    )


def lying_dimension(data: bytes) -> bytes:
    """Say that every sheet ends at A1."""
    lie = b'<dimension ref="A1"/>'
    return with_parts(
        data, {n: re.sub(rb"<dimension [^>]*>", lie, part(data, n)) for n in _names(data)}
    )


def uncompressed(data: bytes) -> bytes:
    """Store the parts without compression, in another order."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return out.getvalue()


def computed(data: bytes) -> bytes:
    """Turn every figure into a formula with its result."""
    book = load_workbook(BytesIO(data))
    places = {(c.parent.title, c.coordinate) for c, _, _ in numbers(book)}
    changes: dict[str, bytes | None] = {}
    for number, sheet in enumerate(book.worksheets, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        content = part(data, name)
        for title, cell in places:
            if title == sheet.title:
                pattern = rb'(<c r="%s"[^>]*?)( t="n")?>(<v>[^<]*</v>)' % cell.encode()
                content = re.sub(pattern, rb"\1><f>1*1</f>\3", content)
        changes[name] = content
    return with_parts(data, changes)
