"""The judge itself, on questions that a person answers at a glance."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_register,
    a_table,
    bound,
    covering,
    ref,
    ticked,
    yes,
)
from completions import Unknowns, completions
from oracle import months_before, networks, ruling, share_counts, share_ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import HasRow, Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count, Share


def test_it_tries_every_answer_of_every_blank() -> None:
    rows = [{"enterprise_status": None, "recp_applied": None}, {"enterprise_status": "operating"}]
    record = a_record(tables=[a_register(rows, complete=True)])
    unknowns = Unknowns(("enterprise_status", "recp_applied"), unlisted=3)
    worlds = list(completions(record, DICTIONARY, unknowns, AS_OF))
    assert len(worlds) == 3 * 2 * 2
    share = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
    ruled = ruling(a_criterion(share, bound("at_least", "0.5")), worlds)
    assert ruled.numbers == {Fraction(0), Fraction(1, 2), Fraction(1)}
    assert ruled.verdict is Verdict.UNDETERMINED


def test_it_adds_unlisted_rows_to_open_lists_only() -> None:
    criterion = a_criterion(Count("symbiosis", Is("link_type", "water")), bound("at_most", 1))
    unknowns = Unknowns(("link_type",), unlisted=3)
    for complete, most in ((True, 1), (False, 4)):
        table = a_table("symbiosis", [{"link_type": "water"}], ticked("symbiosis", complete))
        worlds = completions(a_record(tables=[table]), DICTIONARY, unknowns, AS_OF)
        assert max(ruling(criterion, worlds).numbers) == most


def test_it_keeps_unlisted_rows_out_of_what_a_declaration_covers() -> None:
    lines = [covering("developer", "labour", end=date(2020, 12, 31))]
    record = a_record(tables=[a_table("violations", (), *lines)])
    days = {"violation_date": (date(2020, 12, 31), date(2021, 1, 1), date(2021, 7, 1))}
    unknowns = Unknowns(("violation_of", "violation_law", "violation_date"), days, unlisted=1)
    found = {
        (row["violation_of"], row["violation_law"], row["violation_date"])
        for world in completions(record, DICTIONARY, unknowns, AS_OF)
        for row in world.tables["violations"]
    }
    assert ("developer", "labour", date(2020, 12, 31)) not in found
    assert ("developer", "labour", date(2021, 1, 1)) in found
    assert ("enterprises", "labour", date(2020, 12, 31)) in found
    assert not any(day == date(2021, 7, 1) for _, _, day in found)


def test_it_links_rows_by_the_enterprise_they_name() -> None:
    cells = [{"recp_enterprise": ref(1), "recp_state": "implemented"}]
    record = a_record(
        tables=[a_register([{}, {}], complete=True), a_table("recp", cells, ticked("recp"))]
    )
    unknowns = Unknowns(("enterprise_kind", "recp_enterprise", "recp_state"))
    (world,) = completions(record, DICTIONARY, unknowns, AS_OF)
    criterion = a_criterion(
        Count("enterprises", HasRow("recp", Is("recp_state", "implemented"))),
        bound("exactly", 1, "enterprises"),
    )
    assert ruling(criterion, [world]).verdict is Verdict.MET


def test_counts_of_shares_by_hand() -> None:
    assert share_counts(["TT", "UF"]) == {(1, 1), (2, 1)}
    ruled = share_ruling({(1, 1), (2, 1)}, bound("at_least", "0.5"), Verdict.MET, AS_OF)
    assert ruled.verdict is Verdict.MET
    assert (min(ruled.numbers), max(ruled.numbers)) == (Fraction(1, 2), 1)


def test_networks_and_months_by_hand() -> None:
    rows = [{"a": 0, "b": 1}, {"a": 2, "b": 3}, {"a": 1, "b": 2}, {"a": None, "b": None}]
    assert networks(rows[:2], ("a", "b")) == 2
    assert networks(rows, ("a", "b")) == 2
    assert months_before(date(2021, 3, 31), 1) == date(2021, 2, 28)
    assert months_before(date(2021, 1, 15), 36) == date(2018, 1, 15)
