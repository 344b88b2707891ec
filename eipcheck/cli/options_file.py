"""``--options FILE``: what a whole run is judged by, from a file and the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from eipcheck.cli.assess import Wishes
from eipcheck.criteria.run_options import load_run_options
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError

_TYPED = {
    "readings": "reading",
    "mappings": "mapping",
    "limits": "limit",
    "templates": "template",
}
"""Options whose name on the command line is for one, in a file for all."""


def read_wishes(path: Path | None, **typed: Any) -> tuple[Wishes, tuple[str, ...]]:  # noqa: ANN401 - options
    """Read the options of the command line, and those that a file fixes.

    Args:
        path: the file, None for none.
        typed: the options as they were typed, by the names of ``Wishes.read``, and ``fail_on``.

    Returns:
        What is asked for, and the gates.

    Raises:
        CriteriaError: the file is not of its form.
        UsageError: an option is both in the file and on the command line, or as ``Wishes.read``.
    """
    fixed: dict[str, Any] = {}
    if path is not None:
        fixed = {name: value for name, value in asdict(load_run_options(path)).items() if value}
        twice = [_TYPED.get(name, name).replace("_", "-") for name in fixed if typed.get(name)]
        if twice:
            facts = (("names", ", ".join(f"--{name}" for name in twice)),)
            raise UsageError((Problem("U148", FilePlace(str(path)), facts),))
    given = {**typed, **fixed}
    gates = tuple(given.pop("fail_on") or ())
    templates = [Path(name) for name in given.pop("templates") or ()]
    return Wishes.read(given.pop("lang"), several=True, templates=templates, **given), gates
