"""The page in a real browser: accessible, without overflow, in one language or two."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from browser_pages import Open, Scheme, said_by, views_of
from msgspec.structs import replace

from eipcheck.reporting.html import render_html
from eipcheck.resources import data_folder

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from eipcheck.reporting.view_types import ReportView

HEIGHT = 900
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
STICKING_OUT = """() => {
  const scrolls = (e) => e.closest('.wide, .unseen, .skip, .stack thead, svg');
  const sticksOut = (e) => {
    const { width, left, right } = e.getBoundingClientRect();
    return width && (right > innerWidth + 0.5 || left < -0.5);
  };
  return [...document.body.querySelectorAll('*')]
    .filter((e) => (!scrolls(e) || e.matches('.wide, svg')) && sticksOut(e))
    .map((e) => e.outerHTML.slice(0, 120));
}"""


def violations(page: Page) -> list[str]:
    """Give what axe-core finds in a page."""
    axe = import_module("axe_playwright_python.sync_playwright")  # absent: the test was skipped

    run_only = {"type": "tag", "values": STANDARDS}
    # Left out of its tags by default, though part of WCAG 2.2 AA.
    rules = {"target-size": {"enabled": True}}
    options = {"runOnly": run_only, "rules": rules, "resultTypes": ["violations"]}
    found = axe.Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {node['html'][:200]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Open, page_name: str, scheme: Scheme) -> None:
    page = open_page(page_name, scheme=scheme)
    page.evaluate(OPEN_ALL)
    assert violations(page) == []


def test_axe_finds_nothing_on_a_phone(open_page: Open) -> None:
    page = open_page("made-both", width=320)
    page.evaluate(OPEN_ALL)
    assert violations(page) == []


@pytest.mark.parametrize("name", ["park-vi", "many-vi"])
def test_axe_finds_nothing_in_the_page_of_a_whole_park(open_page: Open, name: str) -> None:
    assert violations(open_page(name)) == []


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["summary-vi", "summary-en"])
def test_axe_finds_nothing_in_the_summary_of_a_batch(
    open_page: Open, name: str, width: int, scheme: Scheme
) -> None:
    page = open_page(name, width=width, scheme=scheme)
    assert page.locator(".parks:not(.gaps) tbody tr").count() == 2
    assert page.locator(".failed li").count() == 1
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("name", ["made-both", "park-both", "many-both", "summary-vi"])
def test_nothing_overflows(open_page: Open, name: str, width: int) -> None:
    page = open_page(name, width=width)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("name", ["park-vi", "park-en"])
def test_what_matters_most_stands_above_the_fold(open_page: Open, name: str) -> None:
    page = open_page(name)
    (view,) = views_of(name)
    whom = {party.id: party.label for party in view.work}
    first = view.first[0]
    for place, texts in {
        "header": (view.head.law_status, *view.warnings, view.head.date.value),
        ".outcome": (view.answers[0].sentence, view.declared.floor, view.evidenced.floor),
        ".todos": (first.text, first.cells, whom[first.who]),
        ".overview": [card.title for card in view.requirements],
        ".top": (view.versions[1].value, view.versions[1].note, view.head.sha256),
    }.items():
        for text in texts:
            box = page.locator(place).get_by_text(text).first.bounding_box()
            assert box is not None, text
            assert box["y"] + box["height"] < HEIGHT, text
    assert page.locator(".runs .bar").count() == 2
    assert page.get_by_role("img", name=view.declared.coverage).count() == 1
    assert page.locator(".outcome .todos > li").count() >= 3


def test_each_requirement_has_its_line_with_its_clause_and_both_verdicts(open_page: Open) -> None:
    page = open_page("made-en")
    (view,) = views_of("made-en")
    cards = [(clause.label, card) for clause in view.clauses for card in clause.criteria]
    lines = page.locator(".overview tbody tr").all()
    for line, (label, card) in zip(lines, cards, strict=True):
        assert line.locator("a").get_attribute("href") == f"#{card.id}"
        clause, *told = (cell.inner_text().split("\n") for cell in line.locator("td").all())
        marks = [[m.icon, m.word] for m in (card.declared, card.evidenced)]
        assert (clause, told) == ([label], marks if card.differs else marks[:1])
        reaches = line.locator("td").nth(1).get_attribute("colspan")
        assert reaches == (None if card.differs else "2")
        reading = [f.word for f in card.flags if f.key == "depends_on_reading"]
        assert line.locator("small").all_inner_texts() == reading
    assert any(card.differs for _, card in cards)


@pytest.mark.parametrize("width", [320, 1440])
def test_the_bar_of_the_answers_given_ends_with_its_part(open_page: Open, width: int) -> None:
    page = open_page("many-vi", width=width)
    right = "e => e.getBoundingClientRect().right"
    part, bar = (page.locator(place).evaluate(right) for place in (".coverage", ".coverage .bar"))
    assert bar <= part


@pytest.mark.parametrize("script", [True, False])
def test_many_requirements_are_folded_into_their_clauses(open_page: Open, *, script: bool) -> None:
    page = open_page("many-vi", script=script)
    (view,) = views_of("many-vi")
    box = page.locator(".top").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < HEIGHT
    folds = page.locator(".folded > details").all()
    for fold, clause in zip(folds, view.clauses, strict=True):
        told = fold.locator("summary").inner_text()
        assert clause.label in told
        assert all(tally.text in told for tally in (*clause.declared, *clause.evidenced))
        links = fold.locator("a")
        assert not links.first.is_visible()
        fold.locator("summary").press("Enter")
        assert links.count() == len(clause.criteria)
        assert links.first.is_visible()


def test_a_clause_tells_both_runs_where_they_differ(open_page: Open) -> None:
    page = open_page("made-en")
    (view,) = views_of("made-en")
    page.set_content(render_html(_longer(view), data_folder("templates")))
    differing = [c for c in view.clauses if c.declared != c.evidenced]
    assert 0 < len(differing) < len(view.clauses)
    for clause in view.clauses:
        told = page.locator(".folded summary", has_text=clause.title).first.inner_text()
        runs = (view.declared.label, view.evidenced.label)
        assert [f"{run}:" in told for run in runs] == [clause in differing] * 2
        assert all(tally.text in told for tally in (*clause.declared, *clause.evidenced))


def _longer(view: ReportView) -> ReportView:
    """Repeat the clauses of a report, with other ids, so that they are many."""
    clauses = tuple(
        replace(k, criteria=tuple(replace(c, id=f"{c.id}-{n}") for c in k.criteria))
        for n in range(25)
        for k in view.clauses
    )
    return replace(view, clauses=clauses)


def test_a_link_to_a_card_opens_it(open_page: Open) -> None:
    page = open_page("made-both", width=800)
    link = page.locator("#en-evidence table a").first
    card = page.locator(str(link.get_attribute("href")))
    assert card.get_attribute("open") is None
    link.click()
    assert card.get_attribute("open") is not None


def test_the_language_is_chosen_by_keyboard(open_page: Open) -> None:
    page = open_page("made-both")
    vi, en = (page.locator(f"main [lang={spoken}] h1") for spoken in ("vi", "en"))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    assert (vi.is_visible(), en.is_visible()) == (False, True)
    assert page.locator("html").get_attribute("lang") == "en"
    page.keyboard.press("ArrowUp")
    assert (vi.is_visible(), en.is_visible()) == (True, False)
    assert page.locator("html").get_attribute("lang") == "vi"
    page.keyboard.press("ArrowUp")
    assert (vi.is_visible(), en.is_visible()) == (True, True)


def test_focus_is_seen(open_page: Open) -> None:
    page = open_page("made-en")
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "(e => [getComputedStyle(e).outlineStyle, parseFloat(getComputedStyle(e).outlineWidth)"
            ", e.getBoundingClientRect().top >= 0])(document.activeElement)"
        )
        assert shown == ["solid", 3, True]


def test_without_script_everything_is_there(open_page: Open) -> None:
    page = open_page("made-both", script=False)
    for view in views_of("made-both"):
        text = "".join(
            (page.locator(f"article[lang={view.language}]").text_content() or "").split()
        )
        assert [s for s in said_by(view) if "".join(s.split()) not in text] == []
    assert page.locator("form:visible, #languages:visible").count() == 0
    vi, en = (page.locator(f"article[lang={v}]").bounding_box() for v in ("vi", "en"))
    assert vi is not None
    assert en is not None
    assert vi["y"] + vi["height"] <= en["y"]  # one after the other
    card = page.locator("article[lang=vi] details.card").first
    card.locator("summary").first.click()
    assert card.locator("dl").is_visible()
