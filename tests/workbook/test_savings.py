"""A measured result of a RECP solution, held against the savings beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sample_edits import SAMPLE
from workbook_helper import codes, read

from eipcheck.pipeline.assess import Request, assess
from eipcheck.workbook.content import Content
from eipcheck.workbook.savings import SAVINGS

REGISTER = ({"tax_code": "0301234567", "enterprise_name": "Công ty An Bình"},)


def content(measured: str, **savings: object) -> Content:
    solution = {
        "recp_enterprise": "0301234567",
        "recp_state": "implemented",
        "recp_measured": measured,
        **savings,
    }
    return Content(rows={"enterprises": REGISTER, "recp": (solution,)})


@pytest.mark.parametrize(
    "savings", [{"recp_kwh": 0}, {"recp_kwh": 0, "recp_money": 0}, {"recp_co2": -5}]
)
def test_a_result_without_any_saving_is_unknown(savings: dict[str, object], tmp_path: Path) -> None:
    record = read(tmp_path, content("Có", **savings))
    column = record.tables["recp"].columns["recp_measured"]
    assert (column.values, column.is_blank(0)) == ((None,), False)
    assert codes(record).count("W412") == 1


@pytest.mark.parametrize(
    ("measured", "savings"),
    [
        ("Có", {}),
        ("Có", {"recp_kwh": 0, "recp_water": 1}),
        ("Có", {"recp_kwh": 0, "recp_water": "nhiều"}),
        ("Không", {"recp_kwh": 0}),
    ],
)
def test_what_does_not_contradict_stands(
    measured: str, savings: dict[str, object], tmp_path: Path
) -> None:
    record = read(tmp_path, content(measured, **savings))
    assert record.tables["recp"].columns["recp_measured"].values == (measured == "Có",)
    assert "W412" not in codes(record)


def test_savings_are_read_although_no_criterion_asks_for_them(tmp_path: Path) -> None:
    book = load_workbook(SAMPLE)
    sheet = book["RECP"]
    heads = {sheet.cell(6, c).value: c for c in range(1, sheet.max_column + 1)}
    saved = [c for head, c in heads.items() if {"tiết", "giảm"} & set(str(head).split())]
    assert len(saved) == len(SAVINGS)
    sheet.cell(7, heads["Có kết quả đo được"]).value = "Có"
    for column in saved:
        sheet.cell(7, column).value = 0
    path = tmp_path / "park.xlsx"
    book.save(path)
    request = Request(criteria=("vn-35-2022",), as_of=date(2020, 11, 20))
    (assessment,) = assess(path, request).assessments
    assert "W412" in {p.code for p in assessment.problems}
