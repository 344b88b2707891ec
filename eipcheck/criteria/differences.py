"""Compares two criteria sets, or one set on two days: by their rules, and by what the author tells.

Criteria are compared under the readings of their own side, by default those of their set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eipcheck.criteria.plain import ALWAYS, NEVER, plain
from eipcheck.criteria.proof import (
    condition_shift,
    joined,
    measure_shift,
    target_shift,
    verdict_shift,
)
from eipcheck.model.criterion import (
    ByReading,
    Change,
    Criterion,
    Effect,
    Kind,
    Per,
    Reading,
    Verdict,
)
from eipcheck.model.difference import (
    Compared,
    Comparison,
    Entry,
    Facet,
    Lineage,
    Shift,
    Side,
)
from eipcheck.model.measure import Target

_TOLD = {effect: Shift(effect.value) for effect in Effect} | {Effect.SAME: Shift.REWORDED}
"""An author tells of what stays the same because its words do not."""

_WORDS = {
    Facet.TITLE: "title",
    Facet.REQUIREMENT: "requirement",
    Facet.COMPUTED: "computed",
    Facet.EVIDENCE: "evidence_expected",
    Facet.BENCHMARK: "benchmark",
    Facet.BESIDE: "beside",
}
"""What is read beside the rule and decides nothing."""


def compare_sets(before: Side, after: Side) -> Comparison:
    """Give everything in which ``after`` differs from ``before``."""
    lineage = _lineage(before, after)
    told = after.criteria.changes if lineage is Lineage.SUPERSEDES else ()
    old = {criterion.id: criterion for criterion in before.in_force}
    new = {criterion.id: criterion for criterion in after.in_force}
    entries = [_told(change, old, new, before, after) for change in told if _has_ids(change)]
    seen = {c.id for e in entries for each in e.criteria for c in (each.old, each.new) if c}
    names = (name for name in dict.fromkeys((*old, *new)) if name not in seen)
    entries += (_alone(compare(old.get(n), new.get(n), before, after)) for n in names)
    order = list(Shift)
    return Comparison(
        before=before,
        after=after,
        lineage=lineage,
        entries=tuple(sorted(entries, key=lambda entry: order.index(entry.shift))),
        outside=tuple(change for change in told if not _has_ids(change)),
        readings=tuple(_readings(before, after)),
    )


def _lineage(before: Side, after: Side) -> Lineage:
    one, other = before.criteria, after.criteria
    if one.id == other.id:
        return Lineage.SAME_SET
    if other.supersedes == one.id:
        return Lineage.SUPERSEDES
    return Lineage.SUPERSEDED if one.supersedes == other.id else Lineage.UNRELATED


def _has_ids(change: Change) -> bool:
    return bool(change.old or change.new)


def _told(
    change: Change,
    old: Mapping[str, Criterion],
    new: Mapping[str, Criterion],
    before: Side,
    after: Side,
) -> Entry:
    """Give what the author tells of some criteria, with what the rules of each pair show."""
    # What is told as dropped or new, but stands in both sets, is compared all the same.
    pairs = [
        (one or (other if other in old else None), other or (one if one in new else None))
        for one, other in paired(change)
    ]
    criteria = tuple(
        compare(old.get(one or ""), new.get(other or ""), before, after)
        for one, other in pairs
        if one in old or other in new
    )
    shift = _TOLD[change.effect]
    shown = joined(tuple(each.shift for each in criteria))
    if shown is Shift.SAME:
        shown = Shift.REWORDED
    proven = bool(criteria) and shown is shift and shift is not Shift.CHANGED
    return Entry(shift, change, criteria, proven)


def paired(change: Change) -> Iterator[tuple[str | None, str | None]]:
    """Give the ids of a change in pairs: of one name, or the only one left on either side."""
    old = [name for name in change.old if name not in change.new]
    new = [name for name in change.new if name not in change.old]
    yield from ((name, name) for name in change.old if name in change.new)
    if len(old) == len(new) == 1:
        yield old[0], new[0]
    else:
        yield from ((name, None) for name in old)
        yield from ((None, name) for name in new)


def _alone(compared: Compared) -> Entry:
    return Entry(compared.shift, None, (compared,), proven=compared.shift is not Shift.CHANGED)


def compare(old: Criterion | None, new: Criterion | None, before: Side, after: Side) -> Compared:
    """Compare a criterion as it was with what it became; one of them may be missing."""
    if old is None or new is None:
        return Compared(old, new, Shift.DROPPED if new is None else Shift.NEW)
    was = plain(old, before.readings, before.on)
    now = plain(new, after.readings, after.on)
    shifts = tuple(
        (facet, shift)
        for facet, shift in (*_rule(was, now, after), *_words(was, now))
        if shift is not Shift.SAME
    )
    of_kind = dict(shifts).get(Facet.KIND)
    # What was only encouraged decided nothing, whatever its rule was.
    whole = of_kind or joined(tuple(shift for _, shift in shifts))
    return Compared(old, new, whole, shifts)


def _rule(was: Criterion, now: Criterion, after: Side) -> Iterator[tuple[Facet, Shift]]:
    """Say what each part that decides a verdict does; both criteria are plain."""
    if was.kind != now.kind:
        required = now.kind == Kind.REQUIREMENT
        yield Facet.KIND, Shift.TIGHTENED if required else Shift.LOOSENED
    if was.question != now.question:
        yield Facet.QUESTION, Shift.CHANGED
    if was.actor != now.actor:
        yield Facet.ACTOR, Shift.CHANGED
    yield Facet.APPLIES, condition_shift(was.applies_when, now.applies_when, ALWAYS)
    each = after.criteria.per(now) is Per.ENTERPRISES
    one, other = _target(was), _target(now)
    yield Facet.MEASURE, measure_shift(was.measure, now.measure, one or other, upward=each)
    yield Facet.TARGET, target_shift(one, other)
    yield Facet.IF_EMPTY, verdict_shift(was.if_empty, now.if_empty)
    yield Facet.OTHERWISE, _otherwise(was, now)
    yield Facet.REVIEW, condition_shift(was.review_when, now.review_when, NEVER)


def _target(criterion: Criterion) -> Target | None:
    target = criterion.target
    assert target is None or isinstance(target, Target)  # it is plain
    return target


def _otherwise(was: Criterion, now: Criterion) -> Shift:
    one, other = was.otherwise, now.otherwise
    assert not isinstance(one, ByReading)  # they are plain
    assert not isinstance(other, ByReading)
    return verdict_shift(Verdict(one), Verdict(other))


def _words(was: Criterion, now: Criterion) -> Iterator[tuple[Facet, Shift]]:
    for facet, name in _WORDS.items():
        if getattr(was, name) != getattr(now, name):
            yield facet, Shift.REWORDED


def _readings(before: Side, after: Side) -> Iterator[tuple[Reading | None, Reading | None]]:
    """Pair the readings of which the options, their words or the default differ."""
    old = {reading.id: reading for reading in before.criteria.readings}
    new = {reading.id: reading for reading in after.criteria.readings}
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if (
            one is None
            or other is None
            or (one.options, one.default) != (other.options, other.default)
        ):
            yield one, other
