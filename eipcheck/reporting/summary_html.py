"""The summary of a batch as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from eipcheck.reporting.environment import environment
from eipcheck.reporting.html import content_policy
from eipcheck.reporting.say import say
from eipcheck.reporting.summary import GRAVITY, OUTCOMES
from eipcheck.reporting.summary_types import SummaryView


class Edition(Struct, frozen=True):
    """The summary in one language of a page, who speaks, and what its ids begin with."""

    view: SummaryView
    say: Callable[..., str]
    prefix: str


_PIECES = 4096
"""Pieces of a page that are given together: a row of a table is some sixty."""


def render_summary(
    view: SummaryView, templates: Path, other: SummaryView | None = None
) -> Iterator[str]:
    """Lay the summary out as one HTML page, given part by part: of many parks it is large.

    Args:
        view: what the summary says; all of its text is escaped.
        templates: the folder of templates, with the styles they embed.
        other: the same summary in a second language, which follows it.
    """
    style = "\n".join(
        (templates / name).read_text(encoding="utf-8") for name in ("report.css", "summary.css")
    )
    script = (templates / "report.js").read_text(encoding="utf-8")
    views = (view,) if other is None else (view, other)
    parts = (
        environment(templates)
        .get_template("summary.html.j2")
        .stream(
            view=view,
            editions=tuple(
                Edition(v, partial(say, v.language), f"{v.language}-" if other else "")
                for v in views
            ),
            ranks={key: rank for keys in (GRAVITY, OUTCOMES) for rank, key in enumerate(keys)},
            style=Markup(style),  # noqa: S704 - our own files, no part of the data
            script=Markup(script),  # noqa: S704 - as above
            policy=content_policy(style, script),
        )
    )
    parts.enable_buffering(_PIECES)
    return iter(parts)
