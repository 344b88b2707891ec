"""Parts against their whole: more than it, not adding up to it, and which figure is to blame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from eipcheck.evaluation.plausible_figures import GROSS, Figures, Key, Stated, told
from eipcheck.evaluation.result import text
from eipcheck.model.dictionary import Field
from eipcheck.model.place import Cell, Place
from eipcheck.model.problem import Problem

_MOST_CULPRITS = 3
"""More figures that might be to blame explain nothing."""

_POWERS = (1, 2, 3, 4, 6)
"""Decimal marks slip by 10 or 100; thousands, millions, m2 for ha by the others."""


def sums(figures: Figures, whole: Field, over_whole: Collection[Place]) -> Iterator[Problem]:
    """Hold the parts of one figure against it, for every year and part of the park."""
    parts = figures.parts(whole)
    if not parts:
        return
    for key, total in figures.of(whole).items():
        known = [stated for p in parts if (stated := figures.of(p).get(key)) is not None]
        if whole.parts_add_up and len(known) == len(parts):
            yield from _all_parts(key, total, known, over_whole)
        elif known:
            yield from _some_parts(key, total, known, over_whole)


def _some_parts(
    key: Key, total: Stated, parts: list[Stated], over_whole: Collection[Place]
) -> Iterator[Problem]:
    """Tell known parts that are more than the whole, whatever the others are."""
    least = sum((p.low for p in parts), Fraction(0))
    if least - total.high <= _slack(total, parts):
        return
    gross = [p for p in parts if p.low >= GROSS * total.high > 0]
    for part in gross:
        facts = {"figure": text(part.low), "other": total.field, "ceiling": text(total.high)}
        facts["ratio"] = str(round(part.low / total.high))
        yield told("D122", part.field, key, facts, part.cells, total.cells)
    if not gross and total.cells[0] not in over_whole:
        facts = {"added": text(least), "ceiling": text(total.high)}
        yield told("D118", total.field, key, facts, total.cells, _cells(parts))


def _all_parts(
    key: Key, total: Stated, parts: list[Stated], over_whole: Collection[Place]
) -> Iterator[Problem]:
    """Tell parts that do not add up, and which single slip would explain it."""
    least = sum((p.low for p in parts), Fraction(0))
    most = sum((p.high for p in parts), Fraction(0))
    slack = _slack(total, parts)
    if least - total.high <= slack and total.low - most <= slack:
        return
    slips = _slips(total, parts)
    for code, culprit, mended in slips:
        facts = {
            "figure": text(culprit.low),
            "mended": text(mended),
            "other": total.field,
            "added": text(least),
            "ceiling": text(total.high),
        }
        beside = [s for s in (total, *parts) if s is not culprit]
        yield told(code, culprit.field, key, facts, culprit.cells, _cells(beside))
    if not slips and total.cells[0] not in over_whole:
        facts = {"added": _range(least, most), "ceiling": _range(total.low, total.high)}
        yield told("D119", total.field, key, facts, total.cells, _cells(parts))


def _slips(total: Stated, parts: list[Stated]) -> list[tuple[str, Stated, Fraction]]:
    """Give the single figures that make the sum exact when mended; none where sources differ.

    Two neighbouring digits exchanged come first, then a decimal mark or unit.
    """
    if any(s.exact is None for s in (total, *parts)):
        return []
    gap = total.low - sum((p.low for p in parts), Fraction(0))
    wanted = [(total, total.low - gap), *((p, p.low + gap) for p in parts)]
    for code, readings in (("D120", _exchanged), ("D121", _shifted)):
        found = [(code, s, right) for s, right in wanted if right in readings(s.values[0])]
        if found:
            return found if len(found) <= _MOST_CULPRITS else []
    return []


def _exchanged(value: Decimal) -> set[Fraction]:
    """Give the numbers that exchanging two neighbouring digits makes: 579 gives 759 and 597."""
    whole, point, part = f"{abs(value):f}".partition(".")
    digits = whole + part
    swapped = {
        digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1)
    }
    # Nobody writes a number with a zero in front.
    made = {d for d in swapped if d != digits and (len(whole) == 1 or d[0] != "0")}
    return {Fraction(d[: len(whole)] + point + d[len(whole) :]) for d in made}


def _shifted(value: Decimal) -> set[Fraction]:
    """Give the numbers that a slipped decimal mark or another unit makes of a value."""
    number = Fraction(value)
    factors = [Fraction(10**n) for n in _POWERS]
    return {made for f in factors for made in (number * f, number / f)} - {number}


def _slack(total: Stated, parts: Iterable[Stated]) -> Fraction:
    return sum((p.slack for p in parts), total.slack)


def _cells(stated: Iterable[Stated]) -> Iterator[Cell]:
    return (cell for s in stated for cell in s.cells)


def _range(low: Fraction, high: Fraction) -> str:
    return text(low) if low == high else f"{text(low)}…{text(high)}"
