"""Measures: from the answers of a workbook to an exact range."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from eipcheck.evaluation.averages import average_result
from eipcheck.evaluation.either import either_result
from eipcheck.evaluation.figures import ratio_result, sum_result, value_result
from eipcheck.evaluation.networks import count_networks
from eipcheck.evaluation.region import Region
from eipcheck.evaluation.result import Result, answer, share_result, text
from eipcheck.evaluation.rows import ALWAYS, count_step, counted_columns, list_step
from eipcheck.evaluation.target import Bound, reached
from eipcheck.evaluation.truth import negation, word
from eipcheck.evaluation.world import World
from eipcheck.evaluation.years import each_year_result
from eipcheck.model.assessment import Observed, Step, Truth
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
    Ratio,
    RowSum,
    Share,
    Target,
)


def measured(world: World, measure: Measure) -> Result:
    """Compute the range of a measure whose readings are resolved."""
    match measure:
        case Answer():
            return _answer(world, measure)
        case FactValue():
            return value_result(world, measure)
        case FactSum():
            return sum_result(world, measure)
        case Ratio():
            return ratio_result(world, measure)
        case Share():
            return _share(world, measure)
        case Count():
            return _count(world, measure)
        case RowSum():
            return _row_sum(world, measure)
        case Every() | NoneOf():
            return _failing(world, measure)
        case EachYear():
            return each_year_result(world, measure)
        case EitherMeasure(register, typed):
            return either_result(world, measured(world, register), register, typed)
        case Average():
            return average_result(world, measure)
        case MeasureByReading():
            message = "readings are resolved before anything is measured"
            raise TypeError(message)


def reaches(world: World, condition: Holds) -> Truth:
    """Say whether a measured quantity reaches its target."""
    target = condition.target
    seen = reached(measured(world, condition.measure), target, bound_of(world, target))
    return Truth.UNKNOWN if len(seen) != 1 else Truth.TRUE if True in seen else Truth.FALSE


def bound_of(world: World, target: Target) -> Bound:
    """Give the bound of the day: of the law, or a figure of the park that may be unknown."""
    if target.field is not None:
        figure = world.figure(target.field)
        scale = 100 if target.unit == "share" else 1
        return Bound(figure.low / scale, None if figure.high is None else figure.high / scale)
    exact = Fraction(target.bound(world.as_of)) if target.values else Fraction(1)
    return Bound(exact, exact)


def _answer(world: World, measure: Answer) -> Result:
    value = world.park(measure.condition)
    step = Step("condition", (("truth", word(value)),))
    return Result(observed=answer(value), steps=(step,))


def _share(world: World, measure: Share) -> Result:
    among, where = counted_columns(world, measure.table, measure.among, measure.where)
    unlisted = world.is_open(measure.among, measure.table)
    region = Region.of_rows(among, where, unlisted=unlisted)
    steps = (list_step(world, measure.table), count_step(among), _answers_step(region))
    return share_result(region, steps)


def _answers_step(region: Region) -> Step:
    no = region.counted - region.qualifying - region.undecided
    return Step(
        "answers",
        (("yes", str(region.qualifying)), ("no", str(no)), ("unknown", str(region.undecided))),
    )


def _count(world: World, measure: Count) -> Result:
    _, where = counted_columns(world, measure.table, ALWAYS, measure.where)
    unlisted = world.is_open(measure.where, measure.table)
    low = where.count(Truth.TRUE)
    high = None if unlisted else low + where.count(Truth.UNKNOWN)
    if measure.networks:
        low, high = count_networks(world, measure.table, measure.networks, where, unlisted=unlisted)
    observed = Observed(
        unit="count", low=Fraction(low), high=None if high is None else Fraction(high)
    )
    told = Step("count_range", (("low", text(low)), ("high", text(high))))
    return Result(observed=observed, steps=(list_step(world, measure.table), told))


def _row_sum(world: World, measure: RowSum) -> Result:
    where = world.existing(measure.where, measure.table)
    unlisted = world.is_open(measure.where, measure.table)
    low, high = Fraction(0), None if unlisted else Fraction(0)
    for truth, value in zip(where, world.values(measure.field), strict=True):
        if truth is Truth.FALSE:
            continue
        number = Fraction(value) if isinstance(value, Decimal) else None
        if truth is Truth.TRUE and number is not None:
            low += number
        high = None if high is None or number is None else high + number
    unit = world.dictionary.field(measure.field).unit or ""
    told = Step("sum_range", (("low", text(low)), ("high", text(high))))
    return Result(observed=Observed(unit=unit, low=low, high=high), steps=(told,))


def _failing(world: World, measure: Every | NoneOf) -> Result:
    """Count the rows that fail; an open list may always hold one more."""
    among, where = counted_columns(world, measure.table, measure.among, measure.where)
    fails = [negation(t) for t in where] if isinstance(measure, Every) else where
    failing = list(map(min, among, fails))
    low = failing.count(Truth.TRUE)
    high = low + failing.count(Truth.UNKNOWN)
    unlisted = world.is_open(measure.among, measure.table)
    counted, maybe = among.count(Truth.TRUE), among.count(Truth.UNKNOWN)
    observed = Observed(
        unit="count",
        low=Fraction(low),
        high=None if unlisted else Fraction(high),
        empty=not (counted or maybe or unlisted),
        maybe_empty=not counted,
    )
    told = Step("count_range", (("low", str(low)), ("high", "" if unlisted else str(high))))
    return Result(
        observed=observed, steps=(list_step(world, measure.table), count_step(among), told)
    )
