"""What a reader must find on page one of a report, and where each number leads.

Each question, by its id in ``docs/page-one.md``, gives groups of words: all words of a group must
stand close to one another, in any order that the format likes. No group: there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from eipcheck.reporting.view_types import CriterionView, ReportView

Words: TypeAlias = "Iterator[tuple[str, ...]]"
Question: TypeAlias = Callable[[ReportView], Words]


def _cards(view: ReportView) -> tuple[CriterionView, ...]:
    return (*view.requirements, *view.advisories, *view.each)


def outcome(view: ReportView) -> Words:
    yield from ((a.sentence,) for a in view.answers)


def counts(view: ReportView) -> Words:
    for run in (view.declared, view.evidenced):
        yield (run.tally,)
        yield (run.floor,)


def first(view: ReportView) -> Words:
    yield from ((todo.text,) for todo in view.first[:1])


def whom(view: ReportView) -> Words:
    parties = {party.id: party.label for party in view.work}
    yield from ((todo.text, parties[todo.who]) for todo in view.first[:1])


def first_cells(view: ReportView) -> Words:
    yield from ((todo.text, todo.cells) for todo in view.first[:1])


def law_status(view: ReportView) -> Words:
    yield (view.head.law_status,)


def law_now(view: ReportView) -> Words:
    yield (view.law_now,)


def date(view: ReportView) -> Words:
    yield (view.head.date.value,)


def label(view: ReportView) -> Words:
    yield (view.head.label,)


def the_set(view: ReportView) -> Words:
    yield (view.versions[1].value,)


def date_source(view: ReportView) -> Words:
    when = view.head.date
    yield (when.value, when.note)
    yield (when.value, when.cell)


def article(view: ReportView) -> Words:
    yield (view.head.law,)
    yield from ((c.label, card.title) for c in view.clauses for card in c.criteria)


def declared(view: ReportView) -> Words:
    yield from ((card.title, card.declared.word) for card in view.requirements)


def evidenced(view: ReportView) -> Words:
    yield from ((card.title, card.evidenced.word) for card in view.requirements)


def both_runs(view: ReportView) -> Words:
    yield from ((run.label, run.floor) for run in (view.declared, view.evidenced))


def limits(view: ReportView) -> Words:
    yield from ((text,) for text in (*view.warnings, *view.head.stamp_reasons))


def one_language(view: ReportView) -> Words:
    yield (view.head.date.label, view.head.date.value)
    yield from outcome(view)


def coverage(view: ReportView) -> Words:
    yield (view.declared.coverage,)


def bounds(view: ReportView) -> Words:
    for run in (view.declared, view.evidenced):
        yield (run.floor,)
        yield (run.ceiling,)


def readings(view: ReportView) -> Words:
    for card in view.requirements:
        flags = (f.word for f in card.flags if f.key == "depends_on_reading")
        yield from ((card.title, word) for word in flags)


def hashes(view: ReportView) -> Words:
    yield (view.head.sha256,)
    yield (view.versions[1].note.removeprefix("sha256 "),)


def to_cells(view: ReportView) -> Words:
    yield from ((n.label, n.cell) for card in _cards(view) for n in card.numbers)


def to_sources(view: ReportView) -> Words:
    for n in (n for card in _cards(view) for n in card.numbers):
        yield from ((n.label, text) for text in (n.source, n.year))


def to_rows(view: ReportView) -> Words:
    for card in _cards(view):
        if card.rows is not None and not card.rows.in_register:
            yield from ((row.name or row.code, row.cell) for row in card.rows.rows)
    if view.register is not None:
        yield from ((row.name or row.code, row.cell) for row in view.register.rows)


def to_article(view: ReportView) -> Words:
    for card in _cards(view):
        yield (card.source.text, card.source.confidence.word)
        yield from ((url,) for url in card.source.urls)
        yield (card.source.verified,)


def to_place(view: ReportView) -> Words:
    for todo in (todo for party in view.work for todo in party.todos):
        yield (todo.text, todo.cells)
        yield (todo.text, todo.found_in)


def to_documents(view: ReportView) -> Words:
    for card in _cards(view):
        for used in card.evidence:
            yield (used.document, used.state)
            yield (used.document, used.cell)


def to_readings(view: ReportView) -> Words:
    for reading in view.readings:
        yield (reading.question, reading.chosen)
        yield from ((effect,) for effect in reading.effects)


def to_steps(view: ReportView) -> Words:
    yield from ((step.text, step.cells) for card in _cards(view) for step in card.steps)


PAGE_ONE: dict[str, Question] = {
    "D1": outcome,
    "D2": counts,
    "D3": first,
    "D4": whom,
    "D5": law_status,
    "D6": law_now,
    "D7": date,
    "D8": label,
    "B1": the_set,
    "B2": date_source,
    "B3": article,
    "B4": declared,
    "B5": evidenced,
    "B6": both_runs,
    "B7": first_cells,
    "B8": limits,
    "C1": one_language,
    "C2": coverage,
    "C3": bounds,
    "C4": readings,
    "C5": hashes,
}
LEADS: dict[str, Question] = {
    "N1": to_steps,
    "N2": to_cells,
    "N3": to_sources,
    "N4": to_rows,
    "N5": to_article,
    "N6": to_documents,
    "N7": to_place,
    "N8": to_readings,
}
