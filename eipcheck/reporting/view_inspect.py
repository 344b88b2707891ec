"""What ``inspect`` says of a workbook: how it was recognised, and what was left.

As in ``view_types``, every field is a finished text, except keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from eipcheck.model.dictionary import DataDictionary, Layout
from eipcheck.model.place import column_letters
from eipcheck.model.recognition import How, SeenColumn, SeenSheet, left_of
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import Language
from eipcheck.reporting.numbers import number
from eipcheck.reporting.view_back import problem_view
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_types import ProblemView
from eipcheck.reporting.view_words import Speaker, clean

_READ = "■"
_ICONS = {How.LEFT: "?", How.IGNORED: "–", How.OWN: "–"}
_PLACES = 12
"""Decimals of a factor: m2 to km2 needs six, and none may be lost."""


class SeenColumnView(Struct, frozen=True, kw_only=True):
    """A column: its heading, what it was taken for and how, and what is to be known of it."""

    letter: str
    heading: str
    mark: Mark
    field: str
    notes: tuple[str, ...]


class SeenSheetView(Struct, frozen=True, kw_only=True):
    """A sheet: what it was taken for and how; ``missing`` names the fields without a column."""

    name: str
    mark: Mark
    holds: str
    notes: tuple[str, ...]
    columns: tuple[SeenColumnView, ...]
    missing: str


class InspectView(Struct, frozen=True, kw_only=True):
    """All that ``inspect`` says; ``draft`` tells how to map what was left, empty if nothing was."""

    language: Language
    file: str
    sha256: str
    summary: tuple[str, ...]
    sheets: tuple[SeenSheetView, ...]
    problems: tuple[ProblemView, ...]
    draft: str


def view_inspect(record: ParkRecord, dictionary: DataDictionary, language: Language) -> InspectView:
    """Say how a workbook was recognised, sheet by sheet in its own order, and its problems."""
    speaker = Speaker(language, dictionary)
    names = {f.id: speaker.text(f.label) for s in dictionary.sheets for f in s.fields}
    file = clean(record.file)
    return InspectView(
        language=language,
        file=file,
        sha256=record.sha256,
        summary=tuple(_summary(record, speaker)),
        sheets=tuple(_sheet(seen, speaker) for seen in record.seen),
        problems=tuple(problem_view(p, names, speaker) for p in record.problems),
        draft=speaker.say("inspect.draft", file=file) if left_of(record.seen, dictionary) else "",
    )


def _summary(record: ParkRecord, speaker: Speaker) -> Iterator[str]:
    sheets = record.seen
    read = sum(s.how is not How.LEFT for s in sheets)
    yield speaker.say("inspect.sheets", read=read, n=len(sheets))
    columns = [c.how for s in sheets for c in s.columns]
    left, ignored = (columns.count(how) for how in (How.LEFT, How.IGNORED))
    read = len(columns) - left - ignored
    known = {"read": read, "left": left, "ignored": ignored}
    yield speaker.say("inspect.columns", n=len(columns), **known)
    yield speaker.say("inspect.problems", n=len(record.problems))
    if all(s.sheet is None for s in sheets):
        yield speaker.say("inspect.no_park")


def _sheet(seen: SeenSheet, speaker: Speaker) -> SeenSheetView:
    return SeenSheetView(
        name=clean(seen.name),
        mark=_mark(seen.how, seen.mapping, speaker),
        holds=_named(seen.sheet, speaker),
        notes=tuple(_sheet_notes(seen, speaker)),
        columns=tuple(_column(column, seen.mapping, speaker) for column in seen.columns),
        missing=_missing(seen, speaker),
    )


def _sheet_notes(seen: SeenSheet, speaker: Speaker) -> Iterator[str]:
    if seen.suggestion is not None:
        yield speaker.say("inspect.near", name=_named(seen.suggestion, speaker))
    if seen.hidden:
        yield speaker.say("inspect.hidden")
    if seen.heading_rows:
        rows = "–".join(
            str(row) for row in dict.fromkeys((seen.heading_rows[0], seen.heading_rows[-1]))
        )
        yield speaker.say("inspect.heading_row", rows=rows)
    elif seen.sheet is not None:
        yield speaker.say("inspect.no_heading_row")
    if seen.sheet is not None:
        yield speaker.say("inspect.rows", n=seen.rows)


def _column(seen: SeenColumn, mapping: str | None, speaker: Speaker) -> SeenColumnView:
    return SeenColumnView(
        letter=column_letters(seen.column),
        heading=clean(seen.heading),
        mark=_mark(seen.how, mapping, speaker),
        field=_named(seen.field, speaker),
        notes=tuple(_column_notes(seen, speaker)),
    )


def _column_notes(seen: SeenColumn, speaker: Speaker) -> Iterator[str]:
    if seen.suggestion is not None:
        yield speaker.say("inspect.near", name=_named(seen.suggestion, speaker))
    unit = clean(seen.unit)
    if unit and seen.factor != 1:
        factor = number(seen.factor, speaker.language, places=_PLACES)
        yield speaker.say(
            "inspect.converted", unit=unit, factor=factor, target=_unit(seen, speaker)
        )
    elif unit:
        yield speaker.say("inspect.unit", unit=unit)
    if seen.convention:
        yield speaker.say(f"inspect.convention.{seen.convention}")


def _unit(seen: SeenColumn, speaker: Speaker) -> str:
    """Give the unit of the field, into which figures are turned."""
    known = seen.field is not None and speaker.dictionary.has_field(seen.field)
    field = speaker.dictionary.field(seen.field) if known and seen.field else None
    return speaker.unit(field.unit) if field and field.unit else ""


def _missing(seen: SeenSheet, speaker: Speaker) -> str:
    """Name the fields of a list for which it has no column."""
    if seen.sheet is None or not speaker.dictionary.has_sheet(seen.sheet):
        return ""
    sheet = speaker.dictionary.sheet(seen.sheet)
    found = {column.field for column in seen.columns}
    names = [speaker.text(f.label) for f in sheet.fields if f.id not in found]
    if sheet.layout is not Layout.LIST or not names:
        return ""
    return speaker.say("inspect.missing", n=len(names), names="; ".join(names))


def _mark(how: How, mapping: str | None, speaker: Speaker) -> Mark:
    word = speaker.say(f"inspect.how.{how.value}", mapping=clean(mapping or ""))
    return Mark(how.value, _ICONS.get(how, _READ), word)


def _named(identifier: str | None, speaker: Speaker) -> str:
    """Give a field or sheet with its id, which a mapping needs; empty for none."""
    if identifier is None:
        return ""
    label = speaker.label(identifier)
    known = speaker.dictionary.has_field(identifier) or speaker.dictionary.has_sheet(identifier)
    return f"{label} ({identifier})" if known else label
