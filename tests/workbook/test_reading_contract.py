"""Whoever reads the cells, the record is the same: calamine where it is sound, openpyxl elsewhere.

Each workbook is read twice, as always and by openpyxl alone. What is compared is written out, so
that a whole number and a fraction, a blank and an empty text, are not the same.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from raw_workbook import DOUBTFUL, KEEP, PLAIN, made, number, row
from workbook_helper import rows, saved, the_dictionary
from zoo.description import Description, all_descriptions
from zoo.make import write

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import InputError
from eipcheck.workbook import book as module
from eipcheck.workbook.admission import examine
from eipcheck.workbook.book import Book
from eipcheck.workbook.content import Content
from eipcheck.workbook.fill import filled_book
from eipcheck.workbook.openpyxl_cells import ERRORS
from eipcheck.workbook.plain import PlainSheets, plain_sheets
from eipcheck.workbook.plain_styles import KNOWN, read_styles
from eipcheck.workbook.read import look_at_workbook
from eipcheck.workbook.safety import reading

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").rglob("*.xlsx"))
PAGES = {page.name: page for page in all_descriptions()}

CODES = (
    *(code for number, code in BUILTIN_FORMATS.items() if number not in KNOWN),
    "yyyy", "d", "mm:ss", "[$-409]d-mmm-yy;@", "[$-F800]dddd, mmmm dd, yyyy", "[h]", "[mm]:ss",
    '"ngày "dd/mm/yyyy', '0" d"', '0" m"', "0\\ m", "0\\d", "_d0", "[Red]0", "[>5]0;0", '0" m";d',
    "d\\.m\\.yyyy", "#,##0\\ [$₫-42A]", "0.0E+0", "?/?", "b1yyyy", "[Blue]General", '0"a;d"',
)  # fmt: skip
"""Formats that a file may hold."""


def by_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no sheet be plain."""
    monkeypatch.setattr(module, "plain_sheets", lambda *_: PlainSheets())


def record_of(path: Path) -> str:
    """Write out all that a workbook says, or what is wrong with it."""
    try:
        return repr(look_at_workbook(path, the_dictionary()))
    except InputError as error:
        return repr(error.problems)


def grids_of(data: bytes) -> list[str]:
    """Write out the cells of every sheet, with and without formats, or what is wrong."""
    place = FilePlace("park.xlsx")
    try:
        book = Book(data, examine(data, place), place)
        shown = [repr(book.epoch_1904)]
        for name in book.names:
            for formats in (False, True):
                grid = book.grid(name, formats=formats)
                sets = [sorted(s) for s in (grid.percent, grid.covered, grid.probe.computed)]
                hidden = [sorted(s) for s in (grid.probe.hidden_rows, grid.probe.hidden_columns)]
                odd = grid.probe.merged, sorted(grid.probe.uncomputed), dict(grid.fonts)
                shown.append(repr((name, formats, grid.rows, sets, hidden, odd)))
    except InputError as error:
        return [repr(error.problems)]
    return shown


def plain_names(data: bytes) -> set[str]:
    """Give the sheets that calamine may read; none of a workbook that is refused at the door."""
    try:
        package = examine(data, FilePlace("park.xlsx"))
        with ZipFile(BytesIO(data)) as archive:
            return set(plain_sheets(archive, package).sheets)
    except InputError:
        return set()


def check_alike(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a workbook both ways."""
    usual = grids_of(data)
    with monkeypatch.context() as patch:
        by_openpyxl(patch)
        assert usual == grids_of(data)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_example_says_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    is_plain = len(plain_names(data)) == len(examine(data, FilePlace(path.name)).sheets)
    assert is_plain is (path.parent.name != "messy-register")  # which has an old font
    check_alike(data, monkeypatch)
    usual = record_of(path)
    by_openpyxl(monkeypatch)
    assert usual == record_of(path)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_file_of_the_zoo_says_the_same(
    page: Description, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(page, tmp_path)
    usual = record_of(path)
    by_openpyxl(monkeypatch)
    assert usual == record_of(path)


@pytest.mark.parametrize("cells", PLAIN.values(), ids=PLAIN)
def test_plain_rows_are_read_fast_and_alike(cells: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(cells)
    assert plain_names(data) == {"S"}
    assert all("problem" not in shown.lower() for shown in grids_of(data))
    check_alike(data, monkeypatch)


@pytest.mark.parametrize("cells", DOUBTFUL.values(), ids=DOUBTFUL)
def test_doubtful_rows_are_left_to_openpyxl(cells: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(cells)
    assert not plain_names(data)
    check_alike(data, monkeypatch)


STRINGS = {
    "texts": ("<si><t>a</t></si><si><t>0301234567</t></si>", True),
    "signs": ("<si><t>a &amp; b</t></si><si><t>&lt;</t></si>", True),
    "kept spaces": (f"<si><t{KEEP}> a </t></si><si><t{KEEP}>\n</t></si>", True),
    "spaces not kept": ("<si><t> a </t></si><si><t>b</t></si>", False),
    "empty": ("<si><t></t></si><si><t/></si>", False),
    "rich text": ("<si><r><t>a</t></r><r><t>b</t></r></si><si><t>c</t></si>", False),
    "spelt letters": ("<si><t>a_x000D_b</t></si><si><t>x005F_</t></si>", False),
    "reading aid": ("<si><t>a</t><rPh><t>b</t></rPh></si><si><t>c</t></si>", False),
    "too few": ("<si><t>a</t></si>", True),
}


@pytest.mark.parametrize(("strings", "plain"), STRINGS.values(), ids=STRINGS)
def test_shared_texts_are_read_alike(
    strings: str, *, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made(row(' t="s"><v>0</v></c>', ' s="2" t="s"><v>1</v></c>', number("5")), strings)
    assert bool(plain_names(data)) is plain
    check_alike(data, monkeypatch)


AROUND = {
    "hidden and merged": (
        ('<cols><col min="2" max="3" hidden="1"/></cols>', ""),
        True,
    ),
    "merged": (("", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'), True),
    "damaged before": (("<cols>", ""), False),
    "damaged behind": (("", "<cols>"), False),
    "comment": (("", "<!-- a -->"), False),
    "rows twice": (("", "<sheetData/>"), False),
    "rows elsewhere": (("", '<extLst><row r="5"><c r="A5"><v>7</v></c></row></extLst>'), False),
}


@pytest.mark.parametrize(("around", "plain"), AROUND.values(), ids=AROUND)
def test_what_stands_around_the_rows_is_told_alike(
    around: tuple[str, str], *, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = row(number("1"), number("2")) + row(number("3"), number("4"), number=2)
    data = made(cells, around=around)
    assert bool(plain_names(data)) is plain
    check_alike(data, monkeypatch)


@pytest.mark.parametrize(
    ("book", "plain"),
    [
        ('<workbookPr date1904="1"/>', False),
        ('<workbookPr date1904="true"/>', False),
        ('<workbookPr date1904="false"/>', True),
    ],
)
def test_days_counted_from_1904_are_left_to_openpyxl(
    book: str, *, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made(row(number("45000", 1)), book=book)
    assert bool(plain_names(data)) is plain
    check_alike(data, monkeypatch)


def test_one_doubtful_sheet_leaves_the_others_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    book = filled_book(the_dictionary(), "vi", Content())
    first, second, *_ = book.sheetnames
    book[second]["C5"] = "=1+1"
    data = packed(book)
    assert plain_names(data) == set(book.sheetnames) - {second}
    assert first in plain_names(data)
    check_alike(data, monkeypatch)


def packed(book: Workbook) -> bytes:
    """Give the bytes of a workbook."""
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _nasty(book: Workbook) -> None:
    sheet = book["Doanh nghiệp"]
    sheet["B9"], sheet["B10"] = "#N/A", "=1/0"
    sheet["C9"].number_format = "0%"
    sheet.row_dimensions[9].hidden = True
    sheet.merge_cells("D8:D9")


def _put(book: Workbook, cell: str, value: str | CellRichText) -> None:
    book["KCN"][cell] = value


EDITS: dict[str, Callable[[Workbook], None]] = {
    "nothing": lambda _: None,
    "all that is nasty": _nasty,
    "far cell": lambda book: _put(book, "C15000", "x"),
    "rich text": lambda book: _put(
        book, "C5", CellRichText("Khu ", TextBlock(InlineFont(b=True), "A"))
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_edited_forms_say_the_same(
    edit: Callable[[Workbook], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"tax_code": "0301234567", "enterprise_name": "Công ty A", "recp_applied": True}
    others = {
        "tax_code": 301234568,
        "enterprise_name": " Công ty B ",
        "status_since": date(2019, 5, 1),
    }
    path = saved(tmp_path, rows("enterprises", answers, others), edit)
    check_alike(path.read_bytes(), monkeypatch)
    usual = record_of(path)
    by_openpyxl(monkeypatch)
    assert usual == record_of(path)


def test_a_text_that_is_not_there_is_told_by_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(row(' t="s"><v>0</v></c>'))
    assert plain_names(data) == {"S"}
    assert "W110" in str(grids_of(data))
    check_alike(data, monkeypatch)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_of_openpyxl_becomes_a_coded_one(kind: type[Exception]) -> None:
    with pytest.raises(InputError, match="W110"), reading(FilePlace("park.xlsx"), ERRORS):
        raise kind("x")


def test_formats_that_no_file_holds_are_those_of_openpyxl() -> None:
    assert {n: BUILTIN_FORMATS[n] for n in KNOWN} == KNOWN


@pytest.mark.parametrize("code", CODES)
def test_a_format_is_a_date_to_both_or_in_doubt(code: str) -> None:
    escaped = code.replace("&", "&amp;").replace('"', "&quot;")
    with ZipFile(BytesIO(made(""))) as archive:
        xml = archive.read("xl/styles.xml").decode()
    styles = read_styles(xml.replace('"dd/mm/yyyy"', f'"{escaped}"').encode())
    assert styles is not None
    assert 1 not in (styles.formats if is_date_format(code) else styles.dates)
    assert 1 not in styles.dates or not is_timedelta_format(code)


def test_openpyxl_is_not_even_loaded_for_a_plain_workbook() -> None:
    told = run(
        "from eipcheck.workbook.read import read_workbook;"
        "from eipcheck.criteria.dictionary import load_dictionary;"
        "from eipcheck.resources import data_folder;"
        "from pathlib import Path;"
        f"read_workbook(Path({str(EXAMPLES[-1])!r}),"
        " load_dictionary(data_folder('criteria') / 'fields.yaml'));"
    )
    assert told == "False True"
    assert run("import eipcheck.workbook.read;") == "False False"


def run(script: str) -> str:
    """Run a script by itself, and tell whether it loaded openpyxl, and calamine."""
    tell = "import sys; print('openpyxl' in sys.modules, 'python_calamine' in sys.modules)"
    command = [sys.executable, "-c", script + tell]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return done.stdout.strip()
