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
from typing import Any

import msgspec
from msgspec import Struct

from eipcheck.model.place import FilePlace, Line
from eipcheck.model.problem import EipcheckError, InputError, Problem
from eipcheck.pipeline.files import unwritten
from eipcheck.pipeline.ledger import only_one
from eipcheck.pipeline.store_index import Stored, connected, fill, filled_to
from eipcheck.reporting.assessment_document import Document, read_document

RECORD = "assessments.jsonl"
INDEX = "index.sqlite"
_PATIENCE = 60
"""Seconds to wait for another that adds to the store."""


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
        lines = _lines_of(paths)
        with only_one(self.folder, patience=_PATIENCE):
            try:
                self._mend()
                with self.indexed() as index:
                    known = {row[0] for row in index.execute("SELECT id FROM document")}
                new = {name: line for name, line in lines if name not in known}
                with self.record.open("ab") as stream:
                    stream.writelines(new.values())
                    stream.flush()
                    os.fsync(stream.fileno())
                with self.indexed():
                    return Added(len(new), len({name for name, _ in lines}) - len(new))
            except OSError as error:
                raise unwritten(self.record, error) from error

    def _mend(self) -> None:
        """Cut off a last line that a killed run left torn; what is whole gets its end."""
        if not self.record.exists():
            return
        with self.record.open("r+b") as stream:
            data = stream.read()
            last = data[data.rfind(b"\n") + 1 :]
            if last and _is_whole(last):
                stream.write(b"\n")
            elif last:
                stream.truncate(len(data) - len(last))

    @contextmanager
    def indexed(self) -> Iterator[sqlite3.Connection]:
        """Open the index, up to date with the record; in memory where it cannot be written.

        Raises:
            InputError: there is no record, or a line of it is no assessment.
        """
        data = self._read()
        with connected(self.folder / INDEX) as index:
            start = filled_to(index, data)
            fill(index, self._stored(data, start), data)
            yield index

    def _read(self) -> bytes:
        """Give the whole lines of the record."""
        try:
            data = self.record.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            facts = (("reason", error.strerror or type(error).__name__),)
            raise InputError((Problem("O161", FilePlace(str(self.record)), facts),)) from error
        return data[: data.rfind(b"\n") + 1]

    def _stored(self, data: bytes, start: int) -> Iterator[Stored]:
        number = data.count(b"\n", 0, start)
        for line in data[start:].splitlines(keepends=True):
            number += 1
            try:
                document = read_document(line, self.record)
            except InputError as error:
                told = (("reason", dict(error.problems[0].facts).get("reason", "")),)
                place = Line(str(self.record), number, 1)
                raise InputError((Problem("O160", place, told),)) from None
            yield Stored(_identity(line), number, start, len(line), document)
            start += len(line)

    def document(self, start: int, length: int) -> Document:
        """Read an assessment from its place in the record."""
        with self.record.open("rb") as stream:
            stream.seek(start)
            return read_document(stream.read(length), self.record)


def _lines_of(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    lines: list[tuple[str, bytes]] = []
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
            line = msgspec.json.encode(msgspec.json.decode(data)) + b"\n"
            lines.append((_identity(line), line))
    if problems:
        raise InputError(tuple(problems))
    return lines


def _is_whole(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _identity(line: bytes) -> str:
    """Give the name of an assessment: by all that it says but the time of its run."""
    document: dict[str, Any] = msgspec.json.decode(line)
    document["tool"].pop("run_at", None)
    return sha256(msgspec.json.encode(document, order="sorted")).hexdigest()[:16]
