"""The evaluation: one finding per criterion, the outcomes, and the index. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from eipcheck.evaluation.enterprises import enterprise_answers
from eipcheck.evaluation.finding import Found, both_runs, find
from eipcheck.evaluation.impossible import before_the_law, impossible_dates, later_lists
from eipcheck.evaluation.judge import resolve
from eipcheck.evaluation.judgements import judge_by_hand, judgement_problems, waiver_problems
from eipcheck.evaluation.outcome import index_of, outcomes
from eipcheck.evaluation.plausible import implausible
from eipcheck.evaluation.questions import Inputs
from eipcheck.evaluation.signs import statement_problems
from eipcheck.evaluation.world import World
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import Assessment, Dates, Finding, Force, Outcome
from eipcheck.model.criterion import (
    CriteriaSet,
    Criterion,
    Kind,
    Per,
    Status,
    Verdict,
    Waiver,
)
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.problem import Problem
from eipcheck.model.record import Observation, ParkRecord
from eipcheck.version import __version__

IDENTITY = (
    "park_name",
    "park_name_en",
    "province",
    "developer_name",
    "data_label",
    "conversion_scope",
    "boundary",
)
"""Facts that head a report."""


class Options(Struct, frozen=True, kw_only=True):
    """Choices of a run.

    ``readings`` maps reading ids to option ids; those left out take the set's defaults.
    ``hypothetical`` says why the run gives no dossier; the evaluation adds the set's own reasons.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    hypothetical: tuple[str, ...] = ()


def evaluate(
    record: ParkRecord,
    criteria: CriteriaSet,
    dictionary: DataDictionary,
    dates: Dates,
    options: Options | None = None,
) -> Assessment:
    """Assess a park against a criteria set, as declared and as evidenced.

    Args:
        record: the workbook; its blanks are unknown unless the dictionary says otherwise.
        criteria: the set; criteria that are not in force on the day are left out (outside the
            set's force, those of its nearest day in force apply).
        dictionary: what the fields mean.
        dates: the chosen dates; nothing after the assessment date has happened yet.
        options: readings, waivers, and reasons for a hypothetical run.

    Returns:
        Exactly one finding per criterion in force, in the order of the set.

    Source: the semantics of the design, section 4, rules 1 to 17.
    """
    return evaluate_worlds(Worlds.of(record, dictionary, dates), criteria, options)


def evaluate_worlds(
    worlds: Worlds, criteria: CriteriaSet, options: Options | None = None
) -> Assessment:
    """Assess a park as ``evaluate`` does; sets that share the worlds share what they look up."""
    options = options or Options()
    chosen = {r.id: r.default for r in criteria.readings} | dict(options.readings)
    record, dates = worlds.declared.record, worlds.declared.dates
    found = [
        find(worlds, criteria, criterion, chosen, options.waivers)
        for criterion in in_force(criteria, dates.as_of)
    ]
    findings = tuple(f.finding for f in found)
    counted = [f for f in findings if f.decides(criteria.main_question)]
    return Assessment(
        file=record.file,
        sha256=record.sha256,
        template_version=record.template_version,
        park=_identity(record),
        criteria=criteria,
        force=force_on(criteria, dates.as_of),
        hypothetical=(*options.hypothetical, *_hypothetical(criteria)),
        dates=dates,
        readings=tuple((r.id, chosen[r.id]) for r in criteria.readings),
        findings=findings,
        outcomes=_outcomes(criteria, findings),
        index=index_of((f, f.declared) for f in counted),
        evidenced_index=index_of((f, f.evidenced) for f in counted),
        coverage=_coverage(found, criteria.main_question),
        problems=_problems(worlds.declared, found, criteria, options.waivers),
        tool_version=__version__,
        enterprises=enterprise_answers(worlds, criteria, findings, chosen),
    )


def outcomes_of(
    worlds: Worlds, criteria: CriteriaSet, readings: Mapping[str, str]
) -> tuple[Outcome, ...]:
    """Answer the questions of a set, and nothing else: no gaps, rows or problems.

    The answers are those that ``evaluate`` gives for the same arguments without waivers.
    """
    chosen = {r.id: r.default for r in criteria.readings} | dict(readings)
    verdicts = []
    for criterion in in_force(criteria, worlds.declared.as_of):
        resolved = resolve(criterion, chosen, criteria.per(criterion))
        if resolved.kind is Kind.REQUIREMENT and resolved.per is Per.PARK:
            own, proven = both_runs(worlds, resolved)
            _, declared, evidenced = judge_by_hand(
                worlds.evidenced, criteria, resolved, own, proven
            )
            verdicts.append((criterion, declared, evidenced))
    return outcomes(criteria, verdicts)


def _outcomes(criteria: CriteriaSet, findings: Sequence[Finding]) -> tuple[Outcome, ...]:
    required = [f for f in findings if f.kind is Kind.REQUIREMENT]
    waived = frozenset(f.criterion.id for f in required if f.waiver)
    verdicts = [(f.criterion, f.declared, f.evidenced) for f in required]
    return outcomes(criteria, verdicts, waived)


def _coverage(found: Sequence[Found], question: str | None) -> tuple[int, int]:
    """Count inputs answered and asked, each once, over the requirements that may apply.

    A set that asks no question has no requirements to count; its criteria all do.
    """
    asked: Inputs = {}
    for one in found:
        counts = question is None or one.finding.decides(question)
        if counts and one.finding.declared.possible != {Verdict.NOT_APPLICABLE}:
            asked |= one.inputs
    return sum(asked.values()), len(asked)


def _problems(
    world: World, found: Sequence[Found], criteria: CriteriaSet, waivers: Sequence[Waiver]
) -> tuple[Problem, ...]:
    findings = [f.finding for f in found]
    own = [p for f in found for p in f.problems]
    over_whole = {p.place for p in own if p.code == "D103"}
    problems = [
        *world.record.problems,
        *own,
        *statement_problems(world, findings),
        *implausible(world.record, world.dictionary, over_whole),
        *impossible_dates(world),
        *before_the_law(world, criteria),
        *later_lists(world),
        *judgement_problems(world.record, findings, world.as_of),
        *waiver_problems(waivers, criteria, world.as_of),
    ]
    return tuple(dict.fromkeys(problems))


def force_on(criteria: CriteriaSet, on: date) -> Force:
    """Say how a day lies to the force of a set; frameworks and drafts are never in force."""
    if criteria.status not in {Status.IN_FORCE, Status.REPEALED} or criteria.in_force_from is None:
        return Force.NONE
    if on < criteria.in_force_from:
        return Force.NOT_YET
    ended = criteria.in_force_to is not None and on > criteria.in_force_to
    return Force.REPEALED if ended else Force.IN_FORCE


def in_force(criteria: CriteriaSet, on: date) -> tuple[Criterion, ...]:
    """Give the criteria of the day; outside the force of the set, those of its nearest day."""
    day = max(on, criteria.in_force_from) if criteria.in_force_from else on
    day = min(day, criteria.in_force_to) if criteria.in_force_to else day
    return tuple(
        c
        for c in criteria.criteria
        if (c.start is None or c.start <= day) and (c.end is None or day <= c.end)
    )


def _hypothetical(criteria: CriteriaSet) -> tuple[str, ...]:
    draft = ("draft",) if criteria.status is Status.DRAFT else ()
    return (*draft, "unverified") if criteria.needs_allow_unverified else draft


def _identity(record: ParkRecord) -> dict[str, Observation]:
    answered = {f: [o for o in record.facts.get(f, ()) if o.value is not None] for f in IDENTITY}
    return {f: said[0] for f, said in answered.items() if said}
