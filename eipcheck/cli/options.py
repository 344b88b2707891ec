"""The options that commands share, and the language of the help texts."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # the help needs no model
    from eipcheck.model.source import Source
    from eipcheck.model.text import Language
else:
    Source = str  # Typer knows no unions; the parser gives what is written above

LANGUAGE_VARIABLE = "EIPCHECK_LANG"


def help_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Give the language of the help: ``--lang``, else ``EIPCHECK_LANG``, else Vietnamese.

    Help is spoken in Vietnamese and in English; other languages of reports get English.
    """
    asked = environment.get(LANGUAGE_VARIABLE, "")
    for argument, following in zip(arguments, (*arguments, "")[1:], strict=True):
        if argument.startswith("--lang"):
            asked = argument.partition("=")[2] or following
    return "vi" if asked in ("", "vi", "both") else "en"


def _help() -> Mapping[str, str]:
    language = help_language(sys.argv[1:], os.environ)
    messages: Mapping[str, str] = import_module(
        f"eipcheck.reporting.messages.{language}.help"
    ).MESSAGES
    return messages


def _source(text: str) -> Source:
    from eipcheck.model.source import source_of  # noqa: PLC0415 - the help needs none

    return source_of(text)


def local(text: str) -> Path:
    """Read the path of a result, which is no address; errors as ``output_path``."""
    from eipcheck.pipeline.files import output_path  # noqa: PLC0415 - the help needs none

    return output_path(text)


HELP = _help()

Park = Annotated[Source, typer.Argument(metavar="PARK.xlsx", parser=_source, help=HELP["park"])]
SomePark = Annotated[
    Source | None, typer.Argument(metavar="[PARK.xlsx]", parser=_source, help=HELP["some_park"])
]
Inspected = Annotated[
    Source, typer.Argument(metavar="FILE.xlsx", parser=_source, help=HELP["inspected"])
]
Criteria = Annotated[
    list[str] | None, typer.Option("--criteria", metavar="ID|PATH|auto", help=HELP["criteria"])
]
AskedBy = Annotated[
    list[str] | None, typer.Option("--criteria", metavar="ID|PATH", help=HELP["asked_by"])
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=HELP["as_of"])]
Lang = Annotated[str | None, typer.Option("--lang", metavar="vi|en", help=HELP["lang"])]
Langs = Annotated[str | None, typer.Option("--lang", metavar="vi|en|both", help=HELP["langs"])]
OwnTemplates = Annotated[
    list[Path] | None, typer.Option("--template", metavar="FILE", help=HELP["own_templates"])
]
Audience = Annotated[
    str | None, typer.Option("--audience", metavar="full|public", help=HELP["audience"])
]
Report = Annotated[
    list[str] | None, typer.Option("--report", metavar="FORMAT[:PATH]", help=HELP["report"])
]
CiReports = Annotated[
    list[str] | None, typer.Option("--report", metavar="FORMAT[:PATH]", help=HELP["ci_report"])
]
MappingFile = Annotated[
    list[str] | None, typer.Option("--mapping", metavar="FILE", help=HELP["mapping"])
]
Limit = Annotated[
    list[str] | None, typer.Option("--limit", metavar="NAME=VALUE", help=HELP["limit"])
]
Force = Annotated[bool, typer.Option("--force", help=HELP["force"])]
Reading = Annotated[
    list[str] | None, typer.Option("--reading", metavar="Q=OPTION", help=HELP["reading"])
]
FailOn = Annotated[
    list[str] | None, typer.Option("--fail-on", metavar="CONDITION", help=HELP["fail_on"])
]
Baseline = Annotated[
    Source | None,
    typer.Option("--baseline", metavar="FILE", parser=_source, help=HELP["baseline"]),
]
ConvertLegacy = Annotated[bool, typer.Option("--convert-legacy", help=HELP["convert_legacy"])]
AllowUnverified = Annotated[bool, typer.Option("--allow-unverified", help=HELP["allow_unverified"])]
Resume = Annotated[bool, typer.Option("--resume", help=HELP["resume"])]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", min=1, envvar="EIPCHECK_JOBS", help=HELP["jobs"]),
]
Seconds = Annotated[int, typer.Option("--seconds", metavar="N", min=1, help=HELP["seconds"])]
Memory = Annotated[int, typer.Option("--memory", metavar="MB", min=256, help=HELP["memory"])]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help=HELP["scheduler"])
]
OptionsFile = Annotated[
    Path | None, typer.Option("--options", metavar="FILE", help=HELP["options_file"])
]
StoreFolder = Annotated[
    Path, typer.Argument(metavar="STORE", parser=local, help=HELP["store_folder"])
]
IntoStore = Annotated[
    Path | None, typer.Option("--store", metavar="STORE", parser=local, help=HELP["into_store"])
]
FromStore = Annotated[
    Path | None, typer.Option("--store", metavar="STORE", parser=local, help=HELP["from_store"])
]
OfPark = Annotated[str | None, typer.Option("--park", metavar="NAME", help=HELP["of_park"])]
Paths = Annotated[
    list[Source], typer.Argument(metavar="PATH...", parser=_source, help=HELP["paths"])
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", parser=local, help=HELP["out_folder"])]
SetPaths = Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help=HELP["set_paths"])]
