"""Text measured in the columns of a terminal: cut, padded, folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

Part = str | tuple[str, str]
"""A piece of a line: plain, or with the name of a style."""
Line = tuple[Part, ...]
"""A line of the terminal, ready to print."""


def cut(text: str, width: int) -> str:
    """Shorten a text that is wider than ``width`` columns; the cut shows."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """Bring a text to exactly ``width`` columns."""
    return set_cell_size(cut(text, width), width)


def fold(text: str, width: int) -> list[str]:
    """Break a text at its spaces into lines of at most ``width`` columns; at least one line.

    A longer word, such as an address, stays whole on a line of its own.
    """
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(candidate) <= width or not lines[-1]:
            lines[-1] = candidate
        else:
            lines.append(word)
    return lines


def folded(text: str, width: int, most: int) -> list[str]:
    """Fold a text, leaving out what goes beyond ``most`` lines; that it does shows."""
    lines = fold(text, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return [cut(each, width) for each in lines]


def widest(texts: Iterable[str], most: int) -> int:
    """Give the columns that the widest text needs, at most ``most``."""
    return min(max((cell_len(text) for text in texts), default=0), most)


def plain(line: Line) -> str:
    """Give a line without its styles."""
    return "".join(part if isinstance(part, str) else part[0] for part in line)


def indented(text: str, width: int, first: str, rest: str = "", style: str = "") -> list[Line]:
    """Fold a text; the first line begins with ``first``, the others with ``rest`` or as deep."""
    depth = cell_len(first)
    return [
        (first if number == 0 else rest or " " * depth, (words, style))
        for number, words in enumerate(fold(text, width - depth))
    ]


def apart(left: Sequence[Part], right: str, width: int) -> Line | None:
    """Put ``right`` at the right edge of the line; None where both do not fit."""
    gap = width - cell_len(plain(tuple(left))) - cell_len(right)
    if gap < 2:  # noqa: PLR2004 - two columns keep them apart
        return None
    return (*left, " " * gap, right)
