"""``diff``: what changed between two assessments of a park."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from eipcheck.cli.assess import Wishes, wrote
from eipcheck.cli.console import Exit, emit_bytes, note
from eipcheck.cli.lines import Line, indented
from eipcheck.cli.screen import Screen
from eipcheck.model.text import Language
from eipcheck.pipeline.gates import REGRESSION
from eipcheck.pipeline.progress import (
    compare_assessments,
    has_regressed,
    progress_specs,
    write_progress,
)
from eipcheck.pipeline.reports import STDOUT
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.say import say
from eipcheck.reporting.view_progress import ChangeView, ProgressView, SetView

_STYLES = {"regressed": "red", "improved": "green"}


def run_progress(
    old: Path,
    new: Path,
    wishes: Wishes,
    reports: Sequence[str],
    gates: Sequence[str],
    *,
    force: bool,
) -> Exit:
    """Compare two assessments; print what changed unless a report takes the standard output."""
    check_names("U107", gates, (REGRESSION,))
    specs = progress_specs(reports, old, new)
    compared = compare_assessments(old, new, wishes.request)
    failed = bool(gates) and has_regressed(compared.progress)
    view = compared.view(wishes.language)
    if all(spec.path != STDOUT for spec in specs):
        screen = Screen()
        screen.lines(progress_lines(view, wishes.language, screen.columns))
    for content in write_progress(specs, compared, wishes.language, force=force):
        emit_bytes(content)
    for spec in specs:
        if spec.path != STDOUT:
            wrote(spec.path, wishes.language)
    if failed:
        note(say(wishes.language, "terminal.gate", gate=REGRESSION))
        return Exit.GATE
    return Exit.DONE


def progress_lines(view: ProgressView, language: Language, width: int) -> Iterator[Line]:
    """Give the lines of a comparison, none wider than ``width`` columns."""
    yield ((view.title, "bold"),)
    for side in (view.before, view.after):
        yield from indented(side, width, "  ")
    for told in view.notes:
        yield from indented(told, width, "! ", "  ")
    for one in view.sets:
        yield ()
        yield from _set(one, language, width)


def _set(one: SetView, language: Language, width: int) -> Iterator[Line]:
    yield ((one.law, "bold"),)
    for answer in one.answers:
        yield from indented(answer, width, "  ", "    ")
    for turn in one.turns:
        yield ()
        yield from indented(turn.title, width, "", style=f"bold {_STYLES.get(turn.key, '')}")
        for change in turn.changes:
            yield from _change(change, width)
    yield ()
    if not one.turns:
        yield (say(language, "progress.nothing"),)
    yield (one.same,)


def _change(change: ChangeView, width: int) -> Iterator[Line]:
    yield from indented(change.name, width, "  ", "    ", style="bold")
    for told in change.told:
        yield from indented(told, width, "    ")
    for row in change.rows:
        yield from indented(row, width, "    - ", "      ")
    yield from indented(change.cause, width, "    ", style="dim")
