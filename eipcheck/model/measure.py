"""Measures and targets: how a quantity is computed from the workbook, and its bound."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Union

from msgspec import Struct

from eipcheck.model.condition import Condition


class Answer(Struct, frozen=True, cache_hash=True):
    """Whether a condition on the park holds."""

    condition: Condition


class FactValue(Struct, frozen=True, cache_hash=True):
    """One figure of the park, in the unit of its field."""

    field: str


class FieldsByReading(Struct, frozen=True, cache_hash=True):
    """Figures that are parts of a sum under some options of a reading only."""

    reading: str
    options: tuple[tuple[str, tuple[str, ...]], ...]


Part = str | FieldsByReading


class FactSum(Struct, frozen=True, cache_hash=True):
    """The sum of several figures, none of them negative.

    ``part_of`` names the whole that they and ``other_parts`` make up together; a missing part
    can then be at most what the known parts leave of the whole.
    """

    fields: tuple[Part, ...]
    part_of: str | None = None
    other_parts: tuple[Part, ...] = ()


class ScopeByReading(Struct, frozen=True, cache_hash=True):
    """The scope depends on how an ambiguous clause is read."""

    reading: str
    options: tuple[tuple[str, str], ...]


class Ratio(Struct, frozen=True, cache_hash=True):
    """One figure over another, both of the same year unless ``years_may_differ``.

    ``scope`` says of which part of the park the figures speak (see ``Scope``), or ``assessed``:
    the whole, or the declared part where the park declares that a part is assessed.
    """

    numerator: FactValue | FactSum
    denominator: FactValue
    years_may_differ: bool = False
    scope: str | ScopeByReading = "whole"


class Share(Struct, frozen=True, cache_hash=True):
    """The share of the rows counted (``among``) that qualify (``where``)."""

    table: str
    among: Condition
    where: Condition


class Count(Struct, frozen=True, cache_hash=True):
    """How many rows satisfy ``where``.

    With ``networks`` (names of enterprise fields), rows that share an enterprise count once.
    """

    table: str
    where: Condition
    networks: tuple[str, ...] = ()


class RowSum(Struct, frozen=True, cache_hash=True):
    """The sum of a non-negative number field over the rows that satisfy ``where``."""

    table: str
    field: str
    where: Condition


class Every(Struct, frozen=True, cache_hash=True):
    """How many of the rows counted do not qualify; the target is that none does not."""

    table: str
    among: Condition
    where: Condition


class NoneOf(Struct, frozen=True, cache_hash=True):
    """How many of the rows counted qualify; the target is that none does."""

    table: str
    among: Condition
    where: Condition


class EachYear(Struct, frozen=True, cache_hash=True):
    """Of the years for which a row is due, how many have one that satisfies ``where``.

    ``years`` is ``last`` (the last full calendar year before the assessment date), ``all``
    (every full year since ``since``, a date field of the park) or ``three`` (the last three).
    During ``grace_months`` after a year's end the year before is due as well, and the newer
    year is undetermined while no row answers it.
    """

    table: str
    year: str
    where: Condition
    years: str = "last"
    since: str | None = None
    grace_months: int = 0


class EitherMeasure(Struct, frozen=True, cache_hash=True):
    """The same quantity from the register and as a typed total: see ``evaluation``.

    ``typed_when`` are the options of readings under which the typed total means the same as the
    register; under any other option the register alone answers.
    """

    register: Share | Count
    typed: Ratio | FactValue
    typed_when: tuple[tuple[str, str], ...] = ()


class Average(Struct, frozen=True, cache_hash=True):
    """The mean of a yearly figure, not negative, over the last full years before the day.

    A year without an answer is unknown, and never left out of the mean.
    """

    field: str
    years: int


class MeasureByReading(Struct, frozen=True, cache_hash=True):
    """The measure depends on how an ambiguous clause is read."""

    reading: str
    options: tuple[tuple[str, Measure], ...]


Measure = Union[  # noqa: UP007 - names of classes that refer to each other
    Answer,
    FactValue,
    FactSum,
    Ratio,
    Share,
    Count,
    RowSum,
    Every,
    NoneOf,
    EachYear,
    EitherMeasure,
    Average,
    MeasureByReading,
]


class DatedValue(Struct, frozen=True, cache_hash=True):
    """A bound of the law and the days on which it holds, both inclusive.

    ``verified_until`` is the last day for which somebody looked whether the law still says so;
    None where nobody wrote it down.
    """

    value: Decimal
    start: date
    end: date | None = None
    reference: str = ""
    verified_until: date | None = None


class Target(Struct, frozen=True, kw_only=True, cache_hash=True):
    """The bound that an observed quantity must reach.

    ``kind`` is ``at_least``, ``at_most``, ``more_than``, ``less_than``, ``exactly`` or ``true``.
    ``values`` are fractions for shares (0.25 for 25 %), else in the unit of the measure; empty
    for ``true``, and where ``field`` names the figure of the park that is the bound (a national
    average, say). ``partly_from`` and ``credit`` exist only in sets that grant partial credit.
    ``rounding`` is ``exact``, or ``nearest`` where a reading rounds the number of rows needed.
    """

    kind: str
    values: tuple[DatedValue, ...] = ()
    unit: str = ""
    partly_from: Decimal | None = None
    credit: Decimal | None = None
    rounding: str = "exact"
    field: str | None = None

    @property
    def upward(self) -> bool:
        """Say whether more is better: the quantity must reach the bound from below."""
        return self.kind in {"at_least", "more_than", "true"}

    def bound(self, on: date) -> Decimal:
        """Give the bound of the day; outside its force, that of the nearest day in force."""
        return self.dated(on).value

    def dated(self, on: date) -> DatedValue:
        """Give the dated bound of the day, as ``bound`` does."""
        for dated in self.values:
            if dated.start <= on and (dated.end is None or on <= dated.end):
                return dated
        before = [v for v in self.values if v.end is not None and v.end < on]
        return (
            max(before, key=lambda v: v.end or v.start)
            if before
            else min(self.values, key=lambda v: v.start)
        )


class Holds(Condition, frozen=True):
    """A measured quantity of the park reaches a target."""

    measure: Measure
    target: Target


class TargetByReading(Struct, frozen=True, cache_hash=True):
    """The target depends on how an ambiguous clause is read."""

    reading: str
    options: tuple[tuple[str, Target], ...]
