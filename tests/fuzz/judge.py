"""Judges what the program makes of a damaged workbook: refused, read, or a finding."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path

from fuzz.mutations import Mutant

from eipcheck.model.problem import InputError, Problem
from eipcheck.model.text import LANGUAGES
from eipcheck.pipeline.assess import Assessed, Request, Session, open_session
from eipcheck.reporting.say import problem_words

ROOT = Path(__file__).resolve().parents[2]
PILOTS = ROOT / "examples" / "pilot-parks"
SAMPLE = ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx"
SECONDS = 10.0
"""The longest that a workbook may take."""

Verdicts = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Judged:
    """How a workbook was taken: ``finding`` says what is wrong, empty where all is well."""

    how: str
    finding: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Whole:
    """What comes of the workbook before it is damaged."""

    verdicts: Verdicts
    problems: Counter[str]


@cache
def session() -> Session:
    """Load the criteria once."""
    return open_session(Request(as_of=date(2020, 11, 20)))


def verdicts_of(done: Assessed) -> Verdicts:
    """Give the verdicts, declared and evidenced, by criterion."""
    return tuple(
        (f.criterion.id, f.declared.verdict.value, f.evidenced.verdict.value)
        for a in done.assessments
        for f in a.findings
    )


def whole(data: bytes, folder: Path) -> Whole:
    """Assess a workbook that is not damaged."""
    path = folder / "whole.xlsx"
    path.write_bytes(data)
    done = session().assess(path)
    return Whole(verdicts_of(done), Counter(p.code for p in _said(done)))


def _said(done: Assessed) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys((*done.record.problems, *done.problems)))


def judge(mutant: Mutant, before: Whole, folder: Path) -> Judged:
    """Assess a damaged workbook, as the command does, and say all its problems in words."""
    path = folder / "mutant.xlsx"
    path.write_bytes(mutant.data)
    start = time.monotonic()
    how, finding = "read", ""
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            done = session().assess(path)
        problems = _said(done)
        if mutant.strict and verdicts_of(done) != before.verdicts:
            how = "read with other verdicts"
            if not Counter(p.code for p in problems) - before.problems:
                finding = f"other verdicts without a problem: {_changes(done, before)}"
    except InputError as error:
        problems, how = error.problems, f"refused {error.problems[0].code}"
    except Exception:  # noqa: BLE001 - the very thing that is looked for
        return Judged("failed", traceback.format_exc(), time.monotonic() - start)
    if printed.getvalue():
        finding = f"printed {printed.getvalue()!r}"
    finding = finding or _unspoken(problems)
    seconds = time.monotonic() - start
    if seconds > SECONDS:
        finding = finding or f"took {seconds:.1f} s"
    return Judged(how, finding, seconds)


def _changes(done: Assessed, before: Whole) -> str:
    pairs = zip(verdicts_of(done), before.verdicts, strict=True)
    return "; ".join(f"{new} was {old[1:]}" for new, old in pairs if new != old)


def _unspoken(problems: tuple[Problem, ...]) -> str:
    """Name a problem whose words are missing in a language."""
    for problem in problems:
        for language in LANGUAGES:
            try:
                problem_words(problem, language)
            except KeyError as error:
                return f"{problem.code} has no words in {language}: {error}"
    return ""
