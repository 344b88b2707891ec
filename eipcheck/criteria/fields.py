"""Reads one field of the data dictionary, and what its type allows it to say."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from msgspec import Struct

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_data import CHOICE, FIELD, FIELD_ID, RANGE
from eipcheck.model.dictionary import (
    NO_ENTERPRISE,
    NOT_YET,
    Choice,
    Field,
    FieldType,
    NeedsDocument,
)
from eipcheck.model.text import NO_TEXT

_MEASURED = (FieldType.NUMBER, FieldType.INTEGER)
_ORDERED = (*_MEASURED, FieldType.YEAR)
_BLANK_WORDS = {FieldType.DATE: NOT_YET, FieldType.ENTERPRISE: NO_ENTERPRISE}
_DIRECTIONS = {
    FieldType.NUMBER: ("higher", "lower"),
    FieldType.INTEGER: ("higher", "lower"),
    FieldType.YES_NO: ("yes", "no"),
}


class Names(Struct):
    """The names that fields may use; field ids are unique across all sheets."""

    parties: Collection[str]
    units: Collection[str]
    declared: dict[str, str]  # field id -> the place where it is declared


def read_id(entry: Map, key: str = "id") -> str:
    """Read an id of lower-case letters, digits and underscores."""
    found = entry.text(key)
    if found and not FIELD_ID.fullmatch(found):
        entry.report("C218", key, id=found)
    return found


def read_field(entry: Map, sheet: str, names: Names) -> Field:
    """Read one field of ``sheet``; what it says of other fields is checked by the sheet."""
    entry.only(FIELD)
    kind = entry.choice("type", FieldType)
    choices = _choices(entry) if kind is FieldType.CHOICE or "choices" in entry else ()
    field = Field(
        id=read_id(entry),
        sheet=sheet,
        label=entry.words("label"),
        type=kind,
        unit=entry.text("unit") if "unit" in entry else None,
        choices=choices,
        aliases=entry.texts("aliases", required=False),
        blank_means=entry.text("blank_means") if "blank_means" in entry else None,
        plausible=_plausible(entry),
        better=entry.texts("better", required=False),
        needs_document=entry.choice("needs_document", NeedsDocument, NeedsDocument.NEVER),
        asked_of=read_party(entry, names.parties),
        found_in=entry.words("found_in", NO_TEXT),
        note=entry.words("note", NO_TEXT),
        since=entry.text("since") if "since" in entry else None,
        not_before=entry.text("not_before") if "not_before" in entry else None,
        part_of=entry.text("part_of") if "part_of" in entry else None,
        parts_add_up=entry.flag("parts_add_up", default=False),
        at_most=entry.text("at_most") if "at_most" in entry else None,
        capacity=entry.text("capacity") if "capacity" in entry else None,
        evidence=entry.text("evidence") if "evidence" in entry else None,
        confidential=entry.flag("confidential", default=False),
    )
    if entry.data.get("type") == kind:  # else nothing is known of what it may have
        _check_type(entry, field, names.units)
    return field


def read_party(entry: Map, parties: Collection[str]) -> str:
    """Read ``asked_of``: the id of a declared party."""
    party = entry.text("asked_of")
    if party and party not in parties:
        entry.report("C236", "asked_of", name=party, known=nearest(party, parties))
    return party


def _choices(entry: Map) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for part in entry.maps("choices"):
        part.only(CHOICE)
        choice = Choice(read_id(part), part.words("label"), part.texts("aliases", required=False))
        if choice.id and choice.id in found:
            part.report("C219", "id", id=choice.id)
        found[choice.id] = choice
    return tuple(found.values())


def _plausible(entry: Map) -> tuple[Decimal | None, Decimal | None]:
    bounds = entry.maybe_map("plausible")
    if bounds is None:
        return None, None
    bounds.only(RANGE)
    low = bounds.number("from") if "from" in bounds else None
    high = bounds.number("to") if "to" in bounds else None
    if low is not None and high is not None and low > high:
        bounds.report("C304", low=str(low), high=str(high))
    return low, high


def _check_type(entry: Map, field: Field, units: Collection[str]) -> None:
    """Report what a field of this type cannot have."""
    kind = field.type
    if field.unit is not None:
        if kind not in _MEASURED:
            entry.report("C305", "unit", item="unit", id=field.id, type=kind)
        elif field.unit and field.unit not in units:
            entry.report("C237", "unit", name=field.unit, known=nearest(field.unit, units))
    if "choices" in entry and kind is not FieldType.CHOICE:
        entry.report("C305", "choices", item="choices", id=field.id, type=kind)
    if "plausible" in entry and kind not in _ORDERED:
        entry.report("C305", "plausible", item="plausible", id=field.id, type=kind)
    for key in ("part_of", "parts_add_up", "at_most", "capacity"):
        if key in entry and kind not in _MEASURED:
            entry.report("C305", key, item=key, id=field.id, type=kind)
    if "not_before" in entry and kind is not FieldType.DATE:
        entry.report("C305", "not_before", item="not_before", id=field.id, type=kind)
    _check_blank(entry, field)
    _check_better(entry, field)


def _check_blank(entry: Map, field: Field) -> None:
    means = field.blank_means
    if not means:
        return
    allowed = [choice.id for choice in field.choices]
    if field.type in _BLANK_WORDS:
        allowed = [_BLANK_WORDS[field.type]]
    if not allowed:
        entry.report("C305", "blank_means", item="blank_means", id=field.id, type=field.type)
    elif means not in allowed:
        known = nearest(means, allowed)
        entry.report("C302", "blank_means", id=field.id, value=means, known=known)


def _check_better(entry: Map, field: Field) -> None:
    if not field.better:
        return
    allowed = tuple(choice.id for choice in field.choices)
    one = field.type is not FieldType.CHOICE
    if one:
        allowed = _DIRECTIONS.get(field.type, ())
    if not allowed:
        entry.report("C305", "better", item="better", id=field.id, type=field.type)
        return
    for value in field.better:
        if value not in allowed:
            known = nearest(value, allowed)
            entry.report("C303", "better", id=field.id, value=value, known=known)
    if one and len(field.better) > 1:
        value = ", ".join(field.better)
        entry.report("C303", "better", id=field.id, value=value, known=" / ".join(allowed))
