"""The text of page one of a report, as its reader sees it before scrolling or turning a page.

Where a page ends depends on the fonts of the machine, in HTML and Word. So page one is given twice:
what stands on it with whatever fonts, and what may.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from office import printed
from openpyxl import load_workbook
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Page: TypeAlias = tuple[str, str]
"""The text that surely stands on page one, and all that may."""

SCREEN = (1440, 900)
LINES = 40
_EDGE = 60
"""Pixels by which other fonts may move a line at the end of the first screen."""
_LAST_LINES = 300
"""Characters that other fonts may move over the end of a printed page."""
_SEEN = """height => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [], range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    const places = [...range.getClientRects()];
    if (places.length && places.every(p => p.bottom <= height && p.width > 1))
      seen.push(texts.currentNode.data);
  }
  return seen.join(" ");
}"""


def first_screens(browser: Browser, files: Sequence[Path]) -> dict[Path, Page]:
    """Give what of each HTML file is wholly seen before scrolling."""
    width, height = SCREEN
    page = browser.new_page(viewport={"width": width, "height": height})
    seen = {}
    for file in files:
        page.goto(file.as_uri())
        sure, perhaps = (page.evaluate(_SEEN, height + by) for by in (-_EDGE, _EDGE))
        seen[file] = (sure, perhaps)
    page.close()
    return seen


def printed_words(files: Sequence[Path], folder: Path) -> dict[Path, Page]:
    """Give the first page of each Word file, as LibreOffice prints it into ``folder``."""
    return {file: begins(reader) for file, reader in printed(files, folder).items()}


def begins(reader: PdfReader) -> Page:
    """Give the first page of a printed file."""
    first, second = (page.extract_text() for page in reader.pages[:2])
    return first[:-_LAST_LINES], first + second[:_LAST_LINES]


def first_page(file: Path) -> Page:
    """Give the first page of a PDF, which brings its fonts."""
    text = PdfReader(file).pages[0].extract_text()
    return text, text


def first_sheet(file: Path) -> Page:
    """Give the first sheet of a workbook."""
    rows = load_workbook(file).worksheets[0].iter_rows(values_only=True)
    text = "\n".join(str(value) for row in rows for value in row if value is not None)
    return text, text


def first_lines(file: Path) -> Page:
    """Give the first lines of a text; blank ones do not count."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    text = "\n".join(lines[:LINES])
    return text, text
