"""Loads the cases beside the criteria: a sentence, a park, and what must be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.dictionary import extended_dictionary
from eipcheck.criteria.document import read_document, yaml_files
from eipcheck.criteria.expect import Expectation, mismatches, read_expectation
from eipcheck.criteria.given import Empty, Form, read_given
from eipcheck.criteria.problems import Problems, nearest
from eipcheck.criteria.reader import Map, root
from eipcheck.criteria.shapes_data import BOUND, CASE, CASE_FILE, WRONG_SIDE
from eipcheck.model.assessment import Finding, Force
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem
from eipcheck.model.record import ParkRecord

CASES_FOLDER = "tests"


class Case(Struct, frozen=True, kw_only=True):
    """One case; ``readings`` are the options that differ from the defaults.

    ``at`` is ``bound`` or ``wrong_side`` for a case on either side of a numeric target. The
    record has the registration date as an answer too. ``todo`` marks a case that is still to be
    written: it is listed, not run.
    """

    name: str
    criterion: str
    as_of: date
    registration: date | None
    readings: tuple[tuple[str, str], ...]
    at: str | None
    record: ParkRecord
    expect: Expectation
    file: str
    line: int
    column: int
    todo: bool = False


def load_cases(
    folder: Path, criteria_set: CriteriaSet, dictionary: DataDictionary
) -> tuple[Case, ...]:
    """Read ``tests/*.yaml`` in the folder of a set, in order of file and line, but no ``todo``.

    Raises:
        CriteriaError: with every problem of all case files.
    """
    problems = Problems()
    cases = read_cases(folder, criteria_set, dictionary, problems)
    problems.raise_any()
    return cases


def read_cases(
    folder: Path, criteria_set: CriteriaSet, dictionary: DataDictionary, problems: Problems
) -> tuple[Case, ...]:
    """Do as ``load_cases``, adding what is wrong to ``problems`` instead of raising."""
    extended = extended_dictionary(dictionary, folder, problems)
    found = read_every_case(folder, criteria_set, extended, problems)
    return tuple(case for case in found if not case.todo)


def read_every_case(
    folder: Path, criteria_set: CriteriaSet, dictionary: DataDictionary, problems: Problems
) -> tuple[Case, ...]:
    """Read the cases, those still to be written as well; ``dictionary`` has what the set adds."""
    found: list[Case] = []
    for path in yaml_files(folder / CASES_FOLDER, problems):
        document = read_document(path, problems)
        top = root(document, problems) if document else None
        if top is not None:
            found += cases_of(top, criteria_set, dictionary)
    return tuple(found)


def failures(case: Case, finding: Finding | None, force: Force) -> tuple[Problem, ...]:
    """Give a problem for everything that differs from what the case expects.

    Args:
        case: what is expected, and where it stands.
        finding: what was found; None where the criterion does not hold on the day.
        force: how the day lies to the days in force of the set.
    """
    place = Line(case.file, case.line, case.column)
    wrong = [
        Problem("C601", place, (("case", case.name), *found))
        for found in mismatches(case.expect, finding, force)
    ]
    if finding is None and case.expect.verdict is not None:
        facts = (("case", case.name), ("of", case.criterion), ("date", case.as_of.isoformat()))
        wrong.append(Problem("C615", place, facts))
    return tuple(wrong)


def cases_of(top: Map, criteria_set: CriteriaSet, dictionary: DataDictionary) -> Iterator[Case]:
    """Read the cases of one file; ``dictionary`` has what the set adds."""
    top.only(CASE_FILE)
    default = _criterion(top, criteria_set) if "criterion" in top else ""
    seen: set[str] = set()
    empty = Empty.of(dictionary)
    for entry in top.maps("cases"):
        entry.only(CASE)
        name = entry.text("name")
        if name and name in seen:
            entry.report("C219", "name", id=name)
        seen.add(name)
        if default and "criterion" not in entry:
            criterion = default
        else:
            criterion = _criterion(entry, criteria_set)
        registration = entry.maybe_day("registration")
        form = Form(dictionary, criteria_set, empty)
        place = entry.place()
        yield Case(
            name=name,
            criterion=criterion,
            as_of=entry.day("as_of"),
            registration=registration,
            readings=_readings(entry, criteria_set),
            at=entry.one_word("at", (BOUND, WRONG_SIDE)) if "at" in entry else None,
            record=read_given(entry.map("given"), form, registration),
            expect=read_expectation(entry.map("expect")),
            file=place.file,
            line=place.line,
            column=place.column,
            todo=entry.flag("todo", default=False),
        )


def _criterion(entry: Map, criteria_set: CriteriaSet) -> str:
    name = entry.text("criterion")
    known = [criterion.id for criterion in criteria_set.criteria]
    if name and name not in known:
        entry.report("C239", "criterion", name=name, known=nearest(name, known))
    return name


def _readings(entry: Map, criteria_set: CriteriaSet) -> tuple[tuple[str, str], ...]:
    chosen = entry.maybe_map("readings")
    known = {reading.id: reading for reading in criteria_set.readings}
    found = []
    for name in chosen or ():
        assert chosen is not None
        option = chosen.text(name)
        if name not in known:
            chosen.report("C233", name, name=name, known=nearest(name, known))
            continue
        options = [each.id for each in known[name].options]
        if option and option not in options:
            facts = {"name": option, "reading": name, "known": nearest(option, options)}
            chosen.report("C235", name, **facts)
        found.append((name, option))
    return tuple(found)
