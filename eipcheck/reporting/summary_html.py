"""The summary of a batch as one self-contained HTML page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from markupsafe import Markup

from eipcheck.reporting.environment import environment
from eipcheck.reporting.html import content_policy
from eipcheck.reporting.say import say
from eipcheck.reporting.summary import GRAVITY, OUTCOMES
from eipcheck.reporting.summary_types import SummaryView


def render_summary(view: SummaryView, templates: Path) -> str:
    """Lay the summary out as one HTML page.

    Args:
        view: what the summary says; all of its text is escaped.
        templates: the folder of templates, with the styles they embed.
    """
    style = "\n".join(
        (templates / name).read_text(encoding="utf-8") for name in ("report.css", "summary.css")
    )
    script = (templates / "report.js").read_text(encoding="utf-8")
    return (
        environment(templates)
        .get_template("summary.html.j2")
        .render(
            view=view,
            ranks={key: rank for keys in (GRAVITY, OUTCOMES) for rank, key in enumerate(keys)},
            say=partial(say, view.language),
            style=Markup(style),  # noqa: S704 - our own files, no part of the data
            script=Markup(script),  # noqa: S704 - as above
            policy=content_policy(style, script),
        )
    )
