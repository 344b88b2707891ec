"""Small changes of conditions: what a case must notice of each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from eipcheck.criteria.mutants_edit import ALWAYS, Edit, Slot, drop, put, rename
from eipcheck.model.dictionary import DataDictionary, FieldType

_TRUE: dict[str, Any] = {"all": []}
_FALSE: dict[str, Any] = {"not": {"all": []}}
_FLIPS = {"at_least": "at_most", "at_most": "at_least"}
_SWAPS = {"all": "any", "any": "all", "either": "any"}
_WINDOW_ENDS = ("registration", "assessment")
_SEVERAL = 2
_DAY = timedelta(days=1)

Edits = Iterator[Edit]


def step(slot: Slot) -> Edits:
    """Nudge a number by one, up and down; one that is not written here is left alone."""
    if isinstance(slot.value, Decimal):
        yield put(slot, slot.value + 1)
        if slot.value >= 1:
            yield put(slot, slot.value - 1)


def days(slot: Slot, *keys: str) -> Edits:
    """Shift each day under the keys, where one stands, to the next and to the one before."""
    for key in keys:
        day = slot.value.get(key)
        if isinstance(day, date) and date.min < day < date.max:
            yield put(slot.inner(key), day + _DAY)
            yield put(slot.inner(key), day - _DAY)


def others(slot: Slot, allowed: tuple[str, ...]) -> Edits:
    """Put each other word in place of the one that stands there."""
    for word in allowed:
        if word != slot.value:
            yield put(slot, word)


def leave_out_each(parts: tuple[Slot, ...]) -> Edits:
    """Leave out one of several items, each in turn."""
    if len(parts) >= _SEVERAL:
        yield from map(drop, parts)


def exchange(options: tuple[Slot, ...]) -> Edits:
    """Give each option of a reading the content of the next one that differs."""
    for index, slot in enumerate(options):
        following = (*options[index + 1 :], *options[:index])
        other = next((each for each in following if each.value != slot.value), None)
        if other is not None:
            yield put(slot, other.value, f"as {other.key}")


class ConditionMutator(ABC):
    """Changes conditions; ``counted`` are the terms that say which enterprises are counted."""

    def __init__(self, dictionary: DataDictionary, counted: tuple[str, ...]) -> None:
        self.dictionary = dictionary
        self.counted = counted

    def whole(self, slot: Slot, *, among: bool = False) -> Edits:
        """Change a condition that stands by itself: let it always hold, or change it within."""
        if "all" not in slot.value:
            yield put(slot, _TRUE, f"-> {ALWAYS}")
        yield from self.condition(slot, among=among)

    def condition(self, slot: Slot, *, among: bool = False, wide: bool = True) -> Edits:
        """Change a condition within.

        ``among`` says that it decides who is counted; ``wide`` that it stands where all parts
        must hold, so that one which always holds is as good as none.
        """
        ((kind, body),) = slot.value.items()
        if kind in _SWAPS:
            yield from self._compound(slot, kind, among=among)
        elif kind == "not":
            yield put(slot, body, "not -> –")
            yield from self.condition(slot.inner("not"), among=among)
        elif kind == "by_reading":
            options = slot.options()
            yield from exchange(options)
            for option in options:
                if not option.value.keys() & _SWAPS.keys() and option.value != _FALSE:
                    yield put(option, _TRUE if wide else _FALSE, "drop")
                yield from self.condition(option, among=among, wide=wide)
        elif kind == "term" and among:
            yield from others(slot.inner("term"), self.counted)
        elif kind in self._LEAVES:
            yield from self._LEAVES[kind](self, slot)

    def _compound(self, slot: Slot, kind: str, *, among: bool) -> Edits:
        parts = slot.parts(kind)
        if len(parts) >= _SEVERAL:
            yield rename(slot, kind, _SWAPS[kind])
            yield from map(drop, parts)
        elif kind == "all":
            yield from map(drop, parts)
        for part in parts:
            yield from self.condition(part, among=among, wide=kind == "all")

    @abstractmethod
    def holds(self, slot: Slot) -> Edits:
        """Change a measure and its target that stand in a condition."""

    def _is(self, slot: Slot) -> Edits:
        inner = slot.inner("is")
        if self.dictionary.field(inner.value["field"]).type is FieldType.YES_NO:
            yield from others(inner.inner("value"), ("yes", "no"))

    def _in(self, slot: Slot) -> Edits:
        yield from leave_out_each(slot.inner("in").parts("values"))

    def _bounded(self, slot: Slot) -> Edits:
        ((kind, _),) = slot.value.items()
        yield rename(slot, kind, _FLIPS[kind])
        yield from step(slot.inner(kind, "value"))

    def _valid_on(self, slot: Slot) -> Edits:
        inner = slot.inner("valid_on")
        yield from leave_out_each(tuple(inner.inner(end) for end in inner.value))

    def _within(self, slot: Slot) -> Edits:
        yield from step(slot.inner("within", "months"))
        yield from others(slot.inner("within", "before"), _WINDOW_ENDS)

    def _has_row(self, slot: Slot) -> Edits:
        yield from self.whole(slot.inner("has_row", "where"))

    def _holds(self, slot: Slot) -> Edits:
        yield from self.holds(slot.inner("holds"))

    _LEAVES: dict[str, Callable[[ConditionMutator, Slot], Edits]] = {  # noqa: RUF012 - never changed
        "is": _is,
        "in": _in,
        "at_least": _bounded,
        "at_most": _bounded,
        "valid_on": _valid_on,
        "within": _within,
        "has_row": _has_row,
        "holds": _holds,
    }
