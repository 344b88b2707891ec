"""The yearly indicators of Circular 05/2025, row by row of forms A.5 and B.5.

They judge nothing: nothing in this set may ever say "met".

The rows are copied as literals from the legal notes (section 3.2), so that a slip in the criteria
files cannot repeat itself here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from eipcheck.criteria.cases import load_cases
from eipcheck.criteria.dictionary import extend_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.judge import resolve
from eipcheck.evaluation.walk import conditions, every_condition, fields_read
from eipcheck.model.condition import AtLeast, AtMost, Is
from eipcheck.model.criterion import CriteriaSet, Kind, Reading, Status, Verdict
from eipcheck.model.dictionary import DataDictionary, FieldType
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    FactSum,
    Measure,
    Ratio,
    Share,
)
from eipcheck.pipeline.sets import load_library, set_folder, shipped_dictionary, shipped_sets

SET = "vn-05-2025-indicators"

TABLE = """
ENV.1 | symbiosis-number             | A.5 | number  |
ENV.2 | recp-share                   | B.5 | share   | 0.20
ENV.3 | wastewater-reuse             | A.5 | percent |
ENV.4 | greenhouse-gas-programme     | A.5 | yes_no  |
ENV.5 | input-output-mechanism       | A.5 | yes_no  |
ENV.6 | published-yearly-report      | A.5 | report  |
PM.1  | risk-framework               | A.5 | yes_no  |
PM.2  | climate-plan                 | A.5 | yes_no  |
PM.3  | support-unit                 | A.5 | yes_no  |
PM.4  | new-park-registration        | A.5 | yes_no  |
SOC.1 | complaint-rules              | B.5 | share   | 0.75
SOC.2 | information-disclosure       | B.5 | share   | 0.75
SOC.3 | worker-social-infrastructure | A.5 | yes_no  |
SOC.4 | gender-equality              | B.5 | share   | 0.75
SOC.5 | social-staff                 | A.5 | yes_no  |
SOC.6 | anti-harassment-rules        | B.5 | share   | 0.75
SOC.7 | community-dialogue-budget    | A.5 | yes_no  |
ECO.1 | linkage-plan                 | A.5 | yes_no  |
ECO.2 | eip-promotion                | A.5 | yes_no  |
ECO.3 | local-labour                 | A.5 | yes_no  |
ECO.4 | small-enterprises            | A.5 | yes_no  |
ECO.5 | local-suppliers              | A.5 | yes_no  |
ECO.6 | service-fees                 | A.5 | yes_no  |
"""
"""Code, criterion, form, type of the answer, lower limit of the input screen."""

PAGES = (
    "https://vanban123.vn/Thong-tu/Circular-No-05-2025-TT-BKHDT-dated-January-24-2025-on-guidelines-for-development-of-eco-industrial-parks-680214",
    "https://thuvienphapluat.vn/van-ban/Thuong-mai/Circular-05-2025-TT-BKHDT-guidelines-for-development-of-eco-industrial-parks-646854.aspx",
)
OVER_100 = {"complaint-rules", "gender-equality"}
TYPED = {
    "recp-share": ("enterprises_recp_applied", "enterprises_operating"),
    "complaint-rules": ("enterprises_complaint_rules", "enterprises_over_100_workers"),
    "information-disclosure": ("enterprises_disclosing", "enterprises_operating"),
    "gender-equality": ("enterprises_gender_equality", "enterprises_over_100_workers"),
    "anti-harassment-rules": ("enterprises_anti_harassment", "enterprises_operating"),
}


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    code: str
    criterion: str
    form: str
    kind: str
    benchmark: str


ROWS = [Row(*(cell.strip() for cell in line.split("|"))) for line in TABLE.strip().split("\n")]

by_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)


@cache
def the_dictionary() -> DataDictionary:
    return extend_dictionary(shipped_dictionary(), set_folder(SET))


@cache
def the_set() -> CriteriaSet:
    return load_set(set_folder(SET), shipped_dictionary())


def measure_of(criterion: str) -> Measure:
    """Give the measure by the default readings."""
    defaults = {reading.id: reading.default for reading in the_set().readings}
    return resolve(the_set().criterion(criterion), defaults).measure


def shares() -> Iterator[tuple[str, Share, Ratio]]:
    """Give each share of enterprises: from the register, and from typed totals."""
    for criterion in TYPED:
        measure = measure_of(criterion)
        assert isinstance(measure, EitherMeasure)
        assert isinstance(measure.register, Share)
        assert isinstance(measure.typed, Ratio)
        yield criterion, measure.register, measure.typed


def test_the_codes_are_the_23_of_both_forms_without_a_gap() -> None:
    counts = {"ENV": 6, "PM": 4, "SOC": 7, "ECO": 6}
    codes = [f"{pillar}.{n + 1}" for pillar, most in counts.items() for n in range(most)]
    assert [c.clause for c in the_set().criteria] == codes == [row.code for row in ROWS]
    assert [c.id for c in the_set().criteria] == [row.criterion for row in ROWS]
    assert [row.form for row in ROWS].count("A.5") == 18


@by_row
def test_an_indicator_is_reported_and_judges_nothing(row: Row) -> None:
    criterion = the_set().criterion(row.criterion)
    assert criterion.kind is Kind.ADVISORY
    assert criterion.target is None
    assert criterion.review_when is None
    assert criterion.question is None


@by_row
def test_the_type_of_the_answer_is_that_of_the_form(row: Row) -> None:
    measure = measure_of(row.criterion)
    match row.kind:
        case "number":
            assert isinstance(measure, EitherMeasure)
            assert isinstance(measure.register, Count)
        case "share":
            assert isinstance(measure, EitherMeasure)
            assert isinstance(measure.register, Share)
        case "percent":
            assert isinstance(measure, Ratio)
        case "report":
            assert isinstance(measure, EachYear)
        case _:
            assert isinstance(measure, Answer)


@by_row
def test_the_lower_limit_of_the_input_screen_is_a_mark_that_says_it_is_no_law(row: Row) -> None:
    criterion = the_set().criterion(row.criterion)
    mark = criterion.benchmark
    if not row.benchmark:
        assert mark is None
        return
    assert mark is not None
    assert (mark.kind, [v.value for v in mark.values]) == ("at_least", [Decimal(row.benchmark)])
    assert "không phải luật" in criterion.computed.vi
    assert "not law" in criterion.computed.en


@by_row
def test_the_source_says_what_was_seen_and_what_is_inferred(row: Row) -> None:
    source = the_set().criterion(row.criterion).source
    assert source.document == "Thông tư 05/2025/TT-BKHĐT"
    assert (source.article, source.clause) == ("", row.code)
    assert source.confidence == "I"
    assert source.urls == PAGES
    for note in (source.note.vi, source.note.en):
        assert row.form in note
        assert "(V)" in note
        assert "(I)" in note
    assert source.verified_by is None


def test_the_signing_date_stands_in_for_the_effective_date_and_the_set_says_so() -> None:
    told = the_set()
    assert told.status is Status.IN_FORCE
    assert (told.in_force_from, told.in_force_to) == (date(2025, 1, 24), None)
    assert "Ngày hiệu lực chưa thấy" in told.verification.vi
    assert "effective date was not seen" in told.verification.en
    assert not told.verified
    assert told.verified_until == date(2026, 11, 22)


def test_there_is_no_outcome_and_no_waiver() -> None:
    assert the_set().questions == ()
    assert not the_set().waivable
    assert not the_set().partial_credit
    assert not the_set().needs_allow_unverified


def test_no_case_expects_that_anything_is_met_or_missed() -> None:
    cases = load_cases(set_folder(SET), the_set(), shipped_dictionary())
    verdicts = {case.expect.verdict for case in cases}
    assert verdicts == {Verdict.REPORTED, Verdict.NOT_APPLICABLE, Verdict.UNDETERMINED}
    assert {c.criterion for c in cases if c.expect.verdict is not Verdict.REPORTED} == {
        "new-park-registration"
    }
    assert {c.criterion for c in cases} == {row.criterion for row in ROWS}
    assert all({"low", "high"} <= {name for name, _ in c.expect.numbers} for c in cases)


def test_only_the_registration_of_a_new_park_can_be_not_applicable() -> None:
    conditional = {c.id: c.applies_when for c in the_set().criteria if c.applies_when is not None}
    assert conditional == {"new-park-registration": Is("new_eip_project", value=True)}


def test_complaints_and_gender_are_asked_of_enterprises_with_more_than_100_workers() -> None:
    for criterion, register, _ in shares():
        among = set(every_condition(register.among))
        over_100 = AtLeast("enterprise_workers", Decimal(101)) in among
        assert over_100 is (criterion in OVER_100), criterion


def test_typed_totals_are_divided_by_the_number_that_the_register_counts() -> None:
    found = {c: (typed.numerator, typed.denominator.field) for c, _, typed in shares()}
    assert {c: (getattr(n, "field", ""), d) for c, (n, d) in found.items()} == TYPED


def test_wastewater_reused_is_a_part_of_the_industrial_wastewater() -> None:
    measure = measure_of("wastewater-reuse")
    assert isinstance(measure, Ratio)
    assert measure.numerator == FactSum(("industrial_wastewater_reused",), "industrial_wastewater")
    assert measure.denominator.field == "industrial_wastewater"
    assert not measure.years_may_differ


def test_a_new_park_registers_what_article_38_names() -> None:
    asked = [c for o in conditions(measure_of("new-park-registration")) for c in every_condition(o)]
    contents = {c.field for c in asked if isinstance(c, Is)}
    assert contents == {
        f"new_eip_{what}"
        for what in ("sectors", "emissions", "symbiosis", "monitoring", "social", "commitment")
    }
    assert AtMost("new_eip_years", Decimal(8)) in asked


def test_the_readings_are_those_of_the_decrees_so_that_one_choice_serves_all() -> None:
    dictionary = shipped_dictionary()
    known: dict[str, Reading] = {}
    for name in ("vn-82-2018", "vn-35-2022"):
        known |= {r.id: r for r in load_set(set_folder(name), dictionary).readings}
    for reading in the_set().readings:
        same = known[reading.id]
        assert reading.default == same.default
        assert [o.id for o in reading.options] == [o.id for o in same.options]


def test_every_field_that_the_set_adds_is_read_or_stands_beside() -> None:
    declared = {f.id for sheet in shipped_dictionary().sheets for f in sheet.fields}
    added = {f.id: f for sheet in the_dictionary().sheets for f in sheet.fields}
    read = {name for c in the_set().criteria for name in (*fields_read(c.measure), *c.beside)}
    documents = {f.id for f in added.values() if f.type is FieldType.DOCUMENTS}
    assert set(added) - declared - read - documents == set()


def test_the_added_fields_accept_what_the_input_screen_refuses() -> None:
    declared = {f.id for sheet in shipped_dictionary().sheets for f in sheet.fields}
    added = (f for sheet in the_dictionary().sheets for f in sheet.fields if f.id not in declared)
    assert {f.plausible[0] for f in added if f.type in (FieldType.NUMBER, FieldType.INTEGER)} == {0}


def test_the_added_fields_stand_beside_those_of_every_other_set() -> None:
    library = load_library(shipped_sets(), allow_unverified=True)
    assert library.dictionary.has_field("industrial_wastewater_reused")
