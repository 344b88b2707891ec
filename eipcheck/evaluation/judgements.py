"""Judgements of persons and waivers of the authority: what they may and may not change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eipcheck.evaluation.judge import Resolved, Run
from eipcheck.evaluation.walk import conditions, every_condition, table_of
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Finding, Flag, Judged
from eipcheck.model.condition import HasRow
from eipcheck.model.criterion import CriteriaSet, Criterion, Verdict, Waiver
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Judgement, ParkRecord


def judge_by_hand(
    world: World, criteria: CriteriaSet, resolved: Resolved, own: Run, proven: Run
) -> tuple[Judgement | None, Judged, Judged]:
    """Apply the judgement on a criterion, where there is one, to both runs.

    It decides only a verdict that is ``needs_review``; a favourable one counts as evidenced
    only with a document. The latest that is not after the assessment date counts, if all that
    may be the latest say the same. One from a day on which the set was not law is of another
    one that has this criterion; one from before a dated row that the criterion reads (a breach)
    has not weighed what there is to weigh.
    """
    judgement = latest_judgement(world.record, resolved.criterion.id, world.as_of)
    if judgement is None or not _weighs(world, criteria, resolved, judgement):
        return None, own.judged, proven.judged
    declared = _decided(own.judged, judgement)
    documented = not judgement.met or world.proves(judgement.documents)
    evidenced = _decided(proven.judged, judgement) if documented else proven.judged
    return judgement, declared, evidenced


def _weighs(world: World, criteria: CriteriaSet, resolved: Resolved, judgement: Judgement) -> bool:
    """Say whether a judgement is of this set, and can have weighed all that the criterion reads."""
    assert judgement.on is not None
    if judgement.on < (criteria.in_force_from or date.min):
        return False
    if judgement.on > (criteria.in_force_to or date.max):
        return False
    read = (*conditions(resolved.measure), *((resolved.review,) if resolved.review else ()))
    tables = {c.table for outer in read for c in every_condition(outer) if isinstance(c, HasRow)}
    tables.add(table_of(resolved.measure) or "")
    for sheet in filter(world.dictionary.has_sheet, tables):
        covers = world.dictionary.sheet(sheet).covers
        days = world.values(covers) if covers is not None else []
        # What comes after the assessment date is nobody's matter yet; an unknown day may be any.
        if any(not isinstance(d, date) or judgement.on < d <= world.as_of for d in days):
            return False
    return True


def judgements_on(record: ParkRecord, criterion: str, on: date) -> list[Judgement]:
    """Give the judgements on a criterion, but for those dated after the day."""
    return [
        j for j in record.judgements if j.criterion == criterion and (j.on is None or j.on <= on)
    ]


def latest_judgement(record: ParkRecord, criterion: str, on: date) -> Judgement | None:
    """Give the judgement that counts on the day.

    None where there is none, where only undated ones are there (they may come after the day),
    or where several that may be the latest differ or cannot be read.
    """
    said = judgements_on(record, criterion, on)
    latest = max((j.on for j in said if j.on is not None), default=None)
    perhaps = [j for j in said if j.on is None or j.on == latest or not j.readable]
    if latest is None or not all(j.readable for j in perhaps):
        return None
    if len({j.met for j in perhaps}) > 1:
        return None
    return next(j for j in perhaps if j.on == latest)


def _decided(judged: Judged, judgement: Judgement) -> Judged:
    if judged.verdict is not Verdict.NEEDS_REVIEW:
        return judged
    verdict = Verdict.MET if judgement.met else Verdict.NOT_MET
    return Judged(verdict, frozenset({verdict}), judged.observed)


def waiver_for(
    waivers: Sequence[Waiver], criteria: CriteriaSet, criterion: Criterion, on: date
) -> Waiver | None:
    """Give the waiver that acts on the day; none where the set is not waivable."""
    if not criteria.waivable:
        return None
    acting = [w for w in waivers if w.criterion == criterion.id and w.granted <= on <= w.expires]
    return acting[0] if acting else None


def waiver_problems(waivers: Sequence[Waiver], criteria: CriteriaSet, on: date) -> list[Problem]:
    """Tell the waivers of a waivable set that do not act on the day."""
    if not criteria.waivable:
        return []
    return [
        Problem(
            "D111",
            Line(w.file, w.line, 1),
            (
                ("criterion", w.criterion),
                ("granted", w.granted.isoformat()),
                ("expires", w.expires.isoformat()),
            ),
            Severity.WARNING,
        )
        for w in waivers
        if not w.granted <= on <= w.expires
    ]


def judgement_problems(record: ParkRecord, findings: Sequence[Finding], on: date) -> list[Problem]:
    """Tell judgements on unknown criteria, on criteria not open to judgement, and disagreements."""
    by_id = {f.criterion.id: f for f in findings}
    problems = []
    for judgement in record.judgements:
        finding = by_id.get(judgement.criterion)
        facts = [("criterion", judgement.criterion)]
        if finding is None:
            # It may be meant for another set, so it costs nothing here.
            problems.append(Problem("D105", judgement.cell, tuple(facts), Severity.WARNING))
            continue
        if finding.judgement is None:
            # Undated, unreadable or contradicting judgements decide nothing.
            if judgements_on(record, judgement.criterion, on):
                problems.append(Problem("D113", judgement.cell, tuple(facts)))
            continue
        if finding.judgement is not judgement or Flag.MANUAL in finding.flags:
            continue
        judged = Verdict.MET if judgement.met else Verdict.NOT_MET
        if finding.declared.verdict in {Verdict.MET, Verdict.NOT_MET} - {judged}:
            facts += [("computed", finding.declared.verdict.value), ("judged", judged.value)]
            problems.append(Problem("D104", judgement.cell, tuple(facts)))
        elif finding.declared.verdict is not judged:
            problems.append(Problem("D110", judgement.cell, tuple(facts), Severity.WARNING))
    return problems
