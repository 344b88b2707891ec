"""The formats of a report: what a file of each holds, and who renders it."""

# ruff: noqa: PLC0415 - each format brings a library that the others do without

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.text import Language
from eipcheck.reporting.view_types import ReportView
from eipcheck.resources import data_folder

ANNOTATED = "annotated"
HTML, JSON, MARKDOWN = "html", "json", "md"
FORMATS = (HTML, "docx", "pdf", "xlsx", MARKDOWN, JSON, ANNOTATED)
TEXTS = (HTML, JSON, MARKDOWN)
"""Formats of text: several of one format can follow each other on the standard output."""

_TEMPLATE_ENDS = {".docx": "docx", ".html.j2": HTML, ".md.j2": MARKDOWN}
"""The format that a person's own template is for, by the end of its name."""

PUBLIC = "public"
FULL = "full"
AUDIENCES = (FULL, PUBLIC)

_SUFFIXES = {ANNOTATED: "annotated.xlsx"}
_ALL_SETS = (JSON, ANNOTATED)
"""Formats of which one file holds all criteria sets: people fill in one workbook."""

_ALL_LANGUAGES = (JSON, HTML)
"""Formats of which one file speaks every language asked for, or none."""


class Edition(Struct, frozen=True, kw_only=True):
    """How the reports of a run are made.

    ``languages`` is what they speak, the first one first. ``templates`` are people's own
    templates by format. ``public`` leaves out what must not be published; the summary of many
    parks does so unless the ``full`` audience was asked for by name.
    """

    languages: tuple[Language, ...]
    templates: Mapping[str, Path] = {}
    public: bool = False
    full: bool = False


def own_templates(files: Iterable[Path]) -> Mapping[str, Path]:
    """Tell people's own templates by the format that the end of their name says.

    Raises:
        UsageError: a name ends in another way, or two are for one format.
    """
    found: dict[str, Path] = {}
    for file in files:
        ends = [end for end in _TEMPLATE_ENDS if file.name.lower().endswith(end)]
        name = _TEMPLATE_ENDS[ends[0]] if ends else ""
        if not ends or name in found:
            facts = (("file", str(file)), ("known", ", ".join(_TEMPLATE_ENDS)))
            raise UsageError((Problem("U122", FilePlace("--template"), facts),))
        found[name] = file
    return found


def suffix(name: str) -> str:
    """Give the suffix of a file of this format, without its dot."""
    return _SUFFIXES.get(name, name)


def holds_all_sets(name: str) -> bool:
    """Say whether one file of this format holds every criteria set."""
    return name in _ALL_SETS


def holds_all_languages(name: str) -> bool:
    """Say whether one file of this format speaks every language, or none."""
    return name in _ALL_LANGUAGES


def rendered(name: str, views: Sequence[ReportView], templates: Mapping[str, Path]) -> bytes:
    """Render one report.

    Args:
        name: the format, one that is made from the report view.
        views: what the report says, in each language that one file of the format speaks.
        templates: people's own templates by format, in place of ours.

    Raises:
        CriteriaError: a person's own template cannot be used.
        OutputError: what the format needs is not installed.
    """
    first, *others = views
    own, folder = templates.get(name), data_folder("templates")
    match name:
        case "html":
            from eipcheck.reporting.html import render_html

            other = others[0] if others else None
            return render_html(first, folder, other, own).encode("utf-8")
        case "md":
            from eipcheck.reporting.markdown import render_markdown

            return render_markdown(first, folder, own).encode("utf-8")
        case "docx":
            from eipcheck.reporting.docx import render_docx

            return render_docx(first, own or folder / "report.docx")
        case "pdf":
            from eipcheck.reporting.pdf import render_pdf

            return render_pdf(first, folder)
        case _:
            from eipcheck.reporting.xlsx import render_xlsx

            return render_xlsx(first)
