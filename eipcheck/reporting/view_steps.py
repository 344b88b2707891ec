"""The steps of a computation as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from eipcheck.model.assessment import Step
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Target
from eipcheck.reporting.numbers import number_range, share, share_range
from eipcheck.reporting.view_parts import StepView
from eipcheck.reporting.view_words import Speaker, cells_text, clean

STEPS: Mapping[str, tuple[str, ...]] = {
    "answers": ("yes", "no", "unknown"),
    "applies": ("truth",),
    "average": ("low", "high", "years"),
    "condition": ("truth",),
    "contradiction": (),
    "count_range": ("low", "high"),
    "counted": ("counted", "not_counted", "unknown"),
    "empty": (),
    "grace": ("year",),
    "harder": ("counted", "needed"),
    "judged": ("by", "result"),
    "list_size": ("n", "sheet", "complete"),
    "mixed_years": ("years",),
    "needed": ("bound", "n_low", "n_high"),
    "over_whole": ("sum", "whole"),
    "part": ("text", "truth"),
    "part_missing": ("field",),
    "population_unknown": (),
    "ratio_range": ("low", "high"),
    "review": ("truth",),
    "share_range": ("low_num", "low_den", "high_num", "high_den"),
    "sum_range": ("low", "high"),
    "typed_counted": ("n", "field"),
    "typed_other_year": ("field", "year", "register_year"),
    "typed_qualifying": ("n", "field"),
    "value": ("field", "low", "high", "unit", "year"),
    "waived": ("by",),
    "whole": ("field", "value"),
    "year": ("year", "truth"),
    "year_missing": ("field", "year"),
    "years_due": ("years",),
}
"""Every step of a computation and the values it shows."""

_AS_WRITTEN = ("by", "year", "years", "register_year")
_LABELS = ("field", "sheet", "text")
_WORDS = ("truth", "complete")


def step_view(
    step: Step, target: Target | None, bound: Fraction | None, speaker: Speaker
) -> StepView:
    """Say one step; no figure is rounded across the ``bound`` of the target.

    Raises:
        KeyError: a step that no catalogue knows: a bug.
    """
    raw = {**dict.fromkeys(STEPS[step.name], ""), **dict(step.values)}
    words: dict[str, object] = {
        name: _value(name, value, target, speaker) for name, value in raw.items()
    }
    if step.name == "whole" and raw["value"]:
        words["value"] = speaker.value(raw["field"], Fraction(raw["value"]))
    words["range"] = _range(step.name, raw, () if bound is None else (bound,), speaker)
    return StepView(speaker.say(f"step.{step.name}", **words), cells_text(step.cells))


def _value(name: str, value: str, target: Target | None, speaker: Speaker) -> str:
    if not value:
        return speaker.say("observed.unknown")
    if name in _AS_WRITTEN:
        return clean(value)
    if name in _LABELS:
        return speaker.label(value)
    if name in _WORDS:
        return speaker.say(f"word.{name}.{value}")
    if name == "result":
        return speaker.verdict(Verdict(value)).word
    if name == "unit":
        return speaker.unit(value)
    if name == "bound" and target is not None and target.unit == "share":
        return share(Fraction(value), speaker.language)
    return "–".join(speaker.number(Fraction(end)) for end in value.split("…") if end)


def _range(
    step: str, raw: Mapping[str, str], bounds: tuple[Fraction, ...], speaker: Speaker
) -> str:
    """Give the range that a step shows, if any."""
    language = speaker.language
    if step == "share_range":
        counts = [f"{raw[f'{end}_num']}/{raw[f'{end}_den']}" for end in ("low", "high")]
        shares = [Fraction(c) for c in counts if not c.endswith("/0")]
        shown = share_range(shares[0], shares[-1], language, bounds) if shares else ""
        return f"{'–'.join(dict.fromkeys(counts))} = {shown}"
    names = ("n_low", "n_high") if step == "needed" else ("low", "high")
    low, high = (Fraction(raw[n]) if raw.get(n) else None for n in names)
    if step == "ratio_range" and low is not None and high is not None:
        return share_range(low, high, language, bounds)
    return number_range(low, high, language, bounds) or speaker.say("observed.unknown")
