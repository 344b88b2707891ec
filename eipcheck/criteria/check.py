"""Checks a criteria set before it is used: all that loading finds, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.cases import read_every_case
from eipcheck.criteria.check_cases import Missing, check_cases, possible_verdicts
from eipcheck.criteria.check_changes import check_changes
from eipcheck.criteria.check_dates import check_dates
from eipcheck.criteria.check_differences import check_differences
from eipcheck.criteria.check_reach import check_reach
from eipcheck.criteria.check_use import check_use
from eipcheck.criteria.load import SET_FILE, Loaded, read_set
from eipcheck.criteria.problems import Problems
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import Problem

__all__ = ["Examined", "check_set", "examine_set", "possible_verdicts"]


class Examined(Struct, frozen=True):
    """All problems of a set in order of file and line, and the cases that it lacks."""

    problems: tuple[Problem, ...]
    missing: tuple[Missing, ...] = ()


def check_set(
    folder: Path, dictionary: DataDictionary, sets: Mapping[str, Path] | None = None
) -> tuple[Problem, ...]:
    """Give every problem of the set in ``folder`` and of its cases; see ``examine_set``."""
    return examine_set(folder, dictionary, sets).problems


def examine_set(
    folder: Path, dictionary: DataDictionary, sets: Mapping[str, Path] | None = None
) -> Examined:
    """Look for everything that is wrong with the set in ``folder`` and with its cases.

    Beyond what stops loading: cases that are missing, verdicts that nothing can bring about, gaps
    between dates, changes that do not fit the set superseded or what the rules of both show,
    sources without an address, and what is declared and never used.

    Args:
        folder: where the set lies.
        dictionary: the data dictionary without what the set adds.
        sets: the folders of other sets by id, where they do not lie beside this one.
    """
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    if loaded is None:
        return Examined(problems.sorted())
    criteria = loaded.criteria_set
    superseded = _superseded(loaded, folder, sets or {})
    check_differences(loaded, superseded, dictionary)
    cases = read_every_case(folder, criteria, loaded.names.dictionary, problems)
    missing = check_cases(loaded, cases)
    check_dates(loaded)
    check_reach(loaded)
    check_use(loaded)
    check_changes(loaded, superseded)
    name = folder.resolve().name
    if name != criteria.id:
        loaded.top.report("C508", "id", id=criteria.id, folder=name)
    return Examined(problems.sorted(), missing)


def _superseded(loaded: Loaded, folder: Path, sets: Mapping[str, Path]) -> Path | None:
    """Find the folder of the set that this one supersedes: beside it, or among the others."""
    name = loaded.criteria_set.supersedes
    if not name:
        return None
    beside = folder.resolve().parent / name
    return beside if (beside / SET_FILE).is_file() else sets.get(name)
