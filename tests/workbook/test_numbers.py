"""Numbers in text are read as their column writes them, or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook_helper import fact, read, rows, the_dictionary

from eipcheck.model.place import Cell
from eipcheck.model.record import ParkRecord
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import ColumnReading, read_column
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.numbers import (
    Ambiguous,
    Votes,
    Written,
    parse_number,
    split_number,
    times,
)
from eipcheck.workbook.vocabulary import make_vocabulary

WORDS = make_vocabulary(the_dictionary(), "vi")


def column(field: str, *cells: object) -> ColumnReading:
    """Read a column whose cells are named A1, A2 and so on."""
    reader = CellReader(the_dictionary().field(field), WORDS)
    return read_column(cells, reader, address=lambda i: f"A{i + 1}")


def figures(field: str, *cells: object) -> list[Any]:
    """Read a column; give its values, None where there is none."""
    return list(column(field, *cells).values)


def told(reading: ColumnReading) -> list[tuple[str, tuple[int, ...], dict[str, str]]]:
    return [(f.code, at, dict(f.facts)) for f, at in reading.faults]


class TestTheColumnVotes:
    """An ambiguous number is read only where all others agree."""

    @pytest.mark.parametrize(
        ("cells", "value"),
        [
            (("1.234", "289,35"), 1234),
            (("1.234", "1.234,5"), 1234),
            (("1.234", "1.234.567"), 1234),
            (("1,234", "289.35"), 1234),
            (("1,234", "1,234.5"), 1234),
            (("1,234", "1,234,567"), 1234),
            (("1.234", "50,63ha", "93,44 ha"), 1234),
            (("1.234 ha", "0,5"), 1234),
            (("-1.234", "0,5"), None),  # negative: refused for another reason
        ],
    )
    def test_a_mark_that_is_not_the_decimal_mark_groups_thousands(
        self, cells: tuple[str, ...], value: int | None
    ) -> None:
        assert figures("leased_area", *cells)[0] == value

    @pytest.mark.parametrize(
        "cells",
        [
            ("1.234",),
            ("1.234", "5.678"),
            ("1.234", "1,234"),
            ("1.234", 289.35, 1250),
            ("1.234", "1250"),
            ("1.234", "1 250"),
            ("10.000", "1250.5"),  # as one survey form writes them
            ("1,234", "1250,5", "0,25"),
            ("1.234", "nhiều 12,5"),
            ("1.234", "12,5 abc"),
        ],
    )
    def test_without_a_vote_or_with_too_little_of_one_it_stays_open(
        self, cells: tuple[object, ...]
    ) -> None:
        reading = column("saving_water", *cells)
        assert reading.values[0] is None
        assert told(reading)[0][0] == "W304"

    @pytest.mark.parametrize(
        ("cells", "value"),
        [
            (("10.234", "0.125"), "10.234"),
            (("10.234", "1,250.500"), "10.234"),
            (("10,234", "1250,500", "1,5"), "10.234"),
            (("10.234", "1 250.500"), "10.234"),
        ],
    )
    def test_three_decimals_are_believed_where_another_cell_has_three(
        self, cells: tuple[str, ...], value: str
    ) -> None:
        assert figures("leased_area", *cells)[0] == Decimal(value)

    def test_what_it_was_taken_as_and_which_cell_decided_is_told_once(self) -> None:
        reading = column("leased_area", None, "1.234", "289,35", "2.500", "1.234", "7,5")
        assert reading.values == (
            None,
            Decimal(1234),
            Decimal("289.35"),
            Decimal(2500),
            Decimal(1234),
            Decimal("7.5"),
        )
        assert told(reading) == [
            ("W320", (1, 3, 4), {"raw": "1.234", "value": "1234", "cell": "A3"})
        ]
        assert reading.convention == "comma"

    def test_two_conventions_in_a_column_leave_it_open_and_name_a_cell_of_each(self) -> None:
        reading = column("leased_area", "1.234", "289.35", "289,35", "12")
        assert reading.values == (None, Decimal("289.35"), Decimal("289.35"), Decimal(12))
        assert told(reading) == [
            (
                "W321",
                (0,),
                {
                    "raw": "1.234",
                    "thousands": "1234",
                    "decimal": "1.234",
                    "comma": "A3",
                    "point": "A2",
                },
            )
        ]
        assert reading.convention == ""

    def test_the_range_of_the_field_never_decides(self) -> None:
        # 1234 % cannot be, 1.234 % can
        assert figures("occupancy", "1.234") == [None]

    def test_a_reading_out_of_range_is_refused_where_the_other_is_within(self) -> None:
        reading = column("occupancy", "57.575", "85,5")
        assert reading.values == (None, Decimal("85.5"))
        assert told(reading)[0][0] == "W304"
        # out of range both ways: the vote holds, and the range is told
        reading = column("occupancy", "157.575", "85,5")
        assert reading.values[0] == Decimal(157575)
        assert [code for code, _, _ in told(reading)] == ["W320", "W314"]

    def test_an_unambiguous_number_is_read_as_it_is_whatever_the_others_show(self) -> None:
        assert figures("leased_area", "12.5", "1.234,5", "1.250,25") == [
            Decimal("12.5"),
            Decimal("1234.5"),
            Decimal("1250.25"),
        ]

    @pytest.mark.parametrize(
        ("cells", "convention"),
        [
            (("289,35",), "comma"),
            (("289.35",), "point"),
            (("289.35", "289,35"), ""),
            (("1.234", 12, "7"), ""),
            ((12.5,), ""),
        ],
    )
    def test_the_convention_is_given(self, cells: tuple[object, ...], convention: str) -> None:
        assert column("leased_area", *cells).convention == convention


class TestCounts:
    """A count has no fraction: the decimal reading may be impossible."""

    def test_a_count_with_a_fraction_is_a_count_in_thousands(self) -> None:
        reading = column("workers", "1.234", "2,500", "1.001")
        assert reading.values[0] == Decimal(1234)
        assert reading.values[1] == Decimal(2500)
        assert told(reading) == []

    def test_a_round_one_may_be_few_or_many(self) -> None:
        assert figures("workers", "1.000") == [None]
        assert figures("workers", "1.000", "1.234") == [Decimal(1000), Decimal(1234)]
        assert figures("workers", "1.000", "1.234", "1,234")[0] is None

    def test_a_share_of_a_thousand_is_no_count(self) -> None:
        reader = CellReader(the_dictionary().field("workers"), WORDS, factor=Decimal(1000))
        assert read_column(["1.234"], reader).values == (None,)


class TestOneSheetOfFactsIsOneColumn:
    """The values of a facts sheet stand in one column."""

    @staticmethod
    def told(record: ParkRecord, code: str) -> list[tuple[str, dict[str, str]]]:
        return [
            (p.place.address, dict(p.facts))
            for p in record.problems
            if p.code == code and isinstance(p.place, Cell)
        ]

    def test_its_numbers_decide_for_each_other(self, tmp_path: Path) -> None:
        record = read(
            tmp_path,
            Content(
                facts=(
                    FactRow(field="park_area", value="1.234"),
                    FactRow(field="saving_water", value="1.250,5"),
                    FactRow(field="park_name", value="0.125"),  # a name votes for nothing
                    FactRow(field="occupancy", value="85,5 %"),
                )
            ),
        )
        (area,) = record.facts["park_area"]
        assert (area.value, area.raw, area.unit) == (Decimal(1234), "1.234", "ha")
        ((place, facts),) = self.told(record, "W320")
        assert place == area.cell.address
        assert facts["value"] == "1234"
        decider = next(o.cell for o in record.facts["occupancy"])
        assert facts["cell"] == decider.address

    def test_it_may_contradict_itself(self, tmp_path: Path) -> None:
        record = read(
            tmp_path,
            Content(
                facts=(
                    FactRow(field="park_area", value="1.234"),
                    FactRow(field="saving_water", value="1.250,5"),
                    FactRow(field="occupancy", value="85.5"),
                )
            ),
        )
        assert record.facts["park_area"][0].value is None
        ((_, facts),) = self.told(record, "W321")
        assert facts["raw"] == "1.234"

    def test_both_conventions_alone_are_none(self, tmp_path: Path) -> None:
        content = Content(
            facts=(
                FactRow(field="saving_electricity", value="22.000 MWh"),
                FactRow(field="saving_water", value="600,000 m3"),
            )
        )
        record = read(tmp_path, content)
        assert len(self.told(record, "W304")) == 2


def test_a_list_names_the_deciding_cell_by_its_address(tmp_path: Path) -> None:
    record = read(tmp_path, rows("recp", {"recp_water": "1.234"}, {"recp_water": "289,35"}), None)
    (problem,) = [p for p in record.problems if p.code == "W320"]
    assert isinstance(problem.place, Cell)
    assert dict(problem.facts)["cell"] == Cell("RECP", problem.place.row + 1, 9).address
    assert record.tables["recp"].columns["recp_water"].values[0] == Decimal(1234)
    assert record.tables["recp"].columns["recp_water"].raw[0] == "1.234"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1\u00a0234,5", "1234.5"),  # no-break space
        ("1\u202f234,5", "1234.5"),  # narrow no-break space
        ("1\u2007234,5", "1234.5"),  # figure space
        ("1\u2009234,5", "1234.5"),  # thin space
        ("1\u3000234,5", "1234.5"),  # ideographic space
        ("\u30001234\u2007", "1234"),
        ("１２３４，５", "1234.5"),
        ("１．２３４，５", "1234.5"),
        ("85\u00a0％", None),
        ("＋５", "5"),
        ("1'234'567", "1234567"),
        ("1\u2019234.5", "1234.5"),
        ("'1234", "1234"),
        ("\u2019289,35", "289.35"),
        ("289,35\u00a0ha", "289.35"),
        ("93,44ha", "93.44"),
        ("12 (ha)", "12"),
        ("3.684,6ha", "3684.6"),
    ],
)
def test_spaces_signs_and_digits_of_other_shapes(text: str, value: str | None) -> None:
    expected = None if value is None else Decimal(value)
    assert figures("leased_area", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "1234¹",  # a footnote
        "10²",
        "10³ ha",
        "½",
        "12ha?",
        "12 /ha",
        "12 - ha",
        "12 + 3",
        "12-15",
        "~12",
        "khoảng 12",
        "1,2E+05",
        "1 23",
        "12\n345",
        "12  345",
        "0.123.456",
        "0 123",
        "1'23",
        "1'234,567.8",
        "1.234.56",
        "1,234.567,8",
        "12,5.",
        ",5",
        "٣٤",
        "'",
        "''12",
        "12 % ha",
        "(12)",
        "12/2019",
    ],
)
def test_what_is_more_or_less_than_a_number_is_refused(text: str) -> None:
    reading = column("leased_area", text)
    assert reading.values == (None,)
    assert told(reading)[0][0] in {"W303", "W323"}
    assert reading.raw == (text,)


@pytest.mark.parametrize("text", ["85%", "85 %", "85\u00a0%", "85％", "85 phần trăm", "85,0 %"])
def test_percent_in_text(text: str) -> None:
    assert figures("occupancy", text) == [Decimal(85)]
    assert figures("leased_area", text) == [None]


def test_a_ratio_is_questioned_unless_it_says_percent() -> None:
    assert [c for c, _, _ in told(column("occupancy", "0,85"))] == ["W315"]
    assert told(column("occupancy", "0,85%")) == []
    assert figures("occupancy", "0,85%") == [Decimal("0.85")]


def test_a_word_for_no_is_no_number_and_says_so(tmp_path: Path) -> None:
    record = read(tmp_path, fact("saving_water", "Không"))
    (said,) = record.facts["saving_water"]
    assert (said.value, said.raw) == (None, "Không")
    (problem,) = record.problems
    assert (problem.code, dict(problem.facts)["raw"]) == ("W325", "Không")


def numbers_between(low: int, high: int) -> st.SearchStrategy[Decimal]:
    """Make numbers of up to six decimals."""
    digits = st.integers(low * 10**6, high * 10**6)
    return st.builds(lambda n, places: Decimal(n // 10**places).scaleb(places - 6), digits, PLACES)


PLACES = st.integers(0, 6)
AREAS = numbers_between(0, 5000)
NUMBERS = numbers_between(-(10**11), 10**11) | AREAS
CONVENTIONS = st.sampled_from([(".", ","), (",", "."), (" ", ","), ("\u202f", "."), ("'", ".")])


def typed(number: Decimal, marks: tuple[str, str], *, grouped: bool) -> str:
    """Write a number with a mark between thousands and one before the decimals."""
    whole, _, fraction = f"{number:{',' if grouped else ''}f}".partition(".")
    return whole.replace(",", marks[0]) + (marks[1] + fraction if fraction else "")


@given(NUMBERS, CONVENTIONS, st.booleans())
def test_a_number_beside_one_that_shows_the_convention_is_read_back(
    number: Decimal,
    marks: tuple[str, str],
    grouped: bool,  # noqa: FBT001 - made by hypothesis
) -> None:
    text = typed(number, marks, grouped=grouped)
    votes = Votes(**{"comma" if marks[1] == "," else "point": "A2", "thousandths": "A2"})
    digits, rest = split_number(text)
    read_as = parse_number(digits)
    assert rest == ""
    if isinstance(read_as, Ambiguous):
        settled = votes.settle(read_as)
        assert settled is not None
        assert settled[0] == number
    else:
        assert isinstance(read_as, Written)
        assert read_as.value == number


@given(AREAS, CONVENTIONS, st.booleans())
def test_an_area_beside_one_that_shows_the_convention_is_read_back(
    number: Decimal,
    marks: tuple[str, str],
    grouped: bool,  # noqa: FBT001 - made by hypothesis
) -> None:
    text = typed(number, marks, grouped=grouped)
    assert figures("leased_area", text, f"0{marks[1]}125")[0] == number


TEXTS = st.lists(
    st.tuples(NUMBERS, CONVENTIONS, st.booleans()).map(lambda n: typed(n[0], n[1], grouped=n[2]))
    | st.sampled_from(["1.234", "1,234", "1.000", "0,125", "1250.5", "12", "1 234", "x", "-"]),
    min_size=1,
    max_size=6,
)


@given(TEXTS, st.randoms(use_true_random=False), st.sampled_from(["workers", "leased_area"]))
def test_the_order_of_the_rows_makes_no_difference(
    texts: list[str], random: Any, field: str
) -> None:
    mixed = texts.copy()
    random.shuffle(mixed)
    one = dict(zip(texts, column(field, *texts).values, strict=True))
    other = dict(zip(mixed, column(field, *mixed).values, strict=True))
    assert one == other


@given(TEXTS, st.sampled_from(["workers", "leased_area"]))
def test_more_rows_never_turn_one_reading_into_another(texts: list[str], field: str) -> None:
    alone = [figures(field, text)[0] for text in texts]
    together = figures(field, *texts)
    assert all(a is None or a == b for a, b in zip(alone, together, strict=True))


@given(NUMBERS)
def test_a_number_of_a_numeric_cell_is_that_number(number: Decimal) -> None:
    (value,) = figures("saving_water", float(number))
    assert value is None or value == Decimal(f"{float(number):.15g}")


def test_a_factor_multiplies_without_rounding() -> None:
    long = Decimal("9" * 30 + "." + "9" * 30)
    assert times(long, Decimal("0.0001")) == Decimal("9" * 26 + "." + "9" * 34)
