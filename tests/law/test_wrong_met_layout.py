"""Layouts that once gave a wrong "met": what stands against it must not get lost in them.

Each case is a fault, which alone keeps a criterion from being met, and a layout in which people
write it down. The sample park itself meets the criterion, so that a lost fault shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sample_edits import Edit, both, cells, copied, verdicts

from eipcheck.model.criterion import Verdict
from eipcheck.model.problem import InputError

BREACHES, REGISTER, LAND, PARK = "Vi phạm", "Doanh nghiệp", "Đất", "KCN"
SERVICES, LINKS = "Dịch vụ", "Cộng sinh"
DEVELOPER, ENTERPRISES, AWARE = "developer-compliance", "enterprise-compliance", "recp-awareness"
SHARED, BASIC, SYMBIOSIS = "shared-land", "basic-services", "symbiosis-links"
FACILITIES = "worker-facilities"


def merged(sheet: str, *ranges: str) -> Edit:
    return both(*(lambda book, r=r: book[sheet].merge_cells(r) for r in ranges))


def line(sheet: str, row: int, **values: Any) -> Edit:
    """Insert a line; the letters are its columns."""

    def edit(book: Workbook) -> None:
        book[sheet].insert_rows(row)
        for column, value in values.items():
            book[sheet][f"{column}{row}"] = value

    return edit


def without(sheet: str, row: int, count: int = 1) -> Edit:
    return lambda book: book[sheet].delete_rows(row, count)


def renamed(sheet: str, name: str) -> Edit:
    return lambda book: setattr(book[sheet], "title", name)


def hidden(sheet: str) -> Edit:
    return lambda book: setattr(book[sheet], "sheet_state", "hidden")


def day(year: int, month: int = 1, of: int = 1) -> datetime:
    return datetime(year, month, of)  # noqa: DTZ001 - spreadsheets know no zones


def table(sheet: str, row: int, *lines: tuple[Any, ...]) -> Edit:
    """Write lines from a row on."""

    def edit(book: Workbook) -> None:
        for down, values in enumerate(lines):
            for column, value in enumerate(values, start=1):
                book[sheet].cell(row + down, column, value)

    return edit


def inserted(lines: Mapping[int, Mapping[str, Any]], *merges: str) -> Edit:
    """Insert lines into the register, from the top down."""
    return both(
        *(line(REGISTER, row, **values) for row, values in lines.items()),
        *(merged(REGISTER, m) for m in merges),
    )


# the developer's breach is open; what is said of it, alone on the sheet or with two others
OPEN = cells(BREACHES, H16=None)
ALONE = both(without(BREACHES, 17, 2), OPEN)
NONE_LEFT = without(BREACHES, 16, 3)
SENTENCE = "Nhà đầu tư hạ tầng bị xử phạt theo QĐ 15/2020, chưa khắc phục"
TO_SIGN = "Quyết định ngày 12 tháng 5 năm 2020 xử phạt nhà đầu tư hạ tầng, chưa khắc phục"
HEADINGS = (
    "Bên vi phạm",
    "Doanh nghiệp (mã số thuế hoặc tên)",
    "Lĩnh vực pháp luật",
    "Số quyết định",
    "Ngày quyết định",
    "Vi phạm nghiêm trọng",
    "Hành vi",
    "Ngày khắc phục xong",
    "Minh chứng khắc phục",
    "Ghi chú",
)
REMEDIED = (
    *("Doanh nghiệp", "0000000046", "Lao động", "QĐ-9", day(2020, 2), "Không", "x"),
    *(day(2020, 4), "TL-14"),
)
OTHER_ORDER = (
    (
        *("Bên vi phạm", "Hành vi", "Lĩnh vực pháp luật", "Số quyết định", "Ngày khắc phục xong"),
        *("Vi phạm nghiêm trọng", "Ghi chú", "Ngày quyết định"),
    ),
    (
        *("Nhà đầu tư hạ tầng", "Nợ BHXH", "Lao động", "QĐ-5", None, "Không", "chưa khắc phục"),
        day(2020, 3),
    ),
)
BREACH_CASES: dict[str, Edit] = {
    # layers: rows of data taken for headings
    **{
        f"box merged beside headings and rows {box}": both(OPEN, merged(BREACHES, box))
        for box in ("P15:P18", "P14:P18", "O15:O19", "P15:P17")
    },
    "heading merged down into the only row": both(ALONE, merged(BREACHES, "J15:J16")),
    "heading merged across two columns of remarks": both(
        ALONE,
        cells(BREACHES, J16="Chưa khắc phục", O16="Đã nhắc nhở"),
        merged(BREACHES, "J15:O15"),
    ),
    # headings: rows above the fullest row of headings
    "row above the headings": cells(
        BREACHES, A14="Nhà đầu tư hạ tầng", C14="Lao động", D14="QĐ-5", E14=day(2020, 3)
    ),
    "second table with one more heading": both(
        OPEN, cells(BREACHES, J15="Chú thích"), table(BREACHES, 24, HEADINGS, REMEDIED)
    ),
    "second table in another order": both(NONE_LEFT, table(BREACHES, 17, *OTHER_ORDER)),
    # lines: left out though they speak of a breach
    "sentence merged over the list": both(
        line(BREACHES, 16, A=SENTENCE), merged(BREACHES, "A16:J16")
    ),
    "sentence with a Roman number": line(BREACHES, 16, A=f"I. {SENTENCE}"),
    "sentence with a day": cells(BREACHES, A20=TO_SIGN),
    "conduct with a day": cells(BREACHES, G20=TO_SIGN),
    "row below a signature": cells(
        BREACHES, A20="Người lập biểu", A22="Nhà đầu tư hạ tầng", C22="Lao động", D22="QĐ-5"
    ),
    "remark about a breach": cells(BREACHES, A19=f"Ghi chú: {SENTENCE}"),
    "remark about the list": cells(BREACHES, A19="Lưu ý: danh sách chưa gồm các vi phạm năm 2020"),
    "row under an unknown heading": cells(BREACHES, O15="Nội dung khác", O19=SENTENCE),
    "row under no heading": cells(BREACHES, O19=SENTENCE),
    "further list of another name": copied(BREACHES, "Xử phạt 2020", H16=None),
    "hidden list beside a visible one": both(
        hidden(BREACHES), copied(BREACHES, "Danh sách xử phạt", H16=None)
    ),
    "empty list beside a full one": both(copied(BREACHES, "Xử phạt", H16=None), NONE_LEFT),
    **{
        f"list known by its headings named {name}": renamed(BREACHES, name)
        for name in ("Xử phạt 2017", "Kế hoạch 2025", "Vi phạm cũ")
    },
    "hidden list known by its headings": both(renamed(BREACHES, "old"), hidden("old")),
    # the statement that the list is complete
    "planned statement": both(line(BREACHES, 3, B="Dự kiến"), merged(BREACHES, "B3:D3")),
    "planned statement in brackets": cells(BREACHES, B3="Có / Không (dự kiến)"),
    "statement said twice": cells(BREACHES, G3="Có / Không", G4="Không"),
    **{
        f"remedy under {group}": both(line(BREACHES, 15, H=group), merged(BREACHES, "H15:I15"))
        for group in (
            "Thời hạn",
            "Hạn khắc phục",
            "Đến năm 2025",
            "Dự thảo",
            "Forecast",
            "Deadline",
        )
    },
    "remedy under a group not merged": cells(BREACHES, H14="Dự kiến"),
    **{
        f"remedy with {bracket}": cells(BREACHES, H15=f"Ngày khắc phục xong {bracket}")
        for bracket in ("(dự kiến)", "(kế hoạch)", "(planned)")
    },
}

# nothing typed says how many enterprises there are
UNCOUNTED = cells(PARK, D25=None, D26=None, D27=None, D28=None, D29=None)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SILENT = {10 + 2 * k: f"Công ty TNHH Chưa Báo Cáo {chr(65 + k)}" for k in range(12)}
BELOW = {f"B{130 + k}": f"Công ty TNHH bổ sung {k}" for k in range(7)}
FEWER = cells(REGISTER, {f"J{r}": "Không" for r in (115, 116, *range(117, 122))})
UNDER_UNKNOWN = {f"B{128 + k}": f"Công ty chưa báo cáo {k}" for k in range(12)}
NOBODY = ("Doanh nghiệp", "Đang hoạt động", "Có", "Có", "Đã tập huấn")
NOT_AWARE = cells(
    REGISTER,
    {f"J{r}": "Không" for r in range(110, 122)} | {f"K{r}": None for r in range(110, 122)},
)
AWARE_CASES: dict[str, Edit] = {
    "silent enterprises merged over the list": inserted(
        {row: {"A": name} for row, name in SILENT.items()}, *(f"A{row}:H{row}" for row in SILENT)
    ),
    "silent enterprises with Roman numbers": inserted(
        {row: {"A": n, "B": name} for n, (row, name) in zip(ROMAN, SILENT.items(), strict=True)}
    ),
    "silent enterprises named I-Tech and so on": inserted(
        {row: {"B": f"{n}-Tech Việt Nam"} for n, row in zip(ROMAN, SILENT, strict=True)}
    ),
    "silent enterprises named like totals": cells(
        REGISTER,
        {f"B{128 + k}": f"Công Nghiệp {k}" for k in range(12)}
        | {f"I{128 + k}": 100 for k in range(12)},
    ),
    "enterprises below a signature": both(FEWER, cells(REGISTER, {"B129": "Người lập"} | BELOW)),
    "enterprises below a day": both(
        FEWER, cells(REGISTER, {"B129": "Ngày 31 tháng 10 năm 2020"} | BELOW)
    ),
    "enterprises under an unknown heading": cells(REGISTER, {"B6": "Đơn vị"} | UNDER_UNKNOWN),
    "answers of nobody": both(
        NOT_AWARE,
        cells(
            REGISTER,
            {f"{c}{r}": v for r in range(128, 300) for c, v in zip("CFHJK", NOBODY, strict=True)},
        ),
    ),
    "remark that the list lacks enterprises": cells(
        REGISTER, A128="Ghi chú: danh sách chưa gồm 30 doanh nghiệp"
    ),
    "further list of another name": copied(REGISTER, "DN bổ sung 2020", A7="0000000777"),
    "list known by its headings named for a plan": renamed(REGISTER, "DN dự kiến 2025"),
    "list with the title of a plan": cells(REGISTER, A5="DANH SÁCH DỰ KIẾN NĂM 2025"),
    **{
        f"answers under {group}": both(line(REGISTER, 6, J=group), merged(REGISTER, "J6:L6"))
        for group in (
            *("Đến năm 2025", "Giai đoạn 2021-2025", "Định hướng", "Dự thảo", "Dự báo"),
            *("Phương án", "Tiềm năng", "Đăng ký", "Ước thực hiện", "Cùng kỳ", "Năm 2018"),
            *("Last year", "Prior year", "Previous period", "Forecast", "Projected", "Draft"),
        )
    },
    "answers under a group not merged": cells(REGISTER, J5="Dự kiến"),
    "answers over a second row of headings": line(REGISTER, 7, J="Dự kiến"),
    "answers with a bracket": cells(REGISTER, J6="Có nhận thức về RECP (dự kiến 2025)"),
}

NO_PARTS = cells(
    LAND, {f"D{row}": None for row in (6, 8, 9, 10, 11, 12, 13, 14, 15, 16)}, E10=2019, E11=2019
)
NO_HOUSING = cells(PARK, D47=None, E47=None)


def as_built_only(book: Workbook) -> None:
    """Leave only the land as built, without ids, its labels in other brackets."""
    sheet = book[LAND]
    for row in range(5, 17):
        for column in "ABCDEFGHI":
            sheet[f"{column}{row}"] = None
    for row in range(17, 28):
        label = str(sheet[f"B{row}"].value).replace("(hiện trạng)", "(hiện trạng 2020)")
        sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"I{row}"] = None, label, "TL-06"


PLANNED = ("Kế hoạch", "Dự kiến 2025")
OTHER_CASES: dict[str, tuple[str, Edit]] = {
    "breaches of enterprises in a box": (
        ENTERPRISES,
        both(cells("Xem xét", A5=None, B5=None), merged(BREACHES, "P15:P18")),
    ),
    # one figure for four kinds of land together, 35 of 360 ha, is not that of each
    "joint figure merged down": (
        SHARED,
        both(without(LAND, 10), NO_PARTS, cells(LAND, D7=35), merged(LAND, "D7:D10")),
    ),
    "as built under the labels of the plan": (SHARED, as_built_only),
    **{
        f"value {bracket}": (FACILITIES, cells(PARK, D4=f"Giá trị {bracket}"))
        for bracket in ("(kế hoạch)", "(dự kiến 2025)", "(planned)")
    },
    **{
        f"label {planned}": (
            FACILITIES,
            cells(PARK, B47=f"Giải pháp nhà ở cho người lao động ({planned})"),
        )
        for planned in PLANNED
    },
    **{f"value below {p}": (FACILITIES, cells(PARK, D3=p)) for p in PLANNED},
    **{f"value above {p}": (FACILITIES, line(PARK, 5, D=p)) for p in PLANNED},
    **{
        f"value under {group}": (FACILITIES, both(line(PARK, 4, D=group), merged(PARK, "D4:E4")))
        for group in ("Đến năm 2025", "Năm 2025", "Định hướng", "Draft", "Phương án 2")
    },
    "second block of plans": (
        FACILITIES,
        both(
            NO_HOUSING,
            table(
                PARK,
                58,
                ("Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2025"),
                ("housing", "Giải pháp nhà ở cho người lao động", None, "Đang sử dụng"),
            ),
        ),
    ),
    "service with a bracket": (BASIC, cells(SERVICES, B6="Tình trạng (dự kiến)")),
    "services under a later year": (
        BASIC,
        both(line(SERVICES, 6, B="Năm 2025"), merged(SERVICES, "B6:C6")),
    ),
    "links that are possible": (
        SYMBIOSIS,
        both(cells(PARK, D37=None), line(LINKS, 6, O="Tiềm năng"), merged(LINKS, "O6:Q6")),
    ),
}
CASES = {
    **{f"{DEVELOPER}: {name}": (DEVELOPER, edit) for name, edit in BREACH_CASES.items()},
    **{f"{AWARE}: {n}": (AWARE, both(UNCOUNTED, edit)) for n, edit in AWARE_CASES.items()},
    **{f"{criterion}: {name}": (criterion, e) for name, (criterion, e) in OTHER_CASES.items()},
}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_against_it_is_not_lost(name: str, tmp_path: Path) -> None:
    criterion, edit = CASES[name]
    try:
        found = verdicts(edit, tmp_path, criterion)
    except InputError:
        return  # to stop and ask is no wrong "met"
    assert Verdict.MET not in found


@pytest.mark.parametrize(
    ("edit", "criterion"),
    [
        (both(), DEVELOPER),
        (without(BREACHES, 17, 2), DEVELOPER),
        (NONE_LEFT, DEVELOPER),
        (UNCOUNTED, AWARE),
        (both(), ENTERPRISES),
        (both(), FACILITIES),
        (both(), BASIC),
        (cells(PARK, D37=None), SYMBIOSIS),
    ],
)
def test_the_park_meets_it_without_the_fault(edit: Edit, criterion: str, tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    assert Verdict.MET in verdicts(edit, tmp_path, criterion)


@pytest.mark.parametrize(
    ("edit", "criterion"),
    [
        (OPEN, DEVELOPER),
        (ALONE, DEVELOPER),
        (line(BREACHES, 16, A=SENTENCE), DEVELOPER),
        (both(NONE_LEFT, cells(BREACHES, A16=SENTENCE)), DEVELOPER),
        (both(UNCOUNTED, NOT_AWARE), AWARE),
        (both(UNCOUNTED, inserted({r: {"B": n} for r, n in SILENT.items()})), AWARE),
        (both(UNCOUNTED, FEWER, cells(REGISTER, BELOW)), AWARE),
        (both(UNCOUNTED, cells(REGISTER, UNDER_UNKNOWN)), AWARE),
        (cells("Xem xét", A5=None, B5=None), ENTERPRISES),
        (both(without(LAND, 10), NO_PARTS, cells(LAND, D7=35)), SHARED),
        (NO_HOUSING, FACILITIES),
        (cells(PARK, E47=2025), FACILITIES),
    ],
)
def test_the_faults_are_seen_in_a_plain_layout(edit: Edit, criterion: str, tmp_path: Path) -> None:
    """The layouts above say no more and no less than these."""
    assert Verdict.MET not in verdicts(edit, tmp_path, criterion)
