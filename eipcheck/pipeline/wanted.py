"""Which fields a run reads; the reader leaves the other columns of long lists alone."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.evaluation.walk import fields_read
from eipcheck.model.criterion import Criterion
from eipcheck.model.measure import Answer, Count, EitherMeasure, Measure, MeasureByReading
from eipcheck.pipeline.sets import Library


def wanted_fields(library: Library) -> frozenset[str]:
    """Give the ids of all fields that the sets read, under whatever readings."""
    return frozenset(
        field
        for criteria in library.sets
        for criterion in criteria.criteria
        for field in _of_criterion(criterion)
    )


def _of_criterion(criterion: Criterion) -> Iterator[str]:
    yield from fields_read(criterion.measure)
    yield from _networks(criterion.measure)
    if criterion.applies_when is not None:
        yield from fields_read(Answer(criterion.applies_when))


def _networks(measure: Measure) -> Iterator[str]:
    match measure:
        case Count(networks=fields):
            yield from fields
        case EitherMeasure(register, _):
            yield from _networks(register)
        case MeasureByReading(_, options):
            for _, option in options:
                yield from _networks(option)
        case _:
            pass
