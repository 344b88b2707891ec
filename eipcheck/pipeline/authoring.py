"""Helps authors of criteria: starts a set, and drafts the cases that one lacks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from eipcheck.criteria.check_drafts import draft_cases, existing
from eipcheck.criteria.load import SET_FILE
from eipcheck.model.place import FilePlace
from eipcheck.model.problem import OutputError, Problem, UsageError
from eipcheck.model.text import Language
from eipcheck.pipeline.cases import check_sets
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.reporting.say import say
from eipcheck.resources import data_folder

_SET_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YAML = ".yaml"


def new_set(folder: Path, set_id: str | None, title: str | None) -> Path:
    """Start a criteria set in ``folder``, or below it in one named like ``set_id``; give its place.

    Sets are found by the name of their folder, so that the id is that name. The files pass
    ``check``; the one criterion in them is an example that says nothing of any law.

    Raises:
        UsageError: the id is not written as ids are.
        OutputError: one of the files exists already, or cannot be written.
    """
    name = set_id or folder.absolute().name
    if not _SET_ID.fullmatch(name):
        place = FilePlace("--id" if set_id else str(folder))
        raise UsageError((Problem("C416", place, (("id", name),)),))
    home = folder if folder.absolute().name == name else folder / name
    model = data_folder("templates") / "new-set"
    outputs = []
    for path in sorted(model.rglob(f"*{_YAML}")):
        text = path.read_text(encoding="utf-8")
        if path.name == SET_FILE:
            text = _named(text, name, title)
        outputs.append(Output(home / path.relative_to(model), text.encode()))
    _write_new(outputs)
    return home


def _write_new(outputs: Sequence[Output]) -> None:
    """Write files of an author, none of which may exist: nothing replaces what a person wrote."""
    paths = [output.path for output in outputs]
    refused = existing(paths)
    if refused:
        raise OutputError(refused)
    check_targets(paths, force=False, make_folders=True)
    for output in outputs:
        write(output, force=False)


def _named(text: str, name: str, title: str | None) -> str:
    """Put the id, and the title in either language where there is one, into ``set.yaml``."""
    text = re.sub(r"^id: .*$", lambda _: f"id: {name}", text, count=1, flags=re.MULTILINE)
    if title is None:
        return text
    quoted = json.dumps(title, ensure_ascii=False)
    line = f"title: {{vi: {quoted}, en: {quoted}}}"
    return re.sub(r"^title: .*$", lambda _: line, text, count=1, flags=re.MULTILINE)


def write_missing_cases(names: Sequence[str], out: Path, language: Language) -> tuple[Path, ...]:
    """Draft the cases that the sets lack, each set in a file of its own; give the files.

    ``out`` is a folder, or for one set the file itself. Nothing that exists is overwritten.

    Raises:
        UsageError: a name means nothing, or ``out`` is one file for several sets.
        OutputError: a file exists already, or cannot be written.
    """
    lacking = [checked for checked in check_sets(names) if checked.missing]
    note = say(language, "authoring.drafts")
    if out.suffix == _YAML:
        if len(lacking) > 1:
            facts = (("file", str(out)), ("sets", ", ".join(each.name for each in lacking)))
            raise UsageError((Problem("U119", FilePlace(str(out)), facts),))
        paths = [out] * len(lacking)
    else:
        paths = [out / f"{each.name}-missing{_YAML}" for each in lacking]
    drafts = (draft_cases(checked.missing, note).encode() for checked in lacking)
    _write_new([Output(path, draft) for path, draft in zip(paths, drafts, strict=True)])
    return tuple(paths)
