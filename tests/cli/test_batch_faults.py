"""A batch loses nothing: not to a workbook that ends its process, nor to its own sudden end.

``EIPCHECK_FAULTS`` says at how many moments a run is killed; a few do where all tests run.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import PILOT, ROOT, SAMPLE, CommandLine, content
from poisoned_work import ends_at_poison, sleeps_at_poison

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError
from eipcheck.pipeline import batch
from eipcheck.pipeline.ledger import LEDGER, only_one
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Result

MOMENTS = int(os.environ.get("EIPCHECK_FAULTS", "3"))
SUMMARIES = {"eipcheck-summary.html", "eipcheck-summary.xlsx"}
CLOCK = "1700000000"


@pytest.fixture
def parks(here: Path) -> Path:
    """Give a folder with five good workbooks and one that a test makes poisonous."""
    folder = here / "parks"
    folder.mkdir()
    for number in range(4):
        shutil.copy(PILOT, folder / f"pilot-{number}.xlsx")
    shutil.copy(SAMPLE, folder / "sample.xlsx")
    shutil.copy(PILOT, folder / "poison.xlsx")
    return folder


@pytest.mark.parametrize(
    ("work", "seconds"), [(ends_at_poison, "300"), (sleeps_at_poison, "5")], ids=["ends", "hangs"]
)
def test_a_workbook_that_ends_its_process_costs_one_row(
    work: Callable[[bytes, Task], Result],
    seconds: str,
    eipcheck: CommandLine,
    parks: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "work", work)
    ended = eipcheck("batch", parks, "--out", "out", "--jobs", "2", "--seconds", seconds)
    assert ended.code == 5
    assert "5 assessed, 1 could not be assessed." in ended.out
    assert "O150" in ended.err
    assert f"{seconds} s" in ended.err
    monkeypatch.undo()
    monkeypatch.setenv("EIPCHECK_LANG", "en")
    monkeypatch.chdir(parks.parent)
    ended = eipcheck("batch", parks, "--out", "out", "--jobs", "1", "--resume")
    assert (ended.code, "5 workbooks kept" in ended.out) == (0, True)


def test_what_has_not_changed_is_kept(
    eipcheck: CommandLine, parks: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    out = here / "out"
    run = ("batch", parks, "--out", out, "--jobs", "1")
    assert eipcheck(*run).code == 0
    first = content(out)
    assert "6 workbooks kept" in eipcheck(*run, "--resume").out
    assert content(out) == first
    (out / "sample.html").write_text("changed by hand", encoding="utf-8")
    (out / "pilot-0.json").unlink()
    shutil.copy(SAMPLE, parks / "pilot-1.xlsx")
    assert "3 workbooks kept" in eipcheck(*run, "--resume").out
    changed = {name for name, told in content(out).items() if told != first[name]}
    assert changed == {"pilot-1.json", "pilot-1.html", LEDGER, *SUMMARIES}
    assert "kept" not in eipcheck(*run, "--resume", "--reading", "Q4=counted").out


def test_a_workbook_judged_as_of_today_is_kept_for_the_day(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ("batch", PILOT, "--out", here / "out", "--jobs", "1")
    told = []
    for day in (1, 1, 2):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(CLOCK) + day * 86400))
        told.append("1 workbook kept" in eipcheck(*run, "--resume").out)
    judged_today = '"source": "today"' in (here / "out" / "hoa-khanh.json").read_text("utf-8")
    assert told == [False, True, not judged_today]


def test_a_torn_line_of_the_ledger_is_none(
    eipcheck: CommandLine, parks: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    run = ("batch", parks, "--out", here / "out", "--jobs", "1")
    eipcheck(*run)
    first = content(here / "out")
    ledger = here / "out" / LEDGER
    ledger.write_bytes(ledger.read_bytes()[:-40])
    assert "5 workbooks kept" in eipcheck(*run, "--resume").out
    assert content(here / "out") == first


def test_what_a_killed_run_left_is_swept_and_nothing_else(
    eipcheck: CommandLine, here: Path
) -> None:
    out = here / "out" / "deep"
    out.mkdir(parents=True)
    for name in (".hoa-khanh.html.4711.tmp", ".mine.tmp", "mine.4711.tmp"):
        (out / name).write_bytes(b"")
    assert eipcheck("batch", PILOT, "--out", here / "out", "--jobs", "1").code == 0
    assert {path.name for path in out.iterdir()} == {".mine.tmp", "mine.4711.tmp"}


def test_two_runs_do_not_mix_in_one_folder(eipcheck: CommandLine, parks: Path, here: Path) -> None:
    out = here / "out"
    with only_one(out):
        ended = eipcheck("batch", parks, "--out", out, "--jobs", "1")
        assert (ended.code, "O151" in ended.err) == (6, True)
        with pytest.raises(OutputError) as error, only_one(out):
            pass
        assert [p.code for p in error.value.problems] == ["O151"]
        assert error.value.problems[0].place == FilePlace(str(out))
    assert eipcheck("batch", parks, "--out", out, "--jobs", "1").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="kills a group of processes")
@pytest.mark.parametrize("moment", range(MOMENTS))
@pytest.mark.usefixtures("parks")
def test_a_run_that_is_killed_loses_nothing(moment: int, here: Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": CLOCK, "PYTHONPATH": str(ROOT)}

    def command(out: str, *more: str) -> list[str]:
        paths = ["parks", "--out", out, "--jobs", "2", *more]
        return [sys.executable, "-m", "eipcheck", "batch", *paths]

    begun = time.monotonic()
    subprocess.run(command("calm"), check=True, capture_output=True, env=environment)
    took = time.monotonic() - begun
    killed = subprocess.Popen(
        command("out"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
    time.sleep(random.Random(moment).uniform(0.2, 1) * took)  # noqa: S311 - no secret
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    subprocess.run(command("out", "--resume"), check=True, capture_output=True, env=environment)
    assert content(here / "out") == content(here / "calm")
