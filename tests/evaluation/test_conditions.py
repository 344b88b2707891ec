"""Conditions: Kleene's logic (rule 1), linked rows, keyed lists, dates, against enumeration."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_register,
    a_table,
    bound,
    fact,
    no,
    ref,
    ticked,
    yes,
)
from completions import Unknowns, completions
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import assess, bounds, contains, find, is_exact, is_sound
from oracle import months_before, ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Either,
    HasRow,
    In,
    Is,
    Not,
    ValidOn,
    Within,
)
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Answer, Count, FactValue, Holds, Share
from eipcheck.model.record import ParkRecord

TRUTHS = (True, False, None)
VERDICT = {True: Verdict.MET, False: Verdict.NOT_MET, None: Verdict.UNDETERMINED}
ABC = ("answer_a", "answer_b", "answer_c")


def answered(*values: bool | None) -> ParkRecord:
    pairs = zip(ABC, values, strict=False)
    return a_record(*(fact(name, value) for name, value in pairs if value is not None))


def kleene(condition: Condition, of: dict[str, bool | None]) -> bool | None:
    """Decide by Kleene's tables: false < unknown < true, and is min, or is max."""
    order = (False, None, True)
    match condition:
        case Is(name, value):
            known = of[name]
            return None if known is None else known == value
        case All(parts):
            return order[min(order.index(kleene(p, of)) for p in parts)]
        case AnyOf(parts):
            return order[max(order.index(kleene(p, of)) for p in parts)]
        case Not(part):
            known = kleene(part, of)
            return None if known is None else not known
        case Either(parts):
            said = {kleene(p, of) for p in parts} - {None}
            return said.pop() if len(said) == 1 else None
    raise TypeError(condition)


LEAVES = st.builds(Is, st.sampled_from(ABC), st.booleans())
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Either(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TREES, st.tuples(*[st.sampled_from(TRUTHS)] * 3))
def test_answers_follow_kleene(tree: Condition, values: tuple[bool | None, ...]) -> None:
    expected = kleene(tree, dict(zip(ABC, values, strict=True)))
    judged = find(answered(*values), Answer(tree)).declared
    assert judged.verdict is VERDICT[expected]
    reached = {True: (1, 1), False: (0, 0), None: (0, 1)}
    assert bounds(judged) == reached[expected]


@pytest.mark.parametrize("values", list(product(TRUTHS, repeat=3)))
def test_either_needs_the_statements_that_answer_to_agree(values: tuple[bool | None, ...]) -> None:
    said = set(values) - {None}
    expected = said.pop() if len(said) == 1 else None
    judged = find(answered(*values), Answer(Either(tuple(yes(name) for name in ABC)))).declared
    assert judged.verdict is VERDICT[expected]


def test_a_blank_is_unknown_unless_the_field_says_what_it_means() -> None:
    whole = Answer(Is("conversion_scope", "whole"))
    assert find(a_record(), whole).declared.verdict is Verdict.MET
    assert find(a_record(), Answer(yes("answer_a"))).declared.verdict is Verdict.UNDETERMINED
    assert find(a_record(), Answer(no("answer_a"))).declared.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(("flow", "met"), [("9.99", False), ("10", True), ("10.01", True)])
def test_numbers_are_compared_exactly(flow: str, *, met: bool) -> None:
    record = a_record(fact("flow", Decimal(flow)))
    at_least = find(record, Answer(AtLeast("flow", Decimal(10)))).declared.verdict
    above = find(record, Answer(Not(AtMost("flow", Decimal("9.99"))))).declared.verdict
    assert at_least is above is VERDICT[met]


@pytest.mark.parametrize(("state", "met"), [("in_use", True), ("none", False), (None, None)])
def test_one_of_several_choices(state: str | None, met: bool | None) -> None:  # noqa: FBT001
    record = a_record(*([fact("housing", state)] if state else []))
    judged = find(record, Answer(In("housing", ("in_use", "planned")))).declared
    assert judged.verdict is VERDICT[met]


IMPLEMENTED = Is("recp_state", "implemented")
HAS_SOLUTION = HasRow("recp", IMPLEMENTED)
SOLVED = Count("enterprises", HAS_SOLUTION)
STATE = {"T": "implemented", "F": "proposed", "U": None}


def solutions(*rows: tuple[int | None, str], enterprises: int, complete: bool) -> ParkRecord:
    cells = [{"recp_enterprise": ref(who), "recp_state": STATE[state]} for who, state in rows]
    return a_record(
        tables=[
            a_register([{}] * enterprises, complete=True),
            a_table("recp", cells, ticked("recp", complete)),
        ]
    )


@pytest.mark.parametrize("complete", [True, False])
def test_enterprises_with_a_linked_row_are_what_enumeration_gives(*, complete: bool) -> None:
    """All lists of up to two solutions of two enterprises, every reference matched."""
    criterion = a_criterion(SOLVED, bound("at_least", 1, "enterprises"))
    unknowns = Unknowns(("enterprise_kind", "recp_enterprise", "recp_state"), unlisted=2)
    rows = [(who, state) for who in (0, 1) for state in "TFU"]
    wrong = []
    for listed in [(), *((r,) for r in rows), *product(rows, repeat=2)]:
        record = solutions(*listed, enterprises=2, complete=complete)
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        if not is_exact(judged, ruled):
            wrong.append((listed, judged, ruled))
    assert wrong == []


@pytest.mark.parametrize("complete", [True, False])
def test_a_row_of_an_unmatched_enterprise_may_be_anyone_s(*, complete: bool) -> None:
    """Sound, and wider than enumeration: one row may be counted as possible for several."""
    criterion = a_criterion(SOLVED, bound("at_least", 1, "enterprises"))
    unknowns = Unknowns(("enterprise_kind", "recp_enterprise", "recp_state"), unlisted=1)
    for states in product("TFU", "TFU"):
        record = solutions((None, states[0]), (0, states[1]), enterprises=3, complete=complete)
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        assert contains(judged, ruled)
        assert is_sound(judged, ruled)


def test_a_row_without_an_enterprise_may_be_anyone_s() -> None:
    table = a_table("recp", [{"recp_state": "implemented"}], ticked("recp"))
    record = a_record(tables=[a_register([{}] * 2, complete=True), table])
    judged = find(record, SOLVED, bound("at_most", 0, "enterprises")).declared
    assert judged.verdict is Verdict.UNDETERMINED


def test_a_register_row_and_its_detail_rows_are_two_statements_about_one_fact() -> None:
    """A complete detail list without a solution contradicts a yes on the register: unknown."""
    where = Either((yes("recp_applied"), HAS_SOLUTION))
    measure = Share("enterprises", Is("enterprise_status", "operating"), where)
    for answer, listed, complete, expected in (
        (True, None, True, (0, 1)),
        (True, None, False, (1, 1)),
        (False, "T", False, (0, 1)),
        (None, "T", False, (1, 1)),
        (None, "F", True, (0, 0)),
        (None, "F", False, (0, 1)),
        (False, "F", False, (0, 0)),
        (True, "U", True, (1, 1)),
    ):
        cells = [{"recp_enterprise": ref(0), "recp_state": STATE[listed]}] if listed else []
        rows = [{"enterprise_status": "operating", "recp_applied": answer}]
        record = a_record(
            tables=[
                a_register(rows, complete=True),
                a_table("recp", cells, ticked("recp", complete)),
            ]
        )
        judged = find(record, measure, bound("at_least", "0.5")).declared
        assert bounds(judged) == expected, (answer, listed, complete)


SUPPLIED = All(
    tuple(
        HasRow("services", All((Is("service", s), Is("service_state", "in_operation"))))
        for s in ("electricity", "water")
    )
)


@pytest.mark.parametrize("complete", [True, False])
def test_a_keyed_list_has_one_row_for_each_key(*, complete: bool) -> None:
    """No second row for a service that is listed: enumeration decides even an open list."""
    criterion = a_criterion(Answer(SUPPLIED))
    unknowns = Unknowns(("service", "service_state"), unlisted=2)
    wrong = []
    for states in product(("in_operation", "planned", None, "absent"), repeat=2):
        cells = [
            {"service": service, "service_state": state}
            for service, state in zip(("electricity", "water"), states, strict=True)
            if state != "absent"
        ]
        table = a_table("services", cells, ticked("services", complete))
        record = a_record(tables=[table])
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        if judged.verdict is not ruled.verdict:
            wrong.append((states, judged.verdict, ruled.verdict))
    assert wrong == []


def test_a_condition_that_looks_for_a_row_is_never_false_of_an_open_list() -> None:
    seen = {}
    for complete, state in product((True, False), ("implemented", "proposed", None)):
        cells = [{"recp_enterprise": ref(0), "recp_state": state}]
        table = a_table("recp", cells, ticked("recp", complete))
        record = a_record(tables=[a_register([{}], complete=True), table])
        seen[complete, state] = find(record, Answer(HAS_SOLUTION)).declared.verdict
    assert seen[False, "proposed"] is seen[False, None] is Verdict.UNDETERMINED
    assert seen[True, "implemented"] is seen[False, "implemented"] is Verdict.MET
    assert seen[True, "proposed"] is Verdict.NOT_MET


@pytest.mark.parametrize("day", [-1, 0, 1, None])
def test_valid_on_includes_both_of_its_days(day: int | None) -> None:
    when = AS_OF + timedelta(days=day) if day is not None else None
    begun = {"link_type": "water", "link_first_delivery": when}
    ended = {"link_type": "water", "link_first_delivery": date(2019, 1, 1), "link_stopped": when}
    measure = Count("symbiosis", ValidOn("link_first_delivery", "link_stopped"))
    for row, met in (
        (begun, None if day is None else day <= 0),
        (ended, True if day is None else day >= 0),
    ):
        record = a_record(tables=[a_table("symbiosis", [row], ticked("symbiosis"))])
        assert find(record, measure, bound("at_least", 1)).declared.verdict is VERDICT[met]


@pytest.mark.parametrize("registration", [None, date(2021, 3, 31)])
@pytest.mark.parametrize("months", [1, 12, 36])
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_within_is_after_the_first_day_and_up_to_the_last(
    registration: date | None, months: int, off: int
) -> None:
    last = registration or AS_OF
    for edge in (last, months_before(last, months)):
        day = edge + timedelta(days=off)
        row = {"link_type": "water", "link_first_delivery": day}
        record = a_record(tables=[a_table("symbiosis", [row], ticked("symbiosis"))])
        measure = Count("symbiosis", Within("link_first_delivery", months, "registration"))
        judged = find(record, measure, bound("at_least", 1), registration=registration).declared
        inside = months_before(last, months) < day <= last
        assert judged.verdict is VERDICT[inside]


def test_a_state_counts_only_from_the_day_since_which_it_is_true() -> None:
    """What is closed since tomorrow is not closed today, and may be operating."""
    tomorrow = AS_OF + timedelta(days=1)
    criterion = a_criterion(
        Count("enterprises", Is("enterprise_status", "operating")), bound("at_least", 1)
    )
    unknowns = Unknowns(("enterprise_status",), unlisted=0)
    for state, since in product(("operating", "closed"), (None, AS_OF, tomorrow)):
        rows = [{"enterprise_status": state, "status_since": since}]
        record = a_record(tables=[a_register(rows, complete=True)])
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        assert contains(judged, ruled)
        assert is_sound(judged, ruled)
        if since != tomorrow:
            assert judged.verdict is VERDICT[state == "operating"]


@pytest.mark.parametrize(("flow", "met"), [(3, False), (10, True), (None, None)])
def test_holds_asks_whether_a_measure_reaches_a_target(flow: int | None, met: bool | None) -> None:  # noqa: FBT001
    record = a_record(*([fact("flow", flow)] if flow else []))
    condition = Holds(FactValue("flow"), bound("at_least", 10, "m3"))
    assert find(record, Answer(condition)).declared.verdict is VERDICT[met]


PARTS = st.sampled_from(
    [yes("recp_applied"), no("recp_aware"), Is("enterprise_status", "operating"), HAS_SOLUTION]
)
ROW_TREES = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=2).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=2, max_size=2).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=4,
)
ROWS = st.fixed_dictionaries(
    {
        "enterprise_status": st.sampled_from(["operating", "closed", None]),
        "recp_applied": st.sampled_from(TRUTHS),
        "recp_aware": st.sampled_from(TRUTHS),
    }
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    ROW_TREES,
    ROW_TREES,
    st.lists(ROWS, max_size=2),
    st.lists(st.tuples(st.sampled_from([0, None]), st.sampled_from("TFU")), max_size=1),
    st.booleans(),
    st.booleans(),
)
def test_any_conditions_over_linked_lists_are_sound(
    among: Condition,
    where: Condition,
    rows: list[dict[str, object]],
    details: list[tuple[int | None, str]],
    closed: bool,  # noqa: FBT001
    listed: bool,  # noqa: FBT001
) -> None:
    """Containment only: parts that share an unknown make Kleene's answer wider than the truth."""
    cells = [{"recp_enterprise": ref(who), "recp_state": STATE[s]} for who, s in details if rows]
    record = a_record(
        tables=[a_register(rows, complete=closed), a_table("recp", cells, ticked("recp", listed))]
    )
    names = ("enterprise_status", "recp_applied", "recp_aware", "recp_enterprise", "recp_state")
    worlds = list(completions(record, DICTIONARY, Unknowns(names, unlisted=1), AS_OF))
    criteria = [
        a_criterion(Share("enterprises", among, where), bound("at_least", "0.5"), id="share"),
        a_criterion(Count("enterprises", where), bound("at_most", 1), id="count"),
    ]
    for finding in assess(record, *criteria).findings:
        ruled = ruling(finding.criterion, worlds)
        assert contains(finding.declared, ruled)
        assert is_sound(finding.declared, ruled)
