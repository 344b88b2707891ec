"""The report view says everything once, in the right order, and never too much."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from msgspec import Struct
from msgspec.structs import replace
from report_criteria import COMPLIANCE, LAND, MECHANISM, RECP, criteria_set
from report_dictionary import dictionary
from reporting_helper import assessment, finding, judged, land_finding, park, recp_finding, share_of

from eipcheck.model.assessment import (
    Dated,
    Dates,
    DateSource,
    Force,
    Gap,
    Index,
    Observed,
    Outcome,
    OutcomeValue,
)
from eipcheck.model.criterion import Status, Verdict
from eipcheck.model.place import Cell
from eipcheck.model.text import Language
from eipcheck.reporting.view import report_view
from eipcheck.reporting.view_card import clause_label, is_link
from eipcheck.reporting.view_explain import card_view, explain_view
from eipcheck.reporting.view_types import ReportView
from eipcheck.reporting.view_words import Speaker, cells_text, clean

IN_FORCE = {"status": Status.IN_FORCE, "in_force_to": None, "superseded_by": None}
MEETS = (Outcome("park", OutcomeValue.MEETS, OutcomeValue.MEETS),)


def view(language: Language = "en", **changes: object) -> ReportView:
    """Give the view of the assessment made by hand, with changes."""
    return report_view(assessment(**changes), dictionary(), language)


def texts(thing: object) -> list[str]:
    """Give every text anywhere in a view."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, Struct):
        return [t for f in thing.__struct_fields__ for t in texts(getattr(thing, f))]
    return [t for part in thing for t in texts(part)] if isinstance(thing, tuple) else []


def test_the_outcome_sentence_itself_says_that_the_text_is_repealed() -> None:
    sentence = view().answers[0].sentence
    assert "repealed since 15 July 2022: for gap analysis only, not for filing" in sentence


def test_a_repealed_set_never_says_ready_to_file() -> None:
    seen = view(outcomes=MEETS, park=park(data_label="real"))
    assert not [t for t in texts(seen) if "ready to file" in t]


def test_ready_to_file_needs_a_real_park_and_a_text_in_force() -> None:
    known = {"criteria": criteria_set(**IN_FORCE), "outcomes": MEETS}
    real, synthetic = park(data_label="real"), park()
    assert "ready to file" in view(park=real, **known).answers[0].sentence
    assert "ready to file" not in view(park=synthetic, **known).answers[0].sentence


def test_ready_to_file_is_said_only_of_the_evidenced_run() -> None:
    declared_only = (Outcome("park", OutcomeValue.MEETS, OutcomeValue.CANNOT_TELL),)
    real = park(data_label="real")
    seen = view(park=real, criteria=criteria_set(**IN_FORCE), outcomes=declared_only)
    assert "ready to file" not in seen.answers[0].sentence


@pytest.mark.parametrize(
    ("force", "changes", "words"),
    [
        (Force.NOT_YET, IN_FORCE, "in force only from 10 July 2018"),
        (Force.REPEALED, {}, "repealed since 15 July 2022"),
        (Force.NONE, {"status": Status.DRAFT}, "not law"),
        (Force.NONE, {**IN_FORCE, "in_force_from": None}, "gap analysis only"),
        (Force.NONE, {"status": Status.FRAMEWORK}, "not law"),
    ],
)
def test_outside_its_force_the_outcome_says_so(
    force: Force, changes: dict[str, object], words: str
) -> None:
    seen = view(force=force, criteria=criteria_set(**changes))
    assert words in seen.answers[0].sentence
    assert seen.head.law_status


def test_a_hypothetical_run_is_stamped_with_its_reasons() -> None:
    seen = view("vi", hypothetical=("mức 20 % đổi thành 15 %",))
    assert seen.head.stamp == "GIẢ ĐỊNH"
    assert seen.head.stamp_reasons == ("mức 20 % đổi thành 15 %",)
    assert "không dùng để nộp hồ sơ" in seen.answers[0].sentence


def test_synthetic_figures_are_labelled() -> None:
    assert view().head.label == "Synthetic figures"
    assert view(park=park(data_label="real")).head.label == ""


def test_both_runs_stand_together_with_their_counts() -> None:
    seen = view()
    assert seen.declared.tally == (
        "1 met · 1 not met · 1 not enough data · 1 needs review · 1 not applicable"
    )
    assert seen.evidenced.index == "Certain 0/4 · possible 3/4 · data filled in 9/12"


def test_where_nothing_applies_there_is_no_score() -> None:
    nothing = Index(Fraction(0), Fraction(0), 0, 0)
    seen = view(index=nothing).declared
    assert (seen.bar, seen.ceiling) == (None, "")


def test_the_assessment_date_says_where_it_comes_from() -> None:
    today = Dated(date(2021, 3, 4), DateSource.TODAY)
    missing = Dated(None, DateSource.MISSING)
    seen = view(dates=Dates(today, missing, missing, missing)).head.date
    assert (seen.value, seen.note) == (
        "4 March 2021",
        "the day of the run, as the workbook gives no date",
    )


def test_work_begins_with_the_ticks_that_decide_then_gaps_then_answers_then_evidence() -> None:
    assert [t.kind for t in view().first] == [
        "complete",
        "gap",
        "unanswered",
        "unanswered",
        "evidence",
    ]


def test_work_is_grouped_by_whom_to_ask_and_names_cells() -> None:
    seen = view()
    assert [p.label for p in seen.work] == [
        "Infrastructure developer",
        "Enterprises in the park",
        "Management board",
        "Competent authority",
    ]
    assert all(todo.cells for party in seen.work for todo in party.todos)


def test_an_undetermined_share_says_what_decides_it() -> None:
    todo = view().work[1].todos[0]
    assert todo.detail == "2 enterprises unanswered: 1 “yes” makes it met, 2 “no” make it not met"
    assert todo.names == ("Công ty Nhựa Ba", "Công ty Da Năm")


def test_one_tick_that_decides_several_criteria_is_asked_once() -> None:
    tick = recp_finding().gap
    other = finding(MECHANISM, judged(Verdict.UNDETERMINED, share_of((0, 7), (7, 7))), gap=tick)
    seen = view(findings=(recp_finding(), other))
    ticks = [t for p in seen.work for t in p.todos if t.kind == "complete"]
    assert [(t.detail, t.criteria) for t in ticks] == [
        ("decides 2 criteria", ("recp-applied", "io-monitoring"))
    ]


def test_a_missed_target_is_told_in_natural_units_and_never_rounded_onto_the_bound() -> None:
    card = next(c for c in view("vi").requirements if c.id == "shared-land")
    nb = "\N{NO-BREAK SPACE}"
    assert card.gap == f"còn thiếu 0,03{nb}ha"
    assert card.observed == f"24,96{nb}%"
    assert card.steps[0].text == f"Tỷ lệ: 24,96{nb}%"
    assert card.target == f"≥{nb}25{nb}%"


def test_the_gap_tells_the_best_and_the_worst_case() -> None:
    gap = Gap(unit="enterprises", least=Fraction(2), most=Fraction(6))
    missed = judged(Verdict.NOT_MET, share_of((1, 40), (5, 40)))
    card = view(findings=(finding(RECP, missed, gap=gap, bound=Fraction(1, 5)),)).requirements[0]
    assert card.gap == "at least 2, at most 6\N{NO-BREAK SPACE}enterprises missing"


def test_the_bar_shows_certain_possible_and_target() -> None:
    bar = next(c for c in view().requirements if c.id == "recp-applied").bar
    assert bar is not None
    assert (bar.low, bar.high, bar.target) == (1 / 7, 3 / 7, 0.2)
    assert bar.text == "14.3–42.9%, target ≥\N{NO-BREAK SPACE}20%"


def test_an_unbounded_count_reaches_beyond_the_bar() -> None:
    bar = view().requirements[0].bar
    assert bar is not None
    assert bar.open_end
    assert bar.high == 1


def test_an_answer_has_words_and_no_bar() -> None:
    card = next(c for c in view().requirements if c.id == "io-monitoring")
    assert (card.observed, card.observed_evidenced, card.target) == ("Yes", "Unknown", "Yes")
    assert card.bar is None


def test_a_range_that_excludes_nothing_is_unknown() -> None:
    nothing = Observed(unit="count", low=Fraction(0), high=None)
    unknown = finding(COMPLIANCE, judged(Verdict.UNDETERMINED, nothing), bound=Fraction(0))
    assert view(findings=(unknown,)).requirements[0].observed == "Unknown"


def test_nothing_to_count_is_told_in_words() -> None:
    empty = Observed(unit="share", low=None, high=None, empty=True, maybe_empty=True)
    card = view(findings=(finding(RECP, judged(Verdict.UNDETERMINED, empty)),)).requirements[0]
    assert (card.observed, card.bar) == ("Nothing to count", None)


def test_rows_behind_a_count_say_why() -> None:
    rows = next(c for c in view().requirements if c.id == "recp-applied").rows
    assert rows is not None
    assert [t.text for t in rows.tallies] == [
        "1 qualifying",
        "4 not qualifying",
        "2 unknown",
        "1 not counted",
    ]
    assert rows.rows[2].why == ("Status: Operating (F16)", "Applies RECP: blank (H16)")


def test_rows_can_be_left_out() -> None:
    seen = report_view(assessment(), dictionary(), "en", rows=False)
    assert seen.register is None
    assert all(not c.rows.rows for c in seen.requirements if c.rows)


def test_each_source_says_its_confidence_and_that_it_is_not_compared() -> None:
    source = next(c for c in view().requirements if c.id == "io-monitoring").source
    assert source.text == "Clause 7 of Article 42, Decree 82/2018/NĐ-CP"
    assert source.confidence.word == "recalled"
    assert source.verified == "Not yet compared with the signed text."


def test_a_verified_source_names_who_and_when() -> None:
    compared = replace(LAND.source, verified_by="Lê A", verified_on=date(2026, 1, 2))
    checked = replace(land_finding(), criterion=replace(LAND, source=compared))
    card = view(findings=(checked,)).requirements[0]
    assert card.source.verified == "Compared with the signed text by Lê A on 2 January 2026."


def test_goals_without_an_honest_link_stay_blank() -> None:
    seen = view()
    assert len(seen.goals) == 17
    assert (seen.goals[1].targets, seen.goals[1].criteria) == ((), ())
    assert seen.goals[11].targets == ("12.2", "12.6")


@pytest.mark.parametrize(
    ("clause", "label"),
    [
        *(
            ("42.3", "Clause 3"),
            ("42.3.a*", "Clause 3"),
            ("42.3.a", "Point a of clause 3"),
            ("EN-2", "EN-2"),
        ),
        *(("43", "Article 43"), ("43.b*", "Article 43"), ("43.2", "Article 43.2")),
        *(("43.2.b*", "Article 43.2"), ("43.2.b", "43.2.b"), ("EN-2.a*", "EN-2")),
    ],
)
def test_letters_of_our_own_are_not_printed_as_the_law_s(clause: str, label: str) -> None:
    assert clause_label(clause, "42", Speaker("en", dictionary())) == label


def test_a_clause_of_another_article_names_it_in_vietnamese() -> None:
    speaker = Speaker("vi", dictionary())
    told = [
        clause_label(clause, "37", speaker) for clause in ("38", "40.2.a*", "37.2", "37.2.b.1*")
    ]
    assert told == ["Điều 38", "Khoản 2 Điều 40", "Khoản 2", "Điểm b khoản 2"]


def test_what_has_no_articles_has_no_clause_of_one() -> None:
    assert clause_label("3", "", Speaker("en", dictionary())) == "3"


def test_cells_are_printed_shortly() -> None:
    cells = [Cell("DN", row, 8) for row in (14, 17, 18, 19, 20)]
    assert cells_text([*cells, None, Cell("Đất", 7, 4)]) == "DN!H14, H17:H20; Đất!D7"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ javascript:x", False),
        ('https://example.org/"onclick="x', False),
        ("xhttps://example.org", False),
    ],
)
def test_only_plain_web_addresses_become_links(text: str, link: bool) -> None:  # noqa: FBT001
    assert is_link(text) is link


def test_control_characters_and_direction_marks_are_dropped() -> None:
    assert clean("a\x1b[31mb\u202ec\nd\u200be") == "a[31mbc de"


def test_no_text_of_a_hostile_workbook_keeps_control_characters() -> None:
    evil = "x\x1b]8;;http://evil\x07\u202e\x00"
    seen = view(park=park(park_name=evil), file=evil)
    assert not [t for t in texts(seen) if any(ord(c) < 32 or c == "\u202e" for c in t)]


def test_explain_tells_the_rule_the_steps_and_what_would_change_it() -> None:
    told = explain_view(assessment(), "recp-applied", dictionary(), "en")
    indent = "\N{NO-BREAK SPACE}" * 4
    assert told.rule == (
        "Of the rows on the sheet Enterprises with:",
        f"{indent}Status: Operating",
        "the share with:",
        f"{indent}Applies RECP: Yes",
        "Target: ≥\N{NO-BREAK SPACE}20%",
    )
    assert told.changes[0].startswith("2 enterprises unanswered")
    assert told.changes[-1] == "Q3: read as “all licensed” it would be: Not met"


def test_explain_without_a_park_tells_the_default_reading() -> None:
    card = card_view(RECP, criteria_set(), dictionary(), "vi")
    assert card.readings[0].chosen == "đang hoạt động"
    assert card.clause == "Khoản 3"
