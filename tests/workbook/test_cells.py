"""One cell is one value, a blank, an unknown, or a problem that quotes it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import FieldType
from eipcheck.model.record import EnterpriseRef
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.readings import UNCOMPUTED
from eipcheck.workbook.register import Register
from eipcheck.workbook.vocabulary import make_vocabulary

WORDS = replace(
    make_vocabulary(the_dictionary(), "vi"),
    documents={"tl-01": "TL-01", "tl-02": "TL-02"},
    register=Register(
        ("0301234567", "0307654321", "0301111111-001", None, None),
        ("Công ty Hòa Phát", "Công ty An Bình", "Chi nhánh A", "Trùng tên", "TRÙNG TÊN"),
    ),
)


def midnight(year: int, month: int, day: int) -> datetime:
    """Give a date as the xlsx reader gives it."""
    return datetime.combine(date(year, month, day), time())


def look(field: str, cell: Any, *, percent: bool = False) -> Any:
    """Read a cell; give its value, or the codes of what is wrong with it, or BLANK."""
    reading = CellReader(the_dictionary().field(field), WORDS).read(cell, percent=percent)
    if reading.blank:
        return "BLANK"
    errors = [f.code for f in reading.faults if f.severity == "error"]
    return errors or reading.value


def warnings(field: str, cell: Any) -> list[str]:
    reading = CellReader(the_dictionary().field(field), WORDS).read(cell)
    assert reading.value is not None
    return [f.code for f in reading.faults]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, Decimal(12)),
        (0.1 + 0.2, Decimal("0.3")),
        (68.0, Decimal(68)),
        ("1234", Decimal(1234)),
        ("12,5", Decimal("12.5")),
        ("12.5", Decimal("12.5")),
        ("0,125", Decimal("0.125")),
        ("1234,567", Decimal("1234.567")),
        ("1.234,5", Decimal("1234.5")),
        ("1,234.5", Decimal("1234.5")),
        ("1.234.567", Decimal(1234567)),
        ("1 234,5", Decimal("1234.5")),
        ("1\u00a0234", Decimal(1234)),
        ("１２", Decimal(12)),
        ("289,35 ha", Decimal("289.35")),
        ("50,63ha", Decimal("50.63")),
        ("không phát sinh", Decimal(0)),
        ("0", Decimal(0)),
        ("Chưa có số liệu", None),
        ("n/a", None),
        ("-", None),
        ("…", None),
        ("Chưa có", None),
        ("đang cập nhật", None),
        ("", "BLANK"),
        (" \u00a0\n", "BLANK"),
        (None, "BLANK"),
        ("1.234", ["W304"]),
        ("1,234", ["W304"]),
        ("12.34.5", ["W303"]),
        ("nhiều", ["W303"]),
        ("không", ["W325"]),
        ("Không có", ["W325"]),
        ("x", ["W325"]),
        (True, ["W303"]),
        (float("inf"), ["W303"]),
        (midnight(2019, 5, 12), ["W305"]),
        (time(1, 2), ["W305"]),
        ("12 người", ["W307"]),
        ("12 %", ["W307"]),
        ("#DIV/0!", ["W301"]),
        ("#N/A", ["W301"]),
        (UNCOMPUTED, ["W302"]),
    ],
)
def test_numbers(cell: Any, value: Any) -> None:
    assert look("leased_area", cell) == value


def test_an_ambiguous_number_names_both_meanings() -> None:
    reading = CellReader(the_dictionary().field("leased_area"), WORDS).read("1.234")
    assert dict(reading.faults[0].facts) == {
        "raw": "1.234",
        "thousands": "1234",
        "decimal": "1.234",
    }


@pytest.mark.parametrize(
    ("cell", "percent", "value"),
    [
        (85, False, Decimal(85)),
        (0.85, True, Decimal(85)),
        ("85%", False, Decimal(85)),
        ("57,57%", False, Decimal("57.57")),
    ],
)
def test_percentages(cell: Any, percent: bool, value: Decimal) -> None:  # noqa: FBT001
    assert look("occupancy", cell, percent=percent) == value


def test_a_ratio_in_a_percent_field_is_kept_and_questioned() -> None:
    assert warnings("occupancy", 0.85) == ["W315"]


def test_a_percent_format_in_a_field_of_another_unit_is_refused() -> None:
    assert look("leased_area", 0.85, percent=True) == ["W307"]


def test_counts_have_no_fraction_and_unusual_values_are_kept() -> None:
    assert look("workers", 3.5) == ["W306"]
    assert look("workers", "3,0") == Decimal(3)
    assert warnings("workers", 600000) == ["W314"]


@pytest.mark.parametrize("value", [-1, "-5", "\u22125"])
def test_a_negative_count_or_area_is_refused(value: Any) -> None:
    assert look("workers", value) == ["W319"]
    assert look("leased_area", value) == ["W319"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (datetime.combine(date(2019, 12, 31), time(10, 30)), date(2019, 12, 31)),
        (date(2019, 12, 31), date(2019, 12, 31)),
        ("31/12/2019", date(2019, 12, 31)),
        ("1-2-2019", date(2019, 2, 1)),
        ("31.12.2019", date(2019, 12, 31)),
        ("2019-12-31", date(2019, 12, 31)),
        ("chưa rõ", None),
        ("31/02/2019", ["W309"]),
        ("12/31/2019", ["W330"]),
        ("không phát sinh", ["W308"]),
        ("không", ["W308"]),
        ("01/01/0219", ["W309"]),
        (midnight(2999, 1, 1), ["W309"]),
        (True, ["W308"]),
        (midnight(1905, 7, 11), ["W310"]),
    ],
)
def test_dates(cell: Any, value: Any) -> None:
    assert look("registration_date", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (2019, 2019),
        (2019.0, 2019),
        ("2019", 2019),
        (midnight(2019, 5, 1), 2019),
        (2019.5, ["W311"]),
        (19, ["W311"]),
        ("năm 2019", 2019),
        ("chưa có số liệu", None),
        ("không", ["W311"]),
        (False, ["W311"]),
        (midnight(1905, 7, 11), ["W310"]),
    ],
)
def test_years(cell: Any, value: Any) -> None:
    assert look("founded", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (True, True),
        ("Có", True),
        ("CO\u0301", True),
        ("x", True),
        ("✓", True),
        ("Yes", True),
        ("không", False),
        ("Khong", False),
        ("-", None),
        ("?", None),
        (1, ["W313"]),
        ("một phần", ["W313"]),
        ("không có số liệu", None),
        ("không phát sinh", ["W313"]),
        ("0", ["W313"]),
    ],
)
def test_yes_and_no(cell: Any, value: Any) -> None:
    assert look("recp_applied", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("in_operation", "in_operation"),
        ("Đang cung cấp", "in_operation"),
        ("đang hoạt động", "in_operation"),
        ("dang cung cap", "in_operation"),
        ("In operation", "in_operation"),
        ("Chưa có", "none"),
        ("None", "none"),
        ("không rõ", None),
        ("-", None),
        ("không phát sinh", ["W312"]),
        ("Đang chạy", ["W312"]),
    ],
)
def test_choices(cell: Any, value: Any) -> None:
    assert look("service_state", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0301234567", "0301234567"),
        ("0301234567-001", "0301234567-001"),
        (301234567, "0301234567"),
        (301234567.0, "0301234567"),
        (10109106, "0010109106"),
        (301234567001.0, "0301234567001"),
        (3701234567001.0, "3701234567001"),
        ("'0301234567", "0301234567"),
        ("０３０１２３４５６７", "0301234567"),
        ("0301234567\u00a0-\u00a0001", "0301234567-001"),
        ("0301.234.567", "0301234567"),
        ("3,01E+08", "3,01E+08"),
        ("chưa có", None),
        (1234567890123456, ["W337"]),
        (1.2345678901234567e16, ["W337"]),
    ],
)
def test_tax_codes(cell: Any, value: Any) -> None:
    assert look("tax_code", cell) == value


def test_a_restored_leading_zero_is_said() -> None:
    assert warnings("tax_code", 301234567) == ["W316"]
    assert warnings("tax_code", 301234567001) == ["W316"]
    assert warnings("developer_tax_code", 301234567) == ["W316"]


@pytest.mark.parametrize(
    "code",
    [
        "0301234567",
        "3701234567",
        "0301234567-001",
        "0301234567 001",
        "0301.234.567.001",
        3701234567,
        3701234567001,
    ],
)
def test_a_whole_tax_code_is_kept_without_a_word(code: Any) -> None:
    assert warnings("tax_code", code) == []


@pytest.mark.parametrize(
    "code",
    [
        12345,  # a running number
        "DN-01",
        "030123456",  # a zero in front: another digit is missing
        31234567001,  # 12 digits of a person, or 13 with two zeros
        "001234567890",  # the number of a person
        "3,01E+08",
        "không có",
        301234567.5,
    ],
)
def test_a_code_of_another_length_is_kept_as_it_is_and_questioned(code: Any) -> None:
    reading = CellReader(the_dictionary().field("tax_code"), WORDS).read(code)
    assert [f.code for f in reading.faults] == ["W335"]
    assert reading.value == dict(reading.faults[0].facts)["raw"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0301234567", EnterpriseRef("0301234567", 0)),
        (301234567, EnterpriseRef("301234567", 0)),
        ("0301111111001", EnterpriseRef("0301111111001", 2)),
        ("CÔNG TY HOÀ PHÁT", EnterpriseRef("CÔNG TY HOÀ PHÁT", 0)),
        ("cong ty an binh", EnterpriseRef("cong ty an binh", 1)),
        ("Công ty An Bìn", ["W402"]),
        ("Hãng khác hẳn", ["W403"]),
        ("Trùng tên", ["W404"]),
        ("chưa rõ", None),
    ],
)
def test_enterprises(cell: Any, value: Any) -> None:
    assert look("recp_enterprise", cell) == value


def test_an_unmatched_enterprise_keeps_its_name() -> None:
    reading = CellReader(the_dictionary().field("recp_enterprise"), WORDS).read("Hãng X")
    assert reading.value == EnterpriseRef("Hãng X", None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("TL-01", ("TL-01",)),
        ("TL-01; TL-02", ("TL-01", "TL-02")),
        ("tl-02,TL-01\nTL-02", ("TL-02", "TL-01")),
        ("không có", ()),
        ("TL-01; TL-09", ["W405"]),
    ],
)
def test_documents(cell: Any, value: Any) -> None:
    assert look("link_documents", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("  Hòa Kha\u0301nh\u00a0", "Hòa Khánh"),
        (12, "12"),
        (1.5, "1.5"),
        (midnight(2019, 1, 2), "02/01/2019"),
        (True, "TRUE"),
        ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
        ("N/A", None),
        ("-", None),
        ("Chưa có số liệu", None),
        ("không phát sinh", "không phát sinh"),
        ("không", "không"),
        ("Na", None),
        ("Ná", "Ná"),
    ],
)
def test_text(cell: Any, value: Any) -> None:
    assert look("park_name", cell) == value


def test_every_type_of_field_is_read() -> None:
    fields = {f.type: f for s in the_dictionary().sheets for f in s.fields}
    assert set(fields) == set(FieldType)
    for field in fields.values():
        assert look(field.id, None) == "BLANK"
        assert look(field.id, "#REF!") == ["W301"]
        assert look(field.id, UNCOMPUTED) == ["W302"]
