"""The shipped set of Article 42 of Decree 82/2018, and how the tests of the law look into it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eipcheck.criteria.load import load_set
from eipcheck.evaluation.judge import Resolved, resolve
from eipcheck.evaluation.walk import conditions, every_condition
from eipcheck.model.condition import Condition, In, Is
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import EitherMeasure, Measure
from eipcheck.pipeline.sets import set_folder, shipped_dictionary

SET = "vn-82-2018"


@cache
def the_dictionary() -> DataDictionary:
    return shipped_dictionary()


@cache
def the_set() -> CriteriaSet:
    return load_set(set_folder(SET), the_dictionary())


def defaults() -> dict[str, str]:
    """Give the recorded default of every reading."""
    return {reading.id: reading.default for reading in the_set().readings}


def read(criterion: str, **readings: str) -> Resolved:
    """Read a criterion by the defaults, but for the readings given."""
    return resolve(the_set().criterion(criterion), defaults() | readings)


def measure_of(criterion: str, **readings: str) -> Measure:
    """Give the measure; of a register and typed totals, the register."""
    measure = read(criterion, **readings).measure
    return measure.register if isinstance(measure, EitherMeasure) else measure


def asked(measure: Measure) -> Iterator[Condition]:
    """Give every condition inside a measure."""
    for outer in conditions(measure):
        yield from every_condition(outer)


def answers(measure: Measure, field: str) -> set[str | bool]:
    """Give every answer that the conditions of a measure ask of a field."""
    found: set[str | bool] = set()
    for condition in asked(measure):
        if isinstance(condition, Is) and condition.field == field:
            found.add(condition.value)
        elif isinstance(condition, In) and condition.field == field:
            found.update(condition.values)
    return found
