"""The register behind the shares tells of each enterprise how it counts, and why."""

from __future__ import annotations

from functools import cache

from browser_pages import views_of
from msgspec.structs import replace
from report_dictionary import dictionary
from reporting_helper import assessment, recp_finding

from eipcheck.model.assessment import Truth
from eipcheck.reporting.view import report_view
from eipcheck.reporting.view_parts import RegisterRow, RegisterView


@cache
def made() -> RegisterView:
    """Give the register of the assessment made by hand."""
    found = report_view(assessment(), dictionary(), "en").register
    assert found is not None
    return found


def row(name: str) -> RegisterRow:
    """Give the row of an enterprise."""
    return next(r for r in made().rows if r.name == name)


def test_every_enterprise_says_how_it_counts() -> None:
    words = {r.name: [m.word for m in r.marks] for r in made().rows}
    assert words["Công ty Dệt Một"] == ["qualifying"]
    assert words["Công ty Thép Hai"] == ["not qualifying"]
    assert words["Công ty Nhựa Ba"] == ["unknown"]
    assert words["Công ty Kính Tám"] == ["not counted"]
    assert len(words) == 8


def test_reasons_are_told_by_cell_and_the_legend_tells_what_was_asked() -> None:
    assert row("Công ty Thép Hai").whys[0].startswith("F15 ")
    assert row("Công ty Thép Hai").whys[0].endswith(" · H15 No")
    assert any(text.startswith("H ") for text in made().cited)
    assert len(made().cited) == 2


def test_an_answer_without_evidence_is_told() -> None:
    found = recp_finding()
    assert found.rows is not None
    first, *others = found.rows.rows
    rows = (replace(first, evidenced=Truth.UNKNOWN), *others)
    unproven = replace(found, rows=replace(found.rows, rows=rows))
    view = report_view(assessment(findings=(unproven,)), dictionary(), "en")
    assert view.register is not None
    told = [row.name for row in view.register.rows if "no evidence" in row.whys[0]]
    assert told == ["Công ty Dệt Một"]
    assert not any("no evidence" in row.whys[0] for row in made().rows)


def test_what_holds_of_a_whole_list_is_told_once() -> None:
    (view,) = views_of("park-vi")
    assert view.register is not None
    told = [text for text in view.register.cited if text.startswith("Cộng sinh!B4 ")]
    assert len(told) == 1
    assert not any("Cộng sinh!B4 " in why for r in view.register.rows for why in r.whys)


def test_a_question_asked_of_each_enterprise_is_answered_in_its_row() -> None:
    (view,) = views_of("park-en")
    assert view.register is not None
    (asked,) = view.enterprises
    ids = [anchor for anchor, _ in view.register.columns]
    assert ids[-3:] == [f"each-{asked.question}"] * 3
    rows = {r.name: r for r in view.register.rows}
    places = [ids.index(c.id) for c in asked.criteria]
    for answer in asked.rows:
        marks = rows[answer.name].marks
        assert marks[-3:] == (answer.declared, answer.evidenced, answer.now)
        assert tuple(marks[place] for place in places) == answer.marks


def test_a_count_of_enterprises_leads_to_the_register() -> None:
    (view,) = views_of("park-en")
    assert view.register is not None
    ids = {anchor for anchor, _ in view.register.columns}
    for card in (*view.requirements, *view.advisories, *view.each):
        if card.rows is not None:
            assert card.rows.in_register == (card.id in ids)
