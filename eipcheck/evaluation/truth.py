"""Kleene's three-valued logic, on single truths and on whole columns of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from eipcheck.model.assessment import Truth
from eipcheck.model.condition import All, AnyOf, Condition, Either, Not

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE

Column = list[Truth]
"""One truth per row of a table."""


def truth(value: bool) -> Truth:  # noqa: FBT001 - a truth is what is asked for
    """Turn a known yes or no into a truth."""
    return TRUE if value else FALSE


def word(value: Truth) -> str:
    """Name a truth in a step: ``no``, ``unknown`` or ``yes``."""
    return ("no", "unknown", "yes")[value]


def compound(condition: Condition, truth_of: Callable[[Condition], Truth]) -> Truth | None:
    """Combine the truths of a condition's parts; None for one that has no parts to combine."""
    match condition:
        case All(parts):
            return min(map(truth_of, parts), default=TRUE)
        case AnyOf(parts):
            return max(map(truth_of, parts), default=FALSE)
        case Not(part):
            return negation(truth_of(part))
        case Either(parts):
            return agreement(map(truth_of, parts))
        case _:
            return None


def negation(value: Truth) -> Truth:
    """Turn a truth round; unknown stays unknown."""
    return (TRUE, UNKNOWN, FALSE)[value]


def agreement(values: Iterable[Truth]) -> Truth:
    """Combine statements about one fact: those that answer must agree, else it is unknown."""
    known = {v for v in values if v is not UNKNOWN}
    return known.pop() if len(known) == 1 else UNKNOWN


def conjunction(columns: Sequence[Column], rows: int) -> Column:
    """Combine columns by "and", row by row; no columns at all is true."""
    if not columns:
        return [TRUE] * rows
    return reduce(lambda a, b: list(map(min, a, b)), columns)


def disjunction(columns: Sequence[Column], rows: int) -> Column:
    """Combine columns by "or", row by row; no columns at all is false."""
    if not columns:
        return [FALSE] * rows
    return reduce(lambda a, b: list(map(max, a, b)), columns)
