"""Dates are read where day, month and year are certain; the message says what is missing."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from workbook_helper import fact, read, rows, the_dictionary

from eipcheck.model.place import Cell
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import ColumnReading, read_column
from eipcheck.workbook.vocabulary import make_vocabulary

WORDS = make_vocabulary(the_dictionary(), "vi")
WORDS_1904 = replace(WORDS, epoch_1904=True)


def look(field: str, cell: Any, words: Any = WORDS) -> Any:
    """Read a cell; give its value, or the codes of what is wrong with it."""
    reading = CellReader(the_dictionary().field(field), words).read(cell)
    errors = [f.code for f in reading.faults if f.severity == "error"]
    return errors or reading.value


def column(*cells: object) -> ColumnReading:
    """Read a column of dates whose cells are named A1, A2 and so on."""
    reader = CellReader(the_dictionary().field("link_signed"), WORDS)
    return read_column(cells, reader, address=lambda i: f"A{i + 1}")


def told(reading: ColumnReading) -> list[tuple[str, tuple[int, ...], dict[str, str]]]:
    return [(f.code, at, dict(f.facts)) for f, at in reading.faults]


def real(year: int, month: int, day: int) -> datetime:
    """Give a date as the xlsx reader gives it."""
    return datetime.combine(date(year, month, day), time())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 5 tháng 6 năm 2019", date(2019, 6, 5)),
        ("Ngày 05 tháng 06 năm 2019", date(2019, 6, 5)),
        ("NGÀY 5 THÁNG 6, NĂM 2019", date(2019, 6, 5)),
        ("nga\u0300y 5 tha\u0301ng 6 na\u0306m 2019", date(2019, 6, 5)),
        ("5 thang 6 nam 2019", date(2019, 6, 5)),
        ("05\u00a0/\u00a006\u00a0/\u00a02019", date(2019, 6, 5)),
        ("\u300005/06/2019\u2007", date(2019, 6, 5)),
        ("０５／０６／２０１９", date(2019, 6, 5)),
        ("'05/06/2019", date(2019, 6, 5)),
        ("05/06/2019 10:30", date(2019, 6, 5)),
        ("2019-06-05T10:30:00", date(2019, 6, 5)),
        ("2019/06/05", date(2019, 6, 5)),
    ],
)
def test_a_full_date_in_text(text: str, day: date) -> None:
    assert look("registration_date", text) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("05/06/19", "W326"),
        ("5-6-19", "W326"),
        ("2019", "W327"),
        ("Năm 2019", "W327"),
        ("\u300020１9", "W327"),
        (2019, "W327"),
        (2019.0, "W327"),
        ("06/2019", "W328"),
        ("6-2019", "W328"),
        ("tháng 6/2019", "W328"),
        ("Tháng 6 năm 2019", "W328"),
        ("T6/2019", "W328"),
        ("2019-06", "W328"),
        ("Quý IV/2024", "W329"),
        ("quý 4 năm 2024", "W329"),
        ("Q4/2024", "W329"),
        ("Q4 2024", "W329"),
        ("2024-Q4", "W329"),
        ("12/31/2019", "W330"),
        ("12-31-2019", "W330"),
        ("31/02/2019", "W309"),
        ("45/13/2019", "W309"),
        ("2019-13-01", "W309"),
        ("ngày 31 tháng 2 năm 2019", "W309"),
        ("5/6", "W308"),
        ("05/06/2019 7", "W308"),
        ("2019-06-05 7", "W308"),
        ("05/06-2019", "W308"),
        ("trước ngày 5 tháng 6 năm 2019", "W308"),
        ("05/06/2019?", "W308"),
        ("05/06/2019 - 07/06/2019", "W308"),
        ("6 tháng đầu năm 2019", "W308"),
        ("Quý V/2024", "W308"),
    ],
)
def test_what_is_missing_is_said_and_never_guessed(cell: object, code: str) -> None:
    assert look("registration_date", cell) == [code]


def test_a_date_with_the_month_in_front_is_suggested_the_other_way_round() -> None:
    (fault,) = (
        CellReader(the_dictionary().field("registration_date"), WORDS).read("12/31/19").faults
    )
    assert fault.code == "W326"
    reading = CellReader(the_dictionary().field("registration_date"), WORDS).read("12/31/2019")
    assert dict(reading.faults[0].facts) == {"raw": "12/31/2019", "suggestion": "31/12/2019"}


@pytest.mark.parametrize("cell", ["Quý IV/2024", "Q4/2024", "Quý 4 năm 2024"])
def test_a_quarter_is_no_year(cell: str, tmp_path: Path) -> None:
    assert look("founded", cell) == ["W336"]
    record = read(tmp_path, fact("occupancy", 80, as_of=None), _year("occupancy", cell))
    (said,) = record.facts["occupancy"]
    assert (said.value, said.raw) == (None, "80")
    (problem,) = record.problems
    assert (problem.code, dict(problem.facts)["raw"]) == ("W336", cell)


def _year(field: str, value: str) -> Any:
    """Write into the column for the year of a field."""

    def edit(book: Any) -> None:
        sheet = book["KCN"]
        (row,) = [r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == field]
        (year,) = [c for c in range(1, 12) if sheet.cell(4, c).value == "Năm hoặc ngày"]
        sheet.cell(row, year).value = value

    return edit


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("Năm 2019", 2019),
        ("２０１９", 2019),
        ("'2019", 2019),
        ("\u00a02019\u202f", 2019),
        ("31/12/2019", 2019),
        ("12/2019", ["W311"]),
        ("2019?", ["W311"]),
        ("-2019", ["W311"]),
        ("'19", ["W311"]),
        ("2018-2019", ["W311"]),
        ("31/12/19", ["W326"]),
        (43830, ["W311"]),
    ],
)
def test_years(cell: object, year: Any) -> None:
    assert look("founded", cell) == year


class TestSerialNumbers:
    """A bare number of the right size is the number that a spreadsheet stores for a day."""

    @pytest.mark.parametrize("cell", [43830, 43830.0, 43830.75, "43830", "\u00a0４3830"])
    def test_it_is_read_and_the_day_is_named(self, cell: object) -> None:
        reading = CellReader(the_dictionary().field("registration_date"), WORDS).read(cell)
        assert reading.value == date(2019, 12, 31)
        (fault,) = reading.faults
        assert (fault.code, fault.severity) == ("W331", "warning")
        assert dict(fault.facts)["day"] == "31/12/2019"

    @pytest.mark.parametrize(
        "cell",
        [
            0,
            12,
            1905,
            2201,
            9999,
            12345,
            99999,
            438300,
            -43830,
            1e300,
            float("nan"),
            True,
            "43 830",
        ],
    )
    def test_other_numbers_are_no_days(self, cell: object) -> None:
        assert look("registration_date", cell) == ["W308"]

    @pytest.mark.parametrize("cell", [1906, 2019, 2200])
    def test_a_year_is_no_day(self, cell: int) -> None:
        assert look("registration_date", cell) == ["W327"]

    def test_days_may_be_counted_from_1904(self) -> None:
        assert look("registration_date", 42368, WORDS_1904) == date(2019, 12, 31)
        # 2019 days after 1904, under a date format
        assert look("registration_date", real(1909, 7, 12), WORDS_1904) == ["W310"]
        assert look("registration_date", real(1909, 7, 12)) == date(1909, 7, 12)
        reader = CellReader(the_dictionary().field("registration_date"), WORDS_1904)
        assert dict(reader.read(real(1909, 7, 12)).faults[0].facts)["number"] == "2019"

    def test_a_column_of_them_is_told_once(self) -> None:
        reading = column(43830, "31/12/2019", 43831)
        assert told(reading) == [("W331", (0, 2), {"raw": "43830", "day": "31/12/2019"})]


class TestTheMonthInFront:
    """One date that is none in our order makes the order of the others uncertain."""

    def test_dates_that_are_dates_both_ways_are_refused(self) -> None:
        reading = column("05/06/2019", "12/31/2019", "07/07/2019", "25/06/2019", "2019-06-05")
        assert reading.values == (
            None,
            None,
            date(2019, 7, 7),
            date(2019, 6, 25),
            date(2019, 6, 5),
        )
        faults = {code: (at, facts) for code, at, facts in told(reading)}
        assert faults["W332"] == (
            (0,),
            {"raw": "05/06/2019", "day": "05/06/2019", "other": "06/05/2019", "cell": "A2"},
        )
        assert faults["W330"][0] == (1,)

    def test_the_order_of_the_rows_makes_no_difference(self) -> None:
        assert column("12/31/2019", "05/06/2019").values == (None, None)
        assert column("05/06/2019", "12/31/2019").values == (None, None)

    def test_without_such_a_date_the_day_stands_in_front(self) -> None:
        assert column("05/06/2019", "31/12/2019").values == (date(2019, 6, 5), date(2019, 12, 31))
        assert told(column("05/06/2019", "31/12/2019")) == []


class TestDayAndMonthExchanged:
    """Excel with American settings turns 05/06 into May and leaves 25/06 as text."""

    def test_real_dates_beside_such_text_are_refused_with_both_readings(self) -> None:
        reading = column("25/06/2019", real(2019, 5, 6), real(2019, 7, 7), None, "13.01.2020")
        assert reading.values == (
            date(2019, 6, 25),
            None,
            date(2019, 7, 7),
            None,
            date(2020, 1, 13),
        )
        assert told(reading) == [
            (
                "W333",
                (1,),
                {"raw": "06/05/2019", "day": "06/05/2019", "other": "05/06/2019", "cell": "A1"},
            )
        ]
        assert reading.raw[1] == real(2019, 5, 6)

    def test_the_other_way_round_too(self) -> None:
        reading = column("12/31/2019", real(2019, 5, 6))
        assert reading.values == (None, None)
        assert {code for code, _, _ in told(reading)} == {"W330", "W333"}

    @pytest.mark.parametrize(
        "cells",
        [
            (real(2019, 5, 6), real(2019, 6, 5)),  # no text
            (real(2019, 5, 6), "ngày 25 tháng 6 năm 2019"),  # text that no setting would change
            (real(2019, 5, 6), "2019-06-25"),
            (real(2019, 5, 6), real(2019, 6, 25), "25/06/2019"),  # a real date after the 12th
            (real(2019, 5, 6), "25/06/2019", "03/04/2019"),  # text that would have been changed
        ],
    )
    def test_other_columns_are_read_as_they_are(self, cells: tuple[object, ...]) -> None:
        reading = column(*cells)
        assert None not in reading.values
        assert told(reading) == []

    def test_the_cells_are_named_as_on_the_sheet(self, tmp_path: Path) -> None:
        record = read(
            tmp_path,
            rows("symbiosis", {"link_signed": date(2019, 5, 6)}, {"link_signed": "25/06/2019"}),
        )
        (problem,) = [p for p in record.problems if p.code == "W333"]
        assert isinstance(problem.place, Cell)
        below = Cell(problem.place.sheet, problem.place.row + 1, problem.place.column)
        assert dict(problem.facts)["cell"] == below.address
        column_ = record.tables["symbiosis"].columns["link_signed"]
        assert column_.values == (None, date(2019, 6, 25))
        assert not column_.is_blank(0)


DAYS = st.dates(date(1963, 1, 1), date(2099, 12, 31))
SHAPES = st.sampled_from(
    ["{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0.day}.{0.month}.{0.year}", "{0:%m/%d/%Y}", "real"]
)


@given(st.lists(st.tuples(DAYS, SHAPES), min_size=1, max_size=5), st.randoms())
def test_no_date_is_read_in_two_ways(dates: list[tuple[date, str]], random: Any) -> None:
    cells = [
        datetime.combine(day, time()) if shape == "real" else shape.format(day)
        for day, shape in dates
    ]
    mixed = cells.copy()
    random.shuffle(mixed)
    one, other = (
        {str(c): v for c, v in zip(order, column(*order).values, strict=True)}
        for order in (cells, mixed)
    )
    assert one == other
    for cell in cells:
        (alone,) = column(cell).values
        assert one[str(cell)] in (alone, None)


@given(DAYS)
def test_a_day_is_the_same_in_every_shape(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for cell in (day, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", serial, str(serial)):
        assert look("registration_date", cell) == day
