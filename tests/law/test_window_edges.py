"""Windows and months of grace are held on their very edges: a day more or less, and a case fails.

Their months, and what a window ends on, are changed as mutants of the sets. Which day is the first
inside and which the last is a rule of the language, so it is changed here in the evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from msgspec import Struct

from eipcheck.criteria.cases import Case, read_cases
from eipcheck.criteria.load import Loaded, read_set
from eipcheck.criteria.problems import Problems
from eipcheck.evaluation import world, years
from eipcheck.evaluation.leaves import holds, months_before
from eipcheck.evaluation.truth import truth
from eipcheck.evaluation.years import in_grace
from eipcheck.model.assessment import Truth
from eipcheck.model.condition import Condition, Within
from eipcheck.model.measure import EachYear
from eipcheck.model.record import Value
from eipcheck.pipeline.bench import Bench
from eipcheck.pipeline.sets import set_folder, shipped_dictionary

LAW = ("vn-82-2018", "vn-35-2022", "vn-05-2025-indicators")
DAY = timedelta(days=1)
EDGES = {
    "begins a day later": (DAY, DAY * 0),
    "begins a day earlier": (-DAY, DAY * 0),
    "ends a day earlier": (DAY * 0, -DAY),
    "ends a day later": (DAY * 0, DAY),
}


@cache
def the_set(name: str) -> Loaded:
    loaded = read_set(set_folder(name), shipped_dictionary(), Problems())
    assert loaded is not None
    return loaded


def parts(whole: object) -> Iterator[object]:
    """Give every condition and measure of a criterion, whatever its readings."""
    if isinstance(whole, Struct):
        yield whole
        for name in whole.__struct_fields__:
            yield from parts(getattr(whole, name))
    elif isinstance(whole, tuple):
        for each in whole:
            yield from parts(each)


@cache
def the_cases(name: str) -> tuple[Case, ...]:
    return read_cases(
        set_folder(name), the_set(name).criteria_set, shipped_dictionary(), Problems()
    )


def some_case_fails(name: str, users: list[str]) -> bool:
    """Say whether a case of these criteria fails."""
    criteria, dictionary = the_set(name).criteria_set, the_set(name).names.dictionary
    cases = [case for case in the_cases(name) if case.criterion in users]
    bench = Bench(criteria, cases, dictionary)
    return any(bench.failures(case, criteria, dictionary) for case in cases)


def edges() -> Iterator[tuple[str, Within, str]]:
    for name in LAW:
        found = parts(the_set(name).criteria_set.criteria)
        for window in dict.fromkeys(part for part in found if isinstance(part, Within)):
            for edge in EDGES:
                # What comes after the assessment has not happened yet, wherever a window ends.
                if not (window.before == "assessment" and edge == "ends a day later"):
                    yield name, window, edge


def test_the_sets_look_back_from_every_kind_of_day() -> None:
    found = {(name, window.before) for name, window, _ in edges()}
    assert {before for name, before in found if name == "vn-35-2022"} == {
        "assessment",
        "eco_registration",
        "registration",
    }
    assert {name for name, _ in found} == set(LAW)


@pytest.mark.parametrize(
    ("name", "window", "edge"),
    [pytest.param(*each, id=f"{each[0]} {each[1]} {each[2]}") for each in edges()],
)
def test_some_case_stands_on_the_edge(
    monkeypatch: pytest.MonkeyPatch, name: str, window: Within, edge: str
) -> None:
    first, last = EDGES[edge]

    def shifted(condition: Condition, value: Value | None, before: date) -> Truth:
        if condition == window and isinstance(value, date):
            start = months_before(before, window.months)
            return truth(start + first < value <= before + last)
        return holds(condition, value, before)

    users = [each.id for each in the_set(name).criteria_set.criteria if window in parts(each)]
    monkeypatch.setattr(world, "holds", shifted)
    assert some_case_fails(name, users), f"no case of {users}"


GRACE = {
    "ends a day earlier": lambda measure, on: in_grace(measure, on) and in_grace(measure, on + DAY),
    "ends a day later": lambda measure, on: in_grace(measure, on) or in_grace(measure, on - DAY),
}
"""Whether a day is in the months of grace, if these ended on another."""


def graceful() -> Iterator[tuple[str, str]]:
    for name in LAW:
        for criterion in the_set(name).criteria_set.criteria:
            if any(isinstance(part, EachYear) and part.grace_months for part in parts(criterion)):
                yield name, criterion.id


def test_the_sets_have_months_of_grace() -> None:
    assert {name for name, _ in graceful()} == set(LAW)


@pytest.mark.parametrize("edge", GRACE)
@pytest.mark.parametrize(("name", "criterion"), list(graceful()))
def test_some_case_stands_at_the_end_of_the_months_of_grace(
    monkeypatch: pytest.MonkeyPatch, name: str, criterion: str, edge: str
) -> None:
    monkeypatch.setattr(years, "in_grace", GRACE[edge])
    assert some_case_fails(name, [criterion])
