"""Walks condition and measure trees: which fields and tables they read.

Those of criteria are the same for every park, and asked again and again: what they read is kept.
"""

from __future__ import annotations

from functools import lru_cache

from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    ConditionByReading,
    Differ,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    Part,
    Ratio,
    RowSum,
    Share,
)

_MOST = 8192
"""Trees of which it is kept; a criteria set has some hundreds."""


def parts(condition: Condition) -> tuple[Condition, ...]:
    """Give the conditions directly inside a condition."""
    match condition:
        case All(inner) | AnyOf(inner) | Either(inner):
            return inner
        case Not(part):
            return (part,)
        case HasRow(_, where):
            return (where,)
        case ConditionByReading(_, options):
            return tuple(c for _, c in options)
        case Holds(measure, _):
            return conditions(measure)
        case _:
            return ()


@lru_cache(_MOST)
def every_condition(condition: Condition) -> tuple[Condition, ...]:
    """Give the condition and all conditions inside it, outermost first."""
    return (condition, *(c for part in parts(condition) for c in every_condition(part)))


@lru_cache(_MOST)
def leaf_fields(condition: Condition) -> tuple[str, ...]:
    """Give the fields that the condition itself names, not those of its parts."""
    match condition:
        case Is(field) | In(field) | AtLeast(field) | AtMost(field) | Within(field):
            return (field,)
        case ValidOn(start, until):
            return tuple(f for f in (start, until) if f is not None)
        case Differ(fields):
            return fields
        case _:
            return ()


def conditions(measure: Measure) -> tuple[Condition, ...]:
    """Give the outermost conditions of a measure."""
    match measure:
        case Answer(condition):
            return (condition,)
        case Share() | Every() | NoneOf():
            return (measure.among, measure.where)
        case Count() | RowSum() | EachYear():
            return (measure.where,)
        case EitherMeasure(register, _):
            return conditions(register)
        case MeasureByReading(_, options):
            return tuple(c for _, m in options for c in conditions(m))
        case _:
            return ()


def part_fields(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Give the fields of the parts of a sum, under every option of their readings."""
    return tuple(
        f
        for part in parts
        for f in ([part] if isinstance(part, str) else [f for _, fs in part.options for f in fs])
    )


def own_figures(measure: Measure) -> tuple[str, ...]:
    """Give the facts that a measure reads as figures, not those inside its conditions."""
    match measure:
        case FactValue(field) | Average(field):
            return (field,)
        case FactSum(fields, whole, others):
            return (*part_fields(fields), *((whole,) if whole else ()), *part_fields(others))
        case Ratio(numerator, denominator):
            return (*own_figures(numerator), *own_figures(denominator))
        case RowSum(_, field, _):
            return (field,)
        case EachYear():
            return (measure.year, *((measure.since,) if measure.since else ()))
        case EitherMeasure(register, typed):
            return (*own_figures(register), *own_figures(typed))
        case MeasureByReading(_, options):
            return tuple(f for _, m in options for f in own_figures(m))
        case _:
            return ()


@lru_cache(_MOST)
def figures(measure: Measure) -> tuple[str, ...]:
    """Give the facts that a measure reads as figures, also inside its conditions."""
    inner = (
        f
        for outer in conditions(measure)
        for c in every_condition(outer)
        if isinstance(c, Holds)
        for f in own_figures(c.measure)
    )
    return tuple(dict.fromkeys((*own_figures(measure), *inner)))


@lru_cache(_MOST)
def fields_read(measure: Measure) -> tuple[str, ...]:
    """Give every field that a measure reads, in the order in which it names them."""
    named = (
        f for outer in conditions(measure) for c in every_condition(outer) for f in leaf_fields(c)
    )
    return tuple(dict.fromkeys((*named, *figures(measure))))


@lru_cache(_MOST)
def needed_figures(measure: Measure) -> tuple[str, ...]:
    """Give the facts without which the measure stays a range.

    Other parts of a whole are left out: they only narrow what a missing part can be.
    """
    match measure:
        case FactSum(fields, whole):
            return (*part_fields(fields), *((whole,) if whole else ()))
        case Ratio(numerator, denominator):
            both = (*needed_figures(numerator), *needed_figures(denominator))
            return tuple(dict.fromkeys(both))
        case _:
            return figures(measure)


def table_of(measure: Measure) -> str | None:
    """Give the list sheet whose rows the measure counts, None where it counts none."""
    match measure:
        case EitherMeasure(register, _):
            return register.table
        case Share() | Count() | RowSum() | Every() | NoneOf() | EachYear():
            return measure.table
        case _:
            return None
