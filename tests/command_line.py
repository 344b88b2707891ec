"""Runs the command line inside the test process and gives all that came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from eipcheck.cli.app import main

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx"
PILOT = ROOT / "examples" / "pilot-parks" / "hoa-khanh.xlsx"


def content(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file of a folder, by its relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, results, and all else it said."""

    code: int
    out: str
    err: str


class CommandLine:
    """The command line, ready to be run; English unless the arguments say otherwise."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ended:
        """Run one command."""
        self._capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = self._capsys.readouterr()
        return Ended(code, printed.out, printed.err)
