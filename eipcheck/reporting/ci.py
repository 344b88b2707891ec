"""What a command about criteria found, as continuous integration wants to hear it.

Every format is made of these types alone. Texts come from YAML files, so that each format has to
escape them; here they are only freed from control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from eipcheck.model.place import FilePlace, Line, Place
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.text import Language
from eipcheck.reporting.say import problem_words
from eipcheck.reporting.view_words import clean


class CiCase(Struct, frozen=True, kw_only=True):
    """One thing tried: a file, a case beside the criteria, or a mutant.

    ``details`` are lines that go with its problems, such as the computation of a case;
    ``skipped`` says that it was not tried.
    """

    name: str
    place: Line | FilePlace
    problems: tuple[Problem, ...] = ()
    details: tuple[str, ...] = ()
    skipped: bool = False

    @property
    def failed(self) -> bool:
        """Say whether anything in it is wrong, not merely worth a look."""
        return any(p.severity is Severity.ERROR for p in self.problems)


class Counts(Struct, frozen=True):
    """How many cases there are, failed and were skipped, and how many problems they have."""

    cases: int
    failed: int
    skipped: int
    errors: int
    warnings: int


class CiSuite(Struct, frozen=True):
    """A criteria set, mapping or dictionary, and all that was tried of it."""

    name: str
    cases: tuple[CiCase, ...]

    @property
    def counts(self) -> Counts:
        """Count the cases and their problems."""
        return counts(self.cases)


class CiReport(Struct, frozen=True):
    """What ``criteria COMMAND`` found; places are relative to the current folder."""

    command: str
    suites: tuple[CiSuite, ...]

    @property
    def counts(self) -> Counts:
        """Count the cases of all suites and their problems."""
        return counts(case for suite in self.suites for case in suite.cases)


class Told(Struct, frozen=True):
    """One problem of a report with all that is said of it; ``text`` may have several lines."""

    problem: Problem
    suite: CiSuite
    case: CiCase
    what: str
    text: str


def counts(cases: Iterable[CiCase]) -> Counts:
    """Count cases and their problems."""
    found = tuple(cases)
    problems = [problem for case in found for problem in case.problems]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return Counts(
        cases=len(found),
        failed=sum(case.failed for case in found),
        skipped=sum(case.skipped for case in found),
        errors=errors,
        warnings=len(problems) - errors,
    )


_ONLY_A_CASE = frozenset({"C501", "C502", "C503", "C536", "C537", "C538"})
"""Codes of cases that are missing: they must not hide what is wrong."""


_LAST = (9, "", 0, 0, "")


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems: errors, missing cases, warnings; each by file, line and column."""
    return sorted(problems, key=_order)


def _order(problem: Problem) -> tuple[int, str, int, int, str]:
    line, column = line_and_column(problem.place)
    rank = 2 if problem.severity is not Severity.ERROR else problem.code in _ONLY_A_CASE
    return int(rank), file_of(problem.place), line, column, problem.code


def worst_cases_first(suite: CiSuite) -> list[CiCase]:
    """Sort the cases of a suite by their worst problem; those without one keep their order."""
    return sorted(suite.cases, key=lambda c: min(map(_order, c.problems), default=_LAST))


def told(report: CiReport, language: Language) -> list[Told]:
    """Give all problems of a report in words, worst first."""
    found = [t for s in report.suites for c in s.cases for t in told_of_case(s, c, language)]
    return sorted(found, key=lambda each: _order(each.problem))


def told_of_case(suite: CiSuite, case: CiCase, language: Language) -> Iterator[Told]:
    """Give the problems of a case in words, worst first; the first of them has the details."""
    details = case.details
    for problem in worst_first(case.problems):
        what, why, fix = (clean(words) for words in problem_words(problem, language))
        text = "\n".join((f"{what} {why}".rstrip(), fix, *map(clean, details)))
        yield Told(problem, suite, case, what, text)
        details = ()


def file_of(place: Place) -> str:
    """Give the file of a place."""
    return clean(str(getattr(place, "file", place)))


def line_and_column(place: Place) -> tuple[int, int]:
    """Give line and column; both 1 where a whole file is meant."""
    return (place.line, place.column) if isinstance(place, Line) else (1, 1)
