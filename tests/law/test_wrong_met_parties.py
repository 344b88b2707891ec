"""A breach whose row names both parties must leave neither of the two clean."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sample_edits import SAMPLE, Edit, both, cells

from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request, assess

ENTERPRISE = "0000000046"
DEVELOPER = "0000000999"
"""Stands on the register of the sample as well: a breach that names it is of no other firm."""

DECIDED, TO = datetime(2020, 7, 21), datetime(2020, 11, 20)  # noqa: DTZ001 - as spreadsheets do
CLOSED = both(
    *(cells("Vi phạm", **{f"B{r}": "Có", f"D{r}": TO, f"F{r}": "TL-14"}) for r in range(4, 14)),
)


def breach(of: str, named: str | None) -> Edit:
    """Make an unremedied breach of environmental law the only one."""
    row = dict(zip("ABCDEFGH", (of, named, "Môi trường", "QĐ-1", DECIDED, "Không"), strict=False))
    row["C"] = "Bảo vệ môi trường"
    lines = {f"{c}{r}": None for r in (16, 17, 18) for c in "ABCDEFGHIJ"}
    return both(CLOSED, cells("Vi phạm", {**lines, **{f"{c}16": v for c, v in row.items()}}))


def judged(edit: Edit, folder: Path) -> tuple[Verdict, Verdict]:
    """Give what is declared of the enterprise and of the developer under Decree 35."""
    book = load_workbook(SAMPLE)
    edit(book)
    path = folder / "park.xlsx"
    book.save(path)
    request = Request(criteria=("vn-35-2022",), as_of=date(2020, 11, 20))
    (assessment,) = assess(path, request).assessments
    (park,) = (f for f in assessment.findings if f.criterion.id == "developer-compliance")
    rows = (row for answers in assessment.enterprises for row in answers.rows)
    (of_it,) = (row for row in rows if row.code == ENTERPRISE)
    (firm,) = (v for criterion, v, _ in of_it.verdicts if criterion == "eco-enterprise-compliance")
    return firm, park.declared.verdict


@pytest.mark.parametrize(
    ("of", "named", "firm", "developer"),
    [
        ("Nhà đầu tư hạ tầng", None, Verdict.MET, Verdict.NOT_MET),
        ("Doanh nghiệp", ENTERPRISE, Verdict.NOT_MET, Verdict.MET),
        ("Nhà đầu tư hạ tầng", ENTERPRISE, Verdict.UNDETERMINED, Verdict.UNDETERMINED),
        ("Nhà đầu tư hạ tầng", "Công ty lạ", Verdict.UNDETERMINED, Verdict.UNDETERMINED),
        ("Doanh nghiệp", DEVELOPER, Verdict.MET, Verdict.UNDETERMINED),
    ],
)
def test_a_breach_leaves_nobody_clean_who_may_have_committed_it(
    of: str, named: str | None, firm: Verdict, developer: Verdict, tmp_path: Path
) -> None:
    assert judged(breach(of, named), tmp_path) == (firm, developer)
