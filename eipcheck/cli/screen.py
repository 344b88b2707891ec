"""Standard output: how wide it is, whether it shows colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from eipcheck.cli.console import emit
from eipcheck.cli.lines import Line, plain

_PLAIN_WIDTH = 100
"""Columns where no terminal says how many it has."""
_LEAST, _MOST = 60, 140


class Screen:
    """Standard output, line by line; colour only on a terminal, and not under NO_COLOR.

    ``columns`` are those that a line may take.
    """

    def __init__(self) -> None:
        """Look at the standard output."""
        terminal = sys.stdout.isatty()
        wide = shutil.get_terminal_size((_PLAIN_WIDTH, 0)).columns if terminal else _PLAIN_WIDTH
        self.columns = min(max(wide, _LEAST), _MOST)
        self._coloured = terminal and not os.environ.get("NO_COLOR")

    def lines(self, lines: Iterable[Line]) -> None:
        """Print lines as they are; they were laid out to fit."""
        if self._coloured:
            from eipcheck.cli.colour import print_coloured  # noqa: PLC0415 - brings Rich

            print_coloured(lines)
        else:
            emit("\n".join(plain(line).rstrip() for line in lines))
