"""Many parks side by side: what the summary of a batch says, ready to print."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from eipcheck.model.problem import Problem
from eipcheck.model.text import Language
from eipcheck.reporting.say import problem_words, say
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_types import ClauseView, ReportView
from eipcheck.reporting.view_words import clean, place_text

_GRAVITY = (
    *("not_met", "partly_met", "undetermined", "needs_review", "met"),
    *("reported", "not_applicable"),
)
"""Verdicts, the one that decides a clause first."""


class SummaryRow(Struct, frozen=True, kw_only=True):
    """One park: its outcomes, the gravest verdict of each clause, and its index.

    ``outcomes`` are (question, declared, evidenced); ``report`` is the relative address of its
    report.
    """

    file: str
    report: str
    park: str
    date: str
    law_status: str
    outcomes: tuple[tuple[str, Mark, Mark], ...]
    clauses: tuple[Mark, ...]
    floor: str
    ceiling: str
    coverage: str
    problems: int


class SummaryTable(Struct, frozen=True, kw_only=True):
    """All parks assessed by one set. ``clauses`` are (label, title), in the order of the text."""

    law: str
    limits: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]
    rows: tuple[SummaryRow, ...]


class Failure(Struct, frozen=True):
    """A workbook that could not be assessed, or a result that could not be written."""

    file: str
    lines: tuple[str, ...]


def failure(file: str, problems: Iterable[Problem], language: Language) -> Failure:
    """Tell why a workbook has no result; without problems, by a fault of the program."""
    lines = []
    for problem in problems:
        words = " ".join(part for part in problem_words(problem, language) if part)
        lines.append(clean(f"{problem.code} {place_text(problem.place)}: {words}"))
    return Failure(clean(file), tuple(lines) or (say(language, "summary.bug"),))


class SummaryView(Struct, frozen=True, kw_only=True):
    """A batch: tables by criteria set, then what failed."""

    language: Language
    title: str
    counts: str
    tables: tuple[SummaryTable, ...]
    failures: tuple[Failure, ...]
    disclaimer: str


class Entry(Struct, frozen=True):
    """A row on its way into the table of its criteria set, known by ``key``."""

    key: tuple[str, tuple[str, ...]]
    clauses: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    row: SummaryRow


def summary_entry(view: ReportView, file: str, report: str) -> Entry:
    """Take from a report what its row of the summary says."""
    clauses = tuple((c.label, c.title) for c in view.clauses)
    row = SummaryRow(
        file=clean(file),
        report=report,
        park=view.head.title,
        date=view.head.date.value,
        law_status=view.head.law_status,
        outcomes=tuple((a.title, a.declared, a.evidenced) for a in view.answers),
        clauses=tuple(_gravest(c) for c in view.clauses),
        floor=view.declared.floor,
        ceiling=view.declared.ceiling,
        coverage=view.declared.coverage,
        problems=len(view.problems),
    )
    limits = tuple(_sentence(t) for t in (view.head.stamp, view.force_sentence) if t)
    return Entry((view.head.law, tuple(label for label, _ in clauses)), clauses, limits, row)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _gravest(clause: ClauseView) -> Mark:
    marks = {c.declared.key: c.declared for c in clause.criteria}
    return next(marks[key] for key in _GRAVITY if key in marks)


def summary_view(
    entries: Iterable[Entry], failures: Iterable[Failure], language: Language
) -> SummaryView:
    """Put the rows into one table for each criteria set, in the order in which they came."""
    tables: dict[tuple[str, tuple[str, ...]], list[Entry]] = {}
    for entry in entries:
        tables.setdefault(entry.key, []).append(entry)
    failed = tuple(failures)
    done = len({e.row.file for group in tables.values() for e in group})
    return SummaryView(
        language=language,
        title=say(language, "summary.title"),
        counts=say(language, "summary.counts", done=done, failed=len(failed)),
        tables=tuple(
            SummaryTable(
                law=law,
                limits=tuple(dict.fromkeys(limit for e in group for limit in e.limits)),
                clauses=group[0].clauses,
                rows=tuple(e.row for e in group),
            )
            for (law, _), group in tables.items()
        ),
        failures=failed,
        disclaimer=say(language, "disclaimer"),
    )
