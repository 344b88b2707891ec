"""Reports about criteria as Markdown: the summary of a job, or a comment on a change."""

from __future__ import annotations

from collections.abc import Iterable

from eipcheck.model.text import Language
from eipcheck.reporting.ci import CiReport, Counts, told
from eipcheck.reporting.markdown import escape_markdown
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import clean

MOST = 200
"""Problems that the table shows: a summary has room for a megabyte."""

_COUNTED = ("cases", "failed", "errors", "warnings")


def ci_markdown(report: CiReport, language: Language) -> str:
    """Write a report as Markdown: a table of the sets, then one of the problems, worst first."""
    found = told(report, language)
    counted = [[clean(suite.name), *_numbers(suite.counts)] for suite in report.suites]
    head = [say(language, f"terminal.ci.{name}") for name in ("set", *_COUNTED)]
    parts = [f"## eipcheck criteria {report.command}", _table(head, counted)]
    rows = []
    for each in found[:MOST]:
        severity = say(language, f"terminal.ci.{each.problem.severity.value}")
        place = clean(str(each.problem.place))
        rows.append([severity, place, each.problem.code, each.text])
    if rows:
        columns = [say(language, f"terminal.ci.{name}") for name in ("severity", "place", "code")]
        parts.append(_table([*columns, say(language, "terminal.ci.problem")], rows))
    else:
        parts.append(say(language, "terminal.ci.nothing"))
    if len(found) > MOST:
        parts.append(say(language, "terminal.ci.more", n=len(found) - MOST))
    return "\n\n".join(parts) + "\n"


def _numbers(counts: Counts) -> list[str]:
    return [str(getattr(counts, name)) for name in _COUNTED]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *([_cell(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return "<br>".join(map(escape_markdown, text.split("\n")))
