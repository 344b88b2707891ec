"""The ledger of a batch: a line of JSON for each workbook done, so that a run can be resumed.

A line is written, and flushed to the disk, once all files of its workbook are whole: a run that
is killed at any moment loses at most what its workers were doing. A torn last line is none.
The last line of a run that came to its end tells of its summary.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

import msgspec
from msgspec import Struct

from eipcheck.model.limits import Limits
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import EipcheckError, OutputError, Problem
from eipcheck.pipeline.files import unwritten, write_parts
from eipcheck.pipeline.sets import Library
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Order, Result
from eipcheck.reporting.summary import shared
from eipcheck.reporting.summary_types import Entry
from eipcheck.version import __version__
from eipcheck.workbook.safety import read_bytes

LEDGER = "eipcheck-batch.jsonl"
_LOCK = ".eipcheck-batch.lock"


class Line(Struct, frozen=True, kw_only=True):
    """One workbook that was assessed.

    ``stem`` is that of its outputs, and tells workbooks of one name apart. ``order`` is the
    fingerprint of all that it was judged by, ``sha256`` that of the workbook, ``outputs`` the files
    written (relative) with the sha256 of each. ``day`` is the day of the run where the workbook is
    judged as of it, else None.
    """

    name: str
    stem: str
    order: str
    sha256: str
    day: date | None
    outputs: dict[str, str]
    entries: tuple[Entry, ...]
    gates: tuple[str, ...]


class Stamp(Struct, frozen=True, forbid_unknown_fields=True):
    """The summary that was written: the sha256 of what it says, and its files as in a ``Line``."""

    summary: str
    outputs: dict[str, str]


class Kept(Struct, frozen=True):
    """What still holds of an earlier run: results by the stem of their task, and the summary."""

    results: dict[str, Result]
    stamp: Stamp | None


class Ledger(Struct, frozen=True):
    """The ledger of a folder; ``order`` is the fingerprint of the run that writes it."""

    path: Path
    order: str

    def kept(self, tasks: Iterable[Task], today: date, limits: Limits) -> Kept:
        """Give what an earlier run made and that still holds.

        The workbook, all that it is judged by, and every file made of it are unchanged, and so is
        the day, where it is judged as of the day of the run. A workbook elsewhere is fetched to
        see that, within the limits.
        """
        of_stem = {task.stem: task for task in tasks}
        results: dict[str, Result] = {}
        stamp, words = None, dict[Any, Any]()
        for line in self._lines():
            if isinstance(line, Stamp):
                stamp = line
            elif line.stem in of_stem and self._is_of(line, of_stem[line.stem], today):
                results[line.stem] = _result(of_stem[line.stem], line, words)
            else:  # a later line of a workbook stands for it
                results.pop(line.stem, None)
        with ThreadPoolExecutor() as threads:  # neither reading nor hashing waits for Python
            hold = threads.map(partial(self._holds, limits=limits), results.values())
            held = {
                r.task.stem: r for r, holds in zip(results.values(), hold, strict=True) if holds
            }
        return Kept(held, stamp if stamp and self._has(stamp.outputs) else None)

    def _lines(self) -> Iterator[Line | Stamp]:
        with suppress(OSError), self.path.open("rb") as stream:
            yield from filter(None, map(_read, stream))

    def _is_of(self, line: Line, task: Task, today: date) -> bool:
        same = (line.name, line.order) == (task.name, self.order)
        return same and line.day in (None, today)

    def _holds(self, result: Result, limits: Limits) -> bool:
        if not self._has(dict(result.outputs)):
            return False
        try:
            return sha256(read_bytes(result.task.source, limits)).hexdigest() == result.sha256
        except EipcheckError:
            return False

    def _has(self, outputs: dict[str, str]) -> bool:
        return all(_digest(self.path.parent / file) == known for file, known in outputs.items())

    @contextmanager
    def opened(self, kept: Iterable[Result], today: date) -> Iterator[Book]:
        """Begin the ledger anew with what is kept of an earlier run, and add to it.

        Raises:
            OutputError: it cannot be begun.
        """
        self.write(kept, today)
        stream = self.path.open("ab")
        try:
            yield Book(self, today, stream)
        finally:
            with suppress(OSError):  # a line that could not be added, and was told then
                stream.close()

    def write(self, results: Iterable[Result], today: date) -> None:
        """Write the ledger whole: a line for each workbook that was assessed, in their order.

        Raises:
            OutputError: it cannot be written.
        """
        lines = (self.encoded(result, today) for result in results if result.outputs)
        write_parts(self.path, lines, force=True)

    def stamp(self, stamp: Stamp) -> None:
        """Note at the end which summary was written; without room the next run writes it anew."""
        with suppress(OSError), self.path.open("ab") as stream:
            stream.write(msgspec.json.encode(stamp) + b"\n")

    def encoded(self, result: Result, today: date) -> bytes:
        """Give the line of a workbook that was assessed; a name that is no text has none."""
        line = Line(
            name=result.task.name,
            stem=result.task.stem,
            order=self.order,
            sha256=result.sha256,
            day=today if result.today else None,
            outputs=dict(result.outputs),
            entries=result.entries,
            gates=result.gates,
        )
        try:
            return msgspec.json.encode(line) + b"\n"
        except UnicodeEncodeError:  # bytes of a file name that mean no letters: done again
            return b""


class Book(Struct, frozen=True):
    """A ledger that is open."""

    ledger: Ledger
    today: date
    stream: IO[bytes]

    def add(self, result: Result) -> None:
        """Add a workbook that was assessed; others are tried again by the next run.

        What cannot be written now is tried again with the next one: no line is torn amid others.

        Raises:
            OutputError: it cannot be written.
        """
        if not result.outputs:
            return
        try:
            self.stream.write(self.ledger.encoded(result, self.today))
            self.stream.flush()
            os.fsync(self.stream.fileno())
        except OSError as error:
            raise unwritten(self.ledger.path, error) from error


@contextmanager
def only_one(out: Path, patience: float = 0) -> Iterator[None]:
    """Keep other runs out of a folder; the lock of a run that was killed is none.

    Args:
        out: the folder; made where it is missing.
        patience: seconds to wait for another run to end.

    Raises:
        OutputError: another run writes into it, or it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - for batches only

    lock = FileLock(out / _LOCK, timeout=patience)
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise OutputError((Problem("O151", FilePlace(str(out))),)) from None
    except OSError as error:
        raise unwritten(Path(error.filename or out), error) from error
    try:
        yield
    finally:
        lock.release()


def fingerprint(order: Order, library: Library) -> str:
    """Give one text for all that workbooks are judged by and reports are made by.

    That is the version of the program, the options, the criteria sets and the data dictionary, and
    the content of the files that the options name.
    """
    request, edition = order.request, order.edition
    files = (*map(Path, request.mappings), *edition.templates.values())
    told: dict[str, Any] = {
        "version": __version__,
        "request": msgspec.to_builtins(request),
        "languages": edition.languages,
        "audience": (edition.public, edition.full),
        "gates": order.gates,
        "sets": [(s.id, s.sha256) for s in library.read],
        "dictionary": sha256(repr(library.dictionary).encode()).hexdigest(),
        "files": [(str(f), _digest(f)) for f in files],
    }
    return sha256(msgspec.json.encode(told, order="sorted")).hexdigest()


def _read(line: bytes) -> Line | Stamp | None:
    """Read a line; None is one that is torn, or of another version."""
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(line, type=Line)
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(line, type=Stamp)
    return None


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _result(task: Task, line: Line, words: dict[Any, Any]) -> Result:
    return Result(
        task=task,
        entries=tuple(shared(entry, words) for entry in line.entries),
        gates=line.gates,
        outputs=tuple(line.outputs.items()),
        sha256=line.sha256,
        today=line.day is not None,
    )
