"""What the criteria sets must not pass: who is in the park but not counted, and dates to come."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sample_edits import Edit, both, cells, judged

from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request

FIRM = "0000000046"
ON = date(2020, 11, 20)
DECREES = ("vn-82-2018", "vn-35-2022")
TO = datetime(2020, 11, 20)  # noqa: DTZ001 - as spreadsheets do
REPORTS = ("recp-report", "environmental-social-report")
ROWS = range(7, 128)


def breach(remedied: datetime | None = None) -> Edit:
    """Make a breach of environmental law by one enterprise the only one, of complete lists."""
    lists = (cells("Vi phạm", {f"B{r}": "Có", f"D{r}": TO}) for r in range(4, 14))
    lines = {f"{c}{r}": None for r in (16, 17, 18) for c in "ABCDEFGHIJ"}
    row: dict[str, Any] = {
        "A16": "Doanh nghiệp",
        "B16": FIRM,
        "C16": "Bảo vệ môi trường",
        "D16": "QĐ-1",
    }
    row |= {"E16": datetime(2020, 7, 21), "F16": "Không", "H16": remedied}  # noqa: DTZ001
    return both(*lists, cells("Vi phạm", {**lines, **row}), cells("Xem xét", A5=None, B5=None))


def standing(column: str, value: str) -> Edit:
    """Write the state (F) or kind (C) of the enterprise that committed the breach."""

    def edit(book: Workbook) -> None:
        sheet = book["Doanh nghiệp"]
        (row,) = (r for r in ROWS if str(sheet[f"A{r}"].value) == FIRM)
        sheet[f"{column}{row}"] = value

    return edit


def compliance(edit: Edit, folder: Path, decree: str) -> set[Verdict]:
    """Judge the compliance of the enterprises."""
    request = Request(criteria=(decree,), as_of=ON)
    return set(judged(edit, folder, "enterprise-compliance", request))


@pytest.mark.parametrize("decree", DECREES)
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("F", "Tạm ngừng hoạt động"),
        ("F", "Đang xây dựng"),
        ("F", "Đã cấp phép, chưa triển khai"),
        ("C", "Chi nhánh, đơn vị phụ thuộc"),
    ],
)
def test_the_breach_of_one_present_but_not_counted_is_reviewed(
    column: str, value: str, decree: str, tmp_path: Path
) -> None:
    edit = both(breach(), standing(column, value))
    assert compliance(edit, tmp_path, decree) == {Verdict.NEEDS_REVIEW}


@pytest.mark.parametrize("decree", DECREES)
def test_the_breach_of_one_that_has_closed_is_none_of_the_park(decree: str, tmp_path: Path) -> None:
    edit = both(breach(), standing("F", "Đã chấm dứt"))
    assert Verdict.MET in compliance(edit, tmp_path, decree)


@pytest.mark.parametrize(
    ("decree", "expected"),
    [("vn-82-2018", Verdict.MET), ("vn-35-2022", Verdict.NEEDS_REVIEW)],
)
def test_a_remedied_breach_counts_in_the_three_years_of_decree_35_only(
    decree: str, expected: Verdict, tmp_path: Path
) -> None:
    remedied = datetime(2020, 9, 1)  # noqa: DTZ001 - as spreadsheets do
    edit = both(breach(remedied), standing("F", "Tạm ngừng hoạt động"))
    assert expected in compliance(edit, tmp_path, decree)


def begins(on: datetime) -> Edit:
    """Write when the park began or begins to operate."""
    return cells("KCN", D16=on)


def state(value: str | None) -> Edit:
    """Write the state of every enterprise, each since the date that its row tells."""
    typed = {f"D{row}": None for row in range(25, 28)}
    named = cells("Doanh nghiệp", {f"F{row}": value for row in ROWS})
    return both(named, cells("KCN", typed))


@pytest.mark.parametrize("years", ["last", "three", "all"])
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("decree", DECREES)
def test_a_park_still_to_begin_is_not_believed_while_its_enterprises_operate(
    decree: str, report: str, years: str, tmp_path: Path
) -> None:
    later = datetime(2021, 6, 1)  # noqa: DTZ001 - as spreadsheets do
    request = Request(criteria=(decree,), as_of=ON, readings={"Q24": years})
    assert set(judged(begins(later), tmp_path, report, request)) == {Verdict.UNDETERMINED}


@pytest.mark.parametrize("decree", DECREES)
def test_a_park_still_to_begin_without_enterprises_in_operation_owes_no_report(
    decree: str, tmp_path: Path
) -> None:
    later = datetime(2021, 6, 1)  # noqa: DTZ001 - as spreadsheets do
    edit = both(begins(later), state("Đang xây dựng"))
    request = Request(criteria=(decree,), as_of=ON)
    assert set(judged(edit, tmp_path, "recp-report", request)) == {Verdict.NOT_APPLICABLE}
