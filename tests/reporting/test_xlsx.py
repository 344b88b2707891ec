"""The report as a workbook: tables that people filter, sort and print, and never a formula."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from command_line import SAMPLE
from openpyxl import Workbook, load_workbook

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.reports import views
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import ReportView
from eipcheck.reporting.xlsx import render_xlsx

TABLES = ("page.requirements", "page.work", "page.register", "page.checklist", "page.problems")


@cache
def view(language: Language, name: str = "vn-82-2018") -> ReportView:
    return views(assess(SAMPLE, Request(criteria=(name,))), language)[0]


@cache
def book(language: Language, name: str = "vn-82-2018") -> Workbook:
    return load_workbook(BytesIO(render_xlsx(view(language, name))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_filters_panes_and_repeated_heads(language: Language) -> None:
    for key in TABLES:
        sheet = book(language)[say(language, key)]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        heads = [cell.value for cell in sheet[1]]
        assert all(heads)
        assert sheet.max_row > 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["vn-82-2018", "vn-35-2022"])
def test_each_criterion_has_its_line(language: Language, name: str) -> None:
    sheet = book(language, name)[say(language, "page.requirements")]
    lines = {row[1]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    seen = view(language, name)
    for card in (*seen.requirements, *seen.advisories, *seen.each):
        line = lines[card.title]
        assert line[2] == f"{card.declared.icon} {card.declared.word}"
        assert line[5] == (card.target or None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_to_be_asked_can_be_filtered(language: Language) -> None:
    sheet = book(language)[say(language, "page.work")]
    parties = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    for party in view(language).work:
        assert parties.count(party.label) == len(party.todos)


def test_nothing_is_a_formula() -> None:
    kinds = {c.data_type for s in book("vi").worksheets for row in s.iter_rows() for c in row}
    assert kinds == {"s", "n"}


def test_years_and_goals_are_numbers_that_sort() -> None:
    numbers = book("en")[say("en", "page.numbers")]
    years = [c.value for c in numbers["E"][1:]]
    assert 2019 in years
    assert "2019" not in years
    assert [c.value for c in book("en")[say("en", "sheet.goals")]["A"][1:]] == list(range(1, 18))


def test_the_same_view_gives_the_same_bytes() -> None:
    assert render_xlsx(view("vi")) == render_xlsx(view("vi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_sheets_are_whole(language: Language) -> None:
    assert not [s.title for s in book(language).worksheets if "…" in s.title]
