"""What several criteria sets say of one park, side by side, and why they differ."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import AS_OF, a_criterion, a_record, a_set, fact, the_dates, yes
from command_line import PILOT, SAMPLE
from msgspec.structs import replace
from rich.cells import cell_len
from small_dictionary import DICTIONARY, text

from eipcheck.cli.compare import compared_lines
from eipcheck.cli.lines import plain
from eipcheck.criteria.differences import compare_sets
from eipcheck.evaluation.evaluate import evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import Change, CriteriaSet, Criterion, Effect, Kind
from eipcheck.model.difference import Side
from eipcheck.model.measure import Answer, DatedValue, FactValue, Target
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.compare import compared
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.reports import ReportSpec, render, views
from eipcheck.reporting.markdown import render_compared
from eipcheck.reporting.view_compare import ComparedRow, ComparedView, compare_view
from eipcheck.resources import data_folder

PARK = a_record(fact("answer_a", value=True), fact("flow", 5))


def at_least(bound: int, **more: Any) -> Criterion:
    value = DatedValue(Decimal(bound), AS_OF)
    target = Target(kind="at_least", values=(value,), unit="m3")
    return a_criterion(FactValue("flow"), target, **{"id": "flow", **more})


def told(effect: Effect, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    return Change(
        topic=text("topic"),
        before=text("what was"),
        after=text("what is"),
        effect=effect,
        old=old,
        new=new,
        confidence="V",
    )


def sets(old: CriteriaSet, *newer: CriteriaSet, swapped: bool = False) -> ComparedView:
    """Assess the park by sets of which each supersedes the one before, and compare."""
    done = [judged(criteria) for criteria in (old, *newer)]
    sides = [Side(a.criteria, AS_OF, a.readings) for a in done]
    comparisons = [compare_sets(*pair) for pair in pairwise(sides)]
    if swapped:
        done.reverse()
    return compare_view(done, comparisons, DICTIONARY, "en")


def judged(criteria: CriteriaSet) -> Assessment:
    return evaluate(PARK, criteria, DICTIONARY, the_dates())


def row(view: ComparedView, title: str = "title") -> ComparedRow:
    return next(each for each in view.rows if each.title == title)


def verdicts(each: ComparedRow) -> list[str]:
    return ["-" if cell is None else cell.declared.key for cell in each.cells]


OLD = a_set(at_least(3), id="old")


def test_a_bound_that_rose_says_why_the_verdict_fell() -> None:
    new = a_set(at_least(7), id="new", supersedes="old")
    only = row(sets(OLD, new))
    assert (verdicts(only), only.why) == (["met", "not_met"], "tightened by new")


def test_the_account_of_the_author_says_it_in_words() -> None:
    change = told(Effect.TIGHTENED, ("flow",), ("flow",))
    new = a_set(at_least(7), id="new", supersedes="old", changes=(change,))
    assert row(sets(OLD, new)).why == "tightened by new: what was → what is"


def test_where_the_sets_agree_nothing_needs_a_reason() -> None:
    change = told(Effect.TIGHTENED, ("flow",), ("flow",))
    new = a_set(at_least(4), id="new", supersedes="old", changes=(change,))
    only = row(sets(OLD, new))
    assert (verdicts(only), only.why) == (["met", "met"], "")


def test_a_criterion_of_another_id_stands_beside_what_it_was() -> None:
    change = told(Effect.TIGHTENED, ("flow",), ("stream",))
    stream = at_least(7, id="stream")
    view = sets(OLD, a_set(stream, id="new", supersedes="old", changes=(change,)))
    assert [verdicts(each) for each in view.rows] == [["met", "not_met"]]


def test_what_one_set_lacks_says_which_has_it() -> None:
    stream = at_least(7, id="stream")
    view = sets(OLD, a_set(stream, id="new", supersedes="old"))
    assert [(verdicts(each), each.why) for each in view.rows] == [
        (["met", "-"], "dropped by new"),
        (["-", "not_met"], "new in new"),
    ]


def test_part_of_a_change_that_one_set_lacks_says_so_and_what_became_of_it() -> None:
    change = told(Effect.TIGHTENED, ("flow", "spill"), ("flow",))
    old = a_set(at_least(3), at_least(1, id="spill"), id="old")
    view = sets(old, a_set(at_least(7), id="new", supersedes="old", changes=(change,)))
    assert view.rows[1].why == "only in old; tightened by new: what was → what is"


def test_asked_the_other_way_round_the_newer_set_still_did_it() -> None:
    new = a_set(at_least(7), id="new", supersedes="old")
    only = row(sets(OLD, new, swapped=True))
    assert (verdicts(only), only.why) == (["not_met", "met"], "tightened by new")


def test_of_sets_that_do_not_supersede_each_other_neither_changed_the_other() -> None:
    view = sets(OLD, a_set(at_least(7), at_least(1, id="stream"), id="other"))
    assert [each.why for each in view.rows] == ["", "only in other"]


def test_three_sets_are_three_columns() -> None:
    middle = a_set(at_least(7), id="middle", supersedes="old")
    last = a_set(at_least(4), id="last", supersedes="middle")
    only = row(sets(OLD, middle, last))
    assert verdicts(only) == ["met", "not_met", "met"]
    assert only.why == "tightened by middle; loosened by last"


def test_the_evidenced_verdict_and_the_outcome_stand_beside() -> None:
    view = sets(OLD, a_set(at_least(7), id="new", supersedes="old"))
    cell = row(view).cells[0]
    assert cell is not None
    assert (cell.differs, cell.evidenced.key) == (True, "undetermined")
    (outcome,) = view.outcomes
    assert verdicts(outcome) == ["meets", "does_not_meet"]
    assert all(column.law_status for column in view.columns)


def test_what_is_only_encouraged_says_so() -> None:
    mild = a_criterion(Answer(yes("answer_b")), id="flow", kind=Kind.ADVISORY)
    old, new = (a_set(mild, id=name) for name in ("old", "new"))
    assert sets(old, new).rows[0].title == "title (Encouraged)"
    assert sets(OLD, new).rows[0].title == "title"


def both(park: Path, *names: str) -> Assessed:
    return assess(park, Request(criteria=names or ("vn-82-2018", "vn-35-2022")))


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("park", [SAMPLE, PILOT], ids=lambda p: p.stem)
def test_no_line_is_wider_than_the_terminal(park: Path, language: Language, width: int) -> None:
    view = compared(both(park), language)
    assert view is not None
    lines = [plain(line) for line in compared_lines(view, width)]
    assert [line for line in lines if cell_len(line) > width] == []
    words = "".join(lines)
    assert all(column.id in words for column in view.columns)


@pytest.mark.parametrize(
    ("other", "belong"),
    [
        (None, False),
        (a_set(at_least(3, id="stream"), id="other"), False),
        (a_set(at_least(7), id="other"), True),
        (a_set(at_least(3, id="stream"), id="other", supersedes="old"), True),
    ],
)
def test_only_sets_that_belong_together_are_compared(
    other: CriteriaSet | None,
    belong: bool,  # noqa: FBT001 - what is expected
) -> None:
    done = both(SAMPLE, "vn-82-2018")
    some = [judged(criteria) for criteria in (OLD, other) if criteria is not None]
    assert (compared(replace(done, assessments=tuple(some)), "en") is not None) == belong


def test_the_table_follows_the_reports_of_the_terminal_and_of_markdown() -> None:
    done = both(SAMPLE)
    view = compared(done, "en")
    assert view is not None
    section = render_compared(view, data_folder("templates"))
    seen, edition = {"en": views(done, "en")}, Edition(languages=("en",))
    apart = render(ReportSpec("md", Path("a.md")), done, seen, edition)
    assert [output.path.name for output in apart] == ["a.vn-82-2018.md", "a.vn-35-2022.md"]
    assert all(output.content.decode().endswith(section) for output in apart)
    (together,) = render(ReportSpec("md", Path("-")), done, seen, edition)
    assert together.content.decode().count(section) == 1
    widths = {line.replace("\\|", "").count("|") for line in section.splitlines() if "|" in line}
    assert widths == {5}
