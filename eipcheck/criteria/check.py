"""Checks a criteria set before it is used: all that loading finds, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from eipcheck.criteria.cases import BOUND, WRONG_SIDE, Case, read_cases
from eipcheck.criteria.load import Loaded, read_set
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import Map
from eipcheck.model.criterion import ByReading, Criterion, Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.measure import Target
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem


def check_set(folder: Path, dictionary: DataDictionary) -> tuple[Problem, ...]:
    """Give every problem of the set in ``folder`` and of its cases, in order of file and line.

    Beyond what stops loading: a verdict that a criterion can give but no case shows, a numeric
    target without a case at the bound and one on its wrong side, and readings, terms and clauses
    that nothing uses.
    """
    problems = Problems()
    loaded = read_set(folder, dictionary, problems)
    if loaded is not None:
        cases = read_cases(folder, loaded.criteria_set, dictionary, problems)
        for criterion in loaded.criteria_set.criteria:
            own = [case for case in cases if case.criterion == criterion.id]
            _check_cases(loaded.cards[criterion.id], criterion, own)
        _check_sides(cases, problems)
        _check_use(loaded)
        name = folder.resolve().name
        if name != loaded.criteria_set.id:
            loaded.top.report("C508", "id", id=loaded.criteria_set.id, folder=name)
    return problems.sorted()


def possible_verdicts(criterion: Criterion) -> tuple[Verdict, ...]:
    """Give the verdicts that a criterion can have, whatever its readings, in a fixed order."""
    possible = {Verdict.REPORTED}
    if criterion.target is not None:
        possible = {Verdict.MET, Verdict.UNDETERMINED, criterion.if_empty}
        possible |= set(_verdicts(criterion.otherwise))
        if any(target.partly_from is not None for target in _targets(criterion)):
            possible.add(Verdict.PARTLY_MET)
    if criterion.applies_when is not None:
        possible.add(Verdict.NOT_APPLICABLE)
    return tuple(verdict for verdict in Verdict if verdict in possible)


def _verdicts(otherwise: Verdict | ByReading) -> Iterator[Verdict]:
    if isinstance(otherwise, Verdict):
        yield otherwise
    else:
        yield from (Verdict(verdict) for _, verdict in otherwise.options)


def _targets(criterion: Criterion) -> tuple[Target, ...]:
    target = criterion.target
    if target is None or isinstance(target, Target):
        return (target,) if target else ()
    return tuple(each for _, each in target.options)


def _check_cases(card: Map, criterion: Criterion, cases: list[Case]) -> None:
    shown = {case.expect.verdict for case in cases}
    for verdict in possible_verdicts(criterion):
        if verdict not in shown:
            card.report("C501", "id", id=criterion.id, verdict=verdict)
    if any(target.values for target in _targets(criterion)):
        sides = {case.at for case in cases}
        if BOUND not in sides:
            card.report("C502", "id", id=criterion.id)
        if WRONG_SIDE not in sides:
            card.report("C503", "id", id=criterion.id)


def _check_sides(cases: Iterable[Case], problems: Problems) -> None:
    """Report a case at the bound that is not met, or one on the wrong side that is."""
    for case in cases:
        met = case.expect.verdict is Verdict.MET
        if case.at is not None and met is not (case.at == BOUND):
            place = Line(case.file, case.line, case.column)
            problems.add("C504", place, at=case.at, verdict=case.expect.verdict)


def _check_use(loaded: Loaded) -> None:
    """Report what the set declares and nothing uses."""
    names = loaded.names
    _report_unused(loaded.top, "readings", "C505", names.used_readings)
    _report_unused(loaded.top, "terms", "C506", names.used_terms)
    _report_unused(loaded.top, "clauses", "C507", names.used_clauses)


def _report_unused(top: Map, key: str, code: str, used: set[str]) -> None:
    for part in top.maps(key, required=False, blank=True):
        name = part.data.get("id")
        if isinstance(name, str) and name not in used:
            part.report(code, "id", id=name)
