"""Yearly duties: for which years a row is due, and whether it is there."""

from __future__ import annotations

from datetime import date

from eipcheck.evaluation.result import Result, answer
from eipcheck.evaluation.rows import list_step
from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Step, Truth
from eipcheck.model.measure import EachYear

WORDS = ("no", "unknown", "yes")


def each_year_result(world: World, measure: EachYear) -> Result:
    """Say whether every year that is due has a row that satisfies the condition."""
    first = _first_year(world, measure)
    years = due_years(measure, world.as_of, first)
    truths = {year: _year(world, measure, year) for year in years}
    steps = [
        list_step(world, measure.table),
        Step("years_due", (("years", "; ".join(map(str, years))),)),
    ]
    last = world.as_of.year - 1
    if in_grace(measure, world.as_of) and truths.get(last) is FALSE:
        # No deadline is verified: the year just ended is not missing yet.
        truths[last] = UNKNOWN
        steps.append(Step("grace", (("year", str(last)),)))
    steps += [
        Step("year", (("year", str(year)), ("truth", WORDS[truth])))
        for year, truth in truths.items()
    ]
    value = min(truths.values(), default=TRUE)
    if measure.years == "all" and first is None:
        value = min(value, UNKNOWN)
    return Result(observed=answer(value), steps=tuple(steps))


def _first_year(world: World, measure: EachYear) -> int | None:
    if measure.since is None:
        return None
    dates = [v for v in world.fact(measure.since) if isinstance(v, date)]
    return min(dates).year if len(dates) == len(world.fact(measure.since)) else None


def in_grace(measure: EachYear, as_of: date) -> bool:
    """Say whether the year just ended is still in the months of grace after its end."""
    return as_of.month <= measure.grace_months


def due_years(measure: EachYear, as_of: date, first: int | None) -> tuple[int, ...]:
    """Give the years for which a row is due, oldest first; none before ``first``."""
    last = as_of.year - 1
    span = {"last": 1, "three": 3}.get(measure.years)
    oldest = last if span is None else last - span + 1
    if span is None and first is not None:
        oldest = min(first, last)
    if in_grace(measure, as_of):
        oldest = min(oldest, last - 1)
    return tuple(y for y in range(oldest, last + 1) if first is None or y >= first)


def _year(world: World, measure: EachYear, year: int) -> Truth:
    where = world.column(measure.where, measure.table)
    listed = FALSE
    for value, truth in zip(world.values(measure.year), where, strict=True):
        if value == year:
            listed = max(listed, truth)
        elif value is None:
            listed = max(listed, min(truth, UNKNOWN))
    return max(listed, world.unlisted(measure.where, measure.table))
