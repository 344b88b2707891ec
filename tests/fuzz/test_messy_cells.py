"""Whatever people type into the cells of the form, the reader reads or refuses it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fuzz.judge import session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from workbook_helper import blank_form, the_dictionary

from eipcheck.model.dictionary import FieldType
from eipcheck.model.problem import InputError
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import LANGUAGES
from eipcheck.reporting.say import problem_words

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
EVERY_FIELD = replace(session(), wanted=None)
REGISTER = "Doanh nghiệp"
SHEETS = [s.label.vi for s in the_dictionary().sheets]
WORDS = [
    word
    for s in the_dictionary().sheets
    for f in s.fields
    for word in (f.id, f.label.vi, f.label.en, *(c.label.vi for c in f.choices))
]


def _legal(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


number_texts = st.from_regex(
    r"[-+]?[0-9]{1,4}([., \u00a0\u202f][0-9]{1,4}){0,3} ?(ha|%|m3|tấn)?", fullmatch=True
)
texts = st.one_of(
    st.text(max_size=30).map(_legal),
    number_texts,
    st.sampled_from(WORDS),
    st.sampled_from(["Tổng cộng", "I", "II.", "(1)", "STT", "có", "không", "-", "n/a", "x"]),
    st.sampled_from(["#REF!", "=1+1", '=HYPERLINK("x")', "@SUM(A1)", "Quý IV/2024", "31/02/2019"]),
    st.sampled_from(["C«ng ty", "TAÏP CHÍ", "Nước", "\u202eabc", "\x09\x0a", "<script>"]),
    st.just("a" * 32_767),
)
numbers = st.one_of(
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, 1, 0.85, 2019, 43831, 1e15, 1e-300, 12345678901234567]),
)
days = st.one_of(
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.datetimes(datetime(1900, 1, 1), datetime(9999, 1, 1)),  # noqa: DTZ001 - cells have none
    st.times().map(lambda t: t.replace(tzinfo=None)),
)
values = st.one_of(texts, numbers, days, st.booleans(), st.none())
FORMATS = ["General", "0%", "dd/mm/yyyy", "@", "0.00", "#,##0", "[h]:mm", "0.0%;-0.0%", '"x"0']
cells = st.tuples(st.integers(1, 40), st.integers(1, 14), values, st.sampled_from(FORMATS))
ranges = st.tuples(st.integers(1, 12), st.integers(1, 6), st.integers(0, 3), st.integers(0, 3))


def put(book: Workbook, sheet: str, grid: list[tuple[int, int, Any, str]]) -> None:
    """Write cells into a sheet, making it if need be."""
    page = book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet)
    for row, column, value, shape in grid:
        cell = page.cell(row=row, column=column)
        cell.value = value
        if value is not None and not isinstance(value, date | time):
            cell.number_format = shape


@cache
def form_values() -> dict[str, list[tuple[Any, ...]]]:
    """Give what stands on each sheet of the blank form; a whole form takes long to write."""
    book = load_workbook(BytesIO(blank_form("vi")))
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def form(sheets: Iterable[str]) -> Workbook:
    """Make a workbook of some sheets of the form, and the register."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in dict.fromkeys([*sheets, REGISTER]):
        page = book.create_sheet(name)
        for row in form_values()[name]:
            page.append(row)
    return book


def judged(book: Workbook, folder: Path) -> ParkRecord | None:
    """Read and assess a workbook: only a coded refusal may come instead."""
    path = folder / "park.xlsx"
    book.save(path)
    record = None
    try:
        done = EVERY_FIELD.assess(path)
    except InputError as error:
        problems = error.problems
    else:
        record = done.record
        problems = (*record.problems, *done.problems)
    for problem in problems:
        for language in LANGUAGES:
            assert all(problem_words(problem, language))
    return record


@SETTINGS
@given(
    grids=st.dictionaries(
        st.sampled_from(SHEETS), st.lists(cells, max_size=25), min_size=1, max_size=3
    )
)
def test_a_form_with_messy_cells(grids: dict[str, Any], tmp_path: Path) -> None:
    book = form(grids)
    for sheet, grid in grids.items():
        put(book, sheet, grid)
    judged(book, tmp_path)


@SETTINGS
@given(
    grids=st.dictionaries(
        st.sampled_from([*SHEETS, "DS DN", "Sheet1", "2024"]),
        st.lists(cells, min_size=1, max_size=40),
        min_size=1,
        max_size=3,
    ),
    merges=st.lists(ranges, max_size=4),
)
def test_a_workbook_that_is_no_form(
    grids: dict[str, Any], merges: list[tuple[int, int, int, int]], tmp_path: Path
) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet, grid in grids.items():
        put(book, sheet, grid)
    page = book.worksheets[0]
    for top, left, down, right in merges:
        page.merge_cells(
            start_row=top, start_column=left, end_row=top + down, end_column=left + right
        )
    judged(book, tmp_path)


@SETTINGS
@given(data=st.data())
def test_what_is_typed_is_read_as_it_stands_or_told(data: st.DataObject, tmp_path: Path) -> None:
    """A number cell gives that number; a cell that is not blank is never read as a blank."""
    fields = [f for f in the_dictionary().sheets[0].fields if f.type is FieldType.NUMBER]
    about = data.draw(st.sampled_from(fields))
    value = data.draw(st.one_of(texts, numbers, days, st.booleans()))
    book = form(["KCN"])
    row = next(r for r in range(1, 80) if book["KCN"].cell(row=r, column=1).value == about.id)
    book["KCN"].cell(row=row, column=4).value = value
    book["KCN"].cell(row=row, column=4).comment = Comment("x", "y")
    record = judged(book, tmp_path)
    if record is None:
        return
    said = record.facts.get(about.id, ())
    if not said:
        assert isinstance(value, str), value
        return
    if isinstance(value, int) and not isinstance(value, bool) and 1 < value < 10**6:
        assert said[0].value == value
    if isinstance(value, bool | date | time):
        assert said[0].value is None
    if said[0].value is None and said[0].raw not in ("", "-", "n/a"):
        assert any(p.place == said[0].cell for p in record.problems)
