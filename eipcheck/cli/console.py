"""What a person sees: results on standard output, all else beside it; and the exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

import typer

from eipcheck.cli.options import LANGUAGE_VARIABLE
from eipcheck.model.place import Cell, FilePlace, SheetPlace
from eipcheck.model.problem import (
    CriteriaError,
    EipcheckError,
    InputError,
    OutputError,
    Problem,
    UsageError,
)
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.bugs import Bug
from eipcheck.reporting.catalogue import languages
from eipcheck.reporting.say import problem_words, say
from eipcheck.reporting.view_types import ProblemView
from eipcheck.reporting.view_words import clean, place_text
from eipcheck.version import __version__

BOTH: tuple[Language, ...] = ("vi", "en")
"""What ``--lang both`` asks for, in this order."""


class Exit(IntEnum):
    """Exit codes; what one means never depends on an option."""

    DONE = 0
    GATE = 1
    USAGE = 2
    INPUT = 3
    CRITERIA = 4
    SOME_FAILED = 5
    OUTPUT = 6
    BUG = 70


_PLACES = 4
"""Places that the first line of a problem shows beside its own."""
_PRECEDENCE = (Exit.BUG, Exit.CRITERIA, Exit.INPUT, Exit.OUTPUT, Exit.SOME_FAILED, Exit.GATE)
_OF_ERRORS = {
    UsageError: Exit.USAGE,
    InputError: Exit.INPUT,
    CriteriaError: Exit.CRITERIA,
    OutputError: Exit.OUTPUT,
}


def gravest(codes: Iterable[Exit]) -> Exit:
    """Give the code that counts where several things went wrong."""
    found = set(codes)
    return next((code for code in _PRECEDENCE if code in found), Exit.DONE)


def exit_code(error: EipcheckError) -> Exit:
    """Give the exit code of an error."""
    return _OF_ERRORS[type(error)]


def choose_language(asked: str | None, spoken: Sequence[Language] = ()) -> Language:
    """Give the language asked for, else that of ``EIPCHECK_LANG``, else Vietnamese.

    Args:
        asked: the language of the command line.
        spoken: the languages to choose from, if not all that reports speak.

    Raises:
        UsageError: it is not spoken here.
    """
    name = asked or os.environ.get(LANGUAGE_VARIABLE) or LANGUAGES[0]
    if name not in LANGUAGES and name not in (known := spoken or languages()):
        facts = (("name", name), ("known", ", ".join(known)))
        raise UsageError((Problem("U110", FilePlace("--lang"), facts),))
    return name


def choose_languages(asked: str | None) -> tuple[Language, ...]:
    """Give the languages of reports, as above; ``both`` is Vietnamese and English.

    Raises:
        UsageError: a language is not spoken here.
    """
    return BOTH if asked == "both" else (choose_language(asked),)


def read_date(text: str | None) -> date | None:
    """Read a date of the command line: ``2020-11-20`` or ``20/11/2020``.

    Raises:
        UsageError: it is no date.
    """
    if text is None:
        return None
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        facts = (("value", text),)
        raise UsageError((Problem("U108", FilePlace("--as-of"), facts),)) from None


def emit(text: str) -> None:
    """Print a result; ends the run where nobody reads it any more."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        close_output()


def emit_bytes(content: bytes) -> None:
    """Print a report as it would stand in a file, whatever letters the console knows."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        close_output()


def close_output() -> None:
    """End the run, quietly: whoever read the results has gone."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the exit
    raise typer.Exit(Exit.OUTPUT)


def note(text: str) -> None:
    """Tell something that is no result."""
    sys.stderr.write(text + "\n")


def show_error(error: EipcheckError, language: Language) -> None:
    """Tell every problem of an error, and that nothing came of the command."""
    note(say(language, f"terminal.stopped.{exit_code(error).value}"))
    for problem in error.problems:
        note("")
        note("\n".join(problem_lines(problem, language)))


def show_bug(bug: Bug, language: Language) -> None:
    """Apologise for a fault of the program, and say how to report it."""
    note(say(language, "terminal.bug", version=__version__, error=bug.error))
    note("".join(bug.trace).rstrip())


def problem_lines(problem: Problem, language: Language, file: str = "") -> list[str]:
    """Tell a problem in three lines: code and place; what and why; how to mend it.

    Args:
        problem: the problem.
        language: the language to speak.
        file: the workbook in which the cell or sheet of the problem lies.
    """
    what, why, fix = problem_words(problem, language)
    place = place_text(problem.place)
    if file and isinstance(problem.place, Cell | SheetPlace):
        place = f"{clean(file)} › {place}"
    others = [place_text(other) for other in problem.other_places]
    return _lines(problem.code, "; ".join((place, *_few(others))), f"{what} {why}", fix)


def problem_view_lines(problem: ProblemView, file: str) -> list[str]:
    """Tell a problem of a report in three lines."""
    of_file = problem.place.endswith(file)
    place = problem.place if of_file else f"{file} › {problem.place}"
    places = "; ".join(part for part in (place, problem.other_places) if part)
    return _lines(problem.code, places, f"{problem.what} {problem.why}", problem.fix)


def _few(places: list[str]) -> list[str]:
    return [*places[:_PLACES], f"… (+{len(places) - _PLACES})"] if len(places) > _PLACES else places


def _lines(code: str, place: str, what: str, fix: str) -> list[str]:
    return [f"{code}  {place}", f"      {clean(what).rstrip()}", f"      {clean(fix)}"]
