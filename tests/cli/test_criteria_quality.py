"""``criteria mutate`` and ``coverage``: whether the cases show enough, said on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine
from criteria_files import ANSWER_CLAUSE, SET, broken, write_files

CASES = """\
criterion: mechanism-runs
cases:
  - {name: "It runs", as_of: 2020-01-01, given: {facts: {io_mechanism: "yes"}}, expect: {verdict: met}}
  - {name: "It does not", as_of: 2020-01-01, given: {facts: {io_mechanism: "no"}}, expect: {verdict: not_met}}
"""  # noqa: E501 - one case a line
DAYS = "criterion: mechanism-runs\ncases:\n" + "".join(
    f'  - {{name: "It runs on {day}", as_of: {day}, given: {{facts: {{io_mechanism: "yes"}}}}, '
    f"expect: {{verdict: met, force: {force}}}}}\n"
    for day, force in (
        ("2018-07-09", "not_yet"),
        ("2018-07-10", "in_force"),
        ("2022-07-14", "in_force"),
        ("2022-07-15", "repealed"),
    )
)


@pytest.fixture
def small(here: Path) -> Path:
    """Give a set of one criterion over the shipped dictionary, with two cases."""
    head = SET[: SET.index("readings:")] + SET[SET.index("clauses:") : SET.index("terms:")]
    head += SET[SET.index("waivable:") :]
    head = broken(head, '  - {id: "42.1", title: {vi: "Khoản 1", en: "Clause 1"}}\n', "")
    clause = broken(ANSWER_CLAUSE, "field: mechanism", "field: io_mechanism")
    return write_files(
        here / "small",
        {"set.yaml": head, "42-2.yaml": clause, "tests/a.yaml": CASES, "tests/days.yaml": DAYS},
    )


def test_a_set_whose_changes_are_all_noticed_passes(eipcheck: CommandLine, small: Path) -> None:
    ended = eipcheck("criteria", "mutate", small)
    assert (ended.code, ended.err) == (0, ""), ended.out
    assert "small: 6 changes: 6 noticed, 0 listed" in ended.out


def test_a_survivor_fails_with_its_place_and_the_missing_case(
    eipcheck: CommandLine, small: Path
) -> None:
    cases = small / "tests" / "a.yaml"
    cases.write_text("\n".join(CASES.splitlines()[:3]) + "\n", encoding="utf-8")
    ended = eipcheck("criteria", "mutate", small)
    assert ended.code == 1
    assert "C610" in ended.out
    assert "42-2.yaml:10:23" in ended.out
    assert "- {name: " in ended.out
    assert "expect: {verdict: undetermined}" in ended.out, "a blank is unknown, not yes"
    assert "6 changes: 5 noticed, 0 listed as making no difference, 1 not noticed." in ended.out


def test_coverage_shows_what_is_shown_and_what_is_not(eipcheck: CommandLine, small: Path) -> None:
    ended = eipcheck("criteria", "coverage", small)
    assert (ended.code, ended.err) == (0, "")
    assert "C630" in ended.out
    lines = ended.out.splitlines()
    assert lines[-3].split() == ["Met", "Not", "met", "Undetermined"]
    assert lines[-2].split() == ["mechanism-runs", "2018-07-10/2022-07-14", "1/1", "1/1", "0/1"]
    assert lines[-1].startswith("small: 2 of 3 ")


def test_coverage_fails_under_a_part_that_is_asked_for(eipcheck: CommandLine, small: Path) -> None:
    assert eipcheck("criteria", "coverage", small, "--fail-under", "66").code == 0
    assert eipcheck("criteria", "coverage", small, "--fail-under", "67").code == 1
    assert eipcheck("criteria", "coverage", small, "--fail-under", "101").code == 2


@pytest.mark.parametrize("command", ["mutate", "coverage"])
def test_what_is_no_set_is_a_wrong_command_line(
    eipcheck: CommandLine, here: Path, command: str
) -> None:
    assert eipcheck("criteria", command, here / "nothing").code == 2


@pytest.mark.parametrize("command", ["mutate", "coverage"])
def test_a_set_with_a_fault_tells_it(eipcheck: CommandLine, small: Path, command: str) -> None:
    path = small / "42-2.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(broken(text, "kind: requirement", "kind: requirment"), encoding="utf-8")
    ended = eipcheck("criteria", command, small)
    assert ended.code == 1
    assert "requirment" in ended.out
