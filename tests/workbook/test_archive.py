"""A part that is unpacked once and kept reads, and is refused, as one that is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from raw_workbook import made
from workbook_helper import the_dictionary
from zoo.description import Description, all_descriptions
from zoo.make import write

from eipcheck.model.problem import InputError
from eipcheck.workbook import admission, archive
from eipcheck.workbook.archive import Archive
from eipcheck.workbook.read import look_at_workbook

ZOO = all_descriptions()


def said_of(path: Path) -> str:
    try:
        return repr(look_at_workbook(path, the_dictionary()))
    except InputError as error:
        return repr(error.problems)


@pytest.mark.parametrize("page", ZOO, ids=lambda page: page.name)
def test_what_is_kept_makes_no_difference(
    page: Description, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(page, tmp_path)
    usual = said_of(path)
    monkeypatch.setattr(admission, "SMALL", 0)
    assert said_of(path) == usual


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_ROOM", 3)
    zipped = Archive(made(""))
    name, other, *_ = zipped.namelist()
    stored = zipped.read(other)
    zipped.keep(name, b"abc")
    zipped.keep(other, b"d")
    assert (zipped.read(name), zipped.read(other)) == (b"abc", stored)
