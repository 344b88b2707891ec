"""Criteria under chosen readings on a day, and conditions in one form, so that they compare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from eipcheck.model.condition import All, AnyOf, Condition, ConditionByReading, Not, ValidOn
from eipcheck.model.criterion import ByReading
from eipcheck.model.measure import (
    DatedValue,
    EitherMeasure,
    FactSum,
    FieldsByReading,
    MeasureByReading,
    ScopeByReading,
    Target,
    TargetByReading,
)

_T = TypeVar("_T")
_BY_READING = (
    ByReading,
    ConditionByReading,
    MeasureByReading,
    ScopeByReading,
    TargetByReading,
)

ALWAYS, NEVER = All(()), AnyOf(())


def plain(value: _T, chosen: Mapping[str, str], on: date) -> _T:
    """Give a criterion, or a part of one, without readings and with the bounds of the day.

    Conditions come without nesting and repetition that change nothing. References of bounds are
    left out: they say where a bound is written, not what it is.
    """
    plained: _T = _plain(value, chosen, on)
    return plained


def _plain(value: Any, chosen: Mapping[str, str], on: date) -> Any:  # noqa: ANN401 - any part
    match value:
        case tuple():
            return tuple(_plain(part, chosen, on) for part in value)
        case Target(values=values) if values:
            bound = DatedValue(value.bound(on), date.min)
            return replace(value, values=(bound,))
        case FactSum():
            return FactSum(
                _fields(value.fields, chosen), value.part_of, _fields(value.other_parts, chosen)
            )
        case EitherMeasure() if any(chosen[r] != option for r, option in value.typed_when):
            return _plain(value.register, chosen, on)
        case EitherMeasure():
            register = _plain(value.register, chosen, on)
            return EitherMeasure(register, _plain(value.typed, chosen, on))
        case Struct() if isinstance(value, _BY_READING):
            return _plain(dict(value.options)[chosen[value.reading]], chosen, on)
        case Struct():
            names = (field.name for field in fields(value))
            parts = {name: _plain(getattr(value, name), chosen, on) for name in names}
            return _simple(type(value)(**parts))
        case _:
            return value


def _fields(parts: tuple[str | FieldsByReading, ...], chosen: Mapping[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    for part in parts:
        found += (part,) if isinstance(part, str) else dict(part.options)[chosen[part.reading]]
    return tuple(found)


def _simple(value: Struct) -> Struct:
    """Simplify a condition whose parts are simple; anything else stays as it is."""
    match value:
        case All(parts):
            flat = _flat(All, parts)
            return NEVER if NEVER in flat else _alone(All, flat)
        case AnyOf(parts):
            flat = _flat(AnyOf, parts)
            return ALWAYS if ALWAYS in flat else _alone(AnyOf, flat)
        case Not(All(())):
            return NEVER
        case Not(AnyOf(())):
            return ALWAYS
        case Not(Not(part)):
            return part
        case ValidOn(str(), str()):
            return All((ValidOn(value.start, None), ValidOn(None, value.until)))
        case _:
            return value


def _flat(kind: type[All | AnyOf], parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    flat: dict[Condition, None] = {}
    for part in parts:
        same = isinstance(part, All | AnyOf) and type(part) is kind
        flat.update(dict.fromkeys(part.parts if same else (part,)))  # type: ignore[attr-defined]
    return tuple(flat)


def _alone(kind: type[All | AnyOf], parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else kind(parts)
