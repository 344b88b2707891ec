"""Run the evaluator and hold what it says against the judge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from builders import AS_OF, a_criterion, a_set, the_dates
from oracle import Ruling
from small_dictionary import DICTIONARY

from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Assessment, Finding, Judged
from eipcheck.model.criterion import Criterion, Verdict
from eipcheck.model.measure import Measure, Target
from eipcheck.model.record import ParkRecord


def assess(
    record: ParkRecord,
    *criteria: Criterion,
    on: date = AS_OF,
    registration: date | None = None,
    readings: Mapping[str, str] | None = None,
    **settings: Any,
) -> Assessment:
    """Evaluate the record against a set of these criteria; ``settings`` are those of the set.

    ``readings`` are the options chosen; ``set_readings`` are the readings that the set names.
    """
    if "set_readings" in settings:
        settings["readings"] = settings.pop("set_readings")
    options = Options(readings=readings) if readings else Options()
    dates = the_dates(on, registration)
    return evaluate(record, a_set(*criteria, **settings), DICTIONARY, dates, options)


def find(record: ParkRecord, measure: Measure, *target: Target, **more: Any) -> Finding:
    """Evaluate one criterion; ``on`` and ``registration`` are dates, the rest is the card's."""
    run = {name: more.pop(name) for name in ("on", "registration", "readings") if name in more}
    (finding,) = assess(record, a_criterion(measure, *target, **more), **run).findings
    return finding


def bounds(judged: Judged) -> tuple[Fraction | None, Fraction | None]:
    """Give the observed range."""
    return judged.observed.low, judged.observed.high


def contains(judged: Judged, ruled: Ruling) -> bool:
    """Say whether every number that some completion gives lies in the observed range."""
    low, high = bounds(judged)
    return all((low is None or low <= n) and (high is None or n <= high) for n in ruled.numbers)


def is_sound(judged: Judged, ruled: Ruling) -> bool:
    """Say whether the verdict is given by every completion, or is undetermined (rule 1)."""
    return judged.verdict in {Verdict.UNDETERMINED, ruled.verdict}


def is_exact(judged: Judged, ruled: Ruling, target: Target | None = None) -> bool:
    """Say whether range and verdict are just what enumeration gives.

    Rule 3 judges "exactly" by the range alone, where enumeration may know that no completion
    hits the bound between its ends: there the verdict need only be sound.
    """
    reached = (min(ruled.numbers), max(ruled.numbers)) if ruled.numbers else None
    exactly = target is not None and target.kind == "exactly"
    right = is_sound(judged, ruled) if exactly else judged.verdict == ruled.verdict
    return right and reached in {None, bounds(judged)}
