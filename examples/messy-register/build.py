#!/usr/bin/env python3
"""Writes ``so-lieu-gui-ban-quan-ly.xlsx``: the figures of a made-up park as parks send them.

Everything in it is invented. It has what real registers have: a letterhead, headings of two levels,
a row of column numbers, titles of groups, a total that does not agree, signatures, a hidden row,
units in cells, numbers as text, years side by side, a lost zero, a name in TCVN3. Run it after a
change: ``python examples/messy-register/build.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import eipcheck  # noqa: F401 - before openpyxl, whose parser it chooses

# isort: split
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).resolve().parent
FILE = HERE / "so-lieu-gui-ban-quan-ly.xlsx"
WHEN = datetime(2020, 11, 20, tzinfo=UTC)

FIGURES: tuple[tuple[Any, ...], ...] = (
    ("CÔNG TY HẠ TẦNG KCN MẪU", None, None, None, None),
    ("Số: 12/BC-HT", None, None, None, None),
    (None, None, None, None, None),
    ("SỐ LIỆU CHUNG", None, None, None, None),
    ("Chỉ tiêu", "Đơn vị tính", 2018, 2019, "Nguồn"),
    ("Tên khu công nghiệp", None, None, "KCN Mẫu", None),
    ("Ngày đánh giá", None, None, "20/11/2020", None),
    ("Diện tích KCN theo công bố", "ha", "289,35 ha", "289,35 ha", "Quyết định thành lập"),
    ("Đất công nghiệp có thể cho thuê", "m2", "2.051.000", "2.051.000", "Báo cáo Ban quản lý"),
    ("Tỷ lệ lắp đầy", "%", "57,57%", 0.61, "Báo cáo Ban quản lý"),
    ("Số lao động trong KCN", "người", "10.250", "1.234 người", "Báo cáo Ban quản lý"),
    ("Tổng số doanh nghiệp đang hoạt động", "doanh nghiệp", 4, 4, "Báo cáo Ban quản lý"),
    ("Công suất trạm xử lý nước thải tập trung", "m3/ngày đêm", None, "10.000 m³/giờ", None),
    ("Điện tiết kiệm", "MWh", None, "1.250,5", None),
)

REGISTER: tuple[tuple[Any, ...], ...] = (
    ("DANH SÁCH DOANH NGHIỆP", *[None] * 6),
    (None, *[None] * 6),
    ("STT", "Thông tin chung", None, None, "Sản xuất sạch hơn", None, "Ghi chú"),
    (
        None,
        "Tên DN",
        "MST",
        "Số lao động",
        "Có nhận thức về RECP",
        "Có áp dụng giải pháp RECP",
        None,
    ),
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
    ("I", "Doanh nghiệp FDI", *[None] * 5),
    (1, "Công ty TNHH Hòa Phát", "0301234567", 120, "x", "có", None),
    (2, "CÔNG TY AN BÌNH", 302345678, "1.250", "x", "không", None),
    ("II", "Doanh nghiệp trong nước", *[None] * 5),
    (3, "C«ng ty Ph¸t TriÓn", "0303456789", 85, "chưa có số liệu", None, None),
    (4, "Công ty Sông Xanh", "0304567890", 40, "x", "-", "tạm ẩn khi in"),
    ("Tổng cộng", None, None, 1600, None, None, None),
    (None, *[None] * 6),
    (None, None, None, None, "Cần Thơ, ngày 5 tháng 11 năm 2020", None, None),
    (None, "Người lập biểu", None, None, "Giám đốc", None, None),
)


def build() -> Mapping[Path, bytes]:
    """Give the workbook."""
    book = Workbook()
    figures, register = book.worksheets[0], book.create_sheet("DS DN 2020")
    figures.title = "KCN"
    _fill(figures, FIGURES, headings=(5,), widths={"A": 40})
    _fill(register, REGISTER, headings=(3, 4, 5), widths={"A": 10, "B": 32})
    figures["D10"].number_format = "0%"
    register["A1"].font = Font(bold=True)
    for cells in ("A1:G1", "A3:A4", "B3:D3", "E3:F3", "G3:G4", "E14:G14"):
        register.merge_cells(cells)
    register["B10"].font = Font(name=".VnTime")
    register.row_dimensions[4].height = 32
    register.row_dimensions[11].hidden = True
    return {FILE: _packed(book)}


def _fill(
    sheet: Worksheet,
    rows: Sequence[Sequence[Any]],
    *,
    headings: Sequence[int],
    widths: Mapping[str, int],
) -> None:
    thin = Side(style="thin", color="808080")
    last = len(rows) - 3
    for number, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(number, column, value)
            if min(headings) <= number <= last:
                cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
            if number in headings:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for column in range(1, len(rows[0]) + 1):
        letter = sheet.cell(headings[0], column).column_letter
        sheet.column_dimensions[letter].width = widths.get(letter, 18)


def _packed(book: Workbook) -> bytes:
    """Save without the time of day, so that the same tables give the same bytes."""
    book.properties.creator = "eipcheck"
    book.properties.created = book.properties.modified = WHEN.replace(tzinfo=None)
    raw, packed = BytesIO(), BytesIO()
    book.save(raw)
    with ZipFile(raw) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, (2020, 11, 20, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _without_now(content)
            new.writestr(part, content)
    return packed.getvalue()


def _without_now(content: bytes) -> bytes:
    """Put the fixed time where the writer has put the time of saving."""
    start = content.index(b"<dcterms:modified")
    begin, end = content.index(b">", start) + 1, content.index(b"</dcterms:modified", start)
    return content[:begin] + WHEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + content[end:]


if __name__ == "__main__":
    for path, content in build().items():
        path.write_bytes(content)
