"""Holds the party outside the park that a link names against what kind of party it says it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Column, EnterpriseRef, Table
from eipcheck.workbook.developer import Developer, loose_keys
from eipcheck.workbook.folding import fold
from eipcheck.workbook.layout import (
    DEVELOPER,
    LINKS,
    NOBODY,
    REGISTER,
    REGISTER_CODE,
    REGISTER_NAME,
)
from eipcheck.workbook.lost import lose
from eipcheck.workbook.readings import shown

_PARTY, _KIND = "link_outside_party", "link_outside_kind"
_INSIDE = ("link_provider", "link_receiver")
_NO_PARTY = "none"
"""Choice of the kind: the link has no party outside the park."""


def certain_outside(
    tables: Mapping[str, Table], developer: Developer
) -> tuple[Table | None, tuple[Problem, ...]]:
    """Take the kind of an outside party as unknown where the party named is not of that kind.

    One enterprise with a party outside the park makes a symbiosis. A link whose outside party is
    nobody, the enterprise itself or another of the register is none, and what the developer
    supplies to all is common infrastructure, whatever kind the row says.

    Args:
        tables: the lists of the workbook by sheet.
        developer: the developer, as the workbook names it.

    Returns:
        The list of links, None where there is none, and a problem for each such row.
    """
    table = tables.get(LINKS)
    kind = table.columns.get(_KIND) if table else None
    if table is None or kind is None or kind.column is None:
        return table, ()
    problems = dict(_contradictions(table, kind, developer, tables.get(REGISTER)))
    return lose(table, _KIND, problems), tuple(problems.values())


def _contradictions(
    table: Table, kind: Column, developer: Developer, register: Table | None
) -> Iterator[tuple[int, Problem]]:
    tenants = cache(lambda: _keys_of(register))  # a long register is folded where it is asked
    for index, said in enumerate(kind.values):
        if said is None:
            continue
        party = table.value(_PARTY, index) or _written(table, index)
        if isinstance(party, str):
            goes = _goes(party, str(said), developer, tenants)
        else:
            goes = said == _NO_PARTY or not _is_one_firm(table, index)
        if not goes:
            other = table.cell(_PARTY, index) or table.cell(_INSIDE[0], index)
            places = (other,) if other else ()
            told = (
                ("heading", kind.heading),
                ("raw", shown(kind.raw[index])),
                ("name", party if isinstance(party, str) else "–"),
                ("second", other.address if other else ""),
            )
            place = Cell(table.sheet_name, table.rows[index], kind.column or 1)
            yield index, Problem("W411", place, told, other_places=places)


def _written(table: Table, index: int) -> str | None:
    """Give what stands in the cell of the party, also where it is no answer, such as ``n/a``."""
    column = table.columns.get(_PARTY)
    return (shown(column.raw[index]) or None) if column and column.raw else None


def _goes(
    party: str, kind: str, developer: Developer, tenants: Callable[[], frozenset[str]]
) -> bool:
    """Say whether the party that is named may be of the kind."""
    if fold(party) in NOBODY:
        return kind == _NO_PARTY
    if developer.may_be(party):
        return kind == DEVELOPER
    # A handler of waste is of none of the kinds; without a kind it makes no symbiosis.
    return kind == _NO_PARTY or tenants().isdisjoint(loose_keys(party))


def _keys_of(register: Table | None) -> frozenset[str]:
    columns = register.columns if register else {}
    texts = (v for f in (REGISTER_CODE, REGISTER_NAME) if f in columns for v in columns[f].values)
    return frozenset(key for v in texts if isinstance(v, str) for key in loose_keys(v))


def _is_one_firm(table: Table, index: int) -> bool:
    provider, receiver = (table.value(field, index) for field in _INSIDE)
    if not (isinstance(provider, EnterpriseRef) and isinstance(receiver, EnterpriseRef)):
        return False
    same_row = provider.row is not None and provider.row == receiver.row
    return same_row or not set(loose_keys(provider.name)).isdisjoint(loose_keys(receiver.name))
