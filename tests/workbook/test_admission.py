"""What a file is that is no workbook, and what a workbook may hold, is told before any parser."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from command_line import PILOT, ROOT, SAMPLE
from openpyxl import Workbook
from openpyxl.chart import BarChart
from workbook_helper import blank_form, fact, part, saved, the_dictionary, with_parts

from eipcheck.model.limits import LIMIT_NAMES, Limits
from eipcheck.model.problem import InputError, Problem
from eipcheck.workbook.read import Ways, read_workbook
from eipcheck.workbook.safety import UNREADABLE, bounded, reading
from eipcheck.workbook.weight import TooMuch, count_others, walk, weigh

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet2.xml"
MANIFEST = "[Content_Types].xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
OFFICE = b"application/vnd.openxmlformats-officedocument.spreadsheetml"


def form() -> bytes:
    return blank_form("vi")


def edited(name: str, old: bytes, new: bytes, data: bytes | None = None) -> bytes:
    """Change the first occurrence of something in a part."""
    start = data or form()
    content = part(start, name)
    assert old in content
    return with_parts(start, {name: content.replace(old, new, 1)})


def zipped(*parts: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def ole(*names: str) -> bytes:
    return OLE + b"".join((n + "\0").encode("utf-16-le") + bytes(100) for n in names)


def problem_of(data: bytes, folder: Path, **limits: int) -> Problem | None:
    """Read a file; give the problem for which it is refused, if it is."""
    path = folder / "park.xlsx"
    path.write_bytes(data)
    try:
        read_workbook(path, the_dictionary(), ways=Ways(limits=Limits(**limits)))
    except InputError as error:
        (problem,) = error.problems
        return problem
    return None


OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
XML_2003 = (
    b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)
KINDS: dict[str, tuple[str, dict[str, str], bytes]] = {
    "open document": (
        "W117",
        {"program": "LibreOffice (.ods)"},
        zipped(("mimetype", f"{OPEN_DOCUMENT}spreadsheet".encode()), ("content.xml", b"<a/>")),
    ),
    "flat open document": (
        "W117",
        {"program": "LibreOffice"},
        b'<?xml version="1.0"?><office:document xmlns:office="urn:x"/>',
    ),
    "numbers": ("W117", {"program": "Apple Numbers"}, zipped(("Index/Document.iwa", b"x"))),
    "binary": ("W118", {}, zipped((MANIFEST, b"<Types/>"), ("xl/workbook.bin", b"x"))),
    "word": (
        "W121",
        {"program": "Word"},
        zipped((MANIFEST, b"<Types/>"), ("word/document.xml", b"<a/>")),
    ),
    "slides": (
        "W121",
        {"program": "PowerPoint"},
        zipped((MANIFEST, b"<Types/>"), ("ppt/presentation.xml", b"<a/>")),
    ),
    "open text": (
        "W121",
        {"program": "LibreOffice"},
        zipped(("mimetype", f"{OPEN_DOCUMENT}text".encode())),
    ),
    "old word": ("W121", {"program": "Word (.doc)"}, ole("WordDocument", "Workbook")),
    "old slides": ("W121", {"program": "PowerPoint (.ppt)"}, ole("PowerPoint Document")),
    "mail": ("W121", {"program": "Outlook (.msg)"}, ole("__properties_version1.0")),
    "rich text": ("W121", {"program": "Word (RTF)"}, b"{\\rtf1\\ansi KCN}"),
    "old workbook with a letter inside": ("W108", {}, ole("Workbook", "WordDocument")),
    "older workbook": ("W108", {}, ole("Book")),
    "workbook of Excel 4": ("W108", {}, bytes.fromhex("0904060000001000") + bytes(50)),
    "encrypted": ("W107", {}, ole("EncryptedPackage")),
    "zip of a workbook": (
        "W122",
        {"format": "ZIP", "files": "2019/KCN.xlsx"},
        zipped(("2019/KCN.xlsx", b"x"), ("2019/ảnh.jpg", b"x")),
    ),
    "zip of many": (
        "W122",
        {"format": "ZIP", "files": "1.xlsx; 2.xls; 3.xlsm …"},
        zipped(*((n, b"x") for n in ("1.xlsx", "2.xls", "3.xlsm", "4.ods"))),
    ),
    "zip of photographs": ("W109", {}, zipped(("IMG_0001.jpg", b"x"))),
    "rar": ("W122", {"format": "RAR", "files": "*"}, b"Rar!\x1a\x07\x01\x00" + bytes(20)),
    "7z": ("W122", {"format": "7z", "files": "*"}, b"7z\xbc\xaf\x27\x1c" + bytes(20)),
    "gzip": ("W122", {"format": "GZIP", "files": "*"}, b"\x1f\x8b\x08" + bytes(20)),
    "page": ("W123", {"format": "HTML"}, b"\n<html><table><tr><td>1</td></tr></table></html>"),
    "page with a mark": ("W123", {"format": "HTML"}, b"\xef\xbb\xbf<!DOCTYPE html><p>"),
    "page in UTF-16": ("W123", {"format": "HTML"}, "<html>KCN</html>".encode("utf-16")),
    "archived page": ("W123", {"format": "HTML"}, b"MIME-Version: 1.0\nX-Document-Type: Workbook"),
    "table of 2003": ("W123", {"format": "XML"}, XML_2003),
    "table of text": ("W123", {"format": "CSV"}, "Tên;Diện tích\nA;1\n".encode()),
    "table in UTF-16": ("W123", {"format": "CSV"}, "Tên\tDiện tích\n".encode("utf-16")),
    "text": ("W123", {"format": "TXT"}, b"KCN Hiep Phuoc\n"),
    "other xml": ("W124", {"format": "XML"}, b"<?xml version='1.0'?><svg/>"),
    "pdf": ("W124", {"format": "PDF"}, b"%PDF-1.7\n%\xe2\xe3"),
    "photograph": ("W124", {"format": "JPEG"}, b"\xff\xd8\xff\xe0" + bytes(40)),
    "picture": ("W124", {"format": "PNG"}, b"\x89PNG\r\n\x1a\n" + bytes(40)),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_that_is_no_workbook_is_told_as_what_it_is(name: str, tmp_path: Path) -> None:
    code, facts, data = KINDS[name]
    problem = problem_of(data, tmp_path)
    assert problem is not None
    assert (problem.code, dict(problem.facts)) == (code, facts)


@pytest.mark.parametrize("kind", ["sheet.macroEnabled", "template", "template.macroEnabled"])
def test_macros_and_templates_are_read_as_workbooks(kind: str, tmp_path: Path) -> None:
    vendor = b"application/vnd.ms-excel." if "macro" in kind else OFFICE + b"."
    data = edited(MANIFEST, OFFICE + b".sheet.main+xml", vendor + kind.encode() + b".main+xml")
    assert problem_of(with_parts(data, {"xl/vbaProject.bin": b"Sub Auto_Open()"}), tmp_path) is None


def _flagged(data: bytes) -> bytes:
    out = bytearray(data)
    out[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(out)


def _with_entry(name: str, method: int = ZIP_STORED) -> bytes:
    out = BytesIO(form())
    with ZipFile(out, "a", method) as archive:
        archive.writestr(name, b"<a/>")
    return out.getvalue()


def _renamed(old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return form().replace(old, new)


def _shifted() -> bytes:
    """Put a part of another file before the first, as if the zip began there."""
    return zipped(("xl/hidden.xml", b"<a/>"))[:60] + form()


def _two_workbooks() -> bytes:
    data = with_parts(form(), {"xl/other.xml": part(form(), "xl/workbook.xml")})
    other = b'<Override PartName="/xl/other.xml" ContentType="' + OFFICE
    return edited(MANIFEST, b"<Override", other + b'.template.main+xml"/><Override', data)


def _sheets_of_one_part() -> bytes:
    data = edited(RELATIONS, b"worksheets/sheet3.xml", b"worksheets/sheet2.xml")
    assert data != form()
    return data


def _sheets_of_one_name() -> bytes:
    names = [s.split(b'"')[0] for s in part(form(), "xl/workbook.xml").split(b'<sheet name="')[1:]]
    return edited("xl/workbook.xml", b'"' + names[1] + b'"', b'"' + names[2] + b'"')


PACKAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a part twice": ("W120", lambda: _renamed(b"xl/worksheets/sheet3.xml", SHEET.encode())),
    "a part twice but for case": ("W120", lambda: _with_entry("xl/Workbook.xml")),
    "a path upwards": ("W120", lambda: _with_entry("../../evil.xml")),
    "a path upwards further down": ("W120", lambda: _with_entry("xl/../../evil.xml")),
    "a path from the root": ("W120", lambda: _with_entry("/etc/passwd")),
    "a path of another system": ("W120", lambda: _with_entry("xl\\evil.xml")),
    "a drive": ("W120", lambda: _with_entry("C:evil.xml")),
    "two sheets of one part": ("W120", _sheets_of_one_part),
    "two sheets of one name": ("W120", _sheets_of_one_name),
    "a password on the zip": ("W125", lambda: _flagged(form())),
    "another packing": ("W125", lambda: _with_entry("xl/a.xml", ZIP_BZIP2)),
    "yet another packing": ("W125", lambda: _with_entry("xl/a.xml", ZIP_LZMA)),
    "bytes before the zip": ("W129", _shifted),
    "two workbooks in one": ("W129", _two_workbooks),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", PACKAGES)
def test_a_zip_that_programs_would_not_read_alike_is_refused(name: str, tmp_path: Path) -> None:
    code, make = PACKAGES[name]
    problem = problem_of(make(), tmp_path)
    assert problem is not None
    assert problem.code == code


@pytest.mark.parametrize(("size", "code"), [(10, "W110"), (10_000_000, "W129")])
def test_a_declared_size_that_lies_is_refused(size: int, code: str, tmp_path: Path) -> None:
    data = bytearray(form())
    at = data.rindex(SHEET.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", size)
    problem = problem_of(bytes(data), tmp_path, ratio=10**9)
    assert problem is not None
    assert problem.code == code


def cells(number: int) -> bytes:
    """Give a form with a long row of blank cells."""
    row = b'<row r="900">' + b'<c r="A900"/>' * number + b"</row></sheetData>"
    return edited(SHEET, b"</sheetData>", row)


def _behind(content: bytes, name: str = SHEET, end: bytes = b"</worksheet>") -> bytes:
    return edited(name, end, content + end)


def _strings(number: int, text: bytes = b"<t>a</t>") -> bytes:
    """Give a form with a table of shared texts."""
    kind = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + OFFICE
    data = edited(MANIFEST, b"<Override", kind + b'.sharedStrings+xml"/><Override')
    table = b'<sst xmlns="' + MAIN + b'">' + (b"<si>" + text + b"</si>") * number + b"</sst>"
    return with_parts(data, {"xl/sharedStrings.xml": table})


def _merged(number: int) -> bytes:
    merged = b"<mergeCells>" + b'<mergeCell ref="A1:B2"/>' * number + b"</mergeCells>"
    return edited(SHEET, b"</sheetData>", b"</sheetData>" + merged)


def _nested(levels: int, name: str = SHEET, end: bytes = b"</sheetData>") -> bytes:
    return edited(name, end, b"<x>" * levels + b"</x>" * levels + end)


TOO_MUCH: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "cells": ("W126", "cells", lambda: cells(1_100_000)),
    "shared texts": ("W126", "cells", lambda: _strings(1_100_000)),
    "merged ranges": ("W127", "elements", lambda: _merged(600_000)),
    "formats": (
        "W127",
        "elements",
        lambda: edited("xl/styles.xml", b"</cellXfs>", b"<xf/>" * 600_000 + b"</cellXfs>"),
    ),
    "names": (
        "W127",
        "elements",
        lambda: _behind(
            b"<definedNames>"
            + b'<definedName name="a">1</definedName>' * 600_000
            + b"</definedNames>",
            "xl/workbook.xml",
            b"</workbook>",
        ),
    ),
    "relations": (
        "W127",
        "elements",
        lambda: _behind(b"<Relationship/>" * 600_000, RELATIONS, b"</Relationships>"),
    ),
    "rich texts": ("W127", "elements", lambda: _strings(200_000, b"<r><rPr><b/></rPr></r>")),
    "values without cells": (
        "W127",
        "elements",
        lambda: edited(SHEET, b"</sheetData>", b"<v>1</v>" * 7_000_000 + b"</sheetData>"),
    ),
    "depth of a sheet": ("W119", "depth", lambda: _nested(20_000)),
    "depth of formats": ("W119", "depth", lambda: _nested(20_000, "xl/styles.xml", b"</cellXfs>")),
    "depth of texts": ("W119", "depth", lambda: _strings(1, b"<r>" * 9_000 + b"</r>" * 9_000)),
    "text": (
        "W128",
        "text-kb",
        lambda: _strings(1, b"<t>" + b"ab " * 200_000 + b"</t>"),
    ),
    "text in pieces": (
        "W128",
        "text-kb",
        lambda: _strings(1, b"<t>" + (b"a" * 60_000 + b"<!-- -->") * 9 + b"</t>"),
    ),
    "text in sections": (
        "W128",
        "text-kb",
        lambda: _strings(1, b"<t>" + (b"<![CDATA[" + b"a" * 60_000 + b"]]>") * 9 + b"</t>"),
    ),
    "text with signs": (
        "W128",
        "text-kb",
        lambda: _strings(1, b"<t>" + b"a>b/>" * 60_000 + b"</t>"),
    ),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_of_anything_is_refused_naming_the_limit(name: str, tmp_path: Path) -> None:
    code, limit, make = TOO_MUCH[name]
    problem = problem_of(make(), tmp_path, ratio=10**6)
    assert problem is not None
    assert problem.code == code
    assert dict(problem.facts)["option"].startswith(f"{limit}=")


def test_millions_of_cells_in_a_small_file_are_refused(tmp_path: Path) -> None:
    data = cells(6_000_000)
    problem = problem_of(data, tmp_path, ratio=10**6)
    assert problem is not None
    assert problem.code == "W126"


LOW: dict[str, tuple[int, str]] = {
    "file_mb": (0, "W105"),
    "part_mb": (0, "W111"),
    "total_mb": (0, "W111"),
    "parts": (10, "W111"),
    "cells": (50, "W126"),
    "elements": (50, "W127"),
    "depth": (2, "W119"),
}


@pytest.mark.parametrize("name", LOW)
def test_each_limit_is_obeyed(name: str, tmp_path: Path) -> None:
    value, code = LOW[name]
    problem = problem_of(form(), tmp_path, **{name: value})
    assert problem is not None
    assert problem.code == code


def test_a_limit_raised_as_the_message_says_lets_the_file_in(tmp_path: Path) -> None:
    data = cells(3_000)
    limits = {"cells": 100, "elements": 10**6}
    problem = problem_of(data, tmp_path, **limits)
    assert problem is not None
    name, _, value = dict(problem.facts)["option"].partition("=")
    assert name in LIMIT_NAMES
    assert problem_of(data, tmp_path, **limits | {name: int(value)}) is None


HARMLESS: dict[str, bytes] = {
    "comment": b"<!-- made by a program -->",
    "instruction": b"<?program made it?>",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_readers_pass_over_is_no_reason_to_refuse(name: str, tmp_path: Path) -> None:
    data = edited(SHEET, b"</sheetData>", HARMLESS[name] + b"</sheetData>")
    assert problem_of(data, tmp_path) is None


def test_a_comment_full_of_tags_is_refused(tmp_path: Path) -> None:
    data = edited(SHEET, b"</sheetData>", b"<!-- " + b"<row " * 500 + b"--></sheetData>")
    problem = problem_of(data, tmp_path)
    assert problem is not None
    assert problem.code == "W113"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_part_of_any_name_in_an_encoding_that_hides_signs_is_refused(
    encoding: str, tmp_path: Path
) -> None:
    content = part(form(), SHEET).decode().encode(encoding)
    data = with_parts(form(), {SHEET: None, "xl/worksheets/sheet2.bin": content})
    data = edited(RELATIONS, b"sheet2.xml", b"sheet2.bin", data)
    problem = problem_of(data, tmp_path)
    assert problem is not None
    assert problem.code == "W113"


@pytest.mark.parametrize(
    "content",
    [b" " * 100 + b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "  <a/>".encode("utf-16-le"), b"PNG"],
    ids=["spaces", "wide", "no xml"],
)
def test_a_sheet_that_hides_what_it_is_is_refused(content: bytes, tmp_path: Path) -> None:
    data = with_parts(form(), {SHEET: None, "xl/worksheets/sheet2.bin": content})
    problem = problem_of(edited(RELATIONS, b"sheet2.xml", b"sheet2.bin", data), tmp_path)
    assert problem is not None
    assert problem.code == "W113"


def test_drawings_of_chart_sheets_are_weighed_too(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("Biểu đồ").add_chart(BarChart())
    path = tmp_path / "chart.xlsx"
    book.save(path)
    deep = b"<x>" * 9_000 + b"</x>" * 9_000
    chart = edited(
        "xl/charts/chart1.xml", b"</chartSpace>", deep + b"</chartSpace>", path.read_bytes()
    )
    problem = problem_of(chart, tmp_path)
    assert problem is not None
    assert problem.code == "W119"


def reader(data: bytes) -> Callable[[int], bytes]:
    return BytesIO(data).read


def test_signs_count_what_a_parser_finds() -> None:
    with ZipFile(SAMPLE) as archive:
        parts = [archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))]
    for content in parts:
        quick = weigh(reader(content))
        exact = walk(reader(content), elements=10**9, depth=10**9, text=10**9)
        assert quick.elements == exact.elements
        assert quick.depth <= exact.depth + 1
        assert exact.text <= max(quick.text, 4096)
        if b"<sheetData" in content:
            assert quick.cells == exact.cells
            assert exact.others <= count_others(reader(content)) <= quick.others


def test_signs_are_counted_across_the_ends_of_what_is_read_at_once() -> None:
    content = b"<a>" + b"<b/><c x='1'></c>" * 400 + b"</a>"
    whole = weigh(reader(content))
    for size in (1, 2, 3, 7, 64):
        stream = BytesIO(content)
        assert weigh(lambda _, s=stream, n=size: s.read(n)) == whole  # type: ignore[misc]


def test_names_with_a_prefix_are_counted() -> None:
    sheet = b'<x:worksheet xmlns:x="y"><x:c r="A1"/><x:c r="B1"><x:v>1</x:v></x:c></x:worksheet>'
    assert weigh(reader(sheet)).cells == 2
    assert count_others(reader(sheet)) == 1


def test_a_walk_ends_at_a_declaration() -> None:
    with pytest.raises(TooMuch) as found:
        walk(reader(b"<!DOCTYPE a><a/>"), elements=9, depth=9, text=9)
    assert found.value.kind == "declaration"


@pytest.mark.parametrize(
    "address",
    [b'<row r = "300000000">', b'<row r="&#51;00000000">'],
    ids=["spaces", "reference"],
)
def test_a_far_row_that_only_the_parser_sees_is_refused(address: bytes, tmp_path: Path) -> None:
    row = address + b'<c t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    problem = problem_of(edited(SHEET, b"</sheetData>", row), tmp_path)
    assert problem is not None
    assert problem.code == "W112"


def test_rows_that_grow_out_of_proportion_are_refused() -> None:
    rows = [(None,) * 40] * 30
    assert list(bounded(rows, "Đất", Limits(cells=120))) == rows
    with pytest.raises(InputError) as error:
        list(bounded(rows, "Đất", Limits(cells=119)))
    assert error.value.problems[0].code == "W112"


def test_blank_rows_are_given_only_where_others_follow() -> None:
    rows: list[tuple[object, ...]] = [(), (1,), (), (), (2,), (), ()]
    assert list(bounded(rows, "Đất", Limits())) == rows[:5]


def _row(text: bytes) -> bytes:
    cell = b'<c r="A900" t="inlineStr"><is><t>' + text + b"</t></is></c>"
    return b'<row r="900">' + cell + b"</row></sheetData>"


SLOW: dict[str, tuple[str | None, bytes]] = {
    "a text that reads like merged ranges": (None, _row(b"mergeCell " * 25_000)),
    "a text that reads like far addresses": (None, _row(b'r="XFD1" ' * 28_000)),
    "spans that overlap": (
        None,
        b"</sheetData>"
        + b"".join(b'<col min="%d" max="16384" hidden="1"/>' % i for i in range(1, 9_000)),
    ),
    "merged ranges that overlap": (
        "W126",
        _row(b"x").replace(b"900", b"3000")
        + b"<mergeCells>"
        + b"".join(b'<mergeCell ref="A%d:ZZ3000"/>' % i for i in range(5, 300))
        + b"</mergeCells>",
    ),
}


@pytest.mark.parametrize("name", SLOW)
def test_what_would_take_hours_takes_none(name: str, tmp_path: Path) -> None:
    code, content = SLOW[name]
    problem = problem_of(edited(SHEET, b"</sheetData>", content), tmp_path)
    assert (problem and problem.code) == code


DEEP = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(ROOT / "tests")!r})
from workbook_helper import the_dictionary
from eipcheck.model.limits import Limits
from eipcheck.model.problem import InputError
from eipcheck.workbook.read import Ways, read_workbook
limits = Limits(ratio=10**6, depth=10**9, elements=10**8)
try:
    read_workbook(Path(sys.argv[1]), the_dictionary(), ways=Ways(limits=limits))
except InputError as error:
    print(error.problems[0].code)
else:
    print("read")
"""


@pytest.mark.parametrize(
    ("levels", "name", "tag", "end"),
    [
        (1_000_000, SHEET, b"x", b"</sheetData>"),
        (50_000, SHEET, b"row", b"</sheetData>"),
        (100_000, "xl/styles.xml", b"xf", b"</cellXfs>"),
        (100_000, "xl/workbook.xml", b"extLst", b"</workbook>"),
    ],
)
def test_very_many_levels_bring_no_parser_down(
    levels: int, name: str, tag: bytes, end: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "park.xlsx"
    nested = (b"<" + tag + b">") * levels + (b"</" + tag + b">") * levels
    path.write_bytes(edited(name, end, nested + end))
    ended = subprocess.run(
        (sys.executable, "-c", DEEP, str(path)), cwd=ROOT, capture_output=True, check=False
    )
    assert ended.stdout.strip() in {b"read", b"W110"}, ended.stderr[-400:]


def _linked(target: str) -> bytes:
    """Give a form whose first sheet takes figures from another file."""
    external = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    path = external.replace(b"externalLink", b"externalLinkPath")
    relation = b'<Relationship Id="rId900" Type="%s" Target="externalLinks/externalLink1.xml"/>'
    data = edited(RELATIONS, b"</Relationships>", relation % external + b"</Relationships>")
    link = b'<externalLink xmlns="%s"><externalBook xmlns:r="x" r:id="rId1"/></externalLink>' % MAIN
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    )
    outside += b'<Relationship Id="rId1" Type="%s" Target="%s" TargetMode="External"/>' % (
        path,
        target.encode(),
    )
    reference = (
        b'<externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships" r:id="rId900"/></externalReferences></workbook>'
    )
    data = with_parts(
        edited("xl/workbook.xml", b"</workbook>", reference, data),
        {
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": outside + b"</Relationships>",
        },
    )
    cell = b'<row r="900"><c r="A900"><f>[1]Sheet1!A1</f><v>5</v></c></row></sheetData>'
    return edited(SHEET, b"</sheetData>", cell, data)


@pytest.mark.parametrize("target", ["http://192.0.2.1/a.xlsx", "file:///{folder}/secret.xlsx"])
def test_links_to_other_files_are_not_followed(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.xlsx"
    secret.write_bytes(form())
    path = tmp_path / "park.xlsx"
    path.write_bytes(_linked(target.format(folder=tmp_path)))
    the_dictionary()
    opened: list[str] = []

    def connects(*_: object) -> None:
        raise AssertionError

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event == "open" and str(arguments[0]).startswith(str(tmp_path)):
            opened.append(Path(arguments[0]).name)

    monkeypatch.setattr(socket.socket, "connect", connects)
    watching = True
    sys.addaudithook(watch)
    try:
        read_workbook(path, the_dictionary())
    finally:
        watching = False
    assert set(opened) == {"park.xlsx"}


def test_every_error_of_the_readers_becomes_a_coded_one() -> None:
    for kind in UNREADABLE:
        with pytest.raises(InputError), reading_of():
            raise kind("x")


def reading_of() -> Any:
    from eipcheck.model.place import FilePlace  # noqa: PLC0415 - used here alone

    return reading(FilePlace("park.xlsx"))


def damaged(data: bytes, random: Random) -> bytes:
    """Change a few bytes anywhere, or inside one part, which is then packed again."""
    if random.random() < 0.3:
        return _scrambled(data, random)
    with ZipFile(BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        name = random.choice(names)
        content = archive.read(name)
    return with_parts(data, {name: _scrambled(content, random)})


_SIGNS = (b"<", b">", b"/", b'"', b"&", b"<c>", b"<!--", b"]]>", b"-1", b"1e999", b"nan", b"A1")
_SIGNS += (b"&#0;", b"&#x10FFFF;", b"\xff", b"\0", b"t=", b"r=", b"s=", b"9" * 40, b"2958466")


def _scrambled(content: bytes, random: Random) -> bytes:
    out = bytearray(content)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(out) + 1)
        length = random.choice((0, 1, 1, 3, 20, 400))
        junk = random.choice((*_SIGNS, random.randbytes(length), bytes(out[at : at + length])))
        out[at : at + random.choice((0, 1, len(junk), length))] = junk
    return bytes(out)


@pytest.mark.parametrize("park", [SAMPLE, PILOT], ids=lambda p: p.stem)
def test_no_damage_to_a_real_workbook_gives_a_traceback(park: Path, tmp_path: Path) -> None:
    random = Random(20201120)  # noqa: S311 - no secret
    data = park.read_bytes()
    path = tmp_path / "park.xlsx"
    for _ in range(60):
        path.write_bytes(damaged(data, random))
        with suppress(InputError):
            read_workbook(path, the_dictionary())


def test_a_workbook_that_is_read_still_says_what_it_says(tmp_path: Path) -> None:
    path = saved(tmp_path, fact("park_name", "KCN A"))
    record = read_workbook(path, the_dictionary(), ways=Ways(limits=Limits(cells=10**7)))
    assert record.facts["park_name"][0].value == "KCN A"
