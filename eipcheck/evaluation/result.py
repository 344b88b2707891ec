"""What a measure gives: an observed range, and how it came about."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from eipcheck.evaluation.region import Region
from eipcheck.model.assessment import Flag, Observed, Step, Truth
from eipcheck.model.problem import Problem


class Result(Struct, frozen=True, kw_only=True):
    """A measured range.

    ``region`` stands behind a share of rows. ``alternatives`` are contradicting statements: a
    verdict then needs both to agree. ``blocked`` says that the figures do not fit together
    (years, parts above the whole, no whole), so that nothing can be concluded.
    """

    observed: Observed
    region: Region | None = None
    alternatives: tuple[Result, ...] = ()
    blocked: bool = False
    steps: tuple[Step, ...] = ()
    flags: frozenset[Flag] = frozenset()
    problems: tuple[Problem, ...] = ()


def text(number: Fraction | int | None) -> str:
    """Write a number for a step: ``12``, ``5/3``, or nothing where it is unbounded."""
    return "" if number is None else str(number)


def answer(value: Truth) -> Observed:
    """Give the observed range of a yes/no quantity: 0 is no, 1 is yes."""
    low = Fraction(1 if value is Truth.TRUE else 0)
    return Observed(unit="answer", low=low, high=Fraction(0 if value is Truth.FALSE else 1))


def share_result(region: Region, steps: Iterable[Step] = ()) -> Result:
    """Give the range of a share of rows; the region must be possible."""
    if region.empty:
        observed = Observed(unit="share", low=None, high=None, empty=True, maybe_empty=True)
        return Result(observed=observed, region=region, steps=(*steps, Step("empty")))
    low, high = region.extremes()
    observed = Observed(
        unit="share",
        low=low.ratio,
        high=high.ratio,
        low_share=low if region.bounded else None,
        high_share=high if region.bounded else None,
        maybe_empty=region.maybe_empty,
    )
    if not region.bounded:
        return Result(observed=observed, region=region, steps=(*steps, Step("population_unknown")))
    told = Step(
        "share_range",
        (
            ("low_num", text(low.num)),
            ("low_den", text(low.den)),
            ("high_num", text(high.num)),
            ("high_den", text(high.den)),
        ),
    )
    return Result(observed=observed, region=region, steps=(*steps, told))


def hull(a: Observed, b: Observed) -> Observed:
    """Give the range that covers both."""
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    return Observed(
        unit=a.unit,
        low=low,
        high=high,
        low_share=a.low_share if low == a.low else b.low_share,
        high_share=a.high_share if high == a.high else b.high_share,
        maybe_empty=a.maybe_empty or b.maybe_empty,
    )
