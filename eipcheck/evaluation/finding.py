"""One finding: a criterion judged in both runs, with all that stands behind the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from eipcheck.evaluation.behind import rows_behind
from eipcheck.evaluation.each import row_verdicts, verdicts_of_each
from eipcheck.evaluation.gap import gap_of
from eipcheck.evaluation.judge import Resolved, Run, judged, resolve, run
from eipcheck.evaluation.judgements import judge_by_hand, waiver_for
from eipcheck.evaluation.measures import bound_of
from eipcheck.evaluation.missing import Missing, Search, asks
from eipcheck.evaluation.questions import (
    Inputs,
    against,
    condition_inputs,
    figure_inputs,
    inputs_of,
    missing_figures,
    missing_for,
)
from eipcheck.evaluation.readings import Chosen
from eipcheck.evaluation.signs import contradicting_rows, evidence_used, flags_of, observations_of
from eipcheck.evaluation.target import needed_rows
from eipcheck.evaluation.truth import UNKNOWN, word
from eipcheck.evaluation.walk import table_of
from eipcheck.evaluation.world import World
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import (
    Finding,
    Flag,
    Gap,
    Judged,
    ReadingEffect,
    Step,
)
from eipcheck.model.criterion import CriteriaSet, Criterion, Per, Verdict, Waiver
from eipcheck.model.problem import Problem
from eipcheck.model.record import Observation


class Found(Struct, frozen=True):
    """A finding, the problems met on the way, and the inputs that the criterion reads."""

    finding: Finding
    problems: tuple[Problem, ...]
    inputs: Inputs


def find(
    worlds: Worlds,
    criteria: CriteriaSet,
    criterion: Criterion,
    chosen: Chosen,
    waivers: Sequence[Waiver],
) -> Found:
    """Judge one criterion in both runs and gather what stands behind the verdict."""
    resolved = resolve(criterion, chosen, criteria.per(criterion))
    own, proven = both_runs(worlds, resolved)
    judgement, declared, evidenced = judge_by_hand(
        worlds.evidenced, criteria, resolved, own, proven
    )
    effects = _reading_effects(worlds.declared, criteria, resolved, chosen, own.judged.verdict)
    waiver = waiver_for(waivers, criteria, criterion, worlds.declared.as_of)
    observations, aside = observations_of(worlds.declared, resolved)
    unit = _unit(worlds.declared, resolved, observations)
    evidence = evidence_used(worlds.declared, resolved, observations)
    flags = flags_of(worlds.declared, criteria, resolved, own, observations, evidence)
    flags |= _flags_beside(own.judged, declared, evidenced)
    flags |= {Flag.WAIVED} if waiver else set()
    flags |= {Flag.DEPENDS_ON_READING} if effects else set()
    flags |= {Flag.PAST_VERIFICATION} if _is_past(resolved, worlds.declared) else set()
    inputs = _inputs(worlds.declared, resolved)
    finding = Finding(
        criterion=criterion,
        kind=resolved.kind,
        declared=declared,
        evidenced=evidenced,
        flags=tuple(f for f in Flag if f in flags),
        gap=_gap(worlds.declared, criteria, resolved, own, declared.verdict, unit),
        evidenced_gap=_gap(worlds.evidenced, criteria, resolved, proven, evidenced.verdict, unit),
        rows=rows_behind(worlds.declared, worlds.evidenced, resolved.measure),
        observations=observations,
        set_aside=aside,
        evidence=evidence,
        steps=_steps(worlds.declared, resolved, own),
        reading_effects=effects,
        bound=resolved.bound(worlds.declared),
        inputs=(sum(inputs.values()), len(inputs)),
        judgement=judgement,
        waiver=waiver,
        each=verdicts_of_each(worlds, resolved),
        beside=tuple(o for f in criterion.beside for o in worlds.declared.said(f).used),
        benchmark=_mark(worlds.declared, criterion),
    )
    problems = (*contradicting_rows(worlds.declared, resolved), *_problems(own))
    return Found(finding, problems, inputs)


def _inputs(world: World, resolved: Resolved) -> Inputs:
    """List what a criterion asks of the workbook, and whether each is answered."""
    inputs = inputs_of(world, resolved.measure)
    if resolved.applies is not None:
        inputs |= condition_inputs(world, resolved.applies)
    if resolved.review is not None and resolved.per is Per.PARK:
        inputs |= condition_inputs(world, resolved.review)
    if resolved.target is not None and resolved.target.field is not None:
        inputs |= figure_inputs(world, (resolved.target.field,))
    return inputs


def _mark(world: World, criterion: Criterion) -> Fraction | None:
    return None if criterion.benchmark is None else bound_of(world, criterion.benchmark).exact


def both_runs(worlds: Worlds, resolved: Resolved) -> tuple[Run, Run]:
    """Judge a criterion as declared and as evidenced."""
    own = run(worlds.declared, resolved)
    return own, _no_better(own, run(worlds.evidenced, resolved))


def _problems(seen: Run) -> tuple[Problem, ...]:
    return seen.result.problems if seen.result else ()


def _no_better(own: Run, proven: Run) -> Run:
    """Keep a contradiction open: setting one of its sides aside settles nothing."""
    if own.result is None or not (own.result.alternatives or own.result.blocked):
        return proven
    possible = own.judged.possible | proven.judged.possible
    return replace(proven, judged=judged(possible, proven.judged.observed))


def _is_past(resolved: Resolved, world: World) -> bool:
    """Say whether nobody has looked for the day whether the bound of the law still stands."""
    if resolved.target is None or not resolved.target.values:
        return False
    until = resolved.target.dated(world.as_of).verified_until
    return until is not None and world.as_of > until


def _flags_beside(own: Judged, declared: Judged, evidenced: Judged) -> set[Flag]:
    flags = {Flag.MANUAL} if declared.verdict is not own.verdict else set()
    favourable = declared.verdict in {Verdict.MET, Verdict.PARTLY_MET}
    if favourable and evidenced.verdict is not declared.verdict:
        flags.add(Flag.UNEVIDENCED)
    return flags


def _reading_effects(
    world: World, criteria: CriteriaSet, own: Resolved, chosen: Chosen, verdict: Verdict
) -> tuple[ReadingEffect, ...]:
    """Try every other option of each reading that touches the criterion, one at a time."""
    criterion, effects = own.criterion, []
    each = row_verdicts(world, own)
    for reading_id in criterion.readings:
        for option in criteria.reading(reading_id).options:
            if option.id != chosen[reading_id]:
                resolved = resolve(criterion, {**chosen, reading_id: option.id}, own.per)
                other = run(world, resolved)
                if other.judged.verdict is not verdict or row_verdicts(world, resolved) != each:
                    effects.append(ReadingEffect(reading_id, option.id, other.judged.verdict))
    return tuple(effects)


def _gap(
    world: World,
    criteria: CriteriaSet,
    resolved: Resolved,
    seen: Run,
    verdict: Verdict,
    unit: str,
) -> Gap | None:
    if seen.result is None:
        return None
    if resolved.target is None:
        # Where a set asks no question, its figures are what it is for: blanks are asked for.
        observed = seen.result.observed
        known = observed.low == observed.high is not None or bool(criteria.questions)
        return None if known else Gap(unit=unit, asks=asks(world, _missing(world, resolved, seen)))
    # A bound that is open is asked for itself; what is missing is told for its least.
    bound = bound_of(world, resolved.target).low
    if verdict is Verdict.NEEDS_REVIEW:
        wanted = [Missing("decision", resolved.criterion.id, None)]
    else:
        wanted = list(_missing(world, resolved, seen))
    return gap_of(seen.result, resolved.target, bound, verdict, unit, asks(world, wanted))


def _missing(world: World, resolved: Resolved, seen: Run) -> Iterator[Missing]:
    search = Search(world)
    if resolved.applies is not None:
        yield from search.park(resolved.applies)
    if seen.judged.verdict not in {Verdict.MET, Verdict.NOT_APPLICABLE}:
        yield from missing_for(search, resolved.measure)
        if resolved.target is not None and resolved.target.field is not None:
            yield from missing_figures(search, (resolved.target.field,))
        if seen.review is UNKNOWN and resolved.review is not None:
            yield from search.park(resolved.review)
    if seen.judged.verdict in {Verdict.NOT_MET, Verdict.PARTLY_MET}:
        yield from against(world, resolved.measure)


def _unit(world: World, resolved: Resolved, observations: Sequence[Observation]) -> str:
    """Give the unit in which a gap is told: rows of a list, or the unit of the figures."""
    target = resolved.target
    table = table_of(resolved.measure)
    if target is not None and target.unit not in {"", "share"}:
        return target.unit
    if table is not None:
        return table
    units = (world.dictionary.field(o.field).unit for o in observations)
    return next((u for u in units if u), "answer")


def _steps(world: World, resolved: Resolved, seen: Run) -> tuple[Step, ...]:
    steps = []
    if resolved.applies is not None:
        steps.append(Step("applies", (("truth", word(seen.applies)),)))
    if seen.result is not None:
        steps += seen.result.steps
        steps += _needed(world, resolved, seen)
    if resolved.review is not None and resolved.per is Per.PARK:
        steps.append(Step("review", (("truth", word(seen.review)),)))
    return tuple(steps)


def _needed(world: World, resolved: Resolved, seen: Run) -> list[Step]:
    """Tell how many rows must qualify, for the smallest and the largest population."""
    bound, target = resolved.bound(world), resolved.target
    region = seen.result.region if seen.result else None
    if bound is None or target is None or region is None or region.most_counted is None:
        return []
    low, high = (needed_rows(target, bound, n) for n in (region.least_counted, region.most_counted))
    values = (("bound", str(Fraction(bound))), ("n_low", str(low)), ("n_high", str(high)))
    told = [Step("needed", values)]
    if target.upward:
        # Rule 14: doing more elsewhere, such as admitting enterprises, makes this one harder.
        more = region.most_counted + round(1 / bound) if bound else region.most_counted
        raised = needed_rows(target, bound, more)
        told.append(Step("harder", (("counted", str(more)), ("needed", str(raised)))))
    return told
