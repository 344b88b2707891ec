"""Assesses many workbooks, one after the other; one that fails costs no other its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import EipcheckError, InputError, Problem
from eipcheck.pipeline.assess import Request, Session, open_session
from eipcheck.pipeline.bugs import Bug, bug_of
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.gates import check_gates, failed_gates
from eipcheck.pipeline.publish import published
from eipcheck.pipeline.reports import ReportSpec, render, report_paths, set_ids, views
from eipcheck.reporting.summary import Entry, Failure, summary_entry, summary_view
from eipcheck.reporting.summary_html import render_summary
from eipcheck.reporting.summary_xlsx import summary_bytes
from eipcheck.resources import data_folder

SUMMARY = "eipcheck-summary"
FORMATS = ("json", "html")
_WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}
"""Other formats are taken so that each gets its message instead of silence."""


class Task(Struct, frozen=True):
    """A workbook to assess; ``name`` is its relative path, ``stem`` that of its outputs."""

    source: Path
    name: str
    stem: str

    def output(self, out: Path, suffix: str) -> Path:
        """Give the path of one of its outputs."""
        return out / f"{self.stem}.{suffix}"


class Result(Struct, frozen=True, kw_only=True):
    """What came of one workbook: rows for the summary, or an error, or a bug."""

    task: Task
    entries: tuple[Entry, ...] = ()
    gates: tuple[str, ...] = ()
    error: EipcheckError | None = None
    bug: Bug | None = None


class Batch(Struct, frozen=True, kw_only=True):
    """A batch ready to run: nothing in it would overwrite anything unasked."""

    session: Session
    tasks: tuple[Task, ...]
    out: Path
    edition: Edition
    gates: tuple[str, ...]
    force: bool

    def run(self) -> Iterator[Result]:
        """Assess one workbook after the other, writing the results of each at once."""
        for task in self.tasks:
            try:
                yield self._one(task)
            except EipcheckError as error:
                yield Result(task=task, error=error)
            except Exception as error:  # noqa: BLE001 - a bug in one costs no other its result
                yield Result(task=task, bug=bug_of(error))

    def _one(self, task: Task) -> Result:
        done = self.session.assess(task.source)
        languages = self.edition.languages
        told = published(done, self.edition)
        seen = {language: views(told, language) for language in languages}
        specs = [ReportSpec(suffix, task.output(self.out, suffix)) for suffix in FORMATS]
        for output in [o for spec in specs for o in render(spec, told, seen, self.edition)]:
            write(output, force=self.force)
        pages = report_paths(specs[FORMATS.index("html")], set_ids(done), languages)
        entries = tuple(
            summary_entry(view, task.name, page.relative_to(self.out).as_posix())
            for view, page in zip(seen[languages[0]], pages, strict=True)
        )
        return Result(task=task, entries=entries, gates=failed_gates(done, self.gates))

    def write_summary(self, entries: Iterable[Entry], failures: Iterable[Failure]) -> None:
        """Write the table of all parks as HTML and as xlsx.

        Raises:
            OutputError: it cannot be written.
        """
        view = summary_view(entries, failures, self.edition.languages[0])
        html = render_summary(view, data_folder("templates"))
        page, sheet = summary_paths(self.out)
        write(Output(page, html.encode("utf-8")), force=self.force)
        write(Output(sheet, summary_bytes(view)), force=self.force)


def open_batch(
    paths: Sequence[Path],
    out: Path,
    request: Request,
    edition: Edition,
    *,
    gates: Iterable[str] = (),
    force: bool = False,
) -> Batch:
    """Find the workbooks and load what all need.

    Args:
        paths: files, or folders that are searched to the bottom.
        out: the folder for the results; made where it is missing.
        request: by what to assess.
        edition: how the reports are made; the summary speaks its first language.
        gates: conditions to try each result by.
        force: whether existing results may be replaced.

    Raises:
        UsageError: a gate, set, reading or option is unknown.
        CriteriaError: a criteria file is invalid.
        InputError: there is no workbook.
        OutputError: a result exists already (without ``force``).
    """
    chosen = tuple(gates)
    check_gates(chosen)
    session = open_session(request)
    tasks = plan(paths)
    if not tasks:
        problems = tuple(Problem("O201", FilePlace(str(path))) for path in paths)
        raise InputError(problems)
    targets = [task.output(out, suffix) for task in tasks for suffix in FORMATS]
    sources = [task.source for task in tasks]
    check_targets([*targets, *summary_paths(out)], force=force, inputs=sources, make_folders=True)
    return Batch(session=session, tasks=tasks, out=out, edition=edition, gates=chosen, force=force)


def summary_paths(out: Path) -> tuple[Path, Path]:
    """Give the files of the summary, HTML first."""
    return out / f"{SUMMARY}.html", out / f"{SUMMARY}.xlsx"


def plan(paths: Iterable[Path]) -> tuple[Task, ...]:
    """Find the workbooks, each once, and name their outputs after their relative paths.

    Lock files (``~$*``), hidden files and summaries of earlier batches are left out of folders.
    Names that differ only by case or suffix, or in the folder given, are numbered.
    """
    tasks: dict[Path, Task] = {}
    taken: set[str] = set()
    for path in paths:
        for source, name in _workbooks(path):
            if source.resolve() not in tasks:
                stem = _free(name.with_suffix(""), taken)
                tasks[source.resolve()] = Task(source, str(name), stem)
    return tuple(tasks.values())


def _workbooks(path: Path) -> list[tuple[Path, PurePosixPath]]:
    if not path.is_dir():
        return [(path, PurePosixPath(path.name))]
    found = (f for f in path.rglob("*") if f.suffix.lower() in _WORKBOOKS and f.is_file())
    relative = ((f, PurePosixPath(f.relative_to(path).as_posix())) for f in found)
    return sorted(((f, name) for f, name in relative if not _is_ours(name)), key=lambda p: p[1])


def _is_ours(name: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in name.parts)
    return hidden or name.stem == SUMMARY


def _free(name: PurePosixPath, taken: set[str]) -> str:
    """Give the name, numbered where a system that ignores case or marks would confuse it."""
    number, text = 1, str(name)
    while (key := normalize("NFC", text).casefold()) in taken:
        number += 1
        text = f"{name}-{number}"
    taken.add(key)
    return text
