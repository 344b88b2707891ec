"""The summary of a batch: the gravest verdict of each clause, and text that stays text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from command_line import PILOT, SAMPLE
from msgspec.structs import replace
from openpyxl import load_workbook
from workbook_helper import fact, saved

from eipcheck.model.place import Cell, FilePlace
from eipcheck.model.problem import Problem
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.reports import views
from eipcheck.reporting.summary import (
    Entry,
    SummaryView,
    failure,
    summary_entry,
    summary_view,
)
from eipcheck.reporting.summary_html import render_summary
from eipcheck.reporting.summary_xlsx import summary_bytes
from eipcheck.resources import data_folder


def entry(park: Path, name: str = "") -> Entry:
    """Give the row of a park."""
    view = views(assess(park), "en", rows=False)[0]
    return summary_entry(view, name or park.name, f"{park.stem}.html")


def summary(*entries: Entry) -> SummaryView:
    """Give a summary with one failure."""
    problem = Problem("O105", FilePlace("=bad.xlsx"))
    return summary_view(entries, [failure("=bad.xlsx", [problem], "en")], "en")


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


def test_a_failure_says_how_to_mend_it() -> None:
    told = failure("a.xlsx", [Problem("O105", Cell("Land", 7, 4))], "en").lines[0]
    assert told.startswith("O105 Land!D7: ")
    assert "make the folder first" in told
    assert "report it" in failure("a.xlsx", (), "en").lines[0]


def test_the_workbook_holds_no_formula(tmp_path: Path) -> None:
    park = saved(tmp_path, fact("park_name", "=HYPERLINK(1)"))
    view = summary(entry(park, "=park.xlsx"))
    book = load_workbook(BytesIO(summary_bytes(view)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=park.xlsx" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_a_summary_of_failures_alone_can_be_written() -> None:
    view = summary()
    assert load_workbook(BytesIO(summary_bytes(view))).sheetnames == ["Could not be assessed"]
    assert "=bad.xlsx" in render_summary(view, data_folder("templates"))


def test_the_page_escapes_what_the_workbook_says(tmp_path: Path) -> None:
    park = saved(tmp_path, fact("park_name", "<script>alert(1)</script>"))
    page = render_summary(summary(entry(park)), data_folder("templates"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert 'content="default-src &#39;none&#39;; style-src &#39;sha256-' in page


def as_of(given: Entry, day: str, file: str) -> Entry:
    """Give the row of another workbook of the same park."""
    return replace(given, row=replace(given.row, day=day, date=day, file=file))


def test_parks_judged_otherwise_stand_in_another_table() -> None:
    one = entry(SAMPLE)
    view = views(assess(SAMPLE, Request(readings={"Q3": "all_licensed"})), "en", rows=False)[0]
    other = summary_entry(view, "other.xlsx", "other.html")
    published = entry(PILOT)  # published figures only, beside made-up ones
    tables = summary(one, other, published).tables
    assert [len(table.rows) for table in tables] == [1, 1, 1]
    assert "Q3: " in tables[1].edition
    assert all("vn-82-2018 1.0.0 · sha256 " in table.edition for table in tables)


def test_two_workbooks_of_a_park_on_one_day_are_told_and_neither_is_counted() -> None:
    first, other = entry(PILOT), entry(PILOT, "again.xlsx")
    (table,) = summary(first, other).tables
    assert ["again.xlsx" in table.rows[0].note, PILOT.name in table.rows[1].note] == [True, True]
    assert (table.gaps, table.counted) == ((), "0 of 2 rows are counted.")
    view = summary(first, other)
    assert table.rows[0].note in render_summary(view, data_folder("templates"))
    book = load_workbook(BytesIO(summary_bytes(view)))
    assert any(table.rows[0].note in row for row in book["Summary"].iter_rows(values_only=True))


def test_of_two_dates_of_a_park_the_later_one_counts() -> None:
    first = entry(PILOT)
    later = as_of(first, "2099-01-01", "later.xlsx")
    (table,) = summary(later, first).tables
    assert [bool(row.note) for row in table.rows] == [False, True]
    assert table.counted == "1 of 2 rows are counted."


def test_the_commonest_gaps_come_first_with_whom_to_ask() -> None:
    one = entry(SAMPLE)
    other = replace(one, row=replace(one.row, park="Another", file="b.xlsx"), open=one.open[:1])
    (table,) = summary(one, other).tables
    assert {gap.missed + gap.undecided for gap in table.gaps} == {1, 2}
    first = next(gap for gap in table.gaps if gap.title == one.open[0].title)
    assert (first.missed, first.undecided) == ((2, 0) if one.open[0].is_missed else (0, 2))
    order = [(gap.missed, gap.undecided) for gap in table.gaps]
    assert order == sorted(order, reverse=True)
    assert any("developer" in gap.who for gap in table.gaps)
    book = load_workbook(BytesIO(summary_bytes(summary(one, other))))
    rows = list(book["Gaps"].iter_rows(min_row=2, values_only=True))
    assert [row[2:4] for row in rows] == order
