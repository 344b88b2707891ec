"""Writes a list sheet: its "this list is complete" lines, headings, and one row per thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eipcheck.model.dictionary import DataDictionary, Field, FieldType, Sheet
from eipcheck.model.record import Value
from eipcheck.model.text import Language
from eipcheck.workbook.content import DeclarationRow, ListRow
from eipcheck.workbook.form_choices import Choices
from eipcheck.workbook.form_style import (
    ANSWER_FILL,
    BOX,
    STRONG,
    WRAPPED,
    annotate,
    cell_content,
    number_format,
    prepare_page,
    put,
    put_headings,
    put_title,
)
from eipcheck.workbook.form_words import asked_of, explanation, found_in, heading
from eipcheck.workbook.layout import REGISTER_NAME, declaration_columns

_DECLARATION_ROW = 3
_LAST_DROP_DOWN_ROW = 5000
_FIRST_WIDTH = 34
_WIDTHS = {
    FieldType.TEXT: 24,
    FieldType.YES_NO: 15,
    FieldType.CHOICE: 24,
    FieldType.INTEGER: 14,
    FieldType.NUMBER: 15,
    FieldType.DATE: 15,
    FieldType.YEAR: 12,
    FieldType.ENTERPRISE: 30,
    FieldType.DOCUMENTS: 20,
}


class ListSheet:
    """One list sheet of a form."""

    def __init__(
        self, sheet: Worksheet, spec: Sheet, dictionary: DataDictionary, choices: Choices
    ) -> None:
        """Take the empty sheet and what it is to hold."""
        self._sheet = sheet
        self._spec = spec
        self._dictionary = dictionary
        self._choices = choices

    def write(
        self,
        language: Language,
        rows: Sequence[ListRow],
        declared: Mapping[str, DeclarationRow],
    ) -> None:
        """Write everything; ``declared`` holds the declarations by their id."""
        sheet, spec = self._sheet, self._spec
        put_title(sheet, spec.label.in_(language), spec.note.in_(language))
        for column, field in enumerate(spec.fields, start=1):
            dimension = sheet.column_dimensions[get_column_letter(column)]
            dimension.width = self._width(column, field)
            dimension.number_format = number_format(field)
            dimension.alignment = WRAPPED
        header = self._declarations(language, declared)
        names = [heading(f, self._dictionary, language) for f in spec.fields]
        put_headings(sheet, header, names)
        for column, field in enumerate(spec.fields, start=1):
            head = put(sheet, header, column, names[column - 1])
            annotate(head, explanation(field, self._dictionary, language))
            letter = get_column_letter(column)
            cells = f"{letter}{header + 1}:{letter}{_LAST_DROP_DOWN_ROW}"
            self._choices.attach(sheet, field, cells)
        put_headings(sheet, header, names)
        for row, answers in enumerate(self._rows(rows), start=header + 1):
            self._row(row, answers, language)
        frozen = 3 if len(spec.fields) > 1 and spec.fields[1].id == REGISTER_NAME else 2
        prepare_page(sheet, header, f"{get_column_letter(frozen)}{header + 1}")

    def _width(self, column: int, field: Field) -> int:
        if column == 1 and self._spec.declarations:
            return _FIRST_WIDTH
        return 36 if field.id == REGISTER_NAME else _WIDTHS[field.type]

    def _declarations(self, language: Language, declared: Mapping[str, DeclarationRow]) -> int:
        """Write the declarations; give the row for the headings of the list."""
        sheet, spec = self._sheet, self._spec
        if not spec.declarations:
            return _DECLARATION_ROW + 1
        columns = declaration_columns(spec)
        names = [c.label.in_(language) for c in columns]
        put_headings(sheet, _DECLARATION_ROW, names, main=False)
        row = _DECLARATION_ROW
        for declaration in spec.declarations:
            row += 1
            said = declared.get(declaration.id, DeclarationRow(id=declaration.id))
            label = declaration.label.in_(language)
            values: tuple[Value | None, ...] = (
                label,
                said.complete,
                *((said.start,) if spec.covers else ()),
                said.end,
                said.declared_by or None,
                said.documents or None,
            )
            for column, (about, value) in enumerate(zip(columns, values, strict=True), start=1):
                cell = put(sheet, row, column, cell_content(about, value, language))
                cell.border, cell.alignment = BOX, WRAPPED
                cell.number_format = number_format(about, value)
                if column == 1:
                    cell.font = STRONG
                    found = found_in(declaration.found_in, language)
                    whom = asked_of(declaration.asked_of, self._dictionary, language)
                    annotate(cell, "\n".join(filter(None, (found, whom))))
                else:
                    cell.fill = ANSWER_FILL
            sheet.row_dimensions[row].height = 15.0 * (1 + len(label) // 30) + 4
        tick = get_column_letter(2)
        self._choices.attach(sheet, columns[1], f"{tick}{_DECLARATION_ROW + 1}:{tick}{row}")
        return row + 2

    def _rows(self, rows: Sequence[ListRow]) -> Iterable[ListRow]:
        """Put the rows that the form prints in advance first, with their answers if given."""
        key = self._spec.key or ""
        left = list(rows)
        for printed in self._spec.rows:
            given = next((r for r in left if r.get(key) == printed), None)
            if given is not None:
                left.remove(given)
            yield given or {key: printed}
        yield from left

    def _row(self, row: int, answers: ListRow, language: Language) -> None:
        for column, field in enumerate(self._spec.fields, start=1):
            value = answers.get(field.id)
            if value is not None:
                cell = put(self._sheet, row, column, cell_content(field, value, language))
                cell.alignment = WRAPPED
                cell.number_format = number_format(field, value)
