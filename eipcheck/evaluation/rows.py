"""The rows of a list as a count sees them: each enterprise once, counted and qualifying."""

from __future__ import annotations

from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, Column
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Step
from eipcheck.model.condition import All, Condition
from eipcheck.model.place import Cell

ALWAYS = All(())
"""A condition that every row satisfies."""


def counted_columns(
    world: World, sheet: str, among: Condition, where: Condition
) -> tuple[Column, Column]:
    """Give, for every thing that a list holds, whether it is counted and whether it qualifies."""
    return world.existing(among, sheet), world.existing(where, sheet)


def ticks(world: World, sheet: str) -> tuple[Cell, ...]:
    """Give the "complete" cells of a list."""
    return tuple(d.cell for d in world.table(sheet).declarations)


def list_step(world: World, sheet: str) -> Step:
    """Tell how many rows are listed, and whether the list is complete."""
    table = world.table(sheet)
    complete = "no" if world.unlisted_rows(sheet) else "yes"
    values = (("n", str(len(table.rows))), ("sheet", sheet), ("complete", complete))
    return Step("list_size", values, ticks(world, sheet))


def count_step(among: Column) -> Step:
    """Tell how many rows are counted, not counted, and unknown."""
    return Step(
        "counted",
        (
            ("counted", str(among.count(TRUE))),
            ("not_counted", str(among.count(FALSE))),
            ("unknown", str(among.count(UNKNOWN))),
        ),
    )
