"""What is proven to be stricter is stricter: held against evaluation, park by park."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from builders import AS_OF, a_criterion, a_record, a_register, a_set, fact, no, yes
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from judging import assess

from eipcheck.criteria.differences import compare
from eipcheck.model.condition import All, AnyOf, Condition, In, Is, Not
from eipcheck.model.criterion import Criterion, Verdict
from eipcheck.model.difference import Shift, Side
from eipcheck.model.measure import (
    Answer,
    Count,
    DatedValue,
    Every,
    Measure,
    NoneOf,
    Share,
    Target,
)
from eipcheck.model.record import ParkRecord

RANKS = {
    Verdict.NOT_MET: 0,
    Verdict.UNDETERMINED: 1,
    Verdict.NEEDS_REVIEW: 1,
    Verdict.MET: 2,
    Verdict.NOT_APPLICABLE: 2,
}
IF_EMPTY = (Verdict.MET, Verdict.UNDETERMINED, Verdict.NOT_MET, Verdict.NOT_APPLICABLE)
MISSED = (Verdict.NOT_MET, Verdict.NEEDS_REVIEW)

OF_RULE = ("where", "among")
OF_PARTS = ("applies_when", "review_when")
OF_ROWS = ("recp_aware", "recp_applied", "symbiosis_plan")
OF_PARK = ("answer_a", "answer_b", "answer_c")


def conditions(fields: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """Make small conditions on yes/no fields."""
    leaf: st.SearchStrategy[Condition] = st.sampled_from(
        [maker(field) for field in fields for maker in (yes, no)]
    )
    if fields is OF_ROWS:
        leaf |= st.sampled_from(
            [
                Is("enterprise_status", "operating"),
                In("enterprise_status", ("operating", "suspended")),
            ]
        )
    parts = st.lists(leaf, min_size=1, max_size=3).map(tuple)
    return leaf | parts.map(All) | parts.map(AnyOf) | leaf.map(Not) | parts.map(All).map(Not)


ROWS, PARK = conditions(OF_ROWS), conditions(OF_PARK)


def a_target(kind: str, value: str, unit: str) -> Target:
    return Target(kind=kind, values=(DatedValue(Decimal(value), date.min),), unit=unit)


def variants(condition: Condition, others: st.SearchStrategy[Condition]) -> Any:
    """Make conditions that are like another one, narrower, wider, or something else."""
    return (
        st.just(condition)
        | others.map(lambda other: All((condition, other)))
        | others.map(lambda other: AnyOf((other, condition)))
        | others.map(lambda other: Not(AnyOf((Not(condition), other))))
        | others
    )


def _measure(kind: str, among: Condition, where: Condition) -> Measure:
    match kind:
        case "answer":
            return Answer(where)
        case "count":
            return Count("enterprises", where)
        case "share":
            return Share("enterprises", among, where)
        case "none":
            return NoneOf("enterprises", among, where)
        case _:
            return Every("enterprises", among, where)


@st.composite
def changed(draw: st.DrawFn, kind: str) -> tuple[Criterion, Criterion]:
    """Draw a criterion and what it became: the same but for one part or two."""
    rows = PARK if kind == "answer" else ROWS
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "where": rows,
        "among": st.just(All(())) | ROWS,
        "bound": st.sampled_from(("0.25", "0.5", "0.75") if kind == "share" else ("0", "1", "2")),
        "sign": st.sampled_from(["at_least", "at_most", "more_than", "less_than"]),
        "if_empty": st.sampled_from(IF_EMPTY),
        "otherwise": st.sampled_from(MISSED),
        "applies_when": st.none() | PARK,
        "review_when": st.none() | PARK,
    }
    told = {part: draw(strategy) for part, strategy in drawn.items()}
    became = dict(told)
    for part in draw(st.sets(st.sampled_from(sorted(told)), min_size=1, max_size=2)):
        was = told[part]
        again = variants(was, rows if part == "where" else ROWS) if part in OF_RULE else None
        if part in OF_PARTS and was is not None:
            again = variants(was, PARK)
        became[part] = draw(again if again is not None else drawn[part])
    return _criterion(kind, told), _criterion(kind, became)


def _criterion(kind: str, parts: dict[str, Any]) -> Criterion:
    more = {name: parts[name] for name in ("if_empty", "otherwise", *OF_PARTS)}
    unit = "share" if kind == "share" else "enterprises"
    target = a_target(parts["sign"], parts["bound"], unit)
    if kind == "answer":
        target = Target(kind="true")
    return a_criterion(_measure(kind, parts["among"], parts["where"]), target, **more)


@st.composite
def parks(draw: st.DrawFn) -> ParkRecord:
    """Draw a park with a short register, answers left blank here and there."""
    answers = st.sampled_from([True, False, True, False, None])
    statuses = st.sampled_from(["operating", "suspended", "closed", "operating", None])
    row = st.fixed_dictionaries({"enterprise_status": statuses, **dict.fromkeys(OF_ROWS, answers)})
    facts = [fact(field, draw(answers)) for field in OF_PARK]
    listed = draw(st.lists(row, max_size=4))
    register = a_register(listed, complete=draw(st.sampled_from([True, True, None])))
    return a_record(*facts, tables=[register])


def ranks(record: ParkRecord, criterion: Criterion) -> tuple[int, int]:
    """Give the worst and the best that the park can come to once every blank is answered."""
    (finding,) = assess(record, criterion).findings
    possible = [RANKS[verdict] for verdict in finding.declared.possible]
    return min(possible), max(possible)


@pytest.mark.parametrize("kind", ["answer", "count", "share", "none", "every"])
@settings(derandomize=True, deadline=None, max_examples=150, phases=[Phase.generate])
@given(data=st.data())
def test_what_is_proven_holds_for_every_park(kind: str, data: st.DataObject) -> None:
    pair = data.draw(changed(kind))
    sides = [Side(a_set(criterion), AS_OF) for criterion in pair]
    shift = compare(pair[0], pair[1], *sides).shift
    assume(shift is not Shift.CHANGED)
    for record in data.draw(st.lists(parks(), min_size=3, max_size=3)):
        (worst, best), (worst_after, best_after) = (ranks(record, each) for each in pair)
        if shift in (Shift.SAME, Shift.TIGHTENED):
            assert (worst_after <= worst, best_after <= best) == (True, True)
        if shift in (Shift.SAME, Shift.LOOSENED):
            assert (worst_after >= worst, best_after >= best) == (True, True)
