"""Lists as people lay them out: what is a heading, a row, or neither; what is hidden or merged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import Edit, codes, fact, part, read, rows, saved, the_dictionary, with_parts

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.recognition import How
from eipcheck.model.record import ParkRecord, Table
from eipcheck.workbook.read import read_workbook

SHEET = "Doanh nghiệp"
A, B, C = "0301234567", "0307654321", "0309999999"
ROWS = rows(
    "enterprises",
    {"tax_code": A, "enterprise_name": "Công ty An", "enterprise_workers": 120},
    {"tax_code": B, "enterprise_name": "Công ty Bình", "enterprise_workers": 150},
)


def register(record: ParkRecord) -> Table:
    return record.tables["enterprises"]


def names(record: ParkRecord) -> list[Any]:
    return list(register(record).columns["enterprise_name"].values)


def header_row(sheet: Worksheet) -> int:
    return next(
        row[0].row or 0 for row in sheet.iter_rows() if any(c.value == "Mã số thuế" for c in row)
    )


def column(sheet: Worksheet, heading: str) -> int:
    found = (c for c in sheet[header_row(sheet)] if str(c.value).startswith(heading))
    return next(found).column or 0


def rename(sheet: Worksheet, old: str, new: str) -> None:
    (cell,) = (c for row in sheet.iter_rows() for c in row if c.value == old)
    cell.value = new


def on_register(change: Callable[[Worksheet], object]) -> Edit:
    def edit(book: Workbook) -> None:
        change(book[SHEET])

    return edit


def line(at: int, *cells: Any, first: int = 1) -> Edit:
    """Insert a line so many rows below the headings."""

    def change(sheet: Worksheet) -> None:
        row = header_row(sheet) + at
        sheet.insert_rows(row)
        for offset, cell in enumerate(cells):
            sheet.cell(row, first + offset, cell)

    return on_register(change)


def told(record: ParkRecord, code: str) -> Problem:
    (problem,) = (p for p in record.problems if p.code == code)
    return problem


def test_a_list_without_surprises_is_read_without_a_word(tmp_path: Path) -> None:
    record = read(tmp_path, ROWS)
    assert codes(record) == []
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_a_row_of_column_numbers_is_no_row(tmp_path: Path) -> None:
    record = read(tmp_path, ROWS, line(1, *(f"({n})" for n in range(1, 8))))
    assert codes(record) == []
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_a_row_of_plain_column_numbers_is_no_row(tmp_path: Path) -> None:
    record = read(tmp_path, ROWS, line(1, *range(1, 8)))
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_titles_of_groups_are_told_and_not_counted(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        line(1, "I", "Doanh nghiệp FDI")(book)
        line(3, "II", "Doanh nghiệp trong nước")(book)

    record = read(tmp_path, ROWS, change)
    assert codes(record) == ["W225", "W225"]
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_a_title_with_its_number_in_one_cell(tmp_path: Path) -> None:
    record = read(tmp_path, ROWS, line(1, "I. Khu A"))
    assert codes(record) == ["W225"]
    assert told(record, "W225").facts == (("raw", "I. Khu A"),)


def test_a_title_with_a_year_in_the_column_of_codes(tmp_path: Path) -> None:
    record = read(tmp_path, ROWS, line(1, "I. Khu A, năm 2019"))
    assert codes(record) == ["W225"]
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_a_title_merged_over_the_list(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        row = header_row(sheet) + 1
        sheet.insert_rows(row)
        sheet.cell(row, 1, "Phân khu phía Bắc")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8)

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == ["W225"]
    assert names(record) == ["Công ty An", "Công ty Bình"]


@pytest.mark.parametrize(
    "names_only",
    [
        ("I. Công ty Ba", "II. Công ty Bốn"),
        ("Công ty Ba", "Công ty Bốn"),
        ("V. Công ty Ba", "A. Công ty Bốn"),
    ],
)
def test_names_without_other_answers_are_rows(tmp_path: Path, names_only: tuple[str, str]) -> None:
    """Leaving out an enterprise could make a share met: in doubt a line is a row."""
    content = rows("enterprises", *({"enterprise_name": name} for name in names_only))
    record = read(tmp_path, content)
    assert names(record) == list(names_only)


def test_rows_numbered_with_roman_numbers_are_rows(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        line(1, "I", "Công ty Một")(book)
        line(2, "II", "Công ty Hai")(book)

    assert len(register(read(tmp_path, None, change)).rows) == 2


def test_a_total_that_agrees_is_told_and_not_counted(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(header_row(sheet) + 3, 1, "Tổng cộng")
        sheet.cell(header_row(sheet) + 3, column(sheet, "Số lao động"), 270)

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == ["W216"]
    assert len(register(record).rows) == 2


def test_a_total_that_does_not_agree_is_told_with_both_figures(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(header_row(sheet) + 3, 1, "Tổng cộng (I+II)")
        sheet.cell(header_row(sheet) + 3, column(sheet, "Số lao động"), 370)

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == ["W216", "W226"]
    facts = dict(told(record, "W226").facts)
    assert (facts["raw"], facts["sum"]) == ("370", "270")


def test_subtotals_may_be_those_of_their_group_or_of_all(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        top, workers = header_row(sheet), column(sheet, "Số lao động")
        sheet.insert_rows(top + 2)
        for row, words, figure in ((2, "Cộng", 120), (4, "Cộng", 150), (5, "Tổng cộng", 270)):
            sheet.cell(top + row, 1, words)
            sheet.cell(top + row, workers, figure)

    record = read(tmp_path, ROWS, on_register(change))
    assert set(codes(record)) == {"W216"}
    assert len(register(record).rows) == 2


def test_a_company_whose_name_begins_like_a_total_is_a_row(tmp_path: Path) -> None:
    content = rows("enterprises", {"enterprise_name": "Tổng công ty Sông Hồng"})
    assert names(read(tmp_path, content)) == ["Tổng công ty Sông Hồng"]


def test_signatures_below_are_told_and_not_counted(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        below = header_row(sheet) + 5
        sheet.cell(below, 2, "Cần Thơ, ngày 5 tháng 6 năm 2020")
        sheet.cell(below + 1, 1, "Người lập biểu")
        sheet.cell(below + 1, 3, "Giám đốc")
        sheet.cell(below + 4, 2, "Nguyễn Văn A")

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == ["W227"]
    assert names(record) == ["Công ty An", "Công ty Bình"]


def test_rows_below_a_remark_are_rows(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        below = header_row(sheet) + 4
        sheet.cell(below, 2, "Ghi chú: số liệu năm 2019")
        sheet.cell(below + 1, column(sheet, "Mã số thuế"), C)
        sheet.cell(below + 1, column(sheet, "Tên doanh nghiệp"), "Công ty Cường")

    record = read(tmp_path, ROWS, on_register(change))
    assert names(record) == ["Công ty An", "Công ty Bình", "Công ty Cường"]
    assert codes(record) == ["W229"]


def test_a_director_beside_a_name_is_no_signature(tmp_path: Path) -> None:
    """Of such a list nothing may be left out, since each line may be an enterprise."""
    content = rows(
        "enterprises",
        *({"enterprise_name": f"Công ty {n}", "enterprise_note": "Giám đốc"} for n in "ABCD"),
    )
    assert len(names(read(tmp_path, content))) == 4


def test_many_names_below_a_line_like_a_signature_are_rows(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        top, name = header_row(sheet), column(sheet, "Tên doanh nghiệp")
        sheet.cell(top + 5, name, "Cập nhật ngày 5 tháng 6 năm 2020")
        for offset in range(10):
            sheet.cell(top + 6 + offset, name, f"Công ty {offset}")

    assert len(register(read(tmp_path, ROWS, on_register(change))).rows) == 13


def test_a_company_called_total_with_its_code_as_a_number_is_a_row(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        row = header_row(sheet) + 1
        sheet.cell(row, column(sheet, "Mã số thuế"), 301234567)
        sheet.cell(row, column(sheet, "Tên doanh nghiệp"), "Total")

    assert names(read(tmp_path, None, on_register(change))) == ["Total"]


def test_a_value_merged_over_several_answers_is_only_that_of_its_own(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        row = header_row(sheet) + 1
        first = column(sheet, "Có áp dụng giải pháp RECP")
        sheet.cell(row, first, "Có")
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=first + 1)

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == ["W221"]
    table = register(record)
    assert table.columns["recp_applied"].values[0] is True
    covered = next(c for c in table.columns.values() if "↔" in c.raw)
    assert covered.values[0] is None
    assert not covered.is_blank(0)


def test_headings_of_two_levels(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        top = header_row(sheet)
        sheet.insert_rows(top)
        first = column(sheet, "Số lao động")
        sheet.cell(top, first, "Thông tin chung")
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 1)
        for other in (*range(1, first), *range(first + 2, sheet.max_column + 1)):
            sheet.cell(top, other, sheet.cell(top + 1, other).value)
            sheet.cell(top + 1, other).value = None
            sheet.merge_cells(start_row=top, end_row=top + 1, start_column=other, end_column=other)

    record = read(tmp_path, ROWS, on_register(change))
    assert codes(record) == []
    assert names(record) == ["Công ty An", "Công ty Bình"]
    (seen,) = (s for s in record.seen if s.name == SHEET)
    assert len(seen.heading_rows) == 2


def test_a_group_of_planned_answers_is_not_used(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        top = header_row(sheet)
        sheet.insert_rows(top)
        first = column(sheet, "Có áp dụng giải pháp RECP")
        sheet.cell(top, first, "Kế hoạch 2025")
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 1)

    content = rows("enterprises", {"tax_code": A, "enterprise_name": "An", "recp_applied": True})
    record = read(tmp_path, content, on_register(change))
    assert "W222" in codes(record)
    assert register(record).columns["recp_applied"].values == (None,)
    assert not register(record).columns["recp_applied"].is_blank(0)


def test_a_unit_in_a_heading_is_converted_and_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        rename(book["RECP"], "Điện tiết kiệm (kWh/năm)", "Điện tiết kiệm (MWh/năm)")

    content = rows("recp", {"recp_kwh": 12.5})
    record = read(tmp_path, content, change)
    assert codes(record)[-1] == "W223"
    column = record.tables["recp"].columns["recp_kwh"]
    assert column.values == (12500,)
    assert column.raw == (12.5,)


def test_a_line_above_the_headings_gives_the_unit_of_those_without(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        rename(book["RECP"], "Điện tiết kiệm (kWh/năm)", "Điện tiết kiệm")
        book["RECP"]["D2"] = "Đơn vị tính: MWh"

    content = rows("recp", {"recp_kwh": 12.5, "recp_water": 3})
    record = read(tmp_path, content, change)
    columns = record.tables["recp"].columns
    assert columns["recp_kwh"].values == (12500,)
    assert columns["recp_water"].values == (3,)


def test_hidden_rows_columns_and_sheets_are_read_and_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[SHEET]
        sheet.row_dimensions[header_row(sheet) + 2].hidden = True
        letter = sheet.cell(1, column(sheet, "Số lao động")).column_letter
        sheet.column_dimensions[letter].hidden = True
        sheet.sheet_state = "hidden"

    record = read(tmp_path, ROWS, change)
    assert codes(record) == ["W230", "W231", "W232"]
    assert names(record) == ["Công ty An", "Công ty Bình"]
    assert register(record).columns["enterprise_workers"].values == (120, 150)


def test_a_hidden_row_of_a_facts_sheet_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        (row,) = (c.row for (c,) in book["KCN"]["A1:A99"] if c.value == "projects")
        book["KCN"].row_dimensions[row].hidden = True

    record = read(tmp_path, fact("projects", 12), change)
    assert codes(record) == ["W230"]
    assert record.facts["projects"][0].value == 12


def test_results_of_formulas_are_used_and_told(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(header_row(sheet) + 1, column(sheet, "Số lao động"), 4711)

    path = saved(tmp_path, ROWS, on_register(change))
    data = path.read_bytes()
    (name,) = (
        n for n in map("xl/worksheets/sheet{}.xml".format, range(1, 12)) if b"4711" in part(data, n)
    )
    for formula, code in ((b"SUM(A1:A2)", "W340"), (b"[1]Tong!B9", "W346")):
        old = part(data, name)
        new = old.replace(b"<v>4711</v>", b"<f>" + formula + b"</f><v>4711</v>")
        assert new != old
        path.write_bytes(with_parts(data, {name: new}))
        record = read_workbook(path, the_dictionary())
        assert codes(record) == [code]
        assert register(record).columns["enterprise_workers"].values[0] == 4711


def test_a_list_on_a_sheet_of_another_name_is_known_by_its_headings(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET].title = "Sheet1"

    record = read(tmp_path, ROWS, change)
    assert codes(record) == ["W241"]
    assert names(record) == ["Công ty An", "Công ty Bình"]
    assert next(s.how for s in record.seen if s.name == "Sheet1") is How.HEADINGS


def test_of_two_sheets_with_the_headings_of_a_list_none_is_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET].title = "Sheet1"
        book.copy_worksheet(book["Sheet1"]).title = "Sheet2"

    record = read(tmp_path, ROWS, change)
    assert told(record, "W242").facts[1] == ("sheets", "Sheet1; Sheet2")
    assert "enterprises" not in record.tables


def test_everything_seen_is_told_sheet_by_sheet(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Ngân sách")
        sheet = book[SHEET]
        sheet.cell(header_row(sheet), sheet.max_column + 1, "Điện thoại")

    record = read(tmp_path, ROWS, change)
    seen = {s.name: s for s in record.seen}
    assert next(s.name for s in record.seen) == "Hướng dẫn"
    assert seen["Hướng dẫn"].how is How.OWN
    assert seen["Ngân sách"].how is How.LEFT
    assert seen[SHEET].how is How.LABEL
    assert seen[SHEET].rows == 2
    by_heading = {c.heading: c for c in seen[SHEET].columns}
    assert by_heading["Điện thoại"].how is How.LEFT
    assert by_heading["Mã số thuế"].field == "tax_code"


def test_old_text_is_named_and_converted_only_when_asked(tmp_path: Path) -> None:
    from eipcheck.workbook.read import Ways  # noqa: PLC0415 - only here

    path = saved(
        tmp_path, rows("enterprises", {"tax_code": A, "enterprise_name": "C«ng ty Ph¸t TriÓn"})
    )
    as_it_is = read_workbook(path, the_dictionary())
    converted = read_workbook(path, the_dictionary(), ways=Ways(convert_legacy=True))
    assert codes(as_it_is) == ["W341"]
    assert dict(told(as_it_is, "W341").facts)["converted"] == "Công ty Phát Triển"
    assert codes(converted) == ["W344"]
    assert names(converted) == ["Công ty Phát Triển"]
    place = told(converted, "W344").place
    assert isinstance(place, Cell)
    assert place.sheet == SHEET
