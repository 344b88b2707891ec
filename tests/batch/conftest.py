"""What the tests of batches share: the command line and an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine


@pytest.fixture
def eipcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Give the command line, speaking English."""
    monkeypatch.setenv("EIPCHECK_LANG", "en")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return CommandLine(capsys)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
