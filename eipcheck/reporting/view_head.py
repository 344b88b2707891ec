"""The top of a report: park, dates, law, outcomes and counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

from eipcheck.model.assessment import (
    Assessment,
    Dated,
    DateSource,
    Finding,
    Force,
    Index,
    Outcome,
    OutcomeValue,
    Proof,
)
from eipcheck.model.criterion import CriteriaSet, Status, Verdict
from eipcheck.reporting.view_parts import Tally
from eipcheck.reporting.view_types import Answered, Bar, Head, Named, Run
from eipcheck.reporting.view_words import Speaker, cells_text, clean

TALLY_ORDER = (
    Verdict.MET,
    Verdict.PARTLY_MET,
    Verdict.NOT_MET,
    Verdict.UNDETERMINED,
    Verdict.NEEDS_REVIEW,
    Verdict.NOT_APPLICABLE,
    Verdict.REPORTED,
)


def head(assessment: Assessment, speaker: Speaker) -> Head:
    """Say which park, on which date, by which law."""
    park = _park_name(assessment, speaker)
    place = _identity(assessment, speaker, "province")
    label = assessment.park.get("data_label")
    shown = label is not None and label.value in ("synthetic", "published_only")
    return Head(
        park=park,
        place=place,
        title=" · ".join(part for part in (park, place) if part),
        label=_identity(assessment, speaker, "data_label") if shown else "",
        law=law_name(assessment.criteria, speaker),
        law_status=law_status(assessment, speaker),
        force=assessment.force.value,
        stamp=speaker.say("head.hypothetical") if assessment.hypothetical else "",
        stamp_reasons=tuple(_reason(reason, speaker) for reason in assessment.hypothetical),
        dates=_dates(assessment, speaker),
        file=clean(assessment.file),
        sha256=assessment.sha256,
    )


def _reason(reason: str, speaker: Speaker) -> str:
    """Say why a run is hypothetical: a reason of the set, or one given by hand."""
    known = reason in ("draft", "unverified")
    return speaker.say(f"stamp.{reason}") if known else clean(reason)


def _park_name(assessment: Assessment, speaker: Speaker) -> str:
    english = _identity(assessment, speaker, "park_name_en") if speaker.language != "vi" else ""
    return (
        english or _identity(assessment, speaker, "park_name") or speaker.say("head.unnamed_park")
    )


def _identity(assessment: Assessment, speaker: Speaker, field: str) -> str:
    observation = assessment.park.get(field)
    if observation is None or observation.value is None:
        return ""
    return speaker.value(field, observation.value)


def law_name(criteria: CriteriaSet, speaker: Speaker) -> str:
    """Name the document and the article of a criteria set."""
    document = speaker.text(criteria.document)
    if not criteria.article:
        return document
    return speaker.say("head.law", document=document, article=clean(criteria.article))


def _dates(assessment: Assessment, speaker: Speaker) -> tuple[Named, ...]:
    dates = assessment.dates
    period = [d for d in (dates.period_start, dates.period_end) if d.on is not None]
    return (
        _named_date("assessment", dates.assessment, speaker),
        _named_date("registration", dates.registration, speaker),
        Named(
            speaker.say("date.period"),
            " – ".join(speaker.day(d.on) for d in period) or speaker.say("date.missing"),
            "",
            cells_text(d.cell for d in (dates.period_start, dates.period_end)),
        ),
    )


def _named_date(key: str, dated: Dated, speaker: Speaker) -> Named:
    missing = dated.on is None
    plain = dated.source in (DateSource.WORKBOOK, DateSource.MISSING)
    return Named(
        speaker.say(f"date.{key}"),
        speaker.say("date.missing") if missing else speaker.day(dated.on),
        "" if plain else speaker.say(f"date.source.{dated.source.value}"),
        cells_text((dated.cell,)),
    )


def law_status(assessment: Assessment, speaker: Speaker) -> str:
    """Say whether the text was law on the assessment date, and whether it still is."""
    criteria = assessment.criteria
    if assessment.force is Force.NONE:
        dated = criteria.status in (Status.IN_FORCE, Status.REPEALED)
        return speaker.say("law.undated" if dated else f"law.{criteria.status.value}")
    if assessment.force is Force.NOT_YET:
        return speaker.say("law.not_yet", date=speaker.day(criteria.in_force_from))
    if criteria.in_force_to is None:
        words = speaker.say("law.in_force", date=speaker.day(criteria.in_force_from))
        note = speaker.text(criteria.force_note)
        return f"{words} ({note})" if note else words
    ended = speaker.day(criteria.in_force_to + timedelta(days=1))
    past = assessment.force is Force.REPEALED
    words = speaker.say("law.repealed" if past else "law.repealed_since", date=ended)
    successor = speaker.text(criteria.superseded_by)
    return words + (speaker.say("law.superseded", by=successor) if successor else "")


def is_law_today(assessment: Assessment) -> bool:
    """Say whether a dossier can be filed under this set: in force then and not repealed since."""
    return (
        assessment.force is Force.IN_FORCE
        and assessment.criteria.status is Status.IN_FORCE
        and not assessment.hypothetical
    )


def force_limit(assessment: Assessment, speaker: Speaker) -> str:
    """Say what the result must not be used for; empty where it may be filed."""
    criteria = assessment.criteria
    if assessment.hypothetical:
        return speaker.say("limit.hypothetical")
    if is_law_today(assessment):
        return ""
    if assessment.force is Force.NOT_YET:
        return speaker.say("limit.not_yet", date=speaker.day(criteria.in_force_from))
    if assessment.force is Force.NONE and criteria.status in (Status.DRAFT, Status.FRAMEWORK):
        return speaker.say("limit.none")
    if criteria.in_force_to is None:
        return speaker.say("limit.gap_only")
    ended = criteria.in_force_to + timedelta(days=1)
    return speaker.say("limit.repealed", date=speaker.day(ended))


def answered(outcome: Outcome, assessment: Assessment, speaker: Speaker) -> Answered:
    """Say the outcome of one question in plain sentences."""
    title = next(q.title for q in assessment.criteria.questions if q.id == outcome.question)
    declared, evidenced = outcome.declared.value, outcome.evidenced.value
    park = _park_name(assessment, speaker)
    law = law_name(assessment.criteria, speaker)
    if outcome is not assessment.outcomes[0]:
        # The article that heads the set is that of its first question.
        law = speaker.text(assessment.criteria.document)
    short = [speaker.say(f"outcome.short.{key}") for key in (declared, evidenced)]
    sentence = _both(outcome, park, law, speaker)
    if len(assessment.outcomes) > 1:
        sentence = f"{speaker.text(title)}: {sentence}"
    limit = force_limit(assessment, speaker) or _ready(outcome, assessment, speaker)
    return Answered(
        question=outcome.question,
        title=speaker.text(title),
        declared=speaker.outcome(outcome.declared),
        evidenced=speaker.outcome(outcome.evidenced),
        sentence=f"{sentence}; {limit}." if limit else f"{sentence}.",
        declared_sentence=speaker.say("outcome.declared", said=short[0]),
        evidenced_sentence=speaker.say("outcome.evidenced", said=short[1]),
        with_waivers=_with_waivers(outcome, speaker),
        tally_declared=_tally(assessment, outcome.question, Proof.DECLARED, speaker),
        tally_evidenced=_tally(assessment, outcome.question, Proof.EVIDENCED, speaker),
    )


def _both(outcome: Outcome, park: str, law: str, speaker: Speaker) -> str:
    """Say the outcome of both runs in one sentence, without its end."""
    declared, evidenced = outcome.declared.value, outcome.evidenced.value
    says = speaker.say(f"outcome.says.{declared}", park=park, law=law)
    short = speaker.say(f"outcome.short.{evidenced}")
    key = "outcome.same" if declared == evidenced else "outcome.both"
    return speaker.say(key, declared=says, evidenced=short)


def law_now(assessment: Assessment, speaker: Speaker) -> str:
    """Say what the law in force on the day says of the park; empty where the set itself is it."""
    now = assessment.law_in_force
    if now is None or not now.outcomes:
        return ""
    law = law_name(now.criteria, speaker)
    says = _both(now.outcomes[0], _park_name(assessment, speaker), law, speaker)
    return speaker.say("law.now", date=speaker.day(assessment.dates.as_of), says=says)


def _ready(outcome: Outcome, assessment: Assessment, speaker: Speaker) -> str:
    label = assessment.park.get("data_label")
    synthetic = label is not None and label.value == "synthetic"
    if outcome.evidenced is not OutcomeValue.MEETS or synthetic:
        return ""
    return speaker.say("outcome.ready")


def _with_waivers(outcome: Outcome, speaker: Speaker) -> str:
    if outcome.with_waivers is None:
        return ""
    return speaker.say("outcome.with_waivers", word=speaker.outcome(outcome.with_waivers).word)


def run(assessment: Assessment, proof: Proof, speaker: Speaker) -> Run:
    """Count the verdicts of one run and tell its index."""
    main = assessment.criteria.main_question
    tallies = _tallies(_deciding(assessment, main), proof, speaker)
    index = assessment.index if proof is Proof.DECLARED else assessment.evidenced_index
    floor, ceiling = _scores(index, speaker) if main else ("", "")
    answered_inputs, asked = assessment.coverage
    coverage = speaker.say("index.coverage", n=answered_inputs, of=asked)
    return Run(
        key=proof.value,
        label=speaker.say(f"run.{proof.value}"),
        tallies=tallies,
        tally=" · ".join(t.text for t in tallies),
        floor=floor,
        ceiling=ceiling,
        coverage=coverage,
        index=" · ".join(part for part in (floor, ceiling, coverage) if part),
        bar=_index_bar(index, speaker),
        coverage_bar=_plain_bar(answered_inputs / asked, coverage) if asked else None,
    )


def _tally(assessment: Assessment, question: str, proof: Proof, speaker: Speaker) -> str:
    """Count the verdicts on which one question hangs."""
    return " · ".join(t.text for t in _tallies(_deciding(assessment, question), proof, speaker))


def _deciding(assessment: Assessment, question: str | None) -> tuple[Finding, ...]:
    """Give the requirements of the park on which a question hangs."""
    return tuple(f for f in assessment.requirements if f.decides(question))


def _tallies(findings: Sequence[Finding], proof: Proof, speaker: Speaker) -> tuple[Tally, ...]:
    verdicts = [(f.declared if proof is Proof.DECLARED else f.evidenced).verdict for f in findings]
    return tallies_of(verdicts, speaker)


def tallies_of(verdicts: Sequence[Verdict], speaker: Speaker) -> tuple[Tally, ...]:
    """Count the verdicts, of each kind that occurs."""
    return tuple(
        Tally(speaker.verdict(v), n, speaker.say(f"tally.{v.value}", n=n))
        for v in TALLY_ORDER
        if (n := verdicts.count(v))
    )


def _scores(index: Index, speaker: Speaker) -> tuple[str, str]:
    total = index.applicable + index.maybe_applicable
    if not total:
        return speaker.say("index.nothing"), ""
    maybe = speaker.say("index.maybe", n=index.maybe_applicable) if index.maybe_applicable else ""
    return (
        speaker.say("index.floor", n=index.floor, of=total),
        speaker.say("index.ceiling", n=index.ceiling, of=total) + maybe,
    )


def _index_bar(index: Index, speaker: Speaker) -> Bar | None:
    total = index.applicable + index.maybe_applicable
    if not total:
        return None
    text = speaker.say(
        "index.bar",
        sure=index.floor,
        possible=index.ceiling - index.floor,
        lost=Fraction(total) - index.ceiling,
    )
    return _plain_bar(float(index.floor / total), text, float(index.ceiling / total))


def _plain_bar(low: float, text: str, high: float = 0.0) -> Bar:
    """Draw a part of a whole that has no target: certain up to ``low``, possible to ``high``."""
    high = max(low, high)
    return Bar(low=low, high=high, target=None, target_label="", open_end=False, text=text)
