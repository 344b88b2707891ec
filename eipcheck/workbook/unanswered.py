"""Facts that have no answer that can be read: unknown, where a blank would mean something."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct

from eipcheck.model.dictionary import Field, Sheet
from eipcheck.model.place import Cell
from eipcheck.model.record import Observation
from eipcheck.workbook.layout import LOST


class Statement(Struct, frozen=True):
    """An observation, and whether its row leaves the year to the data period."""

    observation: Observation
    year_blank: bool


def unread(spec: Sheet, name: str) -> list[Statement]:
    """Make the fields of a sheet that cannot be read unknown where a blank would mean something."""
    return not_asked(spec.fields, name)


def not_asked(fields: Iterable[Field], name: str) -> list[Statement]:
    """Make those of ``fields`` unknown of which a blank would mean something.

    A line that is not there has not been left blank.
    """
    return [lost(f, Cell(name, 1, 1)) for f in fields if f.blank_means is not None]


def doubtful(
    spec: Sheet, name: str, said: Container[str], blank_cells: Mapping[str, Cell]
) -> list[Statement]:
    """Where an answer was lost, make fields without one unknown where a blank would mean something.

    The lost answer may be theirs.

    Args:
        spec: the sheet.
        name: what the workbook calls it.
        said: ids of fields that it answers.
        blank_cells: the cells to fill of those whose line is there.
    """
    return [
        lost(f, blank_cells.get(f.id, Cell(name, 1, 1)))
        for f in spec.fields
        if f.blank_means is not None and f.id not in said
    ]


def lost(about: Field, cell: Cell) -> Statement:
    """Make a statement of which nobody can tell what it says."""
    return Statement(Observation(field=about.id, value=None, cell=cell, raw=LOST), year_blank=False)
