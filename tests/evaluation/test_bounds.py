"""Strict bounds, bounds that are figures of the park, and means over years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from builders import a_criterion, a_record, a_register, a_table, bound, fact, ticked, yes
from judging import assess, find

from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Average, Count, DatedValue, FactValue, Share, Target
from eipcheck.model.record import ParkRecord


@pytest.mark.parametrize(
    ("kind", "value", "verdict"),
    [
        ("more_than", 9, Verdict.NOT_MET),
        ("more_than", 10, Verdict.NOT_MET),
        ("more_than", 11, Verdict.MET),
        ("less_than", 9, Verdict.MET),
        ("less_than", 10, Verdict.NOT_MET),
        ("less_than", 11, Verdict.NOT_MET),
    ],
)
def test_a_strict_bound_is_not_reached_by_itself(kind: str, value: int, verdict: Verdict) -> None:
    found = find(a_record(fact("flow", value)), FactValue("flow"), bound(kind, 10, "m3"))
    assert found.declared.verdict is verdict


@pytest.mark.parametrize(("kind", "listed", "gap"), [("more_than", 1, 2), ("less_than", 3, 2)])
def test_the_gap_of_a_strict_bound_counts_one_more(kind: str, listed: int, gap: int) -> None:
    rows = [{"link_type": "water"}] * listed
    record = a_record(tables=[a_table("symbiosis", rows, ticked("symbiosis"))])
    found = find(record, Count("symbiosis", Is("link_type", "water")), bound(kind, 2, "links"))
    assert found.declared.verdict is Verdict.NOT_MET
    assert found.gap is not None
    assert (found.gap.least, found.gap.most) == (gap, gap)


@pytest.mark.parametrize(
    ("value", "mark", "verdict"),
    [
        (10, 10, Verdict.MET),
        (9, 10, Verdict.NOT_MET),
        (10, None, Verdict.UNDETERMINED),
        (None, 10, Verdict.UNDETERMINED),
    ],
)
def test_a_bound_may_be_a_figure_of_the_park(
    value: int | None, mark: int | None, verdict: Verdict
) -> None:
    facts = [fact(f, v) for f, v in (("flow", value), ("spills", mark)) if v is not None]
    target = Target(kind="at_least", unit="spills", field="spills")
    found = find(a_record(*facts), FactValue("flow"), target)
    assert found.declared.verdict is verdict
    if mark is None:
        assert found.gap is not None
        assert "spills" in {ask.field for ask in found.gap.asks}


def test_sources_that_differ_on_the_bound_leave_it_open_between_them() -> None:
    target = Target(kind="at_least", unit="spills", field="spills")
    for value, verdict in ((9, Verdict.NOT_MET), (10, Verdict.UNDETERMINED), (12, Verdict.MET)):
        marks = [fact("spills", n, year=2020) for n in (10, 12)]
        found = find(a_record(fact("flow", value, year=2020), *marks), FactValue("flow"), target)
        assert found.declared.verdict is verdict


def test_a_percentage_bounds_a_share() -> None:
    rows = [{"recp_applied": True, "enterprise_status": "operating"}] * 2
    share = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
    target = Target(kind="at_least", unit="share", field="spills")
    for percent, verdict in ((100, Verdict.MET), (101, Verdict.NOT_MET)):
        record = a_record(fact("spills", percent), tables=[a_register(rows, complete=True)])
        assert find(record, share, target).declared.verdict is verdict


def years(**said: int) -> ParkRecord:
    return a_record(*(fact("flow", v, year=int(y[1:])) for y, v in said.items()))


MEAN = Average("flow", 3)


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        (years(y2018=3, y2019=4, y2020=8), Fraction(5), Fraction(5)),
        (years(y2018=3, y2019=4, y2020=9), Fraction(16, 3), Fraction(16, 3)),
        (years(y2018=3, y2020=9), Fraction(4), None),
        (years(y2017=30, y2018=3, y2019=4, y2020=8, y2021=100), Fraction(5), Fraction(5)),
    ],
)
def test_the_mean_of_the_last_full_years(
    record: ParkRecord, low: Fraction, high: Fraction | None
) -> None:
    observed = find(record, MEAN, bound("at_least", 5, "m3")).declared.observed
    assert (observed.low, observed.high) == (low, high)


def test_a_year_without_an_answer_is_never_left_out_of_the_mean() -> None:
    found = find(years(y2020=100), MEAN, bound("at_most", 50, "m3"))
    assert found.declared.verdict is Verdict.UNDETERMINED
    assert [s.name for s in found.steps][:2] == ["year_missing", "year_missing"]


def test_a_figure_without_a_year_is_of_no_year() -> None:
    record = a_record(fact("flow", 9), *years(y2018=9, y2019=9).facts["flow"])
    found = find(record, MEAN, bound("at_least", 5, "m3"))
    assert found.declared.observed.high is None


def test_bounds_of_two_days_hold_on_their_days() -> None:
    values = (
        DatedValue(Decimal(5), date(2018, 1, 1), date(2019, 12, 31)),
        DatedValue(Decimal(9), date(2020, 1, 1), None, "amended", date(2022, 1, 1)),
    )
    target = Target(kind="at_least", values=values, unit="m3")
    criterion = a_criterion(FactValue("flow"), target)
    record = a_record(fact("flow", 7, year=2018))
    for on, verdict in (
        (date(2019, 12, 31), Verdict.MET),
        (date(2020, 1, 1), Verdict.NOT_MET),
    ):
        assert assess(record, criterion, on=on).findings[0].declared.verdict is verdict
    assert target.dated(date(2020, 5, 5)).verified_until == date(2022, 1, 1)
