"""``criteria new`` and ``unverified``, and the drafts of ``check --write-cases``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eipcheck.cli.assess import wrote
from eipcheck.cli.console import emit, emit_bytes
from eipcheck.model.problem import UsageError
from eipcheck.model.text import Language
from eipcheck.pipeline.authoring import new_set, write_missing_cases
from eipcheck.pipeline.authoring_checklist import checklists
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import unknown
from eipcheck.reporting.checklist import checklist_lines, checklist_markdown
from eipcheck.reporting.say import say

_MARKDOWN = ("md", "markdown")
_STDOUT = "-"


def run_new(folder: Path, set_id: str | None, title: str | None, language: Language) -> None:
    """Start a set, and say what to do next."""
    home = new_set(folder, set_id, title)
    wrote(home, language)
    emit(say(language, "authoring.new.next", folder=home))


def draft_missing(names: Sequence[str], out: Path, language: Language) -> None:
    """Draft the cases that the sets lack, and name the files."""
    for path in write_missing_cases(names, out, language):
        wrote(path, language)


def run_unverified(
    names: Sequence[str], report: str | None, language: Language, *, force: bool
) -> None:
    """Show what still awaits comparison, or write it as Markdown.

    Raises:
        UsageError: a name means no set, or the format is unknown.
        CriteriaError: a criteria file is invalid.
        OutputError: the file exists already (without ``force``), or cannot be written.
    """
    path = _markdown_path(report)
    lists = checklists(names, language)
    if path is None:
        emit("\n".join(checklist_lines(lists, language)).rstrip())
        return
    content = checklist_markdown(lists, language).encode()
    if path == _STDOUT:
        emit_bytes(content)
        return
    check_targets([Path(path)], force=force)
    write(Output(Path(path), content), force=force)
    wrote(Path(path), language)


def _markdown_path(report: str | None) -> str | None:
    """Read ``markdown`` or ``markdown:PATH``; None where no report is asked for."""
    if report is None:
        return None
    name, _, path = report.partition(":")
    if name not in _MARKDOWN:
        raise UsageError((unknown("U106", name, _MARKDOWN),))
    return path or _STDOUT
