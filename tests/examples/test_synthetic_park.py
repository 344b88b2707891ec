"""The made-up park shows every verdict and flag, is clearly labelled, and uses every sheet."""

from __future__ import annotations

from collections import Counter

import pytest
from example_assessments import CRITERIA, DECREE_82, assessed
from example_builds import SYNTHETIC, built, cells, script

from eipcheck.criteria.cases import failures, load_cases
from eipcheck.criteria.check import check_set
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import evaluate
from eipcheck.model.assessment import Flag, Force
from eipcheck.model.criterion import Verdict
from eipcheck.model.dictionary import Layout

WORKBOOK = SYNTHETIC / "kcn-mau.xlsx"
TEACHING = SYNTHETIC / "teaching-set"
WAIVERS = SYNTHETIC / "waivers.yaml"
DICTIONARY = load_dictionary(CRITERIA / "fields.yaml")
CONTENT = script(SYNTHETIC).content(DICTIONARY)

VERDICTS = {
    "developer-compliance": ("met", "met"),
    "enterprise-compliance": ("met", "needs_review"),
    "iso-management-systems": ("reported", "reported"),
    "basic-services": ("met", "undetermined"),
    "other-services": ("reported", "reported"),
    "recp-awareness": ("met", "undetermined"),
    "recp-applied": ("undetermined", "undetermined"),
    "shared-land": ("undetermined", "undetermined"),
    "land-components": ("not_met", "not_met"),
    "symbiosis-links": ("met", "met"),
    "symbiosis-plans": ("not_met", "not_met"),
    "worker-facilities": ("met", "met"),
    "input-output-monitoring": ("met", "undetermined"),
    "recp-report": ("not_applicable", "not_applicable"),
    "environmental-social-report": ("not_applicable", "not_applicable"),
}
"""As declared and as evidenced."""
FLAGS = {
    "developer-compliance": {"depends_on_reading"},
    "enterprise-compliance": {"unevidenced", "manual", "depends_on_reading"},
    "iso-management-systems": set(),
    "basic-services": {"unevidenced", "expired_evidence"},
    "other-services": {"expired_evidence"},
    "recp-awareness": {"unevidenced", "depends_on_reading"},
    "recp-applied": set(),
    "shared-land": {"estimated", "mixed_years", "conflicting_sources", "depends_on_reading"},
    "land-components": {"conflicting_sources"},
    "symbiosis-links": {"marginal", "depends_on_reading"},
    "symbiosis-plans": {"marginal", "depends_on_reading"},
    "worker-facilities": {"old_data", "depends_on_reading"},
    "input-output-monitoring": {"unevidenced"},
    "recp-report": set(),
    "environmental-social-report": set(),
}
PARTIES = ("developer", "enterprises")
LEFT_BLANK = {"registration_date", "enterprises_recp_applied", "enterprises_symbiosis_plan"}
"""No dossier was filed, and the register itself answers for the two totals."""
ASKED_SINCE_2022 = {
    *("enterprises_recp_result", "public_amenities", "eip_certified"),
    *("io_other_chemicals", "io_waste", "io_scrap"),
    *("new_eip_project", "new_eip_sectors", "new_eip_emissions", "new_eip_symbiosis"),
    *("new_eip_monitoring", "new_eip_social", "new_eip_commitment", "new_eip_years"),
    *("new_eip_stated",),
    *(f"violations_{of}_{law}" for of in PARTIES for law in ("construction", "land")),
}
"""What Decree 35/2022 asks and Decree 82/2018 did not: this park was assessed under the older."""


def test_the_verdicts_are_these() -> None:
    found = {
        f.criterion.id: (f.declared.verdict.value, f.evidenced.verdict.value)
        for f in assessed(WORKBOOK, DECREE_82).findings
    }
    assert found == VERDICTS


def test_every_verdict_occurs_that_a_set_of_law_can_give() -> None:
    shown = {Verdict(v) for pair in VERDICTS.values() for v in pair}
    assert shown == set(Verdict) - {Verdict.PARTLY_MET}


def test_the_flags_are_these() -> None:
    found = {
        f.criterion.id: {flag.value for flag in f.flags}
        for f in assessed(WORKBOOK, DECREE_82).findings
    }
    assert found == FLAGS


def test_every_flag_occurs_that_a_set_of_law_can_raise() -> None:
    # No bound of this set says until when somebody looked at it.
    never = {Flag.WAIVED, Flag.PAST_VERIFICATION}
    assert {Flag(f) for flags in FLAGS.values() for f in flags} == set(Flag) - never


def test_the_teaching_set_adds_what_law_does_not_grant() -> None:
    assessment = assessed(WORKBOOK, TEACHING, WAIVERS)
    assert assessment.force is Force.NONE
    found = {
        f.criterion.id: (f.declared.verdict.value, {flag.value for flag in f.flags})
        for f in assessment.findings
    }
    assert found == {
        "green-and-traffic-land": ("partly_met", set()),
        "recp-taking-part": ("not_met", {"waived"}),
        "wastewater-load": ("met", set()),
    }


def test_the_cases_of_the_teaching_set_hold_and_none_is_missing() -> None:
    assert check_set(TEACHING, DICTIONARY) == ()
    criteria = load_set(TEACHING, DICTIONARY)
    for case in load_cases(TEACHING, criteria, DICTIONARY):
        dates = choose_dates(case.record, case.as_of, case.as_of)
        found = evaluate(case.record, criteria, DICTIONARY, dates)
        finding = next(f for f in found.findings if f.criterion.id == case.criterion)
        assert failures(case, finding, found.force) == (), case.name


def test_the_only_problem_is_the_conflict_of_sources_that_is_meant() -> None:
    assert [p.code for p in assessed(WORKBOOK, DECREE_82).problems] == ["D106"]


def test_it_is_in_force_on_its_day() -> None:
    assessment = assessed(WORKBOOK, DECREE_82)
    assert assessment.force is Force.IN_FORCE
    assert assessment.dates.as_of.isoformat() == "2020-11-20"


def test_it_says_that_it_is_made_up() -> None:
    facts = {fact.field: fact.value for fact in CONTENT.facts}
    assert facts["park_name"] == "KCN Mẫu (số liệu giả định)"
    assert facts["data_label"] == "synthetic"
    names = [str(row["enterprise_name"]) for row in CONTENT.rows["enterprises"]]
    assert all("giả định" in name for name in names)
    codes = [str(row["tax_code"]) for row in CONTENT.rows["enterprises"]]
    assert codes == [f"{n:010d}" for n in (*range(1, 121), 999)]


def test_the_register_has_120_enterprises_and_the_developer() -> None:
    rows = [r for r in CONTENT.rows["enterprises"] if r["enterprise_kind"] != "developer"]
    assert Counter(r["enterprise_status"] for r in rows) == {
        "operating": 115,
        "under_construction": 5,
    }
    operating = [r for r in rows if r["enterprise_status"] == "operating"]
    assert Counter(r["recp_applied"] for r in operating) == {True: 20, False: 83, None: 12}


def test_every_sheet_and_kind_of_evidence_is_used() -> None:
    asked = set()
    for sheet in DICTIONARY.sheets:
        if sheet.layout is Layout.FACTS:
            asked |= {field.id for field in sheet.fields}
        else:
            assert CONTENT.rows[sheet.id], sheet.id
    asked -= ASKED_SINCE_2022
    assert asked - {fact.field for fact in CONTENT.facts} == LEFT_BLANK
    declared = {d.id for s in DICTIONARY.sheets for d in s.declarations}
    assert {d.id for d in CONTENT.declarations} == declared - ASKED_SINCE_2022
    documents = CONTENT.rows["evidence"]
    assert {r["document_state"] for r in documents} == {"have", "pending", "none"}
    assert "self_declaration" in {r["document_kind"] for r in documents}


@pytest.mark.parametrize("sheet", ["Doanh nghiệp", "RECP", "Minh chứng"])
def test_the_committed_sheets_hold_every_row(sheet: str) -> None:
    lines = cells(built(SYNTHETIC)[WORKBOOK])[sheet]
    ids = {"Doanh nghiệp": "enterprises", "RECP": "recp", "Minh chứng": "evidence"}
    keys = [next(iter(row.values())) for row in CONTENT.rows[ids[sheet]]]
    first = [line[0] for line in lines]
    assert [value for value in first if value in set(keys)] == keys
