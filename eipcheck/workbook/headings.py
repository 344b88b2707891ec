"""Finds the rows of headings, and which column holds which field."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import Field
from eipcheck.model.mapping import LEVELS, MappedSheet
from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import How, SeenColumn
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import closest, fold, one_line, split_bracket
from eipcheck.workbook.heading_names import NOT_FOUND, Found, by_name
from eipcheck.workbook.layers import Layers
from eipcheck.workbook.layout import HEADER_SEARCH_ROWS, TITLES, UNIT_LINES, UNNUMBERED
from eipcheck.workbook.qualifying import qualifies, says_other
from eipcheck.workbook.vocabulary import Vocabulary

_ONE = Decimal(1)
_YEAR = re.compile(r"(?:gia tri|so lieu|thuc hien|nam|value|figure|year|actual| )*([12][0-9]{3})")


class Heading(Struct, frozen=True):
    """A field's column: where it is and what its heading says.

    ``usable`` is false where the heading says that the cells mean something else. ``unit`` is the
    unit that the heading names, and ``factor`` what turns its figures into the field's unit.
    ``year`` is the year that stands as the heading of a column of values.
    """

    column: int
    text: str
    usable: bool = True
    how: How = How.LABEL
    unit: str = ""
    factor: Decimal = _ONE
    year: int | None = None


class Header(Struct, frozen=True):
    """The headings of a sheet; ``row`` is the last row of them, ``first`` the first.

    ``unknown`` are headings that stand for no field, with their columns; ``nameless`` says that a
    column below holds something under no heading, or under one that is not text. ``left`` tells
    the columns that are not read, and ``words`` holds all headings, folded, whole and by their
    last level, and those of groups. ``years`` are the columns of values headed by a year.
    ``foreign`` are those of the unknown that only the forms of other criteria sets have.
    """

    row: int
    first: int
    columns: Mapping[str, Heading]
    unknown: Mapping[str, int]
    problems: tuple[Problem, ...]
    left: tuple[SeenColumn, ...]
    words: frozenset[str]
    nameless: bool = False
    years: Mapping[int, Heading] = {}
    foreign: Mapping[str, int] = {}

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of headings, 1-based."""
        return tuple(range(self.first, self.row + 1))


class HeadingIndex:
    """Knows the headings of the columns of one sheet."""

    def __init__(
        self,
        fields: Sequence[Field],
        vocabulary: Vocabulary,
        mapped: MappedSheet | None = None,
        *,
        years: bool = False,
        is_foreign: Callable[[str], bool] | None = None,
    ) -> None:
        """Index ids, labels, aliases, and what a mapping adds; what two share stands for none.

        ``years`` says that a year may head a column of values. ``is_foreign`` is asked whether an
        unknown heading is one of another criteria set: nothing is said of such a one.
        """
        self._years = years
        self._is_foreign = is_foreign
        self.fields = {f.id: f for f in fields}
        self._words = vocabulary
        self._names = dict(by_name(tuple(fields)))
        self._map(mapped)

    def _map(self, mapped: MappedSheet | None) -> None:
        """Let a mapping win over what the form calls its columns."""
        self._units: dict[str, str] = {}
        self._levels: set[str] = set()
        if mapped is None:
            return
        headings = (*mapped.ignored, *(h for c in mapped.columns for h in c.headings))
        self._levels = {fold(level) for h in headings for level in h.split(LEVELS)} - {""}
        for heading in mapped.ignored:
            self._names[fold(heading)] = Found("", How.IGNORED)
        for column in mapped.columns:
            if column.field in self.fields:
                self._units[column.field] = column.unit or ""
                for heading in column.headings:
                    self._names[fold(heading)] = Found(column.field, How.MAPPING)

    def find(self, text: str) -> Found:
        """Say what a heading stands for; its bracket may name a unit."""
        found = self._names.get(fold(text), NOT_FOUND)
        base, bracket = split_bracket(text)
        if not bracket or (found.how is not How.LEFT and fold(bracket)):
            return found
        known = self._names.get(fold(base), NOT_FOUND)
        return Found(known.field, known.how, bracket)

    def named(self, cells: Iterable[object]) -> Iterator[tuple[int, str]]:
        """Give the columns of a line, 1-based, whose words name a field, and which."""
        for column, cell in enumerate(cells, start=1):
            field = self.find(one_line(cell)).field if isinstance(cell, str) else ""
            if field:
                yield column, field

    def locate(self, grid: Grid, sheet: str) -> Header | None:
        """Find the rows of headings: those with most known headings near the top.

        None where no row has at least two of them.
        """
        best, best_row = 1, 0
        for number, cells in enumerate(grid.rows[:HEADER_SEARCH_ROWS], start=1):
            texts = [one_line(c) for c in cells if isinstance(c, str)]
            known = {self._knows(t) for t in texts} - {""}
            if len(known) > best:
                best, best_row = len(known), number
        if not best_row:
            return None
        layers = Layers(grid, best_row)
        header = self._header(layers, sheet, _unit_of_all(grid, layers.first))
        nameless = _has_nameless(grid.rows, header.row, layers.named)
        return replace(header, nameless=nameless)

    def _knows(self, text: str) -> str:
        """Give what a text names: a field, else a heading or a level of one in a mapping."""
        found = self.find(text)
        known = found.how is How.IGNORED or fold(text) in self._levels
        return found.field or (fold(text) if known else "")

    def _header(self, layers: Layers, sheet: str, unit: str) -> Header:
        columns: dict[str, Heading] = {}
        unknown: dict[str, int] = {}
        years: dict[int, Heading] = {}
        left: list[SeenColumn] = []
        problems: list[Problem] = []
        row = layers.last
        stray = self._stray(layers)
        for column, levels in layers.headings:
            groups = (*levels[:-1], stray.get(column, ""))
            year = _year(levels[-1], groups) if self._years else None
            found, whole = self._found(levels)
            text = levels[-1] if found.how is not How.MAPPING else LEVELS.join(levels)
            place = Cell(sheet, row, column)
            if year is not None and year not in years:
                years[year] = Heading(column, text, unit=self._unit(levels, unit), year=year)
            elif year is not None:
                problems.append(_double(text, place, years[year].column))
                years[year] = replace(years[year], usable=False)
            elif not found.field:
                unknown[LEVELS.join(levels)] = column
                how = _left(found, levels[-1])
                left.append(SeenColumn(column=column, heading=LEVELS.join(levels), how=how))
            elif found.field in columns:
                first = columns[found.field]
                columns[found.field] = replace(first, text=text, usable=False)
                problems.append(_double(text, place, first.column))
            else:
                if whole:
                    groups = groups[-1:]
                heading, wrong = self._heading(found, groups, text, place, unit)
                columns[found.field] = heading
                problems.extend(wrong)
        known = {c.column for c in left if c.how is How.IGNORED}
        others = {text: column for text, column in unknown.items() if column not in known}
        foreign = self._foreign(others)
        strange = {text: column for text, column in others.items() if text not in foreign}
        suggested = self._suggested(strange, columns)
        problems.extend(self._unknown(strange, suggested, row, sheet))
        left = [_seen(c, suggested, foreign) for c in left]
        words = frozenset(w for _, levels in layers.headings for w in _words(levels))
        told = tuple(problems)
        return Header(
            *(row, layers.first, columns, others, told, tuple(left), words),
            years=years,
            foreign=foreign,
        )

    def _foreign(self, unknown: Mapping[str, int]) -> dict[str, int]:
        """Give the unknown headings that only other criteria sets have."""
        is_foreign = self._is_foreign
        if is_foreign is None:
            return {}
        return {t: c for t, c in unknown.items() if not _is_number(t) and is_foreign(t)}

    def _found(self, levels: Sequence[str]) -> tuple[Found, bool]:
        """Look for the whole heading, then for its last level; say whether the whole is known.

        What a mapping ignores, it ignores with all that stands below.
        """
        *groups, last = levels
        whole = self.find(LEVELS.join(levels)) if groups else NOT_FOUND
        if whole.how is not How.LEFT:
            return whole, True
        ignored = (f for f in map(self.find, groups) if f.how is How.IGNORED)
        return next(ignored, None) or self.find(last), False

    def _heading(
        self, found: Found, groups: Sequence[str], text: str, place: Cell, unit_of_all: str
    ) -> tuple[Heading, tuple[Problem, ...]]:
        """Check what else the heading says: a unit, or a group that changes the meaning.

        A heading without a unit takes that of the whole list where it is of its kind.
        """
        heading = Heading(place.column, text, how=found.how)
        changed = next(filter(qualifies, (*groups, found.bracket)), None)
        if changed:
            other = (("heading", text), ("group", changed))
            return replace(heading, usable=False), (Problem("W222", place, other),)
        expected = self.fields[found.field].unit
        unit = found.bracket or self._units.get(found.field, "")
        if expected is None:
            return replace(heading, unit=self._unit((text,), unit_of_all)), ()
        if not unit and not split_bracket(text)[1] and self._words.factor(unit_of_all, expected):
            unit = unit_of_all
        if not unit:
            return heading, ()
        factor = self._words.factor(unit, expected)
        label = self._words.unit_labels[expected]
        facts = {"heading": text, "unit": unit, "expected": label}
        if factor is None:
            wrong = Problem("W210", place, tuple(facts.items()))
            return replace(heading, usable=False), (wrong,)
        heading = replace(heading, unit=unit, factor=factor)
        if factor == 1:
            return heading, ()
        facts["factor"] = f"{factor.normalize():f}"
        told = Problem("W223", place, tuple(facts.items()), Severity.WARNING)
        return heading, (told,)

    def _unit(self, levels: Sequence[str], unit_of_all: str) -> str:
        """Give the unit that a heading of figures of many fields names, else that of the list."""
        brackets = (split_bracket(level)[1] for level in reversed(levels))
        return next(filter(None, brackets), unit_of_all)

    @staticmethod
    def _stray(layers: Layers) -> dict[int, str]:
        """Give for columns the words beside their headings, not merged over them, that qualify.

        They stand right above, and reach to the next words; or below, in a row of nothing else.
        A title that begins over the first column speaks of the list: it qualifies all columns.
        """
        columns = [column for column, _ in layers.headings]
        found: dict[int, str] = {}
        for row in layers.beside():
            for start, words in row.items():
                title = start <= columns[0]
                if says_other(words) and (not title or _is_title(words)):
                    end = next((c for c in row if c > start and not title), columns[-1] + 1)
                    found |= {c: words for c in columns if start <= c < end}
        return found

    def _suggested(
        self, unknown: Mapping[str, int], columns: Mapping[str, Heading]
    ) -> dict[str, str]:
        """Give for unknown headings the field whose column is missing and that looks like it."""
        language = self._words.language
        missing = {f.label.in_(language): f.id for f in self.fields.values() if f.id not in columns}
        near = {t: closest(split_bracket(t)[0], missing) for t in unknown if not _is_number(t)}
        return {text: missing[label] for text, label in near.items() if label}

    def _unknown(
        self, unknown: Mapping[str, int], suggested: Mapping[str, str], row: int, sheet: str
    ) -> list[Problem]:
        """Warn of headings that stand for no field."""
        problems = []
        for text, near in suggested.items():
            label = self.fields[near].label.in_(self._words.language)
            facts = (("heading", text), ("suggestion", label))
            place = Cell(sheet, row, unknown[text])
            problems.append(Problem("W206", place, facts, Severity.WARNING))
        others = [t for t in unknown if t not in suggested and not _is_number(t)]
        if others:
            facts_of_all = (("headings", "; ".join(others)), ("sheet", sheet))
            problems.append(Problem("W207", SheetPlace(sheet), facts_of_all, Severity.WARNING))
        return problems

    def guess(self, layers: Layers) -> tuple[SeenColumn, ...]:
        """Give the columns of a sheet that is not read, with the fields that they resemble."""
        columns = {LEVELS.join(levels): column for column, levels in layers.headings}
        known = {text: self.find(text).field for text in columns}
        near = self._suggested({t: c for t, c in columns.items() if not known[t]}, {})
        return tuple(
            SeenColumn(
                column=column,
                heading=text,
                how=_left(NOT_FOUND, text),
                suggestion=known[text] or near.get(text),
            )
            for text, column in columns.items()
        )


def _is_title(words: str) -> bool:
    """Say whether words over the first column are the title of a list, and no remark."""
    return words.isupper() or fold(words).startswith(TITLES)


def _double(heading: str, place: Cell, first: int) -> Problem:
    """Tell a heading that stands twice; nobody knows which of its columns is right."""
    other = Cell(place.sheet, place.row, first)
    facts = (("heading", heading), ("first", other.address))
    return Problem("W209", place, facts, other_places=(other,))


def _unit_of_all(grid: Grid, first: int) -> str:
    """Give the unit that a line above the headings says of the list: "ĐVT: m2"."""
    for cells in reversed(grid.rows[: first - 1]):
        for cell in cells:
            head, colon, unit = cell.partition(":") if isinstance(cell, str) else ("", "", "")
            if colon and fold(head) in UNIT_LINES:
                return one_line(unit).strip(" .()")
    return ""


def _is_number(heading: str) -> bool:
    """Say whether a heading is that of running numbers."""
    return fold(heading) in UNNUMBERED


def _year(heading: str, groups: Sequence[str]) -> int | None:
    """Give the year that heads a column of values, unless its group says that they are others."""
    match = _YEAR.fullmatch(fold(heading))
    return int(match[1]) if match and not any(map(says_other, groups)) else None


def _words(levels: Sequence[str]) -> Iterator[str]:
    """Give a heading folded: whole, by its last level, by its groups; without its unit."""
    for text in (levels[-1], *(LEVELS.join(levels[:n]) for n in range(1, len(levels) + 1))):
        yield from (fold(text), fold(split_bracket(text)[0]))


def _seen(column: SeenColumn, suggested: Mapping[str, str], foreign: Container[str]) -> SeenColumn:
    if column.heading in foreign:
        return replace(column, how=How.IGNORED)
    return replace(column, suggestion=suggested.get(column.heading))


def _left(found: Found, heading: str) -> How:
    return How.IGNORED if found.how is How.IGNORED or _is_number(heading) else How.LEFT


def _has_nameless(rows: Sequence[tuple[object, ...]], header: int, named: frozenset[int]) -> bool:
    """Say whether a column has cells below the headings but no words above them."""
    return any(
        cell is not None and cell != "" and column not in named
        for cells in rows[header:]
        for column, cell in enumerate(cells, start=1)
    )
