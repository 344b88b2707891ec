"""The international framework v1.0: every row, and every type of item that its rows are of.

The rows are copied as literals from the framework notes (section 1.2), so that a slip in the
criteria files cannot repeat itself here. All of them are recalled; nothing here verifies them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pytest
from command_line import SAMPLE

from eipcheck.criteria.cases import load_cases
from eipcheck.criteria.dictionary import extend_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.walk import conditions, every_condition, fields_read
from eipcheck.model.condition import All, AtLeast, AtMost, Condition, HasRow, Is, Not, Within
from eipcheck.model.criterion import CriteriaSet, Criterion, Kind, Status, Verdict
from eipcheck.model.dictionary import DataDictionary, FieldType
from eipcheck.model.measure import (
    Answer,
    Average,
    Count,
    FactSum,
    FactValue,
    Holds,
    Ratio,
    Share,
    Target,
)
from eipcheck.model.problem import UsageError
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.sets import load_library, set_folder, shipped_dictionary, shipped_sets

SET = "eip-framework-1.0"

PREREQUISITES = """
PM-P.1 park-entity
PM-P.2 common-services
PM-P.3 performance-monitoring
PM-P.4 rules-and-standards
PM-P.5 climate-hazards
PM-P.6 master-plan
EN-P.1 park-environmental-management
EN-P.2 energy-efficiency
EN-P.3 heat-recovery
EN-P.4 water-reuse-plan
EN-P.5 greenhouse-gases
EN-P.6 ecosystem-impacts
SO-P.1 social-team
SO-P.2 social-infrastructure
EC-P.1 employment-plan
EC-P.2 small-enterprises
EC-P.3 green-business-case
EC-P.4 government-targets
"""

INDICATORS = """
PM.1  | residency-contracts            | at_least  | 1    | share
PM.2  | service-satisfaction           | at_least  | 0.75 | share
PM.3  | consolidated-reports           | frequency | 6    | months
EN.1  | certified-management-systems   | at_least  | 0.40 | share
EN.2  | metered-energy                 | at_least  | 0.90 | share
EN.3  | renewable-energy               | at_least  | grid_renewable_share | share
EN.4  | carbon-intensity-target        | true      |      | answer
EN.5  | energy-intensity-target        | true      |      | answer
EN.6  | harmless-water-use             | at_least  | 1    | share
EN.7  | wastewater-treated             | at_least  | 0.95 | share
EN.8  | wastewater-reused              | at_least  | 0.50 | share
EN.9  | waste-reused                   | at_least  | 0.20 | share
EN.10 | dangerous-materials            | at_least  | 1    | share
EN.11 | landfilled-waste               | less_than | 0.50 | share
EN.12 | native-open-space              | at_least  | 0.05 | share
EN.13 | pollution-prevention           | at_least  | 0.50 | share
EN.14 | polluter-risk-management       | at_least  | 0.30 | share
SO.1  | safety-systems                 | at_least  | 0.75 | share
SO.2  | grievances-addressed           | at_least  | 1    | share
SO.3  | grievances-concluded           | at_least  | 0.60 | share
SO.4  | grievance-codes                | at_least  | 0.75 | share
SO.5  | harassment-prevention          | at_least  | 0.75 | share
SO.6  | employee-satisfaction          | at_least  | 0.80 | share
SO.7  | security-and-safety            | at_least  | 1    | share
SO.8  | skills-programmes              | at_least  | 0.75 | share
SO.9  | womens-skills                  | at_least  | 0.20 | share
SO.10 | community-satisfaction         | at_least  | 0.80 | share
SO.11 | outreach-activities            | at_least  | 2    | activities
EC.1  | nearby-workers                 | at_least  | 0.60 | share
EC.2  | permanent-contracts            | at_least  | 0.25 | share
EC.3  | local-suppliers                | at_least  | 0.25 | share
EC.4  | local-procurement              | at_least  | 0.90 | share
EC.5  | average-occupancy              | at_least  | 50   | percent
"""
"""Number, criterion, comparison, bound, unit."""


@dataclass(frozen=True)
class Row:
    """One performance indicator."""

    clause: str
    criterion: str
    comparison: str
    bound: str
    unit: str


ROWS = [Row(*(cell.strip() for cell in line.split("|"))) for line in INDICATORS.strip().split("\n")]
CONDITIONS_IN_PLACE = dict(line.split() for line in PREREQUISITES.strip().split("\n"))

LARGE = ("EN.1", "SO.1", "SO.4", "SO.5", "SO.8")
CONDITIONAL = (*LARGE, "SO.2", "SO.3", "SO.7")
"""What applies only where there is such an enterprise, or such a case, at all."""
SURVEYS = {"PM.2": "enterprises", "SO.6": "employees", "SO.10": "community"}


@cache
def the_dictionary() -> DataDictionary:
    return extend_dictionary(shipped_dictionary(), set_folder(SET))


@cache
def the_set() -> CriteriaSet:
    return load_set(set_folder(SET), shipped_dictionary())


def card(clause: str) -> Criterion:
    """Give the card of a row."""
    (found,) = (c for c in the_set().criteria if c.clause == clause)
    return found


def bound_of(criterion: Criterion) -> Target:
    """Give the target, which no reading splits."""
    assert isinstance(criterion.target, Target)
    return criterion.target


def frequency(criterion: Criterion) -> Target:
    """Give the bound on a time that a condition compares."""
    assert isinstance(criterion.measure, Answer)
    (held,) = (c for c in every_condition(criterion.measure.condition) if isinstance(c, Holds))
    assert isinstance(held.measure, FactValue)
    assert the_dictionary().field(held.measure.field).unit == held.target.unit
    return held.target


def parts(criterion: Criterion) -> set[Condition]:
    """Give every condition of the measure."""
    return {c for o in conditions(criterion.measure) for c in every_condition(o)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.clause)
def test_the_bound_is_that_of_the_row(row: Row) -> None:
    criterion = card(row.clause)
    assert criterion.id == row.criterion
    if row.comparison == "frequency":
        target = frequency(criterion)
        assert (target.kind, target.unit) == ("at_most", row.unit)
    else:
        target = bound_of(criterion)
        assert (target.kind, target.unit) == (row.comparison, row.unit)
    if target.field is not None:
        assert target.field == row.bound
    else:
        assert [v.value for v in target.values] == ([Decimal(row.bound)] if row.bound else [])


def test_eighteen_prerequisites_and_thirty_three_indicators_in_four_categories() -> None:
    clauses = [c.clause for c in the_set().criteria]
    assert sorted(clauses) == sorted((*CONDITIONS_IN_PLACE, *(row.clause for row in ROWS)))
    assert {c.clause: c.id for c in the_set().criteria} == CONDITIONS_IN_PLACE | {
        row.clause: row.criterion for row in ROWS
    }
    kinds = Counter("-P" in clause for clause in clauses)
    assert (kinds[True], kinds[False]) == (18, 33)
    assert Counter(clause[:2] for clause in clauses) == {"PM": 9, "EN": 20, "SO": 13, "EC": 9}


def test_it_is_a_reconstruction_without_outcome_that_must_be_asked_for() -> None:
    told = the_set()
    assert told.status is Status.FRAMEWORK
    assert told.needs_allow_unverified
    assert not told.verified
    assert not told.waivable
    assert not told.partial_credit
    assert not told.questions
    assert not told.readings
    assert {c.kind for c in told.criteria} == {Kind.ADVISORY}
    assert "reconstruction" in told.title.en
    assert "printing" in told.verification.en
    assert "bản in" in told.verification.vi


def test_each_source_says_that_the_row_was_recalled() -> None:
    for criterion in the_set().criteria:
        source = criterion.source
        assert source.confidence in {"M-med", "M-low"}, criterion.id
        assert "recalled" in source.note.en
        assert "trí nhớ" in source.note.vi
        assert source.clause == criterion.clause
        assert source.verified_by is None


def is_prerequisite(criterion: Criterion) -> bool:
    """Yes or no: one answer, or several that must all be yes."""
    asked = isinstance(criterion.measure, Answer) and bound_of(criterion).kind == "true"
    return asked and all(isinstance(c, Is | All) for c in parts(criterion))


def is_minimum(criterion: Criterion) -> bool:
    """A percentage with numerator, denominator and an inclusive bound."""
    measure, target = criterion.measure, bound_of(criterion)
    bounded = isinstance(measure, Ratio) and isinstance(measure.numerator, FactSum)
    return bounded and (target.kind, target.unit) == ("at_least", "share")


def is_strict_maximum(criterion: Criterion) -> bool:
    """A percentage of which lower is better and the bound itself is missed."""
    target = bound_of(criterion)
    return isinstance(criterion.measure, Ratio) and target.kind == "less_than"


def is_of_a_subset(criterion: Criterion) -> bool:
    """A share of the enterprises above 250 workers, not applicable where there are none."""
    measure, large = criterion.measure, AtLeast("enterprise_workers", Decimal(251))
    return (
        isinstance(measure, Share)
        and large in set(every_condition(measure.among))
        and criterion.applies_when == HasRow("enterprises", measure.among)
    )


def is_external(criterion: Criterion) -> bool:
    """The bound is a figure that the user types."""
    target = bound_of(criterion)
    return target.field is not None and the_dictionary().field(target.field).unit == "percent"


def is_frequency(criterion: Criterion) -> bool:
    """A time between two events is compared."""
    return frequency(criterion).kind == "at_most"


def is_count_with_inner_threshold(criterion: Criterion) -> bool:
    """Rows are counted that are above a threshold of their own, in a year."""
    measure, found = criterion.measure, parts(criterion)
    above = Not(AtMost("outreach_positive", Decimal(80)))
    return isinstance(measure, Count) and {above, Within("outreach_date", 12, "assessment")} < found


def is_double_threshold(criterion: Criterion) -> bool:
    """A share of those that reach a threshold of their own."""
    measure = criterion.measure
    inner = AtLeast("local_supply_share", Decimal(80))
    return isinstance(measure, Share) and measure.where == inner


def is_survey(criterion: Criterion) -> bool:
    """Satisfied over surveyed, with those from whom the sample was taken beside it."""
    measure = criterion.measure
    sampled = isinstance(measure, Ratio) and measure.denominator.field.endswith("_surveyed")
    return sampled and len(criterion.beside) == 1


def is_mean_of_years(criterion: Criterion) -> bool:
    """The mean of five years."""
    return criterion.measure == Average("occupancy", 5)


def is_qualitative(criterion: Criterion) -> bool:
    """Yes or no, with the value of the target recorded beside it."""
    (recorded,) = criterion.beside
    number = the_dictionary().field(recorded).type is FieldType.NUMBER
    return is_prerequisite(criterion) and number and recorded not in fields_read(criterion.measure)


TYPES: dict[str, tuple[Callable[[Criterion], bool], Sequence[str]]] = {
    "yes/no prerequisite": (is_prerequisite, tuple(CONDITIONS_IN_PLACE)),
    "percentage, minimum": (
        is_minimum,
        (
            *("PM.2", "EN.2", "EN.3", "EN.6", "EN.7", "EN.8", "EN.9", "EN.12"),
            *("SO.2", "SO.3", "SO.6", "SO.7", "SO.9", "SO.10", "EC.1", "EC.2", "EC.4"),
        ),
    ),
    "percentage, maximum, strict": (is_strict_maximum, ("EN.11",)),
    "subset denominator": (is_of_a_subset, LARGE),
    "external target": (is_external, ("EN.3",)),
    "frequency": (is_frequency, ("PM.3",)),
    "count with inner threshold": (is_count_with_inner_threshold, ("SO.11",)),
    "double threshold": (is_double_threshold, ("EC.3",)),
    "survey result": (is_survey, tuple(SURVEYS)),
    "multi-year average": (is_mean_of_years, ("EC.5",)),
    "qualitative target": (is_qualitative, ("EN.4", "EN.5")),
}
"""The types of item of the framework notes (section 1.4), and the rows that are of each."""


@pytest.mark.parametrize(
    ("name", "clause"), [(name, c) for name, (_, clauses) in TYPES.items() for c in clauses]
)
def test_each_type_of_item_can_be_said(name: str, clause: str) -> None:
    says, _ = TYPES[name]
    assert says(card(clause)), f"{clause} is no {name}"


def test_every_row_is_of_some_type() -> None:
    typed = {clause for _, clauses in TYPES.values() for clause in clauses}
    among_all = {"PM.1", "EN.10", "EN.13", "EN.14"}  # plain shares of the register
    assert typed | among_all == {c.clause for c in the_set().criteria}
    for clause in among_all:
        assert isinstance(card(clause).measure, Share)


def test_only_what_needs_somebody_or_something_to_judge_can_be_not_applicable() -> None:
    conditional = {c.clause for c in the_set().criteria if c.applies_when is not None}
    assert conditional == set(CONDITIONAL)


def test_nobody_to_count_is_never_met() -> None:
    assert {c.if_empty for c in the_set().criteria} == {Verdict.UNDETERMINED}


def test_no_favourable_answer_counts_as_evidenced_without_a_document() -> None:
    cases = load_cases(set_folder(SET), the_set(), shipped_dictionary())
    bare = [c for c in cases if c.expect.verdict is Verdict.MET and not c.record.documents]
    told = {c.criterion for c in bare if c.expect.evidenced is Verdict.UNDETERMINED}
    assert told == {c.id for c in the_set().criteria}
    assert [c.name for c in bare if c.expect.evidenced is Verdict.MET] == []


def test_every_field_that_the_set_adds_is_read_or_stands_beside() -> None:
    declared = {f.id for sheet in shipped_dictionary().sheets for f in sheet.fields}
    added = {f.id: f for sheet in the_dictionary().sheets for f in sheet.fields}
    read = {name for c in the_set().criteria for name in fields_read(c.measure)}
    read |= {name for c in the_set().criteria for name in c.beside}
    read |= {name for c in the_set().criteria if (name := bound_of(c).field)}
    told = {"outreach_activity", "outreach_surveyed", "outreach_note"}  # of a row, for its reader
    documents = {f.id for f in added.values() if f.type is FieldType.DOCUMENTS}
    assert set(added) - declared - read - documents == told


def test_its_fields_stand_beside_those_of_every_other_set() -> None:
    names = shipped_sets()
    for order in (list(names), list(reversed(names))):
        assert load_library(order, allow_unverified=True).dictionary.has_field("park_entity")


def test_a_park_gets_verdicts_but_neither_an_outcome_nor_points() -> None:
    (found,) = assess(SAMPLE, Request(criteria=(SET,), allow_unverified=True)).assessments
    assert len(found.findings) == 51
    assert found.hypothetical
    assert not found.outcomes
    assert not found.index.ceiling
    assert not found.index.applicable
    assert not found.index.maybe_applicable


def test_it_must_be_asked_for_as_unverified() -> None:
    with pytest.raises(UsageError) as refused:
        load_library((SET,))
    assert [p.code for p in refused.value.problems] == ["U104"]
