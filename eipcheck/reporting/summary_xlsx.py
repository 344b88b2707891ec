"""The summary of a batch as a workbook; every cell holds text or a number, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.text import Language
from eipcheck.reporting.environment import path_url
from eipcheck.reporting.packed_book import packed_book
from eipcheck.reporting.say import say
from eipcheck.reporting.summary_types import SummaryRow, SummaryTable, SummaryView
from eipcheck.reporting.view_parts import Mark

_BOLD = Font(name="Calibri", size=11, bold=True)
_LINK = Font(name="Calibri", size=11, underline="single", color="0563C1")
_HEAD = PatternFill("solid", fgColor="E8ECEF")
_TOP = Alignment(vertical="top", wrap_text=True)
_PARK, _PLAIN, _LONG = 30, 18, 60
"""Widths of columns, in characters."""
_ON_A_PAGE = 12
"""Columns that can still be read when they are printed on one page."""
_LINE = 15.0
"""Height of a line of text, in points."""
_SHEET_NAME_LENGTH = 31
_WHOLE, _DECIMALS = "#,##0", "#,##0.00"
_Value = str | int | Decimal


def summary_bytes(*views: SummaryView) -> bytes:
    """Write the summary: for each table its sheets, and one for what failed.

    Several views are the same summary in several languages, one after the other.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for view in views:
        _sheets(book, view)
    return packed_book(book)


def _sheets(book: Workbook, view: SummaryView) -> None:
    for number, table in enumerate(view.tables, start=1):
        for key, rows, write in (
            ("sheet", table.matrix, _matrix),
            ("trends_sheet", table.trends, _trends),
            ("savings_sheet", table.savings, _savings),
            ("gaps_sheet", table.gaps, _gaps),
            ("lacks_sheet", table.lacks, _lacks),
        ):
            if rows:
                write(book.create_sheet(_name(view.language, number, key)), view, table)
    if view.failures or not view.tables:
        _failures(book.create_sheet(say(view.language, "summary.failures")), view)


def _name(language: Language, number: int, key: str) -> str:
    after = "" if number == 1 else f" {number}"
    return say(language, f"summary.{key}")[: _SHEET_NAME_LENGTH - len(after)] + after


def _matrix(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write how each park stands now, below all that holds for the whole table."""
    speak = view.language
    provinces = " · ".join(f"{p.name} {p.parks}" for p in table.provinces)
    readings = "; ".join(table.readings)
    about = (
        *(view.title, table.law, table.edition),
        say(speak, "summary.readings", readings=readings) if readings else "",
        *(*table.limits, *table.twins, table.counted, say(speak, "summary.matrix_note")),
        f"{say(speak, 'summary.by_province')}: {provinces}",
        view.disclaimer,
    )
    for text in filter(None, about):
        _write(sheet, (text,))
    sheet["A1"].font = _BOLD
    _write(sheet, ())
    heads = (
        *_heads(speak, "park", "place", "file", "date", "law"),
        *_outcome_heads(speak, table),
        *(f"{label}: {title}" for label, title in table.clauses),
        *_heads(speak, "floor", "ceiling", "coverage", "problems", "note"),
    )
    rows: Iterable[tuple[str | int, ...]] = (
        (
            *(row.park, row.place, row.file, row.date, row.law_status),
            *(_status(mark) for mark in (*_outcomes(row), *row.clauses)),
            *(
                row.floor,
                row.ceiling,
                row.coverage,
                "" if row.problems is None else row.problems,
                row.note,
            ),
        )
        for row, _ in table.matrix
    )
    _list(sheet, heads, rows, _PARK, _PLAIN, _PLAIN, _PLAIN, 2 * _PLAIN)
    _lead(sheet, [row for row, _ in table.matrix])


def _trends(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write the parks with several dates, each from the earliest on."""
    heads = (
        *_heads(view.language, "park", "date", "file"),
        *_outcome_heads(view.language, table),
        *_heads(view.language, "floor", "ceiling", "coverage", "note"),
    )
    dated = [row for park in table.trends for row in park]
    rows = (
        (
            *(row.park, row.date, row.file),
            *(_status(mark) for mark in _outcomes(row)),
            *(row.floor, row.ceiling, row.coverage, row.note),
        )
        for row in dated
    )
    _list(sheet, heads, rows, _PARK)
    _lead(sheet, dated)


def _savings(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write what RECP solutions save, at least, and who states it."""
    for text in (say(view.language, "summary.savings_note"), *table.savings_notes):
        _write(sheet, (text,))
    heads = _heads(view.language, "saving", "amount", "unit", "stated")
    rows = ((one.label, one.figure, one.unit, one.stated) for one in table.savings)
    _list(sheet, heads, rows, _LONG, _PLAIN, _PLAIN, _LONG)
    for line, one in enumerate(table.savings, start=1 + sheet.max_row - len(table.savings)):
        sheet.cell(line, 2).number_format = _WHOLE if one.figure % 1 == 0 else _DECIMALS


def _gaps(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write the requirements that most parks miss, or leave open, and whom to ask."""
    heads = _heads(view.language, "clause", "requirement", "missed", "undecided", "who")
    rows = ((g.clause, g.title, g.missed, g.undecided, g.who) for g in table.gaps)
    _list(sheet, heads, rows, _PLAIN, _LONG, _PLAIN, _PLAIN, _LONG)


def _lacks(sheet: Worksheet, view: SummaryView, table: SummaryTable) -> None:
    """Write what most parks have not told, and whom to ask."""
    heads = _heads(view.language, "what", "lacking", "who")
    rows = ((lack.what, lack.parks, lack.who) for lack in table.lacks)
    _list(sheet, heads, rows, _LONG, _PLAIN, _LONG)


def _failures(sheet: Worksheet, view: SummaryView) -> None:
    heads = _heads(view.language, "file", "failure")
    _list(sheet, heads, ((f.file, "\n".join(f.lines)) for f in view.failures), _PARK, 2 * _LONG)


def _lead(sheet: Worksheet, rows: Sequence[SummaryRow]) -> None:
    """Let the first cell of each of the last rows lead to the report of its park."""
    for line, row in enumerate(rows, start=1 + sheet.max_row - len(rows)):
        cell = sheet.cell(line, 1)
        cell.hyperlink, cell.font = path_url(row.report), _LINK


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"summary.column.{key}") for key in keys)


def _outcome_heads(language: Language, table: SummaryTable) -> tuple[str, ...]:
    return tuple(
        say(language, f"summary.column.{run}", question=title)
        for title in table.questions
        for run in ("declared", "evidenced")
    )


def _outcomes(row: SummaryRow) -> tuple[Mark, ...]:
    return tuple(mark for _, *marks in row.outcomes for mark in marks)


def _status(mark: Mark) -> str:
    return f"{mark.icon} {mark.word}"


def _list(
    sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[_Value]], *widths: int
) -> None:
    """Write a list below what is there, to be sorted and filtered; widths are of its columns."""
    _write(sheet, heads)
    head = sheet.max_row
    for cell in sheet[head]:
        cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _TOP
    wide = (*widths, *(_PLAIN for _ in heads[len(widths) :]))
    sheet.row_dimensions[head].height = _height(heads, wide)
    for line, row in enumerate(rows, start=head + 1):
        _write(sheet, row, wrap=True)
        sheet.row_dimensions[line].height = _height(row, wide)
    last = get_column_letter(len(heads))
    for column, width in enumerate(wide, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"B{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{sheet.max_row}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1 + len(heads) // _ON_A_PAGE
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_cols = "A:A"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _height(row: Sequence[_Value], widths: Sequence[int]) -> float:
    """Give a row the height of its longest text: not every program finds it by itself."""
    lines = (
        sum(1 + len(line) // (width - 3) for line in str(value).splitlines())
        for value, width in zip(row, widths, strict=True)
    )
    return _LINE * max(1, *lines)


def _write(sheet: Worksheet, values: Sequence[_Value], *, wrap: bool = False) -> None:
    """Append a row; a text stays text, whatever sign it begins with."""
    cells = []
    for value in values or ("",):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        if wrap:
            cell.alignment = _TOP
        cells.append(cell)
    sheet.append(cells)
