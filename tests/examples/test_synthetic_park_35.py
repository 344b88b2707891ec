"""The made-up park for Decree 35 answers its three questions and is clearly labelled."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from example_assessments import CRITERIA, DECREE_82, assessed
from example_builds import SYNTHETIC, script

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.assessment import Finding, Force, Truth
from eipcheck.model.dictionary import Layout

WORKBOOK = SYNTHETIC / "kcn-mau-35.xlsx"
DECREE_35 = CRITERIA / "vn-35-2022"
INDICATORS = CRITERIA / "vn-05-2025-indicators"
DICTIONARY = load_dictionary(CRITERIA / "fields.yaml")
CONTENT = script(SYNTHETIC).content(DICTIONARY, script(SYNTHETIC).DECREE_35)
FACTS = {fact.field: fact.value for fact in CONTENT.facts}
TENANTS = [r for r in CONTENT.rows["enterprises"] if r["enterprise_kind"] != "developer"]

PARK = {
    "developer-compliance": ("undetermined", "undetermined"),
    "basic-services": ("met", "undetermined"),
    "input-output-monitoring": ("met", "met"),
    "recp-report": ("met", "met"),
    "environmental-social-report": ("undetermined", "undetermined"),
    "enterprise-compliance": ("needs_review", "needs_review"),
    "symbiosis-links": ("met", "met"),
    "symbiosis-iso": ("met", "undetermined"),
    "recp-applied": ("not_met", "not_met"),
    "shared-land": ("met", "met"),
    "land-components": ("met", "met"),
    "worker-facilities": ("met", "undetermined"),
}
NEW_PARK = {
    "new-park-file-content": ("met", "met"),
    "new-park-commitment": ("met", "met"),
    "new-park-commitment-years": ("met", "met"),
    "new-park-type-stated": ("met", "undetermined"),
}
EACH_ENTERPRISE = dict.fromkeys(
    (
        "eco-enterprise-compliance",
        "eco-enterprise-symbiosis",
        "eco-enterprise-iso",
        "eco-enterprise-recp",
    ),
    ("reported", "reported"),
)
VERDICTS = PARK | NEW_PARK | EACH_ENTERPRISE
"""As declared and as evidenced."""
FLAGS = {
    "basic-services": {"unevidenced", "expired_evidence"},
    "environmental-social-report": {"depends_on_reading"},
    "enterprise-compliance": {"depends_on_reading"},
    "symbiosis-iso": {"unevidenced", "depends_on_reading"},
    "shared-land": {"depends_on_reading"},
    "worker-facilities": {"unevidenced", "depends_on_reading"},
    "new-park-file-content": {"old_data"},
    "new-park-commitment": {"old_data"},
    "new-park-commitment-years": {"old_data"},
    "new-park-type-stated": {"unevidenced", "old_data"},
} | {name: {"depends_on_reading"} for name in EACH_ENTERPRISE}
"""Of the criteria that have any."""
MARKED = {
    "0000000001": ("meets", "meets", ["met", "met", "met", "met"]),
    "0000000002": ("cannot_tell", "cannot_tell", ["needs_review", "met", "met", "met"]),
    "0000000003": ("meets", "cannot_tell", ["met", "met", "met", "met"]),
    "0000000004": ("does_not_meet", "does_not_meet", ["met", "met", "met", "not_met"]),
    "0000000005": ("meets", "meets", ["met", "met", "met", "met"]),
    "0000000008": ("cannot_tell", "cannot_tell", ["met", "undetermined", "met", "met"]),
    "0000000020": ("does_not_meet",) * 2 + (["needs_review", "not_met", "not_met", "not_met"],),
}
"""Some enterprises: as declared, as evidenced, and the four criteria as declared."""


def finding(criterion: str) -> Finding:
    found = assessed(WORKBOOK, DECREE_35).findings
    return next(f for f in found if f.criterion.id == criterion)


def test_the_verdicts_are_these() -> None:
    found = {
        f.criterion.id: (f.declared.verdict.value, f.evidenced.verdict.value)
        for f in assessed(WORKBOOK, DECREE_35).findings
    }
    assert found == VERDICTS


def test_the_flags_are_these() -> None:
    found = {
        f.criterion.id: {flag.value for flag in f.flags}
        for f in assessed(WORKBOOK, DECREE_35).findings
        if f.flags
    }
    assert found == FLAGS


def test_the_questions_are_answered() -> None:
    found = {
        o.question: (o.declared.value, o.evidenced.value)
        for o in assessed(WORKBOOK, DECREE_35).outcomes
    }
    assert found == {
        "park-certificate": ("does_not_meet", "does_not_meet"),
        "new-park-file": ("meets", "cannot_tell"),
    }


def test_the_enterprises_differ() -> None:
    (answers,) = assessed(WORKBOOK, DECREE_35).enterprises
    assert Counter(row.declared.value for row in answers.rows) == {
        "meets": 3,
        "does_not_meet": 31,
        "cannot_tell": 2,
    }
    found = {
        row.code: (
            row.declared.value,
            row.evidenced.value,
            [declared.value for _, declared, _ in row.verdicts],
        )
        for row in answers.rows
    }
    assert {code: found[code] for code in MARKED} == MARKED


def test_no_enterprise_can_be_certified_before_its_park() -> None:
    (answers,) = assessed(WORKBOOK, DECREE_35).enterprises
    assert answers.park is Truth.FALSE
    assert {row.possible_now.value for row in answers.rows} == {"does_not_meet"}


def test_the_missing_enterprises_are_those_that_did_not_measure() -> None:
    """By effort (Decree 82) the park has enough; by result (Decree 35) two are missing."""
    gap = finding("recp-applied").gap
    assert gap
    assert gap.unit == "enterprises"
    assert gap.least == gap.most == Fraction(2)
    counted = [r for r in TENANTS if r["enterprise_status"] == "operating"]
    assert [
        r["tax_code"] for r in counted if r["recp_applied"] is True and r["recp_result"] is False
    ] == ["0000000010", "0000000011"]
    older = {
        f.criterion.id: f.declared.verdict.value for f in assessed(WORKBOOK, DECREE_82).findings
    }
    assert older["recp-applied"] == "met"


def test_the_report_that_is_not_overdue_decides_nothing() -> None:
    steps = [step.name for step in finding("environmental-social-report").steps]
    assert "grace" in steps
    assert "grace" not in [step.name for step in finding("recp-report").steps]


def test_what_stays_open_is_one_list_of_breaches() -> None:
    gap = finding("developer-compliance").gap
    assert gap
    assert [ask.field for ask in gap.asks] == ["violations_developer_land"]


@pytest.mark.parametrize("folder", [DECREE_35, DECREE_82], ids=lambda f: f.name)
def test_nothing_is_to_mend(folder: Path) -> None:
    assert assessed(WORKBOOK, folder).problems == ()


def test_the_indicators_only_miss_the_columns_of_their_own() -> None:
    assert [p.code for p in assessed(WORKBOOK, INDICATORS).problems] == ["W208"]


def test_it_is_in_force_on_its_day_and_before_the_text_was_last_looked_at() -> None:
    assessment = assessed(WORKBOOK, DECREE_35)
    assert assessment.force is Force.IN_FORCE
    assert assessment.dates.as_of == date(2026, 5, 20)
    until = load_set(DECREE_35, DICTIONARY).verified_until
    assert until
    assert assessment.dates.as_of < until


def test_it_says_that_it_is_made_up() -> None:
    assert FACTS["data_label"] == "synthetic"
    for name in ("park_name", "province", "developer_name"):
        assert "giả định" in str(FACTS[name])
    assert "example.invalid" in str(FACTS["website"])
    assert all("giả định" in str(r["enterprise_name"]) for r in CONTENT.rows["enterprises"])
    codes = [str(r["tax_code"]) for r in CONTENT.rows["enterprises"]]
    assert codes == [f"{n:010d}" for n in (*range(1, 38), 999)]
    assert all("GĐ" in str(r["violation_decision"]) for r in CONTENT.rows["violations"])
    assert all("GĐ" in str(r["document_number"]) for r in CONTENT.rows["evidence"])


def test_the_totals_are_those_of_the_register() -> None:
    own = [r for r in TENANTS if r["enterprise_kind"] != "branch"]
    states = Counter(r["enterprise_status"] for r in own)
    assert states == {"operating": 32, "under_construction": 3, "licensed": 1}
    assert FACTS["enterprises_licensed"] == states.total()
    assert FACTS["enterprises_operating"] == states["operating"]
    assert FACTS["enterprises_under_construction"] == states["under_construction"]
    for total, column in {
        "enterprises_recp_aware": "recp_aware",
        "enterprises_recp_applied": "recp_applied",
        "enterprises_recp_result": "recp_result",
        "enterprises_recp_taking_part": "recp_taking_part",
        "enterprises_recp_assessed": "recp_assessed",
        "enterprises_symbiosis_plan": "symbiosis_plan",
    }.items():
        assert FACTS[total] == sum(r[column] is True for r in own), total
    workers = [r.get("enterprise_workers") for r in own]
    assert FACTS["workers"] == sum(w for w in workers if isinstance(w, Decimal))


def test_every_sheet_is_used_but_the_judgements() -> None:
    """The authority has not decided yet: that is what needs review."""
    for sheet in DICTIONARY.sheets:
        if sheet.layout is Layout.FACTS:
            assert {field.id for field in sheet.fields} <= set(FACTS)
        else:
            assert bool(CONTENT.rows[sheet.id]) is (sheet.id != "judgements"), sheet.id
    declared = {d.id for s in DICTIONARY.sheets for d in s.declarations}
    assert {d.id for d in CONTENT.declarations} == declared
    laws = {r["violation_law"] for r in CONTENT.rows["violations"]}
    assert {"construction", "land"} <= laws
    assert "shared_infrastructure" in {r["link_type"] for r in CONTENT.rows["symbiosis"]}
