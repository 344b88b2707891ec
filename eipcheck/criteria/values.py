"""Reads answers as cases write them, by the type of their field."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from eipcheck.criteria.conditions import check_value
from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.model.dictionary import Field, FieldType
from eipcheck.model.record import EnterpriseRef, Value

MISSING = "?"
"""How a case writes a cell that holds something which says that the answer is not known."""


def read_value(entry: Map, key: str, found: Field, documents: Collection[str]) -> Value | None:
    """Read the answer under ``key``; None for ``MISSING``, and where it does not fit the field.

    An enterprise comes as an unmatched reference: only the register can say which row it is.
    """
    if entry.data.get(key) == MISSING:
        return None
    match found.type:
        case FieldType.YES_NO | FieldType.CHOICE:
            value = entry.text(key)
            if value:
                check_value(entry, key, found, value)
            return value == "yes" if found.type is FieldType.YES_NO else value
        case FieldType.NUMBER:
            return entry.number(key)
        case FieldType.INTEGER:
            return Decimal(entry.whole(key))
        case FieldType.YEAR:
            return entry.whole(key)
        case FieldType.DATE:
            return entry.day(key)
        case FieldType.ENTERPRISE:
            return EnterpriseRef(entry.text(key), None)
        case FieldType.DOCUMENTS:
            return cited(entry, key, documents)
        case _:
            return entry.text(key)


def cited(entry: Map, key: str, documents: Collection[str]) -> tuple[str, ...]:
    """Read a list of ids of documents that the case gives; absent is none."""
    names = entry.texts(key, required=False)
    for name in names:
        if name not in documents:
            entry.report("C240", key, name=name, known=nearest(name, documents))
    return names
