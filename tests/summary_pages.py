"""The page of many parks as one text."""

from __future__ import annotations

from eipcheck.reporting.summary_html import render_summary
from eipcheck.reporting.summary_types import SummaryView
from eipcheck.resources import data_folder


def summary_page(*views: SummaryView) -> str:
    """Lay the summary out, in one language or two."""
    return "".join(render_summary(views[0], data_folder("templates"), *views[1:]))
