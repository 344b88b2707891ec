"""Workbooks that once gave a wrong "met": each edit of the sample park must not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sample_edits import Edit, both, cells, copied, verdicts

from eipcheck.model.criterion import Verdict
from eipcheck.model.problem import InputError


def day(year: int, month: int = 1, of: int = 1) -> datetime:
    return datetime(year, month, of)  # noqa: DTZ001 - spreadsheets know no zones


PLANS = both(
    *(cells("Doanh nghiệp", **{f"Q{r}": "Có", f"S{r}": "TL-04"}) for r in range(27, 32)),
)
LAND = both(
    cells("Đất", E11=2019, D9=15, D10=15, D16=1),
    *(cells("Đất", **{f"I{r}": "TL-06"}) for r in range(17, 28)),
)
POWER = cells("Dịch vụ", G10="TL-09")


def since(value: Any, heading: Any = ...) -> Edit:
    edits = [POWER, cells("Dịch vụ", C10=value)]
    return both(*edits, *([] if heading is ... else [cells("Dịch vụ", C6=heading)]))


def plan_day(value: Any, heading: Any = ...) -> Edit:
    edits = [PLANS, *(cells("Doanh nghiệp", **{f"R{r}": value}) for r in range(27, 32))]
    return both(*edits, *([] if heading is ... else [cells("Doanh nghiệp", R6=heading)]))


def newer(**row: Any) -> Edit:
    return both(LAND, cells("Đất", D28=2, E28=2020, **row))


OPEN_BREACH = {"A16": "Nhà đầu tư hạ tầng", "H16": None}
FULL = "developer-compliance"
EDITS: dict[str, tuple[str, Edit]] = {
    **{
        f"service since {value}": ("basic-services", since(value))
        for value in ("Quý I/2022", 2022, "31/02/2022")
    },
    **{
        f"service since under {heading}": ("basic-services", since(day(2022), heading))
        for heading in (None, 2020, "Bắt đầu")
    },
    **{
        f"plan dated {value}": ("symbiosis-plans", plan_day(value))
        for value in ("Quý I/2022", 2022, "12/2022", "dự kiến 2022")
    },
    **{
        f"plan under {heading}": ("symbiosis-plans", plan_day(day(2022), heading))
        for heading in (None, "Bắt đầu")
    },
    **{
        f"unit under {heading}": (
            "shared-land",
            both(LAND, cells("Đất", C9="sào", C10="sào", C4=heading)),
        )
        for heading in (None, "ĐVT")
    },
    **{
        f"scope under {heading}": (
            "shared-land",
            both(LAND, cells("Đất", F9="Phần khác", F10="Phần khác", F4=heading)),
        )
        for heading in (None, "Khu vực")
    },
    **{
        f"year under {heading}": (
            "shared-land",
            both(LAND, cells("Đất", E9=2022, E10=2022, E4=heading)),
        )
        for heading in (None, "Năm số liệu")
    },
    "newer answer misspelt": ("shared-land", newer(A28="land_tech_plan")),
    "second list of breaches": (FULL, copied("Vi phạm", "violations", **OPEN_BREACH)),
    "split list of breaches": (FULL, copied("Vi phạm", "Vi phạm 2020", **OPEN_BREACH)),
    "second sheet of land": ("shared-land", both(LAND, copied("Đất", "land", D9=2, D10=2))),
    "merged end of documents": (
        "basic-services",
        both(
            POWER,
            cells("Minh chứng", F12=day(2020, 6, 30), F13=None),
            lambda book: book["Minh chứng"].merge_cells("F12:F13"),
        ),
    ),
    "document twice": (
        FULL,
        cells("Minh chứng", A22="TL-14", B22="Biên bản, phiếu", G22="Chưa có"),
    ),
    "document in two spellings": (
        FULL,
        both(
            cells("Minh chứng", A18="tl-14", G18="Chưa có"),
            cells("Minh chứng", A22="TL-14", B22="Biên bản, phiếu", G22="Đã có"),
        ),
    ),
    "breach on a line of totals": (
        FULL,
        cells("Vi phạm", A19="Cộng", C19="Lao động", D19="QĐ-5", E19=day(2020)),
    ),
    "judgement without a day": (
        "enterprise-compliance",
        cells("Xem xét", D5="tháng 12/2021"),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_it_is_not_met_any_more(name: str, tmp_path: Path) -> None:
    criterion, edit = EDITS[name]
    assert verdicts(edit, tmp_path, criterion) != {Verdict.MET}


def test_two_lines_that_disagree_close_no_list(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Vi phạm"]
        sheet["A14"], sheet["B14"] = sheet["A5"].value, "Không"

    assert verdicts(edit, tmp_path, FULL) == {Verdict.UNDETERMINED}


def test_a_row_that_names_two_fields_leaves_both_open(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        newer(A28="land_technical_plan")(book)
        book["Đất"]["B28"] = book["Đất"]["B8"].value

    assert verdicts(edit, tmp_path, "shared-land") == {Verdict.UNDETERMINED}


@pytest.mark.parametrize(
    ("edit", "criterion"),
    [(LAND, "shared-land"), (POWER, "basic-services"), (PLANS, "symbiosis-plans")],
)
def test_the_edits_start_from_a_met_criterion(edit: Edit, criterion: str, tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    assert verdicts(edit, tmp_path, criterion) == {Verdict.MET}


@pytest.mark.parametrize("value", ["khoảng tháng 11/2020", "31/11/2019"])
def test_no_other_day_is_taken_for_one_that_cannot_be_read(value: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as stopped:
        verdicts(cells("KCN", D13=value), tmp_path, FULL)
    assert stopped.value.problems[0].code == "D114"
