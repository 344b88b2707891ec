"""``check`` holds what a set says it changed against the set that it supersedes."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_sets import found
from criteria_files import ANSWER_CLAUSE, FILES, SET, SHARE_CLAUSE, broken, fault_in, write_files

CHANGES = """\
supersedes: older
changes:
  - topic: {vi: "Nhận thức", en: "Awareness"}
    before: {vi: "90 %", en: "90 %"}
    after: {vi: "Bỏ", en: "Dropped"}
    effect: dropped
    old: [recp-awareness]
    confidence: V
  - topic: {vi: "Cơ chế", en: "Mechanism"}
    before: {vi: "Không", en: "None"}
    after: {vi: "Có", en: "There is one"}
    effect: new
    new: [mechanism-runs]
    confidence: V
waivable:"""
OLDER = broken(SHARE_CLAUSE, "recp-applied", "recp-awareness") + SHARE_CLAUSE.partition("a:\n")[2]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Give a folder in which a set lies that others supersede."""
    head = broken(SET, "id: small", "id: older")
    write_files(tmp_path / "older", {"set.yaml": head, "42-1.yaml": OLDER})
    return tmp_path


def test_changes_that_tell_of_every_criterion_have_no_fault(older: Path) -> None:
    assert found(older, {"set.yaml": broken(SET, "waivable:", CHANGES)}) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("new: [mechanism-runs]", "new: [mechanism-runs, ¦mechanism-run]", "C436"),
        ("old: [recp-awareness]", "old: [recp-awareness, ¦recp-awarenes]", "C437"),
        ("effect: dropped", "effect: dropped\n    new: [mechanism-runs]", ""),
    ],
)
def test_an_id_that_does_not_exist_is_told(older: Path, old: str, new: str, code: str) -> None:
    head = broken(SET, "waivable:", CHANGES)
    if code:
        head, expected = fault_in("set.yaml", head, old, new, code)
    else:
        head, expected = fault_in("set.yaml", head, "effect: drop", "effect: ¦drop", "C439")
        head = broken(head, old, new)
    assert found(older, {"set.yaml": head}) == expected


def test_a_criterion_of_which_no_change_tells_is_told(older: Path) -> None:
    head = broken(SET, "waivable:", CHANGES)
    head = broken(head, "    old: [recp-awareness]\n", "")
    head = broken(head, "    new: [mechanism-runs]\n", "")
    assert found(older, {"set.yaml": head}) == ["C438 42-2.yaml:3:9", "C438 set.yaml:33:3"]


def test_without_the_superseded_set_only_own_ids_are_looked_up(tmp_path: Path) -> None:
    head = broken(SET, "waivable:", CHANGES)
    head, expected = fault_in("set.yaml", head, "new: [mechanism", "new: [¦mechanisms", "C436")
    assert found(tmp_path, {"set.yaml": head, "42-2.yaml": ANSWER_CLAUSE}) == expected
    assert found(tmp_path, FILES) == []
