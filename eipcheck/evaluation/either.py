"""Typed totals and the register: two statements about the same counts (rule 5)."""

from __future__ import annotations

import math
from fractions import Fraction

from msgspec.structs import replace

from eipcheck.evaluation.facts import Figure, mixed_years
from eipcheck.evaluation.figures import figure_flags, ratio_result, value_result
from eipcheck.evaluation.region import ANY, Bounds, Region
from eipcheck.evaluation.result import Result, hull, share_result, text
from eipcheck.evaluation.rows import ticks
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Flag, Step
from eipcheck.model.measure import Count, FactValue, Ratio, Share
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity


def either_result(
    world: World, registered: Result, register: Share | Count, typed: Ratio | FactValue
) -> Result:
    """Combine what the register says with what typed totals say.

    Only one answers: it serves. Both, of the same date: the counts are intersected, then
    divided. Nothing left: the range covers both, and only a verdict that both give stands.
    Totals of another year than the register's are shown, not mixed.
    """
    if isinstance(register, Share):
        assert isinstance(typed, Ratio)
        return _shares(world, registered, register, typed)
    assert isinstance(typed, FactValue)
    return _counts(world, registered, register, typed)


def register_answers(world: World, sheet: str) -> bool:
    """Say whether the list says anything: it has rows, or it is complete."""
    return bool(world.table(sheet).rows) or not world.unlisted_rows(sheet)


def same_year(figure: Figure, year: int) -> bool:
    """Say whether a typed total may stand beside a register of the year.

    An undated total speaks of the register's own day; a dated one only of its year.
    """
    return figure.years <= {year, None}


def set_aside(world: World, register: Share | Count, field: str) -> bool:
    """Say whether a typed total is shown only, being of another year than the register."""
    if not register_answers(world, register.table):
        return False
    return not same_year(world.figure(field), world.list_year(register.table))


def _bounds(figure: Figure) -> Bounds:
    return math.ceil(figure.low), None if figure.high is None else math.floor(figure.high)


def _shares(world: World, registered: Result, register: Share, typed: Ratio) -> Result:
    assert isinstance(typed.numerator, FactValue)
    names = (typed.denominator.field, typed.numerator.field)
    figures = tuple(world.figure(f) for f in names)
    if not any(f.answered for f in figures):
        return registered
    if not register_answers(world, register.table):
        return _typed_only(world, typed, figures)
    year = world.list_year(register.table)
    used = [f if f.answered and same_year(f, year) else None for f in figures]
    if all(used) and mixed_years(figures):
        # An undated register stands beside either total, but the two are not of one year.
        used = [None, None]
    steps = [
        _other_year(name, figure, year)
        if use is None
        else _typed_step(("typed_counted", "typed_qualifying")[i], name, figure)
        for i, (name, figure, use) in enumerate(zip(names, figures, used, strict=True))
        if figure.answered
    ]
    flags = figure_flags(f for f in used if f)
    result = replace(registered, steps=(*registered.steps, *steps), flags=flags)
    if not any(used):
        return result
    counted, qualifying = (_bounds(f) if f else ANY for f in used)
    assert registered.region is not None
    both = replace(registered.region, typed_counted=counted, typed_qualifying=qualifying)
    if both.possible:
        told = share_result(both, (*registered.steps[:-1], *steps))
        return replace(told, flags=flags)
    alone = _typed_only(world, typed, figures)
    cells = ticks(world, register.table)
    return _contradiction(result, alone, names, [f for f in used if f], cells)


def _typed_only(world: World, typed: Ratio, figures: tuple[Figure, ...]) -> Result:
    """Divide the typed totals by themselves; both must be of one year."""
    assert isinstance(typed.numerator, FactValue)
    ratio = ratio_result(world, typed)
    if ratio.blocked and Flag.MIXED_YEARS in ratio.flags:
        return ratio
    counted, qualifying = (_bounds(f) if f.answered else ANY for f in figures)
    region = Region(
        counted=0,
        qualifying=0,
        undecided=0,
        maybe=(0, 0, 0),
        unlisted=True,
        typed_counted=counted,
        typed_qualifying=qualifying,
    )
    if region.possible:
        return replace(share_result(region, ratio.steps[:-1]), flags=ratio.flags)
    # More qualify than are counted: the two totals contradict each other.
    return replace(
        ratio,
        blocked=True,
        problems=(_problem((typed.denominator.field, typed.numerator.field), figures, "", ""),),
        steps=(*ratio.steps, Step("contradiction")),
    )


def _counts(world: World, registered: Result, register: Count, typed: FactValue) -> Result:
    figure = world.figure(typed.field)
    if not figure.answered:
        return registered
    alone = value_result(world, typed)
    alone = replace(alone, observed=replace(alone.observed, unit=registered.observed.unit))
    if not register_answers(world, register.table):
        return alone
    year = world.list_year(register.table)
    if not same_year(figure, year):
        step = _other_year(typed.field, figure, year)
        return replace(registered, steps=(*registered.steps, step))
    step = _typed_step("typed_counted", typed.field, figure)
    seen = registered.observed
    assert seen.low is not None
    low = max(seen.low, Fraction(math.ceil(figure.low)))
    highs = [h for h in (seen.high, figure.high) if h is not None]
    high = min(highs) if highs else None
    told = replace(registered, steps=(*registered.steps, step), flags=figure_flags((figure,)))
    if high is None or low <= high:
        return replace(told, observed=replace(seen, low=low, high=high))
    return _contradiction(told, alone, (typed.field,), [figure], ticks(world, register.table))


def _contradiction(
    register: Result,
    typed: Result,
    names: tuple[str, ...],
    used: list[Figure],
    ticked: tuple[Cell, ...],
) -> Result:
    seen, said = register.observed, typed.observed
    problem = _problem(
        names,
        tuple(used),
        f"{text(seen.low)}…{text(seen.high)}",
        f"{text(said.low)}…{text(said.high)}",
        ticked,
    )
    return Result(
        observed=hull(seen, said),
        alternatives=(register, typed),
        steps=(*register.steps, Step("contradiction", (), tuple(_cells(used)))),
        flags=register.flags | typed.flags,
        problems=(*register.problems, *typed.problems, problem),
    )


def _problem(
    names: tuple[str, ...],
    figures: tuple[Figure, ...],
    register: str,
    typed: str,
    ticked: tuple[Cell, ...] = (),
) -> Problem:
    cells = _cells(list(figures))
    facts = (("field", names[-1]), ("register", register), ("typed", typed))
    return Problem("D101", cells[0], facts, Severity.ERROR, (*cells[1:], *ticked))


def _cells(figures: list[Figure]) -> list[Cell]:
    return [o.cell for f in figures for o in f.statements.used]


def _typed_step(name: str, field: str, figure: Figure) -> Step:
    n = text(figure.exact) or f"{text(figure.low)}…{text(figure.high)}"
    return Step(name, (("n", n), ("field", field)), tuple(_cells([figure])))


def _other_year(field: str, figure: Figure, year: int) -> Step:
    years = "; ".join(sorted(str(y) if y is not None else "?" for y in figure.years))
    values = (("field", field), ("year", years), ("register_year", str(year)))
    return Step("typed_other_year", values, tuple(_cells([figure])))
