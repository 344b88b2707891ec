"""A registration from before the law was in force moves no look-back window into the past.

Its breaches would lie after the window then, and count for nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sample_edits import SAMPLE, Edit, assessed, both, cells

from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request

FIRM = "0000000046"
SET = "vn-35-2022"
IN_FORCE = datetime(2022, 7, 15)  # noqa: DTZ001 - as spreadsheets do
ON = datetime(2023, 6, 30)  # noqa: DTZ001 - as spreadsheets do
REVIEW, UNDETERMINED = Verdict.NEEDS_REVIEW, Verdict.UNDETERMINED


def remedied_breach() -> Edit:
    """Make a remedied breach of one enterprise, in May 2022, the only one of complete lists."""
    lists = (cells("Vi phạm", {f"B{r}": "Có", f"D{r}": ON}) for r in range(4, 14))
    lines = {f"{c}{r}": None for r in (16, 17, 18) for c in "ABCDEFGHIJ"}
    row: dict[str, Any] = {"A16": "Doanh nghiệp", "B16": FIRM, "C16": "Bảo vệ môi trường"}
    row |= {"D16": "QĐ-1", "E16": datetime(2022, 5, 1), "F16": "Có"}  # noqa: DTZ001
    row |= {"H16": datetime(2022, 6, 1)}  # noqa: DTZ001
    return both(*lists, cells("Vi phạm", {**lines, **row}), cells("Xem xét", A5=None, B5=None))


def in_2023(edit: Edit, folder: Path) -> Assessment:
    """Assess the sample park in the middle of 2023, with the breach, after an edit."""
    request = Request(criteria=(SET,), as_of=date(2023, 6, 30))
    return assessed(both(remedied_breach(), edit), folder, request)


def told(assessment: Assessment) -> list[tuple[str, str]]:
    """Give code and field of each date that is told to be from before the law."""
    dated = ((p.code, dict(p.facts)) for p in assessment.problems)
    return [
        (code, facts["field"]) for code, facts in dated if facts.get("other_date") == "2022-07-15"
    ]


def day_before(day: datetime) -> datetime:
    """Give the day before."""
    return datetime.fromordinal(day.toordinal() - 1)


@pytest.mark.parametrize(
    ("registered", "expected", "problems"),
    [
        (datetime(2012, 1, 1), UNDETERMINED, [("D126", "registration_date")]),  # noqa: DTZ001
        (day_before(IN_FORCE), UNDETERMINED, [("D126", "registration_date")]),
        (IN_FORCE, REVIEW, []),
        (None, REVIEW, []),
    ],
)
def test_the_window_of_the_park_is_unknown_before_the_law(
    registered: datetime | None,
    expected: Verdict,
    problems: list[tuple[str, str]],
    tmp_path: Path,
) -> None:
    assessment = in_2023(cells("KCN", D12=registered), tmp_path)
    (finding,) = (f for f in assessment.findings if f.criterion.id == "enterprise-compliance")
    assert finding.declared.verdict is expected
    assert told(assessment) == problems


@pytest.mark.parametrize(
    ("registered", "expected", "problems"),
    [
        (day_before(IN_FORCE), UNDETERMINED, [("D126", "eco_registration")]),
        (IN_FORCE, REVIEW, []),
    ],
)
def test_the_window_of_an_enterprise_is_unknown_before_the_law(
    registered: datetime,
    expected: Verdict,
    problems: list[tuple[str, str]],
    tmp_path: Path,
) -> None:
    book = load_workbook(SAMPLE)["Doanh nghiệp"]
    (row,) = (r for r in range(7, 128) if str(book[f"A{r}"].value) == FIRM)
    assessment = in_2023(cells("Doanh nghiệp", {f"AD{row}": registered}), tmp_path)
    (answers,) = (e for e in assessment.enterprises if e.rows)
    (firm,) = (r for r in answers.rows if r.code == FIRM)
    verdicts = {criterion: declared for criterion, declared, _ in firm.verdicts}
    assert verdicts["eco-enterprise-compliance"] is expected
    assert told(assessment) == problems
