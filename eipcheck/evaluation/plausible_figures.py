"""What the workbook says of each figure, by the year and the part of the park it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Observation, ParkRecord, Scope

Key = tuple[int | None, Scope]
"""The year (None: not said) and the part of the park that a figure speaks of."""

GROSS = 10
"""From this many times its bound on, a figure is most likely in another unit."""


class Stated(Struct, frozen=True, dict=True):
    """The statements about one figure of one year and part; several sources give a range."""

    field: str
    said: tuple[Observation, ...]

    @cached_property
    def values(self) -> tuple[Decimal, ...]:
        """The values, in the order of the workbook."""
        return tuple(o.value for o in self.said if isinstance(o.value, Decimal))

    @property
    def low(self) -> Fraction:
        """The least value."""
        return Fraction(min(self.values))

    @property
    def high(self) -> Fraction:
        """The greatest value."""
        return Fraction(max(self.values))

    @property
    def exact(self) -> Decimal | None:
        """The one value, None where sources differ."""
        return self.values[0] if len(set(self.values)) == 1 else None

    @property
    def slack(self) -> Fraction:
        """Half a unit of the last place written: as much as rounding may have taken or given.

        Whole numbers of things are counted, not rounded: see ``Figures``.
        """
        places = min(-_exponent(value) for value in self.values)
        return Fraction(1, 2 * 10**places)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the statements."""
        return tuple(o.cell for o in self.said)


class Counted(Stated, frozen=True, dict=True):
    """Statements about a number of things, which nobody rounds."""

    @property
    def slack(self) -> Fraction:
        """Nothing: a count is what it is."""
        return Fraction(0)


class Figures:
    """All figures of the facts sheets that could be read."""

    def __init__(self, record: ParkRecord, dictionary: DataDictionary) -> None:
        """Take the workbook as it is; nothing is grouped before it is asked for."""
        self.dictionary = dictionary
        self._record = record
        self._stated: dict[str, Mapping[Key, Stated]] = {}

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that hold numbers, in the order of the dictionary."""
        numbers = (FieldType.NUMBER, FieldType.INTEGER)
        facts = (s for s in self.dictionary.sheets if s.layout is Layout.FACTS)
        return tuple(f for s in facts for f in s.fields if f.type in numbers)

    def of(self, field: Field) -> Mapping[Key, Stated]:
        """Give what is said of a figure; where a statement cannot be read, nothing is known."""
        if field.id not in self._stated:
            groups: dict[Key, list[Observation]] = {}
            for one in self._record.facts.get(field.id, ()):
                groups.setdefault((one.year, one.scope), []).append(one)
            kind = Counted if field.type is FieldType.INTEGER else Stated
            self._stated[field.id] = {
                key: kind(field.id, tuple(said))
                for key, said in groups.items()
                if all(isinstance(o.value, Decimal) for o in said)
            }
        return self._stated[field.id]

    def parts(self, whole: Field) -> tuple[Field, ...]:
        """Give the fields that are parts of ``whole``."""
        return tuple(f for f in self.fields if f.part_of == whole.id)


def told(
    code: str,
    field: str,
    key: Key,
    facts: Mapping[str, str],
    cells: Iterable[Cell],
    others: Iterable[Cell] = (),
) -> Problem:
    """Make the warning of a figure; the first of its ``cells`` is the place."""
    place, *more = cells
    year = "" if key[0] is None else str(key[0])
    named = (("field", field), ("year", year or "–"), *facts.items())
    return Problem(code, place, named, Severity.WARNING, (*more, *others))


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0
