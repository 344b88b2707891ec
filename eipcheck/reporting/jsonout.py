"""Assessments as JSON: codes, ids, cells and exact numbers; no sentences, hence no language.

The shape is published as ``assessment-1.schema.json`` beside this module: within a major version
objects may gain keys, and none is lost or changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from eipcheck.model.assessment import (
    Assessment,
    Dated,
    Dates,
    EnterpriseAnswers,
    EnterpriseOutcome,
    Force,
    Index,
    LawInForce,
    Outcome,
)
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.record import ParkRecord
from eipcheck.reporting.json_findings import finding_json
from eipcheck.reporting.json_values import Json, answer, cell, day, problem_json, quantity
from eipcheck.reporting.unseen import json_text

SCHEMA_VERSION = "1.2"


def assessment_json(
    record: ParkRecord, dates: Dates, assessments: tuple[Assessment, ...], run_at: datetime
) -> str:
    """Write one workbook's assessments, one per criteria set, as JSON text.

    Args:
        record: what the workbook says.
        dates: the dates of the run.
        assessments: in the order in which the sets were asked for; at least one.
        run_at: the time of the run, the only part that differs between equal runs.
    """
    first = assessments[0]
    problems = dict.fromkeys(p for a in assessments for p in a.problems)
    document: Json = {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": "eipcheck",
            "version": first.tool_version,
            "run_at": run_at.isoformat(timespec="seconds"),
            "nature": "self_assessment",
        },
        "audience": "public" if first.public else "full",
        "input": {
            "file": record.file,
            "sha256": record.sha256,
            "template_version": record.template_version,
            "park": {f: answer(o.value) for f, o in sorted(first.park.items())},
        },
        "dates": {
            "assessment": _dated(dates.assessment),
            "registration": _dated(dates.registration),
            "period_start": _dated(dates.period_start),
            "period_end": _dated(dates.period_end),
        },
        "problems": [problem_json(p) for p in problems],
        "assessments": [_assessment(a) for a in assessments],
    }
    return json_text(document)


def _dated(dated: Dated) -> Json:
    return {"on": day(dated.on), "source": dated.source.value, "cell": cell(dated.cell)}


def _assessment(assessment: Assessment) -> Json:
    readings = dict(assessment.readings)
    return {
        "set": _set(assessment.criteria, assessment.force.value),
        "hypothetical": list(assessment.hypothetical),
        "outcomes": _outcomes(assessment.outcomes),
        "law_in_force": _law_in_force(assessment.law_in_force),
        "enterprises": [_enterprises(answers) for answers in assessment.enterprises],
        "index": {
            **_index(assessment.index),
            "evidenced": _index(assessment.evidenced_index),
            "coverage": {"answered": assessment.coverage[0], "asked": assessment.coverage[1]},
        },
        "readings": [
            {"id": r.id, "option": readings[r.id], "default": r.default}
            for r in assessment.criteria.readings
        ],
        "clauses": [
            {
                "id": clause.id,
                "criteria": [
                    f.criterion.id for f in assessment.findings if clause.holds(f.criterion)
                ],
            }
            for clause in assessment.criteria.clauses
        ],
        "findings": [finding_json(f, readings) for f in assessment.findings],
    }


def _set(criteria: CriteriaSet, force: str) -> Json:
    return {
        "id": criteria.id,
        "version": criteria.version,
        "sha256": criteria.sha256,
        "status": criteria.status.value,
        "force": force,
        "in_force": {"from": day(criteria.in_force_from), "to": day(criteria.in_force_to)},
        "verified": criteria.verified,
        "verified_until": day(criteria.verified_until),
    }


def _outcomes(outcomes: Iterable[Outcome]) -> Json:
    return {o.question: _outcome(o) for o in outcomes}


def _law_in_force(now: LawInForce | None) -> Json:
    if now is None:
        return None
    # It is told only where it is law on the day.
    return {"set": _set(now.criteria, Force.IN_FORCE.value), "outcomes": _outcomes(now.outcomes)}


def _enterprises(answers: EnterpriseAnswers) -> Json:
    return {
        "question": answers.question,
        "park": answers.park.name.lower(),
        "complete": answers.complete,
        "rows": [_enterprise(row) for row in answers.rows],
    }


def _enterprise(row: EnterpriseOutcome) -> Json:
    return {
        "row": row.row,
        "cell": cell(row.cell),
        "name": row.name,
        "code": row.code,
        "declared": row.declared.value,
        "evidenced": row.evidenced.value,
        "possible_now": row.possible_now.value,
        "verdicts": [
            {"criterion": name, "verdict": said.value, "verdict_evidenced": proven.value}
            for name, said, proven in row.verdicts
        ],
    }


def _outcome(outcome: Outcome) -> Json:
    waived = outcome.with_waivers
    return {
        "declared": outcome.declared.value,
        "evidenced": outcome.evidenced.value,
        "with_waivers": None if waived is None else waived.value,
    }


def _index(index: Index) -> dict[str, Json]:
    return {
        "floor": quantity(index.floor),
        "ceiling": quantity(index.ceiling),
        "applicable": index.applicable,
        "maybe_applicable": index.maybe_applicable,
    }
