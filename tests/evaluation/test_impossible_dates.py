"""A date that precedes what it cannot precede answers nothing, and is told as a problem."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import evaluate
from eipcheck.model.assessment import Assessment, Finding
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import (
    Column,
    Declaration,
    Document,
    DocumentState,
    Observation,
    ParkRecord,
    Table,
    Value,
)

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"
DICTIONARY = load_dictionary(CRITERIA / "fields.yaml")
ARTICLE_42 = load_set(CRITERIA / "vn-82-2018", DICTIONARY)
BREACH: dict[str, Value] = {
    "violation_of": "developer",
    "violation_law": "environment",
    "violation_date": date(2020, 3, 10),
    "violation_documents": ("R",),
}


def table_of(sheet: str, answers: dict[str, Value | None]) -> Table:
    """Give a list of one row, in row 9, that is declared complete."""
    return Table(
        sheet=sheet,
        sheet_name="V",
        rows=(9,),
        columns={
            field: Column(field=field, column=number, heading=field, values=(value,))
            for number, (field, value) in enumerate(answers.items(), start=1)
        },
        declarations=tuple(
            Declaration(
                id=d.id, complete=True, cell=Cell("V", 3, 2), scope=d.scope, documents=("R",)
            )
            for d in DICTIONARY.sheet(sheet).declarations
        ),
    )


def assess(sheet: str, answers: dict[str, Value | None], day: date) -> Assessment:
    """Assess an old park with one list of one row, with a document that proves everything."""
    since = Observation(
        field="operating_since",
        value=date(2010, 1, 1),
        raw="",
        cell=Cell("P", 5, 4),
        documents=("R",),
    )
    proof = Document(id="R", cell=Cell("E", 5, 1), kind="record", state=DocumentState.HAVE)
    record = ParkRecord(
        file="park.xlsx",
        sha256="",
        template_version=None,
        facts={"operating_since": (since,)},
        blank_cells={},
        tables={sheet: table_of(sheet, answers)},
        documents={"R": proof},
    )
    return evaluate(record, ARTICLE_42, DICTIONARY, choose_dates(record, day, day))


def judged(remedied: date | None) -> Assessment:
    """Assess a park with one breach and its remedy."""
    return assess("violations", {**BREACH, "violation_remedied": remedied}, date(2021, 6, 30))


def reported(filed: date) -> Assessment:
    """Assess a park with one report, on 2020, when that year's report is due."""
    answers: dict[str, Value | None] = {
        "report_kind": "recp",
        "report_year": 2020,
        "report_filed": filed,
        "report_documents": ("R",),
    }
    return assess("reports", answers, date(2021, 12, 31))


def finding(assessment: Assessment, criterion: str) -> Finding:
    """Give the finding of one criterion."""
    return next(f for f in assessment.findings if f.criterion.id == criterion)


def told(assessment: Assessment) -> list[Problem]:
    """Give the problems of dates that cannot be."""
    return [p for p in assessment.problems if p.code == "D112"]


@pytest.mark.parametrize(
    ("remedied", "verdict", "problems"),
    [
        (date(2020, 3, 9), Verdict.UNDETERMINED, 1),
        (date(2020, 3, 10), Verdict.MET, 0),
        (date(2021, 7, 1), Verdict.NOT_MET, 0),
        (None, Verdict.NOT_MET, 0),
    ],
)
def test_a_remedy_before_its_breach_is_no_answer(
    remedied: date | None, verdict: Verdict, problems: int
) -> None:
    assessment = judged(remedied)
    found = finding(assessment, "developer-compliance")
    assert (found.declared.verdict, found.evidenced.verdict) == (verdict, verdict)
    assert len(told(assessment)) == problems


@pytest.mark.parametrize(
    ("filed", "verdict", "problems"),
    [
        (date(2019, 12, 31), Verdict.UNDETERMINED, 1),
        (date(2020, 1, 1), Verdict.MET, 0),
        (date(2021, 3, 31), Verdict.MET, 0),
    ],
)
def test_a_report_before_the_year_it_reports_on_is_no_answer(
    filed: date, verdict: Verdict, problems: int
) -> None:
    assessment = reported(filed)
    found = finding(assessment, "recp-report")
    assert (found.declared.verdict, found.evidenced.verdict) == (verdict, verdict)
    assert len(told(assessment)) == problems


def test_both_cells_and_both_dates_are_named() -> None:
    (problem,) = judged(date(2020, 3, 9)).problems
    assert problem.code == "D112"
    assert (str(problem.place), [str(p) for p in problem.other_places]) == ("V!E9", ["V!C9"])
    assert problem.facts == (
        ("field", "violation_remedied"),
        ("date", "2020-03-09"),
        ("other", "violation_date"),
        ("other_date", "2020-03-10"),
    )


def test_a_year_is_named_as_a_year() -> None:
    (problem,) = told(reported(date(2019, 2, 15)))
    assert dict(problem.facts)["other_date"] == "2020"


def test_a_date_that_cannot_be_is_asked_for_and_no_document() -> None:
    gap = finding(judged(date(2020, 3, 9)), "developer-compliance").gap
    assert gap is not None
    assert [(a.kind, a.field) for a in gap.asks] == [("column", "violation_remedied")]


def test_a_document_valid_until_before_its_issue_is_told() -> None:
    answers: dict[str, Value | None] = {
        "document_id": "OLD",
        "document_date": date(2021, 5, 1),
        "document_valid_until": date(2020, 5, 1),
    }
    (problem,) = told(assess("evidence", answers, date(2021, 12, 31)))
    assert dict(problem.facts)["field"] == "document_valid_until"


def test_the_other_date_blank_or_absent_binds_nothing() -> None:
    day = date(2021, 6, 30)
    for known in ({}, {"violation_date": None}):
        answers = {"violation_remedied": date(1999, 1, 1), **known}
        assert told(assess("violations", answers, day)) == []
