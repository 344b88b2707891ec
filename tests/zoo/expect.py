"""What a description expects of its file, and what the program says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from workbook_helper import the_dictionary
from zoo.description import Description
from zoo.make import start_bytes

from eipcheck.model.criterion import Verdict
from eipcheck.model.place import FilePlace, Place, SheetPlace
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.record import EnterpriseRef, ParkRecord
from eipcheck.model.text import LANGUAGES
from eipcheck.pipeline.assess import Request, Session, open_session
from eipcheck.reporting.say import problem_words
from eipcheck.workbook.numbers import number_text
from eipcheck.workbook.read import read_workbook

_PROBLEM = re.compile(r"(?P<code>[A-Z][0-9]{3}) (?P<place>.+?)(?: \((?P<facts>\w+ = .+)\))?")
_NEXT_FACT = re.compile(r"; (?=\w+ = )")
_READS = re.compile(r"(?P<what>\S+?)(?: \((?P<year>[0-9]{4})\))? = (?P<value>.*)")
_CELL = re.compile(r"(?P<sheet>\w+)\[(?P<row>[0-9]+)\]\.(?P<field>\w+)")

_Verdicts = dict[str, tuple[Verdict, Verdict]]


@dataclass
class Outcome:
    """What came of a file: the record, its verdicts if it was assessed, and all problems."""

    problems: tuple[Problem, ...]
    record: ParkRecord | None = None
    verdicts: _Verdicts = field(default_factory=dict)


@cache
def session() -> Session:
    """Load the criteria once for all files."""
    return replace(open_session(Request(as_of=date(2020, 11, 20))), wanted=None)


def outcome(path: Path) -> Outcome:
    """Read and assess a file, all fields of it."""
    try:
        assessed = session().assess(path)
    except InputError as error:
        return _refused(path, error)
    record = assessed.record
    found = [p for p in assessed.problems if p.code.startswith("D")]
    verdicts = {
        f.criterion.id: (f.declared.verdict, f.evidenced.verdict)
        for a in assessed.assessments
        for f in a.findings
    }
    return Outcome((*record.problems, *found), record, verdicts)


def _refused(path: Path, error: InputError) -> Outcome:
    """Tell a file that cannot be read from one that can be read and not be judged."""
    try:
        record = read_workbook(path, the_dictionary(), None, session().ways)
    except InputError:
        return Outcome(error.problems)
    return Outcome(tuple(dict.fromkeys((*record.problems, *error.problems))), record)


@cache
def start_outcome(start: str, folder: Path) -> Outcome:
    """Give what comes of the workbook from which a description starts, untouched."""
    data = start_bytes(start) or start_bytes("blank form (vi)")
    path = folder / "start.xlsx"
    path.write_bytes(data)
    return outcome(path)


def place_words(place: Place) -> str:
    """Write a place as descriptions do."""
    if isinstance(place, FilePlace):
        return "the file"
    return f"sheet {place}" if isinstance(place, SheetPlace) else str(place)


def differences(page: Description, got: Outcome, start: Outcome) -> list[str]:
    """Give all that is not as the description says, in words."""
    return [
        *_problems(page, got, start),
        *(_reads(line, got.record) for line in page.said.get("Reads", ())),
        *_verdicts(page.one("Verdicts", "unchanged or undetermined"), got, start),
        *_without_words(got.problems),
    ]


def _problems(page: Description, got: Outcome, start: Outcome) -> Iterable[str]:
    """Compare the problems that the start file does not have with those expected."""
    before = {_key(p) for p in start.problems} | {(p.code, p.facts) for p in start.problems}
    fresh = [p for p in got.problems if not before & {_key(p), (p.code, p.facts)}]
    left = Counter(_key(p) for p in fresh)
    wanted = page.said.get("Problem", [])
    if not wanted and not page.said.get("Perhaps"):
        assert page.said.get("Problems") == ["none"], f"{page.name} expects nothing"
    perhaps = {code for line in page.said.get("Perhaps", ()) for code in line.split(", ")}
    for line in wanted:
        match = _PROBLEM.fullmatch(line)
        assert match, line
        key = (match["code"], match["place"])
        if not left[key]:
            yield f"expected {line}"
            continue
        left[key] -= 1
        facts = [dict(p.facts) for p in got.problems if _key(p) == key]
        pairs = _NEXT_FACT.split(match["facts"] or "")
        said = dict(pair.split(" = ", 1) for pair in pairs if pair)
        if not any(said.items() <= f.items() for f in facts):
            yield f"{line}: the facts are {facts}"
    for (code, place), number in left.items():
        if number > 0 and code not in perhaps:
            facts = [dict(p.facts) for p in got.problems if _key(p) == (code, place)]
            yield f"unexpected {code} {place} {facts}"


def _key(problem: Problem) -> tuple[str, object]:
    return problem.code, place_words(problem.place)


def _reads(line: str, record: ParkRecord | None) -> str:
    match = _READS.fullmatch(line)
    assert match, line
    wanted = match["value"]
    found = "nothing: refused" if record is None else _found(match["what"], match["year"], record)
    return "" if found == wanted else f"{line}: it is {found}"


def _found(what: str, year: str | None, record: ParkRecord) -> str:
    if match := _CELL.fullmatch(what):
        table = record.tables.get(match["sheet"])
        index = int(match["row"]) - 1
        if table is None or index >= len(table.rows):
            return "no such row"
        column = table.columns.get(match["field"])
        blank = column is None or column.is_blank(index)
        return "blank" if blank else _words(table.value(match["field"], index))
    if what.startswith("rows:"):
        table = record.tables.get(what.removeprefix("rows:"))
        return "no table" if table is None else str(len(table.rows))
    said = [o for o in record.facts.get(what, ()) if year is None or o.year == int(year)]
    return "; ".join(_words(o.value) for o in said) if said else "blank"


def _words(value: object) -> str:
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case EnterpriseRef():
            return f"{value.name} (row {'-' if value.row is None else value.row + 1})"
        case tuple():
            return ", ".join(value) or "none"
        case Decimal():
            return number_text(value)
    return str(value)


def _verdicts(rule: str, got: Outcome, start: Outcome) -> Iterable[str]:
    """Compare the verdicts with those of the start; a newly decided one is never silent."""
    if got.record is None or rule.startswith("changed: "):
        return
    assert rule in ("unchanged", "unchanged or undetermined"), rule
    for criterion, pair in got.verdicts.items():
        before = start.verdicts[criterion]
        for now, then in zip(pair, before, strict=True):
            lost = rule != "unchanged" and now is Verdict.UNDETERMINED
            if now is not then and not lost:
                yield f"{criterion} was {then.value} and is {now.value}"


def _without_words(problems: Iterable[Problem]) -> Iterable[str]:
    for problem in problems:
        for language in LANGUAGES:
            try:
                words = problem_words(problem, language)
            except KeyError as error:
                yield f"{problem.code} has no words in {language}: {error}"
            else:
                if not all(w.strip() for w in words):
                    yield f"{problem.code} has blank words in {language}"
