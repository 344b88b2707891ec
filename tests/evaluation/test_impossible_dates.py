"""A date that precedes what it cannot precede answers nothing, and is told as a problem."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell
from eipcheck.model.record import Column, Declaration, ParkRecord, Table, Value

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"
DICTIONARY = load_dictionary(CRITERIA / "fields.yaml")
ARTICLE_42 = load_set(CRITERIA / "vn-82-2018", DICTIONARY)
BREACH: dict[str, Value] = {
    "violation_of": "developer",
    "violation_law": "environment",
    "violation_date": date(2020, 3, 10),
}


def judged(remedied: date | None) -> Assessment:
    """Assess a park with one breach and its remedy, all lists of breaches complete."""
    answers: dict[str, Value | None] = {**BREACH, "violation_remedied": remedied}
    columns = {
        field: Column(field=field, column=number, heading=field, values=(value,))
        for number, (field, value) in enumerate(answers.items(), start=1)
    }
    ticks = tuple(
        Declaration(id=d.id, complete=True, cell=Cell("V", 3, 2), scope=d.scope)
        for d in DICTIONARY.sheet("violations").declarations
    )
    table = Table(
        sheet="violations", sheet_name="V", rows=(9,), columns=columns, declarations=ticks
    )
    record = ParkRecord(
        file="park.xlsx",
        sha256="",
        template_version=None,
        facts={},
        blank_cells={},
        tables={"violations": table},
        documents={},
    )
    day = date(2021, 6, 30)
    return evaluate(record, ARTICLE_42, DICTIONARY, choose_dates(record, day, day))


@pytest.mark.parametrize(
    ("remedied", "verdict"),
    [
        (date(2020, 3, 9), Verdict.UNDETERMINED),
        (date(2020, 3, 10), Verdict.MET),
        (date(2021, 7, 1), Verdict.NOT_MET),
        (None, Verdict.NOT_MET),
    ],
)
def test_a_remedy_before_its_breach_is_no_remedy(remedied: date | None, verdict: Verdict) -> None:
    assessment = judged(remedied)
    assert assessment.findings[0].criterion.id == "developer-compliance"
    assert assessment.findings[0].declared.verdict is verdict


def test_both_cells_are_named() -> None:
    (problem,) = (p for p in judged(date(2020, 3, 9)).problems if p.code == "D112")
    assert (str(problem.place), [str(p) for p in problem.other_places]) == ("V!D9", ["V!C9"])
    assert dict(problem.facts)["other"] == "violation_date"
