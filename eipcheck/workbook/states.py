"""Tells what people may not see of the cells that were read: hidden, or results of formulas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from eipcheck.model.place import Cell, SheetPlace, column_letters
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Table
from eipcheck.workbook.book import Grid
from eipcheck.workbook.headings import Heading

_SHOWN = 12
"""Rows or columns that a message names; beyond it, how many there are says enough."""


def hidden_problems(grid: Grid, name: str, table: Table) -> Iterator[Problem]:
    """Tell hidden rows and columns of a list: they were read like all others."""
    rows = grid.probe.hidden_rows.intersection(table.rows)
    if rows:
        yield _hidden("W230", name, [str(r) for r in sorted(rows)])
    columns = {c.column for c in table.columns.values() if c.column is not None}
    hidden = grid.probe.hidden_columns.intersection(columns)
    if hidden:
        yield _hidden("W231", name, [column_letters(c) for c in sorted(hidden)])


def hidden_answers(grid: Grid, name: str, cells: Iterable[Cell]) -> Iterator[Problem]:
    """Tell hidden rows of a facts sheet that hold an answer: they were read like all others."""
    rows = grid.probe.hidden_rows.intersection(c.row for c in cells)
    if rows:
        yield _hidden("W230", name, [str(r) for r in sorted(rows)])


def _hidden(code: str, name: str, which: Sequence[str]) -> Problem:
    shown = ", ".join(which[:_SHOWN]) + (", …" if len(which) > _SHOWN else "")
    facts = (("sheet", name), ("n", str(len(which))), ("which", shown))
    return Problem(code, SheetPlace(name), facts, Severity.WARNING)


def result_problems(
    grid: Grid, name: str, rows: Sequence[int], heading: Heading
) -> Iterator[Problem]:
    """Tell the cells of a column whose values are results of formulas."""
    if grid.probe.computed:
        places = [(row, heading.column) for row in rows]
        yield from results(grid, name, heading.text, places)


def results(
    grid: Grid, name: str, heading: str, places: Collection[tuple[int, int]]
) -> Iterator[Problem]:
    """Tell which of the places hold results of formulas, and which of them of another workbook.

    Results are used as stored; those drawn from another workbook may long be out of date.
    """
    failed = {place for place in places if _is_error(grid.value(*place))}
    computed = grid.probe.computed.intersection(places) - failed
    linked = grid.probe.linked.intersection(places) - failed
    for code, found in (("W346", linked), ("W340", computed - linked)):
        if found:
            first, *others = (Cell(name, *place) for place in sorted(found))
            facts = (("heading", heading), ("n", str(len(found))))
            yield Problem(code, first, facts, Severity.WARNING, tuple(others))


def _is_error(value: object) -> bool:
    """Say whether a cell shows an error, which is told as that."""
    return isinstance(value, str) and value.startswith("#")
