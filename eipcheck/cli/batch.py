"""``batch``: many workbooks, a line for each while it runs."""

from __future__ import annotations

from collections.abc import Sequence
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
from eipcheck.model.problem import OutputError
from eipcheck.model.text import Language
from eipcheck.pipeline.batch import Result, open_batch, summary_paths
from eipcheck.reporting.say import say
from eipcheck.reporting.summary import Entry, Failure, failure
from eipcheck.reporting.view_words import clean


def run_batch(
    paths: Sequence[Path], out: Path, wishes: Wishes, gates: Sequence[str], *, force: bool
) -> Exit:
    """Assess all, write their results and the summary, and say what could not be done."""
    language = wishes.language
    batch = open_batch(paths, out, wishes.request, wishes.edition, gates=gates, force=force)
    entries: list[Entry] = []
    failures: list[Failure] = []
    codes: set[Exit] = set()
    for number, result in enumerate(batch.run(), start=1):
        codes.add(_code(result))
        entries += result.entries
        if not result.entries:
            problems = result.error.problems if result.error else ()
            failures.append(failure(result.task.name, problems, language))
        _show(result, number, len(batch.tasks), language)
    try:
        batch.write_summary(entries, failures)
        for path in summary_paths(out):
            wrote(path, language)
    except OutputError as error:
        codes.add(Exit.OUTPUT)
        show_error(error, language)
    done = len(batch.tasks) - len(failures)
    emit(say(language, "terminal.batch.counts", done=done, failed=len(failures)))
    return gravest(codes)


def _code(result: Result) -> Exit:
    if result.bug is not None:
        return Exit.BUG
    if result.error is not None:
        return Exit.OUTPUT if isinstance(result.error, OutputError) else Exit.SOME_FAILED
    return Exit.GATE if result.gates else Exit.DONE


def _show(result: Result, number: int, of: int, language: Language) -> None:
    known = {"number": number, "of": of, "file": clean(result.task.name)}
    if not result.entries:
        emit(say(language, "terminal.batch.failed", **known))
        for problem in result.error.problems if result.error else ():
            note("\n".join(problem_lines(problem, language, result.task.name)))
        if result.bug is not None:
            show_bug(result.bug, language)
    for entry in result.entries:
        marks = [declared for _, declared, _ in entry.row.outcomes]
        words = " · ".join(f"{mark.icon} {mark.word}" for mark in marks)
        outcome = words or say(language, "terminal.batch.no_question")
        emit(say(language, "terminal.batch.done", **known, outcome=outcome))
    for gate in result.gates:
        note(say(language, "terminal.gate", gate=gate))
