"""A small set in which ``check`` finds nothing, and what it finds once something is broken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from criteria_files import (
    ANSWER_CLAUSE,
    DICTIONARY,
    FILES,
    SHARE_CLAUSE,
    load_small_dictionary,
    places,
    write_files,
)

from eipcheck.criteria.check import check_set

COUNT_CLAUSE = ANSWER_CLAUSE.replace(
    '    measure: {answer: {is: {field: mechanism, value: "yes"}}}\n    target: {answer: "yes"}\n',
    "    measure: {value: operating}\n    target: {at_least: 10, unit: enterprises}\n",
)
"""The second card, with a figure in place of an answer."""

_ONLY_CASES = ("C501", "C502", "C503", "C536", "C537", "C504")


def found(
    folder: Path, files: Mapping[str, str], *, dictionary: str = DICTIONARY, cases: bool = False
) -> list[str]:
    """Check a set of ``files``; give what is found beyond missing cases, or with ``cases`` all."""
    home = write_files(folder / "small", {**FILES, **files})
    told = places(check_set(home, load_small_dictionary(folder, dictionary)))
    return told if cases else [each for each in told if not each.startswith(_ONLY_CASES)]


def share(old: str, new: str) -> str:
    """Give the clause with the share, one text replaced."""
    assert old in SHARE_CLAUSE
    return SHARE_CLAUSE.replace(old, new, 1)
