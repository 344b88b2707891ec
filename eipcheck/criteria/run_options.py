"""Loads options files: what a whole run is judged by, written down once."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from eipcheck.criteria.document import read_document
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.reader import Map, root
from eipcheck.criteria.shapes_data import RUN_OPTIONS


class RunOptions(Struct, frozen=True, kw_only=True):
    """The options that a file fixes, each as the command line would have it.

    None, or nothing in it, is an option that the file leaves open. ``criteria``, ``mappings`` and
    ``templates`` that stand beside the file are given with its folder.
    """

    criteria: tuple[str, ...] = ()
    as_of: str | None = None
    lang: str | None = None
    readings: tuple[str, ...] = ()
    mappings: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    audience: str | None = None
    fail_on: tuple[str, ...] = ()
    convert_legacy: bool = False
    allow_unverified: bool = False


def load_run_options(path: Path) -> RunOptions:
    """Read an options file.

    Raises:
        CriteriaError: with every problem of the file.
    """
    problems = Problems()
    document = read_document(path, problems)
    top = root(document, problems) if document else None
    options = _options(top, path.parent) if top is not None else RunOptions()
    problems.raise_any()
    return options


def _options(top: Map, folder: Path) -> RunOptions:
    top.only(RUN_OPTIONS)
    day = top.maybe_day("as_of")
    return RunOptions(
        criteria=_beside(folder, top.texts("criteria", required=False)),
        as_of=day.isoformat() if day else None,
        lang=top.text("lang") if "lang" in top else None,
        readings=_pairs(top, "readings"),
        mappings=_beside(folder, top.texts("mappings", required=False)),
        limits=_limits(top),
        templates=_beside(folder, top.texts("templates", required=False)),
        audience=top.text("audience") if "audience" in top else None,
        fail_on=top.texts("fail_on", required=False),
        convert_legacy=top.flag("convert_legacy", default=False),
        allow_unverified=top.flag("allow_unverified", default=False),
    )


def _pairs(top: Map, key: str) -> tuple[str, ...]:
    inner = top.maybe_map(key)
    return tuple(f"{name}={inner.text(name)}" for name in inner) if inner is not None else ()


def _limits(top: Map) -> tuple[str, ...]:
    inner = top.maybe_map("limits")
    return tuple(f"{name}={inner.whole(name)}" for name in inner) if inner is not None else ()


def _beside(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give names with the folder of the file, where something of that name stands there."""
    return tuple(str(folder / name) if (folder / name).exists() else name for name in names)
