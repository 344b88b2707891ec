"""The pages of ``docs`` that list the problem codes are those that the program makes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eipcheck.cli.app import main
from eipcheck.model.text import Language
from eipcheck.reporting.codes import catalogue_page, code_words, codes_of
from eipcheck.reporting.say import AREAS_OF_CODES

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[Language, str] = {"en": "problems.md", "vi": "problems.vi.md"}
AGAIN = f"EIPCHECK_UPDATE_GOLDEN=1 pytest tests/reporting/{Path(__file__).name}"


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_up_to_date(language: Language) -> None:
    path = DOCS / PAGES[language]
    page = catalogue_page(language)
    if os.environ.get("EIPCHECK_UPDATE_GOLDEN") == "1":
        path.write_text(page, encoding="utf-8", newline="\n")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    assert page == kept, f"docs/{path.name} is out of date; write it anew: {AGAIN}"


@pytest.mark.parametrize("language", PAGES)
def test_the_program_prints_the_page(
    language: Language, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["explain", "codes", "--lang", language]) == 0
    assert capfdbinary.readouterr().out.decode() == catalogue_page(language)


def test_the_page_has_a_section_for_each_code_by_letter() -> None:
    headings = [line for line in catalogue_page("en").splitlines() if line.startswith("##")]
    expected: list[str] = []
    for letter in AREAS_OF_CODES:
        codes = codes_of(letter)
        assert codes
        expected += [f"## {letter}", *(f"### {code}" for code in codes)]
    assert [heading.partition(":")[0] for heading in headings] == expected


def test_a_section_says_all_parts_of_its_code() -> None:
    section = catalogue_page("en").partition("### W304\n")[2].partition("###")[0]
    labels = [line.partition(":**")[0] for line in section.splitlines() if line]
    assert labels == ["- **What", "- **Why", "- **How to mend", "- **Example"]
    assert "“…” may mean … or …." in section
    assert "{" not in section


def test_markup_in_a_message_shows_as_it_is_written() -> None:
    words = code_words("W113", "en")
    assert words is not None
    assert "<!DOCTYPE" in words.example
    assert "&lt;!DOCTYPE" in catalogue_page("en")
    assert "<!DOCTYPE" not in catalogue_page("en")


def test_what_is_no_code_has_no_words() -> None:
    assert code_words("W998", "en") is None
    assert code_words("codes", "en") is None
    assert code_words("X101", "en") is None
