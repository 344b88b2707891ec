"""Explains: finds what a word on the command line names, and all that can be told of it."""

from __future__ import annotations

from msgspec.structs import replace

from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.problem import UsageError
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request, open_session
from eipcheck.pipeline.sets import (
    load_library,
    shipped_dictionary,
    shipped_sets,
    unknown,
)
from eipcheck.reporting.view_explain import card_view, explain_view
from eipcheck.reporting.view_types import CardView, ExplainView


def explain_criterion(name: str, request: Request, language: Language) -> tuple[CardView, ...]:
    """Give the card of a criterion from every set of the request that has it.

    Where no set was asked for and the default one lacks it, from the shipped sets that have it.

    Raises:
        UsageError: no set of the request has it; tells those that there are.
        CriteriaError: a criteria file is invalid.
    """
    library = load_library(_sets_with(name, request), allow_unverified=True)
    _require(name, library.sets)
    return tuple(
        card_view(criterion, s, library.dictionary, language)
        for s in library.sets
        for criterion in s.criteria
        if criterion.id == name
    )


def explain_for_park(
    name: str, park: Source, request: Request, language: Language
) -> tuple[ExplainView, ...]:
    """Tell a criterion for a park: the rule, values with cells, steps, what would change it.

    Raises:
        UsageError: no set of the request has it, or a reading or option is unknown.
        CriteriaError: a criteria file is invalid.
        InputError: the workbook is missing, unreadable, hostile, or not a park workbook.
    """
    session = open_session(replace(request, criteria=_sets_with(name, request)))
    _require(name, session.library.sets)
    done = session.assess(park)
    return tuple(
        explain_view(assessment, name, done.dictionary, language)
        for assessment in done.assessments
        if any(f.criterion.id == name for f in assessment.findings)
    )


def _sets_with(name: str, request: Request) -> tuple[str, ...]:
    """Give the sets to look in: those asked for, else the default, else whichever has it."""
    if request.criteria != Request().criteria:
        return request.criteria
    sets = all_sets()
    _require(name, sets)
    having = tuple(s.id for s in sets if any(c.id == name for c in s.criteria))
    return request.criteria if set(having) & set(request.criteria) else having


def _require(name: str, sets: tuple[CriteriaSet, ...]) -> None:
    known = [criterion.id for s in sets for criterion in s.criteria]
    if name not in known:
        raise UsageError((unknown("U112", name, known),))


def all_sets() -> tuple[CriteriaSet, ...]:
    """Load every shipped set, in order of id.

    Raises:
        CriteriaError: a criteria file is invalid.
    """
    dictionary = shipped_dictionary()
    return tuple(load_set(folder, dictionary) for folder in shipped_sets().values())
