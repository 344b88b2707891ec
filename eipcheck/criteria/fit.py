"""Checks that a target speaks of the quantity that its measure observes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eipcheck.criteria.reader import Map
from eipcheck.criteria.targets import ANSWER, SHARE
from eipcheck.model.condition import All
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    Measure,
    MeasureByReading,
    NoneOf,
    Ratio,
    RowSum,
    Share,
    Target,
    TargetByReading,
)

NOTHING = Answer(All(()))
"""Stands where a measure could not be read."""

_ANY_COUNT = "…"  # a count names its unit in the target


def leaves(measure: Measure) -> Iterator[tuple[Mapping[str, str], Measure]]:
    """Give each measure that the readings can choose, with the options that choose it."""
    if not isinstance(measure, MeasureByReading):
        yield {}, measure
        return
    for option, part in measure.options:
        for chosen, leaf in leaves(part):
            if chosen.get(measure.reading, option) == option:
                yield {**chosen, measure.reading: option}, leaf


def target_leaves(target: Target | TargetByReading) -> Iterator[tuple[Mapping[str, str], Target]]:
    """Give each target that the readings can choose, with the options that choose it."""
    if isinstance(target, Target):
        yield {}, target
        return
    for option, part in target.options:
        yield {target.reading: option}, part


def check_fit(
    entry: Map, measure: Measure, target: Target | TargetByReading, dictionary: DataDictionary
) -> None:
    """Report each pair of a measure and a target that one choice of readings puts together."""
    for chosen, leaf in leaves(measure):
        for also, bound in target_leaves(target):
            if all(chosen.get(reading, option) == option for reading, option in also.items()):
                _check(entry, leaf, bound, dictionary)


def _check(entry: Map, measure: Measure, target: Target, dictionary: DataDictionary) -> None:
    observed = _unit(measure, dictionary)
    wanted = target.unit
    fits = observed == wanted or (observed == _ANY_COUNT and wanted not in (ANSWER, SHARE))
    if observed and wanted and not fits:
        entry.report("C414", "target", observed=observed, wanted=wanted)
    elif isinstance(measure, Every | NoneOf) and not _allows_none(target):
        entry.report("C415", "target")


def _allows_none(target: Target) -> bool:
    return target.kind in ("at_most", "") and all(value.value == 0 for value in target.values)


def _unit(measure: Measure, dictionary: DataDictionary) -> str:
    """Give the unit that a measure observes; empty where it has none or could not be read."""
    if measure == NOTHING:
        return ""
    match measure:
        case Answer() | EachYear():
            return ANSWER
        case Ratio() | Share() | EitherMeasure(register=Share()):
            return SHARE
        case Count() | Every() | NoneOf():
            return _ANY_COUNT
        case EitherMeasure(typed=FactValue(field=name)):
            return _unit_of(name, dictionary)
        case FactValue(field=name) | RowSum(field=name) | Average(field=name):
            return _unit_of(name, dictionary)
        case FactSum(fields=parts):  # all of one unit
            return next((_unit_of(part, dictionary) for part in parts if type(part) is str), "")
        case _:
            return ""


def _unit_of(name: str, dictionary: DataDictionary) -> str:
    return dictionary.field(name).unit or "" if dictionary.has_field(name) else ""
