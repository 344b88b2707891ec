"""Two assessments of a park, read or made, compared and told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.comparison_reports import write_comparison
from eipcheck.pipeline.reports import ReportSpec
from eipcheck.pipeline.sets import AUTO, DEFAULT_SET, Library, load_library, shipped_sets
from eipcheck.reporting.assessment_document import Document, read_document
from eipcheck.reporting.jsonout import assessment_json
from eipcheck.reporting.progress import Progress, progress_of
from eipcheck.reporting.progress_json import progress_json
from eipcheck.reporting.view_card import clause_label
from eipcheck.reporting.view_progress import ProgressView, Words, progress_view
from eipcheck.reporting.view_rows import counts_against
from eipcheck.reporting.view_words import Speaker
from eipcheck.resources import data_folder
from eipcheck.workbook.safety import read_bytes


class Compared(Struct, frozen=True):
    """A comparison, with the criteria sets that are at hand to tell it."""

    progress: Progress
    library: Library

    def view(self, language: Language) -> ProgressView:
        """Say what changed, with the titles of the criteria of the sets at hand."""
        speaker = Speaker(language, self.library.dictionary)
        words = {s.id: _words(s, speaker) for s in self.library.sets}
        return progress_view(self.progress, words, speaker)


def compare_assessments(old: Source, new: Source, request: Request) -> Compared:
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
    return compare_documents(baseline_of(old, request), baseline_of(new, request), request)


def compare_with(baseline: Document, done: Assessed, request: Request) -> Compared:
    """Compare an assessment with an earlier one."""
    return compare_documents(baseline, _document(done), request)


def baseline_of(path: Source, request: Request) -> Document:
    """Read an assessment from its JSON report, or assess a workbook; errors as above."""
    if path.suffix.lower() == ".json":
        return read_document(read_bytes(path, request.limits), path)
    return _document(assess(path, request))


def has_regressed(progress: Progress) -> bool:
    """Say whether a requirement is worse than it was; see ``progress.progress_of``.

    Raises:
        UsageError: a set judges now and did not before, so that nobody can say.
    """
    if progress.only_new or not progress.sets:
        before = (a.set.id for a in progress.old.assessments)
        facts = (("new", ", ".join(progress.only_new)), ("known", ", ".join(before)))
        raise UsageError((Problem("U127", FilePlace(progress.old.input.file), facts),))
    return progress.regressed


def _document(done: Assessed) -> Document:
    text = assessment_json(done.record, done.dates, done.assessments, done.run_at)
    return read_document(text.encode(), Path(done.record.file))


def compare_documents(old: Document, new: Document, request: Request) -> Compared:
    """Compare two assessments that were read back."""
    library = _library({a.set.id for d in (old, new) for a in d.assessments}, request)
    uses = {s.sha256: {c.id: c.readings for c in s.criteria} for s in library.sets}
    return Compared(progress_of(old, new, uses), library)


def _library(judging: set[str], request: Request) -> Library:
    """Load the sets of these ids that are at hand: those given by path, else those that ship."""
    shipped = shipped_sets()
    own = [name for name in request.criteria if name != AUTO and name not in shipped]
    taken = {s.id for s in load_library(own, allow_unverified=True).named} if own else set()
    others = sorted((judging - taken) & set(shipped))
    return load_library((*own, *others) or (DEFAULT_SET,), allow_unverified=True)


def _words(criteria: CriteriaSet, speaker: Speaker) -> Words:
    titles = {c.id: speaker.text(c.title) for c in criteria.criteria}
    titles |= {q.id: speaker.text(q.title) for q in criteria.questions}
    clauses = {c.id: clause_label(c.clause, criteria.article, speaker) for c in criteria.criteria}
    readings = {r.id: r.default for r in criteria.readings}
    against = {c.id for c in criteria.criteria if counts_against(c.measure, readings)}
    return Words(titles, clauses, against)


def write_progress(
    specs: Sequence[ReportSpec], compared: Compared, language: Language, *, force: bool
) -> tuple[bytes, ...]:
    """Write the reports; give what goes to the standard output; errors of ``write_comparison``."""
    return write_comparison(specs, lambda name: _rendered(name, compared, language), force=force)


def _rendered(name: str, compared: Compared, language: Language) -> bytes:
    if name == "json":
        return progress_json(compared.progress).encode()
    from eipcheck.reporting.markdown import render_progress  # noqa: PLC0415 - brings Jinja2

    return render_progress(compared.view(language), data_folder("templates")).encode()
