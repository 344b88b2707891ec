"""Collects from criteria sets what still awaits comparison with the signed text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import Loaded, read_set
from eipcheck.criteria.problems import Problems
from eipcheck.model.place import Line
from eipcheck.model.text import Language
from eipcheck.pipeline.authoring_paths import aims
from eipcheck.reporting.checklist import Checklist, checklist


def checklists(names: Sequence[str], language: Language) -> tuple[Checklist, ...]:
    """List what nobody has compared yet, set by set; no names: of every set that ships.

    Raises:
        UsageError: a name means no set.
        CriteriaError: a criteria file is invalid.
    """
    found = []
    for aim in aims(names):
        if aim.is_set:
            dictionary = load_dictionary(aim.dictionary)
            problems = Problems()
            loaded = read_set(aim.path, dictionary, problems)
            problems.raise_any()
            assert loaded is not None
            own = loaded.names.dictionary
            found.append(checklist(loaded.criteria_set, own, _places(loaded), language))
    return tuple(found)


def _places(loaded: Loaded) -> dict[str, Line]:
    """Say where ``verified_by`` goes: under the source of each card, beside each parameter."""
    places = {name: card.place("source", of_key=True) for name, card in loaded.cards.items()}
    for part in loaded.top.maps("parameters", required=False):
        places[part.text("id")] = part.place("confidence", of_key=True)
    return {name: _from_here(place) for name, place in places.items()}


def _from_here(place: Line) -> Line:
    """Shorten a path that lies below the current folder."""
    path = Path(place.file)
    here = Path.cwd()
    if not path.is_absolute() or not path.is_relative_to(here):
        return place
    return Line(str(path.relative_to(here)), place.line, place.column)
