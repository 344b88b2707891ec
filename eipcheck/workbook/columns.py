"""Types a whole column at once: what reads the same is read only once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Value
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.dates import LAST_MONTH, Slashed
from eipcheck.workbook.folding import clean
from eipcheck.workbook.numbers import Ambiguous, Written, count
from eipcheck.workbook.readings import ALONE, Clue, Fault, Marker, Neighbours, Reading, shown

_Found: TypeAlias = list[tuple[int, object, Clue]]
"""Clues in the order of the column: index of the first such cell, its key, what it shows."""


class ColumnReading(Struct, frozen=True):
    """The values of a column, its raw cells (None where blank), and what was wrong where.

    ``convention`` says how its numbers in text are written: ``comma`` or ``point`` is the decimal
    mark; empty where none tells, or where they disagree.
    """

    values: tuple[Value | None, ...]
    raw: tuple[object, ...]
    faults: tuple[tuple[Fault, tuple[int, ...]], ...]
    convention: str = ""


def month_first_cell(cells: Iterable[tuple[Cell, object]], reader: CellReader) -> str:
    """Give the address of a text date that is one only with the month in front, "" for none."""
    for cell, value in cells:
        if isinstance(value, str) and clean(value)[:1].isdecimal():  # other words are no dates
            clue = reader.read(value).clue
            if isinstance(clue, Slashed) and clue.month_first:
                return cell.address
    return ""


def _ordinal(index: int) -> str:
    return f"#{index + 1}"


def read_column(
    cells: Sequence[object],
    reader: CellReader,
    percent: frozenset[int] = frozenset(),
    address: Callable[[int], str] = _ordinal,
    month_first: str = "",
) -> ColumnReading:
    """Read all cells of a field.

    Numbers and dates in text that alone may mean two things are read as the others of the column
    show, where these agree. The order of the cells makes no difference.

    Args:
        cells: what the spreadsheet holds, from top to bottom.
        reader: reads the field.
        percent: the indices of cells shown in percent.
        address: gives the name of a cell, by its index, for people.
        month_first: a cell elsewhere on the sheet that writes the month in front, "" for none.
    """
    known: dict[object, Reading] = {}
    raw_of: dict[object, object] = {}
    at_fault: dict[object, list[int]] = {}
    values: list[Value | None] = []
    clues: _Found = []
    for index, cell in enumerate(cells):
        if cell is None:
            values.append(None)
            continue
        # 1, 1.0 and True are equal, and are different answers
        key = cell if cell.__class__ is str else (cell.__class__, cell, index in percent)
        reading = known.get(key)
        if reading is None:
            reading = known[key] = reader.read(cell, percent=index in percent)
            if reading.clue is not None:
                clues.append((index, key, reading.clue))
            if reading.blank or isinstance(cell, Marker):
                raw_of[cell] = None if reading.blank else shown(cell)
        if reading.faults:
            at_fault.setdefault(key, []).append(index)
        values.append(reading.value)
    convention = ""
    if clues:
        beside = _neighbours(clues, known, address, month_first)
        convention = beside.votes.convention
        again = _again(clues, known, reader, beside)
        if again:
            known |= again
            _replace(cells, again, percent, values, at_fault)
    raw = tuple(raw_of.get(c, c) for c in cells) if raw_of else tuple(cells)
    return ColumnReading(tuple(values), raw, _told(at_fault, known), convention)


def _replace(
    cells: Sequence[object],
    again: Mapping[object, Reading],
    percent: Collection[int],
    values: list[Value | None],
    at_fault: dict[object, list[int]],
) -> None:
    """Put what was read ``again`` in the place of what was read first."""
    for key in again:
        at_fault.pop(key, None)
    for index, cell in enumerate(cells):
        key = cell if cell.__class__ is str else (cell.__class__, cell, index in percent)
        reading = again.get(key)
        if reading is not None:
            values[index] = reading.value
            if reading.faults:
                at_fault.setdefault(key, []).append(index)


def _neighbours(
    clues: _Found, known: Collection[object], address: Callable[[int], str], elsewhere: str
) -> Neighbours:
    """Say what the numbers and dates in text of a column, and a date ``elsewhere``, show."""
    votes = count((address(i), clue) for i, _, clue in clues if isinstance(clue, Written))
    dates = [(i, clue) for i, _, clue in clues if isinstance(clue, Slashed)]
    month_first = next((address(i) for i, text in dates if text.month_first), elsewhere)
    days = [key[1] for key in known if isinstance(key, tuple) and isinstance(key[1], date)]
    # of dates typed in the order that the spreadsheet does not expect, it leaves those as text
    # that are none in its own order, and exchanges day and month of all others
    left = dates and all(max(text.first, text.second) > LAST_MONTH for _, text in dates)
    swapped = left and days and all(day.day <= LAST_MONTH for day in days)
    return Neighbours(votes, month_first, address(dates[0][0]) if swapped else "")


def _again(
    clues: _Found, known: dict[object, Reading], reader: CellReader, beside: Neighbours
) -> dict[object, Reading]:
    """Read again what the rest of the column tells how to read; give what has changed."""
    if beside == ALONE:
        return {}
    doubtful: Iterable[object] = [key for _, key, clue in clues if isinstance(clue, Ambiguous)]
    if beside.month_first or beside.swapped:
        doubtful = known
    again = {
        key: reader.read(key[1] if isinstance(key, tuple) else key, beside=beside)
        for key in doubtful
    }
    return {key: reading for key, reading in again.items() if reading != known[key]}


def _told(
    at_fault: dict[object, list[int]], known: dict[object, Reading]
) -> tuple[tuple[Fault, tuple[int, ...]], ...]:
    """Put together the faults of all cells; those that are told once with all their cells."""
    told: dict[object, tuple[Fault, list[int]]] = {}
    for key, at in at_fault.items():
        for fault in known[key].faults:
            name = (fault.code, fault.once) if fault.once else (key, fault)
            told.setdefault(name, (fault, []))[1].extend(at)
    return tuple((fault, tuple(sorted(at))) for fault, at in told.values())


def problem(fault: Fault, heading: str, places: Iterable[Cell]) -> Problem:
    """Make one problem of a fault that one or several cells of a field share."""
    first, *others = places
    facts = (("heading", heading), *fault.facts)
    return Problem(fault.code, first, facts, fault.severity, tuple(others))
