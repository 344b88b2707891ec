"""Dates that cannot be, or not yet: they are told as problems, and answer nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eipcheck.evaluation.world import World
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import Field
from eipcheck.model.place import Cell, FilePlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Table


def impossible_dates(world: World) -> Iterator[Problem]:
    """Tell every date of a list that precedes what it cannot precede."""
    for sheet in world.dictionary.sheets:
        for field in sheet.fields:
            if field.not_before is not None:
                for index in world.impossible(field):
                    yield _problem(world, field, field.not_before, index)


def _problem(world: World, field: Field, earlier: str, index: int) -> Problem:
    table = world.table(field.sheet)
    facts = (
        ("field", field.id),
        ("date", str(table.value(field.id, index))),
        ("other", earlier),
        ("other_date", str(table.value(earlier, index))),
    )
    other = table.cell(earlier, index)
    place = _cell(table, field.id, index)
    return Problem("D112", place, facts, other_places=(other,) if other else ())


def _cell(table: Table, field: str, index: int) -> Cell:
    return table.cell(field, index) or Cell(table.sheet_name, table.rows[index], 1)


def later_lists(world: World) -> Iterator[Problem]:
    """Tell every list that speaks of one day, after the assessment date."""
    for sheet in filter(world.is_of_later_day, world.record.tables):
        table = world.table(sheet)
        line = max(table.declarations, key=lambda d: d.end or date.min)
        days = (("date", str(line.end)), ("other_date", str(world.as_of)))
        facts = (("sheet", table.sheet_name), *days)
        yield Problem("D127", line.cell, facts, Severity.WARNING)


def before_the_law(world: World, criteria: CriteriaSet) -> Iterator[Problem]:
    """Tell the registrations from before the set was law that a look-back window ends on."""
    start = criteria.in_force_from
    if start is None:
        return
    ends = criteria.window_ends
    registered = world.dates.registration
    if "registration" in ends and registered.on is not None and registered.on < start:
        place = registered.cell or FilePlace(world.record.file)
        yield _too_early("registration_date", registered.on, start, place)
    for end in filter(world.dictionary.has_field, sorted(ends)):
        table = world.table(world.dictionary.field(end).sheet)
        for index in range(len(table.rows)):
            day = table.value(end, index)
            if isinstance(day, date) and day < start:
                yield _too_early(end, day, start, _cell(table, end, index))


def _too_early(field: str, day: date, start: date, place: Cell | FilePlace) -> Problem:
    facts = (("field", field), ("date", day.isoformat()), ("other_date", start.isoformat()))
    return Problem("D126", place, facts)
