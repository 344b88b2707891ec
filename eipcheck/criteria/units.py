"""Reads the units of the data dictionary: their other names, and what turns into them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from eipcheck.criteria.fields import read_id
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_data import CONVERSION, UNIT
from eipcheck.model.unit import Conversion, Unit, unit_key


def read_units(top: Map, known: Mapping[str, Unit]) -> dict[str, Unit]:
    """Read the units of a file behind the ``known`` ones.

    A known unit may be repeated; of it only what was said before may be said again.
    """
    found: dict[str, Unit] = {}
    entries: list[tuple[Map, Unit]] = []
    for entry in top.maps("units", required=not known):
        entry.only(UNIT)
        unit = _unit(entry)
        if unit.id and unit.id in found:
            entry.report("C219", "id", id=unit.id)
        before = known.get(unit.id)
        if before is not None:
            for key in UNIT.intersection(entry):
                if getattr(unit, key) != getattr(before, key):
                    entry.report("C310", key, id=unit.id)
            unit = before
        found[unit.id] = unit
        entries.append((entry, unit))
    _check_names(entries, known)
    return {**known, **found}


def _unit(entry: Map) -> Unit:
    return Unit(
        id=read_id(entry),
        label=entry.words("label"),
        aliases=entry.texts("aliases", required=False),
        converted=tuple(map(_conversion, entry.maps("converted", required=False))),
        incomplete=entry.texts("incomplete", required=False),
        per=entry.texts("per", required=False),
    )


def _conversion(entry: Map) -> Conversion:
    entry.only(CONVERSION)
    times = entry.number("times")
    if times <= 0 and type(entry.data.get("times")) is Decimal:
        entry.report("C520", "times", found=str(times))
    return Conversion(entry.texts("names"), times)


def _check_names(entries: list[tuple[Map, Unit]], known: Mapping[str, Unit]) -> None:
    """Report names that two units share, or that one unit would convert in two ways."""
    owner: dict[str, tuple[str, Decimal]] = {}
    for unit in known.values():
        owner.update((unit_key(name), (unit.id, factor)) for name, factor in unit.names())
    for entry, unit in entries:
        if not unit.id:
            continue
        for name, factor in unit.names():
            key = unit_key(name)
            other, before = owner.setdefault(key, (unit.id, factor))
            if key and (other, before) != (unit.id, factor):
                entry.report("C309", None, heading=name, id=unit.id, other=other)
        for name in unit.incomplete:
            if owner.get(unit_key(name), ("", 1))[0] == unit.id:
                entry.report("C309", "incomplete", heading=name, id=unit.id, other=unit.id)
