"""Files that cannot be used are refused with one coded problem, never with a traceback."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from workbook_helper import blank_form, fact, part, read, refused, saved, the_dictionary, with_parts

from eipcheck.model.dictionary import Layout
from eipcheck.model.place import Cell, FilePlace
from eipcheck.model.problem import InputError
from eipcheck.workbook.read import read_workbook

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
SHEET = "xl/worksheets/sheet2.xml"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def form() -> bytes:
    return blank_form("vi")


def changed(old: bytes, new: bytes, name: str = SHEET) -> bytes:
    content = part(form(), name)
    assert old in content
    return with_parts(form(), {name: content.replace(old, new, 1)})


def bomb() -> bytes:
    return with_parts(form(), {"xl/media/image1.bin": bytes(3 * 2**20)})


def doctype(name: str) -> bytes:
    content = part(form(), name)
    return with_parts(form(), {name: b'<!DOCTYPE x [<!ENTITY a "b">]>' + content})


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("W106", lambda: b""),
    "encrypted": ("W107", lambda: OLE + "EncryptedPackage".encode("utf-16-le")),
    "old format": ("W108", lambda: OLE),
    "noise": ("W109", lambda: bytes(range(1, 30)) * 20),
    "truncated": ("W110", lambda: form()[:-400]),
    "half": ("W110", lambda: form()[: len(form()) // 2]),
    "damaged stream": ("W110", lambda: form()[:3000] + bytes(900) + form()[3900:]),
    "no workbook": ("W110", lambda: with_parts(form(), {"xl/workbook.xml": None})),
    "no relations": ("W110", lambda: with_parts(form(), {"_rels/.rels": None})),
    "broken sheet": ("W110", lambda: with_parts(form(), {SHEET: part(form(), SHEET)[:-600]})),
    "broken workbook": ("W110", lambda: changed(b"<sheets>", b"<sheets", "xl/workbook.xml")),
    "bad row": ("W110", lambda: changed(b'<row r="4"', b'<row r="x"')),
    "another zip": ("W110", lambda: with_parts(form(), dict.fromkeys(["[Content_Types].xml"]))),
    "bomb": ("W111", bomb),
    "far column": ("W112", lambda: changed(b'r="B4"', b'r="XFD4"')),
    "entity in sheet": ("W113", lambda: doctype(SHEET)),
    "entity in styles": ("W113", lambda: doctype("xl/styles.xml")),
    "other encoding": (
        "W113",
        lambda: with_parts(form(), {SHEET: part(form(), SHEET).decode().encode("utf-16")}),
    ),
    "sheet part missing": ("W114", lambda: with_parts(form(), {SHEET: None})),
    "strict dialect": ("W116", lambda: changed(MAIN, STRICT)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    code, make = FILES[name]
    path = tmp_path / "park.xlsx"
    path.write_bytes(make())
    (problem,) = refused(path)
    assert problem.code == code


def test_a_far_cell_is_named(tmp_path: Path) -> None:
    path = tmp_path / "park.xlsx"
    path.write_bytes(changed(b'r="A2"', b'r="A1048576"'))
    (problem,) = refused(path)
    assert (problem.code, problem.place) == ("W112", Cell("KCN", 1048576, 1))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    (missing,) = refused(tmp_path / "none.xlsx")
    (folder,) = refused(tmp_path)
    assert (missing.code, folder.code) == ("W101", "W102")
    assert missing.place == FilePlace(str(tmp_path / "none.xlsx"))


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError(13, "no"), "W103"), (OSError(5, "I/O error"), "W104")]
)
def test_a_file_that_may_not_be_read(
    error: OSError, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path)

    def fails(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fails)
    (problem,) = refused(path)
    assert problem.code == code


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path / "a\x00b.xlsx")
    assert problem.code == "W104"


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Budget"
    path = tmp_path / "budget.xlsx"
    book.save(path)
    (problem,) = refused(path)
    assert problem.code == "W115"
    assert dict(problem.facts) == {"sheets": "Budget"}


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "số liệu (bản 2).bak"
    path.write_bytes(form())
    assert read_workbook(path, the_dictionary()).file == path.name


def test_the_file_is_not_touched_and_its_digest_is_kept(tmp_path: Path) -> None:
    path = saved(tmp_path)
    before = path.stat()
    record = read_workbook(path, the_dictionary())
    assert path.read_bytes() == form()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert len(record.sha256) == 64


def test_the_sheet_dimension_is_not_believed(tmp_path: Path) -> None:
    path = saved(tmp_path, fact("park_name", "KCN A"))
    data = path.read_bytes()
    sheet = part(data, SHEET)
    start = sheet.index(b"<dimension")
    end = sheet.index(b"/>", start)
    lie = sheet[:start] + b'<dimension ref="A1"' + sheet[end:]
    path.write_bytes(with_parts(data, {SHEET: lie}))
    record = read_workbook(path, the_dictionary())
    assert record.facts["park_name"][0].value == "KCN A"


def test_dates_of_the_other_epoch_are_right(tmp_path: Path) -> None:
    def other_epoch(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    record = read(tmp_path, fact("registration_date", date(2019, 5, 6)), other_epoch)
    assert record.facts["registration_date"][0].value == date(2019, 5, 6)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(at=st.integers(0, 40_000), junk=st.binary(min_size=1, max_size=40))
def test_no_damage_gives_a_traceback(at: int, junk: bytes, tmp_path: Path) -> None:
    data = form()
    path = tmp_path / "park.xlsx"
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    with suppress(InputError):
        record = read_workbook(path, the_dictionary())
        assert len(record.tables) == sum(s.layout is Layout.LIST for s in the_dictionary().sheets)


def test_an_empty_row_at_the_very_end_is_no_far_cell(tmp_path: Path) -> None:
    path = tmp_path / "park.xlsx"
    path.write_bytes(changed(b"</sheetData>", b'<row r="1048576" hidden="1"/></sheetData>'))
    assert read_workbook(path, the_dictionary()).problems == ()


def test_text_that_reads_like_a_far_address_is_only_text(tmp_path: Path) -> None:
    record = read(tmp_path, fact("park_name", 'the cell r="XFD1048576"'))
    assert record.facts["park_name"][0].value == 'the cell r="XFD1048576"'
