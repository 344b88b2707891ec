"""Checks the figures of a facts sheet that are held against each other."""

from __future__ import annotations

from collections.abc import Mapping

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.model.dictionary import Field, FieldType, Layout, Sheet

RELATIONS = ("part_of", "at_most", "capacity")
"""Keys by which a figure names another that it cannot exceed."""

_LEAST_PARTS = 2


def check_relations(sheet: Sheet, own: list[tuple[Map, Field]]) -> None:
    """Report relations that name no figure of the same sheet and unit, or that lead in a circle.

    ``own`` are the fields whose entries are checked; they may name any field of ``sheet``.
    """
    fields = {field.id: field for field in sheet.fields}
    for part, field in own:
        if field.type not in (FieldType.NUMBER, FieldType.INTEGER):
            continue  # told by the type
        if sheet.layout is Layout.LIST:
            for key in (*RELATIONS, "parts_add_up"):
                if key in part:
                    part.report("C524", key, item=key, id=field.id)
            continue
        for key, name in bounds_of(field).items():
            _check_bound(part, key, name, field, fields)
        if field.parts_add_up:
            parts = [f.id for f in sheet.fields if f.part_of == field.id]
            if len(parts) < _LEAST_PARTS:
                part.report("C523", "parts_add_up", id=field.id)


def bounds_of(field: Field) -> dict[str, str]:
    """Give the fields that this one cannot exceed, by the key that names them."""
    named = zip(RELATIONS, (field.part_of, field.at_most, field.capacity), strict=True)
    return {key: name for key, name in named if name}


def _check_bound(part: Map, key: str, name: str, field: Field, fields: Mapping[str, Field]) -> None:
    other = fields.get(name)
    if other is None:
        part.report("C230", key, name=name, known=nearest(name, fields))
    elif other.unit != field.unit or other.unit is None:
        unit = field.unit or "-"
        part.report("C521", key, item=key, id=field.id, name=name, unit=unit)
    elif _leads_to(field.id, name, fields):
        part.report("C522", key, item=key, id=field.id, name=name)


def _leads_to(target: str, name: str, fields: Mapping[str, Field]) -> bool:
    """Say whether the relations lead from the field ``name`` to ``target``."""
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        here = ahead.pop()
        if here == target:
            return True
        if here in fields and here not in seen:
            seen.add(here)
            ahead.extend(bounds_of(fields[here]).values())
    return False
