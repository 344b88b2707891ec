"""Turns the sheets of evidence and of judgements into the types that evaluation knows."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from eipcheck.model.place import Cell
from eipcheck.model.record import Document, DocumentState, Judgement, Table
from eipcheck.workbook.developer import Developer
from eipcheck.workbook.folding import fold
from eipcheck.workbook.layout import NOBODY

_ID = "document_id"
_CRITERION = "judgement_criterion"
_RESULT = "judgement_result"
_TELLING = ("document_kind", "document_date", "document_valid_until")
"""What a document must not hide: that it is a self-declaration, not issued yet, or expired."""


def documents_of(table: Table) -> dict[str, Document]:
    """Give the documents by id, under the first spelling of it.

    Two rows of one id that differ in anything that proves make the document unreadable.
    """
    documents: dict[str, Document] = {}
    spelt: dict[str, str] = {}
    for index in range(len(table.rows)):
        name, cell = _text(table, _ID, index), table.cell(_ID, index)
        if not name or cell is None:
            continue
        name = spelt.setdefault(name.casefold(), name)
        document = _document(table, index, name, cell)
        first = documents.setdefault(name, document)
        if _proof(first) != _proof(document):
            documents[name] = replace(first, readable=False)
    return documents


def _proof(document: Document) -> tuple[object, ...]:
    return (
        document.kind,
        document.state,
        document.issued,
        document.valid_until,
        document.readable,
    )


def _document(table: Table, index: int, name: str, cell: Cell) -> Document:
    state = _text(table, "document_state", index)
    return Document(
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


def judgements_of(table: Table, developer: Developer) -> tuple[Judgement, ...]:
    """Give the rows that name a criterion and decide it, also those that cannot be read.

    A row that names no authority, or the developer whose park is judged, is as good as unread.
    """
    found = []
    for index in range(len(table.rows)):
        criterion = _text(table, _CRITERION, index)
        cell = table.cell(_CRITERION, index)
        decides = _text(table, _RESULT, index) or _is_lost(table, _RESULT, index)
        if criterion and decides and cell is not None:
            found.append(_judgement(table, index, criterion, cell, developer))
    return tuple(found)


def _judgement(
    table: Table, index: int, criterion: str, cell: Cell, developer: Developer
) -> Judgement:
    documents = table.value("judgement_documents", index)
    by = _text(table, "judgement_by", index)
    lost = any(_is_lost(table, f, index) for f in (_RESULT, "judgement_date"))
    return Judgement(
        criterion=criterion,
        met=table.value(_RESULT, index) == "met",
        by=by,
        on=_date(table, "judgement_date", index),
        documents=documents if isinstance(documents, tuple) else (),
        cell=cell,
        readable=not (lost or fold(by) in NOBODY or developer.may_be(by)),
    )


def _is_lost(table: Table, field: str, index: int) -> bool:
    """Say whether something is written in the cell that gave no value."""
    column = table.columns.get(field)
    return column is not None and column.values[index] is None and not column.is_blank(index)


def _text(table: Table, field: str, index: int) -> str:
    value = table.value(field, index)
    return value if isinstance(value, str) else ""


def _date(table: Table, field: str, index: int) -> date | None:
    value = table.value(field, index)
    return value if isinstance(value, date) else None
