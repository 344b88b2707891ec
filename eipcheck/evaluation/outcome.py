"""Outcomes and the progress index: what all findings together say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from eipcheck.model.assessment import Finding, Index, Judged, Outcome, OutcomeValue
from eipcheck.model.criterion import CriteriaSet, Criterion, Kind, Per, Verdict
from eipcheck.model.measure import Target, TargetByReading


def outcome_value(verdicts: Iterable[Verdict]) -> OutcomeValue:
    """Answer a question from the verdicts of its requirements (rule 12)."""
    seen = set(verdicts) - {Verdict.NOT_APPLICABLE}
    if seen & {Verdict.NOT_MET, Verdict.PARTLY_MET}:
        return OutcomeValue.DOES_NOT_MEET
    if not seen or seen & {Verdict.UNDETERMINED, Verdict.NEEDS_REVIEW}:
        return OutcomeValue.CANNOT_TELL
    return OutcomeValue.MEETS


def outcomes(
    criteria: CriteriaSet,
    verdicts: Sequence[tuple[Criterion, Judged, Judged]],
    waived: frozenset[str] = frozenset(),
) -> tuple[Outcome, ...]:
    """Answer every question of the set that is asked of the park.

    A set without questions has no outcome. A question beyond the first that certainly does not
    apply (a park that is not filed as new) is left out.

    Args:
        criteria: the set.
        verdicts: each requirement, as declared and as evidenced.
        waived: ids of criteria with a waiver that acts.
    """
    answers: list[Outcome] = []
    for question in (q for q in criteria.questions if q.per is Per.PARK):
        own = [v for v in verdicts if v[0].bears_on(question.id)]
        if not answers or any(v[1].possible != {Verdict.NOT_APPLICABLE} for v in own):
            answers.append(_outcome(question.id, own, waived))
    return tuple(answers)


def _outcome(
    question: str,
    verdicts: Sequence[tuple[Criterion, Judged, Judged]],
    waived: frozenset[str],
) -> Outcome:
    passed = None
    if any(criterion.id in waived for criterion, _, _ in verdicts):
        passed = outcome_value(
            Verdict.MET if criterion.id in waived else declared.verdict
            for criterion, declared, _ in verdicts
        )
    return Outcome(
        question,
        outcome_value(declared.verdict for _, declared, _ in verdicts),
        outcome_value(evidenced.verdict for _, _, evidenced in verdicts),
        passed,
    )


def _credit(criterion: Criterion, verdict: Verdict) -> tuple[Fraction, Fraction]:
    """Give the least and the most that a verdict earns of its point."""
    match verdict:
        case Verdict.MET:
            return Fraction(1), Fraction(1)
        case Verdict.NOT_MET | Verdict.NOT_APPLICABLE:
            return Fraction(0), Fraction(0)
        case Verdict.PARTLY_MET:
            target = criterion.target
            options = (
                [t for _, t in target.options] if isinstance(target, TargetByReading) else [target]
            )
            earned = [Fraction(t.credit) for t in options if isinstance(t, Target) and t.credit]
            return min(earned, default=Fraction(0)), max(earned, default=Fraction(0))
        case _:
            return Fraction(0), Fraction(1)


def index_of(judged: Iterable[tuple[Finding, Judged]]) -> Index:
    """Sum the least and most that each still possible verdict earns (rule 13)."""
    floor = ceiling = Fraction(0)
    certain = maybe = 0
    for finding, run in judged:
        if finding.kind is not Kind.REQUIREMENT or run.possible == {Verdict.NOT_APPLICABLE}:
            continue
        if Verdict.NOT_APPLICABLE in run.possible:
            maybe += 1
        else:
            certain += 1
        earned = [_credit(finding.criterion, v) for v in run.possible]
        floor += min(low for low, _ in earned)
        ceiling += max(high for _, high in earned)
    return Index(floor, ceiling, certain, maybe)
