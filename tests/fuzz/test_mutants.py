"""A few hundred damaged workbooks, the same in every run; ``run.py`` makes them by the thousand."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.judge import PILOTS, judge, whole
from fuzz.mutations import OTHER, RAW, SHEET, Mutant, mutant
from workbook_helper import blank_form

BATCHES = 8
EACH = 40


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_damage_gives_a_traceback_or_a_silent_verdict(batch: int, tmp_path: Path) -> None:
    parks = sorted(PILOTS.glob("*.xlsx"))
    data = parks[batch % len(parks)].read_bytes() if batch % 2 else blank_form("vi")
    before = whole(data, tmp_path)
    for seed in range(batch * EACH, (batch + 1) * EACH):
        mutated = mutant(data, seed)
        judged = judge(mutated, before, tmp_path)
        assert not judged.finding, (seed, mutated.kinds, judged.finding)


def test_every_kind_of_damage_is_done() -> None:
    data = blank_form("vi")
    done = {kind for seed in range(400) for kind in mutant(data, seed).kinds}
    assert done == {*RAW, *SHEET, *OTHER}


def test_the_same_seed_makes_the_same_file() -> None:
    assert [mutant(blank_form("vi"), s) for s in range(30)] == [
        mutant(blank_form("vi"), s) for s in range(30)
    ]


def test_a_traceback_and_a_silent_verdict_are_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The judge does not let things pass."""
    data = blank_form("vi")
    before = whole(data, tmp_path)
    assert judge(Mutant(data, (), strict=True), before, tmp_path).finding == ""
    changed = (before.verdicts[0][0], "met", "met")
    other = type(before)((changed, *before.verdicts[1:]), before.problems)
    assert "without a problem" in judge(Mutant(data, (), strict=True), other, tmp_path).finding
    monkeypatch.setattr("eipcheck.pipeline.assess.read_workbook", lambda *_, **__: 1 / 0)
    assert "ZeroDivisionError" in judge(Mutant(data, (), strict=True), before, tmp_path).finding
