"""The cases beside the shipped criteria hold, and none that the checks ask for is missing."""

from __future__ import annotations

from functools import cache

import pytest
from article_42 import SET, defaults, the_dictionary, the_set

from eipcheck.criteria.cases import Case, load_cases
from eipcheck.criteria.check import check_set
from eipcheck.evaluation.dates import choose_dates
from eipcheck.evaluation.finding import Worlds, find
from eipcheck.model.assessment import Force, ReadingEffect
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.cases import run_cases
from eipcheck.pipeline.sets import set_folder, shipped_sets

FEWEST = 4
"""Cases that each criterion has at least."""
KIND_ONLY = {"Q12"}
"""Whether the construction code is a requirement: changes what counts, and no verdict."""


@cache
def the_cases() -> tuple[Case, ...]:
    return load_cases(set_folder(SET), the_set(), the_dictionary())


def effects(case: Case) -> tuple[ReadingEffect, ...]:
    """Give the readings of which another option changes the verdict of the case."""
    dates = choose_dates(case.record, case.as_of, case.as_of)
    worlds = Worlds.of(case.record, the_dictionary(), dates)
    chosen = defaults() | dict(case.readings)
    criterion = the_set().criterion(case.criterion)
    return find(worlds, the_set(), criterion, chosen, ()).finding.reading_effects


@pytest.mark.parametrize("name", shipped_sets())
def test_every_shipped_case_holds(name: str) -> None:
    (tested,) = run_cases([name])
    assert tested.problems == ()
    assert [
        f"{failed.case.file}:{failed.case.line} {failed.case.name} {dict(problem.facts)}"
        for failed in tested.failed
        for problem in failed.problems
    ] == []
    assert tested.cases > 0


@pytest.mark.parametrize("name", shipped_sets())
def test_no_verdict_and_no_side_of_a_bound_lacks_a_case(name: str) -> None:
    problems = check_set(set_folder(name), the_dictionary())
    assert [f"{p.place} {p.code} {dict(p.facts)}" for p in problems] == []


def test_every_criterion_has_its_cases() -> None:
    told = [case.criterion for case in the_cases()]
    few = {c.id: told.count(c.id) for c in the_set().criteria if told.count(c.id) < FEWEST}
    assert few == {}


def test_no_two_cases_of_a_set_tell_the_same_of_one_criterion() -> None:
    told = [(case.criterion, case.name) for case in the_cases()]
    assert len(set(told)) == len(told)


def test_every_case_but_those_of_its_force_is_judged_while_the_decree_is_in_force() -> None:
    start, end = the_set().in_force_from, the_set().in_force_to
    assert start is not None
    assert end is not None
    outside = [case for case in the_cases() if not start <= case.as_of <= end]
    assert {case.expect.force for case in outside} == {Force.NOT_YET, Force.REPEALED}


def test_every_criterion_that_can_be_met_is_shown_met_with_and_without_evidence() -> None:
    judged = {c.id for c in the_set().criteria if c.target is not None}
    shown = {
        (case.criterion, case.expect.evidenced)
        for case in the_cases()
        if case.expect.verdict is Verdict.MET and case.expect.evidenced
    }
    for criterion in judged:
        assert (criterion, Verdict.MET) in shown
        assert (criterion, Verdict.UNDETERMINED) in shown


def test_every_option_of_every_reading_is_taken_by_a_case() -> None:
    taken = {choice for case in the_cases() for choice in case.readings}
    taken |= {(reading.id, reading.default) for reading in the_set().readings}
    every = {(reading.id, o.id) for reading in the_set().readings for o in reading.options}
    assert every - taken == set()


def test_another_option_of_every_reading_gives_another_verdict_in_some_case() -> None:
    told = {effect.reading for case in the_cases() for effect in effects(case)}
    assert {reading.id for reading in the_set().readings} - told == KIND_ONLY
