"""Applicability, review, readings, outcomes, judgements, waivable sets (rules 12, 15, 16)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from builders import AS_OF, a_criterion, a_record, a_register, bound, fact, text, yes
from judging import assess
from msgspec.structs import replace

from eipcheck.model.assessment import Flag, OutcomeValue
from eipcheck.model.condition import ConditionByReading, Is
from eipcheck.model.criterion import ByReading, Kind, Option, Reading, Verdict
from eipcheck.model.measure import (
    Answer,
    DatedValue,
    EitherMeasure,
    FactValue,
    Ratio,
    Share,
    Target,
)
from eipcheck.model.place import Cell
from eipcheck.model.record import Judgement, ParkRecord

A, B = Answer(yes("answer_a")), Answer(yes("answer_b"))
READING = Reading(
    id="Q1",
    question=text("?"),
    options=(Option("strict", text("strict")), Option("lax", text("lax"))),
    default="strict",
)


def said(**answers: bool | None) -> ParkRecord:
    facts = [fact(f"answer_{x}", value=v) for x, v in answers.items() if v is not None]
    return a_record(*facts)


@pytest.mark.parametrize(
    ("applies", "answer", "verdict"),
    [
        (True, True, Verdict.MET),
        (True, False, Verdict.NOT_MET),
        (True, None, Verdict.UNDETERMINED),
        (False, True, Verdict.NOT_APPLICABLE),
        (False, None, Verdict.NOT_APPLICABLE),
        (None, True, Verdict.UNDETERMINED),
        (None, False, Verdict.UNDETERMINED),
        (None, None, Verdict.UNDETERMINED),
    ],
)
def test_a_criterion_applies_only_by_its_own_condition(
    *, applies: bool | None, answer: bool | None, verdict: Verdict
) -> None:
    criterion = a_criterion(B, applies_when=yes("answer_a"))
    assessment = assess(said(a=applies, b=answer), criterion)
    assert assessment.findings[0].declared.verdict is verdict
    index = assessment.index
    assert (index.applicable, index.maybe_applicable) == {
        True: (1, 0),
        False: (0, 0),
        None: (0, 1),
    }[applies]
    assert index.ceiling == (0 if verdict is Verdict.NOT_APPLICABLE or answer is False else 1)


def test_a_missed_target_that_the_law_leaves_to_a_person_needs_review() -> None:
    criterion = a_criterion(A, otherwise=Verdict.NEEDS_REVIEW)
    assessment = assess(said(a=False), criterion)
    assert assessment.findings[0].declared.verdict is Verdict.NEEDS_REVIEW
    assert assessment.outcomes[0].declared is OutcomeValue.CANNOT_TELL
    assert (assessment.index.floor, assessment.index.ceiling) == (0, 1)
    assert assess(said(), criterion).findings[0].declared.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [
        ((True, True), OutcomeValue.MEETS),
        ((True, False), OutcomeValue.DOES_NOT_MEET),
        ((None, False), OutcomeValue.DOES_NOT_MEET),
        ((True, None), OutcomeValue.CANNOT_TELL),
    ],
)
def test_the_outcome_of_two_requirements(
    verdicts: tuple[bool | None, bool | None], outcome: OutcomeValue
) -> None:
    record = said(a=verdicts[0], b=verdicts[1])
    assessment = assess(record, a_criterion(A, id="a"), a_criterion(B, id="b"))
    assert assessment.outcomes[0].declared is outcome


def test_advisories_are_neutral_and_nothing_applicable_cannot_tell() -> None:
    advisory = a_criterion(B, id="b", kind=Kind.ADVISORY)
    assert assess(said(a=True, b=False), a_criterion(A, id="a"), advisory).outcomes[0].declared is (
        OutcomeValue.MEETS
    )
    alone = assess(said(b=True), advisory)
    assert alone.outcomes[0].declared is OutcomeValue.CANNOT_TELL
    assert (alone.index.applicable, alone.index.maybe_applicable) == (0, 0)


def test_a_set_without_questions_has_no_outcome() -> None:
    assert assess(said(a=True), a_criterion(A), questions=()).outcomes == ()


def test_an_advisory_without_a_target_is_reported() -> None:
    shown = a_criterion(FactValue("flow"), None, kind=Kind.ADVISORY)
    assessment = assess(a_record(fact("flow", 3)), shown)
    assert assessment.findings[0].declared.verdict is Verdict.REPORTED


def test_the_bound_of_the_assessment_date_holds() -> None:
    values = (
        DatedValue(Decimal(10), date(2018, 7, 10), date(2020, 12, 31)),
        DatedValue(Decimal(20), date(2021, 1, 1)),
    )
    criterion = a_criterion(FactValue("flow"), Target(kind="at_least", values=values, unit="m3"))
    record = a_record(fact("flow", 15, year=2018))
    for day, verdict in (
        (date(2017, 1, 1), Verdict.UNDETERMINED),
        (date(2020, 12, 31), Verdict.MET),
        (date(2021, 1, 1), Verdict.NOT_MET),
    ):
        assert assess(record, criterion, on=day).findings[0].declared.verdict is verdict


def test_another_option_that_changes_the_verdict_is_flagged_and_switchable() -> None:
    condition = ConditionByReading("Q1", (("strict", yes("answer_a")), ("lax", yes("answer_b"))))
    criterion = a_criterion(Answer(condition), readings=("Q1",))
    for b, changes in ((True, True), (False, False)):
        assessment = assess(said(a=False, b=b), criterion, set_readings=(READING,))
        finding = assessment.findings[0]
        assert finding.declared.verdict is Verdict.NOT_MET
        assert (Flag.DEPENDS_ON_READING in finding.flags) is changes
        switched = assess(
            said(a=False, b=b),
            criterion,
            readings={"Q1": "lax"},
            set_readings=(READING,),
        )
        assert switched.findings[0].declared.verdict is (Verdict.MET if b else Verdict.NOT_MET)


def test_the_kind_may_depend_on_a_reading() -> None:
    kind = ByReading("Q1", (("strict", "requirement"), ("lax", "advisory")))
    criterion = a_criterion(A, kind=kind, readings=("Q1",))
    for option, wanted in (("strict", Kind.REQUIREMENT), ("lax", Kind.ADVISORY)):
        assessment = assess(
            said(a=False), criterion, readings={"Q1": option}, set_readings=(READING,)
        )
        assert assessment.findings[0].kind is wanted


def judged(criterion: str, *, met: bool) -> Judgement:
    return Judgement(
        criterion=criterion,
        met=met,
        by="board",
        on=date(2021, 1, 1),
        documents=(),
        cell=Cell("judgements", 7, 2),
    )


@pytest.mark.parametrize("met", [True, False])
def test_a_judgement_decides_only_what_needs_review(*, met: bool) -> None:
    review = a_criterion(A, id="review", otherwise=Verdict.NEEDS_REVIEW)
    plain = a_criterion(A, id="plain")
    record = a_record(
        fact("answer_a", value=False),
        judgements=(judged("review", met=met), judged("plain", met=met)),
    )
    assessment = assess(record, review, plain)
    first, second = assessment.findings
    assert first.declared.verdict is (Verdict.MET if met else Verdict.NOT_MET)
    assert Flag.MANUAL in first.flags
    assert second.declared.verdict is Verdict.NOT_MET
    disagree = [p for p in assessment.problems if p.code.startswith("D")]
    assert bool(disagree) is met


def test_a_judgement_after_the_assessment_date_has_not_been_made() -> None:
    late = replace(judged("criterion", met=True), on=date(2021, 7, 1))
    assert late.on is not None
    assert late.on > AS_OF
    record = a_record(fact("answer_a", value=False), judgements=(late,))
    criterion = a_criterion(A, otherwise=Verdict.NEEDS_REVIEW)
    assert assess(record, criterion).findings[0].declared.verdict is Verdict.NEEDS_REVIEW


@pytest.mark.parametrize(("flow", "marginal"), [("10", True), ("10.1", True), ("10.2", False)])
def test_within_one_percent_of_the_bound_is_marginal(flow: str, *, marginal: bool) -> None:
    criterion = a_criterion(FactValue("flow"), bound("at_least", 10, "m3"))
    finding = assess(a_record(fact("flow", Decimal(flow))), criterion).findings[0]
    assert (Flag.MARGINAL in finding.flags) is marginal


def test_partial_credit_counts_in_the_index_and_never_in_the_outcome() -> None:
    target = bound("at_least", 20, "m3", partly_from=Decimal(10), credit=Decimal("0.5"))
    criterion = a_criterion(FactValue("flow"), target)
    for flow, verdict in ((9, Verdict.NOT_MET), (10, Verdict.PARTLY_MET), (20, Verdict.MET)):
        assessment = assess(a_record(fact("flow", flow)), criterion, partial_credit=True)
        assert assessment.findings[0].declared.verdict is verdict
        if verdict is Verdict.PARTLY_MET:
            half = Fraction(1, 2)
            assert (assessment.index.floor, assessment.index.ceiling) == (half, half)
            assert assessment.outcomes[0].declared is OutcomeValue.DOES_NOT_MEET


def test_a_full_register_covers_what_it_asks_without_the_typed_totals() -> None:
    rows = [{"enterprise_status": "operating", "recp_applied": True}] * 3
    record = a_record(tables=[a_register(rows, complete=True)])
    share = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
    typed = Ratio(FactValue("enterprises_recp_applied"), FactValue("enterprises_operating"))
    criterion = a_criterion(EitherMeasure(share, typed), bound("at_least", "0.2"))
    answered, asked = assess(record, criterion).coverage
    assert answered == asked > 0
    blank = assess(a_record(), criterion).coverage
    assert blank[0] == 0
    assert blank[1] > 0
