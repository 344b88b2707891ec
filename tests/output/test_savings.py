"""Savings of RECP are added only where they are measured, and only over parks that count."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command_line import SAMPLE
from msgspec.structs import replace
from openpyxl import load_workbook
from sample_edits import Edit, both, cells

from eipcheck.pipeline.assess import Assessed, assess
from eipcheck.reporting.summary_savings import Saving, Savings, savings_of, totals

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
        cells(SHEET, E7=None),
    ],
    ids=["proposed", "no state", "estimated", "measured or not", "later", "some day"],
)
def test_what_is_not_implemented_and_measured_is_not_added(edit: Edit, tmp_path: Path) -> None:
    amount, given, measured = kwh(told(assess(SAMPLE)))
    found = told(done(tmp_path, edit))
    assert kwh(found) == (amount - 22500, given - 1, measured - 1)
    before = told(assess(SAMPLE))
    left = (found.unmeasured - before.unmeasured, found.others - before.others)
    assert left == ((1, 0) if found.unmeasured > before.unmeasured else (0, 1))


def test_what_is_not_added_is_told_apart() -> None:
    states, measured = written(STATE), written(MEASURED)
    implemented = states.count("Đã thực hiện")
    found = told(assess(SAMPLE))
    assert found.measured + found.unmeasured == implemented
    assert found.others == len(states) - implemented > 0
    assert found.measured == measured.count("Có")


@pytest.mark.parametrize(
    ("said", "end", "is_complete"),
    [
        ("Có", None, True),
        ("Có", ON, True),
        ("Có", date(2020, 11, 19), False),
        ("Không", ON, False),
        (None, ON, False),
    ],
)
def test_a_list_is_complete_by_the_word_of_the_park(
    said: str | None, end: date | None, *, is_complete: bool, tmp_path: Path
) -> None:
    found = told(done(tmp_path, cells(SHEET, B4=said, C4=end)))
    assert found.is_complete == is_complete


@pytest.mark.parametrize("value", [None, "chưa có số liệu", -500, "#REF!", 100_000_001])
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


def test_a_park_without_measured_solutions_saves_nothing(tmp_path: Path) -> None:
    rows = range(FIRST, FIRST + len(written(STATE)))
    park = done(tmp_path, cells(SHEET, {f"{STATE}{row}": "Được đề xuất" for row in rows}))
    found = told(park)
    assert (found.measured, found.unmeasured, found.others) == (0, 0, len(rows))
    assert found.amounts == ()
    park = done(tmp_path, lambda book: book[SHEET].delete_rows(FIRST, len(rows)))
    assert savings_of(park.record, ON, park.dictionary, "en", full=True) is None


def saving(amount: str, given: int = 1) -> Savings:
    """Give a park that saves so much electricity by two measured solutions."""
    amounts = (Saving("Electricity saved", "kWh/year", Decimal(amount), given),)
    return Savings(measured=2, unmeasured=3, others=4, is_complete=True, amounts=amounts)


def test_totals_say_how_many_solutions_and_parks_they_stand_on() -> None:
    one, other, silent = saving("1000"), saving("0.5", 2), replace(saving("1"), amounts=())
    ((total,), notes) = totals(
        [("A", one), ("B", None), ("C", replace(silent, is_complete=False)), ("D", other)], "en"
    )
    assert total.label == "Electricity saved"
    assert total.amount == "1,000.5 kWh/year"
    assert total.stated == "3 of 6 measured solutions; 2 of 4 parks"
    (left,) = notes
    assert left.startswith("3 of 4 parks list solutions; lists declared complete: 2.")
    assert "9 implemented without a measured result" in left
    assert "12 not implemented on the assessment date" in left
    assert totals([("A", None), ("B", silent)], "en") == ((), ())


def test_one_figure_for_two_parks_is_added_once() -> None:
    parks = [("Trà Nóc 1", saving("80")), ("Khánh Phú", saving("1")), ("Trà Nóc 2", saving("80"))]
    ((total,), notes) = totals(parks, "vi")
    assert total.amount == "81 kWh/year"
    assert total.stated.endswith("2 trên 3 khu")
    assert notes[1].endswith("chỉ cộng một lần: Trà Nóc 1; Trà Nóc 2")


def test_what_is_at_least_so_much_is_not_rounded_up() -> None:
    ((total,), _) = totals([("A", saving("2.119"))], "en")
    assert total.amount == "2.11 kWh/year"
