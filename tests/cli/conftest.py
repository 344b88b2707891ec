"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine


@pytest.fixture
def eipcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Give the command line, speaking English, with nothing of the environment in its way."""
    monkeypatch.setenv("EIPCHECK_LANG", "en")
    monkeypatch.setenv("EIPCHECK_JOBS", "1")
    for name in ("EIPCHECK_DEBUG", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return CommandLine(capsys)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
