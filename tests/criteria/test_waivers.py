"""Waivers are read from a file of their own, and only for sets that allow them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from criteria_files import FILES, fault_in, load_small_dictionary, places, problems_of, write_files
from msgspec.structs import replace

from eipcheck.criteria.load import load_set
from eipcheck.criteria.waivers import load_waivers
from eipcheck.model.criterion import CriteriaSet, Waiver

WAIVERS = """\
- criterion: recp-applied
  reason: "Giai đoạn chuyển tiếp"
  approved_by: "UBND tỉnh"
  granted: 2020-01-01
  expires: 2021-12-31
  document: "12/QĐ-UBND"
"""


@pytest.fixture
def waivable(tmp_path: Path) -> CriteriaSet:
    folder = write_files(tmp_path / "small", FILES)
    return replace(load_set(folder, load_small_dictionary(tmp_path)), waivable=True)


def load(folder: Path, criteria_set: CriteriaSet, text: str) -> tuple[Waiver, ...]:
    write_files(folder, {"waivers.yaml": text})
    return load_waivers(folder / "waivers.yaml", criteria_set)


def test_a_waiver_keeps_everything_it_says(tmp_path: Path, waivable: CriteriaSet) -> None:
    (waiver,) = load(tmp_path, waivable, WAIVERS)
    assert (waiver.criterion, waiver.approved_by) == ("recp-applied", "UBND tỉnh")
    assert (waiver.granted, waiver.expires) == (date(2020, 1, 1), date(2021, 12, 31))
    assert (waiver.reason, waiver.document) == ("Giai đoạn chuyển tiếp", "12/QĐ-UBND")
    assert waiver.line == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("criterion: recp-applied", "criterion: ¦recp", "C239"),
        ("- criterion: recp-applied\n  ", "- ¦", "C202"),
        ('reason: "Giai đoạn chuyển tiếp"', 'reason: ¦""', "C210"),
        ("granted: 2020-01-01", "granted: ¦2020", "C217"),
        ("expires: 2021-12-31", "expires: ¦2019-12-31", "C221"),
        ("document:", "¦doc: x\n  document:", "C201"),
    ],
)
def test_a_fault_is_reported_in_its_place(
    tmp_path: Path, waivable: CriteriaSet, old: str, new: str, code: str
) -> None:
    text, expected = fault_in("waivers.yaml", WAIVERS, old, new, code)
    assert places(problems_of(lambda: load(tmp_path, waivable, text))) == expected


def test_a_law_cannot_be_waived(tmp_path: Path, waivable: CriteriaSet) -> None:
    law = replace(waivable, waivable=False)
    problems = problems_of(lambda: load(tmp_path, law, WAIVERS))
    assert places(problems) == ["C701 waivers.yaml:1:1"]


def test_a_file_without_a_list_is_a_problem(tmp_path: Path, waivable: CriteriaSet) -> None:
    problems = problems_of(lambda: load(tmp_path, waivable, "criterion: recp-applied\n"))
    assert places(problems) == ["C212 waivers.yaml:1:1"]
