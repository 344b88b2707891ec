"""One self-contained HTML file from a report view: no network, no external file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eipcheck.model.criterion import Verdict
from eipcheck.model.text import Language
from eipcheck.reporting.say import say
from eipcheck.reporting.view_types import Party, ReportView

_HATCHES = ("index", *(v.value for v in Verdict))


def render_html(view: ReportView, templates: Path) -> str:
    """Lay a report out as one HTML page.

    Args:
        view: what the report says; all of its text is escaped.
        templates: the folder of templates, with the style and the script they embed.
    """
    style = (templates / "report.css").read_text(encoding="utf-8")
    script = (templates / "report.js").read_text(encoding="utf-8")
    return (
        html_environment(templates, view.language)
        .get_template("report.html.j2")
        .render(
            view=view,
            style=Markup(style),  # noqa: S704 - our own file, no part of the data
            script=Markup(script),  # noqa: S704 - as above
            policy=content_policy(style, script),
            hatches=_HATCHES,
        )
    )


def html_environment(templates: Path, language: Language) -> Environment:
    """Give the template environment: everything escaped, unknown names are errors."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["say"] = partial(say, language)
    environment.filters.update(
        percent=_percent, host=_host, path_url=_path_url, sum_todos=_count_todos
    )
    return environment


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


def _percent(part: float) -> str:
    return f"{part * 100:.4g}%"


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _path_url(path: str) -> str:
    """Give the address of a file beside the page, also of one whose name is no Unicode."""
    return quote(path.encode("utf-8", "surrogateescape"))


def _count_todos(parties: Iterable[Party]) -> int:
    return sum(len(party.todos) for party in parties)
