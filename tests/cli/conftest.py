"""What the tests of the command line share."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from batch_runs import ENVIRONMENT, fill, run_of
from command_line import CommandLine, content


@pytest.fixture
def eipcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Give the command line, speaking English, with nothing of the environment in its way."""
    monkeypatch.setenv("EIPCHECK_LANG", "en")
    monkeypatch.setenv("EIPCHECK_JOBS", "1")
    for name in ("EIPCHECK_DEBUG", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return CommandLine(capsys)


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """Give the results of an undisturbed batch, and its seconds."""
    folder = tmp_path_factory.mktemp("calm")
    fill(folder / "parks")
    begun = time.monotonic()
    subprocess.run(run_of("out"), check=True, capture_output=True, env=ENVIRONMENT, cwd=folder)
    return content(folder / "out"), time.monotonic() - begun


@pytest.fixture
def parks(here: Path) -> Path:
    """Give the folder of workbooks that such a batch reads."""
    return fill(here / "parks")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
