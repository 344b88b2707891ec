"""Resolves the places where a criterion depends on how an ambiguous clause is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from eipcheck.model.condition import (
    All,
    AnyOf,
    Condition,
    ConditionByReading,
    Either,
    HasRow,
    Not,
)
from eipcheck.model.criterion import ByReading, Criterion, Kind, Verdict
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FieldsByReading,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    Part,
    Ratio,
    RowSum,
    ScopeByReading,
    Share,
    Target,
    TargetByReading,
)

Chosen = Mapping[str, str]
_T = TypeVar("_T")


def _pick(reading: str, options: tuple[tuple[str, _T], ...], chosen: Chosen) -> _T:
    return dict(options)[chosen[reading]]


def resolve_condition(condition: Condition, chosen: Chosen) -> Condition:
    """Give the condition under the chosen readings, free of ``ConditionByReading``."""
    match condition:
        case ConditionByReading(reading, options):
            return resolve_condition(_pick(reading, options, chosen), chosen)
        case All(parts):
            return All(tuple(resolve_condition(p, chosen) for p in parts))
        case AnyOf(parts):
            return AnyOf(tuple(resolve_condition(p, chosen) for p in parts))
        case Either(parts):
            return Either(tuple(resolve_condition(p, chosen) for p in parts))
        case Not(part):
            return Not(resolve_condition(part, chosen))
        case HasRow(table, where):
            return HasRow(table, resolve_condition(where, chosen))
        case Holds(measure, target):
            return Holds(resolve_measure(measure, chosen), target)
        case _:
            return condition


def resolve_measure(measure: Measure, chosen: Chosen) -> Measure:
    """Give the measure under the chosen readings, free of ``MeasureByReading``."""
    match measure:
        case MeasureByReading(reading, options):
            return resolve_measure(_pick(reading, options, chosen), chosen)
        case Answer(condition):
            return Answer(resolve_condition(condition, chosen))
        case Share() | Every() | NoneOf():
            return replace(
                measure,
                among=resolve_condition(measure.among, chosen),
                where=resolve_condition(measure.where, chosen),
            )
        case Count() | RowSum() | EachYear():
            return replace(measure, where=resolve_condition(measure.where, chosen))
        case FactSum():
            return _sum(measure, chosen)
        case Ratio(numerator):
            parts = _sum(numerator, chosen) if isinstance(numerator, FactSum) else numerator
            return replace(measure, numerator=parts, scope=_scope(measure, chosen))
        case EitherMeasure(register, typed, typed_when):
            resolved = resolve_measure(register, chosen)
            assert isinstance(resolved, Share | Count)
            if any(chosen[reading] != option for reading, option in typed_when):
                return resolved
            return EitherMeasure(resolved, typed)
        case _:
            return measure


def _scope(measure: Ratio, chosen: Chosen) -> str:
    if isinstance(measure.scope, ScopeByReading):
        return _pick(measure.scope.reading, measure.scope.options, chosen)
    return measure.scope


def _sum(measure: FactSum, chosen: Chosen) -> FactSum:
    fields, others = (
        tuple(f for part in parts for f in _fields(part, chosen))
        for parts in (measure.fields, measure.other_parts)
    )
    return FactSum(fields, measure.part_of, others)


def _fields(part: Part, chosen: Chosen) -> tuple[str, ...]:
    if isinstance(part, FieldsByReading):
        return _pick(part.reading, part.options, chosen)
    return (part,)


def resolve_target(target: Target | TargetByReading | None, chosen: Chosen) -> Target | None:
    """Give the target under the chosen readings."""
    if isinstance(target, TargetByReading):
        return _pick(target.reading, target.options, chosen)
    return target


def resolve_kind(criterion: Criterion, chosen: Chosen) -> Kind:
    """Give the kind of the criterion under the chosen readings."""
    kind = criterion.kind
    return Kind(_pick(kind.reading, kind.options, chosen)) if isinstance(kind, ByReading) else kind


def resolve_otherwise(criterion: Criterion, chosen: Chosen) -> Verdict:
    """Give the verdict of a missed target under the chosen readings."""
    otherwise = criterion.otherwise
    if isinstance(otherwise, ByReading):
        return Verdict(_pick(otherwise.reading, otherwise.options, chosen))
    return otherwise
