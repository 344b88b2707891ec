"""End-to-end tests of inspect and mappings, for tests/cli/test_inspect_real.py."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from command_line import SAMPLE, CommandLine
from example_builds import MESSY
from openpyxl import Workbook

from eipcheck.model.recognition import How
from eipcheck.pipeline.assess import Request
from eipcheck.pipeline.inspect import inspect_workbook

NAMES = ["Công ty A", "Công ty B"]


def form_06(path: Path, title: str = "Sheet1") -> Path:
    """Write a register as Form 06 has it: letterhead, two-level heading, column numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet["A1"] = "CÔNG TY HẠ TẦNG KCN MẪU"
    for column, text in enumerate(
        ["STT", "Tên cơ sở", "ĐTM/GPMT", "Loại hình sản xuất chính và công suất", "Nước thải"], 1
    ):
        sheet.cell(4, column, text)
    for column, text in ((8, "Khí thải"), (9, "Tổng lượng CTR"), (10, "Tỷ lệ cây xanh")):
        sheet.cell(4, column, text)
    for column, text in (
        (5, "Lượng thực tế (m3/ngày đêm)"),
        (6, "Đấu nối"),
        (7, "Miễn trừ đấu nối"),
    ):
        sheet.cell(5, column, text)
    sheet.merge_cells("E4:G4")
    for column in (1, 2, 3, 4, 8, 9, 10):
        sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    for column in range(1, 11):
        sheet.cell(6, column, f"({column})")
    for row, name in enumerate(NAMES, 7):
        for column, value in enumerate(
            [row - 6, name, "12/GPMT", "Giày", 100, "x", None, 5, 1, 20], 1
        ):
            sheet.cell(row, column, value)
    book.save(path)
    return path


def test_form_06_is_read_out_of_the_box(eipcheck: CommandLine, here: Path) -> None:
    path = form_06(here / "m06.xlsx")
    record = inspect_workbook(path, Request(criteria=())).record
    (sheet,) = record.seen
    assert (sheet.how, sheet.mapping, sheet.sheet) == (
        How.MAPPING,
        "form-06-02-2022",
        "enterprises",
    )
    assert sheet.heading_rows[0] == 4
    assert list(record.tables["enterprises"].columns["enterprise_name"].values) == NAMES
    assert [c.how for c in sheet.columns if c.field is None] == [How.IGNORED] * 9
    status = record.tables["enterprises"].columns.get("enterprise_status")
    assert status is None or set(status.values) == {None}  # "connected" is no status
    assert eipcheck("assess", path).code == 0


def test_a_draft_of_a_foreign_register_makes_it_readable(eipcheck: CommandLine, here: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2024"
    for row in (["Tên doanh nghệp", "Mã số thuê", "Vốn"], ["Công ty A", "0100000001", 5]):
        sheet.append(row)
    book.save(here / "dn.xlsx")
    assert eipcheck("inspect", "dn.xlsx", "--write-mapping", "dn.yaml").code == 0
    text = (here / "dn.yaml").read_text(encoding="utf-8")
    assert '- {field: enterprise_name, headings: ["Tên doanh nghệp"]}' in text
    ended = eipcheck("inspect", "dn.xlsx", "--mapping", "dn.yaml")
    assert "by the mapping dn" in ended.out
    assert eipcheck("assess", "dn.xlsx", "--mapping", "dn.yaml").code == 0


def test_a_mapping_speaks_of_a_sheet_that_has_the_name_of_the_form(here: Path) -> None:
    path = form_06(here / "m06.xlsx", title="Doanh nghiệp")
    own = here / "own.yaml"
    own.write_text(
        'id: own\ntitle: {vi: "x", en: "x"}\nsource: {document: "x", confidence: V}\nsheets:\n'
        '  - sheet: enterprises\n    names: ["Doanh nghiệp"]\n    columns:\n'
        '      - {field: sector, headings: ["Loại hình sản xuất chính và công suất"]}\n',
        encoding="utf-8",
    )
    record = inspect_workbook(path, Request(mappings=("own.yaml",))).record
    assert record.seen[0].mapping == "own"
    assert record.seen[0].columns[3].field == "sector"


def test_the_form_itself_leaves_nothing(eipcheck: CommandLine) -> None:
    ended = eipcheck("inspect", SAMPLE)
    assert ended.code == 0
    assert "not recognised" not in ended.out


def test_missing_and_foreign_files_end_with_3_and_0(eipcheck: CommandLine, here: Path) -> None:
    assert eipcheck("inspect", "none.xlsx").code == 3
    book = Workbook()
    book.worksheets[0].title = "Budget"
    book.save(here / "budget.xlsx")
    assert eipcheck("inspect", "budget.xlsx").code == 0


SENT = MESSY / "so-lieu-gui-ban-quan-ly.xlsx"


def test_old_text_is_converted_only_when_asked(eipcheck: CommandLine) -> None:
    as_it_is = eipcheck("inspect", SENT).out
    converted = eipcheck("inspect", SENT, "--convert-legacy").out
    assert "W341" in as_it_is
    assert "W341" not in converted
    assert "W344" in converted


def test_the_register_as_it_comes_is_read_without_a_wrong_value() -> None:
    record = inspect_workbook(SENT, Request(convert_legacy=True)).record
    register = record.tables["enterprises"].columns
    assert list(register["enterprise_name"].values) == [
        "Công ty TNHH Hòa Phát",
        "CÔNG TY AN BÌNH",
        "Công ty Phát Triển",
        "Công ty Sông Xanh",
    ]
    assert list(register["tax_code"].values) == [
        "0301234567",
        "0302345678",
        "0303456789",
        "0304567890",
    ]
    assert list(register["enterprise_workers"].values) == [120, 1250, 85, 40]
    assert list(register["recp_applied"].values) == [True, False, None, None]
    said = {f: {o.year: o.value for o in record.facts[f]} for f in record.facts}
    assert said["park_area"] == {2018: Decimal("289.35"), 2019: Decimal("289.35")}
    assert said["leasable_area"] == {2018: Decimal("205.1"), 2019: Decimal("205.1")}
    assert said["occupancy"] == {2018: Decimal("57.57"), 2019: 61}
    assert said["workers"] == {2018: 10250, 2019: 1234}
    assert said["wastewater_capacity"] == {2019: None}  # m3 an hour
    assert said["saving_electricity"] == {2019: 1250500}
    assert {"W226", "W227", "W230", "W307", "W316", "W344"} <= {p.code for p in record.problems}


def test_the_readme_shows_what_inspect_says(eipcheck: CommandLine) -> None:
    readme = (MESSY.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("```text\n")[2].partition("```")[0].strip().split("\n\n")
    said = eipcheck("inspect", SENT, "--lang", "en").out
    assert len(shown) == 3
    assert [problem for problem in shown if problem not in said] == []
