"""Reads a park workbook: typed answers with their cells, and everything that must be mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from eipcheck.model.dictionary import DataDictionary, Layout, Sheet
from eipcheck.model.place import Cell, FilePlace, Place, SheetPlace
from eipcheck.model.problem import Problem
from eipcheck.model.record import Observation, ParkRecord, Table
from eipcheck.workbook.book import Book
from eipcheck.workbook.facts import FactsReader, FactsReading, unread
from eipcheck.workbook.layout import (
    EVIDENCE,
    JUDGEMENTS,
    PERIOD_END,
    REGISTER,
    REGISTER_CODE,
    REGISTER_NAME,
)
from eipcheck.workbook.lists import ListReader, needed
from eipcheck.workbook.papers import documents_of, judgements_of
from eipcheck.workbook.register import Register
from eipcheck.workbook.safety import examine, read_bytes, refuse
from eipcheck.workbook.sheets import FoundSheets, find_sheets, template_version
from eipcheck.workbook.vocabulary import Vocabulary, make_vocabulary

_CITED = (EVIDENCE, REGISTER)
"""Sheets that others cite, in the order of reading: the register cites evidence."""


def read_workbook(
    path: Path, dictionary: DataDictionary, wanted: frozenset[str] | None = None
) -> ParkRecord:
    """Read a workbook; the file is opened for reading only, whatever its name.

    Args:
        path: the xlsx file.
        dictionary: what the sheets and their cells mean.
        wanted: ids of the list fields that will be used; other columns of lists are not typed,
            apart from keys, names, enterprises, and the dates and documents that belong to
            wanted ones. None means all.

    Returns:
        What the workbook says. A cell that cannot be read is None and has its problem; problems
        are in the order of sheets and cells.

    Raises:
        InputError: there is no usable workbook.
    """
    data = read_bytes(path)
    place = FilePlace(str(path))
    book = Book(data, examine(data, place), place)
    found = find_sheets(book.names, dictionary, place)
    if not found.names:
        raise refuse("W115", place, sheets="; ".join(book.names))
    reader = _WorkbookReader(book, dictionary, found)
    reader.read(wanted)
    return reader.record(path.name, sha256(data).hexdigest())


class _WorkbookReader:
    """Reads the sheets in the order in which they need each other."""

    def __init__(self, book: Book, dictionary: DataDictionary, found: FoundSheets) -> None:
        self._book = book
        self._dictionary = dictionary
        self._found = found
        self._words = make_vocabulary(dictionary, found.language)
        self._facts = FactsReading()
        self._tables: dict[str, Table] = {}
        self._problems = list(found.problems)

    def read(self, wanted: frozenset[str] | None) -> None:
        lists = [s for s in self._dictionary.sheets if s.layout is Layout.LIST]
        cited = {s: place for place, s in enumerate(_CITED)}
        for spec in sorted(lists, key=lambda s: cited.get(s.id, len(cited))):
            if spec.id in self._found.names:
                self._read_list(spec, wanted)
        self._read_facts([s for s in self._dictionary.sheets if s.layout is Layout.FACTS])

    def _read_list(self, spec: Sheet, wanted: frozenset[str] | None) -> None:
        name = self._found.names[spec.id]
        fields = needed(spec, wanted)
        grid = self._book.grid(name, formats=any(f.unit == "percent" for f in fields))
        reading = ListReader(grid, name, spec, self._words).read(fields)
        table = reading.table
        if self._has_look_alike(name):
            # Its rows may stand on the sheet beside it, which is not read.
            lines = tuple(replace(d, complete=None) for d in table.declarations)
            table = replace(table, declarations=lines)
        self._tables[spec.id] = table
        self._problems.extend(reading.problems)
        if spec.id in _CITED:
            self._words = _learn(self._words, reading.table)

    def _has_look_alike(self, name: str) -> bool:
        return any(p.code == "W203" and ("read", name) in p.facts for p in self._found.problems)

    def _read_facts(self, specs: Iterable[Sheet]) -> None:
        specs = tuple(specs)
        fields = {f.id: f for s in specs for f in s.fields}
        reader = FactsReader(fields, self._words)
        for spec in specs:
            name = self._found.names.get(spec.id)
            if name is None:
                self._facts.statements.extend(unread(spec, spec.label.in_(self._words.language)))
                continue
            reading = reader.read(self._book.grid(name, formats=True), name, spec)
            self._facts.statements.extend(reading.statements)
            for field, cell in reading.blank_cells.items():
                self._facts.blank_cells.setdefault(field, cell)
            self._problems.extend(reading.problems)

    def record(self, file: str, digest: str) -> ParkRecord:
        facts = _dated(self._facts)
        guide = self._found.guide
        evidence, judgements = self._tables.get(EVIDENCE), self._tables.get(JUDGEMENTS)
        return ParkRecord(
            file=file,
            sha256=digest,
            template_version=template_version(self._book.grid(guide)) if guide else None,
            facts=facts,
            blank_cells=_blank_cells(facts, self._facts.blank_cells),
            tables={
                s.id: self._tables[s.id] for s in self._dictionary.sheets if s.id in self._tables
            },
            documents=documents_of(evidence) if evidence else {},
            judgements=judgements_of(judgements) if judgements else (),
            problems=tuple(sorted(self._problems, key=self._order)),
        )

    def _order(self, problem: Problem) -> tuple[int, int, int, str]:
        place: Place = problem.place
        if isinstance(place, Cell):
            return (self._book.names.index(place.sheet), place.row, place.column, problem.code)
        if isinstance(place, SheetPlace):
            return (self._book.names.index(place.sheet), 0, 0, problem.code)
        return (-1, 0, 0, problem.code)


def _learn(words: Vocabulary, table: Table) -> Vocabulary:
    """Add the documents or the enterprises that later sheets may cite."""
    if table.sheet == REGISTER:
        codes, names = (
            table.columns[f].values if f in table.columns else ()
            for f in (REGISTER_CODE, REGISTER_NAME)
        )
        return replace(words, register=Register(codes, names))
    column = table.columns.get("document_id")
    ids = (str(v) for v in column.values if v is not None) if column else ()
    spelt: dict[str, str] = {}
    for name in ids:
        spelt.setdefault(name.casefold(), name)
    return replace(words, documents=spelt)


def _dated(facts: FactsReading) -> Mapping[str, tuple[Observation, ...]]:
    """Group the observations by field; a blank year is the year in which the period ends."""
    ends = {
        s.observation.value.year
        for s in facts.statements
        if s.observation.field == PERIOD_END and isinstance(s.observation.value, date)
    }
    year = ends.pop() if len(ends) == 1 else None
    grouped: dict[str, list[Observation]] = {}
    for statement in facts.statements:
        observation = statement.observation
        if statement.year_blank:
            observation = replace(observation, year=year)
        grouped.setdefault(observation.field, []).append(observation)
    return {field: tuple(said) for field, said in grouped.items()}


def _blank_cells(
    facts: Mapping[str, tuple[Observation, ...]], blank: Mapping[str, Cell]
) -> dict[str, Cell]:
    """Give the cell to fill for each field that has no value, blank or not."""
    cells = {f: said[0].cell for f, said in facts.items() if all(o.value is None for o in said)}
    answered = {f for f, said in facts.items() if any(o.value is not None for o in said)}
    return {f: c for f, c in {**blank, **cells}.items() if f not in answered}
