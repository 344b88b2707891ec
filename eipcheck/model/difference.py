"""What two criteria sets, or one set on two days, differ in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from eipcheck.model.criterion import Change, CriteriaSet, Criterion, Reading


class Shift(StrEnum):
    """What becomes of a criterion, seen from the park; in the order in which it is told.

    ``TIGHTENED`` and ``LOOSENED`` are said only where they are certain for every park.
    """

    DROPPED = "dropped"
    NEW = "new"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"
    REWORDED = "reworded"  # the words, and nothing that decides a verdict
    SAME = "same"


class Facet(StrEnum):
    """A part of a criterion that may differ."""

    KIND = "kind"
    QUESTION = "question"
    ACTOR = "actor"
    APPLIES = "applies"
    MEASURE = "measure"
    TARGET = "target"
    IF_EMPTY = "if_empty"
    OTHERWISE = "otherwise"
    REVIEW = "review"
    TITLE = "title"
    REQUIREMENT = "requirement"
    COMPUTED = "computed"
    EVIDENCE = "evidence"
    BENCHMARK = "benchmark"
    BESIDE = "beside"


class Side(Struct, frozen=True):
    """A criteria set as it stands on a day; ``chosen`` are readings other than by default."""

    criteria: CriteriaSet
    on: date
    chosen: tuple[tuple[str, str], ...] = ()

    @property
    def readings(self) -> dict[str, str]:
        """The option of every reading of the set."""
        return {r.id: r.default for r in self.criteria.readings} | dict(self.chosen)

    @property
    def in_force(self) -> tuple[Criterion, ...]:
        """The criteria that are asked on the day, in the order of the set."""
        return tuple(
            c
            for c in self.criteria.criteria
            if (c.start is None or c.start <= self.on) and (c.end is None or self.on <= c.end)
        )


class Compared(Struct, frozen=True):
    """One criterion before and after; either is None where only the other set has it.

    ``differences`` are the parts that differ, each with what it does by itself.
    """

    old: Criterion | None
    new: Criterion | None
    shift: Shift
    differences: tuple[tuple[Facet, Shift], ...] = ()


class Entry(Struct, frozen=True):
    """One line of a comparison: what the author tells of some criteria, or one criterion alone.

    ``shift`` is the author's word where there is one. ``proven`` says that the rules by
    themselves show the same; that something merely changed is never proven.
    """

    shift: Shift
    change: Change | None
    criteria: tuple[Compared, ...]
    proven: bool


class Lineage(StrEnum):
    """How the second set lies to the first."""

    SUPERSEDES = "supersedes"
    SUPERSEDED = "superseded"
    SAME_SET = "same_set"
    UNRELATED = "unrelated"


class Comparison(Struct, frozen=True):
    """Everything in which two sets differ.

    ``entries`` are ordered by ``Shift``, then as the author or the newer set has them; criteria
    that stay as they are come last. ``outside`` are the author's topics that no criterion holds.
    ``readings`` are pairs of readings of one id that differ in options or default; None where
    only the other set has the reading.
    """

    before: Side
    after: Side
    lineage: Lineage
    entries: tuple[Entry, ...]
    outside: tuple[Change, ...]
    readings: tuple[tuple[Reading | None, Reading | None], ...]
