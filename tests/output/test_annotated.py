"""The workbook back, annotated: every finding at its cell, nothing lost in silence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from command_line import PILOT, SAMPLE, CommandLine
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.styles.colors import Color
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from workbook_helper import fact, part, rows, saved, the_dictionary, with_parts

from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import OutputError, Problem, Severity, UsageError
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.reports import Written, report_specs, views, write_reports
from eipcheck.reporting import (
    annotated_book,
    annotated_cells,
    annotated_losses,
    annotated_sheet,
)
from eipcheck.reporting.annotated_entries import Entry
from eipcheck.reporting.annotated_fills import COLOURS, restore
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.say import say
from eipcheck.reporting.view_parts import Mark
from eipcheck.workbook.layout import FINDINGS_TITLE
from eipcheck.workbook.read import read_workbook

REGISTER = "Doanh nghiệp"
LAND = "Đất"
MESSY = rows(
    "enterprises",
    {"enterprise_name": "Công ty Một", "tax_code": "0300000001", "enterprise_status": "lạ lắm"},
    {"enterprise_name": "Công ty Hai", "tax_code": "0300000001"},
    {"enterprise_name": "Công ty Ba", "enterprise_status": "operating"},
)
"""Two unreadable or doubled answers, and blanks for which criteria wait."""


def written(
    done: Assessed, source: Path, out: Path, language: Language = "vi", *, force: bool = False
) -> Written:
    """Write the annotated copy of what was assessed."""
    edition = Edition(languages=(language,))
    specs = report_specs([f"annotated:{out}"], source, edition)
    return write_reports(specs, done, edition, source=source, force=force)


def annotated(source: Path, language: Language = "vi") -> tuple[Assessed, Path, Written]:
    """Assess a workbook and write its annotated copy beside it."""
    done = assess(source)
    out = source.with_name("out.xlsx")
    return done, out, written(done, source, out, language)


def opened(path: Path) -> Workbook:
    return load_workbook(path, rich_text=True)


def table(book: Workbook) -> list[dict[str, Any]]:
    """Give the lines of the findings sheet by their heading, with the link of the place."""
    sheet = book.worksheets[0]
    lines = list(sheet.iter_rows())
    head = next(n for n, line in enumerate(lines) if line[1].value in ("Mã", "Code"))
    names = ("number", "code", "kind", "place", "what", "why", "fix", "criterion", "who")
    found = []
    for line in lines[head + 1 :]:
        values: dict[str, Any] = {
            n: c.value or "" for n, c in zip(names, line[: len(names)], strict=True)
        }
        link = line[3].hyperlink
        found.append(values | {"link": link.location if link else None, "cells": line})
    return found


def texts(book: Workbook) -> str:
    """Give all text of the findings sheet."""
    return "\n".join(str(c.value) for r in book.worksheets[0].iter_rows() for c in r if c.value)


def linked(book: Workbook, location: str) -> Any:
    """Follow a link inside the workbook to its first cell."""
    name, _, address = location.rpartition("!")
    return book[name[1:-1].replace("''", "'")][address.partition(":")[0]]


def noted(book: Workbook) -> dict[Cell, str]:
    """Give what we noted at each cell."""
    return {
        Cell(sheet.title, c.row, c.column): c.comment.text
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for c in line
        if c.comment is not None and "▼ eipcheck" in c.comment.text
    }


def colour(book: Workbook, cell: Cell) -> str:
    fill = book[cell.sheet].cell(cell.row, cell.column).fill
    return str(fill.fgColor.rgb) if fill.fill_type == "solid" else ""


def edited(folder: Path, edit: Callable[[Workbook], None], **more: Any) -> Path:
    return saved(folder, more.get("content", MESSY), edit)


def _spoil(book: Workbook) -> None:
    """Give problems of every kind of place: a cell, a sheet, the file; errors and warnings."""
    book.remove(book["Cộng sinh"])
    book.create_sheet("Doanh nghiệp cũ")
    book.create_sheet("Doanh nghiêp")
    book[LAND]["D5"], book[LAND]["D6"] = 10, 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_stands_on_the_findings_sheet_and_at_its_cell(
    tmp_path: Path, language: Language
) -> None:
    source = edited(tmp_path, _spoil)
    done, out, _ = annotated(source, language)
    book, lines = opened(out), table(opened(out))
    problems = [(p, v) for p, v in zip(done.problems, views(done, language)[0].problems)]  # noqa: B905
    assert {p.severity for p, _ in problems} == {Severity.ERROR, Severity.WARNING}
    assert any(not isinstance(p.place, Cell | SheetPlace) for p, _ in problems)
    for problem, view in problems:
        line = next(n for n in lines if (n["code"], n["place"]) == (view.code, view.place))
        assert (line["what"], line["why"], line["fix"]) == (view.what, view.why, view.fix)
        assert view.mark.word in line["kind"]
        if not isinstance(problem.place, Cell):
            continue
        cell = linked(book, line["link"])
        assert (cell.parent.title, cell.row, cell.column) == (
            problem.place.sheet,
            problem.place.row,
            problem.place.column,
        )
        for told in (view.code, view.what, view.why, view.fix):
            assert told in cell.comment.text
        assert colour(book, problem.place) in COLOURS.values()
    assert [n["number"] for n in lines] == list(range(1, len(lines) + 1))


def test_the_gravest_of_several_findings_gives_the_colour(tmp_path: Path) -> None:
    done, out, _ = annotated(edited(tmp_path, lambda _: None))
    book = opened(out)
    errors = {p.place for p in done.problems if p.severity is Severity.ERROR}
    cells = [p for p in errors if isinstance(p, Cell)]
    assert cells
    assert {colour(book, c) for c in cells} == {COLOURS["error"]}


def test_other_places_of_a_problem_say_where_it_is_told(tmp_path: Path) -> None:
    done, out, _ = annotated(edited(tmp_path, lambda _: None))
    book = opened(out)
    pairs = [(p, c) for p in done.problems for c in p.other_places if isinstance(c, Cell)]
    assert pairs
    for problem, cell in pairs:
        note = noted(book)[cell]
        assert problem.code in note
        assert str(problem.place) in note
        assert colour(book, cell) in COLOURS.values()


@pytest.mark.parametrize("path", [SAMPLE, PILOT])
def test_every_cell_of_the_work_to_do_is_marked(path: Path, tmp_path: Path) -> None:
    done, out = assess(path), tmp_path / "out.xlsx"
    written(done, path, out)
    book = opened(out)
    notes = noted(book)
    asked = {
        cell: ask.kind
        for f in done.assessments[0].findings
        if f.kind == "requirement" and f.gap and f.declared.verdict == "undetermined"
        for ask in f.gap.asks
        for cell in ask.cells
    }
    assert asked
    assert set(asked) <= set(notes)
    for cell in asked:
        assert colour(book, cell) in COLOURS.values()
    places = [n["link"] for n in table(book)]
    assert None not in places


def test_a_blank_says_which_criterion_waits_how_many_decide_and_whom_to_ask(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    written(assess(SAMPLE), SAMPLE, out, "en")
    note = noted(opened(out))[Cell(REGISTER, 27, 15)]
    said = "12 enterprises unanswered: 3 “yes” make it met, 10 “no” make it not met"
    assert "To fill: Applies an RECP solution (Enterprises)" in note
    assert f"Criterion waiting: Application of RECP solutions ({said})" in note
    assert "Found in: RECP assessment report" in note
    assert "Ask: Enterprises in the park" in note


def test_blanks_that_lie_together_share_a_line_and_a_link(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    written(assess(SAMPLE), SAMPLE, out)
    line = next(n for n in table(opened(out)) if n["place"] == f"{REGISTER}!O27:O38")
    assert line["link"] == f"'{REGISTER}'!O27:O38"
    assert "12 ô trống" in line["what"]


def test_what_is_missed_and_lists_to_extend_are_listed_without_a_mark(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    written(assess(SAMPLE), SAMPLE, out)
    lines = table(opened(out))
    missed = next(n for n in lines if "Chưa đáp ứng" in n["kind"])
    assert missed["what"] == "còn thiếu 1\xa0doanh nghiệp"
    assert linked(opened(out), missed["link"]).comment is None
    decision = next(n for n in lines if "Cần kết luận" in n["kind"])
    assert decision["link"] == "'Xem xét'!A1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_says_who_when_by_which_set_and_that_it_certifies_nothing(
    tmp_path: Path, language: Language
) -> None:
    out = tmp_path / "out.xlsx"
    written(assess(SAMPLE), SAMPLE, out, language)
    told = texts(opened(out))
    head = views(assess(SAMPLE), language)[0]
    for text in (head.head.title, head.head.law, head.head.date.value, head.disclaimer):
        assert text in told
    assert "vn-82-2018" in told
    assert f"eipcheck {assess(SAMPLE).assessments[0].tool_version}" in told
    for kind in COLOURS:
        assert say(language, f"annotated.legend.{kind}") in told


def test_answers_read_back_as_they_were(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND]["D5"] = "=D6+D7"
        book[LAND]["D6"] = "1.234,5"
        book["KCN"]["D5"] = "  khoảng trắng  "

    source = edited(tmp_path, edit)
    data = part(source.read_bytes(), sheet_part(source, LAND))
    data = re.sub(rb"(<f>D6\+D7</f>)<v ?/?>(</v>)?", rb"\1<v>360</v>", data)
    source.write_bytes(with_parts(source.read_bytes(), {sheet_part(source, LAND): data}))
    for path in (source, SAMPLE, PILOT):
        out = tmp_path / "again.xlsx"
        written(assess(path), path, out, force=True)
        before = read_workbook(path, the_dictionary())
        after = read_workbook(out, the_dictionary())
        assert after.facts == before.facts
        assert after.tables == before.tables
        assert after.documents == before.documents
        assert after.blank_cells == before.blank_cells
        told = [replace(p, place=None) if "xlsx" in str(p.place) else p for p in before.problems]
        again = [replace(p, place=None) if "xlsx" in str(p.place) else p for p in after.problems]
        assert again == told


def sheet_part(path: Path, title: str) -> str:
    """Give the part of a sheet in a workbook that openpyxl wrote."""
    number = load_workbook(path, read_only=True).sheetnames.index(title) + 1
    return f"xl/worksheets/sheet{number}.xml"


def test_the_results_of_formulas_stay_and_are_computed_anew(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for address, formula in zip(
            ("L1", "L2", "L3", "L4"), ("1+1", "A1", "1=1", "1/0"), strict=True
        ):
            book[LAND][address] = f"={formula}"

    source = edited(tmp_path, edit)
    name = sheet_part(source, LAND)
    xml = part(source.read_bytes(), name)
    results = {
        b"1+1": (b"", b"2"),
        b"A1": (b't="str"', "a<b & “c”".encode().replace(b"&", b"&amp;").replace(b"<", b"&lt;")),
        b"1=1": (b't="b"', b"1"),
        b"1/0": (b't="e"', b"#DIV/0!"),
    }
    for formula, (kind, value) in results.items():
        pattern = rb'<c r="(L\d)"([^>]*)><f>' + re.escape(formula) + rb"</f><v ?/?>(?:</v>)?"
        xml = re.sub(
            pattern, rb'<c r="\1"\2 ' + kind + b"><f>" + formula + b"</f><v>" + value + b"</v>", xml
        )
    source.write_bytes(with_parts(source.read_bytes(), {name: xml}))
    _, out, _ = annotated(source)
    computed, book = load_workbook(out, data_only=True), opened(out)
    assert [computed[LAND][f"L{n}"].value for n in range(1, 5)] == [2, "a<b & “c”", True, "#DIV/0!"]
    assert book[LAND]["L1"].value == "=1+1"
    assert book.calculation.fullCalcOnLoad
    assert say("vi", "annotated.results") in texts(book)


def _furnish(book: Workbook) -> None:
    """Use what people use: formats, lettering, widths, merges, choices, protection, links."""
    sheet = book[LAND]
    sheet["L5"], sheet["L6"] = 0.25, "=SUM(L5:L5)"
    sheet["L5"].number_format = "0.0%"
    sheet["L7"].font = Font(name=".VnTime", size=9, italic=True)
    sheet.column_dimensions["L"].width = 33.5
    sheet.merge_cells("L9:M10")
    sheet.conditional_formatting.add("L5:L8", CellIsRule("greaterThan", ["1"], Font(bold=True)))
    choice = DataValidation(type="list", formula1='"a,b"')
    choice.add("L8")
    sheet.add_data_validation(choice)
    sheet.freeze_panes = "C5"
    sheet.row_dimensions[40].hidden = True
    sheet.protection.enable()
    sheet.protection.set_password("bí mật")
    sheet["L8"].protection = Protection(locked=False)
    sheet["L11"].hyperlink = "https://example.org/"
    book["Danh mục"].sheet_state = "hidden"
    book.security = WorkbookProtection(workbookPassword="CC1A", lockStructure=True)


def _workings(sheet: Any) -> dict[str, Any]:
    """Give what a sheet has around its cells."""
    return {
        "choices": [
            (v.type, v.formula1, str(v.sqref)) for v in sheet.data_validations.dataValidation
        ],
        "columns": {k: (d.width, d.hidden) for k, d in sheet.column_dimensions.items()},
        "rows": {k: (d.height, d.hidden) for k, d in sheet.row_dimensions.items()},
        "merged": sheet.merged_cells,
        "frozen": sheet.freeze_panes,
        "state": sheet.sheet_state,
        "password": sheet.protection.password,
        "conditional": [str(r.sqref) for r in sheet.conditional_formatting],
    }


def test_the_look_and_the_workings_of_the_workbook_survive(tmp_path: Path) -> None:
    source = edited(tmp_path, _furnish)
    _, out, done = annotated(source)
    before, after = opened(source), opened(out)
    assert done.notes == ()
    assert after.sheetnames == [FINDINGS_TITLE.vi, *before.sheetnames]
    for old in before.worksheets:
        new = after[old.title]
        assert _workings(new) == _workings(old)
        for cell in old._cells.values():
            same = new[cell.coordinate]
            assert same.value == cell.value
            assert same.number_format == cell.number_format
            assert repr(same.font) == repr(cell.font)
            assert repr(same.protection) == repr(cell.protection)
    assert after[LAND]["L11"].hyperlink.target == "https://example.org/"
    assert after.security.lockStructure
    assert after.security.workbookPassword == before.security.workbookPassword


def test_only_the_findings_sheet_is_selected(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for sheet in book.worksheets:
            sheet.sheet_view.tabSelected = True
        book.active = book.worksheets[3]

    _, out, _ = annotated(edited(tmp_path, edit))
    book = opened(out)
    assert book.active is book.worksheets[0]
    assert [s.sheet_view.tabSelected for s in book.worksheets].count(True) == 1


def test_print_areas_stay_with_their_sheets(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND].print_area = "A1:D9"

    _, out, _ = annotated(edited(tmp_path, edit))
    assert opened(out)[LAND].print_area == f"'{LAND}'!$A$1:$D$9"


def chart(book: Workbook) -> None:
    sheet = book[LAND]
    drawn = BarChart()
    drawn.add_data(Reference(sheet, min_col=4, min_row=5, max_row=9))
    sheet.add_chart(drawn, "N2")


_DRAWING = (
    b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">%s</xdr:wsDr>'
)
_EXTENSION = (
    b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    b'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">%s</ext></extLst>'
)
_CHOICES = (
    b'<x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1>'
    b"<xm:f>'Danh m\xe1\xbb\xa5c'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>L3</xm:sqref>"
    b"</x14:dataValidation></x14:dataValidations>"
)
_RULES = b'<x14:conditionalFormattings><x14:cfRule type="iconSet"/></x14:conditionalFormattings>'
_LINES = b"<x14:sparklineGroups><x14:sparkline ></x14:sparkline></x14:sparklineGroups>"
_OF_SHEETS = {
    "dropdowns": _EXTENSION % _CHOICES,
    "formats": _EXTENSION % _RULES,
    "sparklines": _EXTENSION % _LINES,
    "views": b'<customSheetViews><customSheetView guid="{0}"/></customSheetViews>',
    "protection": b'<protectedRanges><protectedRange sqref="A1" name="a"/></protectedRanges>',
}
_OF_PARTS = {
    "macros": "xl/vbaProject.bin",
    "slicers": "xl/slicers/slicer1.xml",
    "threads": "xl/threadedComments/threadedComment1.xml",
    "labels": "docMetadata/LabelInfo.xml",
    "printer": "xl/printerSettings/printerSettings1.bin",
    "signatures": "_xmlsignatures/sig1.xml",
    "connections": "xl/connections.xml",
    "objects": "xl/embeddings/oleObject1.bin",
    "controls": "xl/ctrlProps/ctrlProp1.xml",
    "types": "xl/metadata.xml",
    "chart_looks": "xl/charts/style1.xml",
    "charts": "xl/charts/chartEx1.xml",
    "links": "xl/externalLinks/externalLink1.xml",
    "pivots": "xl/pivotTables/pivotTable1.xml",
    "other": "xl/strange/thing.xml",
}


def _lossy(data: bytes, kind: str, name: str) -> bytes:
    """Add something to a workbook that the library cannot write; ``name`` is the part of a sheet.

    It is added as bytes only, named by nothing else in the file.
    """
    sheet = part(data, name)
    if kind in _OF_PARTS:
        return with_parts(data, {_OF_PARTS[kind]: b"<x/>"})
    if kind in _OF_SHEETS:
        inside = _OF_SHEETS[kind] + b"</worksheet>"
        return with_parts(data, {name: sheet.replace(b"</worksheet>", inside)})
    inside = b"<xdr:sp ></xdr:sp>" if kind == "shapes" else b"<xdr:pic></xdr:pic>"
    return with_parts(data, {f"xl/drawings/drawing_{kind}.xml": _DRAWING % inside})


LOSSES = [*_OF_PARTS, *_OF_SHEETS, "shapes", "pictures"]


@pytest.mark.parametrize("kind", LOSSES)
def test_each_thing_that_cannot_be_carried_over_is_found(kind: str) -> None:
    plain = BytesIO()
    book = Workbook()
    book.save(plain)
    data = _lossy(plain.getvalue(), kind, "xl/worksheets/sheet1.xml")
    with ZipFile(BytesIO(data)) as archive:
        (loss,) = annotated_losses.losses(archive, book)
    assert loss.kind == kind
    assert loss.parts == (("xl/strange/thing.xml",) if kind == "other" else ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_cannot_be_carried_over_is_told(tmp_path: Path, language: Language) -> None:
    source = saved(tmp_path, MESSY)
    data = source.read_bytes()
    for kind in LOSSES:
        data = _lossy(data, kind, sheet_part(source, LAND))
    source.write_bytes(data)
    _, out, done = annotated(source, language)
    assert [p.code for p in done.notes] == ["O110"]
    for kind in LOSSES:
        told = say(language, f"annotated.lost.{kind}", names="xl/strange/thing.xml")
        assert told in dict(done.notes[0].facts)["kinds"]
        assert told in texts(opened(out))
    with ZipFile(out) as archive:
        assert not set(_OF_PARTS.values()) & set(archive.namelist())
        written_sheets = b"".join(archive.read(n) for n in archive.namelist() if "sheets/" in n)
    assert b"x14:" not in written_sheets
    assert b"customSheetView" not in written_sheets


def test_a_plain_workbook_loses_nothing(tmp_path: Path) -> None:
    _, out, done = annotated(edited(tmp_path, chart))
    assert done.notes == ()
    assert say("vi", "annotated.lost") not in texts(opened(out))
    assert len(opened(out)[LAND]._charts) == 1


def test_every_kind_of_loss_has_words() -> None:
    source = Path(annotated_losses.__file__).read_text(encoding="utf-8")
    kinds = {*re.findall(r'^    \("(\w+)", r', source, re.MULTILINE)}
    kinds |= set(re.findall(r'yield "(\w+)"', source)) | set(
        re.findall(r'found\["(\w+)"\]', source)
    )
    worded = {k.rpartition(".")[2] for k in catalogue("vi", "annotated") if ".lost." in k}
    assert kinds == worded


def test_formulas_on_other_workbooks_keep_their_last_results(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LAND]
        sheet["L1"], sheet["L2"] = "=[1]Tấm!A1+1", "='[1]Tấm hai'!A1"
        sheet["L3"] = "=SUM(Bảng[2019])"

    source = edited(tmp_path, edit)
    name = sheet_part(source, LAND)
    xml = part(source.read_bytes(), name)
    xml = re.sub(rb"(A1\+1</f>)<v ?/?>(?:</v>)?", rb"\1<v>12.5</v>", xml)
    changes: dict[str, bytes | None] = {name: xml, "xl/externalLinks/externalLink1.xml": b"<x/>"}
    source.write_bytes(with_parts(source.read_bytes(), changes))
    _, out, done = annotated(source)
    sheet = opened(out)[LAND]
    assert sheet["L1"].value == 12.5
    assert (sheet["L2"].value, sheet["L2"].data_type) == ("#REF!", "e")
    assert sheet["L3"].value == "=SUM(Bảng[2019])"
    assert say("vi", "annotated.lost.links") in dict(done.notes[0].facts)["kinds"]


def test_a_number_that_is_no_date_stays_a_number(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND]["L1"], book[LAND]["L2"] = 1234.567891234, 99999999
        for address in ("L1", "L2"):
            book[LAND][address].number_format = "dd/mm/yyyy"

    _, out, _ = annotated(edited(tmp_path, edit))
    with ZipFile(out) as archive:
        xml = archive.read(sheet_part(out, LAND)).decode()
    found = {a: re.search(rf'<c r="{a}"[^>]*><v>([^<]*)</v>', xml) for a in ("L1", "L2")}
    assert {a: m and m[1] for a, m in found.items()} == {"L1": "1234.567891234", "L2": "99999999"}


def test_the_notes_of_the_user_stay_above_ours_in_their_size(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for address in ("D5", "L5"):
            book[LAND][address].comment = Comment("hỏi chị Lan", "Lan", width=333, height=111)
        book[LAND]["D5"] = "rác"

    done, out, _ = annotated(edited(tmp_path, edit))
    assert Cell(LAND, 5, 4) in {p.place for p in done.problems}
    sheet = opened(out)[LAND]
    assert sheet["D5"].comment.text.startswith("hỏi chị Lan\n\n▼ eipcheck\n")
    assert sheet["D5"].comment.author == "Lan"
    assert sheet["L5"].comment.text == "hỏi chị Lan"
    with ZipFile(out) as archive:
        drawings = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".vml")]
    assert any("width:333px" in d and "height:111px" in d for d in drawings)


def test_a_second_round_takes_the_first_away(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND]["D5"] = "rác"
        book[LAND]["D5"].comment = Comment("của tôi", "Lan")
        book[LAND]["D6"] = "rác"
        book[LAND]["D6"].fill = PatternFill("solid", fgColor="FF00FF00")
        book[LAND]["D7"], book[LAND]["D8"] = "rác", "rác"
        book[LAND]["D7"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.5))
        book[LAND]["D8"].fill = PatternFill()

    _, first, _ = annotated(edited(tmp_path, edit))
    assert colour(opened(first), Cell(LAND, 6, 4)) == COLOURS["error"]
    book = opened(first)
    for address, figure in (("D5", 360), ("D6", 250), ("D7", 36), ("D8", 30)):
        book[LAND][address] = figure
    book[LAND]["D5"].comment.text += "\nđã sửa"
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    second = tmp_path / "second.xlsx"
    written(assess(filled), filled, second, "en")
    book = opened(second)
    assert book.sheetnames.count(FINDINGS_TITLE.vi) == 0
    assert book.sheetnames[0] == FINDINGS_TITLE.en
    assert book[LAND]["D5"].comment.text == "của tôi\nđã sửa"
    assert colour(book, Cell(LAND, 6, 4)) == "FF00FF00"
    assert book[LAND]["D7"].fill.fgColor.theme == 4
    assert book[LAND]["D7"].fill.fgColor.tint == 0.5
    assert book[LAND]["D8"].fill.fill_type is None
    assert colour(book, Cell(LAND, 5, 4)) not in COLOURS.values()
    assert book[LAND]["D6"].comment is None


def test_what_a_round_remembered_is_trusted_no_further_than_its_cells() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for address, ours in (("A1", True), ("A2", False), ("A3", True)):
        shade = COLOURS["error"] if ours else "FF123456"
        sheet[address].fill = PatternFill("solid", fgColor=shade)
    lines = [
        f"fill|rgb:FF00FF00|A1:A2,Z9|{sheet.title}",
        f"fill|=1+1|A3|{sheet.title}",
        f"fill|none|A3:XFD1048576|{sheet.title}",
        *("fill|none|A3|Không có", "fill|none", "rác", None),
    ]
    restore(book, lines)
    shades = [sheet[f"A{n}"].fill.fgColor.rgb for n in (1, 2, 3)]
    assert shades == ["FF00FF00", "FF123456", COLOURS["error"]]
    assert "Z9" not in {c.coordinate for c in sheet._cells.values()}


def test_a_sheet_of_the_user_with_our_name_stays(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.create_sheet(FINDINGS_TITLE.vi.upper())["A1"] = "của tôi"

    _, out, _ = annotated(edited(tmp_path, edit))
    book = opened(out)
    assert book.sheetnames[0] == f"{FINDINGS_TITLE.vi} 2"
    assert book[FINDINGS_TITLE.vi.upper()]["A1"].value == "của tôi"


def test_the_reader_knows_the_findings_sheet_for_ours() -> None:
    for language in LANGUAGES:
        assert say(language, "annotated.sheet") == FINDINGS_TITLE.in_(language)


def test_a_merged_cell_is_marked_where_it_can_be(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND]["D5"] = "rác"
        book[LAND].merge_cells("C5:D5")
        book[LAND]["C5"] = "rác"

    done, out, _ = annotated(edited(tmp_path, edit))
    inside = [p for p in done.problems if p.place in (Cell(LAND, 5, 3), Cell(LAND, 5, 4))]
    asked = {
        c
        for f in done.assessments[0].findings
        for g in (f.gap,)
        if g
        for a in g.asks
        for c in a.cells
    }
    assert inside or Cell(LAND, 5, 4) in asked
    assert noted(opened(out))[Cell(LAND, 5, 3)]


def test_merges_that_lie_over_each_other_do_no_harm() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for area in ("A1:B2", "B2:C3", "C3:C4"):
        sheet.merge_cells(area)
    mark = Mark("error", "✕", "Lỗi")
    cell = Cell(sheet.title, 3, 3)
    entry = Entry(kind="error", mark=mark, cells=(cell,), what="", why="", fix="", note="C3!")
    assert annotated_cells.Marker(book).mark([entry]) == 0
    assert "C3: C3!" in next(iter(noted(book).values()))


def test_a_cell_that_did_not_exist_takes_the_look_of_its_column() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.column_dimensions["C"].font = Font(name="Arial", size=13)
    sheet.row_dimensions[7].font = Font(name="Arial", size=14)
    marker = annotated_cells.Marker(book)
    assert marker._cell(Cell(sheet.title, 5, 3)).font.size == 13
    assert marker._cell(Cell(sheet.title, 7, 3)).font.size == 14
    assert marker._cell(Cell(sheet.title, 5, 4)).font.size == 11


EVIL = ('=HYPERLINK("https://example.org","x")', "+cmd|' /C calc'!A0", "@SUM(1)", "-1+1", "#REF!")


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_the_workbook_never_becomes_a_formula_or_a_link(
    tmp_path: Path, text: str, language: Language
) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[LAND]
        sheet["D5"] = text
        sheet["D5"].data_type = "s"

    _, out, _ = annotated(edited(tmp_path, edit, content=fact("park_name", text)), language)
    book = opened(out)
    front = book.worksheets[0]
    assert any(text in str(c.value) for line in front.iter_rows() for c in line)
    for line in front.iter_rows():
        for cell in line:
            assert cell.data_type in {"s", "n"}
            if cell.hyperlink is not None:
                assert cell.hyperlink.target is None
                assert cell.hyperlink.location.startswith("'")
    with ZipFile(out) as archive:
        relations = [archive.read(n) for n in archive.namelist() if n.endswith(".rels")]
        assert not any(b"External" in r for r in relations)
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_hidden_signs_and_endless_texts_are_tamed(tmp_path: Path) -> None:
    long, marked = "dài" * 10_000, "a\u202eb\u200bc ▲ eipcheck d\ue000"

    def edit(book: Workbook) -> None:
        book[LAND]["D5"], book[LAND]["D6"] = long, marked
        book[LAND]["D5"].comment = Comment("x" * 32_000, "Lan")

    done, out, _ = annotated(edited(tmp_path, edit))
    assert {Cell(LAND, 5, 4), Cell(LAND, 6, 4)} <= {p.place for p in done.problems}
    book = opened(out)
    assert max(len(n) for n in noted(book).values()) <= 30_000
    assert all(len(n.partition("▼")[2]) < 1_600 for n in noted(book).values())
    assert max(len(str(c.value or "")) for r in book.worksheets[0].iter_rows() for c in r) <= 2_000
    note = noted(book)[Cell(LAND, 6, 4)]
    assert "\u202e" not in note
    assert "\u200b" not in note
    assert note.count("▲") == 1


def test_text_that_xml_cannot_hold_is_left_out() -> None:
    assert annotated_cells.text_lines("a\x00b\x1f\nc\td") == "ab\nc d"
    tamed = annotated_cells.text_lines("a\ud800\ufffe\uffff")
    assert tamed.encode().startswith(b"a")
    assert not {"\ud800", "\ufffe", "\uffff"} & set(tamed)


def test_a_name_of_a_sheet_is_quoted_in_links() -> None:
    cell = Cell("Lan's 'x'!A1#=", 3, 2)
    location = annotated_sheet.location(cell.sheet, cell, cell)
    assert location == "'Lan''s ''x''!A1#='!B3"


def test_a_place_on_a_hidden_sheet_says_so(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[LAND]["D5"] = "rác"
        book[LAND].sheet_state = "hidden"

    _, out, _ = annotated(edited(tmp_path, edit))
    assert any(n["place"] == f"{LAND}!D5 (sheet đang ẩn)" for n in table(opened(out)))


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    done = replace(assess(SAMPLE), run_at=datetime(2026, 11, 22, 10, 0, tzinfo=UTC))
    for name in ("a.xlsx", "b.xlsx"):
        written(done, SAMPLE, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    properties = load_workbook(tmp_path / "a.xlsx").properties
    assert properties.modified == datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 - as the library reads it
    assert properties.creator == load_workbook(SAMPLE).properties.creator
    assert properties.created == load_workbook(SAMPLE).properties.created


def test_the_original_is_never_written_to(tmp_path: Path) -> None:
    source = saved(tmp_path, MESSY)
    before = sha256(source.read_bytes()).hexdigest()
    done, _, _ = annotated(source)
    with pytest.raises(OutputError) as error:
        written(done, source, source, force=True)
    assert [p.code for p in error.value.problems] == ["O102"]
    assert sha256(source.read_bytes()).hexdigest() == before == done.record.sha256


def test_a_workbook_that_changed_meanwhile_is_not_annotated(tmp_path: Path) -> None:
    source, out = saved(tmp_path, MESSY), tmp_path / "out.xlsx"
    done = assess(source)
    source.write_bytes(source.read_bytes() + b"x")
    assert refusal(done, source, out).code == "O111"
    source.unlink()
    assert refusal(done, source, out).code == "O111"


def refusal(done: Assessed, source: Path, out: Path) -> Problem:
    """Give the only problem for which no copy is made; nothing is written."""
    with pytest.raises(OutputError) as error:
        written(done, source, out)
    assert not out.exists()
    (problem,) = error.value.problems
    return problem


def test_a_part_that_cannot_be_copied_is_told(tmp_path: Path) -> None:
    source, out = saved(tmp_path, MESSY), tmp_path / "out.xlsx"
    data = source.read_bytes()
    with ZipFile(source) as archive:
        notes = next(n for n in archive.namelist() if "comments/comment" in n)
    source.write_bytes(with_parts(data, {notes: b"<comments"}))
    problem = refusal(assess(source), source, out)
    assert problem.code == "O112"
    assert dict(problem.facts)["reason"]


@pytest.mark.parametrize("address", ["D6", "B5"])
def test_cells_that_stand_elsewhere_than_they_say_are_not_copied(
    tmp_path: Path, address: str
) -> None:
    source, out = saved(tmp_path, MESSY), tmp_path / "out.xlsx"
    name = sheet_part(source, LAND)
    moved = part(source.read_bytes(), name).replace(b'r="D5"', f'r="{address}"'.encode())
    source.write_bytes(with_parts(source.read_bytes(), {name: moved}))
    problem = refusal(assess(source), source, out)
    assert problem.code == "O116"
    assert address in dict(problem.facts)["cell"]


@pytest.mark.parametrize(
    "link",
    [
        b'ref="A1:XFD1048576"',
        b'tooltip="a>b" ref = "A1:XFD1048576"',
        b'ref="A:XFD"',
        b'ref="A1&#58;XFD1048576"',
    ],
)
def test_ranges_that_would_fill_the_memory_are_refused(tmp_path: Path, link: bytes) -> None:
    source, out = saved(tmp_path, MESSY), tmp_path / "out.xlsx"
    name = sheet_part(source, "Danh mục")
    xml = part(source.read_bytes(), name).replace(
        b"</sheetData>", b"</sheetData><hyperlinks><hyperlink %s/></hyperlinks>" % link
    )
    source.write_bytes(with_parts(source.read_bytes(), {name: xml}))
    problem = refusal(assess(source), source, out)
    assert problem.code == "O113"


def test_too_many_notes_leave_the_colour_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotated_cells, "MOST_NOTES", 2)
    done, out, told = annotated(edited(tmp_path, lambda _: None))
    book = opened(out)
    marked = [
        Cell(s.title, c.row, c.column)
        for s in book.worksheets[1:]
        for line in s.iter_rows()
        for c in line
        if colour(book, Cell(s.title, c.row, c.column)) in COLOURS.values()
    ]
    assert len(noted(book)) == 2
    assert [p.code for p in told.notes] == ["O114"]
    assert dict(told.notes[0].facts)["n"] == str(len(marked) - 2)
    errors = {p.place for p in done.problems if p.severity is Severity.ERROR}
    assert set(noted(book)) & errors


def test_shapes_of_very_many_notes_have_numbers_that_excel_knows() -> None:
    for count, blocks in ((1, b"1"), (1022, b"1"), (1023, b"1,2"), (5000, b"1,2,3,4,5")):
        drawing = b'<o:idmap v:ext="edit" data="1" />' + b"<v:shape></v:shape>" * count
        assert b'data="%s"' % blocks in annotated_book.numbered_shapes(drawing)


def test_very_many_scattered_blanks_end_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotated_sheet, "_RUNS", 1)
    names = [
        {"enterprise_name": f"Công ty {n}", "enterprise_status": "operating"} for n in range(6)
    ]
    given = [n | ({"recp_applied": True} if i % 2 else {}) for i, n in enumerate(names)]
    _, out, _ = annotated(edited(tmp_path, lambda _: None, content=rows("enterprises", *given)))
    more = [n for n in table(opened(out)) if n["place"].startswith("… và 2 ô nữa")]
    assert more
    assert more[0]["link"].startswith(f"'{REGISTER}'!")


def test_several_sets_share_one_copy(tmp_path: Path) -> None:
    second = "examples/synthetic-park/teaching-set"
    root = Path(__file__).resolve().parents[2]
    request = Request(criteria=("vn-82-2018", str(root / second)), allow_unverified=True)
    done = assess(SAMPLE, request)
    assert len(done.assessments) == 2
    out = tmp_path / "out.xlsx"
    assert written(done, SAMPLE, out).files == (out,)
    told = texts(opened(out))
    for one in done.assessments:
        assert f"{one.criteria.id} {one.criteria.version}" in told
        assert f"[{one.criteria.id}]" in told


def test_the_copy_goes_beside_under_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CommandLine(capsys)
    ended = run("assess", SAMPLE, "--lang", "en", "--report", "annotated")
    assert ended.code == 0
    assert "Wrote kcn-mau.annotated.xlsx" in ended.err
    assert opened(tmp_path / "kcn-mau.annotated.xlsx").sheetnames[0] == FINDINGS_TITLE.en


def test_losses_are_told_beside_the_results(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = saved(tmp_path, MESSY)
    source.write_bytes(with_parts(source.read_bytes(), {"xl/vbaProject.bin": b"x"}))
    out = tmp_path / "out.xlsx"
    ended = CommandLine(capsys)("assess", source, "--lang", "en", "--report", f"annotated:{out}")
    assert ended.code == 0
    assert "O110" in ended.err
    assert "macros" in ended.err


def test_the_copy_can_go_to_the_standard_output() -> None:
    (content,) = written(assess(SAMPLE), SAMPLE, Path("-")).printed
    assert load_workbook(BytesIO(content)).sheetnames[0] == FINDINGS_TITLE.vi


def test_another_suffix_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        report_specs(["annotated:park.xlsm"], SAMPLE, Edition(languages=("vi",)))
    assert [p.code for p in error.value.problems] == ["O115"]


def test_a_workbook_without_findings_says_so() -> None:
    done = assess(SAMPLE)
    page = annotated_sheet.Page(
        language="en",
        told=[annotated_sheet.Told(done.assessments[0], views(done, "en")[0])],
        entries=(),
        losses=(),
        has_results=False,
        made=done.run_at,
    )
    sheet = Workbook().worksheets[0]
    annotated_sheet.write_page(sheet, page)
    assert say("en", "annotated.clean") in [line[0].value for line in sheet.iter_rows()]
