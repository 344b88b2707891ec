"""What a form is filled with: typed answers, before they have cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from eipcheck.model.record import Quality, Scope, Value


class FactRow(Struct, frozen=True, kw_only=True):
    """One answer of a facts sheet.

    A choice is given by id; a string that fits no choice, number or date is written as it is.
    ``as_of`` wins over ``year`` where both are given. ``unit`` overrides the printed unit.
    """

    field: str
    value: Value | None = None
    year: int | None = None
    as_of: date | None = None
    scope: Scope | None = None
    source: str = ""
    quality: Quality | None = None
    documents: tuple[str, ...] = ()
    note: str = ""
    unit: str | None = None


class DeclarationRow(Struct, frozen=True, kw_only=True):
    """One "this list is complete" line, by the id of its declaration."""

    id: str
    complete: bool | None = None
    start: date | None = None
    end: date | None = None
    declared_by: str = ""
    documents: tuple[str, ...] = ()


ListRow = Mapping[str, Value | None]
"""One row of a list sheet: values by field id."""


class Content(Struct, frozen=True, kw_only=True):
    """All answers of a form; ``rows`` holds the rows of each list sheet by sheet id."""

    facts: tuple[FactRow, ...] = ()
    rows: Mapping[str, tuple[ListRow, ...]] = field(default_factory=dict)
    declarations: tuple[DeclarationRow, ...] = ()
