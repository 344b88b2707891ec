"""The summary of a batch: the gravest verdict of each clause, and text that stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from command_line import PILOT, SAMPLE
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from summary_pages import summary_page
from workbook_helper import fact, saved

from eipcheck.model.park_name import folded
from eipcheck.model.place import Cell, FilePlace, SheetPlace
from eipcheck.model.problem import Problem
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.publish import published
from eipcheck.pipeline.reports import views
from eipcheck.reporting.codes import code_words
from eipcheck.reporting.summary import failure, shared, summary_entry, summary_view
from eipcheck.reporting.summary_known import known
from eipcheck.reporting.summary_types import Entry, SummaryView
from eipcheck.reporting.summary_xlsx import summary_bytes


def entry(park: Path, name: str = "") -> Entry:
    """Give the row of a park."""
    return of(assess(park), name or park.name)


def of(done: Assessed, name: str, language: Language = "en", *, full: bool = False) -> Entry:
    """Give the row of a park that was assessed."""
    view = views(done, language, rows=False)[0]
    told = known(done.assessments[0], done.record, done.dictionary, language, full=full)
    return summary_entry(view, name, f"{Path(name).stem}.html", told)


def named(given: Entry, park: str, file: str) -> Entry:
    """Give the row of a workbook that calls its park otherwise."""
    row = replace(given.row, park=park, name=park, file=file, report=f"{file}.html")
    return replace(given, row=row)


def summary(*entries: Entry) -> SummaryView:
    """Give a summary with one failure."""
    problem = Problem("O105", FilePlace("=bad.xlsx"))
    return summary_view(entries, [failure("=bad.xlsx", [problem], "en", full=True)], "en")


def test_a_clause_shows_its_gravest_verdict() -> None:
    row = entry(SAMPLE).row
    table = summary(entry(SAMPLE)).tables[0]
    verdicts = dict(zip((label for label, _ in table.clauses), row.clauses, strict=True))
    assert verdicts["Clause 3"].key == "undetermined"
    assert verdicts["Clause 5"].key == "not_met"
    assert verdicts["Clause 7"].key == "met"
    assert verdicts["Clause 8"].key == "not_applicable"


def test_parks_of_one_set_stand_in_one_table() -> None:
    other = replace(entry(PILOT), key=entry(SAMPLE).key)
    view = summary(entry(SAMPLE), other)
    assert [len(table.rows) for table in view.tables] == [2]
    assert view.counts == "2 assessed, 1 could not be assessed"


@pytest.mark.parametrize("first", [0, 1])
def test_a_park_that_is_not_asked_a_question_keeps_its_verdicts_in_their_columns(
    tmp_path: Path, first: int
) -> None:
    given = []
    for new in (False, None):
        park = saved(tmp_path, fact("new_eip_project", new))
        done = assess(park, Request(criteria=("vn-35-2022",)))
        given.append(named(of(done, park.name), f"Park {new}", f"{new}.xlsx"))
    assert [len(one.row.outcomes) for one in given] == [1, 2]
    view = summary(given[first], given[1 - first])
    page = summary_page(view)
    lines = re.search(r'<table class="parks matrix".*?</table>', page, re.DOTALL)
    assert lines is not None
    assert len({len(re.findall("<t[hd]", row)) for row in lines[0].split("<tr")[1:]}) == 1
    sheet = load_workbook(BytesIO(summary_bytes(view))).worksheets[0]
    heads, *rows = [row for row in sheet.iter_rows(values_only=True) if row[2]]
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    asked = [head for head in heads if str(head).startswith("File of a newly built")]
    assert len(asked) == 2
    assert [told["Park False"][head] for head in asked] == 2 * ["– Not applicable"]
    assert [told["Park None"][head] for head in asked] == 2 * ["? Cannot tell"]


def test_a_failure_says_how_to_mend_it() -> None:
    problem = Problem("O105", Cell("Land", 7, 4))
    told = failure("a.xlsx", [problem], "en", full=True).lines[0]
    assert told.startswith("O105 Land!D7: ")
    assert "make the folder first" in told
    assert "report it" in failure("a.xlsx", (), "en", full=True).lines[0]


def test_the_public_is_told_why_but_not_what_a_cell_holds() -> None:
    problems = [
        Problem("W201", Cell("Land", 7, 4), (("sheets", "Secret Ltd"),)),
        Problem("W201", SheetPlace("Land"), (("sheets", "Secret Ltd"),)),
        Problem("W129", FilePlace("/home/me/secret.xlsx"), (("part", "secret.xml"),)),
    ]
    for language in ("en", "vi"):
        lines = failure("a.xlsx", problems, language, full=False).lines
        assert [line.split(":")[0] for line in lines] == ["W201 Land!D7", "W201 Land", "W129"]
        assert "ecret" not in "".join(lines)
        for problem, line in zip(problems, lines, strict=True):
            words = code_words(problem.code, language)
            assert words is not None
            assert words.fix in line


def test_the_workbook_holds_no_formula(tmp_path: Path) -> None:
    park = saved(tmp_path, fact("park_name", "=HYPERLINK(1)"))
    view = summary(entry(park, "=park.xlsx"))
    cells = list(all_cells(view))
    assert any(cell.value == "=park.xlsx" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_a_summary_of_failures_alone_can_be_written() -> None:
    view = summary()
    assert load_workbook(BytesIO(summary_bytes(view))).sheetnames == ["Could not be assessed"]
    assert "=bad.xlsx" in summary_page(view)


def test_the_page_escapes_what_the_workbook_says(tmp_path: Path) -> None:
    park = saved(tmp_path, fact("park_name", "<script>alert(1)</script>"))
    page = summary_page(summary(entry(park)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert 'content="default-src &#39;none&#39;; style-src &#39;sha256-' in page


def all_cells(view: SummaryView) -> Iterator[SheetCell | MergedCell]:
    """Give every cell of the workbook."""
    for sheet in load_workbook(BytesIO(summary_bytes(view))).worksheets:
        yield from (cell for row in sheet.iter_rows() for cell in row)


def cells_of(view: SummaryView, name: str) -> list[str]:
    """Give what the cells of a sheet say, row by row."""
    sheet = load_workbook(BytesIO(summary_bytes(view)))[name]
    return [str(value) for row in sheet.iter_rows(values_only=True) for value in row]


def as_of(given: Entry, day: str, file: str) -> Entry:
    """Give the row of another workbook of the same park."""
    return replace(given, row=replace(given.row, day=day, date=day, file=file))


def test_parks_judged_otherwise_stand_in_another_table() -> None:
    one = entry(SAMPLE)
    other = of(assess(SAMPLE, Request(readings={"Q3": "all_licensed"})), "other.xlsx")
    published = entry(PILOT)  # published figures only, beside made-up ones
    tables = summary(one, other, published).tables
    assert [len(table.rows) for table in tables] == [1, 1, 1]
    assert [len(table.readings) for table in tables] == [0, 1, 0]
    assert tables[1].readings[0].startswith("Q3: ")
    assert tables[1].readings[0] in summary_page(summary(other))
    page = summary_page(summary(one, other, published))
    assert page.count('href="#table-') == 3
    assert "are not compared:" in page
    assert all("vn-82-2018 1.0.0 · sha256 " in table.edition for table in tables)


def test_two_workbooks_of_a_park_on_one_day_are_told_and_neither_is_counted() -> None:
    first, other = entry(PILOT), entry(PILOT, "again.xlsx")
    (table,) = summary(first, other).tables
    assert ["again.xlsx" in table.rows[0].note, PILOT.name in table.rows[1].note] == [True, True]
    assert (table.gaps, table.counted) == ((), "0 of 2 rows are counted.")
    assert [province.parks for province in table.provinces] == [0]
    (told,) = table.twins
    assert told.startswith("2 workbooks say they are Hoa Khanh Industrial Park on ")
    view = summary(first, other)
    page = summary_page(view)
    assert told in page
    assert table.rows[0].note in page
    said = cells_of(view, "Summary")
    assert {told, table.rows[0].note, table.rows[1].note} <= set(said)


def test_of_two_dates_of_a_park_the_later_one_counts() -> None:
    first = entry(PILOT)
    later = as_of(first, "2099-01-01", "later.xlsx")
    (table,) = summary(later, first).tables
    assert [bool(row.note) for row in table.rows] == [False, True]
    assert table.counted == "1 of 2 rows are counted."
    assert [row.file for row, _ in table.matrix] == ["later.xlsx"]
    assert [[row.file for row in dated] for dated in table.trends] == [[PILOT.name, "later.xlsx"]]
    view = summary(later, first)
    page = summary_page(view)
    matrix, _, below = page.partition("Parks with several dates")
    assert (PILOT.name in matrix, PILOT.name in below) == (False, True)
    said = cells_of(view, "Dates")
    assert said.index(PILOT.name) < said.index("later.xlsx")
    assert PILOT.name not in cells_of(view, "Summary")


def test_two_workbooks_of_an_earlier_day_leave_the_later_one_counted() -> None:
    first, other = entry(PILOT), entry(PILOT, "again.xlsx")
    (table,) = summary(first, as_of(first, "2099-01-01", "later.xlsx"), other).tables
    assert [bool(row.note) for row in table.rows] == [True, False, True]
    assert len(table.twins) == 1
    assert len(table.trends[0]) == 3


def test_a_park_is_known_by_its_name_however_it_is_written() -> None:
    assert folded("KCN  Hoà-Khánh") == folded("kcn hòa khánh") == "kcn hoa khanh"
    assert folded("Đình Vũ") == "dinh vu"
    one = named(entry(PILOT), "KCN Hoà Khánh", "a.xlsx")
    other = named(one, "KCN Hòa khánh", "b.xlsx")
    moved = replace(other, row=replace(other.row, place="Elsewhere"))
    assert summary(one, moved).tables[0].counted == "0 of 2 rows are counted."
    unnamed = [named(one, "", name) for name in ("a.xlsx", "b.xlsx")]
    assert summary(*unnamed).tables[0].counted == "2 of 2 rows are counted."


def test_a_park_is_the_same_in_both_languages() -> None:
    vi, en = (of(assess(PILOT), "a.xlsx", language) for language in ("vi", "en"))
    assert vi.row.park != en.row.park
    assert vi.row.name == en.row.name == "KCN Hòa Khánh"


def test_what_is_missing_most_comes_first_with_whom_to_ask() -> None:
    one = entry(PILOT)
    other = replace(named(one, "Another", "b.xlsx"), lacks=one.lacks[1:])
    view = summary(one, other)
    (table,) = view.tables
    assert [lack.parks for lack in table.lacks] == [2] * (len(one.lacks) - 1) + [1]
    assert (table.lacks[-1].what, table.lacks[-1].who) == (one.lacks[0].what, one.lacks[0].who)
    assert len(set(one.lacks)) == len(one.lacks)
    assert any(lack.who for lack in table.lacks)
    said = cells_of(view, "Missing data")
    assert {lack.what for lack in table.lacks} <= set(said)
    assert table.lacks[0].what in summary_page(view)


def test_parks_are_counted_by_province_as_it_is_written() -> None:
    one = entry(PILOT)
    rows = [
        replace(e, row=replace(e.row, place=place))
        for e, place in (
            (one, "Đà Nẵng"),
            (named(one, "B", "b.xlsx"), "DA NANG"),
            (named(one, "C", "c.xlsx"), ""),
        )
    ]
    view = summary(*rows)
    (table,) = view.tables
    told = [(province.name, province.parks) for province in table.provinces]
    assert told == [("Đà Nẵng", 2), ("Province not stated", 1)]
    assert "Đà Nẵng 2 · Province not stated 1" in summary_page(view)
    assert any("Đà Nẵng 2 · Province not stated 1" in said for said in cells_of(view, "Summary"))


def test_an_entry_survives_the_ledger() -> None:
    one = entry(SAMPLE)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Entry) == one


def test_nothing_of_an_enterprise_reaches_the_public_page() -> None:
    done = assess(SAMPLE)
    told = published(done, Edition(languages=("en",), public=True))
    view = summary(of(told, "park.xlsx"))
    page = summary_page(view)
    assert told.assessments[0].problems == ()
    all_told = summary(of(done, "park.xlsx", full=True))
    for secret in ("Data problems", "Money saved"):
        assert secret in summary_page(all_told)
        assert secret not in page  # withheld, not none
        assert secret not in summary_page(summary(entry(SAMPLE)))
    assert "For publication: " in page
    page += "\n".join(str(cell.value) for cell in all_cells(view))
    register = done.record.tables["enterprises"]
    secrets = {
        str(register.value(field, index))
        for field in ("enterprise_name", "tax_code")
        for index in range(len(register.rows))
    }
    assert len(secrets) > len(register.rows)
    assert [secret for secret in secrets if secret in page] == []


def test_the_commonest_gaps_come_first_with_whom_to_ask() -> None:
    one = entry(SAMPLE)
    other = replace(named(one, "Another", "b.xlsx"), open=one.open[:1])
    (table,) = summary(one, other).tables
    assert {gap.missed + gap.undecided for gap in table.gaps} == {1, 2}
    told = next(gap for gap in table.gaps if gap.title == one.open[0].title)
    assert (told.missed, told.undecided) == ((2, 0) if one.open[0].is_missed else (0, 2))
    order = [(gap.missed, gap.undecided) for gap in table.gaps]
    assert order == sorted(order, reverse=True)
    assert any("developer" in gap.who for gap in table.gaps)
    book = load_workbook(BytesIO(summary_bytes(summary(one, other))))
    rows = list(book["Gaps"].iter_rows(min_row=2, values_only=True))
    assert [row[2:4] for row in rows] == order


def test_only_parks_that_are_counted_add_to_the_savings() -> None:
    one = entry(SAMPLE)
    assert one.savings is not None
    more = replace(one.savings, measured=one.savings.measured + 1)  # the same would count once
    other = replace(named(one, "KCN khác", "other.xlsx"), savings=more)
    earlier = replace(other, row=replace(other.row, day="2019-01-01", file="earlier.xlsx"))
    both, twice = summary(one, other), summary(one, other, earlier)
    assert both.tables[0].savings == twice.tables[0].savings
    assert both.tables[0].savings != summary(one).tables[0].savings
    page = summary_page(both)
    sheet = load_workbook(BytesIO(summary_bytes(both)))["Savings"]
    assert both.tables[0].savings_notes[0] in page
    assert both.tables[0].savings_notes[0] in [cell.value for cell in sheet["A"]]
    for total in both.tables[0].savings:
        assert total.amount in page
        (cell,) = (cell for cell in sheet["B"] if cell.value == float(total.figure))
        assert cell.number_format == "#,##0"
        assert total.unit in [cell.value for cell in sheet["C"]]


def test_a_summary_speaks_both_languages_on_one_page_and_in_one_workbook() -> None:
    done = assess(SAMPLE)
    rows = [of(done, "a.xlsx", "vi"), of(done, "a.xlsx", "en")]
    views_ = [summary_view(rows, [], language) for language in ("vi", "en")]
    assert [len(view.tables[0].rows) for view in views_] == [1, 1]
    page = summary_page(*views_)
    for view in views_:
        assert f'<article lang="{view.language}" id="{view.language}">' in page
        assert f'href="#{view.language}"' in page
        assert page.count(view.title) == 1 + (view is views_[0])  # the first one names the page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    single = summary_page(views_[0])
    assert 'id="parks-1"' in single
    assert "English" not in single
    sheets = load_workbook(BytesIO(summary_bytes(*views_))).sheetnames
    assert {"Tổng hợp", "Summary", "Tiết kiệm", "Savings"} <= set(sheets)


def test_a_park_of_the_workbook_leads_to_its_report() -> None:
    one = entry(SAMPLE)
    one = replace(one, row=replace(one.row, report="Khánh Phú/a b.html"))
    before = replace(one, row=replace(one.row, report="c.html", day="2019-01-01"))
    book = load_workbook(BytesIO(summary_bytes(summary(one, before))))
    for name, expected in (
        ("Summary", ["Kh%C3%A1nh%20Ph%C3%BA/a%20b.html"]),
        ("Dates", ["c.html", "Kh%C3%A1nh%20Ph%C3%BA/a%20b.html"]),
    ):
        links = [cell.hyperlink.target for cell in book[name]["A"] if cell.hyperlink]
        assert links == expected


def test_many_rows_hold_the_words_that_they_share_once() -> None:
    words: dict[object, object] = {}
    given = [of(assess(PILOT), name) for name in ("a.xlsx", "b.xlsx")]
    read = [msgspec.json.decode(msgspec.json.encode(one), type=Entry) for one in given]
    first, other = (shared(one, words) for one in read)
    assert [first, other] == given
    for name in ("key", "clauses", "open", "lacks"):
        assert getattr(first, name) is getattr(other, name)
        assert getattr(read[0], name) is not getattr(read[1], name)
    assert first.row.outcomes is other.row.outcomes
