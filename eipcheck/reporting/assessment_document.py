"""Assessments read back from JSON: what a comparison of two dates, or a store, needs of them.

Only files of the same major version of the schema are read; what they tell beside is left.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from eipcheck.model.assessment import OutcomeValue, Proof
from eipcheck.model.criterion import Verdict
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import InputError, Problem
from eipcheck.model.source import Source

MAJOR = "1"


Answer: TypeAlias = Literal["true", "false", "unknown"]
"""One of the three truth values."""


class Ratio(Struct, frozen=True):
    """An exact number that is not whole, or the counts behind a share."""

    num: int
    den: Annotated[int, Meta(ge=1)]


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


class Bound(Struct, frozen=True):
    """The target of a criterion; ``field`` names the figure of the park that is its bound."""

    kind: str
    bound: Number = None
    unit: str = ""
    field: str | None = None


class Row(Struct, frozen=True):
    """A row behind a count; ``code`` and ``name`` are empty where the row has none."""

    name: str
    code: str
    counted: Answer
    qualifies: Answer
    qualifies_evidenced: Answer


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
    verdict: Verdict
    verdict_evidenced: Verdict
    observed: Range
    observed_evidenced: Range
    actor: str = ""
    target: Bound | None = None
    observations: tuple[dict[str, Any], ...] = ()
    evidence: tuple[dict[str, Any], ...] = ()
    judgement: dict[str, Any] | None = None
    rows: Rows | None = None

    def verdict_of(self, run: Proof) -> Verdict:
        """Give the verdict as declared, or as evidenced."""
        return self.verdict if run is Proof.DECLARED else self.verdict_evidenced

    def observed_of(self, run: Proof) -> Range:
        """Give what was observed as declared, or as evidenced."""
        return self.observed if run is Proof.DECLARED else self.observed_evidenced


class SetUsed(Struct, frozen=True):
    """The criteria set of an assessment; ``force`` is how it stood on the day."""

    id: str
    version: str
    sha256: str
    force: str = ""


class Chosen(Struct, frozen=True):
    """The option taken of a reading."""

    id: str
    option: str


class OutcomeUsed(Struct, frozen=True):
    """The answer to a question of the set."""

    declared: OutcomeValue
    evidenced: OutcomeValue


class Coverage(Struct, frozen=True):
    """How many answers are given of those asked."""

    answered: int
    asked: int


class IndexUsed(Struct, frozen=True):
    """Points certain and points still possible, as declared."""

    floor: Number
    ceiling: Number
    coverage: Coverage


class AssessmentDocument(Struct, frozen=True):
    """The assessment by one set; ``hypothetical`` are the reasons why it is no basis to file."""

    set: SetUsed
    outcomes: dict[str, OutcomeUsed]
    readings: tuple[Chosen, ...]
    findings: tuple[Finding, ...]
    index: IndexUsed | None = None
    hypothetical: tuple[str, ...] = ()


class Day(Struct, frozen=True):
    """A date of the assessment."""

    on: date | None


class DatesUsed(Struct, frozen=True):
    """The dates of the assessment."""

    assessment: Day


class Tool(Struct, frozen=True):
    """The program, and when it ran."""

    version: str
    run_at: str = ""


class Input(Struct, frozen=True):
    """The workbook; ``park`` are the facts that name the park."""

    file: str
    sha256: str
    park: dict[str, Any]


class Document(Struct, frozen=True, kw_only=True):
    """One workbook and its assessments; ``audience`` is ``public`` where names are left out."""

    schema_version: str
    tool: Tool
    input: Input
    dates: DatesUsed
    assessments: tuple[AssessmentDocument, ...]
    audience: str = "full"  # schema 1.2 brought it; all was told before

    @property
    def public(self) -> bool:
        """Whether it tells only what may be published."""
        return self.audience != "full"

    @property
    def park(self) -> str:
        """The name of the park, empty where the workbook gives none."""
        return str(self.input.park.get("park_name") or "")


def read_document(data: bytes, path: Source) -> Document:
    """Read an assessment.

    Args:
        data: the JSON, in UTF-8.
        path: the file, for messages.

    Raises:
        InputError: it is no assessment, or one of another major version of the schema.
    """
    # The version first: another major version may lack what is read below.
    found = _decoded(data, path, _Version).schema_version
    if found.partition(".")[0] != MAJOR:
        versions = (("found", found), ("known", f"{MAJOR}.x"))
        raise InputError((Problem("O141", FilePlace(str(path)), versions),))
    return _decoded(data, path, Document)


class _Version(Struct, frozen=True):
    schema_version: str


_T = TypeVar("_T")


def _decoded(data: bytes, path: Source, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        facts = (("reason", str(error)[:200]),)
        raise InputError((Problem("O140", FilePlace(str(path)), facts),)) from None
