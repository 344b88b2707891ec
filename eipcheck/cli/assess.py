"""``assess`` and ``demo``: one workbook, its report on the terminal and in files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from eipcheck.cli.console import (
    Exit,
    choose_language,
    choose_languages,
    emit,
    emit_bytes,
    note,
    problem_lines,
    read_date,
)
from eipcheck.cli.screen import Screen
from eipcheck.cli.terminal import draw
from eipcheck.model.limits import LIMIT_NAMES, Limits
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.formats import AUDIENCES, FULL, PUBLIC, Edition, own_templates
from eipcheck.pipeline.forms import write_sample
from eipcheck.pipeline.gates import REGRESSION, check_gates, failed_gates
from eipcheck.pipeline.publish import published
from eipcheck.pipeline.reports import STDOUT, report_specs, views, write_reports
from eipcheck.pipeline.sets import check_names
from eipcheck.reporting.say import say
from eipcheck.reporting.view_words import clean


class Wishes(Struct, frozen=True):
    """What the options that commands share ask for."""

    request: Request
    edition: Edition

    @property
    def language(self) -> Language:
        """The language of the terminal: the first one of the reports."""
        return self.edition.languages[0]

    @classmethod
    def read(  # noqa: PLR0913 - one parameter for each option
        cls,
        lang: str | None,
        *,
        criteria: Sequence[str] | None = None,
        as_of: str | None = None,
        readings: Sequence[str] | None = None,
        mappings: Sequence[str] | None = None,
        limits: Sequence[str] | None = None,
        convert_legacy: bool = False,
        allow_unverified: bool = False,
        templates: Sequence[Path] | None = None,
        audience: str | None = None,
        several: bool = False,
    ) -> Wishes:
        """Read the options as they were typed; ``several`` languages may be asked for.

        Raises:
            UsageError: a language, date, reading, limit, template or audience is not of its form.
        """
        check_names("U124", (audience,) if audience else (), AUDIENCES)
        edition = Edition(
            languages=choose_languages(lang) if several else (choose_language(lang),),
            templates=own_templates(templates or ()),
            public=audience == PUBLIC,
            full=audience == FULL,
        )
        request = Request(
            as_of=read_date(as_of),
            readings=_read_readings(readings or ()),
            allow_unverified=allow_unverified,
            mappings=tuple(mappings or ()),
            limits=_read_limits(limits or ()),
            convert_legacy=convert_legacy,
            **({"criteria": tuple(criteria)} if criteria else {}),
        )
        return cls(request, edition)


def _read_readings(texts: Iterable[str]) -> dict[str, str]:
    readings = {}
    for text in texts:
        reading, equals, option = text.partition("=")
        if not (reading and equals and option):
            raise UsageError((Problem("U111", FilePlace("--reading"), (("value", text),)),))
        readings[reading] = option
    return readings


def _read_limits(texts: Iterable[str]) -> Limits:
    chosen = {}
    for text in texts:
        name, _, value = text.partition("=")
        check_names("U113", (name,), LIMIT_NAMES)
        if not (value.isascii() and value.isdecimal() and int(value)):
            facts = (("name", name), ("value", value))
            raise UsageError((Problem("U114", FilePlace("--limit"), facts),))
        chosen[name.replace("-", "_")] = int(value)
    return Limits(**chosen)


def run_assess(
    park: Source,
    wishes: Wishes,
    reports: Sequence[str],
    gates: Sequence[str],
    *,
    force: bool,
    baseline: Source | None = None,
) -> Exit:
    """Assess a park, show the report, write those asked for, and try the gates."""
    own = [gate for gate in gates if gate != REGRESSION]
    check_gates(own)
    before = _baseline(baseline, wishes, asked=REGRESSION in gates)
    specs = report_specs(reports, park, wishes.edition)
    done = assess(park, wishes.request)
    worse = before(done) if before is not None else ()
    told = published(done, wishes.edition)
    if all(spec.path != STDOUT for spec in specs):
        show(told, wishes.language)
    written = write_reports(
        specs, told, wishes.edition, source=park, force=force, limits=wishes.request.limits
    )
    for content in written.printed:
        emit_bytes(content)
    for path in written.files:
        wrote(path, wishes.language)
    for problem in written.notes:
        note("\n".join(problem_lines(problem, wishes.language)))
    failed = (*failed_gates(done, own), *((REGRESSION,) if worse else ()))
    for gate in failed:
        note(say(wishes.language, "terminal.gate", gate=gate))
    for line in worse:
        note(line)
    return Exit.GATE if failed else Exit.DONE


def _baseline(
    path: Source | None, wishes: Wishes, *, asked: bool
) -> Callable[[Assessed], tuple[str, ...]] | None:
    """Give what tells, in lines, of a regression from the earlier assessment; None if not asked."""
    if asked != (path is not None):
        raise UsageError((Problem("U126", FilePlace("--baseline")),))
    if path is None:
        return None
    from eipcheck.cli.regression import regression_from  # noqa: PLC0415 - rarely asked

    return regression_from(path, wishes.request, wishes.language)


def run_demo(folder: Path, language: Language, *, force: bool) -> None:
    """Write the sample park, assess it, and say what to try next."""
    path = write_sample(folder, force=force)
    show(assess(path), language)
    emit("")
    emit(say(language, "terminal.demo", file=path))


def show(done: Assessed, language: Language) -> None:
    """Show the report of every set on the terminal."""
    screen = Screen()
    for number, view in enumerate(views(done, language, rows=False)):
        if number:
            screen.lines([()])
        screen.lines(draw(view, screen.columns))
    if len(done.assessments) > 1:
        _show_together(done, language, screen)


def _show_together(done: Assessed, language: Language, screen: Screen) -> None:
    from eipcheck.cli.compare import compared_lines  # noqa: PLC0415 - one set has no use for it
    from eipcheck.pipeline.compare import compared  # noqa: PLC0415 - as above

    together = compared(done, language)
    if together is not None:
        screen.lines(compared_lines(together, screen.columns))


def wrote(path: Path, language: Language, *, is_there: bool = False) -> None:
    """Tell that a file was written, or was there already as it would be."""
    key = "terminal.unchanged" if is_there else "terminal.wrote"
    note(say(language, key, path=clean(str(path))))
