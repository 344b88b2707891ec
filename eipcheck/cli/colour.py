"""Lines in colour, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from eipcheck.cli.console import close_output
from eipcheck.cli.lines import Line


class _Output(Console):
    """A Rich console that ends the run as other results do when nobody reads them."""

    def on_broken_pipe(self) -> None:
        """Stop quietly."""
        close_output()


def print_coloured(lines: Iterable[Line]) -> None:
    """Print lines; markup in them is text like any other."""
    text = Text("\n").join(Text.assemble(*line) for line in lines)
    _Output(highlight=False, markup=False, emoji=False).print(text, soft_wrap=True)
