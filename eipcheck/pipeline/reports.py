"""Renders reports and says where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.view_types import ReportView
from eipcheck.resources import data_folder

FORMATS = ("html", "md", "json")
STDOUT = Path("-")


class ReportSpec(Struct, frozen=True):
    """A report asked for: its format, and its path; ``STDOUT`` is the standard output."""

    format: str
    path: Path


def report_specs(asked: Iterable[str], workbook: Path) -> tuple[ReportSpec, ...]:
    """Read ``FORMAT`` or ``FORMAT:PATH``; without a path the workbook's name in this folder.

    Raises:
        UsageError: a format is unknown.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    return tuple(
        ReportSpec(name, Path(path) if path else Path(f"{workbook.stem}.{name}"))
        for name, _, path in pairs
    )


def report_paths(spec: ReportSpec, set_ids: Sequence[str]) -> tuple[Path, ...]:
    """Give the files of a report: one; where a format holds one set only, one for each set."""
    if spec.format == "json" or len(set_ids) == 1 or spec.path == STDOUT:
        return (spec.path,)
    return tuple(spec.path.with_stem(f"{spec.path.stem}.{set_id}") for set_id in set_ids)


def views(assessed: Assessed, language: Language, *, rows: bool = True) -> tuple[ReportView, ...]:
    """Give what each assessment's report says; ``rows`` tells every row behind its counts."""
    from eipcheck.reporting.view import report_view  # noqa: PLC0415 - JSON does without

    return tuple(
        report_view(a, assessed.dictionary, language, rows=rows) for a in assessed.assessments
    )


def set_ids(assessed: Assessed) -> tuple[str, ...]:
    """Give the ids of the sets assessed by, in order."""
    return tuple(a.criteria.id for a in assessed.assessments)


def render(spec: ReportSpec, assessed: Assessed, seen: Iterable[ReportView]) -> tuple[Output, ...]:
    """Render a report to what is to be written; nothing is written here.

    Args:
        spec: the format, and where it goes.
        assessed: the workbook and its assessments.
        seen: what the reports say, in the order of the assessments; JSON does without.
    """
    texts = tuple(_texts(spec.format, assessed, seen))
    paths = report_paths(spec, set_ids(assessed))
    if len(paths) < len(texts):
        texts = ("\n".join(texts),)
    return tuple(
        Output(path, text.encode("utf-8")) for path, text in zip(paths, texts, strict=True)
    )


def _texts(name: str, assessed: Assessed, seen: Iterable[ReportView]) -> Iterable[str]:
    match name:
        case "json":
            from eipcheck.reporting.jsonout import assessment_json  # noqa: PLC0415 - brings json

            return (
                assessment_json(
                    assessed.record, assessed.dates, assessed.assessments, assessed.run_at
                ),
            )
        case "md":
            from eipcheck.reporting.markdown import render_markdown  # noqa: PLC0415 - brings Jinja2

            return (render_markdown(view, data_folder("templates")) for view in seen)
        case _:
            from eipcheck.reporting.html import render_html  # noqa: PLC0415 - brings Jinja2

            return (render_html(view, data_folder("templates")) for view in seen)


def write_reports(
    specs: Sequence[ReportSpec],
    assessed: Assessed,
    language: Language,
    *,
    source: Path,
    force: bool,
) -> tuple[tuple[Path, ...], tuple[bytes, ...]]:
    """Render all reports, then write them: a report that fails leaves nothing behind.

    Args:
        specs: the reports asked for.
        assessed: the workbook and its assessments.
        language: the language to speak; JSON speaks none.
        source: the workbook, which is never overwritten.
        force: whether existing files may be replaced.

    Returns:
        The files written, and what is for the standard output.

    Raises:
        OutputError: a file exists (without ``force``), or cannot be written.
    """
    words = any(spec.format != "json" for spec in specs)
    seen = views(assessed, language) if words else ()
    outputs = [output for spec in specs for output in render(spec, assessed, seen)]
    files = [output for output in outputs if output.path != STDOUT]
    check_targets([output.path for output in files], force=force, inputs=(source,))
    for output in files:
        write(output, force=force)
    printed = (output.content for output in outputs if output.path == STDOUT)
    return tuple(output.path for output in files), tuple(printed)
