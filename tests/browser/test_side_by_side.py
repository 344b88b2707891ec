"""Both languages on one page: part by part, side by side or one below the other."""

from __future__ import annotations

import pytest
from browser_pages import Open

TOPS = """['vi', 'en'].map((lang) => [...document.querySelectorAll(`section[id^=${lang}-]`)]
  .flatMap((section) => [section, ...section.querySelectorAll(':scope > h3, :scope > .card')])
  .map((part) => Math.round(part.getBoundingClientRect().top)))"""
"""How far down each part of each language begins, told at one moment."""


@pytest.mark.parametrize("name", ["made-both", "park-both"])
@pytest.mark.parametrize("width", [1200, 1920])
def test_parts_stand_beside_their_twins(open_page: Open, name: str, width: int) -> None:
    page = open_page(name, width=width)
    left, right = (page.locator(f"#{spoken}-work").bounding_box() for spoken in ("vi", "en"))
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] < right["x"]
    for step in ("closed", "opened"):
        if step == "opened":
            page.locator("main [lang=en] .card > summary").nth(1).click()
            page.locator("main [lang=vi] .card[open]").wait_for()
        vi, en = page.evaluate(TOPS)
        assert len(vi) > 15
        assert vi == en, step


def test_a_card_opens_and_closes_in_both_languages(open_page: Open) -> None:
    page = open_page("made-both")
    vi, en = (page.locator(f"main [lang={spoken}] .card").first for spoken in ("vi", "en"))
    vi.locator("summary").first.press("Enter")
    en.locator("dl").first.wait_for(state="visible")
    en.locator("summary").first.press("Enter")
    vi.locator("dl").first.wait_for(state="hidden")
    page.get_by_label("English").check()
    en.locator("summary").first.press("Enter")
    en.locator("dl").first.wait_for(state="visible")
    assert vi.get_attribute("open") is None


@pytest.mark.parametrize("width", [320, 1100])
def test_parts_follow_one_another_where_there_is_no_room(open_page: Open, width: int) -> None:
    page = open_page("made-both", width=width)
    sections = page.locator("section[id]")
    named = [str(section.get_attribute("id")) for section in sections.all()]
    assert named[:4] == ["vi-work", "en-work", "vi-requirements", "en-requirements"]
    seen = sections.evaluate_all("all => all.map((e) => e.getBoundingClientRect().top)")
    assert seen == sorted(set(seen))


def test_the_keyboard_goes_down_the_page(open_page: Open) -> None:
    page = open_page("made-both", width=800)
    page.locator("#vi-evidence th a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('section').id") == "en-evidence"


def test_on_paper_one_report_follows_the_other(open_page: Open) -> None:
    page = open_page("made-both")
    order = "[...document.querySelectorAll('section[id]')].map((e) => e.id.slice(0, 2))"
    assert page.evaluate(order)[:4] == ["vi", "en", "vi", "en"]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    apart = page.evaluate(order)
    assert apart == sorted(apart, reverse=True)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(order)[:4] == ["vi", "en", "vi", "en"]
