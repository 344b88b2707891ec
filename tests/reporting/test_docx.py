"""The Word document is laid out by Decree 30/2020/NĐ-CP, Annex I, and says what the report says."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from command_line import PILOT, SAMPLE
from docx import Document
from docx.section import Section
from msgspec.structs import replace
from word_document import (
    DAY,
    LAW,
    REPEALED,
    TEMPLATE,
    Element,
    W,
    all_text,
    analysis,
    assessed,
    document,
    gap,
    own_figures,
    parts,
    texts,
    view_of,
    xml,
)

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Request, assess
from eipcheck.reporting.docx import render_docx
from eipcheck.reporting.say import say
from eipcheck.reporting.view_dossier import is_explanation
from eipcheck.reporting.view_types import ReportView

BLANK = re.compile(r"\[CẦN BỔ SUNG: [^]]+\]|\[TO BE COMPLETED: [^]]+\]")
MM = 1440 / 25.4
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def made(language: Language, kind: str) -> bytes:
    return document(language) if kind == "explanation" else analysis(language)


@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_pages_are_a4_with_the_margins_of_the_decree(kind: str) -> None:
    sections = [_lengths(s) for s in Document(BytesIO(made("vi", kind))).sections]
    first, *annexes = sections
    assert first[:2] == (210, 297)
    assert len(annexes) == len((own_figures() if kind == "explanation" else gap()).dossier.annexes)
    for page in annexes:
        assert page[:2] == (297, 210)
    for _, _, top, bottom, left, right in sections:
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20


def _lengths(page: Section) -> tuple[int, ...]:
    """Give width, height and margins of a page in millimetres."""
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    lengths = (page.page_width, page.page_height, *margins)
    return tuple(0 if length is None else round(length.mm) for length in lengths)


def test_letters_are_times_new_roman_in_every_script() -> None:
    styles = xml(document(), "word/styles.xml")
    fonts = styles.findall(f".//{W}rFonts")
    assert len(fonts) == 1
    assert {fonts[0].get(f"{W}{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }
    assert xml(document()).findall(f".//{W}rFonts") == []


def test_the_sizes_are_those_of_the_decree() -> None:
    points = {
        style.get(f"{W}styleId"): int(size.get(f"{W}val")) / 2
        for style in xml(document(), "word/styles.xml").iter(f"{W}style")
        if (size := style.find(f"{W}rPr/{W}sz")) is not None
    }
    default = xml(document(), "word/styles.xml").find(f"{W}docDefaults//{W}sz")
    assert 13 <= int(default.get(f"{W}val")) / 2 <= 14
    for style in ("Title", "About", "Heading1", "Heading2", "Motto", "Day", "Sign", "Page"):
        assert 13 <= points[style] <= 14, style
    assert 12 <= points["Block"] <= 13
    assert (points["RecipientsHead"], points["Recipients"]) == (12, 11)


@pytest.mark.parametrize(("language", "code"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_the_language_is_told(language: Language, code: str) -> None:
    lang = xml(document(language), "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert lang.get(f"{W}val") == code


def test_page_numbers_stand_in_the_top_margin_but_on_no_first_page() -> None:
    tree = xml(document())
    for page in tree.iter(f"{W}sectPr"):
        assert page.find(f"{W}titlePg") is not None
        assert page.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert page.find(f"{W}footerReference") is None
    number = xml(document(), "word/header1.xml")
    assert [field.text for field in number.iter(f"{W}instrText")] == ["PAGE"]
    assert number.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") == "Page"
    assert list(xml(document(), "word/header2.xml").iter(f"{W}instrText")) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_headings_are_numbered_in_order(language: Language, kind: str) -> None:
    found = [text.split("\n")[0] for text in texts(made(language, kind), "Heading1")]
    parts_of_it = [say(language, "dossier.part", number=n) for n in ROMAN]
    annexes = [say(language, "dossier.annex", number=n) for n in ROMAN]
    count = 5 if kind == "explanation" else 4
    assert found == parts_of_it[:count] + annexes[: len(found) - count]
    assert len(found) >= count + 5


@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_every_table_of_the_annexes_repeats_its_head_and_breaks_no_row(kind: str) -> None:
    tree = xml(made("vi", kind))
    gridded = [t for t in tree.iter(f"{W}tbl") if _style(t) == "Grid"]
    without = [t for t in gridded if t.find(f"{W}tr/{W}trPr/{W}tblHeader") is None]
    assert len(gridded) >= 6
    assert len(without) == 1  # versions: a list of pairs without a head
    for row in tree.iter(f"{W}tr"):
        assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_every_table_has_as_many_columns_as_its_rows_and_fits_the_page() -> None:
    for table in xml(document()).iter(f"{W}tbl"):
        grid = [int(c.get(f"{W}w")) for c in table.find(f"{W}tblGrid")]
        assert sum(grid) <= round((297 - 30 - 15) * MM) + len(grid)
        for row in table.findall(f"{W}tr"):
            spans = [c.find(f"{W}tcPr/{W}gridSpan") for c in row.findall(f"{W}tc")]
            assert sum(1 if s is None else int(s.get(f"{W}val")) for s in spans) == len(grid)


@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_every_cell_ends_with_a_paragraph(kind: str) -> None:
    for cell in xml(made("vi", kind)).iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_has_the_frame_of_an_official_document(language: Language) -> None:
    text = all_text(document(language))
    for key in ("nation", "motto", "draft", "recipients", "title.explanation"):
        assert say(language, f"dossier.{key}") in text
    letter = own_figures(language).dossier.letter
    assert letter is not None
    for words in (letter.issuer, letter.number, letter.addressee, letter.position, letter.signer):
        assert words in text
    assert letter.issuer == "Công ty hạ tầng giả định"
    assert "41" in own_figures(language).dossier.purpose[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_said_is_a_blank_and_every_blank_is_listed(language: Language) -> None:
    lines = texts(document(language))
    start = lines.index(say(language, "dossier.blanks"))
    listed = [b for line in lines[start:] for b in BLANK.findall(line)]
    used = [b for line in lines[:start] for b in BLANK.findall(line)]
    assert sorted(listed) == sorted(set(used))
    assert len(listed) == 10
    for letter in ("signer", "number", "day", "addressee", "pledge"):
        what = say(language, f"dossier.blank.{letter}")
        assert say(language, "dossier.blank", what=what) in listed


def test_an_unknown_sender_is_a_blank() -> None:
    found = assessed()
    park = {k: o for k, o in found.assessments[0].park.items() if k != "developer_name"}
    letter = view_of(found, park=park).dossier.letter
    assert letter is not None
    assert letter.issuer == letter.blanks[0]
    assert BLANK.fullmatch(letter.issuer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_analysis_has_no_addressee_no_signature_and_no_blank(language: Language) -> None:
    text = all_text(analysis(language))
    assert say(language, "dossier.title.gap") in text
    for key in ("nation", "motto", "draft", "recipients", "blanks", "pledge", "annex.appraisal"):
        assert say(language, f"dossier.{key}") not in text
    assert say(language, "dossier.addressee", addressee="") not in text
    assert BLANK.findall(text) == []
    assert say(language, "dossier.analysis") in _headers(analysis(language))


def _headers(content: bytes) -> str:
    found = (xml(content, f"word/header{n}.xml").itertext() for n in (1, 2))
    return " ".join(text for each in found for text in each)


def _kind(view: ReportView) -> str:
    return view.dossier.kind


def test_only_the_law_in_force_with_figures_of_the_park_makes_a_dossier() -> None:
    assert _kind(own_figures()) == "explanation"
    assert _kind(view_of(assessed(SAMPLE, REPEALED))) == "gap"
    assert _kind(view_of(assessed(SAMPLE, LAW, date(2020, 11, 20)))) == "gap"  # not yet in force
    assert _kind(view_of(assessed(SAMPLE, "vn-05-2025-indicators"))) == "gap"  # asks no question
    assert _kind(view_of(assessed(PILOT, LAW))) == "gap"  # what others published of a park
    assert _kind(view_of(assessed(), hypothetical=("unverified",))) == "gap"
    assert _kind(view_of(assessed(), public=True)) == "gap"


def test_a_set_without_the_certificate_of_a_park_makes_no_dossier() -> None:
    found = assessed().assessments[0]
    assert is_explanation(found)
    others = tuple(q for q in found.criteria.questions if q.id != "park-certificate")
    without = replace(found, criteria=replace(found.criteria, questions=others))
    assert not is_explanation(without)


def test_an_illustration_says_so_on_every_page() -> None:
    view = view_of(assessed(SAMPLE, LAW))
    assert _kind(view) == "explanation"
    headers = _headers(render_docx(view, TEMPLATE))
    assert headers.count(say("vi", "dossier.illustration")) == 2
    assert _headers(document()).split() == ["PAGE", "2"]  # the number, and no mark


def test_the_part_of_the_dossier_is_told_only_of_a_set_of_which_it_is_known() -> None:
    found = assessed()
    criteria = replace(found.assessments[0].criteria, id="another")
    assert "41" not in view_of(found, criteria=criteria).dossier.purpose[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_no_template_language_is_left(language: Language, kind: str) -> None:
    for name, data in parts(made(language, kind)).items():
        assert not re.search(rb"\{[{%#]|[}%#]\}", data), name
        assert b"Undefined" not in data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_every_criterion_stands_with_all_that_is_said_of_it(language: Language, kind: str) -> None:
    view = own_figures(language) if kind == "explanation" else gap(language)
    text = all_text(made(language, kind))
    for answer in view.answers:
        assert answer.sentence in text
    for c in (*view.requirements, *view.each, *view.advisories):
        said = (c.title, c.requirement, c.observed, c.target, c.gap, c.gap_evidenced, c.computed)
        marks = (c.declared.word, c.evidenced.word, c.evidence_expected, c.source.text, c.remedy)
        numbers = [x for n in c.numbers for x in (n.label, n.value, n.cell, n.source, n.note)]
        steps = [x for s in c.steps for x in (s.text, s.cells)]
        documents = [x for e in c.evidence for x in (e.document, e.state, e.cell)]
        for words in (*said, *marks, *numbers, *steps, *documents):
            assert words in text, (c.id, words)
    for party in view.work:
        for todo in party.todos:
            assert todo.text in text
            assert todo.cells in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["explanation", "gap"])
def test_the_summary_comes_before_the_long_parts(language: Language, kind: str) -> None:
    view = own_figures(language) if kind == "explanation" else gap(language)
    text = all_text(made(language, kind))
    start = text[: text.index(say(language, "dossier.park"))]
    for todo in view.first:
        assert f"{todo.mark.icon} {todo.text}\n{todo.party}\n{todo.cells}" in start
    for c in view.requirements:
        assert c.title in start
        assert f"{c.declared.icon} {c.declared.word}" in start
    for made_from in (v for v in view.versions if v.note):
        assert f"{made_from.label}\n{made_from.value}; {made_from.note}" in start
    opening = view.dossier.purpose[0]
    assert (opening in start) == (kind == "explanation")  # a letter opens with what it is
    assert text.count(opening) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_that_the_evidence_changes_is_told_beside_it(language: Language) -> None:
    view = view_of(assessed(SAMPLE, REPEALED), language)
    text = all_text(render_docx(view, TEMPLATE))
    start = text[: text.index(say(language, "dossier.park"))]
    proof = say(language, "run.evidenced")
    differing = [c for c in view.requirements if c.differs]
    assert differing
    for c in view.requirements:
        line = (
            f"{c.declared.icon} {c.declared.word}\n{proof}: {c.evidenced.icon} {c.evidenced.word}"
        )
        flags = "".join(f" ({f.word})" for f in c.flags if f.key == "depends_on_reading")
        assert (f"{c.title}{flags}\n{line}" in start) == (c in differing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_framework_shows_its_codes_and_why_it_is_hypothetical(language: Language) -> None:
    request = Request(criteria=("eip-framework-1.0",), as_of=DAY, allow_unverified=True)
    view = view_of(assess(SAMPLE, request), language)
    text = all_text(render_docx(view, TEMPLATE))
    start = text[: text.index(say(language, "dossier.park"))]
    assert say(language, "dossier.head.code") in start
    assert say(language, "dossier.head.basis") not in start.splitlines()
    assert all(f"\n{c.code}\n{c.title}" in start for c in view.requirements)
    assert view.head.stamp_reasons
    assert f"{view.head.stamp}: {'; '.join(view.head.stamp_reasons)}." in start


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_behind_the_result_follows_in_annexes(language: Language) -> None:
    view = own_figures(language)
    text = all_text(document(language))
    assert view.register is not None
    for row in view.register.rows:
        assert all(words in text for words in (row.name, row.code, row.cell, *row.whys))
    for c in view.requirements:
        for counted in c.rows.rows if c.rows and not c.rows.in_register else ():
            assert all(words in text for words in (counted.cell, *counted.why))
    for p in view.problems:
        assert all(words in text for words in (p.code, p.what, p.fix, p.place))
    for r in view.readings:
        assert all(words in text for words in (r.id, r.question, r.chosen, *r.effects))
    assert all(goal.title in text for goal in view.goals)
    assert all(v.value in text and v.note in text for v in view.versions)
    assert view.head.sha256 in text
    assert view.disclaimer in text


def test_the_table_of_the_board_leaves_its_remarks_empty() -> None:
    head = say("vi", "dossier.head.remarks")
    (table,) = (t for t in xml(document()).iter(f"{W}tbl") if head in "".join(t.itertext()))
    rows = [r for r in table.findall(f"{W}tr") if len(r.findall(f"{W}tc")) == 7][1:]
    view = own_figures()
    assert len(rows) == sum(len(group.criteria) for group in view.dossier.groups)
    assert {"".join(row.findall(f"{W}tc")[-1].itertext()).strip() for row in rows} == {""}


def test_the_same_report_gives_the_same_bytes_without_a_clock() -> None:
    again = render_docx(own_figures(), TEMPLATE)
    assert again == document()
    core = parts(again)["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == [f"{DAY.isoformat()}T00:00:00Z"] * 2


def _style(table: Element) -> str:
    found = table.find(f"{W}tblPr/{W}tblStyle")
    return str(found.get(f"{W}val"))
