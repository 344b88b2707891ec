"""The summary of a batch as a workbook; every cell holds text or a number, never a formula."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.text import Language
from eipcheck.reporting.packed_book import packed_book
from eipcheck.reporting.say import say
from eipcheck.reporting.summary import SummaryRow, SummaryTable, SummaryView
from eipcheck.reporting.view_parts import Mark

_BOLD = Font(bold=True)
_HEAD = PatternFill("solid", fgColor="E8ECEF")
_TOP = Alignment(vertical="top", wrap_text=True)
_WIDTHS = {1: 34, 2: 26}
_WIDTH = 22
_SHEET_NAME_LENGTH = 31


def summary_bytes(view: SummaryView) -> bytes:
    """Write the summary: one sheet for each criteria set, and one for what failed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(view.tables, start=1):
        _table(book.create_sheet(_name(view.language, number)), view, table)
        if table.gaps:
            _gaps(
                book.create_sheet(_name(view.language, number, "summary.gaps_sheet")), view, table
            )
    if view.failures or not view.tables:
        _failures(book.create_sheet(say(view.language, "summary.failures")), view)
    return packed_book(book)


def _name(language: Language, number: int, key: str = "summary.sheet") -> str:
    title = say(language, key)
    return title[:_SHEET_NAME_LENGTH] if number == 1 else f"{title} {number}"[:_SHEET_NAME_LENGTH]


def _table(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    for text in (view.title, table.law, table.edition, *table.limits, view.disclaimer):
        _write(sheet, (text,))
    sheet["A1"].font = _BOLD
    _write(sheet, ())
    _write(sheet, _headings(view.language, table))
    head = sheet.max_row
    for cell in sheet[head]:
        cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _TOP
    for row in table.rows:
        _write(sheet, _cells(row), wrap=True)
    sheet.freeze_panes = f"B{head + 1}"
    for column in range(1, len(_headings(view.language, table)) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(column, _WIDTH)


def _headings(language: Language, table: SummaryTable) -> tuple[str, ...]:
    questions = table.rows[0].outcomes
    return (
        *(
            say(language, f"summary.column.{key}")
            for key in ("park", "place", "file", "date", "law")
        ),
        *(
            heading
            for title, _, _ in questions
            for heading in (
                say(language, "summary.column.declared", question=title),
                say(language, "summary.column.evidenced", question=title),
            )
        ),
        *(f"{label}: {title}" for label, title in table.clauses),
        *(
            say(language, f"summary.column.{key}")
            for key in ("floor", "ceiling", "coverage", "problems", "note")
        ),
    )


def _cells(row: SummaryRow) -> tuple[str | int, ...]:
    outcomes = (mark for _, *marks in row.outcomes for mark in marks)
    return (
        *(row.park, row.place, row.file, row.date, row.law_status),
        *(_status(mark) for mark in (*outcomes, *row.clauses)),
        *(row.floor, row.ceiling, row.coverage, row.problems, row.note),
    )


def _status(mark: Mark) -> str:
    return f"{mark.icon} {mark.word}"


def _gaps(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write the requirements that most parks miss, or leave open, and whom to ask."""
    keys = ("clause", "requirement", "missed", "undecided", "who")
    _write(sheet, tuple(say(view.language, f"summary.column.{key}") for key in keys))
    for cell in sheet[1]:
        cell.font, cell.fill = _BOLD, _HEAD
    for gap in table.gaps:
        row = (gap.clause, gap.title, gap.missed, gap.undecided, gap.who)
        _write(sheet, row, wrap=True)
    for column, width in zip("ABCDE", (_WIDTH, 60, _WIDTH, _WIDTH, 60), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _failures(sheet: Worksheet, view: SummaryView) -> None:
    keys = ("file", "failure")
    _write(sheet, tuple(say(view.language, f"summary.column.{key}") for key in keys))
    for cell in sheet[1]:
        cell.font, cell.fill = _BOLD, _HEAD
    for failure in view.failures:
        _write(sheet, (failure.file, "\n".join(failure.lines)), wrap=True)
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 100


def _write(sheet: Worksheet, values: Sequence[str | int], *, wrap: bool = False) -> None:
    """Append a row; a text stays text, whatever sign it begins with."""
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value is not None else 1
    for column, value in enumerate(values or ("",), start=1):
        cell = sheet.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
        if wrap:
            cell.alignment = _TOP
