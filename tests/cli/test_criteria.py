"""``criteria list``, ``show``, ``check`` and ``test``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import CommandLine

from eipcheck.resources import data_folder


@pytest.fixture
def own_set(here: Path) -> Path:
    """Give a copy of the shipped set."""
    copy = here / "vn-82-2018"
    shutil.copytree(data_folder("criteria") / "vn-82-2018", copy)
    return copy


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_list_names_each_set_with_its_standing(eipcheck: CommandLine) -> None:
    ended = eipcheck("criteria", "list")
    assert ended.code == 0
    assert "vn-82-2018" in ended.out
    assert "repealed" in ended.out


def test_show_tells_a_set_with_all_its_criteria(eipcheck: CommandLine) -> None:
    out = eipcheck("criteria", "show", "vn-82-2018").out
    for name in ("developer-compliance", "recp-applied", "environmental-social-report"):
        assert name in out


def test_show_tells_a_criterion_as_explain_does(eipcheck: CommandLine) -> None:
    shown = eipcheck("criteria", "show", "recp-applied").out
    assert eipcheck("explain", "recp-applied").out in shown, "show tells it of every set"


def test_show_of_nothing_is_a_wrong_command_line(eipcheck: CommandLine) -> None:
    assert eipcheck("criteria", "show", "nothing").code == 2


def test_the_shipped_sets_have_no_fault_and_pass_their_cases(eipcheck: CommandLine) -> None:
    checked = eipcheck("criteria", "check")
    assert (checked.code, checked.err) == (0, ""), checked.out
    tested = eipcheck("criteria", "test")
    assert (tested.code, tested.err) == (0, ""), tested.out


def test_a_fault_is_told_with_its_place(eipcheck: CommandLine, own_set: Path) -> None:
    replace_in(own_set / "42-4.yaml", "kind: requirement", "kind: requirment")
    for command in ("check", "test"):
        ended = eipcheck("criteria", command, own_set)
        assert ended.code == 1
        assert "42-4.yaml:" in ended.out
        assert "requirment" in ended.out


def test_a_failing_case_tells_what_was_expected_and_the_steps(
    eipcheck: CommandLine, own_set: Path
) -> None:
    cases = own_set / "tests" / "42-4.yaml"
    replace_in(cases, "verdict: met", "verdict: not_met")
    ended = eipcheck("criteria", "test", own_set)
    assert ended.code == 1
    assert "42-4.yaml:" in ended.out
    assert "not_met" in ended.out
    assert "Computation:" in ended.out
    assert "1 of " in ended.out


def test_a_path_without_a_set_is_a_wrong_command_line(eipcheck: CommandLine, here: Path) -> None:
    for command in ("check", "test"):
        assert eipcheck("criteria", command, here).code == 2
