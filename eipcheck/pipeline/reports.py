"""Renders reports and says where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem, UsageError
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.view_types import ReportView
from eipcheck.resources import data_folder

ANNOTATED = "annotated"
FORMATS = ("html", "md", "json", ANNOTATED)
STDOUT = Path("-")
_SUFFIXES = {ANNOTATED: "annotated.xlsx"}
_DIGEST = 8
_SHARED = ("json", ANNOTATED)
"""Formats of which one file holds all criteria sets: people fill in one workbook."""


class ReportSpec(Struct, frozen=True):
    """A report asked for: its format, and its path; ``STDOUT`` is the standard output."""

    format: str
    path: Path


class Written(Struct, frozen=True):
    """What became of the reports: files, bytes for the standard output, and what to know."""

    files: tuple[Path, ...]
    printed: tuple[bytes, ...]
    notes: tuple[Problem, ...]


def report_specs(asked: Iterable[str], workbook: Path) -> tuple[ReportSpec, ...]:
    """Read ``FORMAT`` or ``FORMAT:PATH``; without a path the workbook's name in this folder.

    Raises:
        UsageError: a format is unknown, or the annotated workbook is to have another suffix.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    specs = tuple(
        ReportSpec(name, Path(path or f"{workbook.stem}.{_SUFFIXES.get(name, name)}"))
        for name, _, path in pairs
    )
    books = (s.path for s in specs if s.format == ANNOTATED and s.path != STDOUT)
    misnamed = [Problem("O115", FilePlace(str(p))) for p in books if p.suffix.lower() != ".xlsx"]
    if misnamed:
        raise UsageError(tuple(misnamed))
    return specs


def report_paths(spec: ReportSpec, set_ids: Sequence[str]) -> tuple[Path, ...]:
    """Give the files of a report: one; where a format holds one set only, one for each set."""
    if spec.format in _SHARED or len(set_ids) == 1 or spec.path == STDOUT:
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


def render(spec: ReportSpec, assessed: Assessed, seen: Sequence[ReportView]) -> tuple[Output, ...]:
    """Render a report of text to what is to be written; nothing is written here.

    Args:
        spec: the format, and where it goes.
        assessed: the workbook and its assessments.
        seen: what the reports say, in the order of the assessments; JSON does without.
    """
    texts = tuple(_texts(spec.format, assessed, seen))
    paths = report_paths(spec, set_ids(assessed))
    together = tuple(_side_by_side(assessed, seen)) if spec.format == "md" else ()
    if len(paths) < len(texts):
        texts = ("\n".join((*texts, *together)),)
    else:
        texts = tuple("\n".join((text, *together)) for text in texts)
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


def _side_by_side(assessed: Assessed, seen: Sequence[ReportView]) -> Iterator[str]:
    """Give a section on what the sets say of the park side by side, where two belong together."""
    from eipcheck.pipeline.compare import compared  # noqa: PLC0415 - as below
    from eipcheck.reporting.markdown import render_compared  # noqa: PLC0415 - brings Jinja2

    view = compared(assessed, seen[0].language)
    if view is not None:
        yield render_compared(view, data_folder("templates"))


def annotated(
    spec: ReportSpec,
    assessed: Assessed,
    seen: Sequence[ReportView],
    language: Language,
    source: Path,
) -> tuple[Output, tuple[Problem, ...]]:
    """Make the annotated copy of the workbook, and tell what it lacks; nothing is written here.

    Raises:
        OutputError: the workbook is no longer the one that was assessed, or cannot be copied.
    """
    from eipcheck.reporting.annotated import Source, annotate  # noqa: PLC0415 - brings openpyxl
    from eipcheck.reporting.annotated_entries import Told  # noqa: PLC0415 - as above

    data = _same_bytes(source, assessed.record.sha256)
    told = [Told(a, view) for a, view in zip(assessed.assessments, seen, strict=True)]
    place = FilePlace(str(spec.path))
    workbook = Source(data, assessed.record, assessed.dictionary)
    made = annotate(workbook, told, language, assessed.run_at, place)
    return Output(spec.path, made.content), made.problems


def _same_bytes(source: Path, digest: str) -> bytes:
    """Read the workbook again: what passed admission has this digest, and nothing else has."""
    try:
        data = source.read_bytes()
    except OSError as error:
        raise _changed(source, error.strerror or type(error).__name__) from error
    found = sha256(data).hexdigest()
    if found != digest:
        raise _changed(source, f"sha256 {digest[:_DIGEST]}… → {found[:_DIGEST]}…")
    return data


def _changed(source: Path, reason: str) -> OutputError:
    return OutputError((Problem("O111", FilePlace(str(source)), (("reason", reason),)),))


def write_reports(
    specs: Sequence[ReportSpec],
    assessed: Assessed,
    language: Language,
    *,
    source: Path,
    force: bool,
) -> Written:
    """Render all reports, then write them: a report that fails leaves nothing behind.

    Args:
        specs: the reports asked for.
        assessed: the workbook and its assessments.
        language: the language to speak; JSON speaks none.
        source: the workbook, which is never overwritten.
        force: whether existing files may be replaced.

    Raises:
        OutputError: a file exists (without ``force``) or cannot be written, or the workbook
            changed meanwhile or cannot be copied.
    """
    words = any(spec.format != "json" for spec in specs)
    seen = views(assessed, language) if words else ()
    outputs: list[Output] = []
    notes: list[Problem] = []
    for spec in specs:
        if spec.format == ANNOTATED:
            output, told = annotated(spec, assessed, seen, language, source)
            outputs.append(output)
            notes.extend(told)
        else:
            outputs.extend(render(spec, assessed, seen))
    files = [output for output in outputs if output.path != STDOUT]
    check_targets([output.path for output in files], force=force, inputs=(source,))
    for output in files:
        write(output, force=force)
    printed = (output.content for output in outputs if output.path == STDOUT)
    return Written(tuple(output.path for output in files), tuple(printed), tuple(notes))
