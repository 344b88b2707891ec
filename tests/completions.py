"""All completions of a half-filled record, over small domains (see ``oracle``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations_with_replacement, product
from typing import Any

from oracle import NEVER, Row, World

from eipcheck.model.dictionary import NOT_YET, DataDictionary, Field, FieldType, Layout
from eipcheck.model.record import Declaration, EnterpriseRef, ParkRecord, Table


@dataclass(frozen=True, slots=True)
class Unknowns:
    """How far to complete: values to try for blanks, and how many rows a list may hide.

    ``hidden`` are cells (sheet, row index, field) whose answer is set aside: unknown, whatever
    a blank means. ``fields`` are the fields that the criterion reads.
    """

    fields: tuple[str, ...]
    domains: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    unlisted: int = 2
    hidden: frozenset[tuple[str, int, str]] = frozenset()
    set_aside: frozenset[str] = frozenset()


def every_value(declared: Field, unknowns: Unknowns, enterprises: int) -> tuple[Any, ...]:
    """Give the values that a blank of the field may turn out to have."""
    if declared.id in unknowns.domains:
        return unknowns.domains[declared.id]
    if declared.type is FieldType.YES_NO:
        return (True, False)
    if declared.type is FieldType.CHOICE:
        return tuple(choice.id for choice in declared.choices)
    if declared.type is FieldType.ENTERPRISE:
        return (*range(enterprises), "someone else")
    raise ValueError(declared.id)  # numbers and dates: the test must say what to try


def values_of(
    declared: Field, table: Table, index: int, unknowns: Unknowns, as_of: date
) -> tuple[Any, ...]:
    """Give what the cell may really say: one value where it is answered, several where not."""
    value = table.value(declared.id, index)
    enterprises = unknowns.domains.get("#enterprises", (0,))[0]
    if (table.sheet, index, declared.id) in unknowns.hidden:
        return every_value(declared, unknowns, enterprises)
    if isinstance(value, EnterpriseRef) and value.row is not None:
        return (value.row,)
    if value is None and declared.blank_means is not None:
        return (NEVER if declared.blank_means == NOT_YET else declared.blank_means,)
    if value is None or isinstance(value, EnterpriseRef):
        return every_value(declared, unknowns, enterprises)
    since = table.value(declared.since, index) if declared.since else None
    if isinstance(since, date) and since > as_of:  # it was something else until then
        return tuple(v for v in every_value(declared, unknowns, enterprises) if v != value)
    return (value,)


def is_covered(row: Row, declarations: Iterable[Declaration], covers: str | None, on: date) -> bool:
    """Say whether a "complete" line speaks of such a row, so that it cannot be unlisted."""
    for line in declarations:
        in_scope = all(row.get(name, value) == value for name, value in line.scope)
        day = row.get(covers) if covers else None
        first, last = line.start or date.min, line.end or on
        if line.complete and in_scope and (day is None or first <= day <= last):
            return True
    return False


def table_worlds(
    table: Table, dictionary: DataDictionary, unknowns: Unknowns, as_of: date
) -> Iterator[tuple[Row, ...]]:
    """Give every way the list may really be: blanks filled, and rows that it does not show."""
    sheet = dictionary.sheet(table.sheet)
    fields = [f for f in sheet.fields if f.id in unknowns.fields]
    enterprises = unknowns.domains.get("#enterprises", (0,))[0]

    def row(values: tuple[Any, ...], mark: Any) -> Row:
        made = dict(zip((f.id for f in fields), values, strict=True))
        refs = [made[f.id] for f in fields if f.type is FieldType.ENTERPRISE]
        return made | {"#id": mark, "#names": refs}

    def has_happened(one: Row) -> bool:
        return sheet.covers not in one or one[sheet.covers] <= as_of

    listed = [
        [row(v, n) for v in product(*(values_of(f, table, n, unknowns, as_of) for f in fields))]
        for n in range(len(table.rows))
    ]
    fresh = product(
        *(
            (NEVER, *every_value(f, unknowns, enterprises))
            if f.blank_means == NOT_YET
            else every_value(f, unknowns, enterprises)
            for f in fields
        )
    )
    new = [row(v, "unlisted") for v in fresh]
    new = [r for r in new if not is_covered(r, table.declarations, sheet.covers, as_of)]
    hidden = [
        more
        for size in range(unknowns.unlisted + 1 if new else 1)
        for more in combinations_with_replacement(new, size)
    ]
    for known in product(*listed):
        for more in hidden:
            rows = (*known, *more)
            keys = [r[sheet.key] for r in rows] if sheet.key in unknowns.fields else []
            if len(set(keys)) == len(keys):
                yield tuple(one for one in rows if has_happened(one))


def completions(
    record: ParkRecord, dictionary: DataDictionary, unknowns: Unknowns, as_of: date
) -> Iterator[World]:
    """Give every world that the record may describe."""
    register = record.tables["enterprises"]
    domains = {"#enterprises": (len(register.rows),)}
    unknowns = Unknowns(
        unknowns.fields,
        {**domains, **unknowns.domains},
        unknowns.unlisted,
        unknowns.hidden,
        unknowns.set_aside,
    )
    names, facts = [], []
    sheets = []
    for name in unknowns.fields:
        declared = dictionary.field(name)
        if dictionary.sheet(declared.sheet).layout is Layout.LIST:
            sheets += [declared.sheet] * (declared.sheet not in sheets)
            continue
        names.append(name)
        stated = tuple(o.value for o in record.facts.get(name, ()) if o.value is not None)
        if name in unknowns.set_aside:
            stated = ()
        if not stated and declared.blank_means is not None:
            stated = (declared.blank_means,)
        facts.append(stated or every_value(declared, unknowns, 0))
    lists = [
        list(table_worlds(record.tables[sheet], dictionary, unknowns, as_of)) for sheet in sheets
    ]
    for values in product(*facts):
        for rows in product(*lists):
            yield World(
                dict(zip(names, values, strict=True)), dict(zip(sheets, rows, strict=True)), as_of
            )
