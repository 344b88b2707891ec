"""The look of the form, and the few ways of putting something on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.dictionary import Field, FieldType
from eipcheck.model.record import EnterpriseRef, Value
from eipcheck.model.text import Language
from eipcheck.workbook.layout import yes_no

TITLE = Font(name="Calibri", size=15, bold=True, color="17414F")
BODY = Font(name="Calibri", size=11, color="1F2933")
STRONG = Font(name="Calibri", size=11, bold=True, color="1F2933")
QUIET = Font(name="Calibri", size=9, color="5B6670")
REMARK = Font(name="Calibri", size=10, italic=True, color="46525C")
LINK = Font(name="Calibri", size=11, bold=True, underline="single", color="1B4F9C")
HEADING = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="1F5566")
SECOND_HEADING_FILL = PatternFill("solid", fgColor="DCE8EC")
ANSWER_FILL = PatternFill("solid", fgColor="FFF8E1")
_LINE = Side(style="thin", color="C3CDD3")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")

FORMATS = {
    FieldType.DATE: "dd/mm/yyyy",
    FieldType.YEAR: "0",
    FieldType.INTEGER: "#,##0",
    FieldType.NUMBER: "General",
}
TEXT_FORMAT = "@"
_FORMULA_SIGNS = ("=", "+", "-", "@")
_LINE_HEIGHT = 15.0
_COMMENT_WIDTH = 320


def number_format(field: Field, value: object = None) -> str:
    """Give the number format of a field's cells; whatever is read as text is kept as text.

    A date stays a date even where the field asks for something else.
    """
    shown_as = FieldType.DATE if isinstance(value, date) else field.type
    return FORMATS.get(shown_as, TEXT_FORMAT)


def cell_content(
    field: Field, value: Value | None, language: Language
) -> str | int | float | date | None:
    """Turn a typed answer into what a person would type into the form."""
    match value:
        case bool():
            return yes_no(value=value, language=language)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case EnterpriseRef():
            return value.name
        case tuple():
            return "; ".join(value)
        case str() if field.type is FieldType.CHOICE:
            labels = {c.id: c.label.in_(language) for c in field.choices}
            return labels.get(value, value)
        case _:
            return value


def put(sheet: Worksheet, row: int, column: int, value: str | float | date | None) -> Cell:
    """Write a value; a string is always text, even one that looks like a formula or an error."""
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, Cell)  # the form merges no cells
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.value = value
        cell.data_type = "s"
        # without it a spreadsheet would take the text for a formula once somebody edits it
        cell.quotePrefix = value.startswith(_FORMULA_SIGNS) and value not in _FORMULA_SIGNS
    else:
        cell.value = value
    cell.font = BODY
    return cell


def put_title(sheet: Worksheet, title: str, note: str) -> None:
    """Write the first two rows of a sheet."""
    put(sheet, 1, 1, title).font = TITLE
    put(sheet, 2, 1, note).font = REMARK
    sheet.row_dimensions[1].height = 24


def put_headings(sheet: Worksheet, row: int, headings: Sequence[str], *, main: bool = True) -> None:
    """Write a row of headings, high enough for the longest in the width of its column."""
    lines = 1
    for column, heading in enumerate(headings, start=1):
        cell = put(sheet, row, column, heading)
        cell.font = HEADING if main else STRONG
        cell.fill = HEADING_FILL if main else SECOND_HEADING_FILL
        cell.alignment = CENTRED
        cell.border = BOX
        width = sheet.column_dimensions[get_column_letter(column)].width
        lines = max(lines, ceil(1.25 * len(heading) / width))
    sheet.row_dimensions[row].height = _LINE_HEIGHT * lines + 6


def annotate(cell: Cell, text: str) -> None:
    """Attach a note that opens when the pointer rests on the cell."""
    if text:
        comment = Comment(text, "eipcheck", width=_COMMENT_WIDTH)
        comment.height = 24 + 18 * sum(1 + len(line) // 46 for line in text.split("\n"))
        cell.comment = comment


def prepare_page(sheet: Worksheet, heading_row: int, frozen: str) -> None:
    """Freeze the headings and make the sheet print on A4, one page wide."""
    sheet.freeze_panes = frozen
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text = "&A"
    footer.right.text = "&P / &N"
