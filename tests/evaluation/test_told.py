"""Each sign that answers cannot all be right is told, with the cell that it is about."""

from __future__ import annotations

from datetime import date

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_register,
    a_set,
    a_table,
    bound,
    fact,
    ref,
    the_dates,
    ticked,
    yes,
)
from judging import assess
from small_dictionary import DICTIONARY

from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.model.condition import Either, HasRow, Is
from eipcheck.model.criterion import Verdict, Waiver
from eipcheck.model.measure import Answer, Count, FactValue
from eipcheck.model.place import Cell
from eipcheck.model.problem import Severity
from eipcheck.model.record import Judgement, ParkRecord

ANSWER = Answer(yes("answer_a"))


def told(assessment: Assessment) -> list[str]:
    return [f"{p.code} {p.place}" for p in assessment.problems]


def judged(criterion: str, *, met: bool, on: date | None = date(2021, 1, 1)) -> ParkRecord:
    """Give a park that says no to ``answer_a``, and a judgement of a person on a criterion."""
    cell = Cell("judgements", 7, 2)
    judgement = Judgement(criterion=criterion, met=met, by="board", on=on, documents=(), cell=cell)
    return a_record(fact("answer_a", value=False), judgements=(judgement,))


def test_a_list_that_contradicts_the_register_is_told_at_the_row() -> None:
    applies = Either((yes("recp_applied"), HasRow("recp", Is("recp_state", "implemented"))))
    solution = {"recp_enterprise": ref(1), "recp_state": "implemented"}
    record = a_record(
        tables=[
            a_register([{}, {"recp_applied": False}], complete=True),
            a_table("recp", [solution], ticked("recp")),
        ]
    )
    assessment = assess(
        record, a_criterion(Count("enterprises", applies), bound("at_least", 1, "enterprises"))
    )
    assert [p.code for p in assessment.problems] == ["D102"]
    (problem,) = assessment.problems
    assert isinstance(problem.place, Cell)
    assert (problem.place.sheet, problem.place.row) == ("enterprises", 8)
    assert ("name", "E1") in problem.facts


def test_a_judgement_against_the_figures_is_told() -> None:
    assert told(assess(judged("criterion", met=True), a_criterion(ANSWER))) == [
        "D104 judgements!B7"
    ]
    assert told(assess(judged("criterion", met=False), a_criterion(ANSWER))) == []


def test_a_judgement_on_a_criterion_of_another_set_is_told() -> None:
    assessment = assess(judged("elsewhere", met=True), a_criterion(ANSWER))
    assert told(assessment) == ["D105 judgements!B7"]
    assert assessment.problems[0].severity is Severity.WARNING


def test_a_figure_of_after_the_assessment_is_told() -> None:
    later = fact("flow", 10, year=2022)
    criterion = a_criterion(FactValue("flow"), bound("at_least", 5, "m3"))
    assert told(assess(a_record(later), criterion)) == ["D109 park!D22"]
    assert told(assess(a_record(fact("flow", 10, year=2021)), criterion)) == []


def test_a_judgement_where_figures_are_missing_is_told() -> None:
    record = judged("criterion", met=True)
    assessment = assess(record, a_criterion(Answer(yes("answer_b"))))
    assert told(assessment) == ["D110 judgements!B7"]
    assert assessment.findings[0].declared.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("expires", "expected"), [(date(2021, 6, 29), ["D111 waivers.yaml:3:1"]), (AS_OF, [])]
)
def test_a_waiver_that_does_not_act_on_the_day_is_told(expires: date, expected: list[str]) -> None:
    waiver = Waiver(
        criterion="criterion",
        reason="r",
        approved_by="board",
        granted=date(2020, 1, 1),
        expires=expires,
        document="12",
        file="waivers.yaml",
        line=3,
    )
    criteria = a_set(a_criterion(ANSWER), waivable=True)
    options = Options(waivers=(waiver,))
    assert told(evaluate(a_record(), criteria, DICTIONARY, the_dates(), options)) == expected


def test_a_judgement_without_a_day_decides_nothing_and_is_told() -> None:
    review = a_criterion(ANSWER, otherwise=Verdict.NEEDS_REVIEW)
    assessment = assess(judged("criterion", met=True, on=None), review)
    assert told(assessment) == ["D113 judgements!B7"]
    assert assessment.findings[0].declared.verdict is Verdict.NEEDS_REVIEW
