"""``store``: assessments kept, followed over time, and given to other programs."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow.parquet
import pytest
from command_line import PILOT, ROOT, SAMPLE, CommandLine
from openpyxl import load_workbook

from eipcheck.pipeline.store_index import VIEWS

RECORD, INDEX = "assessments.jsonl", "index.sqlite"
SEVERAL = ("--criteria", "vn-82-2018", "--criteria", "vn-35-2022")


@pytest.fixture
def reports(eipcheck: CommandLine, here: Path) -> Path:
    """Give a folder with reports of the sample on two days, and of a pilot park."""
    folder = here / "reports"
    folder.mkdir()
    for day in ("2020-11-20", "2021-06-30"):
        told = f"json:{folder / day}.json"
        assert eipcheck("assess", SAMPLE, *SEVERAL, "--as-of", day, "--report", told).code == 0
    assert eipcheck("assess", PILOT, "--report", f"json:{folder / 'pilot.json'}").code == 0
    return folder


@pytest.fixture
def store(eipcheck: CommandLine, reports: Path, here: Path) -> Path:
    """Give a store that keeps these reports."""
    assert eipcheck("store", "add", "store", reports).out == "store: 3 added, 0 there already.\n"
    return here / "store"


def documents(store: Path) -> list[dict[str, object]]:
    """Give what the record holds."""
    return [json.loads(line) for line in (store / RECORD).read_text("utf-8").splitlines()]


def asked(store: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the index."""
    with sqlite3.connect(store / INDEX) as index:
        return index.execute(query).fetchall()


def ids(store: Path) -> dict[str, str]:
    """Give the shown id of each file and day."""
    return {f"{row[0]} {row[1]}": str(row[2])[:8] for row in asked(store, IDS)}


IDS = "SELECT DISTINCT file, day, document FROM assessments"


def test_the_record_holds_each_report_as_it_is(store: Path, reports: Path) -> None:
    kept = documents(store)
    assert kept == [json.loads(path.read_bytes()) for path in sorted(reports.glob("*.json"))]
    assert [len(asked(store, f"SELECT * FROM {view}")) for view in VIEWS] == [5, 7, 85]  # noqa: S608


def test_an_assessment_made_again_is_kept_once(
    eipcheck: CommandLine, store: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert (
        eipcheck("assess", PILOT, "--force", "--report", f"json:{reports / 'pilot.json'}").code == 0
    )
    assert eipcheck("store", "add", store, reports).out == f"{store}: 0 added, 3 there already.\n"
    assert len(documents(store)) == 3


def test_what_is_no_assessment_is_refused_with_all_beside_it(
    eipcheck: CommandLine, store: Path, here: Path, reports: Path
) -> None:
    (here / "other.json").write_text("{}", encoding="utf-8")
    one = reports / "2020-11-20.json"
    one.write_bytes(one.read_bytes().replace(b'"park_name"', b'"park_nam"'))
    ended = eipcheck("store", "add", store, here / "other.json", here / "none.json", one)
    assert (ended.code, ended.err.count("O140")) == (3, 2)
    assert len(documents(store)) == 3


def test_a_torn_last_line_is_cut_off_and_a_whole_one_gets_its_end(
    eipcheck: CommandLine, store: Path, reports: Path
) -> None:
    whole = (store / RECORD).read_bytes()
    (store / RECORD).write_bytes(whole[:-200])
    assert eipcheck("store", "list", store).out.count("KCN") == 1
    assert "1 added, 2 there" in eipcheck("store", "add", store, reports).out
    assert (store / RECORD).read_bytes() == whole
    (store / RECORD).write_bytes(whole[:-1])
    assert "0 added, 3 there" in eipcheck("store", "add", store, reports).out
    assert (store / RECORD).read_bytes() == whole


def test_a_damaged_line_is_told_and_nothing_is_answered(
    eipcheck: CommandLine, store: Path, reports: Path
) -> None:
    lines = (store / RECORD).read_bytes().splitlines(keepends=True)
    (store / RECORD).write_bytes(b"".join([lines[0], b'{"schema_version": "1.2"}\n', *lines[1:]]))
    for command in (("list", store), ("add", store, reports), ("export", store, "out.csv")):
        ended = eipcheck("store", *command)
        assert (ended.code, ended.out) == (3, "")
        assert "O160" in ended.err
        assert f"{RECORD}:2:1" in ended.err


def test_a_record_that_cannot_be_read_is_told(eipcheck: CommandLine, here: Path) -> None:
    (here / "store" / RECORD).mkdir(parents=True)
    ended = eipcheck("store", "list", "store")
    assert (ended.code, "O161" in ended.err) == (3, True)


def in_excel(row: Iterable[object]) -> list[object]:
    """Give a row as Excel holds it: 15 digits of a number, and no empty text."""
    return [round(v, 14) if isinstance(v, float) else v if v != "" else None for v in row]


def other_version(index: Path) -> None:
    """Make the index one of a later version."""
    with sqlite3.connect(index) as opened:
        opened.execute("PRAGMA user_version = 99")


def another_file(index: Path) -> None:
    """Put a file of another kind there."""
    index.write_bytes(b"no database at all" * 100)


def emptied(index: Path) -> None:
    """Leave a file without content."""
    index.write_bytes(b"")


def not_writable(index: Path) -> None:
    """Put something there that no database can be written to."""
    index.unlink()
    index.mkdir()


@pytest.mark.parametrize("spoil", [Path.unlink, other_version, another_file, emptied, not_writable])
def test_the_index_holds_nothing_that_is_not_in_the_record(
    spoil: Callable[[Path], None], eipcheck: CommandLine, store: Path
) -> None:
    told = eipcheck("store", "list", store)
    spoil(store / INDEX)
    assert eipcheck("store", "list", store) == told
    assert told.out.count("Eco") == 0
    assert told.out.count("as declared") == 7


def test_a_record_changed_by_hand_is_indexed_anew(eipcheck: CommandLine, store: Path) -> None:
    lines = (store / RECORD).read_bytes().splitlines(keepends=True)
    (store / RECORD).write_bytes(lines[2].replace("KCN Hòa Khánh".encode(), "KCN Hòa Cầm".encode()))
    shown = eipcheck("store", "list", store).out
    assert "KCN Hòa Cầm" in shown
    assert shown.count("[") == 1


def test_the_history_of_one_park_is_shown_however_its_name_is_written(
    eipcheck: CommandLine, store: Path
) -> None:
    shown = eipcheck("store", "list", store, "--park", "khu cong nghiep hoa khanh").out
    assert shown.startswith("KCN Hòa Khánh\n  22 November 2026  [")
    assert shown.count("points") == 1
    ended = eipcheck("store", "list", store, "--park", "Hoa Kanh")
    assert (ended.code, "U140" in ended.err, "KCN Hòa Khánh" in ended.err) == (2, True, True)
    assert eipcheck("store", "list", "nowhere").out == "Nothing is stored here yet.\n"


def test_two_days_of_a_park_are_compared(eipcheck: CommandLine, store: Path) -> None:
    named = ids(store)
    both = eipcheck("diff", "2020-11-20", "30/06/2021", "--store", store)
    assert both.code == 0
    assert "Before: 20 November 2020" in both.out
    assert "After: 30 June 2021" in both.out
    by_id = [named[f"{SAMPLE.name} {day}"] for day in ("2020-11-20", "2021-06-30")]
    assert eipcheck("diff", *by_id, "--store", store) == both


def test_what_is_not_stored_is_told_with_what_is(eipcheck: CommandLine, store: Path) -> None:
    ended = eipcheck("diff", "2019-01-01", "2020-11-20", "--store", store)
    assert (ended.code, "U141" in ended.err) == (2, True)
    assert ids(store)[f"{SAMPLE.name} 2020-11-20"] in ended.err
    assert "U147" in eipcheck("diff", SAMPLE, SAMPLE, "--park", "Mẫu").err


def test_of_several_assessments_of_a_day_none_is_chosen_silently(
    eipcheck: CommandLine, store: Path, here: Path
) -> None:
    days = ("2020-11-20", "2020-11-20")
    again = ("assess", SAMPLE, *SEVERAL, "--as-of", days[0], "--force")
    assert eipcheck("diff", *days, "--store", store).code == 0

    book = load_workbook(SAMPLE)
    book["KCN"]["D26"] = 119
    book.save(here / "corrected.xlsx")
    told = ("--report", f"json:{here / 'corrected.json'}")
    assert eipcheck(again[0], here / "corrected.xlsx", *again[2:], *told).code == 0
    assert eipcheck("store", "add", store, here / "corrected.json").code == 0
    ended = eipcheck("diff", *days, "--store", store)
    assert (ended.code, "U142" in ended.err) == (2, True)
    exact = ids(store)["corrected.xlsx 2020-11-20"]
    assert eipcheck("diff", exact, exact, "--store", store).code == 0


def test_of_one_assessment_made_again_by_another_version_the_last_is_taken(
    eipcheck: CommandLine, store: Path, reports: Path, here: Path
) -> None:
    document = json.loads((reports / "2020-11-20.json").read_bytes())
    document["tool"]["version"] = "99.0"
    (here / "later.json").write_text(json.dumps(document), encoding="utf-8")
    assert "1 added" in eipcheck("store", "add", store, "later.json").out
    told = eipcheck("diff", "2020-11-20", "2021-06-30", "--store", store, "--report", "json:-")
    assert json.loads(told.out)["before"]["tool"] == "99.0"


def test_all_formats_of_an_export_hold_the_same_table(
    eipcheck: CommandLine, store: Path, here: Path
) -> None:
    for view in VIEWS:
        for suffix in ("csv", "parquet"):
            out = f"{view}.{suffix}"
            assert eipcheck("store", "export", store, out, "--table", view).code == 0
    assert eipcheck("store", "export", store, "all.xlsx").code == 0
    book = load_workbook("all.xlsx")
    assert tuple(book.sheetnames) == VIEWS
    for view in VIEWS:
        wanted = asked(store, f"SELECT * FROM {view}")  # noqa: S608 - our views
        table = pyarrow.parquet.read_table(here / f"{view}.parquet")
        assert [tuple(row.values()) for row in table.to_pylist()] == wanted
        heads, *rows = book[view].iter_rows(values_only=True)
        assert list(heads) == table.column_names
        assert [in_excel(row) for row in rows] == [in_excel(row) for row in wanted]
        with (here / f"{view}.csv").open(encoding="utf-8-sig", newline="") as stream:
            heads, *texts = csv.reader(stream)
        assert list(heads) == table.column_names
        assert texts == [["" if v is None else str(v) for v in row] for row in wanted]


def test_a_park_whose_name_is_a_formula_runs_nowhere(
    eipcheck: CommandLine, reports: Path, here: Path
) -> None:
    one = reports / "pilot.json"
    one.write_bytes(one.read_bytes().replace("KCN Hòa Khánh".encode(), b"=1+1"))
    assert eipcheck("store", "add", "other", one).code == 0
    assert eipcheck("store", "export", "other", "out.csv").code == 0
    assert eipcheck("store", "export", "other", "out.xlsx").code == 0
    assert b"\r\n'=1+1," in (here / "out.csv").read_bytes()
    cell = load_workbook("out.xlsx")["findings"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("out.pdf",), "U143"),
        (("out.csv", "--table", "parks"), "U144"),
        (("out.csv", "--table", "findings", "--table", "outcomes"), "U145"),
    ],
)
def test_an_export_that_cannot_be_made_is_refused(
    arguments: tuple[str, ...], code: str, eipcheck: CommandLine, here: Path
) -> None:
    ended = eipcheck("store", "export", "store", *arguments)
    assert (ended.code, code in ended.err) == (2, True)
    assert not (here / arguments[0]).exists()


def test_what_writes_parquet_is_an_extra(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = eipcheck("store", "export", "store", "out.parquet")
    assert (ended.code, "U146" in ended.err) == (2, True)


def test_an_export_replaces_no_file_unasked(eipcheck: CommandLine, store: Path) -> None:
    assert eipcheck("store", "export", store, "out.csv").code == 0
    assert "O101" in eipcheck("store", "export", store, "out.csv").err
    assert eipcheck("store", "export", store, "out.csv", "--force").code == 0


def test_a_batch_keeps_its_assessments(eipcheck: CommandLine, here: Path) -> None:
    (here / "parks").mkdir()
    shutil.copy(PILOT, here / "parks")
    (here / "parks" / "broken.xlsx").write_bytes(b"PK")
    run = ("batch", "parks", "--out", "out", "--store", "store")
    ended = eipcheck(*run)
    assert (ended.code, "store: 1 added, 0 there already." in ended.out) == (5, True)
    assert "store: 0 added, 1 there already." in eipcheck(*run, "--resume").out
    assert documents(here / "store") == [json.loads((here / "out" / "hoa-khanh.json").read_bytes())]


def test_two_that_add_at_once_wait_for_each_other(reports: Path, here: Path) -> None:
    command = (sys.executable, "-m", "eipcheck", "store", "add", "store")
    runs = [
        subprocess.Popen([*command, path], stdout=subprocess.PIPE, cwd=here)
        for path in reports.glob("*.json")
    ]
    assert [run.wait() for run in runs] == [0, 0, 0]
    for run in runs:
        run.communicate()
    assert len(documents(here / "store")) == 3


def test_the_documentation_names_every_column_and_its_queries_answer(store: Path) -> None:
    told = (ROOT / "docs" / "store.md").read_text("utf-8")
    for view in VIEWS:
        for column in asked(store, f"PRAGMA table_info({view})"):
            assert f"`{column[1]}`" in told, (view, column[1])
    queries = re.findall(r"```sql\n(.*?)```", told, re.DOTALL)
    assert len(queries) == 3
    assert all(asked(store, query) for query in queries)
