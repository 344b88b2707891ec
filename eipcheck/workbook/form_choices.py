"""The sheet of allowed words, and the drop-downs that point to it.

A drop-down cannot hold its own words: they are limited to 255 characters, and a comma ends a word.
"""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.dictionary import Field, FieldType
from eipcheck.model.text import Language, Text
from eipcheck.workbook.form_style import STRONG, put, put_title
from eipcheck.workbook.layout import CHOICES_TITLE, NO, YES

_NOTE = Text(
    "Các giá trị của ô chọn trong biểu mẫu. Không cần sửa sheet này.",
    "The words offered by the drop-downs. Nothing to fill in here.",
)
_ERROR_TITLE = Text("Giá trị ngoài danh sách", "Not in the list")
_ERROR = Text(
    "Hãy chọn một giá trị trong danh sách. Nếu chưa có số liệu, để trống ô.",
    "Please choose one of the values. If there is no answer yet, leave the cell blank.",
)
_HEADING_ROW = 4


class Choices:
    """Collects the lists of words of one form; equal lists are written once."""

    def __init__(self, language: Language) -> None:
        """Start without any list."""
        self._language = language
        self._lists: dict[tuple[str, ...], tuple[int, str]] = {}

    def attach(self, sheet: Worksheet, field: Field, cells: str) -> None:
        """Give ``cells`` the drop-down of the field, if its type has one."""
        words = self._words(field)
        if not words:
            return
        column, _ = self._lists.setdefault(
            words, (len(self._lists) + 1, field.label.in_(self._language))
        )
        letter, first = get_column_letter(column), _HEADING_ROW + 1
        title = CHOICES_TITLE.in_(self._language)
        validation = DataValidation(
            type="list",
            formula1=f"'{title}'!${letter}${first}:${letter}${first + len(words) - 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",  # words such as "no data" must remain possible
            errorTitle=_ERROR_TITLE.in_(self._language),
            error=_ERROR.in_(self._language),
        )
        validation.add(cells)
        sheet.add_data_validation(validation)

    def _words(self, field: Field) -> tuple[str, ...]:
        if field.type is FieldType.YES_NO:
            return (YES.in_(self._language), NO.in_(self._language))
        return tuple(c.label.in_(self._language) for c in field.choices)

    def write(self, book: Workbook) -> None:
        """Add the sheet with all lists as the last one."""
        sheet = book.create_sheet(CHOICES_TITLE.in_(self._language))
        put_title(sheet, CHOICES_TITLE.in_(self._language), _NOTE.in_(self._language))
        for words, (column, heading) in self._lists.items():
            put(sheet, _HEADING_ROW, column, heading).font = STRONG
            width = max(len(w) for w in (*words, heading))
            sheet.column_dimensions[get_column_letter(column)].width = min(width + 3, 50)
            for row, word in enumerate(words, start=_HEADING_ROW + 1):
                put(sheet, row, column, word)
