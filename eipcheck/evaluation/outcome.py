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


def outcomes(criteria: CriteriaSet, findings: Sequence[Finding]) -> tuple[Outcome, ...]:
    """Answer every question of the set that is asked of the park.

    A set without questions has no outcome. A question beyond the first that certainly does not
    apply (a park that is not filed as new) is left out.
    """
    asked = [q for q in criteria.questions if q.per is Per.PARK]
    deciding = {q.id: [f for f in findings if decides(f, q.id)] for q in asked}
    return tuple(
        _outcome(question.id, deciding[question.id])
        for question in asked
        if question is asked[0] or any(_may_apply(f) for f in deciding[question.id])
    )


def decides(finding: Finding, question: str) -> bool:
    """Say whether the finding is one of a requirement on which the question hangs."""
    own = finding.criterion.question
    return finding.kind is Kind.REQUIREMENT and own in (None, question)


def main_question(criteria: CriteriaSet) -> str:
    """Give the first question of the set, the one that index and coverage speak of."""
    return criteria.questions[0].id if criteria.questions else ""


def _may_apply(finding: Finding) -> bool:
    return finding.declared.possible != {Verdict.NOT_APPLICABLE}


def _outcome(question: str, required: Sequence[Finding]) -> Outcome:
    waived = None
    if any(f.waiver for f in required):
        waived = outcome_value(Verdict.MET if f.waiver else f.declared.verdict for f in required)
    return Outcome(
        question,
        outcome_value(f.declared.verdict for f in required),
        outcome_value(f.evidenced.verdict for f in required),
        waived,
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
