"""Takes answers of a list as unknown, although something is written."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from eipcheck.model.record import Table
from eipcheck.workbook.layout import LOST


def lose(table: Table, field: str, rows: Collection[int]) -> Table:
    """Make the cells of a column say, in some rows, something that nobody can tell.

    Args:
        table: the list.
        field: the field of the column, which the list has.
        rows: the rows by their index; the others stay as they are.
    """
    if not rows:
        return table
    column = table.columns[field]
    said = column.raw or column.values
    lost = replace(
        column,
        values=tuple(None if i in rows else v for i, v in enumerate(column.values)),
        raw=tuple(LOST if i in rows else r for i, r in enumerate(said)),
    )
    return replace(table, columns={**table.columns, field: lost})
