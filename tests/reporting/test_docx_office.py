"""LibreOffice opens the Word document and prints all of it.

Where LibreOffice is missing these tests are left out on a developer's machine, and fail in CI.
"""

from __future__ import annotations

import office
import pytest
from page_one_questions import PAGE_ONE
from page_one_text import begins
from pypdf import PdfReader
from word_document import analysis, document, gap, own_figures

from eipcheck.model.text import LANGUAGES, Language

A4 = (595, 842)
OF_EACH_REQUIREMENT = {"B3", "B4", "B5", "C4"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """Print both kinds of document in both languages."""
    folder = tmp_path_factory.mktemp("office")
    files = []
    for language in LANGUAGES:
        for kind, content in (("own", document(language)), ("gap", analysis(language))):
            files.append(folder / f"{kind}.{language}.docx")
            files[-1].write_bytes(content)
    return {file.stem: reader for file, reader in office.printed(files, folder).items()}


def _letters(text: str) -> str:
    """Reduce a text to its plain letters and digits.

    A font without Vietnamese has its marked letters printed in another, out of their order.
    """
    return "".join(c for c in text if c.isascii() and c.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["own", "gap"])
def test_every_criterion_is_printed(
    language: Language, kind: str, printed: dict[str, PdfReader]
) -> None:
    view = own_figures(language) if kind == "own" else gap(language)
    whole = "".join(page.extract_text() for page in printed[f"{kind}.{language}"].pages)
    text = _letters(whole)
    for c in (*view.requirements, *view.each, *view.advisories):
        for words in (c.title, c.requirement, c.declared.word, c.observed, c.computed):
            assert _letters(words) in text, (c.id, words)
    for annex in view.dossier.annexes:
        assert _letters(annex.label) in text
    assert "{" not in whole
    assert view.head.sha256 in text


@pytest.mark.parametrize("kind", ["own", "gap"])
def test_pages_are_a4_upright_then_turned(kind: str, printed: dict[str, PdfReader]) -> None:
    sizes = [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in printed[f"{kind}.vi"].pages
    ]
    turned = sizes.index(A4[::-1])
    assert set(sizes[:turned]) == {A4}
    assert set(sizes[turned:]) == {A4[::-1]}


def test_the_first_page_has_no_number_and_the_second_has_its_own(
    printed: dict[str, PdfReader],
) -> None:
    first, second, *_ = printed["own.vi"].pages
    assert not first.extract_text().lstrip().startswith("1")
    assert second.extract_text().lstrip().startswith("2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_of_a_dossier_tells_all_but_each_requirement(
    language: Language, printed: dict[str, PdfReader]
) -> None:
    """The head of an official document leaves no room for a line each: they follow."""
    page = _letters(begins(printed[f"own.{language}"])[1])
    view = own_figures(language)
    for name in PAGE_ONE.keys() - OF_EACH_REQUIREMENT:
        for words in PAGE_ONE[name](view):
            assert all(_letters(text) in page for text in words), (name, words)
