"""Finds verdicts that nothing can bring about: bounds out of reach, conditions without effect."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eipcheck.criteria.check_truth import ALWAYS, NEVER, Truths
from eipcheck.criteria.check_walk import ruled, targets
from eipcheck.criteria.fit import leaves
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map, shown
from eipcheck.model.criterion import Criterion, Per
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import (
    Answer,
    EachYear,
    EitherMeasure,
    FactValue,
    Measure,
    Share,
    Target,
)

_Range = tuple[Decimal | None, Decimal | None]
"""Least and most that can be observed; None where there is no limit."""

_ANY: _Range = (None, None)
_WHOLE = Decimal(1)
_FIXED = {"share": ("where",), "every": ("where",), "count": (), "none": (), "answer": ()}
"""The conditions of a measure that must not always hold; that one never does is told of all."""


def check_reach(loaded: Loaded) -> None:
    """Report what makes a verdict that is declared impossible."""
    truths = Truths(loaded)
    for part in ruled(loaded):
        truths.check(part)
    for criterion in loaded.criteria_set.criteria:
        card = loaded.cards[criterion.id]
        per = loaded.criteria_set.per(criterion)
        for entry, target in targets(card, criterion):
            _check_target(entry, target, criterion, loaded.names.dictionary)
        _check_effect(card, criterion, per)
        _check_conditions(card, truths)
    for question in loaded.top.maps("questions", required=False, blank=True):
        _check_condition(question, "possible_when", truths)


def _check_target(
    entry: Map, target: Target, criterion: Criterion, dictionary: DataDictionary
) -> None:
    """Report a bound that everything reaches, that nothing does, or that no figure comes near."""
    for measure in dict.fromkeys(leaf for _, leaf in leaves(criterion.measure)):
        low, high = _observable(measure)
        for value in target.values:
            code = _misplaced(target.kind, value.value, low, high)
            if code:
                entry.report(code, target.kind, bound=shown(entry.data.get(target.kind)))
        band = target.partly_from
        if band is not None and _misplaced(target.kind, band, low, high) == "C525":
            entry.report("C525", "partly_from", bound=shown(entry.data.get("partly_from")))
        if isinstance(measure, FactValue):
            _check_plausible(entry, target, measure.field, dictionary)


def _check_plausible(entry: Map, target: Target, name: str, dictionary: DataDictionary) -> None:
    if not dictionary.has_field(name):
        return
    low, high = dictionary.field(name).plausible
    for value in target.values:
        if not _lies(value.value, low, high):
            facts = {"value": str(value.value), "name": name, "range": _range(low, high)}
            entry.report("C532", target.kind, **facts)


def _lies(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def _range(low: Decimal | None, high: Decimal | None) -> str:
    return f"{'…' if low is None else low} – {'…' if high is None else high}"


def _observable(measure: Measure) -> _Range:
    counted = measure.register if isinstance(measure, EitherMeasure) else measure
    if isinstance(counted, Share):
        return Decimal(0), _WHOLE
    if isinstance(counted, FactValue | Answer | EachYear):
        return _ANY
    return Decimal(0), None


def _misplaced(kind: str, bound: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """Give the code of a bound that cannot be missed (C525) or reached (C526), empty for others."""
    above = low is not None and low >= bound, high is not None and high < bound
    below = high is not None and high <= bound, low is not None and low > bound
    sure, out_of_reach = {
        "at_least": above,
        "at_most": below,
        "more_than": (below[1], below[0]),
        "less_than": (above[1], above[0]),
        "exactly": (False, above[1] or below[1]),
    }.get(kind, (False, False))
    return "C525" if sure else "C526" if out_of_reach else ""


def _check_effect(card: Map, criterion: Criterion, per: Per) -> None:
    """Report what acts on a verdict that the criterion never gives."""
    if criterion.target is not None:
        return
    unused = ("otherwise",) if per is Per.ENTERPRISES else ("otherwise", "review_when")
    for key in unused:
        if key in card:
            card.report("C527", key, item=key)


def _check_conditions(card: Map, truths: Truths) -> None:
    for key in ("applies_when", "review_when"):
        _check_condition(card, key, truths)
    for kind, inner in _measured(card.data.get("measure"), card):
        if kind == "answer":
            _check_condition(inner, "answer", truths)
            continue
        for key in ("among", "where"):
            _check_condition(inner, key, truths, always=key in _FIXED.get(kind, ()))


def _measured(data: object, card: Map) -> Iterator[tuple[str, Map]]:
    """Give each measure that counts rows or asks for an answer, whatever the readings."""
    if not isinstance(data, dict):
        return
    for kind, inner in data.items():
        if kind == "answer":
            yield kind, Map(card.document, data, card.problems)
        elif not isinstance(inner, dict):
            continue
        elif kind == "by_reading":
            options = (o for each in inner.values() if isinstance(each, dict) for o in each.items())
            for _, option in options:
                yield from _measured(option, card)
        elif kind == "either":
            yield from _measured(inner.get("register"), card)
        else:
            yield kind, Map(card.document, inner, card.problems)


def _check_condition(entry: Map, key: str, truths: Truths, *, always: bool = True) -> None:
    """Report a condition that never holds, or (where that is no use) one that always does."""
    if not isinstance(entry.data.get(key), dict):
        return
    truth = truths.of(entry.map(key))
    if truth == NEVER or (always and truth == ALWAYS):
        entry.report("C528", key, item=key, truth="true" if truth == ALWAYS else "false")
