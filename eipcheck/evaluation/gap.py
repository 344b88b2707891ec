"""What separates the park from a target, counted in rows or in the unit of the figure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from eipcheck.evaluation.region import Region
from eipcheck.evaluation.result import Result
from eipcheck.evaluation.target import needed_rows
from eipcheck.model.assessment import Ask, Gap
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Target

DECIDED = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NEEDS_REVIEW)


def gap_of(
    result: Result,
    target: Target,
    bound: Fraction,
    verdict: Verdict,
    unit: str,
    asks: Iterable[Ask],
) -> Gap | None:
    """Give the gap of a finding, None where nothing separates the park from the target."""
    if verdict in DECIDED:
        least, most = missing(result, target, bound)
        return Gap(unit=unit, least=least, most=most, asks=tuple(asks))
    if verdict is Verdict.UNDETERMINED:
        unanswered, yes, no = _open_answers(result, target, bound)
        return Gap(
            unit=unit, unanswered=unanswered, yes_to_meet=yes, no_to_miss=no, asks=tuple(asks)
        )
    return None


def missing(
    result: Result, target: Target, bound: Fraction
) -> tuple[Fraction | None, Fraction | None]:
    """Give how much is missing in the best and in the worst completion, the population fixed."""
    if result.blocked or result.alternatives or target.kind == "true":
        return None, None
    if result.region is not None:
        return _missing_rows(result.region, target, bound)
    observed = result.observed
    low, high = observed.low, observed.high
    if observed.unit == "share":
        # Of a ratio of figures, what is missing is told in the unit of the figures.
        if observed.low_share is None or observed.high_share is None:
            return None, None
        low, high = observed.low_share.num, observed.high_share.num
        bound = bound * observed.low_share.den
    if observed.unit == "count":
        bound = Fraction(needed_rows(target, bound, 1))
    if not target.upward and target.kind != "exactly":
        low, high = _minus(high, bound), _minus(low, bound)
        return _positive(high), _positive(low)
    return _positive(_minus(bound, high)), _positive(_minus(bound, low))


def _minus(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a - b


def _positive(number: Fraction | None) -> Fraction | None:
    return None if number is None else max(number, Fraction(0))


def _missing_rows(
    region: Region, target: Target, bound: Fraction
) -> tuple[Fraction | None, Fraction | None]:
    if not region.bounded:
        return None, None
    short = [
        (need - high, need - low) if target.upward else (low - need, high - need)
        for counted, low, high in region.pairs()
        if counted
        for need in (needed_rows(target, bound, counted),)
    ]
    if not short:
        return None, None
    least, most = min(s[0] for s in short), max(s[1] for s in short)
    return Fraction(max(0, least)), Fraction(max(0, most))


def _open_answers(
    result: Result, target: Target, bound: Fraction
) -> tuple[int, int | None, int | None]:
    """Count the open answers, and how many of them decide either way."""
    region = result.region
    if region is not None:
        return _open_rows(region, target, bound)
    observed = result.observed
    if observed.unit != "count" or observed.low is None or observed.high is None:
        return 0, None, None
    low, high = int(observed.low), int(observed.high)
    return high - low, *_deciding(target, low, high, needed_rows(target, bound, 1))


def _open_rows(
    region: Region, target: Target, bound: Fraction
) -> tuple[int, int | None, int | None]:
    unanswered = region.undecided + sum(region.maybe)
    if not region.bounded or region.least_counted != region.most_counted:
        return unanswered, None, None
    pairs = list(region.pairs())
    if not pairs or not pairs[0][0]:
        return unanswered, None, None
    counted, low, high = pairs[0]
    need = needed_rows(target, bound, counted)
    return max(high - low, 0), *_deciding(target, low, high, need)


def _deciding(target: Target, low: int, high: int, need: int) -> tuple[int | None, int | None]:
    """Give how many favourable answers make it met, and how many others make it not met."""
    if target.kind == "exactly":
        return None, None
    if target.upward:
        yes, no = need - low, high - need + 1
    else:
        yes, no = high - need, need - low + 1
    room = high - low
    return (yes if 0 < yes <= room else None), (no if 0 < no <= room else None)


def is_marginal(result: Result, target: Target, bound: Fraction, verdict: Verdict) -> bool:
    """Say whether the verdict hangs on one row, or on 1 % of the target.

    A target of none at all cannot be met by more than the bound and is never marginal.
    """
    if verdict not in {Verdict.MET, *DECIDED} or not bound or result.alternatives:
        return False
    region, observed = result.region, result.observed
    if region is not None:
        return _marginal_rows(region, target, bound, verdict)
    if observed.low is None or observed.high is None or observed.unit == "answer":
        return False
    distance = min(abs(observed.low - bound), abs(observed.high - bound))
    if observed.unit == "count":
        return distance == 0 if verdict is Verdict.MET else distance <= 1
    return distance <= bound / 100


def _marginal_rows(region: Region, target: Target, bound: Fraction, verdict: Verdict) -> bool:
    if not region.bounded:
        return False
    for counted, low, high in region.pairs():
        if not counted:
            continue
        need = needed_rows(target, bound, counted)
        spare = (low - need) if target.upward else (need - high)
        lack = (need - high) if target.upward else (low - need)
        if spare == 0 if verdict is Verdict.MET else lack <= 1:
            return True
    return False
