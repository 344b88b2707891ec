"""What an evaluation says: one finding per criterion, outcomes, and the progress index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction

from msgspec import Struct

from eipcheck.model.criterion import CriteriaSet, Criterion, Kind, Per, Verdict, Waiver
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem
from eipcheck.model.record import Judgement, Observation, Value


class Truth(IntEnum):
    """Kleene's three values, ordered so that ``and`` is min and ``or`` is max."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Proof(StrEnum):
    """The two runs of one evaluation."""

    DECLARED = "declared"
    EVIDENCED = "evidenced"


class OutcomeValue(StrEnum):
    """The answer to a question of the set."""

    MEETS = "meets"
    DOES_NOT_MEET = "does_not_meet"
    CANNOT_TELL = "cannot_tell"


class Flag(StrEnum):
    """Stands beside a verdict and never changes it."""

    UNEVIDENCED = "unevidenced"
    ESTIMATED = "estimated"
    EXPIRED_EVIDENCE = "expired_evidence"
    MARGINAL = "marginal"
    OLD_DATA = "old_data"
    MIXED_YEARS = "mixed_years"
    CONFLICTING_SOURCES = "conflicting_sources"
    WAIVED = "waived"
    MANUAL = "manual"
    DEPENDS_ON_READING = "depends_on_reading"
    PAST_VERIFICATION = "past_verification"


class Share(Struct, frozen=True):
    """A share as numerator over denominator; a denominator of zero marks an empty population."""

    num: Fraction
    den: Fraction

    @property
    def ratio(self) -> Fraction | None:
        """The quotient, None for an empty population."""
        return self.num / self.den if self.den else None


class Observed(Struct, frozen=True, kw_only=True):
    """The exact range of the measured quantity over all completions of the unknowns.

    ``low`` and ``high`` are None where the range is unbounded on that side. ``unit`` is
    ``answer`` (0 no, 1 yes), ``share`` (fractions), or the unit of the count or figure. For
    shares of counts ``low_share`` and ``high_share`` carry the counts behind the bounds.
    ``empty`` says that nothing could be counted; ``maybe_empty`` that perhaps nothing can.
    """

    unit: str
    low: Fraction | None
    high: Fraction | None
    low_share: Share | None = None
    high_share: Share | None = None
    empty: bool = False
    maybe_empty: bool = False


class Judged(Struct, frozen=True):
    """The verdict of one run; ``possible`` are the verdicts that some completion gives."""

    verdict: Verdict
    possible: frozenset[Verdict]
    observed: Observed


class Because(Struct, frozen=True):
    """One answer that decided how a row counts: field, value (None: blank), and cell."""

    field: str
    value: Value | None
    cell: Cell | None


class RowBehind(Struct, frozen=True):
    """A row behind a count: whether it is counted and qualifies, and the answers that say so.

    ``among`` is TRUE throughout for measures that count every row that qualifies.
    ``evidenced`` is how it qualifies when answers without a valid document are set aside.
    """

    row: int
    cell: Cell
    name: str
    code: str
    among: Truth
    where: Truth
    evidenced: Truth
    why: tuple[Because, ...]


class RowsBehind(Struct, frozen=True):
    """The table behind a count; ``complete_cell`` is the tick that closes the list."""

    table: str
    sheet_name: str
    rows: Sequence[RowBehind]
    complete: bool
    complete_cell: Cell | None


class Ask(Struct, frozen=True, kw_only=True):
    """Something to fill or to bring: what, where, whom to ask, in which document it is found.

    ``kind`` is ``fact`` (a blank answer), ``column`` (blank cells of one column), ``complete``
    (an unticked list), ``row`` (a row to add), ``document`` (evidence to bring), ``change``
    (answers that count against the park) or ``decision`` (a judgement to obtain). ``field`` is a
    field, sheet or declaration id, by kind.
    """

    kind: str
    field: str
    cells: tuple[Cell, ...]
    asked_of: str
    enterprises: tuple[str, ...] = ()


class Gap(Struct, frozen=True, kw_only=True):
    """What separates the park from the target.

    Not met: ``least`` and ``most`` more of ``unit`` are needed, over the best and the worst
    completion (``most`` None: unbounded). Undetermined: of ``unanswered`` answers,
    ``yes_to_meet`` favourable ones make it met and ``no_to_miss`` unfavourable ones make it not
    met (None where they alone cannot). ``asks`` come in the order in which to ask.
    """

    unit: str
    least: Fraction | None = None
    most: Fraction | None = None
    unanswered: int = 0
    yes_to_meet: int | None = None
    no_to_miss: int | None = None
    asks: tuple[Ask, ...] = ()


class Step(Struct, frozen=True):
    """One step of a computation: its name (see the catalogue) and the values it shows.

    Values are strings of plain integers, ``a/b`` fractions, ids and cell addresses; never words.
    """

    name: str
    values: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()


class ReadingEffect(Struct, frozen=True):
    """Another option of one reading that changes the verdict."""

    reading: str
    option: str
    verdict: Verdict


class EvidenceUsed(Struct, frozen=True, kw_only=True):
    """A document named behind an answer, and whether it counts on the assessment date.

    ``counts`` is ``yes``, or why not: ``missing`` (no such row), ``pending``, ``none``,
    ``expired``, ``not_yet``, ``blank_state``, ``unreadable`` or ``self_declaration``.
    """

    document: str
    cell: Cell | None
    counts: str


class Finding(Struct, frozen=True, kw_only=True):
    """One criterion and what the workbook says of it, as declared and as evidenced.

    ``kind`` is the criterion's kind under the chosen readings. ``inputs`` counts (answered,
    asked). A ``waiver`` never changes the verdict; a ``judgement`` decides it only where the
    flag ``manual`` stands. For a criterion asked of each enterprise ``each`` holds the verdicts
    (declared, evidenced) of every row of the register, in its order. ``beside`` are figures
    shown beside the result, ``benchmark`` is the mark of the day to compare with.
    """

    criterion: Criterion
    kind: Kind
    declared: Judged
    evidenced: Judged
    flags: tuple[Flag, ...]
    gap: Gap | None
    evidenced_gap: Gap | None
    rows: RowsBehind | None
    observations: tuple[Observation, ...]
    set_aside: tuple[Observation, ...]
    evidence: tuple[EvidenceUsed, ...]
    steps: tuple[Step, ...]
    reading_effects: tuple[ReadingEffect, ...]
    bound: Fraction | None
    inputs: tuple[int, int]
    judgement: Judgement | None = None
    waiver: Waiver | None = None
    each: tuple[tuple[Verdict, Verdict], ...] = ()
    beside: tuple[Observation, ...] = ()
    benchmark: Fraction | None = None

    def decides(self, question: str | None) -> bool:
        """Say whether it is one of a requirement on which the question hangs."""
        return self.kind is Kind.REQUIREMENT and self.criterion.bears_on(question)


class EnterpriseOutcome(Struct, frozen=True, kw_only=True):
    """The answer to a question for one enterprise of the register, in both runs.

    ``verdicts`` are (criterion, declared, evidenced) for each criterion of the question.
    ``possible_now`` joins the evidenced answer with what must hold of the park.
    """

    row: int
    cell: Cell
    name: str
    code: str
    declared: OutcomeValue
    evidenced: OutcomeValue
    possible_now: OutcomeValue
    verdicts: tuple[tuple[str, Verdict, Verdict], ...]


class EnterpriseAnswers(Struct, frozen=True):
    """A question asked of each enterprise; ``complete`` says whether the register is closed.

    ``park`` says, as evidenced, whether what must hold of the park does. Rows of enterprises
    that are not in the park, or repeat one, are left out.
    """

    question: str
    park: Truth
    rows: tuple[EnterpriseOutcome, ...]
    complete: bool


class Outcome(Struct, frozen=True):
    """The answer to one question of the set, in both runs.

    ``with_waivers`` is the declared outcome when waived criteria are let pass, None where no
    waiver acts; it stands beside the other two and never replaces them.
    """

    question: str
    declared: OutcomeValue
    evidenced: OutcomeValue
    with_waivers: OutcomeValue | None = None


class Index(Struct, frozen=True):
    """Guidance, never law: points certain, points possible, applicable requirements.

    ``applicable`` and ``maybe_applicable`` count requirements; no score where both are zero.
    """

    floor: Fraction
    ceiling: Fraction
    applicable: int
    maybe_applicable: int


class DateSource(StrEnum):
    """Where a date came from."""

    OPTION = "option"  # --as-of
    REGISTRATION = "registration"
    ASSESSMENT = "assessment"
    PERIOD_END = "period_end"
    TODAY = "today"
    WORKBOOK = "workbook"
    MISSING = "missing"


class Dated(Struct, frozen=True):
    """A date with its source and, if it is written in the workbook, its cell."""

    on: date | None
    source: DateSource
    cell: Cell | None = None


class Dates(Struct, frozen=True):
    """The dates of an assessment; the run date judges nothing and is no part of it."""

    assessment: Dated
    registration: Dated
    period_start: Dated
    period_end: Dated

    @property
    def as_of(self) -> date:
        """The assessment date; always known."""
        assert self.assessment.on is not None
        return self.assessment.on


class Force(StrEnum):
    """How the assessment date lies to the days on which the set is in force."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    NONE = "none"  # a framework or draft, never law


class LawInForce(Struct, frozen=True):
    """What the law that replaced a repealed set says of the park on the assessment date."""

    criteria: CriteriaSet
    outcomes: tuple[Outcome, ...]


class Assessment(Struct, frozen=True, kw_only=True):
    """One park, one criteria set, one date.

    ``coverage`` is (answered, asked) over the inputs that applicable requirements read.
    ``hypothetical`` lists why the run gives no dossier (empty for an ordinary run).
    ``park`` are the identity facts to print: field id to observation. ``law_in_force`` is what
    the law in force on the day says, where the set had been repealed by then.
    """

    file: str
    sha256: str
    template_version: str | None
    park: Mapping[str, Observation]
    criteria: CriteriaSet
    force: Force
    hypothetical: tuple[str, ...]
    dates: Dates
    readings: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    index: Index
    evidenced_index: Index
    coverage: tuple[int, int]
    problems: tuple[Problem, ...]
    tool_version: str
    enterprises: tuple[EnterpriseAnswers, ...] = ()
    law_in_force: LawInForce | None = None
    public: bool = False

    @property
    def asked(self) -> tuple[Finding, ...]:
        """The findings whose blanks are asked for: requirements, or all where there are none."""
        return self.requirements if self.criteria.questions else self.findings

    @property
    def requirements(self) -> tuple[Finding, ...]:
        """The findings of what is required of the park, in the order of the set."""
        return tuple(
            f
            for f in self.findings
            if f.kind is Kind.REQUIREMENT and self.criteria.per(f.criterion) is Per.PARK
        )
