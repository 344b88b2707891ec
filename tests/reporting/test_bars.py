"""A bar shows a range on a scale: that of its target, or the whole of a share."""

from __future__ import annotations

from fractions import Fraction

from report_dictionary import dictionary

from eipcheck.model.assessment import Observed
from eipcheck.reporting.view_quantity import bar
from eipcheck.reporting.view_words import Speaker

SPEAKER = Speaker("en", dictionary())


def test_a_count_without_a_target_has_no_scale() -> None:
    three = Observed(unit="count", low=Fraction(3), high=Fraction(3))
    assert bar(three, None, None, SPEAKER) is None


def test_a_share_without_a_target_is_a_part_of_the_whole() -> None:
    drawn = bar(
        Observed(unit="share", low=Fraction(1, 4), high=Fraction(1, 2)), None, None, SPEAKER
    )
    assert drawn is not None
    assert (drawn.low, drawn.high, drawn.target) == (0.25, 0.5, None)
