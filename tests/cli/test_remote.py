"""Inputs at addresses, on the command line: as those at hand, with results on this computer."""

from __future__ import annotations

import functools
import http.server
import json
import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import PILOT, SAMPLE, CommandLine, content
from remote_files import SECRET, fill

from eipcheck.model.source import Address
from eipcheck.pipeline.cluster import away
from eipcheck.pipeline.ledger import LEDGER
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Bounds, lost

CLOCK = "1700000000"


@pytest.fixture
def parks(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with two workbooks, a bad one, and what a batch leaves out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    folder = here / "parks"
    (folder / "north").mkdir(parents=True)
    shutil.copy(PILOT, folder / "a.xlsx")
    shutil.copy(SAMPLE, folder / "north" / "Park 3.xlsx")
    (folder / "bad.xlsx").write_bytes(b"no workbook")
    for name in ("~$a.xlsx", ".hidden.xlsx", "notes.txt", "eipcheck-summary.xlsx"):
        (folder / name).write_bytes(b"left out")
    return folder


@pytest.fixture
def server(parks: Path) -> Iterator[str]:
    """Give the address of a web server that has the folder."""
    if find_spec("aiohttp") is None:
        pytest.skip("fsspec reads the web through aiohttp, which is not installed")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    serving = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=parks)
    )
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def in_memory(parks: Path) -> None:
    """Put what the folder holds into the file system in memory."""
    fill({f"parks/{name}": data for name, data in content(parks).items()})


def test_an_address_gives_the_report_of_the_file_itself(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    file = parks / "north" / "Park 3.xlsx"
    told = [eipcheck("assess", p, "--report", "json:-") for p in (file, f"file://{file}")]
    assert told[0] == told[1]
    assert json.loads(told[1].out)["input"]["file"] == "Park 3.xlsx"
    in_memory(parks)
    ended = eipcheck("assess", "memory://parks/north/Park 3.xlsx", "--report", "annotated")
    assert (ended.code, (here / "Park 3.annotated.xlsx").is_file()) == (0, True)


def test_each_command_reads_addresses(eipcheck: CommandLine, parks: Path) -> None:
    in_memory(parks)
    address = "memory://parks/north/Park 3.xlsx"
    for command in (("inspect",), ("explain", "recp-applied")):
        near, far = (eipcheck(*command, p) for p in (parks / "north" / "Park 3.xlsx", address))
        assert near == far
        assert far.code == 0
    eipcheck("assess", address, "--report", "json:old.json")
    fill({"old.json": Path("old.json").read_bytes(), "new.xlsx": SAMPLE.read_bytes()})
    ended = eipcheck("diff", "memory://old.json", "memory://new.xlsx", "--report", "md")
    assert (ended.code, "Nothing has changed." in ended.out) == (0, True)
    assert Path("old..new.md").is_file()
    ended = eipcheck(
        *("assess", "memory://new.xlsx", "--fail-on", "regression"),
        *("--baseline", "memory://old.json"),
    )
    assert ended.code == 0


def test_a_folder_elsewhere_is_a_batch(eipcheck: CommandLine, parks: Path, here: Path) -> None:
    (parks / "bad.xlsx").unlink()
    in_memory(parks)
    told = [
        eipcheck("batch", folder, "--out", out)
        for folder, out in ((parks, "near"), ("memory://parks", "far"))
    ]
    assert [ended.code for ended in told] == [0, 0]
    assert told[0].out == told[1].out
    assert content(here / "near") == content(here / "far")
    assert (here / "far" / "north" / "Park 3.html").is_file()


def test_worker_processes_fetch_too(eipcheck: CommandLine, parks: Path) -> None:
    ended = eipcheck("batch", f"file://{parks}", "--out", "out", "--jobs", "2")
    assert ended.code == 5
    assert "2 assessed, 1 could not be assessed." in ended.out


def test_what_cannot_be_fetched_costs_one_row(eipcheck: CommandLine, parks: Path) -> None:
    in_memory(parks)
    ended = eipcheck(
        *("batch", "memory://parks/a.xlsx", f"failing://user:{SECRET}@host/b.xlsx"),
        *("memory://parks/none.xlsx", "--out", "out"),
    )
    assert ended.code == 5
    assert "1 assessed, 2 could not be assessed." in ended.out
    assert "O155  failing://…@host/b.xlsx" in ended.err
    assert "O156  memory://parks/none.xlsx" in ended.err
    written = b"".join(content(Path("out")).values())
    assert SECRET not in ended.out + ended.err
    assert SECRET.encode() not in written


def test_workers_of_a_cluster_are_told_the_whole_address() -> None:
    task = Task(Address(f"s3://key:{SECRET}@bucket/a.xlsx"), "a.xlsx", "a")
    assert pickle.loads(pickle.dumps(away(task))) == task  # noqa: S301 - its own bytes
    assert SECRET not in f"{task} {lost(task, Bounds()).problems}"


def test_a_resumed_batch_sees_what_changed_elsewhere(eipcheck: CommandLine, parks: Path) -> None:
    (parks / "bad.xlsx").unlink()
    in_memory(parks)
    run = ("batch", "memory://parks", "--out", "out")
    assert eipcheck(*run).code == 0
    assert "2 workbooks kept" in eipcheck(*run, "--resume").out
    shutil.copy(SAMPLE, parks / "a.xlsx")
    in_memory(parks)
    ended = eipcheck(*run, "--resume")
    assert "1 workbook kept" in ended.out
    assert json.loads(Path("out/a.json").read_text("utf-8"))["input"]["sha256"] in (
        Path("out") / LEDGER
    ).read_text("utf-8")
    fill({"parks/a.xlsx": SAMPLE.read_bytes()})
    gone = eipcheck("batch", "memory://parks/north/Park 3.xlsx", "--out", "out", "--resume")
    assert (gone.code, "kept" in gone.out) == (5, False)


def test_workbooks_of_one_name_keep_their_own_results(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    for folder, workbook in (("one", PILOT), ("two", SAMPLE)):
        (here / folder).mkdir()
        shutil.copy(workbook, here / folder / "park.xlsx")
    run = ("batch", "one", "two", "--out", "out")
    first = eipcheck(*run)
    before = content(here / "out")
    ended = eipcheck(*run, "--resume")
    assert ended.out == f"2 workbooks kept from an earlier run.\n{first.out}"
    assert content(here / "out") == before
    (here / "out" / "park.html").unlink()
    assert "1 workbook kept" in eipcheck(*run, "--resume").out
    assert content(here / "out") == before


def test_the_size_of_a_file_elsewhere_is_limited(eipcheck: CommandLine) -> None:
    fill({"big.xlsx": b"x" * (2**20 + 1)})
    ended = eipcheck("assess", "memory://big.xlsx", "--limit", "file-mb=1")
    assert (ended.code, "--limit file-mb=2" in ended.err) == (3, True)


RESULTS = (
    ("assess", SAMPLE, "--report", "html:s3://bucket/out.html"),
    ("diff", SAMPLE, SAMPLE, "--report", "md:s3://bucket/out.md"),
    ("batch", SAMPLE, "--out", "s3://bucket/out"),
    ("batch", SAMPLE, "--out", "out", "--store", "s3://bucket/store"),
    ("template", "s3://bucket/form.xlsx"),
    ("demo", "s3://bucket"),
    ("inspect", SAMPLE, "--write-mapping", "s3://bucket/mapping.yaml"),
    ("store", "list", "s3://bucket/store"),
    ("store", "export", "store", "s3://bucket/out.csv"),
    ("criteria", "check", "--report", "json:s3://bucket/out.json"),
)


@pytest.mark.parametrize("command", RESULTS, ids=lambda command: " ".join(map(str, command[:2])))
def test_results_stay_on_this_computer(
    command: tuple[str | Path, ...], eipcheck: CommandLine, here: Path
) -> None:
    ended = eipcheck(*command)
    assert (ended.code, ended.out) == (2, "")
    assert "U136  s3://bucket" in ended.err
    assert list(here.iterdir()) == []


def test_a_workbook_behind_an_address_is_never_written_to(
    eipcheck: CommandLine, parks: Path
) -> None:
    with ZipFile(parks / "all.zip", "w") as archive:
        archive.write(parks / "a.xlsx", "a.xlsx")
    before = content(parks)
    for address, file in (
        (f"file://{parks}/a.xlsx", parks / "a.xlsx"),
        (f"zip://a.xlsx::{parks}/all.zip", parks / "all.zip"),
    ):
        ended = eipcheck("assess", address, "--report", f"json:{file}", "--force")
        assert (ended.code, "O102" in ended.err) == (6, True)
    assert content(parks) == before


def test_names_of_a_hostile_listing_stay_below_the_folder_of_results(
    eipcheck: CommandLine, here: Path
) -> None:
    ended = eipcheck("batch", "hostile://parks", "--out", "deep/out")
    assert ended.code == 5
    assert "0 assessed, 3 could not be assessed." in ended.out
    assert [path.name for path in here.iterdir()] == ["deep"]
    assert [path.name for path in (here / "deep").iterdir()] == ["out"]


def test_without_what_reads_it_a_batch_does_not_begin(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = eipcheck("batch", SAMPLE, "nope://parks", "--out", "out")
    assert (ended.code, "U135  nope://parks" in ended.err) == (2, True)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    ended = eipcheck("batch", "s3://parks", "--out", "out")
    assert (ended.code, "pip install 'eipcheck[remote]'" in ended.err) == (2, True)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("path", [SAMPLE, SAMPLE.parent])
def test_a_path_starts_no_fsspec(path: Path, tmp_path: Path) -> None:
    command = ["assess", path] if path.is_file() else ["batch", path, "--out", tmp_path / "out"]
    source = (
        "import sys; from eipcheck.cli.app import main; code = main(sys.argv[1:]);"
        "found = sorted({'fsspec', 'eipcheck.workbook.remote'} & set(sys.modules));"
        "sys.exit(f'started: {found}' if found else code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", source, *map(str, command)], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr.count(b"started")) == (0, 0)


def test_a_web_server_is_read(eipcheck: CommandLine, server: str, here: Path) -> None:
    ended = eipcheck("batch", f"{server}/", f"{server}/none.xlsx?token={SECRET}", "--out", "out")
    assert ended.code == 5
    assert "2 assessed, 2 could not be assessed." in ended.out
    assert f"O156  {server}/none.xlsx?…" in ended.err
    assert "HTTP 404" in ended.err
    assert (here / "out" / "north" / "Park 3.json").is_file()
    assert SECRET not in ended.err + ended.out
    assert SECRET.encode() not in b"".join(content(here / "out").values())


def test_a_web_server_that_does_not_answer_is_told(eipcheck: CommandLine, server: str) -> None:
    silent = f"{server.rpartition(':')[0]}:1"
    ended = eipcheck("assess", f"{silent}/a.xlsx?token={SECRET}")
    assert (ended.code, f"O156  {silent}/a.xlsx?…" in ended.err) == (3, True)
    assert "Connection refused" in ended.err
    assert SECRET not in ended.err
