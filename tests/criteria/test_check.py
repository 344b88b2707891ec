"""``check`` finds what loading lets pass: verdicts without a case, and names without use."""

from __future__ import annotations

from pathlib import Path

from criteria_files import (
    ANSWER_CLAUSE,
    FILES,
    SET,
    SHARE_CLAUSE,
    broken,
    load_small_dictionary,
    places,
    write_files,
)

from eipcheck.criteria.check import check_set, possible_verdicts
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import Verdict

ROOT = Path(__file__).parents[2]


def a_case(criterion: str, verdict: str, at: str = "", more: str = "") -> str:
    side = f"    at: {at}\n" if at else ""
    side += f"    {more}\n" if more else ""
    return (
        f'  - name: "{criterion} {verdict} {at} {more}"\n    criterion: {criterion}\n'
        f"    as_of: 2020-01-01\n{side}    given: {{}}\n    expect: {{verdict: {verdict}}}\n"
    )


SHARE_CASES = (
    "cases:\n"
    + a_case("recp-applied", "met", "bound")
    + a_case("recp-applied", "not_met", "wrong_side")
    + a_case("recp-applied", "undetermined")
    + a_case("recp-applied", "undetermined", more="readings: {Q3: all_licensed}")
)
ANSWER_CASES = "cases:\n" + "".join(
    a_case("mechanism-runs", verdict) for verdict in ("met", "not_met", "undetermined")
)
COMPLETE = {**FILES, "tests/1.yaml": SHARE_CASES, "tests/2.yaml": ANSWER_CASES}


def check(folder: Path, files: dict[str, str], name: str = "small") -> list[str]:
    home = write_files(folder / name, files)
    return places(check_set(home, load_small_dictionary(folder)))


def test_a_set_with_every_case_has_no_problem(tmp_path: Path) -> None:
    assert check(tmp_path, COMPLETE) == []


def test_the_shipped_set_has_no_problem() -> None:
    dictionary = load_dictionary(ROOT / "criteria" / "fields.yaml")
    assert check_set(ROOT / "criteria" / "vn-82-2018", dictionary) == ()


def test_every_missing_case_is_named(tmp_path: Path) -> None:
    assert check(tmp_path, {**FILES, "tests/2.yaml": ANSWER_CASES}) == [
        *["C501 42-1.yaml:3:9"] * 3,
        "C502 42-1.yaml:3:9",
        "C503 42-1.yaml:3:9",
        "C537 42-1.yaml:3:9",
    ]


def test_what_nothing_uses_is_named(tmp_path: Path) -> None:
    reading = (
        "  - {id: Q9, question: {vi: a, en: b}, default: x, options: [{id: x, label: "
        "{vi: a, en: b}}]}\n"
    )
    head = broken(
        SET, "clauses:\n", f'{reading}clauses:\n  - {{id: "42.3", title: {{vi: a, en: b}}}}\n'
    )
    term = "  - {id: spare, meaning: {vi: a, en: b}, condition: {all: []}}\n"
    head = broken(head, "waivable:", f"{term}waivable:")
    assert check(tmp_path, {**COMPLETE, "set.yaml": head}) == [
        "C505 set.yaml:20:10",
        "C507 set.yaml:22:10",
        "C506 set.yaml:33:10",
    ]


def test_a_case_must_lie_on_the_side_that_it_names(tmp_path: Path) -> None:
    cases = broken(SHARE_CASES, "at: bound", "at: wrong_side")
    assert check(tmp_path, {**COMPLETE, "tests/1.yaml": cases}) == [
        "C502 42-1.yaml:3:9",
        "C504 1.yaml:2:5",
    ]


def test_a_set_is_found_by_the_name_of_its_folder(tmp_path: Path) -> None:
    assert check(tmp_path, COMPLETE, "other") == ["C508 set.yaml:1:5"]


def test_faults_in_the_set_and_its_cases_come_together(tmp_path: Path) -> None:
    cases = broken(ANSWER_CASES, "criterion: mechanism-runs", "criterion: mechanism-run")
    clause = broken(SHARE_CLAUSE, "actor: enterprises", "actor: all")
    files = {**COMPLETE, "42-1.yaml": clause, "tests/2.yaml": cases, "tests/3.yml": ""}
    assert check(tmp_path, files) == [
        "C205 42-1.yaml:6:12",
        "C501 42-2.yaml:3:9",
        "C239 2.yaml:3:16",
        "C425 3.yml",
    ]


def test_the_verdicts_that_a_criterion_can_give(tmp_path: Path) -> None:
    more = (
        "    applies_when: {all: []}\n    otherwise: {by_reading: {Q3: "
        "{operating_only: not_met, all_licensed: needs_review}}}\n"
    )
    advisory = broken(ANSWER_CLAUSE, "kind: requirement", "kind: advisory")
    advisory = broken(advisory, '    target: {answer: "yes"}\n', "")
    share = broken(SHARE_CLAUSE, "    evidence:", f"{more}    evidence:")
    share = broken(share, "20 %}", "20 %, partly_from: 10 %, credit: 0.5}")
    head = broken(SET, "partial_credit: false", "partial_credit: true")
    files = {"set.yaml": head, "42-1.yaml": share, "42-2.yaml": advisory}
    loaded = load_set(write_files(tmp_path / "small", files), load_small_dictionary(tmp_path))
    assert possible_verdicts(loaded.criterion("recp-applied")) == (
        Verdict.MET,
        Verdict.PARTLY_MET,
        Verdict.NOT_MET,
        Verdict.UNDETERMINED,
        Verdict.NEEDS_REVIEW,
        Verdict.NOT_APPLICABLE,
    )
    assert possible_verdicts(loaded.criterion("mechanism-runs")) == (Verdict.REPORTED,)
