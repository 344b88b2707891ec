"""Rows that a list does not show but that may exist while it is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from eipcheck.evaluation.answers import Answers
from eipcheck.evaluation.leaves import months_before
from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, compound, negation, truth
from eipcheck.evaluation.walk import leaf_fields
from eipcheck.model.assessment import Truth
from eipcheck.model.condition import (
    Condition,
    HasRow,
    In,
    Is,
    ValidOn,
    Within,
)
from eipcheck.model.measure import Holds
from eipcheck.model.record import Declaration


class Unlisted(Struct, frozen=True):
    """A row that may exist: what is sure of it, everything else about it being unknown.

    ``scope`` are answers it is sure to have, ``span`` the days between which its date (the field
    that the list ``covers``) lies. Its key differs from those of the listed rows. ``park`` gives
    the truth of a condition on the park.
    """

    answers: Answers
    park: Callable[[Condition], Truth]
    sheet: str
    scope: tuple[tuple[str, str], ...]
    span: tuple[date | None, date | None]

    def truth(self, where: Condition) -> Truth:
        """Say whether such a row may satisfy the condition; what could be is unknown."""
        return min(self._truth(where), UNKNOWN)

    def _truth(self, condition: Condition) -> Truth:
        combined = compound(condition, self._truth)
        if combined is not None:
            return combined
        match condition:
            case HasRow():
                return UNKNOWN
            case Holds():
                return self.park(condition)
            case _:
                return self._leaf(condition)

    def _leaf(self, condition: Condition) -> Truth:
        fields = leaf_fields(condition)
        if not any(self.answers.is_row_field(f, self.sheet) for f in fields):
            return self.park(condition)
        match condition:
            case Is(field, value) if field in dict(self.scope):
                return truth(dict(self.scope)[field] == value)
            case In(field, values) if field in dict(self.scope):
                return truth(dict(self.scope)[field] in values)
            case Is(field, value) if field == self._key:
                return FALSE if value in self.answers.values(field) else UNKNOWN
            case In(field, values) if field == self._key:
                return FALSE if set(values) <= set(self.answers.values(field)) else UNKNOWN
            case ValidOn(start, None) if start == self._covers:
                return self._not_after(self.answers.as_of)
            case Within(field, months) if field == self._covers:
                ends = self.answers.window_ends(condition)
                if ends is None:
                    return UNKNOWN
                opening = negation(self._not_after(months_before(ends[0], months)))
                return min(opening, self._not_after(ends[1]))
            case _:
                return UNKNOWN

    @property
    def _key(self) -> str | None:
        return self.answers.dictionary.sheet(self.sheet).key

    @property
    def _covers(self) -> str | None:
        return self.answers.dictionary.sheet(self.sheet).covers

    def _not_after(self, day: date) -> Truth:
        first, last = self.span
        if last is not None and last <= day:
            return TRUE
        return FALSE if first is not None and first > day else UNKNOWN


def unlisted_rows(
    answers: Answers, sheet: str, park: Callable[[Condition], Truth]
) -> tuple[Unlisted, ...]:
    """Give the kinds of rows that may exist unlisted; none where the list is complete.

    A "complete" line closes its scope for the days it covers.
    """
    declared = {d.id: d for d in answers.table(sheet).declarations}
    specs = answers.dictionary.sheet(sheet).declarations
    if not specs:
        return (Unlisted(answers, park, sheet, (), (None, None)),)
    return tuple(
        Unlisted(answers, park, sheet, spec.scope, span)
        for spec in specs
        for span in _open_spans(answers, sheet, declared.get(spec.id))
    )


def _open_spans(
    answers: Answers, sheet: str, declaration: Declaration | None
) -> tuple[tuple[date | None, date | None], ...]:
    if declaration is None or not answers.is_complete(declaration):
        return ((None, None),)
    if answers.is_of_later_day(sheet):  # who left before that day is not on it
        return ((None, None),)
    if answers.dictionary.sheet(sheet).covers is None:
        return ()
    day = timedelta(days=1)
    spans: list[tuple[date | None, date | None]] = []
    if declaration.start is not None:
        spans.append((None, declaration.start - day))
    if declaration.end is not None and declaration.end < answers.as_of:
        spans.append((declaration.end + day, None))
    return tuple(spans)
