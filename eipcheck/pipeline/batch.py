"""Assesses many workbooks, several at a time; one that fails costs no other its result."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import InputError, OutputError, Problem
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request, open_session
from eipcheck.pipeline.cluster import Cluster, away, back, join
from eipcheck.pipeline.crew import Crew, Lost
from eipcheck.pipeline.files import check_targets, sweep, write_parts
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.gates import check_gates
from eipcheck.pipeline.ledger import LEDGER, Book, Kept, Ledger, Stamp, fingerprint, only_one
from eipcheck.pipeline.tasks import SUMMARY, Task, plan
from eipcheck.pipeline.workers import (
    FORMATS,
    Manner,
    Order,
    Result,
    hire,
    lost,
    prepare,
    work,
)
from eipcheck.reporting.summary import failure, shared, summary_view
from eipcheck.reporting.summary_html import render_summary
from eipcheck.reporting.summary_types import SummaryView
from eipcheck.reporting.summary_xlsx import summary_bytes
from eipcheck.resources import data_folder


class Batch(Struct, frozen=True):
    """A batch ready to run: nothing in it would overwrite anything unasked.

    ``blob`` is the order, packed for the workers. ``cluster`` does the work instead of processes
    of this computer.
    """

    order: Order
    blob: bytes
    tasks: tuple[Task, ...]
    manner: Manner
    ledger: Ledger
    cluster: Cluster | None = None

    @property
    def out(self) -> Path:
        """The folder for the results, as it was named; the workers of a cluster need it whole."""
        return self.ledger.path.parent

    @contextmanager
    def begun(self) -> Iterator[BatchRun]:
        """Take the folder, for this run alone, and see what is kept of an earlier one.

        Raises:
            OutputError: another run writes into the folder, or it cannot be made.
        """
        with only_one(self.out):
            sweep(self.out)  # first: it may make room
            kept = Kept({}, None)
            if self.manner.resume:
                today, limits = self.order.run_at.date(), self.order.request.limits
                kept = self.ledger.kept(self.tasks, today, limits)
            yield BatchRun(self, kept)


class BatchRun(Struct, frozen=True):
    """A batch that has its folder; ``kept`` is what still holds of an earlier run."""

    batch: Batch
    kept: Kept

    def results(self) -> Iterator[Result]:
        """Assess the workbooks, writing the results of each at once; give them in their order.

        One that the ledger cannot take has that as a problem, beside its rows.

        Raises:
            OutputError: the ledger cannot be begun; or, after the last result, put in order.
        """
        batch, kept, today = self.batch, self.kept.results, self.batch.order.run_at.date()
        left = [task for task in batch.tasks if task.stem not in kept]
        earlier = [kept[task.stem] for task in batch.tasks if task.stem in kept]
        done = self._crew(len(left)).run([away(task) if batch.cluster else task for task in left])
        results: list[Result] = []
        words: dict[Any, Any] = {}
        with batch.ledger.opened(earlier, today) as book:
            for task in batch.tasks:
                result = kept.get(task.stem)
                if result is None:
                    _, found = next(done)
                    told = lost(task, batch.manner.bounds) if isinstance(found, Lost) else found
                    added = _added(book, back(told, task))
                    entries = tuple(shared(entry, words) for entry in added.entries)
                    result = replace(added, entries=entries)
                results.append(result)
                yield result
        sweep(batch.out)  # what workers left that were lost
        if left:
            batch.ledger.write(results, today)

    def _crew(self, pieces: int) -> Crew[Task, Result]:
        batch, job = self.batch, partial(work, self.batch.blob)
        if batch.cluster is not None:
            return Crew(hire=batch.cluster.hire, work=job, size=batch.cluster.size)
        jobs = max(1, min(batch.manner.jobs or os.cpu_count() or 1, pieces))
        return Crew(hire=partial(hire, jobs, batch.manner.bounds), work=job, size=jobs)

    def summary(self, results: Sequence[Result]) -> Summary:
        """Gather the table of all parks, in each language of the run."""
        edition = self.batch.order.edition
        views = tuple(
            _summary(results, language, full=edition.full) for language in edition.languages
        )
        try:
            said = sha256(msgspec.json.encode((self.batch.ledger.order, views))).hexdigest()
        except UnicodeEncodeError:  # bytes of a file name that mean no letters: written each time
            return Summary(views, "", None)
        stamp = self.kept.stamp
        return Summary(views, said, stamp if stamp and stamp.summary == said else None)

    def write_summary(self, summary: Summary) -> None:
        """Write the table of all parks as HTML and as xlsx, but where an earlier run did.

        Raises:
            OutputError: it cannot be written.
        """
        stamp = summary.stamp
        if stamp is None:
            page, sheet = summary_paths(self.batch.out)
            # One after the other: of many parks each is large while it is made.
            outputs = {page.name: _put(page, _page(*summary.views))}
            outputs[sheet.name] = _put(sheet, (summary_bytes(*summary.views),))
            stamp = Stamp(summary.said, outputs)
        self.batch.ledger.stamp(stamp)


class Summary(Struct, frozen=True):
    """The table of all parks in each language.

    ``said`` is the sha256 of what it says, empty where a file name is no text; ``stamp`` that of
    an earlier run which wrote the same.
    """

    views: tuple[SummaryView, ...]
    said: str
    stamp: Stamp | None

    @property
    def is_there(self) -> bool:
        """Whether an earlier run wrote the same."""
        return self.stamp is not None


def _added(book: Book, result: Result) -> Result:
    """Add a result to the ledger; a full disk costs what a later run would keep, not the row."""
    try:
        book.add(result)
    except OutputError as error:
        return replace(result, problems=error.problems, unwritten=True)
    return result


def _summary(results: Sequence[Result], language: Language, *, full: bool) -> SummaryView:
    entries = [entry for result in results for entry in result.entries]
    failed = [result for result in results if not result.entries]
    failures = [failure(r.task.name, r.problems, language, full=full) for r in failed]
    return summary_view(entries, failures, language, len(results) - len(failed))


def _page(*views: SummaryView) -> Iterator[bytes]:
    for part in render_summary(views[0], data_folder("templates"), *views[1:]):
        yield part.encode("utf-8")


def _put(path: Path, parts: Iterable[bytes]) -> str:
    """Write a file part by part, and give the sha256 of it."""
    digest = sha256()

    def passed() -> Iterator[bytes]:
        for part in parts:
            digest.update(part)
            yield part

    write_parts(path, passed(), force=True)
    return digest.hexdigest()


def open_batch(
    paths: Sequence[Source], out: Path, request: Request, edition: Edition, manner: Manner
) -> Batch:
    """Find the workbooks and load what all need.

    Args:
        paths: files, or folders that are searched to the bottom; addresses of such as well.
        out: the folder for the results; made where it is missing.
        request: by what to assess.
        edition: how the reports are made; the summary speaks its languages one after the other.
        manner: how to go about it.

    Raises:
        UsageError: a gate, set, reading or option is unknown, the cluster cannot be used, or what
            reads an address is not installed.
        CriteriaError: a criteria file is invalid.
        InputError: there is no workbook, or a folder elsewhere cannot be listed.
        OutputError: a result exists already (without ``force`` or ``resume``).
    """
    check_gates(manner.gates)
    session = open_session(request)
    force = manner.force or manner.resume
    tasks = _planned(paths, out, force=force)
    cluster = join(manner.scheduler) if manner.scheduler else None
    folder = out.absolute() if cluster else out
    order = Order(request, edition, manner.gates, folder, session.run_at, force)
    blob = pickle.dumps(order)
    prepare(blob, order, session)
    ledger = Ledger(out / LEDGER, fingerprint(order, session.library))
    return Batch(order, blob, tasks, manner, ledger, cluster)


def _planned(paths: Sequence[Source], out: Path, *, force: bool) -> tuple[Task, ...]:
    tasks = plan(paths)
    if not tasks:
        problems = tuple(Problem("O201", FilePlace(str(path))) for path in paths)
        raise InputError(problems)
    targets = [task.output(out, suffix) for task in tasks for suffix in FORMATS]
    targets += [*summary_paths(out), out / LEDGER]
    check_targets(targets, force=force, inputs=[t.source for t in tasks], make_folders=True)
    return tasks


def summary_paths(out: Path) -> tuple[Path, Path]:
    """Give the files of the summary, HTML first."""
    return out / f"{SUMMARY}.html", out / f"{SUMMARY}.xlsx"
