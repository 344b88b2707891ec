"""The rule of a criterion in words: its conditions and measure as an indented list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    ConditionByReading,
    Differ,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Criterion
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    FactSum,
    FactValue,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    Part,
    Ratio,
    RowSum,
    Share,
    Target,
    TargetByReading,
)
from eipcheck.reporting.view_quantity import target_text
from eipcheck.reporting.view_words import Speaker

_INDENT = "\N{NO-BREAK SPACE}" * 4

_ALWAYS, _NEVER = All(()), Not(All(()))
_PARK_DATES = ("assessment", "registration")

Line = tuple[int, str]
"""Depth and text."""


class Teller(Struct, frozen=True):
    """Tells rules under chosen readings."""

    speaker: Speaker
    chosen: Mapping[str, str]

    def rule(self, criterion: Criterion) -> tuple[str, ...]:
        """Tell when the criterion applies, what is measured, its target, and what needs review."""
        return tuple(_INDENT * depth + text for depth, text in self._rule(criterion))

    def _rule(self, criterion: Criterion) -> Iterator[Line]:
        if criterion.applies_when is not None:
            yield 0, self._say("applies")
            yield from self.condition(criterion.applies_when, 1)
        yield from self.measure(criterion.measure, 0)
        target = criterion.target
        if isinstance(target, TargetByReading):
            target = dict(target.options)[self.chosen[target.reading]]
        if target is not None:
            yield 0, self._say("target", target=self._target(target))
        if criterion.review_when is not None:
            yield 0, self._say("review")
            yield from self.condition(criterion.review_when, 1)

    def _target(self, target: Target) -> str:
        bound = Fraction(target.values[-1].value) if target.values else None
        return target_text(target, bound, self.speaker)

    def _say(self, key: str, **values: object) -> str:
        return self.speaker.say(f"rule.{key}", **values)

    def measure(self, measure: Measure, depth: int) -> Iterator[Line]:
        """Tell a measure."""
        match measure:
            case MeasureByReading(reading, options):
                yield from self.measure(dict(options)[self.chosen[reading]], depth)
            case EitherMeasure(register, typed):
                yield from self.measure(register, depth)
                yield depth, self._say("or_typed")
                yield from self.measure(typed, depth + 1)
            case Answer(condition):
                yield depth, self._say("answer")
                yield from self.condition(condition, depth + 1)
            case FactValue() | FactSum() | Ratio():
                yield depth, self._figure(measure)
            case Average(field, years):
                yield depth, self._say("average", field=self.speaker.label(field), n=years)
            case EachYear():
                sheet = self.speaker.label(measure.table)
                yield depth, self._say(f"each_year.{measure.years}", sheet=sheet)
                yield from self.condition(measure.where, depth + 1)
                if measure.grace_months:
                    yield depth, self._say("grace", n=measure.grace_months)
            case _:
                yield from self._rows(measure, depth)

    def _figure(self, measure: FactValue | FactSum | Ratio) -> str:
        match measure:
            case FactValue(field):
                return self.speaker.label(field)
            case FactSum(parts):
                labels = tuple(self._fields(parts))
                text = " + ".join(labels)
                return text if len(labels) == 1 else self._say("sum", fields=text)
            case Ratio(numerator, denominator):
                return self._say(
                    "ratio",
                    numerator=self._figure(numerator),
                    denominator=self._figure(denominator),
                )

    def _fields(self, parts: tuple[Part, ...]) -> Iterator[str]:
        for part in parts:
            names = (
                (part,) if isinstance(part, str) else dict(part.options)[self.chosen[part.reading]]
            )
            yield from map(self.speaker.label, names)

    def _rows(self, measure: Share | Count | RowSum | Every | NoneOf, depth: int) -> Iterator[Line]:
        sheet = self.speaker.label(measure.table)
        match measure:
            case Share(_, among, where):
                yield from self._two("share", sheet, among, where, depth)
            case Every(_, among, where):
                yield from self._two("every", sheet, among, where, depth)
            case NoneOf(_, among, where):
                yield from self._two("none", sheet, among, where, depth)
            case Count(_, where):
                yield depth, self._say("count", sheet=sheet)
                yield from self.condition(where, depth + 1)
            case RowSum(_, field, where):
                yield depth, self._say("row_sum", sheet=sheet, field=self.speaker.label(field))
                yield from self.condition(where, depth + 1)

    def _two(
        self, key: str, sheet: str, among: Condition, where: Condition, depth: int
    ) -> Iterator[Line]:
        yield depth, self._say("among", sheet=sheet)
        yield from self.condition(among, depth + 1)
        yield depth, self._say(key)
        yield from self.condition(where, depth + 1)

    def condition(self, condition: Condition, depth: int) -> Iterator[Line]:
        """Tell a condition under a line that introduces it: parts that must all hold are listed."""
        plain = self._plain(condition)
        if plain == _ALWAYS:
            yield depth, self._say("always")
        elif isinstance(plain, All):
            for part in plain.parts:
                yield from self._part(part, depth)
        else:
            yield from self._part(plain, depth)

    def _part(self, condition: Condition, depth: int) -> Iterator[Line]:
        match condition:
            case All(parts):
                yield from self._parts("all", parts, depth)
            case AnyOf(parts):
                yield from self._parts("any", parts, depth)
            case Either(parts):
                yield from self._parts("either", parts, depth)
            case Not(All(())):
                yield depth, self._say("never")
            case Not(All() | AnyOf() | Either() | HasRow() as part):
                yield depth, self._say("not")
                yield from self._part(part, depth + 1)
            case Not(part):
                yield depth, self._say("not_leaf", leaf=self._leaf(part))
            case HasRow(table, where):
                yield depth, self._say("has_row", sheet=self.speaker.label(table))
                yield from self.condition(where, depth + 1)
            case Holds(measure, target):
                *above, (last, text) = self.measure(measure, depth)
                yield from above
                yield last, f"{text}: {self._target(target)}"
            case _:
                yield depth, self._leaf(condition)

    def _parts(self, key: str, parts: tuple[Condition, ...], depth: int) -> Iterator[Line]:
        yield depth, self._say(key)
        for part in parts:
            yield from self._part(part, depth + 1)

    def _plain(self, condition: Condition) -> Condition:
        """Read the condition as chosen, without nesting and repetition that change nothing."""
        match condition:
            case ConditionByReading(reading, options):
                return self._plain(dict(options)[self.chosen[reading]])
            case All(parts):
                flat = self._flat(All, parts)
                if _NEVER in flat:
                    return _NEVER
                return flat[0] if len(flat) == 1 else All(flat)
            case AnyOf(parts):
                flat = tuple(part for part in self._flat(AnyOf, parts) if part != _NEVER)
                if _ALWAYS in flat:
                    return _ALWAYS
                return flat[0] if len(flat) == 1 else AnyOf(flat) if flat else _NEVER
            case Either(parts):
                return Either(tuple(self._plain(p) for p in parts))
            case Not(part):
                plain = self._plain(part)
                return _ALWAYS if plain == _NEVER else Not(plain)
            case _:
                return condition

    def _flat(self, kind: type[All | AnyOf], parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
        flat: dict[Condition, None] = {}
        for part in map(self._plain, parts):
            inner = part.parts if isinstance(part, All | AnyOf) and type(part) is kind else (part,)
            flat.update(dict.fromkeys(inner))
        return tuple(flat)

    def _window_end(self, before: str) -> str:
        """Name the date on which a window ends: of the park, or of the enterprise of each row."""
        if before in _PARK_DATES:
            return self._say(f"before.{before}")
        return self._say("before.enterprise", field=self.speaker.label(before))

    def _leaf(self, leaf: Condition) -> str:
        label, value = self.speaker.label, self.speaker.value
        match leaf:
            case Is(field, wanted):
                return self._say("is", field=label(field), value=value(field, wanted))
            case In(field, values):
                shown = "; ".join(value(field, v) for v in values)
                return self._say("in", field=label(field), values=shown)
            case AtLeast(field, bound):
                return self._say("at_least", field=label(field), value=value(field, bound))
            case AtMost(field, bound):
                return self._say("at_most", field=label(field), value=value(field, bound))
            case Within(field, months, before):
                day = self._window_end(before)
                return self._say("within", field=label(field), n=months, before=day)
            case ValidOn(start, until):
                ends = [
                    self._say(f"valid.{key}", field=label(field))
                    for key, field in (("start", start), ("until", until))
                    if field is not None
                ]
                return "; ".join(ends)
            case Differ((one, other)):
                return self._say("differ", one=label(one), other=label(other))
            case _:
                message = f"no words for {type(leaf).__name__}"
                raise TypeError(message)
