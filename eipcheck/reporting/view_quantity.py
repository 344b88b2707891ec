"""Observed ranges, targets, bars and gaps in words and geometry."""

from __future__ import annotations

from fractions import Fraction

from eipcheck.model.assessment import Assessment, Finding, Gap, Judged, Observed, Share
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Target, TargetByReading
from eipcheck.reporting.numbers import number, number_range, share, share_range
from eipcheck.reporting.view_types import Bar
from eipcheck.reporting.view_words import Speaker

_HEADROOM = Fraction(5, 4)
"""How far the scale of a bar of counts reaches beyond its greatest mark."""

_BOUND_PLACES = 9
"""Decimals kept of a bound of the law; it is printed as it is written."""


_DOWNWARD = ("at_most", "less_than")
_SIGNS = {
    "at_least": "≥\N{NO-BREAK SPACE}",
    "at_most": "≤\N{NO-BREAK SPACE}",
    "more_than": ">\N{NO-BREAK SPACE}",
    "less_than": "<\N{NO-BREAK SPACE}",
}


def target_of(finding: Finding, assessment: Assessment) -> Target | None:
    """Give the target under the chosen readings."""
    target = finding.criterion.target
    if isinstance(target, TargetByReading):
        return dict(target.options)[dict(assessment.readings)[target.reading]]
    return target


def observed_text(observed: Observed, bound: Fraction | None, speaker: Speaker) -> str:
    """Print the observed range shortly: ``17,4–28 %``, ``≥ 3 liên kết``, ``Có``."""
    low, high = observed.low, observed.high
    if observed.empty:
        return speaker.say("observed.empty")
    if observed.unit == "answer":
        return _answer_text(observed, speaker)
    if is_unknown(observed):
        return speaker.say("observed.unknown")
    bounds = () if bound is None else (bound,)
    if observed.unit == "share":
        first = Fraction(0) if low is None else low
        last = Fraction(1) if high is None else high
        return share_range(first, last, speaker.language, bounds)
    text = number_range(low, high, speaker.language, bounds)
    return f"{text}\N{NO-BREAK SPACE}{speaker.unit(observed.unit, high)}"


def is_unknown(observed: Observed) -> bool:
    """Say whether the range excludes nothing."""
    low, high = observed.low, observed.high
    top = Fraction(1) if observed.unit in ("share", "answer") else None
    return (low is None or low == 0) and (high is None or high == top)


def _answer_text(observed: Observed, speaker: Speaker) -> str:
    if observed.low == 1:
        return speaker.say("value.yes")
    return speaker.say("value.no" if observed.high == 0 else "observed.unknown")


def counts_text(observed: Observed, speaker: Speaker) -> str:
    """Print the counts behind a share: ``từ 20/115 đến 32/115``; empty for other quantities."""
    low, high = observed.low_share, observed.high_share
    if low is None or high is None or observed.empty:
        return ""
    first, last = _counts(low, speaker), _counts(high, speaker)
    return first if first == last else speaker.say("observed.counts", low=first, high=last)


def _counts(counts: Share, speaker: Speaker) -> str:
    return f"{speaker.number(counts.num)}/{speaker.number(counts.den)}"


def target_text(target: Target | None, bound: Fraction | None, speaker: Speaker) -> str:
    """Print the target shortly: ``≥ 20 %``, ``0 vi phạm``, ``Có``; empty where there is none."""
    if target is None:
        return ""
    if target.kind == "true":
        return speaker.say("value.yes")
    if bound is None:
        return _SIGNS.get(target.kind, "") + speaker.label(target.field or "")
    if target.unit == "share":
        amount = share(bound, speaker.language, places=_BOUND_PLACES)
    else:
        figure = number(bound, speaker.language, places=_BOUND_PLACES)
        amount = f"{figure}\N{NO-BREAK SPACE}{speaker.unit(target.unit, bound)}".rstrip()
    strict = target.kind in {"more_than", "less_than"}
    return amount if bound == 0 and not strict else _SIGNS.get(target.kind, "") + amount


def bar(
    observed: Observed, target: Target | None, bound: Fraction | None, speaker: Speaker
) -> Bar | None:
    """Draw the range against its target; None for answers, and where there is nothing to draw."""
    if observed.unit == "answer" or observed.empty:
        return None
    if bound is None and observed.unit != "share":
        return None  # a count alone has no scale
    marks = [m for m in (observed.low, observed.high, bound) if m is not None]
    scale = Fraction(1) if observed.unit == "share" else max(marks, default=Fraction(0)) * _HEADROOM
    if not scale and observed.high is not None:
        return None
    scale = scale or Fraction(1)
    low = observed.low or Fraction(0)
    high = scale if observed.high is None else observed.high
    label = target_text(target, bound, speaker)
    text = observed_text(observed, bound, speaker)
    return Bar(
        low=_within(low / scale),
        high=_within(high / scale),
        target=None if bound is None else _within(bound / scale),
        target_label=label if bound is not None else "",
        open_end=observed.high is None,
        text=speaker.say("bar.text", observed=text, target=label) if label else text,
    )


def _within(part: Fraction) -> float:
    return float(min(max(part, Fraction(0)), Fraction(1)))


def gap_text(judged: Judged, gap: Gap | None, target: Target | None, speaker: Speaker) -> str:
    """Say what separates the park from the target; empty where nothing does."""
    if gap is None:
        return ""
    if judged.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NEEDS_REVIEW):
        return _shortfall(gap, target, speaker)
    return _undecided(gap, target, speaker)


def _shortfall(gap: Gap, target: Target | None, speaker: Speaker) -> str:
    least, most = gap.least, gap.most
    # Just at a strict bound, or for the authority to decide: there is no amount to tell.
    if gap.unit == "answer" or least is None or most == 0:
        return ""
    over = "over" if target is not None and target.kind in _DOWNWARD else "short"
    first = gap_amount(least, gap.unit, speaker)
    if most is None:
        return speaker.say(f"gap.{over}.open", least=first)
    if least == most:
        return speaker.say(f"gap.{over}.exact", least=first)
    last = gap_amount(most, gap.unit, speaker)
    return speaker.say(f"gap.{over}.range", least=speaker.number(least), most=last)


def gap_amount(value: Fraction, unit: str, speaker: Speaker) -> str:
    """Print how much is missing, in the unit in which one counts it."""
    if unit == "share":
        return share(value, speaker.language)
    return speaker.amount(value, unit)


def _undecided(gap: Gap, target: Target | None, speaker: Speaker) -> str:
    if not gap.unanswered:
        return ""
    unit = speaker.unit(gap.unit, gap.unanswered)
    text = speaker.say("gap.unanswered", n=gap.unanswered, unit=unit)
    yes, no = ("good", "bad") if target is not None and target.kind in _DOWNWARD else ("yes", "no")
    deciding = []
    if gap.yes_to_meet is not None:
        deciding.append(speaker.say(f"gap.{yes}_to_meet", n=gap.yes_to_meet))
    if gap.no_to_miss is not None:
        deciding.append(speaker.say(f"gap.{no}_to_miss", n=gap.no_to_miss))
    return f"{text}: {', '.join(deciding)}" if deciding else text
