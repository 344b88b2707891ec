"""The mean of a yearly figure: every year of the span counts, answered or not."""

from __future__ import annotations

from eipcheck.evaluation.facts import Figure, Statements, figure, unreadable
from eipcheck.evaluation.figures import ZERO, figure_flags, value_step
from eipcheck.evaluation.result import Result, text
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Observed, Step
from eipcheck.model.measure import Average
from eipcheck.model.record import Scope


def average_result(world: World, measure: Average) -> Result:
    """Give the range of the mean over the last full years; a year without an answer is open.

    A statement without a year speaks of no year in particular and is not used.
    """
    years = years_averaged(measure, world)
    figures = [_of_year(world, measure.field, year) for year in years]
    highs = [f.high for f in figures]
    low = sum((f.low for f in figures), ZERO) / len(years)
    high = None if None in highs else sum((h for h in highs if h is not None), ZERO) / len(years)
    steps = [
        value_step(world, measure.field, found)
        if found.answered
        else Step("year_missing", (("field", measure.field), ("year", str(year))))
        for year, found in zip(years, figures, strict=True)
    ]
    told = (("low", text(low)), ("high", text(high)), ("years", "; ".join(map(str, years))))
    unit = world.dictionary.field(measure.field).unit or ""
    return Result(
        observed=Observed(unit=unit, low=low, high=high),
        steps=(*steps, Step("average", told)),
        flags=figure_flags(figures),
        blocked=not any(f.answered for f in figures),
    )


def years_averaged(measure: Average, world: World) -> tuple[int, ...]:
    """Give the last full years before the assessment date, oldest first."""
    return tuple(range(world.as_of.year - measure.years, world.as_of.year))


def _of_year(world: World, field: str, year: int) -> Figure:
    said = [o for o in world.record.facts.get(field, ()) if o.scope is Scope.WHOLE]
    own = tuple(o for o in said if o.year == year and o.value is not None)
    # What is written for the year, or for none, and cannot be read may be this year's answer.
    lost = any(o.year in (year, None) for o in unreadable(world.record, said))
    statements = Statements(used=own, set_aside=(), later=(), unreadable=lost)
    return figure(world.record, world.dictionary.field(field), statements, world.as_of, world.proof)
