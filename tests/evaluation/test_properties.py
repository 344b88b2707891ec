"""What must hold of every record, drawn at random (rules 1, 11 to 14)."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from typing import Any

from builders import a_record, bound, fact, ref
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from judging import assess, bounds, find
from msgspec.structs import replace
from small_world import CRITERIA, record_of, worlds

from eipcheck.model.assessment import Assessment, Finding, Judged, OutcomeValue
from eipcheck.model.criterion import Kind, Verdict
from eipcheck.model.measure import FactValue, Ratio
from eipcheck.model.record import EnterpriseRef

SOME = settings(derandomize=True, deadline=None, max_examples=120)
ORDER = {Verdict.NOT_MET: 0, Verdict.NEEDS_REVIEW: 1, Verdict.UNDETERMINED: 1, Verdict.MET: 2}
Parts = dict[str, Any]


def judge(parts: Parts) -> Assessment:
    return assess(record_of(parts), *CRITERIA)


def contradictions(assessment: Assessment) -> int:
    """Count the problems of statements that cannot all be true."""
    codes = {"D101", "D102", "D103"}
    return sum(problem.code in codes for problem in assessment.problems)


def within(inner: Judged, outer: Judged) -> bool:
    (low, high), (least, most) = bounds(inner), bounds(outer)
    not_below = least is None or (low is not None and low >= least)
    return not_below and (most is None or (high is not None and high <= most))


def points(finding: Finding, judged: Judged) -> tuple[Fraction, Fraction]:
    """Give the least and the most that the possible verdicts of a requirement earn."""
    if finding.kind is not Kind.REQUIREMENT:
        return Fraction(0), Fraction(0)
    earned = {
        Verdict.MET: (1, 1),
        Verdict.NEEDS_REVIEW: (0, 1),
        Verdict.UNDETERMINED: (0, 1),
    }
    each = [earned.get(verdict, (0, 0)) for verdict in judged.possible]
    return Fraction(min(low for low, _ in each)), Fraction(max(high for _, high in each))


@SOME
@given(worlds())
def test_every_criterion_gets_one_finding_in_order_and_the_same_again(parts: Parts) -> None:
    assessment = judge(parts)
    assert [f.criterion.id for f in assessment.findings] == [c.id for c in CRITERIA]
    assert judge(parts) == assessment


@SOME
@given(worlds())
def test_index_coverage_and_ranges_keep_their_bounds(parts: Parts) -> None:
    assessment = judge(parts)
    for index in (assessment.index, assessment.evidenced_index):
        assert 0 <= index.floor <= index.ceiling <= index.applicable + index.maybe_applicable
    answered, asked = assessment.coverage
    assert 0 <= answered <= asked
    for finding in assessment.findings:
        assert 0 <= finding.inputs[0] <= finding.inputs[1]
        for judged in (finding.declared, finding.evidenced):
            low, high = bounds(judged)
            assert low is None or high is None or low <= high
            assert judged.possible
            if judged.verdict is not Verdict.UNDETERMINED:
                assert judged.possible == {judged.verdict}


@SOME
@given(worlds())
def test_the_index_is_the_sum_of_what_the_possible_verdicts_earn(parts: Parts) -> None:
    assessment = judge(parts)
    for proof, index in (("declared", assessment.index), ("evidenced", assessment.evidenced_index)):
        each = [points(f, getattr(f, proof)) for f in assessment.findings]
        assert index.floor == sum(low for low, _ in each)
        assert index.ceiling == sum(high for _, high in each)


@SOME
@given(worlds())
def test_outcomes_follow_from_the_findings(parts: Parts) -> None:
    assessment = judge(parts)
    (outcome,) = assessment.outcomes
    for proof, said in (("declared", outcome.declared), ("evidenced", outcome.evidenced)):
        verdicts = {
            getattr(f, proof).verdict for f in assessment.findings if f.kind is Kind.REQUIREMENT
        } - {Verdict.NOT_APPLICABLE, Verdict.REPORTED}
        wanted = OutcomeValue.MEETS
        if verdicts & {Verdict.NOT_MET, Verdict.PARTLY_MET}:
            wanted = OutcomeValue.DOES_NOT_MEET
        elif verdicts & {Verdict.UNDETERMINED, Verdict.NEEDS_REVIEW} or not verdicts:
            wanted = OutcomeValue.CANNOT_TELL
        assert said is wanted


@SOME
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(parts: Parts, random: Any) -> None:
    mixed = deepcopy(parts)
    places = list(range(len(parts["enterprises"])))
    random.shuffle(places)
    mixed["enterprises"] = [parts["enterprises"][place] for place in places]
    for sheet in ("recp", "symbiosis", "violations", "reports", "services"):
        random.shuffle(mixed[sheet])
    for row in (*mixed["recp"], *mixed["symbiosis"]):
        for name, value in row.items():
            if isinstance(value, EnterpriseRef) and value.row is not None:
                before = int(value.name[1:])
                row[name] = replace(ref(places.index(before)), name=value.name)
    random.shuffle(mixed["facts"])
    one, other = judge(parts), judge(mixed)
    for left, right in zip(one.findings, other.findings, strict=True):
        assert left.declared == right.declared
        assert left.evidenced == right.evidenced
        assert left.flags == right.flags
        assert left.inputs == right.inputs
    assert (one.index, one.coverage, one.outcomes) == (other.index, other.coverage, other.outcomes)
    assert contradictions(one) == contradictions(other)


@SOME
@given(worlds())
def test_evidence_only_takes_away(parts: Parts) -> None:
    """What is met by evidence is met as declared, unless statements contradict or conflict."""
    assessment = judge(parts)
    assume(not contradictions(assessment))
    for finding in assessment.findings:
        one_each = all(
            sum(o.field == other.field for o in finding.observations) == 1
            for other in finding.observations
        )
        if one_each and not finding.set_aside and not finding.declared.observed.empty:
            assert within(finding.declared, finding.evidenced), finding.criterion.id
            if finding.evidenced.verdict is Verdict.MET:
                assert finding.declared.verdict is Verdict.MET


def blanks(parts: Parts) -> list[tuple[str, int, str]]:
    """Give the blank answers that a row could hold (dates and documents left aside)."""
    fields = ("enterprise_status", "recp_aware", "recp_applied", "recp_state", "link_type")
    fields += ("violation_serious", "violation_of", "violation_law", "service_state")
    return [
        (sheet, number, name)
        for sheet in ("enterprises", "recp", "symbiosis", "violations", "services")
        for number, row in enumerate(parts[sheet])
        for name in fields
        if name in row and row[name] is None
    ]


VALUES: dict[str, tuple[Any, ...]] = {
    "enterprise_status": ("operating", "closed"),
    "recp_state": ("implemented", "proposed"),
    "link_type": ("water", "energy"),
    "violation_of": ("developer", "enterprises"),
    "violation_law": ("environment", "labour"),
    "service_state": ("in_operation", "planned"),
}


@SOME
@given(worlds(), st.data())
def test_filling_a_blank_only_narrows(parts: Parts, data: st.DataObject) -> None:
    """Unless it raises a contradiction."""
    empty = blanks(parts)
    assume(empty)
    sheet, number, name = data.draw(st.sampled_from(empty))
    filled = deepcopy(parts)
    filled[sheet][number][name] = data.draw(st.sampled_from(VALUES.get(name, (True, False))))
    before, after = judge(parts), judge(filled)
    assume(contradictions(after) <= contradictions(before))
    if sheet == "enterprises" or name == "recp_state":  # an answer may disagree with a detail row
        before, after = (
            replace(a, findings=tuple(f for f in a.findings if f.criterion.id != "linked"))
            for a in (before, after)
        )
    for old, new in zip(before.findings, after.findings, strict=True):
        was, now = old.declared, new.declared
        if not now.observed.empty and not was.observed.empty:
            assert within(now, was), old.criterion.id
        assert now.possible <= was.possible, old.criterion.id
        if was.verdict is not Verdict.UNDETERMINED:
            assert now.verdict is was.verdict, old.criterion.id


@SOME
@given(worlds(), st.data())
def test_ticking_a_list_complete_only_narrows(parts: Parts, data: st.DataObject) -> None:
    """Unless it raises a contradiction with a typed total."""
    sheet = data.draw(st.sampled_from(["recp", "symbiosis", "violations", "reports", "services"]))
    for open_tick in (None, False):
        before = judge({**parts, "ticks": {**parts["ticks"], sheet: open_tick}})
        after = judge({**parts, "ticks": {**parts["ticks"], sheet: True}})
        for old, new in zip(before.findings, after.findings, strict=True):
            if old.criterion.id != "linked" and not new.declared.observed.empty:
                assert within(new.declared, old.declared), old.criterion.id
                assert new.declared.possible <= old.declared.possible, old.criterion.id


BETTER: dict[str, tuple[Any, Any]] = {
    "recp_aware": (False, True),
    "recp_applied": (False, True),
    "recp_state": ("proposed", "implemented"),
    "service_state": ("planned", "in_operation"),
    "violation_serious": (True, False),
}


def not_worse(before: Assessment, after: Assessment) -> None:
    assume(contradictions(after) <= contradictions(before))
    for old, new in zip(before.findings, after.findings, strict=True):
        if {old.declared.verdict, new.declared.verdict} <= set(ORDER):
            rank = ORDER[old.declared.verdict]
            assert ORDER[new.declared.verdict] >= rank, old.criterion.id
    assert after.index.floor >= before.index.floor
    assert after.index.ceiling >= before.index.ceiling


@SOME
@given(worlds(), st.data())
def test_a_better_answer_in_a_row_never_makes_anything_worse(
    parts: Parts, data: st.DataObject
) -> None:
    """Rule 14; where the answer then disagrees with a detail row, the two contradict."""
    movable = [
        (sheet, number, name)
        for sheet in ("enterprises", "recp", "services", "violations")
        for number, row in enumerate(parts[sheet])
        for name, (worse, _) in BETTER.items()
        if name in row and row[name] == worse
    ]
    assume(movable)
    sheet, number, name = data.draw(st.sampled_from(movable))
    moved = deepcopy(parts)
    moved[sheet][number][name] = BETTER[name][1]
    before, after = judge(parts), judge(moved)
    # a yes that a complete list of solutions denies: two statements that now disagree
    assume(name != "recp_applied" or not parts["ticks"]["recp"])
    not_worse(before, after)


@SOME
@given(worlds(), st.sampled_from(["flow", "spills", "land_green", "mechanism", "housing"]))
def test_a_better_fact_never_makes_anything_worse(parts: Parts, name: str) -> None:
    """Rule 14, where the fact has one statement."""
    (*rest,) = (one for one in parts["facts"] if one.field != name)
    better = {
        "flow": (3, 12),
        "spills": (3, 1),
        "land_green": (5, 20),
        "mechanism": (False, True),
        "housing": ("none", "planned"),
    }
    worse, good = better[name]
    not_worse(
        judge({**parts, "facts": [*rest, fact(name, worse, year=2020)]}),
        judge({**parts, "facts": [*rest, fact(name, good, year=2020)]}),
    )


@SOME
@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 60))
def test_figures_keep_their_exact_value(top: int, more: int, whole: int) -> None:
    """Nothing passes through binary fractions."""
    value = Decimal(top) + Decimal(more) / 100
    record = a_record(fact("land_green", value), fact("land_total", whole))
    measure = Ratio(FactValue("land_green"), FactValue("land_total"))
    low = find(record, measure, bound("at_least", "0.25")).declared.observed.low
    assert low in {Fraction(100 * top + more, 100 * whole), None}
