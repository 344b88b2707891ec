"""Holds what a set tells of its changes against what the rules of both sets show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from eipcheck.criteria.differences import compare_sets
from eipcheck.criteria.load import Loaded, load_set
from eipcheck.criteria.reader import Map
from eipcheck.model.criterion import Change, CriteriaSet, Effect
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.difference import Compared, Entry, Shift, Side
from eipcheck.model.problem import CriteriaError, Severity

_AGAINST = {
    Effect.TIGHTENED: (Shift.LOOSENED,),
    Effect.LOOSENED: (Shift.TIGHTENED,),
    Effect.SAME: (Shift.TIGHTENED, Shift.LOOSENED),
}
"""What the rules may not show where the author says otherwise."""

_PROVEN = (Shift.TIGHTENED, Shift.LOOSENED, Shift.CHANGED)
_IDLE = (Shift.SAME, Shift.REWORDED)


def check_differences(loaded: Loaded, superseded: Path | None, dictionary: DataDictionary) -> None:
    """Report changes that the rules contradict, and criteria whose rule changed untold.

    Ids that do not exist, and criteria that only one of the sets has, are the business of
    ``check_changes``. The sets are compared on the last day of the one and the first of the other;
    not at all where one of them could not be read whole, so that this check comes first.

    Args:
        loaded: the set whose changes are checked.
        superseded: the folder of the set that it supersedes; None where it does not ship, and
            then there is nothing to compare.
        dictionary: the data dictionary without what the sets add.
    """
    old = _load(superseded, dictionary) if _is_whole(loaded) else None
    if old is None:
        return
    new = loaded.criteria_set
    found = compare_sets(Side(old, _last_day(old, new)), Side(new, new.in_force_from or date.min))
    entries = dict(zip(new.changes, loaded.top.maps("changes", required=False), strict=False))
    for entry in found.entries:
        if entry.change is not None:
            _check_told(entry, entry.change, entries[entry.change])
        else:
            _check_untold(entry, loaded)


def _is_whole(loaded: Loaded) -> bool:
    return all(p.severity is not Severity.ERROR for p in loaded.top.problems.sorted())


def _load(folder: Path | None, dictionary: DataDictionary) -> CriteriaSet | None:
    try:
        return None if folder is None else load_set(folder, dictionary)
    except CriteriaError:
        return None  # it is told where that set is checked


def _last_day(old: CriteriaSet, new: CriteriaSet) -> date:
    return old.in_force_to or new.in_force_from or date.min


def _check_told(entry: Entry, change: Change, place: Map) -> None:
    for compared, name in _both(entry):
        facts = {"id": name, "effect": change.effect.value, "found": compared.shift.value}
        if change.effect in (Effect.DROPPED, Effect.NEW):
            if _one_id(compared):
                place.report("C661", "effect", **facts)
        elif compared.shift in _AGAINST.get(change.effect, ()):
            place.report("C660", "effect", **facts)
    shifts = [compared.shift for compared in entry.criteria]
    told = change.effect in (Effect.TIGHTENED, Effect.LOOSENED)
    if told and shifts and all(shift in _IDLE for shift in shifts):
        place.problems.warn("C662", place.place("effect"), effect=change.effect.value)


def _one_id(compared: Compared) -> bool:
    return bool(compared.old and compared.new and compared.old.id == compared.new.id)


def _check_untold(entry: Entry, loaded: Loaded) -> None:
    for compared, name in _both(entry):
        if compared.shift in _PROVEN:
            card = loaded.cards[name]
            card.problems.warn("C663", card.place("id"), id=name, found=compared.shift.value)


def _both(entry: Entry) -> Iterator[tuple[Compared, str]]:
    """Give the criteria that both sets have, each with its id in the newer one."""
    for compared in entry.criteria:
        if compared.old is not None and compared.new is not None:
            yield compared, compared.new.id
