"""The report as a PDF: the same bytes each time, its fonts inside, and text that stays text."""

from __future__ import annotations

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from command_line import SAMPLE
from msgspec.structs import replace
from pypdf import PdfReader

from eipcheck.cli.app import main
from eipcheck.model.problem import OutputError
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import assess
from eipcheck.pipeline.reports import views
from eipcheck.reporting.pdf import render_pdf
from eipcheck.reporting.view_types import ReportView
from eipcheck.resources import data_folder

HOSTILE = (
    '#sys.version $x^2$ *b* _i_ `c` <label> @ref \\ // comment /* x */ #[a] #include "x"',
    "= heading",
    "- item",
    '"}], "view": {}}',
)


@cache
def view(language: Language) -> ReportView:
    return views(assess(SAMPLE), language)[0]


@cache
def pages(language: Language) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(view(language), data_folder("templates"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_a4_with_their_fonts_inside(language: Language) -> None:
    reader = pages(language)
    sizes = {tuple(sorted(round(float(n)) for n in page.mediabox[2:])) for page in reader.pages}
    assert sizes == {(595, 842)}
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[index]
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font.get_object()) for font in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_language_and_title_are_told_to_readers(language: Language) -> None:
    reader = pages(language)
    assert reader.metadata is not None
    assert reader.metadata.title == view(language).head.title
    assert reader.trailer["/Root"]["/Lang"] == language  # type: ignore[index]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_and_sign_has_its_shape(language: Language) -> None:
    text = "\n".join(page.extract_text() for page in pages(language).pages)
    assert "\x00" not in text
    assert "\N{REPLACEMENT CHARACTER}" not in text


def test_the_disclaimer_stands_on_every_page() -> None:
    start = view("en").disclaimer[:40]
    assert all(start in " ".join(p.extract_text().split()) for p in pages("en").pages)


def test_the_same_view_gives_the_same_bytes() -> None:
    first, second = (render_pdf(view("vi"), data_folder("templates")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_workbook_says_is_never_markup(text: str) -> None:
    seen = view("en")
    told = replace(seen, head=replace(seen.head, park=text))
    made = PdfReader(BytesIO(render_pdf(told, data_folder("templates"))))
    shown = "".join(made.pages[0].extract_text().split())
    assert "".join(text.split()) in shown


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(OutputError) as error:
        render_pdf(view("vi"), data_folder("templates"))
    assert [p.code for p in error.value.problems] == ["O130"]
    arguments = ["assess", str(SAMPLE), f"--report=pdf:{tmp_path / 'p.pdf'}", "--lang=en"]
    assert main([*arguments, f"--report=json:{tmp_path / 'p.json'}"]) == 6
    assert "pip install 'eipcheck[pdf]'" in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []
