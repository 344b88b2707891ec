"""One finding as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from eipcheck.model.assessment import Ask, Finding, Gap, Judged, Observed, RowsBehind, Step
from eipcheck.model.criterion import Criterion, Source, Verdict, Waiver
from eipcheck.model.measure import Target, TargetByReading
from eipcheck.model.record import Judgement
from eipcheck.reporting.json_values import (
    Json,
    because,
    bound,
    cell,
    day,
    observation,
    quantity,
)


def finding_json(finding: Finding, readings: Mapping[str, str]) -> Json:
    """Write a finding.

    Args:
        finding: what was found of one criterion.
        readings: the option chosen of each reading.
    """
    criterion = finding.criterion
    target = _target_of(criterion, readings)
    return {
        "id": criterion.id,
        "clause": criterion.clause,
        "kind": finding.kind.value,
        "actor": criterion.actor,
        "verdict": finding.declared.verdict.value,
        "verdict_evidenced": finding.evidenced.verdict.value,
        "possible": _possible(finding.declared),
        "possible_evidenced": _possible(finding.evidenced),
        "flags": [flag.value for flag in finding.flags],
        "observed": _observed(finding.declared.observed, target),
        "observed_evidenced": _observed(finding.evidenced.observed, target),
        "target": _target(target, finding.bound),
        "gap": _gap(finding.gap),
        "gap_evidenced": _gap(finding.evidenced_gap),
        "inputs": {"answered": finding.inputs[0], "asked": finding.inputs[1]},
        "observations": [observation(o) for o in finding.observations],
        "set_aside": [observation(o) for o in finding.set_aside],
        "rows": _rows(finding.rows),
        "evidence": [
            {"document": e.document, "cell": cell(e.cell), "counts": e.counts}
            for e in finding.evidence
        ],
        "explanation": [_step(step) for step in finding.steps],
        "depends_on_reading": [
            {"reading": e.reading, "option": e.option, "verdict": e.verdict.value}
            for e in finding.reading_effects
        ],
        "judgement": _judgement(finding.judgement),
        "waiver": _waiver(finding.waiver),
        "question": criterion.question,
        "benchmark": _target(criterion.benchmark, finding.benchmark),
        "beside": [observation(o) for o in finding.beside],
        "sdg": list(criterion.sdg),
        "source": _source(criterion.source),
    }


def _possible(judged: Judged) -> Json:
    return [verdict.value for verdict in Verdict if verdict in judged.possible]


def _observed(observed: Observed, target: Target | None) -> Json:
    unit = observed.unit
    if unit == "count" and target is not None and target.unit:
        unit = target.unit  # what is counted, as the target names it
    return {
        "low": bound(observed.low, unit, observed.low_share),
        "high": bound(observed.high, unit, observed.high_share),
        "unit": unit,
        "empty": observed.empty,
        "maybe_empty": observed.maybe_empty,
    }


def _target_of(criterion: Criterion, readings: Mapping[str, str]) -> Target | None:
    target = criterion.target
    if isinstance(target, TargetByReading):
        return dict(target.options)[readings[target.reading]]
    return target


def _target(target: Target | None, figure: Fraction | None) -> Json:
    if target is None:
        return None
    return {
        "kind": target.kind,
        "bound": bound(figure, target.unit),
        "unit": target.unit,
        "rounding": target.rounding,
        "field": target.field,
    }


def _gap(gap: Gap | None) -> Json:
    if gap is None:
        return None
    return {
        "unit": gap.unit,
        "least": quantity(gap.least),
        "most": quantity(gap.most),
        "unanswered": gap.unanswered,
        "yes_to_meet": gap.yes_to_meet,
        "no_to_miss": gap.no_to_miss,
        "asks": [_ask(ask) for ask in gap.asks],
    }


def _ask(ask: Ask) -> Json:
    return {
        "kind": ask.kind,
        "field": ask.field,
        "cells": [cell(c) for c in ask.cells],
        "asked_of": ask.asked_of,
        "enterprises": list(ask.enterprises),
    }


def _rows(behind: RowsBehind | None) -> Json:
    if behind is None:
        return None
    return {
        "table": behind.table,
        "sheet": behind.sheet_name,
        "complete": behind.complete,
        "complete_cell": cell(behind.complete_cell),
        "rows": [
            {
                "row": row.row,
                "cell": cell(row.cell),
                "name": row.name,
                "code": row.code,
                "counted": row.among.name.lower(),
                "qualifies": row.where.name.lower(),
                "qualifies_evidenced": row.evidenced.name.lower(),
                "why": [because(b) for b in row.why],
            }
            for row in behind.rows
        ],
    }


def _step(step: Step) -> Json:
    return {
        "name": step.name,
        "values": dict(step.values),
        "cells": [cell(c) for c in step.cells],
    }


def _judgement(judgement: Judgement | None) -> Json:
    if judgement is None:
        return None
    return {
        "met": judgement.met,
        "by": judgement.by,
        "on": day(judgement.on),
        "documents": list(judgement.documents),
        "cell": cell(judgement.cell),
    }


def _waiver(waiver: Waiver | None) -> Json:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "approved_by": waiver.approved_by,
        "granted": day(waiver.granted),
        "expires": day(waiver.expires),
        "document": waiver.document,
    }


def _source(source: Source) -> Json:
    return {
        "document": source.document,
        "article": source.article,
        "clause": source.clause,
        "urls": list(source.urls),
        "confidence": source.confidence,
        "verified_by": source.verified_by,
        "verified_on": day(source.verified_on),
    }
