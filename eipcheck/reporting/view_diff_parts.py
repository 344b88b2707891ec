"""The parts of a criterion in which two sets may differ, in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from eipcheck.model.condition import Condition
from eipcheck.model.criterion import ByReading, Criterion, Verdict
from eipcheck.model.difference import Facet, Side
from eipcheck.model.measure import Target, TargetByReading
from eipcheck.reporting.view_quantity import target_text
from eipcheck.reporting.view_rule import Teller
from eipcheck.reporting.view_words import Speaker

_INDENT = "\N{NO-BREAK SPACE}" * 2
_RULES = (Facet.MEASURE, Facet.APPLIES, Facet.REVIEW)
_TEXTS = {
    Facet.TITLE: "title",
    Facet.REQUIREMENT: "requirement",
    Facet.COMPUTED: "computed",
    Facet.EVIDENCE: "evidence_expected",
}


class Told(Struct, frozen=True):
    """Tells the criteria of one side."""

    side: Side
    speaker: Speaker

    def words(self, criterion: Criterion | None) -> str:
        """Give the requirement in words; empty for none."""
        return "" if criterion is None else self.speaker.text(criterion.requirement)

    def chosen(self, value: str | ByReading) -> str:
        """Give what depends on a reading under the reading of this side."""
        if isinstance(value, ByReading):
            return dict(value.options)[self.side.readings[value.reading]]
        return value

    def target(self, target: Target | TargetByReading | None) -> str:
        """Print a target with the bound of the day; empty for none."""
        if isinstance(target, TargetByReading):
            target = dict(target.options)[self.side.readings[target.reading]]
        if target is None:
            return ""
        bound = Fraction(target.bound(self.side.on)) if target.values else None
        return target_text(target, bound, self.speaker)


def short_text(criterion: Criterion, facet: Facet, told: Told) -> str:
    """Tell a part in a few words; empty for a rule, which is told line by line."""
    speaker = told.speaker
    match facet:
        case Facet.KIND:
            return speaker.say(f"kind.{told.chosen(criterion.kind)}")
        case Facet.QUESTION:
            return _question(criterion, told)
        case Facet.ACTOR:
            return speaker.say(f"actor.{criterion.actor}")
        case Facet.TARGET:
            return told.target(criterion.target)
        case Facet.BENCHMARK:
            return told.target(criterion.benchmark)
        case Facet.BESIDE:
            return "; ".join(map(speaker.label, criterion.beside))
        case Facet.IF_EMPTY:
            return speaker.verdict(criterion.if_empty).word
        case Facet.OTHERWISE:
            return speaker.verdict(Verdict(told.chosen(criterion.otherwise))).word
        case _:
            return speaker.text(getattr(criterion, _TEXTS[facet])) if facet in _TEXTS else ""


def _question(criterion: Criterion, told: Told) -> str:
    if criterion.question is None:
        return ""
    return told.speaker.text(told.side.criteria.question(criterion.question).title)


def rule_lines(criterion: Criterion, facet: Facet, told: Told) -> tuple[str, ...]:
    """Tell a rule as lines indented by no-break spaces; none for a part told in short."""
    if facet not in _RULES:
        return ()
    teller = Teller(told.speaker, told.side.readings)
    if facet is Facet.MEASURE:
        lines = teller.measure(criterion.measure, 0)
    else:
        condition = criterion.applies_when if facet is Facet.APPLIES else criterion.review_when
        lines = _condition(teller, condition)
    return tuple(_INDENT * depth + text for depth, text in lines)


def _condition(teller: Teller, condition: Condition | None) -> Iterator[tuple[int, str]]:
    if condition is not None:
        yield from teller.condition(condition, 0)
