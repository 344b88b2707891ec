"""The tables of the cards and lists are sorted and searched as the register is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from browser_pages import Open, views_of
from msgspec.structs import replace
from report_dictionary import dictionary
from reporting_helper import assessment

from eipcheck.model.place import Cell
from eipcheck.model.record import Observation
from eipcheck.reporting.html import render_html
from eipcheck.reporting.view import report_view
from eipcheck.resources import data_folder

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LONG = """(() => {
  const long = [...document.querySelectorAll('.card table.stack')]
    .find((table) => table.tBodies[0].rows.length > 5);
  for (let e = long; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
  long.id = 'long';
})()"""


def long_table(page: Page) -> Locator:
    """Open the first long table within a card."""
    page.evaluate(LONG)
    return page.locator("#long")


def shown(table: Locator) -> list[str]:
    """Give the heads of the rows that are seen."""
    return table.locator("tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize("width", [320, 1440])
def test_a_table_in_a_card_is_sorted_by_keyboard(open_page: Open, width: int) -> None:
    page = open_page("park-vi", width=width)
    table = long_table(page)
    before = shown(table)
    button = table.locator("thead button").first
    assert button.is_visible()
    button.press("Enter")
    up = shown(table)
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    button.press("Space")
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    down = shown(table)
    assert sorted(up) == sorted(down) == sorted(before)
    assert down != up


def test_a_table_in_a_card_is_searched_without_marks(open_page: Open) -> None:
    page = open_page("park-vi")
    table = long_table(page)
    rows = table.locator("tbody tr")
    count = rows.count()
    cell = rows.nth(1).locator("td").last.inner_text().removeprefix("▸").strip()
    form = page.locator(".search", has=page.locator("input")).filter(visible=True).first
    form.get_by_label("Tìm").focus()
    plain = page.evaluate(
        "t => t.normalize('NFD').replace(/\\p{M}/gu, '').replace(/đ/gi, 'd')", cell
    )
    page.keyboard.type(plain)
    left = shown(table)
    assert rows.nth(1).locator("th").inner_text() in left
    assert 0 < len(left) < count
    assert form.locator("output").inner_text() == f"Đang hiện {len(left)} trong {count} dòng"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    assert len(shown(table)) == count


NUMBERS = {
    "vi": ["1.234,5", "", "999", "đất", "9,6 %", "≥ 10", "an"],
    "en": ["1,234.5", "", "999", "đất", "9.6%", "≥ 10", "an"],
}
ALONE = """texts => {
  const article = document.querySelector('article');
  const rows = texts.map((text) => `<tr><th>${text}</th></tr>`).join('');
  const table = `<thead><tr><th>Head</th></tr></thead><tbody>${rows}</tbody>`;
  const search = article.querySelector('template');
  article.innerHTML = `<div class="wide"><table class="stack">${table}</table></div>`;
  article.append(search);
  const again = document.createElement('script');
  again.textContent = document.querySelector('script').textContent;
  document.body.append(again);
}"""


@pytest.mark.parametrize("language", NUMBERS)
def test_numbers_are_sorted_by_size_and_blanks_stand_last(open_page: Open, language: str) -> None:
    page = open_page(f"made-{language}")
    texts = NUMBERS[language]
    thousands, blank, hundreds, land, share, bound, word = texts
    page.evaluate(ALONE, texts)
    button, table = page.locator("thead button"), page.locator("table")
    button.click()
    assert shown(table) == [share, hundreds, thousands, bound, word, land, blank]
    button.click()
    assert shown(table) == [land, word, bound, thousands, hundreds, share, blank]


TOLD = [
    (date(2021, 12, 31), None, 2021),
    (date(2020, 1, 2), date(2020, 11, 5), None),
    (date(2022, 3, 1), date(2020, 2, 28), None),
    (date(2019, 11, 30), date(2021, 3, 1), None),
]
"""Answers that are days, and the day or the year that each is of."""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_days_are_sorted_by_date_and_years_among_them(open_page: Open, language: str) -> None:
    known = assessment()
    first, *others = known.findings
    told = tuple(
        Observation(
            field="registration_date", value=value, as_of=as_of, year=year, cell=Cell("KCN", row, 4)
        )
        for row, (value, as_of, year) in enumerate(TOLD, 2)
    )
    dated = replace(known, findings=(replace(first, observations=told), *others))
    page = open_page(f"made-{language}")
    view = report_view(dated, dictionary(), language)
    page.set_content(render_html(view, data_folder("templates")))
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    (card,) = (c for c in view.requirements if len(c.numbers) == len(TOLD))
    table = page.locator(f"[id='{card.id}'] table.stack.sorts")
    values, years = ([n.value for n in card.numbers], [n.year for n in card.numbers])
    for column, order in ((1, (3, 1, 0, 2)), (2, (2, 1, 0, 3))):
        written = [(values, years)[column - 1][i] for i in order]
        in_column = table.locator(f"tbody tr > :nth-child({column + 1})")
        button = table.locator("thead button").nth(column)
        button.click()
        assert in_column.all_inner_texts() == written
        button.click()
        assert in_column.all_inner_texts() == written[::-1]


def test_short_tables_are_not_searched(open_page: Open) -> None:
    page = open_page("park-en")
    (view,) = views_of("park-en")
    assert any(0 < len(card.numbers) < 6 for card in view.requirements)
    searched = page.evaluate(
        "[...document.querySelectorAll('.search + .wide table')]"
        ".map((t) => t.tBodies[0].rows.length)"
    )
    assert searched
    assert min(searched) > 5
    assert page.locator("table.stack:not(.sorts)").evaluate_all(
        "tables => tables.every((t) => t.tBodies[0].rows.length < 2)"
    )
