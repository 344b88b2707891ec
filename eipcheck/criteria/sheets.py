"""Checks how the fields of a sheet, its headings and its declarations fit together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.relations import check_relations
from eipcheck.model.dictionary import (
    DeclarationSpec,
    Field,
    FieldType,
    Layout,
    NeedsDocument,
    Sheet,
)

REGISTER = "enterprises"
"""The sheet whose key and names the fields of type ``enterprise`` refer to."""

_LIST_ONLY = ("key", "rows", "covers", "declarations")


def fold(text: str) -> str:
    """Reduce a heading to what tells it apart: no case, no marks, no punctuation."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFD", folded).replace("đ", "d")
    return "".join(filter(str.isalnum, folded))  # combining marks are no letters


def check_words(entry: Map, lists: Mapping[str, tuple[str, ...]]) -> None:
    """Report a word that would stand for two values."""
    owner: dict[str, str] = {}
    for key, words in lists.items():
        for word in words:
            folded = unicodedata.normalize("NFC", word).casefold().strip()
            if owner.setdefault(folded, key) != key:
                entry.report("C308", key, word=word, first=owner[folded], second=key)


def check_register(top: Map, sheets: Iterable[Sheet]) -> None:
    """Report fields that name enterprises where there is no register to find them in."""
    found = list(sheets)
    if not any(sheet.id == REGISTER and sheet.key for sheet in found):
        for sheet in found:
            for field in sheet.fields:
                if field.type is FieldType.ENTERPRISE:
                    top.report("C311", "sheets", id=field.id, sheet=REGISTER)


def check_sheet(entry: Map, sheet: Sheet, own: list[tuple[Map, Field]]) -> None:
    """Check ``sheet`` as a whole; ``own`` are the fields that ``entry`` itself declares."""
    fields = {field.id: field for field in sheet.fields}
    for part, field in own:
        _check_link(part, "since", field.since, FieldType.DATE, fields)
        earlier = fields.get(field.not_before or "")
        dated = FieldType.YEAR if earlier and earlier.type is FieldType.YEAR else FieldType.DATE
        _check_link(part, "not_before", field.not_before, dated, fields)
        _check_link(part, "evidence", field.evidence, FieldType.DOCUMENTS, fields)
        needs = field.needs_document is not NeedsDocument.NEVER
        if needs and sheet.layout is Layout.LIST and field.evidence is None:
            part.report("C312", "needs_document", id=field.id)
    if sheet.layout is Layout.FACTS:
        for key in _LIST_ONLY:
            if key in entry:
                entry.report("C306", key, item=key, id=sheet.id)
        for part, field in own:
            if field.type is FieldType.DOCUMENTS:
                part.report("C313", "type", id=field.id)
            if field.not_before is not None:  # facts have no rows whose dates could be compared
                part.report("C306", "not_before", item="not_before", id=sheet.id)
    else:
        _check_key(entry, sheet, fields)
        _check_link(entry, "covers", sheet.covers, FieldType.DATE, fields)
        specs = {spec.id: spec for spec in sheet.declarations}
        for part in entry.maps("declarations", required=False):
            spec = specs.get(part.text("id"))
            if spec is not None:
                _check_scope(part, spec, fields)
    check_relations(sheet, own)
    _check_headings(own, sheet)


def _check_link(
    part: Map, key: str, target: str | None, kind: FieldType, fields: Mapping[str, Field]
) -> None:
    """Report a link to a field that this sheet lacks, or that has another type than ``kind``."""
    if not target:
        return
    if target not in fields:
        part.report("C230", key, name=target, known=nearest(target, fields))
    elif fields[target].type is not kind:
        found = fields[target].type
        part.report("C301", key, item=key, name=target, type=found, expected=kind)


def _check_key(entry: Map, sheet: Sheet, fields: Mapping[str, Field]) -> None:
    if sheet.key and sheet.key not in fields:
        entry.report("C230", "key", name=sheet.key, known=nearest(sheet.key, fields))
        return
    if not sheet.rows or "rows" not in entry:
        return
    key = fields.get(sheet.key or "")
    choices = [choice.id for choice in key.choices] if key else []
    for value in sheet.rows:
        if value not in choices:
            known = nearest(value, choices)
            entry.report("C238", "rows", value=value, name=sheet.key or "-", known=known)


def _check_scope(part: Map, spec: DeclarationSpec, fields: Mapping[str, Field]) -> None:
    for name, value in spec.scope:
        scope = part.map("scope")
        field = fields.get(name)
        if field is None:
            scope.report("C230", name, name=name, known=nearest(name, fields))
            continue
        allowed = ["yes", "no"] if field.type is FieldType.YES_NO else []
        allowed += [choice.id for choice in field.choices]
        if value and value not in allowed:
            known = nearest(value, allowed)
            scope.report("C238", name, value=value, name=name, known=known)


def _check_headings(own: list[tuple[Map, Field]], sheet: Sheet) -> None:
    """Report headings of two fields, or words of two choices, that the reader cannot tell apart."""
    owner = {}
    mine = {field.id for _, field in own}
    for field in sheet.fields:
        if field.id not in mine:
            for heading in (field.id, field.label.vi, field.label.en, *field.aliases):
                owner[fold(heading)] = field.id
    for part, field in own:
        for heading in (field.id, field.label.vi, field.label.en, *field.aliases):
            folded = fold(heading)
            if folded and owner.setdefault(folded, field.id) != field.id:
                part.report("C309", None, heading=heading, id=field.id, other=owner[folded])
        if field.choices:
            _check_choice_words(part, field)


def _check_choice_words(part: Map, field: Field) -> None:
    owner: dict[str, str] = {}
    for choice in field.choices:
        for word in (choice.id, choice.label.vi, choice.label.en, *choice.aliases):
            folded = fold(word)
            if folded and owner.setdefault(folded, choice.id) != choice.id:
                other = owner[folded]
                part.report("C309", "choices", heading=word, id=choice.id, other=other)
