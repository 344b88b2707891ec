"""Dates that cannot be: they are told as problems, and answer nothing."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.evaluation.world import World
from eipcheck.model.dictionary import Field
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem


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
    place = table.cell(field.id, index) or Cell(table.sheet_name, table.rows[index], 1)
    other = table.cell(earlier, index)
    return Problem("D112", place, facts, other_places=(other,) if other else ())
