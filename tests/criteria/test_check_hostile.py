"""Files made to do harm are refused at once: nothing is followed, built or waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from check_sets import found
from criteria_files import FILES, SHARE_CLAUSE, broken, places, write_files

from eipcheck.criteria import document
from eipcheck.criteria.problems import Problems

LEVELS = range(1, 10)
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in LEVELS)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in LEVELS
)
DEEP = "among: " + "{not: " * 60 + "{all: []}" + "}" * 60
WIDE = "among: {all: [" + ", ".join('{is: {field: status, value: "x"}}' for _ in range(9000)) + "]}"


def codes(told: list[str]) -> set[str]:
    """Give the codes of what was found in the clause of the share."""
    return {each.split()[0] for each in told if "42-1.yaml" in each}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "C107"),
        (MERGES, "C108"),
        (broken(SHARE_CLAUSE, "among: {term: counted}", DEEP), "C113"),
        (broken(SHARE_CLAUSE, "among: {term: counted}", WIDE), "C112"),
        ("[" * 500_000, "C113"),
        ("clause: " + "x" * 1_000_001, "C111"),
        ("clause: " + "9" * 900_000, "C116"),
        ('clause: "a\0b"\n', "C104"),
        ("a: !!python/object/apply:os.system [x]\n", "C109"),
        ("k: 1\n" * 20_000, "C110"),
    ],
)
def test_a_bomb_is_refused_in_its_place(tmp_path: Path, text: str, code: str) -> None:
    assert {code} <= codes(found(tmp_path, {"42-1.yaml": text}))


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    home = write_files(tmp_path / "small", FILES)
    (home / "42-9.yaml").write_bytes(SHARE_CLAUSE.encode("utf-16"))
    assert found(tmp_path, {}) == ["C102 42-9.yaml:1:1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    home = write_files(tmp_path / "small", FILES)
    os.mkfifo(home / "pipe.yaml")
    (home / "zero.yaml").symlink_to("/dev/zero")
    (home / "folder.yaml").mkdir()
    told = found(tmp_path, {})
    assert told == ["C443 folder.yaml", "C443 pipe.yaml", "C443 zero.yaml"]


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    home = write_files(tmp_path / "small", FILES)
    (home / "one.yaml").symlink_to("two.yaml")
    (home / "two.yaml").symlink_to("one.yaml")
    assert found(tmp_path, {}) == ["C101 one.yaml", "C101 two.yaml"]


def test_far_too_many_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_FILES", 3)
    files = {f"tests/{n}.yaml": "cases: x\n" for n in range(4)}
    assert found(tmp_path, files) == ["C441 tests"]


def test_files_that_are_far_too_large_together_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MAX_TOTAL_BYTES", 1000)
    problems = Problems()
    files = {f"{n}.yaml": "#" * 400 for n in range(3)}
    assert document.yaml_files(write_files(tmp_path, files), problems) == []
    (told,) = places(problems.sorted())
    assert told.split() == ["C442", tmp_path.name]


def test_thousands_of_unknown_names_are_told_shortly(tmp_path: Path) -> None:
    facts = ", ".join(f"f{n}: 1" for n in range(9000))
    case = (
        "cases:\n  - {name: a, criterion: recp-applied, as_of: 2020-01-01, "
        f"expect: {{verdict: met}}, given: {{facts: {{{facts}}}}}}}\n"
    )
    told = found(tmp_path, {"tests/a.yaml": case})
    assert 0 < len(told) <= 20
    assert {each.split()[0] for each in told} == {"C230"}


def test_rows_that_repeat_far_too_often_are_not_made(tmp_path: Path) -> None:
    rows = ", ".join("{times: 1500}" for _ in range(2))
    case = (
        "cases:\n  - {name: a, criterion: recp-applied, as_of: 2020-01-01, "
        f"expect: {{verdict: met}}, given: {{rows: {{enterprises: [{rows}]}}}}}}\n"
    )
    (told,) = found(tmp_path, {"tests/a.yaml": case})
    assert told.split()[0] == "C603"
