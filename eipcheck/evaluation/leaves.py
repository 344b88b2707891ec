"""The truth of single answers: is, in, at least, at most, valid on, within, differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, truth
from eipcheck.model.assessment import Truth
from eipcheck.model.condition import AtLeast, AtMost, Condition, In, Is, ValidOn, Within
from eipcheck.model.dictionary import NO_ENTERPRISE, NOT_YET
from eipcheck.model.record import EnterpriseRef, Value


def holds(condition: Condition, value: Value | None, before: date | None) -> Truth:
    """Say whether one answer satisfies a leaf condition; None is an unknown answer.

    ``before`` is the date that a look-back window ends on (None is unknown); other conditions
    are given one too, and ignore it.
    """
    if value is None or before is None:
        return UNKNOWN
    match condition:
        case Is(_, wanted):
            return truth(value == wanted)
        case In(_, wanted):
            return truth(value in wanted)
        case AtLeast(_, bound):
            return truth(_number(value) >= bound)
        case AtMost(_, bound):
            return truth(_number(value) <= bound)
        case Within(_, months):
            return _within(value, months, before)
        case _:
            message = f"{type(condition).__name__} is no condition on one answer"
            raise TypeError(message)


def names_only(condition: Is | In) -> bool:
    """Say whether the condition is satisfied by exactly one answer."""
    return isinstance(condition, Is) or len(condition.values) == 1


def holds_between(condition: ValidOn, start: Value | None, until: Value | None, on: date) -> Truth:
    """Say whether the day lies in [start, until]; an end that has not come is open."""
    begun = TRUE if condition.start is None else _begun(start, on)
    ended = FALSE if condition.until is None else _ended(until, on)
    return min(begun, (TRUE, UNKNOWN, FALSE)[ended])


def differ(one: Value | None, other: Value | None, first_of: Mapping[int, int]) -> Truth:
    """Say whether both name an enterprise of the register, and not the same one.

    ``first_of`` leads from each row of the register to the first of the same legal entity. A
    name that is not found may be misspelt: it may be any enterprise, or none.
    """
    if NO_ENTERPRISE in (one, other):
        return FALSE
    rows = [name.row if isinstance(name, EnterpriseRef) else None for name in (one, other)]
    found = {first_of.get(row, row) for row in rows if row is not None}
    return UNKNOWN if None in rows else truth(len(found) > 1)


def _begun(start: Value | None, on: date) -> Truth:
    if isinstance(start, date):
        return truth(start <= on)
    return FALSE if start == NOT_YET else UNKNOWN


def _ended(until: Value | None, on: date) -> Truth:
    if isinstance(until, date):
        return truth(until < on)
    return FALSE if until == NOT_YET else UNKNOWN


def _within(value: Value, months: int, before: date) -> Truth:
    if not isinstance(value, date):
        return FALSE if value == NOT_YET else UNKNOWN
    return truth(months_before(before, months) < value <= before)


def months_before(day: date, months: int) -> date:
    """Give the day ``months`` earlier; a day that its month lacks is the month's last."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError


def _number(value: Value) -> Decimal:
    assert isinstance(value, Decimal | int)
    return Decimal(value)
