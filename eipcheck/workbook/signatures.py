"""Finds the signatures below the rows of a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable

from eipcheck.workbook.book import Grid
from eipcheck.workbook.folding import fold, one_line
from eipcheck.workbook.layout import NO_GROUP, SIGNATURES

_MOST_WORDS = 3
_MOST_LINES = 8
_MOST_IN_NAME = 6
_MOST_NAMES = 2
_DAY = re.compile(r"(?:[a-z]+ ){0,5}ngay(?: \d+)? thang(?: \d+)? nam(?: \d+)?")


def signatures(
    grid: Grid,
    first: int,
    may_be: Callable[[int], bool],
    is_set_off: Callable[[int], bool] = lambda _: False,
) -> int:
    """Give the 1-based row where signatures begin, or the row after the end where none do.

    They are a few lines of words only, below a blank line or one that ``is_set_off``: more may be
    rows of a list of which only the names are known. All of them are lines that ``may_be`` none
    of the sheet's rows.
    """
    last = len(grid.rows)
    for number in range(first, last + 1):
        if is_full(grid, number - 1) and not is_set_off(number - 1):
            continue
        words = words_only(grid, number)
        if words and all(map(_is_signing, words)):
            below = [n for n in range(number, last + 1) if is_full(grid, n)]
            said = [words_only(grid, n) for n in below]
            names = [w for line in said for w in line if not _is_signing(w)]
            if (
                len(below) <= _MOST_LINES
                and len(names) <= _MOST_NAMES
                and all(map(_is_signer, names))
                and all(said)
                and all(map(may_be, below))
            ):
                return number
    return last + 1


def is_full(grid: Grid, number: int) -> bool:
    """Say whether a line holds anything."""
    return any(c is not None and c != "" for c in grid.rows[number - 1])


def words_only(grid: Grid, number: int) -> list[str]:
    """Give the words of a line that holds few of them and nothing else; empty for other lines."""
    words: list[str] = []
    for cell in grid.rows[number - 1]:
        if cell is None or cell == "":
            continue
        if not isinstance(cell, str) or len(words) == _MOST_WORDS:
            return []  # most lines end here, after a few cells
        words.append(cell)
    return [one_line(w) for w in words]


def _is_signing(text: str) -> bool:
    folded = fold(text)
    begins = any(f"{folded} ".startswith(f"{s} ") for s in SIGNATURES)
    return begins or bool(_DAY.fullmatch(folded))


def _is_signer(text: str) -> bool:
    """Say whether words may be the name of a person: a few, without figures, and no firm's."""
    folded = fold(text)
    firm = any(f" {n} " in f" {folded} " for n in NO_GROUP)
    return not firm and folded.replace(" ", "").isalpha() and len(folded.split()) <= _MOST_IN_NAME
