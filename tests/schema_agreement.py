"""Holds the JSON Schema of criteria files against the loader: both must refuse the same.

Every fault that a test of the loader shows passes through here (``criteria_files.places``), and
so does every fault of the systematic zoo in ``criteria/test_schema_zoo.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker

from eipcheck.criteria.document import REFUSED, Document, read_document
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.schema import KINDS, schema_text
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem

_STRUCTURE = (
    "C201 C202 C203 C204 C205 C206 C210 C211 C212 C213 C214 C215 C216 C217 C218 "
    "C413 C416 C418 C422 C423 C430 C514 C520 C602"
)
BOTH = frozenset(_STRUCTURE.split(" "))
"""Faults of structure, which schema and loader must both refuse."""

YAML = "C101 C102 C103 C104 C105 C106 C107 C108 C109 C110 C111 C112 C113 C114 C115 C116 C117"
FILES = "C441 C442 C443"
CHECK = (
    "C431 C432 C433 C434 C435 C436 C437 C438 C439 C440 C444 C501 C502 C503 C504 C505 C506 C507 "
    "C508 C525 C526 C527 C528 C529 C530 C531 C532 C533 C534 C535 C536 C537 C538 C539"
)
_WHY = {
    "is wrong with the YAML itself": YAML,
    "is wrong with the files themselves": FILES,
    "needs all files of the set": f"{CHECK} C424 C425",
    "needs the names that this file or another declares": (
        "C219 C230 C231 C232 C233 C234 C235 C236 C237 C238 C239 C240 C241 C405 C406 C426 C427 C429"
    ),
    "compares dates": "C220 C221",
    "compares numbers": "C304",
    "compares words": "C308 C309",
    "compares the numbers of clauses": "C419 C420",
    "needs the types of fields, and their choices": (
        "C301 C302 C303 C305 C306 C311 C312 C313 C401 C402 C403 C404 C407 C408 C428"
    ),
    "needs the figures of the sheet": "C521 C522 C523 C524",
    "needs the dictionary": "C310 C509 C510 C511 C512 C513 C515",
    "needs the fit of measure and target": "C409 C410 C411 C414 C415 C421",
    "needs the fit of status and days": "C417",
    "needs another file": "C412 C603 C604 C701",
    "needs what comes of the cases": "C601 C610 C611 C612 C613 C614 C615 C630 C631",
    "compares two sets": "C660 C661 C662 C663",
}
LOADER_ONLY = {code: why for why, codes in _WHY.items() for code in codes.split(" ")}
"""Codes of all other faults, which a schema need not see, with the reason."""

LOADER_ONLY_ITEMS = {
    ("C202", "target"): "not asked of an advisory, nor for a question asked of each enterprise",
    ("C202", "if_empty"): "where a reading chooses among measures, one of them may need it",
    ("C202", "layout"): "only of a sheet that the dictionary lacks",
    ("C205", "before"): "may be a field of the register",
}
"""The same of codes that the schema sees elsewhere, by the item they name."""


@cache
def validator(kind: str) -> Draft7Validator:
    """Give what validates a kind of file."""
    return Draft7Validator(json.loads(schema_text(KINDS[kind])), format_checker=FormatChecker())


def kind_of(path: Path) -> str:
    """Give the kind of a criteria file by its place and name."""
    match path.parent.name, path.name:
        case _, "set.yaml":
            return "set"
        case _, "waivers.yaml":
            return "waivers"
        case _, "options.yaml":
            return "options"
        case _, "equivalent.yaml":
            return "equivalent"
        case "tests", _:
            return "cases"
        case "mappings", _:
            return "mapping"
        case _, "fields.yaml":
            own = (path.parent / "set.yaml").exists() or path.parent.name == "set"
            return "added-fields" if own else "fields"
        case _, "own.yaml":
            return "mapping"
        case _:
            return "clause"


def plain(data: Any) -> Any:
    """Turn what the loader reads into what JSON can say; LookupError where a value was refused."""
    if data is REFUSED:
        raise LookupError
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    if isinstance(data, Decimal):
        return int(data) if data == int(data) else float(data)
    return data.isoformat() if isinstance(data, date) else data


def quoting(problem: Problem) -> bool:
    """Say whether only quotes are wrong: a date where a text is asked, or a text like a date.

    JSON has no dates, and editors read both as a text.
    """
    found = dict(problem.facts).get("found", "")
    try:
        date.fromisoformat(found)
    except ValueError:
        return False
    return problem.code in ("C210", "C217", "C602")


def answers(document: Document) -> Iterator[Line]:
    """Give the place of each answer of a case: what it may be depends on the type of its field."""
    top: Any = document.data
    for case in _parts(top.get("cases") if isinstance(top, dict) else None):
        given = case.get("given") if isinstance(case, dict) else None
        if isinstance(given, dict):
            facts = given.get("facts")
            rows = [row for table in _parts(given.get("rows")) for row in _parts(table)]
            said = [part for fact in _parts(facts) for part in _parts(fact)]
            for holder in (facts, *_parts(facts), *said, *rows):
                yield from (document.place(holder, key) for key in _keys(holder))
                yield from (document.place(holder, key, of_key=True) for key in _keys(holder))


def _parts(data: Any) -> list[Any]:
    return list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []


def _keys(data: Any) -> list[Any]:
    return list(data) if isinstance(data, dict) else list(range(len(_parts(data))))


def disagreement(kind: str, path: Path, problems: Iterable[Problem]) -> str | None:
    """Say in what the schema differs from the loader, which has these problems with the file."""
    document = read_document(path, Problems())
    own = list(problems)
    if document is None or any(p.code in YAML for p in own):
        return None
    try:
        data = plain(document.data)
    except LookupError:
        return None
    error = next(iter(validator(kind).iter_errors(data)), None)
    if error and not own:
        return f"only the schema refuses: {error.json_path}: {error.message[:200]}"
    typed = set(answers(document))
    seen = [p for p in own if not (_loader_only(p) or quoting(p) or p.place in typed)]
    if seen and not error:
        return "only the loader refuses: " + "; ".join(f"{p.code} {p.place}" for p in seen)
    return None


def _loader_only(problem: Problem) -> bool:
    item = dict(problem.facts).get("item", "")
    return problem.code not in BOTH or (problem.code, item) in LOADER_ONLY_ITEMS


def check_agreement(problems: Iterable[Problem]) -> None:
    """Hold every file that has one of these problems against its schema."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        file = str(getattr(problem.place, "file", ""))
        by_file.setdefault(file, []).append(problem)
    for file, own in by_file.items():
        path = Path(file)
        known = path.suffix == ".yaml" and path.is_file()
        if known and (found := disagreement(kind_of(path), path, own)):
            raise AssertionError(found)
