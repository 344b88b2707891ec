"""A workbook that also answers another criteria set is read as if it did not, in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from extra_set import extended, write_extra
from openpyxl import Workbook
from workbook_helper import Edit, codes, saved, the_dictionary

from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Severity
from eipcheck.model.recognition import How
from eipcheck.model.record import EnterpriseRef, ParkRecord
from eipcheck.reporting.say import problem_words
from eipcheck.workbook.content import Content, DeclarationRow, FactRow
from eipcheck.workbook.fill import filled_book
from eipcheck.workbook.read import Ways, look_at_workbook, read_workbook

REGISTER = {"tax_code": "0301234567", "enterprise_name": "Công ty An Bình"}
COMMON = Content(
    facts=(FactRow(field="enterprises_operating", value=Decimal(30)),),
    rows={"enterprises": (REGISTER,)},
    declarations=(DeclarationRow(id="enterprises_complete", complete=True),),
)
BOTH = Content(
    facts=(
        *COMMON.facts,
        FactRow(field="canteens", value=Decimal(3)),
        FactRow(field="noise_night", value=Decimal(45)),
    ),
    rows={
        "enterprises": ({**REGISTER, "quiet": True},),
        "trainings": ({"training_topic": "RECP", "training_enterprise": EnterpriseRef("A", 0)},),
    },
    declarations=COMMON.declarations,
)


def others(tmp_path: Path) -> DataDictionary:
    """Give the dictionary of the other set."""
    folder = tmp_path / "extra"
    return extended(folder if folder.exists() else write_extra(tmp_path))


def read_form(
    tmp_path: Path,
    content: Content,
    edit: Edit | None = None,
    *,
    known: bool = True,
) -> ParkRecord:
    """Read, under the shipped dictionary, a form that also asks what the other set adds."""
    book = filled_book(others(tmp_path), "vi", content)
    if edit:
        edit(book)
    path = tmp_path / "park.xlsx"
    book.save(path)
    ways = Ways(others=lambda: {"extra": others(tmp_path)}) if known else Ways()
    return read_workbook(path, the_dictionary(), ways=ways)


def cell(book: Workbook, sheet: str, text: str) -> tuple[int, int]:
    """Find a cell by what it holds."""
    return next(
        (c.row, c.column) for row in book[sheet].iter_rows() for c in row if c.value == text
    )


def put(sheet: str, text: str, value: str, *, right: int = 0) -> Edit:
    """Replace a cell, or one beside it."""

    def edit(book: Workbook) -> None:
        row, column = cell(book, sheet, text)
        book[sheet].cell(row, column + right, value)

    return edit


def _refuse() -> Mapping[str, DataDictionary]:
    message = "the other sets were asked"
    raise AssertionError(message)


def test_what_another_set_asks_is_told_in_one_line(tmp_path: Path) -> None:
    record = read_form(tmp_path, BOTH)
    assert codes(record) == ["W250"]
    (problem,) = record.problems
    # a line, a column and two sheets
    assert problem.facts == (("sets", "extra"), ("n", "4"))
    assert problem.severity is Severity.WARNING
    assert isinstance(problem.place, FilePlace)
    assert "extra" in problem_words(problem, "en")[0]


def test_a_form_without_answers_for_the_other_set_has_no_problem(tmp_path: Path) -> None:
    assert codes(read_form(tmp_path, COMMON)) == []


def test_the_known_part_is_read_as_without_the_rest(tmp_path: Path) -> None:
    mixed = read_form(tmp_path, BOTH)
    alone = read_workbook(saved(tmp_path, COMMON), the_dictionary())
    assert mixed.facts.keys() == alone.facts.keys()
    assert mixed.facts["enterprises_operating"][0].value == Decimal(30)
    assert "conversion_scope" not in mixed.facts  # blank, and so the whole park
    assert mixed.tables.keys() == alone.tables.keys()
    for sheet, table in alone.tables.items():
        other = mixed.tables[sheet]
        assert {f: c.values for f, c in other.columns.items()} == {
            f: c.values for f, c in table.columns.items()
        }
        assert [d.complete for d in other.declarations] == [d.complete for d in table.declarations]


def test_nobody_knows_it_without_the_other_sets(tmp_path: Path) -> None:
    assert set(codes(read_form(tmp_path, BOTH, known=False))) >= {"W217", "W207"}


def test_the_other_sets_are_asked_only_where_something_is_unknown(tmp_path: Path) -> None:
    path = saved(tmp_path, COMMON)
    record = read_workbook(path, the_dictionary(), ways=Ways(others=_refuse))
    assert codes(record) == []


def test_what_no_set_knows_is_told_as_before(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put("KCN", "canteens", "nobody_knows")(book)
        put("Doanh nghiệp", "Đạt chuẩn tiếng ồn", "Màu sắc")(book)

    record = read_form(tmp_path, BOTH, edit)
    assert codes(record) == ["W250", "W217", "W207"]
    assert record.facts["conversion_scope"][0].value is None  # the lost answer may be its


def test_an_id_of_another_set_beside_a_label_of_the_form_answers_neither(tmp_path: Path) -> None:
    label = the_dictionary().field("enterprises_operating").label.vi
    record = read_form(tmp_path, BOTH, put("KCN", "canteens", label, right=1))
    assert "W214" in codes(record)
    assert [o.value for o in record.facts["enterprises_operating"]] == [Decimal(30), None]


@pytest.mark.parametrize("known", [True, False])
def test_a_column_that_is_not_there_stays_unknown_beside_foreign_ones(
    tmp_path: Path, *, known: bool
) -> None:
    def edit(book: Workbook) -> None:
        _, column = cell(book, "Doanh nghiệp", "Loại doanh nghiệp")
        book["Doanh nghiệp"].delete_cols(column)

    record = read_form(tmp_path, BOTH, edit, known=known)
    column = record.tables["enterprises"].columns["enterprise_kind"]
    assert (column.values, column.is_blank(0)) == ((None,), False)
    # the foreign headings are no suspects for the one that is missing
    assert ("W213" in codes(record), "W208" in codes(record)) == (not known, known)


def renamed_register(book: Workbook) -> None:
    """Call the register as a sheet of the other set."""
    del book["Đào tạo"]
    book["Doanh nghiệp"].title = "Đào tạo"


@pytest.mark.parametrize("known", [True, False])
def test_a_sheet_with_the_name_of_another_sets_list_is_taken_for_no_other(
    tmp_path: Path, *, known: bool
) -> None:
    record = read_form(tmp_path, COMMON, renamed_register, known=known)
    assert ("enterprises" in record.tables) is not known
    assert ("W241" in codes(record), "W201" in codes(record)) == (not known, known)


def copied_register(book: Workbook) -> None:
    """Let a second register stand under the name of a sheet of the other set."""
    del book["Đào tạo"]
    copy = book.copy_worksheet(book["Doanh nghiệp"])
    copy.title = "Đào tạo"


def own_headings(book: Workbook) -> None:
    """Add headings of the register to the sheet of the other set, fewer than its own."""
    row, _ = cell(book, "Đào tạo", "Chủ đề")
    for column, heading in enumerate(("Mã số thuế", "Tên doanh nghiệp", "Số lao động"), start=7):
        book["Đào tạo"].cell(row, column, heading)


@pytest.mark.parametrize(
    ("edit", "opens"), [(copied_register, True), (own_headings, False)], ids=["copy", "own"]
)
def test_rows_of_a_list_below_a_foreign_name_open_it_as_before(
    tmp_path: Path, edit: Callable[[Workbook], None], *, opens: bool
) -> None:
    record = read_form(tmp_path, BOTH, edit)
    (declared,) = record.tables["enterprises"].declarations
    assert declared.complete is (None if opens else True)
    assert ("W203" in codes(record)) is opens


def test_inspect_says_that_they_answer_nothing(tmp_path: Path) -> None:
    path = tmp_path / "park.xlsx"
    filled_book(others(tmp_path), "vi", BOTH).save(path)
    ways = Ways(others=lambda: {"extra": others(tmp_path)})
    seen = {s.name: s for s in look_at_workbook(path, the_dictionary(), ways).seen}
    assert seen["Đào tạo"].how is How.IGNORED
    columns = {c.heading: c for c in seen["Doanh nghiệp"].columns}
    assert columns["Đạt chuẩn tiếng ồn"].how is How.IGNORED
    assert columns["Đạt chuẩn tiếng ồn"].suggestion is None


def under_the_other_set(tmp_path: Path, edit: Edit | None = None) -> ParkRecord:
    """Read, under the set that adds, a form that does not ask what it adds, or one that does."""
    dictionary = others(tmp_path)
    added = {f.id for s in dictionary.sheets for f in s.fields} - {
        f.id for s in the_dictionary().sheets for f in s.fields
    }
    book = filled_book(dictionary if edit else the_dictionary(), "vi", COMMON)
    if edit:
        edit(book)
    path = tmp_path / "park.xlsx"
    book.save(path)
    return read_workbook(path, dictionary, ways=Ways(added=frozenset(added)))


def test_what_a_form_did_not_ask_has_not_been_left_blank(tmp_path: Path) -> None:
    record = under_the_other_set(tmp_path)
    shift = record.tables["enterprises"].columns["shift"]
    assert (shift.values, shift.is_blank(0)) == ((None,), False)
    (state,) = record.facts["canteen_state"]
    assert (state.value, state.raw != "") == (None, True)
    assert "trainings" not in record.tables


def test_what_a_form_asked_and_nobody_filled_in_is_blank(tmp_path: Path) -> None:
    record = under_the_other_set(tmp_path, lambda _: None)
    assert record.tables["enterprises"].columns["shift"].is_blank(0)
    assert "canteen_state" not in record.facts
    assert "canteen_state" in record.blank_cells
