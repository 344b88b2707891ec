"""Judges cases against criteria that differ a little, without doing the same work again."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from eipcheck.criteria.cases import Case, failures
from eipcheck.criteria.mutants import Changed, Mutant
from eipcheck.criteria.shapes_data import ABSENT, UNBOUNDED
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.evaluate import force_on, in_force
from eipcheck.evaluation.finding import find
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import Finding
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import Problem


class Bench:
    """The cases of one set; the worlds of their records are kept from one trial to the next."""

    def __init__(
        self, criteria: CriteriaSet, cases: Sequence[Case], dictionary: DataDictionary
    ) -> None:
        """Take the set as it is."""
        self.criteria = criteria
        self.dictionary = dictionary
        self._defaults = {reading.id: reading.default for reading in criteria.readings}
        self._cases: dict[str, list[Case]] = {}
        for case in cases:
            self._cases.setdefault(case.criterion, []).append(case)
        self._kept = {id(case): case for case in cases}  # alive, so that no id is reused
        self._worlds: dict[int, Worlds] = {}

    def drop_failing(self) -> tuple[Problem, ...]:
        """Leave out the cases that fail without any change; tell what each should have been."""
        problems: list[Problem] = []
        for cases in self._cases.values():
            for case in list(cases):
                wrong = self.failures(case, self.criteria, self.dictionary)
                if wrong:
                    cases.remove(case)
                    problems += wrong
        return tuple(problems)

    def cases(self, criterion: str) -> list[Case]:
        """Give the cases of a criterion, those first that lately noticed a change."""
        return self._cases.setdefault(criterion, [])

    def chosen(self, case: Case) -> dict[str, str]:
        """Give the option of each reading that a case is judged under."""
        return self._defaults | dict(case.readings)

    def kills(self, mutant: Mutant, changed: Changed, dictionary: DataDictionary) -> bool:
        """Say whether some case fails with what the mutant makes of the set."""
        for name in changed.names:
            cases = self.cases(name)
            for case in sorted(cases, key=lambda each: not self.reads(each, mutant)):
                if self.failures(case, changed.criteria, dictionary):
                    cases.remove(case)
                    cases.insert(0, case)
                    return True
        return False

    def reads(self, case: Case, mutant: Mutant) -> bool:
        """Say whether a case is judged under the options that the changed place needs."""
        chosen = self.chosen(case)
        return all(chosen[reading] == option for reading, option in mutant.live)

    def failures(
        self, case: Case, criteria: CriteriaSet, dictionary: DataDictionary
    ) -> tuple[Problem, ...]:
        """Give everything that differs from what the case expects."""
        found = self._finding(case, criteria, dictionary)
        return failures(case, found, force_on(criteria, case.as_of))

    def told(
        self, case: Case, criteria: CriteriaSet, dictionary: DataDictionary
    ) -> dict[str, object]:
        """Give what could be expected of a case, as cases write it."""
        found = self._finding(case, criteria, dictionary)
        force = str(force_on(criteria, case.as_of))
        if found is None:
            return {"verdict": ABSENT, "force": force}
        rows = found.rows.rows if found.rows is not None else ()
        each = {row.name: str(own) for row, (own, _) in zip(rows, found.each, strict=False)}
        observed = found.declared.observed
        return {
            "verdict": str(found.declared.verdict),
            "force": force,
            "enterprises": each,
            "low": _exact(observed.low),
            "high": _exact(observed.high),
            "evidenced": str(found.evidenced.verdict),
            "flags": sorted(map(str, found.flags)),
        }

    def _finding(
        self, case: Case, criteria: CriteriaSet, dictionary: DataDictionary
    ) -> Finding | None:
        """Judge the criterion of a case; None where it is not in force on the day."""
        criterion = criteria.criterion(case.criterion)
        alone = replace(criteria, criteria=(criterion,))
        if not in_force(alone, case.as_of):
            return None
        worlds = self._world(case, dictionary)
        return find(worlds, alone, criterion, self.chosen(case), ()).finding

    def _world(self, case: Case, dictionary: DataDictionary) -> Worlds:
        if dictionary is not self.dictionary or id(case) not in self._kept:
            return _worlds(case, dictionary)
        if id(case) not in self._worlds:
            self._worlds[id(case)] = _worlds(case, dictionary)
        return self._worlds[id(case)]


def _exact(number: Fraction | None) -> str:
    return UNBOUNDED if number is None else str(number)


def _worlds(case: Case, dictionary: DataDictionary) -> Worlds:
    dates = choose_dates(case.record, case.as_of, case.as_of)
    return Worlds.of(case.record, dictionary, dates)
