"""A batch whose folder cannot take all: full, read-only, or with parts of it locked.

What could not be written is told, the others have their results, and once there is room again a
resumed run gives what an undisturbed one would have given.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from batch_runs import CLOCK, LINUX, WORKBOOKS, ended, run_of
from command_line import PILOT, CommandLine, Ended, content

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError
from eipcheck.pipeline import batch
from eipcheck.pipeline.ledger import LEDGER, Book, Ledger
from eipcheck.pipeline.workers import Result

Calm = tuple[dict[str, bytes], float]
Disk = Callable[[str], Path]
Run = Callable[..., Ended]
SUMMARIES = ("eipcheck-summary.html", "eipcheck-summary.xlsx")
_PAGE = 4096
"""A disk in memory keeps files in pieces of that many bytes."""


def all_told(out: str) -> bool:
    """Say whether each workbook has its row, and the counts are said."""
    lines = out.splitlines()
    rows = [next((line for line in lines if f"{name}.xlsx: " in line), "") for name in WORKBOOKS]
    assessed = sum("COULD NOT" not in row for row in rows)
    failed = len(WORKBOOKS) - assessed
    return all(rows) and lines[-1] == f"{assessed} assessed, {failed} could not be assessed."


def is_whole(out: Path, undisturbed: dict[str, bytes], *, but: tuple[str, ...] = ()) -> bool:
    """Say whether every file of a folder is as in an undisturbed run; some tell what failed."""
    found = {name: told for name, told in content(out).items() if name not in but}
    return found.items() <= undisturbed.items()


def lines_are_of(ledger: Path, undisturbed: dict[str, bytes]) -> bool:
    """Say whether all lines of workbooks are as undisturbed, but for a torn last one."""
    whole = ledger.read_bytes().split(b"\n")[:-1] if ledger.exists() else []
    return {line for line in whole if not line.startswith(b'{"summary"')} <= {
        *undisturbed[LEDGER].split(b"\n")
    }


@pytest.fixture
def disk(here: Path) -> Iterator[Disk]:
    """Give what makes a folder a small disk, or changes it; only root may."""
    folder = here / "disk"
    folder.mkdir()

    def mounted(options: str) -> Path:
        new = () if folder.is_mount() else ("-t", "tmpfs")
        options = f"remount,{options}" if folder.is_mount() else options
        run = ("mount", *new, "-o", options, "tmpfs", str(folder))
        if subprocess.run(run, capture_output=True, check=False).returncode:
            pytest.skip("disks may not be mounted here")
        return folder

    yield mounted
    if folder.is_mount():
        subprocess.run(("umount", str(folder)), check=True)


def room_for(*files: bytes) -> int:
    """Give the bytes that files take on a disk in memory."""
    return sum(-(-len(file) // _PAGE) * _PAGE for file in files)


@LINUX
@pytest.mark.parametrize(
    ("jobs", "lines"), [("1", 0), ("1", 1), ("2", 30)], ids=["add", "order", "files"]
)
@pytest.mark.usefixtures("parks")
def test_a_full_disk_loses_nothing(jobs: str, lines: int, disk: Disk, calm: Calm) -> None:
    """There is room for one workbook, but not for its line; for that but not twice; for more."""
    first = [calm[0][f"{WORKBOOKS[0]}.{suffix}"] for suffix in ("json", "html")]
    line, *_ = calm[0][LEDGER].splitlines()
    out = disk(f"size={room_for(*first, *[line] * lines)}") / "out"
    run = run_of(str(out), "--resume", "--jobs", jobs)
    full = ended(run)
    assert (full.returncode, "O107" in full.stderr, all_told(full.stdout)) == (6, True, True)
    assert "Traceback" not in full.stderr
    assert is_whole(out, calm[0], but=(LEDGER, *SUMMARIES))
    assert lines_are_of(out / LEDGER, calm[0])
    disk("size=50m")
    assert ended(run).returncode == 0
    assert content(out) == calm[0]


@LINUX
@pytest.mark.usefixtures("parks")
def test_a_read_only_disk_is_told_and_nothing_is_lost(disk: Disk, calm: Calm) -> None:
    out = disk("size=50m") / "out"
    disk("ro")
    told = ended(run_of(str(out)))
    assert (told.returncode, "O107" in told.stderr, told.stdout) == (6, True, "")
    assert "Traceback" not in told.stderr
    disk("rw")
    assert ended(run_of(str(out))).returncode == 0
    assert content(out) == calm[0]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let this process, and those that it starts, write no file beyond a size."""
    import resource  # noqa: PLC0415 - not on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def run(eipcheck: CommandLine, parks: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give what runs such a batch in this process."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    return lambda *more: eipcheck("batch", parks, "--out", "out", "--resume", *more)


@LINUX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_results_that_find_no_room_cost_no_other(jobs: str, run: Run, calm: Calm) -> None:
    with largest_file(len(calm[0]["sample.json"]) - 1):
        full = run("--jobs", jobs)
    assert (full.code, "O107  out/sample.json" in full.err) == (6, True)
    assert all_told(full.out)
    assert "5 assessed" in full.out
    lost = {"sample.json", "sample.html"}
    assert content(Path("out")).keys() == calm[0].keys() - lost
    assert is_whole(Path("out"), calm[0], but=(LEDGER, *SUMMARIES))
    assert lines_are_of(Path("out", LEDGER), calm[0])
    assert "5 workbooks kept" in run("--jobs", jobs).out
    assert content(Path("out")) == calm[0]


@LINUX
def test_a_ledger_that_finds_no_room_costs_no_result(
    run: Run, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its second line is torn; it cannot be put in order either."""
    real = Ledger.encoded

    def long(ledger: Ledger, result: Result, today: date) -> bytes:
        return real(ledger, result, today).rjust(600_000)

    monkeypatch.setattr(Ledger, "encoded", long)
    with largest_file(1_000_000):
        full = run("--jobs", "1")
    assert (full.code, full.err.count(f"O107  out/{LEDGER}")) == (6, len(WORKBOOKS))
    assert all_told(full.out)
    assert "6 assessed" in full.out
    assert Path("out", LEDGER).stat().st_size == 1_000_000
    assert is_whole(Path("out"), calm[0], but=(LEDGER,))
    assert content(Path("out")).keys() == calm[0].keys()
    monkeypatch.setattr(Ledger, "encoded", real)
    assert "1 workbook kept" in run("--jobs", "1").out
    assert content(Path("out")) == calm[0]


@LINUX
def test_a_line_that_finds_no_room_is_told_with_the_ledger(here: Path) -> None:
    ledger = Ledger(here / LEDGER, "order")
    result = Result(task=batch.Task(PILOT, "a.xlsx", "a"), outputs=(("a.json", "0"),))
    stream = Path("/dev/full").open("ab")  # noqa: SIM115 - its end fails, too
    with pytest.raises(OutputError) as error:
        Book(ledger, date(2026, 1, 1), stream).add(result)
    told = [(problem.code, problem.place) for problem in error.value.problems]
    assert told == [("O107", FilePlace(str(here / LEDGER)))]
    with pytest.raises(OSError, match="space"):
        stream.close()


def test_a_summary_that_cannot_be_written_costs_the_store_nothing(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "file").write_bytes(b"")
    nowhere = (here / "file" / "a.html", here / "file" / "a.xlsx")
    monkeypatch.setattr(batch, "summary_paths", lambda _: nowhere)
    told = eipcheck("batch", PILOT, "--out", "out", "--store", "store")
    assert (told.code, "O107" in told.err) == (6, True)
    assert "1 assessed, 0 could not be assessed." in told.out
    assert any(told for name, told in content(here / "store").items() if name.endswith(".jsonl"))


def bound_by_modes(folder: Path) -> list[str]:
    """Give how a command is begun so that the modes of files bind it; they do not bind root."""
    if os.geteuid():
        return []
    rights = "--bounding-set=-dac_override,-dac_read_search,-fowner"
    begun = ["setpriv", rights]
    closed = folder / "closed"
    closed.touch(mode=0)
    bound = [*begun, "sh", "-c", f"! cat '{closed}'"]
    if not shutil.which("setpriv") or subprocess.run(bound, check=False).returncode:
        pytest.skip("root may write anywhere, and cannot give that up here")
    return begun


LOCK = ".eipcheck-batch.lock"


@pytest.mark.skipif(sys.platform == "win32", reason="has no modes of files")
@pytest.mark.parametrize(
    ("locked", "mode", "told_of", "assessed"),
    [
        ("", 0o500, LEDGER, 0),
        ("", 0, LOCK, 0),
        (LOCK, 0, LOCK, 0),
        ("north", 0o500, "north/pilot-3.json", 5),
        ("north", 0, "north/pilot-3.json", 5),
    ],
    ids=["read-only", "closed", "lock", "read-only part", "closed part"],
)
@pytest.mark.usefixtures("parks")
def test_what_is_locked_is_told_and_costs_nothing_else(
    locked: str, mode: int, told_of: str, assessed: int, here: Path, calm: Calm
) -> None:
    out = here / "out"
    (out / "north").mkdir(parents=True)
    (out / "north" / ".pilot-3.json.4711.tmp").write_bytes(b"left by a run that was killed")
    (out / LOCK).touch()
    begun = bound_by_modes(here)
    before = (out / locked).stat().st_mode
    (out / locked).chmod(mode)
    try:
        told = ended([*begun, *run_of("out")])
    finally:
        (out / locked).chmod(before)
    assert (told.returncode, "O107" in told.stderr) == (6, True)
    assert told_of in told.stderr
    assert "Traceback" not in told.stderr
    if assessed:
        assert all_told(told.stdout)
        assert f"{assessed} assessed" in told.stdout
    else:
        assert told.stdout == ""
    again = ended(run_of("out", "--resume"))
    assert again.returncode == 0
    assert (f"{assessed} workbooks kept" in again.stdout) == bool(assessed)
    assert content(out) == calm[0]
