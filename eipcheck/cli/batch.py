"""``batch``: many workbooks, a line for each while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from eipcheck.cli.assess import Wishes, wrote
from eipcheck.cli.console import (
    Exit,
    emit,
    gravest,
    note,
    problem_lines,
    show_bug,
    show_error,
)
from eipcheck.cli.store import tell_added
from eipcheck.model.problem import OutputError
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.batch import BatchRun, open_batch, summary_paths
from eipcheck.pipeline.workers import Manner, Result
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import clean


def run_batch(
    paths: Sequence[Source], out: Path, wishes: Wishes, manner: Manner, store: Path | None = None
) -> Exit:
    """Assess all, write their results and the summary, and say what could not be done.

    The assessments are kept in a ``store`` too, if one is named.
    """
    language = wishes.language
    batch = open_batch(paths, out, wishes.request, wishes.edition, manner)
    codes: set[Exit] = set()
    with _going_on(codes, language), batch.begun() as run:
        _go(run, codes, language, store)
    return gravest(codes)


def _go(run: BatchRun, codes: set[Exit], language: Language, store: Path | None) -> None:
    """Do what there is to do in the folder of a batch, and keep the exit codes of it."""
    out, of, kept = run.batch.out, len(run.batch.tasks), len(run.kept.results)
    if kept:
        emit(say(language, "terminal.batch.kept", n=kept))
    results: list[Result] = []
    with _going_on(codes, language), bar(of, kept) as step:
        for number, result in enumerate(run.results(), start=1):
            results.append(result)
            _show(result, number, of, language)
            step()
    if len(results) < of:  # nothing can be written there
        return
    codes.update(map(_code, results))
    with _going_on(codes, language):
        summary = run.summary(results)
        run.write_summary(summary)
        for row in (r for table in summary.views[0].tables for r in table.rows if r.note):
            note(f"{row.file}: {row.note}")
        for path in summary_paths(out):
            wrote(path, language, is_there=summary.is_there)
    if store is not None:
        with _going_on(codes, language):
            tell_added(store, _reports(results, out), language)
    done = sum(bool(result.entries) for result in results)
    emit(say(language, "terminal.batch.counts", done=done, failed=len(results) - done))


@contextmanager
def _going_on(codes: set[Exit], language: Language) -> Iterator[None]:
    """Say what could not be written, keep the exit code of it, and go on."""
    try:
        yield
    except OutputError as error:
        codes.add(Exit.OUTPUT)
        show_error(error, language)


def _reports(results: Sequence[Result], out: Path) -> Iterator[Path]:
    names = (name for result in results for name, _ in result.outputs)
    return (out / name for name in names if name.endswith(".json"))


@contextmanager
def bar(total: int, done: int) -> Iterator[Callable[[], None]]:
    """Show a bar with the time left, where people watch the run; give what moves it by one."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - few runs are watched
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415 - as above

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    watched = sys.stdout.isatty()
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=watched
    ) as shown:
        task = shown.add_task("", total=total - done)
        yield lambda: shown.advance(task)


def _code(result: Result) -> Exit:
    if result.bug is not None:
        return Exit.BUG
    if result.problems:
        return Exit.OUTPUT if result.unwritten else Exit.SOME_FAILED
    return Exit.GATE if result.gates else Exit.DONE


def _show(result: Result, number: int, of: int, language: Language) -> None:
    known = {"number": number, "of": of, "file": clean(result.task.name)}
    if not result.entries:
        emit(say(language, "terminal.batch.failed", **known))
        if result.bug is not None:
            show_bug(result.bug, language)
    for entry in (entry for entry in result.entries if entry.language == language):
        marks = [declared for _, declared, _ in entry.row.outcomes]
        words = " · ".join(f"{mark.icon} {mark.word}" for mark in marks)
        outcome = words or say(language, "terminal.batch.no_question")
        emit(say(language, "terminal.batch.done", **known, outcome=outcome))
    for problem in result.problems:
        note("\n".join(problem_lines(problem, language, result.task.name)))
    for gate in result.gates:
        note(say(language, "terminal.gate", gate=gate))
