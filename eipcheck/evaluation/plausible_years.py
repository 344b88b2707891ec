"""One figure over the years: jumps that a slip explains better than the park does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from eipcheck.evaluation.plausible_figures import Key, Stated, told
from eipcheck.evaluation.result import text
from eipcheck.model.problem import Problem
from eipcheck.model.record import Scope

JUMP = 10
"""From this factor on a change within ``NEAR`` years is told."""

LEAP = 100
"""From this factor on a change is told over any number of years."""

NEAR = 5
"""In more years than this a park can grow tenfold."""

THOUSAND = (500, 2000)
"""Between these factors the figure itself may have changed, but the thousand was lost or added."""

FEW = 10
"""Numbers of things below this grow tenfold without any slip."""


def jumps(stated: Mapping[Key, Stated], *, whole_numbers: bool) -> Iterator[Problem]:
    """Tell sources of one year that are factors apart, and jumps from one year to the next known.

    Args:
        stated: what is said of one figure, by year and part of the park.
        whole_numbers: the figure is a number of things; a few may become many.
    """
    for key, one in stated.items():
        factor = _factor(one.low, one.high)
        if factor >= _least_told(one.low, 0, whole_numbers=whole_numbers):
            facts = {"least": text(one.low), "most": text(one.high), "ratio": _times(factor)}
            yield told("D125", one.field, key, facts, one.cells)
    for scope in Scope:
        years = sorted(year for year, s in stated if s is scope and year is not None)
        yield from _over_years([(y, stated[y, scope]) for y in years], whole_numbers=whole_numbers)


def _over_years(series: list[tuple[int, Stated]], *, whole_numbers: bool) -> Iterator[Problem]:
    rose: bool | None = None  # into the earlier figure, where that jump has been told
    for (earlier, before), (year, after) in pairwise(series):
        rises = after.low >= before.high
        least, most = (before.high, after.low) if rises else (after.high, before.low)
        factor = _factor(least, most)
        jumped = factor >= _least_told(least, year - earlier, whole_numbers=whole_numbers)
        if not jumped or rose is (not rises):  # back again: the figure between is told already
            rose = None
            continue
        rose = rises
        facts = {
            "figure": text(most if rises else least),
            "earlier_year": str(earlier),
            "earlier": text(least if rises else most),
            "ratio": _times(factor),
        }
        code = "D124" if THOUSAND[0] <= factor <= THOUSAND[1] else "D123"
        key = (year, after.said[0].scope)
        yield told(code, after.field, key, facts, after.cells, before.cells)


def _factor(low: Fraction, high: Fraction) -> Fraction:
    """Give how many times the low one the high one is; 0 where that means nothing."""
    return high / low if low > 0 else Fraction(0)


def _least_told(low: Fraction, years: int, *, whole_numbers: bool) -> int:
    """Give the factor from which on a change from (or to) the lower figure is told."""
    if whole_numbers and low < FEW:
        return THOUSAND[0]
    return JUMP if years <= NEAR else LEAP


def _times(factor: Fraction) -> str:
    return str(round(factor))
