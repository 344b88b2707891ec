"""Facts of the park: which of several statements counts on the day, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from eipcheck.evaluation.documents import proven
from eipcheck.model.assessment import Proof
from eipcheck.model.dictionary import Field, FieldType, NeedsDocument
from eipcheck.model.problem import Severity
from eipcheck.model.record import Observation, ParkRecord, Scope, Value

ZERO = Fraction(0)


class Statements(Struct, frozen=True):
    """The statements about one fact: those that count, and those of other years.

    ``unreadable`` says that a statement which would count could not be read.
    """

    used: tuple[Observation, ...]
    set_aside: tuple[Observation, ...]
    later: tuple[Observation, ...]
    unreadable: bool

    @property
    def conflict(self) -> bool:
        """Say whether the statements that count differ."""
        return len({o.value for o in self.used}) > 1


class Figure(Struct, frozen=True):
    """A non-negative figure as a range; ``high`` is None where it is unbounded.

    ``years`` are the years of the statements used; None stands for an undated one.
    ``answered`` says whether the workbook gives the figure at all.
    """

    low: Fraction
    high: Fraction | None
    years: frozenset[int | None]
    statements: Statements
    answered: bool

    @property
    def exact(self) -> Fraction | None:
        """The one value that the figure can have, None where there are several."""
        return self.low if self.low == self.high else None


def statements(record: ParkRecord, field: str, scope: Scope, as_of: date) -> Statements:
    """Pick the statements of the latest year not after the day; undated ones count as well."""
    said = [o for o in record.facts.get(field, ()) if o.scope is scope]
    broken = unreadable(record, said)
    said = [o for o in said if o.value is not None]
    later = tuple(o for o in said if _is_later(o, as_of))
    said = [o for o in said if not _is_later(o, as_of)]
    latest = max((o.year for o in said if o.year is not None), default=None)
    used = tuple(o for o in said if o.year is None or o.year == latest)
    aside = tuple(o for o in said if o.year is not None and o.year != latest)
    lost = any(o.year is None or latest is None or o.year >= latest for o in broken)
    return Statements(used, aside, later, lost)


def unreadable(record: ParkRecord, said: Sequence[Observation]) -> list[Observation]:
    """Give the statements that are written but could not be read."""
    errors = (p for p in record.problems if p.severity is Severity.ERROR)
    cells = {place for p in errors for place in (p.place, *p.other_places)}
    return [o for o in said if o.value is None and o.cell in cells]


def _is_later(observation: Observation, as_of: date) -> bool:
    if observation.as_of is not None:
        return observation.as_of > as_of
    return observation.year is not None and observation.year > as_of.year


def favours(field: Field, value: Value) -> bool:
    """Say whether an answer speaks for the park, by the field's better direction."""
    if field.type is FieldType.YES_NO:
        return ("yes" if value else "no") in field.better
    if field.type is FieldType.CHOICE:
        return value in field.better
    # A number may always be too favourable; a date that needs a document claims an event.
    return True


def needs_document(field: Field, value: Value) -> bool:
    """Say whether the answer counts as evidenced only with a document behind it."""
    if field.needs_document is NeedsDocument.NEVER:
        return False
    return field.needs_document is NeedsDocument.ALWAYS or favours(field, value)


def figure(record: ParkRecord, field: Field, said: Statements, as_of: date, proof: Proof) -> Figure:
    """Give the range that the statements about a figure leave to it.

    Several values of one year give the range from the lowest to the highest. In the evidenced
    run an undocumented figure is unknown in the direction that favours the park only: what it
    admits stands.
    """
    years = frozenset(o.year for o in said.used)
    ranges = [_range(record, field, o, as_of, proof) for o in said.used]
    if said.unreadable or not ranges:
        return Figure(ZERO, None, years, said, answered=bool(ranges))
    low = min(r[0] for r in ranges)
    highs = [r[1] for r in ranges]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Figure(low, high, years, said, answered=True)


def _range(
    record: ParkRecord, field: Field, observation: Observation, as_of: date, proof: Proof
) -> tuple[Fraction, Fraction | None]:
    value = observation.value
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return ZERO, None
    number = Fraction(value)
    if (
        proof is Proof.DECLARED
        or not needs_document(field, value)
        or proven(record, observation.documents, as_of)
    ):
        return number, number
    if field.better == ("higher",):
        return ZERO, number
    if field.better == ("lower",):
        return number, None
    return ZERO, None


def mixed_years(figures: Iterable[Figure]) -> bool:
    """Say whether the figures speak of more than one year; an undated one is a year of its own."""
    return len(frozenset().union(*(f.years for f in figures))) > 1
