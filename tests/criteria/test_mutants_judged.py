"""A mutant is killed by a case, refused, listed with a reason, or told with the missing case."""

from __future__ import annotations

from pathlib import Path

import pytest
from criteria_files import FILES, broken, places
from mutant_sets import BOUND, FACTS, NO, NOBODY, WRONG, YES, a_case, fates, judge, rows

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.flow import flow
from eipcheck.criteria.load import read_set
from eipcheck.criteria.mutants_cases import read_case, written_cases
from eipcheck.criteria.problems import Problems
from eipcheck.pipeline.mutate import Fate, mutate_set

STRICT = "recp-applied: target at_least -> more_than"
POINT_DOWN = "recp-applied: target.at_least 20 % -> 19 %"
ROW_UP = "recp-applied: target.at_least 20 % -> 20.1 %"
OTHER_TOTAL = "recp-applied: measure.either.typed.ratio.to operating -> applying"
NOT_COUNTED = "recp-applied: measure.either.register.share.among -> {all: []}"
OPTION = "term counted: Q3=all_licensed.in.values.2 drop"
TYPED = "recp-applied: measure typed drop"
EMPTY = "recp-applied: if_empty undetermined -> met"
BLANK = "field status: blank_means – -> operating"


@pytest.mark.parametrize(
    ("mutant", "case"),
    [
        (STRICT, BOUND),
        (ROW_UP, BOUND),
        (
            POINT_DOWN,
            a_case("19 of 100", FACTS + "{applying: 19, operating: 100}\n", "{verdict: not_met}"),
        ),
        (TYPED, a_case("typed", FACTS + "{applying: 20, operating: 100}\n", "{verdict: met}")),
        (
            NOT_COUNTED,
            a_case(
                "a building site",
                rows(f"status: operating, {YES}", f"times: 8, status: building, {NO}"),
                "{verdict: met}",
            ),
        ),
        (
            OPTION,
            a_case(
                "all", rows(f"status: operating, {YES}", f"times: 8, status: building, {NO}"),
                "{verdict: not_met}", "{Q3: all_licensed}",
            ),
        ),
        (EMPTY, a_case("nobody", NOBODY, "{verdict: undetermined}")),
        (BLANK, a_case("of no status", rows(YES), "{verdict: undetermined}")),
    ],
)  # fmt: skip
def test_a_change_is_noticed_by_the_case_on_its_edge_and_by_no_other(
    tmp_path: Path, mutant: str, case: str
) -> None:
    far = a_case("Nothing is known", "      {}\n", "{verdict: undetermined}")
    assert fates(judge(tmp_path / "without", far))[mutant] is Fate.SURVIVES
    assert fates(judge(tmp_path / "with", far + case))[mutant] is Fate.KILLED


def test_a_survivor_comes_with_a_case_that_kills_it(tmp_path: Path) -> None:
    sixth = rows(f"status: operating, {YES}", f"times: 5, status: operating, {NO}")
    near = a_case("One of six", sixth, "{verdict: not_met}")
    found = judge(tmp_path, near, search=True)
    (survivor,) = [each.problem for each in found.tried if each.id == STRICT]
    assert survivor is not None
    facts = dict(survivor.facts)
    assert survivor.code == "C610"
    assert (facts["expected"], facts["found"]) == ("met", "not_met")
    text = facts["case"].removeprefix("- ").replace('"?"', '"the missing one"')
    assert "C610 42-1.yaml:18:14" in places((survivor,))
    mended = judge(tmp_path / "mended", near + f"  - {text}\n")
    assert fates(mended)[STRICT] is Fate.KILLED
    assert mended.other_problems == ()


def test_a_case_that_says_too_little_is_named(tmp_path: Path) -> None:
    little = a_case("typed", FACTS + "{applying: 30, operating: 100}\n", "{verdict: met}")
    found = judge(tmp_path, little, search=True)
    (told,) = [each.problem for each in found.tried if each.id == OTHER_TOTAL]
    assert told is not None
    assert places((told,)) == ["C611 42-1.yaml:17:43"]
    facts = dict(told.facts)
    assert (facts["item"], facts["expected"], facts["found"]) == ("low", '"3/10"', '"1"')
    more = little.replace("{verdict: met}", "{verdict: met, low: 3/10}")
    assert fates(judge(tmp_path / "c", more))[OTHER_TOTAL] is Fate.KILLED


def test_without_a_near_case_a_skeleton_is_given(tmp_path: Path) -> None:
    found = judge(tmp_path, WRONG, search=True)
    answers = [each.problem for each in found.tried if each.id.startswith("mechanism-runs")]
    assert places(tuple(e for e in answers if e)) == [
        "C612 42-2.yaml:10:23",
        "C612 42-2.yaml:10:54",
    ]
    assert all("criterion: mechanism-runs" in dict(e.facts)["case"] for e in answers if e)


EQUIVALENT = """\
equivalent:
  - mutants: ["{}"]
    reason: "Two ways to say it."
"""


def test_a_survivor_may_be_listed_with_a_reason(tmp_path: Path) -> None:
    listed = {"mutants/equivalent.yaml": EQUIVALENT.format(STRICT)}
    found = judge(tmp_path, WRONG, listed)
    assert fates(found)[STRICT] is Fate.EQUIVALENT
    assert found.other_problems == ()
    assert all(dict(problem.facts)["mutant"] != STRICT for problem in found.problems)
    assert found.count(Fate.EQUIVALENT) == 1


def test_an_entry_that_names_nothing_or_does_not_survive_is_told(tmp_path: Path) -> None:
    listed = {"mutants/equivalent.yaml": EQUIVALENT.format(STRICT)}
    assert places(judge(tmp_path, BOUND, listed).other_problems) == ["C614 equivalent.yaml:2:15"]
    listed = {"mutants/equivalent.yaml": EQUIVALENT.format(STRICT + "?")}
    other = judge(tmp_path / "b", BOUND, listed).other_problems
    assert places(other) == ["C613 equivalent.yaml:2:15"]
    assert STRICT in dict(other[0].facts)["known"]


def test_an_entry_needs_a_reason_and_stands_once(tmp_path: Path) -> None:
    text = EQUIVALENT.format(STRICT).replace('    reason: "Two ways to say it."\n', "")
    found = judge(tmp_path, WRONG, {"mutants/equivalent.yaml": text})
    assert places(found.other_problems) == ["C202 equivalent.yaml:2:5"]
    assert found.tried == ()
    twice = EQUIVALENT.format(STRICT).replace("]", f', "{STRICT}"]')
    found = judge(tmp_path / "b", WRONG, {"mutants/equivalent.yaml": twice})
    assert [place.split(":")[0] for place in places(found.other_problems)] == [
        "C219 equivalent.yaml"
    ]


def test_a_case_that_fails_without_any_change_judges_nothing(tmp_path: Path) -> None:
    wrong = broken(BOUND, "{verdict: met}", "{verdict: not_met}")
    found = judge(tmp_path, wrong)
    assert places(found.other_problems) == ["C601 a.yaml:2:5"]
    assert fates(found)[STRICT] is Fate.SURVIVES


def test_a_case_on_a_day_without_its_criterion_is_told(tmp_path: Path) -> None:
    clause = broken(FILES["42-1.yaml"], "if_empty:", "from: 2021-01-01\n    if_empty:")
    found = judge(tmp_path, BOUND, {"42-1.yaml": clause})
    assert places(found.other_problems) == ["C615 a.yaml:2:5"]


def test_a_set_with_a_fault_is_not_tried(tmp_path: Path) -> None:
    clause = broken(FILES["42-1.yaml"], "kind: requirement", "kind: requirment")
    found = judge(tmp_path, BOUND, {"42-1.yaml": clause})
    assert found.tried == ()
    assert [problem.code for problem in found.problems] == ["C205"]


def test_only_the_mutants_of_one_file_are_tried_where_it_is_named(tmp_path: Path) -> None:
    judge(tmp_path, BOUND)
    some = mutate_set(tmp_path / "small", tmp_path / "fields.yaml", "set.yaml")
    assert {Path(each.place.file).name for each in some.tried} == {"set.yaml"}
    assert some.tried != ()


def test_a_case_is_read_again_as_it_was_written(tmp_path: Path) -> None:
    judge(tmp_path, BOUND + WRONG)
    loaded = read_set(tmp_path / "small", load_dictionary(tmp_path / "fields.yaml"), Problems())
    assert loaded is not None
    for data in written_cases(tmp_path / "small").values():
        case = read_case(data, loaded)
        assert case is not None
        assert (case.criterion, len(case.record.tables["enterprises"].rows)) == ("recp-applied", 10)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("yes", '"yes"'),
        ("20 %", "20 %"),
        ("a: b", '"a: b"'),
        ("Công ty A", '"Công ty A"'),
        ("", '""'),
        ("2020-01-01", '"2020-01-01"'),
        ({"x": [True, None]}, "{x: [true, null]}"),
    ],
)
def test_data_is_written_so_that_it_is_read_again(data: object, text: str) -> None:
    assert flow(data) == text
