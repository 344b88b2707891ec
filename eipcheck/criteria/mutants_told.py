"""Puts what the mutants showed into problems: survivors, and entries that are out of date."""

from __future__ import annotations

from msgspec import Struct

from eipcheck.criteria.cases import Case
from eipcheck.criteria.equivalent import Equivalent
from eipcheck.criteria.mutants import Mutant
from eipcheck.model.place import Line
from eipcheck.model.problem import Problem


class SayMore(Struct, frozen=True):
    """A case that would notice the mutant if it expected ``item`` to be ``expected`` as well."""

    case: Case
    item: str
    expected: str
    found: str


class NewCase(Struct, frozen=True):
    """A case, as YAML on one line, of which set and mutant say different things."""

    text: str
    item: str
    expected: str
    found: str


class Skeleton(Struct, frozen=True):
    """What a case must say to notice the mutant, as YAML on one line with blanks to fill in."""

    text: str


Killer = SayMore | NewCase | Skeleton


def survivor(mutant: Mutant, killer: Killer) -> Problem:
    """Tell a mutant that no case notices, and the case that would notice it."""
    facts: tuple[tuple[str, str], ...]
    facts = (("mutant", mutant.id), ("before", mutant.before), ("after", mutant.after))
    if isinstance(killer, Skeleton):
        return Problem("C612", mutant.place, (*facts, ("case", killer.text)))
    facts += (("item", killer.item), ("expected", killer.expected), ("found", killer.found))
    if isinstance(killer, NewCase):
        return Problem("C610", mutant.place, (*facts, ("case", killer.text)))
    case = killer.case
    place = Line(case.file, case.line, case.column)
    return Problem("C611", mutant.place, (*facts, ("case", case.name)), other_places=(place,))


def unmatched(entry: Equivalent, known: str) -> Problem:
    """Tell an entry of the list that names no mutant; ``known`` are ids that look like it."""
    return Problem("C613", entry.place, (("mutant", entry.mutant), ("known", known)))


def noticed(entry: Equivalent) -> Problem:
    """Tell an entry of the list whose mutant is noticed after all."""
    return Problem("C614", entry.place, (("mutant", entry.mutant), ("because", entry.reason)))
