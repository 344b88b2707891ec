"""Readings: which option of an ambiguous clause was chosen, and what another would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eipcheck.model.assessment import Assessment, Finding, ReadingEffect
from eipcheck.model.criterion import Reading, Verdict
from eipcheck.reporting.view_parts import ReadingView
from eipcheck.reporting.view_words import Speaker


def readings_of(
    finding: Finding, assessment: Assessment, speaker: Speaker
) -> tuple[ReadingView, ...]:
    """Give the readings that touch one criterion."""
    chosen, effects = dict(assessment.readings), [("", e) for e in finding.reading_effects]
    return tuple(
        reading_view(reading, chosen, effects, speaker)
        for reading in assessment.criteria.readings
        if reading.id in finding.criterion.readings
    )


def all_readings(assessment: Assessment, speaker: Speaker) -> tuple[ReadingView, ...]:
    """Give all readings of the set, with what each would change in which criterion."""
    effects = [
        (speaker.text(f.criterion.title), e) for f in assessment.findings for e in f.reading_effects
    ]
    chosen = dict(assessment.readings)
    return tuple(reading_view(r, chosen, effects, speaker) for r in assessment.criteria.readings)


def reading_view(
    reading: Reading,
    readings: Mapping[str, str],
    effects: list[tuple[str, ReadingEffect]],
    speaker: Speaker,
) -> ReadingView:
    """Tell one reading: the chosen option, the others, and what they would change."""
    chosen = readings.get(reading.id, reading.default)
    labels = {o.id: speaker.text(o.label) for o in reading.options}
    return ReadingView(
        id=reading.id,
        question=speaker.text(reading.question),
        chosen=labels[chosen],
        is_default=chosen == reading.default,
        others=tuple(label for option, label in labels.items() if option != chosen),
        effects=tuple(_effects(effects, reading.id, labels, speaker)),
    )


def _effects(
    effects: list[tuple[str, ReadingEffect]], reading: str, labels: dict[str, str], speaker: Speaker
) -> Iterator[str]:
    """Tell what other options would change; options of one effect share a sentence."""
    grouped: dict[tuple[str, Verdict], list[str]] = {}
    for title, effect in effects:
        if effect.reading == reading:
            grouped.setdefault((title, effect.verdict), []).append(labels[effect.option])
    for (title, verdict), options in grouped.items():
        said = speaker.say(
            "reading.effect", option="”, “".join(options), verdict=speaker.verdict(verdict).word
        )
        yield f"{title}: {said}" if title else said
