"""Walks the parts of cards and terms as their files hold them, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.criteria.load import Loaded
from eipcheck.criteria.reader import Map
from eipcheck.model.criterion import Criterion
from eipcheck.model.measure import Target

_CONDITIONED = ("measure", "applies_when", "review_when")


def mappings(top: Map) -> Iterator[Map]:
    """Give a mapping and every mapping within it, in the order of the file."""
    waiting: list[object] = [top.data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield Map(top.document, here, top.problems)
            waiting += reversed(here.values())
        elif isinstance(here, list):
            waiting += reversed(here)


def targets(card: Map, criterion: Criterion) -> Iterator[tuple[Map, Target]]:
    """Give each target that the readings can choose, with the mapping that states it."""
    target = criterion.target
    if isinstance(target, Target):
        yield card.map("target"), target
    elif target is not None:
        options = card.map("target").map("by_reading").map(target.reading)
        yield from ((options.map(option), part) for option, part in target.options)


def ruled(loaded: Loaded) -> Iterator[Map]:
    """Give every mapping of the set under which conditions stand: of cards, terms, questions."""
    for card in loaded.cards.values():
        yield from (card.map(key) for key in _CONDITIONED if isinstance(card.data.get(key), dict))
    for term in loaded.names.terms.values():
        if isinstance(term.data.get("condition"), dict):
            yield term.map("condition")
    for question in loaded.top.maps("questions", required=False, blank=True):
        if isinstance(question.data.get("possible_when"), dict):
            yield question.map("possible_when")
