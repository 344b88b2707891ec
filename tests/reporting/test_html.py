"""The HTML report is one file that needs nothing else and lets no data become markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from shutil import copy

import pytest
from golden_helper import check_golden
from jinja2 import UndefinedError
from report_criteria import criteria_set
from report_dictionary import dictionary
from reporting_helper import assessment, park

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.environment import environment
from eipcheck.reporting.html import render_html
from eipcheck.reporting.view import report_view
from eipcheck.resources import data_folder

TEMPLATES = data_folder("templates")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y> {{ 7*7 }} ${x}\x1b[31m"


def page(language: Language = "vi", **changes: object) -> str:
    """Render the assessment made by hand."""
    view = report_view(assessment(**changes), dictionary(), language)
    return render_html(view, TEMPLATES)


class Outline(HTMLParser):
    """Collects the tags of a page and notes those that are closed out of order."""

    VOID = ("meta", "input", "rect", "line", "link", "img", "br")

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.misnested: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)


def outline(html: str) -> Outline:
    """Parse a page."""
    parser = Outline()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_as_reviewed(language: Language) -> None:
    check_golden(f"report-{language}.html", page(language))


def both() -> str:
    """Render the assessment made by hand in both languages."""
    first, second = (report_view(assessment(), dictionary(), spoken) for spoken in LANGUAGES)
    return render_html(first, TEMPLATES, second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_well_formed_and_says_its_language(language: Language) -> None:
    seen = outline(page(language))
    assert (seen.misnested, seen.open) == ([], [])
    assert ("html", {"lang": language}) in seen.tags
    assert ("article", {"lang": language}) in seen.tags


def test_a_page_in_both_languages_holds_each_as_it_is_alone() -> None:
    html = both()
    seen = outline(html)
    assert (seen.misnested, seen.open) == ([], [])
    assert [a["lang"] for t, a in seen.tags if t == "article"] == list(LANGUAGES)
    for language in LANGUAGES:
        alone = page(language).split("<article")[1].split("</article>")[0]
        for attribute in ("id", "href"):
            sign = "#" if attribute == "href" else ""
            alone = alone.replace(f'{attribute}="{sign}', f'{attribute}="{sign}{language}-')
        assert alone.replace(f'href="#{language}-http', 'href="#http') in html


@pytest.mark.parametrize("html", [page(), both()], ids=["alone", "both"])
def test_ids_are_unique_and_inner_links_lead_somewhere(html: str) -> None:
    seen = outline(html)
    ids = [a["id"] for _, a in seen.tags if "id" in a]
    assert len(ids) == len(set(ids))
    hrefs = [a["href"] or "" for t, a in seen.tags if t == "a"]
    inner = {href[1:] for href in hrefs if href.startswith("#")}
    assert inner <= set(ids)


def test_the_page_loads_nothing() -> None:
    seen = outline(page())
    loading = {"src", "srcset", "data", "action", "formaction", "poster", "style"}
    assert [t for t, a in seen.tags if loading & a.keys()] == []
    assert not {t for t, _ in seen.tags} & {"link", "img", "iframe", "object", "embed", "base"}
    assert "url(http" not in page()
    assert "@import" not in page()


def test_only_web_addresses_are_links() -> None:
    hrefs = [a["href"] or "" for t, a in outline(page()).tags if t == "a"]
    assert all(h.startswith(("#", "https://", "http://")) for h in hrefs)


def test_the_policy_names_the_embedded_style_and_script_by_hash() -> None:
    html = page()
    for tag in ("style", "script"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert found is not None
        digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html


def test_hostile_text_stays_text() -> None:
    html = page(park=park(park_name=HOSTILE, province=HOSTILE), file=HOSTILE)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
    assert "\x1b" not in html


def test_every_status_has_a_word_beside_its_icon() -> None:
    html = page("en")
    for word in ("Met", "Not met", "Not enough data to tell", "Not applicable", "Reported"):
        assert f"</span> {word}</span>" in html


def test_drawings_say_in_words_what_they_show() -> None:
    seen = outline(page())
    drawings = [i for i, (t, a) in enumerate(seen.tags) if t == "svg" and a.get("role") == "img"]
    assert drawings
    assert all(seen.tags[i + 1][0] == "title" for i in drawings)


def test_tables_have_captions_and_scoped_headings() -> None:
    tags = outline(page()).tags
    tables = [i for i, (t, _) in enumerate(tags) if t == "table"]
    assert tables
    assert all(tags[i + 1][0] == "caption" for i in tables)
    assert all("scope" in a for t, a in tags if t == "th")


def test_unknown_names_in_a_template_are_errors() -> None:
    template = environment(TEMPLATES).from_string("{{ nonsense }}")
    with pytest.raises(UndefinedError):
        template.render()


@pytest.mark.parametrize(("language", "shown"), [("vi", "1.234,5"), ("en", "1,234.5")])
def test_the_foot_names_the_authority_and_how_numbers_are_written(
    language: Language, shown: str
) -> None:
    foot = page(language).split("<footer>")[1]
    assert {"vi": "Ủy ban nhân dân cấp tỉnh", "en": "provincial"}[language] in foot
    assert shown in foot
    assert page(language).count(shown) == 1


def test_a_copy_of_our_templates_renders_as_ones_own(tmp_path: Path) -> None:
    for name in ("report.html.j2", "article.html.j2", "macros.html.j2"):
        copy(TEMPLATES / name, tmp_path)
    view = report_view(assessment(), dictionary(), "vi")
    assert render_html(view, TEMPLATES, own=tmp_path / "report.html.j2") == page()


def test_an_enterprise_stands_in_one_table_only() -> None:
    assert page().count("0300000014") == 1


def test_a_set_without_questions_still_gives_a_page() -> None:
    html = page("en", outcomes=(), criteria=criteria_set(questions=()))
    assert "asks no overall question" in html


def test_a_park_without_findings_still_gives_a_page() -> None:
    html = page("en", findings=(), problems=(), park={})
    assert "Nothing is left to do" in html
    assert "Park without a name" in html


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[i] * 2 for i in range(3)] if len(digits) == 3 else re.findall("..", digits)
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_and_status_colours_contrast_with_the_paper_in_light_and_dark() -> None:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    schemes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+): (#\w+)", scheme))
        paper = _luminance(colours["paper"])
        for name in ("ink", "soft", "met", "partly", "missed", "open"):
            light, dark = sorted((paper, _luminance(colours[name])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, colours[name])
    assert len(schemes) == 3  # light, dark, print
