"""Counts, every, none, sums over rows, networks (rules 2 and 3), against enumeration."""

from __future__ import annotations

from datetime import date
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
    covering,
    no,
    ref,
    ticked,
    yes,
)
from completions import Unknowns, completions
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import assess, bounds, contains, find, is_exact, is_sound
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import All, HasRow, Is, Within
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Answer, Count, Every, NoneOf, RowSum, Share
from eipcheck.model.record import EnterpriseRef, ParkRecord

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


LINK_FIELDS = ("link_provider", "link_receiver")


def links(*rows: tuple[int, int | None, str], complete: bool = True) -> ParkRecord:
    cells = [
        {"link_provider": ref(a), "link_receiver": ref(b), "link_type": KINDS[k]}
        for a, b, k in rows
    ]
    table = a_table("symbiosis", cells, ticked("symbiosis", complete))
    return a_record(tables=[a_register([{}] * 4, complete=True), table])


def test_networks_are_what_enumeration_gives_when_the_list_is_complete() -> None:
    """Rows that share an enterprise count once; a row that may count may join two networks."""
    criterion = a_criterion(
        Count("symbiosis", WATER, LINK_FIELDS), bound("at_least", 2, "networks")
    )
    unknowns = Unknowns((*LINK_FIELDS, "link_type"), unlisted=0)
    wrong = []
    pairs = [(0, 1), (1, 2), (2, 3)]
    for kinds in product("TFU", repeat=3):
        record = links(*((a, b, k) for (a, b), k in zip(pairs, kinds, strict=True)))
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
        if not is_exact(judged, ruled):
            wrong.append((kinds, judged, ruled))
    assert wrong == []


def test_an_unlisted_link_may_join_the_networks_of_an_open_list() -> None:
    record = links((0, 1, "T"), (2, 3, "T"), complete=False)
    measure = Count("symbiosis", WATER, LINK_FIELDS)
    judged = find(record, measure, bound("at_least", 2, "networks")).declared
    assert judged.verdict is Verdict.UNDETERMINED
    assert bounds(judged) == (1, None)
    one = find(record, measure, bound("at_least", 1, "networks")).declared
    assert one.verdict is Verdict.MET


def test_one_enterprise_named_in_two_ways_is_one_party() -> None:
    """By its tax code in one row and by its name in another."""
    cells = [
        {"link_provider": ref(0), "link_receiver": ref(1), "link_type": "water"},
        {
            "link_provider": EnterpriseRef("another name of E1", 1),
            "link_receiver": ref(2),
            "link_type": "water",
        },
    ]
    table = a_table("symbiosis", cells, ticked("symbiosis"))
    record = a_record(tables=[a_register([{}] * 3, complete=True), table])
    judged = find(record, Count("symbiosis", WATER, LINK_FIELDS), bound("at_least", 2)).declared
    assert judged.verdict is not Verdict.MET


@pytest.mark.parametrize("party", [None, ref(None)])
def test_an_unknown_party_may_join_two_networks(party: EnterpriseRef | None) -> None:
    cells = [
        {"link_provider": ref(0), "link_receiver": ref(1), "link_type": "water"},
        {"link_provider": ref(2), "link_receiver": party, "link_type": "water"},
    ]
    table = a_table("symbiosis", cells, ticked("symbiosis"))
    record = a_record(tables=[a_register([{}] * 3, complete=True), table])
    criterion = a_criterion(Count("symbiosis", WATER, LINK_FIELDS), bound("at_least", 2))
    judged = assess(record, criterion).findings[0].declared
    unknowns = Unknowns((*LINK_FIELDS, "link_type"), unlisted=0)
    ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
    assert contains(judged, ruled)
    assert is_sound(judged, ruled)


LINK = st.tuples(st.integers(0, 3), st.sampled_from([0, 1, 2, 3, None]), st.sampled_from("TFU"))


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.lists(LINK, max_size=4))
def test_any_networks_hold_every_completion(rows: list[tuple[int, int | None, str]]) -> None:
    """Exact where every party is known; a party that is not may be any enterprise, or none."""
    record = links(*rows)
    measure = Count("symbiosis", WATER, LINK_FIELDS)
    criterion = a_criterion(measure, bound("at_least", 2, "networks"))
    judged = assess(record, criterion).findings[0].declared
    unknowns = Unknowns((*LINK_FIELDS, "link_type"), unlisted=0)
    ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
    assert contains(judged, ruled)
    assert is_sound(judged, ruled)
    if all(receiver is not None for _, receiver, _ in rows):
        assert is_exact(judged, ruled)


DEVELOPER = Is("violation_of", "developer")
PERIOD = Within("violation_date", 36, "registration")
BREACHES = ("violation_of", "violation_law", "violation_date")
DAYS = (date(2010, 1, 1), date(2019, 5, 5), date(2021, 3, 3), date(2021, 12, 1))


@pytest.mark.parametrize("law", ["environment", "labour", None])
@pytest.mark.parametrize("scope", ["developer", "enterprises"])
@pytest.mark.parametrize("start", [None, date(2018, 1, 1), date(2020, 1, 1)])
@pytest.mark.parametrize("end", [None, date(2020, 12, 31)])
def test_a_declaration_closes_only_its_scope_and_period(
    law: str | None, scope: str, start: date | None, end: date | None
) -> None:
    """An unlisted breach may exist wherever no ticked line speaks; enumerated over kinds, days."""
    laws = ("environment", "labour") if law is None else (law,)
    lines = [covering(scope, one, start=start, end=end) for one in laws]
    record = a_record(tables=[a_table("violations", (), *lines)])
    unknowns = Unknowns(BREACHES, {"violation_date": DAYS}, unlisted=2)
    worlds = list(completions(record, DICTIONARY, unknowns, AS_OF))
    for where in (
        All((DEVELOPER, Is("violation_law", "labour"), PERIOD)),
        All((DEVELOPER, PERIOD)),
        DEVELOPER,
    ):
        criterion = a_criterion(Count("violations", where), bound("at_most", 0, "breaches"))
        judged = assess(record, criterion).findings[0].declared
        ruled = ruling(criterion, worlds)
        assert judged.verdict is ruled.verdict
        assert contains(judged, ruled)
        assert (bounds(judged)[1] == 0) == (max(ruled.numbers) == 0)


@pytest.mark.parametrize("measure", [Every, NoneOf])
@pytest.mark.parametrize("ticked_for", ["developer", "enterprises"])
def test_every_and_none_ask_only_for_the_declarations_of_the_rows_they_count(
    measure: type[Every | NoneOf], ticked_for: str
) -> None:
    """All breaches of the developer are listed: those of enterprises do not matter."""
    lines = [covering(ticked_for, law) for law in ("environment", "labour")]
    row = {
        "violation_of": "developer",
        "violation_law": "labour",
        "violation_date": date(2020, 1, 1),
        "violation_serious": measure is Every,
    }
    record = a_record(tables=[a_table("violations", [row], *lines)])
    counting = measure("violations", DEVELOPER, yes("violation_serious"))
    judged = find(record, counting, bound("at_most", 0), if_empty=Verdict.MET).declared
    closed = ticked_for == "developer"
    assert judged.verdict is (Verdict.MET if closed else Verdict.UNDETERMINED)


def test_a_share_asks_only_for_the_declarations_of_the_rows_it_counts() -> None:
    lines = [covering("developer", law) for law in ("environment", "labour")]
    rows = [
        {
            "violation_of": "developer",
            "violation_law": "labour",
            "violation_date": date(2020, 1, day),
            "violation_serious": day == 1,
        }
        for day in (1, 2)
    ]
    record = a_record(tables=[a_table("violations", rows, *lines)])
    share = Share("violations", DEVELOPER, yes("violation_serious"))
    half = Fraction(1, 2)
    assert bounds(find(record, share, bound("at_most", "0.5")).declared) == (half, half)


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


def test_what_is_dated_after_the_assessment_date_has_not_happened_yet() -> None:
    lines = [covering("developer", law) for law in ("environment", "labour")]
    rows = [
        {"violation_of": "developer", "violation_law": "labour", "violation_date": day}
        for day in (date(2021, 6, 30), date(2021, 7, 1))
    ]
    record = a_record(tables=[a_table("violations", rows, *lines)])
    judged = find(record, Count("violations", DEVELOPER), bound("at_most", 0)).declared
    assert bounds(judged) == (1, 1)


def test_a_breach_still_to_come_is_no_row_to_be_found() -> None:
    lines = [covering("developer", law) for law in ("environment", "labour")]
    row = {"violation_of": "developer", "violation_law": "labour"}
    for day, verdict in ((date(2021, 7, 1), Verdict.NOT_MET), (AS_OF, Verdict.MET)):
        table = a_table("violations", [{**row, "violation_date": day}], *lines)
        finding = find(a_record(tables=[table]), Answer(HasRow("violations", DEVELOPER)))
        assert finding.declared.verdict is verdict


def test_a_breach_without_a_day_may_lie_after_the_assessment_date() -> None:
    """Rule 1: a completion in which it has not happened yet makes no breach."""
    lines = [covering("developer", law) for law in ("environment", "labour")]
    row = {"violation_of": "developer", "violation_law": "labour"}
    record = a_record(tables=[a_table("violations", [row], *lines)])
    criterion = a_criterion(Count("violations", DEVELOPER), bound("at_most", 0))
    judged = assess(record, criterion).findings[0].declared
    unknowns = Unknowns(BREACHES, {"violation_date": DAYS}, unlisted=0)
    ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, AS_OF))
    assert is_exact(judged, ruled)


def test_a_breach_of_unknown_law_counts_as_unknown() -> None:
    lines = [covering("developer", law) for law in ("environment", "labour")]
    rows = [{"violation_of": "developer", "violation_date": date(2020, 1, 1)}]
    record = a_record(tables=[a_table("violations", rows, *lines)])
    where = All((DEVELOPER, Is("violation_law", "labour")))
    assert bounds(find(record, Count("violations", where), bound("at_most", 0)).declared) == (0, 1)


def test_an_answered_no_and_a_blank_differ() -> None:
    """Among conditions of a row, only what is known decides."""
    lines = [covering("developer", law) for law in ("environment", "labour")]
    rows = [
        {"violation_of": "developer", "violation_date": date(2020, 1, 1), "violation_serious": s}
        for s in (True, False, None)
    ]
    record = a_record(tables=[a_table("violations", rows, *lines)])
    serious = All((DEVELOPER, yes("violation_serious")))
    harmless = All((DEVELOPER, no("violation_serious")))
    for where in (serious, harmless):
        judged = find(record, Count("violations", where), bound("at_most", 0)).declared
        assert bounds(judged) == (Fraction(1), Fraction(2))
        assert judged.verdict is Verdict.NOT_MET


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
