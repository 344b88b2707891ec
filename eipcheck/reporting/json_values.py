"""Numbers, cells, places and answers as JSON: exact, and without words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from eipcheck.model.assessment import Because, Share
from eipcheck.model.place import Cell, FilePlace, Line, Place, SheetPlace
from eipcheck.model.problem import Problem
from eipcheck.model.record import EnterpriseRef, Observation, Value

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def quantity(value: Fraction | None) -> Json:
    """Write an exact number: an integer, else a fraction; null where there is none."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else fraction(value)


def fraction(value: Fraction, counts: Share | None = None) -> Json:
    """Write a share; with the counts behind it where these are whole and not empty."""
    num, den = value.numerator, value.denominator
    if counts is not None and counts.den and counts.ratio == value:
        whole = counts.num.denominator == counts.den.denominator == 1
        num, den = (int(counts.num), int(counts.den)) if whole else (num, den)
    return {"num": num, "den": den, "approx": round(float(value), 6)}


def bound(value: Fraction | None, unit: str, counts: Share | None = None) -> Json:
    """Write one end of a range, or a target, in its unit; null where there is none."""
    if value is None or unit != "share":
        return quantity(value)
    return fraction(value, counts)


def day(value: date | None) -> Json:
    """Write a date as ``2020-11-20``."""
    return None if value is None else value.isoformat()


def cell(value: Cell | None) -> Json:
    """Write the address of a cell."""
    return None if value is None else {"sheet": value.sheet, "cell": value.address}


def place(value: Place) -> Json:
    """Write where a problem stands: a cell, a sheet, a line of a file, or a file."""
    match value:
        case Cell():
            return cell(value)
        case SheetPlace(sheet):
            return {"sheet": sheet}
        case Line(file, line, column):
            return {"file": file, "line": line, "column": column}
        case FilePlace(file):
            return {"file": file}


def problem_json(problem: Problem) -> Json:
    """Write a problem: its code, places and facts."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "place": place(problem.place),
        "other_places": [place(other) for other in problem.other_places],
        "facts": dict(problem.facts),
    }


def answer(value: Value | None) -> Json:
    """Write an answer: choices by id, dates as text, numbers exact to 15 digits, blanks null."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return day(value)
        case EnterpriseRef(name, row):
            return {"name": name, "row": row}
        case tuple():
            return list(value)
        case _:
            return value


def observation(value: Observation) -> Json:
    """Write one answer of a facts sheet with its cell and what was said of it."""
    return {
        "field": value.field,
        "value": answer(value.value),
        "raw": value.raw,
        "unit": value.unit,
        **_address(value.cell),
        "year": value.year,
        "as_of": day(value.as_of),
        "scope": value.scope.value,
        "source": value.source,
        "quality": None if value.quality is None else value.quality.value,
        "documents": list(value.documents),
        "note": value.note,
    }


def because(value: Because) -> Json:
    """Write one answer that decided how a row counts."""
    return {"field": value.field, "value": answer(value.value), "cell": cell(value.cell)}


def _address(value: Cell) -> dict[str, Json]:
    return {"sheet": value.sheet, "cell": value.address}
