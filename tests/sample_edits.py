"""Edits the sample park as people edit workbooks, and judges what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.assess import Request, assess

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "synthetic-park" / "kcn-mau.xlsx"
Edit = Callable[[Workbook], Any]


def both(*edits: Edit) -> Edit:
    """Make several edits."""

    def edit(book: Workbook) -> None:
        for one in edits:
            one(book)

    return edit


def cells(sheet: str, values: Mapping[str, Any] | None = None, **more: Any) -> Edit:
    """Write into cells of a sheet."""

    def edit(book: Workbook) -> None:
        for address, value in {**(values or {}), **more}.items():
            book[sheet][address] = value

    return edit


def copied(sheet: str, name: str, **values: Any) -> Edit:
    """Copy a sheet under another name and write into the copy."""

    def edit(book: Workbook) -> None:
        book.copy_worksheet(book[sheet]).title = name
        cells(name, **values)(book)

    return edit


def assessed(edit: Edit, folder: Path, request: Request | None = None) -> Assessment:
    """Assess the sample park by one set after an edit."""
    book = load_workbook(SAMPLE)
    edit(book)
    path = folder / "park.xlsx"
    book.save(path)
    (assessment,) = assess(path, request).assessments
    return assessment


def judged(
    edit: Edit, folder: Path, criterion: str, request: Request | None = None
) -> tuple[Verdict, Verdict]:
    """Give the declared and the evidenced verdict on the sample park after an edit."""
    findings = assessed(edit, folder, request).findings
    (finding,) = (f for f in findings if f.criterion.id == criterion)
    return finding.declared.verdict, finding.evidenced.verdict


def verdicts(edit: Edit, folder: Path, criterion: str) -> set[Verdict]:
    """Give both verdicts, whichever they are."""
    return set(judged(edit, folder, criterion))
