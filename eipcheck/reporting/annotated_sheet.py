"""The findings sheet: head, what is lost, then every finding with a link to its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.place import Cell, SheetPlace
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.annotated_cells import bounded, text_lines
from eipcheck.reporting.annotated_entries import Entry, Told
from eipcheck.reporting.annotated_fills import COLOURS, runs
from eipcheck.reporting.annotated_losses import Loss
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import cells_text, place_text

_COLUMNS = (
    ("number", 6),
    ("code", 8),
    ("kind", 17),
    ("place", 26),
    ("what", 52),
    ("why", 44),
    ("fix", 44),
    ("criterion", 40),
    ("who", 26),
)
_HIDDEN_COLUMN = 12
"""Here the next round finds what this one remembered."""

_LONGEST_CELL = 2_000
_LONGEST_NAME = 31
_LINE_HEIGHT, _TALLEST = 15.0, 400.0
_RUNS = 200
"""Lines for one finding whose cells do not lie together; the last line tells of the rest."""

_LINKS = 60_000
"""Links on one sheet; Excel takes 65,530."""

_NAME = "Calibri"
_BODY = Font(name=_NAME, size=11)
_TITLE = Font(name=_NAME, size=15, bold=True, color="FF17414F")
_BOLD = Font(name=_NAME, size=11, bold=True)
_QUIET = Font(name=_NAME, size=11, italic=True, color="FF46525C")
_LINK = Font(name=_NAME, size=11, underline="single", color="FF1B4F9C")
_HEADING = Font(name=_NAME, size=11, bold=True, color="FFFFFFFF")
_HEADING_FILL = PatternFill("solid", fgColor="FF1F5566")
_LINE = Side(style="thin", color="FFC3CDD3")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_FORMULA_SIGNS = ("=", "+", "-", "@")


class Page(Struct, frozen=True, kw_only=True):
    """All that the sheet says; ``remembered`` is for the next round, and hidden."""

    language: Language
    told: Sequence[Told]
    entries: Sequence[Entry]
    losses: Sequence[Loss]
    has_results: bool
    made: datetime
    remembered: Sequence[str] = ()


def drop_earlier(book: Workbook) -> list[object]:
    """Take the findings sheet of an earlier round away; one that only bears the name stays.

    Returns:
        What it remembered.
    """
    remembered: list[object] = []
    for sheet in list(book.worksheets):
        for language in LANGUAGES:
            own = re.escape(say(language, "annotated.sheet"))
            titled = sheet["A1"].value == say(language, "annotated.title")
            if titled and re.fullmatch(rf"{own}( \d+)?", sheet.title) and len(book.worksheets) > 1:
                remembered += [
                    sheet.cell(row, _HIDDEN_COLUMN).value for row in range(1, sheet.max_row + 1)
                ]
                book.remove(sheet)
                break
    return remembered


def add_front(book: Workbook, language: Language) -> Worksheet:
    """Put an empty sheet first, under a name that is free."""
    title = say(language, "annotated.sheet")
    taken = {name.casefold() for name in book.sheetnames}
    name, number = title, 1
    while name.casefold() in taken:
        number += 1
        name = f"{title[: _LONGEST_NAME - 5]} {number}"
    front = book.create_sheet(name, 0)
    assert isinstance(front, Worksheet)  # the book was not opened for streaming
    return front


def write_page(sheet: Worksheet, page: Page) -> None:
    """Write the head, the legend, what is lost, and the table."""
    row = 0
    for text, font, kind in _head(page):
        row += 1
        cell = _put(sheet, row, 1, text)
        cell.font = font
        if kind:
            cell.fill = PatternFill("solid", fgColor=COLOURS[kind])
            _put(sheet, row, 1, "")
            _put(sheet, row, 2, text).font = font
    _Table(sheet, page, row + 2).write()
    for row, text in enumerate(page.remembered, start=1):
        _put(sheet, row, _HIDDEN_COLUMN, text)
    sheet.column_dimensions[get_column_letter(_HIDDEN_COLUMN)].hidden = True


def loss_words(loss: Loss, language: Language) -> str:
    """Say what is lost; parts that no word names are named as the file names them."""
    names = bounded(text_lines("; ".join(loss.parts)), 300)
    return say(language, f"annotated.lost.{loss.kind}", names=names)


def _head(page: Page) -> Iterator[tuple[str, Font, str]]:
    """Give the lines above the table, how each looks, and the colour that it explains."""
    plain = _BODY
    first = page.told[0].view
    head = first.head
    park = f"{head.title} ({head.label})" if head.label else head.title

    def said(key: str, **values: object) -> str:
        return say(page.language, f"annotated.{key}", **values)

    yield said("title"), _TITLE, ""
    yield f"{park} · {head.file}", _BOLD, ""
    for one in page.told:
        law = one.view.head
        stamp = f"{law.stamp}. " if law.stamp else ""
        yield f"{stamp}{law.law}. {law.law_status}", plain, ""
    yield f"{head.date.label}: {head.date.value}", plain, ""
    sets = ", ".join(
        f"{one.assessment.criteria.id} {one.assessment.criteria.version}" for one in page.told
    )
    version = page.told[0].assessment.tool_version
    yield said("made", date=page.made.date(), version=version, set=sets), plain, ""
    for text in dict.fromkeys(w for one in page.told for w in one.view.warnings):
        yield text, plain, ""
    yield first.disclaimer, _BOLD, ""
    yield said("copy"), plain, ""
    if page.has_results:
        yield said("results"), plain, ""
    if page.losses:
        yield said("lost"), _BOLD, ""
        for loss in page.losses:
            yield f"•  {loss_words(loss, page.language)}", plain, ""
    kinds = [entry.kind for entry in page.entries]
    blanks = {cell for e in page.entries if e.kind == "todo" for cell in e.cells}
    counts = {"errors": kinds.count("error"), "warnings": kinds.count("warning")}
    yield "", plain, ""
    yield said("counts", blanks=len(blanks), **counts), _BOLD, ""
    if not page.entries:
        yield said("clean"), plain, ""
        return
    yield said("legend"), _QUIET, ""
    for kind in COLOURS:
        yield said(f"legend.{kind}"), plain, kind


class _Line(Struct, frozen=True):
    """One line of the table: an entry, and one of the places where it lies."""

    entry: Entry
    place: str
    cell: Cell | None
    last: Cell | None
    sheet: str


class _Table:
    """The table of findings."""

    def __init__(self, sheet: Worksheet, page: Page, top: int) -> None:
        self._sheet = sheet
        self._page = page
        self._top = top
        self._links = 0
        book = sheet.parent
        assert book is not None
        self._shown = {s.title: s.sheet_state == "visible" for s in book.worksheets}

    def write(self) -> None:
        """Write headings and lines, and make the sheet ready to read, sort and print."""
        sheet, top = self._sheet, self._top
        for column, (key, width) in enumerate(_COLUMNS, start=1):
            heading = say(self._page.language, f"annotated.column.{key}")
            cell = _put(sheet, top, column, heading)
            cell.font, cell.fill, cell.border = _HEADING, _HEADING_FILL, _BOX
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            sheet.column_dimensions[get_column_letter(column)].width = width
        number = 0
        for entry in self._page.entries:
            for line in self._lines(entry):
                number += 1
                self._write_line(top + number, number, line)
        last = get_column_letter(len(_COLUMNS))
        if number:
            sheet.auto_filter.ref = f"A{top}:{last}{top + number}"
        sheet.print_title_rows = f"{top}:{top}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.sheet_view.showGridLines = False

    def _lines(self, entry: Entry) -> Iterator[_Line]:
        """Give a line for each run of cells; for the rest of very many, one line."""
        if not entry.cells:
            place = entry.place
            name = place.sheet if isinstance(place, SheetPlace) else ""
            yield _Line(entry, "" if place is None else place_text(place), None, None, name)
            return
        found = list(runs(entry.cells))
        for run in found[:_RUNS]:
            yield _Line(entry, cells_text(run), run[0], run[-1], run[0].sheet)
        rest = [cell for run in found[_RUNS:] for cell in run]
        if rest:
            places = bounded(cells_text(rest), 200)
            text = say(self._page.language, "annotated.more_places", n=len(rest), places=places)
            yield _Line(entry, text, rest[0], rest[0], rest[0].sheet)

    def _write_line(self, row: int, number: int, line: _Line) -> None:
        entry = line.entry
        sheet = self._sheet
        texts = (
            *(str(number), entry.code, f"{entry.mark.icon} {entry.mark.word}"),
            *(self._place(line), entry.what, entry.why, entry.fix),
            *("\n".join(entry.criteria), entry.who),
        )
        for column, text in enumerate(texts, start=1):
            cell = _put(sheet, row, column, text)
            cell.font, cell.alignment, cell.border = _BODY, _WRAPPED, _BOX
        sheet.row_dimensions[row].height = _height(texts)
        sheet.cell(row, 1).value = number
        if entry.kind in COLOURS:
            sheet.cell(row, 3).fill = PatternFill("solid", fgColor=COLOURS[entry.kind])
        if line.sheet in self._shown and self._links < _LINKS:
            self._links += 1
            link = sheet.cell(row, 4)
            target = location(line.sheet, line.cell, line.last)
            link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
            link.font = _LINK

    def _place(self, line: _Line) -> str:
        if self._shown.get(line.sheet, True):
            return line.place
        return say(self._page.language, "annotated.hidden", place=line.place)


def _height(texts: Sequence[str]) -> float:
    """Give a row the height of its longest text: not every program finds it by itself."""
    widths = (width for _, width in _COLUMNS)
    lines = max(
        sum(1 + len(line) // width for line in bounded(text, _LONGEST_CELL).split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE_HEIGHT * lines + 3, _TALLEST)


def location(sheet: str, first: Cell | None, last: Cell | None) -> str:
    """Give a place inside this workbook, as links name it; never one outside."""
    quoted = quote_sheetname(sheet)
    if first is None or last is None:
        return f"{quoted}!A1"
    end = "" if last == first else f":{last.address}"
    return f"{quoted}!{first.address}{end}"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> SheetCell:
    """Write a text that stays text, whatever sign it begins with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)  # nothing is merged here
    text = bounded(text_lines(text), _LONGEST_CELL)
    cell.value = text or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA_SIGNS)  # also once somebody edits it
    return cell
