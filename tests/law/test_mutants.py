"""No small change of a law set goes unseen: a case fails, or a reason says why none can."""

from __future__ import annotations

from pathlib import Path

import pytest

from eipcheck.criteria.document import read_document
from eipcheck.criteria.equivalent import read_equivalents
from eipcheck.criteria.problems import Problems
from eipcheck.pipeline.coverage import cover_set
from eipcheck.pipeline.mutate import Fate, mutate_set
from eipcheck.pipeline.sets import dictionary_file, set_folder, shipped_dictionary, shipped_sets

LAW = ("in_force", "repealed")
SHOWN = 10


def is_law(folder: Path) -> bool:
    document = read_document(folder / "set.yaml", Problems())
    return document is not None and isinstance(document.data, dict) and (
        document.data.get("status") in LAW
    )  # fmt: skip


FILES = [
    (name, path.name)
    for name, folder in shipped_sets().items()
    if is_law(folder)
    for path in (*sorted(folder.glob("*.yaml")), dictionary_file())
    if path.parent == folder or not (folder / path.name).is_file()
]
"""Every file of a law set whose mutants are tried, the data dictionary being one of them."""


@pytest.mark.parametrize(("name", "file"), FILES)
def test_every_mutant_is_killed_or_has_a_reason(name: str, file: str) -> None:
    found = mutate_set(set_folder(name), dictionary_file(), file, search=False)
    assert found.other_problems == ()
    survivors = [f"{each.place} {each.id}" for each in found.tried if each.fate is Fate.SURVIVES]
    assert survivors[:SHOWN] == [], f"{len(survivors)} of {len(found.tried)}"


@pytest.mark.parametrize("name", sorted({name for name, _ in FILES}))
def test_each_reason_is_a_sentence(name: str) -> None:
    problems = Problems()
    for entry in read_equivalents(set_folder(name), problems):
        assert entry.reason.endswith("."), entry.mutant
        assert len(entry.reason.split()) > 5, entry.mutant
    assert not problems


@pytest.mark.parametrize("name", sorted({name for name, _ in FILES}))
def test_every_verdict_is_shown_in_every_version(name: str) -> None:
    covered = cover_set(set_folder(name), shipped_dictionary())
    assert covered.wanted != ()
    assert [str(problem.place) for problem in covered.problems if problem.code == "C630"] == []
