"""The exact range of a share of rows, over every completion of what is unknown.

Rules 4 and 5 of the semantics: per row it is known, unknown or excluded whether it is counted
and whether it qualifies; rows may be unlisted; typed totals are second statements about how many
are counted and how many qualify, and are intersected with the register before dividing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from eipcheck.evaluation.truth import Column
from eipcheck.model.assessment import Share, Truth

Bounds = tuple[int, int | None]
"""The least and the greatest value of a typed total; None is unbounded."""

ANY: Bounds = (0, None)


class Region(Struct, frozen=True, kw_only=True):
    """All pairs (counted, qualifying) that some completion gives.

    ``counted`` and ``qualifying`` are known; ``undecided`` rows are counted, and it is unknown
    whether they qualify. ``maybe`` are rows of which it is unknown whether they are counted, by
    whether they qualify: (no, unknown, yes). ``unlisted`` says that further rows may exist.
    """

    counted: int
    qualifying: int
    undecided: int
    maybe: tuple[int, int, int]
    unlisted: bool
    typed_counted: Bounds = ANY
    typed_qualifying: Bounds = ANY

    @staticmethod
    def of_rows(among: Column, where: Column, *, unlisted: bool) -> Region:
        """Tally a register: ``among`` (counted) and ``where`` (qualifying) row by row."""
        tally = Counter(zip(among, where, strict=True))
        certain = [tally[Truth.TRUE, w] for w in Truth]
        no, unknown, yes = (tally[Truth.UNKNOWN, w] for w in Truth)
        return Region(
            counted=sum(certain),
            qualifying=certain[Truth.TRUE],
            undecided=certain[Truth.UNKNOWN],
            maybe=(no, unknown, yes),
            unlisted=unlisted,
        )

    @property
    def least_counted(self) -> int:
        """The smallest population."""
        return max(self.counted, self.typed_counted[0])

    @property
    def most_counted(self) -> int | None:
        """The largest population, None where it is unbounded."""
        typed = self.typed_counted[1]
        if self.unlisted:
            return typed
        listed = self.counted + sum(self.maybe)
        return listed if typed is None else min(listed, typed)

    def qualifying_of(self, counted: int) -> tuple[int, int] | None:
        """Give the least and most that qualify if ``counted`` are counted; None if impossible."""
        more = counted - self.counted
        no, unknown, yes = self.maybe
        least = self.qualifying if self.unlisted else self.qualifying + max(0, more - no - unknown)
        room = more if self.unlisted else min(more, unknown + yes)
        most = self.qualifying + self.undecided + room
        low, high = self.typed_qualifying
        least, most = max(least, low), most if high is None else min(most, high)
        return (least, most) if least <= most else None

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Give every population with its least and most qualifying; not for unbounded ones."""
        assert self.most_counted is not None
        for counted in range(self.least_counted, self.most_counted + 1):
            qualifying = self.qualifying_of(counted)
            if qualifying is not None:
                yield counted, *qualifying

    @property
    def bounded(self) -> bool:
        """Say whether the population has a largest size."""
        return self.most_counted is not None

    @property
    def maybe_empty(self) -> bool:
        """Say whether perhaps nothing is counted."""
        return self.least_counted == 0 and self.qualifying_of(0) is not None

    @property
    def empty(self) -> bool:
        """Say whether certainly nothing is counted."""
        return self.maybe_empty and self.most_counted == 0

    @property
    def possible(self) -> bool:
        """Say whether the statements about it can all be true."""
        if not self.bounded:
            return self._first_unbounded() is not None
        return self.empty or any(True for _ in self._telling())

    def _telling(self) -> Iterator[tuple[int, int, int]]:
        """Give the pairs among which the extreme shares lie, populations of zero left out."""
        assert self.most_counted is not None
        no, unknown, yes = self.maybe
        ends = (self.least_counted, self.most_counted)
        if self.typed_qualifying != ANY:
            yield from (pair for pair in self.pairs() if pair[0])
            return
        # The least share is K/c up to the last row that need not qualify and rises after it; the
        # greatest rises up to the last row that may qualify and falls after it.
        turns = () if self.unlisted else (no + unknown, unknown + yes)
        candidates = {*ends, *(min(max(self.counted + t, ends[0]), ends[1]) for t in turns)}
        if 0 in candidates:
            candidates.add(1)
        for counted in sorted(candidates):
            if max(ends[0], 1) <= counted <= ends[1]:
                qualifying = self.qualifying_of(counted)
                if qualifying is not None:
                    yield counted, *qualifying

    def _first_unbounded(self) -> int | None:
        # Without a largest population the least qualifying number stays, so the smallest
        # population that can hold the typed number of qualifying rows is the first possible.
        low, high = self.typed_qualifying
        if high is not None and high < self.qualifying:
            return None
        more = max(0, low - self.qualifying - self.undecided)
        return max(self.least_counted, self.counted + more, 1)

    def extremes(self) -> tuple[Share, Share]:
        """Give the least and the greatest share; ``empty`` and impossible regions have none."""
        if not self.bounded:
            return Share(Fraction(0), Fraction(1)), self._greatest_unbounded()
        pairs = list(self._telling())
        low = min(pairs, key=lambda p: (Fraction(p[1], p[0]), p[0]))
        high = max(pairs, key=lambda p: (Fraction(p[2], p[0]), p[0]))
        return (
            Share(Fraction(low[1]), Fraction(low[0])),
            Share(Fraction(high[2]), Fraction(high[0])),
        )

    def _greatest_unbounded(self) -> Share:
        most = self.typed_qualifying[1]
        first = self._first_unbounded()
        assert first is not None
        if most is None:
            return Share(Fraction(1), Fraction(1))
        full = self.counted + most - self.qualifying - self.undecided
        counted = max(first, full)
        return Share(Fraction(min(most, counted)), Fraction(counted))
