"""A question asked of each enterprise: its verdicts, its outcome, and whether it leads anywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import (
    a_criterion,
    a_document,
    a_record,
    a_register,
    a_table,
    covering,
    fact,
    ref,
    text,
    ticked,
    yes,
)
from judging import assess

from eipcheck.model.assessment import (
    Assessment,
    EnterpriseOutcome,
    Flag,
    OutcomeValue,
    Truth,
)
from eipcheck.model.condition import All, ConditionByReading, HasRow, Is, Not, ValidOn, Within
from eipcheck.model.criterion import Kind, Option, Per, Question, Reading, Verdict
from eipcheck.model.measure import Answer, Share
from eipcheck.model.record import ParkRecord

IN_PARK = Is("enterprise_status", "operating")
OWN_WINDOW = Within("violation_date", 36, "symbiosis_plan_date")
REMEDIED = ValidOn("violation_remedied", None)
QUESTIONS = (
    Question("park", text("park")),
    Question("each", text("each"), Per.ENTERPRISES, yes("mechanism")),
)
APPLIES = a_criterion(
    Share("enterprises", IN_PARK, yes("recp_applied")), None, id="applies", question="each"
)
COMPLIES = a_criterion(
    Share("enterprises", IN_PARK, Not(HasRow("violations", Not(REMEDIED)))),
    None,
    id="complies",
    question="each",
    review_when=HasRow("violations", All((OWN_WINDOW, REMEDIED))),
)
PARK = a_criterion(Answer(yes("answer_a")), id="park", question="park")


def said(record: ParkRecord, *criteria: Any, **more: Any) -> Assessment:
    return assess(record, *(criteria or (PARK, APPLIES)), questions=QUESTIONS, **more)


def rows(assessment: Assessment) -> tuple[EnterpriseOutcome, ...]:
    (answers,) = assessment.enterprises
    return answers.rows


def park(*register: dict[str, Any], certified: bool | None = None, **more: Any) -> ParkRecord:
    facts = [] if certified is None else [fact("mechanism", value=certified, documents=("D1",))]
    named = [{"enterprise_status": "operating", **row} for row in register]
    return a_record(
        *facts,
        documents=[a_document("D1")],
        tables=[a_register(named, complete=True), *more.get("tables", ())],
    )


YES = {"recp_applied": True, "recp_applied_documents": ("D1",)}


def test_each_enterprise_gets_its_own_verdict() -> None:
    record = park(YES, {"recp_applied": False}, {}, {**YES, "enterprise_status": "closed"})
    found = rows(said(record))
    assert [(row.name, row.declared) for row in found] == [
        ("E0", OutcomeValue.MEETS),
        ("E1", OutcomeValue.DOES_NOT_MEET),
        ("E2", OutcomeValue.CANNOT_TELL),
    ]


def test_the_finding_of_the_park_counts_them_and_decides_nothing() -> None:
    assessment = said(park({"recp_applied": False}))
    finding = assessment.findings[1]
    assert finding.declared.verdict is Verdict.REPORTED
    assert (finding.declared.observed.low, finding.declared.observed.high) == (0, 0)
    assert [o.question for o in assessment.outcomes] == ["park"]
    assert assessment.index.applicable == 1


@pytest.mark.parametrize(
    ("certified", "now"),
    [
        (True, OutcomeValue.MEETS),
        (None, OutcomeValue.CANNOT_TELL),
        (False, OutcomeValue.DOES_NOT_MEET),
    ],
)
def test_no_certificate_is_possible_while_the_park_has_none(
    *, certified: bool | None, now: OutcomeValue
) -> None:
    assessment = said(park(YES, certified=certified))
    assert [row.possible_now for row in rows(assessment)] == [now]
    assert [row.evidenced for row in rows(assessment)] == [OutcomeValue.MEETS]


def test_possible_now_needs_evidence() -> None:
    (row,) = rows(said(park({"recp_applied": True}, certified=True)))
    assert (row.declared, row.evidenced) == (OutcomeValue.MEETS, OutcomeValue.CANNOT_TELL)
    assert row.possible_now is OutcomeValue.CANNOT_TELL
    record = a_record(
        fact("mechanism", value=True),
        documents=[a_document("D1")],
        tables=[a_register([{**YES, "enterprise_status": "operating"}], complete=True)],
    )
    (row,) = rows(said(record))
    assert row.possible_now is OutcomeValue.CANNOT_TELL, "the park's certificate has no document"


def violations(*listed: dict[str, Any], complete: bool = True, **more: Any) -> Any:
    laws = ("environment", "labour")
    lines = [
        covering(of, law, complete, **more) for of in ("developer", "enterprises") for law in laws
    ]
    own = {"violation_of": "enterprises", "violation_law": "labour"}
    return a_table("violations", [{**own, **row} for row in listed], *lines)


@pytest.mark.parametrize(
    ("registered", "verdict"),
    [
        (date(2021, 6, 1), Verdict.NEEDS_REVIEW),
        (date(2021, 5, 2), Verdict.NEEDS_REVIEW),
        (date(2021, 5, 31), Verdict.NEEDS_REVIEW),
        (None, Verdict.NEEDS_REVIEW),
        (date(2018, 5, 2), Verdict.MET),
        (date(2018, 5, 3), Verdict.NEEDS_REVIEW),
    ],
)
def test_the_window_looks_back_from_the_registration_of_the_enterprise(
    registered: date | None, verdict: Verdict
) -> None:
    breach = {
        "violation_enterprise": ref(0),
        "violation_date": date(2018, 7, 2) if registered is None else date(2018, 5, 3),
        "violation_remedied": date(2019, 1, 1),
    }
    if registered == date(2021, 6, 1):
        breach["violation_date"] = date(2018, 6, 2)
    if registered == date(2021, 5, 31):
        breach["violation_date"] = date(2018, 6, 1)
    record = park({"symbiosis_plan_date": registered}, tables=[violations(breach)])
    ((_, declared, _),) = rows(said(record, COMPLIES))[0].verdicts
    assert declared is verdict


def test_the_first_day_of_the_window_lies_before_it() -> None:
    record = park(
        {"symbiosis_plan_date": date(2021, 6, 1)},
        tables=[
            violations(
                {
                    "violation_enterprise": ref(0),
                    "violation_date": date(2018, 6, 1),
                    "violation_remedied": date(2019, 1, 1),
                }
            )
        ],
    )
    ((_, declared, _),) = rows(said(record, COMPLIES))[0].verdicts
    assert declared is Verdict.MET


def test_a_registration_to_come_does_not_shift_the_window() -> None:
    breach = {
        "violation_enterprise": ref(0),
        "violation_date": date(2018, 9, 1),
        "violation_remedied": date(2019, 1, 1),
    }
    record = park({"symbiosis_plan_date": date(2029, 1, 1)}, tables=[violations(breach)])
    ((_, declared, _),) = rows(said(record, COMPLIES))[0].verdicts
    assert declared is not Verdict.MET


def test_breaches_of_others_do_not_count_and_those_of_nobody_leave_it_open() -> None:
    breach = {"violation_date": date(2020, 1, 1)}
    other = park({}, {}, tables=[violations({**breach, "violation_enterprise": ref(1)})])
    assert [r.verdicts[0][1] for r in rows(said(other, COMPLIES))] == [
        Verdict.MET,
        Verdict.NOT_MET,
    ]
    nobody = park({}, {}, tables=[violations({**breach, "violation_enterprise": ref(None)})])
    assert {r.verdicts[0][1] for r in rows(said(nobody, COMPLIES))} == {Verdict.UNDETERMINED}


def test_a_list_closed_for_the_windows_of_all_is_closed() -> None:
    span = {"start": date(2010, 1, 1), "end": date(2021, 6, 30)}
    table = violations(**span)
    remedied_only = a_criterion(
        Share("enterprises", IN_PARK, Not(HasRow("violations", All((OWN_WINDOW,))))),
        None,
        id="window",
        question="each",
    )
    closed = park({"symbiosis_plan_date": date(2015, 1, 1)}, {}, tables=[table])
    assert {r.verdicts[0][1] for r in rows(said(closed, remedied_only))} == {Verdict.MET}
    early = park({"symbiosis_plan_date": date(2012, 1, 1)}, {}, tables=[table])
    assert {r.verdicts[0][1] for r in rows(said(early, remedied_only))} == {Verdict.UNDETERMINED}


def test_another_reading_that_changes_an_enterprise_is_flagged() -> None:
    reading = Reading(
        id="Q1",
        question=text("?"),
        options=(Option("own", text("o")), Option("any", text("a"))),
        default="own",
    )
    by_reading = ConditionByReading(
        "Q1", (("own", yes("recp_applied")), ("any", yes("recp_aware")))
    )
    criterion = a_criterion(
        Share("enterprises", IN_PARK, by_reading),
        None,
        id="applies",
        question="each",
        readings=("Q1",),
        kind=Kind.REQUIREMENT,
    )
    record = park({"recp_applied": True, "recp_aware": False})
    (finding,) = said(record, criterion, set_readings=(reading,)).findings
    assert Flag.DEPENDS_ON_READING in finding.flags


def test_a_question_beyond_the_first_that_does_not_apply_is_left_out() -> None:
    questions = (Question("park", text("park")), Question("new", text("new")))
    new = a_criterion(
        Answer(yes("answer_b")), id="new", question="new", applies_when=yes("answer_c")
    )
    for filed, asked in ((True, ["park", "new"]), (False, ["park"])):
        record = a_record(fact("answer_a", value=True), fact("answer_c", value=filed))
        found = assess(record, PARK, new, questions=questions)
        assert [o.question for o in found.outcomes] == asked
        assert found.outcomes[0].declared is OutcomeValue.MEETS


def test_an_open_register_is_told() -> None:
    (open_list,) = said(a_record(tables=[a_register([YES])])).enterprises
    assert not open_list.complete
    assert open_list.park is Truth.UNKNOWN
    closed = a_record(
        documents=[a_document("D1")],
        tables=[a_table("enterprises", (), ticked("enterprises", documents=("D1",)))],
    )
    assert said(closed).enterprises[0].complete
