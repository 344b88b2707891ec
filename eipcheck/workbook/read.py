"""Reads a park workbook: typed answers with their cells, and everything that must be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import DataDictionary, Layout, Sheet
from eipcheck.model.limits import Limits
from eipcheck.model.mapping import Mapping as SheetMapping
from eipcheck.model.place import Cell, FilePlace, Place, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import How, SeenColumn, SeenSheet
from eipcheck.model.record import Observation, ParkRecord, Table
from eipcheck.model.source import Source
from eipcheck.workbook.admission import examine
from eipcheck.workbook.asked import asked, needed, to_read
from eipcheck.workbook.book import Book
from eipcheck.workbook.developer import Developer
from eipcheck.workbook.encodings import Cells
from eipcheck.workbook.facts import FactsReader, FactsReading
from eipcheck.workbook.foreign import Foreign, Others
from eipcheck.workbook.headings import HeadingIndex
from eipcheck.workbook.layers import Layers, fullest_row
from eipcheck.workbook.layout import (
    EVIDENCE,
    HEADER_SEARCH_ROWS,
    JUDGEMENTS,
    PERIOD_END,
    REGISTER,
    REGISTER_CODE,
    REGISTER_NAME,
    VALUE,
)
from eipcheck.workbook.lists import Asked, ListReader, opened
from eipcheck.workbook.papers import documents_of, judgements_of
from eipcheck.workbook.parties import certain
from eipcheck.workbook.register import Register
from eipcheck.workbook.safety import read_bytes, refuse
from eipcheck.workbook.savings import certain_results
from eipcheck.workbook.sheets import (
    FoundSheet,
    FoundSheets,
    find_sheets,
    template_version,
)
from eipcheck.workbook.states import hidden_answers, results
from eipcheck.workbook.unanswered import Statement, not_asked, unread
from eipcheck.workbook.vocabulary import Vocabulary, make_vocabulary

_CITED = (EVIDENCE, REGISTER)
"""Sheets that others cite, in the order of reading: the register cites evidence."""


class Ways(Struct, frozen=True, kw_only=True):
    """How a person wants workbooks read.

    ``mappings`` describe foreign sheets, the first one first; ``convert_legacy`` asks for text in
    encodings of the time before Unicode to be converted. ``added`` are the ids of fields that not
    every form has; ``others`` gives what other criteria sets ask, once something unknown is met.
    ``missed`` are the ids of the wanted fields and "complete" lines of which it is told that they
    are not there; None: all.
    """

    mappings: tuple[SheetMapping, ...] = ()
    limits: Limits = Limits()
    convert_legacy: bool = False
    added: frozenset[str] = frozenset()
    others: Others = dict
    missed: frozenset[str] | None = None


_USUAL = Ways()


def read_workbook(
    path: Source,
    dictionary: DataDictionary,
    wanted: frozenset[str] | None = None,
    ways: Ways = _USUAL,
) -> ParkRecord:
    """Read a workbook; the file is opened for reading only, whatever its name.

    Args:
        path: the xlsx file, or its address.
        dictionary: what the sheets and their cells mean.
        wanted: ids of the fields and "complete" lines that will be used; other columns of lists
            are not typed, apart from keys, names, enterprises, and the dates and documents that
            belong to wanted ones; nor is anything else missed. None means all.
        ways: how to read it.

    Returns:
        What the workbook says. A cell that cannot be read is None and has its problem; problems
        are in the order of sheets and cells.

    Raises:
        InputError: there is no usable workbook.
    """
    record = _read(path, dictionary, wanted, ways, also_left=False)
    if all(seen.sheet is None for seen in record.seen):
        names = "; ".join(seen.name for seen in record.seen)
        raise refuse("W115", FilePlace(str(path)), sheets=names)
    return record


def look_at_workbook(path: Source, dictionary: DataDictionary, ways: Ways = _USUAL) -> ParkRecord:
    """Read whatever a workbook holds, also if it is none of a park; see ``read_workbook``.

    The headings of sheets that are left are told as well.

    Raises:
        InputError: it cannot be read at all.
    """
    return _read(path, dictionary, None, ways, also_left=True)


def _read(
    path: Source,
    dictionary: DataDictionary,
    wanted: frozenset[str] | None,
    ways: Ways,
    *,
    also_left: bool,
) -> ParkRecord:
    data = read_bytes(path, ways.limits)
    place = FilePlace(str(path))
    book = Book(data, examine(data, place, ways.limits), place)
    cells = Cells(book, convert_legacy=ways.convert_legacy)
    foreign = Foreign(dictionary, ways.others)
    missed = wanted if wanted is None or ways.missed is None else ways.missed
    found = find_sheets(
        {name: name in book.hidden for name in book.names},
        dictionary,
        place,
        ways.mappings,
        cache(cells.grid),
        foreign,
        {sheet.id for sheet in asked(dictionary, missed).sheets},
    )
    reader = _WorkbookReader(book, cells, dictionary, found, foreign)
    reader.read(_Wishes(wanted, missed, ways.added))
    if also_left:
        reader.look_at_left()
    return reader.record(path.name, sha256(data).hexdigest(), place)


class _Wishes(Struct, frozen=True):
    """The fields to type, what is missed where it is not there, and what not every form has."""

    wanted: frozenset[str] | None
    missed: frozenset[str] | None
    added: frozenset[str]

    def of_list(self, spec: Sheet, is_foreign: Callable[[str], bool]) -> Asked:
        """Give what is asked of a list."""
        missed = self.missed
        if missed is not None:
            missed |= {field.id for field in needed(spec, missed)}
        return Asked(to_read(spec, self.wanted), missed, self.added, is_foreign)


class _WorkbookReader:
    """Reads the sheets in the order in which they need each other."""

    def __init__(
        self,
        book: Book,
        cells: Cells,
        dictionary: DataDictionary,
        found: FoundSheets,
        foreign: Foreign,
    ) -> None:
        self._book = book
        self._foreign = foreign
        self._cells = cells
        self._dictionary = dictionary
        self._found = found
        words = make_vocabulary(dictionary, found.language)
        self._words = replace(words, epoch_1904=book.epoch_1904)
        self._facts = FactsReading()
        self._tables: dict[str, Table] = {}
        self._seen: dict[str, SeenSheet] = {}
        self._problems = list(found.problems)

    def read(self, wishes: _Wishes) -> None:
        lists = [s for s in self._dictionary.sheets if s.layout is Layout.LIST]
        cited = {s: place for place, s in enumerate(_CITED)}
        for spec in sorted(lists, key=lambda s: cited.get(s.id, len(cited))):
            if spec.id in self._found.sheets:
                self._read_list(spec, self._found.sheets[spec.id], wishes)
        facts = [s for s in self._dictionary.sheets if s.layout is Layout.FACTS]
        self._read_facts(facts)
        self._facts.statements.extend(self._never_asked(facts, wishes.added))
        for name in self._found.foreign:
            self._foreign.note_sheet(name, self._cells.grid(name))

    def _read_list(self, spec: Sheet, found: FoundSheet, wishes: _Wishes) -> None:
        name = found.name
        asked_here = wishes.of_list(spec, partial(self._foreign.is_column, spec.id))
        grid = self._cells.grid(name, formats=any(f.unit == "percent" for f in asked_here.fields))
        found = found.mapped_by(spec, self._words, grid)
        reading = ListReader(grid, name, spec, self._words, asked_here, found.mapped).read()
        last = max(reading.heading_rows, default=0)
        self._foreign.note_columns(spec.id, name, grid, reading.foreign, last)
        table = reading.table
        if self._has_look_alike(name) or found.by_headings:
            # Its rows may stand on the sheet beside it, which is not read.
            table = opened(table)
        self._tables[spec.id] = table
        self._problems.extend(reading.problems)
        self._see(spec, found, reading.heading_rows, reading.seen, len(table.rows))
        if spec.id in _CITED:
            self._words = _learn(self._words, reading.table)

    def _has_look_alike(self, name: str) -> bool:
        return any(p.code == "W203" and ("read", name) in p.facts for p in self._found.problems)

    def _read_facts(self, specs: Sequence[Sheet]) -> None:
        fields = {f.id: f for s in specs for f in s.fields}
        reader = FactsReader(fields, self._words, self._foreign.is_line)
        for spec in specs:
            found = self._found.sheets.get(spec.id)
            if found is None:
                self._facts.statements.extend(unread(spec, spec.label.in_(self._words.language)))
                continue
            name = found.name
            grid = self._cells.grid(name, formats=True)
            reading = reader.read(grid, name, spec)
            self._foreign.note_lines(name, reading.foreign)
            self._facts.statements.extend(reading.statements)
            for field, cell in reading.blank_cells.items():
                self._facts.blank_cells.setdefault(field, cell)
            self._problems.extend(reading.problems)
            cells = [s.observation.cell for s in reading.statements]
            self._problems.extend(hidden_answers(grid, name, cells))
            places, value = (
                [(c.row, c.column) for c in cells],
                VALUE.label.in_(self._words.language),
            )
            self._problems.extend(results(grid, name, value, places))
            rows = len({c.row for c in cells})
            self._see(spec, found, reading.heading_rows, reading.seen, rows)

    def _never_asked(self, specs: Iterable[Sheet], added: frozenset[str]) -> Iterator[Statement]:
        """Make fields unknown that not every form has, and that have no line here."""
        known = {s.observation.field for s in self._facts.statements} | set(self._facts.blank_cells)
        for spec in specs:
            if spec.id in self._found.sheets:
                missing = [f for f in spec.fields if f.id in added and f.id not in known]
                yield from not_asked(missing, self._found.sheets[spec.id].name)

    def _see(
        self,
        spec: Sheet,
        found: FoundSheet,
        heading_rows: tuple[int, ...],
        columns: tuple[SeenColumn, ...],
        rows: int,
    ) -> None:
        hidden = found.name in self._book.hidden
        self._seen[found.name] = SeenSheet(
            name=found.name,
            how=found.how,
            sheet=spec.id,
            mapping=found.mapping,
            hidden=hidden,
            heading_rows=heading_rows,
            columns=columns,
            rows=rows,
        )
        if hidden:
            place = SheetPlace(found.name)
            facts = (("sheet", found.name),)
            self._problems.append(Problem("W232", place, facts, Severity.WARNING))

    def look_at_left(self) -> None:
        """Tell the headings of sheets that are not read, and the list that they resemble most."""
        lists = [s for s in self._dictionary.sheets if s.layout is Layout.LIST]
        indexes = {s.id: HeadingIndex(s.fields, self._words) for s in lists}
        for name in self._found.left:
            grid = self._cells.grid(name)
            row = fullest_row(grid, HEADER_SEARCH_ROWS)
            if not row:
                continue
            layers = Layers(grid, row)
            guesses = {sheet: index.guess(layers) for sheet, index in indexes.items()}
            near = {s: sum(c.suggestion is not None for c in g) for s, g in guesses.items()}
            best = max(near, key=lambda sheet: near[sheet])
            self._seen[name] = SeenSheet(
                name=name,
                how=How.LEFT,
                hidden=name in self._book.hidden,
                heading_rows=tuple(range(layers.first, layers.last + 1)),
                columns=guesses[best],
                suggestion=self._found.suggested.get(name) or (best if near[best] else None),
            )

    def _seen_sheets(self) -> Iterator[SeenSheet]:
        """Tell every sheet of the workbook, in its order."""
        for name in self._book.names:
            if name in self._seen:
                yield self._seen[name]
                continue
            hidden = name in self._book.hidden
            how = How.OWN if name in self._found.own else How.LEFT
            if name in self._found.foreign:
                how = How.IGNORED
            near = self._found.suggested.get(name)
            yield SeenSheet(name=name, how=how, hidden=hidden, suggestion=near)

    def record(self, file: str, digest: str, place: FilePlace) -> ParkRecord:
        facts = _dated(self._facts)
        developer = Developer(facts, self._tables.get(REGISTER))
        tables, who = certain(self._tables, developer)
        tables, measured = certain_results(tables)
        guide = self._found.guide
        evidence, judgements = tables.get(EVIDENCE), tables.get(JUDGEMENTS)
        foreign = self._foreign.problems(place)
        problems = (*self._problems, *who, *measured, *self._cells.problems, *foreign)
        return ParkRecord(
            file=file,
            sha256=digest,
            template_version=template_version(self._cells.grid(guide)) if guide else None,
            facts=facts,
            blank_cells=_blank_cells(facts, self._facts.blank_cells),
            tables={s.id: tables[s.id] for s in self._dictionary.sheets if s.id in tables},
            documents=documents_of(evidence) if evidence else {},
            judgements=judgements_of(judgements, developer) if judgements else (),
            problems=tuple(sorted(problems, key=self._order)),
            seen=tuple(self._seen_sheets()),
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
