"""``inspect``: what a workbook was recognised as, on the terminal; and a draft of a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from eipcheck.cli.assess import Wishes, wrote
from eipcheck.cli.console import note, problem_view_lines
from eipcheck.cli.lines import Line, cut, fold, folded, indented, pad, widest
from eipcheck.cli.screen import Screen
from eipcheck.model.source import Source
from eipcheck.pipeline.inspect import check_draft, inspect_workbook, write_draft
from eipcheck.reporting.say import say
from eipcheck.reporting.view_inspect import (
    InspectView,
    SeenColumnView,
    SeenSheetView,
    view_inspect,
)

_STYLES = {"left": "yellow", "ignored": "dim", "own": "dim"}
_DIGEST = 8
_HEADING_LINES = 3
_MISSING_LINES = 4


def run_inspect(file: Source, wishes: Wishes, draft: Path | None, *, force: bool) -> None:
    """Show what a workbook was recognised as, and write the draft asked for."""
    if draft is not None:
        inputs = [file, *map(Path, wishes.request.mappings)]
        check_draft(draft, inputs, force=force)
    inspected = inspect_workbook(file, wishes.request)
    screen = Screen()
    view = view_inspect(inspected.record, inspected.dictionary, wishes.language)
    screen.lines(draw(view, screen.columns))
    if draft is None:
        return
    if write_draft(draft, inspected, force=force):
        wrote(draft, wishes.language)
    else:
        note(say(wishes.language, "inspect.nothing_left"))


def draw(view: InspectView, width: int) -> Iterator[Line]:
    """Give the lines of ``inspect``, none wider than ``width`` columns but for single words."""
    yield (
        (cut(view.file, width - _DIGEST - 12), "bold"),
        (f" · sha256 {view.sha256[:_DIGEST]}…", "dim"),
    )
    for text in view.summary:
        yield from indented(text, width, "")
    for sheet in view.sheets:
        yield ()
        yield from _sheet(sheet, width)
    for problem in view.problems:
        yield ()
        first, *others = problem_view_lines(problem, view.file)
        yield ((cut(first, width), "bold"),)
        for text in others:
            yield from indented(text.strip(), width, "      ")
    if view.draft:
        yield ()
        yield from indented(view.draft, width, "")


def _sheet(sheet: SeenSheetView, width: int) -> Iterator[Line]:
    style = _STYLES.get(sheet.mark.key, "")
    told = " · ".join(filter(None, (sheet.holds, sheet.mark.word, *sheet.notes)))
    yield ((f"{sheet.mark.icon} ", style), (cut(sheet.name, width - 2), "bold"))
    yield from indented(told, width, "  ", style=style)
    headings = widest((c.heading for c in sheet.columns), (width - 8) * 2 // 5)
    for column in sheet.columns:
        yield from _column(column, headings, width)
    if sheet.missing:
        for text in folded(sheet.missing, width - 2, _MISSING_LINES):
            yield ("  ", (text, "dim"))


def _column(column: SeenColumnView, headings: int, width: int) -> Iterator[Line]:
    """Draw a column: where it is and its heading at the left, what it was taken for beside it."""
    style = _STYLES.get(column.mark.key, "")
    told = " · ".join(filter(None, (column.field, column.mark.word, *column.notes)))
    start = f"  {pad(column.letter, 3)} {column.mark.icon} "
    left = folded(column.heading, headings, _HEADING_LINES)
    right = fold(told, width - len(start) - headings - 2)
    for number, (heading, text) in enumerate(zip_longest(left, right, fillvalue="")):
        opening = start if number == 0 else " " * len(start)
        yield (opening, f"{pad(heading, headings)}  ", (text, style))
