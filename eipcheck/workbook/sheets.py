"""Finds which sheet of the workbook is which sheet of the form, and what language it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary, Sheet
from eipcheck.model.place import FilePlace, SheetPlace
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.text import Language
from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import closest, fold
from eipcheck.workbook.layout import CHOICES_TITLE, GUIDE_TITLE, VERSION_LABEL

_VERSION_ROWS = 30


class FoundSheets(Struct, frozen=True):
    """The names of the form's sheets in this workbook, by sheet id."""

    names: Mapping[str, str]
    guide: str | None
    language: Language
    problems: tuple[Problem, ...]


def find_sheets(names: Sequence[str], dictionary: DataDictionary, place: FilePlace) -> FoundSheets:
    """Match sheets by id, label or alias; report what is missing, double or nearly right."""
    guide = {fold(GUIDE_TITLE.vi), fold(GUIDE_TITLE.en)}
    own = guide | {fold(CHOICES_TITLE.vi), fold(CHOICES_TITLE.en)}
    index = {fold(n): s.id for s in reversed(dictionary.sheets) for n in _names(s)}
    found: dict[str, str] = {}
    foreign: list[str] = []
    problems: list[Problem] = []
    doubled: set[str] = set()
    for name in names:
        sheet = index.get(fold(name))
        if sheet is None:
            foreign.extend([] if fold(name) in own else [name])
        elif sheet in found:
            facts = (("sheet", name), ("first", found[sheet]))
            other = (SheetPlace(found[sheet]),)
            problems.append(Problem("W204", SheetPlace(name), facts, other_places=other))
            doubled.add(sheet)
        else:
            found[sheet] = name
    language = _language(found, dictionary)
    missing = [s for s in dictionary.sheets if s.id not in found]
    # Nobody can tell which of two sheets holds, nor that the other adds nothing.
    found = {sheet: name for sheet, name in found.items() if sheet not in doubled}
    problems.extend(_missing(missing, foreign, language, place) if found else [])
    problems.extend(_resembling(foreign, found))
    return FoundSheets(
        found, next((n for n in names if fold(n) in guide), None), language, tuple(problems)
    )


def _names(sheet: Sheet) -> tuple[str, ...]:
    return (sheet.id, sheet.label.vi, sheet.label.en, *sheet.aliases)


def _language(found: Mapping[str, str], dictionary: DataDictionary) -> Language:
    """Take the language in which most sheets are named; Vietnamese where they say nothing."""
    votes = 0
    for sheet in dictionary.sheets:
        name = fold(found.get(sheet.id, ""))
        votes += (name == fold(sheet.label.en)) - (name == fold(sheet.label.vi))
    return "en" if votes > 0 else "vi"


def _missing(
    missing: Sequence[Sheet], foreign: Sequence[str], language: Language, place: FilePlace
) -> list[Problem]:
    problems = []
    for sheet in missing:
        label = sheet.label.in_(language)
        near = closest(label, foreign)
        if near:
            facts = (("sheet", label), ("found", near))
            problems.append(Problem("W202", SheetPlace(near), facts))
        else:
            problems.append(Problem("W201", place, (("sheet", label),)))
    return problems


def _resembling(foreign: Sequence[str], found: Mapping[str, str]) -> list[Problem]:
    """Warn of sheets that are not read though they look like one that is."""
    problems = []
    for name in foreign:
        near = closest(name, found.values())
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
                return str(value).strip() or None
    return None
