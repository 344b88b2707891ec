"""Whether an observed range reaches a target, over every completion it stands for."""

from __future__ import annotations

import math
from fractions import Fraction

from msgspec import Struct

from eipcheck.evaluation.region import Region
from eipcheck.evaluation.result import Result
from eipcheck.model.assessment import Observed
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Target

EITHER = frozenset({True, False})


class Bound(Struct, frozen=True):
    """The range in which a bound lies: one number for a bound of the law.

    ``high`` is None where the bound is a figure of the park that may be anything from ``low`` on.
    """

    low: Fraction
    high: Fraction | None

    @property
    def exact(self) -> Fraction | None:
        """The one number that the bound is, None where it may be several."""
        return self.low if self.low == self.high else None


def reached(result: Result, target: Target, bound: Bound) -> frozenset[bool | None]:
    """Say which answers some completion gives: reached, missed, or None for nothing to count."""
    least = _reached(result, target, bound.low)
    if bound.exact is not None:
        return least
    if bound.high is None:
        # Without a limit a bound to be reached may be missed, a bound to stay below be kept.
        return least | {not target.upward}
    return least | _reached(result, target, bound.high)


def _reached(result: Result, target: Target, bound: Fraction) -> frozenset[bool | None]:
    if result.alternatives:
        return frozenset().union(*(_reached(r, target, bound) for r in result.alternatives))
    if result.blocked:
        return EITHER
    observed = result.observed
    if observed.empty:
        return frozenset({None})
    seen: frozenset[bool | None] = _seen(result, target, bound)
    return seen | {None} if observed.maybe_empty else seen


def needed_rows(target: Target, bound: Fraction, counted: int) -> int:
    """Give the number of rows that must qualify among ``counted``: at least, or at most."""
    exact = bound * counted
    if target.rounding == "nearest":
        # A part of some rows is never none of them, however few there are.
        least = 1 if target.upward and bound > 0 and counted > 0 else 0
        exact = Fraction(max(least, math.floor(exact + Fraction(1, 2))))
    match target.kind:
        case "at_most":
            return math.floor(exact)
        case "more_than":
            return math.floor(exact) + 1
        case "less_than":
            return math.ceil(exact) - 1
        case _:
            return math.ceil(exact)


def _seen(result: Result, target: Target, bound: Fraction) -> frozenset[bool]:
    region = result.region
    if region is not None and target.rounding != "exact":
        return _rounded(region, target, bound)
    observed = result.observed
    match target.kind:
        case "at_least":
            return _above(observed, bound)
        case "at_most":
            return _below(observed, bound)
        case "more_than":
            return _opposite(_below(observed, bound))
        case "less_than":
            return _opposite(_above(observed, bound))
        case "exactly":
            return _equal(observed, bound)
        case _:
            return _above(observed, Fraction(1))


def _above(observed: Observed, bound: Fraction) -> frozenset[bool]:
    if observed.low is not None and observed.low >= bound:
        return frozenset({True})
    if observed.high is not None and observed.high < bound:
        return frozenset({False})
    return EITHER


def _below(observed: Observed, bound: Fraction) -> frozenset[bool]:
    if observed.high is not None and observed.high <= bound:
        return frozenset({True})
    if observed.low is not None and observed.low > bound:
        return frozenset({False})
    return EITHER


def _opposite(seen: frozenset[bool]) -> frozenset[bool]:
    return frozenset(not one for one in seen)


def _equal(observed: Observed, bound: Fraction) -> frozenset[bool]:
    low, high = observed.low, observed.high
    if low == high == bound:
        return frozenset({True})
    if (low is not None and low > bound) or (high is not None and high < bound):
        return frozenset({False})
    return EITHER


def _rounded(region: Region, target: Target, bound: Fraction) -> frozenset[bool]:
    """Judge row numbers one population at a time; rounding is not monotone in the share."""
    if not region.bounded:
        return EITHER
    seen: set[bool] = set()
    for counted, least, most in region.pairs():
        if counted:
            need = needed_rows(target, bound, counted)
            low, high = (least, most) if target.upward else (most, least)
            seen |= {_holds(target, low, need), _holds(target, high, need)}
    return frozenset(seen) or EITHER


def _holds(target: Target, rows: int, need: int) -> bool:
    if target.upward:
        return rows >= need
    return rows == need if target.kind == "exactly" else rows <= need


def possible_verdicts(
    result: Result, target: Target, bound: Bound, *, if_empty: Verdict, otherwise: Verdict
) -> frozenset[Verdict]:
    """Give every verdict that some completion gives."""
    seen = reached(result, target, bound)
    verdicts = set()
    if True in seen:
        verdicts.add(Verdict.MET)
    if None in seen:
        verdicts.add(if_empty)
    if False in seen:
        verdicts |= _missed(result, target, otherwise)
    return frozenset(verdicts)


def _missed(result: Result, target: Target, otherwise: Verdict) -> frozenset[Verdict]:
    if target.partly_from is None:
        return frozenset({otherwise})
    partly = _reached(result, target, Fraction(target.partly_from))
    verdicts = set()
    if True in partly:
        verdicts.add(Verdict.PARTLY_MET)
    if False in partly:
        verdicts.add(otherwise)
    return frozenset(verdicts)
