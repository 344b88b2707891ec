"""Counts, every, none, sums over rows (rules 2 and 3), against enumeration."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_register,
    a_table,
    bound,
    ticked,
    yes,
)
from completions import Unknowns, completions
from judging import assess, bounds, contains, find, is_exact, is_sound
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count, Every, NoneOf, RowSum, Share
from eipcheck.model.record import ParkRecord

WATER = Is("link_type", "water")
KINDS = {"T": "water", "F": "energy", "U": None}
STATES = tuple(a + w for a in "TFU" for w in "TFU")
REGISTERS = tuple(s for size in range(4) for s in combinations_with_replacement(STATES, size))


@pytest.mark.parametrize("complete", [True, False])
def test_a_count_is_what_is_listed_and_open_upwards_while_the_list_is_open(
    *, complete: bool
) -> None:
    """Every list of up to four rows that count, do not count, or may count."""
    targets = [bound(kind, 2, "links") for kind in ("at_least", "at_most", "exactly")]
    criteria = [a_criterion(Count("symbiosis", WATER), t, id=t.kind) for t in targets]
    for size in range(5):
        for rows in combinations_with_replacement("TFU", size):
            table = a_table(
                "symbiosis", [{"link_type": KINDS[r]} for r in rows], ticked("symbiosis", complete)
            )
            low = rows.count("T")
            high = low + rows.count("U") if complete else None
            least, most, just = (
                f.declared for f in assess(a_record(tables=[table]), *criteria).findings
            )
            assert {bounds(least), bounds(most), bounds(just)} == {(low, high)}
            never_more = high is not None and high <= 2
            never_two = high is not None and high < 2
            assert least.verdict is verdict(met=low >= 2, missed=never_two)
            assert most.verdict is verdict(met=never_more, missed=low > 2)
            assert just.verdict is verdict(met=low == high == 2, missed=low > 2 or never_two)


def verdict(*, met: bool, missed: bool) -> Verdict:
    return Verdict.MET if met else Verdict.NOT_MET if missed else Verdict.UNDETERMINED


def test_empty_and_declared_complete_is_zero() -> None:
    record = a_record(tables=[a_table("symbiosis", (), ticked("symbiosis"))])
    assert bounds(find(record, Count("symbiosis", WATER), bound("at_most", 0)).declared) == (0, 0)


@pytest.mark.parametrize("tick", [None, False])
def test_a_blank_tick_and_a_no_both_leave_the_list_open(tick: bool | None) -> None:  # noqa: FBT001
    record = a_record(tables=[a_table("symbiosis", (), ticked("symbiosis", tick))])
    judged = find(record, Count("symbiosis", WATER), bound("at_most", 0)).declared
    assert bounds(judged) == (0, None)
    assert judged.verdict is Verdict.UNDETERMINED


def register(states: tuple[str, ...], *, complete: bool) -> ParkRecord:
    status = {"T": "operating", "F": "closed", "U": None}
    answer = {"T": True, "F": False, "U": None}
    rows = [{"enterprise_status": status[a], "recp_applied": answer[w]} for a, w in states]
    return a_record(tables=[a_register(rows, complete=complete or None)])


@pytest.mark.parametrize("if_empty", [Verdict.MET, Verdict.UNDETERMINED])
@pytest.mark.parametrize("measure", [Every, NoneOf])
def test_every_and_none_of_a_complete_list_are_what_enumeration_gives(
    measure: type[Every | NoneOf], if_empty: Verdict
) -> None:
    criterion = a_criterion(
        measure("enterprises", Is("enterprise_status", "operating"), yes("recp_applied")),
        bound("at_most", 0, "enterprises"),
        if_empty=if_empty,
    )
    unknowns = Unknowns(("enterprise_status", "recp_applied"), unlisted=0)
    wrong = []
    for states in REGISTERS:
        record = register(states, complete=True)
        (finding,) = assess(record, criterion).findings
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        if not is_exact(finding.declared, ruled):
            wrong.append((states, finding.declared, ruled))
    assert wrong == []


@pytest.mark.parametrize("measure", [Every, NoneOf])
def test_every_and_none_of_an_open_list_can_fail_and_cannot_be_met(
    measure: type[Every | NoneOf],
) -> None:
    criterion = a_criterion(
        measure("enterprises", Is("enterprise_status", "operating"), yes("recp_applied")),
        bound("at_most", 0, "enterprises"),
        if_empty=Verdict.MET,
    )
    failing = "TF" if measure is Every else "TT"
    for states in REGISTERS:
        judged = assess(register(states, complete=False), criterion).findings[0].declared
        fails = failing in states
        assert judged.verdict is (Verdict.NOT_MET if fails else Verdict.UNDETERMINED), states
        assert bounds(judged) == (states.count(failing), None)


def test_a_sum_over_rows_is_known_only_as_far_as_rows_and_figures_are() -> None:
    """Closed: from the rows that count to those that may; a blank figure has no upper end."""
    measure = RowSum("recp", "recp_kwh", Is("recp_state", "implemented"))
    states = {"T": "implemented", "F": "proposed", "U": None}
    for rows in product(("T", "F", "U"), (5, None), ("T", "F", "U"), (3, None)):
        pairs = (rows[:2], rows[2:])
        cells = [{"recp_state": states[s], "recp_kwh": v} for s, v in pairs]
        for complete in (True, False):
            record = a_record(tables=[a_table("recp", cells, ticked("recp", complete))])
            low = sum(v or 0 for s, v in pairs if s == "T")
            open_ended = not complete or any(s != "F" and v is None for s, v in pairs)
            high = None if open_ended else sum(v or 0 for s, v in pairs if s != "F")
            judged = find(record, measure, bound("at_least", 5, "kwh")).declared
            assert bounds(judged) == (low, high), rows


def test_two_rows_of_one_key_are_one_enterprise() -> None:
    rows = [
        {"tax_code": code, "enterprise_status": "operating", "recp_applied": answer}
        for code, answer in (("1", True), ("1", True), ("2", False))
    ]
    record = a_record(tables=[a_table("enterprises", rows, ticked("enterprises"))])
    share = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
    assert bounds(find(record, share, bound("at_least", "0.6")).declared) == (
        Fraction(1, 2),
        Fraction(1, 2),
    )
    assert bounds(
        find(record, Count("enterprises", yes("recp_applied")), bound("at_least", 2)).declared
    ) == (1, 1)


def test_soundness_of_every_over_unlisted_rows() -> None:
    """Containment only: an unlisted row may always fail, however many are tried."""
    measure = Every("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
    criterion = a_criterion(measure, bound("at_most", 0), if_empty=Verdict.MET)
    unknowns = Unknowns(("enterprise_status", "recp_applied"), unlisted=2)
    for states in (("TT",), ("TF",), ("UU",), ()):
        record = register(states, complete=False)
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        assert contains(judged, ruled)
        assert is_sound(judged, ruled)
