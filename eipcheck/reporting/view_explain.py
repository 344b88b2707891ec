"""One criterion told in full: by itself, or for one park."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import ByReading, CriteriaSet, Criterion, Kind, Per, Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import (
    EitherMeasure,
    Every,
    Measure,
    MeasureByReading,
    NoneOf,
    Share,
)
from eipcheck.model.text import Language
from eipcheck.reporting.view_bounds import bounds_text, days_text
from eipcheck.reporting.view_card import clause_label, criterion_view, source_view
from eipcheck.reporting.view_head import head
from eipcheck.reporting.view_quantity import target_text
from eipcheck.reporting.view_readings import reading_view
from eipcheck.reporting.view_rule import Teller
from eipcheck.reporting.view_types import CardView, CriterionView, ExplainView
from eipcheck.reporting.view_words import Speaker


def explain_view(
    assessment: Assessment, criterion_id: str, dictionary: DataDictionary, language: Language
) -> ExplainView:
    """Tell one criterion for one park: the rule, the numbers, the steps, what would change it.

    Raises:
        KeyError: the assessment has no such criterion.
    """
    speaker = Speaker(language, dictionary)
    finding = {f.criterion.id: f for f in assessment.findings}[criterion_id]
    criterion = criterion_view(finding, assessment, speaker, rows=True)
    return ExplainView(
        head=head(assessment, speaker),
        criterion=criterion,
        rule=Teller(speaker, dict(assessment.readings)).rule(finding.criterion),
        changes=tuple(_changes(criterion, speaker)),
        disclaimer=speaker.say("disclaimer"),
    )


def _changes(criterion: CriterionView, speaker: Speaker) -> Iterator[str]:
    """Say what would change the verdict: what is missing, and another reading."""
    if criterion.gap:
        yield criterion.gap
    elif criterion.gap_evidenced:
        yield f"{speaker.say('run.evidenced')}: {criterion.gap_evidenced}"
    for todo in criterion.todos:
        if todo.kind != "gap":
            yield f"{todo.text} ({todo.cells})" if todo.cells else todo.text
    for reading in criterion.readings:
        yield from (f"{reading.id}: {effect}" for effect in reading.effects)


def card_view(
    criterion: Criterion, criteria: CriteriaSet, dictionary: DataDictionary, language: Language
) -> CardView:
    """Tell one criterion as its set says it, under the default readings."""
    speaker = Speaker(language, dictionary)
    defaults = {r.id: r.default for r in criteria.readings}
    kind = criterion.kind
    if isinstance(kind, ByReading):
        kind = Kind(dict(kind.options)[defaults[kind.reading]])
    return CardView(
        set=f"{speaker.text(criteria.title)} ({criteria.id} {criteria.version})",
        law=speaker.text(criteria.document),
        question=_question(criterion, criteria, speaker),
        days=days_text(criterion, criteria, speaker),
        bounds=bounds_text(criterion, criteria, speaker),
        otherwise=_otherwise(criterion, criteria, speaker),
        missing=speaker.say("authoring.card.unknown"),
        benchmark=_benchmark(criterion, speaker),
        beside=tuple(map(speaker.label, criterion.beside)),
        id=criterion.id,
        clause=clause_label(criterion.clause, criteria.article, speaker),
        title=speaker.text(criterion.title),
        kind=speaker.say(f"kind.{kind.value}"),
        actor=speaker.say(f"actor.{criterion.actor}"),
        requirement=speaker.text(criterion.requirement),
        computed=speaker.text(criterion.computed),
        rule=Teller(speaker, defaults).rule(criterion),
        if_empty=speaker.verdict(criterion.if_empty).word if _may_be_empty(criterion) else "",
        evidence_expected=speaker.text(criterion.evidence_expected),
        remedy=speaker.text(criterion.remedy),
        sdg=criterion.sdg,
        readings=tuple(
            reading_view(r, defaults, [], speaker)
            for r in criteria.readings
            if r.id in criterion.readings
        ),
        source=source_view(criterion.source, criteria, speaker),
    )


def _question(criterion: Criterion, criteria: CriteriaSet, speaker: Speaker) -> str:
    """Name the question that the criterion decides, and whether it is asked of each enterprise."""
    if criterion.question is None:
        return ""
    question = criteria.question(criterion.question)
    title = speaker.text(question.title)
    each = question.per is Per.ENTERPRISES
    return f"{title} ({speaker.say('authoring.card.each')})" if each else title


def _otherwise(criterion: Criterion, criteria: CriteriaSet, speaker: Speaker) -> str:
    """Tell the verdict where the target is missed, by reading where it depends on one."""
    missed = criterion.otherwise
    if criterion.target is None:
        return ""
    if isinstance(missed, Verdict):
        return speaker.verdict(missed).word
    labels = {o.id: speaker.text(o.label) for o in criteria.reading(missed.reading).options}
    told = (
        f"{speaker.verdict(Verdict(verdict)).word} ({missed.reading}: {labels[option]})"
        for option, verdict in missed.options
    )
    return "; ".join(told)


def _benchmark(criterion: Criterion, speaker: Speaker) -> str:
    mark = criterion.benchmark
    if mark is None:
        return ""
    bound = Fraction(mark.values[-1].value) if mark.values else None
    return speaker.say("authoring.card.not_law", target=target_text(mark, bound, speaker))


def _may_be_empty(criterion: Criterion) -> bool:
    """Say whether the measure, under some reading, counts rows of which there may be none."""
    waiting: list[Measure] = [criterion.measure]
    while waiting:
        measure = waiting.pop()
        if isinstance(measure, MeasureByReading):
            waiting += (part for _, part in measure.options)
        elif isinstance(measure, EitherMeasure):
            waiting.append(measure.register)
        elif isinstance(measure, Share | Every | NoneOf):
            return criterion.target is not None
    return False
