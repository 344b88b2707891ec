"""The command line: each command parses, calls the pipeline, shows, and says how it ended.

Whatever a command needs is imported inside it, so that ``--help`` stays quick.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import sys
from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Annotated

import typer

from eipcheck.cli import criteria_app, store_app
from eipcheck.cli.options import (
    HELP,
    AllowUnverified,
    AskedBy,
    AsOf,
    Audience,
    Baseline,
    ConvertLegacy,
    Criteria,
    FailOn,
    Force,
    FromStore,
    Inspected,
    IntoStore,
    Jobs,
    Lang,
    Langs,
    Limit,
    MappingFile,
    Memory,
    OfPark,
    OptionsFile,
    Out,
    OwnTemplates,
    Park,
    Paths,
    Reading,
    Report,
    Resume,
    Scheduler,
    Seconds,
    SomePark,
    local,
)
from eipcheck.version import __version__

app = typer.Typer(
    name="eipcheck",
    help=HELP["app"],
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(criteria_app.app, name="criteria", help=HELP["criteria_group"])
app.add_typer(store_app.app, name="store", help=HELP["store_group"])


def _print_version(asked: bool) -> None:  # noqa: FBT001 - called by Typer
    if asked:
        typer.echo(f"eipcheck {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", help=HELP["version"], callback=_print_version, is_eager=True),
]


@app.callback()
def _start(*, version: Version = False) -> None:
    """Take the options that stand before a command."""


@app.command(help=HELP["assess"])
def assess(  # noqa: PLR0913 - one parameter for each option
    park: Park,
    *,
    criteria: Criteria = None,
    as_of: AsOf = None,
    lang: Langs = None,
    report: Report = None,
    force: Force = False,
    reading: Reading = None,
    fail_on: FailOn = None,
    mapping: MappingFile = None,
    limit: Limit = None,
    convert_legacy: ConvertLegacy = False,
    allow_unverified: AllowUnverified = False,
    template: OwnTemplates = None,
    audience: Audience = None,
    baseline: Baseline = None,
) -> None:
    """Assess one park."""
    from eipcheck.cli.assess import Wishes, run_assess

    wishes = Wishes.read(
        lang,
        criteria=criteria,
        as_of=as_of,
        readings=reading,
        mappings=mapping,
        limits=limit,
        convert_legacy=convert_legacy,
        allow_unverified=allow_unverified,
        templates=template,
        audience=audience,
        several=True,
    )
    done = run_assess(park, wishes, report or (), fail_on or (), force=force, baseline=baseline)
    raise typer.Exit(done)


@app.command(help=HELP["batch"])
def batch(  # noqa: PLR0913 - one parameter for each option
    paths: Paths,
    *,
    out: Out,
    criteria: Criteria = None,
    as_of: AsOf = None,
    lang: Langs = None,
    force: Force = False,
    reading: Reading = None,
    fail_on: FailOn = None,
    mapping: MappingFile = None,
    limit: Limit = None,
    convert_legacy: ConvertLegacy = False,
    allow_unverified: AllowUnverified = False,
    template: OwnTemplates = None,
    audience: Audience = None,
    resume: Resume = False,
    jobs: Jobs = None,
    seconds: Seconds = 300,
    memory: Memory = 4096,
    scheduler: Scheduler = None,
    store: IntoStore = None,
    options: OptionsFile = None,
) -> None:
    """Assess many parks."""
    from eipcheck.cli.batch import run_batch
    from eipcheck.cli.options_file import read_wishes
    from eipcheck.pipeline.workers import Bounds, Manner

    wishes, gates = read_wishes(
        options,
        lang=lang,
        criteria=criteria,
        as_of=as_of,
        readings=reading,
        mappings=mapping,
        limits=limit,
        convert_legacy=convert_legacy,
        allow_unverified=allow_unverified,
        templates=template,
        audience=audience,
        fail_on=fail_on,
    )
    bounds = Bounds(seconds=seconds, memory_mb=memory)
    manner = Manner(
        gates=gates, force=force, resume=resume, jobs=jobs, bounds=bounds, scheduler=scheduler
    )
    raise typer.Exit(run_batch(paths, out, wishes, manner, store))


@app.command(help=HELP["template"])
def template(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", parser=local, help=HELP["out_file"])],
    *,
    criteria: AskedBy = None,
    lang: Lang = None,
    force: Force = False,
    allow_unverified: AllowUnverified = False,
) -> None:
    """Write the blank form."""
    from eipcheck.cli.assess import wrote
    from eipcheck.cli.console import choose_language
    from eipcheck.model.text import LANGUAGES
    from eipcheck.pipeline.forms import write_template

    language = choose_language(lang, LANGUAGES)
    write_template(out, language, criteria or (), allow_unverified=allow_unverified, force=force)
    wrote(out, language)


@app.command(help=HELP["demo"])
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", parser=local, help=HELP["demo_folder"])
    ] = Path(),
    *,
    lang: Lang = None,
    force: Force = False,
) -> None:
    """Write the sample park and assess it."""
    from eipcheck.cli.assess import run_demo
    from eipcheck.cli.console import choose_language

    run_demo(folder, choose_language(lang), force=force)


@app.command(help=HELP["inspect"])
def inspect(  # noqa: PLR0913 - one parameter for each option
    file: Inspected,
    *,
    mapping: MappingFile = None,
    limit: Limit = None,
    convert_legacy: ConvertLegacy = False,
    criteria: Criteria = None,
    lang: Lang = None,
    write_mapping: Annotated[
        Path | None,
        typer.Option(
            "--write-mapping", metavar="OUT.yaml", parser=local, help=HELP["write_mapping"]
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Show what a workbook is recognised as."""
    from eipcheck.cli.assess import Wishes
    from eipcheck.cli.inspect import run_inspect

    wishes = Wishes.read(
        lang,
        criteria=criteria,
        mappings=mapping,
        limits=limit,
        convert_legacy=convert_legacy,
        allow_unverified=True,
    )
    run_inspect(file, wishes, write_mapping, force=force)


@app.command(help=HELP["diff"])
def diff(  # noqa: PLR0913 - one parameter for each option
    old: Annotated[str, typer.Argument(metavar="OLD", help=HELP["diff_old"])],
    new: Annotated[str, typer.Argument(metavar="NEW", help=HELP["diff_new"])],
    *,
    criteria: Criteria = None,
    as_of: AsOf = None,
    lang: Lang = None,
    reading: Reading = None,
    mapping: MappingFile = None,
    limit: Limit = None,
    convert_legacy: ConvertLegacy = False,
    allow_unverified: AllowUnverified = False,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="md|json[:PATH]", help=HELP["diff_report"]),
    ] = None,
    force: Force = False,
    fail_on: Annotated[
        list[str] | None, typer.Option("--fail-on", metavar="regression", help=HELP["diff_fail"])
    ] = None,
    store: FromStore = None,
    park: OfPark = None,
) -> None:
    """Compare two assessments of a park."""
    from eipcheck.cli.assess import Wishes
    from eipcheck.cli.progress import Pair, run_progress

    wishes = Wishes.read(
        lang,
        criteria=criteria,
        as_of=as_of,
        readings=reading,
        mappings=mapping,
        limits=limit,
        convert_legacy=convert_legacy,
        allow_unverified=allow_unverified,
    )
    pair = Pair(old, new, store, park)
    done = run_progress(pair, wishes, report or (), fail_on or (), force=force)
    raise typer.Exit(done)


@app.command(help=HELP["explain"])
def explain(  # noqa: PLR0913 - one parameter for each option
    subject: Annotated[str, typer.Argument(metavar="CRITERION|CODE", help=HELP["subject"])],
    park: SomePark = None,
    *,
    criteria: Criteria = None,
    as_of: AsOf = None,
    lang: Lang = None,
    reading: Reading = None,
    mapping: MappingFile = None,
    limit: Limit = None,
    convert_legacy: ConvertLegacy = False,
    allow_unverified: AllowUnverified = False,
) -> None:
    """Explain a criterion or a problem."""
    from eipcheck.cli.assess import Wishes
    from eipcheck.cli.explain import run_explain

    wishes = Wishes.read(
        lang,
        criteria=criteria,
        as_of=as_of,
        readings=reading,
        mappings=mapping,
        limits=limit,
        convert_legacy=convert_legacy,
        allow_unverified=allow_unverified,
    )
    run_explain(subject, park, wishes)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code.

    Args:
        arguments: what follows the name of the program; None: those of this process.
    """
    from eipcheck.cli.guard import guarded

    given = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _holding(given[:1])(given, prog_name="eipcheck"), given)


def _holding(names: Sequence[str]) -> typer.Typer:
    """Give the app with the command of this name alone, since each takes its time to build."""
    commands = [c for c in app.registered_commands if getattr(c.callback, "__name__", "") in names]
    groups = [g for g in app.registered_groups if g.name in names]
    if not (commands or groups):
        return app
    narrow = copy(app)
    narrow.registered_commands, narrow.registered_groups = commands, groups
    return narrow
