"""One criterion: its line in the overview and the card behind it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from eipcheck.model.assessment import Assessment, EvidenceUsed, Finding, Flag, Observed
from eipcheck.model.criterion import CriteriaSet, Source, Verdict
from eipcheck.model.measure import Target
from eipcheck.model.record import Observation, Scope
from eipcheck.reporting.view_parts import (
    EvidenceView,
    FlagView,
    Mark,
    NumberView,
    RowsView,
    SourceView,
)
from eipcheck.reporting.view_quantity import (
    bar,
    counts_text,
    gap_text,
    observed_text,
    target_of,
    target_text,
)
from eipcheck.reporting.view_readings import readings_of
from eipcheck.reporting.view_rows import counts_against, rows_view
from eipcheck.reporting.view_steps import step_view
from eipcheck.reporting.view_types import CriterionView
from eipcheck.reporting.view_words import Speaker, cells_text, clean
from eipcheck.reporting.view_work import criterion_todos

_NO_REMEDY = (Verdict.MET, Verdict.NOT_APPLICABLE)
CONFIDENCE_ICONS = {
    "V": "◉",
    "P": "◎",
    "M-high": "○",
    "M-med": "○",
    "M-low": "○",
    "I": "◌",
}


def criterion_view(
    finding: Finding, assessment: Assessment, speaker: Speaker, *, rows: bool
) -> CriterionView:
    """Tell all of one criterion; the rows behind its count only if ``rows``."""
    criterion, bound = finding.criterion, finding.bound
    declared, evidenced = finding.declared, finding.evidenced
    target = target_of(finding, assessment)
    seen = _in_unit(declared.observed, target)
    proven = _in_unit(evidenced.observed, target)
    applies = declared.verdict is not Verdict.NOT_APPLICABLE
    return CriterionView(
        id=criterion.id,
        clause=criterion.clause,
        code="" if assessment.criteria.article else clean(criterion.clause),
        title=speaker.text(criterion.title),
        requirement=speaker.text(criterion.requirement),
        actor=speaker.say(f"actor.{criterion.actor}"),
        kind=finding.kind.value,
        declared=speaker.verdict(declared.verdict),
        evidenced=speaker.verdict(evidenced.verdict),
        differs=declared.verdict is not evidenced.verdict,
        observed=observed_text(seen, bound, speaker) if applies else "",
        observed_counts=counts_text(seen, speaker),
        observed_evidenced=observed_text(proven, bound, speaker) if applies else "",
        target=target_text(target, bound, speaker) if applies else "",
        bar=bar(seen, target, bound, speaker) if applies else None,
        bar_evidenced=bar(proven, target, bound, speaker) if applies else None,
        gap=gap_text(declared, finding.gap, target, speaker),
        gap_evidenced=gap_text(evidenced, finding.evidenced_gap, target, speaker),
        todos=criterion_todos(finding, assessment, speaker),
        flags=tuple(_flag(flag, finding, speaker) for flag in finding.flags),
        computed=speaker.text(criterion.computed),
        steps=tuple(step_view(step, target, bound, speaker) for step in finding.steps),
        numbers=(
            *(_number(o, speaker) for o in finding.observations),
            *(_number(o, speaker, aside=speaker.say("number.aside")) for o in finding.set_aside),
            *(_number(o, speaker, aside=speaker.say("number.beside")) for o in finding.beside),
        ),
        rows=_rows(finding, assessment, speaker, full=rows),
        evidence_expected=speaker.text(criterion.evidence_expected),
        evidence=tuple(evidence_view(e, speaker) for e in finding.evidence),
        readings=readings_of(finding, assessment, speaker),
        source=source_view(criterion.source, assessment.criteria, speaker),
        remedy="" if _is_settled(finding, assessment) else speaker.text(criterion.remedy),
        sdg=criterion.sdg,
        decision=_decision(finding, speaker),
        waiver=_waiver(finding, speaker),
        benchmark=_benchmark(finding, speaker),
    )


def _is_settled(finding: Finding, assessment: Assessment) -> bool:
    """Say whether nothing is to be done: it is met, or an item that is only reported is known."""
    if finding.declared.verdict is not Verdict.REPORTED or assessment.criteria.questions:
        return finding.declared.verdict in _NO_REMEDY
    return finding.gap is None


def _benchmark(finding: Finding, speaker: Speaker) -> str:
    """Tell the mark to compare with that is not law; empty where there is none."""
    mark = finding.criterion.benchmark
    if mark is None:
        return ""
    return speaker.say("benchmark.says", target=target_text(mark, finding.benchmark, speaker))


def _rows(
    finding: Finding, assessment: Assessment, speaker: Speaker, *, full: bool
) -> RowsView | None:
    if finding.rows is None:
        return None
    against = counts_against(finding.criterion.measure, dict(assessment.readings))
    return rows_view(finding.rows, speaker, against=against, full=full)


def _in_unit(observed: Observed, target: Target | None) -> Observed:
    """Name what is counted as the target names it."""
    if observed.unit == "count" and target is not None and target.unit:
        return replace(observed, unit=target.unit)
    return observed


def _flag(flag: Flag, finding: Finding, speaker: Speaker) -> FlagView:
    sentence = speaker.say(f"flag.{flag.value}.says")
    if flag is Flag.DEPENDS_ON_READING:
        effects = dict.fromkeys(e.reading for e in finding.reading_effects)
        sentence += f" ({', '.join(effects)})" if effects else ""
    return FlagView(flag.value, speaker.say(f"flag.{flag.value}"), sentence)


def _number(observation: Observation, speaker: Speaker, aside: str = "") -> NumberView:
    source = clean(observation.source)
    scope = observation.scope
    when = speaker.day(observation.as_of) or str(observation.year or "")
    notes = [] if scope is Scope.WHOLE else [speaker.say(f"scope.{scope.value}")]
    notes += [clean(observation.note)] if observation.note else []
    quality, raw = observation.quality, clean(observation.raw)
    value = speaker.value(observation.field, observation.value)
    return NumberView(
        label=speaker.label(observation.field),
        value=value,
        raw="" if raw.casefold() in value.casefold() else raw,
        year=when,
        source=source,
        url=source if is_link(source) else "",
        quality="" if quality is None else speaker.say(f"quality.{quality.value}"),
        documents=clean("; ".join(observation.documents)),
        note="; ".join(notes),
        cell=cells_text((observation.cell,)),
        aside=aside,
        value_day=_iso(observation.value),
        on=_iso(observation.as_of) or (f"{observation.year:04}" if observation.year else ""),
    )


def _iso(value: object) -> str:
    """Write a day for machines; empty for what is none."""
    return value.isoformat() if isinstance(value, date) else ""


def is_link(text: str) -> bool:
    """Say whether a text is a web address and nothing else."""
    return text.startswith(("https://", "http://")) and not any(
        c.isspace() or c in "\"'<>`\\" for c in text
    )


def evidence_view(used: EvidenceUsed, speaker: Speaker) -> EvidenceView:
    """Say whether a document counts as evidence."""
    return EvidenceView(
        document=clean(used.document),
        counts=used.counts == "yes",
        state=speaker.say(f"document.{used.counts}"),
        cell=cells_text((used.cell,)),
    )


def source_view(source: Source, criteria: CriteriaSet, speaker: Speaker) -> SourceView:
    """Say where the law says it, and how well that was verified."""
    if source.verified_by is None:
        verified = speaker.say("source.unverified")
    else:
        verified = speaker.say(
            "source.verified", by=clean(source.verified_by), on=speaker.day(source.verified_on)
        )
    code = source.confidence
    return SourceView(
        text=_place(source, criteria, speaker),
        urls=tuple(url for url in source.urls if is_link(url)),
        confidence=Mark(code, CONFIDENCE_ICONS[code], speaker.say(f"confidence.{code}")),
        confidence_sentence=speaker.say(f"confidence.{code}.says"),
        verified=verified,
        note=speaker.text(source.note),
    )


def _place(source: Source, criteria: CriteriaSet, speaker: Speaker) -> str:
    document, article = clean(source.document), clean(source.article)
    if criteria.document.vi.startswith(source.document):
        document = speaker.text(criteria.document)
    if not article:
        return document
    clause = clause_label(source.clause, source.article, speaker)
    whole = _of_the_law(source.clause) in ([], [source.article])
    key = "source.article" if whole else "source.clause"
    return speaker.say(key, document=document, article=article, clause=clause)


def _decision(finding: Finding, speaker: Speaker) -> str:
    judgement = finding.judgement
    if judgement is None:
        return ""
    result = speaker.verdict(Verdict.MET if judgement.met else Verdict.NOT_MET).word
    day = speaker.day(judgement.on) or speaker.say("date.missing")
    key = "decision.decides" if Flag.MANUAL in finding.flags else "decision.beside"
    cell = cells_text((judgement.cell,))
    return speaker.say(key, by=clean(judgement.by), date=day, result=result, cell=cell)


def _waiver(finding: Finding, speaker: Speaker) -> str:
    waiver = finding.waiver
    if waiver is None:
        return ""
    return speaker.say(
        "waiver.says",
        by=clean(waiver.approved_by),
        granted=waiver.granted,
        expires=waiver.expires,
        reason=clean(waiver.reason),
    )


def clause_label(clause: str, article: str, speaker: Speaker) -> str:
    """Name a clause: ``Khoản 3`` for ``42.3`` of article 42, with its article if that is another.

    Letters with an asterisk are our own, not the law's, and are left out. A clause of what has no
    articles is named by its own id.
    """
    parts = _of_the_law(clause)
    match parts if article and parts and parts[0].isdecimal() else ():
        case [other]:
            return speaker.say("clause.article", article=other)
        case [own, number] if own == article:
            return speaker.say("clause.label", clause=number)
        case [other, number]:
            return speaker.say("clause.of_article", clause=number, article=other)
        case [own, number, letter] if own == article:
            return speaker.say("clause.point", clause=number, letter=letter)
        case _:
            return clean(".".join(parts))


def _of_the_law(clause: str) -> list[str]:
    """Give the article, the clause and the letter of a clause, without letters of our own."""
    return [part for part in clause.split(".") if part and not part.endswith("*")]
