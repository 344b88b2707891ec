"""What a form asks for given criteria sets, and which columns of its lists the reader types.

Both follow from the fields and "complete" lines that the sets read: form and reader agree.
"""

from __future__ import annotations

from msgspec.structs import replace

from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout, Sheet
from eipcheck.workbook.layout import EVIDENCE, JUDGEMENTS, NOTE, REGISTER, REGISTER_NAME
from eipcheck.workbook.savings import MEASURED, SAVINGS

_GENERAL = frozenset(
    {
        *("park_name", "park_name_en", "province", "developer_name", "developer_tax_code"),
        *("website", "data_label", "registration_date", "assessment_date", "period_start"),
        *("period_end", "operating_since", "conversion_scope", "boundary", "inside_boundary"),
    }
)
"""Fields that every form asks: which park, on which days, which part of it."""

_HELD_AGAINST = {"link_outside_kind": "link_outside_party"}
"""Fields whose answer the reader believes only beside another, which no criterion reads."""

_CONTRADICTED_BY = {MEASURED: frozenset(SAVINGS)}
"""Fields whose answer others of the list may contradict; no form asks these for that alone."""

_WHOLE = frozenset({EVIDENCE, JUDGEMENTS})
"""Sheets that every form has with all their columns."""


def needed(spec: Sheet, wanted: frozenset[str] | None) -> tuple[Field, ...]:
    """Give the fields of a list to type, with the dates and documents that go with them."""
    if wanted is None or spec.id in _WHOLE:
        return spec.fields
    ids = set(wanted) | {spec.key, spec.covers}
    ids |= {REGISTER_NAME} if spec.id == REGISTER else set()
    ids |= {field for d in spec.declarations for field, _ in d.scope}
    for field in spec.fields:
        if field.id in ids or field.type is FieldType.ENTERPRISE:
            ids |= {field.id, field.since, field.not_before, field.evidence}
            ids.add(_HELD_AGAINST.get(field.id))
    return tuple(f for f in spec.fields if f.id in ids)


def to_read(spec: Sheet, wanted: frozenset[str] | None) -> tuple[Field, ...]:
    """Give the fields of a list to type: those needed, and what may contradict them."""
    fields = needed(spec, wanted)
    others = frozenset[str]().union(*(_CONTRADICTED_BY.get(f.id, ()) for f in fields))
    ids = others.union(f.id for f in fields)
    return tuple(f for f in spec.fields if f.id in ids)


def asked(dictionary: DataDictionary, wanted: frozenset[str] | None) -> DataDictionary:
    """Give the part of a dictionary that a form for what is ``wanted`` asks; None: all of it.

    A list of which nothing is wanted is left out, but not the documents and judgements, nor the
    register where another list names enterprises. What is left out is unknown to every set that
    reads it later; so a field of which a blank means something stays, that its column be there.
    """
    if wanted is None:
        return dictionary
    sheets = [s for s in dictionary.sheets if s.id != REGISTER and is_asked(s, wanted)]
    naming = any(f.type is FieldType.ENTERPRISE for s in sheets for f in _fields(s, wanted))
    kept = {s.id for s in sheets}
    return replace(
        dictionary,
        sheets=tuple(
            replace(
                spec,
                fields=_fields(spec, wanted),
                declarations=tuple(d for d in spec.declarations if d.id in wanted),
            )
            for spec in dictionary.sheets
            if spec.id in kept or (spec.id == REGISTER and (naming or is_asked(spec, wanted)))
        ),
    )


def is_asked(spec: Sheet, wanted: frozenset[str]) -> bool:
    """Say whether anything of a sheet is wanted, or belongs to every form."""
    ids = {f.id for f in spec.fields} | {d.id for d in spec.declarations}
    always = _GENERAL if spec.layout is Layout.FACTS else frozenset()
    return spec.id in _WHOLE or not ids.isdisjoint(wanted | always)


def _fields(spec: Sheet, wanted: frozenset[str]) -> tuple[Field, ...]:
    """Give the fields of a sheet to ask, in its order."""
    always = {f.id for f in spec.fields if f.id in _GENERAL or f.blank_means is not None}
    if spec.layout is Layout.FACTS:
        return tuple(f for f in spec.fields if f.id in always or f.id in wanted)
    first = spec.fields[0].id  # by which people tell the rows of a list without a key
    notes = {f.id for f in spec.fields if f.label == NOTE.label}
    return needed(spec, wanted | always | notes | {first})
