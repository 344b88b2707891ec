"""The register behind the shares: searched, filtered and sorted by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_pages import Open, views_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOCUSED = "document.activeElement"
TABS = 200


def tab_to(page: Page, condition: str) -> None:
    """Press Tab until the focused element fulfils a condition on ``e``."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => {condition})({FOCUSED})"):
            return
    message = f"no Tab leads to {condition}"
    raise AssertionError(message)


def names(page: Page) -> list[str]:
    """Give the names in the rows shown."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.rows tbody tr:not([hidden]) th')]"
        ".map(e => e.firstChild.textContent.trim())"
    )
    return found


def test_it_is_searched_without_marks(open_page: Open) -> None:
    page = open_page("made-vi")
    tab_to(page, "e.type === 'search'")
    page.keyboard.type("go sau")
    assert names(page) == ["Công ty Gỗ Sáu"]
    assert page.locator(".register output").inner_text() == "Đang hiện 1 trong 8 dòng"
    page.keyboard.press("Control+A")
    page.keyboard.type("DET")
    assert names(page) == ["Công ty Dệt Một"]
    page.keyboard.press("Control+A")
    page.keyboard.type("0300000016")
    assert names(page) == ["Công ty Nhựa Ba"]


def test_d_with_a_bar_is_found_by_d(open_page: Open) -> None:
    page = open_page("park-vi")
    for typed in ("dinh 009", "ĐỊNH 009"):
        page.locator(".register [type=search]").fill(typed)
        assert names(page) == ["Doanh nghiệp giả định 009"]


def test_it_is_filtered_by_requirement_and_result(open_page: Open) -> None:
    page = open_page("park-en", width=1000)
    (view,) = views_of("park-en")
    assert view.register is not None
    tab_to(page, "e.name === 'column'")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    _, title = view.register.columns[1]
    heads = page.locator(".rows thead th:visible button")
    assert heads.all_inner_texts() == ["Name", "Cell", title]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    word = page.evaluate(f"{FOCUSED}.value")
    wanted = [r.name for r in view.register.rows if f"{r.marks[1].icon} {r.marks[1].word}" == word]
    assert 0 < len(wanted) < len(view.register.rows)
    assert names(page) == wanted
    shown = page.locator(".register output").inner_text()
    assert shown == f"{len(wanted)} of {len(view.register.rows)} rows shown"


def test_it_is_sorted_by_every_column(open_page: Open) -> None:
    page = open_page("made-vi")
    heads = page.locator(".rows thead th")
    tab_to(page, "e.name === 'answer'")
    for index in range(heads.count()):
        tab_to(page, "e.matches('th button')")
        in_column = page.locator(f".rows tbody tr > :nth-child({index + 1})")
        page.keyboard.press("Enter")
        assert heads.nth(index).get_attribute("aria-sort") == "ascending"
        up = in_column.all_inner_texts()
        page.keyboard.press("Space")
        assert heads.nth(index).get_attribute("aria-sort") == "descending"
        down = in_column.all_inner_texts()
        assert (sorted(up), up != down) == (sorted(down), True)
        assert page.locator(".rows [aria-sort]").count() == 1


def test_names_are_sorted_as_vietnamese_sorts_them(open_page: Open) -> None:
    page = open_page("made-vi")
    page.locator(".rows th button").first.click()
    order = (
        "Da Năm",
        "Dệt Một",
        "Giấy Bốn",
        "Gỗ Sáu",
        "Kính Tám",
        "Nhựa Ba",
        "Sơn Bảy",
        "Thép Hai",
    )
    assert names(page) == [f"Công ty {name}" for name in order]


def test_a_share_leads_to_its_own_column(open_page: Open) -> None:
    page = open_page("park-vi")
    card = page.locator("details.card:has(a[data-shows])").first
    card.locator("summary").first.click()
    card.locator("a[data-shows]").click()
    assert page.locator(".rows thead th:visible").count() == 3
    assert page.evaluate("location.hash") == "#register"
    chosen = page.evaluate("document.querySelector('[name=column]').selectedOptions[0].dataset.of")
    assert chosen == card.get_attribute("id")
