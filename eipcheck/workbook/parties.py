"""Holds what lists say of the developer and of enterprises against who the developer is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Column, EnterpriseRef, Table
from eipcheck.workbook.developer import Developer
from eipcheck.workbook.layout import (
    DEVELOPER,
    REGISTER,
    REGISTER_CODE,
    REGISTER_KIND,
    REGISTER_NAME,
    VIOLATIONS,
)
from eipcheck.workbook.lost import lose
from eipcheck.workbook.outside import certain_outside
from eipcheck.workbook.readings import shown

_PARTY, _NAMED = "violation_of", "violation_enterprise"


def certain(
    tables: Mapping[str, Table], developer: Developer
) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Take as unknown who somebody is where the lists contradict one another.

    Args:
        tables: the lists of the workbook by sheet.
        developer: the developer, as the workbook names it.

    Returns:
        The lists by sheet, and a problem for each contradiction.
    """
    sure = dict(tables)
    told: list[Problem] = []
    for hold in (certain_parties, certain_kinds, certain_outside):
        table, problems = hold(sure, developer)
        told.extend(problems)
        if table is not None:
            sure[table.sheet] = table
    return sure, tuple(told)


def certain_parties(
    tables: Mapping[str, Table], developer: Developer
) -> tuple[Table | None, tuple[Problem, ...]]:
    """Take the party of a breach as unknown where the enterprise named is not of that party.

    A row that says "developer" and names an enterprise, or says "enterprise" and names the
    developer, may be of either; counted for one, the other would look clean. So may one that says
    "enterprise" and names nobody of the register, which is told already: the name may be another
    spelling of the developer's.

    Args:
        tables: the lists of the workbook by sheet.
        developer: the developer, as the workbook names it.

    Returns:
        The list of breaches, None where there is none, and a problem for each such row.
    """
    table = tables.get(VIOLATIONS)
    party = table.columns.get(_PARTY) if table else None
    if table is None or party is None or party.column is None:
        return table, ()
    wrong = dict(_contradictions(table, party, developer))
    lost = {*wrong, *_strangers(table, party)}
    if not lost:
        return table, ()
    values = tuple(None if i in lost else v for i, v in enumerate(party.values))
    columns = {**table.columns, _PARTY: replace(party, values=values)}
    return replace(table, columns=columns), tuple(wrong.values())


def _strangers(table: Table, party: Column) -> Iterator[int]:
    for index, said in enumerate(party.values):
        named = table.value(_NAMED, index)
        unknown = isinstance(named, EnterpriseRef) and named.row is None
        if unknown and said is not None and said != DEVELOPER:
            yield index


def certain_kinds(
    tables: Mapping[str, Table], developer: Developer
) -> tuple[Table | None, tuple[Problem, ...]]:
    """Take the kind of the developer's own row as unknown where the register says another one.

    Counted as one of the enterprises, the developer would take part in shares and symbiosis.

    Args:
        tables: the lists of the workbook by sheet.
        developer: the developer, as the workbook names it.

    Returns:
        The register, None where there is none, and a problem for each such row.
    """
    table = tables.get(REGISTER)
    kind = table.columns.get(REGISTER_KIND) if table else None
    if table is None or kind is None:
        return table, ()
    problems = {}
    for index, said in enumerate(kind.values) if developer.is_known else ():
        values = (table.value(f, index) for f in (REGISTER_CODE, REGISTER_NAME))
        written = [v for v in values if isinstance(v, str)]
        if said != DEVELOPER and any(map(developer.may_be, written)):
            place = table.cell(REGISTER_KIND, index) or Cell(table.sheet_name, table.rows[index], 1)
            raw = (shown(kind.raw[index]) if kind.raw else "") or "–"
            facts_told = (("heading", kind.heading), ("raw", raw), ("name", written[0]))
            problems[index] = Problem("W409", place, facts_told)
    return lose(table, REGISTER_KIND, problems), tuple(problems.values())


def _contradictions(
    table: Table, party: Column, developer: Developer
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
