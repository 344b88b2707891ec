"""Conditions: closed trees over the answers of one row, of linked rows, and of the park.

Each is true, false or unknown (``evaluation`` decides which). There are no strings to parse.
A field of a facts sheet may stand in any condition; it has the same value for every row.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Condition(Struct, frozen=True, cache_hash=True):
    """What every condition is; the kinds are those of this module, and ``Holds``.

    Conditions are trees, and keys of what is known of them: each computes its hash once.
    """


class Is(Condition, frozen=True):
    """The answer is this value: a choice id, or True/False for a yes/no field."""

    field: str
    value: str | bool


class In(Condition, frozen=True):
    """The answer is one of these choices."""

    field: str
    values: tuple[str, ...]


class AtLeast(Condition, frozen=True):
    """The number is at least ``value``, in the unit of the field."""

    field: str
    value: Decimal


class AtMost(Condition, frozen=True):
    """The number is at most ``value``, in the unit of the field."""

    field: str
    value: Decimal


class ValidOn(Condition, frozen=True):
    """The assessment date lies in [start, until]; either end may be left out (None).

    A blank start is unknown; a blank end is unknown unless the field says it means "not yet".
    """

    start: str | None
    until: str | None


class Within(Condition, frozen=True):
    """The date lies in the ``months`` before a date: after (date - months), up to the date.

    ``before`` is ``assessment``, ``registration`` (the assessment date where the workbook has
    no registration date), or a date field of the register: the date of the enterprise that the
    row is or names (the assessment date where it is blank).

    ``earliest`` is the first day that a registration can have, that of the set: nobody
    registers under a law to come, so with a date before it the end of the window is unknown.
    """

    field: str
    months: int
    before: str
    earliest: date = date.min


class Differ(Condition, frozen=True):
    """Both fields name an enterprise of the register, and not the same one.

    Rows of the register that share a key are one enterprise.
    """

    fields: tuple[str, str]


class HasRow(Condition, frozen=True):
    """A row of ``table`` linked with this one satisfies ``where``.

    Rows are linked by the enterprise that they name; from the park, every row of the table is.
    """

    table: str
    where: Condition


class All(Condition, frozen=True):
    """Every part is true."""

    parts: tuple[Condition, ...]


class AnyOf(Condition, frozen=True):
    """At least one part is true."""

    parts: tuple[Condition, ...]


class Not(Condition, frozen=True):
    """The part is false."""

    part: Condition


class Either(Condition, frozen=True):
    """Several statements about one fact: those that answer must agree, else it is unknown."""

    parts: tuple[Condition, ...]


class ConditionByReading(Condition, frozen=True):
    """The condition depends on how an ambiguous clause is read."""

    reading: str
    options: tuple[tuple[str, Condition], ...]
