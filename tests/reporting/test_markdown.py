"""The Markdown report says the same and shows the text of the user as it was written."""

from __future__ import annotations

import pytest
from golden_helper import check_golden
from report_dictionary import dictionary
from reporting_helper import assessment, park

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.markdown import escape_markdown, render_markdown
from eipcheck.reporting.view import report_view
from eipcheck.resources import data_folder


def report(language: Language = "vi", **changes: object) -> str:
    """Render the assessment made by hand."""
    view = report_view(assessment(**changes), dictionary(), language)
    return render_markdown(view, data_folder("templates"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_as_reviewed(language: Language) -> None:
    check_golden(f"report-{language}.md", report(language))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("KCN Mẫu", "KCN Mẫu"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("1.234,5", "1.234,5"),
        ("2019", "2019"),
        ("a|b", "a\\|b"),
        ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
        ("[a](b)", "\\[a\\](b)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("R&D", "R&D"),
        ("\\", "\\\\"),
    ],
)
def test_markup_in_a_text_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_hostile_text_stays_text() -> None:
    evil = "# x\n| y | [z](javascript:1) <script>"
    text = report(park=park(park_name=evil))
    assert text.splitlines()[0] == (
        "# \\# x \\| y \\| \\[z\\](javascript:1) &lt;script&gt; · Hải Phòng"
    )
    assert "<script>" not in text


def test_every_table_row_has_as_many_cells_as_its_heading() -> None:
    width = 0
    for line in report(park=park(park_name="a|b")).splitlines():
        bars = line.replace("\\|", "").count("|")
        width = 0 if not line.startswith("|") else width or bars
        assert bars in (0, width)


def test_lines_carry_no_trailing_space_and_blanks_come_one_at_a_time() -> None:
    text = report()
    assert all(line == line.rstrip(" ") for line in text.splitlines())
    assert "\n\n\n" not in text
    assert text.endswith("\n")
