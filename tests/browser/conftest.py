"""Opens report pages in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_pages import LANGUAGES_OF, Open, Scheme, html_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEIGHT = 900


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give the file of a page, written once."""
    folder = tmp_path_factory.mktemp("pages")

    def file_of(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(html_of(name), encoding="utf-8")
        return file

    return file_of


@pytest.fixture
def open_page(browser: Browser, pages: Callable[[str], Path]) -> Iterator[Open]:
    """Open pages by name; in the end none may have complained or asked for anything."""
    contexts, complaints, requests = [], [], []

    def opened(
        name: str, *, width: int = 1440, scheme: Scheme = "light", script: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(pages(name).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert len(requests) == len(contexts), requests  # each page itself, and nothing else


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test that asks for a ``page_name`` on the pages in every language."""
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", [f"made-{spoken}" for spoken in LANGUAGES_OF])
