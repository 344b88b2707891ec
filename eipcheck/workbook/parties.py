"""Holds what a row of breaches says of its party against the enterprise that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Column, EnterpriseRef, Observation, Table
from eipcheck.workbook.folding import toned
from eipcheck.workbook.layout import (
    DEVELOPER,
    REGISTER,
    REGISTER_CODE,
    REGISTER_KIND,
    REGISTER_NAME,
    VIOLATIONS,
)
from eipcheck.workbook.readings import shown
from eipcheck.workbook.register import code_key

_PARTY, _NAMED = "violation_of", "violation_enterprise"
_OWN = ("developer_tax_code", "developer_name")


class _Developer:
    """Knows under which codes, names and rows of the register the developer stands."""

    def __init__(self, facts: Mapping[str, Sequence[Observation]], register: Table | None) -> None:
        said = (o.value for field in _OWN for o in facts.get(field, ()))
        self._keys = {key for v in said if isinstance(v, str) for key in _keys(v)}
        self._register = register

    def is_named(self, named: EnterpriseRef) -> bool:
        """Say whether the enterprise that a cell names is the developer for certain."""
        table, row = self._register, named.row
        written = [named.name]
        if table is not None and row is not None:
            if table.value(REGISTER_KIND, row) == DEVELOPER:
                return True
            values = (table.value(f, row) for f in (REGISTER_CODE, REGISTER_NAME))
            written.extend(v for v in values if isinstance(v, str))
        return any(key in self._keys for text in written for key in _keys(text))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (code_key(text), toned(text))))


def certain_parties(
    tables: Mapping[str, Table], facts: Mapping[str, Sequence[Observation]]
) -> tuple[Table | None, tuple[Problem, ...]]:
    """Take the party of a breach as unknown where the enterprise named is not of that party.

    A row that says "developer" and names an enterprise, or says "enterprise" and names the
    developer, may be of either; counted for one, the other would look clean.

    Args:
        tables: the lists of the workbook by sheet.
        facts: the answers of the facts sheets, which say who the developer is.

    Returns:
        The list of breaches, None where there is none, and a problem for each such row.
    """
    table = tables.get(VIOLATIONS)
    party = table.columns.get(_PARTY) if table else None
    if table is None or party is None or party.column is None:
        return table, ()
    developer = _Developer(facts, tables.get(REGISTER))
    wrong = dict(_contradictions(table, party, developer))
    if not wrong:
        return table, ()
    values = tuple(None if i in wrong else v for i, v in enumerate(party.values))
    columns = {**table.columns, _PARTY: replace(party, values=values)}
    return replace(table, columns=columns), tuple(wrong.values())


def _contradictions(
    table: Table, party: Column, developer: _Developer
) -> Iterator[tuple[int, Problem]]:
    for index, said in enumerate(party.values):
        named = table.value(_NAMED, index)
        if not isinstance(named, EnterpriseRef) or said is None:
            continue
        if developer.is_named(named) != (said == DEVELOPER):
            place = Cell(table.sheet_name, table.rows[index], party.column or 1)
            other = table.cell(_NAMED, index)
            facts = (
                ("heading", party.heading),
                ("raw", shown(party.raw[index])),
                ("name", named.name),
                ("second", other.address if other else ""),
            )
            yield index, Problem("W408", place, facts, other_places=(other,) if other else ())
