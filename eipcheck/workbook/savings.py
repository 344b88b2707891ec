"""Holds "has a measured result" of a RECP solution against the savings beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Column, Table
from eipcheck.workbook.layout import SOLUTIONS
from eipcheck.workbook.lost import lose
from eipcheck.workbook.readings import shown

MEASURED: Final = "recp_measured"
SAVINGS: Final = ("recp_kwh", "recp_water", "recp_co2", "recp_money")
"""What a solution saves or cuts in a year; read where the list has it, whatever a set asks."""


def certain_results(
    tables: Mapping[str, Table],
) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Take a "yes" as unknown where savings are given and none of them is above zero.

    A result is a saving or a cut of emissions above zero, says the form. Blank savings contradict
    nothing, and one that cannot be read may be above zero.

    Args:
        tables: the lists of the workbook by sheet.

    Returns:
        The lists by sheet, and a problem for each such row.
    """
    table = tables.get(SOLUTIONS)
    said = table.columns.get(MEASURED) if table else None
    if table is None or said is None or said.column is None:
        return dict(tables), ()
    problems = dict(_contradictions(table, said))
    return {**tables, SOLUTIONS: lose(table, MEASURED, problems)}, tuple(problems.values())


def _contradictions(table: Table, said: Column) -> Iterator[tuple[int, Problem]]:
    columns = [table.columns[f] for f in SAVINGS if f in table.columns]
    for index, value in enumerate(said.values):
        given = [c for c in columns if not c.is_blank(index)]
        if value is True and given and all(_saves_nothing(c, index) for c in given):
            places = tuple(c for g in given if (c := table.cell(g.field, index)) is not None)
            told = (
                ("heading", said.heading),
                ("raw", shown(said.raw[index])),
                ("values", "; ".join(shown(c.raw[index]) for c in given)),
            )
            place = Cell(table.sheet_name, table.rows[index], said.column or 1)
            yield index, Problem("W412", place, told, other_places=places)


def _saves_nothing(column: Column, index: int) -> bool:
    """Say whether an amount is a number that saves nothing; one below zero is told and not used."""
    value = column.values[index]
    written = value if value is not None or not column.raw else column.raw[index]
    return isinstance(written, Decimal | int | float) and written <= 0
