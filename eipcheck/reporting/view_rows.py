"""The rows behind a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from eipcheck.model.assessment import Because, RowBehind, RowsBehind, Truth
from eipcheck.model.lazy import LazyRows
from eipcheck.model.measure import Measure, MeasureByReading, NoneOf
from eipcheck.reporting.view_parts import Mark, RowsView, RowView, Tally
from eipcheck.reporting.view_words import ROW_ICONS, Speaker, cells_text, clean

REGISTER = "enterprises"
_WHERE = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "unknown"}


def row_key(row: RowBehind) -> str:
    """Say how a row counts: ``yes``, ``no``, ``unknown``, or ``out``."""
    if row.among is Truth.FALSE:
        return "out"
    if row.among is Truth.UNKNOWN:
        return "unknown"
    return _WHERE[row.where]


def rows_view(behind: RowsBehind, speaker: Speaker, *, against: bool, full: bool) -> RowsView:
    """Show the table behind a count; unless ``full``, its rows are not even looked at."""
    caption = speaker.say("rows.caption", sheet=clean(behind.sheet_name), n=len(behind.rows))
    complete = _complete(behind, speaker)
    if not full:
        return RowsView(caption=caption, complete=complete, tallies=(), rows=())
    marks = row_marks(speaker, against=against)
    keys = [row_key(row) for row in behind.rows]
    counts = Counter(keys)
    return RowsView(
        caption=caption,
        complete=complete,
        tallies=tuple(
            Tally(mark, counts[key], f"{speaker.number(counts[key])} {mark.word}")
            for key, mark in marks.items()
            if counts[key]
        ),
        rows=LazyRows(len(keys), lambda: _row_views(behind, keys, marks, speaker)),
        in_register=behind.table == REGISTER,
    )


def row_marks(speaker: Speaker, *, against: bool) -> dict[str, Mark]:
    """Give the marks of rows; ``against`` where a row that qualifies counts against the park."""
    words = {"yes": "row.against", "no": "row.not_against"} if against else {}
    return {
        key: Mark(key, icon, speaker.say(words.get(key, f"row.{key}")))
        for key, icon in ROW_ICONS.items()
    }


def counts_against(measure: Measure, readings: Mapping[str, str]) -> bool:
    """Say whether the rows that qualify count against the park."""
    while isinstance(measure, MeasureByReading):
        measure = dict(measure.options)[readings[measure.reading]]
    return isinstance(measure, NoneOf)


def _complete(behind: RowsBehind, speaker: Speaker) -> str:
    key = "rows.complete" if behind.complete else "rows.open"
    return speaker.say(key, cell=cells_text((behind.complete_cell,)) or behind.sheet_name)


def _row_views(
    behind: RowsBehind, keys: list[str], marks: dict[str, Mark], speaker: Speaker
) -> tuple[RowView, ...]:
    whys: dict[tuple[str, object], str] = {}
    views = []
    for row, key in zip(behind.rows, keys, strict=True):
        why = []
        for because in row.why:
            known = (because.field, because.value)
            if known not in whys:
                whys[known] = _because(because, speaker)
            cell = f" ({because.cell.address})" if because.cell is not None else ""
            why.append(whys[known] + cell)
        views.append(
            RowView(
                marks[key],
                clean(row.name),
                row_code(behind.table, row.code, speaker),
                tuple(why),
                row.cell.address,
                row.evidenced is Truth.TRUE,
            )
        )
    return tuple(views)


def row_code(table: str, code: str, speaker: Speaker) -> str:
    """Give what tells a row from the others, in words where it is one of the form's choices."""
    key = speaker.dictionary.sheet(table).key if speaker.dictionary.has_sheet(table) else None
    return speaker.value(key, code) if key and code else clean(code)


def _because(because: Because, speaker: Speaker) -> str:
    shown = speaker.value(because.field, because.value)
    return speaker.say("rows.because", field=speaker.label(because.field), value=shown)
