"""The committed example workbooks are what their sources and the form say today."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_builds import MESSY, PILOT, SYNTHETIC, built, cells, members, script

FOLDERS = (PILOT, SYNTHETIC, MESSY)
WORKBOOKS = sorted(path for folder in FOLDERS for path in folder.glob("*.xlsx"))
WRITER = "docProps/app.xml"  # names the version of the library that wrote the file


def test_every_workbook_comes_from_a_build() -> None:
    assert sorted(path for folder in FOLDERS for path in built(folder)) == WORKBOOKS


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda p: p.stem)
def test_the_committed_workbook_says_what_a_new_one_says(path: Path) -> None:
    new = built(path.parent)[path]
    assert cells(path.read_bytes()) == cells(new), f"run {path.parent.name}/build.py"


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda p: p.stem)
def test_the_committed_workbook_is_the_new_one_byte_for_byte(path: Path) -> None:
    old, new = members(path.read_bytes()), members(built(path.parent)[path])
    if old.get(WRITER) != new.get(WRITER):
        pytest.skip("another version of the spreadsheet library writes other bytes")
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_building_twice_gives_the_same_bytes(folder: Path) -> None:
    assert script(folder).build() == built(folder)
