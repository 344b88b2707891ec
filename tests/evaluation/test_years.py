"""Yearly duties: which years are due, grace, and lists that are open."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from builders import a_criterion, a_record, a_table, fact, ticked
from completions import Unknowns, completions
from judging import assess, find, is_sound
from oracle import ruling
from small_dictionary import DICTIONARY

from eipcheck.model.condition import All, Is, ValidOn
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import EachYear
from eipcheck.model.record import ParkRecord

RECP = Is("report_kind", "recp")
FILED = All((RECP, ValidOn("report_filed", None)))
LAST = EachYear("reports", "report_year", RECP)
THREE = EachYear("reports", "report_year", RECP, years="three")
EVERY = EachYear("reports", "report_year", RECP, years="all", since="operating_since")


def reports(*years: int | None, complete: bool, since: date | None = None) -> ParkRecord:
    rows = [{"report_kind": "recp", "report_year": year} for year in years]
    facts = [fact("operating_since", since)] if since else []
    return a_record(*facts, tables=[a_table("reports", rows, ticked("reports", complete))])


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2021, 6, 30), 2020),
        (date(2021, 12, 31), 2020),
        (date(2021, 1, 1), 2020),
        (date(2020, 12, 31), 2019),
    ],
)
def test_the_last_full_year_before_the_assessment_date_is_due(day: date, due: int) -> None:
    for year in (due - 1, due, due + 1):
        judged = find(reports(year, complete=True), LAST, on=day).declared
        assert judged.verdict is (Verdict.MET if year == due else Verdict.NOT_MET), year


@pytest.mark.parametrize("complete", [True, False])
def test_three_years_are_what_enumeration_gives(*, complete: bool) -> None:
    day = date(2021, 9, 1)
    criterion = a_criterion(THREE)
    years = (2017, 2018, 2019, 2020, 2021)
    unknowns = Unknowns(("report_kind", "report_year"), {"report_year": years}, unlisted=3)
    for kept in product((True, False), repeat=3):
        listed = [year for year, here in zip((2018, 2019, 2020), kept, strict=True) if here]
        record = reports(*listed, complete=complete)
        judged = assess(record, criterion, on=day).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, day))
        assert judged.verdict is ruled.verdict, listed


@pytest.mark.parametrize("blank", [1, 2])
def test_a_report_of_a_blank_year_may_be_that_of_the_year_due(blank: int) -> None:
    """Sound: one row without a year cannot stand for two years that lack one."""
    criterion = a_criterion(THREE)
    day = date(2021, 9, 1)
    years = (2018, 2019, 2020)
    unknowns = Unknowns(("report_kind", "report_year"), {"report_year": years}, unlisted=0)
    for listed in ((2019, 2020), (2018,), ()):
        record = reports(*listed, *[None] * blank, complete=True)
        judged = assess(record, criterion, on=day).findings[0].declared
        ruled = ruling(criterion, completions(record, DICTIONARY, unknowns, day))
        assert is_sound(judged, ruled)
        if len(listed) + blank >= 3 or not listed:
            assert judged.verdict in {Verdict.UNDETERMINED, Verdict.NOT_MET}


@pytest.mark.parametrize(
    ("since", "first"),
    [(date(2018, 1, 1), 2018), (date(2018, 1, 2), 2019), (date(2017, 12, 31), 2018)],
)
def test_every_full_year_since_the_park_began_is_due(since: date, first: int) -> None:
    day = date(2021, 9, 1)
    full = list(range(first, 2021))
    judged = find(reports(*full, complete=True, since=since), EVERY, on=day).declared
    assert judged.verdict is Verdict.MET
    without = find(reports(*full[1:], complete=True, since=since), EVERY, on=day).declared
    assert without.verdict is Verdict.NOT_MET


def test_an_unknown_beginning_leaves_the_years_due_unknown() -> None:
    judged = find(reports(2018, 2019, 2020, complete=True), EVERY, on=date(2021, 9, 1)).declared
    assert judged.verdict is Verdict.UNDETERMINED


def test_an_unknown_beginning_excuses_no_year_and_accuses_of_none() -> None:
    """The park may have begun last year, so that no full year is due yet."""
    judged = find(reports(complete=True), EVERY, on=date(2021, 9, 1)).declared
    assert judged.verdict is Verdict.UNDETERMINED


def test_conflicting_beginnings_give_a_verdict_only_if_each_gives_it() -> None:
    rows = [{"report_kind": "recp", "report_year": 2020}]
    began = [
        fact("operating_since", day, year=2020) for day in (date(2018, 1, 1), date(2020, 1, 1))
    ]
    record = a_record(*began, tables=[a_table("reports", rows, ticked("reports"))])
    assert find(record, EVERY, on=date(2021, 9, 1)).declared.verdict is Verdict.UNDETERMINED


GRACE = EachYear("reports", "report_year", RECP, grace_months=6)


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize(
    ("day", "years", "verdict"),
    [
        (date(2021, 3, 1), (2019, 2020), Verdict.MET),
        (date(2021, 3, 1), (2019,), Verdict.UNDETERMINED),
        (date(2021, 6, 29), (2019,), Verdict.UNDETERMINED),
        (date(2021, 7, 1), (2019,), Verdict.NOT_MET),
        (date(2021, 7, 1), (2020,), Verdict.MET),
        (date(2021, 3, 1), (), Verdict.NOT_MET),
    ],
)
def test_during_the_grace_the_newer_year_is_undetermined_until_a_row_answers_it(
    day: date, years: tuple[int, ...], verdict: Verdict, *, complete: bool
) -> None:
    judged = find(reports(*years, complete=complete), GRACE, on=day).declared
    if verdict is Verdict.NOT_MET and not complete:
        verdict = Verdict.UNDETERMINED
    assert judged.verdict is verdict


def test_a_report_filed_after_the_assessment_date_has_not_been_filed() -> None:
    measure = EachYear("reports", "report_year", FILED)
    for filed, verdict in (
        (date(2021, 8, 31), Verdict.MET),
        (date(2021, 9, 1), Verdict.MET),
        (date(2021, 9, 2), Verdict.NOT_MET),
        (None, Verdict.UNDETERMINED),
    ):
        row = {"report_kind": "recp", "report_year": 2020, "report_filed": filed}
        record = a_record(tables=[a_table("reports", [row], ticked("reports"))])
        assert find(record, measure, on=date(2021, 9, 1)).declared.verdict is verdict, filed
