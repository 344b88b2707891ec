"""Two assessments of a park, read or made, compared and told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.reports import STDOUT, ReportSpec
from eipcheck.pipeline.sets import DEFAULT_SET, check_names, load_library, shipped_sets
from eipcheck.reporting.jsonout import assessment_json
from eipcheck.reporting.progress import Progress, progress_of
from eipcheck.reporting.progress_document import Document, read_document
from eipcheck.reporting.progress_json import progress_json
from eipcheck.reporting.view_card import clause_label
from eipcheck.reporting.view_progress import ProgressView, Words, progress_view
from eipcheck.reporting.view_words import Speaker
from eipcheck.resources import data_folder
from eipcheck.workbook.safety import read_bytes

FORMATS = ("md", "json")


def compare_assessments(old: Path, new: Path, request: Request) -> Progress:
    """Compare two assessments.

    Args:
        old: the earlier one: a JSON report, or a workbook to assess.
        new: the later one.
        request: by what workbooks are assessed.

    Raises:
        InputError: a file is neither, or cannot be read.
        UsageError: a set, reading or option is unknown.
        CriteriaError: a criteria file is invalid.
    """
    return progress_of(baseline_of(old, request), baseline_of(new, request))


def baseline_of(path: Path, request: Request) -> Document:
    """Read an assessment from its JSON report, or assess a workbook; errors as above."""
    if path.suffix.lower() == ".json":
        return read_document(read_bytes(path, request.limits), path)
    return _document(assess(path, request))


def has_regressed(baseline: Document, done: Assessed) -> bool:
    """Say whether a requirement is worse than it was; see ``progress.progress_of``."""
    return progress_of(baseline, _document(done)).regressed


def _document(done: Assessed) -> Document:
    text = assessment_json(done.record, done.dates, done.assessments, done.run_at)
    return read_document(text.encode(), Path(done.record.file))


def view_of(progress: Progress, language: Language) -> ProgressView:
    """Say what changed, with the titles of the criteria of shipped sets."""
    known = {s.new.set.id for s in progress.sets} & set(shipped_sets())
    library = load_library(sorted(known) or (DEFAULT_SET,), allow_unverified=True)
    speaker = Speaker(language, library.dictionary)
    return progress_view(progress, {s.id: _words(s, speaker) for s in library.sets}, speaker)


def _words(criteria: CriteriaSet, speaker: Speaker) -> Words:
    titles = {c.id: speaker.text(c.title) for c in criteria.criteria}
    titles |= {q.id: speaker.text(q.title) for q in criteria.questions}
    clauses = {c.id: clause_label(c.clause, criteria.article, speaker) for c in criteria.criteria}
    return Words(titles, clauses)


def progress_specs(asked: Sequence[str], old: Path, new: Path) -> tuple[ReportSpec, ...]:
    """Read what reports are asked for: ``md`` or ``json``, each with its file.

    Raises:
        UsageError: a format is unknown.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    stem = "..".join(path.stem for path in (old, new))
    return tuple(ReportSpec(name, Path(path or f"{stem}.{name}")) for name, _, path in pairs)


def write_progress(
    specs: Sequence[ReportSpec], progress: Progress, view: ProgressView, *, force: bool
) -> tuple[bytes, ...]:
    """Write the reports; give what goes to the standard output.

    Raises:
        OutputError: a file exists (without ``force``), or cannot be written.
    """
    check_targets([spec.path for spec in specs if spec.path != STDOUT], force=force)
    made = [(spec.path, _rendered(spec.format, progress, view)) for spec in specs]
    for path, content in made:
        if path != STDOUT:
            write(Output(path, content), force=force)
    return tuple(content for path, content in made if path == STDOUT)


def _rendered(name: str, progress: Progress, view: ProgressView) -> bytes:
    if name == "json":
        return progress_json(progress).encode()
    from eipcheck.reporting.markdown import render_progress  # noqa: PLC0415 - brings Jinja2

    return render_progress(view, data_folder("templates")).encode()
