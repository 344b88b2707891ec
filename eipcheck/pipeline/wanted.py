"""What a run reads: fields, and "complete" lines; the reader leaves other columns alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, compound, truth
from eipcheck.evaluation.walk import conditions, every_condition, fields_read
from eipcheck.model.assessment import Truth
from eipcheck.model.condition import (
    All,
    Condition,
    ConditionByReading,
    HasRow,
    In,
    Is,
    Within,
)
from eipcheck.model.criterion import CriteriaSet, Criterion
from eipcheck.model.dictionary import DataDictionary, DeclarationSpec
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    Holds,
    Measure,
    MeasureByReading,
    NoneOf,
    RowSum,
    Share,
    Target,
    TargetByReading,
)
from eipcheck.pipeline.sets import Library


def wanted_fields(library: Library) -> frozenset[str]:
    """Give the ids of all that the sets of a run read; see ``wanted_of``."""
    return wanted_of(library.read, library.dictionary)


def wanted_of(sets: Iterable[CriteriaSet], dictionary: DataDictionary) -> frozenset[str]:
    """Give the ids of the fields that sets read, under whatever readings, to judge or to show.

    Those of the "complete" lines that can matter to them are among the ids.
    """
    sets = tuple(sets)
    fields = {f for s in sets for f in _of_set(s) if dictionary.has_field(f)}
    lines = _lines(sets, dictionary)
    return frozenset(fields | lines)


def _of_set(criteria: CriteriaSet) -> Iterator[str]:
    for criterion in criteria.criteria:
        yield from _of_criterion(criterion)
    for measure in _measures(criteria):
        yield from fields_read(measure)
        yield from _of_conditions(measure)


def _of_criterion(criterion: Criterion) -> Iterator[str]:
    yield from _networks(criterion.measure)
    yield from _bounds(criterion.target)
    yield from _bounds(criterion.benchmark)
    yield from criterion.beside


def _measures(criteria: CriteriaSet) -> Iterator[Measure]:
    """Give all that a set evaluates, conditions as the answers that they ask for."""
    for criterion in criteria.criteria:
        yield criterion.measure
        for condition in (criterion.applies_when, criterion.review_when):
            if condition is not None:
                yield Answer(condition)
    for question in criteria.questions:
        if question.possible_when is not None:
            yield Answer(question.possible_when)


def _of_conditions(measure: Measure) -> Iterator[str]:
    """Give what conditions name besides the fields that they ask: ends of windows, bounds."""
    for outer in conditions(measure):
        for condition in every_condition(outer):
            match condition:
                case Within(_, _, before):
                    yield before
                case Holds(inner, target):
                    yield from _networks(inner)
                    yield from _bounds(target)
                case _:
                    pass


def _bounds(target: Target | TargetByReading | None) -> Iterator[str]:
    """Give the figures that are bounds themselves."""
    match target:
        case Target(field=str(field)):
            yield field
        case TargetByReading(_, options):
            for _, option in options:
                yield from _bounds(option)
        case _:
            pass


def _networks(measure: Measure) -> Iterator[str]:
    match measure:
        case Count(networks=fields):
            yield from fields
        case EitherMeasure(register, _):
            yield from _networks(register)
        case MeasureByReading(_, options):
            for _, option in options:
                yield from _networks(option)
        case _:
            pass


def _lines(sets: Iterable[CriteriaSet], dictionary: DataDictionary) -> set[str]:
    """Give the "complete" lines of which an unlisted row may count somewhere."""
    looked_for: dict[str, list[Condition]] = {}
    for criteria in sets:
        for measure in _measures(criteria):
            for table, condition in _rows(measure):
                looked_for.setdefault(table, []).append(condition)
    return {
        line.id
        for sheet in dictionary.sheets
        for line in sheet.declarations
        if any(_may_be(condition, line) is not FALSE for condition in looked_for.get(sheet.id, ()))
    }


def _rows(measure: Measure) -> Iterator[tuple[str, Condition]]:
    """Give the lists of which rows are looked for, and what they must fulfil to matter."""
    match measure:
        case Share() | Every():
            yield measure.table, measure.among
        case NoneOf():
            yield measure.table, All((measure.among, measure.where))
        case Count() | RowSum() | EachYear():
            yield measure.table, measure.where
        case EitherMeasure(register, _):
            yield from _rows(register)
            return
        case MeasureByReading(_, options):
            for _, option in options:
                yield from _rows(option)
            return
        case _:
            pass
    for outer in conditions(measure):
        for condition in every_condition(outer):
            match condition:
                case HasRow(table, where):
                    yield table, where
                case Holds(inner, _):
                    yield from _rows(inner)
                case _:
                    pass


def _may_be(condition: Condition, line: DeclarationSpec) -> Truth:
    """Say what is sure of a condition for rows of which only the scope of the line is known."""

    def truth_of(part: Condition) -> Truth:
        combined = compound(part, truth_of)
        if combined is not None:
            return combined
        match part:
            case Is(field, value) if field in scope:
                return truth(scope[field] == value)
            case In(field, values) if field in scope:
                return truth(scope[field] in values)
            case ConditionByReading(_, options):
                truths = {truth_of(option) for _, option in options}
                return truths.pop() if len(truths) == 1 else UNKNOWN
            case _:
                return UNKNOWN

    scope = dict(line.scope)
    return truth_of(condition) if scope else TRUE
