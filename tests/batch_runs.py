"""Batches in processes of their own, and what tests compare them with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from command_line import PILOT, ROOT, SAMPLE

CLOCK = "1700000000"
ENVIRONMENT = {
    **os.environ,
    "EIPCHECK_LANG": "en",
    "SOURCE_DATE_EPOCH": CLOCK,
    "PYTHONPATH": str(ROOT),
}
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes and disks of Linux")
WORKBOOKS = ("north/pilot-3", "pilot-0", "pilot-1", "pilot-2", "poison", "sample")
"""The workbooks of a run, in their order."""


def fill(folder: Path) -> Path:
    """Make a folder with five good workbooks and one that a test makes poisonous."""
    (folder / "north").mkdir(parents=True)
    for name in WORKBOOKS:
        shutil.copy(SAMPLE if name == "sample" else PILOT, folder / f"{name}.xlsx")
    return folder


def run_of(out: str, *more: str) -> list[str]:
    """Give the command of a batch into a folder, by two processes."""
    return [sys.executable, "-m", "eipcheck", "batch", "parks", "--out", out, "--jobs", "2", *more]


def ended(run: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*run], capture_output=True, check=False, env=ENVIRONMENT, encoding="utf-8"
    )
