"""A store of assessments: JSON Lines as the record, and an index of them for questions.

The record only grows: each line is one assessment as ``--report json`` writes it, on a single
line. The index (see ``store_index``) holds nothing that is not in the record, and is made anew
where the two do not agree. What stands in the folder is told in docs/store.md.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from eipcheck.model.place import FilePlace, Line
from eipcheck.model.problem import EipcheckError, InputError, Problem
from eipcheck.pipeline.files import unwritten
from eipcheck.pipeline.ledger import only_one
from eipcheck.pipeline.store_index import (
    Digest,
    Filled,
    Stored,
    connected,
    empty,
    fill,
    filled,
)
from eipcheck.reporting.assessment_document import Document, read_document

RECORD = "assessments.jsonl"
INDEX = "index.sqlite"
_PATIENCE = 60
"""Seconds to wait for another that adds to the store."""
_PART = 2**20
"""Bytes of the record that are read at a time."""


class Added(Struct, frozen=True):
    """How many assessments a store took, and how many it held already."""

    new: int
    known: int


class Store(Struct, frozen=True):
    """A folder that keeps assessments; the first that is added makes it."""

    folder: Path

    @property
    def record(self) -> Path:
        """The file of all assessments, in the order in which they were added."""
        return self.folder / RECORD

    def add(self, paths: Iterable[Path]) -> Added:
        """Keep the assessments of these JSON reports; one that is there already is not doubled.

        The same assessment made again is one: the time of the run tells nothing apart.

        Raises:
            InputError: with a problem for each that is no assessment; then none is added. Or the
                record is damaged.
            OutputError: the store cannot be written, or another run keeps it locked.
        """
        named = _named(paths)
        with only_one(self.folder, patience=_PATIENCE):
            try:
                with self.indexed() as index:
                    self._mend(whole=filled(index).bytes)
                with self.indexed() as index:
                    known = {row[0] for row in index.execute("SELECT id FROM document")}
                new = {name: path for name, path in named.items() if name not in known}
                with self.record.open("ab") as stream:
                    for path in new.values():
                        stream.write(_line(path.read_bytes()))
                    stream.flush()
                    os.fsync(stream.fileno())
                with self.indexed():
                    return Added(len(new), len(named) - len(new))
            except OSError as error:
                raise unwritten(self.record, error) from error

    def _mend(self, *, whole: int) -> None:
        """Cut off what a killed run left torn behind so many bytes; a whole line gets its end."""
        if not self.record.exists():
            return
        with self.record.open("r+b") as stream:
            stream.seek(whole)
            last = stream.read()
            if last and _is_whole(last):
                stream.write(b"\n")
            elif last:
                stream.truncate(whole)

    @contextmanager
    def indexed(self) -> Iterator[sqlite3.Connection]:
        """Open the index, up to date with the record; in memory where it cannot be written.

        Raises:
            InputError: the record cannot be read, or a line of it is no assessment.
        """
        with connected(self.folder / INDEX) as index:
            try:
                with self.record.open("rb") as record:
                    self._fill(index, record)
            except FileNotFoundError:
                empty(index)
            except OSError as error:
                facts = (("reason", error.strerror or type(error).__name__),)
                problem = Problem("O161", FilePlace(str(self.record)), facts)
                raise InputError((problem,)) from error
            yield index

    def _fill(self, index: sqlite3.Connection, record: BinaryIO) -> None:
        """Take in what the index does not hold yet; all of it where they do not agree."""
        known = filled(index)
        digest = _digest_of(record, known.bytes)
        if digest is None or digest.hexdigest() != known.sha256:
            empty(index)
            known, digest = Filled(), sha256()
            record.seek(0)
        fill(index, self._stored(record, known, digest), digest)

    def _stored(self, record: BinaryIO, known: Filled, digest: Digest) -> Iterator[Stored]:
        """Give the assessments from here on; a last line without its end is torn, and none."""
        start = known.bytes
        for number, line in enumerate(record, start=known.lines + 1):
            if not line.endswith(b"\n"):
                return
            try:
                document = read_document(line, self.record)
            except InputError as error:
                told = (("reason", dict(error.problems[0].facts).get("reason", "")),)
                place = Line(str(self.record), number, 1)
                raise InputError((Problem("O160", place, told),)) from None
            digest.update(line)
            yield Stored(_identity(line), number, start, len(line), document)
            start += len(line)

    def document(self, start: int, length: int) -> Document:
        """Read an assessment from its place in the record."""
        with self.record.open("rb") as stream:
            stream.seek(start)
            return read_document(stream.read(length), self.record)


def _named(paths: Iterable[Path]) -> dict[str, Path]:
    """Give each assessment of these files once, by its name."""
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            data = path.read_bytes()
            read_document(data, path)
        except OSError as error:
            facts = (("reason", error.strerror or type(error).__name__),)
            problems.append(Problem("O140", FilePlace(str(path)), facts))
        except EipcheckError as error:
            problems += error.problems
        else:
            found.setdefault(_identity(data), path)
    if problems:
        raise InputError(tuple(problems))
    return found


def _line(report: bytes) -> bytes:
    """Give a report as one line."""
    return msgspec.json.encode(msgspec.json.decode(report)) + b"\n"


def _digest_of(record: BinaryIO, size: int) -> Digest | None:
    """Digest so many bytes from the beginning; None where there are fewer."""
    digest = sha256()
    while size and (part := record.read(min(size, _PART))):
        digest.update(part)
        size -= len(part)
    return None if size else digest


def _is_whole(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _identity(report: bytes) -> str:
    """Give the name of an assessment: by all that it says but the time of its run."""
    document: dict[str, Any] = msgspec.json.decode(report)
    document["tool"].pop("run_at", None)
    return sha256(msgspec.json.encode(document, order="sorted")).hexdigest()[:16]
