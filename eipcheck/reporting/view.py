"""From an assessment to what a report says: every sentence, number and order, decided once."""

from __future__ import annotations

from msgspec.structs import asdict

from eipcheck.model.assessment import Assessment, Finding, Proof
from eipcheck.model.criterion import Kind, Per, Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import Language
from eipcheck.reporting.view_back import checks, goals, method, problem_views, versions
from eipcheck.reporting.view_card import clause_label, criterion_view
from eipcheck.reporting.view_dossier import Shown, dossier_view
from eipcheck.reporting.view_enterprises import enterprises_views
from eipcheck.reporting.view_head import answered, force_limit, head, law_now, run, tallies_of
from eipcheck.reporting.view_readings import all_readings
from eipcheck.reporting.view_register import register_view
from eipcheck.reporting.view_types import ClauseView, CriterionView, ReportView
from eipcheck.reporting.view_words import Speaker
from eipcheck.reporting.view_work import first_actions, work


def report_view(
    assessment: Assessment, dictionary: DataDictionary, language: Language, *, rows: bool = True
) -> ReportView:
    """Say all that a report says.

    Args:
        assessment: what the evaluation found.
        dictionary: the sheets and fields that the workbook was read by.
        language: the language to speak.
        rows: whether to tell every row behind the counts; formats that show only the counts
            leave it out, since large registers have thousands of rows.
    """
    speaker = Speaker(language, dictionary)
    cards = tuple(criterion_view(f, assessment, speaker, rows=rows) for f in assessment.findings)
    each = {f.criterion.id for f in assessment.findings if _of_each(f, assessment)}
    parties = work(assessment, speaker)
    shown = Shown(
        head=head(assessment, speaker),
        clauses=_clauses(assessment, tuple(c for c in cards if c.id not in each), speaker),
        enterprises=enterprises_views(assessment, cards, speaker),
        advisories=_advisories(assessment, cards),
        register=register_view(assessment, speaker) if rows else None,
        problems=problem_views(assessment.problems, assessment, speaker),
        readings=all_readings(assessment, speaker),
    )
    return ReportView(
        **asdict(shown),
        language=language,
        answers=tuple(answered(o, assessment, speaker) for o in assessment.outcomes),
        declared=run(assessment, Proof.DECLARED, speaker),
        evidenced=run(assessment, Proof.EVIDENCED, speaker),
        force_sentence=force_limit(assessment, speaker),
        warnings=_warnings(assessment, speaker),
        law_now=law_now(assessment, speaker),
        first=first_actions(parties),
        work=parties,
        evidence=checks(assessment, speaker),
        goals=goals(assessment, speaker),
        method=method(assessment, speaker),
        versions=versions(assessment, speaker),
        disclaimer=speaker.say("disclaimer"),
        number_format=speaker.say("method.numbers"),
        dossier=dossier_view(assessment, shown, speaker),
    )


def _of_each(finding: Finding, assessment: Assessment) -> bool:
    return assessment.criteria.per(finding.criterion) is Per.ENTERPRISES


def _warnings(assessment: Assessment, speaker: Speaker) -> tuple[str, ...]:
    """Give what a reader must know before the first number."""
    texts = [speaker.say("warning.public")] if assessment.public else []
    if assessment.hypothetical:
        given = [r for r in assessment.hypothetical if r not in ("draft", "unverified")]
        texts += [speaker.say("warning.hypothetical")] if given else []
    label = assessment.park.get("data_label")
    if label is not None and label.value in ("synthetic", "published_only"):
        texts.append(speaker.say(f"warning.{label.value}"))
    if not assessment.criteria.verified:
        texts.append(speaker.say("warning.unverified"))
    until = assessment.criteria.verified_until
    if until is not None and assessment.dates.as_of > until:
        texts.append(speaker.say("warning.past_verification", date=speaker.day(until)))
    return tuple(texts)


def _advisories(
    assessment: Assessment, cards: tuple[CriterionView, ...]
) -> tuple[CriterionView, ...]:
    """Give what stands outside the outcome, where there is one."""
    if not assessment.criteria.questions:
        return ()
    return tuple(c for c in cards if c.kind == Kind.ADVISORY.value)


def _clauses(
    assessment: Assessment, cards: tuple[CriterionView, ...], speaker: Speaker
) -> tuple[ClauseView, ...]:
    criteria = assessment.criteria
    # A set that asks no question has nothing but such items; they are its substance.
    aside = {c.id for c in _advisories(assessment, cards)}
    required = [c for c in cards if c.id not in aside]
    return tuple(
        ClauseView(
            clause.id,
            clause_label(clause.id, criteria.article, speaker),
            speaker.text(clause.title),
            mine,
            tallies_of([Verdict(c.declared.key) for c in mine], speaker),
            tallies_of([Verdict(c.evidenced.key) for c in mine], speaker),
        )
        for clause in criteria.clauses
        if (mine := tuple(c for c in required if clause.holds(criteria.criterion(c.id))))
    )
