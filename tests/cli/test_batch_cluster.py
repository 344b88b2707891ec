"""A batch on a real cluster of several worker processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import PILOT, ROOT, SAMPLE, CommandLine, content
from distributed import LocalCluster
from poisoned_work import ends_at_poison

from eipcheck.pipeline import batch, cluster
from eipcheck.pipeline.ledger import LEDGER


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give the address of a scheduler with two worker processes."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as running:
        yield running.scheduler_address


def test_a_cluster_gives_the_same_bytes(
    address: str, eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    shutil.copytree(ROOT / "examples" / "pilot-parks", here / "parks")
    (here / "parks" / "bad.xlsx").write_bytes(b"no workbook")
    told = [
        eipcheck("batch", "parks", "--out", out, *how)
        for out, how in (("one", ("--jobs", "1")), ("two", ("--scheduler", address)))
    ]
    assert [ended.code for ended in told] == [5, 5]
    assert told[0].err.replace("one/", "") == told[1].err.replace("two/", "")
    assert content(here / "one") == content(here / "two")
    lines = (here / "two" / LEDGER).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 8 + 1  # and the summary


def test_workers_that_are_lost_cost_one_row(
    address: str, eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "parks").mkdir()
    for name in ("a", "b", "poison", "c", "d"):
        shutil.copy(SAMPLE if name == "b" else PILOT, here / "parks" / f"{name}.xlsx")
    monkeypatch.setattr(batch, "work", ends_at_poison)
    ended = eipcheck("batch", "parks", "--out", "out", "--scheduler", address)
    assert ended.code == 5
    assert "4 assessed, 1 could not be assessed." in ended.out
    assert "O150" in ended.err


def test_a_scheduler_that_does_not_answer_is_told(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    run = ("batch", PILOT, "--out", here / "out", "--scheduler")
    for wrong in ("tcp://127.0.0.1:1", "nonsense://x"):
        ended = eipcheck(*run, wrong)
        assert (ended.code, "U132" in ended.err) == (2, True)


def test_workers_of_another_version_are_refused(
    address: str, eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.0")
    ended = eipcheck("batch", PILOT, "--out", here / "out", "--scheduler", address)
    assert (ended.code, "U133" in ended.err) == (2, True)
    assert not (here / "out").exists()


def test_without_the_extra_its_name_is_told(
    eipcheck: CommandLine, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    ended = eipcheck("batch", PILOT, "--out", here / "out", "--scheduler", "tcp://x:1")
    assert (ended.code, "U131" in ended.err, "eipcheck[dask]" in ended.err) == (2, True, True)
