"""Builds the lists of a case: rows, the enterprises they name, and their "complete" lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from eipcheck.criteria.reader import Map
from eipcheck.criteria.sheets import REGISTER
from eipcheck.criteria.values import MISSING, read_value
from eipcheck.model.dictionary import Field, Sheet
from eipcheck.model.place import Cell
from eipcheck.model.record import Column, Declaration, EnterpriseRef, Table, Value

_NAME = "enterprise_name"  # what other lists may call an enterprise, besides its key
_TIMES = "times"
_MOST = 2000  # enterprises no register of a case needs
_FIRST_TICK, _TICK_COLUMN, _FIRST_ROW = 3, 2, 7

Row = dict[str, Value | None]


class RowReader:
    """Reads the rows of a case; the register comes first, since other lists name its rows."""

    def __init__(self, entry: Map | None, documents: Collection[str]) -> None:
        self._entry = entry
        self._documents = documents
        self._enterprises: dict[str, int | None] = {}  # None: several have this name

    def rows(self, sheet: Sheet) -> list[Row]:
        """Read the rows of one list; ``times`` repeats a row."""
        found: list[Row] = []
        if self._entry is None or sheet.id not in self._entry:
            return found
        fields = {field.id: field for field in sheet.fields}
        allowed = frozenset(fields) | {_TIMES}
        for part in self._entry.maps(sheet.id):
            part.only(allowed)
            times = part.whole(_TIMES, 1)
            if len(found) + times > _MOST:
                value = str(len(found) + times)
                part.report("C603", _TIMES, value=value, limit=str(_MOST))
                break
            if times > 1 and sheet.key is not None and sheet.key in part:
                part.report("C604", sheet.key, item=sheet.key, times=str(times))
            row = {name: self._value(part, fields[name]) for name in part if name in fields}
            found += (dict(row) for _ in range(times))
        if sheet.id == REGISTER and sheet.key is not None:
            self._name_enterprises(found, sheet.key)
        return found

    def _value(self, part: Map, field: Field) -> Value | None:
        value = read_value(part, field.id, field, self._documents)
        if isinstance(value, EnterpriseRef):
            return EnterpriseRef(value.name, self._enterprises.get(value.name.casefold()))
        return value

    def _name_enterprises(self, rows: list[Row], key: str) -> None:
        """Make up the tax codes that are left out, and remember which row each name means."""
        for index, row in enumerate(rows):
            row.setdefault(key, f"01{index + 1:08}")
            for value in (row[key], row.get(_NAME)):
                if isinstance(value, str):
                    folded = value.casefold()
                    self._enterprises[folded] = None if folded in self._enterprises else index


def make_table(sheet: Sheet, rows: list[Row], ticks: Mapping[str, Declaration]) -> Table:
    """Lay the rows out as a sheet: "complete" lines above, one column for each field."""
    columns = {}
    for number, field in enumerate(sheet.fields, start=1):
        values = tuple(row.get(field.id) for row in rows)
        raw = tuple(_raw(row, field) for row in rows)
        columns[field.id] = Column(
            field=field.id, column=number, heading=field.label.en, values=values, raw=raw
        )
    declarations = []
    for line, spec in enumerate(sheet.declarations, start=_FIRST_TICK):
        cell = Cell(sheet.id, line, _TICK_COLUMN)
        tick = ticks.get(spec.id) or Declaration(id=spec.id, complete=None, cell=cell)
        declarations.append(replace(tick, cell=cell, scope=spec.scope))
    first = _FIRST_ROW + len(sheet.declarations)
    return Table(
        sheet=sheet.id,
        sheet_name=sheet.id,
        rows=tuple(range(first, first + len(rows))),
        columns=columns,
        declarations=tuple(declarations),
    )


def _raw(row: Row, field: Field) -> object:
    """Give what the cell holds: None for a blank one, else something, even if it says nothing."""
    if field.id not in row:
        return None
    value = row[field.id]
    return MISSING if value is None else value
