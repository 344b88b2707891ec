"""Proves that one rule is at least as strict as another, for every park and every answer.

What cannot be proven by the shape of the rules alone is left open: the words "tightened" and
"loosened" are never a guess. All that is compared here is plain (see ``plain``).
"""

from __future__ import annotations

from msgspec.structs import replace

from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    HasRow,
    In,
    Is,
    Not,
    Within,
)
from eipcheck.model.criterion import Verdict
from eipcheck.model.difference import Shift
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    Every,
    FactSum,
    Holds,
    Measure,
    NoneOf,
    Ratio,
    RowSum,
    Share,
    Target,
)

_OfRows = Count | RowSum | EachYear | Share | NoneOf | Every
_OF_ROWS = (Count, RowSum, EachYear, Share, NoneOf, Every)
_COUNTED = (Share, NoneOf, Every)
_DOWNWARD = ("at_most", "less_than")
_STRICT = ("more_than", "less_than")
_RANKS = {
    Verdict.NOT_MET: 0,
    Verdict.UNDETERMINED: 1,
    Verdict.NEEDS_REVIEW: 1,
    Verdict.MET: 2,
    Verdict.NOT_APPLICABLE: 2,
}
"""How far each verdict lets a question be answered with "meets"."""


def implies(one: Condition, other: Condition) -> bool:
    """Say whether ``other`` is at least as true as ``one`` whatever the answers, blank or not."""
    if one == other:
        return True
    match one, other:
        case _, All(parts):
            return all(implies(one, part) for part in parts)
        case AnyOf(parts), _:
            return all(implies(part, other) for part in parts)
    if isinstance(one, All) and any(implies(part, other) for part in one.parts):
        return True
    if isinstance(other, AnyOf):
        return any(implies(one, part) for part in other.parts)
    return _leaf_implies(one, other)


def _leaf_implies(one: Condition, other: Condition) -> bool:
    match one, other:
        case Is(field, value), In(same, values) if field == same:
            return value in values
        case In(field, values), In(same, others) if field == same:
            return set(values) <= set(others)
        case In(field, (value,)), Is(same, wanted) if field == same:
            return value == wanted
        case AtLeast(field, bound), AtLeast(same, least) if field == same:
            return bound >= least
        case AtMost(field, bound), AtMost(same, most) if field == same:
            return bound <= most
        case Within(field, months, day), Within(same, longer, end) if (field, day) == (same, end):
            return months <= longer
        case HasRow(table, where), HasRow(same, wider) if table == same:
            return implies(where, wider)
        case Not(part), Not(wider):
            return implies(wider, part)
        case Holds(), Holds():
            return _holds_implies(one, other)
        case _:
            return False


def _holds_implies(one: Holds, other: Holds) -> bool:
    shifts = (
        measure_shift(other.measure, one.measure, other.target),
        target_shift(other.target, one.target),
    )
    return joined(shifts) in (Shift.SAME, Shift.TIGHTENED)


def equal(one: Condition, other: Condition) -> bool:
    """Say whether two conditions are proven to hold for the same answers."""
    return implies(one, other) and implies(other, one)


def joined(shifts: tuple[Shift, ...]) -> Shift:
    """Give what several changes of one criterion do together."""
    moved = set(shifts) - {Shift.SAME, Shift.REWORDED}
    if len(moved) == 1:
        return moved.pop()
    if moved:
        return Shift.CHANGED
    return Shift.REWORDED if Shift.REWORDED in shifts else Shift.SAME


def condition_shift(old: Condition | None, new: Condition | None, none: Condition) -> Shift:
    """Say what it does where the wider a condition is, the stricter the criterion.

    Args:
        old: the condition before; None stands for ``none``.
        new: the condition after.
        none: what holds where nothing is written.
    """
    before, after = old or none, new or none
    wider, narrower = implies(before, after), implies(after, before)
    if wider and narrower:
        return Shift.SAME
    if wider:
        return Shift.TIGHTENED
    return Shift.LOOSENED if narrower else Shift.CHANGED


def verdict_shift(old: Verdict, new: Verdict) -> Shift:
    """Say what it does where a verdict takes the place of another."""
    if old is new:
        return Shift.SAME
    before, after = _RANKS.get(old), _RANKS.get(new)
    if before is None or after is None or before == after:
        return Shift.CHANGED
    return Shift.TIGHTENED if after < before else Shift.LOOSENED


def target_shift(old: Target | None, new: Target | None) -> Shift:
    """Say what it does where a target takes the place of another."""
    if old == new:
        return Shift.SAME
    if old is None or new is None or "exactly" in (old.kind, new.kind):
        return Shift.CHANGED
    downward = old.kind in _DOWNWARD
    unmoved = replace(new, kind=old.kind, values=old.values)
    if unmoved != old or downward != (new.kind in _DOWNWARD) or "true" in (old.kind, new.kind):
        return Shift.CHANGED
    sign = -1 if downward else 1
    before, after = (
        (sign * target.values[0].value if target.values else 0, target.kind in _STRICT)
        for target in (old, new)
    )
    return Shift.TIGHTENED if after > before else Shift.LOOSENED


def measure_shift(
    old: Measure, new: Measure, target: Target | None, *, upward: bool = False
) -> Shift:
    """Say what it does where a measure takes the place of another, under one direction of target.

    Args:
        old: the measure before.
        new: the measure after.
        target: the target of one of the two; their directions are compared by ``target_shift``.
        upward: whether more is better where there is no target.
    """
    move = _move(old, new)
    if move == 0:
        return Shift.SAME
    if target is not None:
        if target.kind == "exactly":
            return Shift.CHANGED
        upward = target.upward
    elif not upward:
        return Shift.CHANGED
    if move is None:
        return Shift.CHANGED
    return Shift.TIGHTENED if (move < 0) == upward else Shift.LOOSENED


def _move(old: Measure, new: Measure) -> int | None:
    """Say whether the quantity can only fall (-1), only rise (1), never differs (0); else None."""
    if old == new:
        return 0
    if isinstance(old, _OF_ROWS) and isinstance(new, _OF_ROWS):
        return _of_rows(old, new)
    match old, new:
        case Answer(before), Answer(after):
            return _with(before, after)
        case FactSum(), FactSum():
            return _sums(old, new)
        case Ratio(), Ratio() if old == replace(new, numerator=old.numerator):
            return _move(old.numerator, new.numerator)
        case _:
            return None


def _of_rows(old: _OfRows, new: _OfRows) -> int | None:
    rest = replace(new, where=old.where)
    if isinstance(old, _COUNTED) and isinstance(rest, _COUNTED) and equal(old.among, rest.among):
        rest = replace(rest, among=old.among)
    # A link less can part one network into two.
    if rest != old or (isinstance(old, Count) and old.networks):
        return None
    move = _with(old.where, new.where)
    # What "every" counts are the rows that do not qualify.
    return -move if isinstance(old, Every) and move is not None else move


def _with(old: Condition, new: Condition) -> int | None:
    """Say how a number of rows moves when their condition becomes another."""
    fewer, more = implies(new, old), implies(old, new)
    if fewer and more:
        return 0
    if fewer:
        return -1
    return 1 if more else None


def _sums(old: FactSum, new: FactSum) -> int | None:
    """Say how a sum of figures, none of them negative, moves when its parts become others."""
    before, after = set(old.fields), set(new.fields)
    if old.part_of != new.part_of or len(before) + len(after) != len(old.fields + new.fields):
        return None
    if before == after:
        return 0 if set(old.other_parts) == set(new.other_parts) else None
    if after < before:
        return -1
    return 1 if before < after else None
