"""The blank form: what it offers, and that it is the same every time."""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import blank_form, fact, part, read, rows, the_dictionary

from eipcheck.model.dictionary import FieldType, Layout
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.workbook.blank import template_bytes
from eipcheck.workbook.content import Content, DeclarationRow, FactRow
from eipcheck.workbook.fill import filled_bytes


def opened(language: Language) -> dict[str, Worksheet]:
    book = load_workbook(BytesIO(blank_form(language)))
    return {sheet.title: sheet for sheet in book.worksheets}


def offered(sheet: Worksheet, cell: str) -> list[str]:
    """Give the words that the drop-down of a cell offers."""
    book = sheet.parent
    assert book is not None
    for validation in sheet.data_validations.dataValidation:
        if cell in validation.sqref:
            title, cells = str(validation.formula1).rsplit("!", 1)
            found = book[title.strip("'")][cells.replace("$", "")]
            return [str(row[0].value) for row in found]
    return []


@pytest.mark.parametrize("language", LANGUAGES)
class TestBlankForm:
    """The form as somebody opens it for the first time."""

    def test_has_every_sheet_in_order_and_nothing_hidden(self, language: Language) -> None:
        sheets = opened(language)
        labels = [s.label.in_(language) for s in the_dictionary().sheets]
        assert list(sheets)[1:-1] == labels
        assert {s.sheet_state for s in sheets.values()} == {"visible"}

    def test_answers_nothing_and_has_no_problem(self, language: Language, tmp_path: Path) -> None:
        record = read(tmp_path, language=language)
        facts = [s for s in the_dictionary().sheets if s.layout is Layout.FACTS]
        assert record.problems == ()
        assert record.facts == {}
        assert set(record.blank_cells) == {f.id for s in facts for f in s.fields}
        for table in record.tables.values():
            key = the_dictionary().sheet(table.sheet).key
            others = [c for f, c in table.columns.items() if f != key]
            assert all(v is None for column in others for v in column.values)
            assert all(d.complete is None for d in table.declarations)

    def test_says_its_version(self, language: Language, tmp_path: Path) -> None:
        assert read(tmp_path, language=language).template_version == the_dictionary().version

    def test_is_the_same_bytes_another_day(
        self, language: Language, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moment = time.struct_time((2031, 5, 6, 7, 8, 10, 1, 126, 0))
        monkeypatch.setattr(time, "localtime", lambda *_: moment)
        assert template_bytes(the_dictionary(), language) == blank_form(language)

    def test_offers_a_drop_down_for_every_choice(self, language: Language) -> None:
        sheets = opened(language)
        for spec in the_dictionary().sheets:
            sheet = sheets[spec.label.in_(language)]
            headings = {str(c.value): c for row in sheet.iter_rows() for c in row if c.value}
            for field in spec.fields:
                if field.type not in (FieldType.CHOICE, FieldType.YES_NO):
                    continue
                label = headings[field.label.in_(language)]
                facts = spec.layout is Layout.FACTS
                cell = label.offset(0, 2) if facts else label.offset(1, 0)
                assert offered(sheet, cell.coordinate) == (
                    [c.label.in_(language) for c in field.choices]
                    or {"vi": ["Có", "Không"], "en": ["Yes", "No"]}[language]
                )

    def test_keeps_headings_in_view_and_prints_one_page_wide(self, language: Language) -> None:
        for sheet in list(opened(language).values())[:-1]:
            assert sheet.freeze_panes is not None
            assert sheet.page_setup.fitToWidth == 1

    def test_says_it_is_no_certification(self, language: Language) -> None:
        guide = next(iter(opened(language).values()))
        words = {"vi": "không phải chứng nhận", "en": "not a certification"}[language]
        assert any(words in str(c.value) for row in guide.iter_rows() for c in row)


def test_tax_codes_are_text_and_dates_have_their_format() -> None:
    sheet = opened("vi")["Doanh nghiệp"]
    headings = {str(c.value): c.column_letter for row in sheet.iter_rows() for c in row if c.value}
    assert sheet.column_dimensions[headings["Mã số thuế"]].number_format == "@"
    assert sheet.column_dimensions[headings["Tình trạng từ ngày"]].number_format == "dd/mm/yyyy"


def test_headings_state_unit_source_and_whom_to_ask() -> None:
    sheet = opened("en")["Enterprises"]
    cells = {str(c.value): c for row in sheet.iter_rows() for c in row if c.value}
    assert "Workers (people)" in cells
    note = cells["Applies an RECP solution"].comment
    assert note is not None
    assert "Found in: RECP assessment report" in note.text
    assert "Ask: Enterprises in the park" in note.text


@pytest.mark.parametrize("words", ["=1+1", '=HYPERLINK("http://x")', "#REF!", "+84 9", "@SUM(A1)"])
def test_text_never_becomes_a_formula(words: str, tmp_path: Path) -> None:
    content = rows("symbiosis", {"link_name": words})
    book = load_workbook(BytesIO(filled_bytes(the_dictionary(), "vi", content)))
    cell = next(c for row in book["Cộng sinh"].iter_rows() for c in row if c.value == words)
    assert cell.data_type == "s"
    assert cell.quotePrefix == (words[0] in "=+@")
    if words != "#REF!":
        assert read(tmp_path, content).tables["symbiosis"].value("link_name", 0) == words


def test_control_codes_are_left_out(tmp_path: Path) -> None:
    record = read(tmp_path, fact("park_name", "KCN\x07 A\x1b[31m"))
    assert record.facts["park_name"][0].value == "KCN A[31m"


def test_several_answers_to_a_field_stand_below_each_other(tmp_path: Path) -> None:
    content = Content(
        facts=(
            FactRow(field="occupancy", value=80, year=2018, source="a"),
            FactRow(field="occupancy", value=85, as_of=date(2019, 6, 30), source="b"),
        )
    )
    first, second = read(tmp_path, content).facts["occupancy"]
    assert (first.year, first.as_of, first.source) == (2018, None, "a")
    assert (second.year, second.as_of, second.source) == (2019, date(2019, 6, 30), "b")
    assert second.cell.row == first.cell.row + 1


@pytest.mark.parametrize(
    "content",
    [
        fact("no_such_field", 1),
        rows("no_such_sheet", {}),
        rows("recp", {"no_such_field": 1}),
        Content(declarations=(DeclarationRow(id="no_such_line", complete=True),)),
    ],
)
def test_an_answer_without_a_place_is_refused(content: Content) -> None:
    with pytest.raises(KeyError):
        filled_bytes(the_dictionary(), "vi", content)


def test_the_file_does_not_tell_who_made_it_when() -> None:
    core = part(blank_form("vi"), "docProps/core.xml")
    assert core.count(b"2020-01-01T00:00:00Z") == 2
