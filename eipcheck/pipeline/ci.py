"""Turns what commands about criteria found into reports for continuous integration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from eipcheck.criteria.cases import Case
from eipcheck.model.place import FilePlace, Line, Place
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.text import Language
from eipcheck.pipeline.cases import Checked, FailedCase, Tested
from eipcheck.pipeline.coverage import Covered
from eipcheck.pipeline.files import Output, check_targets, output_path, write
from eipcheck.pipeline.mutate import Mutated
from eipcheck.pipeline.reports import STDOUT, ReportSpec, Written
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.ci import CiCase, CiReport, CiSuite
from eipcheck.reporting.say import say

TEXT = "text"
DOCUMENTS = ("json", "sarif", "junit")
"""Formats of which each is a document of its own, which nothing may stand beside."""
FORMATS = (TEXT, *DOCUMENTS, "github", "markdown")


def ci_specs(asked: Iterable[str]) -> tuple[ReportSpec, ...]:
    """Read ``FORMAT`` or ``FORMAT:PATH``; without a path it goes to the standard output.

    Raises:
        UsageError: a format is unknown, a path is an address, a document would share the
            standard output, or a report would be written where criteria files stand.
    """
    pairs = [text.partition(":") for text in asked]
    check_names("U106", (name for name, _, _ in pairs), FORMATS)
    specs = tuple(ReportSpec(name, output_path(path or str(STDOUT))) for name, _, path in pairs)
    shown = [spec.format for spec in specs if spec.path == STDOUT]
    alone = [name for name in shown if name in DOCUMENTS]
    if alone and len(shown) > 1:
        facts = (("name", alone[0]), ("formats", ", ".join(shown)))
        raise UsageError((Problem("U116", FilePlace("--report"), facts),))
    yaml = [spec.path for spec in specs if spec.path.suffix in (".yaml", ".yml")]
    if yaml:
        raise UsageError(tuple(Problem("U117", FilePlace(str(path))) for path in yaml))
    return specs


def local(problem: Problem) -> Problem:
    """Give a problem with its files as seen from the current folder."""
    others = tuple(_local(other) for other in problem.other_places)
    return replace(problem, place=_local(problem.place), other_places=others)


def _local(place: Place) -> Place:
    if isinstance(place, Line | FilePlace):
        return replace(place, file=_local_file(place.file))
    return place


def _local_file(file: str) -> str:
    path = Path(file).resolve()
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def checked_suite(checked: Checked) -> CiSuite:
    """Tell what ``check`` found: a case for each file."""
    return files_suite(checked.name, checked.problems, checked.files)


def files_suite(name: str, problems: Iterable[Problem], files: Iterable[Path] = ()) -> CiSuite:
    """Tell problems by file; ``files`` are those that were looked at, at fault or not."""
    found: dict[str, list[Problem]] = {_local_file(str(path)): [] for path in files}
    for problem in map(local, problems):
        found.setdefault(str(getattr(problem.place, "file", problem.place)), []).append(problem)
    cases = (CiCase(name=f, place=FilePlace(f), problems=tuple(p)) for f, p in found.items())
    return CiSuite(name, tuple(cases))


def tested_suite(tested: Tested, language: Language) -> CiSuite:
    """Tell what ``test`` found: the cases beside the criteria, those to be written as skipped."""
    if tested.problems:
        return files_suite(tested.name, tested.problems)
    failed = {id(each.case): each for each in tested.failed}
    cases = []
    for case in tested.ran:
        fault = failed.get(id(case))
        details = tuple(computation(fault, tested, language)) if fault else ()
        problems = tuple(map(local, fault.problems)) if fault else ()
        cases.append(_case(case, problems, details))
    todo = (_case(case, skipped=True) for case in tested.todo)
    return CiSuite(tested.name, (*cases, *todo))


def _case(
    case: Case,
    problems: tuple[Problem, ...] = (),
    details: tuple[str, ...] = (),
    *,
    skipped: bool = False,
) -> CiCase:
    place = Line(_local_file(case.file), case.line, case.column)
    name = f"{case.criterion}: {case.name}"
    return CiCase(name=name, place=place, problems=problems, details=details, skipped=skipped)


def computation(failed: FailedCase, tested: Tested, language: Language) -> list[str]:
    """Tell the steps of what was found in a case that failed; none where nothing was found.

    No line begins with words of a criteria file, which could be a command to what reads the log.
    """
    from eipcheck.reporting.view_explain import explain_view  # noqa: PLC0415 - only for failures

    if not failed.assessment.findings:
        return []
    view = explain_view(failed.assessment, failed.case.criterion, tested.dictionary, language)
    steps = (
        f"  - {step.text}" + (f" [{step.cells}]" if step.cells else "")
        for step in view.criterion.steps
    )
    return [say(language, "terminal.test.steps"), *steps]


def mutated_suite(mutated: Mutated) -> CiSuite:
    """Tell what ``mutate`` found: a case for each mutant, and what else stands against the set."""
    cases = [
        CiCase(
            name=each.id,
            place=Line(_local_file(each.place.file), each.place.line, each.place.column),
            problems=(local(each.problem),) if each.problem else (),
        )
        for each in mutated.tried
    ]
    others = files_suite(mutated.name, mutated.other_problems)
    return CiSuite(mutated.name, (*cases, *others.cases))


def covered_suite(covered: Covered) -> CiSuite:
    """Tell what ``coverage`` found by the files of the criteria."""
    return files_suite(covered.name, covered.problems)


def render(spec: ReportSpec, report: CiReport, text: str, language: Language) -> Output:
    """Render one report; ``text`` is what a person reads on the terminal."""
    content = _rendered(spec.format, report, text, language)
    return Output(spec.path, content.encode("utf-8"))


def _rendered(name: str, report: CiReport, text: str, language: Language) -> str:
    from eipcheck.reporting import (  # noqa: PLC0415 - a run needs one or two of them
        ci_formats,
        ci_markdown,
        ci_sarif,
    )

    match name:
        case "json":
            return ci_formats.ci_json(report)
        case "sarif":
            return ci_sarif.ci_sarif(report, language)
        case "junit":
            return ci_formats.ci_junit(report, language)
        case "github":
            return ci_formats.ci_github(report, language)
        case "markdown":
            return ci_markdown.ci_markdown(report, language)
        case _:
            return text


def write_ci(
    specs: Sequence[ReportSpec], report: CiReport, text: str, language: Language, *, force: bool
) -> Written:
    """Render all reports, then write them.

    Raises:
        OutputError: a file exists (without ``force``) or cannot be written.
    """
    outputs = [render(spec, report, text, language) for spec in specs]
    files = [output for output in outputs if output.path != STDOUT]
    check_targets([output.path for output in files], force=force)
    for output in files:
        write(output, force=force)
    printed = tuple(output.content for output in outputs if output.path == STDOUT)
    return Written(tuple(output.path for output in files), printed, ())
