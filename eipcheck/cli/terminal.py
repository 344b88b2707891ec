"""The report as the terminal shows it: the outcome, what to do, then the proof."""

from __future__ import annotations

from collections.abc import Iterator

from eipcheck.cli.console import problem_view_lines
from eipcheck.cli.each import each_table
from eipcheck.cli.lines import Line, Part, apart, cut, folded, indented, pad, widest
from eipcheck.cli.table import criteria_table, style_of
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import Answered, ReportView, Todo

_CELLS_WIDTH = 24
_TODO_LINES = 2
_READING = 44
_READINGS = 4
_TODOS = 8
"""Lines of work shown for one party; the other formats hold all."""
_PROBLEMS = 10
_DIGEST = 8
_SETTLED = {"met", "not_applicable"}


def draw(view: ReportView, width: int) -> Iterator[Line]:
    """Give the lines of a report, none wider than ``width`` columns."""
    yield from _head(view, width)
    yield from _outcome(view, width)
    yield from _work(view, width)
    yield from criteria_table(view, width)
    yield from each_table(view, width)
    yield from _readings(view, width)
    yield from _problems(view, width)
    yield ()
    yield from indented(view.disclaimer, width, "")


def _head(view: ReportView, width: int) -> Iterator[Line]:
    head = view.head
    if head.stamp:
        reasons = f" ({'; '.join(head.stamp_reasons)})" if head.stamp_reasons else ""
        yield ((cut(head.stamp + reasons, width), "bold red"),)
    title = f"{head.title} ({head.label})" if head.label else head.title
    together = apart([(title, "bold")], head.law, width)
    if together is not None:
        yield together
    else:
        yield from indented(title, width, "", style="bold")
        yield from indented(head.law, width, "")
    facts = [_date(named.label, named.value, named.cell or named.note) for named in head.dates]
    facts += [head.file, f"sha256 {head.sha256[:_DIGEST]}…"]
    yield from indented(" · ".join(facts), width, "", style="dim")
    for text in (head.law_status, *view.warnings):
        yield from indented(text, width, "! ", style="")


def _date(label: str, value: str, note: str) -> str:
    return f"{label} {value} ({note})" if note else f"{label} {value}"


def _outcome(view: ReportView, width: int) -> Iterator[Line]:
    for answer in view.answers:
        yield ()
        yield from _answer(view, answer, width)
    if not view.answers and view.declared.tally:
        yield ()
        for run in (view.declared, view.evidenced):
            yield from indented(f"{run.label}: {run.tally}", width, "")
    if view.law_now:
        yield from indented(view.law_now, width, "  ")
    yield from indented(view.declared.index, width, "  ")


def _answer(view: ReportView, answer: Answered, width: int) -> Iterator[Line]:
    mark = answer.declared
    status = f"{mark.icon} {mark.word.upper()}"
    labels = widest((f"{run.label}:" for run in (view.declared, view.evidenced)), width)
    tallies = (answer.tally_declared, answer.tally_evidenced)
    for number, run in enumerate((view.declared, view.evidenced)):
        start = f"{status}   " if number == 0 else " " * (len(status) + 3)
        words = f"{pad(run.label + ':', labels)} {tallies[number]}"
        first, *others = indented(words, width, start)
        yield ((start, f"bold {style_of(mark.key)}"), *first[1:])
        yield from others
    yield from indented(answer.sentence, width, "  ")
    if answer.with_waivers:
        yield from indented(answer.with_waivers, width, "  ")


def _work(view: ReportView, width: int) -> Iterator[Line]:
    if not view.work:
        return
    yield ()
    yield ((say(view.language, "terminal.work"), "bold"),)
    for party in view.work:
        yield ("  ", (cut(party.label, width - 2), "bold"))
        for todo in party.todos[:_TODOS]:
            yield from _todo(todo, width)
        if len(party.todos) > _TODOS:
            more = say(view.language, "terminal.more", n=len(party.todos) - _TODOS)
            yield from indented(more, width, "    ", style="dim")


def _todo(todo: Todo, width: int) -> Iterator[Line]:
    text = f"{todo.text} ({todo.detail.rstrip('.')})" if todo.detail else todo.text
    cells = cut(todo.cells, _CELLS_WIDTH)
    first, *others = folded(text, width - _CELLS_WIDTH - 8, _TODO_LINES)
    opening: list[Part] = ["    ", (f"{todo.mark.icon} ", style_of(todo.mark.key)), first]
    yield (apart(opening, cells, width) if cells else None) or tuple(opening)
    for words in others:
        yield ("      ", words)


def _readings(view: ReportView, width: int) -> Iterator[Line]:
    """Name the readings that matter to this park: chosen otherwise, or changing a verdict."""
    telling = [r for r in view.readings if not r.is_default]
    telling += [r for r in view.readings if r.is_default and r.effects]
    shown = [f"{r.id} {cut(r.chosen, _READING)}" for r in telling[:_READINGS]]
    others = len(view.readings) - len(shown)
    if others:
        key = "terminal.other_readings" if shown else "terminal.default_readings"
        shown.append(say(view.language, key, n=others))
    if shown:
        start = say(view.language, "terminal.readings") + " "
        yield from indented(" · ".join(shown), width, start, "  ")
    telling_ids = [c.id for c in view.requirements if c.declared.key not in _SETTLED]
    for criterion in telling_ids[:1]:
        facts = {"criterion": criterion, "file": view.head.file}
        yield from indented(say(view.language, "terminal.explain", **facts), width, "")


def _problems(view: ReportView, width: int) -> Iterator[Line]:
    if not view.problems:
        return
    yield ()
    heading = say(view.language, "terminal.problems", n=len(view.problems))
    yield ((heading, "bold"),)
    for problem in view.problems[:_PROBLEMS]:
        first, *others = problem_view_lines(problem, view.head.file)
        yield ((cut(first, width), "bold"),)
        for text in others:
            yield from indented(text.strip(), width, "      ")
    if len(view.problems) > _PROBLEMS:
        more = say(view.language, "terminal.more", n=len(view.problems) - _PROBLEMS)
        yield from indented(more, width, "      ", style="dim")
