"""Units in headings, cells and rows: converted by a mere factor, or refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from workbook_helper import fact, filled_book, read, rows, the_dictionary

from eipcheck.model.dictionary import Layout
from eipcheck.model.record import Observation, ParkRecord
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.model.unit import unit_key
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.columns import read_column
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.vocabulary import make_vocabulary

WORDS = make_vocabulary(the_dictionary(), "vi")


def look(field: str, cell: Any, factor: str = "1") -> Any:
    """Read a cell; give its value, or the codes of what is wrong with it."""
    reader = CellReader(the_dictionary().field(field), WORDS, factor=Decimal(factor))
    reading = reader.read(cell)
    errors = [f.code for f in reading.faults if f.severity == "error"]
    return errors or reading.value


def factor(text: str, unit: str) -> str | None:
    found = WORDS.factor(text, unit)
    return None if found is None else f"{found:f}"


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("ha", "ha", "1"),
        ("HA", "ha", "1"),
        ("hecta", "ha", "1"),
        ("héc-ta", "ha", "1"),
        ("héc ta", "ha", "1"),
        ("hec ta", "ha", "1"),
        ("㏊", "ha", "1"),
        ("m2", "ha", "0.0001"),
        ("m²", "ha", "0.0001"),
        ("㎡", "ha", "0.0001"),
        ("met vuong", "ha", "0.0001"),
        ("Mét vuông", "ha", "0.0001"),
        ("km²", "ha", "100"),
        ("m3/ngày đêm", "m3_per_day", "1"),
        ("m³/ngày.đêm", "m3_per_day", "1"),
        ("m3/ngđ", "m3_per_day", "1"),
        ("m3/ngay dem", "m3_per_day", "1"),
        ("M3/NGÀY-ĐÊM", "m3_per_day", "1"),
        ("m3/d", "m3_per_day", "1"),
        ("nghìn m³/ngày", "m3_per_day", "1000"),
        ("1.000 m3/ngày đêm", "m3_per_day", "1000"),
        ("m3", "m3_per_year", "1"),
        ("m3/năm", "m3_per_year", "1"),
        ("nghìn m3/năm", "m3_per_year", "1000"),
        ("lít/năm", "m3_per_year", "0.001"),
        ("kWh", "kwh_per_year", "1"),
        ("KWh/nam", "kwh_per_year", "1"),
        ("MWh", "kwh_per_year", "1000"),
        ("MWh/year", "kwh_per_year", "1000"),
        ("triệu kWh/năm", "kwh_per_year", "1000000"),
        ("GWh", "kwh_per_year", "1000000"),
        ("tấn", "t_per_year", "1"),
        ("t/năm", "t_per_year", "1"),
        ("kg", "t_per_year", "0.001"),
        ("nghìn tấn/năm", "t_per_year", "1000"),
        ("tCO2tđ", "tco2_per_year", "1"),
        ("tấn CO₂/năm", "tco2_per_year", "1"),
        ("kgCO2", "tco2_per_year", "0.001"),
        ("ktCO2e/năm", "tco2_per_year", "1000"),
        ("triệu đồng", "million_vnd_per_year", "1"),
        ("tr.đ", "million_vnd_per_year", "1"),
        ("trđ/năm", "million_vnd_per_year", "1"),
        ("đồng", "million_vnd_per_year", "0.000001"),
        ("VNĐ", "million_vnd_per_year", "0.000001"),
        ("nghìn đồng", "million_vnd_per_year", "0.001"),
        ("tỷ VNĐ", "million_vnd_per_year", "1000"),
        ("tỉ đồng/năm", "million_vnd_per_year", "1000"),
        ("billion VND", "million_vnd_per_year", "1000"),
        ("tr.USD", "million_usd", "1"),
        ("triệu đô la", "million_usd", "1"),
        ("USD", "million_usd", "0.000001"),
        ("US$", "million_usd", "0.000001"),
        ("nghìn USD", "million_usd", "0.001"),
        ("tỷ USD", "million_usd", "1000"),
        ("phần trăm", "percent", "1"),
        ("kg/ngày", "t_per_day", "0.001"),
        # another kind, another period, or too little said
        ("m2", "people", None),
        ("m3/ngày", "m3_per_year", None),
        ("m3/năm", "m3_per_day", None),
        ("m3", "m3_per_day", None),
        ("m3/giờ", "m3_per_day", None),
        ("m3/tháng", "m3_per_year", None),
        ("m3/n", "m3_per_year", None),
        ("tấn/ngày", "t_per_year", None),
        ("kWh/tháng", "kwh_per_year", None),
        ("tấn", "tco2_per_year", None),
        ("tỷ", "million_vnd_per_year", None),
        ("tỷ", "million_usd", None),
        ("triệu", "million_usd", None),
        ("tỷ đồng", "million_usd", None),
        ("triệu USD", "million_vnd_per_year", None),
        ("hectata", "ha", None),
        ("ha?", "ha", None),
        ("/ha", "ha", None),
        ("% ha", "ha", None),
        ("ha/người", "ha", None),
        ("", "ha", None),
    ],
)
def test_the_factor_of_a_unit(text: str, unit: str, expected: str | None) -> None:
    assert factor(text, unit) == expected


def test_no_name_belongs_to_two_units_or_has_two_factors() -> None:
    owner: dict[str, tuple[str, Decimal]] = {}
    for unit in the_dictionary().units:
        for name, times in unit.names():
            assert unit_key(name), name
            assert owner.setdefault(unit_key(name), (unit.id, times)) == (unit.id, times), name


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("leased_area", "50000 m2", Decimal(5)),
        ("leased_area", "50.000,5 m²", Decimal("5.00005")),
        ("leased_area", "2 km2", Decimal(200)),
        ("leased_area", "12 hécta", Decimal(12)),
        ("saving_electricity", "22,5 MWh", Decimal(22500)),
        ("saving_electricity", "1000 kWh", Decimal(1000)),
        ("saving_water", "5 nghìn m3", Decimal(5000)),
        ("saving_money", "1,5 tỷ đồng", Decimal(1500)),
        ("saving_money", "250.000.000 đồng", Decimal(250)),
        ("capital_registered", "150,75 tr.USD", Decimal("150.75")),
        ("capital_registered", "1500000 USD", Decimal("1.5")),
        ("saving_co2", "500 kg CO2", Decimal("0.5")),
        ("wastewater_flow", "500 m3", ["W324"]),
        ("wastewater_flow", "500 m3/n", ["W324"]),
        ("capital_registered", "5 tỷ", ["W324"]),
        ("saving_money", "5 tỷ", ["W324"]),
        ("saving_co2", "500 tấn", ["W324"]),
        ("wastewater_flow", "250 m3/h", ["W307"]),
        ("wastewater_flow", "54000 m3/tháng", ["W307"]),
        ("wastewater_flow", "54000 m3/năm", ["W307"]),
        ("saving_water", "500 m3/ngày", ["W307"]),
        ("capital_registered", "5 tỷ đồng", ["W307"]),
        ("leased_area", "5 MWh", ["W307"]),
        ("workers", "12 ha", ["W307"]),
        ("workers", "120 người", Decimal(120)),
        ("workers", "120 công nhân", Decimal(120)),
        ("leased_area", "12 hectata", ["W323"]),
        ("leased_area", "12 abc", ["W303"]),
    ],
)
def test_a_unit_in_the_cell(field: str, cell: str, value: Any) -> None:
    assert look(field, cell) == value


def test_a_conversion_is_told_with_its_factor_and_result() -> None:
    reader = CellReader(the_dictionary().field("leased_area"), WORDS)
    reading = read_column(["50000 m2", "30 ha", "20000 m2", 7], reader)
    assert reading.values == (Decimal(5), Decimal(30), Decimal(2), Decimal(7))
    assert reading.raw[0] == "50000 m2"
    ((fault, at),) = reading.faults
    assert (fault.code, fault.severity, at) == ("W322", "warning", (0, 2))
    assert dict(fault.facts) == {
        "raw": "50000 m2",
        "unit": "m2",
        "factor": "0.0001",
        "result": "5",
        "expected": "ha",
    }


def test_a_misspelt_unit_is_refused_with_a_suggestion() -> None:
    reader = CellReader(the_dictionary().field("leased_area"), WORDS)
    (fault,) = reader.read("12 hectata").faults
    assert dict(fault.facts) == {"raw": "12 hectata", "unit": "hectata", "suggestion": "ha"}


def test_a_factor_of_the_heading_is_for_numbers_that_give_no_unit_themselves() -> None:
    assert look("leased_area", 50000, "0.0001") == Decimal(5)
    assert look("leased_area", "50000", "0.0001") == Decimal(5)
    assert look("leased_area", "12 ha", "0.0001") == Decimal(12)
    assert look("leased_area", "12 km2", "0.0001") == Decimal(1200)
    assert look("leased_area", "không phát sinh", "0.0001") == 0
    assert look("leased_area", "1.234", "0.0001") == ["W304"]
    assert look("leased_area", -1, "0.0001") == ["W319"]


def test_the_range_of_the_field_is_held_against_the_converted_number() -> None:
    reader = CellReader(the_dictionary().field("leased_area"), WORDS, factor=Decimal("0.0001"))
    assert reader.read(50000).faults == ()
    # 1234 m2 and 1.234 m2 are both possible areas: the vote decides
    assert read_column(["1.234", "0,5"], reader).values[0] == Decimal("0.1234")


class TestARowOfFacts:
    """Unit column, bracket of the label, and the cell itself."""

    @staticmethod
    def said(
        tmp_path: Path, value: Any, unit: str | None = None, label: str | None = None
    ) -> tuple[Observation, list[str], ParkRecord]:
        def edit(book: Workbook) -> None:
            sheet = book["KCN"]
            (row,) = [
                r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == "leased_area"
            ]
            sheet.cell(row, 3).value = unit
            if label:
                sheet.cell(row, 1).value = None
                sheet.cell(row, 2).value = label

        record = read(tmp_path, fact("leased_area", value), edit)
        (said,) = record.facts["leased_area"]
        return said, [p.code for p in record.problems], record

    @pytest.mark.parametrize(
        ("value", "unit", "label", "expected"),
        [
            (50000, "m2", None, Decimal(5)),
            ("50000", "m2", None, Decimal(5)),
            ("50000 m2", "ha", None, Decimal(5)),
            ("50000 m2", "m2", None, Decimal(5)),
            ("50000 m2", None, None, Decimal(5)),
            (50000, None, "Đất công nghiệp đã cho thuê (m2)", Decimal(5)),
            (50000, "m2", "Đất công nghiệp đã cho thuê (m²)", Decimal(5)),
        ],
    )
    def test_is_converted_and_told(
        self, tmp_path: Path, value: Any, unit: str | None, label: str | None, expected: Decimal
    ) -> None:
        said, codes, _ = self.said(tmp_path, value, unit, label)
        assert (said.value, said.unit, said.raw) == (expected, "ha", str(value))
        assert codes == ["W322"]

    @pytest.mark.parametrize(
        ("value", "unit", "label"),
        [
            (12, "ha", None),
            (12, None, None),
            (12, "hecta", None),
            ("12 ha", "ha", None),
            (12, None, "Đất công nghiệp đã cho thuê (ha)"),
            (12, "ha", "Đất công nghiệp đã cho thuê (ước tính)"),
        ],
    )
    def test_its_own_unit_is_no_news(
        self, tmp_path: Path, value: Any, unit: str | None, label: str | None
    ) -> None:
        said, codes, _ = self.said(tmp_path, value, unit, label)
        assert (said.value, codes) == (Decimal(12), [])

    @pytest.mark.parametrize(
        ("value", "unit", "label", "code"),
        [
            (12, "người", None, "W307"),
            (12, "sào", None, "W307"),
            (12, "hectata", None, "W323"),
            ("5 ha", "m2", None, "W307"),
            ("5 km2", "m2", None, "W307"),
            (5, "ha", "Đất công nghiệp đã cho thuê (m2)", "W307"),
            (5, "km2", "Đất công nghiệp đã cho thuê (m2)", "W307"),
            (5, None, "Đất công nghiệp đã cho thuê (sào)", "W307"),
        ],
    )
    def test_what_is_unknown_or_refutes_itself_is_not_used(
        self, tmp_path: Path, value: Any, unit: str | None, label: str | None, code: str
    ) -> None:
        said, codes, record = self.said(tmp_path, value, unit, label)
        assert (said.value, said.raw) == (None, str(value))
        assert codes == [code]
        assert record.blank_cells["leased_area"] == said.cell


def test_a_unit_in_the_cells_of_a_list_is_converted(tmp_path: Path) -> None:
    record = read(tmp_path, rows("recp", {"recp_kwh": "1,5 MWh"}, {"recp_kwh": 700}))
    column = record.tables["recp"].columns["recp_kwh"]
    assert column.values == (Decimal(1500), Decimal(700))
    assert column.raw == ("1,5 MWh", 700)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_prints_the_label_of_a_unit_and_no_other_name(language: Language) -> None:
    dictionary = the_dictionary()
    book = filled_book(dictionary, language, Content())
    for spec in dictionary.sheets:
        sheet = book[spec.label.in_(language)]
        labels = {f.id: LABELS[language].get(f.unit or "") for f in spec.fields}
        if spec.layout is Layout.FACTS:
            printed = {
                str(line[0].value): line[2].value for line in sheet.iter_rows(min_row=5) if line
            }
            assert printed == labels
        else:
            headings = {
                f"{f.label.in_(language)} ({labels[f.id]})" for f in spec.fields if labels[f.id]
            }
            assert headings <= {c.value for line in sheet.iter_rows() for c in line}


LABELS = {
    language: {u.id: u.label.in_(language) for u in the_dictionary().units}
    for language in LANGUAGES
}


def test_the_unit_column_may_be_overwritten(tmp_path: Path) -> None:
    content = Content(facts=(FactRow(field="saving_money", value=Decimal("1.5"), unit="tỷ đồng"),))
    record = read(tmp_path, content)
    assert record.facts["saving_money"][0].value == Decimal(1500)


CONVERSIONS = [
    (unit, name, times)
    for unit in the_dictionary().units
    for name, times in unit.names()
    if times != 1 and not name[0].isdigit()
]


@given(st.sampled_from(CONVERSIONS), st.integers(0, 10**15 - 1), st.integers(0, 9))
def test_a_conversion_is_exact(conversion: Any, digits: int, places: int) -> None:
    unit, name, times = conversion
    number = Fraction(digits, 10**places)
    text = f"{Decimal(digits).scaleb(-places):f}".replace(".", ",")
    fields = [f for s in the_dictionary().sheets for f in s.fields if f.unit == unit.id]
    value = look(fields[0].id, f"{text} {name}") if fields else None
    if isinstance(value, Decimal):
        assert Fraction(value) == number * Fraction(times)
    else:  # no field is in that unit, or three digits stand behind the mark
        assert value in (None, ["W304"])
