"""What a run reads: fields, and "complete" lines; the reader leaves other columns alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN, compound, truth
from eipcheck.evaluation.walk import conditions, leaf_fields, own_figures, parts
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
from eipcheck.model.criterion import CriteriaSet
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


class Reads(Struct, frozen=True):
    """What one set reads: fields, and the lists with what their rows must fulfil to matter."""

    fields: frozenset[str]
    rows: tuple[tuple[str, Condition], ...]


def wanted_fields(library: Library) -> tuple[frozenset[str], frozenset[str]]:
    """Give the ids of all that a run reads, and of what the sets asked for read; see ``wanted_of``.

    The first holds what the successors of repealed sets read as well.
    """
    reads = {s.id: reads_of(s) for s in library.read}
    asked = (reads[s.id] for s in library.sets)
    return _joined(reads.values(), library.dictionary), _joined(asked, library.dictionary)


def wanted_of(sets: Iterable[CriteriaSet], dictionary: DataDictionary) -> frozenset[str]:
    """Give the ids of the fields that sets read, under whatever readings, to judge or to show.

    Those of the "complete" lines that can matter to them are among the ids.
    """
    return _joined(map(reads_of, sets), dictionary)


def _joined(reads: Iterable[Reads], dictionary: DataDictionary) -> frozenset[str]:
    reads = tuple(reads)
    named = frozenset[str]().union(*(each.fields for each in reads))
    # A window may end on a date of the run, which is no field.
    fields = frozenset(filter(dictionary.has_field, named))
    return fields | _lines((row for each in reads for row in each.rows), dictionary)


def reads_of(criteria: CriteriaSet) -> Reads:
    """Walk all that a set evaluates once: its trees are large, and every run pays for this."""
    fields: set[str] = set()
    rows: list[tuple[str, Condition]] = []
    for criterion in criteria.criteria:
        fields.update(_bounds(criterion.target), _bounds(criterion.benchmark), criterion.beside)
    for measure in _measures(criteria):
        _walk_measure(measure, fields, rows)
    return Reads(frozenset(fields), tuple(rows))


def _walk_measure(measure: Measure, fields: set[str], rows: list[tuple[str, Condition]]) -> None:
    fields.update(own_figures(measure), _networks(measure))
    rows += _rows(measure)
    for condition in conditions(measure):
        _walk(condition, fields, rows)


def _walk(condition: Condition, fields: set[str], rows: list[tuple[str, Condition]]) -> None:
    fields.update(leaf_fields(condition))
    match condition:
        case Within(_, _, before):
            fields.add(before)
        case HasRow(table, where):
            rows.append((table, where))
        case Holds(measure, target):
            fields.update(_bounds(target))
            _walk_measure(measure, fields, rows)
            return  # its parts are the conditions of the measure
        case _:
            pass
    for part in parts(condition):
        _walk(part, fields, rows)


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


def _lines(rows: Iterable[tuple[str, Condition]], dictionary: DataDictionary) -> frozenset[str]:
    """Give the "complete" lines of which an unlisted row may count somewhere."""
    looked_for: dict[str, list[Condition]] = {}
    for table, condition in rows:
        looked_for.setdefault(table, []).append(condition)
    return frozenset(
        line.id
        for sheet in dictionary.sheets
        for line in sheet.declarations
        if any(_may_be(condition, line) is not FALSE for condition in looked_for.get(sheet.id, ()))
    )


def _rows(measure: Measure) -> Iterator[tuple[str, Condition]]:
    """Give the lists whose rows a measure counts, and what rows must fulfil to matter."""
    match measure:
        case Share() | Every():
            yield measure.table, measure.among
        case NoneOf():
            yield measure.table, All((measure.among, measure.where))
        case Count() | RowSum() | EachYear():
            yield measure.table, measure.where
        case EitherMeasure(register, _):
            yield from _rows(register)
        case MeasureByReading(_, options):
            for _, option in options:
                yield from _rows(option)
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
