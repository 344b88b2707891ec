"""Declarations of completeness by scope and period, and dated rows (rules 1 and 2)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from builders import (
    AS_OF,
    a_criterion,
    a_record,
    a_table,
    bound,
    covering,
    no,
    yes,
)
from completions import Unknowns, completions
from judging import assess, bounds, contains, find, is_exact
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import All, HasRow, Is, Within
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Answer, Count, Every, NoneOf, Share

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
