"""Which answers are missing behind an unknown truth: what to ask, in which cell, of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from eipcheck.evaluation.truth import TRUE, UNKNOWN
from eipcheck.evaluation.walk import leaf_fields, needed_figures
from eipcheck.evaluation.world import REGISTER, World
from eipcheck.model.assessment import Ask, Truth
from eipcheck.model.condition import All, AnyOf, Condition, Either, HasRow, Not
from eipcheck.model.measure import Holds
from eipcheck.model.place import Cell
from eipcheck.model.record import EnterpriseRef, Value


class Missing(Struct, frozen=True):
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


class Search:
    """Finds what is missing in one run; keeps what is the same for every row of a list."""

    def __init__(self, world: World) -> None:
        """Search the answers of ``world``."""
        self.world = world
        self._ticks: dict[tuple[str, Condition | None], tuple[Missing, ...]] = {}

    def ticks(self, sheet: str, where: Condition | None = None) -> tuple[Missing, ...]:
        """Give the "complete" lines that leave a list open, for rows that may satisfy ``where``."""
        key = (sheet, where)
        if key not in self._ticks:
            self._ticks[key] = tuple(self._open_lines(sheet, where))
        return self._ticks[key]

    def _open_lines(self, sheet: str, where: Condition | None) -> Iterator[Missing]:
        world = self.world
        open_scopes = {
            row.scope
            for row in world.unlisted_rows(sheet)
            if where is None or row.truth(where) is UNKNOWN
        }
        declared = {d.id: d for d in world.table(sheet).declarations}
        for spec in world.dictionary.sheet(sheet).declarations:
            if spec.scope in open_scopes:
                line = declared.get(spec.id)
                ticked = line is not None and line.complete is True
                unproven = ticked and line is not None and not world.is_complete(line)
                kind = "document" if unproven else "complete"
                yield Missing(kind, spec.id, line.cell if line else None)

    def fact(self, field: str) -> Missing:
        """Give the fact to fill, or the document to bring for it."""
        said = self.world.said(field)
        if said.used and not said.unreadable:
            undocumented = any(not self.world.proves(o.documents) for o in said.used)
            kind = "document" if undocumented and not said.conflict else "fact"
            return Missing(kind, field, said.used[0].cell)
        return Missing("fact", field, self.world.record.blank_cells.get(field))

    def park(self, condition: Condition) -> Iterator[Missing]:
        """Give what is missing behind an unknown condition on the park."""
        if self.world.park(condition) is not UNKNOWN:
            return
        match condition:
            case All(parts) | AnyOf(parts) | Either(parts):
                for part in parts:
                    yield from self.park(part)
            case Not(part):
                yield from self.park(part)
            case HasRow(table, where):
                yield from self.rows(where, table)
                yield from self.ticks(table, where)
            case Holds():
                for field in needed_figures(condition.measure):
                    if self.world.figure(field).exact is None:
                        yield self.fact(field)
            case _:
                for field in leaf_fields(condition):
                    yield self.fact(field)

    def rows(
        self, condition: Condition, sheet: str, among: Sequence[Truth] | None = None
    ) -> Iterator[Missing]:
        """Give what is missing in the rows where the condition is unknown.

        ``among`` restricts it to the rows that are certainly counted.
        """
        column = self.world.existing(condition, sheet)
        rows = [
            index
            for index, truth in enumerate(column)
            if truth is UNKNOWN and (among is None or among[index] is TRUE)
        ]
        covers = self.world.dictionary.sheet(sheet).covers
        if covers is not None:
            dates, table = self.world.values(covers), self.world.table(sheet)
            for index in rows:
                if dates[index] is None:
                    yield Missing("column", covers, table.cell(covers, index))
        yield from self._rows(condition, sheet, rows)

    def _rows(self, condition: Condition, sheet: str, rows: Sequence[int]) -> Iterator[Missing]:
        """Descend a condition for all rows at once: registers are long, conditions are short."""
        column = self.world.column(condition, sheet)
        unknown = [index for index in rows if column[index] is UNKNOWN]
        if not unknown:
            return
        match condition:
            case All(parts) | AnyOf(parts) | Either(parts):
                for part in parts:
                    yield from self._rows(part, sheet, unknown)
            case Not(part):
                yield from self._rows(part, sheet, unknown)
            case HasRow():
                yield from self._linked(condition, sheet, unknown)
            case Holds():
                yield from self.park(condition)
            case _:
                yield from self._leaf(condition, sheet, unknown)

    def _leaf(self, condition: Condition, sheet: str, rows: Sequence[int]) -> Iterator[Missing]:
        world = self.world
        fields = leaf_fields(condition)
        if not any(world.is_row_field(f, sheet) for f in fields):
            yield from self.park(condition)
            return
        table = world.table(sheet)
        for name in fields:
            values, field = world.values(name), world.dictionary.field(name)
            evidence, impossible = field.evidence, set(world.impossible(field))
            for index in rows:
                if _is_found(values[index]):
                    continue
                enterprise = enterprise_name(world, sheet, index)
                unproven = values[index] is None and table.value(name, index) is not None
                # No document can prove a date that cannot be.
                if evidence is not None and unproven and index not in impossible:
                    yield Missing("document", name, table.cell(evidence, index), enterprise)
                else:
                    yield Missing("column", name, table.cell(name, index), enterprise)

    def _linked(self, condition: HasRow, sheet: str, rows: Sequence[int]) -> Iterator[Missing]:
        world = self.world
        if sheet == REGISTER:
            by_row, _ = world.linked(condition.table)
            details = [d for index in rows for d in by_row.get(index, ())]
            yield from self._rows(condition.where, condition.table, details)
            yield from self._anyone(condition)
            return
        for field in world.enterprise_fields(sheet):
            names, table = world.values(field), world.table(sheet)
            for index in rows:
                if not _is_found(names[index]):
                    yield Missing("column", field, table.cell(field, index))
            refs = (names[index] for index in rows)
            found = [r.row for r in refs if isinstance(r, EnterpriseRef) and r.row is not None]
            yield from self._rows(condition.where, REGISTER, found)

    def _anyone(self, condition: HasRow) -> Iterator[Missing]:
        """Give what is missing for any enterprise: names not found, and the open list."""
        world, table = self.world, condition.table
        _, loose = world.linked(table)
        for row in loose:
            for field in world.enterprise_fields(table):
                if not _is_found(world.values(field)[row]):
                    yield Missing("column", field, world.table(table).cell(field, row))
        yield from self.ticks(table, condition.where)


def _is_found(name: Value | None) -> bool:
    """Say whether an answer is settled; a name is, found in the register or none of the park."""
    return name.row is not None if isinstance(name, EnterpriseRef) else name is not None


def enterprise_name(world: World, sheet: str, index: int) -> str:
    """Give the name of the enterprise that a row of the register is about, else nothing."""
    if sheet != REGISTER:
        return ""
    table = world.table(sheet)
    return str(table.value("enterprise_name", index) or table.value("tax_code", index) or "")
