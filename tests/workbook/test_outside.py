"""Whom a link names outside the park, held against what kind of party it says that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sample_edits import SAMPLE, cells
from workbook_helper import codes, read

from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request, assess
from eipcheck.workbook.content import Content, FactRow

REGISTER = (
    {"tax_code": "0301234567", "enterprise_name": "Công ty TNHH An Bình"},
    {"tax_code": "0301234568", "enterprise_name": "Công ty Sông Xanh"},
)
OWN = (
    FactRow(field="developer_name", value="Công ty CP Hạ tầng Núi Đá"),
    FactRow(field="developer_tax_code", value="0301234570"),
)


def content(party: str | None, kind: str | None, receiver: str | None = None) -> Content:
    link = {
        "link_provider": "0301234567",
        "link_receiver": receiver,
        "link_outside_party": party,
        "link_outside_kind": kind,
    }
    return Content(facts=OWN, rows={"enterprises": REGISTER, "symbiosis": (link,)})


@pytest.mark.parametrize(
    ("party", "kind", "receiver"),
    [
        ("Không có", "other_park", None),
        ("Chưa xác định", "community", None),
        ("n/a", "developer", None),
        ("0301234570", "other_park", None),
        ("0301234570-001", "other_park", None),
        ("Cty Hạ tầng Núi Đá (chủ đầu tư)", "other_park", None),
        ("Chi nhánh Công ty CP Hạ tầng Núi Đá", "community", None),
        ("Nhà đầu tư hạ tầng", "other_park", None),
        ("Công ty An Bình", "other_park", None),
        ("0301234567 - An Bình", "other_park", None),
        ("Công ty Sông Xanh", "community", None),
        ("Công ty Hạ tầng Núi Đá", "none", "0301234568"),
        (None, "other_park", "0301234567"),
        (None, "community", "0301234567-001"),
    ],
)
def test_the_kind_of_an_outside_party_that_is_not_of_it_is_unknown(
    party: str | None, kind: str, receiver: str | None, tmp_path: Path
) -> None:
    record = read(tmp_path, content(party, kind, receiver))
    column = record.tables["symbiosis"].columns["link_outside_kind"]
    assert (column.values, column.is_blank(0)) == ((None,), False)
    assert codes(record).count("W411") == 1


@pytest.mark.parametrize(
    ("party", "kind", "receiver"),
    [
        ("Nhà máy xi măng Hòn Khói", "other_park", None),
        ("Xã Tân Bình", "community", None),
        ("Công ty CP Hạ tầng Núi Đá", "developer", None),
        ("Nhà đầu tư hạ tầng", "developer", None),
        ("Không có", "none", "0301234568"),
        ("Nhà máy xi măng Hòn Khói", "none", None),
        (None, "none", "0301234568"),
        (None, "other_park", None),
        (None, "other_park", "0301234568"),
        (None, None, "0301234568"),
    ],
)
def test_the_kind_of_an_outside_party_stays_where_it_may_be_so(
    party: str | None, kind: str | None, receiver: str | None, tmp_path: Path
) -> None:
    record = read(tmp_path, content(party, kind, receiver))
    assert record.tables["symbiosis"].columns["link_outside_kind"].values == (kind,)
    assert "W411" not in codes(record)


@pytest.mark.parametrize(
    ("party", "verdict"),
    [
        ("Nhà máy xi măng Hòn Khói", Verdict.MET),
        ("Không có", Verdict.UNDETERMINED),
        ("Công ty hạ tầng giả định", Verdict.UNDETERMINED),
        ("0000000017", Verdict.UNDETERMINED),
    ],
)
@pytest.mark.parametrize("criteria", ["vn-82-2018", "vn-35-2022"])
def test_a_link_counts_for_what_its_outside_party_is(
    party: str, verdict: Verdict, criteria: str, tmp_path: Path
) -> None:
    """One link is left of the sample park, of a provider with a party outside it."""
    link = {"F7": None, "G7": party, "H7": "Doanh nghiệp KCN khác", "I7": "Không"}
    rest = {f"{column}{row}": None for column in "ABCDEFGHIJKLMNOPQRS" for row in (8, 9, 10)}
    book = load_workbook(SAMPLE)
    cells("Cộng sinh", link | rest)(book)
    cells("KCN", dict.fromkeys(("D25", "D26", "D27", "D29", "D37")))(book)  # totals count for it
    book.save(tmp_path / "park.xlsx")
    done = assess(tmp_path / "park.xlsx", Request(criteria=(criteria,)))
    found = {f.criterion.id: f.declared.verdict for f in done.assessments[0].findings}
    assert found["symbiosis-links"] is verdict
