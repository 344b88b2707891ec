"""Each thing that people get wrong in a readable workbook: its code, its cell, its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import Edit, codes, fact, read, rows

from eipcheck.evaluation.documents import standing
from eipcheck.model.place import Cell
from eipcheck.model.text import LANGUAGES
from eipcheck.reporting.messages.en.workbook import MESSAGES as ENGLISH
from eipcheck.reporting.messages.vi.workbook import MESSAGES as VIETNAMESE
from eipcheck.workbook.content import Content, DeclarationRow, FactRow
from eipcheck.workbook.probe import _Found


def at(sheet: str, words: str, value: Any, right: int = 0) -> Edit:
    """Write a value at, or beside, the cell that holds certain words."""

    def edit(book: Workbook) -> None:
        cell = find(book[sheet], words)
        book[sheet].cell(row=cell[0], column=cell[1] + right).value = value

    return edit


def find(sheet: Worksheet, words: str) -> tuple[int, int]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == words:
                assert cell.row is not None
                assert cell.column is not None
                return cell.row, cell.column
    raise AssertionError(words)


def rename(sheet: str, name: str) -> Edit:
    def edit(book: Workbook) -> None:
        book[sheet].title = name

    return edit


def copy(sheet: str, name: str) -> Edit:
    def edit(book: Workbook) -> None:
        book.copy_worksheet(book[sheet]).title = name

    return edit


def delete_row(sheet: str, words: str) -> Edit:
    def edit(book: Workbook) -> None:
        book[sheet].delete_rows(find(book[sheet], words)[0])

    return edit


def value_of(field_id: str, value: Any, column: int = 4) -> Edit:
    """Write into a column of the row of a field on the first facts sheet; 4 is the value."""
    return at("KCN", field_id, value, right=column - 1)


A, B = "0301234567", "0307654321"
REGISTER = (
    {"tax_code": A, "enterprise_name": "Công ty Hòa Phát", "enterprise_status": "operating"},
    {"tax_code": B, "enterprise_name": "Công ty An Bình"},
)


@dataclass(frozen=True)
class Case:
    """A workbook with one thing wrong."""

    code: str
    place: str
    edit: Edit | None = None
    content: Content = field(default_factory=Content)
    facts: dict[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()


CASES = {
    "missing sheet": Case("W201", "park.xlsx", lambda b: b.remove(b["Báo cáo"])),
    "misnamed sheet": Case("W202", "Đất 1", rename("Đất", "Đất 1"), facts={"sheet": "Đất"}),
    "copied sheet": Case(
        "W203", "Vi phạm (2)", copy("Vi phạm", "Vi phạm (2)"), facts={"read": "Vi phạm"}
    ),
    "two sheets for one": Case("W204", "DS DN", copy("Doanh nghiệp", "DS DN")),
    "two lines for one declaration": Case(
        "W219",
        "RECP!B4",
        lambda b: (
            b["RECP"].__setitem__("B4", "Có"),
            b["RECP"].__setitem__("A5", "Danh sách giải pháp này đầy đủ"),
            b["RECP"].__setitem__("B5", "Không"),
        ),
        facts={"declaration": "Danh sách giải pháp này đầy đủ"},
    ),
    "missing unit column": Case(
        "W220", "Đất", at("Đất", "Đơn vị tính", None), facts={"sheet": "Đất"}
    ),
    "negative": Case("W319", "KCN!D24", content=fact("workers", -5), facts={"raw": "-5"}),
    "no headings": Case("W205", "Báo cáo", delete_row("Báo cáo", "Loại báo cáo")),
    "no headings of facts": Case("W205", "Đất", delete_row("Đất", "Giá trị")),
    "misspelt heading": Case(
        "W206",
        "Doanh nghiệp!I6",
        at("Doanh nghiệp", "Số lao động (người)", "Số lao đông nữ"),
        facts={"heading": "Số lao đông nữ", "suggestion": "Số lao động"},
        also=("W208",),
    ),
    "own columns": Case(
        "W207", "RECP", at("RECP", "Ghi chú", "Người nhập", right=1), facts={"sheet": "RECP"}
    ),
    "missing column": Case("W208", "RECP", at("RECP", "Mô tả", None), facts={"fields": "Mô tả"}),
    "heading twice": Case(
        "W209", "RECP!N6", at("RECP", "Ghi chú", "Mô tả", right=1), facts={"first": "C6"}
    ),
    "other unit in heading": Case(
        "W210",
        "RECP!H6",
        at("RECP", "Điện tiết kiệm (kWh/năm)", "Điện tiết kiệm (tấn/năm)"),
        facts={"unit": "tấn/năm", "expected": "kWh/năm"},
    ),
    "missing declaration": Case(
        "W211", "RECP", delete_row("RECP", "Danh sách giải pháp này đầy đủ")
    ),
    "unknown field with suggestion": Case(
        "W212",
        "KCN!D5",
        lambda b: (at("KCN", "park_name", "park_nam")(b), b["KCN"].__setitem__("B5", None)),
        fact("park_name", "KCN A"),
        facts={"id": "park_nam", "suggestion": "park_name"},
    ),
    "column that may be renamed": Case(
        "W213",
        "Cộng sinh",
        at("Cộng sinh", "Ngày dừng", "Chấm dứt hợp đồng"),
        facts={"field": "Ngày dừng", "headings": "Chấm dứt hợp đồng"},
        also=("W207",),
    ),
    "id and label differ": Case(
        "W214", "KCN!D5", value_of("park_name", "Tỉnh", 2), fact("park_name", "KCN A")
    ),
    "nameless row": Case(
        "W215",
        "Doanh nghiệp!A7",
        content=rows("enterprises", {"enterprise_status": "operating"}),
        facts={"row": "7"},
    ),
    "line of totals": Case(
        "W216",
        "Doanh nghiệp!B8",
        content=rows("enterprises", REGISTER[0], {"enterprise_name": "Tổng cộng"}),
    ),
    "unknown field": Case(
        "W217",
        "KCN!D5",
        lambda b: (at("KCN", "park_name", "?!")(b), b["KCN"].__setitem__("B5", None)),
        fact("park_name", "KCN A"),
    ),
    "error cell": Case("W301", "KCN!D20", value_of("leasable_area", "#REF!")),
    "formula without result": Case("W302", "KCN!D20", value_of("leasable_area", "=1+1")),
    "text for a number": Case("W303", "KCN!D20", content=fact("leasable_area", "nhiều")),
    "ambiguous number": Case("W304", "KCN!D20", content=fact("leasable_area", "1.234")),
    "date for a number": Case("W305", "KCN!D20", content=fact("leasable_area", date(2019, 1, 2))),
    "fraction": Case("W306", "KCN!D24", content=fact("workers", 1.5)),
    "other unit": Case(
        "W307",
        "KCN!D20",
        content=fact("leasable_area", 12, unit="người"),
        facts={"unit": "người", "expected": "ha"},
    ),
    "no date": Case("W308", "KCN!D12", content=fact("registration_date", "cuối 2019")),
    "impossible date": Case("W309", "KCN!D12", content=fact("registration_date", "31/02/2019")),
    "year as date": Case("W310", "KCN!D12", content=fact("registration_date", date(1905, 7, 11))),
    "no year": Case("W311", "KCN!D23", content=fact("founded", "lâu rồi")),
    "no choice": Case("W312", "Dịch vụ!B7", at("Dịch vụ", "Cấp điện", "Tốt", right=1)),
    "neither yes nor no": Case(
        "W313", "RECP!B4", at("RECP", "Danh sách giải pháp này đầy đủ", "hầu hết", right=1)
    ),
    "unusual value": Case(
        "W314", "KCN!D24", content=fact("workers", 900000), facts={"high": "500000 người"}
    ),
    "ratio for percent": Case("W315", "KCN!D22", content=fact("occupancy", 0.85)),
    "leading zero": Case(
        "W316", "Doanh nghiệp!A7", at("Doanh nghiệp", A, 301234567), rows("enterprises", *REGISTER)
    ),
    "unreadable year": Case(
        "W317",
        "KCN!D22",
        value_of("occupancy", "20I9", 5),
        fact("occupancy", 80),
        facts={"cell": "E22", "year": "20I9"},
    ),
    "unreadable scope": Case(
        "W318",
        "Đất!D5",
        at("Đất", "land_total_plan", "một ít", right=5),
        fact("land_total_plan", 80),
        facts={"cell": "F5"},
    ),
    "double tax code": Case(
        "W401",
        "Doanh nghiệp!A9",
        content=rows("enterprises", *REGISTER, {"tax_code": A, "enterprise_name": "C"}),
        facts={"first": "A7"},
    ),
    "unknown enterprise, similar": Case(
        "W402",
        "RECP!A7",
        content=rows("recp", {"recp_enterprise": "Công ty An Bìn"}, enterprises=REGISTER),
        facts={"suggestion": "Công ty An Bình"},
    ),
    "unknown enterprise": Case(
        "W403",
        "Cộng sinh!E7",
        content=rows("symbiosis", {"link_provider": "0399999999"}, enterprises=REGISTER),
    ),
    "ambiguous enterprise": Case(
        "W404",
        "RECP!A7",
        content=rows(
            "recp",
            {"recp_enterprise": "trùng"},
            enterprises=({"enterprise_name": "Trùng"}, {"enterprise_name": "TRÙNG"}),
        ),
        facts={"n": "2"},
        also=("W407",),
    ),
    "enterprise in another spelling": Case(
        "W406",
        "RECP!A7",
        content=rows("recp", {"recp_enterprise": "Cty An Bình"}, enterprises=REGISTER),
        facts={"name": "Công ty An Bình"},
    ),
    "namesakes": Case(
        "W407",
        "Doanh nghiệp!B9",
        content=rows("enterprises", *REGISTER, {"enterprise_name": "Công ty Hoà Phát"}),
        facts={"first": "B7"},
    ),
    "developer among the enterprises": Case(
        "W409",
        "Doanh nghiệp!C7",
        content=Content(
            facts=(FactRow(field="developer_tax_code", value=A),),
            rows={"enterprises": ({"tax_code": A, "enterprise_name": "Hạ tầng"},)},
        ),
        facts={"name": A},
    ),
    "branch as an enterprise of its own": Case(
        "W410",
        "Doanh nghiệp!C8",
        content=rows(
            "enterprises",
            {"tax_code": "0301234567", "enterprise_name": "An Bình"},
            {
                "tax_code": "0301234567-001",
                "enterprise_name": "Nhà máy 2",
                "enterprise_kind": "enterprise",
            },
        ),
        facts={"first": "A7", "name": "0301234567-001"},
    ),
    "outside party that is nobody": Case(
        "W411",
        "Cộng sinh!H7",
        content=rows(
            "symbiosis",
            {
                "link_provider": "0301234567",
                "link_outside_party": "Không có",
                "link_outside_kind": "other_park",
            },
            enterprises=REGISTER,
        ),
        facts={"second": "G7", "name": "Không có"},
    ),
    "result without savings": Case(
        "W412",
        "RECP!G7",
        content=rows(
            "recp",
            {
                "recp_enterprise": "0301234567",
                "recp_state": "implemented",
                "recp_measured": True,
                "recp_kwh": 0,
                "recp_water": 0,
            },
            enterprises=REGISTER,
        ),
        facts={"values": "0; 0"},
    ),
    "breach of the developer that names an enterprise": Case(
        "W408",
        "Vi phạm!A16",
        content=rows(
            "violations",
            {"violation_of": "developer", "violation_enterprise": "0301234567"},
            enterprises=REGISTER,
        ),
        facts={"second": "B16", "name": "0301234567"},
    ),
    "unknown document": Case(
        "W405",
        "KCN!H22",
        content=fact("occupancy", 80, documents=("TL-9",)),
        facts={"document": "TL-9"},
    ),
}


def placeholders(code: str, messages: dict[str, str]) -> set[str]:
    words = [messages[f"problem.{code}.{part}"] for part in ("what", "why", "fix")]
    return {name for w in words for _, name, _, _ in Formatter().parse(w) if name}


@pytest.mark.parametrize("name", CASES)
def test_is_found_at_its_cell_with_all_that_its_words_need(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    record = read(tmp_path, case.content, case.edit)
    assert {p.code for p in record.problems} == {case.code, *case.also}
    problem = next(p for p in record.problems if p.code == case.code)
    assert str(problem.place).endswith(case.place)
    said = dict(problem.facts)
    assert said | case.facts == said
    assert placeholders(case.code, VIETNAMESE) <= set(said)
    assert placeholders(case.code, ENGLISH) <= set(said)
    assert all(v.strip() for v in said.values())


def test_both_languages_have_words_for_every_code() -> None:
    assert VIETNAMESE.keys() == ENGLISH.keys()
    for case in CASES.values():
        for part in ("what", "why", "fix"):
            assert VIETNAMESE[f"problem.{case.code}.{part}"]
    for key, words in VIETNAMESE.items():
        names = {n for _, n, _, _ in Formatter().parse(words) if n}
        assert names == {n for _, n, _, _ in Formatter().parse(ENGLISH[key]) if n}, key


def test_all_problems_come_in_one_pass_in_the_order_of_the_cells(tmp_path: Path) -> None:
    content = Content(
        facts=(
            FactRow(field="leasable_area", value="nhiều"),
            FactRow(field="registration_date", value="31/02/2019"),
            FactRow(field="land_total_plan", value="1.234"),
        ),
        rows={"recp": ({"recp_enterprise": "X", "recp_kwh": "?!"},)},
    )
    record = read(tmp_path, content)
    assert [str(p.place) for p in record.problems] == [
        "KCN!D12",
        "KCN!D20",
        "Đất!D5",
        "RECP!A7",
        "RECP!H7",
    ]


class TestNothingIsLostOrGuessed:
    """What cannot be read is unknown, never blank and never somebody's guess."""

    def test_an_unreadable_answer_is_none_and_its_cell_is_to_be_filled(
        self, tmp_path: Path
    ) -> None:
        record = read(tmp_path, fact("leasable_area", "1.234"))
        (said,) = record.facts["leasable_area"]
        assert (said.value, said.raw) == (None, "1.234")
        assert record.blank_cells["leasable_area"] == said.cell == record.problems[0].place

    def test_a_word_for_missing_is_an_answer_without_value(self, tmp_path: Path) -> None:
        record = read(tmp_path, fact("leasable_area", "chưa có số liệu"))
        assert record.facts["leasable_area"][0].value is None
        assert "leasable_area" in record.blank_cells
        assert record.problems == ()

    def test_the_same_mistake_in_a_column_is_one_problem_with_all_its_cells(
        self, tmp_path: Path
    ) -> None:
        said = ["có thể", "Có", "có thể", "có thể"]
        record = read(tmp_path, rows("recp", *({"recp_measured": s} for s in said)))
        (problem,) = record.problems
        assert problem.place == Cell("RECP", 7, 7)
        assert problem.other_places == (Cell("RECP", 9, 7), Cell("RECP", 10, 7))
        assert record.tables["recp"].columns["recp_measured"].values == (None, True, None, None)

    def test_an_unreadable_end_is_no_blank(self, tmp_path: Path) -> None:
        record = read(tmp_path, rows("symbiosis", {"link_name": "A", "link_stopped": "đã dừng"}))
        column = record.tables["symbiosis"].columns["link_stopped"]
        assert (column.values, column.raw) == ((None,), ("đã dừng",))

    @pytest.mark.parametrize(
        ("until", "readable"), [("31/02/2021", False), ("chưa rõ", False), (None, True)]
    )
    def test_a_document_whose_end_cannot_be_read_is_not_one_without_end(
        self, *, until: str | None, readable: bool, tmp_path: Path
    ) -> None:
        answers = {"document_id": "D1", "document_state": "have", "document_valid_until": until}
        document = read(tmp_path, rows("evidence", answers)).documents["D1"]
        assert (document.valid_until, document.readable) == (None, readable)
        counts = standing(read(tmp_path, rows("evidence", answers)), "D1", date(2021, 1, 1))
        assert counts == ("yes" if readable else "unreadable")

    def test_blank_text_is_a_blank(self, tmp_path: Path) -> None:
        record = read(tmp_path, rows("symbiosis", {"link_name": "A", "link_stopped": "  "}))
        assert record.tables["symbiosis"].columns["link_stopped"].raw == (None,)

    @pytest.mark.parametrize("name", ["column that may be renamed"])
    def test_a_column_that_may_be_renamed_is_no_blank(self, name: str, tmp_path: Path) -> None:
        content = rows("symbiosis", {"link_name": "A"})
        column = (
            read(tmp_path, content, CASES[name].edit).tables["symbiosis"].columns["link_stopped"]
        )
        assert column.values == (None,)
        assert column.raw != (None,)
        assert column.column is None

    @pytest.mark.parametrize("heading", [None, 2020])
    def test_an_end_whose_heading_is_gone_has_not_been_left_open(
        self, heading: int | None, tmp_path: Path
    ) -> None:
        answers = {
            "document_id": "D1",
            "document_state": "have",
            "document_valid_until": date(2020, 1, 1),
        }
        edit = at("Minh chứng", "Hiệu lực đến", heading)
        record = read(tmp_path, rows("evidence", answers), edit)
        assert codes(record) == (["W207", "W213"] if heading else ["W208"])
        assert standing(record, "D1", date(2021, 1, 1)) == "unreadable"

    def test_a_list_without_headings_is_not_empty_whatever_it_declares(
        self, tmp_path: Path
    ) -> None:
        content = Content(declarations=(DeclarationRow(id="reports_complete", complete=True),))
        record = read(tmp_path, content, CASES["no headings"].edit)
        (declaration,) = record.tables["reports"].declarations
        assert declaration.complete is None

    def test_a_declaration_with_an_unreadable_date_declares_nothing(self, tmp_path: Path) -> None:
        content = Content(declarations=(DeclarationRow(id="recp_complete", complete=True),))
        edit = at("RECP", "Danh sách giải pháp này đầy đủ", "hôm qua", right=2)
        record = read(tmp_path, content, edit)
        assert codes(record) == ["W308"]
        assert record.tables["recp"].declarations[0].complete is None

    def test_doubled_headings_leave_the_column_unknown(self, tmp_path: Path) -> None:
        content = rows("recp", {"recp_description": "A"})
        column = (
            read(tmp_path, content, CASES["heading twice"].edit)
            .tables["recp"]
            .columns["recp_description"]
        )
        assert (column.values, column.raw) == ((None,), ("A",))

    @pytest.mark.parametrize(
        "edit",
        [
            lambda b: b.remove(b["KCN"]),
            delete_row("KCN", "Giá trị"),
            at("KCN", "Ghi chú", "Năm hoặc ngày"),
            lambda b: (
                value_of("conversion_scope", "pham vi", 1)(b),
                value_of("pham vi", "Phạm vi là", 2)(b),
                value_of("pham vi", "Một phần KCN")(b),
            ),
        ],
    )
    def test_a_fact_whose_row_is_lost_is_no_blank(self, edit: Edit, tmp_path: Path) -> None:
        record = read(tmp_path, None, edit)
        (said,) = record.facts["conversion_scope"]
        assert said.value is None
        assert said.raw

    def test_a_fact_with_another_unit_is_not_used(self, tmp_path: Path) -> None:
        record = read(tmp_path, CASES["other unit"].content)
        assert record.facts["leasable_area"][0].value is None

    def test_both_rows_of_a_double_key_are_kept(self, tmp_path: Path) -> None:
        record = read(tmp_path, CASES["double tax code"].content)
        table = record.tables["enterprises"]
        assert table.columns["tax_code"].values == (A, B, A)
        assert record.problems[0].other_places == (Cell("Doanh nghiệp", 7, 1),)

    def test_a_warning_keeps_the_value(self, tmp_path: Path) -> None:
        record = read(tmp_path, CASES["leading zero"].content, CASES["leading zero"].edit)
        assert record.tables["enterprises"].value("tax_code", 0) == A

    def test_a_formula_that_gave_an_empty_text_is_a_blank(self) -> None:
        computed = b'<c r="B2" t="str"><f>IF(A1,1,"")</f><v></v></c>'
        never = b'<c r="B3"><f>1+1</f><v/></c><c r="C3" s="2"><f t="shared" si="0"/></c>'
        done = b'<c r="D3"><f>1+1</f><v>2</v></c><c r="E3"/>'
        found = _Found()
        found.look(b"", computed + never + done)
        assert found.probe().uncomputed == {(3, 2), (3, 3)}
        assert found.probe().computed == {(2, 2), (3, 4)}


def shift(book: Workbook) -> None:
    """Do what people do: a letterhead above, a running number and a column of their own."""
    for name in ("Doanh nghiệp", "KCN", "RECP"):
        book[name].insert_rows(1, 3)
        book[name].insert_cols(1, 2)
        book[name]["A1"] = "CÔNG TY HẠ TẦNG"
    row, _ = find(book["Doanh nghiệp"], "Mã số thuế")
    book["Doanh nghiệp"].cell(row=row, column=1, value="STT")
    for number in range(1, 40):
        book["Doanh nghiệp"].cell(row=row + number, column=1, value=number)


def test_addresses_follow_inserted_rows_and_columns(tmp_path: Path) -> None:
    content = Content(
        facts=(FactRow(field="leasable_area", value="nhiều"),),
        rows={
            "enterprises": (*REGISTER, {"tax_code": "0309999999", "recp_applied": "có lẽ"}),
            "recp": ({"recp_enterprise": A},),
        },
        declarations=(DeclarationRow(id="enterprises_complete", complete=True, declared_by="B"),),
    )
    record = read(tmp_path, content, shift)
    assert [(p.code, str(p.place)) for p in record.problems] == [
        ("W303", "KCN!F23"),
        ("W313", "Doanh nghiệp!Q12"),
    ]
    table = record.tables["enterprises"]
    assert table.rows == (10, 11, 12)
    assert table.cell("tax_code", 1) == Cell("Doanh nghiệp", 11, 3)
    assert table.declarations[0].cell == Cell("Doanh nghiệp", 7, 4)
    assert (table.declarations[0].complete, table.declarations[0].declared_by) == (True, "B")


def test_columns_may_stand_in_any_order_and_headings_in_any_case(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Báo cáo"]
        row, _ = find(sheet, "Loại báo cáo")
        for column in range(1, 11):
            sheet.cell(row=row, column=column, value=None)
        for column, words in enumerate(("NĂM BÁO CÁO", "loai bao cao", "report_filed"), start=2):
            sheet.cell(row=row, column=column, value=words)
        for column, value in enumerate((2018, "Khác", date(2019, 3, 1)), start=2):
            sheet.cell(row=row + 1, column=column, value=value)

    record = read(tmp_path, None, edit, wanted=frozenset({"report_year", "report_filed"}))
    table = record.tables["reports"]
    assert table.value("report_year", 0) == 2018
    assert table.value("report_filed", 0) == date(2019, 3, 1)
    assert table.cell("report_year", 0) == Cell("Báo cáo", table.rows[0], 2)


def test_a_percent_format_says_what_the_number_means(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        value_of("occupancy", 0.85)(book)
        row, _ = find(book["KCN"], "occupancy")
        book["KCN"].cell(row=row, column=4).number_format = "0.0%"

    record = read(tmp_path, None, edit)
    assert record.facts["occupancy"][0].value == 85
    assert record.problems == ()


def test_rows_copied_below_with_the_same_id_are_further_answers(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["KCN"].append(["occupancy", None, "%", 70, 2015])
        book["KCN"].append([None, "tỷ lệ LẮP đầy", None, 75, 2016])

    record = read(tmp_path, fact("occupancy", 80, year=2018), edit)
    assert [(o.value, o.year) for o in record.facts["occupancy"]] == [
        (80, 2018),
        (70, 2015),
        (75, 2016),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_speak_of_the_form_in_its_own_language(language: Any, tmp_path: Path) -> None:
    record = read(tmp_path, fact("leasable_area", 5, unit="người"), language=language)
    heading = {"vi": "Đất công nghiệp có thể cho thuê", "en": "Leasable industrial land"}
    assert dict(record.problems[0].facts)["heading"] == heading[language]
