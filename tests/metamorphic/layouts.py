"""Variations of where the same figures stand on their sheets."""

from __future__ import annotations

from collections.abc import Callable

from metamorphic.books import (
    columns_of,
    header_of,
    headings,
    last_row,
    move_block,
    sheets,
)
from metamorphic.figures import unmarked
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import Layout, Sheet
from eipcheck.workbook.form_words import heading

Edit = Callable[[Workbook], None]
_AREA = "abcdefgh"


def every(layouts: tuple[Layout, ...], edit: Callable[[Worksheet, Sheet], None]) -> Edit:
    """Do the same to every sheet of some layouts."""

    def edit_all(book: Workbook) -> None:
        for layout in layouts:
            for sheet, spec in list(sheets(book, layout)):
                edit(sheet, spec)

    return edit_all


BOTH = (Layout.FACTS, Layout.LIST)
LISTS = (Layout.LIST,)


def letterhead(sheet: Worksheet, _: Sheet) -> None:
    """Put a letterhead, a title and “Đơn vị tính” above everything."""
    sheet.insert_rows(1, 6)
    sheet["A1"] = "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH"
    sheet["D1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A2"] = "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"
    sheet["D2"] = "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = f"BIỂU {sheet.title.upper()} NĂM 2019"
    sheet["C5"] = "Đơn vị tính: ghi tại từng dòng"
    for cells in ("A1:C1", "D1:F1", "A4:F4"):
        sheet.merge_cells(cells)


def moved_down(sheet: Worksheet, spec: Sheet) -> None:
    """Move the headings down by twelve rows."""
    sheet.insert_rows(header_of(sheet, spec), 12)


def shuffled_columns(sheet: Worksheet, spec: Sheet) -> None:
    """Put the columns of the headings and all below in another order."""
    columns = sorted(columns_of(sheet, spec).values())
    order = columns[::-2] + columns[len(columns) % 2 :: 2]
    assert sorted(order) == columns
    move_block(sheet, header_of(sheet, spec), order)


def blank_rows(sheet: Worksheet, spec: Sheet) -> None:
    """Leave a row blank below the headings and after every few rows."""
    for row in range(last_row(sheet), header_of(sheet, spec), -4):
        sheet.insert_rows(row)


def column_numbers(sheet: Worksheet, spec: Sheet) -> None:
    """Put a row (1) (2) (3) below the headings."""
    row = header_of(sheet, spec) + 1
    sheet.insert_rows(row)
    for column in columns_of(sheet, spec).values():
        sheet.cell(row=row, column=column, value=f"({column})")


def bare_column_numbers(sheet: Worksheet, spec: Sheet) -> None:
    """Put a row 1 2 3, as numbers, below the headings."""
    row = header_of(sheet, spec) + 1
    sheet.insert_rows(row)
    for column in columns_of(sheet, spec).values():
        sheet.cell(row=row, column=column, value=column)


def group_titles(sheet: Worksheet, spec: Sheet) -> None:
    """Put rows with the title of a group among the rows, merged over the table."""
    top = header_of(sheet, spec) + 1
    if last_row(sheet) <= top:
        return  # too little for two groups
    middle = top + max(1, (last_row(sheet) - top) // 2)
    width = get_column_letter(len(columns_of(sheet, spec)))
    for row, words in ((middle, "II. Nhóm thứ hai"), (top, "I. Nhóm thứ nhất")):
        sheet.insert_rows(row)
        sheet.cell(row=row, column=1, value=words)
    for row in (middle + 1, top):
        sheet.merge_cells(f"A{row}:{width}{row}")


def group_titles_with_numerals(sheet: Worksheet, spec: Sheet) -> None:
    """Put rows with a numeral in the first column and the title of a group in the second."""
    top = header_of(sheet, spec) + 1
    if last_row(sheet) < top:
        return  # nothing to put under a title
    sheet.insert_rows(top)
    sheet.cell(row=top, column=1, value="I")
    sheet.cell(row=top, column=2, value="Nhóm thứ nhất")


def totals(sheet: Worksheet, spec: Sheet) -> None:
    """Put a line “Tổng cộng” with the true sums below the list."""
    top, columns = header_of(sheet, spec) + 1, columns_of(sheet, spec)
    bottom = last_row(sheet) + 1
    for field, column in columns.items():
        about = the_dictionary().field(field)
        cells = [sheet.cell(row=r, column=column).value for r in range(top, bottom)]
        figures = [v for v in cells if isinstance(v, int | float)]
        if about.unit and figures:
            sheet.cell(row=bottom, column=column, value=sum(figures))
    sheet.cell(row=bottom, column=1, value="Tổng cộng")


def two_levels(sheet: Worksheet, spec: Sheet) -> None:
    """Put the name of a group, merged, over every three headings."""
    row = header_of(sheet, spec)
    sheet.insert_rows(row)
    width = len(columns_of(sheet, spec))
    for first in range(1, width + 1, 3):
        last = min(first + 2, width)
        sheet.cell(row=row, column=first, value=f"Nhóm thông tin {_AREA[(first // 3) % 8]}")
        if last > first:
            sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def merged_down(sheet: Worksheet, spec: Sheet) -> None:
    """Merge every heading with the cell below it."""
    row = header_of(sheet, spec)
    sheet.insert_rows(row + 1)
    for column in columns_of(sheet, spec).values():
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)


def hidden(sheet: Worksheet, spec: Sheet) -> None:
    """Hide every third row and every second column."""
    top = header_of(sheet, spec) + 1
    for row in range(top, last_row(sheet) + 1, 3):
        sheet.row_dimensions[row].hidden = True
    for column in list(columns_of(sheet, spec).values())[1::2]:
        sheet.column_dimensions[get_column_letter(column)].hidden = True


def starts_at_c5(sheet: Worksheet, _: Sheet) -> None:
    """Move everything two columns to the right and four rows down."""
    sheet.insert_cols(1, 2)
    sheet.insert_rows(1, 4)


def running_numbers(sheet: Worksheet, spec: Sheet) -> None:
    """Put a column STT before the list."""
    top = header_of(sheet, spec)
    sheet.insert_cols(1)
    sheet.cell(row=top, column=1, value="STT")
    for row in range(top + 1, last_row(sheet) + 1):
        sheet.cell(row=row, column=1, value=row - top)


def signatures(sheet: Worksheet, _: Sheet) -> None:
    """Put a block of signatures below the table."""
    row = last_row(sheet) + 2
    sheet.cell(row=row, column=4, value="Tỉnh giả định, ngày 20 tháng 11 năm 2020")
    sheet.cell(row=row + 1, column=1, value="Người lập biểu")
    sheet.cell(row=row + 1, column=4, value="Thủ trưởng đơn vị")
    sheet.cell(row=row + 2, column=1, value="(Ký, ghi rõ họ tên)")
    sheet.cell(row=row + 2, column=4, value="(Ký, đóng dấu)")
    sheet.cell(row=row + 6, column=4, value="Nguyễn Văn A")


def own_columns(sheet: Worksheet, spec: Sheet) -> None:
    """Add two columns of one's own."""
    top, right = header_of(sheet, spec), len(columns_of(sheet, spec)) + 1
    for column, words in ((right, "Quốc gia"), (right + 1, "Người nhập liệu")):
        sheet.cell(row=top, column=column, value=words)
        for row in range(top + 1, last_row(sheet) + 1):
            sheet.cell(row=row, column=column, value="Hàn Quốc")


def shuffled_sheets(book: Workbook) -> None:
    """Put the sheets in the reverse order, between two others."""
    book._sheets.reverse()
    book.create_sheet("Ghi chép", 3)["A1"] = "Họp ngày 5 tháng 11"
    book.create_sheet("Bảng tính 2")["B2"] = 17


def hidden_sheets(book: Workbook) -> None:
    """Hide every second sheet."""
    for sheet in book.worksheets[1::2]:
        sheet.sheet_state = "hidden"


def years_side_by_side(book: Workbook, words: Callable[[int], object] = int) -> None:
    """Give every year of the land figures a column of its own, in place of one for the year."""
    sheet = book["Đất"]
    years = (2018, 2019, 2020)
    sheet.insert_cols(5, len(years))  # after the value in D; the year moves to H
    for column, year in enumerate(years, start=5):
        sheet.cell(row=4, column=column, value=words(year))
    for row in range(5, last_row(sheet) + 1):
        year = sheet.cell(row=row, column=8).value
        sheet.cell(row=row, column=5 + years.index(year), value=sheet.cell(row=row, column=4).value)
    sheet.delete_cols(8)
    sheet.delete_cols(4)


def years_side_by_side_in_words(book: Workbook) -> None:
    """Do the same under headings “Năm 2018”, “Năm 2019” …."""
    years_side_by_side(book, lambda year: f"Năm {year}")


def ids_as_headings(book: Workbook) -> None:
    """Write ids in place of headings and names of fields."""
    for cell, about in list(headings(book)):
        cell.value = about.id
    for sheet, _ in sheets(book, Layout.FACTS):
        for row in range(5, last_row(sheet) + 1):
            sheet.cell(row=row, column=2).value = None


def names_without_ids(book: Workbook) -> None:
    """Take the ids off the sheets of facts: only the names of the fields are left."""
    for sheet, _ in sheets(book, Layout.FACTS):
        for row in range(5, last_row(sheet) + 1):
            sheet.cell(row=row, column=1).value = None


def headings_without_marks(book: Workbook) -> None:
    """Write headings, names of fields and of sheets in capitals without marks."""
    for cell, _ in list(headings(book)):
        cell.value = unmarked(str(cell.value)).upper()
    names_without_ids(book)
    for sheet, _ in list(sheets(book, Layout.FACTS)):
        for row in range(5, last_row(sheet) + 1):
            label = sheet.cell(row=row, column=2)
            label.value = unmarked(str(label.value or "")).upper() or None
    for sheet in book.worksheets:
        sheet.title = unmarked(sheet.title).upper()


def english_headings(book: Workbook) -> None:
    """Write headings in English on sheets that are otherwise Vietnamese."""
    dictionary = the_dictionary()
    for cell, about in list(headings(book)):
        cell.value = heading(about, dictionary, "en") if about.sheet else about.label.en
    for sheet, spec in list(sheets(book, Layout.FACTS)):
        fields = {f.id: f for f in spec.fields}
        for row in range(5, last_row(sheet) + 1):
            about = fields.get(sheet.cell(row=row, column=1).value)
            sheet.cell(row=row, column=2).value = about.label.en if about else None


def headings_over_lines(book: Workbook) -> None:
    """Break every heading over several lines."""
    for cell, _ in list(headings(book)):
        cell.value = str(cell.value).replace(" ", "\n", 2)
