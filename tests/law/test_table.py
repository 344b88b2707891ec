"""Article 42 of Decree 82/2018, row by row: each has its criterion with the same number.

The rows are copied as literals from the tables of the legal notes (section 1.2, criteria, and
section 9, constants), so that a slip in the criteria files cannot repeat itself here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from article_42 import answers, asked, measure_of, read, the_set

from eipcheck.evaluation.walk import table_of
from eipcheck.model.condition import AnyOf, In, Is, Within
from eipcheck.model.criterion import Kind, Verdict
from eipcheck.model.measure import Answer, Count, EachYear, FactSum, NoneOf, Ratio, Share

TABLE = """
42.1.a* | developer-compliance        | developer   | at_most  | 0    | breaches    |             | V      | S1
42.1.b* | enterprise-compliance       | enterprises | at_most  | 0    | enterprises | with_developer | V      | S1
42.1.c* | iso-management-systems      | enterprises |          |      |             | with_developer | V   | S1
42.2    | basic-services              | developer   | true     |      | answer      |             | V      | S1
42.3.a* | recp-awareness              | enterprises | at_least | 0.90 | share       | enterprises | V      | S1 S7 S8
42.3.b* | recp-applied                | enterprises | at_least | 0.20 | share       | enterprises | V      | S1 S7 S8
42.4    | shared-land                 | park        | at_least | 0.25 | share       | land        | V      | S1 S7 S8 S22
42.5.a* | symbiosis-links             | park        | at_least | 1    | links       |             | P      | S7 S8
42.5.b* | symbiosis-plans             | enterprises | at_least | 0.10 | share       | enterprises | P      | S7 S8
42.6    | worker-facilities           | park        | true     |      | answer      |             | P      | S7 S29
42.7.a* | input-output-monitoring     | developer   | true     |      | answer      |             | M-high | S15
42.7.b* | recp-report                 | developer   | true     |      | answer      |             | M-med  |
42.8    | environmental-social-report | developer   | true     |      | answer      |             | M-med  |
"""  # noqa: E501 - a table is read across
"""Clause, criterion, who must meet it, comparison, number, unit, denominator, confidence, pages."""

TO_BE_VERIFIED = {"42.4", "42.6", "42.7.a*", "42.7.b*", "42.8"}
BESIDE = {"other-services": "I", "land-components": "M-high"}
"""Advisories that are no row of the table: the open list of clause 2, the construction code."""

PAGES = {
    "S1": "https://vncpc.org/uu-dai-doi-voi-doanh-nghiep-trong-khu-cong-nghiep-sinh-thai/",
    "S7": "http://www.dimac-law.com/en/tin-tuc-va-cap-nhat/view/incentives-for-making-investment-into-ecological-industries.html",
    "S8": "http://www.ktkt2.edu.vn/threads/120028-tieu-chuan-xac-dinh-khu-cong-nghiep-sinh-thai.html",
    "S15": "https://baohaiduong.vn/the-nao-la-khu-cong-nghiep-sinh-thai-348524.html",
    "S22": "https://m.baodauthau.vn/lay-y-kien-hoan-thien-thong-tu-ve-khu-cong-nghiep-doanh-nghiep-sinh-thai-post100705.html",
    "S29": "https://baobinhduong.vn/chu-trong-bao-ve-moi-truong-a318149.html",
}


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    clause: str
    criterion: str
    actor: str
    comparison: str
    number: str
    unit: str
    over: str
    confidence: str
    pages: str


ROWS = [Row(*(cell.strip() for cell in line.split("|"))) for line in TABLE.strip().split("\n")]

by_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.clause)


@by_row
def test_every_row_has_its_criterion_with_clause_and_actor(row: Row) -> None:
    criterion = the_set().criterion(row.criterion)
    assert criterion.clause == row.clause
    assert criterion.actor == row.actor


@by_row
def test_the_bound_is_the_number_of_the_law(row: Row) -> None:
    target = read(row.criterion).target
    if not row.comparison:
        assert target is None
        return
    assert target is not None
    assert (target.kind, target.unit) == (row.comparison, row.unit)
    assert [v.value for v in target.values] == ([Decimal(row.number)] if row.number else [])
    assert target.rounding == "exact"


@by_row
def test_the_denominator_is_that_of_the_law(row: Row) -> None:
    measure = measure_of(row.criterion)
    counted = measure_of("recp-applied")
    assert isinstance(counted, Share)
    match row.over:
        case "enterprises":
            assert isinstance(measure, Share | NoneOf)
            assert (measure.table, measure.among) == ("enterprises", counted.among)
        case "with_developer":
            assert isinstance(measure, Share | NoneOf)
            assert measure.table == "enterprises"
            assert measure.among == AnyOf((counted.among, Is("enterprise_kind", "developer")))
        case "land":
            assert isinstance(measure, Ratio)
            assert (measure.denominator.field, measure.scope) == ("land_total_plan", "assessed")
            assert not measure.years_may_differ
        case _:
            assert not isinstance(measure, Share | Ratio | NoneOf)


@by_row
def test_the_confidence_and_the_pages_are_those_of_the_row(row: Row) -> None:
    source = the_set().criterion(row.criterion).source
    assert source.confidence == row.confidence
    assert source.urls == tuple(PAGES[tag] for tag in row.pages.split())
    assert source.document == "Nghị định 82/2018/NĐ-CP"
    assert (source.article, source.clause) == ("42", row.clause)


def test_what_is_to_be_verified_says_so_in_a_note() -> None:
    noted = {row.clause for row in ROWS if the_set().criterion(row.criterion).source.note.en}
    assert noted >= TO_BE_VERIFIED


def test_twelve_requirements_and_three_advisories_and_nothing_else() -> None:
    kinds = {c.id: read(c.id).kind for c in the_set().criteria}
    assert set(kinds) == {row.criterion for row in ROWS} | set(BESIDE)
    advisories = {c for c, kind in kinds.items() if kind is Kind.ADVISORY}
    assert advisories == {"iso-management-systems", *BESIDE}
    assert list(kinds.values()).count(Kind.REQUIREMENT) == 12


@pytest.mark.parametrize("criterion", BESIDE)
def test_an_advisory_beside_the_table_says_that_it_is_inferred_or_recalled(criterion: str) -> None:
    source = the_set().criterion(criterion).source
    assert source.confidence == BESIDE[criterion]
    assert source.note.vi
    assert source.note.en


def test_only_the_breach_of_an_enterprise_is_left_to_the_authority() -> None:
    left = {c.id for c in the_set().criteria if read(c.id).otherwise is not Verdict.NOT_MET}
    assert left == {"enterprise-compliance"}


def test_only_the_yearly_reports_can_be_not_applicable() -> None:
    conditional = {c.id for c in the_set().criteria if c.applies_when is not None}
    assert conditional == {"recp-report", "environmental-social-report"}


def test_a_park_with_nothing_to_count_is_never_met() -> None:
    assert {c.if_empty for c in the_set().criteria} == {Verdict.UNDETERMINED}


def test_no_clause_states_a_look_back() -> None:
    for criterion in the_set().criteria:
        measure = read(criterion.id).measure
        assert not [c for c in asked(measure) if isinstance(c, Within)], criterion.id


def test_breaches_are_those_of_business_environment_and_labour_law() -> None:
    laws = {"business", "environment", "labour"}
    developer, enterprises = map(measure_of, ("developer-compliance", "enterprise-compliance"))
    assert table_of(developer) == "violations"
    assert answers(developer, "violation_law") == answers(enterprises, "violation_law") == laws
    assert answers(developer, "violation_of") == {"developer"}
    assert answers(enterprises, "violation_of") == {"enterprises"}


def test_the_services_named_are_four() -> None:
    measure = measure_of("basic-services")
    assert answers(measure, "service") == {"electricity", "water_supply", "telecom", "fire_safety"}
    assert answers(measure, "service_state") == {"in_operation"}


def test_the_land_that_counts_is_green_traffic_and_shared_services() -> None:
    measure = measure_of("shared-land")
    assert isinstance(measure, Ratio)
    assert isinstance(measure.numerator, FactSum)
    green_traffic_shared = ("green", "traffic", "technical", "social")
    assert measure.numerator.fields == tuple(f"land_{use}_plan" for use in green_traffic_shared)


def test_a_link_is_counted_on_the_list_of_links() -> None:
    measure = measure_of("symbiosis-links")
    assert isinstance(measure, Count)
    assert (measure.table, measure.networks) == ("symbiosis", ())


def test_housing_and_social_cultural_and_sports_facilities_are_all_asked() -> None:
    measure = measure_of("worker-facilities")
    assert isinstance(measure, Answer)
    topics = {c.field for c in asked(measure) if isinstance(c, In)}
    assert topics == {"housing", "social_facilities", "cultural_facilities", "sports_facilities"}


def test_the_mechanism_covers_materials_water_energy_and_chemicals() -> None:
    measure = measure_of("input-output-monitoring")
    assert isinstance(measure, Answer)
    groups = {c.field for c in asked(measure) if isinstance(c, Is)}
    assert groups == {"io_mechanism", "io_materials", "io_water", "io_energy", "io_chemicals"}


@pytest.mark.parametrize(
    ("criterion", "report"),
    [("recp-report", "recp"), ("environmental-social-report", "environment_social")],
)
def test_one_report_a_year_is_due(criterion: str, report: str) -> None:
    measure = measure_of(criterion)
    assert isinstance(measure, EachYear)
    assert (measure.table, measure.year, measure.years) == ("reports", "report_year", "last")
    assert measure.since == "operating_since"
    assert answers(measure, "report_kind") == {report}
