"""A batch loses nothing: not to a workbook that ends its process, nor to its own sudden end.

``EIPCHECK_FAULTS`` says at how many moments a run is killed; a few do where all tests run.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_runs import CLOCK, ENVIRONMENT, LINUX, run_of
from command_line import PILOT, SAMPLE, CommandLine, content
from poisoned_work import ends_at_poison, ends_while_writing, sleeps_at_poison

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError
from eipcheck.pipeline import batch
from eipcheck.pipeline.ledger import LEDGER, Ledger, only_one
from eipcheck.pipeline.tasks import Task
from eipcheck.pipeline.workers import Result

MOMENTS = int(os.environ.get("EIPCHECK_FAULTS", "2"))
SUMMARIES = {"eipcheck-summary.html", "eipcheck-summary.xlsx"}


@pytest.mark.parametrize(
    ("work", "seconds"),
    [(ends_at_poison, "300"), (ends_while_writing, "300"), (sleeps_at_poison, "3")],
    ids=["ends", "writes", "hangs"],
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
    assert not [*Path("out").rglob(".*.tmp")]
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


def test_a_summary_is_kept_while_it_would_say_the_same(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    parks = here / "parks"
    parks.mkdir()
    for name in ("gone", "pilot"):
        shutil.copy(PILOT, parks / f"{name}.xlsx")
    run = ("batch", parks, "--out", "out", "--jobs", "1", "--resume")
    pages = [Path("out", name) for name in sorted(SUMMARIES)]

    def is_kept(*more: str) -> bool:
        """Run again; say whether the summary stayed, which must be what it would be anew."""
        before = [(page.read_bytes(), page.stat().st_ino) for page in pages]
        told = eipcheck(*run, *more).err
        after = [(page.read_bytes(), page.stat().st_ino) for page in pages]
        assert [f"Unchanged: {page}" in told for page in pages] == [before == after] * 2
        assert [f"Wrote {page}" in told for page in pages] == [before != after] * 2
        shutil.rmtree("anew", ignore_errors=True)
        eipcheck("batch", parks, "--out", "anew", "--jobs", "1", *more)
        assert [page.read_bytes() for page in pages] == [
            Path("anew", page.name).read_bytes() for page in pages
        ]
        return before == after

    assert eipcheck(*run).code == 0
    assert is_kept()
    pages[0].write_text("changed by hand", encoding="utf-8")
    assert [is_kept(), is_kept()] == [False, True]
    pages[1].unlink()
    pages[1].touch()
    assert [is_kept(), is_kept()] == [False, True]
    (parks / "gone.xlsx").unlink()
    assert [is_kept(), is_kept()] == [False, True]
    (parks / "bad.xlsx").write_bytes(b"no workbook")
    assert [is_kept(), is_kept()] == [False, True]
    other = ("--reading", "Q4=counted")
    assert [is_kept(*other), is_kept(*other)] == [False, True]


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
    told = ledger.read_bytes()
    ledger.write_bytes(told[:-40])  # in the line of the summary
    assert "6 workbooks kept" in eipcheck(*run, "--resume").out
    assert content(here / "out") == first
    ledger.write_bytes(told[: told.rindex(b"\n", 0, -1) - 40])
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


def workers_of(parent: int) -> list[int]:
    """Give the worker processes of a run, as Linux tells them."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    named = {int(pid): Path(f"/proc/{pid}/cmdline") for pid in children}
    return [pid for pid, line in named.items() if b"spawn_main" in line.read_bytes()]


def is_alive(pid: int) -> bool:
    """Say whether a process does anything yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@LINUX
@pytest.mark.parametrize("moment", range(MOMENTS))
@pytest.mark.parametrize("victim", ["all", "parent", "worker"])
@pytest.mark.usefixtures("parks")
def test_a_run_that_is_killed_loses_nothing(
    victim: str, moment: int, calm: tuple[dict[str, bytes], float], here: Path
) -> None:
    undisturbed, took = calm
    killed = subprocess.Popen(
        run_of("out"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=ENVIRONMENT,
    )
    while victim != "all" and killed.poll() is None and not workers_of(killed.pid):
        time.sleep(0.01)
    time.sleep(random.Random(moment).uniform(0, 1 if victim == "all" else 0.4) * took)  # noqa: S311 - no secret
    workers = workers_of(killed.pid) if killed.poll() is None else []
    match victim:
        case "all":
            os.killpg(killed.pid, signal.SIGKILL)
        case "parent":
            killed.kill()
        case _ if workers:
            os.kill(workers[moment % len(workers)], signal.SIGKILL)
    ended = killed.wait()
    if victim == "worker":
        assert ended == 0
        assert content(here / "out") == undisturbed
    give_up = time.monotonic() + 10
    while any(map(is_alive, workers)):
        assert time.monotonic() < give_up, "a worker outlives its run"
        time.sleep(0.02)
    subprocess.run(run_of("out", "--resume"), check=True, capture_output=True, env=ENVIRONMENT)
    assert content(here / "out") == undisturbed


def test_the_folder_is_taken_from_the_first_look_to_the_last_line(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = []

    def tried(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def call(*of: object, **more: object) -> object:
            with pytest.raises(OutputError), only_one(here / "out"):
                pass
            taken.append(name)
            return real(*of, **more)

        monkeypatch.setattr(owner, name, call)

    for owner, name in ((Ledger, "kept"), (batch, "summary_bytes"), (Ledger, "stamp")):
        tried(owner, name)
    run = ("batch", PILOT, "--out", here / "out", "--jobs", "1", "--resume")
    assert eipcheck(*run).code == 0
    assert taken == ["kept", "summary_bytes", "stamp"]


def test_a_fault_of_a_run_is_none_of_its_folder(here: Path) -> None:
    with pytest.raises(BrokenPipeError), only_one(here):
        raise BrokenPipeError
    with only_one(here):
        pass


def test_results_that_cannot_be_written_cost_no_other(
    eipcheck: CommandLine, parks: Path, here: Path
) -> None:
    (here / "out" / "sample.html").mkdir(parents=True)  # where a report should stand
    ended = eipcheck("batch", parks, "--out", "out", "--jobs", "1")
    assert (ended.code, "O104" in ended.err) == (6, True)
    (here / "out" / "sample.html").rmdir()
    assert eipcheck("batch", parks, "--out", "out", "--jobs", "1").code == 0
