"""Which answers are missing behind an unknown truth: what to ask, in which cell, of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eipcheck.evaluation.truth import UNKNOWN
from eipcheck.evaluation.walk import leaf_fields, needed_figures
from eipcheck.evaluation.world import REGISTER, World
from eipcheck.model.assessment import Ask, Truth
from eipcheck.model.condition import All, AnyOf, Condition, Either, HasRow, Holds, Not
from eipcheck.model.place import Cell
from eipcheck.model.record import EnterpriseRef


@dataclass(frozen=True, slots=True)
class Missing:
    """One missing thing: its kind and field (see ``Ask``), its cell, and the enterprise."""

    kind: str
    field: str
    cell: Cell | None
    enterprise: str = ""


def asks(world: World, found: Iterable[Missing]) -> tuple[Ask, ...]:
    """Gather missing things into questions, one per kind and field, in the order found."""
    grouped: dict[tuple[str, str], list[Missing]] = {}
    for missing in dict.fromkeys(found):
        grouped.setdefault((missing.kind, missing.field), []).append(missing)
    return tuple(
        Ask(
            kind=kind,
            field=field,
            cells=tuple(sorted(m.cell for m in group if m.cell is not None)),
            asked_of=_asked_of(world, field),
            enterprises=tuple(m.enterprise for m in group if m.enterprise),
        )
        for (kind, field), group in grouped.items()
    )


def _asked_of(world: World, name: str) -> str:
    dictionary = world.dictionary
    if dictionary.has_field(name):
        return dictionary.field(name).asked_of
    for sheet in dictionary.sheets:
        for spec in sheet.declarations:
            if name in {spec.id, sheet.id}:
                return spec.asked_of
    return "authority"


def missing_ticks(world: World, sheet: str, where: Condition | None = None) -> Iterator[Missing]:
    """Give the "complete" lines that leave the list open (for rows that may satisfy ``where``)."""
    open_scopes = {
        row.scope
        for row in world.unlisted_rows(sheet)
        if where is None or row.truth(where) is UNKNOWN
    }
    declared = {d.id: d for d in world.table(sheet).declarations}
    for spec in world.dictionary.sheet(sheet).declarations:
        if spec.scope in open_scopes:
            line = declared.get(spec.id)
            unproven = line is not None and line.complete is True and not world.is_complete(line)
            kind = "document" if unproven else "complete"
            yield Missing(kind, spec.id, line.cell if line else None)


def missing_fact(world: World, field: str) -> Missing:
    """Give the fact to fill, or the document to bring for it."""
    said = world.said(field)
    if said.used and not said.unreadable:
        undocumented = any(not world.proves(o.documents) for o in said.used)
        kind = "document" if undocumented and not said.conflict else "fact"
        return Missing(kind, field, said.used[0].cell)
    return Missing("fact", field, world.record.blank_cells.get(field))


def missing_park(world: World, condition: Condition) -> Iterator[Missing]:
    """Give what is missing behind an unknown condition on the park."""
    if world.park(condition) is not UNKNOWN:
        return
    match condition:
        case All(parts) | AnyOf(parts) | Either(parts):
            for part in parts:
                yield from missing_park(world, part)
        case Not(part):
            yield from missing_park(world, part)
        case HasRow(table, where):
            yield from missing_rows(world, where, table)
            yield from missing_ticks(world, table, where)
        case Holds():
            for field in needed_figures(condition.measure):
                if world.figure(field).exact is None:
                    yield missing_fact(world, field)
        case _:
            yield from (missing_fact(world, f) for f in leaf_fields(condition))


def missing_rows(
    world: World, condition: Condition, sheet: str, among: Iterable[Truth] | None = None
) -> Iterator[Missing]:
    """Give what is missing row by row where the condition is unknown.

    ``among`` restricts it to the rows that are certainly counted.
    """
    column = world.column(condition, sheet)
    counted = list(among) if among is not None else [Truth.TRUE] * len(column)
    for index, truth in enumerate(column):
        if truth is UNKNOWN and counted[index] is Truth.TRUE:
            yield from missing_in_row(world, condition, sheet, index)


def missing_in_row(world: World, condition: Condition, sheet: str, index: int) -> Iterator[Missing]:
    """Give what is missing behind an unknown condition on one row."""
    if world.column(condition, sheet)[index] is not UNKNOWN:
        return
    match condition:
        case All(parts) | AnyOf(parts) | Either(parts):
            for part in parts:
                yield from missing_in_row(world, part, sheet, index)
        case Not(part):
            yield from missing_in_row(world, part, sheet, index)
        case HasRow():
            yield from _missing_linked(world, condition, sheet, index)
        case Holds():
            yield from missing_park(world, condition)
        case _:
            yield from _missing_leaf(world, condition, sheet, index)


def _missing_leaf(world: World, condition: Condition, sheet: str, index: int) -> Iterator[Missing]:
    fields = leaf_fields(condition)
    if not any(world.is_row_field(f, sheet) for f in fields):
        yield from missing_park(world, condition)
        return
    table = world.table(sheet)
    for name in fields:
        if world.values(name)[index] is not None:
            continue
        evidence = world.dictionary.field(name).evidence
        said = table.value(name, index)
        kind, field = ("document", name) if said is not None and evidence else ("column", name)
        cell = table.cell(evidence if kind == "document" and evidence else name, index)
        yield Missing(kind, field, cell, enterprise_name(world, sheet, index))


def _missing_linked(world: World, condition: HasRow, sheet: str, index: int) -> Iterator[Missing]:
    if sheet != REGISTER:
        for field in world.enterprise_fields(sheet):
            name = world.values(field)[index]
            if isinstance(name, EnterpriseRef) and name.row is not None:
                yield from missing_in_row(world, condition.where, REGISTER, name.row)
            elif name is None or isinstance(name, EnterpriseRef):
                yield Missing("column", field, world.table(sheet).cell(field, index))
        return
    by_row, loose = world.linked(condition.table)
    for linked in by_row.get(index, ()):
        yield from missing_in_row(world, condition.where, condition.table, linked)
    for row in loose:
        for field in world.enterprise_fields(condition.table):
            name = world.values(field)[row]
            if name is None or (isinstance(name, EnterpriseRef) and name.row is None):
                yield Missing("column", field, world.table(condition.table).cell(field, row))
    yield from missing_ticks(world, condition.table, condition.where)


def enterprise_name(world: World, sheet: str, index: int) -> str:
    """Give the name of the enterprise that a row of the register is about, else nothing."""
    if sheet != REGISTER:
        return ""
    table = world.table(sheet)
    return str(table.value("enterprise_name", index) or table.value("tax_code", index) or "")
