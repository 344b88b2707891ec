"""The pages that are opened in a browser, and what must stand in them.

``made-*`` is the assessment made by hand, in which most things occur; ``park-*`` is the synthetic
park under Decree 35/2022, whose register has 121 rows; ``many-*`` is that park under a set of
nearly 50 requirements; ``summary-*`` is the summary of a batch of made and park, with a file that
could not be assessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from example_assessments import CRITERIA, assessed
from report_dictionary import dictionary as made_dictionary
from reporting_helper import assessment as made_assessment
from summary_pages import summary_page

from eipcheck.criteria.dictionary import extend_dictionary, load_dictionary
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem
from eipcheck.model.text import Language
from eipcheck.reporting.html import render_html
from eipcheck.reporting.summary import failure, summary_entry, summary_view
from eipcheck.reporting.view import report_view
from eipcheck.reporting.view_types import CriterionView, ReportView, Todo
from eipcheck.resources import data_folder

if TYPE_CHECKING:
    from playwright.sync_api import Page

Scheme: TypeAlias = Literal["light", "dark"]
Open: TypeAlias = "Callable[..., Page]"
"""Opens a page by its name; see the fixture."""

ROOT = Path(__file__).resolve().parents[1]
PARK = ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx"
SETS = {"park": "vn-35-2022", "many": "eip-framework-1.0"}
LANGUAGES_OF: dict[str, tuple[Language, ...]] = {
    "vi": ("vi",),
    "en": ("en",),
    "both": ("vi", "en"),
}


@cache
def views_of(name: str) -> tuple[ReportView, ...]:
    """Give the views of a page: ``made``, ``park`` or ``many``, then ``vi``, ``en`` or ``both``."""
    source, spoken = name.split("-")
    if source == "made":
        done, fields = made_assessment(), made_dictionary()
    else:
        folder = CRITERIA / SETS[source]
        done = assessed(PARK, folder)
        fields = extend_dictionary(load_dictionary(CRITERIA / "fields.yaml"), folder)
    return tuple(report_view(done, fields, language) for language in LANGUAGES_OF[spoken])


def html_of(name: str) -> str:
    """Render a page."""
    if name.startswith("summary-"):
        return _summary(LANGUAGES_OF[name.removeprefix("summary-")][0])
    first, *others = views_of(name)
    return render_html(first, data_folder("templates"), others[0] if others else None)


def _summary(language: Language) -> str:
    """Render the summary of a batch."""
    parks = [
        summary_entry(view, f"{name}.xlsx", f"{name}.html")
        for name in ("made", "park")
        for view in views_of(f"{name}-{language}")
    ]
    failed = failure("bad.xlsx", [Problem("O105", FilePlace("bad.xlsx"))], language, full=True)
    return summary_page(summary_view(parks, [failed], language))


def said_by(view: ReportView) -> Iterator[str]:
    """Give every title, verdict, figure, sentence and cell that a reader must find."""
    head = view.head
    yield from (head.park, head.place, head.label, head.law, head.law_status, head.file)
    for date in head.dates:
        yield from (date.label, date.value, date.note, date.cell)
    yield from (answer.sentence for answer in view.answers)
    for run in (view.declared, view.evidenced):
        yield from (run.floor, run.ceiling, *(t.text for t in run.tallies))
    yield view.declared.coverage
    yield from view.warnings
    for todo in (t for party in view.work for t in party.todos):
        yield from (*_of_todo(todo), *todo.names)
    for card in (*view.requirements, *view.advisories, *view.each):
        yield from _of_card(card)
    if view.register is not None:
        yield from (*view.register.cited, *(title for _, title in view.register.columns))
        for row in view.register.rows:
            yield from (row.name, row.code, row.cell, *(m.word for m in row.marks), *row.whys)
    for problem in view.problems:
        yield from (problem.place, problem.what, problem.why, problem.fix, problem.code)
    for check in view.evidence:
        yield from (check.title, check.expected, check.mark.word)
        yield from (text for d in check.documents for text in (d.document, d.state, d.cell))
    for goal in view.goals:
        yield from (goal.title, *goal.targets, *goal.criteria, goal.met)
    yield from view.method
    yield from (text for v in view.versions for text in (v.label, v.value, v.note))
    yield from (view.disclaimer, view.number_format)


def _of_todo(todo: Todo) -> tuple[str, ...]:
    return (todo.text, todo.detail, todo.cells, todo.found_in)


def _of_card(card: CriterionView) -> Iterator[str]:
    yield from (card.title, card.requirement, card.declared.word, card.evidenced.word)
    yield from (card.observed, card.observed_counts, card.target, card.gap, card.gap_evidenced)
    yield from (card.computed, card.remedy, card.decision, card.benchmark, card.evidence_expected)
    yield from (text for todo in card.todos for text in _of_todo(todo))
    yield from (text for step in card.steps for text in (step.text, step.cells))
    yield from (text for n in card.numbers for text in (n.label, n.value, n.raw, n.cell))
    yield from (text for e in card.evidence for text in (e.document, e.state, e.cell))
    yield from (text for r in card.readings for text in (r.question, r.chosen, *r.effects))
    yield from (card.source.text, card.source.confidence_sentence, *card.source.urls)
    if card.rows is not None:
        yield from (card.rows.complete, *(t.text for t in card.rows.tallies))
    if card.rows is not None and not card.rows.in_register:
        for row in card.rows.rows:
            yield from (row.name, row.mark.word, *row.why, row.cell)
