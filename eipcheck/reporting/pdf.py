"""The report as a PDF, by typst: an extra that needs nothing of the system, its fonts included."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import ReportView

_LABELS = (
    *("run.declared", "run.evidenced", "page.no_question", "page.work", "page.nothing_to_do"),
    "page.first",
    *("page.requirements", "page.requirement", "page.observed", "page.target", "page.todo"),
    *("page.computed", "page.field", "page.value", "page.year", "page.from", "page.cell"),
    *("page.name", "page.counts_as", "page.because", "page.evidence", "page.source"),
    *("page.advisories", "page.problems", "page.checklist", "page.expected_head"),
    *("page.in_hand", "page.readings", "page.readings_are", "page.goals", "page.goals_are"),
    *("page.goal", "page.targets", "page.contributed_by", "page.method", "page.register"),
)
"""The words that the template itself prints."""


def render_pdf(view: ReportView, templates: Path) -> bytes:
    """Lay a report out on A4 pages.

    Args:
        view: what the report says; it reaches the template as data, never as markup.
        templates: the folder of templates.

    Raises:
        OutputError: the extra that makes PDF files is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and large
    except ImportError as error:
        raise OutputError((Problem("O130", FilePlace("pdf")),)) from error
    tell = partial(say, view.language)
    told = msgspec.to_builtins(view, enc_hook=list)
    data = {"view": told, "labels": {key: tell(key) for key in _LABELS}}
    made: bytes = typst.compile(
        str(templates / "report.typ"),
        sys_inputs={"data": msgspec.json.encode(data).decode("utf-8")},
        ignore_system_fonts=True,
    )
    return made
