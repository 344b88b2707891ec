"""``check`` tells what makes a verdict impossible, and what nothing uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_sets import COUNT_CLAUSE, found
from criteria_files import ANSWER_CLAUSE, DICTIONARY, SET, SHARE_CLAUSE, broken, fault_in

WHERE = '{is: {field: applied, value: "yes"}}'
ANSWER = '{is: {field: mechanism, value: "yes"}}'


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("42-1.yaml", "{at_least: 20 %}", "{at_least: ¦0 %}", "C525"),
        ("42-1.yaml", "{at_least: 20 %}", "{at_most: ¦100 %}", "C525"),
        ("42-1.yaml", "{at_least: 20 %}", "{at_least: ¦101 %}", "C526"),
        ("42-1.yaml", "{at_least: 20 %}", "{more_than: ¦100 %}", "C526"),
        ("42-1.yaml", "{at_least: 20 %}", "{less_than: ¦0 %}", "C526"),
        ("42-1.yaml", "{at_least: 20 %}", "{exactly: ¦120 %}", "C526"),
        ("42-2.yaml", '    target: {answer: "yes"}', "    otherwise: ¦needs_review", "C527"),
        ("42-2.yaml", '    target: {answer: "yes"}', f"    review_when: ¦{ANSWER}", "C527"),
        ("42-2.yaml", "    evid", "    applies_when: ¦{all: []}\n    evid", "C528"),
        ("42-2.yaml", "    evid", "    applies_when: ¦{not: {all: []}}\n    evid", "C528"),
        ("42-2.yaml", "    evid", "    review_when: ¦{not: {all: []}}\n    evid", "C528"),
        ("42-1.yaml", f"where: {WHERE}", "where: ¦{all: []}", "C528"),
    ],
)
def test_a_verdict_that_cannot_come_about_is_told(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    files = {"42-1.yaml": SHARE_CLAUSE, "42-2.yaml": ANSWER_CLAUSE}
    if code == "C527":
        files[name] = broken(files[name], "kind: requirement", "kind: advisory")
    files[name], expected = fault_in(name, files[name], old, new, code)
    told = found(tmp_path, files)
    assert [each for each in told if not each.startswith("C535")] == expected


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("{all: [{is: {field: housing, value: planned}}, ¦{is: {field: housing, value: in_use}}]}",
         "C529"),
        ("{all: [{is: {field: housing, value: planned}}, ¦{in: {field: housing, values: [none]}}]}",
         "C529"),
        (("{all: [{is: {field: housing, value: planned}}, "
         "¦{not: {is: {field: housing, value: planned}}}]}"), "C529"),
        ("{all: [{at_least: {field: total, value: 9}}, ¦{at_most: {field: total, value: 8}}]}",
         "C529"),
        ("{any: [{at_least: {field: total, value: 8}}, ¦{at_most: {field: total, value: 9}}]}",
         "C530"),
        ('{any: [{is: {field: mechanism, value: "yes"}}, ¦{is: {field: mechanism, value: "no"}}]}',
         "C530"),
        ("{in: ¦{field: housing, values: [in_use, planned, none]}}", "C530"),
        ("{any: [{is: {field: housing, value: planned}}, ¦{is: {field: housing, value: planned}}]}",
         "C531"),
        ("{at_least: {field: operating, value: ¦2001}}", "C532"),
    ],
)  # fmt: skip
def test_parts_that_contradict_exhaust_or_repeat_are_told(
    tmp_path: Path, condition: str, code: str
) -> None:
    clause, expected = fault_in("42-2.yaml", ANSWER_CLAUSE, ANSWER, condition, code)
    told = found(tmp_path, {"42-2.yaml": clause})
    assert [each for each in told if not each.startswith("C528")] == expected


def test_a_condition_that_leaves_something_open_is_right(tmp_path: Path) -> None:
    condition = (
        "{any: [{all: [{at_least: {field: total, value: 8}}, "
        "{at_most: {field: total, value: 9}}]}, "
        "{in: {field: housing, values: [in_use, planned]}}]}"
    )
    assert found(tmp_path, {"42-2.yaml": broken(ANSWER_CLAUSE, ANSWER, condition)}) == []


def test_an_option_of_a_reading_may_ask_for_any_answer(tmp_path: Path) -> None:
    condition = (
        "{by_reading: {Q3: {operating_only: {is: {field: housing, value: in_use}}, "
        "all_licensed: {in: {field: housing, values: [in_use, planned, none]}}}}}"
    )
    assert found(tmp_path, {"42-2.yaml": broken(ANSWER_CLAUSE, ANSWER, condition)}) == []


def test_a_bound_outside_what_the_figure_can_be_is_told(tmp_path: Path) -> None:
    clause, expected = fault_in(
        "42-2.yaml", COUNT_CLAUSE, "at_least: 10", "at_least: ¦2001", "C532"
    )
    assert found(tmp_path, {"42-2.yaml": clause}) == expected
    assert found(tmp_path, {"42-2.yaml": COUNT_CLAUSE}) == []


MORE = """\
questions:
  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}
  - {id: ¦spare, title: {vi: "Khác", en: "Other"}}
parameters:
  - {id: ¦window, meaning: {vi: a, en: b}, value: 36, reference: r, confidence: V}
"""
QUESTIONS = 'questions:\n  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}\n'


def test_questions_and_parameters_without_use_are_told(tmp_path: Path) -> None:
    head, expected = fault_in("set.yaml", SET, QUESTIONS, MORE, "C533 C534")
    assert found(tmp_path, {"set.yaml": head}) == expected


def test_a_question_on_which_only_advisories_bear_is_told(tmp_path: Path) -> None:
    two = broken(MORE.replace("¦", ""), "parameters:\n", "")
    two = two[: two.index("  - {id: window")]
    head, expected = fault_in("set.yaml", SET, QUESTIONS, two.replace("spare", "¦spare"), "C535")
    clause = broken(ANSWER_CLAUSE, "kind: requirement", "question: spare\n    kind: advisory")
    assert found(tmp_path, {"set.yaml": head, "42-2.yaml": clause}) == expected


@pytest.mark.parametrize(("confidence", "code"), [("¦V", "C440"), ("¦P", "C440")])
def test_a_text_that_was_seen_has_an_address(tmp_path: Path, confidence: str, code: str) -> None:
    clause, expected = fault_in("42-2.yaml", ANSWER_CLAUSE, "M-high", confidence, code)
    assert found(tmp_path, {"42-2.yaml": clause}) == expected


def test_what_the_loader_refuses_is_not_told_twice(tmp_path: Path) -> None:
    clause = broken(ANSWER_CLAUSE, ANSWER, "{any: x}")
    assert found(tmp_path, {"42-2.yaml": clause}, dictionary=DICTIONARY) == ["C212 42-2.yaml:10:29"]
