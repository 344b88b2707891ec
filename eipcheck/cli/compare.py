"""What several criteria sets say of one park, as a table after their reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from eipcheck.cli.lines import Line, Part, fold, indented, pad
from eipcheck.cli.table import style_of
from eipcheck.model.text import Language
from eipcheck.reporting.say import say
from eipcheck.reporting.view_compare import ComparedRow, ComparedView
from eipcheck.reporting.view_parts import Mark

_GAP = 2
_MOST = 34
"""Columns of one set at its widest; the titles have what is left, or a third of the line."""


def compared_lines(view: ComparedView, width: int) -> Iterator[Line]:
    """Give the lines of a comparison, none wider than ``width`` columns."""
    yield ()
    yield ((say(view.language, "diff.park.title"), "bold"),)
    for column in view.columns:
        yield from indented(
            f"{column.law}. {column.law_status}.", width, f"  {column.id}: ", "    "
        )
    widths = _widths(len(view.columns), width)
    heads = (say(view.language, "diff.park.criterion"), *(column.id for column in view.columns))
    yield from _row([(head, "bold") for head in heads], widths)
    for row in view.outcomes:
        yield from _row([(row.title, "bold"), *_cells(row, None)], widths)
    for row in view.rows:
        yield from _row([(row.title, ""), *_cells(row, view.language)], widths)
        if row.why:
            yield from indented(row.why, width, "    ", style="dim")
    yield from indented(say(view.language, "diff.park.note"), width, "", style="dim")


def _widths(sets: int, width: int) -> list[int]:
    each = min(_MOST, (width - width // 3) // sets - _GAP)
    return [width - sets * (each + _GAP), *[each] * sets]


def _cells(row: ComparedRow, short: Language | None) -> Iterator[tuple[str, str]]:
    """Give the text and style of each set's answer; ``short`` asks for the words of verdicts."""
    for cell in row.cells:
        if cell is None:
            yield "–", ""
        else:
            proven = f" ({_word(cell.evidenced, short)})" if cell.differs else ""
            yield _word(cell.declared, short) + proven, style_of(cell.declared.key)


def _word(mark: Mark, short: Language | None) -> str:
    word = say(short, f"terminal.verdict.{mark.key}") if short else mark.word
    return f"{mark.icon} {word}"


def _row(cells: Sequence[tuple[str, str]], widths: Sequence[int]) -> Iterator[Line]:
    folded = [fold(text, width) for (text, _), width in zip(cells, widths, strict=True)]
    for texts in zip_longest(*folded, fillvalue=""):
        parts: list[Part] = []
        for text, (_, style), width in zip(texts, cells, widths, strict=True):
            parts += [(pad(text, width), style), " " * _GAP]
        yield tuple(parts[:-1])
