"""What became of the rows behind a count, between two assessments. Pure.

Rows are the same where their code is, else their name, and never for standing in the same place.
What is not unique on both sides tells nobody apart: such rows are counted and not followed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from eipcheck.reporting.assessment_document import Row, Rows

Pair = tuple[Row | None, Row | None]


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
    PROVEN = "proven"  # the answer is the same, and a document carries it now
    UNPROVEN = "unproven"


class RowChange(Struct, frozen=True):
    """A row that changed; ``qualifies`` is its answer now (before, for one that left)."""

    event: Event
    name: str
    code: str
    qualifies: str


class RowChanges(Struct, frozen=True):
    """The rows that changed, by event, and how many that may count cannot be followed."""

    rows: tuple[RowChange, ...] = ()
    unmatched: int = 0


def row_changes(old: Rows | None, new: Rows | None, *, named: bool) -> RowChanges:
    """Follow the rows from one assessment to the other.

    Args:
        old: the rows before, None where no table stood behind the finding.
        new: the rows after.
        named: whether both tell names and codes; a published assessment tells numbers in the
            order of the register instead, by which no row can be followed.
    """
    before, after = ((r.rows if r is not None else ()) for r in (old, new))
    if not named:
        return RowChanges(unmatched=sum(map(_may_count, (*before, *after))))
    pairs, doubtful = _matched(before, after)
    order = list(Event)
    told = [change for pair in pairs if (change := _change(*pair)) is not None]
    return RowChanges(
        tuple(sorted(told, key=lambda c: order.index(c.event))), sum(map(_may_count, doubtful))
    )


def folded(text: str) -> str:
    """Give a name as it is compared: without regard to case and spaces."""
    return " ".join(text.casefold().split())


def _matched(before: Sequence[Row], after: Sequence[Row]) -> tuple[list[Pair], list[Row]]:
    """Pair the rows, by code and then by name; give also those that no one can follow."""
    codes, names = (_own(before, after, key) for key in (_code, _name))
    pairs, left, joined = _paired(before, after, lambda r: _code(r) if _code(r) in codes else "")
    more, left, joined = _paired(left, joined, lambda r: _name(r) if _name(r) in names else "")

    def is_own(row: Row) -> bool:
        return _code(row) in codes or _name(row) in names

    gone, doubtful = _parted(left, joined, is_own)
    came, others = _parted(joined, left, is_own)
    alone: list[Pair] = [*((row, None) for row in gone), *((None, row) for row in came)]
    return [*pairs, *more, *alone], [*doubtful, *others]


def _code(row: Row) -> str:
    return row.code


def _name(row: Row) -> str:
    return folded(row.name)


def _own(before: Sequence[Row], after: Sequence[Row], key: Callable[[Row], str]) -> set[str]:
    """Give the keys that no two rows of one side share."""
    counts = [Counter(map(key, side)) for side in (before, after)]
    found = {k for count in counts for k in count if k}
    return {k for k in found if all(count[k] <= 1 for count in counts)}


def _paired(
    before: Sequence[Row], after: Sequence[Row], key: Callable[[Row], str]
) -> tuple[list[Pair], list[Row], list[Row]]:
    """Pair rows of one key, empty where a row has none of its own; give the rest of both."""
    known = {key(row): row for row in after if key(row)}
    found = {
        key(row): (row, known[key(row)])
        for row in before
        if key(row) in known and _may_be_one(row, known[key(row)])
    }
    left, joined = ([row for row in side if key(row) not in found] for side in (before, after))
    return list(found.values()), left, joined


def _may_be_one(row: Row, other: Row) -> bool:
    """Say whether two rows of one name may be one: two codes are two, whatever they are called."""
    return row.code == other.code or not (row.code and other.code)


def _parted(
    rows: Sequence[Row], others: Sequence[Row], is_own: Callable[[Row], bool]
) -> tuple[list[Row], list[Row]]:
    """Part the rows that the other side surely lacks from those that may be one of its rows."""
    codes = {row.code for row in others if row.code}
    namesakes = defaultdict(list)
    for row in others:
        namesakes[_name(row)].append(row)
    parts: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        same = namesakes[_name(row)] if _name(row) else ()
        doubtful = row.code in codes or any(_may_be_one(row, other) for other in same)
        parts[doubtful or not is_own(row)].append(row)
    return parts


def _may_count(row: Row) -> bool:
    return row.counted != "false"


def _change(old: Row | None, new: Row | None) -> RowChange | None:
    event = _event(old, new)
    shown = new or old
    if event is None or shown is None:
        return None
    return RowChange(event, shown.name, shown.code, shown.qualifies)


def _event(old: Row | None, new: Row | None) -> Event | None:
    if old is None or not _may_count(old):
        if new is None or not _may_count(new):
            return None
        if old is None:
            return Event.JOINED
        return Event.BEGAN if new.counted == "true" else Event.LOST
    if new is None:
        return Event.LEFT
    if not _may_count(new):
        return Event.STOPPED
    if old.counted != new.counted:
        return Event.FILLED if new.counted == "true" else Event.LOST
    if old.qualifies != new.qualifies:
        return _answered(old.qualifies, new.qualifies)
    if old.qualifies_evidenced == new.qualifies_evidenced:
        return None
    proven = new.qualifies_evidenced == new.qualifies
    return Event.PROVEN if proven else Event.UNPROVEN


def _answered(old: str, new: str) -> Event:
    if "unknown" in (old, new):
        return Event.FILLED if old == "unknown" else Event.LOST
    return Event.TO_YES if new == "true" else Event.TO_NO
