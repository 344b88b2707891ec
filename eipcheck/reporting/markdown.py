"""The report as Markdown, for pull requests and mail."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from markupsafe import Markup

from eipcheck.reporting.environment import environment, render_own
from eipcheck.reporting.say import say
from eipcheck.reporting.view_compare import ComparedView
from eipcheck.reporting.view_diff import DiffView
from eipcheck.reporting.view_progress import ProgressView
from eipcheck.reporting.view_types import VIEW_VERSION, ReportView

_View = ReportView | DiffView | ComparedView | ProgressView

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*[]|~"} | {"<": "&lt;", ">": "&gt;"})
_AT_START = ("#", "-", "+", "=", ":", "_")


def render_markdown(view: ReportView, templates: Path, own: Path | None = None) -> str:
    """Lay a report out as Markdown.

    Args:
        view: what the report says; all of its text is escaped, so that it shows as written.
        templates: the folder of templates.
        own: a person's own template in place of ours.

    Raises:
        CriteriaError: the own template cannot be used.
    """
    if own is None:
        return _render("report.md.j2", view, templates)
    return _tidy(render_own(own, _context(view), _finalize))


def render_diff(view: DiffView, templates: Path) -> str:
    """Lay out what two criteria sets differ in as Markdown; see ``render_markdown``."""
    return _render("diff.md.j2", view, templates)


def render_compared(view: ComparedView, templates: Path) -> str:
    """Lay out what several sets say of one park as a section of Markdown."""
    return _render("compared.md.j2", view, templates)


def render_progress(view: ProgressView, templates: Path) -> str:
    """Lay out what changed between two assessments of a park; see ``render_markdown``."""
    return _render("progress.md.j2", view, templates)


def _render(template: str, view: _View, templates: Path) -> str:
    text = environment(templates, _finalize).get_template(template).render(_context(view))
    return _tidy(text)


def _context(view: _View) -> dict[str, object]:
    return {
        "view": view,
        "view_version": VIEW_VERSION,
        "say": partial(say, view.language),
        "link": _link,
    }


def escape_markdown(text: str) -> str:
    """Make Markdown and HTML in a text show as they are written."""
    # An ampersand matters only where it could begin an entity.
    escaped = text.replace("&", "&amp;") if ";" in text else text
    escaped = escaped.translate(_MARKS)
    words = escaped.split("_")
    if len(words) > 1:
        escaped = "\\_".join(words)
    if escaped.startswith(_AT_START):
        escaped = "\\" + escaped
    start = len(escaped) - len(escaped.lstrip("0123456789"))
    if start and escaped[start : start + 2].rstrip() in (".", ")"):
        escaped = f"{escaped[:start]}\\{escaped[start:]}"
    return escaped


def _finalize(value: object) -> object:
    return value if isinstance(value, Markup) else escape_markdown(str(value))


def _link(url: str) -> Markup:
    """Give an address for angle brackets; the view lets only clean web addresses through."""
    return Markup(url)  # noqa: S704 - no brackets or spaces in it, see ``is_link``


def _tidy(text: str) -> str:
    """Fold runs of blank lines into one; none between the items of a list."""
    lines: list[str] = []
    for line in (line.rstrip(" ") for line in text.split("\n")):
        if line.startswith("- ") and len(lines) > 1 and not lines[-1] and lines[-2][:2] == "- ":
            lines.pop()
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
