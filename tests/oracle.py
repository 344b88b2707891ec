"""The judge: what a criterion says in every completion of the unknowns.

Nothing here is shared with ``eipcheck.evaluation``. A *world* is a park without blanks; in a world
every condition is plainly true or false and every measure one number. ``completions`` (module
``completions``) turns a half-filled record into all of its worlds, and ``ruling`` collects what
the criterion gives in each. For shares, ``share_counts`` does the same with bare counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

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
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Criterion, Verdict
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    Every,
    FactSum,
    FactValue,
    Measure,
    NoneOf,
    Ratio,
    RowSum,
    Share,
    Target,
)

NEVER = date.max
"""The day of what has not happened yet."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class World:
    """A park without blanks: a value for each fact and for each field of each row."""

    facts: Row
    tables: Mapping[str, tuple[Row, ...]]
    as_of: date
    registration: date | None = None


def months_before(day: date, months: int) -> date:
    """Give the same day of the month so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (31, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


def linked(world: World, table: str, row: Row | None) -> Iterator[Row]:
    """Give the rows of ``table`` that name the enterprise of ``row``; from the park, all."""
    for other in world.tables.get(table, ()):
        if row is None or row["#id"] in other["#names"]:
            yield other


def holds(condition: Condition, world: World, row: Row | None = None) -> bool:
    """Say whether the condition is true of the row in this world."""

    def of(name: str | None) -> Any:
        return row[name] if row is not None and name in row else world.facts[name]

    match condition:
        case Is(name, value):
            return bool(of(name) == value)
        case In(name, values):
            return of(name) in values
        case AtLeast(name, value):
            return bool(of(name) >= value)
        case AtMost(name, value):
            return bool(of(name) <= value)
        case ValidOn(start, until):
            begun = start is None or of(start) <= world.as_of
            return begun and (until is None or world.as_of <= of(until))
        case Within(name, months, before):
            last = world.registration if before == "registration" else None
            last = last or world.as_of
            return months_before(last, months) < of(name) <= last
        case HasRow(table, where):
            return any(holds(where, world, other) for other in linked(world, table, row))
        case All(parts):
            return all(holds(part, world, row) for part in parts)
        case AnyOf(parts):
            return any(holds(part, world, row) for part in parts)
        case Not(part):
            return not holds(part, world, row)
    raise TypeError(condition)


EMPTY = "empty"


def networks(rows: Iterable[Row], fields: tuple[str, ...]) -> int:
    """Count the groups of rows that hang together by a common enterprise."""
    groups: list[set[Any]] = []
    for number, row in enumerate(rows):
        mine: set[Any] = {("row", number), *(row[f] for f in fields if row[f] is not None)}
        apart = []
        for group in groups:
            if group & mine:
                mine |= group
            else:
                apart.append(group)
        groups = [*apart, mine]
    return len(groups)


def due_years(measure: EachYear, world: World) -> list[int]:
    """Give the years for which a row is due, leaving the months of grace aside."""
    last = world.as_of.year - 1
    first = {"last": last, "three": last - 2}.get(measure.years, -1)
    if measure.since is not None:
        since: date = world.facts[measure.since]
        opened = since.year if (since.month, since.day) == (1, 1) else since.year + 1
        first = max(first, opened)
    return list(range(first, last + 1))


def number(measure: Measure, world: World) -> Fraction | str:
    """Give the measured number in this world, or ``EMPTY`` where nothing is there to count."""

    def rows(table: str, *conditions: Condition) -> list[Row]:
        return [
            row
            for row in world.tables[table]
            if all(holds(condition, world, row) for condition in conditions)
        ]

    match measure:
        case Answer(condition):
            return Fraction(holds(condition, world))
        case FactValue(name):
            return Fraction(world.facts[name])
        case FactSum(names):
            return sum((Fraction(world.facts[n]) for n in names), Fraction(0))
        case Ratio(above, below):
            top, bottom = number(above, world), number(below, world)
            assert isinstance(top, Fraction)
            assert isinstance(bottom, Fraction)
            return top / bottom
        case Share(table, among, where):
            counted = rows(table, among)
            return Fraction(len(rows(table, among, where)), len(counted)) if counted else EMPTY
        case Count(table, where, ()):
            return Fraction(len(rows(table, where)))
        case Count(table, where, names):
            return Fraction(networks(rows(table, where), names))
        case RowSum(table, name, where):
            return sum((Fraction(row[name]) for row in rows(table, where)), Fraction(0))
        case Every(table, among, where):
            failing = len(rows(table, among, Not(where)))
            return Fraction(failing) if rows(table, among) else EMPTY
        case NoneOf(table, among, where):
            return Fraction(len(rows(table, among, where))) if rows(table, among) else EMPTY
        case EachYear(table, year, where):
            years = {row[year] for row in rows(table, where)}
            return Fraction(all(due in years for due in due_years(measure, world)))
    raise TypeError(measure)


def reaches(target: Target, value: Fraction, on: date) -> bool:
    """Say whether the number reaches the target."""
    if target.kind == "true":
        return value == 1
    wanted = Fraction(target.bound(on))
    kinds = {
        "at_least": value >= wanted,
        "at_most": value <= wanted,
        "more_than": value > wanted,
        "less_than": value < wanted,
        "exactly": value == wanted,
    }
    return kinds[target.kind]


def verdict_in(criterion: Criterion, world: World) -> Verdict:
    """Give the verdict of the criterion in this world."""
    if criterion.applies_when is not None and not holds(criterion.applies_when, world):
        return Verdict.NOT_APPLICABLE
    value = number(criterion.measure, world)
    if isinstance(value, str):
        return criterion.if_empty
    assert isinstance(criterion.target, Target)
    if reaches(criterion.target, value, world.as_of):
        matter = criterion.review_when
        review = matter is not None and holds(matter, world)
        return Verdict.NEEDS_REVIEW if review else Verdict.MET
    assert isinstance(criterion.otherwise, Verdict)
    return criterion.otherwise


@dataclass(frozen=True, slots=True)
class Ruling:
    """What enumeration found: all numbers and all verdicts, and whether nothing may be counted."""

    numbers: frozenset[Fraction]
    verdicts: frozenset[Verdict]
    may_be_empty: bool

    @property
    def verdict(self) -> Verdict:
        """The verdict that every completion gives, else undetermined."""
        return next(iter(self.verdicts)) if len(self.verdicts) == 1 else Verdict.UNDETERMINED


def ruling(criterion: Criterion, worlds: Iterable[World]) -> Ruling:
    """Collect what the criterion gives in each world."""
    numbers: set[Fraction] = set()
    verdicts: set[Verdict] = set()
    empty = False
    for world in worlds:
        verdicts.add(verdict_in(criterion, world))
        value = number(criterion.measure, world)
        if isinstance(value, Fraction):
            numbers.add(value)
            continue
        empty = True
        if not isinstance(criterion.measure, Share):
            numbers.add(Fraction(0))  # of no rows, none fails; only a share has no number then
    return Ruling(frozenset(numbers), frozenset(verdicts), empty)


def one_row(state: str) -> frozenset[tuple[int, int]]:
    """Give what a row may add to (counted, qualifying); its state is two of T, F and U.

    The first letter says whether the row is counted, the second whether it qualifies.
    """
    among, where = state
    yes = {(1, 1)} if where == "T" else {(1, 0)} if where == "F" else {(1, 0), (1, 1)}
    return frozenset({"T": yes, "F": {(0, 0)}, "U": yes | {(0, 0)}}[among])


def share_counts(states: Iterable[str], unlisted: int = 0) -> frozenset[tuple[int, int]]:
    """Give every (counted, qualifying) that rows in such states and unlisted rows may make."""
    found = {(0, 0)}
    for state in [*states, *["UU"] * unlisted]:
        found = {(n + a, k + b) for n, k in found for a, b in one_row(state)}
    return frozenset(found)


def share_ruling(
    counts: Iterable[tuple[int, int]], target: Target, if_empty: Verdict, on: date
) -> Ruling:
    """Collect what a share gives for each (counted, qualifying)."""
    numbers = {Fraction(k, n) for n, k in counts if n}
    verdicts = {
        (Verdict.MET if reaches(target, Fraction(k, n), on) else Verdict.NOT_MET) if n else if_empty
        for n, k in counts
    }
    return Ruling(frozenset(numbers), frozenset(verdicts), any(n == 0 for n, _ in counts))
