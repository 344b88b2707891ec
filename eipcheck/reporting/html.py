"""One self-contained HTML file from a report view: no network, no external file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from eipcheck.model.criterion import Verdict
from eipcheck.reporting.environment import environment, render_own
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import VIEW_VERSION, ReportView

_HATCHES = ("index", "coverage", *(v.value for v in Verdict))


class Edition(Struct, frozen=True):
    """A report in one language of a page: what it says, who speaks, and what its ids begin with."""

    view: ReportView
    say: Callable[..., str]
    prefix: str


def render_html(
    view: ReportView, templates: Path, other: ReportView | None = None, own: Path | None = None
) -> str:
    """Lay a report out as one HTML page.

    Args:
        view: what the report says; all of its text is escaped.
        templates: the folder of templates, with the style and the script they embed.
        other: the same report in a second language, to stand beside it.
        own: a person's own template in place of ours.

    Raises:
        CriteriaError: the own template cannot be used.
    """
    style, script = _text(templates / "report.css"), _text(templates / "report.js")
    views = (view,) if other is None else (view, other)
    context = {
        "view": view,
        "view_version": VIEW_VERSION,
        "other": other,
        "editions": tuple(
            Edition(v, partial(say, v.language), f"{v.language}-" if other else "") for v in views
        ),
        "say": partial(say, view.language),
        "style": Markup(style),  # noqa: S704 - our own file, no part of the data
        "script": Markup(script),  # noqa: S704 - as above
        "policy": content_policy(style, script),
        "hatches": _HATCHES,
    }
    if own is not None:
        return render_own(own, context)
    return environment(templates).get_template("report.html.j2").render(context)


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def content_policy(style: str, script: str = "") -> str:
    """Forbid all but the embedded style and script, which are named by their hashes."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
