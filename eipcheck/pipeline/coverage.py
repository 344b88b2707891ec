"""Counts what the cases beside criteria sets show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.cases import read_cases
from eipcheck.criteria.coverage import Wanted, coverage, not_shown
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import read_set
from eipcheck.criteria.problems import Problems
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import Problem
from eipcheck.pipeline.authoring_paths import aims


class Covered(Struct, frozen=True, kw_only=True):
    """A set, all that its cases are to show, and problems that tell what they do not.

    A set that cannot be read has its faults as ``problems``, and nothing to show.
    """

    name: str
    wanted: tuple[Wanted, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def counts(self) -> tuple[int, int]:
        """How much is shown, and of how much."""
        return sum(each.cases > 0 for each in self.wanted), len(self.wanted)

    def reaches(self, percent: float) -> bool:
        """Say whether at least this part is shown; nothing is, of a set that cannot be read."""
        shown, wanted = self.counts
        return 100 * shown >= percent * wanted if wanted else not self.problems


def cover_sets(names: Sequence[str]) -> Iterator[Covered]:
    """Count what the cases of the sets show that the names mean; none named: every shipped one.

    Raises:
        UsageError: a name is no set, no file of one, and no folder that holds one.
        CriteriaError: a data dictionary is invalid.
    """
    for aim in aims(names):
        if aim.is_set:
            yield cover_set(aim.path, load_dictionary(aim.dictionary))


def cover_set(folder: Path, dictionary: DataDictionary) -> Covered:
    """Count what the cases of the set in ``folder`` show."""
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    cases = () if loaded is None else read_cases(folder, loaded.criteria_set, dictionary, problems)
    if loaded is None or problems:
        return Covered(name=folder.name, problems=problems.sorted())
    wanted = coverage(loaded.criteria_set, cases)
    places = {name: card.place("id") for name, card in loaded.cards.items()}
    return Covered(
        name=loaded.criteria_set.id,
        wanted=wanted,
        problems=tuple(not_shown(wanted, places)),
    )
