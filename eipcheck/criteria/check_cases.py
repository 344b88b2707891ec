"""Finds the cases that a set lacks: verdicts, sides of bounds, dated versions, readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from eipcheck.criteria.cases import Case
from eipcheck.criteria.fit import target_leaves
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_data import ABSENT, BOUND, WRONG_SIDE
from eipcheck.model.criterion import ByReading, CriteriaSet, Criterion, Per, Verdict
from eipcheck.model.measure import DatedValue, Target
from eipcheck.model.place import Line

_SIDES = {BOUND: Verdict.MET, WRONG_SIDE: Verdict.NOT_MET}


class Missing(Struct, frozen=True, kw_only=True):
    """A case that a criterion lacks: what it would have to show, and the problem that says so.

    ``at`` is the side of the bound; ``reading`` the option to choose; ``on`` a day on which it is
    to be judged; ``per`` says whose verdict it is. ``facts`` are those of the problem.
    """

    criterion: str
    code: str
    verdict: Verdict
    on: date
    at: str | None = None
    reading: tuple[str, str] | None = None
    per: Per = Per.PARK
    facts: tuple[tuple[str, str], ...] = ()


def possible_verdicts(criterion: Criterion, per: Per = Per.PARK) -> tuple[Verdict, ...]:
    """Give the verdicts that a criterion can have, whatever its readings, in a fixed order.

    Of a criterion that is asked ``per`` enterprise, they are the verdicts of enterprises.
    """
    possible = {Verdict.REPORTED}
    if per is Per.ENTERPRISES:
        possible = {Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED}
    elif criterion.target is not None:
        possible = {Verdict.MET, Verdict.UNDETERMINED, criterion.if_empty}
        possible |= set(_verdicts(criterion.otherwise))
        if any(target.partly_from is not None for target in _targets(criterion)):
            possible.add(Verdict.PARTLY_MET)
    if criterion.review_when is not None and Verdict.MET in possible:
        possible.add(Verdict.NEEDS_REVIEW)
    if criterion.applies_when is not None:
        possible.add(Verdict.NOT_APPLICABLE)
    return tuple(verdict for verdict in Verdict if verdict in possible)


def _verdicts(otherwise: Verdict | ByReading) -> Iterator[Verdict]:
    if isinstance(otherwise, Verdict):
        yield otherwise
    else:
        yield from (Verdict(verdict) for _, verdict in otherwise.options)


def _targets(criterion: Criterion) -> tuple[Target, ...]:
    if criterion.target is None:
        return ()
    return tuple(target for _, target in target_leaves(criterion.target))


def check_cases(loaded: Loaded, cases: Sequence[Case]) -> tuple[Missing, ...]:
    """Report the cases that are missing or wrong, and give what has neither a case nor a draft."""
    found: list[Missing] = []
    for criterion in loaded.criteria_set.criteria:
        own = [c for c in cases if c.criterion == criterion.id and c.expect.verdict is not None]
        missing = tuple(_missing(criterion, loaded.criteria_set, own))
        _report(loaded.cards[criterion.id], missing)
        found += missing
    for case in cases:
        _check_case(case, loaded)
    return tuple(found)


def _report(card: Map, missing: Sequence[Missing]) -> None:
    for each in missing:
        card.report(each.code, "id", id=each.criterion, **dict(each.facts))


def _check_case(case: Case, loaded: Loaded) -> None:
    """Report a draft, a case at the bound that is not met, one on the wrong side that is."""
    place = Line(case.file, case.line, case.column)
    problems = loaded.top.problems
    if case.todo:
        problems.warn("C538", place, id=case.criterion, case=case.name)
        return
    verdict = case.expect.verdict
    wrong = verdict is None or (verdict is Verdict.MET) is not (case.at == BOUND)
    if case.at is not None and wrong:
        problems.add("C504", place, at=case.at, verdict=verdict or ABSENT)


def _missing(
    criterion: Criterion, criteria: CriteriaSet, cases: Sequence[Case]
) -> Iterator[Missing]:
    on, per = _a_day(criteria, criterion), criteria.per(criterion)
    shown = {verdict for case in cases for verdict in case.expect.verdicts}
    for verdict in possible_verdicts(criterion, per):
        if verdict not in shown:
            yield Missing(
                criterion=criterion.id,
                code="C501",
                verdict=verdict,
                on=on,
                per=per,
                facts=(("verdict", verdict.value),),
            )
    yield from _missing_sides(criterion, criteria, cases, on)
    yield from _missing_options(criterion, criteria, cases, on)


def _missing_sides(
    criterion: Criterion, criteria: CriteriaSet, cases: Sequence[Case], on: date
) -> Iterator[Missing]:
    """Give the sides of bounds without a case: of the only bound, or of each dated one."""
    targets = _targets(criterion)
    versions = {value.start: value for t in targets if len(t.values) > 1 for value in t.values}
    if not versions and any(target.values or target.field for target in targets):
        shown = {case.at for case in cases}
        for side, code in ((BOUND, "C502"), (WRONG_SIDE, "C503")):
            if side not in shown:
                verdict = _SIDES[side]
                yield Missing(criterion=criterion.id, code=code, verdict=verdict, on=on, at=side)
    judged = {(case.at, _version(case, criterion, criteria)) for case in cases}
    for start, value in sorted(versions.items()):
        for side, verdict in _SIDES.items():
            if (side, start) not in judged:
                facts = (("at", side), ("first", start.isoformat()), ("last", _end(value)))
                yield Missing(
                    criterion=criterion.id, code="C536", verdict=verdict, on=start, at=side,
                    facts=facts,
                )  # fmt: skip


def _version(case: Case, criterion: Criterion, criteria: CriteriaSet) -> date | None:
    """Give the first day of the dated bound by which a case is judged."""
    target = criterion.target
    if target is not None and not isinstance(target, Target):
        default = criteria.reading(target.reading).default
        chosen = dict(case.readings).get(target.reading, default)
        target = dict(target.options).get(chosen)
    return target.dated(case.as_of).start if target is not None and target.values else None


def _end(value: DatedValue) -> str:
    return "…" if value.end is None else value.end.isoformat()


def _missing_options(
    criterion: Criterion, criteria: CriteriaSet, cases: Sequence[Case], on: date
) -> Iterator[Missing]:
    """Give the options, other than defaults, under which no case judges the criterion."""
    chosen = {pair for case in cases for pair in case.readings}
    per = criteria.per(criterion)
    for reading in criteria.readings:
        if reading.id not in criterion.readings:
            continue
        for option in reading.options:
            if option.id != reading.default and (reading.id, option.id) not in chosen:
                yield Missing(
                    criterion=criterion.id,
                    code="C537",
                    verdict=possible_verdicts(criterion, per)[0],
                    on=on,
                    per=per,
                    reading=(reading.id, option.id),
                    facts=(("reading", reading.id), ("option", option.id)),
                )


def _a_day(criteria: CriteriaSet, criterion: Criterion) -> date:
    """Give a day on which the criterion holds."""
    days = (criterion.start, criteria.in_force_from, criterion.end, criteria.in_force_to)
    first = max((day for day in days[:2] if day is not None), default=None)
    last = min((day for day in days[2:] if day is not None), default=None)
    return last or first or date(2025, 12, 31)
