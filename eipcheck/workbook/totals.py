"""Checks the totals that people wrote below a list against its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Column, Table
from eipcheck.workbook.book import Grid
from eipcheck.workbook.cells import CellReader
from eipcheck.workbook.lines import Total
from eipcheck.workbook.numbers import number_text


def wrong_totals(
    grid: Grid, table: Table, column: Column, totals: Sequence[Total], reader: CellReader
) -> Iterator[Problem]:
    """Warn of totals of a field that are neither those of all rows above nor of their group.

    Nothing is said where a figure is unknown or cannot be read: then nobody knows the sum.
    """
    if column.column is None:
        return
    before = 0
    for total in totals:
        typed = reader.read(grid.value(total.row, column.column)).value
        sums = [_sum(table, column, after, total.row) for after in (before, 0)]
        before = total.row
        if isinstance(typed, Decimal) and None not in sums and typed not in sums:
            facts = {
                "heading": column.heading,
                "words": total.words,
                "raw": number_text(typed),
                "sum": number_text(sums[-1] or Decimal(0)),
            }
            place = Cell(table.sheet_name, total.row, column.column)
            yield Problem("W226", place, tuple(facts.items()), Severity.WARNING)


def _sum(table: Table, column: Column, after: int, end: int) -> Decimal | None:
    total = Decimal(0)
    for index, row in enumerate(table.rows):
        if after < row < end:
            value = column.values[index]
            if isinstance(value, Decimal):
                total += value
            elif not column.is_blank(index):
                return None
    return total
