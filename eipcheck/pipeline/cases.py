"""Checks criteria sets, and runs the cases kept beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cases import Case, failures, load_cases
from eipcheck.criteria.check import check_set
from eipcheck.criteria.dictionary import extend_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import CriteriaError, Problem, Severity
from eipcheck.pipeline.sets import set_folder, shipped_dictionary, shipped_sets


class Checked(Struct, frozen=True):
    """A set as ``check`` finds it."""

    name: str
    problems: tuple[Problem, ...]

    @property
    def faulty(self) -> bool:
        """Say whether anything in it is wrong, not merely worth a look."""
        return any(p.severity is Severity.ERROR for p in self.problems)


class FailedCase(Struct, frozen=True):
    """A case whose finding is not what it expects; no finding where none is in force."""

    case: Case
    problems: tuple[Problem, ...]
    assessment: Assessment


class Tested(Struct, frozen=True, kw_only=True):
    """A set and its cases; ``problems`` tell why they could not be run."""

    name: str
    dictionary: DataDictionary
    cases: int = 0
    failed: tuple[FailedCase, ...] = ()
    problems: tuple[Problem, ...] = ()


def check_sets(names: Sequence[str]) -> Iterator[Checked]:
    """Check sets by id or path; none named: every shipped one.

    Raises:
        UsageError: a name is neither the id nor the folder of a set.
        CriteriaError: the data dictionary is invalid.
    """
    folders = _folders(names)
    dictionary = shipped_dictionary()
    for folder in folders:
        yield Checked(folder.name, check_set(folder, dictionary))


def run_cases(names: Sequence[str]) -> Iterator[Tested]:
    """Run the cases of sets by id or path; none named: every shipped one.

    Raises:
        UsageError: a name is neither the id nor the folder of a set.
        CriteriaError: the data dictionary is invalid.
    """
    folders = _folders(names)
    dictionary = shipped_dictionary()
    for folder in folders:
        try:
            yield _run(folder, dictionary)
        except CriteriaError as error:
            yield Tested(name=folder.name, dictionary=dictionary, problems=error.problems)


def _folders(names: Sequence[str]) -> list[Path]:
    return [set_folder(name) for name in names] or list(shipped_sets().values())


def _run(folder: Path, dictionary: DataDictionary) -> Tested:
    criteria = load_set(folder, dictionary)
    cases = load_cases(folder, criteria, dictionary)
    extended = extend_dictionary(dictionary, folder)
    tried = (_try(case, criteria, extended) for case in cases)
    return Tested(
        name=criteria.id,
        dictionary=extended,
        cases=len(cases),
        failed=tuple(failed for failed in tried if failed is not None),
    )


def _try(case: Case, criteria: CriteriaSet, dictionary: DataDictionary) -> FailedCase | None:
    alone = replace(criteria, criteria=(criteria.criterion(case.criterion),))
    dates = choose_dates(case.record, case.as_of, case.as_of)
    options = Options(readings=dict(case.readings))
    assessment = evaluate(case.record, alone, dictionary, dates, options)
    if not assessment.findings:
        return FailedCase(case, (), assessment)
    found = failures(case, assessment.findings[0])
    return FailedCase(case, found, assessment) if found else None
