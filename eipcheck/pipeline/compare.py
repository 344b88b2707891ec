"""Compares what several criteria sets say of one park."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from eipcheck.criteria.differences import compare_sets
from eipcheck.model.assessment import Assessment
from eipcheck.model.difference import Comparison, Lineage, Side
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed
from eipcheck.reporting.view_compare import ComparedView, compare_view


def compared(assessed: Assessed, language: Language) -> ComparedView | None:
    """Say what the sets find of the park side by side; None where no two belong together.

    Sets belong together where one supersedes the other, or criteria of both have one id.
    """
    together = tuple(_related(assessed.assessments))
    if not together:
        return None
    comparisons = tuple(_compare(old, new) for old, new in pairwise(together))
    return compare_view(together, comparisons, assessed.dictionary, language)


def _related(assessments: Sequence[Assessment]) -> Iterator[Assessment]:
    for each in assessments:
        if any(_belong(each, other) for other in assessments if other is not each):
            yield each


def _belong(one: Assessment, other: Assessment) -> bool:
    first, second = one.criteria, other.criteria
    ids = {criterion.id for criterion in first.criteria}
    return (
        first.supersedes == second.id
        or second.supersedes == first.id
        or any(criterion.id in ids for criterion in second.criteria)
    )


def _compare(first: Assessment, second: Assessment) -> Comparison:
    sides = [Side(a.criteria, a.dates.as_of, a.readings) for a in (first, second)]
    found = compare_sets(*sides)
    return compare_sets(*reversed(sides)) if found.lineage is Lineage.SUPERSEDED else found
