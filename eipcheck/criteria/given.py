"""Builds the record of a case: the answers it gives, on a form that exists only for the case."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct, field

from eipcheck.criteria.conditions import check_value
from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.rows import RowReader, make_table
from eipcheck.criteria.shapes_data import DOCUMENT, FACT, GIVEN, JUDGEMENT, RESULTS, TICK
from eipcheck.criteria.sheets import REGISTER
from eipcheck.criteria.values import cited, read_value
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary, Field, Layout, Sheet
from eipcheck.model.place import Cell
from eipcheck.model.record import (
    Declaration,
    Document,
    DocumentState,
    Judgement,
    Observation,
    ParkRecord,
    Quality,
    Scope,
    Table,
)

EVIDENCE = "evidence"
JUDGEMENTS = "judgements"
REGISTRATION = "registration_date"

_FACT_COLUMN, _FIRST_ROW = 4, 10
_MOST = 20  # unknown fields reported of one case


class Empty(Struct, frozen=True):
    """A form in which nothing is filled in, which the cases of a file share."""

    cells: dict[str, Cell]
    tables: dict[str, Table]

    @classmethod
    def of(cls, dictionary: DataDictionary) -> Empty:
        """Lay out the form of a dictionary."""
        cells = {
            each.id: _fact_cell(dictionary, each)
            for sheet in dictionary.sheets
            if sheet.layout is Layout.FACTS
            for each in sheet.fields
        }
        lists = lists_of(dictionary).values()
        return cls(cells, {sheet.id: make_table(sheet, [], {}) for sheet in lists})


class Form(Struct):
    """What a case may speak of, and the documents that it gives."""

    dictionary: DataDictionary
    criteria: CriteriaSet
    empty: Empty
    documents: dict[str, Document] = field(default_factory=dict)


def read_given(given: Map, form: Form, registration: date | None) -> ParkRecord:
    """Build the record; ``registration`` is entered as the park's date of registration."""
    given.only(GIVEN)
    form.documents = _documents(given, form.dictionary)
    facts = _facts(given, form)
    _register_date(facts, form.dictionary, registration)
    ticks: dict[str, Declaration] = {}
    _read_ticks(given, form, "complete", ticks)
    _read_ticks(given, form, "incomplete", ticks)
    return ParkRecord(
        file="case.xlsx",
        sha256="0" * 64,
        template_version=None,
        facts={name: tuple(said) for name, said in facts.items()},
        blank_cells={name: cell for name, cell in form.empty.cells.items() if name not in facts},
        tables=_tables(given, form, ticks),
        documents=form.documents,
        judgements=_judgements(given, form),
    )


def lists_of(dictionary: DataDictionary) -> dict[str, Sheet]:
    """Give the list sheets whose rows criteria count, by id."""
    return {
        sheet.id: sheet
        for sheet in dictionary.sheets
        if sheet.layout is Layout.LIST and sheet.id not in (EVIDENCE, JUDGEMENTS)
    }


def _fact_cell(dictionary: DataDictionary, found: Field, again: int = 0) -> Cell:
    """Give each statement its own row; further ones stand below the printed rows."""
    fields = dictionary.sheet(found.sheet).fields
    row = _FIRST_ROW + fields.index(found) + again * len(fields)
    return Cell(found.sheet, row, _FACT_COLUMN)


def _facts(given: Map, form: Form) -> dict[str, list[Observation]]:
    facts: dict[str, list[Observation]] = {}
    entry = given.maybe_map("facts")
    known = [
        each.id
        for sheet in form.dictionary.sheets
        if sheet.layout is Layout.FACTS
        for each in sheet.fields
    ]
    unknown = 0
    for name in entry or ():
        assert entry is not None
        if name not in known:
            unknown += 1
            if unknown <= _MOST:
                entry.report("C230", name, name=name, known=nearest(name, known))
            continue
        found = form.dictionary.field(name)
        for part, key in _statements(entry, name):
            said = facts.setdefault(name, [])
            cell = _fact_cell(form.dictionary, found, len(said))
            said.append(_observation(part, key, found, cell, form))
    return facts


def _statements(entry: Map, name: str) -> list[tuple[Map, str]]:
    """Give the mapping and the key under which each statement about a field stands."""
    value = entry.data[name]
    if type(value) is dict:
        return [(entry.map(name), "value")]
    if type(value) is not list:
        return [(entry, name)]
    items = entry.items(name)
    found = []
    for index, item in enumerate(items.data):
        at = items.place(index)
        if type(item) is dict:
            found.append((Map(entry.document, item, entry.problems), "value"))
        else:
            found.append((Map(entry.document, {name: item}, entry.problems, at=at), name))
    return found


def _observation(part: Map, key: str, found: Field, cell: Cell, form: Form) -> Observation:
    more: dict[str, Any] = {}
    if key == "value":
        part.only(FACT)
        as_of = part.maybe_day("as_of")
        more = {
            "year": part.whole("year") if "year" in part else as_of.year if as_of else None,
            "as_of": as_of,
            "scope": part.choice("scope", Scope, Scope.WHOLE),
            "source": part.text("source", ""),
            "quality": part.choice("quality", Quality) if "quality" in part else None,
            "documents": cited(part, "documents", form.documents),
            "note": part.text("note", ""),
        }
    value = read_value(part, key, found, form.documents)
    raw = str(part.data.get(key, ""))
    return Observation(field=found.id, value=value, cell=cell, raw=raw, unit=found.unit, **more)


def _register_date(
    facts: dict[str, list[Observation]], dictionary: DataDictionary, on: date | None
) -> None:
    if on is None or not dictionary.has_field(REGISTRATION) or REGISTRATION in facts:
        return
    cell = _fact_cell(dictionary, dictionary.field(REGISTRATION))
    said = Observation(field=REGISTRATION, value=on, cell=cell, raw=on.isoformat())
    facts[REGISTRATION] = [said]


def _documents(given: Map, dictionary: DataDictionary) -> dict[str, Document]:
    found: dict[str, Document] = {}
    entry = given.maybe_map("documents")
    for row, name in enumerate(entry or (), start=_FIRST_ROW):
        assert entry is not None
        part = entry.map(name)
        part.only(DOCUMENT)
        kind = part.text("kind") if "kind" in part else None
        if kind and dictionary.has_field("document_kind"):
            check_value(part, "kind", dictionary.field("document_kind"), kind)
        found[name] = Document(
            id=name,
            cell=Cell(EVIDENCE, row, 1),
            kind=kind,
            number=part.text("number", ""),
            issuer=part.text("issuer", ""),
            issued=part.maybe_day("date"),
            valid_until=part.maybe_day("valid_until"),
            state=part.choice("state", DocumentState) if "state" in part else None,
            file=part.text("file", ""),
        )
    return found


def _read_ticks(given: Map, form: Form, key: str, ticks: dict[str, Declaration]) -> None:
    """Read the lists said to be complete, or not; the form gives each line its cell."""
    items = given.items(key, required=False)
    known = {d.id: s for s in lists_of(form.dictionary).values() for d in s.declarations}
    for index, item in enumerate(items.data):
        if type(item) is dict:
            part = Map(given.document, item, given.problems)
        else:
            at = items.place(index)
            part = Map(given.document, {"id": item}, given.problems, at=at)
        part.only(TICK)
        name = part.text("id")
        if name and name not in known:
            part.report("C241", "id", name=name, known=nearest(name, known))
        elif name in ticks:
            part.report("C219", "id", id=name)
        elif name:
            ticks[name] = Declaration(
                id=name,
                complete=key == "complete",
                cell=Cell(known[name].id, 1, 1),
                start=part.maybe_day("from"),
                end=part.maybe_day("to"),
                declared_by=part.text("declared_by", ""),
                documents=cited(part, "documents", form.documents),
            )


def _tables(given: Map, form: Form, ticks: dict[str, Declaration]) -> dict[str, Table]:
    lists = lists_of(form.dictionary)
    entry = given.maybe_map("rows")
    for name in entry or ():
        if name not in lists:
            assert entry is not None
            entry.report("C231", name, name=name, known=nearest(name, lists))
    reader = RowReader(entry, form.documents)
    order = sorted(lists, key=lambda name: name != REGISTER)  # others name its enterprises
    rows = {name: reader.rows(lists[name]) for name in order}
    filled = {
        name: make_table(sheet, rows[name], ticks)
        for name, sheet in lists.items()
        if rows[name] or any(spec.id in ticks for spec in sheet.declarations)
    }
    return form.empty.tables | filled


def _judgements(given: Map, form: Form) -> tuple[Judgement, ...]:
    found = []
    known = [criterion.id for criterion in form.criteria.criteria]
    for row, part in enumerate(given.maps("judgements", required=False), start=_FIRST_ROW):
        part.only(JUDGEMENT)
        name = part.text("criterion")
        if name and name not in known:
            part.report("C239", "criterion", name=name, known=nearest(name, known))
        found.append(
            Judgement(
                criterion=name,
                met=part.one_word("result", RESULTS) == RESULTS[0],
                by=part.text("by"),
                on=part.maybe_day("date"),
                documents=cited(part, "documents", form.documents),
                cell=Cell(JUDGEMENTS, row, 1),
            )
        )
    return tuple(found)
