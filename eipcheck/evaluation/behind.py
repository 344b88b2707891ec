"""The table behind a count, row by row: counted or not, qualifying or not, and why."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.evaluation.missing import enterprise_name
from eipcheck.evaluation.rows import ALWAYS, counted_columns, ticks
from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, Column
from eipcheck.evaluation.walk import every_condition, leaf_fields
from eipcheck.evaluation.world import REGISTER, World
from eipcheck.model.assessment import Because, RowBehind, RowsBehind
from eipcheck.model.condition import All, AnyOf, Condition, Either, HasRow, Not
from eipcheck.model.lazy import LazyRows
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    Holds,
    Measure,
    NoneOf,
    RowSum,
    Share,
)
from eipcheck.model.place import Cell
from eipcheck.model.record import EnterpriseRef

MOST_REASONS = 3
"""As many answers are shown for one row: the deciding ones come first."""


def rows_behind(declared: World, evidenced: World, measure: Measure) -> RowsBehind | None:
    """Give the rows that a measure counts or looks at, None where it reads no list."""
    match measure:
        case EitherMeasure(register, _):
            return rows_behind(declared, evidenced, register)
        case Share() | Every() | NoneOf():
            return _rows(declared, evidenced, measure.table, measure.among, measure.where)
        case Count() | RowSum() | EachYear():
            return _rows(declared, evidenced, measure.table, ALWAYS, measure.where)
        case Answer(condition):
            looked_for = [c for c in every_condition(condition) if isinstance(c, HasRow)]
            if not looked_for:
                return None
            table = looked_for[0].table
            where = AnyOf(tuple(c.where for c in looked_for if c.table == table))
            return _rows(declared, evidenced, table, ALWAYS, where)
        case _:
            return None


def _rows(
    declared: World, evidenced: World, sheet: str, among: Condition, where: Condition
) -> RowsBehind:
    table = declared.table(sheet)
    cells = ticks(declared, sheet)

    def make() -> tuple[RowBehind, ...]:
        counted, qualifying = counted_columns(declared, sheet, among, where)
        _, proven = counted_columns(evidenced, sheet, among, where)
        columns = (counted, qualifying, proven)
        return tuple(
            _row(declared, sheet, (among, where), columns, i) for i in range(len(table.rows))
        )

    return RowsBehind(
        table=sheet,
        sheet_name=table.sheet_name,
        rows=LazyRows(len(table.rows), make),
        complete=not declared.unlisted_rows(sheet),
        complete_cell=cells[0] if cells else None,
    )


def _row(
    world: World,
    sheet: str,
    conditions: tuple[Condition, Condition],
    columns: tuple[Column, Column, Column],
    index: int,
) -> RowBehind:
    among, where = conditions
    counted, qualifying, proven = (column[index] for column in columns)
    # A row that is not counted is explained by that alone.
    deciding = among if counted is not TRUE else where
    reasons = []
    for reason in why(world, deciding, sheet, index):
        if reason not in reasons:
            reasons.append(reason)
        if len(reasons) == MOST_REASONS:
            break
    table = world.table(sheet)
    first = next((c.column for c in table.columns.values() if c.column), 1)
    name, code = _identity(world, sheet, index)
    return RowBehind(
        row=table.rows[index],
        cell=Cell(table.sheet_name, table.rows[index], first),
        name=name,
        code=code,
        among=counted,
        where=qualifying,
        evidenced=proven,
        why=tuple(reasons),
    )


def _identity(world: World, sheet: str, index: int) -> tuple[str, str]:
    """Name the row: an enterprise and its tax code, else the enterprises it names, else its key."""
    table = world.table(sheet)
    key = world.dictionary.sheet(sheet).key
    code = str(table.value(key, index) or "") if key else ""
    if sheet == REGISTER:
        return enterprise_name(world, sheet, index), code
    parties = [table.value(f, index) for f in world.enterprise_fields(sheet)]
    names = [p.name for p in parties if isinstance(p, EnterpriseRef)]
    return " → ".join(names), code


def why(world: World, condition: Condition, sheet: str, index: int) -> Iterator[Because]:
    """Give the answers that make the condition what it is for the row."""
    truth = world.column(condition, sheet)[index]
    match condition:
        case All(parts) | AnyOf(parts) | Either(parts):
            same = [p for p in parts if world.column(p, sheet)[index] is truth]
            # One part settles a false "all" and a true "any"; otherwise every part has its say.
            settled = isinstance(condition, All) and truth is FALSE
            settled = settled or (isinstance(condition, AnyOf) and truth is TRUE)
            for part in same[:1] if settled else same or parts:
                yield from why(world, part, sheet, index)
        case Not(part):
            yield from why(world, part, sheet, index)
        case HasRow():
            yield from _why_linked(world, condition, sheet, index)
        case Holds():
            return
        case _:
            yield from _why_leaf(world, condition, sheet, index)


def _why_leaf(world: World, condition: Condition, sheet: str, index: int) -> Iterator[Because]:
    table = world.table(sheet)
    for field in leaf_fields(condition):
        if world.is_row_field(field, sheet):
            yield Because(field, table.value(field, index), table.cell(field, index))
            since = world.dictionary.field(field).since
            if since is not None and table.value(since, index) is not None:
                yield Because(since, table.value(since, index), table.cell(since, index))


def _why_linked(world: World, condition: HasRow, sheet: str, index: int) -> Iterator[Because]:
    if sheet != REGISTER:
        for field in world.enterprise_fields(sheet):
            name = world.values(field)[index]
            if isinstance(name, EnterpriseRef) and name.row is not None:
                yield from why(world, condition.where, REGISTER, name.row)
        return
    by_row, loose = world.linked(condition.table)
    where = world.column(condition.where, condition.table)
    truth = world.column(condition, sheet)[index]
    for linked in by_row.get(index, ()):
        if where[linked] is truth:
            yield from why(world, condition.where, condition.table, linked)
    table = world.table(condition.table)
    if truth is UNKNOWN:
        for row in loose:
            for field in world.enterprise_fields(condition.table):
                yield Because(field, table.value(field, row), table.cell(field, row))
    if truth is not TRUE:
        for line in table.declarations:
            yield Because(line.id, line.complete, line.cell)
