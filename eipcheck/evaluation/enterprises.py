"""Answers the questions that are asked of each enterprise, and whether that leads anywhere now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eipcheck.evaluation.outcome import outcome_value
from eipcheck.evaluation.readings import Chosen, resolve_condition
from eipcheck.evaluation.world import REGISTER
from eipcheck.evaluation.worlds import Worlds
from eipcheck.model.assessment import (
    EnterpriseAnswers,
    EnterpriseOutcome,
    Finding,
    OutcomeValue,
    RowBehind,
    Truth,
)
from eipcheck.model.criterion import CriteriaSet, Per, Verdict

_OF_PARK = {
    Truth.TRUE: OutcomeValue.MEETS,
    Truth.UNKNOWN: OutcomeValue.CANNOT_TELL,
    Truth.FALSE: OutcomeValue.DOES_NOT_MEET,
}
_WORST_FIRST = (OutcomeValue.DOES_NOT_MEET, OutcomeValue.CANNOT_TELL, OutcomeValue.MEETS)


def enterprise_answers(
    worlds: Worlds, criteria: CriteriaSet, findings: Sequence[Finding], chosen: Chosen
) -> tuple[EnterpriseAnswers, ...]:
    """Answer each question that is asked of the enterprises, for every one in the register.

    "Possible now" needs the evidenced answer and, as evidenced, what must hold of the park.
    """
    answers = []
    for question in criteria.questions:
        own = [f for f in findings if f.decides(question.id) and f.each]
        if question.per is not Per.ENTERPRISES:
            continue
        park = Truth.TRUE
        if question.possible_when is not None:
            park = worlds.evidenced.park(resolve_condition(question.possible_when, chosen))
        complete = not worlds.declared.unlisted_rows(REGISTER)
        answers.append(EnterpriseAnswers(question.id, park, tuple(_rows(own, park)), complete))
    return tuple(answers)


def _rows(findings: Sequence[Finding], park: Truth) -> Iterator[EnterpriseOutcome]:
    behind: Sequence[RowBehind] = ()
    if findings and findings[0].rows is not None:
        behind = findings[0].rows.rows
    for index, row in enumerate(behind):
        verdicts = tuple((f.criterion.id, *f.each[index]) for f in findings)
        if all(declared is Verdict.NOT_APPLICABLE for _, declared, _ in verdicts):
            continue
        evidenced = outcome_value(proven for _, _, proven in verdicts)
        yield EnterpriseOutcome(
            row=row.row,
            cell=row.cell,
            name=row.name,
            code=row.code,
            declared=outcome_value(declared for _, declared, _ in verdicts),
            evidenced=evidenced,
            possible_now=min(evidenced, _OF_PARK[park], key=_WORST_FIRST.index),
            verdicts=verdicts,
        )
