"""The criteria, one line each; where the terminal is narrow, columns fall away from the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from msgspec import Struct

from eipcheck.cli.lines import Line, Part, folded, indented, pad, widest
from eipcheck.model.text import Language
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import Bar, CriterionView, ReportView

_STYLES = {
    "met": "green",
    "meets": "green",
    "partly_met": "yellow",
    "not_met": "red",
    "does_not_meet": "red",
    "undetermined": "yellow",
    "cannot_tell": "yellow",
    "needs_review": "magenta",
    "evidence": "cyan",
}
_SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹"
_BAR = 10
_BAR_COLUMNS = _BAR + 3  # its ends and the mark of the target
_TITLE = 22  # a title narrower than this reads badly
_TITLE_LINES = 3
_MOST = 20  # columns of an observed range or a target
_FALLING = ("source", "bar", "target", "observed")
"""The order in which columns fall away; clause, title and verdict stay."""


def style_of(key: str) -> str:
    """Give the colour that goes with the icon and word of a status."""
    return _STYLES.get(key, "")


class _Line(Struct, frozen=True):
    """One criterion, its cells by column."""

    key: str
    cells: dict[str, str]


def criteria_table(view: ReportView, width: int) -> Iterator[Line]:
    """Give the requirements by clause, then the advisories, then what the signs mean."""
    notes = _Notes(view.language)
    lines = [
        _line(criterion, criterion.code or (clause.label if number == 0 else ""), notes)
        for clause in view.clauses
        for number, criterion in enumerate(clause.criteria)
    ]
    advisories = [_line(criterion, "", notes) for criterion in view.advisories]
    columns = _columns([*lines, *advisories], view.language, width)
    yield ()
    yield _heading(columns, view.language)
    for each in lines:
        yield from _drawn(each, columns)
    if advisories:
        yield ((say(view.language, "terminal.advisories"), "bold"),)
    for each in advisories:
        yield from _drawn(each, columns)
    yield ()
    yield from notes.lines(width, sources="source" in columns)


class _Notes:
    """Footnotes: the flags beside verdicts, numbered as they appear, and the source signs."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._flags: dict[str, str] = {}
        self._sources: dict[str, str] = {}

    def signs(self, criterion: CriterionView) -> str:
        """Give the numbers of a criterion's flags."""
        for flag in criterion.flags:
            self._flags.setdefault(flag.key, flag.word)
        order = list(self._flags)
        numbers = sorted(order.index(flag.key) for flag in criterion.flags)
        return "".join(_SUPERSCRIPTS[n : n + 1] or "*" for n in numbers)

    def source(self, criterion: CriterionView) -> str:
        """Give the sign of how well a criterion's source was verified."""
        mark = criterion.source.confidence
        self._sources.setdefault(mark.icon, mark.word)
        return mark.icon

    def lines(self, width: int, *, sources: bool) -> Iterator[Line]:
        """Tell what the signs mean."""
        flags = [
            f"{_SUPERSCRIPTS[n : n + 1] or '*'} {w}" for n, w in enumerate(self._flags.values())
        ]
        if flags:
            yield from indented(" · ".join(flags), width, "")
        if sources and self._sources:
            told = " · ".join(f"{icon} {word}" for icon, word in self._sources.items())
            start = say(self.language, "terminal.column.source") + ": "
            yield from indented(told, width, start, "  ")


def _line(criterion: CriterionView, clause: str, notes: _Notes) -> _Line:
    mark = criterion.declared
    signs = notes.signs(criterion)
    word = say(notes.language, f"terminal.verdict.{mark.key}")
    return _Line(
        mark.key,
        {
            "clause": clause,
            "title": criterion.title,
            "bar": bar_text(criterion.bar),
            "observed": criterion.observed,
            "target": criterion.target,
            "verdict": f"{mark.icon} {word}" + (f" {signs}" if signs else ""),
            "source": notes.source(criterion),
        },
    )


def bar_text(bar: Bar | None) -> str:
    """Draw a range: certain, possible, and the mark of the target; blank where there is none.

    Certain is drawn no longer than it is, possible no shorter; the mark keeps to the side of the
    range on which the target lies.
    """
    if bar is None:
        return " " * _BAR_COLUMNS
    certain, possible = floor(bar.low * _BAR), ceil(bar.high * _BAR)
    cells = "█" * certain + "░" * (possible - certain) + " " * (_BAR - possible)
    if bar.target is None:
        marked = cells + " "
    else:
        at = _mark(bar, bar.target, certain, possible)
        marked = f"{cells[:at]}┃{cells[at:]}"
    return f"▕{marked}{'…' if bar.open_end else '▏'}"


def _mark(bar: Bar, target: float, certain: int, possible: int) -> int:
    at = round(target * _BAR)
    if bar.low >= target:
        return min(at, certain)
    if bar.high < target:
        return max(at, possible)
    return min(max(at, certain), possible)


def _columns(lines: Sequence[_Line], language: Language, width: int) -> dict[str, int]:
    """Choose the columns that fit, each with its width, in the order of reading."""
    widths = {
        name: widest((*(each.cells[name] for each in lines), _name(name, language)), _MOST)
        for name in ("clause", "observed", "target")
    }
    names = ("clause", "title", "bar", "observed", "target", "verdict", "source")
    widths |= {"bar": _BAR_COLUMNS, "source": 1}
    widths["verdict"] = widest((each.cells["verdict"] for each in lines), width)
    falling = list(_FALLING)
    while _left(widths, width) < _TITLE and falling:
        del widths[falling.pop(0)]
    widths["title"] = max(_left(widths, width), _TITLE)
    return {name: widths[name] for name in names if name in widths}


def _left(widths: dict[str, int], width: int) -> int:
    return width - sum(widths.values()) - len(widths)


def _name(column: str, language: Language) -> str:
    return "" if column in {"bar", "source"} else say(language, f"terminal.column.{column}")


def _heading(columns: dict[str, int], language: Language) -> Line:
    cells = (pad(_name(name, language), width) for name, width in columns.items())
    return ((" ".join(cells).rstrip(), "bold"),)


def _drawn(each: _Line, columns: dict[str, int]) -> Iterator[Line]:
    title = folded(each.cells["title"], columns["title"], _TITLE_LINES)
    parts: list[Part] = []
    for name, width in columns.items():
        words = pad(title[0] if name == "title" else each.cells[name], width)
        styled = name in {"verdict", "bar"}
        parts += [words if not styled else (words, style_of(each.key)), " "]
    yield tuple(parts[:-1])
    for words in title[1:]:
        yield (" " * (columns["clause"] + 1), words)
