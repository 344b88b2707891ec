"""``criteria diff``: what one criteria set changed of another, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from eipcheck.cli.assess import wrote
from eipcheck.cli.console import emit_bytes
from eipcheck.cli.lines import Line, apart, fold, indented, pad
from eipcheck.cli.screen import Screen
from eipcheck.model.text import Language
from eipcheck.pipeline.compare_sets import compare_named, diff_specs, write_diff
from eipcheck.pipeline.reports import STDOUT
from eipcheck.reporting.say import say
from eipcheck.reporting.view_diff import DetailView, DiffView, EntryView, SideView

_TOPIC, _CLAUSES, _SIGNS = 22, 18, 3
"""Columns at their widest; before and after share the rest."""
_GAP = 2
_STYLES = {"tightened": "red", "loosened": "green"}


def run_diff(
    before: str, after: str, reports: Sequence[str], language: Language, *, force: bool
) -> None:
    """Compare two sets; print the table unless a report takes the standard output."""
    specs = diff_specs(reports, before, after)
    differing = compare_named(before, after)
    if all(spec.path != STDOUT for spec in specs):
        screen = Screen()
        screen.lines(diff_lines(differing.view(language), screen.columns))
    for content in write_diff(specs, differing, language, force=force):
        emit_bytes(content)
    for spec in specs:
        if spec.path != STDOUT:
            wrote(spec.path, language)


def diff_lines(view: DiffView, width: int) -> Iterator[Line]:
    """Give the lines of a comparison, none wider than ``width`` columns."""
    yield ((view.title, "bold"),)
    for column, side in (("before", view.before), ("after", view.after)):
        yield from _side(side, say(view.language, f"diff.column.{column}"), width)
    for note in view.notes:
        yield from indented(note, width, "! ", "  ")
    for group in view.groups:
        yield ()
        style = f"bold {_STYLES.get(group.key, '')}"
        yield from indented(f"{group.title} ({len(group.entries)})", width, "", style=style)
        yield from _table(group.entries, view.language, width, column="clauses")
    yield from _rest(view, width)


def _side(side: SideView, label: str, width: int) -> Iterator[Line]:
    left, right = f"{label}: {side.law}", f"{side.set} · {side.day}"
    together = apart((left,), right, width)
    if together is not None:
        yield together
    else:
        yield from indented(left, width, "")
        yield from indented(right, width, "  ")


def _rest(view: DiffView, width: int) -> Iterator[Line]:
    language = view.language
    if not view.groups:
        yield ()
        yield (say(language, "diff.nothing"),)
    if view.outside:
        yield ()
        yield ((say(language, "diff.outside"), "bold"),)
        yield from _table(view.outside, language, width, column="effect")
    if view.readings:
        yield ()
        yield ((say(language, "diff.readings"), "bold"),)
    for reading in view.readings:
        yield from indented(f"{reading.id} {reading.question}", width, "  ")
        yield from indented(reading.before, width, "    − ", style="dim")
        yield from indented(reading.after, width, "    + ", style="dim")
    yield ()
    more = say(language, "diff.more") if _hidden(view) else ""
    for text in (view.same, " · ".join(view.legend), more):
        yield from indented(text, width, "", style="dim") if text else ()


def _hidden(view: DiffView) -> bool:
    """Say whether the table leaves out lines of rules."""
    return any(e.told and e.details for group in view.groups for e in group.entries)


def _table(
    entries: Sequence[EntryView], language: Language, width: int, *, column: str
) -> Iterator[Line]:
    """Give one line per change, its cells folded: topic, before, after, clauses or effect."""
    topic, last = (min(widest, width * widest // 110) for widest in (_TOPIC, _CLAUSES))
    each = (width - topic - last - _SIGNS - 5 * _GAP) // 2
    widths = (topic, each, each, last, _SIGNS)
    heads = ("topic", "before", "after", column)
    yield from _row([say(language, f"diff.column.{name}") for name in heads], widths, "dim")
    for entry in entries:
        sign = entry.confidence.icon if entry.confidence else ""
        end = entry.effect if column == "effect" else entry.clauses_text
        signs = sign + ("✓" if entry.proven else "")
        yield from _row([entry.topic, entry.before, entry.after, end, signs], widths)
        if not entry.told:
            for detail in entry.details:
                yield from _rule(detail, width)


def _row(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Iterator[Line]:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=False)]
    for texts in zip_longest(*folded, fillvalue=""):
        padded = (pad(text, width) for text, width in zip(texts, widths, strict=False))
        yield (" " * _GAP, ((" " * _GAP).join(padded).rstrip(), style))


def _rule(detail: DetailView, width: int) -> Iterator[Line]:
    """Tell the lines of a rule that went and those that came."""
    if detail.removed or detail.added:
        effect = f" ({detail.effect})" if detail.effect else ""
        yield from indented(f"{detail.part}{effect}:", width, "    ", style="dim")
    for sign, lines in (("− ", detail.removed), ("+ ", detail.added)):
        for line in lines:
            yield from indented(line, width, f"      {sign}", style="dim")
