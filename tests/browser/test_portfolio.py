"""The page of many parks is sorted and searched by keyboard, and fits a phone and a sheet."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from browser_pages import Open

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def first_table(page: Page) -> Locator:
    """Give the rows of the first table."""
    return page.locator(".parks").first


def test_parks_are_sorted_by_keyboard(open_page: Open) -> None:
    page = open_page("summary-vi")
    table = page.locator(".gaps").first
    before = table.locator("tbody tr").all_inner_texts()
    button = table.locator("thead button").first
    button.press("Enter")
    up = table.locator("tbody tr").all_inner_texts()
    button.press("Enter")
    down = table.locator("tbody tr").all_inner_texts()
    assert sorted(up) == sorted(before)
    assert up == down[::-1] != before


def test_gaps_are_searched_without_marks(open_page: Open) -> None:
    page = open_page("summary-vi")
    section = page.locator("section:has(.gaps)").last
    rows = section.locator(".gaps tbody tr:visible")
    title = rows.last.locator("th").inner_text()
    marks = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    section.locator("input").last.fill("".join(c for c in marks if not unicodedata.combining(c)))
    assert rows.locator("th").all_inner_texts() == [title]


@pytest.mark.parametrize("name", ["summary-vi", "summary-en"])
def test_a_phone_scrolls_tables_and_not_the_page(open_page: Open, name: str) -> None:
    page = open_page(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert first_table(page).is_visible()
