"""The code stays small, and the papers stay in step with it."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from eipcheck.cli.criteria_app import app

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "eipcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function of a module."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_files_and_functions_stay_small(module: Path) -> None:
    """No file and no function outgrows its budget: it is the tail that rots."""
    if "messages" not in module.parts:
        assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for function in functions(module):
        assert function.end_lineno is not None
        length = function.end_lineno - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"


def test_package_inits_hold_a_docstring_and_nothing_else() -> None:
    """Imports name the module that defines a thing, so that no cycle can hide in an __init__."""
    for init in PACKAGE.rglob("*/__init__.py"):
        body = ast.parse(init.read_text(encoding="utf-8")).body
        assert len(body) == 1, init
        assert isinstance(body[0], ast.Expr), init


def test_the_gate_runs_the_command_of_the_readme() -> None:
    """What CI runs is what the README tells a newcomer to run."""
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in gate
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, flags=re.DOTALL)
    assert ".venv/bin/eipcheck assess examples/pilot-parks/" in blocks[0]
    assert ".venv-dev/bin/pytest" in blocks[1]


def test_the_readme_names_every_command() -> None:
    """Every command of the program stands in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("assess", "batch", "template", "demo", "explain", "inspect"):
        assert f"`eipcheck {command}" in readme
    own = app.registered_commands
    assert len(own) > 4
    table = "".join(line for line in readme.splitlines() if "`eipcheck criteria " in line)
    for command in own:
        assert re.search(rf"`(eipcheck criteria )?{command.name}\b", table), command.name


def test_nothing_that_is_tracked_is_ignored() -> None:
    """The clone that a newcomer gets is complete."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
