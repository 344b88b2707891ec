"""``store add | list | export``: assessments kept for history and for questions.

Whatever a command needs is imported inside it, so that ``--help`` stays quick.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eipcheck.cli.options import HELP, Force, Lang, OfPark, StoreFolder, local

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command("add", help=HELP["store_add"])
def add_to_store(
    store: StoreFolder,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help=HELP["store_paths"])],
    *,
    lang: Lang = None,
) -> None:
    """Keep assessments."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.store import run_add

    run_add(store, paths, choose_language(lang))


@app.command("list", help=HELP["store_list"])
def list_store(store: StoreFolder, *, park: OfPark = None, lang: Lang = None) -> None:
    """Tell what is kept, by park and day."""
    from eipcheck.cli.console import choose_language
    from eipcheck.cli.store import run_list

    run_list(store, park, choose_language(lang))


@app.command("export", help=HELP["store_export"])
def export_store(
    store: StoreFolder,
    out: Annotated[Path, typer.Argument(metavar="OUT", parser=local, help=HELP["store_out"])],
    *,
    table: Annotated[
        list[str] | None, typer.Option("--table", metavar="NAME", help=HELP["store_table"])
    ] = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Write what is kept as a table."""
    from eipcheck.cli.assess import wrote
    from eipcheck.cli.console import choose_language
    from eipcheck.pipeline.store import Store
    from eipcheck.pipeline.store_export import export

    language = choose_language(lang)
    export(Store(store), out, table or (), force=force)
    wrote(out, language)
