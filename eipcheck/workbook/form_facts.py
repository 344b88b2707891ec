"""Writes a facts sheet: one line per field, repeated where there are several answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Sheet
from eipcheck.model.record import Value
from eipcheck.model.text import Language
from eipcheck.workbook.content import FactRow
from eipcheck.workbook.form_choices import Choices
from eipcheck.workbook.form_style import (
    ANSWER_FILL,
    BOX,
    LEFT,
    QUIET,
    STRONG,
    TEXT_FORMAT,
    annotate,
    cell_content,
    number_format,
    prepare_page,
    put,
    put_headings,
    put_title,
)
from eipcheck.workbook.form_words import explanation, unit
from eipcheck.workbook.layout import VALUE, fact_columns

_HEADING_ROW = 4
_WIDTHS = {
    "id": 25,
    "label": 46,
    "unit": 15,
    "value": 26,
    "year": 14,
    "scope": 20,
    "source": 40,
    "quality": 15,
    "documents": 18,
    "note": 40,
}


class FactsSheet:
    """One facts sheet of a form."""

    def __init__(
        self, sheet: Worksheet, spec: Sheet, dictionary: DataDictionary, choices: Choices
    ) -> None:
        """Take the empty sheet and what it is to hold."""
        self._sheet = sheet
        self._spec = spec
        self._dictionary = dictionary
        self._choices = choices
        self._columns = {c.id: i for i, c in enumerate(fact_columns(spec), start=1)}

    def write(self, language: Language, facts: Mapping[str, Sequence[FactRow]]) -> None:
        """Write title, headings and lines; ``facts`` holds the answers by field id."""
        sheet, spec = self._sheet, self._spec
        put_title(sheet, spec.label.in_(language), spec.note.in_(language))
        columns = fact_columns(spec)
        for column, about in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[about.id]
        put_headings(sheet, _HEADING_ROW, [c.label.in_(language) for c in columns])
        for column, about in enumerate(columns, start=1):
            annotate(self._cell(_HEADING_ROW, column), about.note.in_(language))
        row = _HEADING_ROW
        for field in spec.fields:
            for fact in facts.get(field.id) or (FactRow(field=field.id),):
                row += 1
                self._line(row, field, fact, language)
        for column, about in enumerate(columns, start=1):
            letter = get_column_letter(column)
            self._choices.attach(sheet, about, f"{letter}{_HEADING_ROW + 1}:{letter}{row + 200}")
        prepare_page(sheet, _HEADING_ROW, f"C{_HEADING_ROW + 1}")

    def _cell(self, row: int, column: int) -> Cell:
        cell = self._sheet.cell(row=row, column=column)
        assert isinstance(cell, Cell)
        return cell

    def _line(self, row: int, field: Field, fact: FactRow, language: Language) -> None:
        for about in fact_columns(self._spec):
            value = self._content(about, field, fact, language)
            cell = put(self._sheet, row, self._columns[about.id], value)
            cell.border = BOX
            cell.alignment = LEFT
            if about.id == "id":
                cell.font = QUIET
            elif about.id == "label":
                cell.font = STRONG
                annotate(cell, explanation(field, self._dictionary, language))
            elif about is VALUE:
                cell.fill = ANSWER_FILL
                cell.number_format = number_format(field, value)
                self._choices.attach(self._sheet, field, cell.coordinate)
            elif about.id == "year":
                # General: a year typed into a date format would become a day of 1905
                cell.number_format = "dd/mm/yyyy" if fact.as_of else "General"
            elif about.type in (FieldType.TEXT, FieldType.DOCUMENTS):
                cell.number_format = TEXT_FORMAT

    def _content(
        self, about: Field, field: Field, fact: FactRow, language: Language
    ) -> str | float | date | None:
        said: Mapping[str, Value | None] = {
            "id": field.id,
            "label": field.label.in_(language),
            "unit": fact.unit or unit(field, self._dictionary, language) or None,
            "year": fact.as_of or fact.year,
            "scope": fact.scope.value if fact.scope else None,
            "source": fact.source or None,
            "quality": fact.quality.value if fact.quality else None,
            "documents": fact.documents or None,
            "note": fact.note or None,
        }
        if about is VALUE:
            return cell_content(field, fact.value, language)
        return cell_content(about, said[about.id], language)
