"""Rows that stand above the headings are told, and close no list."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from workbook_helper import codes, read, rows

from eipcheck.workbook.content import Content, DeclarationRow

SHEET = "Doanh nghiệp"
CLOSED = Content(
    rows=rows("enterprises", {"tax_code": "0301234567", "enterprise_name": "An"}).rows,
    declarations=(DeclarationRow(id="enterprises_complete", complete=True),),
)


def test_a_code_above_the_headings_is_a_row_that_is_not_read(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[SHEET].insert_rows(6)
        book[SHEET]["A6"], book[SHEET]["B6"] = "0307654321", "Bình"

    record = read(tmp_path, CLOSED, edit)
    assert codes(record) == ["W228"]
    assert [d.complete for d in record.tables["enterprises"].declarations] == [None]


def test_a_letterhead_is_none(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book[SHEET].insert_rows(1, 2)
        book[SHEET]["A1"], book[SHEET]["D1"] = "BAN QUẢN LÝ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

    record = read(tmp_path, CLOSED, edit)
    assert codes(record) == []
    assert [d.complete for d in record.tables["enterprises"].declarations] == [True]
