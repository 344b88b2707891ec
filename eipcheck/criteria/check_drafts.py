"""Writes the cases that a set lacks as drafts for a person to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from eipcheck.criteria.check_cases import Missing
from eipcheck.criteria.flow import flow
from eipcheck.model.criterion import Per, Verdict
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem

_ENTERPRISE = "?"  # a person has to give the enterprise a name


def existing(paths: Iterable[Path]) -> tuple[Problem, ...]:
    """Give the problem of files that exist already: nothing replaces what a person wrote."""
    there = [FilePlace(str(path)) for path in paths if path.exists()]
    return (Problem("C539", there[0], other_places=tuple(there[1:])),) if there else ()


def draft_cases(missing: Sequence[Missing], note: str) -> str:
    """Give a file of cases, each marked ``todo``; ``note`` is its first line, a comment.

    One case at a side of a bound shows its verdict too, so no second one is written for that.
    """
    shown = {(each.criterion, each.verdict) for each in missing if each.at is not None}
    wanted = [m for m in missing if m.code != "C501" or (m.criterion, m.verdict) not in shown]
    lines = [f"# {note}", "cases:"]
    for each in wanted:
        lines += _lines(each)
    return "\n".join(lines) + "\n"


def _lines(missing: Missing) -> Iterator[str]:
    yield f"  - name: {flow(_name(missing))}"
    yield f"    criterion: {missing.criterion}"
    yield f"    as_of: {missing.on.isoformat()}"
    if missing.at is not None:
        yield f"    at: {missing.at}"
    if missing.reading is not None:
        yield f"    readings: {flow(dict([missing.reading]))}"
    yield "    todo: true"
    yield from _ends(missing)


def _name(missing: Missing) -> str:
    details = [missing.at, "=".join(missing.reading or ()), missing.code == "C536" and missing.on]
    told = " ".join(str(detail) for detail in details if detail)
    return f"{missing.criterion}: {told or missing.verdict.value}"


def _ends(missing: Missing) -> Iterator[str]:
    if missing.per is Per.ENTERPRISES:
        yield f"    given: {flow({'rows': {'enterprises': [{'enterprise_name': _ENTERPRISE}]}})}"
        expected = {_ENTERPRISE: missing.verdict.value}
        yield f"    expect: {flow({'verdict': Verdict.REPORTED.value, 'enterprises': expected})}"
    else:
        yield "    given: {}"
        yield f"    expect: {flow({'verdict': missing.verdict.value})}"
