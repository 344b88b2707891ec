"""The library: load criteria, read a workbook, assess it, render a report.

``assess(path)`` does what the command does and gives every assessment as frozen data. The parts
it is made of are public too: ``load_dictionary`` and ``load_set`` read criteria,
``read_workbook`` a park, ``choose_dates`` and ``evaluate`` judge it, ``report_view`` says it in
words, and ``render_html``, ``render_markdown`` and ``assessment_json`` write it down. Each name
is imported when it is first used.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# openpyxl takes lxml, which Word reports bring along, for its parser if it may. What a hostile or
# damaged workbook does was tried with the parser of the standard library, and with no other.
os.environ.setdefault("OPENPYXL_LXML", "False")

if TYPE_CHECKING:
    from eipcheck.criteria.dictionary import load_dictionary
    from eipcheck.criteria.load import load_set
    from eipcheck.evaluation.dates import choose_dates
    from eipcheck.evaluation.evaluate import Options, evaluate
    from eipcheck.model.assessment import Assessment
    from eipcheck.model.problem import EipcheckError, Problem
    from eipcheck.pipeline.assess import Assessed, Request, assess
    from eipcheck.reporting.html import render_html
    from eipcheck.reporting.jsonout import assessment_json
    from eipcheck.reporting.markdown import render_markdown
    from eipcheck.reporting.view import report_view
    from eipcheck.version import __version__
    from eipcheck.workbook.read import read_workbook

_HOMES = {
    "Assessed": "pipeline.assess",
    "Assessment": "model.assessment",
    "EipcheckError": "model.problem",
    "Options": "evaluation.evaluate",
    "Problem": "model.problem",
    "Request": "pipeline.assess",
    "__version__": "version",
    "assess": "pipeline.assess",
    "assessment_json": "reporting.jsonout",
    "choose_dates": "evaluation.dates",
    "evaluate": "evaluation.evaluate",
    "load_dictionary": "criteria.dictionary",
    "load_set": "criteria.load",
    "read_workbook": "workbook.read",
    "render_html": "reporting.html",
    "render_markdown": "reporting.markdown",
    "report_view": "reporting.view",
}

__all__ = [
    "Assessed",
    "Assessment",
    "EipcheckError",
    "Options",
    "Problem",
    "Request",
    "__version__",
    "assess",
    "assessment_json",
    "choose_dates",
    "evaluate",
    "load_dictionary",
    "load_set",
    "read_workbook",
    "render_html",
    "render_markdown",
    "report_view",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home at its first use."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - keeps the start quick

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
