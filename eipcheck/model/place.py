"""Where a thing stands: a cell of a workbook or a line of a text file."""

from __future__ import annotations

from msgspec import Struct


def column_letters(column: int) -> str:
    """Turn a 1-based column number into spreadsheet letters: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Cell(Struct, frozen=True, order=True):
    """A cell of the park's workbook; ``row`` and ``column`` are 1-based."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The cell within its sheet, such as ``B7``."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """The cell with its sheet, such as ``Land!B7``."""
        return f"{self.sheet}!{self.address}"


class SheetPlace(Struct, frozen=True, order=True):
    """A whole sheet, where no single cell is to blame."""

    sheet: str

    def __str__(self) -> str:
        """The name of the sheet."""
        return self.sheet


class Line(Struct, frozen=True, order=True):
    """A place in a text file; ``line`` and ``column`` are 1-based."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """The place as editors and CI systems read it: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


class FilePlace(Struct, frozen=True, order=True):
    """A whole file."""

    file: str

    def __str__(self) -> str:
        """The name of the file."""
        return self.file


Place = Cell | SheetPlace | Line | FilePlace
