"""The bounds of the law in words, with the days on which they hold and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eipcheck.model.criterion import CriteriaSet, Criterion
from eipcheck.model.measure import DatedValue, Target, TargetByReading
from eipcheck.reporting.view_quantity import target_text
from eipcheck.reporting.view_words import Speaker, clean


def bounds_text(criterion: Criterion, criteria: CriteriaSet, speaker: Speaker) -> tuple[str, ...]:
    """Tell each bound of a criterion, with its days and reference, and its reading if need be."""
    told = [(option, tuple(_bounds(part, speaker))) for option, part in targets_of(criterion)]
    if len({bounds for _, bounds in told}) <= 1:
        return told[0][1] if told else ()
    target = criterion.target
    assert isinstance(target, TargetByReading)
    labels = {o.id: speaker.text(o.label) for o in criteria.reading(target.reading).options}
    return tuple(
        f"{bound} ({target.reading}: {labels[option]})" for option, own in told for bound in own
    )


def targets_of(criterion: Criterion) -> tuple[tuple[str, Target], ...]:
    """Give the target under each option of its reading; under no option where it has none."""
    target = criterion.target
    if isinstance(target, TargetByReading):
        return target.options
    return () if target is None else (("", target),)


def _bounds(target: Target, speaker: Speaker) -> Iterator[str]:
    if target.kind == "true" or target.field is not None:
        yield target_text(target, None, speaker)
    for value in target.values:
        told = target_text(target, Fraction(value.value), speaker)
        if target.partly_from is not None:
            least = target_text(target, Fraction(target.partly_from), speaker)
            told = speaker.say("authoring.partly", target=told, least=least)
        history = (
            tuple(_history(value, speaker)) if len(target.values) > 1 or value.reference else ()
        )
        yield f"{told} ({'; '.join(history)})" if history else told


def _history(value: DatedValue, speaker: Speaker) -> Iterator[str]:
    key = "authoring.from" if value.end is None else "authoring.from_to"
    yield speaker.say(key, start=value.start, end=value.end)
    if value.reference:
        yield clean(value.reference)
    if value.verified_until is not None:
        yield speaker.say("authoring.looked_until", date=value.verified_until)


def days_text(criterion: Criterion, criteria: CriteriaSet, speaker: Speaker) -> str:
    """Tell on which days a criterion is in force: its own, else those of the set; or nothing."""
    start = criterion.start or criteria.in_force_from
    end = criterion.end or criteria.in_force_to
    if start is None:
        return "" if end is None else speaker.say("authoring.to", end=end)
    key = "authoring.from" if end is None else "authoring.from_to"
    return speaker.say(key, start=start, end=end)
