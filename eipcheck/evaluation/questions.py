"""What to ask for a criterion, and how much of what it asks is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eipcheck.evaluation.either import register_answers
from eipcheck.evaluation.missing import Missing, Search
from eipcheck.evaluation.rows import ALWAYS, counted_columns
from eipcheck.evaluation.truth import FALSE, TRUE, UNKNOWN
from eipcheck.evaluation.walk import every_condition, leaf_fields, needed_figures
from eipcheck.evaluation.world import World
from eipcheck.evaluation.years import years_asked
from eipcheck.model.condition import Condition, HasRow
from eipcheck.model.measure import (
    Answer,
    Count,
    EachYear,
    EitherMeasure,
    Every,
    Holds,
    Measure,
    NoneOf,
    RowSum,
    Share,
)

Inputs = dict[tuple[object, ...], bool]
"""Each question a criterion reads, and whether the workbook answers it."""


def missing_for(search: Search, measure: Measure) -> Iterator[Missing]:
    """Give what is missing for a measure: deciding ticks first, then counted rows."""
    match measure:
        case Answer(condition):
            yield from search.park(condition)
        case Share() | Every() | NoneOf():
            yield from _missing_share(search, measure)
        case Count() | RowSum():
            yield from search.ticks(measure.table, measure.where)
            yield from search.rows(measure.where, measure.table)
        case EachYear():
            yield from _missing_years(search, measure)
        case EitherMeasure(register, typed):
            yield from missing_for(search, register)
            if not register_answers(search.world, register.table):
                yield from missing_figures(search, needed_figures(typed))
        case _:
            yield from missing_figures(search, needed_figures(measure))


def against(world: World, measure: Measure) -> Iterator[Missing]:
    """Give the answers that count against the park: rows counted that fail, by their column."""
    if isinstance(measure, EitherMeasure):
        measure = measure.register
    if not isinstance(measure, Share | Every | NoneOf):
        return
    table = world.table(measure.table)
    failing = TRUE if isinstance(measure, NoneOf) else FALSE
    leaves = (f for c in every_condition(measure.where) for f in leaf_fields(c))
    field = next((f for f in leaves if world.is_row_field(f, measure.table)), None)
    if field is not None:
        columns = counted_columns(world, measure.table, measure.among, measure.where)
        for index, (counted, qualifying) in enumerate(zip(*columns, strict=True)):
            if counted is TRUE and qualifying is failing:
                yield Missing("change", field, table.cell(field, index))


def _missing_share(search: Search, measure: Share | Every | NoneOf) -> Iterator[Missing]:
    world, table = search.world, measure.table
    yield from search.ticks(table, measure.among)
    if not world.table(table).rows:
        yield Missing("row", table, None)
    among, _ = counted_columns(world, table, measure.among, measure.where)
    yield from search.rows(measure.among, table)
    yield from search.rows(measure.where, table, among)


def _missing_years(search: Search, measure: EachYear) -> Iterator[Missing]:
    world = search.world
    yield from search.rows(measure.where, measure.table)
    yield from search.ticks(measure.table, measure.where)
    years = years_asked(measure, world.as_of)
    listed = {v for v in world.values(measure.year) if isinstance(v, int)}
    if not set(years) <= listed:
        yield Missing("row", measure.table, None)


def missing_figures(search: Search, fields: Iterable[str]) -> Iterator[Missing]:
    """Give the figures of the park that are not one number."""
    for field in fields:
        figure = search.world.figure(field)
        if not figure.answered or figure.exact is None:
            yield search.fact(field)


def inputs_of(world: World, measure: Measure) -> Inputs:
    """List what a measure asks of the workbook, and whether each is answered.

    Every row that is perhaps counted is asked whether it qualifies; a typed total is asked
    only where the register does not answer.
    """
    match measure:
        case Answer(condition):
            return condition_inputs(world, condition)
        case Share() | Every() | NoneOf():
            return _row_inputs(world, measure.table, measure.among, measure.where)
        case Count() | RowSum():
            return _row_inputs(world, measure.table, ALWAYS, measure.where)
        case EachYear():
            column = world.existing(measure.where, measure.table)
            years = years_asked(measure, world.as_of)
            listed = dict(zip(world.values(measure.year), column, strict=True))
            closed = world.unlisted(measure.where, measure.table) is FALSE
            return {
                ("year", measure.table, measure.where, y): closed
                or listed.get(y, UNKNOWN) is not UNKNOWN
                for y in years
            }
        case EitherMeasure(register, typed):
            asked = inputs_of(world, register)
            if not register_answers(world, register.table):
                asked |= figure_inputs(world, needed_figures(typed))
            return asked
        case _:
            return figure_inputs(world, needed_figures(measure))


def condition_inputs(world: World, condition: Condition) -> Inputs:
    """List what a condition on the park asks: each fact, and each row it looks for."""
    asked: Inputs = {}
    inside: set[Condition] = set()
    for part in every_condition(condition):
        if part in inside:
            continue
        if isinstance(part, HasRow):
            asked["row", part] = world.park(part) is not UNKNOWN
            inside.update(every_condition(part.where))
        elif isinstance(part, Holds):
            asked |= figure_inputs(world, needed_figures(part.measure))
            inside.update(c for c in every_condition(part) if c is not part)
        else:
            for field in leaf_fields(part):
                asked["fact", field] = None not in world.fact(field)
    return asked


def figure_inputs(world: World, fields: tuple[str, ...]) -> Inputs:
    """List the figures that are asked, and whether each is answered."""
    return {("fact", f): world.figure(f).answered for f in fields}


def _row_inputs(world: World, sheet: str, among: Condition, where: Condition) -> Inputs:
    asked: Inputs = {}
    declared = {d.id: d for d in world.table(sheet).declarations}
    for spec in world.dictionary.sheet(sheet).declarations:
        line = declared.get(spec.id)
        asked["tick", spec.id] = line is not None and line.complete is not None
    counted, qualifying = counted_columns(world, sheet, among, where)
    for index, (a, w) in enumerate(zip(counted, qualifying, strict=True)):
        if among is not ALWAYS:
            asked[sheet, among, index] = a is not UNKNOWN
        if a is TRUE or a is UNKNOWN:
            asked[sheet, where, index] = w is not UNKNOWN
    return asked
