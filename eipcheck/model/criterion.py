"""Criteria sets: a named, versioned legal text or framework, taken apart into criteria."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from eipcheck.model.condition import Condition
from eipcheck.model.measure import Measure, Target, TargetByReading
from eipcheck.model.text import NO_TEXT, Text


class Verdict(StrEnum):
    """What a finding says of its criterion."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NEEDS_REVIEW = "needs_review"
    NOT_APPLICABLE = "not_applicable"
    REPORTED = "reported"  # an advisory without a target


class Kind(StrEnum):
    """Whether a criterion must be met, or is reported outside the outcome."""

    REQUIREMENT = "requirement"
    ADVISORY = "advisory"


class Status(StrEnum):
    """The standing of a criteria set."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    FRAMEWORK = "framework"


CONFIDENCE = ("V", "P", "M-high", "M-med", "M-low", "I")
"""How well the text behind a statement is known: seen, paraphrased, recalled, inferred."""


class Source(Struct, frozen=True, kw_only=True):
    """Where the law says it, and how well that was verified.

    ``confidence`` uses the codes of the legal notes: V seen, P paraphrased, M-high, M-med,
    M-low recalled, I inferred. ``verified_by`` is None until a person has compared the encoded
    rule with the signed text.
    """

    document: str
    article: str
    clause: str
    urls: tuple[str, ...]
    confidence: str
    note: Text = NO_TEXT
    verified_by: str | None = None
    verified_on: date | None = None


class ByReading(Struct, frozen=True):
    """A verdict or a kind that depends on a reading, as (option, value) pairs."""

    reading: str
    options: tuple[tuple[str, str], ...]


class Criterion(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One testable requirement or advisory.

    ``if_empty`` is the verdict when nothing is there to be counted. ``otherwise`` is the
    verdict when the target is missed (``needs_review`` where the law leaves it to a person).
    ``review_when`` is what makes "met" into ``needs_review``: a matter that only the authority
    can weigh. ``question`` is the question of the set that the criterion decides, None where the
    set asks none. ``benchmark`` is a mark to compare with that is not law; ``beside`` are figures
    shown beside the result that judge nothing.
    ``readings`` are the ids of all readings that touch it. ``file`` and ``line`` say where it
    is written.
    """

    id: str
    clause: str
    kind: Kind | ByReading
    actor: str
    title: Text
    requirement: Text
    measure: Measure
    target: Target | TargetByReading | None
    source: Source
    evidence_expected: Text
    remedy: Text
    computed: Text
    sdg: tuple[str, ...] = ()
    applies_when: Condition | None = None
    if_empty: Verdict = Verdict.UNDETERMINED
    otherwise: Verdict | ByReading = Verdict.NOT_MET
    review_when: Condition | None = None
    question: str | None = None
    benchmark: Target | None = None
    beside: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    file: str = ""
    line: int = 0

    def bears_on(self, question: str | None) -> bool:
        """Say whether the criterion belongs to the question; one that names none, to any."""
        return self.question in (None, question)


class Option(Struct, frozen=True):
    """One way to read an ambiguous clause."""

    id: str
    label: Text


class Reading(Struct, frozen=True):
    """An open question of the law, its options, and the recorded default."""

    id: str
    question: Text
    options: tuple[Option, ...]
    default: str


class Per(StrEnum):
    """Of whom a question is asked."""

    PARK = "park"
    ENTERPRISES = "enterprises"  # of each enterprise by itself


class Question(Struct, frozen=True):
    """What the set decides, such as whether a park can be certified.

    A question ``per`` enterprise is answered for each row of the register. ``possible_when`` is
    what must hold of the park before a "meets" can lead to anything (an enterprise is certified
    in a certified park only); None where nothing must.
    """

    id: str
    title: Text
    per: Per = Per.PARK
    possible_when: Condition | None = None


class Parameter(Struct, frozen=True, kw_only=True):
    """A whole number that cards of the set use by name, such as the months of a window."""

    id: str
    meaning: Text
    value: int
    reference: str
    confidence: str


class Effect(StrEnum):
    """What an amendment does to a requirement, seen from the park."""

    DROPPED = "dropped"
    NEW = "new"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"  # neither stricter nor milder for every park
    SAME = "same"


class Change(Struct, frozen=True, kw_only=True):
    """What a set changed of the one that it supersedes, told by its author.

    ``old`` and ``new`` are ids of criteria of the superseded set and of this one; both empty for
    what is outside the criteria (procedure, who decides).
    """

    topic: Text
    before: Text
    after: Text
    effect: Effect
    old: tuple[str, ...]
    new: tuple[str, ...]
    confidence: str


class Clause(Struct, frozen=True):
    """The printed unit of the text; groups criteria."""

    id: str
    title: Text

    def holds(self, criterion: Criterion) -> bool:
        """Say whether the criterion stands in this clause or in a point of it (42.3.a in 42.3)."""
        return f"{criterion.clause}.".startswith(f"{self.id}.")


class CriteriaSet(Struct, frozen=True, kw_only=True):
    """A criteria set as loaded; ``sha256`` is over its files in order of name.

    ``force_note`` says what is uncertain about the days in force. ``verified_until`` is the last
    day for which somebody looked whether the set still stands as told here (whether it was
    amended or repealed since); None where nobody wrote it down. ``window_ends`` are the dates that
    look-back windows of the set end on; see ``condition.Within``.
    """

    id: str
    version: str
    title: Text
    document: Text
    article: str
    status: Status
    in_force_from: date | None
    in_force_to: date | None
    supersedes: str | None
    superseded_by: Text | None
    verification: Text
    verified: bool
    questions: tuple[Question, ...]
    readings: tuple[Reading, ...]
    clauses: tuple[Clause, ...]
    criteria: tuple[Criterion, ...]
    waivable: bool
    partial_credit: bool
    needs_allow_unverified: bool
    old_after_years: int
    sha256: str
    path: str
    force_note: Text = NO_TEXT
    verified_until: date | None = None
    parameters: tuple[Parameter, ...] = ()
    changes: tuple[Change, ...] = ()
    window_ends: frozenset[str] = frozenset()

    def criterion(self, criterion_id: str) -> Criterion:
        """Give the criterion; KeyError where there is none of this id."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def question(self, question_id: str) -> Question:
        """Give the question; KeyError where there is none of this id."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    @property
    def main_question(self) -> str | None:
        """The id of the first question, of which index and coverage speak; None where none is."""
        return self.questions[0].id if self.questions else None

    def per(self, criterion: Criterion) -> Per:
        """Say of whom the criterion is asked: of the park, or of each enterprise."""
        return self.question(criterion.question).per if criterion.question else Per.PARK

    def reading(self, reading_id: str) -> Reading:
        """Give the reading; KeyError where there is none of this id."""
        for reading in self.readings:
            if reading.id == reading_id:
                return reading
        raise KeyError(reading_id)


class Waiver(Struct, frozen=True, kw_only=True):
    """A dispensation given by the authority, read from its own file; both days inclusive."""

    criterion: str
    reason: str
    approved_by: str
    granted: date
    expires: date
    document: str
    file: str
    line: int


PartialCredit = Decimal
"""The part of a point that a partly met criterion earns, between 0 and 1."""
