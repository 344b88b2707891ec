"""Says whether a document counts as evidence on a day."""

from __future__ import annotations

from datetime import date

from eipcheck.model.record import DocumentState, ParkRecord

COUNTS = "yes"
SELF_DECLARATION = "self_declaration"


def standing(record: ParkRecord, document_id: str, on: date) -> str:
    """Say ``yes``, or why the document does not count on the day.

    Reasons: ``missing`` (no such row), ``unreadable`` (its kind or a date stands there but could
    not be read), ``blank_state``, ``pending``, ``none``, ``self_declaration`` (alone no
    evidence), ``not_yet`` (issued later) and ``expired``.
    """
    document = record.documents.get(document_id)
    if document is None:
        return "missing"
    if not document.readable:
        return "unreadable"
    if document.state is None:
        return "blank_state"
    if document.state is not DocumentState.HAVE:
        return document.state.value
    if document.kind == SELF_DECLARATION:
        return SELF_DECLARATION
    if document.issued is not None and document.issued > on:
        return "not_yet"
    if document.valid_until is not None and document.valid_until < on:
        return "expired"
    return COUNTS


def proven(record: ParkRecord, document_ids: tuple[str, ...], on: date) -> bool:
    """Say whether at least one of the documents counts on the day."""
    return any(standing(record, d, on) == COUNTS for d in document_ids)
