"""Shows what commands about criteria found as it comes, and writes the reports asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from eipcheck.cli.assess import wrote
from eipcheck.cli.console import choose_language, emit, emit_bytes, problem_lines
from eipcheck.criteria.dictionary import FIELDS_FILE
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.model.text import Language
from eipcheck.pipeline.ci import TEXT, ci_specs, files_suite, local, write_ci
from eipcheck.pipeline.files import check_targets
from eipcheck.pipeline.reports import STDOUT, ReportSpec
from eipcheck.reporting.ci import CiReport, CiSuite, worst_first

_R = TypeVar("_R")


class Audience(Struct, frozen=True):
    """Who is told what: the language, the reports asked for, and whether files are replaced."""

    language: Language
    specs: tuple[ReportSpec, ...] = ()
    force: bool = False

    @classmethod
    def read(
        cls, lang: str | None, reports: Sequence[str] | None = None, *, force: bool = False
    ) -> Audience:
        """Read the options as they were typed.

        Raises:
            UsageError: the language or a format is unknown, or two documents share the output.
            OutputError: a file exists already (without ``force``) or has no folder.
        """
        language = choose_language(lang)
        specs = ci_specs(reports or ())
        files = [spec.path for spec in specs if spec.path != STDOUT]
        check_targets(files, force=force)
        return cls(language, specs, force)

    @property
    def reads_text(self) -> bool:
        """Say whether a person reads along: no report but the text goes to standard output."""
        return all(spec.path != STDOUT or spec.format == TEXT for spec in self.specs)


def fault_lines(problems: Iterable[Problem], language: Language) -> Iterator[str]:
    """Tell problems, worst first, with their files as seen from the current folder."""
    for problem in worst_first(map(local, problems)):
        yield from problem_lines(problem, language)


def tell(
    command: str,
    results: Iterable[_R],
    lines: Callable[[_R], Iterator[str]],
    suite: Callable[[_R], CiSuite],
    audience: Audience,
) -> tuple[_R, ...]:
    """Show each result as it comes, then write the reports.

    Args:
        command: the name of the command.
        results: one for each set or file, made one after the other.
        lines: what a person reads of a result.
        suite: what the reports say of it.
        audience: who is told.

    Raises:
        CriteriaError: a file that the command itself needs is invalid; the reports tell it too.
        OutputError: a report cannot be written.
    """
    kept: list[_R] = []
    suites: list[CiSuite] = []
    text: list[str] = []
    try:
        for result in results:
            for line in lines(result):
                text.append(line)
                if audience.reads_text:
                    emit(line)
            kept.append(result)
            suites.append(suite(result))
    except CriteriaError as error:
        _write(
            CiReport(command, (*suites, files_suite(FIELDS_FILE, error.problems))), text, audience
        )
        raise
    _write(CiReport(command, tuple(suites)), text, audience)
    return tuple(kept)


def _write(report: CiReport, text: Sequence[str], audience: Audience) -> None:
    shown = audience.reads_text
    specs = [s for s in audience.specs if not (shown and s.path == STDOUT)]
    whole = "".join(f"{line}\n" for line in text)
    done = write_ci(specs, report, whole, audience.language, force=audience.force)
    for content in done.printed:
        emit_bytes(content)
    for path in done.files:
        wrote(path, audience.language)
