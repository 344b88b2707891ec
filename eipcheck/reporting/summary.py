"""Many parks side by side: what the summary of a batch says, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from msgspec.structs import replace

from eipcheck.model.criterion import Verdict
from eipcheck.model.place import Cell, Place, SheetPlace
from eipcheck.model.problem import Problem
from eipcheck.model.text import Language
from eipcheck.reporting.codes import code_words
from eipcheck.reporting.say import problem_words, say
from eipcheck.reporting.summary_counts import gaps, lacks, placed, provinces, told_twins, trends
from eipcheck.reporting.summary_known import Known
from eipcheck.reporting.summary_savings import totals
from eipcheck.reporting.summary_types import (
    Entry,
    Failure,
    Open,
    SummaryRow,
    SummaryTable,
    SummaryView,
)
from eipcheck.reporting.view_parts import Mark
from eipcheck.reporting.view_types import ClauseView, ReportView
from eipcheck.reporting.view_words import clean, place_text, verdict_mark

_T = TypeVar("_T")

GRAVITY = (
    *("not_met", "partly_met", "undetermined", "needs_review", "met"),
    *("reported", "not_applicable"),
)
"""Verdicts, the one that decides a clause first."""
OUTCOMES = ("does_not_meet", "cannot_tell", "meets")
"""Outcomes in the order in which a column of them is sorted."""
_MISSED = ("not_met", "partly_met")
_UNDECIDED = ("undetermined", "needs_review")
_SHORT = 12
"""Digits of a sha256 that are shown."""


def failure(file: str, problems: Iterable[Problem], language: Language, *, full: bool) -> Failure:
    """Tell why a workbook has no result; without problems, by a fault of the program.

    Problems quote cells and paths, which is left out unless ``full`` is asked for.
    """
    told = _quoted if full else _unquoted
    lines = dict.fromkeys(clean(told(problem, language)) for problem in problems)
    return Failure(clean(file), tuple(lines) or (say(language, "summary.bug"),))


def _quoted(problem: Problem, language: Language) -> str:
    return _line(problem.code, problem.place, problem_words(problem, language))


def _unquoted(problem: Problem, language: Language) -> str:
    place = problem.place if isinstance(problem.place, Cell | SheetPlace) else None
    words = code_words(problem.code, language)
    assert words is not None
    return _line(problem.code, place, (words.what, words.why, words.fix))


def _line(code: str, place: Place | None, words: Iterable[str]) -> str:
    where = code if place is None else f"{code} {place_text(place)}"
    return f"{where}: {' '.join(part for part in words if part)}"


def summary_entry(view: ReportView, file: str, report: str, known: Known | None = None) -> Entry:
    """Take from a report what its row of the summary says.

    Args:
        view: the report.
        file: the name of the workbook.
        report: the relative address of the report.
        known: what its assessment tells beside it; without it the park is known by the name
            that the report shows, and nothing is said of what is missing.
    """
    clauses = tuple((c.label, c.title) for c in view.clauses)
    row = SummaryRow(
        file=clean(file),
        report=report,
        park=view.head.park,
        name=known.name if known else view.head.park,
        place=view.head.place,
        date=view.head.date.value,
        day=view.dossier.iso_day,
        law_status=view.head.law_status,
        outcomes=tuple((a.title, a.declared, a.evidenced) for a in view.answers),
        clauses=tuple(_gravest(c) for c in view.clauses),
        floor=view.declared.floor,
        ceiling=view.declared.ceiling,
        coverage=view.declared.coverage,
        bar=view.declared.bar,
        coverage_bar=view.declared.coverage_bar,
        problems=None if known and known.is_public else len(view.problems),
    )
    head = view.head
    limits = (*(_sentence(t) for t in (head.stamp, view.force_sentence) if t), *view.warnings)
    used = next(v for v in view.versions if v.note and v.note != f"sha256 {head.sha256}")
    edition = (used.value, used.note[: len("sha256 ") + _SHORT], head.label, *head.stamp_reasons)
    chosen = tuple(f"{r.id}: {r.chosen}" for r in view.readings if not r.is_default)
    labels = (label for label, _ in clauses)
    data = (head.label, head.stamp, *head.stamp_reasons)
    return Entry(
        language=view.language,
        key=(head.law, used.value, used.note, *chosen, *data, *labels),
        law=head.law,
        edition=" · ".join(filter(None, edition)),
        readings=chosen,
        clauses=clauses,
        limits=limits,
        row=row,
        open=tuple(_open(view)),
        lacks=known.lacks if known else (),
        savings=known.savings if known else None,
    )


def shared(entry: Entry, seen: dict[Any, Any]) -> Entry:
    """Give the row with the words that it shares with others held once: parks say much alike.

    Args:
        entry: the row.
        seen: what earlier rows hold; gains what is new.
    """

    def one(value: _T) -> _T:
        kept: _T = seen.setdefault(value, value)
        return kept

    row = entry.row
    return replace(
        entry,
        key=one(entry.key),
        law=one(entry.law),
        edition=one(entry.edition),
        readings=one(entry.readings),
        clauses=one(entry.clauses),
        limits=one(entry.limits),
        row=replace(row, outcomes=one(row.outcomes), clauses=one(tuple(map(one, row.clauses)))),
        open=one(tuple(map(one, entry.open))),
        lacks=one(tuple(map(one, entry.lacks))),
    )


def _open(view: ReportView) -> Iterator[Open]:
    for clause in view.clauses:
        for card in clause.criteria:
            if card.declared.key in _UNDECIDED or card.declared.key in _MISSED:
                who = dict.fromkeys(todo.party for todo in card.todos if todo.party)
                label = card.code or clause.label
                yield Open(label, card.title, card.declared.key in _MISSED, tuple(who))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _gravest(clause: ClauseView) -> Mark:
    marks = {c.declared.key: c.declared for c in clause.criteria}
    return next(marks[key] for key in GRAVITY if key in marks)


def summary_view(
    entries: Iterable[Entry],
    failures: Iterable[Failure],
    language: Language,
    done: int | None = None,
) -> SummaryView:
    """Put the rows of a language into one table for all judged alike, in the order they came.

    Args:
        entries: the rows, in whatever languages.
        failures: what could not be assessed.
        language: of the summary.
        done: how many workbooks were assessed; None where each has a file name of its own.
    """
    tables: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if entry.language == language:
            tables.setdefault(entry.key, []).append(entry)
    failed = tuple(failures)
    if done is None:
        done = len({e.row.file for group in tables.values() for e in group})
    return SummaryView(
        language=language,
        title=say(language, "summary.title"),
        counts=say(language, "summary.counts", done=done, failed=len(failed)),
        tables=tuple(_table(group, language) for group in tables.values()),
        failures=failed,
        disclaimer=say(language, "disclaimer"),
    )


def _table(group: list[Entry], language: Language) -> SummaryTable:
    first = group[0]
    questions = tuple(dict.fromkeys(q for entry in group for q, _, _ in entry.row.outcomes))
    rows = placed((_asked(entry.row, questions, language) for entry in group), language)
    counted = [entry for entry, row in zip(group, rows, strict=True) if not row.note]
    row_provinces, shown = provinces(rows, language)
    saved, savings_notes = totals(((e.row.park, e.savings) for e in counted), language)
    return SummaryTable(
        law=first.law,
        edition=first.edition,
        readings=first.readings,
        limits=tuple(dict.fromkeys(limit for e in group for limit in e.limits)),
        clauses=first.clauses,
        questions=questions,
        rows=rows,
        row_provinces=row_provinces,
        provinces=shown,
        gaps=gaps(counted),
        lacks=lacks(counted),
        counted=say(language, "summary.counted", n=len(counted), of=len(group)),
        twins=told_twins(rows, language),
        trends=trends(rows),
        savings=saved,
        savings_notes=savings_notes,
    )


def _asked(row: SummaryRow, questions: tuple[str, ...], language: Language) -> SummaryRow:
    """Give a row an outcome for each question; one that its park is not asked does not apply."""
    if len(row.outcomes) == len(questions):
        return row
    none = verdict_mark(Verdict.NOT_APPLICABLE, language)
    given = {question: (question, *marks) for question, *marks in row.outcomes}
    outcomes = tuple(given.get(question, (question, none, none)) for question in questions)
    return replace(row, outcomes=outcomes)
