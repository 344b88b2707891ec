"""Small variations of existing cases, among which one may notice a change of the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from eipcheck.criteria.cases import CASES_FOLDER, Case, cases_of
from eipcheck.criteria.document import parse_document, read_document
from eipcheck.criteria.flow import flow
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.mutants import Mutant
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import root
from eipcheck.model.dictionary import DataDictionary, Field, FieldType

_Path = tuple[str | int, ...]
CaseData = dict[str, Any]
"""A case as its file holds it, with the criterion that its file may name for all."""

_NAME = "?"  # a person has to say what the case shows
_DAY = timedelta(days=1)


def written_cases(folder: Path) -> dict[tuple[str, int], CaseData]:
    """Give the cases of a set as written, by file and line; the files must be free of faults."""
    found: dict[tuple[str, int], CaseData] = {}
    for path in sorted((folder / CASES_FOLDER).glob("*.yaml")):
        document = read_document(path, Problems())
        top = root(document, Problems()) if document else None
        if top is None:
            continue
        for entry in top.maps("cases"):
            named = {"criterion": top.data["criterion"]} if "criterion" in top else {}
            found[str(path), entry.place().line] = named | entry.data
    return found


def case_text(data: CaseData, expect: Mapping[str, object]) -> str:
    """Write a case on one line, ready to be put into a file of cases."""
    order = ("name", "criterion", "as_of", "registration", "readings", "given")
    told: CaseData = {key: data[key] for key in order if key in data}
    return "- " + flow({**told, "name": _NAME, "expect": dict(expect)})


def read_case(data: CaseData, loaded: Loaded) -> Case | None:
    """Read a case from data; None where it is none, such as a row that repeats a key."""
    problems = Problems()
    whole = {**data, "name": _NAME, "expect": {"verdict": "met"}}
    document = parse_document(flow({"cases": [whole]}), "-", problems)
    top = root(document, problems) if document else None
    cases = list(cases_of(top, loaded.criteria_set, loaded.names.dictionary)) if top else []
    return None if problems else cases[0]


def varied(data: CaseData, mutant: Mutant, loaded: Loaded) -> Iterator[CaseData]:
    """Give variations of a case under the options that the mutant needs, the nearest first.

    One answer differs in each: it is missing, or another; those that the changed place asks
    about come first. At last the day of the assessment differs; of a day that is changed, at
    first, for it is noticed on the days beside it.
    """
    readings = dict(data.get("readings", {})) | dict(mutant.live)
    start = {**data, "readings": readings} if readings else dict(data)
    yield start
    for day in _days_beside(mutant):
        yield {**start, "as_of": day}
    touched = touched_fields(mutant, loaded)
    given = start.get("given", {})
    for wanted in (True, False):
        for path, found in _answers(given, loaded.names.dictionary):
            if (found.id in touched) is wanted:
                for value in _other_values(path, given, found):
                    yield {**start, "given": _changed(given, path, value)}
    for path, value in _rows_and_ticks(given):
        yield {**start, "given": _changed(given, path, value)}
    for shift in (_DAY, -_DAY, 31 * _DAY, -31 * _DAY):
        yield {**start, "as_of": start["as_of"] + shift}


def _days_beside(mutant: Mutant) -> tuple[date, ...]:
    """Give the days on which a case can notice that a day was changed; none of another change."""
    day = mutant.edit.slot.value if mutant.edit is not None else None
    return (day, day - _DAY, day + _DAY) if isinstance(day, date) else ()


def touched_fields(mutant: Mutant, loaded: Loaded) -> frozenset[str]:
    """Give the fields that the changed place asks about, terms written out."""
    if mutant.field is not None:
        return frozenset({mutant.field.id})
    assert mutant.edit is not None
    waiting: list[Any] = [mutant.edit.slot.value, mutant.edit.content]
    if not isinstance(mutant.edit.slot.value, dict | list):
        waiting.append(mutant.edit.holder)
    seen: set[str] = set()
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
        elif isinstance(here, str) and here not in seen:
            seen.add(here)
            if here in loaded.names.terms:
                waiting.append(loaded.names.terms[here].data["condition"])
    return frozenset(name for name in seen if loaded.names.dictionary.has_field(name))


def _answers(given: Mapping[str, Any], dictionary: DataDictionary) -> Iterator[tuple[_Path, Field]]:
    """Give the place of every answer of a case, and of answers that its rows leave out."""
    for name, said in given.get("facts", {}).items():
        if dictionary.has_field(name):
            inner = ("value",) if isinstance(said, dict) else ()
            if not isinstance(said, list):
                yield ("facts", name, *inner), dictionary.field(name)
    for table, rows in given.get("rows", {}).items():
        for index in range(len(rows)):
            for field in dictionary.sheet(table).fields:
                yield ("rows", table, index, field.id), field


def _rows_and_ticks(given: Mapping[str, Any]) -> Iterator[tuple[_Path, object]]:
    """Give other numbers of equal rows, and "complete" lines without their tick."""
    for table, rows in given.get("rows", {}).items():
        for index, row in enumerate(rows):
            times = row.get("times", Decimal(1))
            yield ("rows", table, index, "times"), times + 1
            if times > 1:
                yield ("rows", table, index, "times"), times - 1
    for index in range(len(given.get("complete", ()))):
        yield ("complete", index), None


def _other_values(path: _Path, given: Mapping[str, Any], field: Field) -> Iterator[object]:
    """Give what else could be answered; None stands for no answer."""
    holder: Any = given
    for key in path[:-1]:
        holder = holder[key]
    own = holder.get(path[-1])
    if own is not None:
        yield None
    others: tuple[object, ...] = ()
    if field.type is FieldType.YES_NO:
        others = ("yes", "no")
    elif field.type is FieldType.CHOICE:
        others = tuple(choice.id for choice in field.choices)
    elif isinstance(own, Decimal):
        others = (own + 1, *((own - 1,) if own >= 1 else ()))
    elif isinstance(own, date):
        others = (own + _DAY, own - _DAY, own + 31 * _DAY, own - 31 * _DAY)
    yield from (other for other in others if other != own)


def _changed(given: Mapping[str, Any], path: _Path, value: object) -> dict[str, Any]:
    """Give a copy of what is given in which ``value`` stands at the place; None: nothing does."""
    copy: dict[str, Any] = deepcopy(dict(given))
    holder: Any = copy
    for key in path[:-1]:
        holder = holder[key]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return copy
