"""Finds which sheet of the workbook is which sheet of the form, and what language it speaks."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.dictionary import DataDictionary, Layout, Sheet
from eipcheck.model.mapping import MappedSheet
from eipcheck.model.mapping import Mapping as SheetMapping
from eipcheck.model.place import FilePlace, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.recognition import How
from eipcheck.model.text import Language
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import clean, closest, fold
from eipcheck.workbook.foreign import Foreign
from eipcheck.workbook.headings import HeadingIndex
from eipcheck.workbook.layout import (
    CHOICES_TITLE,
    FEWEST_HEADINGS,
    FINDINGS_TITLE,
    GUIDE_TITLE,
    VERSION_LABEL,
)
from eipcheck.workbook.qualifying import says_other
from eipcheck.workbook.signatures import is_full
from eipcheck.workbook.vocabulary import Vocabulary, make_vocabulary

_VERSION_ROWS = 30


class FoundSheet(Struct, frozen=True):
    """A sheet of the workbook that is a sheet of the form, and by what that is known.

    ``mapping`` is the id of the mapping by which it is known, and ``mapped`` what that says.
    ``perhaps`` are mappings that may speak of a sheet known by its name, which its headings tell.
    What is known ``by_headings`` alone may be of another year or a part: it closes no list.
    """

    name: str
    how: How
    mapping: str | None = None
    mapped: MappedSheet | None = None
    perhaps: tuple[tuple[str, MappedSheet], ...] = ()
    by_headings: bool = False

    def mapped_by(self, sheet: Sheet, words: Vocabulary, grid: Grid) -> FoundSheet:
        """Take the first mapping that its headings tell."""
        for mapping, mapped in () if self.mapped else self.perhaps:
            if is_mapped(sheet, mapped, words, grid, self.name):
                return replace(self, mapping=mapping, mapped=mapped)
        return self


class FoundSheets(Struct, frozen=True):
    """The form's sheets here by sheet id; ``own`` sheets hold no answers, ``left`` are unknown.

    ``suggested`` gives for sheets that are left the sheet of the form that they look like.
    ``foreign`` are known as sheets that only other criteria sets have.
    """

    sheets: Mapping[str, FoundSheet]
    guide: str | None
    own: tuple[str, ...]
    left: tuple[str, ...]
    foreign: tuple[str, ...]
    suggested: Mapping[str, str]
    language: Language
    problems: tuple[Problem, ...]

    @property
    def names(self) -> dict[str, str]:
        """The names of the sheets by sheet id."""
        return {sheet: found.name for sheet, found in self.sheets.items()}


def find_sheets(
    sheets: Mapping[str, bool],
    dictionary: DataDictionary,
    place: FilePlace,
    mappings: Iterable[SheetMapping],
    grid: Callable[[str], Grid],
    foreign: Foreign,
    asked: Container[str],
) -> FoundSheets:
    """Match sheets by id, label or alias, then by mappings, then by their headings.

    Args:
        sheets: the names of the sheets of the workbook, and whether nobody sees them on opening it.
        dictionary: the sheets of the form.
        place: the file, for what is missing.
        mappings: those of foreign sheets, the first one first.
        grid: reads a sheet; asked only for sheets that no name tells.
        foreign: knows what other criteria sets ask.
        asked: the ids of the sheets that are missed where they are not there.
    """
    finder = _Finder(sheets, dictionary, foreign)
    finder.by_mappings(mappings, grid)
    finder.of_other_sets()
    finder.by_headings(grid)
    finder.look_alike(grid)
    return finder.result(place, asked)


class _Finder:
    """Finds sheets, the surest way first; collects what is double or read by headings only."""

    def __init__(
        self, sheets: Mapping[str, bool], dictionary: DataDictionary, foreign: Foreign
    ) -> None:
        names = tuple(sheets)
        self._hidden = {name for name, hidden in sheets.items() if hidden}
        self._foreign = foreign
        self._alike: dict[str, str] = {}
        self._dictionary = dictionary
        self._names = names
        self._guide = {fold(GUIDE_TITLE.vi), fold(GUIDE_TITLE.en)}
        titles = (GUIDE_TITLE, CHOICES_TITLE, FINDINGS_TITLE)
        own = {fold(t) for title in titles for t in (title.vi, title.en)}
        # a second sheet of findings has a number behind its title
        is_own = {n: fold(n).rstrip(" 0123456789") in own for n in names}
        index = {fold(n): s for s in reversed(dictionary.sheets) for n in _names(s)}
        self._found: dict[str, FoundSheet] = {}
        self._doubled: set[str] = set()
        self._problems: list[Problem] = []
        self._own = tuple(n for n in names if is_own[n])
        self._left = [n for n in names if not is_own[n] and fold(n) not in index]
        for name in names:
            sheet = index.get(fold(name))
            if sheet is not None:
                self._add(sheet, name)
        self._language = _language(self._found, dictionary)
        self._words = make_vocabulary(dictionary, self._language)
        self._set_aside: dict[str, Sheet] = {}

    def _add(self, sheet: Sheet, name: str) -> None:
        first = self._found.get(sheet.id)
        if first is None:
            self._found[sheet.id] = FoundSheet(name, _how(sheet, name))
            return
        facts = (("sheet", name), ("first", first.name))
        other = (SheetPlace(first.name),)
        self._problems.append(Problem("W204", SheetPlace(name), facts, other_places=other))
        self._doubled.add(sheet.id)

    def _missing_lists(self) -> list[Sheet]:
        lists = (s for s in self._dictionary.sheets if s.layout is Layout.LIST)
        return [s for s in lists if s.id not in self._found]

    def by_mappings(self, mappings: Iterable[SheetMapping], grid: Callable[[str], Grid]) -> None:
        """Let mappings tell what missing lists are called, or by which headings they are known."""
        for mapping in mappings:
            missing = {s.id: s for s in self._missing_lists()}
            for mapped in mapping.sheets:
                names = {fold(n) for n in mapped.names}
                sheet = missing.get(mapped.sheet)
                if sheet is None:
                    self._perhaps(mapping.id, mapped, names)
                    continue
                called = [n for n in self._left if fold(n) in names]
                like = [n for n in self._left if is_mapped(sheet, mapped, self._words, grid(n), n)]
                found = FoundSheet("", How.MAPPING, mapping.id, mapped, by_headings=not called)
                self._take(sheet, called or like, found)

    def _perhaps(self, mapping: str, mapped: MappedSheet, names: Container[str]) -> None:
        """Let a mapping speak of a sheet that its own name tells already."""
        found = self._found.get(mapped.sheet)
        if found is None or found.mapped is not None:
            return
        if fold(found.name) in names:
            self._found[mapped.sheet] = replace(found, mapping=mapping, mapped=mapped)
        elif mapped.recognised_by:
            perhaps = (*found.perhaps, (mapping, mapped))
            self._found[mapped.sheet] = replace(found, perhaps=perhaps)

    def of_other_sets(self) -> None:
        """Set sheets aside that have the name of a sheet which only other criteria sets have."""
        named = {name: self._foreign.sheet(name) for name in self._left}
        self._set_aside = {name: sheet for name, sheet in named.items() if sheet is not None}
        self._left = [name for name in self._left if name not in self._set_aside]

    def by_headings(self, grid: Callable[[str], Grid]) -> None:
        """Take sheets that hold the headings of one missing list, and of no other so many."""
        missing = self._missing_lists()
        indexes = {s.id: HeadingIndex(s.fields, self._words) for s in missing}
        like: dict[str, list[str]] = {}
        for name in self._left if missing else ():
            if name in self._hidden or says_other(name):
                continue  # an old version, or a plan
            cells = grid(name)
            headers = {s: index.locate(cells, name) for s, index in indexes.items()}
            known = {s: len(h.columns) for s, h in headers.items() if h is not None}
            most = max(known.values(), default=0)
            best = [s for s, n in known.items() if n == most]
            if most >= FEWEST_HEADINGS and len(best) == 1:
                like.setdefault(best[0], []).append(name)
        for sheet in missing:
            self._take(
                sheet, like.get(sheet.id, []), FoundSheet("", How.HEADINGS, by_headings=True)
            )

    def look_alike(self, grid: Callable[[str], Grid]) -> None:
        """Tell sheets that are left though they hold rows under the headings of a list.

        One of another criteria set is what its name says if it has more headings of that.
        """
        names = (*self._left, *self._set_aside)
        lists = [s for s in self._dictionary.sheets if s.layout is Layout.LIST and names]
        indexes = {s.id: HeadingIndex(s.fields, self._words) for s in lists if s.id in self._found}
        for name in names:
            cells = grid(name)
            own = self._own_headings(name, cells)
            for sheet, index in indexes.items():
                header = index.locate(cells, name)
                if header is None or len(header.columns) < max(FEWEST_HEADINGS, own + 1):
                    continue
                if any(is_full(cells, n) for n in range(header.row + 1, len(cells.rows) + 1)):
                    self._alike.setdefault(name, self._found[sheet].name)

    def _own_headings(self, name: str, cells: Grid) -> int:
        """Say how many of its headings stand on a sheet of another set."""
        sheet = self._set_aside.get(name)
        header = self._foreign.header(sheet, cells, name) if sheet else None
        return len(header.columns) if header else 0

    def _take(self, sheet: Sheet, names: Sequence[str], found: FoundSheet) -> None:
        """Take the only sheet that may be the list; of several none holds."""
        label = sheet.label.in_(self._language)
        if len(names) > 1:
            facts = (("list", label), ("sheets", "; ".join(names)))
            first, *others = (SheetPlace(n) for n in names)
            self._problems.append(Problem("W242", first, facts, other_places=tuple(others)))
        for name in names if len(names) == 1 else ():
            self._left.remove(name)
            self._found[sheet.id] = replace(found, name=name)
            told = {"sheet": name, "list": label}
            if found.mapping:
                told["mapping"] = found.mapping
            code = "W240" if found.mapping else "W241"
            place = SheetPlace(name)
            problem = Problem(code, place, tuple(told.items()), Severity.WARNING)
            self._problems.append(problem)

    def result(self, place: FilePlace, asked: Container[str]) -> FoundSheets:
        """Tell what was found, and what is missing of what is ``asked``, or nearly right."""
        sheets = (s for s in self._dictionary.sheets if s.id not in self._found)
        missing = [s for s in sheets if s.id in asked]
        # Nobody can tell which of two sheets holds, nor that the other adds nothing.
        found = {s: f for s, f in self._found.items() if s not in self._doubled}
        if found:
            self._problems.extend(_missing(missing, self._left, self._language, place))
        unread = (*self._left, *(n for n in self._set_aside if n in self._alike))
        self._problems.extend(_resembling(unread, found, self._alike))
        labels = {s.label.in_(self._language): s.id for s in self._dictionary.sheets}
        near = {name: closest(name, labels) for name in self._left}
        return FoundSheets(
            sheets=found,
            guide=next((n for n in self._names if fold(n) in self._guide), None),
            own=self._own,
            left=tuple(self._left),
            foreign=tuple(self._set_aside),
            suggested={name: labels[label] for name, label in near.items() if label},
            language=self._language,
            problems=tuple(self._problems),
        )


def is_mapped(sheet: Sheet, mapped: MappedSheet, words: Vocabulary, grid: Grid, name: str) -> bool:
    """Say whether all headings stand on a sheet by which a mapping recognises it.

    Instead of a heading of a column, any other heading of that column will do.
    """
    if not mapped.recognised_by:
        return False
    header = HeadingIndex(sheet.fields, words, mapped).locate(grid, name)
    if header is None:
        return False
    columns = [frozenset(map(fold, c.headings)) for c in mapped.columns]
    asked = map(fold, mapped.recognised_by)
    same = (next((c for c in columns if text in c), frozenset({text})) for text in asked)
    return all(header.words & headings for headings in same)


def _names(sheet: Sheet) -> tuple[str, ...]:
    return (sheet.id, sheet.label.vi, sheet.label.en, *sheet.aliases)


def _how(sheet: Sheet, name: str) -> How:
    folded = fold(name)
    if folded in {fold(sheet.label.vi), fold(sheet.label.en)}:
        return How.LABEL
    return How.ID if folded == fold(sheet.id) else How.ALIAS


def _language(found: Mapping[str, FoundSheet], dictionary: DataDictionary) -> Language:
    """Take the language in which most sheets are named; Vietnamese where they say nothing."""
    votes = 0
    for sheet in dictionary.sheets:
        name = fold(found[sheet.id].name) if sheet.id in found else ""
        votes += (name == fold(sheet.label.en)) - (name == fold(sheet.label.vi))
    return "en" if votes > 0 else "vi"


def _missing(
    missing: Sequence[Sheet], foreign: Sequence[str], language: Language, place: FilePlace
) -> list[Problem]:
    problems = []
    absent = []
    for sheet in missing:
        label = sheet.label.in_(language)
        near = closest(label, foreign)
        if near:
            facts = (("sheet", label), ("found", near))
            problems.append(Problem("W202", SheetPlace(near), facts))
        else:
            absent.append(label)
    if absent:
        problems.append(Problem("W201", place, (("sheets", "; ".join(absent)),)))
    return problems


def _resembling(
    foreign: Sequence[str], found: Mapping[str, FoundSheet], alike: Mapping[str, str]
) -> list[Problem]:
    """Warn of sheets that are not read though they look like one that is."""
    problems = []
    names = [f.name for f in found.values()]
    for name in foreign:
        near = alike.get(name) or closest(name, names)
        if near:
            facts = (("sheet", name), ("read", near))
            problems.append(Problem("W203", SheetPlace(name), facts, Severity.WARNING))
    return problems


def template_version(guide: Grid) -> str | None:
    """Give the version of the form from its guide sheet, None where it does not say."""
    labels = {fold(VERSION_LABEL.vi), fold(VERSION_LABEL.en)}
    for cells in guide.rows[:_VERSION_ROWS]:
        for label, value in pairwise(cells):
            if isinstance(label, str) and fold(label) in labels and value is not None:
                return clean(str(value)) or None
    return None
