"""What is done to the bytes of a file: the damage and the attacks that no spreadsheet writes."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from workbook_helper import part, with_parts

LAND = "xl/worksheets/sheet3.xml"
"""The part of the form that holds the sheet on land."""

WORKBOOK = "xl/workbook.xml"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
)


def apply_recipe(words: str, data: bytes) -> bytes:
    """Do what a line of the section “File” says.

    Raises:
        AssertionError: there is no such recipe, or it changes nothing.
    """
    for pattern, recipe in RECIPES.items():
        if match := re.fullmatch(pattern, words):
            changed = recipe(data, *match.groups())
            assert changed != data, words
            return changed
    raise AssertionError(words)


def edit(data: bytes, old: bytes, new: bytes, name: str = LAND) -> bytes:
    """Replace bytes of a part, once."""
    content = part(data, name)
    assert old in content, (name, old)
    return with_parts(data, {name: content.replace(old, new, 1)})


def zipped(parts: dict[str, bytes]) -> bytes:
    """Make a zip."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def dimension(data: bytes, ref: str) -> bytes:
    content = re.sub(rb"<dimension [^>]*>", b"", part(data, LAND))
    lie = b'<dimension ref="%s"/><sheet' % ref.encode()
    return with_parts(data, {LAND: content.replace(b"<sheet", lie, 1)})


def damage_stream(data: bytes) -> bytes:
    at = data.index(LAND.encode()) + len(LAND) + 200
    return data[:at] + bytes(60) + data[at + 60 :]


def wrong_crc(data: bytes) -> bytes:
    """Change the checksum of the sheet in the directory at the end of the zip."""
    at = data.rindex(LAND.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 16] + bytes(b ^ 255 for b in data[at + 16 : at + 20]) + data[at + 20 :]


def lying_size(data: bytes) -> bytes:
    """Declare the sheet to be ten bytes long."""
    at = data.rindex(LAND.encode()) - 46
    return data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]


def duplicate(data: bytes) -> bytes:
    """Add a second part of the same name with other content."""
    content = part(data, LAND).replace(b"</sheetData>", b'<row r="90"/></sheetData>', 1)
    out = BytesIO(data)
    twin = LAND[:-1] + "L"  # the zip writer warns of doubles: rename afterwards
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr(twin, content)
    return out.getvalue().replace(twin.encode(), LAND.encode())


def external_entity(data: bytes, name: str) -> bytes:
    target = WORKBOOK if name == "the workbook" else LAND
    content = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", part(data, target))
    doctype = b'<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>'
    return with_parts(data, {target: doctype + content})


def billion_laughs(data: bytes) -> bytes:
    content = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", part(data, LAND))
    doctype = b"<!DOCTYPE x [" + _LAUGHS + b"]>"
    return with_parts(data, {LAND: doctype + content.replace(b"<v>0</v>", b"<v>&l8;</v>", 1)})


def far_cell(data: bytes, address: str) -> bytes:
    row = re.sub("[A-Z]", "", address)
    cell = f'<row r="{row}"><c r="{address}"><v>1</v></c></row></sheetData>'
    return edit(data, b"</sheetData>", cell.encode())


def nested(data: bytes) -> bytes:
    deep = b"<ext>" * 20_000 + b"</ext>" * 20_000
    return edit(data, b"</worksheet>", b"<extLst>" + deep + b"</extLst></worksheet>")


def add_chart_sheet(data: bytes) -> bytes:
    """Add a chart sheet whose part points at no drawing."""
    chart = b'<chartsheet xmlns="%s"><sheetViews/></chartsheet>' % _MAIN
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"
    link = b'<Relationship Id="rId99" Type="%s" Target="/xl/chartsheets/c1.xml"/>' % kind
    entry = (
        b'<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        b' name="Chart" sheetId="99" r:id="rId99"/></sheets>'
    )
    data = edit(data, b"</sheets>", entry, WORKBOOK)
    relations = "xl/_rels/workbook.xml.rels"
    data = edit(data, b"</Relationships>", link + b"</Relationships>", relations)
    return with_parts(data, {"xl/chartsheets/c1.xml": chart})


def macros(data: bytes) -> bytes:
    """Make it a workbook with macros (.xlsm)."""
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = edit(data, plain, macro, "[Content_Types].xml")
    return with_parts(data, {"xl/vbaProject.bin": _OLE + b"AutoOpen MsgBox"})


def external_link(data: bytes) -> bytes:
    """Add a link to a workbook on another computer, as Excel keeps it."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    path = kind.replace(b"externalLink", b"externalLinkPath")
    link = b'<Relationship Id="rId98" Type="%s" Target="/xl/externalLinks/e1.xml"/>' % kind
    data = edit(data, b"</Relationships>", link + b"</Relationships>", "xl/_rels/workbook.xml.rels")
    return with_parts(
        data,
        {
            "xl/externalLinks/e1.xml": b'<externalLink xmlns="%s"/>' % _MAIN,
            "xl/externalLinks/_rels/e1.xml.rels": b"<Relationships xmlns="
            b'"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            b'Id="rId1" Type="%s" Target="//server.invalid/share/book.xlsx" '
            b'TargetMode="External"/></Relationships>' % path,
        },
    )


def encrypted_parts(data: bytes) -> bytes:
    """Set the flag "encrypted" on every part, as zip programs with a password do."""
    out = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            out[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(out)


def utf_16(data: bytes) -> bytes:
    return with_parts(data, {LAND: part(data, LAND).decode().encode("utf-16")})


def other_book(sheets: str) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in sheets.split(", "):
        book.create_sheet(name)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def inline(words: str) -> bytes:
    return words.encode().decode("unicode_escape").encode("latin-1")


_Recipe = Callable[..., bytes]
RECIPES: dict[str, _Recipe] = {
    r"no bytes": lambda _: b"",
    r"only the text “(.+)”": lambda _, words: inline(words),
    r"the header of an encrypted workbook": lambda _: (
        _OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    ),
    r"the header of an \.xls workbook": lambda _: (
        _OLE + bytes(600) + "Workbook".encode("utf-16-le")
    ),
    r"the header of an old \.xls stream": lambda _: bytes.fromhex("0908100000060500") + bytes(500),
    r"a zip with the parts of an \.ods": lambda _: zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": b"<office:document-content/>",
        }
    ),
    r"a zip with the parts of an \.xlsb": lambda _: zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.bin": bytes(400),
            "xl/worksheets/sheet1.bin": bytes(400),
        }
    ),
    r"a zip with the parts of a \.docx": lambda _: zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
    ),
    r"a zip of workbooks": lambda _: zipped({"KCN A.xlsx": b"PK", "KCN B.xlsx": b"PK"}),
    r"a zip of photographs": lambda _: zipped({"IMG_0001.jpg": bytes(900)}),
    r"a workbook with the sheets (.+)": lambda _, names: other_book(names),
    r"cut off the last ([0-9]+) bytes": lambda d, n: d[: -int(n)],
    r"keep the first half": lambda d: d[: len(d) // 2],
    r"overwrite 60 bytes inside the sheet on land": damage_stream,
    r"a wrong checksum for the sheet on land": wrong_crc,
    r"a lying size for the sheet on land": lying_size,
    r"a second part of the same name": duplicate,
    r"take out the part (\S+)": lambda d, name: with_parts(d, {name: None}),
    r"cut the XML of the sheet on land in half": lambda d: with_parts(
        d, {LAND: part(d, LAND)[: len(part(d, LAND)) // 2]}
    ),
    r"a row number that is no number": lambda d: edit(d, b'<row r="7"', b'<row r="x"'),
    r"declare the dimension (\S+)": dimension,
    r"a cell at (\S+)": far_cell,
    r"an external entity in (the workbook|the sheet on land)": external_entity,
    r"a billion laughs in the sheet on land": billion_laughs,
    r"the sheet on land in UTF-16": utf_16,
    r"the sheet on land in the strict dialect": lambda d: edit(
        d, _MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    r"elements nested 20,000 deep": nested,
    r"a picture of ([0-9]+) MB of zeros": lambda d, n: with_parts(
        d, {"xl/media/image1.bin": bytes(int(n) * 2**20)}
    ),
    r"a text of ([0-9]+) MB in one cell": lambda d, n: edit(
        d,
        b"</sheetData>",
        b'<row r="90"><c r="A90" t="inlineStr"><is><t>'
        + b"a" * (int(n) * 2**20)
        + b"</t></is></c></row></sheetData>",
    ),
    r"a text of 300 KB in one cell": lambda d: edit(
        d,
        b"</sheetData>",
        b'<row r="90"><c r="A90" t="inlineStr"><is><t>'
        + b"".join(b"%d " % n for n in range(60_000))
        + b"</t></is></c></row></sheetData>",
    ),
    r"([0-9]+) cells that look different": lambda d, n: edit(
        d,
        b"</sheetData>",
        b"".join(
            b'<row r="%d">%s</row>' % (r, b"".join(b'<c s="%d"/>' % (r * c % 7) for c in range(99)))
            for r in range(90, 90 + int(n) // 99)
        )
        + b"</sheetData>",
    ),
    r"([0-9]+) merged ranges": lambda d, n: edit(
        d,
        b"</sheetData>",
        b"</sheetData><mergeCells>"
        + b"".join(b'<mergeCell ref="A%d:B%d"/>' % (r * 7 % 9973, r % 9999) for r in range(int(n)))
        + b"</mergeCells>",
    ),
    r"a mail header before it": lambda d: b"From: a@b.invalid\r\nSubject: KCN\r\n\r\n" + d,
    r"another zip before it": lambda d: zipped({"a.txt": b"x"}) + d,
    r"([0-9]+) million empty cells": lambda d, n: edit(
        d,
        b"</sheetData>",
        b'<row r="90">' + b'<c r="A90" s="1"/>' * (int(n) * 10**6) + b"</row></sheetData>",
    ),
    r"([0-9]+) small parts": lambda d, n: with_parts(
        d, {f"xl/media/{i}.bin": b"x" for i in range(int(n))}
    ),
    r"a part named (\S+)": lambda d, name: with_parts(d, {name: b"x"}),
    r"a chart sheet without a drawing": add_chart_sheet,
    r"formats without the base that they name": lambda d: with_parts(
        d,
        {
            "xl/styles.xml": re.sub(
                rb"<cellStyleXfs.*?</cellStyleXfs>", b"", part(d, "xl/styles.xml"), flags=re.DOTALL
            )
        },
    ),
    r"count days from 1904": lambda d: edit(
        d, b"<workbookPr", b'<workbookPr date1904="1"', WORKBOOK
    ),
    r"macros": macros,
    r"a link to a workbook on another computer": external_link,
    r"a password on the zip": encrypted_parts,
    r"([0-9]+) bytes after its end": lambda d, n: d + b"\n" * int(n),
}
"""Words of a recipe, and what it does."""
