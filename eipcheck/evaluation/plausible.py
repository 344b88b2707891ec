"""Plausibility across answers: figures that cannot stand beside each other, with the likely cause.

Only figures of one year and one part of the park are held against each other; which ones, the
dictionary says. Nothing here is mended and no verdict is touched: every problem is a warning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from eipcheck.evaluation.plausible_figures import GROSS, Figures, Key, Stated, told
from eipcheck.evaluation.plausible_sums import sums
from eipcheck.evaluation.plausible_years import jumps
from eipcheck.evaluation.result import text
from eipcheck.model.dictionary import DataDictionary, Field, FieldType
from eipcheck.model.place import Place
from eipcheck.model.problem import Problem
from eipcheck.model.record import ParkRecord


def implausible(
    record: ParkRecord, dictionary: DataDictionary, over_whole: Collection[Place]
) -> Iterator[Problem]:
    """Tell every figure of the park that other figures of the workbook make doubtful.

    Args:
        record: the workbook; blanks and what could not be read are left out.
        dictionary: which figures are parts of which, and which cannot exceed which.
        over_whole: the cells of wholes whose parts are already told to exceed them.
    """
    figures = Figures(record, dictionary)
    for field in figures.fields:
        for key, figure in figures.of(field).items():
            yield from _over_bound(figures, field, key, figure)
    for field in figures.fields:
        yield from sums(figures, field, over_whole)
    for field in figures.fields:
        yield from jumps(figures.of(field), whole_numbers=field.type is FieldType.INTEGER)


def _over_bound(figures: Figures, field: Field, key: Key, figure: Stated) -> Iterator[Problem]:
    """Tell a figure above the nearest known one that it cannot exceed.

    What the figure is a part of is left to the sums, where that whole is known.
    """
    code = "D115" if field.type is FieldType.INTEGER else "D116"
    for name, rule in ((field.at_most, code), (field.part_of, code), (field.capacity, "D117")):
        above, bound = _nearest(figures, name, key)
        if above is None or bound is None or above == field.part_of:
            continue
        if figure.low - bound.high > figure.slack + bound.slack:
            facts = {"figure": text(figure.low), "other": above, "ceiling": text(bound.high)}
            gross = rule == "D116" and figure.low >= GROSS * bound.high > 0
            if gross:
                facts["ratio"] = str(round(figure.low / bound.high))
            yield told("D122" if gross else rule, field.id, key, facts, figure.cells, bound.cells)


def _nearest(figures: Figures, name: str | None, key: Key) -> tuple[str | None, Stated | None]:
    """Give the figure ``name``, or where it is unknown the next known one that bounds it."""
    while name is not None:
        field = figures.dictionary.field(name)
        stated = figures.of(field).get(key)
        if stated is not None:
            return name, stated
        name = field.at_most or field.part_of or field.capacity
    return None, None
