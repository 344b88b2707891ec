"""Yearly duties: for which years a row is due, and whether it is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from eipcheck.evaluation.result import Result, answer
from eipcheck.evaluation.rows import list_step
from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, word
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Step, Truth
from eipcheck.model.measure import EachYear


def each_year_result(world: World, measure: EachYear) -> Result:
    """Say whether every year that is due has a row that satisfies the condition.

    Where it is unknown when the park began, every beginning is tried: a verdict needs all of
    them to agree. No year due is nothing to judge.
    """
    tried = [due_years(measure, world.as_of, first) for first in _firsts(world, measure)]
    years = sorted({y for due in tried for y in due})
    truths = {year: _year(world, measure, year) for year in years}
    last = world.as_of.year - 1
    graceful = in_grace(measure, world.as_of)
    steps = [
        list_step(world, measure.table),
        Step("years_due", (("years", "; ".join(map(str, years))),)),
        *(Step("year", (("year", str(y)), ("truth", word(t)))) for y, t in truths.items()),
    ]
    if graceful and truths.get(last) is FALSE:
        steps.append(Step("grace", (("year", str(last)),)))
    seen: set[Truth | None] = set()
    for due in tried:
        known = {y: truths[y] for y in due}
        seen.add(_with_grace(measure, known, last) if graceful else _all(known))
    settled = {t for t in seen if t is not None}
    value = settled.pop() if len(settled) == 1 else UNKNOWN
    observed = replace(answer(value), empty=seen == {None}, maybe_empty=None in seen)
    return Result(observed=observed, steps=tuple(steps))


def _all(truths: Mapping[int, Truth]) -> Truth | None:
    return min(truths.values(), default=None)


def _with_grace(measure: EachYear, truths: Mapping[int, Truth], last: int) -> Truth | None:
    """Combine the years due in the months of grace.

    No deadline is verified: the year just ended is not missing yet, and while it is not
    answered the year before serves. Once it is answered it counts like any other.
    """
    if last not in truths:
        return _all(truths)
    older = {y: t for y, t in truths.items() if y != last}
    extra = set() if measure.years != "last" else {last - 1}
    answered = min((t for y, t in older.items() if y not in extra), default=TRUE)
    unanswered = min(UNKNOWN, *older.values()) if older else UNKNOWN
    if truths[last] is TRUE:
        return answered
    return unanswered if truths[last] is FALSE or unanswered is answered else UNKNOWN


def _firsts(world: World, measure: EachYear) -> set[int]:
    """Give the years that may be the first full one of the park."""
    last = world.as_of.year - 1
    said = world.fact(measure.since) if measure.since else []
    firsts = {first_full_year(v) for v in said if isinstance(v, date)}
    if measure.since is None or any(not isinstance(v, date) for v in said):
        listed = [v for v in world.values(measure.year) if isinstance(v, int)]
        oldest = min([last - 3, *(y - 1 for y in listed)])
        # Without a beginning to ask for, the years of the measure are simply due.
        firsts |= {oldest} if measure.since is None else set(range(oldest, last + 2))
    return firsts


def first_full_year(began: date) -> int:
    """Give the first calendar year that the park operated from its first day."""
    return began.year + ((began.month, began.day) != (1, 1))


def in_grace(measure: EachYear, as_of: date) -> bool:
    """Say whether the year just ended is still in the months of grace after its end."""
    return as_of.month <= measure.grace_months


def due_years(measure: EachYear, as_of: date, first: int) -> tuple[int, ...]:
    """Give the years for which a row is due, oldest first; none before ``first``.

    In the months of grace the year before the newest is due as well.
    """
    last = as_of.year - 1
    oldest = {"last": last, "three": last - 2}.get(measure.years, first)
    if in_grace(measure, as_of):
        oldest = min(oldest, last - 1)
    return tuple(range(max(oldest, first), last + 1))


def years_asked(measure: EachYear, as_of: date) -> tuple[int, ...]:
    """Give the years asked of a park whatever its beginning: the newest ones that are due."""
    return due_years(measure, as_of, as_of.year - (3 if measure.years == "three" else 2))


def _year(world: World, measure: EachYear, year: int) -> Truth:
    where = world.existing(measure.where, measure.table)
    listed = FALSE
    for value, truth in zip(world.values(measure.year), where, strict=True):
        if value == year:
            listed = max(listed, truth)
        elif value is None:
            listed = max(listed, min(truth, UNKNOWN))
    return max(listed, world.unlisted(measure.where, measure.table))
