"""Workbooks to begin with: the blank form and the sample park."""

from __future__ import annotations

from pathlib import Path

from eipcheck.model.text import Language
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import shipped_dictionary
from eipcheck.resources import data_folder

SAMPLE = "kcn-mau.xlsx"


def write_template(path: Path, language: Language, *, force: bool = False) -> None:
    """Write the blank form.

    Raises:
        OutputError: the file exists (without ``force``), or cannot be written.
    """
    from eipcheck.workbook.blank import template_bytes  # noqa: PLC0415 - the writing half of Excel

    check_targets((path,), force=force)
    write(Output(path, template_bytes(shipped_dictionary(), language)), force=force)


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
