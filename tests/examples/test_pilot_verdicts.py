"""What may be said of the pilot parks: the verdicts, each with the source that carries it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from example_assessments import DECREE_82, assessed
from example_builds import PILOT

from eipcheck.model.assessment import DateSource, Force, OutcomeValue
from eipcheck.model.criterion import Kind, Verdict
from eipcheck.model.record import EnterpriseRef

WORKBOOKS = sorted(PILOT.glob("*.xlsx"))
CARRIED: dict[tuple[str, str], tuple[str, str]] = {}
"""Park and criterion to verdict and source. Empty: no published figure decides a criterion."""
ALWAYS_REPORTED = ("iso-management-systems", "other-services")
"""Advisories without a target are only reported, whatever the workbook says."""


def test_there_are_eight_pilot_parks() -> None:
    assert len(WORKBOOKS) == 8


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda p: p.stem)
def test_every_verdict_but_undetermined_has_a_source(workbook: Path) -> None:
    given = {}
    for finding in assessed(workbook, DECREE_82).findings:
        for judged in (finding.declared, finding.evidenced):
            if judged.verdict is not Verdict.UNDETERMINED:
                given[finding.criterion.id] = judged.verdict
    expected = dict.fromkeys(ALWAYS_REPORTED, Verdict.REPORTED)
    expected |= {c: Verdict(v) for (park, c), (v, _) in CARRIED.items() if park == workbook.stem}
    assert given == expected


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda p: p.stem)
def test_nothing_is_reported_as_certain_by_the_advisories(workbook: Path) -> None:
    reported = {
        finding.criterion.id: (finding.declared.observed.low, finding.declared.observed.high)
        for finding in assessed(workbook, DECREE_82).findings
        if finding.declared.verdict is Verdict.REPORTED
    }
    assert reported == {"iso-management-systems": (0, 1), "other-services": (0, 4)}


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda p: p.stem)
def test_the_outcome_cannot_be_told_and_no_point_is_certain(workbook: Path) -> None:
    assessment = assessed(workbook, DECREE_82)
    assert {(o.declared, o.evidenced) for o in assessment.outcomes} == {
        (OutcomeValue.CANNOT_TELL, OutcomeValue.CANNOT_TELL)
    }
    assert assessment.index.floor == 0
    assert assessment.index.ceiling == 12
    assert assessment.coverage[0] == 0
    assert len([f for f in assessment.findings if f.kind is Kind.REQUIREMENT]) == 12


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda p: p.stem)
def test_every_requirement_says_what_to_collect(workbook: Path) -> None:
    findings = assessed(workbook, DECREE_82).findings
    silent = [
        f.criterion.id
        for f in findings
        if f.kind is Kind.REQUIREMENT and not (f.gap and f.gap.asks)
    ]
    assert silent == []


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda p: p.stem)
def test_the_workbook_is_read_without_a_problem_on_the_day_of_compilation(workbook: Path) -> None:
    assessment = assessed(workbook, DECREE_82)
    assert assessment.problems == ()
    assert assessment.dates.as_of == date(2026, 11, 22)
    assert assessment.dates.assessment.source is DateSource.ASSESSMENT
    assert assessment.force is Force.REPEALED
    assert assessment.park["data_label"].value == "published_only"


def test_the_link_of_khanh_phu_is_listed_but_not_counted() -> None:
    findings = {f.criterion.id: f for f in assessed(PILOT / "khanh-phu.xlsx", DECREE_82).findings}
    rows = findings["symbiosis-links"].rows
    assert rows
    assert len(rows.rows) == 1
    assert findings["symbiosis-links"].declared.observed.low == 0
    named = [b.value for b in rows.rows[0].why if isinstance(b.value, EnterpriseRef)]
    assert all(ref.row is not None for ref in named)
