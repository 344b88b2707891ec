"""A small dictionary whose figures are held against each other, and what is said of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builders import a_record
from msgspec.structs import replace
from small_dictionary import DICTIONARY, a_field, text

from eipcheck.evaluation.plausible import implausible
from eipcheck.model.dictionary import DataDictionary, FieldType, Layout, Sheet
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Observation, ParkRecord

NUMBER, WHOLE = FieldType.NUMBER, FieldType.INTEGER
FIELDS = (
    a_field("park", "total", NUMBER, unit="ha", parts_add_up=True),
    *(a_field("park", f"phase_{n}", NUMBER, unit="ha", part_of="total") for n in (1, 2, 3)),
    a_field("park", "plots", NUMBER, unit="ha", part_of="phase_1"),
    a_field("park", "leasable", NUMBER, unit="ha", at_most="total"),
    a_field("park", "leased", NUMBER, unit="ha", at_most="leasable"),
    a_field("park", "licensed", WHOLE, unit="enterprises"),
    *(
        a_field("park", f, WHOLE, unit="enterprises", part_of="licensed")
        for f in ("operating", "building")
    ),
    a_field("park", "applying", WHOLE, unit="enterprises", at_most="operating"),
    a_field("park", "plant", NUMBER, unit="m3"),
    a_field("park", "flow", NUMBER, unit="m3", capacity="plant"),
)
SMALL = replace(
    DICTIONARY,
    sheets=(Sheet(id="park", label=text("Park"), layout=Layout.FACTS, fields=FIELDS),),
)
Value = str | int | None
Told = tuple[str, str, dict[str, str]]


def said(field: str, *values: Value, year: int | None = 2020, **more: Any) -> list[Observation]:
    """Make one statement per value, each in a cell of its own; None could not be read."""
    return [
        Observation(
            field=field,
            value=None if value is None else Decimal(value),
            cell=Cell(f"{field} {year}", n, 4),
            raw=str(value),
            year=year,
            **more,
        )
        for n, value in enumerate(values, start=1)
    ]


def record(*groups: list[Observation]) -> ParkRecord:
    facts: dict[str, tuple[Observation, ...]] = {}
    for one in (o for group in groups for o in group):
        facts[one.field] = (*facts.get(one.field, ()), one)
    return replace(a_record(), facts=facts)


def problems(*groups: list[Observation], dictionary: DataDictionary = SMALL) -> list[Problem]:
    return list(implausible(record(*groups), dictionary, ()))


def told(*groups: list[Observation]) -> list[Told]:
    """Give code, field and figures of every problem; all are warnings."""
    found = problems(*groups)
    assert all(p.severity is Severity.WARNING for p in found)
    return [brief(p) for p in found]


def brief(problem: Problem) -> Told:
    facts = dict(problem.facts)
    return problem.code, facts.pop("field"), facts


def codes(*groups: list[Observation]) -> list[str]:
    return [code for code, _, _ in told(*groups)]


def phases(*areas: Value, total: Value) -> list[list[Observation]]:
    """Say the three phases and their total."""
    return [said("total", total), *(said(f"phase_{n}", a) for n, a in enumerate(areas, start=1))]
