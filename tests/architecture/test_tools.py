"""The linters, the types and the import contracts are part of the test run."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> str:
    """Find a tool in the environment that runs the tests."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    assert found, f"{name} is not installed: it comes with the extra 'dev'"
    return found


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--check", "."],
        ["ruff", "check", "."],
        ["mypy"],
        ["lint-imports"],
        ["yamllint", "--strict", "-c", ".yamllint.yaml", "criteria", "examples"],
    ],
    ids=lambda command: "-".join(command[:2]),
)
def test_tool_finds_nothing(command: list[str]) -> None:
    """Formatter, linter, types, layers and YAML style have nothing to say."""
    done = subprocess.run(
        [tool(command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
