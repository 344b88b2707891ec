"""``diff``: what changed between two assessments of a park."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from eipcheck.cli.assess import Wishes, wrote
from eipcheck.cli.console import Exit, emit_bytes, note, read_date
from eipcheck.cli.lines import Line, indented
from eipcheck.cli.screen import Screen
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.source import source_of
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request
from eipcheck.pipeline.comparison_reports import comparison_specs
from eipcheck.pipeline.gates import REGRESSION
from eipcheck.pipeline.progress import (
    Compared,
    compare_assessments,
    compare_documents,
    has_regressed,
    write_progress,
)
from eipcheck.pipeline.reports import STDOUT
from eipcheck.pipeline.sets import check_names
from eipcheck.pipeline.store import Store
from eipcheck.pipeline.stored import choose
from eipcheck.reporting.say import say
from eipcheck.reporting.view_progress import ChangeView, ProgressView, SetView

_STYLES = {"regressed": "red", "improved": "green"}


class Pair(Struct, frozen=True):
    """What to compare, as it was typed: two files or addresses, or two days or ids of a store."""

    old: str
    new: str
    store: Path | None = None
    park: str | None = None

    @property
    def names(self) -> tuple[str, str]:
        """How a report of the two is called."""
        if self.store is not None:
            return self.old.replace("/", "-"), self.new.replace("/", "-")
        return source_of(self.old).stem, source_of(self.new).stem

    def compared(self, request: Request) -> Compared:
        """Compare the two; errors of ``compare_assessments`` and ``stored.choose``."""
        if self.store is not None:
            kept = Store(self.store)
            before, after = (choose(kept, _wanted(t), self.park) for t in (self.old, self.new))
            return compare_documents(before, after, request)
        if self.park is not None:
            raise UsageError((Problem("U147", FilePlace("--park")),))
        return compare_assessments(source_of(self.old), source_of(self.new), request)


def _wanted(text: str) -> date | str:
    try:
        return read_date(text) or text
    except UsageError:
        return text


def run_progress(
    pair: Pair,
    wishes: Wishes,
    reports: Sequence[str],
    gates: Sequence[str],
    *,
    force: bool,
) -> Exit:
    """Compare two assessments; print what changed unless a report takes the standard output."""
    check_names("U107", gates, (REGRESSION,))
    specs = comparison_specs(reports, *pair.names)
    compared = pair.compared(wishes.request)
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
