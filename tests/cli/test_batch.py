"""``batch``: one after the other, each by itself; a bad one costs no other its result."""

from __future__ import annotations

import gc
import json
import shutil
import weakref
from pathlib import Path

import pytest
from command_line import PILOT, SAMPLE, CommandLine
from openpyxl import load_workbook

from eipcheck.evaluation.worlds import Worlds
from eipcheck.pipeline import assess, workers
from eipcheck.pipeline.assess import Session
from eipcheck.pipeline.tasks import Task, plan


@pytest.fixture
def parks(here: Path) -> Path:
    """Give a folder with two good workbooks in two folders, a bad one, and a lock file."""
    folder = here / "parks"
    (folder / "north").mkdir(parents=True)
    shutil.copy(PILOT, folder / "a.xlsx")
    shutil.copy(SAMPLE, folder / "north" / "a.xlsx")
    (folder / "bad.xlsx").write_bytes(b"no workbook")
    (folder / "~$a.xlsx").write_bytes(b"lock")
    (folder / "notes.txt").write_text("no workbook", encoding="utf-8")
    return folder


def test_a_bad_workbook_costs_no_other_its_result(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    ended = eipcheck("batch", parks, "--out", here / "out")
    assert ended.code == 5
    assert "2 assessed, 1 could not be assessed." in ended.out
    assert "W" in ended.err
    assert "bad.xlsx" in ended.err
    written = {p.relative_to(here / "out").as_posix() for p in (here / "out").rglob("*.*")}
    assert written == {
        "a.json",
        "a.html",
        "north/a.json",
        "north/a.html",
        "eipcheck-summary.html",
        "eipcheck-summary.xlsx",
        "eipcheck-batch.jsonl",
        ".eipcheck-batch.lock",
    }


def test_the_summary_shows_parks_by_clause_and_what_failed(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    eipcheck("batch", parks, "--out", "out")
    page = (here / "out" / "eipcheck-summary.html").read_text(encoding="utf-8")
    for words in ("Hoa Khanh Industrial Park", "Clause 8", "Does not meet", "bad.xlsx"):
        assert words in page
    assert 'href="north/a.html"' in page
    book = load_workbook(here / "out" / "eipcheck-summary.xlsx")
    assert book.sheetnames[0] == "Summary"
    assert book.sheetnames[-1] == "Could not be assessed"
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    cells = [cell for row in rows for cell in row]
    assert any(str(cell).startswith("Clause 1: ") for cell in cells)
    assert "✕ Does not meet" in cells
    assert book["Could not be assessed"]["A2"].value == "bad.xlsx"


def test_an_earlier_batch_is_replaced_only_by_force(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    eipcheck("batch", parks, "--out", "out")
    before = (here / "out" / "a.json").read_bytes()
    ended = eipcheck("batch", parks, "--out", "out")
    assert (ended.code, ended.out) == (6, "")
    assert (here / "out" / "a.json").read_bytes() == before
    assert eipcheck("batch", parks, "--out", "out", "--force").code == 5


def test_its_own_outputs_are_no_inputs(eipcheck: CommandLine, parks: Path) -> None:
    assert eipcheck("batch", parks, "--out", parks).code == 5
    ended = eipcheck("batch", parks, "--out", parks, "--force")
    assert "2 assessed, 1 could not be assessed." in ended.out


def test_good_parks_alone_end_with_zero(eipcheck: CommandLine, here: Path) -> None:
    ended = eipcheck("batch", PILOT, SAMPLE, "--out", here / "out")
    assert ended.code == 0
    document = json.loads((here / "out" / "hoa-khanh.json").read_text(encoding="utf-8"))
    assert document["input"]["file"] == "hoa-khanh.xlsx"


def test_a_gate_is_tried_on_every_park(eipcheck: CommandLine, here: Path) -> None:
    ended = eipcheck("batch", PILOT, SAMPLE, "--out", here / "out", "--fail-on", "not-met")
    assert (ended.code, ended.err.count("--fail-on not-met")) == (1, 1)
    assert eipcheck("batch", PILOT, "--out", here / "o", "--fail-on", "nothing").code == 2


def test_a_folder_without_workbooks_is_no_usable_input(eipcheck: CommandLine, here: Path) -> None:
    (here / "empty").mkdir()
    ended = eipcheck("batch", here / "empty", "--out", here / "out")
    assert (ended.code, "O201" in ended.err) == (3, True)
    assert not (here / "out").exists()


def test_a_result_that_cannot_be_written_costs_no_other(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    (here / "out").mkdir()
    (here / "out" / "north").write_text("a file, not a folder", encoding="utf-8")
    ended = eipcheck("batch", parks, "--out", "out")
    assert ended.code == 6
    assert "O107" in ended.err
    assert (here / "out" / "a.json").exists()
    assert (here / "out" / "eipcheck-summary.html").exists()


def test_a_bug_in_one_costs_no_other(
    eipcheck: CommandLine, parks: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = assess.evaluate_worlds

    def sometimes(worlds: Worlds, *others: object) -> object:
        if worlds.declared.record.sha256 == pilot:
            message = "secret 4711"
            raise LookupError(message)
        return real(worlds, *others)

    pilot = assess.assess(PILOT).record.sha256
    monkeypatch.setattr(assess, "evaluate_worlds", sometimes)
    ended = eipcheck("batch", parks, "--out", "out")
    assert ended.code == 70
    assert (here / "out" / "north" / "a.json").exists()
    page = (here / "out" / "eipcheck-summary.html").read_text(encoding="utf-8")
    assert "The program failed on this file" in page
    assert "secret 4711" not in page


def test_names_that_clash_are_numbered(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Park.xlsx").write_bytes(b"")
    (tmp_path / "one" / "park.xlsm").write_bytes(b"")
    tasks = plan([tmp_path / "one", tmp_path / "two", tmp_path / "one" / "Park.xlsx"])
    assert [task.stem for task in tasks] == ["Park", "park-2", "Park-3"]


def test_a_file_name_reaches_the_terminal_without_control_codes(
    eipcheck: CommandLine, here: Path
) -> None:
    name = "red\x1b[31m.xlsx"
    shutil.copy(PILOT, here / name)
    ended = eipcheck("batch", here / name, "--out", "out")
    assert ended.code == 0
    assert "\x1b" not in ended.out + ended.err


def test_two_workbooks_of_one_park_are_told(eipcheck: CommandLine, here: Path) -> None:
    for name in ("a", "b"):
        shutil.copy(SAMPLE, here / f"{name}.xlsx")
    ended = eipcheck("batch", here / "a.xlsx", here / "b.xlsx", "--out", "out")
    assert ended.code == 0
    assert "a.xlsx: Another workbook says it is this park on this day" in ended.err


def test_the_summary_speaks_every_language_of_the_run(eipcheck: CommandLine, here: Path) -> None:
    run = ("batch", PILOT, "--out", "out", "--lang", "both")
    assert eipcheck(*run).out.count("hoa-khanh.xlsx:") == 1
    page = (here / "out" / "eipcheck-summary.html").read_text("utf-8")
    for title in ("Tổng hợp kết quả tự đánh giá", "Eco-industrial park self-assessments"):
        assert f"<h1>{title}" in page
    eipcheck(*run, "--resume")
    assert (here / "out" / "eipcheck-summary.html").read_text("utf-8") == page


def test_the_summary_tells_all_only_to_the_full_audience(eipcheck: CommandLine, here: Path) -> None:
    run = ("batch", SAMPLE, "--out", "out", "--lang", "en", "--resume")
    page = here / "out" / "eipcheck-summary.html"
    report = here / "out" / "kcn-mau.html"
    for options, is_told, names in (
        ((), False, True),
        (("--audience", "full"), True, True),
        (("--audience", "public"), False, False),
    ):
        assert eipcheck(*run, *options).code == 0
        text = page.read_text("utf-8")
        assert ("Money saved" in text, "Data problems" in text) == (is_told, is_told)
        assert "Electricity saved" in text
        assert ("Doanh nghiệp giả định 001" in report.read_text("utf-8")) == names


def test_workbooks_of_one_name_in_several_folders_are_several_parks(
    eipcheck: CommandLine, here: Path
) -> None:
    book = load_workbook(PILOT)
    for address in ("D5", "D6"):  # names of the park
        book["KCN"][address] = None
    for folder in ("one", "two"):
        (here / folder).mkdir()
        book.save(here / folder / "park.xlsx")
    ended = eipcheck("batch", "one", "two", "--out", "out", "--lang", "en")
    assert "2 assessed, 0 could not be assessed." in ended.out
    page = (here / "out" / "eipcheck-summary.html").read_text("utf-8")
    assert "2 assessed, 0 could not be assessed" in page
    assert "2 of 2 rows are counted." in page


class Ring:
    """Garbage that only a search finds: it refers to itself."""

    def __init__(self) -> None:
        self.ring = self


def test_garbage_is_looked_for_after_each_workbook_and_not_amid_it(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, amid = workers._assess, []
    rings: list[weakref.ref[Ring]] = []

    def watched(order: workers.Order, session: Session, task: Task) -> workers.Result:
        amid.append((gc.isenabled(), [ring() for ring in rings]))
        rings.append(weakref.ref(Ring()))
        return real(order, session, task)

    monkeypatch.setattr(workers, "_assess", watched)
    assert eipcheck("batch", PILOT, SAMPLE, "--out", here / "out", "--jobs", "1").code == 0
    assert amid == [(False, []), (False, [None])]
    assert gc.isenabled()
