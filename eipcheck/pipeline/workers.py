"""What a worker of a batch does with one workbook, in this process or in another."""

from __future__ import annotations

import faulthandler
import gc
import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from pickle import loads
from threading import Thread
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.model.assessment import DateSource
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import EipcheckError, OutputError, Problem
from eipcheck.pipeline.assess import Request, Session, open_session
from eipcheck.pipeline.bugs import Bug, bug_of
from eipcheck.pipeline.files import Output, write
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.gates import failed_gates
from eipcheck.pipeline.publish import published
from eipcheck.pipeline.reports import ReportSpec, render, report_paths, set_ids, views
from eipcheck.pipeline.tasks import Task
from eipcheck.reporting.summary import summary_entry
from eipcheck.reporting.summary_known import known
from eipcheck.reporting.summary_types import Entry

FORMATS = ("json", "html")


class Bounds(Struct, frozen=True, kw_only=True):
    """What one workbook may take: ``seconds`` of time and ``memory_mb`` of address space.

    A worker process that takes more is ended, and another one does the rest. They bind no
    workbook that this process reads by itself.
    """

    seconds: int = 300
    memory_mb: int = 4096


class Manner(Struct, frozen=True, kw_only=True):
    """How a batch goes about its work.

    Attributes:
        gates: conditions to try each result by.
        force: whether existing results may be replaced.
        resume: whether results of an earlier run into the folder are kept, where neither the
            workbook nor anything it is judged by has changed since; the others are replaced.
        jobs: processes at a time, None for one on each processor; 1 is this process alone, which
            a workbook may then abort.
        bounds: what one workbook may take, in a process of its own.
        scheduler: the address of a Dask cluster that does the work instead.
    """

    gates: tuple[str, ...] = ()
    force: bool = False
    resume: bool = False
    jobs: int | None = None
    bounds: Bounds = Bounds()
    scheduler: str | None = None


class Order(Struct, frozen=True):
    """What the workers of a batch are told: by what to assess, what to make of it, and where.

    ``run_at`` is the time of the whole run, ``force`` whether existing results may be replaced.
    """

    request: Request
    edition: Edition
    gates: tuple[str, ...]
    out: Path
    run_at: datetime
    force: bool


class Result(Struct, frozen=True, kw_only=True):
    """What came of one workbook: rows for the summary in each language, or problems, or a bug.

    ``outputs`` are the files written, relative to the folder of the batch, each with the sha256
    of its bytes. ``sha256`` is that of the workbook. ``today`` says that the workbook is judged as
    of the day of the run. ``unwritten`` says that it was a result, or the ledger beside the rows,
    that could not be written.
    """

    task: Task
    entries: tuple[Entry, ...] = ()
    gates: tuple[str, ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    today: bool = False
    problems: tuple[Problem, ...] = ()
    unwritten: bool = False
    bug: Bug | None = None


_bounds: list[Bounds] = []
"""What this process may take for a workbook, if it is a worker process."""

_prepared: dict[bytes, tuple[Order, Session]] = {}
"""What this process has loaded, by the order that it came from."""


def prepare(blob: bytes, order: Order, session: Session) -> None:
    """Let this process do the work of an order, packed as ``blob``, with an open session."""
    _prepared[blob] = order, session
    for other in [packed for packed in _prepared if packed != blob]:
        _prepared.pop(other, None)  # the worker of a cluster may have several threads


def work(blob: bytes, task: Task) -> Result:
    """Assess one workbook and write its results; errors are values, not raised.

    Args:
        blob: the packed order, the same for all workbooks: what it needs is loaded once.
        task: the workbook.
    """
    try:
        with watched(), unswept():
            return _assessed(blob, task)
    except EipcheckError as error:
        unwritten = isinstance(error, OutputError)
        return Result(task=task, problems=error.problems, unwritten=unwritten)
    except MemoryError:
        return lost(task, _bounds[0] if _bounds else Bounds())
    except Exception as error:  # noqa: BLE001 - a bug in one costs no other its result
        return Result(task=task, bug=bug_of(error))


@contextmanager
def watched() -> Iterator[None]:
    """End this process if the work takes longer than it may; only worker processes are bound.

    That ends also what never comes back from a library in C.
    """
    for bounds in _bounds:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - closed below
        faulthandler.dump_traceback_later(bounds.seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            nowhere.close()
        return
    yield


@contextmanager
def unswept() -> Iterator[None]:
    """Look for garbage once a workbook is done: amid it almost all that there is, is in use.

    Only what was made since is looked at: the process may be one of a cluster, and hold much else.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(0)


def _assessed(blob: bytes, task: Task) -> Result:
    if blob not in _prepared:
        order: Order = loads(blob)  # noqa: S301 - what this program has packed
        prepare(blob, order, replace(open_session(order.request), run_at=order.run_at))
    return _assess(*_prepared[blob], task)


def _assess(order: Order, session: Session, task: Task) -> Result:
    done = session.assess(task.source)
    languages = order.edition.languages
    told = published(done, order.edition)
    seen = {language: views(told, language) for language in languages}
    specs = [ReportSpec(suffix, task.output(order.out, suffix)) for suffix in FORMATS]
    written = []
    for output in [o for spec in specs for o in render(spec, told, seen, order.edition)]:
        # A worker that was lost may have written it: all that it wrote is the same.
        write(output, force=order.force or _is_there(output))
        name = output.path.relative_to(order.out).as_posix()
        written.append((name, sha256(output.content).hexdigest()))
    pages = report_paths(specs[FORMATS.index("html")], set_ids(done), languages)
    return Result(
        task=task,
        entries=tuple(
            summary_entry(
                view,
                task.name,
                page.relative_to(order.out).as_posix(),
                known(assessment, told.record, told.dictionary, language, full=order.edition.full),
            )
            for language in languages
            for assessment, view, page in zip(told.assessments, seen[language], pages, strict=True)
        ),
        gates=failed_gates(done, order.gates),
        outputs=tuple(written),
        sha256=done.record.sha256,
        today=done.dates.assessment.source is DateSource.TODAY,
    )


def _is_there(output: Output) -> bool:
    try:
        return output.path.read_bytes() == output.content
    except OSError:
        return False


def lost(task: Task, bounds: Bounds) -> Result:
    """Give the result of a workbook whose process ended, or that took more memory than it may."""
    facts = (("seconds", str(bounds.seconds)), ("memory", str(bounds.memory_mb)))
    return Result(task=task, problems=(Problem("O150", FilePlace(str(task.source)), facts),))


class Here(Executor):
    """Does each piece of work at once, in this process."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as the base class
        """Do it; the future is done."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def hire(jobs: int, bounds: Bounds, workers: int) -> Executor:
    """Open an executor: processes of their own, or this one where there is to be one job."""
    if jobs == 1:
        return Here()
    import multiprocessing  # noqa: PLC0415 - a quarter of the start-up time, for batches only
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    # A forked process shares locks with threads that it does not have.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, partial(_bind, bounds))


def _bind(bounds: Bounds) -> None:
    """Bind this worker process; some systems know no limit of memory."""
    _bounds.append(bounds)
    Thread(target=_end_with_the_run, daemon=True).start()
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    most = bounds.memory_mb * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _end_with_the_run() -> None:
    """End this worker process once the run that hired it is gone: a new one may write there."""
    from multiprocessing import parent_process  # noqa: PLC0415 - loaded in worker processes only

    run = parent_process()
    if run is not None:
        run.join()
        os._exit(1)
