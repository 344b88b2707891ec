"""Turns the sheets of evidence and of judgements into the types that evaluation knows."""

from __future__ import annotations

from datetime import date

from eipcheck.model.place import Cell
from eipcheck.model.record import Document, DocumentState, Judgement, Table

_ID = "document_id"
_CRITERION = "judgement_criterion"
_TELLING = ("document_kind", "document_date", "document_valid_until")
"""What a document must not hide: that it is a self-declaration, not issued yet, or expired."""


def documents_of(table: Table) -> dict[str, Document]:
    """Give the documents by id; of two with one id the first stands, and a problem says so."""
    documents: dict[str, Document] = {}
    for index in range(len(table.rows)):
        name, cell = _text(table, _ID, index), table.cell(_ID, index)
        if not name or cell is None or name in documents:
            continue
        state = _text(table, "document_state", index)
        documents[name] = Document(
            id=name,
            cell=cell,
            kind=_text(table, "document_kind", index) or None,
            number=_text(table, "document_number", index),
            issuer=_text(table, "document_issuer", index),
            issued=_date(table, "document_date", index),
            valid_until=_date(table, "document_valid_until", index),
            state=DocumentState(state) if state else None,
            file=_text(table, "document_file", index),
            readable=not any(_is_lost(table, field, index) for field in _TELLING),
        )
    return documents


def judgements_of(table: Table) -> tuple[Judgement, ...]:
    """Give the rows that name a criterion and decide it."""
    found = []
    for index in range(len(table.rows)):
        criterion = _text(table, _CRITERION, index)
        result = _text(table, "judgement_result", index)
        cell = table.cell(_CRITERION, index)
        if criterion and result and cell is not None:
            found.append(_judgement(table, index, criterion, cell))
    return tuple(found)


def _judgement(table: Table, index: int, criterion: str, cell: Cell) -> Judgement:
    documents = table.value("judgement_documents", index)
    return Judgement(
        criterion=criterion,
        met=table.value("judgement_result", index) == "met",
        by=_text(table, "judgement_by", index),
        on=_date(table, "judgement_date", index),
        documents=documents if isinstance(documents, tuple) else (),
        cell=cell,
    )


def _is_lost(table: Table, field: str, index: int) -> bool:
    """Say whether something is written in the cell that gave no value."""
    column = table.columns.get(field)
    if column is None or not column.raw:
        return False
    return column.values[index] is None and column.raw[index] not in {None, ""}


def _text(table: Table, field: str, index: int) -> str:
    value = table.value(field, index)
    return value if isinstance(value, str) else ""


def _date(table: Table, field: str, index: int) -> date | None:
    value = table.value(field, index)
    return value if isinstance(value, date) else None
