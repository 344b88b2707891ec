"""Questions asked of each enterprise: a line for each, and how many answers of each kind."""

from __future__ import annotations

from collections.abc import Sequence

from eipcheck.model.assessment import (
    Assessment,
    EnterpriseAnswers,
    EnterpriseOutcome,
    OutcomeValue,
)
from eipcheck.reporting.view_parts import Tally
from eipcheck.reporting.view_types import CriterionView, EnterpriseRow, EnterprisesView
from eipcheck.reporting.view_words import Speaker, cells_text, clean


def enterprises_views(
    assessment: Assessment, cards: Sequence[CriterionView], speaker: Speaker
) -> tuple[EnterprisesView, ...]:
    """Tell each question that is asked of the enterprises."""
    by_id = {card.id: card for card in cards}
    return tuple(_view(a, assessment, by_id, speaker) for a in assessment.enterprises)


def _view(
    answers: EnterpriseAnswers,
    assessment: Assessment,
    cards: dict[str, CriterionView],
    speaker: Speaker,
) -> EnterprisesView:
    question = assessment.criteria.question(answers.question)
    own = [f.criterion.id for f in assessment.findings if f.criterion.question == question.id]
    asked = question.possible_when is not None
    return EnterprisesView(
        question=question.id,
        title=speaker.text(question.title),
        park=speaker.say(f"each.park.{answers.park.name.lower()}") if asked else "",
        complete=speaker.say("each.complete" if answers.complete else "each.open"),
        tallies=_tallies([row.declared for row in answers.rows], "each", speaker),
        now=_tallies([row.possible_now for row in answers.rows], "now", speaker),
        criteria=tuple(cards[name] for name in own),
        rows=tuple(_row(row, speaker) for row in answers.rows),
    )


def _tallies(found: Sequence[OutcomeValue], key: str, speaker: Speaker) -> tuple[Tally, ...]:
    return tuple(
        Tally(speaker.outcome(value), n, speaker.say(f"{key}.tally.{value.value}", n=n))
        for value in OutcomeValue
        if (n := found.count(value))
    )


def _row(row: EnterpriseOutcome, speaker: Speaker) -> EnterpriseRow:
    return EnterpriseRow(
        name=clean(row.name),
        code=clean(row.code),
        cell=cells_text((row.cell,)),
        declared=speaker.outcome(row.declared),
        evidenced=speaker.outcome(row.evidenced),
        now=speaker.outcome(row.possible_now),
        marks=tuple(speaker.verdict(declared) for _, declared, _ in row.verdicts),
    )
