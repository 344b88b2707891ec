"""Renders reports and says where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from msgspec import Struct

from eipcheck.model.limits import Limits
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem, UsageError
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed
from eipcheck.pipeline.files import Output, check_targets, output_path, write
from eipcheck.pipeline.formats import (
    ANNOTATED,
    FORMATS,
    JSON,
    MARKDOWN,
    TEXTS,
    Edition,
    holds_all_languages,
    holds_all_sets,
    rendered,
    suffix,
)
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.view_types import ReportView
from eipcheck.resources import data_folder
from eipcheck.workbook.safety import read_bytes

STDOUT = Path("-")
_DIGEST = 8
_USUAL = Limits()
Seen = Mapping[Language, tuple[ReportView, ...]]
"""What the reports say in each language, in the order of the assessments."""


class ReportSpec(Struct, frozen=True):
    """A report asked for: its format, and its path; ``STDOUT`` is the standard output."""

    format: str
    path: Path


class Written(Struct, frozen=True):
    """What became of the reports: files, bytes for the standard output, and what to know."""

    files: tuple[Path, ...]
    printed: tuple[bytes, ...]
    notes: tuple[Problem, ...]


def report_specs(
    asked: Iterable[str], workbook: Source, edition: Edition
) -> tuple[ReportSpec, ...]:
    """Read ``FORMAT`` or ``FORMAT:PATH``; without a path the workbook's name in this folder.

    Raises:
        UsageError: a format is unknown; a path is an address; files of bytes and others would
            share the standard output; a template is for no report; the annotated workbook is
            asked for in public, or is to have another suffix.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    specs = tuple(
        ReportSpec(name, output_path(path or f"{workbook.stem}.{suffix(name)}"))
        for name, _, path in pairs
    )
    problems = (*_unused(specs, edition), *_shared(specs), *_misplaced(specs, edition))
    if problems:
        raise UsageError(problems)
    return specs


def _unused(specs: Sequence[ReportSpec], edition: Edition) -> Iterator[Problem]:
    formats = {spec.format for spec in specs}
    for name, file in edition.templates.items():
        if name not in formats:
            facts = (("file", str(file)), ("name", name))
            yield Problem("U123", FilePlace("--template"), facts)


def _shared(specs: Sequence[ReportSpec]) -> Iterator[Problem]:
    printed = [spec.format for spec in specs if spec.path == STDOUT]
    for name in printed if len(printed) > 1 else ():
        if name not in TEXTS:
            facts = (("name", name), ("formats", ", ".join(printed)))
            yield Problem("U116", FilePlace("--report"), facts)


def _misplaced(specs: Sequence[ReportSpec], edition: Edition) -> Iterator[Problem]:
    """Tell what is wrong with the annotated copies asked for."""
    for spec in (spec for spec in specs if spec.format == ANNOTATED):
        if edition.public:
            yield Problem("U125", FilePlace("--audience"))
        elif spec.path != STDOUT and spec.path.suffix.lower() != ".xlsx":
            yield Problem("O115", FilePlace(str(spec.path)))


def report_paths(
    spec: ReportSpec, set_ids: Sequence[str], languages: Sequence[Language]
) -> tuple[Path, ...]:
    """Give the files of a report: one; where a file holds one set or language, one for each.

    Sets come first, and the languages of each together.
    """
    if spec.path == STDOUT:
        return (STDOUT,)
    sets = [""] if holds_all_sets(spec.format) or len(set_ids) == 1 else [f".{s}" for s in set_ids]
    one = holds_all_languages(spec.format) or len(languages) == 1
    tongues = [""] if one else [f".{language}" for language in languages]
    return tuple(spec.path.with_stem(spec.path.stem + s + t) for s in sets for t in tongues)


def views(assessed: Assessed, language: Language, *, rows: bool = True) -> tuple[ReportView, ...]:
    """Give what each assessment's report says; ``rows`` tells every row behind its counts."""
    from eipcheck.reporting.view import report_view  # noqa: PLC0415 - JSON does without

    return tuple(
        report_view(a, assessed.dictionary, language, rows=rows) for a in assessed.assessments
    )


def set_ids(assessed: Assessed) -> tuple[str, ...]:
    """Give the ids of the sets assessed by, in order."""
    return tuple(a.criteria.id for a in assessed.assessments)


def render(
    spec: ReportSpec, assessed: Assessed, seen: Seen, edition: Edition
) -> tuple[Output, ...]:
    """Render a report to what is to be written; nothing is written here.

    Args:
        spec: the format, and where it goes.
        assessed: the workbook and its assessments.
        seen: what the reports say; JSON does without.
        edition: how the reports are made.

    Raises:
        UsageError: several files of bytes are to share the standard output.
        CriteriaError: a person's own template cannot be used.
        OutputError: what the format needs is not installed.
    """
    contents = tuple(_contents(spec.format, assessed, seen, edition))
    together = _side_by_side(assessed, edition) if spec.format == MARKDOWN else {}
    paths = report_paths(spec, set_ids(assessed), edition.languages)
    if len(paths) == len(contents):
        return tuple(
            Output(path, b"\n".join((content, *together.get(language, ()))))
            for path, (language, content) in zip(paths, contents, strict=True)
        )
    if spec.format not in TEXTS:
        facts = (("name", spec.format), ("formats", ", ".join([spec.format] * len(contents))))
        raise UsageError((Problem("U116", FilePlace("--report"), facts),))
    texts = [content for _, content in contents]
    return (Output(spec.path, b"\n".join(chain(texts, *together.values()))),)


def _contents(
    name: str, assessed: Assessed, seen: Seen, edition: Edition
) -> Iterator[tuple[Language, bytes]]:
    """Give the files of a format, each with its first language, as ``report_paths`` has them."""
    languages = edition.languages
    if name == JSON:
        from eipcheck.reporting.jsonout import assessment_json  # noqa: PLC0415 - brings json

        text = assessment_json(
            assessed.record, assessed.dates, assessed.assessments, assessed.run_at
        )
        yield languages[0], text.encode("utf-8")
        return
    for number in range(len(assessed.assessments)):
        views = [seen[language][number] for language in languages]
        for several in [views] if holds_all_languages(name) else [[view] for view in views]:
            yield several[0].language, rendered(name, several, edition.templates)


def _side_by_side(assessed: Assessed, edition: Edition) -> Mapping[Language, tuple[bytes, ...]]:
    """Give a section on what the sets say of the park side by side, where two belong together."""
    from eipcheck.pipeline.compare import compared  # noqa: PLC0415 - as below
    from eipcheck.reporting.markdown import render_compared  # noqa: PLC0415 - brings Jinja2

    found = ((language, compared(assessed, language)) for language in edition.languages)
    return {
        language: (render_compared(view, data_folder("templates")).encode("utf-8"),)
        for language, view in found
        if view is not None
    }


def annotated(
    spec: ReportSpec,
    assessed: Assessed,
    seen: Sequence[ReportView],
    language: Language,
    source: Source,
    limits: Limits,
) -> tuple[Output, tuple[Problem, ...]]:
    """Make the annotated copy of the workbook, and tell what it lacks; nothing is written here.

    Raises:
        OutputError: the workbook is no longer the one that was assessed, or cannot be copied.
        InputError: it cannot be fetched again.
    """
    from eipcheck.reporting import annotated as copying  # noqa: PLC0415 - brings openpyxl
    from eipcheck.reporting.annotated_entries import Told  # noqa: PLC0415 - as above

    data = _same_bytes(source, assessed.record.sha256, limits)
    told = [Told(a, view) for a, view in zip(assessed.assessments, seen, strict=True)]
    place = FilePlace(str(spec.path))
    workbook = copying.Source(data, assessed.record, assessed.dictionary)
    made = copying.annotate(workbook, told, language, assessed.run_at, place)
    return Output(spec.path, made.content), made.problems


def _same_bytes(source: Source, digest: str, limits: Limits) -> bytes:
    """Read the workbook again: what passed admission has this digest, and nothing else has."""
    try:
        data = source.read_bytes() if isinstance(source, Path) else read_bytes(source, limits)
    except OSError as error:
        raise _changed(source, error.strerror or type(error).__name__) from error
    found = sha256(data).hexdigest()
    if found != digest:
        raise _changed(source, f"sha256 {digest[:_DIGEST]}… → {found[:_DIGEST]}…")
    return data


def _changed(source: Source, reason: str) -> OutputError:
    return OutputError((Problem("O111", FilePlace(str(source)), (("reason", reason),)),))


def write_reports(
    specs: Sequence[ReportSpec],
    assessed: Assessed,
    edition: Edition,
    *,
    source: Source,
    force: bool,
    limits: Limits = _USUAL,
) -> Written:
    """Render all reports, then write them: a report that fails leaves nothing behind.

    Args:
        specs: the reports asked for.
        assessed: the workbook and its assessments.
        edition: how they are made.
        source: the workbook, which is never overwritten.
        force: whether existing files may be replaced.
        limits: those that the workbook was held against.

    Raises:
        UsageError: two reports go to one place.
        CriteriaError: a person's own template cannot be used.
        OutputError: a file exists (without ``force``) or cannot be written, what a format needs
            is not installed, or the workbook changed meanwhile or cannot be copied.
    """
    words = any(spec.format != JSON for spec in specs)
    seen = {lang: views(assessed, lang) for lang in edition.languages} if words else {}
    outputs: list[Output] = []
    notes: list[Problem] = []
    for spec in specs:
        if spec.format == ANNOTATED:
            paths = report_paths(spec, (), edition.languages)
            for language, path in zip(edition.languages, paths, strict=True):
                one = ReportSpec(ANNOTATED, path)
                output, told = annotated(one, assessed, seen[language], language, source, limits)
                outputs.append(output)
                notes.extend(told)
        else:
            outputs.extend(render(spec, assessed, seen, edition))
    files = [output for output in outputs if output.path != STDOUT]
    check_targets([output.path for output in files], force=force, inputs=(source,))
    for output in files:
        write(output, force=force)
    printed = (output.content for output in outputs if output.path == STDOUT)
    return Written(tuple(output.path for output in files), tuple(printed), tuple(notes))
