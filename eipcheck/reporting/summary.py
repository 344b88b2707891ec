"""Many parks side by side: what the summary of a batch says, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

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
_MISSED = ("not_met", "partly_met")
_UNDECIDED = ("undetermined", "needs_review")
_SHORT = 12
"""Digits of a sha256 that are shown."""


class SummaryRow(Struct, frozen=True, kw_only=True):
    """One park: its outcomes, the gravest verdict of each clause, and its index.

    ``outcomes`` are (question, declared, evidenced); ``report`` is the relative address of its
    report, ``day`` the date as 2020-11-20. ``note`` says why the row is left out of all counts.
    """

    file: str
    report: str
    park: str
    place: str
    date: str
    day: str
    law_status: str
    outcomes: tuple[tuple[str, Mark, Mark], ...]
    clauses: tuple[Mark, ...]
    floor: str
    ceiling: str
    coverage: str
    problems: int
    note: str = ""


class Open(Struct, frozen=True):
    """A requirement that a park does not meet as declared, or that is not decided.

    ``who`` are the parties to ask for what decides it.
    """

    clause: str
    title: str
    is_missed: bool
    who: tuple[str, ...]


class CommonGap(Struct, frozen=True):
    """A requirement, how many parks miss it, for how many it is open, and whom to ask."""

    clause: str
    title: str
    missed: int
    undecided: int
    who: str


class SummaryTable(Struct, frozen=True, kw_only=True):
    """All parks judged alike: by one set in one version, by the same readings, of like data.

    ``clauses`` are (label, title), in the order of the text, ``gaps`` the requirements that most
    parks miss first. ``counted`` says how many of the rows are counted in ``gaps``.
    """

    law: str
    edition: str
    limits: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]
    rows: tuple[SummaryRow, ...]
    gaps: tuple[CommonGap, ...]
    counted: str


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
    """A row on its way into the table of those judged alike, which is known by ``key``."""

    key: tuple[str, ...]
    law: str
    edition: str
    clauses: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    row: SummaryRow
    open: tuple[Open, ...]


def summary_entry(view: ReportView, file: str, report: str) -> Entry:
    """Take from a report what its row of the summary says."""
    clauses = tuple((c.label, c.title) for c in view.clauses)
    row = SummaryRow(
        file=clean(file),
        report=report,
        park=view.head.title,
        place=view.head.place,
        date=view.head.date.value,
        day=view.dossier.iso_day,
        law_status=view.head.law_status,
        outcomes=tuple((a.title, a.declared, a.evidenced) for a in view.answers),
        clauses=tuple(_gravest(c) for c in view.clauses),
        floor=view.declared.floor,
        ceiling=view.declared.ceiling,
        coverage=view.declared.coverage,
        problems=len(view.problems),
    )
    limits = tuple(_sentence(t) for t in (view.head.stamp, view.force_sentence) if t)
    used = next(v for v in view.versions if v.note and v.note != f"sha256 {view.head.sha256}")
    chosen = [f"{r.id}: {r.chosen}" for r in view.readings if not r.is_default]
    edition = " · ".join((used.value, used.note[: len("sha256 ") + _SHORT], *chosen))
    labels = [label for label, _ in clauses]
    return Entry(
        key=(view.head.law, used.value, used.note, *chosen, view.head.label, *labels),
        law=view.head.law,
        edition=" · ".join(filter(None, (edition, view.head.label))),
        clauses=clauses,
        limits=limits,
        row=row,
        open=tuple(_open(view)),
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
    return next(marks[key] for key in _GRAVITY if key in marks)


def summary_view(
    entries: Iterable[Entry], failures: Iterable[Failure], language: Language
) -> SummaryView:
    """Put the rows into one table for all judged alike, in the order in which they came."""
    tables: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        tables.setdefault(entry.key, []).append(entry)
    failed = tuple(failures)
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
    notes = [_note(entry.row, group, language) for entry in group]
    counted = [entry for entry, note in zip(group, notes, strict=True) if not note]
    return SummaryTable(
        law=group[0].law,
        edition=group[0].edition,
        limits=tuple(dict.fromkeys(limit for e in group for limit in e.limits)),
        clauses=group[0].clauses,
        rows=tuple(replace(e.row, note=note) for e, note in zip(group, notes, strict=True)),
        gaps=tuple(_gaps(counted)),
        counted=say(language, "summary.counted", n=len(counted), of=len(group)),
    )


def _note(row: SummaryRow, group: Iterable[Entry], language: Language) -> str:
    """Say why a row is not counted: two workbooks of one day, or an earlier one, of a park."""
    same = [e.row for e in group if _name(e.row) == _name(row) and e.row is not row]
    twins = [other.file for other in same if other.day == row.day]
    if twins:
        return say(language, "summary.twins", files="; ".join(twins))
    if any(other.day > row.day for other in same):
        return say(language, "summary.earlier")
    return ""


def _name(row: SummaryRow) -> str:
    return " ".join(row.park.casefold().split())


def _gaps(counted: Iterable[Entry]) -> Iterator[CommonGap]:
    """Count each requirement that a park misses or leaves open, the commonest first."""
    found: dict[tuple[str, str], list[Open]] = {}
    for entry in counted:
        for one in entry.open:
            found.setdefault((one.clause, one.title), []).append(one)
    gaps = [
        CommonGap(
            clause,
            title,
            missed := sum(one.is_missed for one in opens),
            len(opens) - missed,
            "; ".join(dict.fromkeys(who for one in opens for who in one.who)),
        )
        for (clause, title), opens in found.items()
    ]
    yield from sorted(gaps, key=lambda gap: (-gap.missed, -gap.undecided))
