"""Facts sheets with a column of values for each year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from workbook_helper import codes, the_dictionary

from eipcheck.model.record import ParkRecord
from eipcheck.workbook.read import read_workbook


def park(folder: Path, *rows: tuple[Any, ...], merge: str = "") -> ParkRecord:
    """Read a workbook whose only sheet is a facts sheet with these rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "KCN"
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    path = folder / "park.xlsx"
    book.save(path)
    return read_workbook(path, the_dictionary())


def said(record: ParkRecord, field: str) -> dict[int | None, Any]:
    return {o.year: o.value for o in record.facts.get(field, ())}


def told(record: ParkRecord) -> list[str]:
    return [c for c in codes(record) if c != "W201"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [(2018, 2019), ("2018", "2019"), ("Năm 2018", "Năm 2019"), ("Giá trị 2018", "Thực hiện 2019")],
)
def test_each_year_is_a_statement_of_its_own(older: Any, newer: Any, tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", older, newer),
        ("Tổng số dự án đầu tư", "dự án", 10, 12),
    )
    assert told(record) == []
    assert said(record, "projects") == {2018: 10, 2019: 12}
    cells = {o.year: o.cell.address for o in record.facts["projects"]}
    assert cells == {2018: "C2", 2019: "D2"}


def test_years_below_one_heading(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", "Giá trị", None),
        (None, None, 2018, 2019),
        ("Tổng số dự án đầu tư", "dự án", 10, 12),
        merge="C1:D1",
    )
    assert said(record, "projects") == {2018: 10, 2019: 12}


def test_a_year_under_a_plan_is_no_figure(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", "Kế hoạch", None, 2019),
        (None, None, 2020, 2021, None),
        ("Tổng số dự án đầu tư", "dự án", 10, 12, 8),
        merge="C1:D1",
    )
    assert said(record, "projects") == {2019: 8}
    assert "W207" in told(record)


def test_a_planned_year_is_no_figure(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", 2019, "Kế hoạch 2025"),
        ("Tổng số dự án đầu tư", "dự án", 10, 30),
    )
    assert said(record, "projects") == {2019: 10}
    assert told(record) == ["W207"]


def test_a_blank_year_asks_for_the_latest_cell(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", 2018, 2019),
        ("Tổng số dự án đầu tư", "dự án", None, None),
        ("Số lao động trong KCN", "người", 100, None),
    )
    assert record.blank_cells["projects"].address == "D2"
    assert said(record, "workers") == {2018: 100}


def test_a_year_that_stands_twice_is_not_guessed(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", 2019, 2019),
        ("Tổng số dự án đầu tư", "dự án", 10, 12),
    )
    assert "W209" in told(record)
    assert said(record, "projects") == {}


def test_a_title_over_the_sheet_is_no_answer(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("Chỉ tiêu", "Đơn vị tính", 2018, 2019),
        ("I. Thông tin chung", None, None, None),
        ("Tổng số dự án đầu tư", "dự án", 10, 12),
        merge="A2:D2",
    )
    assert told(record) == []
    assert said(record, "projects") == {2018: 10, 2019: 12}


@pytest.mark.parametrize(
    "above",
    [
        (("Đơn vị tính: m2",), ("Chỉ tiêu", "Đơn vị tính", "Giá trị", "Năm hoặc ngày")),
        (("",), ("Chỉ tiêu", "Đơn vị tính", "Giá trị (m2)", "Năm hoặc ngày")),
    ],
)
def test_a_unit_of_all_values_is_that_of_rows_without_one(
    above: tuple[tuple[str, ...], ...], tmp_path: Path
) -> None:
    """Square metres taken for hectares would be wrong by a factor of ten thousand."""
    record = park(
        tmp_path,
        *above,
        ("Diện tích KCN theo công bố", None, 2893500, 2019),
        ("Đất công nghiệp có thể cho thuê", "ha", 205.1, 2019),
        ("Tổng số dự án đầu tư", None, 12, 2019),
    )
    assert float(said(record, "park_area")[2019]) == 289.35
    assert float(said(record, "leasable_area").get(2019) or 205.1) == 205.1
    assert said(record, "projects") == {2019: 12}


def test_a_unit_of_all_values_that_nobody_knows_loses_those_without_one(tmp_path: Path) -> None:
    record = park(
        tmp_path,
        ("ĐVT: sào",),
        ("Chỉ tiêu", "Đơn vị tính", 2019),
        ("Diện tích KCN theo công bố", None, 8000),
    )
    assert said(record, "park_area") == {2019: None}
