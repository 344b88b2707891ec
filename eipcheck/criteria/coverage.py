"""What the cases of a set show, counted.

Of each criterion, for each version (a time in which neither it nor a bound of its target changes,
within the force of the set), these are to be shown:

- every verdict that it can give (``possible_verdicts``), by a case with a day in the version;
- under every option of every reading that touches it, every verdict that it can give under that
  option, by a case with a day in the version that is judged under the option, whether it names
  the option or the option is the default.

A case shows the verdict that it expects as declared; of a criterion that is asked of each
enterprise, the verdicts of the enterprises that it names; and nothing, where it expects that the
criterion is absent on its day. Options are taken one at a time: that a
pair of options of two readings is shown is not asked. Coverage is the part of these that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.criteria.cases import Case
from eipcheck.criteria.check_cases import possible_verdicts
from eipcheck.model.criterion import ByReading, CriteriaSet, Criterion, Verdict
from eipcheck.model.measure import Target, TargetByReading
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem, Severity

_DAY = timedelta(days=1)


class Version(Struct, frozen=True):
    """Days on which a criterion stays the same, both inclusive; None where there is no end."""

    start: date | None
    end: date | None

    def holds(self, on: date) -> bool:
        """Say whether a day lies in the version."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def __str__(self) -> str:
        """Both days as ``2018-07-10/2022-07-14``; a missing one as ``..``."""
        return "/".join(day.isoformat() if day else ".." for day in (self.start, self.end))


class Wanted(Struct, frozen=True):
    """Something to be shown, and by how many cases it is; ``option`` None: whatever is chosen."""

    criterion: str
    version: Version
    verdict: Verdict
    option: tuple[str, str] | None
    cases: int


def coverage(criteria: CriteriaSet, cases: Sequence[Case]) -> tuple[Wanted, ...]:
    """Give all that is to be shown, in order of criterion, version, option and verdict."""
    defaults = {reading.id: reading.default for reading in criteria.readings}
    return tuple(
        wanted
        for criterion in criteria.criteria
        for wanted in _of(
            criterion, criteria, [c for c in cases if c.criterion == criterion.id], defaults
        )
    )


def _of(
    criterion: Criterion,
    criteria: CriteriaSet,
    cases: Sequence[Case],
    defaults: dict[str, str],
) -> Iterator[Wanted]:
    options: list[tuple[str, str] | None] = [None]
    for name in criterion.readings:
        options += [(name, option.id) for option in criteria.reading(name).options]
    for version in versions(criterion, criteria):
        inside = [case for case in cases if version.holds(_day(case, criteria))]
        for option in options:
            judged = [case for case in inside if _chooses(case, option, defaults)]
            for verdict in possible_verdicts(_under(criterion, option), criteria.per(criterion)):
                count = sum(verdict in case.expect.verdicts for case in judged)
                yield Wanted(criterion.id, version, verdict, option, count)


def _chooses(case: Case, option: tuple[str, str] | None, defaults: dict[str, str]) -> bool:
    return option is None or (defaults | dict(case.readings))[option[0]] == option[1]


def _day(case: Case, criteria: CriteriaSet) -> date:
    """Give the day whose values apply: outside the force of the set, its nearest day in force."""
    day = max(case.as_of, criteria.in_force_from or case.as_of)
    return min(day, criteria.in_force_to or day)


def versions(criterion: Criterion, criteria: CriteriaSet) -> tuple[Version, ...]:
    """Give the times in which a criterion stays the same, in order."""
    first = max(filter(None, (criteria.in_force_from, criterion.start)), default=None)
    last = min(filter(None, (criteria.in_force_to, criterion.end)), default=None)
    changes = sorted(
        {
            value.start
            for target in _targets(criterion.target)
            for value in target.values
            if (first is not None and first < value.start) and (last is None or value.start <= last)
        }
    )
    starts: list[date | None] = [first, *changes]
    ends: list[date | None] = [*(day - _DAY for day in changes), last]
    return tuple(map(Version, starts, ends))


def _targets(target: Target | TargetByReading | None) -> tuple[Target, ...]:
    if isinstance(target, TargetByReading):
        return tuple(each for _, each in target.options)
    return (target,) if target is not None else ()


def _under(criterion: Criterion, option: tuple[str, str] | None) -> Criterion:
    """Give the criterion with what the option decides of its target and of a missed target."""
    if option is None:
        return criterion
    otherwise, target = criterion.otherwise, criterion.target
    if isinstance(otherwise, ByReading) and otherwise.reading == option[0]:
        criterion = replace(criterion, otherwise=Verdict(dict(otherwise.options)[option[1]]))
    if isinstance(target, TargetByReading) and target.reading == option[0]:
        criterion = replace(criterion, target=dict(target.options)[option[1]])
    return criterion


def not_shown(criteria: Sequence[Wanted], places: Mapping[str, Line]) -> Iterator[Problem]:
    """Tell what no case shows, in one problem for each version and option of a criterion.

    ``places`` are those of the criteria by id.
    """
    missing: dict[tuple[str, Version, tuple[str, str] | None], list[str]] = {}
    for each in criteria:
        if not each.cases:
            missing.setdefault((each.criterion, each.version, each.option), []).append(each.verdict)
    for (name, version, option), verdicts in missing.items():
        facts = (("of", name), ("version", str(version)), ("verdicts", ", ".join(verdicts)))
        if option is None:
            yield Problem("C630", places[name], facts)
        else:
            told = (*facts, ("reading", option[0]), ("option", option[1]))
            yield Problem("C631", places[name], told, severity=Severity.WARNING)
