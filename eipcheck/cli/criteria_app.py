"""``criteria list | show | check | test``.

Whatever a command needs is imported inside it, so that ``--help`` stays quick.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from typing import Annotated

import typer

from eipcheck.cli.options import HELP, Lang, SetPaths

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
def check_criteria(paths: SetPaths = None, *, lang: Lang = None) -> None:
    """Check sets."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria import run_check

    raise typer.Exit(run_check(paths or (), choose_language(lang)))


@app.command("test", help=HELP["criteria_test"])
def run_cases(paths: SetPaths = None, *, lang: Lang = None) -> None:
    """Run the cases of sets."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.criteria import run_test

    raise typer.Exit(run_test(paths or (), choose_language(lang)))
