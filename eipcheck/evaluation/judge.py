"""One criterion in one run: applicability, range, verdict."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from eipcheck.evaluation.measures import bound_of, measured
from eipcheck.evaluation.readings import (
    Chosen,
    resolve_condition,
    resolve_kind,
    resolve_measure,
    resolve_otherwise,
    resolve_target,
)
from eipcheck.evaluation.result import Result
from eipcheck.evaluation.target import possible_verdicts
from eipcheck.evaluation.truth import FALSE, UNKNOWN
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Judged, Observed, Truth
from eipcheck.model.condition import Condition
from eipcheck.model.criterion import Criterion, Kind, Per, Verdict
from eipcheck.model.measure import Measure, Target


class Resolved(Struct, frozen=True, kw_only=True):
    """A criterion under chosen readings."""

    criterion: Criterion
    kind: Kind
    applies: Condition | None
    measure: Measure
    target: Target | None
    otherwise: Verdict
    review: Condition | None
    per: Per

    def bound(self, world: World) -> Fraction | None:
        """Give the bound of the day, None where there is no target or its bound is open."""
        return None if self.target is None else bound_of(world, self.target).exact


def resolve(criterion: Criterion, chosen: Chosen, per: Per = Per.PARK) -> Resolved:
    """Read a criterion as chosen; ``per`` says of whom it is asked."""
    return _resolved(criterion, tuple(chosen.items()), per)


@lru_cache(maxsize=4096)  # the same for every park
def _resolved(criterion: Criterion, picks: tuple[tuple[str, str], ...], per: Per) -> Resolved:
    chosen, applies, review = dict(picks), criterion.applies_when, criterion.review_when
    return Resolved(
        criterion=criterion,
        kind=resolve_kind(criterion, chosen),
        applies=None if applies is None else resolve_condition(applies, chosen),
        measure=resolve_measure(criterion.measure, chosen),
        target=resolve_target(criterion.target, chosen),
        otherwise=resolve_otherwise(criterion, chosen),
        review=None if review is None else resolve_condition(review, chosen),
        per=per,
    )


class Run(Struct, frozen=True):
    """What one run gives for a criterion; ``result`` is None where it does not apply.

    ``review`` says whether there is a matter that turns "met" into a review.
    """

    judged: Judged
    result: Result | None
    applies: Truth
    review: Truth = Truth.FALSE


def run(world: World, resolved: Resolved) -> Run:
    """Judge the criterion: a verdict is given only if every completion gives it."""
    applies = Truth.TRUE if resolved.applies is None else world.park(resolved.applies)
    if applies is FALSE:
        nothing = Observed(unit="answer", low=None, high=None)
        only = frozenset({Verdict.NOT_APPLICABLE})
        return Run(judged(only, nothing), None, applies)
    result = measured(world, resolved.measure)
    if resolved.target is None:
        possible = frozenset({Verdict.REPORTED})
    else:
        possible = possible_verdicts(
            result,
            resolved.target,
            bound_of(world, resolved.target),
            if_empty=resolved.criterion.if_empty,
            otherwise=resolved.otherwise,
        )
    review = _to_review(world, resolved)
    if Verdict.MET in possible and review is not FALSE:
        possible |= {Verdict.NEEDS_REVIEW}
        possible -= {Verdict.MET} if review is Truth.TRUE else frozenset()
    if applies is UNKNOWN:
        possible |= {Verdict.NOT_APPLICABLE}
    return Run(judged(possible, result.observed), result, applies, review)


def _to_review(world: World, resolved: Resolved) -> Truth:
    """Say whether the park has a matter for review; those of one enterprise are judged by row."""
    if resolved.review is None or resolved.per is not Per.PARK:
        return FALSE
    return world.park(resolved.review)


def judged(possible: frozenset[Verdict], observed: Observed) -> Judged:
    """Give the one verdict that is possible, or ``undetermined`` where there are several."""
    verdict = next(iter(possible)) if len(possible) == 1 else Verdict.UNDETERMINED
    return Judged(verdict, possible, observed)
