"""Questions asked of each enterprise: what they come to, and the first enterprises one by one."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.cli.lines import Line, Part, apart, cut, indented
from eipcheck.cli.table import style_of
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import EnterpriseRow, EnterprisesView, ReportView

_ROWS = 10
"""Enterprises shown on the terminal; the other formats hold all."""


def each_table(view: ReportView, width: int) -> Iterator[Line]:
    """Give each question with its counts, then a line per enterprise: its answer, and now."""
    for asked in view.enterprises:
        yield ()
        yield ((cut(asked.title, width), "bold"),)
        counts = " · ".join(f"{t.mark.icon} {t.text}" for t in (*asked.tallies, *asked.now))
        for text in (counts, asked.park, asked.complete):
            yield from indented(text, width, "  ") if text else ()
        yield from _rows(view, asked, width)


def _rows(view: ReportView, asked: EnterprisesView, width: int) -> Iterator[Line]:
    for row in asked.rows[:_ROWS]:
        yield _row(view, row, width)
    if len(asked.rows) > _ROWS:
        more = say(view.language, "terminal.more", n=len(asked.rows) - _ROWS)
        yield from indented(more, width, "    ", style="dim")


def _row(view: ReportView, row: EnterpriseRow, width: int) -> Line:
    signs: list[Part] = [(mark.icon, style_of(mark.key)) for mark in row.marks]
    now = say(view.language, "terminal.each_now", icon=row.now.icon, word=row.now.word)
    name = cut(row.name or row.code, max(width - len(now) - len(signs) - 10, 10))
    opening: list[Part] = ["    ", *signs, "  ", name]
    return apart(opening, now, width) or tuple(opening)
