"""Cells and names that once gave a wrong "met" or a wrong value: people write them like that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sample_edits import Edit, both, cells, judged
from workbook_helper import read, the_dictionary

from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.vocabulary import make_vocabulary

PARK, LAND_SHEET, SERVICES, REGISTER = "KCN", "Đất", "Dịch vụ", "Doanh nghiệp"
LINKS, BREACHES, EVIDENCE, JUDGED = "Cộng sinh", "Vi phạm", "Minh chứng", "Xem xét"
ROWS_OF_TECHNICAL_LAND = (9, 10)


def day(year: int, month: int, of: int) -> datetime:
    return datetime(year, month, of)  # noqa: DTZ001 - spreadsheets know no zones


LAND = both(
    cells(LAND_SHEET, E11=2019, D9=15, D10=15, D16=1),
    *(cells(LAND_SHEET, **{f"I{r}": "TL-06"}) for r in range(17, 28)),
)
POWER = cells(SERVICES, G10="TL-09")
MONITORING = cells(EVIDENCE, G17="Đã có", E17=day(2019, 12, 10))
REVIEW = cells(JUDGED, E5="TL-14")
LINK = cells(PARK, D37=None)
"""Without the typed number of links only the list of links speaks."""


def plans(value: Any, last: int = 31) -> Edit:
    rows = range(27, last + 1)
    return both(*(cells(REGISTER, **{f"Q{r}": value, f"S{r}": "TL-04"}) for r in rows))


PLANS = plans("Có")


def land(**row: Any) -> Edit:
    """Change both rows of the technical land, each cell named by its column."""
    rows = ({f"{c}{n}": v for c, v in row.items()} for n in ROWS_OF_TECHNICAL_LAND)
    return both(LAND, *(cells(LAND_SHEET, **r) for r in rows))


def plain(address: str, value: Any) -> Edit:
    """Write into a cell of the services that has no format of its own."""

    def edit(book: Workbook) -> None:
        cell = book[SERVICES][address]
        cell.value, cell.number_format = value, "General"

    return edit


def shown_as(number_format: str) -> Edit:
    def edit(book: Workbook) -> None:
        for row in ROWS_OF_TECHNICAL_LAND:
            book[LAND_SHEET][f"D{row}"].number_format = number_format

    return both(LAND, edit)


def listed_twice(code: Callable[[str], Any], **cells_: Any) -> Edit:
    """List ten enterprises that have plans a second time; no typed totals refute it."""

    def edit(book: Workbook) -> None:
        cells(PARK, D25=None, D26=None, D27=None)(book)
        sheet = book[REGISTER]
        for source in range(7, 17):
            for cell in sheet[source]:
                sheet.cell(source + 121, cell.column).value = cell.value
            sheet[f"A{source + 121}"] = code(sheet[f"A{source}"].value)
            for column, value in cells_.items():
                sheet[f"{column}{source + 121}"] = value

    return edit


def receiver(name: str, written: str) -> Edit:
    """Rename the receiver of the only link on the register, and write it so in the link."""
    return both(LINK, cells(REGISTER, B23=name), cells(LINKS, F7=written))


NO_RECEIVER = both(LINK, cells(LINKS, F7=None))
FULL = "developer-compliance"
TECHNICAL = "Đất hạ tầng kỹ thuật dùng chung"
EDITS: dict[str, tuple[str, Edit]] = {
    **{
        f"answer {word}": ("input-output-monitoring", both(MONITORING, cells(PARK, D51=word)))
        for word in ("Dừng", "Đừng", "Có?", "☐ Có", "≠ Có", "Có ❌")
    },
    "plans Dừng": ("symbiosis-plans", plans("Dừng")),
    **{
        f"state {word}": ("basic-services", both(POWER, cells(SERVICES, B9=word)))
        for word in ("Đang cung cấp?", "☐ Đang cung cấp")
    },
    **{
        f"list complete {word}": (FULL, cells(BREACHES, B5=word))
        for word in ("Có?", "☐ Có", "Dừng")
    },
    "one entity: Không/có": ("symbiosis-links", both(LINK, cells(LINKS, I7="Không/có"))),
    "one entity: không?": ("symbiosis-links", both(LINK, cells(LINKS, I7="không?"))),
    "judged Đáp ứng?": ("enterprise-compliance", both(REVIEW, cells(JUDGED, B5="Đáp ứng?"))),
    **{
        f"enterprises twice, {name}": ("symbiosis-plans", listed_twice(code))
        for name, code in {
            "code with a space": lambda c: f"{c[:4]} {c[4:]}",
            "code with points": lambda c: f"{c[:4]}.{c[4:]}",
            "code with a dash": lambda c: f"{c[:4]}–{c[4:]}",
            "code with a remark": lambda c: f"{c} (cũ)",
            "code with words": lambda c: f"MST: {c}",
            "without code": lambda _: None,
        }.items()
    },
    "branches of unknown kind": (
        "symbiosis-plans",
        listed_twice(lambda c: f"{c}-001", B="Chi nhánh", C=None),
    ),
    **{
        f"year of five digits {value!r}": ("basic-services", both(POWER, plain("C10", value)))
        for value in (20220, "20220")
    },
    "month in front in the next column": (
        FULL,
        cells(BREACHES, E16="08/14/2018", H16="12/01/2020"),
    ),
    "month in front in the next line": (FULL, cells(BREACHES, D5="01/12/2020", D7="11/20/2020")),
    "thousands of square metres": ("shared-land", land(D="0,15k m2")),
    **{
        f"as built under {label}": ("shared-land", land(A=None, B=f"{TECHNICAL} ({label})"))
        for label in ("hiện trạng 2019", "thực tế")
    },
    "label without plan or built": ("shared-land", land(A=None, B=TECHNICAL)),
    "percent in the label": (
        "shared-land",
        land(B=f"{TECHNICAL} (theo quy hoạch) (%)", C=None),
    ),
    "unknown unit in the label": (
        "shared-land",
        land(B=f"{TECHNICAL} (theo quy hoạch) (sào)"),
    ),
    "unknown unit in the heading": (
        "shared-land",
        both(
            land(D="15 ha"),
            cells(LAND_SHEET, D4="Giá trị (sào)", **{f"C{r}": None for r in range(5, 28)}),
        ),
    ),
    **{
        f"shown as {shape}": ("shared-land", shown_as(shape))
        for shape in ('0.0" sào"', '0" m2"', "#,##0,")
    },
    "a short number is no tax code": ("symbiosis-links", both(LINK, cells(LINKS, F7="17"))),
    "a name without marks beside words with them": (
        "symbiosis-links",
        receiver("Công ty TNHH Hòa Sen", "TNHH Hoa Sen"),
    ),
}

ONLY_EVIDENCED: dict[str, tuple[str, Edit]] = {
    **{
        f"document {state}": ("basic-services", both(POWER, cells(EVIDENCE, G13=state)))
        for state in ("Đã có?", "☐ Đã có", "cơ")
    },
    "month in front in the dates of issue": (
        "basic-services",
        both(POWER, cells(EVIDENCE, E12="06/30/2015", F13="05/12/2020")),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_it_is_not_met_any_more(name: str, tmp_path: Path) -> None:
    criterion, edit = EDITS[name]
    assert judged(edit, tmp_path, criterion)[0] is not Verdict.MET


@pytest.mark.parametrize("name", ONLY_EVIDENCED)
def test_it_is_not_proven_any_more(name: str, tmp_path: Path) -> None:
    criterion, edit = ONLY_EVIDENCED[name]
    assert judged(edit, tmp_path, criterion)[1] is not Verdict.MET


@pytest.mark.parametrize(
    ("edit", "criterion"),
    [
        (LAND, "shared-land"),
        (POWER, "basic-services"),
        (PLANS, "symbiosis-plans"),
        (MONITORING, "input-output-monitoring"),
        (REVIEW, "enterprise-compliance"),
        (LINK, "symbiosis-links"),
        (lambda _: None, FULL),
        (land(D="0,15 km2"), "shared-land"),
        (receiver("Công ty TNHH Hòa Sen", "Cty TNHH Hoà Sen"), "symbiosis-links"),
    ],
)
def test_the_edits_start_from_a_met_criterion(edit: Edit, criterion: str, tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    assert judged(edit, tmp_path, criterion) == (Verdict.MET, Verdict.MET)


@pytest.mark.parametrize(
    ("edit", "criterion"),
    [
        (both(MONITORING, cells(PARK, D51="Không")), "input-output-monitoring"),
        (cells(BREACHES, H16=day(2020, 12, 1)), FULL),
        (cells(BREACHES, D5=day(2020, 1, 12)), FULL),
        (land(D="150 m2"), "shared-land"),
        (land(A=None, B=f"{TECHNICAL} (hiện trạng)"), "shared-land"),
        (listed_twice(lambda c: c), "symbiosis-plans"),
        (NO_RECEIVER, "symbiosis-links"),
    ],
)
def test_what_the_cells_mean_is_not_met(edit: Edit, criterion: str, tmp_path: Path) -> None:
    """The same workbooks, written so that nobody can misread them."""
    assert judged(edit, tmp_path, criterion)[0] is not Verdict.MET


MAPPING = """\
id: ticks
title: {vi: "Dấu", en: "Ticks"}
source: {document: "-", confidence: I}
sheets:
  - sheet: enterprises
    names: ["Doanh nghiệp"]
    columns:
      - field: symbiosis_plan
        headings: ["Có kế hoạch tham gia cộng sinh"]
        values: {"✗": "no", "✔": "yes"}
"""


@pytest.mark.parametrize("value", ["✗", "?", "-", "…", " "])
def test_a_sign_in_a_mapping_stands_for_no_other_sign(value: str, tmp_path: Path) -> None:
    mapping = tmp_path / "ticks.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    request = Request(mappings=(str(mapping),))
    assert judged(plans("✔"), tmp_path, "symbiosis-plans", request)[0] is Verdict.MET
    said = judged(plans(value, last=60), tmp_path, "symbiosis-plans", request)
    assert said[0] is not Verdict.MET


@pytest.mark.parametrize("text", [">0", "≥ 0", "0?", "~0", "0 ☐"])
def test_a_doubtful_zero_is_none(text: str) -> None:
    reader = CellReader(the_dictionary().field("enterprises_operating"), _words())
    assert reader.read(text).value is None


@pytest.mark.parametrize("value", [20190, "20205", 12019])
def test_a_slip_in_a_year_is_no_day(value: object) -> None:
    said = CellReader(the_dictionary().field("service_since"), _words()).read(value).value
    assert not isinstance(said, date)


@pytest.mark.parametrize(("text", "unit"), [("k m2", "ha"), ("m-2", "ha"), ("t/a", "t_per_year")])
def test_separators_make_no_other_unit(text: str, unit: str) -> None:
    """``k m2`` is a thousand square metres, ``t/a`` a ton each year, and neither km2 nor tạ."""
    assert _words().factor(text, unit) is None


@pytest.mark.parametrize(
    ("field", "text"), [("workers", "12.000"), ("enterprises_operating", "1.000")]
)
def test_nobody_writes_a_count_with_decimals(field: str, text: str, tmp_path: Path) -> None:
    facts = (FactRow(field=field, value=text), FactRow(field="saving_co2", value="0.125"))
    (said,) = read(tmp_path, Content(facts=facts)).facts[field]
    assert said.value is None or said.value >= 1000


@pytest.mark.parametrize(
    ("field", "heading"),
    [("recp_money", "Chi phí tiết kiệm ($)"), ("recp_kwh", "Điện tiết kiệm (%)")],
)
def test_a_unit_that_is_a_sign_is_seen(field: str, heading: str, tmp_path: Path) -> None:
    label = the_dictionary().field(field).label.vi

    def edit(book: Workbook) -> None:
        (cell,) = (
            c
            for row in book["RECP"].iter_rows()
            for c in row
            if isinstance(c.value, str) and c.value.startswith(f"{label} (")
        )
        cell.value = heading
        book["RECP"].cell(cell.row + 1, cell.column).value = 5

    table = read(tmp_path, None, edit).tables["recp"]
    assert table.columns[field].values[0] != 5


def _words() -> Any:
    return make_vocabulary(the_dictionary(), "vi")
