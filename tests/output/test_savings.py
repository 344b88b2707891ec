"""Savings of RECP are added only where they are measured, and only over parks that count."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from command_line import SAMPLE
from msgspec.structs import replace
from openpyxl import load_workbook
from sample_edits import Edit, both, cells

from eipcheck.pipeline.assess import Assessed, assess
from eipcheck.reporting.summary_savings import Savings, savings_of, totals

SHEET, FIRST = "RECP", 7
ON = date(2020, 11, 20)
STATE, START, MEASURED, KWH, MONEY = "D", "E", "G", "H", "K"


def done(folder: Path, *edits: Edit) -> Assessed:
    """Assess the sample park after edits."""
    book = load_workbook(SAMPLE)
    both(*edits)(book)
    book.save(folder / "park.xlsx")
    return assess(folder / "park.xlsx")


def told(park: Assessed, on: date = ON, *, full: bool = True) -> Savings:
    """Give what a park saves."""
    found = savings_of(park.record, on, park.dictionary, "en", full=full)
    assert found is not None
    return found


def kwh(savings: Savings) -> tuple[int, int, int]:
    """Give the electricity saved, by how many solutions, of how many measured ones."""
    (one,) = (one for one in savings.amounts if one.label == "Electricity saved")
    return int(one.amount), one.given, savings.measured


def written(column: str) -> list[Any]:
    """Give what stands in the sample for each solution."""
    sheet = load_workbook(SAMPLE)[SHEET]
    return [cell.value for cell in sheet[column][FIRST - 1 :]]


def test_the_sum_is_that_of_the_measured_solutions() -> None:
    rows = [
        amount
        for state, start, measured, amount in zip(
            *(written(column) for column in (STATE, START, MEASURED, KWH)), strict=True
        )
        if state == "Đã thực hiện" and measured == "Có" and start <= datetime(2020, 11, 20)  # noqa: DTZ001
    ]
    assert 0 < len(rows) < len(written(STATE))
    given = [amount for amount in rows if amount is not None]
    assert kwh(told(assess(SAMPLE))) == (sum(given), len(given), len(rows))


@pytest.mark.parametrize(
    "edit",
    [
        cells(SHEET, D7="Được đề xuất"),
        cells(SHEET, D7=None),
        cells(SHEET, G7="Không"),
        cells(SHEET, G7=None),
        cells(SHEET, E7=date(2021, 1, 1)),
    ],
    ids=["proposed", "no state", "estimated", "measured or not", "later"],
)
def test_what_is_not_implemented_and_measured_is_not_added(edit: Edit, tmp_path: Path) -> None:
    amount, given, measured = kwh(told(assess(SAMPLE)))
    assert kwh(told(done(tmp_path, edit))) == (amount - 22500, given - 1, measured - 1)


@pytest.mark.parametrize("value", [None, "chưa có số liệu", -500, "#REF!"])
def test_an_amount_that_is_none_is_told_as_not_given(value: object, tmp_path: Path) -> None:
    amount, given, measured = kwh(told(assess(SAMPLE)))
    park = done(tmp_path, cells(SHEET, {"H7": value}))
    assert kwh(told(park)) == (amount - 22500, given - 1, measured)


def test_what_a_park_states_as_its_total_is_not_added(tmp_path: Path) -> None:
    before = told(assess(SAMPLE))
    sheet = load_workbook(SAMPLE)["KCN"]
    (line,) = (c.row for c in sheet["B"] if c.value == "Điện tiết kiệm")
    assert told(done(tmp_path, cells("KCN", {f"D{line}": 9_000_000}))) == before


def test_money_is_told_only_to_the_full_audience() -> None:
    park = assess(SAMPLE)
    labels = [one.label for one in told(park).amounts]
    assert "Money saved" in labels
    public = [one.label for one in told(park, full=False).amounts]
    assert public == [label for label in labels if label != "Money saved"]


def test_a_park_without_measured_solutions_has_no_savings(tmp_path: Path) -> None:
    park = done(tmp_path, cells(SHEET, {f"D{row}": "Được đề xuất" for row in range(7, 32)}))
    assert savings_of(park.record, ON, park.dictionary, "en", full=True) is None


def test_totals_say_how_many_solutions_and_parks_they_stand_on() -> None:
    one = told(assess(SAMPLE))
    amount, given, measured = kwh(one)
    silent = replace(one, amounts=())
    (total, *_) = totals([one, None, silent, one], "en")
    assert total.label == "Electricity saved"
    assert total.amount == f"{2 * amount:,} kWh/year"
    assert total.stated == f"{2 * given} of {3 * measured} measured solutions, in 2 parks"
    assert totals([None, silent], "en") == ()
