"""What a store holds: its history, and one assessment of it by date or name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from eipcheck.model.park_name import park_key
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.pipeline.sets import unknown
from eipcheck.pipeline.store import Store
from eipcheck.reporting.assessment_document import Document

_SHOWN = 8
"""Letters of the name of an assessment that are shown; as many as tell it apart will do."""
_ENTRIES = """
SELECT d.id, park, day, file, workbook, audience, tool, start, length, park_key,
  (SELECT group_concat(set_id || ' ' || set_version, ', ') FROM assessment a
    WHERE a.document = d.id) AS sets,
  (SELECT group_concat(set_sha256 || readings) FROM assessment a WHERE a.document = d.id) AS judged
FROM document d ORDER BY park_key, day, line
"""


class Entry(Struct, frozen=True):
    """An assessment in a store.

    ``day`` is the day as of which it is made, None where it names none. ``workbook`` is the sha256
    of the workbook, ``sets`` the criteria sets with their versions, ``judged`` the same with all
    readings. The rest says where it stands in the record.
    """

    id: str
    park: str
    day: date | None
    file: str
    workbook: str
    audience: str
    tool: str
    start: int
    length: int
    park_key: str
    sets: str
    judged: str

    @property
    def name(self) -> str:
        """The beginning of the id, by which people may call for it."""
        return self.id[:_SHOWN]


class Standing(Struct, frozen=True):
    """How a park stood by one set: its points, and what the set's questions are answered.

    ``outcomes`` are (question, declared, evidenced). ``met`` and ``not_met`` count requirements,
    as declared.
    """

    entry: Entry
    outcomes: tuple[tuple[str, str, str], ...]
    set_id: str
    set_version: str
    floor: float | None
    ceiling: float | None
    answered: int | None
    asked: int | None
    met: int
    not_met: int


def reports_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the JSON files among these files and in these folders, to the bottom, each once."""
    found = (
        file
        for path in paths
        for file in (sorted(path.rglob("*.json")) if path.is_dir() else (path,))
    )
    return tuple(dict.fromkeys(found))


def history(store: Store, park: str | None = None) -> tuple[Standing, ...]:
    """Give how parks stood, by park and day; of one park only, if it is named.

    Raises:
        InputError: the record is damaged.
        UsageError: nothing of this park is stored.
    """
    with store.indexed() as index:
        entries = {entry.id: entry for entry in _entries(index, park)}
        answers: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
        for row in index.execute(
            "SELECT document, number, question, declared, evidenced FROM outcomes"
        ):
            answers.setdefault((row[0], row[1]), []).append(row[2:])
        rows = index.execute(
            "SELECT document, number, set_id, set_version, floor, ceiling, answered, asked, met, "
            "not_met FROM assessments"
        )
        return tuple(
            Standing(entries[row[0]], tuple(answers.get((row[0], row[1]), ())), *row[2:])
            for row in rows
            if row[0] in entries
        )


def _entries(index: sqlite3.Connection, park: str | None) -> tuple[Entry, ...]:
    """Give all that is stored, of one park if it is named; errors as above."""
    found = [
        Entry(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None, *row[3:])
        for row in index.execute(_ENTRIES)
    ]
    if park is None:
        return tuple(found)
    of_park = tuple(entry for entry in found if entry.park_key == park_key(park))
    if not of_park:
        raise UsageError((unknown("U140", park, (entry.park for entry in found)),))
    return of_park


def choose(store: Store, wanted: date | str, park: str | None) -> Document:
    """Give one assessment of a store.

    Args:
        store: where it is kept.
        wanted: the day as of which it was made, or the beginning of its id.
        park: the name of the park, however it is written; None where the rest tells it apart.

    Raises:
        InputError: the record is damaged.
        UsageError: there is none, or several that differ in workbook, set, version or reading:
            of one made again by the same, the last one is taken.
    """
    with store.indexed() as index:
        entries = _entries(index, park)
    said = wanted.isoformat() if isinstance(wanted, date) else wanted
    found = [e for e in entries if e.day == wanted or (said and e.id.startswith(said))]
    if not found:
        raise UsageError((unknown("U141", said, _told(entries)),))
    if len({(e.park_key, e.workbook, e.audience, e.judged) for e in found}) > 1:
        facts = (("name", said), ("known", "; ".join(_told(found))))
        raise UsageError((Problem("U142", FilePlace(str(store.folder)), facts),))
    return store.document(found[-1].start, found[-1].length)


def _told(entries: Sequence[Entry]) -> list[str]:
    return [f"{e.name} {e.park} {e.day or '?'} ({e.sets})" for e in entries]
