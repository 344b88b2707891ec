"""``criteria list | show | check | test``, and what helps authors.

Whatever a command needs is imported inside it, so that ``--help`` stays quick.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eipcheck.cli.options import HELP, CiReports, Force, Lang, SetPaths

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command("list", help=HELP["criteria_list"])
def list_criteria(*, lang: Lang = None) -> None:
    """List the shipped sets."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria import show_sets

    show_sets(choose_language(lang))


@app.command("show", help=HELP["criteria_show"])
def show_criteria(
    name: Annotated[str, typer.Argument(metavar="ID", help=HELP["show_id"])],
    *,
    lang: Lang = None,
) -> None:
    """Show a set or a criterion."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria import show_set_or_criterion

    show_set_or_criterion(name, choose_language(lang))


@app.command("check", help=HELP["criteria_check"])
def check_criteria(
    paths: SetPaths = None,
    *,
    write_cases: Annotated[
        Path | None, typer.Option("--write-cases", metavar="DIR|PATH", help=HELP["write_cases"])
    ] = None,
    report: CiReports = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Check sets."""
    from eipcheck.cli.ci import Audience
    from eipcheck.cli.criteria import run_check

    audience = Audience.read(lang, report, force=force)
    code = run_check(paths or (), audience)
    if write_cases is not None:
        from eipcheck.cli.criteria_authoring import draft_missing

        draft_missing(paths or (), write_cases, audience.language)
    raise typer.Exit(code)


@app.command("test", help=HELP["criteria_test"])
def run_cases(
    paths: SetPaths = None,
    *,
    report: CiReports = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Run the cases of sets."""
    from eipcheck.cli.ci import Audience
    from eipcheck.cli.criteria import run_test

    raise typer.Exit(run_test(paths or (), Audience.read(lang, report, force=force)))


@app.command("mutate", help=HELP["criteria_mutate"])
def mutate_criteria(
    paths: SetPaths = None,
    *,
    report: CiReports = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Try small changes of sets."""
    from eipcheck.cli.ci import Audience
    from eipcheck.cli.criteria_quality import run_mutate

    raise typer.Exit(run_mutate(paths or (), Audience.read(lang, report, force=force)))


@app.command("coverage", help=HELP["criteria_coverage"])
def cover_criteria(
    paths: SetPaths = None,
    *,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help=HELP["fail_under"]),
    ] = None,
    report: CiReports = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Show what the cases of sets show."""
    from eipcheck.cli.ci import Audience
    from eipcheck.cli.criteria_quality import run_coverage

    raise typer.Exit(
        run_coverage(paths or (), fail_under, Audience.read(lang, report, force=force))
    )


@app.command("new", help=HELP["criteria_new"])
def start_set(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=HELP["new_folder"])],
    *,
    set_id: Annotated[str | None, typer.Option("--id", metavar="ID", help=HELP["new_id"])] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help=HELP["new_title"])
    ] = None,
    lang: Lang = None,
) -> None:
    """Start a set."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria_authoring import run_new

    run_new(folder, set_id, title, choose_language(lang))


@app.command("unverified", help=HELP["criteria_unverified"])
def list_unverified(
    paths: SetPaths = None,
    *,
    report: Annotated[
        str | None, typer.Option("--report", metavar="markdown[:PATH]", help=HELP["checklist"])
    ] = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """List what still awaits comparison with the signed text."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria_authoring import run_unverified

    run_unverified(paths or (), report, choose_language(lang), force=force)


@app.command("schema", help=HELP["criteria_schema"])
def print_schema(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help=HELP["schema_kind"])] = None,
) -> None:
    """Print a JSON Schema."""
    from eipcheck.cli.criteria import show_schema

    show_schema(kind)


@app.command("diff", help=HELP["criteria_diff"])
def diff_criteria(
    before: Annotated[str, typer.Argument(metavar="SET[@DAY]", help=HELP["diff_before"])],
    after: Annotated[str, typer.Argument(metavar="SET[@DAY]", help=HELP["diff_after"])],
    *,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="md|json[:PATH]", help=HELP["diff_report"]),
    ] = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Compare two sets."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria_diff import run_diff

    run_diff(before, after, report or (), choose_language(lang), force=force)
