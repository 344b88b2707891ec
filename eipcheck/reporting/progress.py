"""What changed between two assessments of a park, and what may have caused it. Pure.

A verdict that was met and is no longer, for whatever reason, has regressed: also what is no longer
known can no longer be shown. What became met has improved, and so has what is partly met and was
not. Between "not met" and what is not known nobody can tell which is better: that is a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from eipcheck.reporting.progress_document import (
    AssessmentDocument,
    Document,
    Finding,
    Range,
    Row,
    Rows,
)

_MET, _PARTLY, _NOT = "met", "partly_met", "not_met"
_OPEN = ("undetermined", "needs_review")
_OUTSIDE = ("not_applicable", "reported")


class Turn(StrEnum):
    """Which way a criterion went, the gravest first."""

    REGRESSED = "regressed"
    IMPROVED = "improved"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


class Cause(StrEnum):
    """What differs between two assessments and may have caused a change."""

    DATA = "data"
    RULE = "rule"
    READING = "reading"
    DATE = "date"
    VERSION = "version"


class Event(StrEnum):
    """What happened to one row behind a count."""

    JOINED = "joined"
    LEFT = "left"
    BEGAN = "began"  # it was listed and did not count
    STOPPED = "stopped"
    TO_YES = "to_yes"
    TO_NO = "to_no"
    FILLED = "filled"  # what was not known is known
    LOST = "lost"


class RowChange(Struct, frozen=True):
    """A row that changed; ``qualifies`` is its answer now (before, for one that left)."""

    event: Event
    name: str
    code: str
    qualifies: str


class Change(Struct, frozen=True, kw_only=True):
    """One criterion before and after; None where it was not, or is no longer, judged.

    ``causes`` are all that differs and may have caused it, with what was and what is; one alone is
    the cause. ``unmatched`` is the number of rows that have no code, and no name of their own.
    """

    id: str
    turn: Turn
    old: Finding | None
    new: Finding | None
    causes: tuple[tuple[Cause, str, str], ...] = ()
    rows: tuple[RowChange, ...] = ()
    unmatched: int = 0

    @property
    def is_requirement(self) -> bool:
        """Whether the criterion binds the park, now or before."""
        return any(f is not None and f.kind == "requirement" for f in (self.old, self.new))


class SetProgress(Struct, frozen=True, kw_only=True):
    """All criteria of one set, the gravest changes first; ``same`` is the number of the others."""

    old: AssessmentDocument
    new: AssessmentDocument
    changes: tuple[Change, ...]
    same: int


class Progress(Struct, frozen=True, kw_only=True):
    """Two assessments of a park; ``only_old`` and ``only_new`` are sets that one of them lacks."""

    old: Document
    new: Document
    sets: tuple[SetProgress, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]

    @property
    def other_park(self) -> bool:
        """Whether the two name different parks."""
        return _folded(self.old.park) != _folded(self.new.park)

    @property
    def regressed(self) -> bool:
        """Whether a requirement regressed."""
        changes = (c for one in self.sets for c in one.changes)
        return any(c.turn is Turn.REGRESSED and c.is_requirement for c in changes)


def progress_of(old: Document, new: Document) -> Progress:
    """Compare two assessments, each set with itself."""
    before, after = ({a.set.id: a for a in d.assessments} for d in (old, new))
    return Progress(
        old=old,
        new=new,
        sets=tuple(_set(old, new, before[i], after[i]) for i in before if i in after),
        only_old=tuple(i for i in before if i not in after),
        only_new=tuple(i for i in after if i not in before),
    )


def _set(
    old: Document, new: Document, before: AssessmentDocument, after: AssessmentDocument
) -> SetProgress:
    was, now = ({f.id: f for f in a.findings} for a in (before, after))
    outer = tuple(_outer_causes(old, new, before, after))
    other_data = old.input.sha256 != new.input.sha256
    changes = [
        _change(was.get(i), now.get(i), outer, other_data=other_data)
        for i in dict.fromkeys((*now, *was))
    ]
    order = list(Turn)
    told = sorted(
        (c for c in changes if c.turn is not Turn.SAME), key=lambda c: order.index(c.turn)
    )
    return SetProgress(old=before, new=after, changes=tuple(told), same=len(changes) - len(told))


def _outer_causes(
    old: Document, new: Document, before: AssessmentDocument, after: AssessmentDocument
) -> Iterator[tuple[Cause, str, str]]:
    """Give what differs for all criteria: set, readings, date and program."""
    if before.set.sha256 != after.set.sha256:
        yield Cause.RULE, before.set.version, after.set.version
    was, now = ({r.id: r.option for r in a.readings} for a in (before, after))
    for reading in dict.fromkeys((*was, *now)):
        if was.get(reading) != now.get(reading):
            yield (
                Cause.READING,
                f"{reading}={was.get(reading, '')}",
                f"{reading}={now.get(reading, '')}",
            )
    days = [d.dates.assessment.on or "" for d in (old, new)]
    if days[0] != days[1]:
        yield Cause.DATE, days[0], days[1]
    if old.tool.version != new.tool.version:
        yield Cause.VERSION, old.tool.version, new.tool.version


def _change(
    old: Finding | None,
    new: Finding | None,
    outer: tuple[tuple[Cause, str, str], ...],
    *,
    other_data: bool,
) -> Change:
    turn = _turn(old, new)
    known = old or new
    assert known is not None
    if turn is Turn.SAME:
        return Change(id=known.id, turn=turn, old=old, new=new)
    rows, unmatched = _rows(*(f.rows if f is not None else None for f in (old, new)))
    data = [(Cause.DATA, "", "")] if other_data and _may_be_data(old, new, outer) else []
    return Change(
        id=known.id,
        turn=turn,
        old=old,
        new=new,
        causes=(*data, *outer),
        rows=rows,
        unmatched=unmatched,
    )


def _may_be_data(
    old: Finding | None, new: Finding | None, outer: tuple[tuple[Cause, str, str], ...]
) -> bool:
    """Say whether the data may have caused it: they differ here, or nothing else differs."""
    if old is None or new is None:
        return not outer
    return not outer or _inputs(old) != _inputs(new)


def _inputs(finding: Finding) -> object:
    """Give what a finding rests on, wherever in the workbook it stands."""
    kept = ("field", "value", "year", "as_of", "scope", "documents")
    said = Counter(repr([o.get(k) for k in kept]) for o in finding.observations)
    papers = Counter(repr([e.get("document"), e.get("counts")]) for e in finding.evidence)
    judged = {k: v for k, v in (finding.judgement or {}).items() if k != "cell"}
    behind = finding.rows
    rows = None if behind is None else (behind.complete, Counter(behind.rows))
    return said, papers, judged, rows


def _turn(old: Finding | None, new: Finding | None) -> Turn:
    if old is None or new is None:
        return Turn.NEW if old is None else Turn.GONE
    turns = {
        _verdict_turn(old.verdict, new.verdict),
        _verdict_turn(old.verdict_evidenced, new.verdict_evidenced),
    }
    if turns == {Turn.SAME}:
        ranges = (old.observed, old.observed_evidenced), (new.observed, new.observed_evidenced)
        return Turn.SAME if _plain(*ranges[0]) == _plain(*ranges[1]) else Turn.CHANGED
    return min(turns, key=list(Turn).index)


def _plain(*ranges: Range) -> list[tuple[object, ...]]:
    return [(r.low, r.high, r.unit, r.empty) for r in ranges]


def _verdict_turn(old: str, new: str) -> Turn:
    if old == new:
        return Turn.SAME
    if new in _OUTSIDE or old in _OUTSIDE:
        return Turn.CHANGED
    if old == _MET or (old == _PARTLY and new != _MET):
        return Turn.REGRESSED
    if new in (_MET, _PARTLY):
        return Turn.IMPROVED
    return Turn.CHANGED


def _rows(old: Rows | None, new: Rows | None) -> tuple[tuple[RowChange, ...], int]:
    """Match rows by code, else by a name that only one has, never by where they stand."""
    before, after = ((r.rows if r is not None else ()) for r in (old, new))
    was, now = _keyed(before), _keyed(after)
    # An enterprise that had no code yet, or has none any more, is known by its name.
    names_now = {_folded(row.name): key for key, row in now.items() if key not in was}
    for key in [k for k in was if k not in now]:
        name = _folded(was[key].name)
        other = names_now.get(name)
        if name and other is not None and (not was[key].code or not now[other].code):
            now[key] = now.pop(other)
    changes = [_row(was.get(key), now.get(key)) for key in dict.fromkeys((*was, *now))]
    unmatched = len(before) - len(was) + len(after) - len(_keyed(after))
    order = list(Event)
    told = sorted((c for c in changes if c is not None), key=lambda c: order.index(c.event))
    return tuple(told), unmatched


def _keyed(rows: Sequence[Row]) -> dict[tuple[str, str], Row]:
    codes = Counter(row.code for row in rows)
    names = Counter(_folded(row.name) for row in rows)
    return dict(_keys(rows, codes, names))


def _keys(
    rows: Iterable[Row], codes: Counter[str], names: Counter[str]
) -> Iterator[tuple[tuple[str, str], Row]]:
    for row in rows:
        name = _folded(row.name)
        if row.code and codes[row.code] == 1:
            yield ("code", row.code), row
        elif name and names[name] == 1:
            yield ("name", name), row


def _row(old: Row | None, new: Row | None) -> RowChange | None:
    event = _event(old, new)
    shown = new or old
    if event is None or shown is None:
        return None
    return RowChange(event, shown.name, shown.code, shown.qualifies)


def _event(old: Row | None, new: Row | None) -> Event | None:
    counted_before = old is not None and old.counted != "false"
    counted_now = new is not None and new.counted != "false"
    if not counted_before and not counted_now:
        return None
    if not counted_before:
        if old is None:
            return Event.JOINED
        return Event.BEGAN if new is not None and new.counted == "true" else Event.LOST
    if not counted_now:
        return Event.LEFT if new is None else Event.STOPPED
    assert old is not None
    assert new is not None
    return _answered(_state(old), _state(new))


def _state(row: Row) -> str:
    return row.qualifies if row.counted == "true" else "unknown"


def _answered(old: str, new: str) -> Event | None:
    if old == new:
        return None
    if "unknown" in (old, new):
        return Event.FILLED if old == "unknown" else Event.LOST
    return Event.TO_YES if new == "true" else Event.TO_NO


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
