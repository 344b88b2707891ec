"""A list of a day after the assessment date is no list of the assessment date."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sample_edits import SAMPLE, Edit, assessed, both, cells, judged

from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request, assess

ON, NEXT = date(2020, 11, 20), date(2020, 11, 21)
LATER = datetime(2020, 11, 21)  # noqa: DTZ001 - as spreadsheets do


def on_day(on: date) -> Request:
    """Ask for Decree 82 on a day."""
    return Request(criteria=("vn-82-2018",), as_of=on)


SERVICES = cells("Dịch vụ", C4=LATER)
UNDATED = cells("Dịch vụ", C7=None)


@pytest.mark.parametrize(
    ("criterion", "edit", "on", "expected"),
    [
        ("recp-awareness", cells("Doanh nghiệp"), ON, Verdict.MET),
        # Who was aware on the day of the list may not have been the day before.
        ("recp-awareness", cells("Doanh nghiệp", C4=LATER), ON, Verdict.UNDETERMINED),
        ("recp-awareness", cells("Doanh nghiệp", C4=LATER), NEXT, Verdict.MET),
        # A service that has run since 2012 runs on both days; without its date nobody knows.
        ("basic-services", SERVICES, ON, Verdict.MET),
        ("basic-services", UNDATED, ON, Verdict.MET),
        ("basic-services", both(SERVICES, UNDATED), ON, Verdict.UNDETERMINED),
        # Enough links are dated; whether there are more is open.
        ("symbiosis-links", cells("Cộng sinh", C4=LATER), ON, Verdict.MET),
        ("symbiosis-plans", cells("Cộng sinh"), ON, Verdict.NOT_MET),
        ("symbiosis-plans", cells("Cộng sinh", C4=LATER), ON, Verdict.UNDETERMINED),
        # Breaches have days of their own: a list that reaches further covers the day.
        ("developer-compliance", cells("Vi phạm", D4=LATER), ON, Verdict.MET),
    ],
)
def test_a_list_of_a_later_day_closes_nothing_and_speaks_for_nobody(
    criterion: str, edit: Edit, on: date, expected: Verdict, tmp_path: Path
) -> None:
    declared, _ = judged(edit, tmp_path, criterion, on_day(on))
    assert declared is expected


def test_only_what_speaks_for_the_park_is_unknown_in_a_list_of_a_later_day(tmp_path: Path) -> None:
    book = load_workbook(SAMPLE)
    cells("Cộng sinh", C4=LATER)(book)
    book.save(tmp_path / "park.xlsx")
    done = assess(tmp_path / "park.xlsx", Request(criteria=("vn-35-2022",), as_of=ON))
    world = Worlds.of(done.record, done.dictionary, done.dates).declared
    assert set(world.values("link_same_entity")) == {None}
    assert date(2020, 2, 10) in world.values("link_first_delivery")
    assert None not in world.values("link_provider")


@pytest.mark.parametrize(
    ("edit", "on", "expected"),
    [
        (SERVICES, ON, [("D127", "Dịch vụ!B4", "2020-11-21")]),
        (SERVICES, NEXT, []),
        (cells("Vi phạm", D4=LATER), ON, []),
    ],
)
def test_a_list_of_a_later_day_is_told(
    edit: Edit, on: date, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    told = [
        (p.code, str(p.place), dict(p.facts)) for p in assessed(edit, tmp_path, on_day(on)).problems
    ]
    lists = [(code, at, facts["date"]) for code, at, facts in told if "sheet" in facts]
    assert lists == expected
