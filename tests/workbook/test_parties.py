"""Whose a breach is: the party of its row held against the enterprise that the row names."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook_helper import codes, read

from eipcheck.workbook.content import Content, FactRow

REGISTER = (
    {"tax_code": "0301234567", "enterprise_name": "Công ty An Bình"},
    {
        "tax_code": "0301234568",
        "enterprise_name": "Hạ tầng Sông Xanh",
        "enterprise_kind": "developer",
    },
    {"tax_code": "0301234569", "enterprise_name": "Công ty Hạ tầng Núi Đá"},
)
OWN = (
    FactRow(field="developer_name", value="Công ty Hạ tầng Núi Đá"),
    FactRow(field="developer_tax_code", value="0301234570"),
)


def content(of: str | None, named: str | None) -> Content:
    breach = {"violation_of": of, "violation_enterprise": named}
    return Content(facts=OWN, rows={"enterprises": REGISTER, "violations": (breach,)})


@pytest.mark.parametrize(
    ("of", "named"),
    [
        ("developer", "0301234567"),
        ("developer", "Công ty An Bình"),
        ("developer", "cty An Bình"),
        ("developer", "Công ty không có trong danh sách"),
        ("enterprises", "0301234568"),
        ("enterprises", "Công ty Hạ tầng Núi Đá"),
        ("enterprises", "0301234569"),
        ("enterprises", "0301234570"),
    ],
)
def test_a_breach_of_one_party_that_names_the_other_is_nobodys(
    of: str, named: str, tmp_path: Path
) -> None:
    record = read(tmp_path, content(of, named))
    column = record.tables["violations"].columns["violation_of"]
    assert column.values == (None,)
    assert not column.is_blank(0)
    (problem,) = (p for p in record.problems if p.code == "W408")
    assert dict(problem.facts)["second"] == "B16"


@pytest.mark.parametrize(
    ("of", "named"),
    [
        ("developer", None),
        ("developer", "0301234568"),
        ("developer", "Hạ tầng Sông Xanh"),
        ("developer", "Công ty Hạ tầng Núi Đá"),
        ("developer", "0301234570"),
        ("enterprises", None),
        ("enterprises", "Công ty An Bình"),
    ],
)
def test_a_breach_keeps_its_party_where_the_name_is_of_that_party(
    of: str, named: str | None, tmp_path: Path
) -> None:
    record = read(tmp_path, content(of, named))
    assert record.tables["violations"].columns["violation_of"].values == (of,)
    assert "W408" not in codes(record)


def test_a_breach_that_names_a_stranger_is_nobodys(tmp_path: Path) -> None:
    record = read(tmp_path, content("enterprises", "Cty Hạ tầng Núi Đá (chủ đầu tư)"))
    column = record.tables["violations"].columns["violation_of"]
    assert (column.values, column.is_blank(0)) == ((None,), False)
    assert codes(record).count("W403") + codes(record).count("W402") == 1


@pytest.mark.parametrize("kind", ["enterprise", "service", None])
def test_the_developer_among_the_enterprises_is_of_no_known_kind(
    kind: str | None, tmp_path: Path
) -> None:
    row = {"tax_code": "0301234570", "enterprise_name": "Hạ tầng", "enterprise_kind": kind}
    record = read(tmp_path, Content(facts=OWN, rows={"enterprises": (*REGISTER[:2], row)}))
    column = record.tables["enterprises"].columns["enterprise_kind"]
    assert column.values == (None, "developer", None)
    assert [column.is_blank(i) for i in range(3)] == [True, False, False]
    (problem,) = (p for p in record.problems if p.code == "W409")
    assert str(problem.place) == "Doanh nghiệp!C9"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("0301234570-001", "Nhà máy nước"),
        (None, "Cty Hạ tầng Núi Đá (chủ đầu tư)"),
        (None, "Chi nhánh Công ty CP Hạ tầng Núi Đá"),
    ],
)
def test_what_may_be_the_developer_is_of_no_known_kind(
    code: str | None, name: str, tmp_path: Path
) -> None:
    row = {"tax_code": code, "enterprise_name": name, "enterprise_kind": "enterprise"}
    record = read(tmp_path, Content(facts=OWN, rows={"enterprises": (*REGISTER[:2], row)}))
    assert record.tables["enterprises"].columns["enterprise_kind"].values[2] is None
    assert codes(record).count("W409") == 1


@pytest.mark.parametrize(
    ("kind", "left", "told"),
    [("enterprise", None, 1), ("service", None, 1), ("branch", "branch", 0), (None, None, 0)],
)
def test_a_branch_beside_its_head_office_is_no_enterprise_of_its_own(
    kind: str | None, left: str | None, told: int, tmp_path: Path
) -> None:
    branch = {
        "tax_code": "0301234567-001",
        "enterprise_name": "Nhà máy 2",
        "enterprise_kind": kind,
    }
    record = read(tmp_path, Content(rows={"enterprises": (REGISTER[0], branch)}))
    assert record.tables["enterprises"].columns["enterprise_kind"].values[1] == left
    assert codes(record).count("W410") == told


def test_a_branch_whose_head_office_is_elsewhere_keeps_its_kind(tmp_path: Path) -> None:
    branch = {"tax_code": "0309999999-001", "enterprise_name": "B", "enterprise_kind": "service"}
    record = read(tmp_path, Content(rows={"enterprises": (REGISTER[0], branch)}))
    assert record.tables["enterprises"].columns["enterprise_kind"].values[1] == "service"


def test_a_breach_without_a_party_stays_without_one(tmp_path: Path) -> None:
    record = read(tmp_path, content(None, "Công ty An Bình"))
    assert record.tables["violations"].columns["violation_of"].values == (None,)
    assert "W408" not in codes(record)
