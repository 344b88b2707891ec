"""A printed page loses nothing: with and without script, in the language that was chosen."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pytest
from browser_pages import Open, said_by, views_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from eipcheck.reporting.view_types import ReportView


def squeezed(text: str) -> str:
    """Give a text without its spaces: lines break anywhere."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def printed(page: Page) -> tuple[str, list[str]]:
    """Print a page; give its text, and that of each sheet in landscape: the register is."""
    from pypdf import PdfReader  # noqa: PLC0415 - absent, tests skip

    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [squeezed(sheet.extract_text()) for sheet in reader.pages]
    wide = [t for t, s in zip(texts, reader.pages, strict=True) if s.mediabox[2] > s.mediabox[3]]
    return "".join(texts), wide


def lost(view: ReportView, text: str) -> list[str]:
    """Give what should stand in a text and does not."""
    return sorted({s for s in said_by(view) if squeezed(s) not in text})


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["park-vi", "many-vi"])
def test_every_finding_and_row_is_printed(open_page: Open, name: str, *, script: bool) -> None:
    text, _ = printed(open_page(name, script=script))
    (view,) = views_of(name)
    assert lost(view, text) == []


@pytest.mark.parametrize("script", [True, False])
def test_folded_requirements_are_printed_in_the_summary_and_as_cards(
    open_page: Open, *, script: bool
) -> None:
    text, _ = printed(open_page("many-vi", script=script))
    (view,) = views_of("many-vi")
    for card in view.requirements:
        line = squeezed(f"{card.code} {card.title} {card.declared.icon} {card.declared.word}")
        assert line in text, card.id


def test_what_was_filtered_on_the_screen_is_printed(open_page: Open) -> None:
    page = open_page("made-en")
    page.locator(".register [type=search]").fill("nobody")
    assert page.locator(".rows tbody tr:visible").count() == 0
    (view,) = views_of("made-en")
    assert lost(view, printed(page)[0]) == []


def test_what_was_filtered_in_a_list_is_printed(open_page: Open) -> None:
    page = open_page("park-en")
    page.locator("#evidence .search input").fill("nobody")
    assert page.locator("#evidence tbody tr:visible").count() == 0
    (view,) = views_of("park-en")
    assert lost(view, printed(page)[0]) == []


def test_the_chosen_language_is_printed(open_page: Open) -> None:
    page = open_page("made-both")
    vi, en = views_of("made-both")
    both = printed(page)[0]
    assert lost(vi, both) + lost(en, both) == []
    page.get_by_label("English").check()
    text = printed(page)[0]
    assert lost(en, text) == []
    assert squeezed(vi.disclaimer) not in text


def test_table_heads_are_repeated(open_page: Open) -> None:
    page = open_page("park-en")
    (view,) = views_of("park-en")
    assert view.register is not None
    codes = {row.code for row in view.register.rows}
    _, last = view.register.columns[-1]
    with_rows = [t for t in printed(page)[1] if sum(code in t for code in codes) > 4]
    assert len(with_rows) > 5
    assert all(squeezed(last) in sheet for sheet in with_rows)
