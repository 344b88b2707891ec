"""Checks that days and bands leave no gap: dated values, criteria of a clause, partial credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from eipcheck.criteria.check_walk import mappings, targets
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map
from eipcheck.model.criterion import CriteriaSet, Criterion
from eipcheck.model.measure import Target

_DATED = ("at_least", "at_most", "more_than", "less_than", "exactly")
_DAY = timedelta(days=1)
_UPWARD, _DOWNWARD = ("at_least", "more_than"), ("at_most", "less_than")

_Days = tuple[date, date]
"""First and last day, both inclusive; ``date.min`` and ``date.max`` where a side is open."""


def check_dates(loaded: Loaded) -> None:
    """Report days that nothing covers although earlier and later ones are, and misplaced bands."""
    for part in (*loaded.cards.values(), *loaded.names.terms.values()):
        for mapping in mappings(part):
            _check_values(mapping)
    for criterion in loaded.criteria_set.criteria:
        card = loaded.cards[criterion.id]
        days = held(criterion, loaded.criteria_set)
        if days is None:
            card.report("C433", "to" if "to" in card else "from", id=criterion.id)
            continue
        for entry, target in targets(card, criterion):
            _check_cover(entry, target, days)
            _check_band(entry, target)
    _check_clauses(loaded)


def held(criterion: Criterion, criteria: CriteriaSet) -> _Days | None:
    """Give the first and last day on which a criterion holds within its set; None for no day."""
    first = max(criterion.start or date.min, criteria.in_force_from or date.min)
    last = min(criterion.end or date.max, criteria.in_force_to or date.max)
    return (first, last) if first <= last else None


def _check_values(mapping: Map) -> None:
    """Report days between two dated values on which neither holds."""
    for kind in _DATED:
        if not isinstance(mapping.data.get(kind), list):
            continue
        parts = [p for p in mapping.maps(kind) if isinstance(p.data.get("from"), date)]
        parts.sort(key=lambda part: part.data["from"])
        for earlier, later in pairwise(parts):
            last, first = earlier.data.get("to"), later.data["from"]
            if isinstance(last, date) and (first - last).days > 1:
                later.report("C431", "from", **_between(last, first))


def _check_cover(entry: Map, target: Target, days: _Days) -> None:
    """Report days on which the criterion holds and no value does, and values of no such day."""
    if len(target.values) == 0 or not isinstance(entry.data.get(target.kind), list):
        return
    first = min(value.start for value in target.values)
    last = max(value.end or date.max for value in target.values)
    if date.min < days[0] < first:
        facts = {"first": days[0].isoformat(), "last": (first - _DAY).isoformat()}
        entry.report("C435", target.kind, **facts)
    if last < days[1]:
        entry.report("C435", target.kind, first=(last + _DAY).isoformat(), last=_shown(days[1]))
    for part in entry.maps(target.kind):
        first, last = part.maybe_day("from") or date.min, part.maybe_day("to") or date.max
        if first > days[1] or last < days[0]:
            part.report("C444", "from", first=_shown(days[0]), last=_shown(days[1]))


def _check_band(entry: Map, target: Target) -> None:
    """Report a band of "partly met" that does not lie on the missing side of every bound."""
    band = target.partly_from
    if band is None:
        return
    wrong = [value.value for value in target.values if not _outside(target.kind, band, value.value)]
    if wrong or target.kind not in (*_UPWARD, *_DOWNWARD):
        entry.report("C432", "partly_from", kind=target.kind)


def _outside(kind: str, band: Decimal, bound: Decimal) -> bool:
    return band < bound if kind in _UPWARD else band > bound


def _check_clauses(loaded: Loaded) -> None:
    """Report days in force on which a point of the law has no criterion, between two that have."""
    points: dict[str, list[tuple[_Days, Criterion]]] = {}
    for criterion in loaded.criteria_set.criteria:
        days = held(criterion, loaded.criteria_set)
        if days is not None:
            points.setdefault(criterion.clause, []).append((days, criterion))
    for clause, found in points.items():
        for last, first, later in _gaps(found):
            card = loaded.cards[later.id]
            card.report("C434", "from", clause=clause, **_between(last, first))


def _gaps(found: Iterable[tuple[_Days, Criterion]]) -> Iterator[tuple[date, date, Criterion]]:
    """Give each gap: the last day before it, the first day after it, and what begins there."""
    reached: date | None = None
    for (first, last), criterion in sorted(found, key=lambda each: each[0]):
        if reached is not None and first > reached and (first - reached).days > 1:
            yield reached, first, criterion
        reached = last if reached is None else max(reached, last)


def _between(last: date, first: date) -> dict[str, str]:
    return {"first": (last + _DAY).isoformat(), "last": (first - _DAY).isoformat()}


def _shown(day: date) -> str:
    return "…" if day == date.max else day.isoformat()
