"""Figures of the park: sums, wholes and parts, ratios, years, sources (rules 6 to 8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from builders import a_criterion, a_record, bound, fact
from judging import assess, bounds, find

from eipcheck.model.assessment import Flag
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import FactSum, FactValue, Ratio
from eipcheck.model.record import Scope

PARTS = ("land_green", "land_traffic")
OTHERS = ("land_industrial", "land_water")
SHARED = FactSum(PARTS, part_of="land_total", other_parts=OTHERS)
LAND = Ratio(SHARED, FactValue("land_total"))
QUARTER = bound("at_least", "0.25")
FLOW = FactValue("flow")


def test_parts_of_a_whole_reach_at_most_what_the_known_parts_leave() -> None:
    """Each part known or blank: a blank is anything that still fits into 100 ha."""
    for green, traffic, industry, water in product((10, None), (20, None), (60, None), (5, None)):
        values = dict(zip((*PARTS, *OTHERS), (green, traffic, industry, water), strict=True))
        facts = [fact(name, value) for name, value in values.items() if value is not None]
        judged = find(a_record(fact("land_total", 100), *facts), LAND, QUARTER).declared
        low = (green or 0) + (traffic or 0)
        blank = green is None or traffic is None
        high = 100 - (industry or 0) - (water or 0) if blank else low
        assert bounds(judged) == (Fraction(low, 100), Fraction(high, 100)), values
        met, missed = 4 * low >= 100, 4 * high < 100
        wanted = Verdict.MET if met else Verdict.NOT_MET if missed else Verdict.UNDETERMINED
        assert judged.verdict is wanted, values


def test_missing_parts_of_no_whole_have_no_upper_end() -> None:
    record = a_record(fact("land_green", 10))
    for target, verdict in (
        (bound("at_least", 10, "ha"), Verdict.MET),
        (bound("at_most", 9, "ha"), Verdict.NOT_MET),
        (bound("at_least", 11, "ha"), Verdict.UNDETERMINED),
    ):
        judged = find(record, FactSum(PARTS), target).declared
        assert bounds(judged) == (10, None)
        assert judged.verdict is verdict


@pytest.mark.parametrize("parts", [(60, 50), (60, 41), (101, None)])
def test_parts_above_the_whole_are_a_problem_and_no_verdict(parts: tuple[int, int | None]) -> None:
    pairs = zip(PARTS, parts, strict=True)
    facts = [fact(name, value) for name, value in pairs if value is not None]
    assessment = assess(a_record(fact("land_total", 100), *facts), a_criterion(LAND, QUARTER))
    assert assessment.findings[0].declared.verdict is Verdict.UNDETERMINED
    assert any(problem.code.startswith("D") for problem in assessment.problems)


def test_other_parts_that_do_not_fit_beside_the_known_ones_are_a_problem_too() -> None:
    facts = [fact("land_green", 30), fact("land_traffic", 10), fact("land_industrial", 70)]
    assessment = assess(a_record(fact("land_total", 100), *facts), a_criterion(LAND, QUARTER))
    assert assessment.findings[0].declared.verdict is Verdict.UNDETERMINED
    assert any(problem.code.startswith("D") for problem in assessment.problems)


@pytest.mark.parametrize("whole", [0, None])
def test_an_unknown_or_zero_whole_gives_no_verdict(whole: int | None) -> None:
    facts = [fact(name, 0) for name in PARTS]
    total = [] if whole is None else [fact("land_total", whole)]
    assert find(a_record(*facts, *total), LAND, QUARTER).declared.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(("green", "met"), [("24.9999999", False), ("25", True)])
def test_a_ratio_is_never_rounded_before_it_is_compared(green: str, *, met: bool) -> None:
    record = a_record(fact("land_green", Decimal(green)), fact("land_total", 100))
    judged = find(record, Ratio(FactValue("land_green"), FactValue("land_total")), QUARTER).declared
    assert judged.verdict is (Verdict.MET if met else Verdict.NOT_MET)
    assert judged.observed.low == Fraction(Decimal(green)) / 100


def test_the_latest_year_not_after_the_assessment_date_counts() -> None:
    record = a_record(*(fact("flow", v, year=y) for v, y in ((9, 2019), (12, 2020), (3, 2022))))
    assert bounds(find(record, FLOW, bound("at_least", 10, "m3")).declared) == (12, 12)


def test_a_figure_of_a_day_after_the_assessment_date_does_not_count() -> None:
    record = a_record(fact("flow", 20, year=2021, as_of=date(2021, 7, 1)))
    judged = find(record, FLOW, bound("at_least", 10, "m3")).declared
    assert judged.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((9, 12), Verdict.UNDETERMINED),
        ((11, 12), Verdict.MET),
        ((8, 9, 7), Verdict.NOT_MET),
        ((12, 12), Verdict.MET),
    ],
)
def test_sources_of_one_year_that_differ_make_a_range_and_a_flag(
    values: tuple[int, ...], verdict: Verdict
) -> None:
    record = a_record(*(fact("flow", v, year=2020, source=str(n)) for n, v in enumerate(values)))
    finding = find(record, FLOW, bound("at_least", 10, "m3"))
    assert bounds(finding.declared) == (min(values), max(values))
    assert finding.declared.verdict is verdict
    assert (Flag.CONFLICTING_SOURCES in finding.flags) == (len(set(values)) > 1)


@pytest.mark.parametrize("tops", [(24, 26), (30, 40)])
@pytest.mark.parametrize("wholes", [(100,), (90, 110), (100, 200)])
def test_a_ratio_of_conflicting_figures_ranges_over_every_pair(
    tops: tuple[int, ...], wholes: tuple[int, ...]
) -> None:
    facts = [fact("land_green", v, year=2020) for v in tops]
    facts += [fact("land_total", v, year=2020) for v in wholes]
    measure = Ratio(FactValue("land_green"), FactValue("land_total"))
    quotients = [Fraction(a, b) for a in tops for b in wholes]
    judged = find(a_record(*facts), measure, QUARTER).declared
    assert bounds(judged) == (min(quotients), max(quotients))


def test_blank_parts_of_a_whole_with_two_sources_reach_into_the_larger_one() -> None:
    facts = [fact("land_total", v, year=2020) for v in (100, 200)]
    facts += [fact("land_green", 10, year=2020), fact("land_industrial", 50, year=2020)]
    judged = find(a_record(*facts), LAND, QUARTER).declared
    assert bounds(judged) == (Fraction(10, 200), Fraction(150, 200))


@pytest.mark.parametrize("allowed", [True, False])
def test_a_ratio_across_years_is_undetermined_unless_the_card_allows_it(*, allowed: bool) -> None:
    facts = [fact("land_green", 30, year=2019), fact("land_total", 100, year=2020)]
    for top in (FactValue("land_green"), FactSum(("land_green",), part_of="land_total")):
        measure = Ratio(top, FactValue("land_total"), years_may_differ=allowed)
        finding = find(a_record(*facts), measure, QUARTER)
        wanted = Verdict.MET if allowed else Verdict.UNDETERMINED
        assert finding.declared.verdict is wanted
        assert (Flag.MIXED_YEARS in finding.flags) or not allowed


def test_figures_of_a_phase_do_not_stand_for_the_whole_park() -> None:
    facts = [fact(f, v, scope=Scope.OPERATING_PHASE) for f, v in (("land_total", 40),)]
    facts += [fact("land_total", 100), fact("land_green", 10)]
    measure = Ratio(FactValue("land_green"), FactValue("land_total"))
    assert bounds(find(a_record(*facts), measure, QUARTER).declared) == (
        Fraction(1, 10),
        Fraction(1, 10),
    )
    phase = Ratio(FactValue("land_green"), FactValue("land_total"), scope="operating_phase")
    assert find(a_record(*facts), phase, QUARTER).declared.verdict is Verdict.UNDETERMINED


def test_a_blank_figure_gives_no_verdict_and_no_range() -> None:
    judged = find(a_record(), FLOW, bound("at_least", 10, "m3")).declared
    assert judged.verdict is Verdict.UNDETERMINED
    assert judged.observed.high is None


@pytest.mark.parametrize(("flow", "verdict"), [(9, Verdict.NOT_MET), (10, Verdict.MET)])
@pytest.mark.parametrize("kind", ["at_least", "exactly"])
def test_a_figure_meets_its_bound_at_the_bound(flow: int, verdict: Verdict, kind: str) -> None:
    assert find(a_record(fact("flow", flow)), FLOW, bound(kind, 10, "m3")).declared.verdict is (
        verdict
    )
