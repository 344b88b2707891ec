"""Types a whole column at once: what reads the same is read only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Value
from eipcheck.workbook.cells import UNCOMPUTED, CellReader, Fault, Reading, shown


class ColumnReading(Struct, frozen=True):
    """The values of a column, its raw cells (None where blank), and what was wrong where."""

    values: tuple[Value | None, ...]
    raw: tuple[object, ...]
    faults: tuple[tuple[Fault, tuple[int, ...]], ...]


def read_column(
    cells: Sequence[object], reader: CellReader, percent: frozenset[int] = frozenset()
) -> ColumnReading:
    """Read all cells of a field; ``percent`` holds the indices shown in percent."""
    known: dict[object, Reading] = {}
    raw_of: dict[object, object] = {}
    at_fault: dict[object, list[int]] = {}
    values: list[Value | None] = []
    for index, cell in enumerate(cells):
        if cell is None:
            values.append(None)
            continue
        # 1, 1.0 and True are equal, and are different answers
        key = cell if cell.__class__ is str else (cell.__class__, cell, index in percent)
        reading = known.get(key)
        if reading is None:
            reading = known[key] = reader.read(cell, percent=index in percent)
            if reading.blank or cell is UNCOMPUTED:
                raw_of[cell] = None if reading.blank else shown(cell)
        if reading.faults:
            at_fault.setdefault(key, []).append(index)
        values.append(reading.value)
    raw = tuple(raw_of.get(c, c) for c in cells) if raw_of else tuple(cells)
    faults = ((f, tuple(at)) for key, at in at_fault.items() for f in known[key].faults)
    return ColumnReading(tuple(values), raw, tuple(faults))


def problem(fault: Fault, heading: str, places: Iterable[Cell]) -> Problem:
    """Make one problem of a fault that one or several cells of a field share."""
    first, *others = places
    facts = (("heading", heading), *fault.facts)
    return Problem(fault.code, first, facts, fault.severity, tuple(others))
