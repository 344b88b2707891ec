"""What stands beside a verdict: the answers used, their documents, and flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eipcheck.evaluation.averages import years_averaged
from eipcheck.evaluation.documents import standing
from eipcheck.evaluation.either import set_aside
from eipcheck.evaluation.figures import scope_of
from eipcheck.evaluation.gap import is_marginal
from eipcheck.evaluation.judge import Resolved, Run
from eipcheck.evaluation.truth import FALSE, TRUE
from eipcheck.evaluation.walk import (
    conditions,
    every_condition,
    fields_read,
    figures,
    leaf_fields,
    table_of,
)
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import EvidenceUsed, Finding, Flag
from eipcheck.model.condition import Either, HasRow
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import FieldType, Layout
from eipcheck.model.measure import Average, EitherMeasure, Ratio
from eipcheck.model.place import Cell
from eipcheck.model.problem import Problem, Severity
from eipcheck.model.record import Observation, Quality, Scope


def facts_read(world: World, resolved: Resolved) -> tuple[str, ...]:
    """Give the facts of the park that a criterion reads, under the chosen readings."""
    named = list(fields_read(resolved.measure))
    for condition in (resolved.applies, resolved.review):
        if condition is not None:
            named += [f for c in every_condition(condition) for f in leaf_fields(c)]
    if resolved.target is not None and resolved.target.field is not None:
        named.append(resolved.target.field)
    dictionary = world.dictionary
    return tuple(
        f
        for f in dict.fromkeys(named)
        if dictionary.sheet(dictionary.field(f).sheet).layout is Layout.FACTS
    )


def observations_of(
    world: World, resolved: Resolved
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """Give the statements that a criterion uses, and those it sets aside (other years, later)."""
    scope = _scope(world, resolved)
    used: list[Observation] = []
    aside: list[Observation] = []
    measure = resolved.measure
    for field in facts_read(world, resolved):
        said = world.said(field, scope)
        if isinstance(measure, Average) and field == measure.field:
            years = years_averaged(measure, world)
            for one in world.record.facts.get(field, ()):
                (used if one.year in years and one.scope is scope else aside).append(one)
            continue
        shown_only = (
            isinstance(measure, EitherMeasure)
            and field in figures(measure.typed)
            and set_aside(world, measure.register, field)
        )
        (aside if shown_only else used).extend(said.used)
        aside += (*said.set_aside, *said.later)
    return tuple(used), tuple(aside)


def _scope(world: World, resolved: Resolved) -> Scope:
    if isinstance(resolved.measure, Ratio):
        return scope_of(world, resolved.measure) or Scope.WHOLE
    return Scope.WHOLE


def evidence_used(
    world: World, resolved: Resolved, observations: Sequence[Observation]
) -> tuple[EvidenceUsed, ...]:
    """Give each document cited behind the answers used, and whether it counts on the day."""
    cited: dict[str, None] = {}
    for observation in observations:
        cited |= dict.fromkeys(observation.documents)
    for document_ids in _cited_by_rows(world, resolved):
        cited |= dict.fromkeys(document_ids)
    record = world.record
    return tuple(
        EvidenceUsed(
            document=d,
            cell=record.documents[d].cell if d in record.documents else None,
            counts=standing(record, d, world.as_of),
        )
        for d in cited
    )


def _cited_by_rows(world: World, resolved: Resolved) -> Iterator[tuple[str, ...]]:
    read = [c for outer in conditions(resolved.measure) for c in every_condition(outer)]
    tables = [c.table for c in read if isinstance(c, HasRow)]
    own = table_of(resolved.measure)
    for table in dict.fromkeys((*((own,) if own else ()), *tables)):
        for line in world.table(table).declarations:
            yield line.documents
    for field in dict.fromkeys(f for c in read for f in leaf_fields(c)):
        evidence = world.dictionary.field(field).evidence
        column = world.table(world.dictionary.field(field).sheet).columns.get(evidence or "")
        if column is not None:
            yield from dict.fromkeys(v for v in column.values if isinstance(v, tuple))


def flags_of(
    world: World,
    criteria: CriteriaSet,
    resolved: Resolved,
    seen: Run,
    observations: Sequence[Observation],
    evidence: Sequence[EvidenceUsed],
) -> set[Flag]:
    """Give the flags that the answers themselves raise."""
    flags = set(seen.result.flags) if seen.result else set()
    if any(o.quality is Quality.ESTIMATED for o in observations):
        flags.add(Flag.ESTIMATED)
    if any(e.counts == "expired" for e in evidence):
        flags.add(Flag.EXPIRED_EVIDENCE)
    oldest = world.as_of.year - criteria.old_after_years
    if any(year < oldest for year in _years_used(world, resolved, observations)):
        flags.add(Flag.OLD_DATA)
    fields = {o.field for o in observations}
    if any(world.said(f).conflict for f in fields):
        flags.add(Flag.CONFLICTING_SOURCES)
    bound = resolved.bound(world)
    if (
        seen.result
        and resolved.target
        and bound is not None
        and is_marginal(seen.result, resolved.target, bound, seen.judged.verdict)
    ):
        flags.add(Flag.MARGINAL)
    return flags


def _years_used(
    world: World, resolved: Resolved, observations: Sequence[Observation]
) -> Iterator[int]:
    for observation in observations:
        # Dates and founding years are not figures of a year; they do not age.
        if world.dictionary.field(observation.field).type is not FieldType.DATE:
            year = observation.as_of.year if observation.as_of else observation.year
            if year is not None:
                yield year
    table = table_of(resolved.measure)
    if table is not None and world.table(table).rows:
        yield world.list_year(table)


def statement_problems(world: World, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Tell conflicting sources, and figures dated after the assessment."""
    used = dict.fromkeys(o.field for f in findings for o in (*f.observations, *f.set_aside))
    for field in used:
        said = world.said(field)
        if said.conflict:
            values = "; ".join(o.raw or str(o.value) for o in said.used)
            years = "; ".join(sorted({str(o.year) for o in said.used if o.year is not None}))
            facts = (("field", field), ("year", years), ("values", values))
            cells = tuple(o.cell for o in said.used)
            yield Problem("D106", cells[0], facts, Severity.WARNING, cells[1:])
        for later in said.later:
            when = later.as_of.isoformat() if later.as_of else str(later.year)
            yield Problem("D109", later.cell, (("field", field), ("date", when)), Severity.WARNING)


def contradicting_rows(world: World, resolved: Resolved) -> Iterator[Problem]:
    """Tell the rows where the register and a detail list say opposite things of one fact."""
    table = table_of(resolved.measure)
    if table is None:
        return
    for outer in conditions(resolved.measure):
        for condition in every_condition(outer):
            if isinstance(condition, Either):
                yield from _at_odds(world, condition, table)


def _at_odds(world: World, condition: Either, sheet: str) -> Iterator[Problem]:
    field = next((f for p in condition.parts for f in leaf_fields(p)), "")
    columns = [world.column(p, sheet) for p in condition.parts]
    table = world.table(sheet)
    for index, truths in enumerate(zip(*columns, strict=True)):
        if TRUE in truths and FALSE in truths:
            cell = table.cell(field, index) or Cell(table.sheet_name, table.rows[index], 1)
            name = table.value("enterprise_name", index) or table.value("tax_code", index)
            yield Problem("D102", cell, (("field", field), ("name", str(name or ""))))
