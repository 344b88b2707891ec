"""Answers for every question of any form, so that what is read can be held against them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Layout, Sheet
from eipcheck.model.record import EnterpriseRef, Value
from eipcheck.workbook.content import Content, DeclarationRow, FactRow, ListRow
from eipcheck.workbook.layout import REGISTER_CODE, TAX_CODES

DAY = date(2019, 12, 31)
ROWS = 2


def an_answer(field: Field, turn: int) -> Value:
    """Give an answer that fits the field; ``turn`` varies it."""
    match field.type:
        case FieldType.YES_NO:
            return turn % 2 == 0
        case FieldType.CHOICE if field.id == "violation_of":
            return "enterprises"  # since each row names one
        case FieldType.CHOICE:
            return field.choices[turn % len(field.choices)].id
        case FieldType.INTEGER:
            return Decimal(10 + turn)
        case FieldType.NUMBER:
            return Decimal("12.5") + turn
        case FieldType.DATE:
            return date(2019, 1, 1 + turn)
        case FieldType.YEAR:
            return 2010 + turn
        case FieldType.ENTERPRISE:
            return EnterpriseRef(f"enterprise_name {turn}", turn)
        case FieldType.DOCUMENTS:
            return tuple(f"document_id {number}" for number in range(turn + 1))
        case FieldType.TEXT:
            if field.id not in TAX_CODES:
                return f"{field.id} {turn}"
            return f"030000000{turn}" if field.id == REGISTER_CODE else f"039999999{turn}"


def all_answers(dictionary: DataDictionary) -> Content:
    """Answer every line, two rows of every list, and every "complete" line."""
    return Content(
        facts=tuple(
            FactRow(field=f.id, value=an_answer(f, 1), as_of=DAY)
            for s in dictionary.sheets
            if s.layout is Layout.FACTS
            for f in s.fields
        ),
        rows={s.id: _rows(s) for s in dictionary.sheets if s.layout is Layout.LIST},
        declarations=tuple(
            DeclarationRow(
                id=d.id, complete=True, start=date(2016, 1, 1) if s.covers else None, end=DAY
            )
            for s in dictionary.sheets
            for d in s.declarations
        ),
    )


def _rows(spec: Sheet) -> tuple[ListRow, ...]:
    return tuple({f.id: an_answer(f, turn) for f in spec.fields} for turn in range(ROWS))
