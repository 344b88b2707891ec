"""Checks who is who in a list: keys that occur twice, rows that name nobody."""

from __future__ import annotations

from eipcheck.model.dictionary import Sheet
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Table, Value
from eipcheck.workbook.cells import shown
from eipcheck.workbook.layout import EVIDENCE, JUDGEMENTS, REGISTER, REGISTER_NAME, TAX_CODES
from eipcheck.workbook.register import code_key

_IDENTITIES = {
    REGISTER: (*sorted(TAX_CODES), REGISTER_NAME),
    EVIDENCE: ("document_id",),
    JUDGEMENTS: ("judgement_criterion",),
}
"""Fields of which a row must fill one to say whom or what it speaks of."""


def identity_problems(table: Table, spec: Sheet) -> list[Problem]:
    """Report double keys, naming both cells, and rows that do not say what they are about."""
    return [*_doubles(table, spec), *_nameless(table, spec)]


def _doubles(table: Table, spec: Sheet) -> list[Problem]:
    column = table.columns.get(spec.key or "")
    if column is None or column.column is None:
        return []
    first: dict[str, int] = {}
    problems = []
    for index, value in enumerate(column.values):
        if value is None:
            continue
        key = _key(column.field, value)
        if key in first:
            place, other = (
                Cell(table.sheet_name, table.rows[i], column.column) for i in (index, first[key])
            )
            raw = shown(column.raw[index])
            facts = (("heading", column.heading), ("raw", raw), ("first", other.address))
            problems.append(Problem("W401", place, facts, other_places=(other,)))
        first.setdefault(key, index)
    return problems


def _key(field: str, value: Value) -> str:
    text = str(value)
    return code_key(text) if field in TAX_CODES else text.casefold()


def _nameless(table: Table, spec: Sheet) -> list[Problem]:
    fields = [f for f in _IDENTITIES.get(spec.id, ()) if f in table.columns]
    columns = [table.columns[f] for f in fields]
    if not columns or any(c.column is None for c in columns):
        return []
    heading = " / ".join(c.heading for c in columns)
    return [
        Problem(
            "W215",
            Cell(table.sheet_name, row, columns[0].column or 1),
            (("heading", heading), ("row", str(row))),
            Severity.WARNING,
        )
        for index, row in enumerate(table.rows)
        if all(c.values[index] is None and not shown(c.raw[index]) for c in columns)
    ]
