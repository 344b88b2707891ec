"""What a report says, ready to print: words, in the order of reading, and a few keys.

Every field is a finished text in the language of the report, empty where there is nothing to
say, except: ``key`` and ``id`` (stable codes, for styles and anchors), counts, and the geometry
of a bar (fractions of its length, 0 to 1). Formats lay these out and compute nothing. All text is
free of control characters; escaping for a format is that format's business.
"""

from __future__ import annotations

from msgspec import Struct

from eipcheck.model.text import Language
from eipcheck.reporting.view_parts import (
    AnnexView,
    CheckView,
    EvidenceView,
    FlagView,
    GoalView,
    LetterView,
    Mark,
    NumberView,
    ReadingView,
    RegisterView,
    RowsView,
    SourceView,
    StepView,
    Tally,
)

VIEW_VERSION = "1.0"
"""Of the view as people's own templates know it: names are only added within a major version."""


class Bar(Struct, frozen=True, kw_only=True):
    """A range against its target: certain up to ``low``, possible up to ``high``.

    ``open_end`` says that the range goes on beyond the bar. ``text`` tells all of it in words.
    """

    low: float
    high: float
    target: float | None
    target_label: str
    open_end: bool
    text: str


class Named(Struct, frozen=True):
    """A labelled value; ``note`` says where it comes from, ``cell`` the cell it stands in."""

    label: str
    value: str
    note: str = ""
    cell: str = ""


class Head(Struct, frozen=True, kw_only=True):
    """Who, when, by which law. ``label`` tells synthetic figures, ``stamp`` a hypothetical run."""

    park: str
    place: str
    title: str
    label: str
    law: str
    law_status: str
    force: str
    stamp: str
    stamp_reasons: tuple[str, ...]
    dates: tuple[Named, ...]
    file: str
    sha256: str

    @property
    def date(self) -> Named:
        """The assessment date."""
        return self.dates[0]


class Run(Struct, frozen=True, kw_only=True):
    """One of the two runs: ``key`` is ``declared`` or ``evidenced``.

    ``floor``, ``ceiling`` and ``coverage`` carry their counts; ``index`` is them in one line.
    ``bar`` shows floor and ceiling over the applicable requirements (None: nothing applies),
    ``coverage_bar`` the share of answers that are filled in (None: nothing is asked).
    """

    key: str
    label: str
    tallies: tuple[Tally, ...]
    tally: str
    floor: str
    ceiling: str
    coverage: str
    index: str
    bar: Bar | None
    coverage_bar: Bar | None


class Answered(Struct, frozen=True, kw_only=True):
    """The answer to one question of the set, in both runs.

    ``sentence`` is the outcome in one plain sentence, with all that limits it; the other two
    say each run by itself. ``with_waivers`` is empty where no waiver acts. The tallies count the
    requirements on which the question hangs.
    """

    question: str
    title: str
    declared: Mark
    evidenced: Mark
    sentence: str
    declared_sentence: str
    evidenced_sentence: str
    with_waivers: str
    tally_declared: str
    tally_evidenced: str


class Todo(Struct, frozen=True, kw_only=True):
    """One thing to do: why (``mark``), what, in which cells, found where, for which criteria.

    ``kind`` is ``complete``, ``gap``, ``unanswered`` or ``evidence``, in the order of urgency.
    ``detail`` tells what would decide; ``who`` is the id of the party to ask, ``party`` its name;
    ``names`` are enterprises.
    """

    kind: str
    mark: Mark
    text: str
    detail: str
    who: str
    party: str
    cells: str
    found_in: str
    criteria: tuple[str, ...]
    names: tuple[str, ...] = ()


class Party(Struct, frozen=True):
    """What to do, for one party to ask."""

    id: str
    label: str
    todos: tuple[Todo, ...]


class CriterionView(Struct, frozen=True, kw_only=True):
    """One criterion: a line of the overview and the card behind it.

    ``observed`` and ``target`` are short (``17–28 %``, ``≥ 20 %``); ``observed_counts`` tells
    the counts behind a share. ``code`` is the printed number of an item of a set that has no
    articles, such as ``ENV.1``. ``differs`` says that the evidenced verdict is another one.
    """

    id: str
    clause: str
    code: str
    title: str
    requirement: str
    actor: str
    kind: str
    declared: Mark
    evidenced: Mark
    differs: bool
    observed: str
    observed_counts: str
    observed_evidenced: str
    target: str
    bar: Bar | None
    bar_evidenced: Bar | None
    gap: str
    gap_evidenced: str
    todos: tuple[Todo, ...]
    flags: tuple[FlagView, ...]
    computed: str
    steps: tuple[StepView, ...]
    numbers: tuple[NumberView, ...]
    rows: RowsView | None
    evidence_expected: str
    evidence: tuple[EvidenceView, ...]
    readings: tuple[ReadingView, ...]
    source: SourceView
    remedy: str
    sdg: tuple[str, ...]
    decision: str
    waiver: str
    benchmark: str


class ClauseView(Struct, frozen=True):
    """A clause of the text and its criteria, with how many of each status in both runs."""

    id: str
    label: str
    title: str
    criteria: tuple[CriterionView, ...]
    declared: tuple[Tally, ...] = ()
    evidenced: tuple[Tally, ...] = ()


class EnterpriseRow(Struct, frozen=True, kw_only=True):
    """One enterprise: its answer in both runs, whether it leads to anything now, and why.

    ``marks`` are the declared verdicts in the order of ``EnterprisesView.criteria``.
    """

    name: str
    code: str
    cell: str
    declared: Mark
    evidenced: Mark
    now: Mark
    marks: tuple[Mark, ...]


class EnterprisesView(Struct, frozen=True, kw_only=True):
    """A question asked of each enterprise of the register.

    ``park`` says what must hold of the park first; ``complete`` whether all enterprises are listed.
    """

    question: str
    title: str
    park: str
    complete: str
    tallies: tuple[Tally, ...]
    now: tuple[Tally, ...]
    criteria: tuple[CriterionView, ...]
    rows: tuple[EnterpriseRow, ...]


class ProblemView(Struct, frozen=True, kw_only=True):
    """Something to mend in the workbook: where, what is wrong, why it matters, how to mend it."""

    code: str
    mark: Mark
    place: str
    what: str
    why: str
    fix: str
    other_places: str


class DossierView(Struct, frozen=True, kw_only=True):
    """The report as a document: ``kind`` is ``explanation`` (of a dossier, a draft) or ``gap``.

    ``mark`` heads every page where it must not be filed. ``letter`` is none in a gap analysis.
    ``facts`` tell the park, ``groups`` hold every criterion once, under its clause or question.
    ``iso_day`` is the assessment date as ``2020-11-20``.
    """

    kind: str
    title: str
    about: str
    draft: str
    mark: str
    iso_day: str
    purpose: tuple[str, ...]
    facts: tuple[Named, ...]
    groups: tuple[ClauseView, ...]
    letter: LetterView | None
    annexes: tuple[AnnexView, ...]


class ReportView(Struct, frozen=True, kw_only=True):
    """One report, in the order of reading.

    ``law_now`` tells what the law in force says where the set was repealed by then.
    ``number_format`` tells how numbers and dates are written.
    """

    language: Language
    head: Head
    answers: tuple[Answered, ...]
    declared: Run
    evidenced: Run
    force_sentence: str
    warnings: tuple[str, ...]
    law_now: str
    first: tuple[Todo, ...]
    work: tuple[Party, ...]
    clauses: tuple[ClauseView, ...]
    advisories: tuple[CriterionView, ...]
    enterprises: tuple[EnterprisesView, ...]
    register: RegisterView | None
    problems: tuple[ProblemView, ...]
    evidence: tuple[CheckView, ...]
    readings: tuple[ReadingView, ...]
    goals: tuple[GoalView, ...]
    method: tuple[str, ...]
    versions: tuple[Named, ...]
    disclaimer: str
    number_format: str
    dossier: DossierView

    @property
    def requirements(self) -> tuple[CriterionView, ...]:
        """All requirements, in the order of the text."""
        return tuple(c for clause in self.clauses for c in clause.criteria)

    @property
    def each(self) -> tuple[CriterionView, ...]:
        """All criteria that are asked of each enterprise."""
        return tuple(c for asked in self.enterprises for c in asked.criteria)


class ExplainView(Struct, frozen=True, kw_only=True):
    """One criterion of one assessment, told in full.

    ``rule`` tells the rule in words, its lines indented by no-break spaces; ``changes`` is what
    would change the verdict.
    """

    head: Head
    criterion: CriterionView
    rule: tuple[str, ...]
    changes: tuple[str, ...]
    disclaimer: str


class CardView(Struct, frozen=True, kw_only=True):
    """A criterion as its set says it, without a park, under the default readings.

    ``bounds`` tell every bound with its days and reference; ``otherwise`` the verdict where the
    target is missed and ``if_empty`` the one where nothing can be counted, each empty where the
    card leaves no choice; ``missing`` what unanswered questions do.
    """

    set: str
    law: str
    question: str
    days: str
    bounds: tuple[str, ...]
    otherwise: str
    missing: str
    benchmark: str
    beside: tuple[str, ...]
    id: str
    clause: str
    title: str
    kind: str
    actor: str
    requirement: str
    computed: str
    rule: tuple[str, ...]
    if_empty: str
    evidence_expected: str
    remedy: str
    sdg: tuple[str, ...]
    readings: tuple[ReadingView, ...]
    source: SourceView
