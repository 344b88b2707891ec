"""Networks of links: rows that share an enterprise count once (rules 1 and 2)."""

from __future__ import annotations

from itertools import product

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_register,
    a_table,
    bound,
    ref,
    ticked,
)
from completions import Unknowns, completions
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import assess, bounds, contains, find, is_exact, is_sound
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count
from eipcheck.model.record import EnterpriseRef, ParkRecord

WATER = Is("link_type", "water")
KINDS = {"T": "water", "F": "energy", "U": None}
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
