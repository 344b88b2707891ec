"""The open questions of the text: the defaults recorded, and who is counted under each option.

The defaults are copied as literals from section 7 of the legal notes; questions that touch no
criterion of Decree 82 (Q21, Q26 to Q28, Q30 to Q35) are no readings of the set.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from article_42 import answers, defaults, measure_of, read, the_dictionary, the_set

from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Dated, Dates, DateSource, Truth
from eipcheck.model.criterion import Kind
from eipcheck.model.measure import EachYear, EitherMeasure, Ratio, Share
from eipcheck.model.place import Cell
from eipcheck.model.record import Column, Observation, ParkRecord, Table, Value

DEFAULTS = {
    "Q1": "any_documented",
    "Q2": "legal_entity",
    "Q3": "operating",
    "Q4": "not_counted",
    "Q5": "one",
    "Q6": "exact",
    "Q7": "one_action",
    "Q8": "implied",
    "Q9": "plan_whole",
    "Q10": "technical_and_social",
    "Q11": "park_level",
    "Q12": "advisory",
    "Q13": "link",
    "Q14": "with_tenant",
    "Q15": "not_common",
    "Q16": "operating",
    "Q17": "handler_uses",
    "Q18": "plan_or_participant",
    "Q19": "unremedied",
    "Q20": "review",
    "Q22": "four_named",
    "Q23": "documented_each",
    "Q24": "last",
    "Q25": "archived",
    "Q29": "declared_part",
    "Q36": "six_months",
    "Q37": "different_entities",
}
KINDS = ("enterprise", "export_processing", "service", "branch", "developer")
STATUSES = ("operating", "under_construction", "licensed", "suspended", "closed")
DOCUMENTED = {"in_use", "under_construction", "agreement", "approved_plan"}
SHARES = ("recp-awareness", "recp-applied", "symbiosis-plans")
ENTITIES = {"enterprise", "export_processing", "service"}
NOT_CLOSED = set(STATUSES) - {"closed"}
ROWS = [(k, s, inside) for k, s in product(KINDS, STATUSES) for inside in (True, False)]


def test_the_default_of_every_open_question_is_the_one_recorded() -> None:
    assert defaults() == DEFAULTS


def column(field: str, number: int, values: list[Value]) -> Column:
    return Column(field=field, column=number, heading=field, values=tuple(values))


def a_park(scope: str) -> ParkRecord:
    """Give a park with one enterprise of every kind and status on either side of the boundary."""
    kinds, statuses, sides = (list(part) for part in zip(*ROWS, strict=True))
    columns = (
        column("tax_code", 1, [f"{row:010}" for row in range(len(ROWS))]),
        column("enterprise_kind", 2, kinds),
        column("enterprise_status", 3, statuses),
        column("inside_boundary", 4, sides),
    )
    register = Table(
        sheet="enterprises",
        sheet_name="enterprises",
        rows=tuple(range(7, 7 + len(ROWS))),
        columns={c.field: c for c in columns},
        declarations=(),
    )
    said = Observation(field="conversion_scope", value=scope, cell=Cell("park", 5, 4), raw=scope)
    return ParkRecord(
        file="park.xlsx",
        sha256="0" * 64,
        template_version=None,
        facts={"conversion_scope": (said,)},
        blank_cells={},
        tables={"enterprises": register},
        documents={},
    )


def counted(criterion: str, scope: str = "whole", **readings: str) -> set[tuple[str, str, bool]]:
    """Give kind, status and side of the enterprises that a criterion counts."""
    nothing = Dated(None, DateSource.MISSING)
    dates = Dates(Dated(date(2021, 12, 31), DateSource.OPTION), nothing, nothing, nothing)
    options = Options(readings=readings)
    assessment = evaluate(a_park(scope), the_set(), the_dictionary(), dates, options)
    (finding,) = (f for f in assessment.findings if f.criterion.id == criterion)
    assert finding.rows is not None
    truths = [row.among for row in finding.rows.rows]
    assert Truth.UNKNOWN not in truths
    return {row for row, truth in zip(ROWS, truths, strict=True) if truth is Truth.TRUE}


def both_sides(kinds: set[str], statuses: set[str]) -> set[tuple[str, str, bool]]:
    return {row for row in ROWS if row[0] in kinds and row[1] in statuses}


@pytest.mark.parametrize("criterion", SHARES)
def test_by_default_operating_legal_entities_but_not_the_developer_count(criterion: str) -> None:
    assert counted(criterion) == both_sides(ENTITIES, {"operating"})


def test_a_breach_under_the_developers_own_code_is_looked_at_with_those_of_enterprises() -> None:
    """The developer is no tenant, but a breach entered there must not vanish from both clauses."""
    tenants = both_sides(ENTITIES, {"operating"})
    assert counted("enterprise-compliance") == tenants | {r for r in ROWS if r[0] == "developer"}


@pytest.mark.parametrize(
    ("option", "kinds"),
    [
        ("legal_entity", ENTITIES),
        ("with_branches", {*ENTITIES, "branch"}),
        ("without_services", ENTITIES - {"service"}),
    ],
)
def test_q2_says_which_kinds_count(option: str, kinds: set[str]) -> None:
    assert counted("recp-applied", Q2=option) == both_sides(kinds, {"operating"})


@pytest.mark.parametrize(
    ("option", "statuses"),
    [
        ("operating", {"operating"}),
        ("operating_or_building", {"operating", "under_construction"}),
        ("all_licensed", NOT_CLOSED),
    ],
)
def test_q3_says_which_states_count(option: str, statuses: set[str]) -> None:
    assert counted("recp-applied", Q3=option) == both_sides(ENTITIES, statuses)


@pytest.mark.parametrize("branches", ["legal_entity", "with_branches", "without_services"])
def test_q4_adds_the_developer_and_nobody_else(branches: str) -> None:
    without = counted("recp-applied", Q2=branches)
    added = counted("recp-applied", Q2=branches, Q4="counted") - without
    assert added == both_sides({"developer"}, {"operating"})


def test_q5_takes_all_licensed_for_the_plans_alone() -> None:
    licensed = both_sides(ENTITIES, NOT_CLOSED)
    assert counted("symbiosis-plans", Q5="separate") == licensed
    assert counted("recp-applied", Q5="separate") == both_sides(ENTITIES, {"operating"})


def test_q29_counts_the_declared_part_or_the_whole_park() -> None:
    inside = {row for row in both_sides(ENTITIES, {"operating"}) if row[2]}
    assert counted("recp-applied", "part") == inside
    assert counted("recp-applied", "part", Q29="whole") == both_sides(ENTITIES, {"operating"})
    assert counted("recp-applied", "whole") == both_sides(ENTITIES, {"operating"})


def test_the_iso_share_counts_the_developer_as_well() -> None:
    developer = both_sides({"developer"}, set(STATUSES))
    assert counted("iso-management-systems") == both_sides(ENTITIES, {"operating"}) | developer


@pytest.mark.parametrize("criterion", SHARES)
def test_q6_changes_the_rounding_and_not_the_bound(criterion: str) -> None:
    exact, nearest = (read(criterion, Q6=o).target for o in ("exact", "nearest"))
    assert exact is not None
    assert nearest is not None
    assert (exact.rounding, nearest.rounding) == ("exact", "nearest")
    assert exact.values == nearest.values


def test_q12_makes_the_construction_code_a_requirement() -> None:
    assert read("land-components").kind is Kind.ADVISORY
    assert read("land-components", Q12="required").kind is Kind.REQUIREMENT


@pytest.mark.parametrize("criterion", ["recp-report", "environmental-social-report"])
def test_q24_and_q36_say_which_years_are_due(criterion: str) -> None:
    for years, (grace, months) in product(
        ("last", "three", "all"), (("six_months", 6), ("at_year_end", 0))
    ):
        measure = measure_of(criterion, Q24=years, Q36=grace)
        assert isinstance(measure, EachYear)
        assert (measure.years, measure.grace_months) == (years, months)


@pytest.mark.parametrize("online", ["archived", "online_only"])
@pytest.mark.parametrize("criterion", ["recp-report", "environmental-social-report"])
def test_the_same_report_is_asked_for_however_many_years_are_due(
    criterion: str, online: str
) -> None:
    asked_for = [
        measure_of(criterion, Q24=years, Q36=grace, Q25=online)
        for years in ("last", "three", "all")
        for grace in ("six_months", "at_year_end")
    ]
    first = asked_for[0]
    assert isinstance(first, EachYear)
    for measure in asked_for:
        assert isinstance(measure, EachYear)
        assert measure.where == first.where
        assert (measure.table, measure.year, measure.since) == (
            first.table,
            first.year,
            first.since,
        )


@pytest.mark.parametrize(
    ("option", "states"),
    [
        ("documented_each", DOCUMENTED),
        ("in_use_each", {"in_use"}),
        ("housing_and_any", DOCUMENTED),
    ],
)
def test_q23_says_which_states_of_the_facilities_are_a_solution(
    option: str, states: set[str]
) -> None:
    measure = measure_of("worker-facilities", Q23=option)
    for topic in ("housing", "social_facilities", "cultural_facilities", "sports_facilities"):
        assert answers(measure, topic) == states


def test_the_typed_totals_of_a_share_speak_of_the_population_counted() -> None:
    for criterion in SHARES:
        for option, total in (("operating", "operating"), ("all_licensed", "licensed")):
            measure = read(criterion, Q3=option).measure
            assert isinstance(measure, EitherMeasure)
            assert isinstance(measure.typed, Ratio)
            assert measure.typed.denominator.field == f"enterprises_{total}"
        assert isinstance(read(criterion, Q3="operating_or_building").measure, Share)
