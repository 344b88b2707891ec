"""Workbooks to begin with: the blank form and the sample park."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eipcheck.model.text import Language
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import load_library, shipped_dictionary
from eipcheck.pipeline.wanted import wanted_of
from eipcheck.resources import data_folder
from eipcheck.workbook.asked import asked

SAMPLE = "kcn-mau.xlsx"


def write_template(
    path: Path,
    language: Language,
    criteria: Sequence[str] = (),
    *,
    allow_unverified: bool = False,
    force: bool = False,
) -> None:
    """Write the blank form.

    Args:
        path: the file to write.
        language: of headings and notes.
        criteria: the sets (shipped id, path, or ``auto`` for every set that is or was law) whose
            questions alone the form asks; none: it asks everything of the shipped dictionary.
        allow_unverified: also take sets that are used only with this permission.
        force: replace an existing file.

    Raises:
        UsageError: a set is unknown, or may not be used so.
        CriteriaError: a criteria file is invalid.
        OutputError: the file exists (without ``force``), or cannot be written.
    """
    from eipcheck.workbook.blank import template_bytes  # noqa: PLC0415 - the writing half of Excel

    check_targets((path,), force=force)
    if criteria:
        library = load_library(criteria, allow_unverified=allow_unverified)
        dictionary = asked(library.dictionary, wanted_of(library.sets, library.dictionary))
        content = template_bytes(dictionary, language, library.sets)
    else:
        content = template_bytes(shipped_dictionary(), language)
    write(Output(path, content), force=force)


def write_sample(folder: Path, *, force: bool = False) -> Path:
    """Write the sample park, whose figures are synthetic, into a folder; gives the file.

    Raises:
        OutputError: the file exists (without ``force``), or cannot be written.
    """
    target = folder / SAMPLE
    check_targets((target,), force=force, make_folders=True)
    content = (data_folder("examples") / "synthetic-park" / SAMPLE).read_bytes()
    write(Output(target, content), force=force)
    return target
