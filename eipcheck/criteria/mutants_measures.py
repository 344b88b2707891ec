"""Small changes of measures, targets and whole cards: what a case must notice of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from eipcheck.criteria.mutants_conditions import (
    ConditionMutator,
    Edits,
    days,
    exchange,
    leave_out_each,
    others,
    step,
)
from eipcheck.criteria.mutants_edit import Edit, Slot, drop, put, rename
from eipcheck.model.criterion import Verdict
from eipcheck.model.dictionary import FieldType, Layout

_FLIPS = {
    "at_least": ("more_than", "at_most"),
    "at_most": ("less_than", "at_least"),
    "more_than": ("at_least", "less_than"),
    "less_than": ("at_most", "more_than"),
    "exactly": ("at_least", "at_most"),
}
_NUDGES = (Decimal(1), Decimal(-1), Decimal("0.1"), Decimal("-0.1"))
"""In percentage points: one unit, and about one row of a thousand."""
_OPPOSITES = {"every": "none", "none": "every"}
_SCOPES = ("whole", "assessed", "operating_phase")
_YEARS = ("last", "three", "all")
_IF_EMPTY = (Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.NEEDS_REVIEW)
_OTHERWISE = (Verdict.NOT_MET, Verdict.NEEDS_REVIEW)
_DAY = timedelta(days=1)
_OTHER_FIELDS = 2  # tried in place of a denominator


class CardMutator(ConditionMutator):
    """Changes all that a card says and that a case can show."""

    def card(self, slot: Slot) -> Edits:
        """Change one card, the mapping that stands at the place."""
        for key in ("applies_when", "review_when"):
            if key in slot.value:
                yield drop(slot.inner(key))
                yield from self.condition(slot.inner(key))
        yield from self.measure(slot.inner("measure"))
        if "target" in slot.value:  # without one nothing can be missed or empty
            yield from self.target(slot.inner("target"))
            yield from _verdicts(slot, "if_empty", _IF_EMPTY)
        yield from _verdicts(slot, "otherwise", _OTHERWISE)
        # Cases on the days at both ends notice it: those inside judge, those outside are absent.
        yield from days(slot, "from", "to")

    def holds(self, slot: Slot) -> Edits:
        """Change a measure and its target that stand in a condition."""
        yield from self.measure(slot.inner("measure"))
        yield from self.target(slot.inner("target"))

    def measure(self, slot: Slot) -> Edits:
        """Change a measure within."""
        ((kind, _),) = slot.value.items()
        if kind == "by_reading":
            yield from exchange(slot.options())
            for option in slot.options():
                yield from self.measure(option)
        elif kind in self._MEASURES:
            yield from self._MEASURES[kind](self, slot)

    def _answer(self, slot: Slot) -> Edits:
        yield from self.whole(slot.inner("answer"))

    def _sum(self, slot: Slot) -> Edits:
        inner = slot.inner("sum")
        if "part_of" in inner.value:
            yield drop(inner.inner("part_of"), "other_parts")
        for key in ("fields", "other_parts"):
            if key in inner.value:
                yield from leave_out_each(inner.parts(key))
                for part in inner.parts(key):
                    yield from self._fields_by_reading(part)

    @staticmethod
    def _fields_by_reading(slot: Slot) -> Edits:
        if isinstance(slot.value, dict):
            yield from exchange(slot.options())
            for option in slot.options():
                yield from map(drop, (option.inner(n) for n in range(len(option.value))))

    def _ratio(self, slot: Slot) -> Edits:
        inner = slot.inner("ratio")
        if isinstance(inner.value["of"], dict):
            yield from self._sum(inner.inner("of"))
        yield from self._denominators(inner.inner("to"))
        if "years_may_differ" in inner.value:
            yield put(inner.inner("years_may_differ"), not inner.value["years_may_differ"])
        scope = inner.inner("scope")
        if isinstance(inner.value.get("scope"), dict):
            yield from exchange(scope.options())
        elif "scope" in inner.value:
            yield from others(scope, _SCOPES)

    def _denominators(self, slot: Slot) -> Edits:
        """Divide by another figure of the same unit and sheet, the nearest first."""
        own = self.dictionary.field(slot.value)
        fields = [
            each.id
            for sheet in self.dictionary.sheets
            if sheet.layout is Layout.FACTS and sheet.id == own.sheet
            for each in sheet.fields
            if each.unit == own.unit and each.type in (FieldType.NUMBER, FieldType.INTEGER)
        ]
        at = fields.index(own.id)
        near = sorted(fields, key=lambda name: abs(fields.index(name) - at))
        yield from others(slot, tuple(near[1 : 1 + _OTHER_FIELDS]))

    def _rows(self, slot: Slot) -> Edits:
        """Change a measure that counts rows among those that are counted."""
        ((kind, _),) = slot.value.items()
        if kind in _OPPOSITES:
            yield rename(slot, kind, _OPPOSITES[kind])
        yield from self.whole(slot.inner(kind, "among"), among=True)
        yield from self.whole(slot.inner(kind, "where"))

    def _count(self, slot: Slot) -> Edits:
        inner = slot.inner("count")
        if "networks" in inner.value:
            yield drop(inner.inner("networks"))
            yield from leave_out_each(inner.parts("networks"))
        yield from self.whole(inner.inner("where"))

    def _row_sum(self, slot: Slot) -> Edits:
        yield from self.whole(slot.inner("row_sum", "where"))

    def _each_year(self, slot: Slot) -> Edits:
        inner = slot.inner("each_year")
        yield from others(inner.inner("years"), _YEARS)
        if "since" in inner.value and inner.value["years"] != "all":
            yield drop(inner.inner("since"))
        if "grace_months" in inner.value:
            yield from step(inner.inner("grace_months"))
        yield from self.whole(inner.inner("where"))

    def _either(self, slot: Slot) -> Edits:
        inner = slot.inner("either")
        yield put(slot, inner.value["register"], "typed drop")
        yield put(slot, inner.value["typed"], "register drop")
        if "typed_when" in inner.value:
            yield drop(inner.inner("typed_when"))
            wanted = inner.inner("typed_when")
            yield from leave_out_each(tuple(wanted.inner(name) for name in wanted.value))
        yield from self.measure(inner.inner("register"))
        yield from self.measure(inner.inner("typed"))

    def _average(self, slot: Slot) -> Edits:
        yield from step(slot.inner("average", "years"))

    _MEASURES: dict[str, Callable[[CardMutator, Slot], Edits]] = {  # noqa: RUF012 - never changed
        "answer": _answer,
        "sum": _sum,
        "ratio": _ratio,
        "share": _rows,
        "every": _rows,
        "none": _rows,
        "count": _count,
        "row_sum": _row_sum,
        "each_year": _each_year,
        "either": _either,
        "average": _average,
    }

    def target(self, slot: Slot) -> Edits:
        """Change a target: its direction, its strictness, its bounds and their days."""
        if "by_reading" in slot.value:
            yield from exchange(slot.options())
            for option in slot.options():
                yield from self.target(option)
            return
        for kind in _FLIPS.keys() & slot.value.keys():
            yield from (rename(slot, kind, other) for other in _FLIPS[kind])
            bound = slot.inner(kind)
            if isinstance(bound.value, list):
                yield from _dated(bound)
            else:
                yield from _nudged(bound)
        if "rounding" in slot.value:
            yield drop(slot.inner("rounding"))
        if "partly_from" in slot.value:
            yield from _nudged(slot.inner("partly_from"))


def _nudged(slot: Slot) -> Edits:
    """Nudge a bound: a share by a point and by a row, another by one of its unit."""
    value = slot.value
    if isinstance(value, str):
        number = Decimal(value.removesuffix("%"))
        for nudge in _NUDGES:
            if number + nudge >= 0:
                yield put(slot, f"{number + nudge} %")
    else:
        yield from step(slot)


def _dated(slot: Slot) -> Edits:
    """Nudge each dated bound, and shift each day on which one follows another.

    Both sides of such a day are shifted together, since ``check`` refuses days without a bound and
    days with two. It refuses a list too that begins after its criterion or ends before it; where
    the list begins earlier or ends later, no case is judged by it. So its ends are left alone.
    """
    parts = [slot.inner(index) for index in range(len(slot.value))]
    for part in parts:
        yield from _nudged(part.inner("value"))
        yield from _looked_until(part)
    parts.sort(key=lambda part: part.value["from"])
    for earlier, later in pairwise(parts):
        for shift in (_DAY, -_DAY):
            last = later.value.get("to", date.max)
            if earlier.value["from"] < later.value["from"] + shift <= last:
                yield _boundary(slot, earlier, later, shift)


def _looked_until(part: Slot) -> Edits:
    """Shift the day after which a bound is flagged, if its bound holds on the day that differs."""
    for edit in days(part, "verified_until"):
        day = max(edit.slot.value, edit.content[edit.slot.key])
        if part.value["from"] <= day <= part.value.get("to", date.max):
            yield edit


def _boundary(slot: Slot, earlier: Slot, later: Slot, shift: timedelta) -> Edit:
    """Let a bound follow another a day later or earlier; none is left between them."""
    end, start = earlier.value.get("to"), later.value["from"]
    content: list[Any] = list(slot.value)
    content[int(later.key)] = {**later.value, "from": start + shift}
    if isinstance(end, date):
        content[int(earlier.key)] = {**earlier.value, "to": end + shift}
    at = later.inner("from")
    before, after = str(start), str(start + shift)
    place = at.document.place(at.holder, at.key)
    return Edit(at, slot.value, content, f"{before} -> {after}", before, after, place)


def _verdicts(slot: Slot, key: str, allowed: tuple[Verdict, ...]) -> Iterator[Edit]:
    if key not in slot.value:
        return
    inner = slot.inner(key)
    if isinstance(inner.value, dict):
        yield from exchange(inner.options())
    else:
        yield from others(inner, tuple(verdict.value for verdict in allowed))
