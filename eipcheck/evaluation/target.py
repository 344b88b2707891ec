"""Whether an observed range reaches a target, over every completion it stands for."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

from eipcheck.evaluation.region import Region
from eipcheck.evaluation.result import Result
from eipcheck.model.assessment import Observed
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Target

EITHER = frozenset({True, False})


def reached(result: Result, target: Target, bound: Decimal) -> frozenset[bool | None]:
    """Say which answers some completion gives: reached, missed, or None for nothing to count."""
    if result.alternatives:
        return frozenset().union(*(reached(r, target, bound) for r in result.alternatives))
    if result.blocked:
        return EITHER
    observed = result.observed
    if observed.empty:
        return frozenset({None})
    seen: frozenset[bool | None] = _seen(result, target, Fraction(bound))
    return seen | {None} if observed.maybe_empty else seen


def needed_rows(target: Target, bound: Fraction, counted: int) -> int:
    """Give the number of rows that must qualify among ``counted`` (at least, at most, exactly)."""
    exact = bound * counted
    if target.rounding == "nearest":
        return math.floor(exact + Fraction(1, 2))
    return math.floor(exact) if target.kind == "at_most" else math.ceil(exact)


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
            low, high = (least, most) if target.kind == "at_least" else (most, least)
            seen |= {_holds(target, low, need), _holds(target, high, need)}
    return frozenset(seen) or EITHER


def _holds(target: Target, rows: int, need: int) -> bool:
    if target.kind == "at_least":
        return rows >= need
    return rows <= need if target.kind == "at_most" else rows == need


def possible_verdicts(
    result: Result, target: Target, on: date, *, if_empty: Verdict, otherwise: Verdict
) -> frozenset[Verdict]:
    """Give every verdict that some completion gives."""
    bound = target.bound(on) if target.values else Decimal(1)
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
    partly = reached(result, target, target.partly_from)
    verdicts = set()
    if True in partly:
        verdicts.add(Verdict.PARTLY_MET)
    if False in partly:
        verdicts.add(otherwise)
    return frozenset(verdicts)
