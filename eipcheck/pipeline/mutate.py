"""Changes criteria sets in one small thing at a time; a case must fail because of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.cases import read_cases
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.equivalent import Equivalent, read_equivalents
from eipcheck.criteria.load import Loaded, read_set
from eipcheck.criteria.mutants import Changed, Mutant, mutants_of, mutated, with_field
from eipcheck.criteria.mutants_cases import written_cases
from eipcheck.criteria.mutants_told import noticed, survivor, unmatched
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem
from eipcheck.pipeline.authoring_paths import aims
from eipcheck.pipeline.bench import Bench
from eipcheck.pipeline.killing import Search


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"  # a case fails
    REFUSED = "refused"  # it cannot be read as criteria, or the check of its days fails
    EQUIVALENT = "equivalent"  # no case fails, and the list says why
    SURVIVES = "survives"


class Tried(Struct, frozen=True):
    """One mutant and its fate; a survivor has a problem, which names the case that is missing."""

    id: str
    place: Line
    fate: Fate
    problem: Problem | None = None


class Mutated(Struct, frozen=True, kw_only=True):
    """A set and its mutants.

    ``other_problems`` tell what else stands against it: faults of its files, cases that fail
    without any change, entries of the list of equivalents that are out of date.
    """

    name: str
    tried: tuple[Tried, ...] = ()
    other_problems: tuple[Problem, ...] = ()

    def count(self, *fates: Fate) -> int:
        """Count the mutants of these fates."""
        return sum(each.fate in fates for each in self.tried)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give the survivors in order of file and line, then all other problems."""
        survivors = [each.problem for each in self.tried if each.problem is not None]
        return (*sorted(survivors, key=lambda problem: str(problem.place)), *self.other_problems)


def run_mutants(names: Sequence[str]) -> Iterator[Mutated]:
    """Try the mutants of the sets that the names mean; none named: of every shipped one.

    Raises:
        UsageError: a name is no set, no file of one, and no folder that holds one.
        CriteriaError: a data dictionary is invalid.
    """
    for aim in aims(names):
        if aim.is_set:
            yield mutate_set(aim.path, aim.dictionary)


def mutate_set(folder: Path, fields: Path, file: str = "", *, search: bool = True) -> Mutated:
    """Try the mutants of the set in ``folder``.

    Args:
        folder: where the set lies.
        fields: the file of the data dictionary.
        file: the name of a file; only mutants of this file are tried.
        search: look for the case that would notice each survivor; else a skeleton is told.

    Raises:
        CriteriaError: the data dictionary is invalid.
    """
    dictionary = load_dictionary(fields)
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    cases = () if loaded is None else read_cases(folder, loaded.criteria_set, dictionary, problems)
    equivalents = read_equivalents(folder, problems)
    if loaded is None or problems:
        return Mutated(name=folder.name, other_problems=problems.sorted())
    bench = Bench(loaded.criteria_set, cases, loaded.names.dictionary)
    failing = bench.drop_failing()
    mutants = list(mutants_of(loaded, fields))
    trial = _Trial(folder, loaded, bench, equivalents, search=search)
    here = [each for each in mutants if file in ("", Path(each.place.file).name)]
    tried = tuple(each for mutant in here for each in trial.tried(mutant))
    stale = _stale(equivalents, {mutant.id for mutant in mutants}, tried)
    return Mutated(name=loaded.criteria_set.id, tried=tried, other_problems=(*failing, *stale))


class _Trial:
    """Judges the mutants of one set."""

    def __init__(
        self,
        folder: Path,
        loaded: Loaded,
        bench: Bench,
        equivalents: Sequence[Equivalent],
        *,
        search: bool,
    ) -> None:
        self._search = search
        self._loaded = loaded
        self._bench = bench
        self._written = written_cases(folder)
        self._listed = {entry.mutant for entry in equivalents}

    def tried(self, mutant: Mutant) -> Iterator[Tried]:
        """Try a mutant; nothing where it is the set itself, written in another way."""
        changed = mutated(self._loaded, mutant)
        if changed is None:
            yield Tried(mutant.id, mutant.place, Fate.REFUSED)
        elif changed.names:
            yield self._judged(mutant, changed)

    def _judged(self, mutant: Mutant, changed: Changed) -> Tried:
        dictionary = with_field(self._bench.dictionary, mutant.field)
        if self._bench.kills(mutant, changed, dictionary):
            return Tried(mutant.id, mutant.place, Fate.KILLED)
        if mutant.id in self._listed:
            return Tried(mutant.id, mutant.place, Fate.EQUIVALENT)
        search = Search(mutant, changed, self._bench, self._loaded)
        killer = search.killer(self._written) if self._search else search.skeleton()
        return Tried(mutant.id, mutant.place, Fate.SURVIVES, survivor(mutant, killer))


def _stale(
    equivalents: Sequence[Equivalent], known: set[str], tried: Sequence[Tried]
) -> Iterator[Problem]:
    """Tell entries of the list that name no mutant, or one that does not survive."""
    killed = {each.id for each in tried if each.fate in (Fate.KILLED, Fate.REFUSED)}
    for entry in equivalents:
        if entry.mutant not in known:
            yield unmatched(entry, nearest(entry.mutant, known))
        elif entry.mutant in killed:
            yield noticed(entry)
