"""Checks criteria sets and mapping files, and runs the cases kept beside the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cases import Case, failures, read_every_case
from eipcheck.criteria.check import examine_set
from eipcheck.criteria.check_cases import Missing
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import read_set
from eipcheck.criteria.mapping import load_mapping
from eipcheck.criteria.problems import Problems
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import Options, evaluate
from eipcheck.model.assessment import Assessment
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import CriteriaError, Problem, Severity
from eipcheck.pipeline.authoring_paths import Aim, aims
from eipcheck.pipeline.sets import shipped_sets


class Checked(Struct, frozen=True):
    """A set, mapping file or data dictionary as ``check`` finds it.

    ``missing`` are the cases that a set lacks, each with its problem among the ``problems``;
    ``files`` are those that were read.
    """

    name: str
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    missing: tuple[Missing, ...] = ()

    @property
    def faulty(self) -> bool:
        """Say whether anything in it is wrong, not merely worth a look."""
        return any(p.severity is Severity.ERROR for p in self.problems)


class FailedCase(Struct, frozen=True):
    """A case of which something is not as it expects, each with its problem."""

    case: Case
    problems: tuple[Problem, ...]
    assessment: Assessment


class Tested(Struct, frozen=True, kw_only=True):
    """A set and its cases; ``problems`` tell why they could not be run.

    ``todo`` are cases still to be written: they are neither run nor counted among the ``cases``.
    """

    name: str
    dictionary: DataDictionary
    ran: tuple[Case, ...] = ()
    failed: tuple[FailedCase, ...] = ()
    todo: tuple[Case, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def cases(self) -> int:
        """How many cases were run."""
        return len(self.ran)


def check_sets(names: Sequence[str]) -> Iterator[Checked]:
    """Check what the names mean, each set and file once; none named: all that ships.

    A data dictionary that is itself invalid is told in place of what would be read with it.

    Raises:
        UsageError: a name is no set, no file of one, and no folder that holds one.
    """
    dictionaries: dict[Path, DataDictionary | None] = {}
    for aim in aims(names):
        file = aim.dictionary
        if file not in dictionaries:
            try:
                dictionaries[file] = load_dictionary(file)
            except CriteriaError as error:
                dictionaries[file] = None
                yield Checked(file.name, error.problems, (file,))
        dictionary = dictionaries[file]
        if dictionary is not None:
            yield _checked(aim, dictionary)


def _checked(aim: Aim, dictionary: DataDictionary) -> Checked:
    if aim.is_set:
        found = examine_set(aim.path, dictionary, shipped_sets())
        files = tuple(sorted(aim.path.rglob("*.yaml")))
        return Checked(aim.path.resolve().name, found.problems, files, found.missing)
    try:
        load_mapping(aim.path, dictionary)
    except CriteriaError as error:
        return Checked(aim.path.stem, error.problems, (aim.path,))
    return Checked(aim.path.stem, (), (aim.path,))


def run_cases(names: Sequence[str]) -> Iterator[Tested]:
    """Run the cases of the sets that the names mean, each once; none named: every shipped one.

    Raises:
        UsageError: a name is no set, no file of one, and no folder that holds one.
        CriteriaError: a data dictionary is invalid.
    """
    dictionaries: dict[Path, DataDictionary] = {}
    for aim in aims(names):
        if aim.is_set:
            file = aim.dictionary
            if file not in dictionaries:
                dictionaries[file] = load_dictionary(file)
            yield _run(aim.path, dictionaries[file])


def _run(folder: Path, dictionary: DataDictionary) -> Tested:
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    if loaded is None:
        return _not_run(folder, dictionary, problems)
    criteria, extended = loaded.criteria_set, loaded.names.dictionary
    cases = read_every_case(folder, criteria, extended, problems)
    if problems:
        return _not_run(folder, dictionary, problems)
    ready = tuple(case for case in cases if not case.todo)
    tried = (_try(case, criteria, extended) for case in ready)
    return Tested(
        name=criteria.id,
        dictionary=extended,
        ran=ready,
        failed=tuple(failed for failed in tried if failed is not None),
        todo=tuple(case for case in cases if case.todo),
    )


def _not_run(folder: Path, dictionary: DataDictionary, problems: Problems) -> Tested:
    name = folder.resolve().name
    return Tested(name=name, dictionary=dictionary, problems=problems.sorted())


def _try(case: Case, criteria: CriteriaSet, dictionary: DataDictionary) -> FailedCase | None:
    alone = replace(criteria, criteria=(criteria.criterion(case.criterion),))
    dates = choose_dates(case.record, case.as_of, case.as_of)
    options = Options(readings=dict(case.readings))
    assessment = evaluate(case.record, alone, dictionary, dates, options)
    finding = assessment.findings[0] if assessment.findings else None
    found = failures(case, finding, assessment.force)
    return FailedCase(case, found, assessment) if found else None
