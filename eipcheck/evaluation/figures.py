"""Measures of figures: a value, a sum of parts, a ratio. Nothing is rounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from eipcheck.evaluation.facts import Figure, mixed_years
from eipcheck.evaluation.result import Result, text
from eipcheck.evaluation.walk import part_fields
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Flag, Observed, Share, Step
from eipcheck.model.measure import FactSum, FactValue, Ratio
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Scope

ZERO = Fraction(0)
ASSESSED = "assessed"
CONVERSION_SCOPE = "conversion_scope"
"""The fact that says whether the whole park or a part of it is assessed."""


class Sum(Struct, frozen=True, kw_only=True):
    """The range of a sum; ``others`` is what known other parts take of the whole at least."""

    low: Fraction
    high: Fraction | None
    others: Fraction
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]


def value_step(world: World, field: str, figure: Figure) -> Step:
    """Tell a figure with its year and cells."""
    years = "; ".join(str(y) for y in sorted(y for y in figure.years if y is not None))
    values = (
        ("field", field),
        ("low", text(figure.low)),
        ("high", text(figure.high)),
        ("unit", world.dictionary.field(field).unit or ""),
        ("year", years),
    )
    return Step("value", values, tuple(o.cell for o in figure.statements.used))


def figure_flags(figures: Iterable[Figure]) -> frozenset[Flag]:
    """Flag figures of which several sources of one year differ."""
    conflict = any(f.statements.conflict for f in figures)
    return frozenset({Flag.CONFLICTING_SOURCES}) if conflict else frozenset()


def value_result(world: World, measure: FactValue) -> Result:
    """Give the range of one figure."""
    figure = world.figure(measure.field)
    unit = world.dictionary.field(measure.field).unit or ""
    observed = Observed(unit=unit, low=figure.low, high=figure.high)
    return Result(
        observed=observed,
        steps=(value_step(world, measure.field, figure),),
        flags=figure_flags((figure,)),
        blocked=not figure.answered,
    )


def sum_result(world: World, measure: FactSum) -> Result:
    """Give the range of a sum of parts, bounded by the whole where it is named."""
    total = _sum(world, measure, Scope.WHOLE)
    unit = world.dictionary.field(part_fields(measure.fields)[0]).unit or ""
    figures = total.figures
    whole = world.figure(measure.part_of) if measure.part_of else None
    if whole is not None:
        figures = (*figures, whole)
    over = _over_whole(measure, total, whole)
    mixed = mixed_years(figures)
    high = total.high
    if whole is not None and whole.high is not None:
        rest = whole.high - total.others
        high = rest if high is None else min(high, rest)
    return Result(
        observed=Observed(unit=unit, low=total.low, high=None if over else high),
        steps=(*total.steps, *_years_step(figures, mixed=mixed)),
        flags=figure_flags(figures) | _mixed_flag(mixed=mixed),
        problems=over,
        blocked=bool(over) or mixed or (whole is not None and whole.low <= 0),
    )


def ratio_result(world: World, measure: Ratio) -> Result:
    """Give the range of one figure over another of the same year and scope."""
    scope = scope_of(world, measure)
    if scope is None:
        return _scope_unknown(measure)
    numerator = measure.numerator
    parts = FactSum((numerator.field,)) if isinstance(numerator, FactValue) else numerator
    total = _sum(world, parts, scope)
    whole = world.figure(measure.denominator.field, scope)
    bounded = parts.part_of == measure.denominator.field
    over = _over_whole(parts, total, whole) if bounded else ()
    figures = (*total.figures, whole)
    mixed = mixed_years(figures)
    blocked = bool(over) or (mixed and not measure.years_may_differ) or whole.low <= 0
    observed = _ratio(total, whole, bounded=bounded and not over)
    steps = (
        *total.steps,
        Step(
            "whole",
            (("field", measure.denominator.field), ("value", text(whole.exact))),
            tuple(o.cell for o in whole.statements.used),
        ),
        *_years_step(figures, mixed=mixed),
        Step("ratio_range", (("low", text(observed.low)), ("high", text(observed.high)))),
    )
    return Result(
        observed=observed,
        steps=steps,
        flags=figure_flags(figures) | _mixed_flag(mixed=mixed),
        problems=over,
        blocked=blocked,
    )


def scope_of(world: World, measure: Ratio) -> Scope | None:
    """Give the part of the park that a ratio is about; None where the park does not say which."""
    assert isinstance(measure.scope, str)
    if measure.scope != ASSESSED:
        return Scope(measure.scope)
    declared = set(world.fact(CONVERSION_SCOPE))
    if declared == {"part"}:
        return Scope.DECLARED_PART
    return Scope.WHOLE if declared == {"whole"} else None


def _scope_unknown(measure: Ratio) -> Result:
    bounded = isinstance(measure.numerator, FactSum) and measure.numerator.part_of is not None
    observed = Observed(unit="share", low=ZERO, high=Fraction(1) if bounded else None)
    return Result(observed=observed, steps=(Step("population_unknown"),), blocked=True)


def _sum(world: World, measure: FactSum, scope: Scope) -> Sum:
    fields = part_fields(measure.fields)
    figures = tuple(world.figure(f, scope) for f in fields)
    highs = [f.high for f in figures]
    # An area inside another unit of year than the whole says nothing about what is left of it.
    whole = world.figure(measure.part_of, scope) if measure.part_of else None
    others = [world.figure(f, scope) for f in _other_parts(world, measure, fields)]
    steps = [
        value_step(world, field, figure)
        if figure.answered
        else Step("part_missing", (("field", field),), _blank_cells(world, field))
        for field, figure in zip(fields, figures, strict=True)
    ]
    return Sum(
        low=sum((f.low for f in figures), ZERO),
        high=None if None in highs else sum((h for h in highs if h is not None), ZERO),
        others=sum((f.low for f in others if whole and f.years == whole.years), ZERO),
        figures=tuple(f for f in figures if f.answered),
        steps=tuple(steps),
    )


def _other_parts(world: World, measure: FactSum, fields: Sequence[str]) -> tuple[str, ...]:
    """Give the other parts of the whole: those of the measure, and those of the dictionary.

    A part that holds one of the summed fields itself is none: it would count twice.
    """
    named = part_fields(measure.other_parts)
    if measure.part_of is None:
        return named
    within = {world.dictionary.field(f).part_of for f in fields}
    sheet = world.dictionary.sheet(world.dictionary.field(measure.part_of).sheet)
    known = (f.id for f in sheet.fields if f.part_of == measure.part_of and f.id not in within)
    return tuple(dict.fromkeys((*named, *(f for f in known if f not in fields))))


def _blank_cells(world: World, field: str) -> tuple[Cell, ...]:
    cell = world.record.blank_cells.get(field)
    return (cell,) if cell else ()


def _ratio(total: Sum, whole: Figure, *, bounded: bool) -> Observed:
    """Divide; with a part of the whole, more than the rest of it cannot be in the parts."""
    if whole.high is None:
        return Observed(unit="share", low=ZERO, high=Fraction(1) if bounded else None)
    low = total.low / whole.high if whole.high else ZERO
    if whole.low <= 0:
        return Observed(unit="share", low=low, high=Fraction(1) if bounded else None)
    high = _greatest(total, whole.low, whole.high, bounded=bounded)
    exact = whole.exact
    return Observed(
        unit="share",
        low=low,
        high=high,
        low_share=Share(total.low, whole.high),
        high_share=Share(high * exact, exact) if exact and high is not None else None,
    )


def _greatest(total: Sum, least: Fraction, most: Fraction, *, bounded: bool) -> Fraction | None:
    if not bounded:
        return None if total.high is None else total.high / least
    # min(high, whole - others) / whole rises up to whole = high + others and falls after it.
    wholes = {least, most}
    if total.high is not None:
        wholes.add(min(max(total.high + total.others, least), most))
    return max(
        (w - total.others if total.high is None else min(total.high, w - total.others)) / w
        for w in wholes
    )


def _over_whole(measure: FactSum, total: Sum, whole: Figure | None) -> tuple[Problem, ...]:
    parts = total.low + total.others
    if whole is None or whole.high is None or not whole.answered or parts <= whole.high:
        return ()
    assert measure.part_of is not None
    cell = whole.statements.used[0].cell
    facts = (("field", measure.part_of), ("sum", text(parts)), ("whole", text(whole.high)))
    cells = tuple(o.cell for f in total.figures for o in f.statements.used)
    return (Problem("D103", cell, facts, Severity.ERROR, cells),)


def _years_step(figures: Iterable[Figure], *, mixed: bool) -> tuple[Step, ...]:
    if not mixed:
        return ()
    years = {y for f in figures for y in f.years}
    told = sorted(str(y) if y is not None else "?" for y in years)
    return (Step("mixed_years", (("years", "; ".join(told)),)),)


def _mixed_flag(*, mixed: bool) -> frozenset[Flag]:
    return frozenset({Flag.MIXED_YEARS}) if mixed else frozenset()
