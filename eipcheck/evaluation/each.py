"""Questions asked of each enterprise: the verdict of a criterion, row by row of the register."""

from __future__ import annotations

from eipcheck.evaluation.judge import Resolved
from eipcheck.evaluation.rows import counted_columns
from eipcheck.evaluation.truth import FALSE, TRUE
from eipcheck.evaluation.world import World
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import Truth
from eipcheck.model.criterion import Per, Verdict
from eipcheck.model.measure import Share


def verdicts_of_each(worlds: Worlds, resolved: Resolved) -> tuple[tuple[Verdict, Verdict], ...]:
    """Give the verdicts of every row of the register, as declared and as evidenced.

    Empty for a criterion that is asked of the park. A row that repeats an enterprise is not
    judged again (``not_applicable``).
    """
    if resolved.per is not Per.ENTERPRISES:
        return ()
    declared = row_verdicts(worlds.declared, resolved)
    return tuple(zip(declared, row_verdicts(worlds.evidenced, resolved), strict=True))


def row_verdicts(world: World, resolved: Resolved) -> tuple[Verdict, ...]:
    """Give the verdict of every row of the register in one run; empty as above."""
    measure = resolved.measure
    if resolved.per is not Per.ENTERPRISES or not isinstance(measure, Share):
        return ()
    applies = TRUE if resolved.applies is None else world.park(resolved.applies)
    among, where = counted_columns(world, measure.table, measure.among, measure.where)
    review = [FALSE] * len(among)
    if resolved.review is not None:
        review = world.column(resolved.review, measure.table)
    return tuple(
        _verdict(min(applies, counted), fulfilled, matter, resolved.otherwise)
        for counted, fulfilled, matter in zip(among, where, review, strict=True)
    )


def _verdict(counted: Truth, fulfilled: Truth, matter: Truth, otherwise: Verdict) -> Verdict:
    """Judge one enterprise: a verdict only if every completion gives it."""
    if counted is FALSE:
        return Verdict.NOT_APPLICABLE
    possible = set() if counted is TRUE else {Verdict.NOT_APPLICABLE}
    if fulfilled is not TRUE:
        possible.add(otherwise)
    if fulfilled is not FALSE and matter is not TRUE:
        possible.add(Verdict.MET)
    if fulfilled is not FALSE and matter is not FALSE:
        possible.add(Verdict.NEEDS_REVIEW)
    return possible.pop() if len(possible) == 1 else Verdict.UNDETERMINED
