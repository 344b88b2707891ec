"""The page of many parks: sorted, filtered and searched by keyboard, on a phone and on paper."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_pages import LANGUAGES_OF, Open, Scheme, html_of, views_of
from msgspec.structs import replace
from summary_pages import summary_page

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem
from eipcheck.reporting.summary import failure, summary_entry, summary_view
from eipcheck.reporting.summary_known import Known
from eipcheck.reporting.summary_savings import Saving, Savings
from eipcheck.reporting.summary_types import Entry, Lack, SummaryView
from eipcheck.reporting.view_types import ReportView

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TWINS, EARLIER = "twin.xlsx", "earlier.xlsx"
LACKS = tuple(Lack(f"Dữ liệu {n}", "Ban quản lý KCN") for n in range(7))
PLACES = {
    "Amata": "Đồng Nai",
    "Đình Vũ": "Hải Phòng",
    "Khánh Phú": "Ninh Bình",
    "Gián Khẩu": "Ninh Bình",
    "Hiệp Phước": "TP. Hồ Chí Minh",
    "Hòa Khánh": "Đà Nẵng",
    "Phú Mỹ 3": "",
}
"""Parks of the page ``parks-*`` with their provinces."""


def parks(name: str) -> str:
    """Render a page of seven parks, in one language or both."""
    told = [told_in(view) for view in views_of(name.replace("parks", "made"))]
    return summary_page(*told)


def told_in(view: ReportView) -> SummaryView:
    """Tell of seven parks, one of them with an earlier day, one with two workbooks."""
    made = []
    for n, (park, place) in enumerate(PLACES.items()):
        known = Known(park, LACKS, saved(n))
        made.append(renamed(summary_entry(view, f"{n}.xlsx", f"{n}.html", known), park, place, n))
    first, second = made[0].row, made[1].row
    earlier = replace(first, file=EARLIER, day="2001-01-31", date="31/01/2001")
    made += [replace(made[0], row=earlier), replace(made[1], row=replace(second, file=TWINS))]
    problem = Problem("O105", FilePlace("bad.xlsx"))
    failed = failure("bad.xlsx", [problem], view.language, full=True)
    return summary_view(made, [failed], view.language)


def saved(n: int) -> Savings:
    """Give what a park saves."""
    amounts = (Saving("Điện tiết kiệm", "kWh/năm", Decimal(1000 + n), 1),)
    return Savings(measured=2, unmeasured=1, others=n, is_complete=False, amounts=amounts)


def renamed(entry: Entry, park: str, place: str, n: int) -> Entry:
    """Give the row of another park, with other verdicts."""
    turn = n % len(entry.row.clauses)
    clauses = (*entry.row.clauses[turn:], *entry.row.clauses[:turn])
    row = replace(entry.row, park=park, place=place, problems=n * 3, clauses=clauses)
    return replace(entry, row=row)


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[str], Path]:
    """Give the file of a page; ``parks-*`` are those of this module."""

    def file_of(name: str) -> Path:
        file = tmp_path / f"{name}.html"
        html = parks(name) if name.startswith("parks") else html_of(name)
        file.write_text(html, encoding="utf-8")
        return file

    return file_of


def matrix(page: Page) -> Locator:
    """Give the names of the parks that are shown."""
    return page.locator(".matrix tbody tr:visible th a")


def without_marks(text: str) -> str:
    """Give a text as someone types it who has no Vietnamese keyboard."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def head(page: Page, column: int) -> Locator:
    """Give the button that sorts the matrix by a column."""
    return page.locator(".matrix thead button").nth(column)


def test_parks_are_sorted_by_keyboard(open_page: Open) -> None:
    page = open_page("parks-vi")
    assert head(page, 0).inner_text() == "Khu công nghiệp"
    head(page, 0).press("Enter")
    up = matrix(page).all_inner_texts()
    assert up.index("Amata") < up.index("Đình Vũ") < up.index("Gián Khẩu") < up.index("Phú Mỹ 3")
    head(page, 0).press("Enter")
    assert matrix(page).all_inner_texts()[0] == "Phú Mỹ 3"


def test_figures_are_sorted_as_figures(open_page: Open) -> None:
    page = open_page("parks-en")
    button = page.locator(".matrix thead button").last
    button.press("Enter")
    button.press("Enter")
    found = page.locator(".matrix tbody tr td:last-child").all_inner_texts()
    assert [int(text) for text in found] == sorted(map(int, found), reverse=True)
    assert found[0] == "18"


def test_verdicts_are_sorted_the_gravest_first(open_page: Open) -> None:
    page = open_page("parks-en")
    cells = page.locator(".matrix tbody tr td.of-clause:nth-of-type(5)")
    page.locator(".matrix thead .of-clause button").first.press("Enter")
    words = list(dict.fromkeys(" ".join(text.split()) for text in cells.all_inner_texts()))
    (view,) = views_of("made-en")
    graver = {c.declared.key: f"{c.declared.icon} {c.declared.word}" for c in view.requirements}
    order = ("not_met", "undetermined", "needs_review", "met", "not_applicable")
    assert words == [graver[key] for key in order]


def test_parks_are_searched_without_marks(open_page: Open) -> None:
    page = open_page("parks-vi")
    page.locator("input").first.press_sequentially(without_marks("Gián Khẩu"))
    assert matrix(page).all_inner_texts() == ["Gián Khẩu"]
    assert page.locator("output").first.inner_text() == "Đang hiện 1 trong 8 dòng"


def test_parks_are_filtered_by_province_by_keyboard(open_page: Open) -> None:
    page = open_page("parks-vi")
    select = page.get_by_label("Tỉnh, thành phố")
    assert select.locator("option").all_inner_texts() == [
        *("Tất cả", "Đà Nẵng (1)", "Đồng Nai (1)", "Hải Phòng (0)", "Ninh Bình (2)"),
        *("TP. Hồ Chí Minh (1)", "Chưa ghi tỉnh, thành phố (1)"),
    ]
    page.locator("input").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Ninh")
    page.keyboard.press("Enter")
    assert matrix(page).all_inner_texts() == ["Khánh Phú", "Gián Khẩu"]
    select.select_option(label="Chưa ghi tỉnh, thành phố (1)")
    assert matrix(page).all_inner_texts() == ["Phú Mỹ 3"]


def test_two_workbooks_of_a_park_are_told_and_earlier_days_stand_below(open_page: Open) -> None:
    page = open_page("parks-en")
    told = page.locator(".told").inner_text()
    assert "2 workbooks say they are Đình Vũ" in told
    assert TWINS in told
    assert page.locator(".matrix .note").count() == 2
    assert EARLIER not in page.locator(".matrix").inner_text()
    dated = page.locator(".trends tbody tr").all_inner_texts()
    assert [EARLIER in text for text in dated] == [True, False]
    assert "6 of 9 rows are counted." in page.locator("main").inner_text()


@pytest.mark.parametrize("name", ["parks-both", "parks-en", "summary-vi", "summary-en"])
def test_nothing_sticks_out_on_a_phone(open_page: Open, name: str) -> None:
    page = open_page(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    wide = "[...document.querySelectorAll('.wide')].map(e => e.scrollWidth - e.clientWidth)"
    assert set(page.evaluate(wide)) == {0}
    assert matrix(page).first.is_visible()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("parks-both", 320, "light"),
        ("parks-vi", 1440, "dark"),
        ("parks-both", 1440, "light"),
    ],
)
def test_axe_finds_nothing(open_page: Open, name: str, width: int, scheme: Scheme) -> None:
    page = open_page(name, width=width, scheme=scheme)
    axe = import_module("axe_playwright_python.sync_playwright")  # absent: the test was skipped
    run_only = {"type": "tag", "values": STANDARDS}
    options = {"runOnly": run_only, "rules": {"target-size": {"enabled": True}}}
    found = axe.Axe().run(page, options=options).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found] == []


@pytest.mark.parametrize("script", [True, False])
def test_everything_is_printed_on_landscape_sheets(open_page: Open, *, script: bool) -> None:
    from pypdf import PdfReader  # noqa: PLC0415 - absent, tests skip

    page = open_page("parks-vi", script=script)
    if script:
        page.locator("input").first.fill("nobody")
        assert matrix(page).count() == 0
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(sheet.mediabox[2] > sheet.mediabox[3] for sheet in reader.pages)
    text = "".join("".join(sheet.extract_text().split()) for sheet in reader.pages)
    text = unicodedata.normalize("NFKC", text)
    heads = page.locator(".matrix thead th .on-paper, .matrix thead th").all_text_contents()
    for said in (*PLACES, *filter(None, PLACES.values()), TWINS, EARLIER, "bad.xlsx"):
        assert "".join(said.split()) in text
    (view,) = views_of("made-vi")
    assert len(heads) >= len(view.clauses)
    for clause in view.clauses:
        assert "".join(clause.label.split()) in text


def test_each_language_is_reached_and_searched_by_itself(open_page: Open) -> None:
    page = open_page("parks-both")
    vi, en = (page.locator(f"article[lang={spoken}]") for spoken in ("vi", "en"))
    assert en.locator("h1").bounding_box() != vi.locator("h1").bounding_box()
    page.get_by_role("link", name="English").press("Enter")
    page.wait_for_function("document.querySelector('#en').getBoundingClientRect().top < 90")
    en.get_by_label("Province").select_option(label="Ninh Bình (2)")
    assert en.locator(".matrix tbody tr:visible").count() == 2
    assert en.locator("output").first.inner_text() == "2 of 8 rows shown"
    assert vi.locator(".matrix tbody tr:visible").count() == 8
    vi.locator("input").first.fill("gian khau")
    assert vi.locator(".matrix tbody tr:visible").count() == 1
    assert en.locator(".matrix tbody tr:visible").count() == 2


def test_both_languages_are_printed_without_the_way_between_them(open_page: Open) -> None:
    page = open_page("parks-both")
    page.emulate_media(media="print")
    assert page.locator(".tongues").is_hidden()
    for spoken in ("vi", "en"):
        assert page.locator(f"article[lang={spoken}] .savings").is_visible()


def test_without_script_all_is_there(open_page: Open) -> None:
    page = open_page("parks-vi", script=False)
    assert matrix(page).count() == 8
    assert page.locator("select:visible, input:visible, button:visible").count() == 0
    assert "Ninh Bình 2" in page.locator("main").inner_text()


@pytest.mark.parametrize("name", [f"parks-{spoken}" for spoken in ("vi", "en")])
def test_each_park_leads_to_its_report(open_page: Open, name: str) -> None:
    assert LANGUAGES_OF[name.removeprefix("parks-")] == (name.removeprefix("parks-"),)
    links = open_page(name).locator(".matrix tbody a").all()
    assert [link.get_attribute("href") for link in links][:2] == ["0.html", "1.html"]
