"""The index of a store: what its assessments say, in SQLite, for history and questions.

Days are texts as 2020-11-20. What is asked for by hand, and exported, are the views.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from msgspec import Struct

from eipcheck.model.park_name import park_key
from eipcheck.reporting.assessment_document import (
    AssessmentDocument,
    Document,
    Finding,
    Number,
    exact,
)

VIEWS: Final = ("assessments", "outcomes", "findings")
_VERSION = 1
"""Of the tables; an index of another version is made anew."""

_PATIENCE = 60
"""Seconds to wait for another that fills the index."""

_SCHEMA = """
CREATE TABLE filled (bytes INTEGER NOT NULL, lines INTEGER NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE document (
  id TEXT PRIMARY KEY, line INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
  park_key TEXT NOT NULL, park TEXT NOT NULL, province TEXT NOT NULL, day TEXT,
  file TEXT NOT NULL, workbook TEXT NOT NULL, audience TEXT NOT NULL, tool TEXT NOT NULL,
  run_at TEXT NOT NULL
);
CREATE INDEX document_of_park ON document (park_key, day);
CREATE TABLE assessment (
  document TEXT NOT NULL REFERENCES document, number INTEGER NOT NULL,
  set_id TEXT NOT NULL, set_version TEXT NOT NULL, set_sha256 TEXT NOT NULL, force TEXT NOT NULL,
  readings TEXT NOT NULL, hypothetical TEXT NOT NULL, floor REAL, ceiling REAL,
  answered INTEGER, asked INTEGER, PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE outcome (
  document TEXT NOT NULL, number INTEGER NOT NULL, question TEXT NOT NULL,
  declared TEXT NOT NULL, evidenced TEXT NOT NULL, PRIMARY KEY (document, number, question)
) WITHOUT ROWID;
CREATE TABLE finding (
  document TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL,
  criterion TEXT NOT NULL, clause TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL,
  verdict TEXT NOT NULL, verdict_evidenced TEXT NOT NULL, low REAL, high REAL, unit TEXT NOT NULL,
  low_evidenced REAL, high_evidenced REAL, target_kind TEXT, target REAL,
  PRIMARY KEY (document, number, place)
) WITHOUT ROWID;
CREATE VIEW assessments AS
  SELECT park, province, day, set_id, set_version, force, readings, hypothetical,
    floor, ceiling, answered, asked,
    (SELECT count(*) FROM finding f WHERE f.document = a.document AND f.number = a.number
      AND kind = 'requirement' AND verdict = 'met') AS met,
    (SELECT count(*) FROM finding f WHERE f.document = a.document AND f.number = a.number
      AND kind = 'requirement' AND verdict = 'not_met') AS not_met,
    audience, file, workbook, set_sha256, tool, run_at, park_key, id AS document, line, number
  FROM assessment a JOIN document d ON d.id = a.document ORDER BY park_key, day, line, number;
CREATE VIEW outcomes AS
  SELECT park, province, day, set_id, set_version, question, declared, evidenced,
    park_key, d.id AS document, line, number
  FROM outcome JOIN assessment a USING (document, number) JOIN document d ON d.id = a.document
  ORDER BY park_key, day, line, number, question;
CREATE VIEW findings AS
  SELECT park, province, day, set_id, set_version, criterion, clause, kind, actor,
    verdict, verdict_evidenced, low, high, unit, low_evidenced, high_evidenced,
    target_kind, target, park_key, d.id AS document, line, number, place
  FROM finding JOIN assessment a USING (document, number) JOIN document d ON d.id = a.document
  ORDER BY park_key, day, line, number, place;
"""


class Stored(Struct, frozen=True):
    """An assessment in the record: its name, its line (from 1), and where its bytes stand."""

    id: str
    line: int
    start: int
    length: int
    document: Document


class Filled(Struct, frozen=True):
    """How much of the record an index holds: bytes, lines, and their sha256."""

    bytes: int = 0
    lines: int = 0
    sha256: str = sha256().hexdigest()


class Digest(Protocol):
    """A running sha256."""

    def update(self, data: bytes, /) -> None:
        """Go on with more bytes."""

    def hexdigest(self) -> str:
        """Give what it has come to."""


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an index, made anew where it is none of ours, in memory where it cannot be written."""
    index = _opened(path)
    try:
        yield index
    finally:
        index.close()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _made(sqlite3.connect(path, timeout=_PATIENCE))
    except sqlite3.OperationalError:  # a folder that is not there, or may not be written
        return _made(sqlite3.connect(":memory:"))
    except sqlite3.DatabaseError:  # a file of another kind, or of another version
        path.unlink()
        return _made(sqlite3.connect(path, timeout=_PATIENCE))


def _made(index: sqlite3.Connection) -> sqlite3.Connection:
    """Make the tables where there are none; a write shows that there can be some."""
    version: int = index.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, _VERSION):
        index.close()
        raise sqlite3.DatabaseError
    with index:
        index.execute("BEGIN IMMEDIATE")
        if version == 0:
            for statement in _SCHEMA.split(";"):
                index.execute(statement)
        index.execute(f"PRAGMA user_version = {_VERSION}")
    return index


def filled(index: sqlite3.Connection) -> Filled:
    """Say what of the record the index holds."""
    known = index.execute("SELECT bytes, lines, sha256 FROM filled").fetchone()
    return Filled(*known) if known else Filled()


def empty(index: sqlite3.Connection) -> None:
    """Take all out of an index."""
    with index:
        for table in ("filled", "document", "assessment", "outcome", "finding"):
            index.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own


def fill(index: sqlite3.Connection, stored: Iterable[Stored], digest: Digest) -> None:
    """Take assessments in, all or none; a second line of the same one is left out.

    Args:
        index: holds all that comes before them in the record.
        stored: the assessments, in the order of the record.
        digest: of the record to its end, once they were given.
    """
    last = None
    with index:
        for last in stored:
            if not index.execute("SELECT 1 FROM document WHERE id = ?", (last.id,)).fetchone():
                _insert(index, "document", [_document(last)])
                for number, assessment in enumerate(last.document.assessments):
                    _take(index, last.id, number, assessment)
        if last is not None:
            index.execute("DELETE FROM filled")
            end = (last.start + last.length, last.line, digest.hexdigest())
            _insert(index, "filled", [end])


def _take(index: sqlite3.Connection, name: str, number: int, told: AssessmentDocument) -> None:
    _insert(index, "assessment", [(name, number, *_assessment(told))])
    outcomes = told.outcomes.items()
    rows = [(name, number, question, o.declared, o.evidenced) for question, o in outcomes]
    _insert(index, "outcome", rows)
    findings = enumerate(told.findings)
    _insert(index, "finding", [(name, number, place, *_finding(f)) for place, f in findings])


def _insert(index: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        index.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our names


def _document(one: Stored) -> tuple[object, ...]:
    told = one.document
    day = told.dates.assessment.on
    return (
        *(one.id, one.line, one.start, one.length),
        *(park_key(told.park), told.park, str(told.input.park.get("province") or "")),
        day.isoformat() if day else None,
        *(told.input.file, told.input.sha256, told.audience),
        *(told.tool.version, told.tool.run_at),
    )


def _assessment(told: AssessmentDocument) -> tuple[object, ...]:
    index = told.index
    return (
        *(told.set.id, told.set.version, told.set.sha256, told.set.force),
        "; ".join(f"{r.id}={r.option}" for r in told.readings),
        "; ".join(told.hypothetical),
        _real(index.floor if index else None),
        _real(index.ceiling if index else None),
        index.coverage.answered if index else None,
        index.coverage.asked if index else None,
    )


def _finding(told: Finding) -> tuple[object, ...]:
    said, proven, target = told.observed, told.observed_evidenced, told.target
    return (
        *(told.id, told.clause, told.kind, told.actor, told.verdict, told.verdict_evidenced),
        *((_real(said.low), _real(said.high)) if not said.empty else (None, None)),
        said.unit,
        *((_real(proven.low), _real(proven.high)) if not proven.empty else (None, None)),
        target.kind if target else None,
        _real(target.bound if target else None),
    )


def _real(value: Number) -> float | None:
    """Give the nearest number that a table can hold; the record has the exact one."""
    number = exact(value)
    return None if number is None else float(number)
