"""``check`` names the cases that are missing, and drafts them so that they load."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from check_sets import found
from criteria_files import (
    ANSWER_CLAUSE,
    DICTIONARY,
    FILES,
    SET,
    SHARE_CLAUSE,
    broken,
    places,
    write_files,
)

from eipcheck.criteria.cases import load_cases
from eipcheck.criteria.check import examine_set, possible_verdicts
from eipcheck.criteria.check_drafts import draft_cases, existing
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import Per, Verdict
from eipcheck.model.problem import Severity

DATED = """\
target:
      at_least:
        - {from: 2018-07-10, to: 2019-12-31, value: 10 %}
        - {from: 2020-01-01, to: 2022-07-14, value: 20 %}"""
EACH = """\
    question: each
    measure:
      share:
        table: enterprises
        among: {all: []}
        where: {is: {field: applied, value: "yes"}}
    review_when: {is: {field: status, value: building}}
"""
PARK = '  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}\n'
PER = '  - {id: each, title: {vi: "Từng DN", en: "Each"}, per: enterprises}\n'
MEASURE = SHARE_CLAUSE[SHARE_CLAUSE.index("    measure:") : SHARE_CLAUSE.index("    if_empty")]


def a_case(name: str, more: str) -> str:
    return (
        f"  - {{name: {name}, criterion: recp-applied, as_of: 2021-01-01, given: {{}}, "
        f"expect: {{verdict: met}}, {more}}}\n"
    )


def of_first(told: list[str], *codes: str) -> list[str]:
    return [each for each in told if each.split()[1] == "42-1.yaml:3:9" and each[:4] in codes]


def test_each_dated_value_needs_both_sides(tmp_path: Path) -> None:
    clause = broken(SHARE_CLAUSE, "target: {at_least: 20 %}", DATED)
    files = {"42-1.yaml": clause}
    told = of_first(found(tmp_path, files, cases=True), "C502", "C503", "C536")
    assert told == ["C536 42-1.yaml:3:9"] * 4
    cases = "cases:\n" + a_case("a", "at: bound") + a_case("b", "at: wrong_side")
    files["tests/a.yaml"] = cases
    assert of_first(found(tmp_path, files, cases=True), "C536") == ["C536 42-1.yaml:3:9"] * 2
    files["tests/b.yaml"] = cases.replace("2021-", "2019-")
    assert of_first(found(tmp_path, files, cases=True), "C536") == []


def test_each_option_but_the_default_needs_a_case(tmp_path: Path) -> None:
    assert of_first(found(tmp_path, {}, cases=True), "C537") == ["C537 42-1.yaml:3:9"]
    case = "cases:\n" + a_case("a", "readings: {Q3: all_licensed}")
    assert of_first(found(tmp_path, {"tests/a.yaml": case}, cases=True), "C537") == []


def test_a_review_adds_a_verdict_to_those_of_a_criterion(tmp_path: Path) -> None:
    review = "    review_when: {is: {field: housing, value: planned}}\n    evidence:"
    clause = broken(ANSWER_CLAUSE, "    evidence:", review)
    head = broken(SET, PARK, PARK + PER)
    each = broken(SHARE_CLAUSE, MEASURE, EACH)
    write_files(tmp_path, {"d.yaml": DICTIONARY})
    files = {**FILES, "set.yaml": head, "42-1.yaml": each, "42-2.yaml": clause}
    write_files(tmp_path / "small", files)
    loaded = load_set(tmp_path / "small", load_dictionary(tmp_path / "d.yaml"))
    assert possible_verdicts(loaded.criterion("mechanism-runs")) == (
        Verdict.MET,
        Verdict.NOT_MET,
        Verdict.UNDETERMINED,
        Verdict.NEEDS_REVIEW,
    )
    assert possible_verdicts(loaded.criterion("recp-applied"), Per.ENTERPRISES) == (
        Verdict.MET,
        Verdict.NOT_MET,
        Verdict.UNDETERMINED,
        Verdict.NEEDS_REVIEW,
    )


@pytest.mark.parametrize("per_enterprise", [False, True])
def test_the_drafts_of_what_is_missing_load_and_are_told_as_drafts(
    tmp_path: Path, *, per_enterprise: bool
) -> None:
    write_files(tmp_path, {"d.yaml": DICTIONARY})
    files = dict(FILES)
    if per_enterprise:
        files["set.yaml"] = broken(SET, PARK, PARK + PER)
        files["42-1.yaml"] = broken(SHARE_CLAUSE, MEASURE, EACH)
    home = write_files(tmp_path / "small", files)
    dictionary = load_dictionary(tmp_path / "d.yaml")
    missing = examine_set(home, dictionary).missing
    assert {each.criterion for each in missing} == {"recp-applied", "mechanism-runs"}
    assert all(each.on <= date(2022, 7, 14) for each in missing)
    write_files(home, {"tests/missing.yaml": draft_cases(missing, "drafts")})
    after = examine_set(home, dictionary)
    assert after.missing == ()
    assert {p.severity for p in after.problems if p.code == "C538"} == {Severity.WARNING}
    told = {each.split()[0] for each in places(after.problems)}
    assert told - {"C505", "C506"} == {"C538"}
    loaded = load_set(home, dictionary)
    assert load_cases(home, loaded, dictionary) == (), "a draft is not run"


def test_a_file_that_exists_is_not_replaced_by_a_draft(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.yaml": "x", "b.yaml": "x"})
    assert existing([tmp_path / "c.yaml"]) == ()
    (problem,) = existing([tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")])
    assert places((problem,)) == ["C539 a.yaml"]
    assert [Path(str(place)).name for place in problem.other_places] == ["b.yaml"]


def test_a_strict_bound_is_just_met_above_it_and_missed_on_it(tmp_path: Path) -> None:
    clause = broken(SHARE_CLAUSE, "at_least: 20 %", "more_than: 20 %")
    told = of_first(found(tmp_path, {"42-1.yaml": clause}, cases=True), "C502", "C503")
    assert told == ["C502 42-1.yaml:3:9", "C503 42-1.yaml:3:9"]


@pytest.mark.parametrize("side", ["bound", "wrong_side"])
def test_a_case_without_a_finding_lies_on_no_side_and_under_no_option(
    tmp_path: Path, side: str
) -> None:
    case = a_case("gone", f"at: {side}, readings: {{Q3: all_licensed}}")
    case = broken(case, "verdict: met", "verdict: absent")
    told = found(tmp_path, {"tests/a.yaml": f"cases:\n{case}"}, cases=True)
    assert "C504 a.yaml:2:5" in told
    assert of_first(told, "C501", "C502", "C503", "C537") == [
        *["C501 42-1.yaml:3:9"] * 3,
        "C502 42-1.yaml:3:9",
        "C503 42-1.yaml:3:9",
        "C537 42-1.yaml:3:9",
    ]
