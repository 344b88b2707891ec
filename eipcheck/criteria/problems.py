"""Collects every problem of the files that are read, so that one pass reports them all."""

from __future__ import annotations

from collections.abc import Iterable

from eipcheck.model.place import FilePlace, Line
from eipcheck.model.problem import CriteriaError, Problem, Severity

_LONGEST = 400  # letters of a fact; names in hostile files can be as long as the file
_SHOWN = 12  # of the names that would have been right


class Problems:
    """The problems found so far, each once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, code: str, place: Line | FilePlace, **facts: str) -> None:
        """Add a problem; ``facts`` are what its wording in the catalogue shows."""
        self._found[Problem(code, place, _plain(facts))] = None

    def warn(self, code: str, place: Line | FilePlace, **facts: str) -> None:
        """Add something worth a look that makes no file invalid."""
        self._found[Problem(code, place, _plain(facts), Severity.WARNING)] = None

    def sorted(self) -> tuple[Problem, ...]:
        """Give the problems in order of file, line and column."""
        return tuple(sorted(self._found, key=_reading_order))

    def raise_any(self) -> None:
        """Stop if there is a problem.

        Raises:
            CriteriaError: with all problems found so far.
        """
        if self._found:
            raise CriteriaError(self.sorted())


def _plain(facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(fact)[:_LONGEST]) for name, fact in facts.items())


def _reading_order(problem: Problem) -> tuple[str, int, int, str]:
    place = problem.place
    if isinstance(place, Line):
        return place.file, place.line, place.column, problem.code
    return str(place), 0, 0, problem.code


def nearest(name: str, names: Iterable[str]) -> str:
    """List the ``names`` that look like ``name``; if none does, the first of them; never empty."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only where something is wrong

    known = sorted(names)
    close = get_close_matches(name, known, n=3)
    shown = close or known[:_SHOWN]
    return ", ".join(shown) + (", …" if not close and len(known) > _SHOWN else "") or "-"
