"""Variations of how the same figures, dates and words are written in their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from unicodedata import combining, normalize

from metamorphic.books import answers, dates, headings, numbers, sheets, texts
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import Field, FieldType, Layout
from eipcheck.workbook.form_words import unit
from eipcheck.workbook.layout import GUIDE_TITLE
from eipcheck.workbook.numbers import exact, number_text

_WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
_NAME = "Doanh nghiệp giả định "
_ENTERPRISES = FieldType.ENTERPRISE


def plain(value: float) -> str:
    """Write a number with a point and without grouping."""
    number = exact(value)
    assert number is not None
    return number_text(number)


def english(value: float) -> str:
    """Write a number as ``1,234.5``."""
    whole, point, fraction = plain(value).partition(".")
    return f"{int(whole):,}{point}{fraction}"


def vietnamese(value: float) -> str:
    """Write a number as ``1.234,5``."""
    return english(value).translate(str.maketrans(",.", ".,"))


def text(cell: Cell, words: str) -> None:
    """Put text into a cell, also where it looks like something else."""
    cell.value = words
    cell.data_type = "s"
    cell.number_format = "@"


def as_text(write: Callable[[float], str]) -> Callable[[Workbook], None]:
    """Write every figure as text."""

    def edit(book: Workbook) -> None:
        for cell, _, value in list(numbers(book)):
            text(cell, write(value))

    return edit


def with_units(book: Workbook) -> None:
    """Write the unit of the form behind every figure that has one."""
    for cell, about, value in list(numbers(book)):
        if about.unit:
            gap = "" if about.unit in ("ha", "percent") else " "
            text(cell, f"{vietnamese(value)}{gap}{unit(about, the_dictionary(), 'vi')}")


def figures_in_spaces(book: Workbook) -> None:
    """Group the thousands by spaces that do not break."""
    for cell, _, value in list(numbers(book)):
        text(cell, english(value).replace(",", "\u00a0").replace(".", ","))


def wide_digits(book: Workbook) -> None:
    """Write figures with full-width digits."""
    for cell, _, value in list(numbers(book)):
        text(cell, plain(value).translate(_WIDE))


def square_metres(book: Workbook) -> None:
    """Give all land in square metres, and say so in the column of units."""
    for sheet, spec in sheets(book, Layout.FACTS):
        if spec.id == "land":
            for row in sheet.iter_rows(min_row=5):
                if row[3].value is not None:
                    row[3].value = float(Decimal(plain(row[3].value)) * 10_000)
                    row[2].value = "m2"


def square_metres_in_cells(book: Workbook) -> None:
    """Give all land in square metres, each figure with its unit."""
    for cell, about, value in list(numbers(book)):
        if about.sheet == "land":
            square = float(Decimal(plain(value)) * 10_000)
            text(cell, f"{vietnamese(square)} m2")


def megawatt_hours(book: Workbook) -> None:
    """Give electricity in MWh and money in billions, and say so in the heading or the row."""
    factors = {
        "recp_kwh": ("MWh/năm", "kWh/năm"),
        "recp_money": ("tỷ đồng/năm", "triệu đồng/năm"),
        "saving_electricity": ("MWh/năm", "kWh/năm"),
        "saving_money": ("tỷ đồng/năm", "triệu đồng/năm"),
    }
    for cell, about, value in list(numbers(book)):
        if about.id in factors:
            cell.value = float(Decimal(plain(value)) / 1000)
            if about.id.startswith("saving"):
                cell.offset(0, -1).value = factors[about.id][0]
    for cell, about in headings(book):
        if about.id in factors:
            new, old = factors[about.id]
            cell.value = str(cell.value).replace(old, new)


def percent_cells(book: Workbook) -> None:
    """Keep percent as a ratio in a cell that shows percent."""
    for cell, about, value in list(numbers(book)):
        if about.unit == "percent":
            cell.value = value / 100
            cell.number_format = "0.0%"


def dates_as_text(book: Workbook) -> None:
    """Write every date as dd/mm/yyyy in text."""
    for cell, day in list(dates(book)):
        text(cell, f"{day:%d/%m/%Y}")


def dates_with_points(book: Workbook) -> None:
    """Write every date as d.m.yyyy in text."""
    for cell, day in list(dates(book)):
        text(cell, f"{day.day}.{day.month}.{day.year}")


def likely_codes(book: Workbook) -> None:
    """Give enterprises tax codes with a single leading zero (a base to compare)."""
    for cell, _ in _codes(book):
        cell.value = f"0312345{str(cell.value)[-3:]}"


def tax_codes_as_numbers(book: Workbook) -> None:
    """Let those tax codes lose their leading zero."""
    likely_codes(book)
    for cell, _ in list(_codes(book)):
        cell.value = int(str(cell.value))
        cell.number_format = "0"


def _codes(book: Workbook) -> Iterator[tuple[Cell, Field]]:
    for cell, about in list(answers(book)):
        is_code = about.id in ("tax_code", "developer_tax_code") or about.type is _ENTERPRISES
        if is_code and isinstance(cell.value, str) and cell.value.isdecimal():
            yield cell, about


def choices_in_capitals(book: Workbook) -> None:
    """Write every choice, yes and no in capitals without marks."""
    kinds = (FieldType.CHOICE, FieldType.YES_NO)
    for cell, about in list(answers(book)):
        if about.type in kinds and isinstance(cell.value, str):
            cell.value = unmarked(cell.value).upper()


def unmarked(words: str) -> str:
    """Take the marks off Vietnamese letters."""
    bare = "".join(c for c in normalize("NFD", words) if not combining(c))
    return normalize("NFC", bare.translate(str.maketrans("đĐ", "dD")))


def decomposed(book: Workbook) -> None:
    """Write every text and every name of a sheet in NFD."""
    for cell in list(texts(book)):
        cell.value = normalize("NFD", cell.value)
    for sheet in book.worksheets:
        sheet.title = normalize("NFD", sheet.title)


def padded(book: Workbook) -> None:
    """Put spaces of all kinds around every text."""
    for cell in list(texts(book)):
        if cell.parent.title == GUIDE_TITLE.vi:
            continue
        cell.value = f"\u00a0{cell.value} \u200b"


def spoken_names(book: Workbook) -> None:
    """Give enterprises longer names, and name them so on the other sheets (a base to compare)."""
    _rename(book, "Công ty Hòa Phú ")


def other_case(book: Workbook) -> None:
    """Name enterprises in capitals."""
    _rename(book, "Công ty Hòa Phú ", "CÔNG TY HÒA PHÚ ")


def other_tone_place(book: Workbook) -> None:
    """Name enterprises with the tone mark on the other vowel."""
    _rename(book, "Công ty Hòa Phú ", "Công ty Hoà Phú ")


def without_marks(book: Workbook) -> None:
    """Name enterprises without marks."""
    _rename(book, "Công ty Hòa Phú ", "Cong ty Hoa Phu ")


def other_unicode_form(book: Workbook) -> None:
    """Name enterprises in NFD."""
    _rename(book, "Công ty Hòa Phú ", normalize("NFD", "Công ty Hòa Phú "))


def by_tax_code(book: Workbook) -> None:
    """Name enterprises by their tax code, with a space in it."""
    _rename(book, "Công ty Hòa Phú ", None)


def _rename(book: Workbook, name: str, spoken: str | None = "") -> None:
    """Rename the enterprises; ``spoken`` is how other sheets call them, None by their codes."""
    for cell, about in list(answers(book)):
        if about.id == "enterprise_name" and isinstance(cell.value, str):
            cell.value = cell.value.replace(_NAME, name)
        elif about.type is _ENTERPRISES and re.fullmatch("0{7}[0-9]{3}", str(cell.value)):
            code = str(cell.value)
            by_name = f"{spoken or name}{code[-3:]}"
            cell.value = f"{code[:4]} {code[4:]}" if spoken is None else by_name
