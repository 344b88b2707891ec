"""Counts over the parks of one table: which rows count, what is missed, what is missing.

A park is known by the name that its workbook gives, however it is written and whatever
province it names: provinces were merged, parks were not. A workbook without a
name is a park of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from eipcheck.model.park_name import folded, park_key
from eipcheck.model.text import Language
from eipcheck.reporting.say import say
from eipcheck.reporting.summary_types import (
    CommonGap,
    CommonLack,
    Entry,
    Lack,
    Open,
    Province,
    SummaryRow,
)


def placed(rows: Iterable[SummaryRow], language: Language) -> tuple[SummaryRow, ...]:
    """Note on each row why it is not counted: its park has a later date, or two of this one."""
    given = tuple(rows)
    latest: dict[str, str] = {}
    for row in given:
        latest[_park(row)] = max(row.day, latest.get(_park(row), ""))
    same = _by_day(given)
    return tuple(_placed(row, latest, same[_park(row), row.day], language) for row in given)


def _placed(
    row: SummaryRow, latest: dict[str, str], same: Sequence[SummaryRow], language: Language
) -> SummaryRow:
    earlier = row.day < latest[_park(row)]
    note = say(language, "summary.earlier") if earlier else ""
    if len(same) > 1:
        others = "; ".join(other.file for other in same if other is not row)
        note = say(language, "summary.twins", files=others)
    return replace(row, note=note, is_earlier=earlier)


def _by_day(rows: Iterable[SummaryRow]) -> dict[tuple[str, str], list[SummaryRow]]:
    same: dict[tuple[str, str], list[SummaryRow]] = {}
    for row in rows:
        same.setdefault((_park(row), row.day), []).append(row)
    return same


def _park(row: SummaryRow) -> str:
    return park_key(row.name) or f"\n{row.report}"  # files of several folders may share a name


def told_twins(rows: Iterable[SummaryRow], language: Language) -> tuple[str, ...]:
    """Say which workbooks tell of one park and one day."""
    return tuple(
        say(
            language,
            "summary.twins_told",
            n=len(same),
            park=same[0].park,
            date=same[0].date,
            files="; ".join(row.file for row in same),
        )
        for same in _by_day(rows).values()
        if len(same) > 1
    )


def trends(rows: Iterable[SummaryRow]) -> tuple[tuple[SummaryRow, ...], ...]:
    """Give the parks with several dates, each from the earliest on."""
    parks: dict[str, list[SummaryRow]] = {}
    for row in rows:
        parks.setdefault(_park(row), []).append(row)
    return tuple(
        tuple(sorted(dated, key=lambda row: row.day))
        for dated in parks.values()
        if len({row.day for row in dated}) > 1
    )


def gaps(counted: Iterable[Entry]) -> tuple[CommonGap, ...]:
    """Count each requirement that a park misses or leaves open, the commonest first."""
    found: dict[tuple[str, str], list[Open]] = {}
    for entry in counted:
        for one in entry.open:
            found.setdefault((one.clause, one.title), []).append(one)
    told = [
        CommonGap(
            clause,
            title,
            missed := sum(one.is_missed for one in opens),
            len(opens) - missed,
            "; ".join(dict.fromkeys(who for one in opens for who in one.who)),
        )
        for (clause, title), opens in found.items()
    ]
    return tuple(sorted(told, key=lambda gap: (-gap.missed, -gap.undecided)))


def lacks(counted: Iterable[Entry]) -> tuple[CommonLack, ...]:
    """Count how many parks have not told what decides a requirement, the commonest first."""
    found: Counter[Lack] = Counter()
    for entry in counted:
        found.update(dict.fromkeys(entry.lacks, 1))
    return tuple(CommonLack(lack.what, n, lack.who) for lack, n in found.most_common())


def provinces(
    rows: Iterable[SummaryRow], language: Language
) -> tuple[tuple[str, ...], tuple[Province, ...]]:
    """Give the key of each row's province, and the provinces with the counted parks in each."""
    given = tuple(rows)
    keys = tuple(folded(row.place) for row in given)
    names = {key: row.place for key, row in reversed(list(zip(keys, given, strict=True))) if key}
    names.setdefault("", say(language, "summary.no_province"))
    shown = {key for key, row in zip(keys, given, strict=True) if not row.is_earlier}
    parks = Counter(key for key, row in zip(keys, given, strict=True) if not row.note)
    order = sorted(shown, key=lambda key: (not key, key))
    return keys, tuple(Province(key, names[key], parks[key]) for key in order)
