"""Small builders: records, criteria and sets made in code, over the tests' own dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace
from small_dictionary import DICTIONARY, text

from eipcheck.model.assessment import Dated, Dates, DateSource
from eipcheck.model.condition import Is
from eipcheck.model.criterion import (
    Clause,
    CriteriaSet,
    Criterion,
    Kind,
    Question,
    Source,
    Status,
)
from eipcheck.model.dictionary import FieldType, Layout
from eipcheck.model.measure import DatedValue, Measure, Target
from eipcheck.model.place import Cell
from eipcheck.model.record import (
    Column,
    Declaration,
    Document,
    DocumentState,
    EnterpriseRef,
    Judgement,
    Observation,
    ParkRecord,
    Table,
    Value,
)

AS_OF = date(2021, 6, 30)
FIRST_ROW = 7
"""The sheet row of the first data row of every list."""


def yes(field: str) -> Is:
    """Say that the answer is yes."""
    return Is(field, value=True)


def no(field: str) -> Is:
    """Say that the answer is no."""
    return Is(field, value=False)


def ref(row: int | None, name: str = "?") -> EnterpriseRef:
    """Name the enterprise in the register's row ``row`` (0 is the first), or an unmatched one."""
    return EnterpriseRef(name if row is None else f"E{row}", row)


def fact(field: str, value: Value | int | None, **more: Any) -> Observation:
    """Make an observation of a facts sheet; whole numbers become Decimals."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    declared = DICTIONARY.field(field)
    typed = Decimal(value) if is_number and declared.type is not FieldType.YEAR else value
    row = 10 + DICTIONARY.sheet(declared.sheet).fields.index(declared)
    more.setdefault("cell", Cell(declared.sheet, row, 4))
    return Observation(field=field, value=typed, raw=str(value), unit=declared.unit, **more)


def ticked(sheet: str, complete: bool | None = True, **more: Any) -> Declaration:  # noqa: FBT001, FBT002 - reads as the tick
    """Make the plain "this list is complete" line of a sheet, ticked unless told otherwise."""
    more.setdefault("id", f"{sheet}_complete")
    return Declaration(complete=complete, cell=Cell(sheet, 3, 2), **more)


def covering(of: str, law: str, complete: bool | None = True, **more: Any) -> Declaration:  # noqa: FBT001, FBT002
    """Make one scoped line of the violations sheet."""
    scope = (("violation_of", of), ("violation_law", law))
    return ticked("violations", complete, id=f"violations_{of}_{law}", scope=scope, **more)


def a_table(
    sheet: str, rows: Iterable[Mapping[str, Any]] = (), *declarations: Declaration
) -> Table:
    """Make a list sheet from rows given as mappings; a field left out of a row is blank."""
    entries = tuple(rows)
    columns = {}
    for number, field in enumerate(DICTIONARY.sheet(sheet).fields, start=1):
        values = tuple(entry.get(field.id) for entry in entries)
        if field.type in {FieldType.NUMBER, FieldType.INTEGER}:
            values = tuple(None if v is None else Decimal(v) for v in values)
        columns[field.id] = Column(
            field=field.id, column=number, heading=field.id, values=values, raw=values
        )
    return Table(
        sheet=sheet,
        sheet_name=sheet,
        rows=tuple(range(FIRST_ROW, FIRST_ROW + len(entries))),
        columns=columns,
        declarations=declarations,
    )


def a_register(rows: Iterable[Mapping[str, Any]], *, complete: bool | None = None) -> Table:
    """Make the register with a key and a name in every row, ticked complete where told."""
    named = [
        {"tax_code": f"{n:010}", "enterprise_name": f"E{n}", **row} for n, row in enumerate(rows)
    ]
    return a_table("enterprises", named, ticked("enterprises", complete))


def a_document(document: str, **more: Any) -> Document:
    """Make a decision in hand."""
    more.setdefault("state", DocumentState.HAVE)
    more.setdefault("kind", "decision")
    return Document(id=document, cell=Cell("evidence", 7, 1), **more)


def a_record(
    *facts: Observation,
    tables: Iterable[Table] = (),
    documents: Iterable[Document] = (),
    judgements: tuple[Judgement, ...] = (),
) -> ParkRecord:
    """Make a record; lists that are not given are there, empty and open."""
    given = {table.sheet: table for table in tables}
    lists = [s for s in DICTIONARY.sheets if s.layout is Layout.LIST and s.id != "evidence"]
    stated: dict[str, tuple[Observation, ...]] = {}
    for one in facts:
        before = stated.get(one.field, ())
        cell = replace(one.cell, row=one.cell.row + 40 * len(before))
        stated[one.field] = (*before, replace(one, cell=cell))
    blank = {
        field.id: Cell(sheet.id, 10, 4)
        for sheet in DICTIONARY.sheets
        if sheet.layout is Layout.FACTS
        for field in sheet.fields
        if field.id not in stated
    }
    return ParkRecord(
        file="park.xlsx",
        sha256="0" * 64,
        template_version="test",
        facts=stated,
        blank_cells=blank,
        tables={s.id: given.get(s.id) or a_table(s.id, ()) for s in lists},
        documents={d.id: d for d in documents},
        judgements=judgements,
    )


def bound(kind: str, value: str | int | Decimal, unit: str = "share", **more: Any) -> Target:
    """Make a numeric target in force since 2018."""
    return Target(
        kind=kind, values=(DatedValue(Decimal(value), date(2018, 7, 10)),), unit=unit, **more
    )


HOLDS = Target(kind="true", unit="answer")


def a_criterion(measure: Measure, target: Target | None = HOLDS, **more: Any) -> Criterion:
    """Make a requirement on ``measure``."""
    more.setdefault("id", "criterion")
    more.setdefault("kind", Kind.REQUIREMENT)
    return Criterion(
        clause="1",
        actor="park",
        title=text("title"),
        requirement=text("requirement"),
        measure=measure,
        target=target,
        source=Source(document="d", article="42", clause="1", urls=(), confidence="V"),
        evidence_expected=text("evidence"),
        remedy=text("remedy"),
        computed=text("computed"),
        **more,
    )


def a_set(*criteria: Criterion, **more: Any) -> CriteriaSet:
    """Make a set in force from 2018-07-10 to 2022-07-14 with one question."""
    settings: dict[str, Any] = {
        "id": "test-set",
        "version": "1",
        "title": text("set"),
        "document": text("document"),
        "article": "42",
        "status": Status.IN_FORCE,
        "in_force_from": date(2018, 7, 10),
        "in_force_to": date(2022, 7, 14),
        "supersedes": None,
        "superseded_by": None,
        "verification": text("verified"),
        "verified": True,
        "questions": (Question("park_certificate", text("question")),),
        "readings": (),
        "clauses": (Clause("1", text("clause")),),
        "waivable": False,
        "partial_credit": False,
        "needs_allow_unverified": False,
        "old_after_years": 3,
        "sha256": "0" * 64,
        "path": "criteria/test-set",
    }
    return CriteriaSet(criteria=criteria, **(settings | more))


def the_dates(as_of: date = AS_OF, registration: date | None = None) -> Dates:
    """Make the dates of an assessment on ``as_of``."""
    missing = Dated(None, DateSource.MISSING)
    registered = Dated(registration, DateSource.WORKBOOK) if registration else missing
    return Dates(
        assessment=Dated(as_of, DateSource.OPTION),
        registration=registered,
        period_start=missing,
        period_end=missing,
    )
