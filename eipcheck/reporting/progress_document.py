"""Assessments read back from JSON: what a comparison of two dates needs of them.

Only files of the same major version of the schema are read; what they tell beside is left.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import InputError, Problem

MAJOR = "1"


class Ratio(Struct, frozen=True):
    """An exact number that is not whole."""

    num: int
    den: int


Number = int | float | Ratio | None


def exact(value: Number) -> Fraction | None:
    """Give the number as it was meant; None is unbounded, or not known."""
    if value is None:
        return None
    return Fraction(value.num, value.den) if isinstance(value, Ratio) else Fraction(str(value))


class Range(Struct, frozen=True):
    """What was observed, from ``low`` to ``high``."""

    low: Number
    high: Number
    unit: str
    empty: bool = False


class Row(Struct, frozen=True):
    """A row behind a count; the three answers are ``true``, ``false`` or ``unknown``."""

    name: str
    code: str
    counted: str
    qualifies: str
    qualifies_evidenced: str


class Rows(Struct, frozen=True):
    """The rows behind a count, and whether their list is complete."""

    table: str
    complete: bool
    rows: tuple[Row, ...]


class Finding(Struct, frozen=True, kw_only=True):
    """The finding on one criterion."""

    id: str
    clause: str
    kind: str
    verdict: str
    verdict_evidenced: str
    observed: Range
    observed_evidenced: Range
    target: dict[str, Any] | None = None
    observations: tuple[dict[str, Any], ...] = ()
    evidence: tuple[dict[str, Any], ...] = ()
    judgement: dict[str, Any] | None = None
    rows: Rows | None = None


class SetUsed(Struct, frozen=True):
    """The criteria set of an assessment."""

    id: str
    version: str
    sha256: str


class Chosen(Struct, frozen=True):
    """The option taken of a reading."""

    id: str
    option: str


class OutcomeUsed(Struct, frozen=True):
    """The answer to a question of the set."""

    declared: str
    evidenced: str


class AssessmentDocument(Struct, frozen=True):
    """The assessment by one set."""

    set: SetUsed
    outcomes: dict[str, OutcomeUsed]
    readings: tuple[Chosen, ...]
    findings: tuple[Finding, ...]


class Day(Struct, frozen=True):
    """A date of the assessment."""

    on: str | None


class DatesUsed(Struct, frozen=True):
    """The dates of the assessment."""

    assessment: Day


class Tool(Struct, frozen=True):
    """The program."""

    version: str


class Input(Struct, frozen=True):
    """The workbook; ``park`` are the facts that name the park."""

    file: str
    sha256: str
    park: dict[str, Any]


class Document(Struct, frozen=True, kw_only=True):
    """One workbook and its assessments."""

    schema_version: str
    tool: Tool
    audience: str
    input: Input
    dates: DatesUsed
    assessments: tuple[AssessmentDocument, ...]

    @property
    def park(self) -> str:
        """The name of the park, empty where the workbook gives none."""
        return str(self.input.park.get("park_name") or "")


def read_document(data: bytes, path: Path) -> Document:
    """Read an assessment.

    Args:
        data: the JSON, in UTF-8.
        path: the file, for messages.

    Raises:
        InputError: it is no assessment, or one of another major version of the schema.
    """
    try:
        document = msgspec.json.decode(data, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        facts = (("reason", str(error)[:200]),)
        raise InputError((Problem("O140", FilePlace(str(path)), facts),)) from None
    if document.schema_version.partition(".")[0] != MAJOR:
        versions = (("found", document.schema_version), ("known", f"{MAJOR}.x"))
        raise InputError((Problem("O141", FilePlace(str(path)), versions),))
    return document
