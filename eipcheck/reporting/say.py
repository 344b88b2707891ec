"""Finds the words of a message in the catalogue of its area and fills in the values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from eipcheck.model.problem import Problem
from eipcheck.model.text import Language
from eipcheck.reporting.catalogue import catalogue
from eipcheck.reporting.numbers import day, number, plural, share

AREAS_OF_CODES = {
    "W": "workbook",
    "C": "criteria",
    "D": "data",
    "O": "output",
    "U": "usage",
}
"""The area of a problem by the first letter of its code."""

_OWN_AREAS = (
    "terminal",
    "explain",
    "inspect",
    "summary",
    "step",
    "rule",
    "annotated",
    "authoring",
    "diff",
    "dossier",
    "progress",
)
"""Areas named by the first part of their keys; ``report`` holds all other keys."""

_DATED_FACTS = ("date", "other_date", "granted", "expires")
_NAMED_FACTS = ("field", "other", "criterion", "computed", "judged", "reason")
"""Facts that may hold an id instead of words."""

_FIGURE_FACTS = ("register", "typed", "sum", "whole")
"""Facts that hold exact figures: ``12``, ``5/3``, or a range ``1/5…1/4``."""

_AMOUNT_FACTS = (
    *("figure", "ceiling", "mended", "added", "earlier", "least", "most", "ratio"),
    *("count", "allowed"),
)
"""Facts that hold exact figures, or ranges of them, that are never shares."""

_AMOUNT_PLACES = 6
"""Decimals of such a figure: as many as a person types, since one digit may be the point."""


@cache
def area_of(key: str) -> str:
    """Give the area in which a key is to be found."""
    first, _, rest = key.partition(".")
    if first == "problem":
        return AREAS_OF_CODES[rest[:1]]
    return first if first in _OWN_AREAS else "report"


def say(language: Language, key: str, **values: object) -> str:
    """Give the words of a message.

    Numbers and dates among the values are printed in the convention of the language (give a year
    as a string). In a message ``one|other`` the value ``n`` chooses among the forms that the
    language has, in the order zero, one, two, few, many, other.

    Raises:
        KeyError: no such message, or a value is missing: a bug.
    """
    if not values:
        return _words(language, key)
    text = catalogue(language, area_of(key))[key]
    if "|" in text:
        text = plural(text.split("|"), values["n"], language)
    return text.format_map({name: _shown(value, language) for name, value in values.items()})


@cache
def _words(language: Language, key: str) -> str:
    """Give a message that holds no values; most are such, and pages repeat them."""
    return catalogue(language, area_of(key))[key].format_map({})


def _shown(value: object, language: Language) -> object:
    if isinstance(value, str):  # most are, and what a fraction is takes long to ask
        return value
    if isinstance(value, int | Decimal | Fraction):
        return number(value, language)
    return day(value, language) if isinstance(value, date) else value


def problem_words(
    problem: Problem, language: Language, names: Mapping[str, str] | None = None
) -> tuple[str, str, str]:
    """Say what is wrong, why it matters, and how to mend it.

    Args:
        problem: the problem; facts such as ``date`` may be ISO dates.
        language: the language to speak.
        names: words for the ids that the facts of data problems hold.
    """
    known = names or {}
    facts: dict[str, object] = {}
    for name, value in problem.facts:
        if name in _NAMED_FACTS:
            facts[name] = known.get(value, value)
        elif name in _DATED_FACTS:
            facts[name] = _date_or_text(value)
        elif name in _AMOUNT_FACTS:
            ends = (number(Fraction(n), language, places=_AMOUNT_PLACES) for n in value.split("…"))
            facts[name] = "–".join(ends)
        else:
            facts[name] = _figures(value, language) if name in _FIGURE_FACTS else value
    key = f"problem.{problem.code}"
    what, why, fix = (say(language, f"{key}.{part}", **facts) for part in ("what", "why", "fix"))
    return what, why, fix


def _date_or_text(value: str) -> date | str:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def _figures(value: str, language: Language) -> str:
    """Print the exact figures of a data problem; a range of proper fractions is one of shares."""
    ends = [Fraction(end) for end in value.split("…") if end]
    if any(end.denominator != 1 for end in ends) and all(0 <= end <= 1 for end in ends):
        shown = [share(end, language) for end in ends]
    else:
        shown = [number(end, language) for end in ends]
    return "–".join(dict.fromkeys(shown)) + ("…" if value.endswith("…") else "")
